from datetime import timedelta

from django.db import migrations
from django.utils import timezone

# The replies of a question in the order in which they were given.
PLACES = """
UPDATE questions_reply SET place = numbered.place
FROM (
    SELECT id, row_number() OVER (PARTITION BY question_id ORDER BY replied_at, id) AS place
    FROM questions_reply WHERE status = 'published'
) AS numbered
WHERE questions_reply.id = numbered.id AND numbered.place > 1
"""


def fill(apps, schema_editor):
    questions = apps.get_model("questions", "Question").objects
    until = timezone.now() + timedelta(hours=4)
    questions.filter(status="claimed").update(lease_until=until)
    # They pointed nowhere: their askers were told no more than this.
    questions.filter(status="resolved", resolved_by=None).update(
        status="declined", decline_reason="answered"
    )


class Migration(migrations.Migration):
    dependencies = [("questions", "0011_leases_and_other_ends")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunSQL(PLACES, migrations.RunSQL.noop),
    ]
