"""Letters to askers: written with what they tell of, made and sent by the worker.

A letter says a question's number and leads to its ticket; of the question itself it says nothing.
"""

import logging
import re
from contextlib import ExitStack, suppress
from datetime import datetime
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core import mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from questions.models import Contact, Letter, Question

log = logging.getLogger(__name__)

Kind = Letter.Kind
OF_AN_ANSWER = {Kind.ANSWERED, Kind.CORRECTED, Kind.RETRACTED}
SUBJECTS = {
    Kind.RECEIVED: _("Your question #%(number)s has arrived"),
    Kind.ANSWERED: _("Your question #%(number)s has been answered"),
    Kind.DECLINED: _("Your question #%(number)s was not taken on"),
    Kind.CORRECTED: _("The answer to your question #%(number)s was corrected"),
    Kind.RETRACTED: _("The answer to your question #%(number)s was taken off the site"),
}
BODIES = {
    Kind.RECEIVED: _(
        "Your question has arrived. We write again when a doctor has replied, or when it cannot be "
        "taken on. This page shows how far it has come, and there you can take it back:"
    ),
    Kind.ANSWERED: _(
        "A doctor has replied to your question. Question and reply are public now, and this page "
        "shows them to you:"
    ),
    Kind.DECLINED: _(
        "A moderator has read your question and could not pass it on to a doctor. Nothing of it "
        "was made public. You are welcome to ask in another way. This is the page of your question:"
    ),
    Kind.CORRECTED: _(
        "The doctor has corrected the reply to your question. Please read it again: what changed "
        "and why stands below it. This is the page of your question:"
    ),
    Kind.RETRACTED: _(
        "A moderator took the answer to your question off the site. Please do not act on it "
        "without asking a doctor. This is the page of your question:"
    ),
}


def write_letter(question: Question, kind: str) -> None:
    """Have this told to who asked, if they gave an address. Call it in the change's transaction.

    What becomes of an answer is told to those as well who asked the same.
    """
    asked = Q(question=question)
    if kind in OF_AN_ANSWER:
        asked |= Q(question__duplicate_of=question, question__status=Question.Status.RESOLVED)
    for contact in Contact.objects.filter(asked).exclude(email=""):
        # One that has not gone out would say the same, or what was true before.
        Letter.objects.unsent().filter(contact=contact, kind=kind).delete()
        Letter.objects.create(contact=contact, kind=kind, language=contact.language)


def drop_letters(question: Question) -> None:
    """Forget what has not been sent. One on its way this moment is not waited for."""
    unsent = Letter.objects.unsent().filter(contact__question=question)
    free = unsent.select_for_update(skip_locked=True, of=["self"]).values_list("pk", flat=True)
    Letter.objects.filter(pk__in=list(free)).delete()


def message_of(letter: Letter) -> mail.EmailMultiAlternatives:
    """The letter as it goes out, in its language: plain text, and the same as HTML."""
    contact, question = letter.contact, letter.contact.question
    with override(letter.language):
        is_declined = letter.kind == Kind.DECLINED
        context = {
            "site_name": settings.SITE_NAME,
            "language": letter.language,
            "body": BODIES[letter.kind],
            "link": f"{settings.SITE_URL}{contact.get_absolute_url()}",
            "reason": question.get_decline_reason_display() if is_declined else "",
            "note": question.decline_note if is_declined else "",
            "emergency_numbers": gettext(" or ").join(settings.EMERGENCY_NUMBERS),
        }
        context["subject"] = SUBJECTS[letter.kind] % {"number": contact.pk}
        message = mail.EmailMultiAlternatives(
            subject=context["subject"],
            body=render_to_string("questions/letters/letter.txt", context),
            to=[contact.email],
            headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
        )
        html = render_to_string("questions/letters/letter.html", context)
        message.attach_alternative(html, "text/html")
    return message


def send_next(now: datetime | None = None) -> bool:
    """Send the letter that is longest due. Returns whether there was one.

    The row is locked meanwhile, so that no second worker takes it, and marked in the transaction
    that ends right after the mail server has acknowledged it: a worker that is killed between the
    two leaves it waiting, and it goes out once more with the same Message-ID.
    """
    now = now or timezone.now()
    with ExitStack() as after, transaction.atomic():
        letters = Letter.objects.due(now).select_related("contact__question__duplicate_of")
        letter = letters.select_for_update(skip_locked=True, of=["self"]).first()
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


def send_all_due() -> None:
    while send_next():
        pass


def _deliver(message: mail.EmailMultiAlternatives, after: ExitStack) -> None:
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


def backlog() -> tuple[int, int]:
    """How many letters wait to be sent, and how many have failed."""
    failed = Letter.objects.filter(status=Letter.Status.FAILED)
    return Letter.objects.waiting().count(), failed.count()
