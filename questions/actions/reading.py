"""A second doctor reads a reply before it is public."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from doctors.models import Doctor
from questions.actions import replying
from questions.actions.checking import take_as_answered
from questions.actions.publishing import make_public
from questions.actions.reviewing import (
    confirm_read_reply,
    is_as_public,
    publish_correction,
    version_of,
)
from questions.models import IllegalChange, Question, Reply

Status = Question.Status
WAITS_NO_MORE = gettext_lazy("This reply does not wait for a second reader any more.")


@transaction.atomic
def approve_reply(*, reply: Reply, by: Doctor, seen: str, now: datetime | None = None) -> Reply:
    """A second doctor agrees, and the reply is public. `seen` is `version_of` what they have read."""
    now = now or timezone.now()
    question, reply = _to_read(reply, by, seen=seen, now=now)
    obstacle = reply.doctor.obstacle(on=timezone.localdate(now))
    if obstacle:
        words = gettext("%(doctor)s may not reply at present (%(why)s): send it back.")
        raise ValidationError(words % {"doctor": reply.doctor.display_name, "why": obstacle.label})
    if correction := reply.waiting_correction:
        correction.delete()
        if is_as_public(reply, correction):
            confirm_read_reply(reply=reply, reader=by, now=now)
        else:
            publish_correction(reply=reply, by=by.user, now=now, reader=by, **correction.written())
        return reply
    take_as_answered(reply)
    reply.second_reader, reply.second_read_at = by, now
    make_public(question=question, reply=reply, by=by.user, now=now)
    return reply


@transaction.atomic
def send_back_reply(
    *, reply: Reply, by: Doctor, note: str, seen: str, now: datetime | None = None
) -> Reply:
    """A second doctor does not agree: it is its author's draft again, with the note."""
    if not note.strip():
        raise ValidationError({"note": gettext("Write what its author should change.")})
    question, reply = _to_read(reply, by, seen=seen, now=now)
    _become_draft(question, reply, by=by.user, note=note.strip(), now=now)
    return reply


@transaction.atomic
def take_back_reply(*, reply: Reply, by, now: datetime | None = None) -> None:
    """Its author, or a moderator for them, takes it from the second reader."""
    question, reply = _locked(reply)
    if not reply.waits_for_reader:
        raise IllegalChange(WAITS_NO_MORE)
    _become_draft(question, reply, by=by, note="", now=now)


def _become_draft(question: Question, reply: Reply, *, by, note: str, now) -> None:
    """Its doctor may be away when a note comes: the question is theirs for as long as one kept for them."""
    if reply.waiting_correction:
        reason = "correction sent back" if note else "correction taken back"
        reply.end_waiting(by=by, note=note, reason=reason)
        return
    reply.become_draft(by=by, note=note)
    if question.status == Status.IN_REVIEW:
        lease = question.lease_to(reply.doctor, now=now or timezone.now(), lasting=question.KEPT)
        question.change_to(Status.CLAIMED, by=by, **lease)


def _locked(reply: Reply) -> tuple[Question, Reply]:
    """Both as they are now, the question first, as everywhere."""
    question = replying.locked(reply.question)
    rows = Reply.objects.select_for_update(of=["self"]).select_related("doctor__user")
    return question, rows.get(pk=reply.pk)


def _to_read(reply: Reply, by: Doctor, *, seen: str, now) -> tuple[Question, Reply]:
    replying.lock_able(by, now=now)
    question, reply = _locked(reply)
    # By one account or after another: who has been its doctor reads what they may have written.
    if reply.doctor_id == by.pk or reply.doctor.history.filter(user=by.user_id).exists():
        raise PermissionDenied(gettext("Another doctor has to read what you wrote."))
    if not question.is_for(by):
        raise PermissionDenied(gettext("This question belongs to another specialty."))
    if not reply.waits_for_reader or question.status not in (
        Status.IN_REVIEW,
        Status.PUBLISHED,
    ):
        raise IllegalChange(WAITS_NO_MORE)
    if seen != version_of(reply):
        raise IllegalChange(
            gettext("The reply or its question was changed meanwhile: read it again.")
        )
    return question, reply
