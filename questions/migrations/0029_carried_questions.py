from django.db import migrations

# As in 0023_audit, but a topic carries questions too, and those are named by their number.
NAMED = """
        EXECUTE format('SELECT name FROM %I WHERE id = $1 ORDER BY history_id DESC LIMIT 1', history_of_name)
            INTO name USING change.other;
"""
NAMED_OR_NUMBERED = f"""
        IF TG_ARGV[2] = 'questions_question' THEN
            name := '#' || change.other;
        ELSE{NAMED}
        END IF;
"""
FUNCTION = """
CREATE OR REPLACE FUNCTION askdoctor_write_carried() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    app text := split_part(TG_ARGV[0], '_', 1);
    history text := app || '_historical' || split_part(TG_ARGV[0], '_', 2);
    history_of_name text := split_part(TG_ARGV[2], '_', 1) || '_historical' || split_part(TG_ARGV[2], '_', 2);
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
    LOOP%(named)s
        change.sign := change.sign || coalesce(name, '?');
        EXECUTE format('SELECT EXISTS (SELECT FROM %%I WHERE id = $1 AND history_transaction = pg_current_xact_id()'
                       ' AND (history_type = ''+'' OR position($2 IN history_change_reason) > 0))', history)
            INTO said USING change.key, change.sign;
        CONTINUE WHEN said;
        EXECUTE format('SELECT to_jsonb(t) FROM %%I t WHERE id = $1', TG_ARGV[0]) INTO is_now USING change.key;
        CONTINUE WHEN is_now IS NULL;
        PERFORM askdoctor_add_history(history, is_now, '~', change.sign);
    END LOOP;
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("questions", "0028_corrections_to_read")]

    operations = [
        migrations.RunSQL(
            FUNCTION % {"named": NAMED_OR_NUMBERED}, FUNCTION % {"named": NAMED}
        )
    ]
