"""Letters to askers: written with what they tell of, made and sent by the worker.

A letter says a question's number and leads to its ticket; of the question itself it says nothing.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core import mail
from django.core.signing import BadSignature, Signer
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from doctors import postman
from questions.models import Contact, Letter, Question
from questions.models.question_queryset import WAITING

security_log = logging.getLogger("askdoctor.security")

Kind = Letter.Kind
# So long after the last letter an address is still there, for one who writes back.
ADDRESS_KEPT = timedelta(days=30)
# What those are told as well who asked the same, and those whom a doctor pointed to the answer.
TOLD_TO_DUPLICATES = {Kind.ANSWERED, Kind.ANOTHER, Kind.RESOLVED, Kind.CORRECTED, Kind.RETRACTED}
TOLD_TO_POINTED = {Kind.CORRECTED, Kind.RETRACTED}
SUBJECTS = {
    Kind.RECEIVED: _("Your question #%(number)s has arrived"),
    Kind.ANSWERED: _("Your question #%(number)s has been answered"),
    Kind.ANOTHER: _("Another doctor has replied to your question #%(number)s"),
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
        "Your question has arrived. We write again when a doctor has replied or asks you something, or "
        "when it cannot be taken on. This page shows how far it has come, and there you can take it back:"
    ),
    Kind.ANSWERED: _(
        "A doctor has replied to your question. Question and reply are public now, and this page "
        "shows them to you:"
    ),
    Kind.ANOTHER: _(
        "Another doctor has added a reply to the answer to your question. What stood there before "
        "still stands. This page leads you to all of it:"
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
        "The answer to your question was taken off the site. Please do not act on it without "
        "asking a doctor. This is the page of your question:"
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
# Of what a moderator declined because it cannot wait, tells who somebody is, or is answered; where stands
# below.
BODIES_OF_DECLINED = {
    Question.DeclineReason.EMERGENCY: _(
        "A moderator has read your question. Please do not wait for a reply here: see a doctor in "
        "person now. Nothing of it was made public. This is the page of your question:"
    ),
    Question.DeclineReason.IDENTIFYING: _(
        "A moderator has read your question and could not pass it on to a doctor. Nothing of it "
        "was made public. Leave out names, places and numbers, and ask again. This is the page of your "
        "question:"
    ),
    Question.DeclineReason.NO_DETAILS: _(
        "A doctor asked you something about your question, and no answer has come, so we have closed it "
        "for now. If you still need a reply, answer on this page, and we take it up again:"
    ),
    Question.DeclineReason.ANSWERED: _(
        "A moderator has read your question: it has been answered on our site already. Nothing of "
        "yours was made public. Where you find the answer stands below, and on the page of your "
        "question:"
    ),
}
# Of what answers a question that is the same as another one.
ANSWERED_ELSEWHERE = _(
    "Somebody asked the same as you, and there is an answer to it. Your question itself was not "
    "made public. You find the answer on this page:"
)
BODIES_OF_DUPLICATES = BODIES | {
    Kind.ANSWERED: ANSWERED_ELSEWHERE,
    Kind.RESOLVED: ANSWERED_ELSEWHERE,
}


def write_letter(question: Question, kind: str) -> int:
    """Have this told to who asked, if they gave an address. Call it in the change's transaction.

    What becomes of an answer is told to those as well who asked the same; and of one that readers
    have seen, to those who were pointed to it. Returns how many are told.
    """
    contacts = list(contacts_told(question, kind))
    for contact in contacts:
        _write(contact, kind)
    return len(contacts)


def write_letters_of_restored(question: Question) -> None:
    """The answer is back: told as at first to those who may have heard that it was gone."""
    pointed = [(one, Kind.RESOLVED) for one in question.resolves.order_by("pk")]
    for told, kind in [(question, Kind.ANSWERED), *pointed]:
        for contact in contacts_told(told, kind):
            if not _drop(Letter.objects.untried().filter(contact=contact, kind=Kind.RETRACTED)):
                _write(contact, kind)


def contacts_told(question: Question, kind: str) -> QuerySet:
    """Whom a letter of this kind about the question goes to."""
    told = Q(pk=question.pk)
    if kind in TOLD_TO_POINTED:
        told |= Q(resolved_by=question)
    numbers = list(Question.objects.filter(told).order_by("pk").values_list("pk", flat=True))
    asked = Q(pk__in=numbers)
    if kind in TOLD_TO_DUPLICATES:
        asked |= Q(duplicate_of__in=numbers)
    # An "or" of columns of one table reads its indexes; of two tables it would read all contacts.
    contacts = Contact.objects.filter(question__in=Question.objects.filter(asked).order_by())
    return contacts.with_email().order_by("pk")


def forget_old_addresses(now: datetime | None = None) -> int:
    """Erase addresses whose last letter went out long ago, and that nothing waits for. Says how many."""
    before = (now or timezone.now()) - ADDRESS_KEPT
    news_to_come = Q(question__status__in=WAITING) | Q(question__duplicate_of__status__in=WAITING)
    recent = Letter.objects.filter(
        Q(status=Letter.Status.WAITING) | Q(written_at__gte=before) | Q(sent_at__gte=before),
        contact=OuterRef("pk"),
    )
    old = (
        Contact.objects.with_email()
        .filter(~Exists(recent), question__asked_at__lt=before)
        .exclude(pk__in=Contact.objects.filter(news_to_come))
    )
    return old.update(sealed_email="")


def drop_letters(question: Question) -> None:
    """Forget what has not been sent. One on its way this moment is not waited for."""
    _drop(Letter.objects.unsent().filter(contact__question=question))


def _write(contact: Contact, kind: str) -> None:
    # One that has not gone out would say the same, or what was true before. One on its way this moment
    # may have said that already: the new one goes out after it.
    _drop(Letter.objects.unsent().filter(contact=contact, kind=kind))
    letter = Letter(contact=contact, kind=kind, language=contact.language)
    # Where the worker takes one up this moment and lets it go untried, that one tells it.
    Letter.objects.bulk_create([letter], ignore_conflicts=True)


def _drop(letters: QuerySet) -> int:
    """How many there were, but for those on their way this moment, which are not waited for."""
    free = letters.select_for_update(skip_locked=True, of=["self"]).values_list("pk", flat=True)
    return Letter.objects.filter(pk__in=list(free)).delete()[0]


def message_of(letter: Letter) -> mail.EmailMultiAlternatives:
    """The letter as it goes out, in its language: plain text, and the same as HTML."""
    contact, question = letter.contact, letter.contact.question.told
    with override(letter.language):
        stop_link = settings.SITE_URL + stop_address(contact)
        is_declined, is_resolved = letter.kind == Kind.DECLINED, letter.kind == Kind.RESOLVED
        context = {
            "site_name": settings.SITE_NAME,
            "language": letter.language,
            "body": _body(letter),
            "link": f"{settings.SITE_URL}{contact.get_absolute_url()}",
            "stop_link": stop_link,
            "reason": question.get_decline_reason_display() if is_declined else "",
            "note": question.decline_note if is_declined else "",
            "answer_link": short_link(question.resolved_by_id) if is_resolved else "",
            # Empty where somebody asked the same: it is a line to that person alone.
            "line": contact.question.resolved_note if is_resolved else "",
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


def _body(letter: Letter) -> str:
    question = letter.contact.question
    if letter.kind == Kind.DECLINED and question.decline_reason in BODIES_OF_DECLINED:
        return BODIES_OF_DECLINED[question.decline_reason]
    return (BODIES_OF_DUPLICATES if question.duplicate_of_id else BODIES)[letter.kind]


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
        security_log.warning("a link that ends letters has not our signature")
        return None
    return Contact.objects.filter(pk=number).first()


def _signer() -> Signer:
    return Signer(salt="questions.letters.stop")


def send_next(now: datetime | None = None) -> bool:
    """Send the letter that is longest due. Returns whether there was one."""
    letters = Letter.objects.select_related(
        "contact__question__resolved_by", "contact__question__duplicate_of__resolved_by"
    )
    return postman.send_next(letters, message_of, now=now)


def is_due() -> bool:
    return postman.is_due(Letter.objects.all())


def send_all_due() -> None:
    while send_next():
        pass


def backlog() -> tuple[int, int]:
    """How many letters wait to be sent, and how many have failed."""
    return Letter.objects.waiting().count(), Letter.objects.failed().count()
