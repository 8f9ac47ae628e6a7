from django.contrib.postgres.indexes import GinIndex
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0020_ticket_codes"),
    ]

    operations = [
        migrations.RemoveIndex("questionprofile", "profile_keys"),
        migrations.AddIndex(
            "questionprofile",
            GinIndex(fields=["keys"], name="profile_keys", fastupdate=False),
        ),
    ]
