from django.db import migrations

# From the questions, as actions.refresh_public_page() and related.refresh() write it from now on.
FILL = """
    UPDATE faq_relatedtopic AS related SET published_at = question.published_at
    FROM questions_question AS question
    WHERE question.id = related.question_id AND question.status = 'published'
"""


class Migration(migrations.Migration):
    dependencies = [("faq", "0003_topic_lists"), ("questions", "0001_initial")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
