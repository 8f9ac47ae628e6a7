from django.db import migrations

# 1. No public words that were not checked, and none with a finding that nobody has answered, by whatever
#    way they come. Words that are public already stay as they are: they are not checked again before
#    they change.
# 2. An acknowledgement is neither changed nor deleted, but by questions/erasing.py.
HOLD = """
CREATE FUNCTION askdoctor_hold_warnings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.status = 'published' AND (NEW.text, NEW.explanation, NEW.warned_digest, NEW.warnings)
        IS NOT DISTINCT FROM (OLD.text, OLD.explanation, OLD.warned_digest, OLD.warnings) THEN
        RETURN NULL;
    END IF;
    IF NEW.warned_digest <> md5(NEW.text || E'\\n' || NEW.explanation) THEN
        RAISE EXCEPTION 'the words of reply % were not checked (questions/actions/checking.py)', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (SELECT FROM jsonb_array_elements(NEW.warnings) finding WHERE NOT EXISTS (
        SELECT FROM questions_acknowledgement answer WHERE answer.reply_id = NEW.id
            AND (answer.rule, answer.about, answer.words) = (finding->>'rule', finding->>'about', finding->>'words'))) THEN
        RAISE EXCEPTION 'what was found in reply % is not answered', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER hold_warnings AFTER INSERT OR UPDATE OF status, text, explanation, warned_digest, warnings
ON questions_reply FOR EACH ROW WHEN (NEW.status = 'published') EXECUTE FUNCTION askdoctor_hold_warnings();

CREATE FUNCTION askdoctor_keep_acknowledgement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an acknowledgement is not edited: %', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER keep_acknowledgement BEFORE UPDATE OR DELETE ON questions_acknowledgement FOR EACH ROW
WHEN (current_setting('askdoctor.erasing', true) IS DISTINCT FROM 'on')
EXECUTE FUNCTION askdoctor_keep_acknowledgement();
CREATE TRIGGER keep_all_acknowledgements BEFORE TRUNCATE ON questions_acknowledgement FOR EACH STATEMENT
WHEN (current_setting('askdoctor.erasing', true) IS DISTINCT FROM 'on')
EXECUTE FUNCTION askdoctor_keep_acknowledgement();
"""
LET_GO = """
DROP TRIGGER keep_all_acknowledgements ON questions_acknowledgement;
DROP TRIGGER keep_acknowledgement ON questions_acknowledgement;
DROP FUNCTION askdoctor_keep_acknowledgement();
DROP TRIGGER hold_warnings ON questions_reply;
DROP FUNCTION askdoctor_hold_warnings();
"""


class Migration(migrations.Migration):
    dependencies = [("questions", "0036_warnings")]

    operations = [migrations.RunSQL(HOLD, LET_GO)]
