"""What stands in the log, without what opens something, and how each line of it looks."""

import json
import logging
import re
from datetime import UTC, datetime

# The ends of links that are a secret: a ticket's, an invitation's, and that for a new password.
SECRET = re.compile(
    r"(/ticket/|/accounts/invitation/|/accounts/password/reset/key/|/letters/\d+/)[^/\s?\"']{5,}"
)
# What could begin a line of its own, or move the cursor of who reads: control characters, and the
# separators of lines and paragraphs.
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class WithoutSecrets(logging.Filter):
    """Lets every record pass, with such a link cut in its words and in its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = SECRET.sub(r"\1…", record.getMessage()), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = SECRET.sub(r"\1…", record.exc_text)
        return True


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
