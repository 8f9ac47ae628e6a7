from django.conf import settings
from django.db import migrations

# A moderator could empty one of the two. What is missing is what it would have been without an import or a
# moderator saying otherwise: the day of the reply, and 24 months later, or 12 where a tag is a medicine.
REVIEWED = """
UPDATE questions_reply SET reviewed_on = (replied_at AT TIME ZONE %s)::date
WHERE status = 'published' AND reviewed_on IS NULL AND review_due_on IS NOT NULL
"""
DUE = """
UPDATE questions_reply r SET review_due_on = reviewed_on + CASE WHEN EXISTS (
    SELECT FROM questions_taggedquestion tagged JOIN questions_tag tag ON tag.id = tagged.tag_id
    WHERE tagged.content_object_id = r.question_id AND tag.kind = 'medicine'
) THEN interval '12 months' ELSE interval '24 months' END
WHERE status = 'published' AND review_due_on IS NULL AND reviewed_on IS NOT NULL
"""
MEND = [(REVIEWED, [settings.TIME_ZONE]), (DUE, None)]


class Migration(migrations.Migration):
    dependencies = [("questions", "0038_files_in_corrections")]

    operations = [migrations.RunSQL(MEND, migrations.RunSQL.noop, elidable=True)]
