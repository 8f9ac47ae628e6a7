"""How much two things have to do with each other. Numbers only, no database.

Two rows (profile.py) are compared by what they share: each shared feature counts its value in both
times its rarity squared, and the sum is divided by the lengths of both rows, a little less by that of
the other one, which makes it 1 for two that are alike (a cosine with pivoted length normalisation); less on a young
site, see `Rarity.trust`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from threading import local
from typing import NamedTuple, TypeVar

import numpy as np

from questions.profile import FEATURES, LOOKED_AT, features_of, tag_feature, values_of, words_of
from questions.vocabulary import Vocabulary

Named = TypeVar("Named")

# How strongly the length of the other one counts, from 0 (not at all) to 1 (as much as the own one).
LENGTH = 0.65
# What is not as close as this is not shown: chosen on sets of questions with known answers.
FLOOR = 0.16
# With fewer questions the closest are further away, and what a score at the floor tells less: up to so
# many questions this part of it counts, and all of it from so many on.
FEW, MANY, OF_FEW = 100, 2_000, 0.84
# So many are shown, of which one is of another specialty where one is close enough.
SHOWN = 4
# What the cosine of two texts' vectors counts beside their words, and which says neither yes nor no.
MEANING, NEUTRAL = 1.6, 0.45
# How much of that is up to the one sentence of what is asked that comes closest.
SENTENCE = 0.25
# So many tags, or names in the text, are given as a reason.
NAMED = 3

# Sharing a medicine or a condition tells more than sharing a symptom. Of what came without a kind most
# are conditions.
KIND_WEIGHTS = {
    "condition": 1.0,
    "medicine": 1.0,
    "test": 0.8,
    "body_part": 0.8,
    "symptom": 0.5,
    "other": 1.0,
}
# A young site has seen too little to call a tag common: as if so many questions without it were there.
PRIOR = 1_000


@dataclass(frozen=True)
class Rarity:
    """How rare each feature is: `counts[feature]` says on how many of `total` questions it stands,
    `table[feature]` what that tells (the inverse document frequency of BM25)."""

    total: int
    counts: np.ndarray
    table: np.ndarray

    @property
    def trust(self) -> float:
        """What part of a score counts: less on a young site, where hardly anything is close."""
        of_way = log(max(self.total, FEW) / FEW) / log(MANY / FEW)
        return min(1.0, OF_FEW + (1 - OF_FEW) * of_way)

    def weigh(self, rows: np.ndarray) -> np.ndarray:
        """How much each feature of these rows counts: its value times its rarity."""
        return values_of(rows) * self.table.take(features_of(rows))

    def squares(self, rows: "Rows") -> np.ndarray:
        """The square of the length of each of these rows."""
        return _sums(np.square(self.weigh(rows.features)), rows.counts)


class Rows(NamedTuple):
    """Rows, or the same part of each, one after the other: the first has the first `counts[0]` features.

    `squares` are the squares of their lengths (see `Rarity.squares`), if they are known already.
    """

    features: np.ndarray
    counts: np.ndarray
    squares: np.ndarray | None = None

    @classmethod
    def of(cls, rows: list[np.ndarray]) -> "Rows":
        return cls(
            np.concatenate([_NOTHING, *rows]), np.array([len(row) for row in rows], np.int64)
        )

    def split_at(self, places: list[int]) -> list[np.ndarray]:
        """The rows at these places, each by itself."""
        ends = np.cumsum(self.counts)
        starts, ends = (ends - self.counts).tolist(), ends.tolist()
        return [self.features[starts[place] : ends[place]] for place in places]


class Shared(NamedTuple):
    """Of each of some rows what it shares with another one, and the square of its length.

    Those of the parts of a row add up to those of the row.
    """

    shares: np.ndarray
    squares: np.ndarray


class Comparison:
    """One row, ready to be compared with many."""

    def __init__(self, row: np.ndarray, rarity: Rarity):
        self.row, self.rarity = row, rarity
        weights = rarity.weigh(row)
        self.length = float(np.sqrt(np.square(weights).sum())) or 1.0
        self._features = features_of(row)
        # What a unit of the same feature in another row adds.
        self._tells = weights * rarity.table[self._features]

    def shared_with(self, rows: Rows) -> Shared:
        shares = _sums(self._adds(rows.features), rows.counts)
        return Shared(shares, self.rarity.squares(rows) if rows.squares is None else rows.squares)

    def scores(self, shared: Shared) -> tuple[np.ndarray, np.ndarray]:
        """(how close each of the rows is to this one, how close this one is to each of them)."""
        lengths = np.maximum(np.sqrt(shared.squares), 1e-6)
        shares = shared.shares * self.rarity.trust
        # Rounded, so that two that are as close are told apart by nothing but their age.
        return (
            np.round(shares / (self.length ** (2 - LENGTH) * lengths**LENGTH), 4),
            np.round(shares / (lengths ** (2 - LENGTH) * self.length**LENGTH), 4),
        )

    def named(self, rows: list[np.ndarray]) -> list[dict[int, float]]:
        """Which features each row has too: feature -> what it adds, lengths apart."""
        found: list[dict[int, float]] = [{} for _row in rows]
        joined, counts, _squares = Rows.of(rows)
        adds = self._adds(joined)
        places = np.flatnonzero(adds)
        row_of = np.repeat(np.arange(len(rows)), counts)[places].tolist()
        features = features_of(joined[places]).tolist()
        for number, feature, add in zip(row_of, features, adds[places].tolist(), strict=True):
            found[number][feature] = add
        return found

    def _adds(self, joined: np.ndarray) -> np.ndarray:
        dense = _dense()
        dense[self._features] = self._tells
        adds = dense.take(features_of(joined))
        dense[self._features] = 0
        return adds * values_of(joined)


_NOTHING = np.empty(0, np.uint32)
_own = local()


def _dense() -> np.ndarray:
    """A zero for each feature, kept by the thread: to make them anew takes longer than to compare."""
    if not hasattr(_own, "dense"):
        _own.dense = np.zeros(FEATURES, np.float32)
    return _own.dense


def _sums(values: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The sum of the first `counts[0]` values, of the `counts[1]` after them, and so on."""
    # With a last zero, where a row without features at the end begins.
    sums = np.add.reduceat(np.append(values, np.float32(0)), np.cumsum(counts) - counts)
    return np.where(counts, sums, np.float32(0))


def meaning(vector: np.ndarray, sentences: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """What each of these vectors adds to the score of its text; nothing if it or `vector` is zero.

    `vector` is that of what is asked. A long message tells a story around its question, which the
    mean over all of it drowns: where its `sentences` are given, the closest of them counts as well.
    """
    whole = vectors @ vector
    cosines = whole
    if len(sentences):
        closest = (vectors @ sentences.T).max(axis=1)
        cosines = (1 - SENTENCE) * whole + SENTENCE * closest
    return np.where(whole, MEANING * (cosines - NEUTRAL), 0)


class Reasons:
    """Why others stand beside a text: the tags that both carry, or else what both name.

    Only what the `vocabulary` knows is named: other words weigh too, but tell a reader nothing.
    """

    def __init__(
        self, comparison: Comparison, text: str, tags: Iterable[int], vocabulary: Vocabulary
    ):
        self._comparison, self._vocabulary = comparison, vocabulary
        self._text = text[:LOOKED_AT]
        self._tags = {tag_feature(tag): tag for tag in tags}

    def for_rows(self, rows: list[np.ndarray]) -> list[dict[str, list]]:
        """For the words and tags of each {"tags": [primary keys]} or {"words": [as they are written]},
        the weightiest first."""
        return [self._reason(shared) for shared in self._comparison.named(rows)]

    def _reason(self, shared: dict[int, float]) -> dict[str, list]:
        tags = {tag: shared[feature] for feature, tag in self._tags.items() if feature in shared}
        if tags:
            return {"tags": _weightiest(tags)}
        names = {
            name: sum(shared[word] for word in words)
            for name, words in self._names.items()
            if all(word in shared for word in words)
        }
        return {"words": _weightiest(names)}

    @cached_property
    def _names(self) -> dict[str, tuple[int, ...]]:
        """What the text names, as it is written there first, with the features of its words."""
        found: dict[tuple[int, ...], str] = {}
        for name in self._vocabulary.named(self._text):
            found.setdefault(words_of(name), name)
        return {name: words for words, name in found.items() if words}


def in_words(reason: Mapping, labels: Mapping[int, str]) -> list[str]:
    """A reason as it is read: the labels of its tags, or else its words."""
    return [labels[pk] for pk in reason.get("tags", ()) if pk in labels] or reason.get("words", [])


def _weightiest(weights: Mapping[Named, float]) -> list[Named]:
    return sorted(weights, key=lambda each: -weights[each])[:NAMED]


def tag_weight(kind: str, count: int, total: int) -> float:
    """The weight of a tag on `count` of `total` published questions."""
    return KIND_WEIGHTS[kind] * log((total + PRIOR) / (min(count, total) + 0.5))
