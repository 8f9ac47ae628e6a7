from django.db import migrations

# From the questions, as actions.refresh_public_page() writes it from now on.
FILL = """
    UPDATE questions_taggedquestion AS tagged SET published_at = question.published_at
    FROM questions_question AS question
    WHERE question.id = tagged.content_object_id AND question.status = 'published'
"""


class Migration(migrations.Migration):
    dependencies = [("questions", "0006_tag_lists")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
