"""The questions of a corpus: plain values, of which `load` makes rows.

Each chunk of them comes from a chance of its own, so that chunks may be written in any order, by
several processes, and again after one was lost.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from askdoctor.corpus.subjects import Subject, World

CHUNK = 2_000
CHINESE, NEAR_COPY, UNPUBLISHED, SECOND_REPLY, OTHER_SPECIALTY = 0.07, 0.04, 0.01, 0.08, 0.1
BEGIN, YEARS = datetime(2016, 1, 1, tzinfo=UTC), 10
NOT_PUBLISHED = [
    "pending",
    "open",
    "claimed",
    "needs_details",
    "declined",
    "resolved",
    "withdrawn",
    "retracted",
]
AGE_BANDS = ["0-28d", "1-2m", "3-11m", "1-2y", "3-5y", "6-9y", "10-12y", "13-17y", "adult"]
SEXES = ["female", "male", "undisclosed"]


@dataclass(frozen=True, slots=True)
class WrittenReply:
    doctor: int
    text: str
    explanation: str


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    """Doctor, specialty, tags and topics are places in the lists of the world."""

    number: int  # from 0
    status: str
    language: str
    title: str
    body: str
    asked_at: datetime
    replied_at: datetime
    specialty: int
    tags: list[int]
    topics: list[int]
    replies: list[WrittenReply]
    age_band: str
    sex: str


def chunks(world: World) -> range:
    return range(-(-world.size // CHUNK))


def write_chunk(world: World, chunk: int) -> Iterator[WrittenQuestion]:
    rng = world.random(chunk)
    latest: dict[tuple[int, str], WrittenQuestion] = {}
    for number in range(chunk * CHUNK, min((chunk + 1) * CHUNK, world.size)):
        place = rng.choices(range(len(world.subjects)), cum_weights=world.subject_weights)[0]
        language = "zh-hant" if rng.random() < CHINESE else "en"
        question = _question(world, rng, number, place, language)
        earlier = latest.get((place, language))
        if earlier is not None and rng.random() < NEAR_COPY / (1 - NEAR_COPY):
            title, body = _nearly(rng, earlier.title), _nearly(rng, earlier.body)
            question = replace(question, title=title, body=body, tags=earlier.tags)
        latest[place, language] = question
        yield question


def _question(world: World, rng: Random, number: int, place: int, language: str) -> WrittenQuestion:
    subject = world.subjects[place]
    text = _Texts(world, rng, subject, language)
    years = YEARS * 365.25 * (number / world.size)
    asked_at = BEGIN + timedelta(days=years, seconds=rng.randrange(86_400 * 3))
    specialty = subject.specialty
    if rng.random() < OTHER_SPECIALTY:
        specialty = rng.randrange(len(world.doctors_of))
    status = rng.choice(NOT_PUBLISHED) if rng.random() < UNPUBLISHED else "published"
    tags = _tags(world, rng, subject)
    return WrittenQuestion(
        number=number,
        status=status,
        language=language,
        title=text.title(rng.randint(6, 15)),
        body=text.sentences(rng.randint(40, 150)),
        asked_at=asked_at,
        replied_at=asked_at + timedelta(minutes=rng.randrange(30, 10_000)),
        specialty=specialty,
        tags=tags,
        topics=_topics(world, place, tags),
        replies=_replies(world, rng, specialty, text),
        age_band=rng.choice(AGE_BANDS),
        sex=rng.choice(SEXES),
    )


def _tags(world: World, rng: Random, subject: Subject) -> list[int]:
    own = rng.choices(subject.tags, cum_weights=world.own_tag_weights, k=4)
    any_tags = range(len(world.tags))
    common = rng.choices(any_tags, cum_weights=world.tag_weights, k=rng.randint(1, 2))
    return list(dict.fromkeys(own + common))


def _topics(world: World, place: int, tags: list[int]) -> list[int]:
    sharing = (other for tag in tags for other in world.subjects_with.get(tag, ())[:2])
    return list(dict.fromkeys([place, *sharing]))[:3]


def _replies(world: World, rng: Random, specialty: int, text: "_Texts") -> list[WrittenReply]:
    places, weights = world.doctors_of[specialty]
    doctors = rng.choices(places, cum_weights=weights, k=2 if rng.random() < SECOND_REPLY else 1)
    return [
        WrittenReply(
            doctor, text.sentences(rng.randint(15, 45)), text.sentences(rng.randint(20, 60))
        )
        for doctor in dict.fromkeys(doctors)
    ]


def _nearly(rng: Random, text: str) -> str:
    """The same with a word in ten gone; of Chinese, a clause."""
    separator = " " if " " in text else "，"
    words = text.split(separator)
    kept = [word for word in words if rng.random() < 0.9]
    return separator.join(kept or words)


class _Texts:
    """Sentences on a subject: of three words one is the subject's, the others are anybody's."""

    def __init__(self, world: World, rng: Random, subject: Subject, language: str):
        self.rng, self.own_weights = rng, world.own_weights
        self.is_chinese = language == "zh-hant"
        if self.is_chinese:
            self.words, self.weights = world.chinese_words, world.chinese_weights
            self.own = subject.chinese_words
        else:
            self.words, self.weights, self.own = world.words, world.word_weights, subject.words

    def title(self, length: int) -> str:
        words = self._words(length, every=2)
        return "".join(words) + "？" if self.is_chinese else " ".join(words).capitalize() + "?"

    def sentences(self, length: int) -> str:
        words = self._words(length, every=3)
        step = 6 if self.is_chinese else 14
        parts = [words[start : start + step] for start in range(0, length, step)]
        if self.is_chinese:
            return "，".join("".join(part) for part in parts) + "。"
        return ". ".join(" ".join(part).capitalize() for part in parts) + "."

    def _words(self, length: int, *, every: int) -> list[str]:
        words = self.rng.choices(self.words, cum_weights=self.weights, k=length)
        count = len(range(0, length, every))
        words[::every] = self.rng.choices(self.own, cum_weights=self.own_weights, k=count)
        return words
