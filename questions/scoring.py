"""How much two things have to do with each other. Numbers only, no database.

Two rows (profile.py) are compared by what they share: each shared feature counts its value in both
times its rarity squared, and the sum is divided by the lengths of both rows, a little less by that of
the other one, which makes it 1 for two that are alike (a cosine with pivoted length normalisation).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TypeVar

import numpy as np

from questions.profile import (
    FEATURES,
    LOOKED_AT,
    NamedWords,
    features_of,
    tag_feature,
    values_of,
    words_and_tags,
)

Named = TypeVar("Named")

# How strongly the length of the other one counts, from 0 (not at all) to 1 (as much as the own one).
LENGTH = 0.65
# What is not as close as this is not shown: chosen on sets of questions with known answers.
FLOOR = 0.16
# So many are shown, of which one is of another specialty where one is close enough.
SHOWN = 4
# What the cosine of two texts' vectors counts beside their words, and which says neither yes nor no.
MEANING, NEUTRAL = 1.0, 0.45
# So many words are named as a reason.
WORDS_NAMED = 3

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

    def weigh(self, rows: np.ndarray) -> np.ndarray:
        """How much each feature of these rows counts: its value times its rarity."""
        return values_of(rows) * self.table[features_of(rows)]


class Comparison:
    """One row, ready to be compared with many."""

    def __init__(self, row: np.ndarray, rarity: Rarity):
        self.row, self.rarity = row, rarity
        weights = rarity.weigh(row)
        self.length = float(np.sqrt(np.square(weights).sum())) or 1.0
        self._weight_of = np.zeros(FEATURES, np.float32)
        self._weight_of[features_of(row)] = weights

    def scores(self, rows: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
        """(how close each of the rows is to this one, how close this one is to each of them)."""
        if not rows:
            return np.empty(0, np.float32), np.empty(0, np.float32)
        joined = np.concatenate(rows)
        starts = np.cumsum([0, *map(len, rows[:-1])])
        weights = self.rarity.weigh(joined)
        shared = np.add.reduceat(weights * self._weight_of[features_of(joined)], starts)
        lengths = np.maximum(np.sqrt(np.add.reduceat(np.square(weights), starts)), 1e-6)
        # Rounded, so that two that are as close are told apart by nothing but their age.
        return (
            np.round(shared / (self.length ** (2 - LENGTH) * lengths**LENGTH), 4),
            np.round(shared / (lengths ** (2 - LENGTH) * self.length**LENGTH), 4),
        )

    def shared(self, rows: list[np.ndarray]) -> list[dict[int, float]]:
        """The words and tags that each row has too: feature -> what it adds, lengths apart."""
        found: list[dict[int, float]] = [{} for _row in rows]
        if rows:
            named = [words_and_tags(row) for row in rows]
            joined = np.concatenate(named)
            features = features_of(joined)
            adds = self._weight_of[features] * self.rarity.weigh(joined)
            row_of = np.repeat(np.arange(len(rows)), [len(row) for row in named])
            places = np.flatnonzero(adds)
            for number, feature, add in zip(
                row_of[places].tolist(),
                features[places].tolist(),
                adds[places].tolist(),
                strict=True,
            ):
                found[number][feature] = add
        return found


def meaning(vector: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """What each of these vectors adds to the score of its text; nothing if one of the two is zero."""
    cosines = vectors @ vector
    return np.where(cosines, MEANING * (cosines - NEUTRAL), 0)


class Reasons:
    """Why others stand beside a text: the tags that both carry, or else the words."""

    def __init__(self, comparison: Comparison, text: str, tags: Iterable[int]):
        self._comparison = comparison
        self._text = text[:LOOKED_AT]
        self._tags = {tag_feature(tag): tag for tag in tags}

    def for_rows(self, rows: list[np.ndarray]) -> list[dict[str, list]]:
        """For each {"tags": [primary keys]} or {"words": [as they are written]}, the weightiest first."""
        return [self._reason(shared) for shared in self._comparison.shared(rows)]

    def _reason(self, shared: dict[int, float]) -> dict[str, list]:
        tags = {tag: shared[feature] for feature, tag in self._tags.items() if feature in shared}
        if tags:
            return {"tags": _worth_naming(tags, len(tags))}
        return {"words": _worth_naming(self._words.among(shared), WORDS_NAMED)}

    @cached_property
    def _words(self) -> NamedWords:
        return NamedWords(self._text)


def in_words(reason: Mapping, labels: Mapping[int, str]) -> list[str]:
    """A reason as it is read: the labels of its tags, or else its words."""
    return [labels[pk] for pk in reason.get("tags", ()) if pk in labels] or reason.get("words", [])


def _worth_naming(weights: Mapping[Named, float], limit: int) -> list[Named]:
    """The weightiest first: a light one beside a heavy one is no reason."""
    ordered = sorted(weights, key=lambda each: -weights[each])
    return [each for each in ordered[:limit] if weights[each] >= weights[ordered[0]] / 3]


def tag_weight(kind: str, count: int, total: int) -> float:
    """The weight of a tag on `count` of `total` published questions."""
    return KIND_WEIGHTS[kind] * log((total + PRIOR) / (min(count, total) + 0.5))
