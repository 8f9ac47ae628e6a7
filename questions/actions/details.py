"""Details that a doctor asks for: asked, answered, reminded of, closed; and what else time does."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from doctors.models import Doctor
from questions.actions.asking import mark_urgent
from questions.actions.duplicates import free_answered_by
from questions.actions.replying import lock_able, locked, require_claim, settle_notes
from questions.attempts import attempt
from questions.letters import write_letter
from questions.models import DetailsRequest, IllegalChange, Letter, Question

Status = Question.Status


@transaction.atomic
def ask_for_details(
    *, question: Question, by: Doctor, text: str, now: datetime | None = None
) -> DetailsRequest:
    """A doctor who holds the question asks its asker something, and the asker is told.

    Raises PermissionDenied as publishing does.
    """
    now = now or timezone.now()
    lock_able(by, now=now)
    question = locked(question)
    require_claim(question, by, now=now)
    question.change_to(Status.NEEDS_DETAILS, by=by.user, only_from={Status.CLAIMED})
    # One that a moderator has gone past, by letting the question through without an answer.
    question.details_requests.unanswered().update(closed_at=now)
    settle_notes(question, by, now=now)
    write_letter(question, Letter.Kind.DETAILS)
    return question.details_requests.create(doctor=by, text=text, asked_at=now)


@transaction.atomic
def answer_details(
    *,
    question: Question,
    text: str,
    urgent_signs: tuple[str, ...] = (),
    now: datetime | None = None,
) -> None:
    """The asker answers: the doctor who asked has the question first, for a while.

    A late answer, after the question was closed for want of it, goes to the moderators. Raises
    IllegalChange when nothing is asked any more.
    """
    now = now or timezone.now()
    question = locked(question)
    request = question.details_requests.select_related("question", "doctor__user").last()
    if request is None or not request.takes_answer:
        raise IllegalChange(gettext("No answer is waited for any more."))
    request.answer, request.answered_at = text, now
    request.save(update_fields=["answer", "answered_at"])
    mark_urgent(question, urgent_signs)
    if question.status == Status.DECLINED:
        question.return_to_moderation(by=None)
        return
    question.change_to(Status.OPEN, by=None)
    if request.doctor.can_reply(on=timezone.localdate(now)) and question.is_for(request.doctor):
        question.keep_for(request.doctor, by=None, now=now)


def keep_time(now: datetime | None = None) -> int:
    """Do what is due by the clock; returns how much it was. The worker calls it every few seconds.

    Each row is a transaction of its own, passed over while somebody else has it.
    """
    now = now or timezone.now()
    requests = DetailsRequest.objects.select_related("question")
    return (
        _each(Question.objects.run_out(now), "self", lambda question: question.release(by=None))
        + _each(requests.to_remind(now), "question", lambda request: _remind(request, now))
        + _each(requests.to_close(now), "question", lambda request: _close(request, now))
    )


def _each(due: QuerySet, locked: str, change: Callable[[Model], None]) -> int:
    """It is the question that is locked, as by everybody else, so that nobody waits crosswise."""
    done = 0
    for pk in due.order_by("pk").values_list("pk", flat=True):
        change_it = partial(_change_if_free, due.filter(pk=pk), locked, change)
        done += attempt(change_it, "%s %s is passed over.", due.model.__name__, pk) or 0
    return done


@transaction.atomic
def _change_if_free(due: QuerySet, locked: str, change: Callable[[Model], None]) -> int:
    row = due.select_for_update(skip_locked=True, of=[locked]).first()
    if row is None:
        return 0
    change(row)
    return 1


def _remind(request: DetailsRequest, now: datetime) -> None:
    request.reminded_at = now
    request.save(update_fields=["reminded_at"])
    write_letter(request.question, Letter.Kind.REMINDER)


def _close(request: DetailsRequest, now: datetime) -> None:
    """Kindly: an answer is still welcome, and takes the question up again."""
    request.question.decline(by=None, reason=Question.DeclineReason.NO_DETAILS)
    free_answered_by(question=request.question, by=None)
    request.closed_at = now
    request.save(update_fields=["closed_at"])
    write_letter(request.question, Letter.Kind.CLOSED)
