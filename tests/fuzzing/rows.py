"""What an input has written, and what should never stand in the database."""

import re

from django.core.files.storage import default_storage
from django.db import connection, transaction

# Written whether something is done or refused: how often somebody tried, what a browser has typed, and
# when somebody signed in was last there.
OF_ANY_REQUEST = {
    "django_session",
    "usersessions_usersession",
    "askdoctor_cache",
    "questions_tickettries",
    "questions_sentcount",
}

# name -> rows that break what belongs together, as (number, what). Mostly nothing in the database itself
# could say it, since it stands in more than one table.
#
# What was written below a question that its asker took back stays as it was, signed or waiting for a reader:
# the question decides who sees it, and that is nobody, for no question comes back from there. Undoing the
# replies as well would write over what their doctors had signed, and history keeps that. So "withdrawn" is
# among the statuses that a question may have above a public reply, and above one in review.
BROKEN = {
    "public without a public reply": """
        SELECT id FROM questions_question q WHERE status = 'published' AND NOT EXISTS (
            SELECT FROM questions_reply WHERE question_id = q.id AND status = 'published' AND place = 1)""",
    "public reply below what is not public": """
        SELECT r.id FROM questions_reply r JOIN questions_question q ON q.id = r.question_id
        WHERE r.status = 'published' AND q.status NOT IN ('published', 'retracted', 'withdrawn')""",
    "public, and search does not know it": """
        SELECT id FROM questions_question q WHERE status = 'published' AND NOT EXISTS (
            SELECT FROM questions_searchdocument d
            WHERE d.question_id = q.id AND d.published_at = q.published_at)""",
    "not public, and search knows it": """
        SELECT q.id FROM questions_searchdocument d JOIN questions_question q ON q.id = d.question_id
        WHERE q.status <> 'published'""",
    "signed otherwise than its reply": """
        SELECT q.id FROM questions_question q JOIN questions_reply r ON r.question_id = q.id
        WHERE q.status = 'published' AND r.status = 'published' AND r.place = 1
            AND (q.replied_by, q.replied_by_verified) <> (r.doctor_name, r.doctor_was_verified)""",
    "public reply that was not rendered": """
        SELECT id FROM questions_reply WHERE status = 'published'
            AND (text ~ '[[:alnum:]]' AND text !~ '<' AND text_html = ''
                OR explanation ~ '[[:alnum:]]' AND explanation !~ '[<[]' AND explanation_html = '')""",
    "public question that was not rendered": """
        SELECT id FROM questions_question WHERE status = 'published' AND body ~ '[[:alnum:]]'
            AND body !~ '<' AND body_html = ''""",
    "public with something open that may identify": """
        SELECT q.id FROM questions_finding f JOIN questions_question q ON q.id = f.question_id
        LEFT JOIN questions_reply r ON r.id = f.reply_id
        WHERE f.kept_at IS NULL AND coalesce(r.status, q.status) = 'published'""",
    "public reply whose words were not checked": """
        SELECT id FROM questions_reply WHERE status = 'published'
            AND warned_digest <> md5(text || E'\\n' || explanation)""",
    "public reply with an unanswered finding": """
        SELECT r.id FROM questions_reply r, jsonb_array_elements(r.warnings) finding
        WHERE r.status = 'published' AND NOT EXISTS (
            SELECT FROM questions_acknowledgement a WHERE a.reply_id = r.id AND (a.rule, a.about, a.words)
                = (finding->>'rule', finding->>'about', finding->>'words'))""",
    "waits for a reader, and nothing is there to read": """
        SELECT id FROM questions_question q WHERE status = 'in_review' AND NOT EXISTS (
            SELECT FROM questions_reply WHERE question_id = q.id AND status = 'in_review')""",
    "read by nobody, since its question is over": """
        SELECT r.id FROM questions_reply r JOIN questions_question q ON q.id = r.question_id
        WHERE r.status = 'in_review' AND q.status NOT IN ('in_review', 'published', 'retracted', 'withdrawn')""",
    "correction to read of what is not public": """
        SELECT c.id FROM questions_correctiontoread c JOIN questions_reply r ON r.id = c.reply_id
        WHERE r.status NOT IN ('published', 'retracted')""",
    "needs details, and nobody asked": """
        SELECT id FROM questions_question q WHERE status = 'needs_details' AND NOT EXISTS (
            SELECT FROM questions_detailsrequest WHERE question_id = q.id AND answered_at IS NULL
                AND closed_at IS NULL)""",
    "withdrawn, and its asker is still known": """
        SELECT q.id FROM questions_question q JOIN questions_contact c ON c.question_id = q.id
        WHERE q.status = 'withdrawn' AND c.sealed_email <> ''""",
    "list of a tag out of step": """
        SELECT t.id FROM questions_taggedquestion t JOIN questions_question q ON q.id = t.content_object_id
        WHERE t.published_at IS DISTINCT FROM CASE WHEN q.status = 'published' THEN q.published_at END""",
    "list of a topic out of step": """
        SELECT t.id FROM faq_relatedtopic t JOIN questions_question q ON q.id = t.question_id
        WHERE t.published_at IS DISTINCT FROM CASE WHEN q.status = 'published' THEN q.published_at END""",
    "history does not know the question": """
        SELECT id FROM questions_question q WHERE (q.status, q.title, q.body, q.published_at) IS DISTINCT FROM (
            SELECT (h.status, h.title, h.body, h.published_at) FROM questions_historicalquestion h
            WHERE h.id = q.id ORDER BY history_id DESC LIMIT 1)""",
    "history does not know the reply": """
        SELECT id FROM questions_reply r WHERE status <> 'draft'
            AND (r.status, r.text, r.explanation) IS DISTINCT FROM (
                SELECT (h.status, h.text, h.explanation) FROM questions_historicalreply h
                WHERE h.id = r.id ORDER BY history_id DESC LIMIT 1)""",
    "letter to nobody": """
        SELECT l.id FROM questions_letter l JOIN questions_contact c ON c.question_id = l.contact_id
        WHERE l.status = 'waiting' AND c.sealed_email = ''""",
    "address that is not sealed": """
        SELECT question_id AS id FROM questions_contact WHERE sealed_email <> '' AND sealed_email !~ '^gAAAA'""",
    "topic without a slug, tag without a slug": """
        SELECT id FROM questions_tag WHERE slug = '' OR name = ''
        UNION ALL SELECT id FROM faq_topic WHERE slug = '' OR name = ''""",
    "half a character, or what no text holds": """
        WITH texts AS (
            SELECT id, title || summary || body || asker_name AS words FROM questions_question
            UNION ALL SELECT id, text || explanation FROM questions_reply
            UNION ALL SELECT id, name || name_zh_hant || overview FROM faq_topic
            UNION ALL SELECT id, name || name_zh_hant FROM questions_tag
            UNION ALL SELECT id, name FROM questions_synonym
            UNION ALL SELECT id, name || credentials || bio FROM doctors_doctor)
        SELECT id FROM texts WHERE words ~ '[\\u202a-\\u202e\\u2066-\\u2069]'""",
}


TABLES_OF = {
    what: frozenset(re.findall(r"\b(?:doctors|questions|faq)_\w+", statement))
    for what, statement in BROKEN.items()
}


def end_of_transaction() -> None:
    """What is done and looked at there, now. Raises IntegrityError for what is left over (a foreign key)."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def broken_rows(tables: set[str] | None = None) -> list[str]:
    """What stands in the database and never should: "what it is: its number"; where nothing but these
    tables was written, only what that could have broken."""
    rules = [what for what in BROKEN if tables is None or tables & TABLES_OF[what]]
    found = []
    with connection.cursor() as cursor:
        if rules:
            cursor.execute(
                " UNION ALL ".join(
                    f"SELECT {place}, b.id::bigint FROM ({BROKEN[what]}) b"  # noqa: S608 - our own
                    for place, what in enumerate(rules)
                )
            )
            found = [f"{rules[place]}: {pk}" for place, pk in cursor.fetchall()]
        if tables is None or "questions_attachment" in tables:
            cursor.execute("SELECT key FROM questions_attachment")
            keys = [key for (key,) in cursor.fetchall()]
            found += [
                f"file that is not there: {key}" for key in keys if not default_storage.exists(key)
            ]
    return found


def written() -> dict[str, int]:
    """table -> how many rows the transaction has written in it so far, those taken back included."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
                + pg_stat_get_xact_tuples_deleted(oid)
            FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"""
        )
        return dict(cursor.fetchall())


def written_since(before: dict[str, int]) -> set[str]:
    """Tables with rows written since then. What it leaves out is as it was."""
    return {
        table
        for table, count in written().items()
        if count != before[table] and table not in OF_ANY_REQUEST
    }


def changed_since(point: str, before: dict[str, int]) -> list[str]:
    """The tables in which something is not as it was at this savepoint, to which it goes back."""
    tables = sorted(written_since(before))
    after = _rows_of(tables)
    transaction.savepoint_rollback(point)
    return [
        table
        for table, now, then in zip(tables, after, _rows_of(tables), strict=True)
        if now != then
    ]


def _rows_of(tables: list[str]) -> list[tuple]:
    """A number of the rows of each, and one that changes with any value in them."""
    with connection.cursor() as cursor:
        numbers = []
        for table in tables:
            cursor.execute(
                f"SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM {table} t"  # noqa: S608 - a name of a table
            )
            numbers.append(cursor.fetchone())
        return numbers
