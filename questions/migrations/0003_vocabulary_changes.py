from django.db import migrations

# Every process keeps the names of all tags and has to notice when one of them has changed, by
# whatever way (questions/tagging.py): a sum over 25,000 names took 8 ms of every look. Rows are only
# added, so that two who name tags at the same time do not wait for each other.
FORWARDS = """
CREATE TABLE questions_vocabularychange (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
INSERT INTO questions_vocabularychange DEFAULT VALUES;

CREATE FUNCTION questions_vocabulary_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO questions_vocabularychange DEFAULT VALUES;
    RETURN NULL;
END $$;

CREATE TRIGGER vocabulary_changed
AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF name, name_zh_hant ON questions_tag
FOR EACH STATEMENT EXECUTE FUNCTION questions_vocabulary_changed();

CREATE TRIGGER vocabulary_changed
AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF name, tag_id ON questions_synonym
FOR EACH STATEMENT EXECUTE FUNCTION questions_vocabulary_changed();
"""
BACKWARDS = """
DROP TRIGGER vocabulary_changed ON questions_tag;
DROP TRIGGER vocabulary_changed ON questions_synonym;
DROP FUNCTION questions_vocabulary_changed();
DROP TABLE questions_vocabularychange;
"""


class Migration(migrations.Migration):

    dependencies = [
        ("questions", "0002_similar_lists"),
    ]

    operations = [
        migrations.RunSQL(FORWARDS, BACKWARDS),
    ]
