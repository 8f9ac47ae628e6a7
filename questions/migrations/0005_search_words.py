import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("questions", "0004_search_marks")]
    operations = [
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("word", models.TextField(primary_key=True, serialize=False)),
                (
                    "remains",
                    django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField()),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["remains"], name="search_word_remains"
                    )
                ],
            },
        ),
    ]
