"""What was published before profiles were kept has none yet: the worker makes them."""

from django.db import migrations
from django.db.models.functions import Now


def make_due(apps, schema_editor):
    questions = apps.get_model("questions", "Question").objects
    questions.filter(status="published").update(refresh_due_at=Now())


class Migration(migrations.Migration):
    dependencies = [("questions", "0002_similar_lists")]

    operations = [migrations.RunPython(make_due, migrations.RunPython.noop)]
