from django.db import migrations

# Public words that are changed are those that were looked at last for what identifies somebody, by whatever
# way they come: at the end of the transaction, since the site stores them first and then looks at them
# (questions/models/finding.py). 0032_findings_block holds the same when something becomes public. Words
# that are public already, or are inserted as such, stay as they are until they change.
HOLD = """
CREATE FUNCTION askdoctor_hold_question_looked_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM questions_question WHERE id = NEW.id AND status = 'published'
               AND checked_digest <> askdoctor_texts_digest(title, summary, body, asker_name)) THEN
        RAISE EXCEPTION 'question % was not looked at for what identifies somebody', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION askdoctor_hold_reply_looked_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM questions_reply WHERE id = NEW.id AND status = 'published'
               AND checked_digest <> askdoctor_texts_digest(text, explanation)) THEN
        RAISE EXCEPTION 'reply % was not looked at for what identifies somebody', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER hold_looked_at AFTER UPDATE OF title, summary, body, asker_name ON questions_question
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NEW.status = 'published' AND current_setting('askdoctor.erasing', true) IS DISTINCT FROM 'on'
    AND (OLD.title, OLD.summary, OLD.body, OLD.asker_name)
        IS DISTINCT FROM (NEW.title, NEW.summary, NEW.body, NEW.asker_name))
EXECUTE FUNCTION askdoctor_hold_question_looked_at();

CREATE CONSTRAINT TRIGGER hold_looked_at AFTER UPDATE OF text, explanation ON questions_reply
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NEW.status = 'published' AND current_setting('askdoctor.erasing', true) IS DISTINCT FROM 'on'
    AND (OLD.text, OLD.explanation) IS DISTINCT FROM (NEW.text, NEW.explanation))
EXECUTE FUNCTION askdoctor_hold_reply_looked_at();
"""
LET_GO = """
DROP TRIGGER hold_looked_at ON questions_reply;
DROP TRIGGER hold_looked_at ON questions_question;
DROP FUNCTION askdoctor_hold_reply_looked_at();
DROP FUNCTION askdoctor_hold_question_looked_at();
"""


class Migration(migrations.Migration):
    dependencies = [("questions", "0043_log_without_words")]

    operations = [migrations.RunSQL(HOLD, LET_GO)]
