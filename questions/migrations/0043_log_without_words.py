"""The admin's log named additions and requests for details by their first words, which stayed when their
asker was erased: by their number alone now."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0042_keys_by_themselves"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunSQL(
            """
            UPDATE django_admin_log SET object_repr = split_part(object_repr, ':', 1)
            WHERE content_type_id IN (
                SELECT id FROM django_content_type
                WHERE app_label = 'questions' AND model IN ('addition', 'detailsrequest')
            )
            """,
            migrations.RunSQL.noop,
        )
    ]
