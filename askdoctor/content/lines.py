"""What the lines of a content file say. A value that a line leaves out is None, and changes nothing."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class SpecialtyLine:
    slug: str
    name: str
    name_zh_hant: str | None = None


@dataclass(frozen=True, slots=True)
class DoctorLine:
    slug: str
    name: str
    specialty: str
    other_specialties: tuple[str, ...] | None = None
    credentials: str | None = None
    bio: str | None = None
    licence_number: str | None = None
    licence_issuer: str | None = None
    licence_expires_on: date | None = None
    verified_at: datetime | None = None
    suspended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TagLine:
    name: str
    slug: str | None = None
    name_zh_hant: str | None = None
    kind: str | None = None
    synonyms: tuple[str, ...] = ()
    synonym_slugs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TopicLine:
    slug: str
    name: str
    specialty: str
    tags: tuple[str, ...]
    overview: str
    name_zh_hant: str | None = None
    synonyms: tuple[str, ...] | None = None
    pinned: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class SourceLine:
    title: str
    url: str
    year: int | None


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    corrected_at: datetime
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class AttachmentLine:
    key: str
    title: str
    kind: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class ReplyLine:
    doctor: str
    text: str
    explanation: str
    replied_at: datetime
    # The signature of that day, and `reviewed` = (reviewed on, review due on) where a line says it.
    doctor_name: str | None = None
    doctor_specialty: str | None = None
    doctor_verified: bool | None = None
    reviewed: tuple[date | None, date | None] | None = None
    sources: tuple[SourceLine, ...] = ()
    # Added to what is there: an import takes none away.
    corrections: tuple[CorrectionLine, ...] = ()
    attachments: tuple[AttachmentLine, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionLine:
    id: int
    title: str
    summary: str
    body: str
    specialty: str | None
    tags: tuple[str, ...]
    language: str
    asker_name: str
    age_band: str
    sex: str
    asked_at: datetime
    published_at: datetime | None
    status: str
    replies: tuple[ReplyLine, ...]
    digest: str
    follow_up_of: int | None = None


@dataclass(frozen=True, slots=True)
class RetractedLine:
    """What readers find in the place of an answer that was taken off the site, and nothing of it."""

    id: int
    retracted_at: datetime
    reason: str
    digest: str


Line = SpecialtyLine | DoctorLine | TagLine | TopicLine | QuestionLine | RetractedLine
