from django.db import migrations

# What is in a question or reply that may identify somebody, and has not been answered for, keeps it from
# becoming public, whoever tries (docs/adr/0013-what-identifies-blocks-in-the-database.md):
#
# 1. No status becomes "published" while a finding is open, nor while the texts are others than those that
#    were looked at last.
# 2. No finding is written as open below what is public.
# 3. An open finding that is deleted leaves the texts as not looked at.
#
# What is inserted as published (an import of what is public elsewhere) counts as it is.
BLOCK = """
CREATE FUNCTION askdoctor_texts_digest(VARIADIC texts text[]) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT md5(array_to_string(texts, E'\\x1f')) $$;

CREATE FUNCTION askdoctor_keep_question_unread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM questions_finding
               WHERE question_id = NEW.id AND reply_id IS NULL AND kept_at IS NULL) THEN
        RAISE EXCEPTION 'question % may identify somebody', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.checked_digest <> askdoctor_texts_digest(NEW.title, NEW.summary, NEW.body, NEW.asker_name) THEN
        RAISE EXCEPTION 'question % was not looked at for what identifies somebody', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION askdoctor_keep_reply_unread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM questions_finding WHERE reply_id = NEW.id AND kept_at IS NULL) THEN
        RAISE EXCEPTION 'reply % may identify somebody', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.checked_digest <> askdoctor_texts_digest(NEW.text, NEW.explanation) THEN
        RAISE EXCEPTION 'reply % was not looked at for what identifies somebody', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION askdoctor_keep_finding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    state text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.reply_id IS NULL THEN
            UPDATE questions_question SET checked_digest = '' WHERE id = OLD.question_id;
        ELSE
            UPDATE questions_reply SET checked_digest = '' WHERE id = OLD.reply_id;
        END IF;
        RETURN NULL;
    END IF;
    -- Who publishes at this moment holds the row: the lock waits, and sees what became of it.
    IF NEW.reply_id IS NULL THEN
        SELECT status INTO state FROM questions_question WHERE id = NEW.question_id FOR SHARE;
    ELSE
        SELECT status INTO state FROM questions_reply WHERE id = NEW.reply_id FOR SHARE;
    END IF;
    IF state = 'published' THEN
        RAISE EXCEPTION 'what is public holds nothing open that may identify somebody'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_unread BEFORE UPDATE OF status ON questions_question FOR EACH ROW
WHEN (NEW.status = 'published' AND OLD.status <> 'published')
EXECUTE FUNCTION askdoctor_keep_question_unread();
CREATE TRIGGER keep_unread BEFORE UPDATE OF status ON questions_reply FOR EACH ROW
WHEN (NEW.status = 'published' AND OLD.status <> 'published')
EXECUTE FUNCTION askdoctor_keep_reply_unread();
CREATE TRIGGER keep_finding AFTER INSERT OR UPDATE ON questions_finding FOR EACH ROW
WHEN (NEW.kept_at IS NULL) EXECUTE FUNCTION askdoctor_keep_finding();
CREATE TRIGGER keep_finding_away AFTER DELETE ON questions_finding FOR EACH ROW
WHEN (OLD.kept_at IS NULL) EXECUTE FUNCTION askdoctor_keep_finding();
"""
UNBLOCK = """
DROP TRIGGER keep_finding_away ON questions_finding;
DROP TRIGGER keep_finding ON questions_finding;
DROP TRIGGER keep_unread ON questions_reply;
DROP TRIGGER keep_unread ON questions_question;
DROP FUNCTION askdoctor_keep_finding();
DROP FUNCTION askdoctor_keep_reply_unread();
DROP FUNCTION askdoctor_keep_question_unread();
DROP FUNCTION askdoctor_texts_digest(text[]);
"""


class Migration(migrations.Migration):
    dependencies = [("questions", "0031_findings")]

    operations = [migrations.RunSQL(BLOCK, UNBLOCK)]
