"""How a doctor ends with a question in another way than by a reply."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from doctors.models import Doctor, Specialty
from questions.actions.replying import lock_able, locked, require_claim, settle_notes
from questions.letters import write_letter
from questions.models import DeskNote, IllegalChange, Letter, Question, Reply

Status, Kind = Question.Status, DeskNote.Kind


@transaction.atomic
def point_to_answer(
    *, question: Question, by: Doctor, target: Question, note: str, now: datetime | None = None
) -> None:
    """The question is answered by `target`, which is published; its asker is told, with the note.

    Raises PermissionDenied as publishing does, ValidationError when `target` is not fit for it.
    """
    now = now or timezone.now()
    lock_able(by, now=now)
    question = locked(question)
    require_claim(question, by, now=now)
    published = Question.objects.published().select_for_update(of=["self"])
    if target.pk == question.pk or not published.filter(pk=target.pk).exists():
        raise ValidationError({"target": gettext("There is no published answer of this number.")})
    values = {"resolved_by": target, "resolved_note": note}
    question.change_to(Status.RESOLVED, by=by.user, only_from={Status.CLAIMED}, **values)
    settle_notes(question, by, now=now)
    write_letter(question, Letter.Kind.RESOLVED)


@transaction.atomic
def hand_over_question(
    *, question: Question, by: Doctor, specialty: Specialty, note: str, now: datetime | None = None
) -> None:
    """It waits in another specialty; who takes it there reads the note."""
    now = now or timezone.now()
    question = locked(question)
    require_claim(question, by, now=now)
    if specialty.pk == question.specialty_id:
        raise ValidationError({"specialty": gettext("It is in this specialty already.")})
    by_whom = {"by": by.user, "only_from": {Status.CLAIMED}}
    question.change_to(Status.OPEN, **by_whom, specialty=specialty)
    settle_notes(question, by, now=now)
    _note(question, Kind.HANDED_OVER, by, by.user, note, now, to_specialty=specialty)


@transaction.atomic
def return_to_moderators(
    *, question: Question, by: Doctor, note: str, now: datetime | None = None
) -> None:
    """It waits for a moderator again, who reads why."""
    now = now or timezone.now()
    question = locked(question)
    require_claim(question, by, now=now)
    question.return_to_moderation(by=by.user)
    settle_notes(question, by, now=now)
    _note(question, Kind.TO_MODERATORS, by, by.user, note, now)


@transaction.atomic
def return_to_doctor(
    *, question: Question, by, doctor: Doctor, note: str, now: datetime | None = None
) -> None:
    """A moderator sends a question, or a published reply, back to a doctor, who reads the note.

    One that waits is let through, and kept for that doctor for a while. Of an answer that was taken
    off the site every reply becomes its doctor's draft, to be written anew. Raises IllegalChange when
    another doctor holds it, it belongs to another specialty, or it has come to another end.
    """
    now = now or timezone.now()
    question.lock()
    holder = question.holder(now)
    if holder not in (None, doctor):
        raise IllegalChange(question.held_in_words())
    if question.status != Status.PUBLISHED and holder is None:
        if not question.is_for(doctor):
            raise IllegalChange(gettext("This question belongs to another specialty."))
        if question.has_run_out(now):
            question.release(by=None)
        if question.status == Status.RETRACTED:
            _open_anew(question, by=by)
        if question.status != Status.OPEN:
            question.approve(by=by)
        question.keep_for(doctor, by=by, now=now)
    _note(question, Kind.TO_DOCTOR, doctor, by, note, now)


def _open_anew(question: Question, *, by) -> None:
    """None of its replies is public by another's: each is signed, and read, as if for the first time."""
    written = [Reply.Status.IN_REVIEW, Reply.Status.PUBLISHED]
    for reply in question.replies.select_for_update(of=["self"]).filter(status__in=written):
        reply.become_draft(by=by)
    question.change_to(Status.OPEN, by=by, only_from={Status.RETRACTED})


def _note(question, kind, doctor: Doctor, written_by, text: str, now: datetime, **fields) -> None:
    values = {"kind": kind, "doctor": doctor, "written_by": written_by, "text": text}
    question.desk_notes.create(**values, written_at=now, **fields)
