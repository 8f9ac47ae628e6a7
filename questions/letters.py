"""Letters to askers: written with what they tell of, made and sent by the worker.

A letter says a question's number and leads to its ticket; of the question itself it says nothing.
"""

import logging
import re
from contextlib import ExitStack, suppress
from datetime import datetime
from smtplib import (
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from django.conf import settings
from django.core import mail
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from questions.models import Contact, Letter, Question

log = logging.getLogger(__name__)

Kind = Letter.Kind
SUBJECTS = {
    Kind.RECEIVED: _("Your question #%(number)s has arrived"),
    Kind.ANSWERED: _("Your question #%(number)s has been answered"),
    Kind.DECLINED: _("Your question #%(number)s was not taken on"),
    Kind.CORRECTED: _("The answer to your question #%(number)s was corrected"),
    Kind.RETRACTED: _("The answer to your question #%(number)s was taken off the site"),
    Kind.DETAILS: _("A doctor asks you something about your question #%(number)s"),
    Kind.REMINDER: _("Your question #%(number)s still waits for your answer"),
    Kind.CLOSED: _("Your question #%(number)s was closed for now"),
    Kind.RESOLVED: _("There is an answer to your question #%(number)s"),
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
        "The answer to your question was corrected. Please read it once more: this page shows how "
        "it is now, with what has changed and why:"
    ),
    Kind.RETRACTED: _(
        "A moderator took the answer to your question off the site. Please do not act on it "
        "without asking a doctor. This is the page of your question:"
    ),
    Kind.DETAILS: _(
        "A doctor has read your question and needs to know a little more before replying. What the "
        "doctor asks, and where you answer, is on this page:"
    ),
    Kind.REMINDER: _(
        "Some days ago a doctor asked you something about your question, and your answer has not "
        "come yet. As soon as it is there, the doctor goes on. You answer on this page:"
    ),
    Kind.CLOSED: _(
        "A doctor asked you something about your question, and no answer came within two weeks, so "
        "we have closed it for now. We hope all is well. If you still need a reply, answer on this "
        "page, and we take it up again:"
    ),
    Kind.RESOLVED: _(
        "A doctor has read your question and found an answer to it that is on our site already. "
        "Your question itself was not made public. The answer and the doctor's line to you are on "
        "this page:"
    ),
}


def write_letter(question: Question, kind: str) -> None:
    """Have this told to who asked, if they gave an address. Call it in the change's transaction."""
    contact = Contact.objects.filter(question=question).exclude(email="").first()
    if contact is None:
        return
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
        stop_link = settings.SITE_URL + stop_address(contact)
        is_declined, is_resolved = letter.kind == Kind.DECLINED, letter.kind == Kind.RESOLVED
        context = {
            "site_name": settings.SITE_NAME,
            "language": letter.language,
            "body": BODIES[letter.kind],
            "link": f"{settings.SITE_URL}{contact.get_absolute_url()}",
            "stop_link": stop_link,
            "reason": question.get_decline_reason_display() if is_declined else "",
            "note": question.decline_note if is_declined else "",
            "answer_link": short_link(question.resolved_by_id) if is_resolved else "",
            "line": question.resolved_note if is_resolved else "",
            "emergency_numbers": gettext(" or ").join(settings.EMERGENCY_NUMBERS),
        }
        context["subject"] = SUBJECTS[letter.kind] % {"number": contact.pk}
        message = mail.EmailMultiAlternatives(
            subject=context["subject"],
            body=render_to_string("questions/letters/letter.txt", context),
            to=[contact.email],
            headers={
                "Message-ID": letter.message_id,
                "Auto-Submitted": "auto-generated",
                # RFC 2369, and RFC 8058: mail programs show a button that posts to it.
                "List-Unsubscribe": f"<{stop_link}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )
        html = render_to_string("questions/letters/letter.html", context)
        message.attach_alternative(html, "text/html")
    return message


def short_link(number: int) -> str:
    """The address of a public question without its title, in the language of now."""
    return f"{settings.SITE_URL}{reverse('question_short', args=[number])}"


def stop_address(contact: Contact) -> str:
    """Where one press ends the letters. The ticket is not in it: programs on the way read headers."""
    return reverse("letters_stop", args=[contact.pk, _signer().signature(str(contact.pk))])


def contact_at(number: int, signature: str) -> Contact | None:
    """Whose letters this address ends, or None where it is not one of ours."""
    try:
        _signer().unsign(f"{number}:{signature}")
    except BadSignature:
        return None
    return Contact.objects.filter(pk=number).first()


def _signer() -> Signer:
    return Signer(salt="questions.letters.stop")


def send_next(now: datetime | None = None) -> bool:
    """Send the letter that is longest due. Returns whether there was one.

    That it is being sent is stored before, and how it ended right after: a worker that is killed in
    between leaves it waiting for a while, and it goes out once more with the same Message-ID.
    The row is locked meanwhile, so that who deletes letters sees which is on its way.
    """
    now = now or timezone.now()
    letter = _begin_next(now)
    if letter is None:
        return False
    with ExitStack() as after, transaction.atomic():
        letters = Letter.objects.waiting().select_related("contact__question__resolved_by")
        letter = letters.select_for_update(of=["self"]).filter(pk=letter.pk).first()
        if letter is not None and letter.is_wanted:
            _try_to_send(letter, now, after)
        elif letter is not None:
            letter.delete()
    return True


@transaction.atomic
def _begin_next(now: datetime) -> Letter | None:
    due = Letter.objects.due(now).select_for_update(skip_locked=True, of=["self"])
    letter = due.first()
    if letter is not None:
        letter.begin(at=now)
    return letter


def _try_to_send(letter: Letter, now: datetime, after: ExitStack) -> None:
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
        letter.mark_sent(at=timezone.now())


def send_all_due() -> None:
    while send_next():
        pass


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


def backlog() -> tuple[int, int]:
    """How many letters wait to be sent, and how many have failed."""
    failed = Letter.objects.filter(status=Letter.Status.FAILED)
    return Letter.objects.waiting().count(), failed.count()
