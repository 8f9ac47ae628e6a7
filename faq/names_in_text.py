"""Which topics a text speaks of, by their names. Pure work on text and numbers.

A name counts as far as its words stand in the text, each by its rarity: among the names of topics, and
among the questions of the site. So "aclidinium" is enough for "Aclidinium oral inhalation", and "oral"
is not. A word that no name has is taken for a misspelt one where one looks much like it. What is an
abbreviation in a name and an everyday word besides counts where the text has it in capitals.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from math import log, sqrt

from questions.everyday_words import everyday, not_abbreviations
from questions.folding import terms

# At least so much of a name has to stand in the text, by rarity; beyond it, more counts by its square.
COVERED = 0.5
# Only words of a synonym, which may be one of forty, tell less than words of the name.
SYNONYM = 0.7
# Names longer than this, in words, are sentences, and of many synonyms the first are enough.
LONGEST, MOST_SYNONYMS = 8, 40
# Words from this length on may be misspelt: so alike must they be, by shared runs of three letters.
SPELT_FROM, ALIKE, LONG_FROM, LONG_ALIKE = 6, 0.6, 8, 0.5
# A young site has too few topics to tell: as if there were so many others without the word.
PRIOR = 1_000
# A word that stands in more than one of so many names leads to none of them.
LEADS = 20
# Everyday words are rare among names, and tell so much less than that.
EVERYDAY = 0.5
# Capitals in no more words than this, and nothing small beside them, are no shouting.
_FEW = 3
_IN_CAPITALS = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,6}(?![A-Za-z0-9])")
_SMALL, _LATIN_WORD = re.compile("[a-z]"), re.compile("[A-Za-z]{2,}")

REMEMBERED = 20_000  # words, some 100 bytes each

Name = tuple[int, tuple[str, ...], bool]


class TopicNames:
    """The names of all topics: (primary key, name and its translation, synonyms) of each."""

    def __init__(self, topics: Iterable[tuple[int, list[str], list[str]]]):
        self._with_word: dict[str, list[Name]] = defaultdict(list)
        topics_with: dict[str, set[int]] = defaultdict(set)
        self._count = 0
        for pk, names, synonyms in topics:
            self._count += 1
            for words, is_synonym in _as_words(names, synonyms).items():
                for word in words:
                    self._with_word[word].append((pk, words, is_synonym))
                    topics_with[word].add(pk)
        self._rarity = {
            word: log((self._count + PRIOR) / (len(pks) + 0.5))
            * (EVERYDAY if word in everyday() else 1)
            for word, pks in topics_with.items()
        }
        # Of two words that begin otherwise none is the other one misspelt.
        self._with_run: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._run_count: dict[str, int] = {}
        for word in self._with_word:
            runs = _runs(word)
            self._run_count[word] = len(runs)
            for run in runs:
                self._with_run[word[0], run].append(word)
        # The same words that are none of a name come again in one text after the other.
        self._misspelt = lru_cache(REMEMBERED)(self._misspelt)

    def scores(
        self, text: str, rarity_of: Callable[[str], float] | None = None
    ) -> dict[int, float]:
        """How strongly the text speaks of each topic that it names enough of.

        `rarity_of` is that of a word among the questions, where there are enough to tell. A score is
        of the size of the squared rarity of the words that name the topic, more where they are said
        more than once.
        """
        said = self._said(text)
        near = {name for word in said for name in self._leads(word)}
        rarity = {
            word: self._rarity[word] * (rarity_of or self._rarity.__getitem__)(word)
            for word in {word for _pk, words, _is_synonym in near for word in words}
        }
        scores: dict[int, float] = {}
        for pk, words, is_synonym in near:
            worth = {word: rarity[word] * said[word] for word in words if word in said}
            covered = sum(rarity[word] for word in worth) / sum(rarity[word] for word in words)
            if covered < COVERED:
                continue
            told = (max(worth.values()) + sum(worth.values())) / 2
            score = covered**2 * told * (SYNONYM if is_synonym else 1)
            scores[pk] = max(scores.get(pk, 0), score)
        return scores

    def _said(self, text: str) -> dict[str, float]:
        """The words of names that stand in the text -> how much each is said."""
        said: Counter[str] = Counter()
        for word, count in Counter(_words_of_text(text)).items():
            known, alike = (word, 1.0) if word in self._with_word else self._misspelt(word)
            if known:
                said[known] += alike * sqrt(count)
        return dict(said)

    def _leads(self, word: str) -> list[Name]:
        names = self._with_word[word]
        return names if len(names) * LEADS < self._count + PRIOR else []

    def _misspelt(self, word: str) -> tuple[str, float]:
        """(the word of a name that is most like it, how alike), or ("", 0)."""
        if len(word) < SPELT_FROM or not word.isascii() or word.isupper():
            return "", 0.0
        runs = _runs(word)
        shared = Counter(other for run in runs for other in self._with_run.get((word[0], run), ()))
        alike, best = max(
            ((2 * n / (len(runs) + self._run_count[other]), other) for other, n in shared.items()),
            default=(0.0, ""),
        )
        return (
            (best, alike)
            if alike >= (LONG_ALIKE if len(word) >= LONG_FROM else ALIKE)
            else ("", 0.0)
        )


def _as_words(names: list[str], synonyms: list[str]) -> dict[tuple[str, ...], bool]:
    """The words of each different name -> whether it is only a synonym."""
    found: dict[tuple[str, ...], bool] = {}
    for name in [*names, *synonyms[:MOST_SYNONYMS]]:
        words = tuple(dict.fromkeys(_words_of_name(name)))
        if words and len(words) <= LONGEST:
            found.setdefault(words, name not in names)
    return found


def _words_of_name(name: str) -> list[str]:
    """Its terms. An abbreviation that looks like an everyday word stays in its capitals."""
    capitals = _abbreviations(name)
    return (
        _terms(_IN_CAPITALS.sub(lambda word: "" if word[0] in capitals else word[0], name))
        + capitals
    )


def _words_of_text(text: str) -> list[str]:
    """Its terms, and those abbreviations besides, unless all of it is written in capitals."""
    is_shouted = not _SMALL.search(text) and len(set(_LATIN_WORD.findall(text))) > _FEW
    return _terms(text) + ([] if is_shouted else _abbreviations(text))


def _abbreviations(text: str) -> list[str]:
    return [word for word in _IN_CAPITALS.findall(text) if word.lower() in not_abbreviations()]


def _terms(text: str) -> list[str]:
    return [term for term in terms(text) if len(term) > 1 or term.isdigit()]


def _runs(word: str) -> set[str]:
    padded = f" {word} "
    return {padded[place : place + 3] for place in range(len(word))}
