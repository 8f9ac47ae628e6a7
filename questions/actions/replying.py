"""What doctors do: take a question, write, publish."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor, Specialty
from questions.actions.checking import answer_findings
from questions.actions.publishing import make_public, publish_or_send, settle_written
from questions.actions.tagging import save_changed
from questions.facts import Unread, facts_of, unread
from questions.models import (
    Question,
    Reply,
    Source,
    StaleDraft,
)


@transaction.atomic
def claim_question(*, question: Question, by: Doctor, now: datetime | None = None) -> Reply:
    """A doctor takes a question; gives their draft, the one of an earlier time where there is one.

    Raises PermissionDenied when the doctor may not reply to it, and IllegalChange, with the name,
    when another was first.
    """
    lock_able(by, now=now)
    if not question.is_for(by):
        raise PermissionDenied(gettext("This question belongs to another specialty."))
    question.claim(by=by, now=now)
    draft = draft_of(question, by)
    if draft.pk is None:
        draft._history_user = by.user
        draft.save()
    return draft


@transaction.atomic
def release_question(*, question: Question, by: Doctor) -> None:
    """A doctor gives a question back; what they wrote is kept for them."""
    require_claim(locked(question), by)
    question.release(by=by.user)


@transaction.atomic
def save_draft(
    *,
    question: Question,
    by: Doctor,
    text: str,
    explanation: str,
    summary: str = "",
    tags: Iterable[str] = (),
    specialty: Specialty | None = None,
    now: datetime | None = None,
    sources: list[dict[str, object]] | None = None,
    typed: dict[str, list[str]] | None = None,
    sent: dict[str, list[str]] | None = None,
    version: int | None = None,
    key: str = "",
    is_second: bool = False,
) -> Reply:
    """Keep what a doctor has written so far: a first reply, on the question that they hold, or a second.

    A first one holds the question for another while, and what belongs to the question is stored on it.
    `typed` is given between two keys: what belongs to the question is not touched then, and the
    fields of the form, whole or not, are kept as they are. Of a doctor who may not reply any more
    only the reply is kept as well, and holds the question no longer than before.
    `sources` are rows as in `set_sources`; None leaves them as they are. `version` is the one that the
    writer has seen, `key` what they know their text by, `sent` the fields of a form as they came.
    Raises PermissionDenied when the doctor may not write here, StaleDraft when another text was
    stored meanwhile.
    """
    question = locked(question)
    require_place(question, by, is_second=is_second, now=now)
    is_able = by.can_reply(on=timezone.localdate(now))
    if not is_second and is_able:
        question.prolong(now=now)
    reply = draft_of(question, by)
    if reply.pk is None:
        reply._history_user = by.user
        reply.save()
    is_written = reply.write_draft(
        seen=version,
        sent=sent,
        text=text,
        explanation=explanation,
        typed=typed or {},
        saved_key=key,
    )
    reply.question, reply.doctor = question, by
    if sources is not None and sources != reply.source_rows():
        if not is_written:
            raise StaleDraft(reply)
        set_sources(reply, sources)
    if typed is None and not is_second and is_able:
        values = {"summary": summary, "specialty": specialty or question.specialty}
        changed = [name for name, value in values.items() if getattr(question, name) != value]
        for name in changed:
            setattr(question, name, values[name])
        save_changed(question, changed=changed, tags=tags, by=by.user)
    return reply


def set_sources(reply: Reply, rows: Iterable[dict[str, object]]) -> None:
    """Put these below the explanation, each with title, url and year, in the place of what is there."""
    reply.sources.all().delete()
    Source.objects.bulk_create(
        Source(reply=reply, place=place, **row) for place, row in enumerate(rows)
    )


def draft_of(question: Question, doctor: Doctor) -> Reply:
    """What this doctor has begun to write on this question, or an empty draft, not saved."""
    begun = [Reply.Status.DRAFT, Reply.Status.IN_REVIEW]
    drafts = Reply.objects.filter(question=question, doctor=doctor, status__in=begun)
    return drafts.first() or Reply(question=question, doctor=doctor)


def locked(question: Question) -> Question:
    """The question as it is now, and nobody else changes it until this transaction ends."""
    return Question.objects.select_for_update(of=["self"], no_key=True).get(pk=question.pk)


def lock_able(doctor: Doctor, *, now: datetime | None = None) -> None:
    """The doctor as they are now: nobody suspends them before this transaction ends. Call it before a
    question is locked. Raises PermissionDenied as `require_able`."""
    doctor.lock()
    require_able(doctor, now=now)


def require_able(doctor: Doctor, *, now: datetime | None = None) -> None:
    """Raises PermissionDenied, with the reason, for a doctor who may not reply, as they were read."""
    obstacle = doctor.why_not_able_to_reply(on=timezone.localdate(now))
    if obstacle:
        raise PermissionDenied(obstacle)


def require_claim(question: Question, doctor: Doctor, *, now: datetime | None = None) -> None:
    """Raises PermissionDenied when the doctor does not hold it, and says why: that they may not reply at
    present, which is how a question is lost, or with the name of who holds it."""
    if question.is_held_by(doctor, now):
        return
    require_able(doctor, now=now)
    if question.holder(now):
        raise PermissionDenied(question.held_in_words())
    raise PermissionDenied(gettext("You do not hold this question any more."))


def require_place(
    question: Question, doctor: Doctor, *, is_second: bool, now: datetime | None = None
) -> None:
    """Raises PermissionDenied when this doctor may not write here, and says why.

    The first reply is written by who holds the question, a second one beside what is public.
    """
    if not is_second:
        if question.status == Question.Status.PUBLISHED:
            words = gettext("Another doctor's reply is public by now: yours can stand below it.")
            raise PermissionDenied(words)
        return require_claim(question, doctor, now=now)
    if question.status != Question.Status.PUBLISHED:
        raise PermissionDenied(gettext("Only what is public can get a second reply."))
    if not question.is_for(doctor):
        raise PermissionDenied(gettext("This question belongs to another specialty."))
    own = question.replies.filter(doctor=doctor)
    if own.filter(status=Reply.Status.IN_REVIEW).exists():
        raise PermissionDenied(gettext("Your reply waits for a second reader."))
    if own.standing().exists():
        raise PermissionDenied(gettext("Your reply is public already: correct it instead."))


@transaction.atomic
def publish_reply(
    *,
    question: Question,
    by: Doctor,
    text: str,
    explanation: str,
    summary: str = "",
    tags: Iterable[str] = (),
    specialty: Specialty | None = None,
    sources: list[dict[str, object]] | None = None,
    sent: dict[str, list[str]] | None = None,
    version: int | None = None,
    key: str = "",
    is_second: bool = False,
    reasons: Mapping[str, str] | None = None,
    now: datetime | None = None,
    as_if_read: bool = False,
    why_kept: str = "",
    question_seen: str | None = None,
) -> Reply:
    """Make a doctor's reply, and with a first one the question, public; or send it to a second reader.

    `as_if_read` is for the preview alone, which shows what readers will see in the end.
    `reasons` are the doctor's, by the name of the finding that each answers. `question_seen` are the marks
    of what their page showed of the question (questions/facts.py); None asks nothing.

    Without a `specialty` the question keeps its own, or gets the doctor's when it has none.
    Raises PermissionDenied when the doctor may not reply, or not here, Unread when their page did not
    show all of the question, StaleDraft when another text was stored since `version`, Unanswered when a
    finding has no reason, ValidationError when something that a published answer needs is missing, and Identifying as
    `publish_or_send`.
    """
    now = now or timezone.now()
    lock_able(by, now=now)
    question = locked(question)
    require_place(question, by, is_second=is_second, now=now)
    if not text.strip():
        raise ValidationError({"text": _("Write a reply before you publish.")})
    if question_seen is not None and unread(facts_of(question), question_seen):
        raise Unread
    reply = save_draft(
        question=question,
        by=by,
        text=text,
        explanation=explanation,
        summary=summary,
        tags=tags,
        specialty=specialty or question.specialty or by.specialty,
        now=now,
        sources=sources,
        sent=sent,
        version=version,
        key=key,
        is_second=is_second,
    )
    question = reply.question
    settle_notes(question, by, now=now)  # while it has the status in which they wait
    written = {"question": question, "reply": reply, "by": by.user, "now": now}
    if as_if_read:
        reply.needs_second_reader = False
        reply.take_as_checked()
        settle_written(question, reply, by=by.user, why=why_kept)
        make_public(**written)
    else:
        answer_findings(reply, reply.warned_of(), by=by, reasons=reasons or {}, now=now)
        publish_or_send(**written, why_kept=why_kept)
    return reply


def settle_notes(question: Question, doctor: Doctor, *, now: datetime) -> None:
    """What moderators sent back to this doctor has been seen to."""
    question.desk_notes.returned_to(doctor).update(handled_at=now)
