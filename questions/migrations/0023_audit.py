from django.db import migrations

# Two guards of the history (docs/adr/0011-every-change-is-written-down.md).
#
# 1. Nobody edits, deletes or truncates a history, but who erases an asker: questions/erasing.py. When an
#    account is deleted, the name of who acted stays in the reason.
# 2. A change that reached a table without a row of history (update(), bulk_create(), a shell, psql) gets
#    one when its transaction ends. It says the database user, or the account that the session names. What
#    stands in a table of its own (tags, sources, files, a doctor's other specialties) has its row in the
#    history of what it belongs to.
#
# Each row of history knows its transaction (history_transaction), but for those that the triggers write:
# so these tell what the site has written down in this one from what nobody has.
WATCHED = "WHEN (current_setting('askdoctor.erasing', true) IS DISTINCT FROM 'on')"
GUARD = """
CREATE FUNCTION askdoctor_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    name text;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.history_user_id IS NULL AND OLD.history_user_id IS NOT NULL
       AND to_jsonb(NEW) - 'history_user_id' = to_jsonb(OLD) - 'history_user_id' THEN
        SELECT username INTO name FROM auth_user WHERE id = OLD.history_user_id;
        NEW.history_change_reason := concat_ws(' ', OLD.history_change_reason, '(by ' || name || ')');
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'history is not edited: % of %', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION askdoctor_keep_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The history of the reply says who it was, when their account is deleted.
    IF TG_OP = 'UPDATE' AND NEW.corrected_by_id IS NULL
       AND to_jsonb(NEW) - 'corrected_by_id' = to_jsonb(OLD) - 'corrected_by_id' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a correction is not edited: % of %', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION askdoctor_add_history(history text, is_now jsonb, kind text, reason text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('INSERT INTO %I SELECT (jsonb_populate_record(NULL::%I, $1)).*', history, history)
        USING is_now || jsonb_build_object(
            'history_id', nextval(pg_get_serial_sequence(history, 'history_id')),
            'history_date', clock_timestamp(),
            'history_type', kind,
            'history_change_reason', concat_ws(' ', reason, 'outside the site: ' || session_user),
            'history_user_id', nullif(current_setting('askdoctor.user_id', true), '')::bigint);
END $$;

CREATE FUNCTION askdoctor_write_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    history text := TG_ARGV[0];
    key bigint := CASE TG_OP WHEN 'INSERT' THEN NEW.id ELSE OLD.id END;
    is_now jsonb;
    last jsonb;
    kind text := '~';
    -- A doctor at work prolongs the lease every few seconds, and a slug follows from its title.
    apart text[] := ARRAY['lease_until', 'saved_at']
        || CASE WHEN TG_TABLE_NAME = 'questions_question' THEN ARRAY['slug'] ELSE ARRAY[]::text[] END;
BEGIN
    EXECUTE format('SELECT to_jsonb(jsonb_populate_record(NULL::%I, to_jsonb(t))) FROM %I t WHERE id = $1',
                   history, TG_TABLE_NAME) INTO is_now USING key;
    EXECUTE format('SELECT to_jsonb(h) FROM %I h WHERE id = $1 ORDER BY history_id DESC LIMIT 1',
                   history) INTO last USING key;
    IF is_now IS NULL THEN
        kind := '-';
        IF TG_OP = 'INSERT' OR last->>'history_type' = '-' THEN RETURN NULL; END IF;
        EXECUTE format('SELECT to_jsonb(jsonb_populate_record(NULL::%I, $1))', history)
            INTO is_now USING to_jsonb(OLD);
    ELSIF TG_TABLE_NAME = 'questions_reply' AND is_now->>'status' = 'draft'
        AND coalesce(last->>'status', 'draft') = 'draft' THEN
        RETURN NULL;  -- saved while it is typed: the history begins when others read it
    ELSIF is_now - ARRAY(SELECT k FROM jsonb_object_keys(is_now) k WHERE k LIKE 'history#_%' ESCAPE '#') - apart
        = last - ARRAY(SELECT k FROM jsonb_object_keys(last) k WHERE k LIKE 'history#_%' ESCAPE '#') - apart THEN
        RETURN NULL;
    ELSIF TG_OP = 'INSERT' AND coalesce(last->>'history_type', '-') = '-' THEN
        kind := '+';
    END IF;
    PERFORM askdoctor_add_history(history, is_now, kind, NULL);
    RETURN NULL;
END $$;

-- What a row carries by name: a question its tags, a doctor their other specialties. The arguments are
-- the table and the column of who carries, and those of what is carried.
CREATE FUNCTION askdoctor_write_carried() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    app text := split_part(TG_ARGV[0], '_', 1);
    history text := app || '_historical' || split_part(TG_ARGV[0], '_', 2);
    history_of_name text := app || '_historical' || split_part(TG_ARGV[2], '_', 2);
    change record;
    name text;
    is_now jsonb;
    said boolean;
BEGIN
    FOR change IN
        SELECT sign, (carried->>TG_ARGV[1])::bigint AS key, (carried->>TG_ARGV[3])::bigint AS other
        FROM (VALUES ('-', to_jsonb(OLD)), ('+', to_jsonb(NEW))) AS both_ends (sign, carried)
        WHERE carried IS NOT NULL AND (TG_OP <> 'UPDATE'
            OR (to_jsonb(OLD)->TG_ARGV[1], to_jsonb(OLD)->TG_ARGV[3])
                IS DISTINCT FROM (to_jsonb(NEW)->TG_ARGV[1], to_jsonb(NEW)->TG_ARGV[3]))
    LOOP
        EXECUTE format('SELECT name FROM %I WHERE id = $1 ORDER BY history_id DESC LIMIT 1', history_of_name)
            INTO name USING change.other;
        change.sign := change.sign || coalesce(name, '?');
        EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE id = $1 AND history_transaction = pg_current_xact_id()'
                       ' AND (history_type = ''+'' OR position($2 IN history_change_reason) > 0))', history)
            INTO said USING change.key, change.sign;
        CONTINUE WHEN said;
        EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE id = $1', TG_ARGV[0]) INTO is_now USING change.key;
        CONTINUE WHEN is_now IS NULL;
        PERFORM askdoctor_add_history(history, is_now, '~', change.sign);
    END LOOP;
    RETURN NULL;
END $$;

CREATE FUNCTION askdoctor_write_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    row_of jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
    reply bigint := (row_of->>'reply_id')::bigint;
    is_now jsonb;
BEGIN
    SELECT to_jsonb(r) INTO is_now FROM questions_reply r WHERE id = reply AND status <> 'draft';
    IF is_now IS NULL OR EXISTS (SELECT FROM questions_historicalreply
        WHERE id = reply AND history_transaction = pg_current_xact_id()) THEN
        RETURN NULL;
    END IF;
    PERFORM askdoctor_add_history('questions_historicalreply', is_now, '~',
        CASE TG_OP WHEN 'DELETE' THEN '-' WHEN 'INSERT' THEN '+' ELSE '~' END
        || TG_ARGV[0] || ' ' || (row_of - ARRAY['id', 'reply_id', 'place'])::text
        || CASE TG_OP WHEN 'UPDATE' THEN ' was ' || (to_jsonb(OLD) - ARRAY['id', 'reply_id', 'place'])::text ELSE '' END);
    RETURN NULL;
END $$;
"""
UNGUARD = """
DROP FUNCTION askdoctor_write_part();
DROP FUNCTION askdoctor_write_carried();
DROP FUNCTION askdoctor_write_history();
DROP FUNCTION askdoctor_add_history(text, jsonb, text, text);
DROP FUNCTION askdoctor_keep_correction();
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
    "questions_synonym": "tag_id, name, slug",
}
# table -> what changes of it are watched, and the function that writes them down.
PARTS = {
    "questions_taggedquestion": (
        "UPDATE OF tag_id, content_object_id",
        "askdoctor_write_carried('questions_question', 'content_object_id', 'questions_tag', 'tag_id')",
    ),
    "doctors_doctor_other_specialties": (
        "UPDATE",
        "askdoctor_write_carried('doctors_doctor', 'doctor_id', 'doctors_specialty', 'specialty_id')",
    ),
    "questions_source": ("UPDATE", "askdoctor_write_part('source')"),
    "questions_attachment": ("UPDATE", "askdoctor_write_part('file')"),
}


def write(name: str, table: str, update: str, function: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"""
        CREATE CONSTRAINT TRIGGER {name} AFTER INSERT OR DELETE OR {update} ON {table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW {WATCHED} EXECUTE FUNCTION {function};
        """,
        f"DROP TRIGGER {name} ON {table};",
    )


def keep(table: str, function: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"""
        CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW {WATCHED} EXECUTE FUNCTION {function}();
        CREATE TRIGGER keep_all_history BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT {WATCHED} EXECUTE FUNCTION {function}();
        """,
        f"DROP TRIGGER keep_history ON {table}; DROP TRIGGER keep_all_history ON {table};",
    )


def audit(table: str, columns: str) -> list[migrations.RunSQL]:
    app, _, model = table.partition("_")
    history = f"{app}_historical{model}"
    return [
        migrations.RunSQL(
            f"ALTER TABLE {history} ADD history_transaction xid8 DEFAULT pg_current_xact_id();",
            f"ALTER TABLE {history} DROP history_transaction;",
        ),
        keep(history, "askdoctor_keep_history"),
        write("write_history", table, f"UPDATE OF {columns}", f"askdoctor_write_history('{history}')"),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0022_later"),
        ("doctors", "0006_second_reader"),
    ]

    operations = [
        migrations.RunSQL(GUARD, UNGUARD),
        *(one for table, columns in AUDITED.items() for one in audit(table, columns)),
        *(write("write_part", table, *how) for table, how in PARTS.items()),
        keep("questions_correction", "askdoctor_keep_correction"),
        # Synonyms have had no history: it begins with what they are.
        migrations.RunSQL(
            """
            INSERT INTO questions_historicalsynonym (id, name, slug, tag_id, history_date, history_type)
            SELECT id, name, slug, tag_id, now(), '+' FROM questions_synonym ORDER BY id
            """,
            migrations.RunSQL.noop,
        ),
    ]
