"""What stands in the log, without what opens something."""

import logging
import re

# The ends of links that are a secret: a ticket's, an invitation's, and that for a new password.
SECRET = re.compile(
    r"(/ticket/|/accounts/invitation/|/accounts/password/reset/key/|/letters/\d+/)[^/\s?\"']{5,}"
)


class WithoutSecrets(logging.Filter):
    """Lets every record pass, with such a link cut in its words and in its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = SECRET.sub(r"\1…", record.getMessage()), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = SECRET.sub(r"\1…", record.exc_text)
        return True
