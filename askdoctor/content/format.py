"""One line of a content file, checked and turned into a value. Reads no row and writes none."""

import hashlib
import json
import re
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from askdoctor.content.fields import Fields, LineError, called, decode, short
from askdoctor.content.lines import (
    AttachmentLine,
    CorrectionLine,
    DoctorLine,
    Line,
    QuestionLine,
    ReplyLine,
    RetractedLine,
    SourceLine,
    SpecialtyLine,
    TagLine,
    TopicLine,
)
from doctors.models import Doctor, Specialty
from faq.models import Topic
from questions.models import Attachment, Correction, Question, Reply, Source, Tag

REASON = "retraction_reason"
STATUSES = [Question.Status.PUBLISHED, Question.Status.PENDING, Question.Status.OPEN]
WEB_ADDRESS = URLValidator(schemes=["http", "https"])
ATTACHMENT_KEY, SHA256 = re.compile("[0-9a-f]{32}"), re.compile("[0-9a-f]{64}")
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def parse(raw: bytes) -> Line:
    """The value of one line. Raises LineError."""
    values = decode(raw)
    if not isinstance(values, dict):
        raise LineError(f"not a JSON object but {called(values)}")
    fields = Fields(values)
    kind = fields.text("type", longest=40)
    if kind not in PARSERS:
        raise LineError(f'"type" is none of {", ".join(PARSERS)}: {short(kind)}')
    line = PARSERS[kind](fields)
    fields.end()
    return line


def _length(model: type, name: str) -> int:
    return model._meta.get_field(name).max_length


def _specialty(fields: Fields) -> SpecialtyLine:
    return SpecialtyLine(
        slug=fields.slug("slug", longest=_length(Specialty, "slug")),
        name=fields.text("name", longest=_length(Specialty, "name")),
        name_zh_hant=fields.text(
            "name_zh_hant", longest=_length(Specialty, "name_zh_hant"), required=False
        ),
    )


def _doctor(fields: Fields) -> DoctorLine:
    def text(name: str) -> str | None:
        return fields.text(name, longest=_length(Doctor, name), required=False)

    return DoctorLine(
        slug=fields.slug("slug", longest=_length(Doctor, "slug")),
        name=fields.text("name", longest=_length(Doctor, "name")),
        specialty=fields.text("specialty", longest=_length(Specialty, "slug")),
        other_specialties=fields.names("other_specialties", longest=_length(Specialty, "slug")),
        credentials=text("credentials"),
        bio=fields.long_text("bio", longest=_length(Doctor, "bio")),
        licence_number=text("licence_number"),
        licence_issuer=text("licence_issuer"),
        licence_expires_on=fields.day("licence_expires_on"),
        verified_at=fields.moment("verified_at"),
        suspended_at=fields.moment("suspended_at"),
    )


def _tag(fields: Fields) -> TagLine:
    return TagLine(
        name=fields.text("name", longest=_length(Tag, "name")),
        slug=fields.slug("slug", longest=_length(Tag, "slug"), required=False),
        name_zh_hant=fields.text(
            "name_zh_hant", longest=_length(Tag, "name_zh_hant"), required=False
        ),
        kind=fields.choice("kind", Tag.Kind.values, required=False),
        synonyms=fields.names("synonyms", longest=_length(Tag, "name")) or (),
        synonym_slugs=fields.slugs("synonym_slugs", longest=_length(Tag, "slug")),
    )


def _topic(fields: Fields) -> TopicLine:
    return TopicLine(
        slug=fields.slug("slug", longest=_length(Topic, "slug")),
        name=fields.text("name", longest=_length(Topic, "name")),
        specialty=fields.text("specialty", longest=_length(Specialty, "slug")),
        tags=fields.names("tags", longest=_length(Tag, "name")) or (),
        overview=fields.long_text("overview") or "",
        name_zh_hant=fields.text(
            "name_zh_hant", longest=_length(Topic, "name_zh_hant"), required=False
        ),
        synonyms=fields.names("synonyms", longest=_length(Topic, "name")),
        pinned=fields.numbers("pinned"),
    )


def _question(fields: Fields) -> QuestionLine:
    values = dict(fields.values)
    asker = fields.inner("asker")
    line = QuestionLine(
        id=fields.number("id"),
        title=fields.text("title", longest=_length(Question, "title")),
        summary=fields.text("summary", longest=_length(Question, "summary"), required=False) or "",
        body=fields.long_text("body") or "",
        specialty=fields.text("specialty", longest=_length(Specialty, "slug"), required=False),
        tags=fields.names("tags", longest=_length(Tag, "name")) or (),
        language=fields.choice("language", LANGUAGES),
        asker_name=asker.text("name", longest=_length(Question, "asker_name"), required=False)
        or "",
        age_band=asker.choice("age_band", Question.AgeBand.values),
        sex=asker.choice("sex", Question.Sex.values, required=False) or Question.Sex.UNDISCLOSED,
        asked_at=fields.moment("asked_at", required=True),
        published_at=fields.moment("published_at"),
        status=fields.choice("status", STATUSES),
        replies=tuple(_reply(reply) for reply in fields.inners("replies")),
        follow_up_of=fields.number("follow_up_of") if "follow_up_of" in values else None,
        digest=_digest(values, asker, fields),
    )
    _check_whole(line)
    return line


def _retracted(fields: Fields) -> RetractedLine:
    values = dict(fields.values)
    return RetractedLine(
        id=fields.number("id"),
        retracted_at=fields.moment("retracted_at", required=True),
        reason=fields.long_text("reason", required=True, longest=_length(Question, REASON)).strip(),
        digest=_digest(values, fields),
    )


def _digest(values: dict, *taken: Fields) -> str:
    for fields in taken:
        fields.end()  # what is left over may be anything, too deep to be written included
    return digest_of(values)


def digest_of(values: dict) -> str:
    """What a line says, whatever the order of its keys and its spaces: SHA-256 in hexadecimal."""
    values = {name: value for name, value in values.items() if name != "type"}
    said = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def _reply(fields: Fields) -> ReplyLine:
    line = ReplyLine(
        doctor=fields.text("doctor", longest=_length(Doctor, "slug")),
        text=fields.long_text("text", required=True),
        explanation=fields.long_text("explanation") or "",
        replied_at=fields.moment("replied_at", required=True),
        doctor_name=fields.text(
            "doctor_name", longest=_length(Reply, "doctor_name"), required=False
        ),
        doctor_specialty=fields.text(
            "doctor_specialty", longest=_length(Specialty, "slug"), required=False
        ),
        doctor_verified=fields.take("doctor_verified", bool, required=False),
        reviewed=fields.reviewed(),
        sources=tuple(_source(source) for source in fields.inners("sources")),
        corrections=tuple(_correction(one) for one in fields.inners("corrections")),
        attachments=tuple(_attachment(one) for one in fields.inners("attachments")),
    )
    fields.end()
    return line


def _correction(fields: Fields) -> CorrectionLine:
    line = CorrectionLine(
        corrected_at=fields.moment("corrected_at", required=True),
        what=fields.text("what", longest=Correction.LENGTH),
        why=fields.text("why", longest=Correction.LENGTH),
    )
    fields.end()
    return line


def _attachment(fields: Fields) -> AttachmentLine:
    line = AttachmentLine(
        key=fields.text("key", longest=32),
        title=fields.text("title", longest=Attachment.TITLE_LENGTH, required=False) or "",
        kind=fields.choice("kind", Attachment.Kind.values),
        size=fields.take("size", int),
        digest=fields.text("digest", longest=64),
    )
    fields.end()
    if not ATTACHMENT_KEY.fullmatch(line.key):
        raise LineError(f'"{fields.path}key" is no name of a file of ours: {short(line.key)}')
    if not SHA256.fullmatch(line.digest):
        raise LineError(f'"{fields.path}digest" is no SHA-256: {short(line.digest)}')
    if not 0 < line.size <= Attachment.SIZE_AT_MOST:
        raise LineError(f'"{fields.path}size" is not plausible: {line.size}')
    return line


def _source(fields: Fields) -> SourceLine:
    line = SourceLine(
        title=fields.text("title", longest=Source.TITLE_LENGTH),
        url=fields.text("url", longest=Source.URL_LENGTH),
        year=fields.take("year", int, required=False),
    )
    fields.end()
    try:
        WEB_ADDRESS(line.url)
    except ValidationError:
        raise LineError(f"{fields.path}url is no address on the web: {short(line.url)}") from None
    if line.year is not None and not Source.FIRST_YEAR <= line.year <= Source.LAST_YEAR:
        raise LineError(f"{fields.path}year is not plausible: {line.year}")
    return line


def _check_whole(line: QuestionLine) -> None:
    """What no single value shows."""
    if line.status != Question.Status.PUBLISHED:
        if line.replies or line.published_at or line.follow_up_of:
            raise LineError(f"a question that is {line.status} has no replies yet")
        return
    if not line.replies:
        raise LineError("a published question needs a reply")
    if line.follow_up_of == line.id:
        raise LineError("a question cannot follow itself")
    if line.specialty is None:
        raise LineError('a published question needs a "specialty"')
    doctors = [reply.doctor for reply in line.replies]
    if len(set(doctors)) < len(doctors):
        raise LineError("one doctor replies twice")
    first = min(reply.replied_at for reply in line.replies)
    # Days, not times: where a file gives a date and a time, the date is a midnight.
    if timezone.localdate(first) < timezone.localdate(line.asked_at):
        raise LineError(f'"replied_at" {first:%Y-%m-%d} is before "asked_at"')


PARSERS: dict[str, Callable[[Fields], Line]] = {
    "specialty": _specialty,
    "doctor": _doctor,
    "tag": _tag,
    "topic": _topic,
    "question": _question,
    "retracted": _retracted,
}
