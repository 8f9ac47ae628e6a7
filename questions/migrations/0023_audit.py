from django.db import migrations

# Two guards of the history (docs/adr: what changed is written down by whoever changes it).
#
# 1. Nobody edits or deletes a row of history, but who erases an asker: questions/erasing.py. When an
#    account is deleted, the name of who acted stays in the reason.
# 2. A change that reached a table without a row of history (update(), a shell, psql) gets one when its
#    transaction ends. It says the database user, or the account that the session names. What stands in a
#    table of its own (tags, sources, files) has its row in the history of what it belongs to.
GUARD = """
CREATE FUNCTION askdoctor_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    name text;
BEGIN
    IF current_setting('askdoctor.erasing', true) = 'on' THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.history_user_id IS NULL AND OLD.history_user_id IS NOT NULL
       AND to_jsonb(NEW) - 'history_user_id' = to_jsonb(OLD) - 'history_user_id' THEN
        SELECT username INTO name FROM auth_user WHERE id = OLD.history_user_id;
        NEW.history_change_reason :=
            left(concat_ws(' ', OLD.history_change_reason, '(by ' || name || ')'), 100);
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'history is not edited: %', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION askdoctor_write_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    history text := TG_ARGV[0];
    now_is jsonb;
    last jsonb;
    -- A doctor at work prolongs the lease every few seconds, and a slug follows from its title.
    apart text[] := ARRAY['lease_until', 'saved_at']
        || CASE WHEN TG_TABLE_NAME = 'questions_question' THEN ARRAY['slug'] ELSE ARRAY[]::text[] END;
BEGIN
    IF current_setting('askdoctor.erasing', true) = 'on' THEN RETURN NULL; END IF;
    EXECUTE format('SELECT to_jsonb(jsonb_populate_record(NULL::%I, to_jsonb(t))) FROM %I t WHERE id = $1',
                   history, TG_TABLE_NAME) INTO now_is USING OLD.id;
    EXECUTE format('SELECT to_jsonb(h) FROM %I h WHERE id = $1 ORDER BY history_id DESC LIMIT 1',
                   history) INTO last USING OLD.id;
    IF now_is IS NULL THEN
        IF last->>'history_type' = '-' THEN RETURN NULL; END IF;
        EXECUTE format('SELECT to_jsonb(jsonb_populate_record(NULL::%I, $1))', history)
            INTO now_is USING to_jsonb(OLD);
    ELSIF TG_TABLE_NAME = 'questions_reply' AND now_is->>'status' = 'draft' AND last->>'status' = 'draft' THEN
        RETURN NULL;  -- saved while it is typed: the history begins when others read it
    ELSIF now_is - ARRAY(SELECT k FROM jsonb_object_keys(now_is) k WHERE k LIKE 'history#_%' ESCAPE '#') - apart
        = last - ARRAY(SELECT k FROM jsonb_object_keys(last) k WHERE k LIKE 'history#_%' ESCAPE '#') - apart THEN
        RETURN NULL;
    END IF;
    EXECUTE format('INSERT INTO %I SELECT (jsonb_populate_record(NULL::%I, $1)).*', history, history)
        USING now_is || jsonb_build_object(
            'history_id', nextval(pg_get_serial_sequence(history, 'history_id')),
            'history_date', clock_timestamp(),
            'history_type', CASE WHEN TG_OP = 'DELETE' THEN '-' ELSE '~' END,
            'history_change_reason', left('outside the site: ' || session_user, 100),
            'history_user_id', nullif(current_setting('askdoctor.user_id', true), '')::bigint);
    RETURN NULL;
END $$;

CREATE FUNCTION askdoctor_write_tagging() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    question bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.content_object_id ELSE NEW.content_object_id END;
    change text;
BEGIN
    IF current_setting('askdoctor.erasing', true) = 'on' THEN RETURN NULL; END IF;
    -- The site writes its own row in the same transaction; its clock may differ by a little.
    PERFORM 1 FROM questions_historicalquestion
        WHERE id = question AND history_date >= transaction_timestamp() - interval '1 second';
    IF FOUND OR NOT EXISTS (SELECT 1 FROM questions_question WHERE id = question) THEN
        RETURN NULL;
    END IF;
    SELECT CASE WHEN TG_OP = 'DELETE' THEN '-' ELSE '+' END || coalesce(name, '?') INTO change
        FROM (SELECT 1) one LEFT JOIN questions_tag
        ON id = CASE WHEN TG_OP = 'DELETE' THEN OLD.tag_id ELSE NEW.tag_id END;
    INSERT INTO questions_historicalquestion
        SELECT (jsonb_populate_record(NULL::questions_historicalquestion, to_jsonb(q) || jsonb_build_object(
            'history_id', nextval(pg_get_serial_sequence('questions_historicalquestion', 'history_id')),
            'history_date', clock_timestamp(), 'history_type', '~',
            'history_change_reason', left(change || ' outside the site: ' || session_user, 100),
            'history_user_id', nullif(current_setting('askdoctor.user_id', true), '')::bigint))).*
        FROM questions_question q WHERE id = question;
    RETURN NULL;
END $$;

CREATE FUNCTION askdoctor_write_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    row_of jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
    reply bigint := (row_of->>'reply_id')::bigint;
    change text;
BEGIN
    IF current_setting('askdoctor.erasing', true) = 'on' THEN RETURN NULL; END IF;
    PERFORM 1 FROM questions_historicalreply
        WHERE id = reply AND history_date >= transaction_timestamp() - interval '1 second';
    IF FOUND OR NOT EXISTS (SELECT 1 FROM questions_reply WHERE id = reply AND status <> 'draft') THEN
        RETURN NULL;
    END IF;
    change := CASE TG_OP WHEN 'DELETE' THEN '-' WHEN 'INSERT' THEN '+' ELSE '~' END
        || TG_ARGV[0] || ' ' || (row_of - ARRAY['id', 'reply_id', 'place'])::text
        || CASE TG_OP WHEN 'UPDATE' THEN ' was ' || (to_jsonb(OLD) - ARRAY['id', 'reply_id', 'place'])::text ELSE '' END;
    INSERT INTO questions_historicalreply
        SELECT (jsonb_populate_record(NULL::questions_historicalreply, to_jsonb(r) || jsonb_build_object(
            'history_id', nextval(pg_get_serial_sequence('questions_historicalreply', 'history_id')),
            'history_date', clock_timestamp(), 'history_type', '~',
            'history_change_reason', change || ' outside the site: ' || session_user,
            'history_user_id', nullif(current_setting('askdoctor.user_id', true), '')::bigint))).*
        FROM questions_reply r WHERE id = reply;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER write_part
AFTER INSERT OR DELETE OR UPDATE ON questions_source DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION askdoctor_write_part('source');

CREATE CONSTRAINT TRIGGER write_part
AFTER INSERT OR DELETE OR UPDATE ON questions_attachment DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION askdoctor_write_part('file');

CREATE CONSTRAINT TRIGGER write_tagging
AFTER INSERT OR DELETE ON questions_taggedquestion DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION askdoctor_write_tagging();
"""
UNGUARD = """
DROP TRIGGER write_tagging ON questions_taggedquestion;
DROP TRIGGER write_part ON questions_source;
DROP TRIGGER write_part ON questions_attachment;
DROP FUNCTION askdoctor_write_part();
DROP FUNCTION askdoctor_write_tagging();
DROP FUNCTION askdoctor_write_history();
DROP FUNCTION askdoctor_keep_history();
"""
# table -> the columns whose change is history; derived ones are none.
AUDITED = {
    "doctors_doctor": "user_id, slug, name, specialty_id, credentials, bio, licence_number,"
    " licence_issuer, licence_expires_on, licence_evidence, verified_at, verified_by_id, suspended_at",
    "doctors_specialty": "slug, name, name_zh_hant, needs_second_reader",
    "questions_question": "title, summary, body, language, specialty_id, asker_name, age_band, sex,"
    " status, is_urgent, asked_at, claimed_by_id, claimed_at, kept_for_id, kept_until, decline_reason,"
    " decline_note, resolved_by_id, resolved_note, published_at, follow_up_of_id, retracted_at,"
    " retraction_reason, duplicate_of_id",
    "questions_reply": "question_id, doctor_id, status, place, text, explanation, replied_at, reviewed_on,"
    " review_due_on, doctor_name, doctor_specialty_id, doctor_was_verified, second_reader_id,"
    " sent_to_reader_at, second_read_at, needs_second_reader, reader_note",
    "questions_pairruling": "question_id, other_id, verdict, ruled_at, ruled_by_id",
    "questions_tag": "name, name_zh_hant, slug, kind",
}


def triggers(table: str, columns: str) -> migrations.RunSQL:
    app, _, model = table.partition("_")
    history = f"{app}_historical{model}"
    return migrations.RunSQL(
        f"""
        CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE ON {history}
        FOR EACH ROW EXECUTE FUNCTION askdoctor_keep_history();
        CREATE CONSTRAINT TRIGGER write_history AFTER DELETE OR UPDATE OF {columns} ON {table}
        DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION askdoctor_write_history('{history}');
        """,
        f"""
        DROP TRIGGER keep_history ON {history};
        DROP TRIGGER write_history ON {table};
        """,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0022_later"),
        ("doctors", "0006_second_reader"),
    ]

    operations = [
        migrations.RunSQL(GUARD, UNGUARD),
        *(triggers(table, columns) for table, columns in AUDITED.items()),
    ]
