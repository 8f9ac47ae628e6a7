"""The public content of the site as lines that `import_content` reads, always in the same order.

What is not public stays here: drafts, questions in moderation, e-mail addresses, tickets, accounts,
and, unless they are asked for, the licences of doctors.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Collate
from django.utils import timezone

from doctors.models import Doctor, Specialty
from faq.models import Topic
from questions.models import Attachment, Correction, Question, Reply, Tag, TaggedQuestion
from questions.models.tag import slug_of

CHUNK = 500
DERIVED = ["body_html", "question_excerpt", "reply_excerpt", "mentioned_numbers"]


@contextmanager
def snapshot() -> Iterator[None]:
    """One state of the database for the whole export, whatever is published meanwhile."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def lines(*, with_licences: bool) -> Iterator[bytes]:
    """Every line with its new line, a few hundred rows in memory at a time."""
    for rows, say in (
        (_specialties(), specialty),
        (_doctors(), doctor_with_licence if with_licences else doctor),
        (_tags(), tag),
        (_topics(), topic),
        (questions(), question if with_licences else question_without_files),
        (_retracted(), retracted),
    ):
        for row in rows.iterator(chunk_size=CHUNK):
            yield json.dumps(say(row), ensure_ascii=False).encode() + b"\n"


def count() -> int:
    """How many lines there will be."""
    rows = (_specialties(), _doctors(), _tags(), _topics(), questions(), _retracted())
    return sum(query.order_by().count() for query in rows)


def _by_slug(rows: QuerySet) -> QuerySet:
    """By code point: two servers with different locales write the same file."""
    return rows.order_by(Collate("slug", "C"))


def _specialties() -> QuerySet:
    return _by_slug(Specialty.objects.all())


def _doctors() -> QuerySet:
    """Those whom visitors meet, and who sign something of what is exported."""
    others = Prefetch("other_specialties", _specialties())
    signing = Exists(Reply.objects.published().filter(doctor=OuterRef("pk")))
    public = Doctor.objects.listed() | Doctor.objects.filter(signing)
    return _by_slug(public.select_related("specialty")).prefetch_related(others)


def _tags() -> QuerySet:
    """All but those that only questions out of sight carry."""
    tagged = TaggedQuestion.objects.filter(tag=OuterRef("pk"))
    public = tagged.filter(content_object__in=Question.objects.published())
    topics = Topic.tags.through.objects.filter(tag=OuterRef("pk"))
    seen = Tag.objects.filter(Q(Exists(public)) | Q(Exists(topics)) | ~Q(Exists(tagged)))
    return _by_slug(seen).prefetch_related("synonyms")


def _topics() -> QuerySet:
    pinned = Prefetch("pinned_questions", Question.objects.published().only("pk").order_by("pk"))
    tags = Prefetch("tags", _by_slug(Tag.objects.all()))
    return _by_slug(Topic.objects.select_related("specialty")).prefetch_related(tags, pinned)


def questions() -> QuerySet:
    """Those that are exported, with all that their lines say."""
    public = Reply.objects.standing()
    replies = public.select_related("doctor", "doctor_specialty").order_by("replied_at", "pk")
    tags = TaggedQuestion.objects.select_related("tag").order_by("pk")
    return (
        Question.objects.published()
        .filter(Exists(public.filter(question=OuterRef("pk"))))
        .select_related("specialty", "follow_up_of")
        .prefetch_related(
            Prefetch(
                "replies",
                replies.defer("text_html", "explanation_html").prefetch_related(
                    "sources", "corrections", "attachments"
                ),
            ),
            Prefetch("tagged_questions", tags),
        )
        .defer(*DERIVED)
        .order_by("pk")
    )


def _retracted() -> QuerySet:
    return Question.objects.filter(status=Question.Status.RETRACTED).order_by("pk")


def specialty(row: Specialty) -> dict:
    return {"type": "specialty", "slug": row.slug, "name": row.name} | _said(row, "name_zh_hant")


def doctor(row: Doctor) -> dict:
    line = {"type": "doctor", "slug": row.slug, "name": row.name, "specialty": row.specialty.slug}
    others = [other.slug for other in row.other_specialties.all()]
    if others:
        line["other_specialties"] = others
    return line | _said(row, "credentials", "bio")


def doctor_with_licence(row: Doctor) -> dict:
    line = doctor(row) | _said(row, "licence_number", "licence_issuer")
    if row.licence_expires_on:
        line["licence_expires_on"] = row.licence_expires_on.isoformat()
    for name in ("verified_at", "suspended_at"):
        if at := getattr(row, name):
            line[name] = moment(at)
    return line


def tag(row: Tag) -> dict:
    line = {"type": "tag", "name": row.name, "slug": row.slug, "kind": row.kind}
    line |= _said(row, "name_zh_hant")
    synonyms = {synonym.name: synonym.slug for synonym in row.synonyms.all()}
    if synonyms:
        line["synonyms"] = sorted(synonyms)
    if old := {name: slug for name, slug in synonyms.items() if slug != slug_of(name)}:
        line["synonym_slugs"] = dict(sorted(old.items()))
    return line


def topic(row: Topic) -> dict:
    line = {"type": "topic", "slug": row.slug, "name": row.name, "specialty": row.specialty.slug}
    line["tags"] = [tag.name for tag in row.tags.all()]
    line |= {"overview": row.overview} | _said(row, "name_zh_hant", "synonyms")
    pinned = [question.pk for question in row.pinned_questions.all()]
    return line | ({"pinned": pinned} if pinned else {})


def question_without_files(row: Question) -> dict:
    return question(row, with_files=False)


def question(row: Question, *, with_files: bool = True) -> dict:
    replies = list(row.replies.all())
    line = {"type": "question", "id": row.pk, "title": row.title} | _said(row, "summary")
    line |= {"body": row.body, "specialty": row.specialty.slug}
    line["tags"] = [tagged.tag.name for tagged in row.tagged_questions.all()]
    line["language"] = row.language
    line["asker"] = {"name": row.asker_name, "age_band": row.age_band, "sex": row.sex}
    line["asked_at"] = moment(row.asked_at)
    if row.published_at != replies[0].replied_at:
        line["published_at"] = moment(row.published_at)
    if row.follow_up_of and row.follow_up_of.public_since:
        line["follow_up_of"] = row.follow_up_of_id
    said = [reply(each, with_files=with_files) for each in replies]
    return line | {"status": row.status, "replies": said}


def retracted(row: Question) -> dict:
    """What readers find at its address, and nothing of what it said."""
    at = moment(row.retracted_at)
    return {"type": "retracted", "id": row.pk, "retracted_at": at, "reason": row.retraction_reason}


def reply(row: Reply, *, with_files: bool) -> dict:
    line = {
        "doctor": row.doctor.slug,
        "text": row.text,
        "explanation": row.explanation,
        "replied_at": moment(row.replied_at),
        "doctor_name": row.doctor_name,
        "doctor_specialty": row.doctor_specialty.slug,
        "doctor_verified": row.doctor_was_verified,
        "reviewed_on": row.reviewed_on and row.reviewed_on.isoformat(),
        "review_due_on": row.review_due_on and row.review_due_on.isoformat(),
    }
    sources = [
        {"title": each.title, "url": each.url} | _said(each, "year") for each in row.sources.all()
    ]
    if sources:
        line["sources"] = sources
    if corrections := [correction(each) for each in row.corrections.all()]:
        line["corrections"] = corrections
    if with_files and (
        files := [attachment(each) for each in row.attachments.all() if each.is_shown]
    ):
        line["attachments"] = files
    return line


def correction(row: Correction) -> dict:
    return {"corrected_at": moment(row.corrected_at), "what": row.what, "why": row.why}


def attachment(row: Attachment) -> dict:
    """What is known of a file; the file itself lies in the storage under its key."""
    size = {"kind": row.kind, "size": row.size, "digest": row.digest}
    return {"key": row.key} | _said(row, "title") | size


def moment(at: datetime) -> str:
    """A time as the site's clock shows it; a midnight is the day alone, as the format says."""
    local = timezone.localtime(at)
    is_midnight = local.time() == datetime.min.time()
    return local.date().isoformat() if is_midnight else local.isoformat()


def _said(row: object, *names: str) -> dict:
    """Those of these values that are not empty."""
    return {name: getattr(row, name) for name in names if getattr(row, name)}
