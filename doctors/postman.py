"""How a row that is to be told by e-mail goes out: once, and again when that fails."""

import logging
import re
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core import mail
from django.db import transaction
from django.utils import timezone

from doctors.posted import Posted, PostedQuerySet

log = logging.getLogger(__name__)


def send_next(
    letters: PostedQuerySet,
    message_of: Callable[[Posted], mail.EmailMessage],
    *,
    now: datetime | None = None,
) -> bool:
    """Send the one of these letters that is longest due. Returns whether there was one.

    The row is locked meanwhile, so that no second worker takes it, and marked in the transaction
    that ends right after the mail server has acknowledged it: a worker that is killed between the
    two leaves it waiting, and it goes out once more with the same Message-ID.
    """
    now = now or timezone.now()
    with ExitStack() as after, transaction.atomic():
        letter = letters.due(now).select_for_update(skip_locked=True, of=["self"]).first()
        if letter is None:
            return False
        if not letter.is_wanted:
            letter.delete()
            return True
        try:
            _deliver(message_of(letter), after)
        except Exception as error:  # whatever it is, the other letters and the worker go on
            reason = reason_of(error)
            log.warning("Letter %s could not be sent: %s", letter, reason)
            letter.put_off(at=now, error=reason)
        else:
            letter.mark_sent(at=timezone.now())
    return True


def _deliver(message: mail.EmailMessage, after: ExitStack) -> None:
    """Returns when the server has taken it. To hang up can wait, and may fail: see `after`."""
    connection = mail.get_connection()
    after.callback(_hang_up, connection)
    connection.open()
    connection.send_messages([message])


def _hang_up(connection) -> None:
    with suppress(OSError):  # SMTPException is one
        connection.close()


def reason_of(error: Exception) -> str:
    """What went wrong, in codes: the words of a mail server may repeat the address."""
    name = type(error).__name__
    if isinstance(error, SMTPRecipientsRefused):
        answers = list(error.recipients.values())
    elif hasattr(error, "smtp_code"):
        answers = [(error.smtp_code, error.smtp_error)]
    elif isinstance(error, OSError) and not isinstance(error, SMTPException):
        return f"{name}: {error.strerror}" if error.strerror else name
    else:
        return name
    codes = [code for answer in answers for code in _codes(*answer)]
    return f"{name}: {' '.join(codes)}"


def _codes(code: int, words: bytes | str) -> list[str]:
    """The reply code, and the finer one at the start of the words (RFC 3463): 550 5.1.1"""
    text = words.decode(errors="replace") if isinstance(words, bytes) else str(words)
    finer = re.match(r"[245]\.\d{1,3}\.\d{1,3}\b", text)
    return [str(code), finer[0]] if finer else [str(code)]
