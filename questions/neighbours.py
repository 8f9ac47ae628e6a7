"""Find the published questions that are close to a text or to a question, and say how close.

Candidates are those that share a rare word or tag (`ProfileKeys`), the rarest first. The best
of them by what they share of those are compared by all words and tags, and the best of these whole
(scoring.py). Where there are vectors, the nearest are compared whole as well, and the vectors with them.
Only questions in one language are compared.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

import numpy as np

from questions import scoring
from questions.profile import features_of, parts
from questions.scoring import Comparison, Rarity, Rows, Shared

# By so many of its rarest words and tags a question is found; by so many it looks for others; and of
# those that stand on no other question there are at most so many.
KEYS, LOOKED_FOR, ALONE = 40, 64, 12
# Of what stands on very many questions so many are looked through, and in all so many.
POSTINGS, CANDIDATES = 1_000, 5_000
# So many of them are compared by their words and tags, and the best of these whole.
COMPARED_BY_WORDS, COMPARED = 200, 80

NONE = np.empty(0, np.int64)


class Neighbour(NamedTuple):
    """Another published question: how close it is to the one asked about, and that one to it.

    `words` are the words and tags of its row.
    """

    pk: int
    specialty_id: int
    score: float
    back: float
    words: np.ndarray


class Profiles(Protocol):
    """The profiles of the published questions in one language, wherever they are kept."""

    def with_keys(self, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(question, place of the key it has among these): those with the first keys, at most `POSTINGS`
        of each key and `CANDIDATES` in all."""

    def words(self, pks: np.ndarray) -> tuple[np.ndarray, np.ndarray, Rows]:
        """(questions, specialties, their words and tags) of those of these that there are."""

    def runs(self, pks: np.ndarray) -> Rows:
        """The runs of characters of each of these."""

    def vectors(self, pks: np.ndarray) -> np.ndarray:
        """What each of these means; zero where that is not known."""

    def nearest(self, vectors: np.ndarray) -> Iterable[np.ndarray]:
        """For each of these vectors the questions nearest to it; for a zero one none."""


def keys_of(
    row: np.ndarray, rarity: Rarity, limit: int = KEYS, *, is_counted: bool = True
) -> np.ndarray:
    """The words and tags of a row by which it is found, the rarest first.

    What no other question has leads nowhere yet, but may tomorrow: a few of them are among the keys.
    `is_counted` says that the row is one of those that were counted.
    """
    words, _runs = parts(row)
    features = features_of(words)
    rarest_first = features[np.argsort(-rarity.table[features], kind="stable")]
    is_alone = rarity.counts[rarest_first] <= (1 if is_counted else 0)
    alone, shared = rarest_first[is_alone][:ALONE], rarest_first[~is_alone]
    return np.concatenate([alone, shared])[:limit].astype(np.int64)


def neighbours(
    comparison: Comparison,
    profiles: Profiles,
    vector: np.ndarray = NONE,
    nearest: np.ndarray = NONE,
    *,
    sentences: np.ndarray = NONE,
    but_not: int = 0,
    is_counted: bool = False,
) -> list[Neighbour]:
    """The questions that are closest to a row, and to the vector of its text, the closest first.

    `sentences` are the vectors of its sentences, where they are known. `is_counted` says that the row is one of those whose features were counted.
    """
    keys = keys_of(comparison.row, comparison.rarity, LOOKED_FOR, is_counted=is_counted)
    by_keys = _candidates(keys, comparison.rarity, profiles)
    candidates = (
        np.concatenate([by_keys, np.setdiff1d(nearest, by_keys)]) if len(nearest) else by_keys
    )
    pks, specialties, words = profiles.words(candidates[candidates != but_not])
    by_words = comparison.shared_with(words)
    kept = _most_promising(comparison.scores(by_words)[0], np.isin(pks, nearest))
    by_runs = comparison.shared_with(profiles.runs(pks[kept]))
    scores, back = comparison.scores(
        Shared(by_words.shares[kept] + by_runs.shares, by_words.squares[kept] + by_runs.squares)
    )
    if vector.any():
        adds = scoring.meaning(vector, sentences, profiles.vectors(pks[kept]))
        scores, back = np.round(scores + adds, 4), np.round(back + adds, 4)
    best_first = np.lexsort((-pks[kept], -scores))
    places = kept[best_first]
    columns = [pks[places], specialties[places], scores[best_first], back[best_first]]
    return list(
        map(Neighbour, *(column.tolist() for column in columns), words.split_at(places.tolist()))
    )


def _most_promising(scores: np.ndarray, is_nearest: np.ndarray) -> np.ndarray:
    """The places of the best `COMPARED`, and of all that are nearest by their vectors."""
    ranked = np.where(is_nearest, np.inf, scores)
    return _best(ranked, COMPARED + np.count_nonzero(is_nearest))


def _best(scores: np.ndarray, limit: int) -> np.ndarray:
    """The places of the best, at most so many; of those that are as good the first."""
    if len(scores) > limit:  # most are sorted out before anything is sorted
        last = np.partition(scores, len(scores) - limit)[len(scores) - limit]
        good = np.flatnonzero(scores >= last)
    else:
        good = np.arange(len(scores))
    return good[np.argsort(-scores[good], kind="stable")][:limit]


def _candidates(keys: np.ndarray, rarity: Rarity, profiles: Profiles) -> np.ndarray:
    """Those that share the rarest words and tags, the most promising `COMPARED_BY_WORDS`."""
    found, places = profiles.with_keys(keys)
    pks, of_pk = np.unique(found, return_inverse=True)
    promise = np.bincount(of_pk, np.square(rarity.table[keys])[places], len(pks))
    return pks[_best(promise, COMPARED_BY_WORDS)]
