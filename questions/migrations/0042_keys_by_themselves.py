import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("questions", "0041_letters_of_another_reply")]

    operations = [
        migrations.CreateModel(
            name="ProfileKeys",
            fields=[
                (
                    "profile",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="found_by",
                        serialize=False,
                        to="questions.questionprofile",
                    ),
                ),
                ("language", models.CharField(max_length=10)),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), default=list, size=None
                    ),
                ),
            ],
        ),
        # Before the rows: backwards, the index is made after them.
        migrations.RemoveIndex(model_name="questionprofile", name="profile_keys"),
        migrations.RunSQL(
            "INSERT INTO questions_profilekeys (profile_id, language, keys)"
            " SELECT question_id, language, keys FROM questions_questionprofile",
            "UPDATE questions_questionprofile SET keys = own.keys"
            " FROM questions_profilekeys own WHERE own.profile_id = question_id",
        ),
        migrations.AddIndex(
            model_name="profilekeys",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["keys"], name="profile_keys"
            ),
        ),
        migrations.RemoveField(model_name="questionprofile", name="keys"),
    ]
