import numpy as np
from django.db import migrations, models

from questions.profile import parts

CHUNK = 2_000


def split(apps, schema_editor):
    """A row of numbers into its two parts, so that nothing has to be worked out again."""
    profile = apps.get_model("questions", "QuestionProfile")
    changed = []
    for each in profile.objects.only("features").iterator(CHUNK):
        words, runs = parts(np.frombuffer(each.features, np.uint32))
        each.words, each.runs = words.tobytes(), runs.tobytes()
        changed.append(each)
        if len(changed) == CHUNK:
            profile.objects.bulk_update(changed, ["words", "runs"])
            changed = []
    profile.objects.bulk_update(changed, ["words", "runs"])


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0009_not_relevant"),
    ]

    operations = [
        migrations.AddField("questionprofile", "words", models.BinaryField(default=b"")),
        migrations.AddField("questionprofile", "runs", models.BinaryField(default=b"")),
        migrations.RunPython(split, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField("questionprofile", "features"),
        migrations.AlterField("questionprofile", "words", models.BinaryField()),
        migrations.AlterField("questionprofile", "runs", models.BinaryField()),
    ]
