"""What is compared of a text: one sparse row of numbers for a question, a topic or something typed.

A row holds features of three kinds: words (each by the group that it belongs to, see equivalents.py,
or else by its stem; of Chinese each pair of characters), runs of three and four characters (of Chinese
each character), and tags. A feature is a number below `FEATURES`, made by hashing, and a value, which
grows with how often it stands there, but less and less (the saturation of BM25). Its rarity on this
site is no part of the row and comes in when rows are compared (scoring.py).
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import numpy as np

from questions import equivalents
from questions.folding import LONGEST_WORD, fold, is_cjk, pieces, stem

# Where the features of each kind begin, and where they end.
WORDS, TAGS, RUNS, FEATURES = 0, 2**18, 2**19, 2**20
# Of a text so many characters are looked at, and runs are taken of the first of them; the title counts
# twice.
LOOKED_AT, RUNS_UP_TO = 2_000, 400
SATURATION = 1.2
WORD, RUN, CHARACTER, PAIR, TAG = 1.5, 0.5, 1.0, 0.4, 4.0
# A value is stored as a byte: the largest that can come up is TAG.
UNIT = 1 / 60

_FIRST_RUN = np.uint32(RUNS << 8)
_ASCII_WORD = re.compile("[a-z0-9]+")
_PRIMES = np.array([11_400_714_819_323_198_485, 14_029_467_366_897_019_727], np.uint64)
_STEP = np.uint64(2_654_435_761)


def profile(title: str, body: str = "", tags: Iterable[tuple[int, float]] = ()) -> np.ndarray:
    """The row of a text: uint32, ascending, each `feature << 8 | value / UNIT`.

    `tags` are (primary key, what its kind tells).
    """
    found: list[tuple[np.ndarray, float]] = []
    for text in (title, title, body[:LOOKED_AT]):
        found += _features(text[:LOOKED_AT])
    rows = []
    if found:
        ids = np.concatenate([ids for ids, _weight in found])
        weights = np.concatenate([np.full(len(ids), weight) for ids, weight in found])
        features, first, counts = np.unique(ids, return_index=True, return_counts=True)
        often = counts * (SATURATION + 1) / (counts + SATURATION)
        rows.append(_packed(features, weights[first] * often))
    # Ordered, since tags stand between words and runs of characters.
    rows += [_packed(np.array([tag_feature(pk)]), np.array([TAG * tells])) for pk, tells in tags]
    return np.sort(np.concatenate(rows)) if rows else np.empty(0, np.uint32)


def features_of(rows: np.ndarray) -> np.ndarray:
    """As numpy.intp, by which a table is read twice as fast."""
    return (rows >> 8).astype(np.intp)


def parts(row: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(words and tags, runs of characters) of a row: the latter come last and are most of it."""
    first_run = row.searchsorted(_FIRST_RUN)
    return row[:first_run], row[first_run:]


def values_of(rows: np.ndarray) -> np.ndarray:
    return (rows & 0xFF).astype(np.float32) * np.float32(UNIT)


def tag_feature(pk: int) -> int:
    return TAGS + pk % (RUNS - TAGS)


def word_feature(term: str) -> int:
    """The feature of a term (folding.terms): a stem, or a pair of Chinese characters."""
    feature = None if is_cjk(term) else _word_feature(term)
    return _hashed(term) if feature is None else feature


def words_of(text: str) -> tuple[int, ...]:
    """The features of a text's words, without those of runs and of single characters."""
    latin, chinese = _by_script(fold(text))
    words = [feature for feature in map(_word_feature, latin) if feature is not None]
    return (*words, *_pairs(chinese))


def _features(text: str) -> Iterator[tuple[np.ndarray, float]]:
    """(features, weight) of each kind, every occurrence by itself."""
    latin, chinese = _by_script(fold(text))
    if latin:
        words = [feature for feature in map(_word_feature, latin) if feature is not None]
        yield np.array(words, np.int64), WORD
        yield from ((runs, RUN) for runs in _runs(" ".join(["", *latin, ""])[:RUNS_UP_TO]))
    if chinese:
        characters = np.array([ord(each) for run in _meant(chinese) for each in run], np.uint64)
        yield np.array(_pairs(chinese), np.int64), PAIR
        yield _spread(characters * _PRIMES[0]), CHARACTER


def _by_script(text: str) -> tuple[list[str], list[str]]:
    """The words of a folded text, and its Chinese runs."""
    if text.isascii():  # most texts, several times as fast
        return _ASCII_WORD.findall(text), []
    found: tuple[list[str], list[str]] = ([], [])
    for piece, _start, _end in pieces(text):
        found[is_cjk(piece)].append(piece)
    return found


def _meant(chinese: list[str]) -> list[str]:
    """Chinese runs with the first word of its group for each word that is in one."""
    return [_chinese_words().sub(_first_of_group, run) for run in chinese]


def _pairs(chinese: list[str]) -> list[int]:
    return [_hashed(run[i : i + 2]) for run in _meant(chinese) for i in range(len(run) - 1)]


def _runs(text: str) -> Iterator[np.ndarray]:
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32).astype(np.uint64)
    three = (codes[:-2] * _STEP + codes[1:-1]) * _STEP + codes[2:]
    yield _spread(three * _PRIMES[0])
    yield _spread((three[:-1] * _STEP + codes[3:]) * _PRIMES[1])


def _spread(mixed: np.ndarray) -> np.ndarray:
    """The uppermost bits, the best mixed ones, as features between RUNS and FEATURES."""
    return (mixed >> np.uint64(45)).astype(np.int64) + RUNS


@lru_cache(maxsize=200_000)
def _hashed(word: str) -> int:
    return zlib.crc32(word.encode()) % (TAGS - WORDS)


def _word_feature(word: str) -> int | None:
    """The feature of a folded Latin word: of its group or its stem. None if it tells nothing."""
    return _feature_of_stem(word[: LONGEST_WORD + 1])


@lru_cache(maxsize=100_000)
def _feature_of_stem(word: str) -> int | None:
    stemmed = stem(word)
    meant = _english_groups().get(stemmed or word, stemmed)
    return _hashed(meant) if meant else None


@cache
def _english_groups() -> dict[str, str]:
    # A space, so that a group is no word.
    return {word: f"{first} " for word, first in equivalents.english().items()}


@cache
def _chinese_groups() -> dict[str, str]:
    return equivalents.chinese()


@cache
def _chinese_words() -> re.Pattern:
    longest_first = sorted(_chinese_groups(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


def _first_of_group(match: re.Match) -> str:
    return _chinese_groups()[match[0]]


def _packed(features: np.ndarray, values: np.ndarray) -> np.ndarray:
    stored = np.clip(np.rint(values / UNIT), 1, 255).astype(np.uint32)
    return features.astype(np.uint32) << np.uint32(8) | stored
