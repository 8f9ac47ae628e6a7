"""Changes that reach over several tables. Each is one transaction and says who did it.

What a change makes due elsewhere (similar questions, topics, counts) is written with it as
`refresh_due_at` and worked out by the worker.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor, Specialty
from questions import search
from questions.letters import drop_letters, write_letter
from questions.models import (
    Contact,
    Letter,
    Question,
    Reply,
    Report,
    Synonym,
    Tag,
    TaggedQuestion,
)
from questions.rendering import render_mentioning, save_rendered

MONTHS_TO_REVIEW, MONTHS_TO_REVIEW_MEDICINE = 24, 12


@dataclass(frozen=True)
class Asked:
    """What an asker sends. `submission` is the form's own key: one key, one question.

    `language` is that of the text, `letter_language` that of the page it was sent from.
    """

    submission: uuid.UUID
    title: str
    body: str
    specialty_id: int | None
    asker_name: str
    age_band: str
    sex: str
    email: str
    language: str
    letter_language: str


def ask_question(*, asked: Asked, now: datetime | None = None) -> Contact:
    """Store a question and its ticket; the same submission again gives the same question."""
    try:
        with transaction.atomic():
            question = Question(
                title=asked.title,
                body=asked.body,
                specialty_id=asked.specialty_id,
                asker_name=asked.asker_name,
                age_band=asked.age_band,
                sex=asked.sex,
                language=asked.language,
                asked_at=now or timezone.now(),
            )
            question.save()
            save_rendered(question)
            contact = Contact.objects.create(
                question=question,
                email=asked.email,
                submission=asked.submission,
                language=asked.letter_language,
            )
            write_letter(question, Letter.Kind.RECEIVED)
            return contact
    except IntegrityError:
        first = Contact.objects.filter(submission=asked.submission).first()
        if first is None:
            raise
        return first


@transaction.atomic
def claim_question(*, question: Question, by: Doctor, now: datetime | None = None) -> Reply:
    """A doctor takes a question; gives their draft, the one of an earlier time where there is one.

    Raises PermissionDenied when the doctor may not reply to it, and IllegalChange, with the name,
    when another was first.
    """
    require_able(by, now=now)
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
    summary: str,
    tags: Iterable[str],
    specialty: Specialty | None = None,
) -> Reply:
    """Keep what a doctor has written so far on a question that they hold, on its row and theirs.

    Of a doctor who may not reply any more only the reply is kept: the question is not theirs.
    Raises PermissionDenied when the doctor does not hold it any more.
    """
    question = locked(question)
    require_claim(question, by)
    if by.can_reply(on=timezone.localdate()):
        values = {"summary": summary, "specialty": specialty or question.specialty}
        changed = [name for name, value in values.items() if getattr(question, name) != value]
        for name in changed:
            setattr(question, name, values[name])
        _save_changed(question, changed=changed, tags=tags, by=by.user)
    reply = draft_of(question, by)
    reply.question, reply.text, reply.explanation = question, text, explanation
    reply._history_user = by.user
    reply.save()
    return reply


def draft_of(question: Question, doctor: Doctor) -> Reply:
    """What this doctor has begun to write on this question, or an empty draft, not saved."""
    drafts = Reply.objects.filter(question=question, doctor=doctor, status=Reply.Status.DRAFT)
    return drafts.first() or Reply(question=question, doctor=doctor)


def locked(question: Question) -> Question:
    """The question as it is now, and nobody else changes it until this transaction ends."""
    return Question.objects.select_for_update(of=["self"]).get(pk=question.pk)


def require_able(doctor: Doctor, *, now: datetime | None = None) -> None:
    obstacle = doctor.why_not_able_to_reply(on=timezone.localdate(now))
    if obstacle:
        raise PermissionDenied(obstacle)


def require_claim(question: Question, doctor: Doctor) -> None:
    if question.status == Question.Status.CLAIMED and question.claimed_by_id != doctor.pk:
        raise PermissionDenied(question.why_not(Question.Status.CLAIMED))
    if question.status != Question.Status.CLAIMED:
        raise PermissionDenied(gettext("You do not hold this question any more."))


@transaction.atomic
def publish_reply(
    *,
    question: Question,
    by: Doctor,
    text: str,
    explanation: str,
    summary: str,
    tags: Iterable[str],
    specialty: Specialty | None = None,
    now: datetime | None = None,
) -> Reply:
    """Make a doctor's reply, and with it the question, public.

    Without a `specialty` the question keeps its own, or gets the doctor's when it has none.
    Raises PermissionDenied when the doctor may not reply or does not hold the question, and
    ValidationError when something that a published answer needs is missing.
    """
    now = now or timezone.now()
    require_able(by, now=now)
    question = locked(question)
    require_claim(question, by)
    if not text.strip():
        raise ValidationError({"text": _("Write a reply before you publish.")})
    reply = save_draft(
        question=question,
        by=by,
        text=text,
        explanation=explanation,
        summary=summary,
        tags=tags,
        specialty=specialty or question.specialty or by.specialty,
    )
    question = reply.question
    reply.sign(at=now, months_to_review=months_to_review(question.tags.all()))
    reply._history_user = by.user
    reply.save()
    question.mark_published(by=by.user, at=now, replied_by=reply.doctor_name)
    write_letter(question, Letter.Kind.ANSWERED)
    refresh_public_page(question)
    return reply


def months_to_review(tags: Iterable[Tag]) -> int:
    """After how many months an answer with these tags has to be looked at again."""
    has_medicine = any(tag.kind == Tag.Kind.MEDICINE for tag in tags)
    return MONTHS_TO_REVIEW_MEDICINE if has_medicine else MONTHS_TO_REVIEW


def set_tags(*, question: Question, names: Iterable[str]) -> str:
    """Give a question exactly these tags; a synonym gives the tag it means.

    Returns what changed, for its history: "+fever -rash", or "" when nothing did.
    """
    before = set(question.tags.names())
    tags = Tag.objects.resolve(names)
    after = {tag.name for tag in tags}
    if before == after:
        return ""
    question.tags.set(tags)
    return " ".join(
        [f"+{name}" for name in sorted(after - before)]
        + [f"-{name}" for name in sorted(before - after)]
    )


def _save_changed(
    question: Question, *, changed: list[str], tags: Iterable[str] | None, by
) -> None:
    """Save these fields and, unless None, tags. One row of history says what and who, or none."""
    tags_changed = "" if tags is None else set_tags(question=question, names=tags)
    if not (changed or tags_changed):
        return
    question._history_user, question._change_reason = by, tags_changed or None
    # Tags are in another table: a field has to be saved for the history to get its row.
    question.save(update_fields=changed or ["summary"])
    question._change_reason = None


@transaction.atomic
def edit_question(
    *, question: Question, by, changed: list[str], tags: Iterable[str] | None = None
) -> None:
    """A moderator has changed these fields, or the tags; what readers see follows."""
    values = {name: getattr(question, name) for name in changed}
    question.lock()
    for name, value in values.items():
        setattr(question, name, value)
    _save_changed(question, changed=changed, tags=tags, by=by)
    refresh_public_page(question)


@transaction.atomic
def edit_reply(*, reply: Reply, by, changed: list[str]) -> None:
    """A moderator has changed these fields of a published reply; who signed it stays."""
    values = {name: getattr(reply, name) for name in changed}
    reply.refresh_from_db(from_queryset=Reply.objects.select_for_update())
    for name, value in values.items():
        setattr(reply, name, value)
    reply._history_user = by
    reply.save(update_fields=[*changed, "saved_at"])
    refresh_public_page(reply.question)


@transaction.atomic
def decline_question(*, question: Question, by, reason: str, note: str = "") -> None:
    """A moderator ends it; the asker is told the reason and the note."""
    question.decline(by=by, reason=reason, note=note)
    write_letter(question, Letter.Kind.DECLINED)


@transaction.atomic
def withdraw_question(*, question: Question) -> None:
    """The asker takes the question back: it leaves every public place at once, their address ours."""
    question.change_to(Question.Status.WITHDRAWN, by=None, claimed_by=None, claimed_at=None)
    Contact.objects.filter(question=question).update(email="")
    drop_letters(question)
    refresh_public_page(question)


@transaction.atomic
def retract_question(*, question: Question, by) -> None:
    """A moderator takes a published answer off the site."""
    question.change_to(Question.Status.RETRACTED, by=by)
    write_letter(question, Letter.Kind.RETRACTED)
    refresh_public_page(question)


@transaction.atomic
def restore_question(*, question: Question, by) -> None:
    """A moderator puts a retracted answer back."""
    question.change_to(Question.Status.PUBLISHED, by=by)
    refresh_public_page(question)


@transaction.atomic
def refresh_public_page(question: Question) -> None:
    """After any change of a question, its reply or its tags: all that readers see follows."""
    save_rendered(question)
    since = question.public_since
    for listed in (question.tagged_questions, question.related_topics):
        listed.exclude(published_at=since).update(published_at=since)
    render_mentioning(question.pk)
    search.index([question.pk])
    now = timezone.now()
    Question.objects.filter(pk=question.pk).update(changed_at=now, refresh_due_at=now)


def mark_due(questions) -> int:
    """Ask the worker to work out similar questions, topics and counts of these again."""
    return questions.update(refresh_due_at=timezone.now())


def refresh_tag(tag: Tag) -> None:
    """After a change of a tag's names or kind: the worker brings search and suggestions after it.

    Not here: a common tag is on tens of thousands of questions.
    """
    tagged = tag.tagged_questions.values("content_object")
    mark_due(Question.objects.published().filter(pk__in=tagged))


@transaction.atomic
def merge_tags(*, source: Tag, target: Tag, by) -> None:
    """Make `source` a synonym of `target`: questions, synonyms and the old address move along."""
    if source.pk == target.pk:
        raise ValidationError(gettext("A tag cannot be merged into itself."))
    # Nobody tags with either meanwhile, and what was read earlier may have changed.
    rows = Tag.objects.select_for_update().filter(pk__in=[source.pk, target.pk])
    tags = {tag.pk: tag for tag in rows.order_by("pk")}
    if len(tags) < 2:
        raise ValidationError(gettext("Somebody has merged this tag meanwhile."))
    source, target = tags[source.pk], tags[target.pk]
    both = target.tagged_questions.values("content_object_id")
    source.tagged_questions.filter(content_object_id__in=both).delete()
    TaggedQuestion.objects.filter(tag=source).update(tag=target)
    target.topics.add(*source.topics.all())
    source.synonyms.update(tag=target)
    name, slug = source.name, source.slug
    source._history_user = target._history_user = by
    source._change_reason = f"merged into: {target.name}"
    source.delete()
    Synonym.objects.filter(name__iexact=name).delete()
    Synonym.objects.create(tag=target, name=name, slug=slug)
    _keep_chinese_name(source.name_zh_hant, target)
    if target.kind == Tag.Kind.OTHER:  # nobody has said what it is
        target.kind = source.kind
    target._change_reason = f"merged: {name}"
    target.save()
    refresh_tag(target)


def _keep_chinese_name(name: str, target: Tag) -> None:
    if not target.name_zh_hant:
        target.name_zh_hant = name
    elif name and not Tag.objects.known_as([name.lower()]):
        synonym = Synonym(tag=target, name=name)
        Tag.objects.give_slugs([synonym])
        synonym.save()


def report_problem(*, question: Question, reason: str, text: str) -> Report:
    """Keep what a visitor says is wrong, for the moderators."""
    return Report.objects.create(question=question, reason=reason, text=text)
