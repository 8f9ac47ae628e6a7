"""What askers do from their ticket, and how they are forgotten."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from questions import search_words
from questions.actions.asking import Asked, ask_question, mark_urgent
from questions.actions.attaching import delete_files
from questions.actions.duplicates import free_answered_by
from questions.actions.public_page import refresh_public_page
from questions.erasing import erasing
from questions.models import (
    Acknowledgement,
    Addition,
    Attachment,
    Contact,
    Correction,
    CorrectionToRead,
    Finding,
    IllegalChange,
    Question,
    Reply,
    Source,
)
from questions.models.finding import MAY_STAY
from questions.models.question_queryset import WAITING

Status = Question.Status
# To a doctor who asked for details the asker answers instead (actions/details.py).
OPEN_FOR_DETAILS = {Status.PENDING, Status.OPEN, Status.CLAIMED}
# What is read, or may be put back on the site.
HAS_READERS = {Status.PUBLISHED, Status.RETRACTED}
# At an end that may be another than the asker hoped for.
MAY_ASK_AGAIN = {Status.DECLINED, Status.WITHDRAWN, Status.RETRACTED}
# What an asker wrote, and what was written to them alone.
WORDS = [
    "asker_name",
    "title",
    "slug",
    "summary",
    "body",
    "decline_note",
    "resolved_note",
    "urgent_signs",
]


@transaction.atomic
def add_details(
    *,
    question: Question,
    text: str,
    submission: uuid.UUID,
    urgent_signs: tuple[str, ...] = (),
    now: datetime | None = None,
) -> Addition:
    """The asker adds to a question that has no reply yet; one submission adds once.

    Raises IllegalChange when it is too late, and
    ValidationError when enough has been added.
    """
    question.lock()
    first = Addition.objects.filter(submission=submission, question=question).first()
    if first:
        return first
    if question.status not in OPEN_FOR_DETAILS:
        raise IllegalChange(_("Nothing can be added to this question any more."))
    if question.additions.count() >= Addition.AT_MOST:
        raise ValidationError(enough_added())
    mark_urgent(question, urgent_signs)
    return Addition.objects.create(
        question=question,
        text=text,
        submission=submission,
        added_at=now or timezone.now(),
        came_after_check=question.status != Status.PENDING,
    )


def enough_added() -> str:
    """To whoever has added as often as one may."""
    return _(
        "You have added details %(count)s times, and more do not fit. A doctor reads them all."
    ) % {"count": Addition.AT_MOST}


def can_follow_up(question: Question) -> bool:
    """Once, when it is answered, and not on a follow-up."""
    return (
        question.status == Status.PUBLISHED
        and question.follow_up_of_id is None
        and not Question.objects.filter(follow_up_of=question).exists()
    )


def can_ask_again(question: Question) -> bool:
    """As a new question: not while another question's answer is still to come for this one too, and
    not what a doctor has to see in person."""
    if question.status == Status.RESOLVED:
        return question.answered_by.status in HAS_READERS
    return question.status in MAY_ASK_AGAIN and not question.is_declined_as_emergency


@transaction.atomic
def ask_follow_up(
    *,
    question: Question,
    title: str,
    body: str,
    submission: uuid.UUID,
    language: str,
    letter_language: str,
    urgent_signs: tuple[str, ...] = (),
    now: datetime | None = None,
) -> Contact:
    """One more question about the same, by the way of any other; pressed twice it is one.

    Raises IllegalChange when it is not the time for it.
    """
    question.lock()
    first = Contact.objects.filter(question__follow_up_of=question).first()
    if first:
        return first
    if not can_follow_up(question):
        raise IllegalChange(_("A follow-up can be asked once, when a question has been answered."))
    asked = Asked(
        submission=submission,
        title=title,
        body=body,
        specialty_id=question.specialty_id,
        asker_name=question.asker_name,
        age_band=question.age_band,
        sex=question.sex,
        email=question.contact.email,
        language=language,
        letter_language=letter_language,
        follow_up_of_id=question.pk,
        urgent_signs=urgent_signs,
    )
    return ask_question(asked=asked, now=now)


def erase_asker(*, question: Question, by) -> None:
    """Whoever asked is forgotten, in history too: name, address, ticket, letters, what they added
    and answered, what was said to them alone, what was said of them behind the scenes, and their words
    as they were before moderators changed them.

    Question and reply stay for their readers; without any the words go, those of doctors too, and nobody
    has to reply. A follow-up is of the same person, and so is what it follows.
    """
    first = question.follow_up_of_id or question.pk
    same = Question.objects.filter(pk=first) | Question.objects.filter(follow_up_of=first)
    with erasing():
        for each in same.order_by("pk"):
            each.lock()
            words = _words_learned(each)
            if each.status in WAITING:
                each.change_to(Status.WITHDRAWN, by=by)
                free_answered_by(question=each, by=by)
            Contact.objects.filter(question=each).delete()
            Addition.objects.filter(question=each).delete()
            each.details_requests.all().delete()
            each.desk_notes.all().delete()
            _erase_replies(each)
            _erase_words(each, by=by)
            refresh_public_page(each)
            search_words.forget(words)


def _words_learned(question: Question) -> set[str]:
    """What search may have learned from its titles and replies, as they are and as they were."""
    texts = [*question.history.values_list("title", flat=True)]
    for said in Reply.history.filter(question=question).values_list("text", "explanation"):
        texts += said
    return search_words.words_in(texts)


def _erase_replies(question: Question) -> None:
    """What others read stays as its doctor signed it, with a correction that waits: it may take a wrong
    dose away. All else may quote the asker, and goes with its files: what nobody has read, or nobody can
    read any more."""
    replies = question.replies.select_for_update(of=["self"]).order_by("pk")
    staying = replies.standing() if question.status in HAS_READERS else replies.none()
    numbers = list(staying.values_list("pk", flat=True))
    older = Reply.history.filter(id__in=numbers).exclude(status=Reply.Status.PUBLISHED)
    older.update(text="", explanation="")
    _empty(replies, reader_note="")
    gone = replies.exclude(pk__in=numbers)
    delete_files(Attachment.objects.filter(reply__in=gone))
    for model in (Acknowledgement, Finding, Correction, CorrectionToRead, Source):
        model.objects.filter(reply__in=gone).delete()
    taken_back = gone.exclude(status=Reply.Status.RETRACTED)
    taken_back.update(status=Reply.Status.DRAFT, sent_to_reader_at=None)
    gone.update(warned_digest="", warnings=[], typed={}, text_html="", explanation_html="")
    _empty(gone, text="", explanation="")
    # It names sources that were changed, and says why something may stay.
    Reply.history.filter(id__in=gone.values("pk")).update(history_change_reason=None)


def _empty(replies, **values) -> None:
    """These words go from the replies, and from all that history keeps of them."""
    numbers = list(replies.values_list("pk", flat=True))
    Reply.objects.filter(pk__in=numbers).update(**values)
    Reply.history.filter(id__in=numbers).update(**values)


def replies_kept(questions: Iterable[Question]):
    """Those of the questions, their follow-ups and what they follow that stay when their askers are
    erased."""
    firsts = {question.follow_up_of_id or question.pk for question in questions}
    of_askers = Q(question__in=firsts) | Q(question__follow_up_of__in=firsts)
    kept = Reply.objects.standing().filter(of_askers, question__status__in=HAS_READERS)
    return kept.select_related("question").order_by("question", "place")


def _erase_words(question: Question, *, by) -> None:
    """History keeps of the words what stands now, and so does what the admin noted of each change."""
    question.asker_name = question.decline_note = question.resolved_note = ""
    question.urgent_signs = []
    if question.status not in HAS_READERS:
        with override(question.language):
            question.title = _("Erased question")
        question.summary = question.body = ""
    question.slug = question.make_slug()
    question._history_user, question._change_reason = by, "asker erased"
    question.save(update_fields=WORDS)
    question.findings.filter(reply=None).delete()
    question.history.update(**{name: getattr(question, name) for name in WORDS})
    for history in (question.history, Reply.history.filter(question=question)):
        kept = history.filter(history_change_reason__startswith=MAY_STAY)
        kept.update(history_change_reason=MAY_STAY)
    noted = LogEntry.objects.filter(content_type__model="question", object_id=str(question.pk))
    noted.filter(content_type__app_label="questions").update(object_repr=str(question)[:200])
