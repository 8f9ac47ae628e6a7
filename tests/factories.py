"""Rows for tests, each made in one call and whole: `make_question(status="open", title="…")`."""

import secrets
import uuid
from datetime import UTC, date, datetime, timedelta
from itertools import count

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.text import slugify

from doctors.letters import write_invitation_letter
from doctors.models import Doctor, Invitation, Specialty
from faq.actions import save_topic
from faq.models import RelatedTopic, Topic
from questions.actions import refresh_public_page, set_tags
from questions.models import Attachment, Contact, Letter, Question, Reply, SimilarList, Tag

number = count(1)


def make_specialty(slug="pediatrics", **fields) -> Specialty:
    fields.setdefault("name", slug.replace("-", " ").capitalize())
    return Specialty.objects.get_or_create(slug=slug, defaults=fields)[0]


def make_user(**fields):
    fields.setdefault("username", f"user-{next(number)}")
    return get_user_model().objects.create_user(**fields)


def make_doctor(*, is_verified=True, with_account=True, **fields) -> Doctor:
    """A doctor with an account; verified ones have a licence in date for a year."""
    fields.setdefault("name", f"Doctor {next(number)}")
    fields.setdefault("slug", f"doctor-{next(number)}")
    fields.setdefault("specialty", make_specialty())
    if with_account:
        fields.setdefault("user", make_user())
    if is_verified:
        fields.setdefault("licence_number", f"L-{next(number)}")
        fields.setdefault("licence_issuer", "Test register")
        fields.setdefault("licence_expires_on", date.today() + timedelta(days=365))  # noqa: DTZ011 - a year from now, whatever the zone
        fields.setdefault("verified_at", timezone.now())
    return Doctor.objects.create(**fields)


def make_invitation(*, doctor=None, **fields) -> Invitation:
    """A doctor without account is invited, and the letter not sent yet."""
    fields.setdefault("email", f"invited-{next(number)}@example.org")
    fields.setdefault("language", "en")
    fields.setdefault("invited_by", make_user())
    if fields.get("role") != "moderator":
        doctor = doctor or make_doctor(with_account=False, is_verified=False)
    invitation = Invitation.objects.create(doctor=doctor, **fields)
    write_invitation_letter(invitation)
    return invitation


def make_question(
    *,
    status="published",
    tags=(),
    doctor=None,
    reply="A short reply.",
    explanation="",
    contact=None,
    **fields,
) -> Question:
    """A question in any status, with what that status needs. Published ones are on every page."""
    fields.setdefault("title", f"Question {next(number)}")
    fields.setdefault("body", "Details of the question.")
    fields.setdefault("age_band", "3-11m")
    fields.setdefault("sex", "female")
    fields.setdefault("language", "en")
    fields.setdefault("specialty", make_specialty())
    fields.setdefault("asked_at", datetime(2026, 1, 1, 8, tzinfo=UTC))
    if status in ("published", "retracted"):
        fields.setdefault("published_at", fields["asked_at"] + timedelta(hours=5))
        fields.setdefault("replied_by", "the doctor of the reply made below")
    if status == "claimed":
        doctor = doctor or make_doctor()
        fields.setdefault("claimed_by", doctor)
        fields.setdefault("claimed_at", fields["asked_at"])
        fields.setdefault("lease_until", timezone.now() + Question.LEASE)
    if status == "resolved" and not fields.get("duplicate_of"):
        fields["resolved_by"] = fields.get("resolved_by") or make_question()
    if status == "retracted":
        fields.setdefault("retracted_at", fields["asked_at"] + timedelta(hours=9))
        fields.setdefault("retraction_reason", "It was not safe.")
    if status == "declined":
        fields.setdefault("decline_reason", "not_medical")
    question = Question.objects.create(status=status, **fields)
    if status in ("published", "retracted"):
        make_reply(question, doctor=doctor, text=reply, explanation=explanation)
    set_tags(question=question, names=tags)
    if contact is not None:
        Contact.objects.create(question=question, language="en", **contact)
    refresh_public_page(question)
    question.refresh_from_db()
    return question


def make_reply(question: Question, *, doctor=None, text="A short reply.", **fields) -> Reply:
    doctor = doctor or make_doctor(with_account=False, specialty=question.specialty)
    fields.setdefault("place", question.replies.next_place())
    reply = Reply(question=question, doctor=doctor, text=text, **fields)
    reply.sign(at=question.published_at, months_to_review=24)
    reply.take_as_checked()
    reply.save()
    return reply


def rewrite(row: Question | Reply, **texts) -> None:
    """Gives a public row other words past the site, that were looked at as the database wants."""
    for name, text in texts.items():
        setattr(row, name, text)
    row.take_as_examined()
    type(row).objects.filter(pk=row.pk).update(**texts, checked_digest=row.checked_digest)


def make_attachment(
    reply: Reply, *, content: bytes = b"%PDF-1.4 of a test", **fields
) -> Attachment:
    """A file below a reply, stored as it is: a page that draws nothing."""
    fields.setdefault("key", secrets.token_hex(16))
    fields.setdefault("digest", fields["key"])
    default_storage.save(fields["key"], ContentFile(content))
    return Attachment.objects.create(reply=reply, kind="pdf", size=len(content), **fields)


def make_similar(question: Question, *others: Question, shared=(), words=()) -> SimilarList:
    """The list beside a question as if the worker had found these, for tags by name or for words."""
    tags = [Tag.objects.get(name=name).pk for name in shared]
    reason = {"tags": tags} if tags else {"words": list(words)}
    return SimilarList.objects.create(
        question=question,
        similar_ids=[other.pk for other in others],
        scores=[0.9 - place / 100 for place in range(len(others))],
        reasons=[reason] * len(others),
    )


def make_letter(*, question_status="pending", email="asker@example.org", **fields) -> Letter:
    """A letter to the asker of a question in this status, due at once."""
    contact = {"submission": uuid.uuid4(), "email": email}
    question = make_question(status=question_status, contact=contact)
    fields.setdefault("kind", "received")
    fields.setdefault("language", "en")
    return Letter.objects.create(contact=question.contact, **fields)


def make_topic(name="Fever", *, tags=(), pinned=(), questions=(), **fields) -> Topic:
    """A topic; `questions` are those that the worker would have found for it."""
    fields.setdefault("slug", slugify(name, allow_unicode=True))
    fields.setdefault("specialty", make_specialty())
    topic = Topic(name=name, **fields)
    save_topic(topic=topic, by=None)
    topic.tags.set(Tag.objects.resolve(tags))
    topic.pinned_questions.set(pinned)
    for question in questions:
        RelatedTopic.objects.create(
            question=question, topic=topic, score=1, published_at=question.published_at
        )
    return topic
