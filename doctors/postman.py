"""How a row that is to be told by e-mail goes out: once, again when that fails, twice at most."""

import logging
import re
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core import mail
from django.db import transaction
from django.utils import timezone

from doctors.posted import Posted, PostedQuerySet

log = logging.getLogger(__name__)


MessageOf = Callable[[Posted], mail.EmailMessage]
# What a mail server has taken while the database was too far away to hear of it: this process knows,
# and says so first of all, before a letter that rests would go out once more.
_taken: list[tuple[type[Posted], int, datetime]] = []


def is_due(letters: PostedQuerySet) -> bool:
    """Whether there is something to send, or to write down of what was sent."""
    return bool(_taken) or letters.due().exists()


def send_next(
    letters: PostedQuerySet, message_of: MessageOf, *, now: datetime | None = None
) -> bool:
    """Send the one of these letters that is longest due. Returns whether there was one.

    That it is being sent is stored before, and how it ended right after: a worker that is killed in
    between leaves it waiting for a while, and it goes out once more with the same Message-ID.
    The row is locked meanwhile, so that who deletes letters sees which is on its way.
    """
    now = now or timezone.now()
    _write_down_taken()
    begun = _begin_next(letters, now)
    if begun is None:
        return False
    with ExitStack() as after, transaction.atomic():
        locked = letters.waiting().select_for_update(of=["self"])
        letter = locked.filter(pk=begun.pk).first()
        if letter is not None and letter.is_wanted:
            _try_to_send(letter, message_of, now, after)
        elif letter is not None:
            letter.delete()
    if letter is not None and letter.status == Posted.Status.SENT:  # so it can be reached again
        _taken.clear()
        letters.held_up(now).update(due_at=now)
    return True


def _write_down_taken() -> None:
    while _taken:
        model, pk, at = _taken[0]
        letter = model.objects.waiting().filter(pk=pk).first()
        if letter is not None:
            letter.mark_sent(at=at)
        _taken.pop(0)


@transaction.atomic
def _begin_next(letters: PostedQuerySet, now: datetime) -> Posted | None:
    letter = letters.due(now).select_for_update(skip_locked=True, of=["self"]).first()
    if letter is not None:
        letter.begin(at=now)
    return letter


def _try_to_send(letter: Posted, message_of: MessageOf, now: datetime, after: ExitStack) -> None:
    is_clear = True
    try:
        connection = mail.get_connection()
        after.callback(_hang_up, connection)
        message = message_of(letter)
        message.message()  # an address that makes no header fails here
        connection.open()
        is_clear = False  # from here on the server may take it without our hearing of it
        connection.send_messages([message])
    except Exception as error:  # whatever it is, the other letters and the worker go on
        reason = reason_of(error)
        log.warning("Letter %s could not be sent: %s", letter, reason)
        was_refused = isinstance(error, (SMTPResponseException, SMTPRecipientsRefused))
        letter.put_off(at=now, error=reason, is_clear=is_clear or was_refused)
    else:
        taken_at = timezone.now()
        _taken.append((type(letter), letter.pk, taken_at))
        letter.mark_sent(at=taken_at)


def _hang_up(connection) -> None:
    """It can wait until the letter is marked, and it may fail."""
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
