"""Find the published questions that are close to a text or to a question, and say how close.

Candidates are those that share a rare word or tag (`QuestionProfile.keys`), the rarest first. The best
of them by what they share of those are compared by all words and tags, and the best of these whole
(scoring.py). Where there are vectors, the nearest are compared whole as well, and the vectors with them.
Only questions in one language are compared.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from django.db import connection, transaction

from questions import meaning, scoring
from questions.models import QuestionProfile
from questions.profile import features_of, words_and_tags
from questions.scoring import Comparison, Rarity

# By so many of its rarest words and tags a question is found; by so many it looks for others; and of
# those that stand on no other question there are at most so many.
KEYS, LOOKED_FOR, ALONE = 40, 64, 12
# Of what stands on very many questions so many are looked through, and of one question so many in all.
POSTINGS, CANDIDATES = 1_000, 3_000
# So many of them are compared by their words and tags, and the best of these whole.
COMPARED_BY_WORDS, COMPARED = 200, 80

NONE = np.empty(0, np.int64)


@dataclass(frozen=True)
class Neighbour:
    """Another published question: how close it is to the one asked about, and that one to it."""

    pk: int
    specialty_id: int
    score: float
    back: float
    row: np.ndarray


class Profiles(Protocol):
    """The profiles of the published questions in one language, wherever they are kept."""

    def with_keys(self, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(question, place of the key it has among these), at most `POSTINGS` of each key."""

    def rows(self, pks: np.ndarray) -> Iterable[tuple[int, int, np.ndarray]]:
        """(question, specialty, row) of each of these that there is."""

    def vectors(self, pks: np.ndarray) -> np.ndarray:
        """What each of these means; zero where that is not known."""

    def nearest(self, vectors: np.ndarray) -> Iterable[np.ndarray]:
        """For each of these vectors the questions nearest to it; for a zero one none."""


class StoredProfiles:
    """Profiles read from the database: for one question, or a few."""

    def __init__(self, language: str):
        self.language = language

    def with_keys(self, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        with transaction.atomic(), connection.cursor() as cursor:
            # The planner does not see which keys are meant and would rather read the whole table.
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(
                """
                SELECT found.question_id, wanted.number - 1
                FROM unnest(%s::int[]) WITH ORDINALITY AS wanted (key, number)
                CROSS JOIN LATERAL (
                    SELECT question_id FROM questions_questionprofile
                    WHERE keys @> ARRAY[wanted.key] LIMIT %s
                ) AS found
                """,
                [keys.tolist(), POSTINGS],
            )
            found = np.array(cursor.fetchall(), np.int64).reshape(-1, 2)
            cursor.execute("SET LOCAL enable_seqscan = on")
        return found[:, 0], found[:, 1]

    def rows(self, pks: np.ndarray) -> Iterable[tuple[int, int, np.ndarray]]:
        found = QuestionProfile.objects.filter(pk__in=pks.tolist(), language=self.language)
        for pk, specialty, features in found.values_list("pk", "specialty_id", "features"):
            yield pk, specialty, np.frombuffer(features, np.uint32)

    def vectors(self, pks: np.ndarray) -> np.ndarray:
        return meaning.read(pks)

    def nearest(self, vectors: np.ndarray) -> Iterable[np.ndarray]:
        for vector in vectors:
            yield meaning.nearest(vector) if vector.any() else NONE


def keys_of(
    row: np.ndarray, rarity: Rarity, limit: int = KEYS, *, is_counted: bool = True
) -> np.ndarray:
    """The words and tags of a row by which it is found, the rarest first.

    What no other question has leads nowhere yet, but may tomorrow: a few of them are among the keys.
    `is_counted` says that the row is one of those that were counted.
    """
    features = features_of(words_and_tags(row))
    rarest_first = features[np.argsort(-rarity.table[features], kind="stable")]
    is_alone = rarity.counts[rarest_first] <= is_counted
    alone, shared = rarest_first[is_alone][:ALONE], rarest_first[~is_alone]
    return np.concatenate([alone, shared])[:limit].astype(np.int64)


def neighbours(
    comparison: Comparison,
    profiles: Profiles,
    vector: np.ndarray = NONE,
    nearest: np.ndarray = NONE,
    *,
    but_not: int = 0,
) -> list[Neighbour]:
    """The questions that are closest to a row, and to the vector of its text, the closest first."""
    keys = keys_of(comparison.row, comparison.rarity, LOOKED_FOR, is_counted=bool(but_not))
    by_keys = _candidates(keys, comparison.rarity, profiles)
    candidates = np.concatenate([by_keys, np.setdiff1d(nearest, by_keys)])
    others = [each for each in profiles.rows(candidates) if each[0] != but_not]
    if len(others) > COMPARED:
        by_words, _back = comparison.scores(
            [words_and_tags(row) for _pk, _specialty, row in others]
        )
        is_nearest = np.isin([pk for pk, _specialty, _row in others], nearest)
        by_words[is_nearest] = np.inf
        kept = COMPARED + np.count_nonzero(is_nearest)
        others = [others[place] for place in np.argsort(-by_words, kind="stable")[:kept]]
    scores, back = comparison.scores([row for _pk, _specialty, row in others])
    if vector.any():
        vectors = profiles.vectors(np.array([pk for pk, _specialty, _row in others], np.int64))
        adds = scoring.meaning(vector, vectors)
        scores, back = np.round(scores + adds, 4), np.round(back + adds, 4)
    near = [
        Neighbour(pk, specialty, score, from_there, row)
        for (pk, specialty, row), score, from_there in zip(
            others, scores.tolist(), back.tolist(), strict=True
        )
    ]
    return sorted(near, key=lambda each: (-each.score, -each.pk))


def _candidates(keys: np.ndarray, rarity: Rarity, profiles: Profiles) -> np.ndarray:
    """Those that share the rarest words and tags, the most promising `COMPARED_BY_WORDS`."""
    expected = np.cumsum(np.minimum(rarity.counts[keys], POSTINGS))
    wanted = keys[: int(np.searchsorted(expected, CANDIDATES)) + 1]
    found, places = profiles.with_keys(wanted)
    pks, of_pk = np.unique(found, return_inverse=True)
    promise = np.bincount(of_pk, np.square(rarity.table[wanted])[places], len(pks))
    return pks[np.argsort(-promise, kind="stable")[:COMPARED_BY_WORDS]]
