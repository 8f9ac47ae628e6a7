"""What stands in the log, without what opens something, and how each line of it looks."""

import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import psycopg

# Links whose end is a secret: a ticket's, an invitation's, that for a new password, that which ends
# letters. Who copies one may break it, by a blank, a quotation mark, other letters or one slash too
# many, and the secret is whole all the same: what follows goes to its end. A file of ours in a
# traceback ("/ticket.py") stays.
SECRET = re.compile(
    r"(/(?:ticket|letters|accounts/+(?:invitation|password/+reset/+key)))(?!\w*\.(?:py|html)\b)"
    r"(?=.*\w).+",
    re.IGNORECASE | re.DOTALL,
)
# And in any other path what looks like one, since its beginning may be missing or wrong: long, and with
# capital letters or without a hyphen, as no name in an address of ours is.
RANDOM = re.compile(r"(/[^/\s\"]*?(?<![\w-]))(?=[\w-]*(?:[A-Z]|[a-z0-9]{20}))[\w-]{20,}", re.ASCII)
# What could begin a line of its own, or move the cursor of who reads: control characters, and the
# separators of lines and paragraphs.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class WithoutSecrets(logging.Filter):
    """Lets every record pass, with such a link cut in its words and in its traceback, and with what the
    database quotes."""

    def filter(self, record: logging.LogRecord) -> bool:
        quoted = list(quoted_by_the_database(record))
        record.msg, record.args = without_secrets(without(quoted, record.getMessage())), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            lines = without(quoted, record.exc_text).split("\n")
            record.exc_text = "\n".join(without_secrets(line) for line in lines)
        return True


def quoted_by_the_database(record: logging.LogRecord) -> Iterator[str]:
    """All but the first line of each error of the database: there stands the row that it refused, or the
    statement, with what somebody typed. Whatever its language calls it."""
    told = record.args if isinstance(record.args, tuple) else ()
    seen: list[BaseException] = []
    for error in (*told, *(record.exc_info or ())):
        while isinstance(error, BaseException) and error not in seen:
            seen.append(error)
            if isinstance(error, psycopg.Error) and error.sqlstate:  # said by the server
                yield str(error).partition("\n")[2].strip()
            error = error.__cause__ or error.__context__


def without(quoted: list[str], text: str) -> str:
    for words in filter(None, quoted):
        text = text.replace(words, "…")
    return text


def without_secrets(text: str) -> str:
    return RANDOM.sub(r"\1…", SECRET.sub(r"\1…", text))


class Lines(logging.Formatter):
    """A line for each event: when in UTC, how grave, where from, what. A traceback follows, each of its
    lines set in, so that nothing typed looks like an event."""

    def format(self, record: logging.LogRecord) -> str:
        event = f"{when(record)} {record.levelname} {record.name}: {escaped(record.getMessage())}"
        more = traceback_of(record).split("\n") if traceback_of(record) else []
        return "\n".join([event, *(f"    {escaped(line)}" for line in more)])


class Json(logging.Formatter):
    """An object for each event, in one line."""

    def format(self, record: logging.LogRecord) -> str:
        event = {
            "time": when(record),
            "level": record.levelname,
            "logger": record.name,
            "process": record.process,
            "message": record.getMessage(),
        }
        if traceback_of(record):
            event["traceback"] = traceback_of(record)
        return json.dumps(event)


def when(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def traceback_of(record: logging.LogRecord) -> str:
    text = record.exc_text or ""
    if record.exc_info and not text:
        text = logging.Formatter().formatException(record.exc_info)
    return "\n".join(filter(None, [text, record.stack_info]))


def escaped(text: str) -> str:
    """Each character that is not seen by its number: a line break is "\\n"."""
    return UNSEEN.sub(lambda found: ascii(found[0])[1:-1], text)
