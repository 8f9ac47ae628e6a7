"""What is asked about, how often, and who answers: all that the questions of a corpus have in common.

Behind each question stands a subject with words and tags of its own, so that questions exist which
are like each other. Few subjects, tags, doctors and specialties have most of the questions.
"""

from dataclasses import dataclass, field
from functools import cached_property
from math import log
from random import Random

from askdoctor.corpus.words import Weights, chinese_words, latin_words, zipf

WORDS, CHINESE_WORDS = 60_000, 20_000
SPECIALTIES, DOCTORS, TAGS, SUBJECTS = 30, 500, 20_000, 3_000
WORDS_OF_A_SUBJECT, TAGS_OF_A_SUBJECT = 80, 12
# A subject's own words are none of the commonest, and its tags are not those that all share.
FIRST_OWN_WORD, FIRST_OWN_TAG = 150, 30


@dataclass(frozen=True, slots=True)
class TagName:
    name: str
    name_zh_hant: str
    kind: str
    synonym: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Words, from the most used on, and the places of its tags and specialty in their lists."""

    name: str
    name_zh_hant: str
    words: list[str]
    chinese_words: list[str]
    tags: list[int]
    specialty: int


@dataclass
class World:
    """The same for the same seed and size."""

    seed: int
    size: int  # in questions: a small site has few tags and topics
    words: list[str] = field(init=False)
    chinese_words: list[str] = field(init=False)
    tags: list[TagName] = field(init=False)
    subjects: list[Subject] = field(init=False)
    doctors: list[tuple[str, int]] = field(init=False)  # (name, specialty)

    def __post_init__(self):
        rng = self.random("world")
        self.words = latin_words(rng, WORDS)
        self.chinese_words = chinese_words(rng, CHINESE_WORDS)
        self.tags = _tags(rng, self.words, self.chinese_words, self._share_of(TAGS))
        self.subjects = [self._subject(rng) for _ in range(self._share_of(SUBJECTS))]
        self.doctors = [
            (f"{_name(rng, self.words)} {_name(rng, self.words)}", place % SPECIALTIES)
            for place in range(max(SPECIALTIES, self._share_of(DOCTORS)))
        ]

    def random(self, what: object) -> Random:
        """Chance that does not depend on what was asked for before."""
        return Random(f"{self.seed} {self.size} {what}")  # noqa: S311 - to be repeated, not to be secret

    def _share_of(self, most: int) -> int:
        """All of them on a site of 100,000 questions, and fewer on smaller ones."""
        return max(20, min(most, most * self.size // 100_000))

    def _subject(self, rng: Random) -> Subject:
        own = [_of_some_rank(rng, self.words, FIRST_OWN_WORD) for _ in range(WORDS_OF_A_SUBJECT)]
        chinese = [_of_some_rank(rng, self.chinese_words) for _ in range(WORDS_OF_A_SUBJECT)]
        first = min(FIRST_OWN_TAG, len(self.tags) // 4)
        places = range(len(self.tags))
        return Subject(
            name=f"{own[0]} {own[1]}".capitalize(),
            name_zh_hant=chinese[0] + chinese[1],
            words=own,
            chinese_words=chinese,
            tags=[_of_some_rank(rng, places, first) for _ in range(TAGS_OF_A_SUBJECT)],
            specialty=rng.choices(range(SPECIALTIES), cum_weights=self.specialty_weights)[0],
        )

    @cached_property
    def word_weights(self) -> Weights:
        return zipf(len(self.words), exponent=1.07, shift=2.7)

    @cached_property
    def chinese_weights(self) -> Weights:
        return zipf(len(self.chinese_words), shift=2.7)

    @cached_property
    def own_weights(self) -> Weights:
        return zipf(WORDS_OF_A_SUBJECT, exponent=0.7)

    @cached_property
    def tag_weights(self) -> Weights:
        return zipf(len(self.tags))

    @cached_property
    def own_tag_weights(self) -> Weights:
        return zipf(TAGS_OF_A_SUBJECT, exponent=0.7)

    @cached_property
    def subject_weights(self) -> Weights:
        return zipf(len(self.subjects), exponent=0.7)

    @cached_property
    def specialty_weights(self) -> Weights:
        return zipf(SPECIALTIES)

    @cached_property
    def doctors_of(self) -> list[tuple[list[int], Weights]]:
        """For each specialty the places of its doctors, from the busiest on, and their weights."""
        places = [
            [place for place, (_name, own) in enumerate(self.doctors) if own == specialty]
            for specialty in range(SPECIALTIES)
        ]
        return [(own, zipf(len(own))) for own in places]

    @cached_property
    def subjects_with(self) -> dict[int, list[int]]:
        """For each tag the places of the subjects whose topic carries it."""
        found: dict[int, list[int]] = {}
        for place, subject in enumerate(self.subjects):
            for tag in topic_tags(subject):
                found.setdefault(tag, []).append(place)
        return found


def topic_tags(subject: Subject) -> list[int]:
    """The tags of the topic that the site has for a subject."""
    return list(dict.fromkeys(subject.tags[:3]))


def _tags(rng: Random, words: list[str], chinese: list[str], count: int) -> list[TagName]:
    kinds = ["condition", "medicine", "symptom", "test", "body_part", "other"]
    names: dict[str, None] = {}
    while len(names) < 2 * count:
        length = rng.choices([1, 2, 3], weights=[4, 5, 1])[0]
        names[" ".join(_of_some_rank(rng, words, FIRST_OWN_WORD) for _ in range(length))] = None
    all_names = list(names)
    return [
        TagName(
            name=name,
            name_zh_hant=_of_some_rank(rng, chinese) if rng.random() < 0.5 else "",
            kind=rng.choices(kinds, weights=[35, 20, 20, 10, 10, 5])[0],
            synonym=other if rng.random() < 0.2 else "",
        )
        for name, other in zip(all_names[:count], all_names[count:], strict=True)
    ]


def _of_some_rank(rng: Random, ranked, first: int = 0):
    """One from the rank `first` on: as many from each doubling of the rank, as Zipf's law has it."""
    lowest, highest = log(first + 1), log(len(ranked))
    return ranked[min(int(2.718281828459045 ** rng.uniform(lowest, highest)), len(ranked) - 1)]


def _name(rng: Random, words: list[str]) -> str:
    return _of_some_rank(rng, words, FIRST_OWN_WORD).capitalize()
