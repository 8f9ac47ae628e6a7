"""Search documents learn when, where and by whom: see search_marks.py.

Those that exist get the day of their question here and the rest from the worker, which writes each
anew (also because folding has begun to join simplified and traditional characters).
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models


FILL = """
    UPDATE questions_searchdocument SET published_at = question.published_at
    FROM questions_question AS question WHERE question.id = question_id
"""
MARK_DUE = "UPDATE questions_question SET refresh_due_at = now() WHERE status = 'published'"
# A row above this is made as small by moving its longest column, `vector`, out of it, unpacked.
NARROW = """
    ALTER TABLE questions_searchdocument SET (toast_tuple_target = 512);
    ALTER TABLE questions_searchdocument ALTER COLUMN vector SET STORAGE EXTERNAL;
"""
AS_BEFORE = """
    ALTER TABLE questions_searchdocument RESET (toast_tuple_target);
    ALTER TABLE questions_searchdocument ALTER COLUMN vector SET STORAGE EXTENDED;
"""


class Migration(migrations.Migration):
    dependencies = [("questions", "0003_vocabulary_changes")]
    # Each step by itself: the table is not locked from the first to the last while indexes are made.
    atomic = False
    operations = [
        migrations.RemoveIndex("searchdocument", "search_words"),
        migrations.RemoveIndex("searchdocument", "search_title_words"),
        migrations.AddField(
            "searchdocument",
            "marks",
            django.contrib.postgres.fields.ArrayField(models.TextField(), default=list),
        ),
        migrations.AddField("searchdocument", "published_at", models.DateTimeField(null=True)),
        migrations.RunSQL(NARROW, AS_BEFORE),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField("searchdocument", "published_at", models.DateTimeField()),
        migrations.AddIndex(
            "searchdocument",
            django.contrib.postgres.indexes.GinIndex(
                fields=["vector", "marks"], name="search_words", fastupdate=False
            ),
        ),
        migrations.AddIndex(
            "searchdocument",
            django.contrib.postgres.indexes.GinIndex(
                fields=["title_vector", "marks"], name="search_title_words", fastupdate=False
            ),
        ),
        migrations.RunSQL(MARK_DUE, migrations.RunSQL.noop),
    ]
