from django.db import migrations, models


class Migration(migrations.Migration):
    """A public reply may hold what was typed of its correction."""

    dependencies = [("questions", "0023_audit")]

    operations = [
        migrations.RemoveConstraint("reply", "only_drafts_hold_what_was_typed"),
        migrations.AddConstraint(
            "reply",
            models.CheckConstraint(
                name="reply_to_read_holds_nothing_half_typed",
                condition=~models.Q(status="in_review") | models.Q(typed={}),
            ),
        ),
    ]
