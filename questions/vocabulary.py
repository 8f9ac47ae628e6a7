"""Find the names of a vocabulary in a text: the longest match at each place, by folded stems.

A text is a row of units: a Latin word is one, by its stem, and each Chinese character is one, so
that words of both scripts, and of both together, are found alike.

The names are a tree of dictionaries, walked from each place until no name goes on. Aho and Corasick's
automaton (`pyahocorasick`) was measured too: 8,800 tags with 23,600 synonyms, a text of 1,000 words, 6.0
ms against 7.9. Folding and stemming take 5.3 of either, so another dependency would not pay.
"""

import re
from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from questions.folding import STOP_WORDS, fold, is_cjk, pieces, plain_words, stem

ACRONYM = re.compile(r"\b[A-Z]{2,5}\b")
# "ARM" may be a disease of the eyes, and "arm" is not; but "adhd" is no word, since nobody can say it.
# What English syllables begin and end with.
ONSET = "[^aeiou]|[bcfgps]l|[bcdfgptw]r|[cpstw]h|s[ckmnptw]|[dt]w|kn|qu|s[cpt]r|s[cp]l|[st]hr"
CODA = (
    "[^aeiou]|[cst]h|[clrs]k|[cfnprsx]t|[lr][bcdfgklmnptv]|ff|ll|ss|dd|gg|zz|m[bmp]|n[cdgkn]|sp|tc"
)
SAYABLE = re.compile(rf"(?:(?:{ONSET})?[aeiouy]+(?:(?:{CODA})s?)?)+")
HERE = ""  # where a node of the tree keeps what is named by the way to it; no unit is empty


class Match(NamedTuple):
    """A name that was found: what it stands for, its first unit's place and its length in units."""

    key: Hashable
    place: int
    length: int


class Vocabulary:
    """Names, each standing for a key; a name may stand for several."""

    def __init__(self, names: Iterable[tuple[str, Hashable]]):
        self._tree: dict = {}
        for name, key in names:
            row, wanted = _name_row(name)
            if not row:
                continue
            node = self._tree
            for unit in row:
                node = node.setdefault(unit, {})
            keys = node.setdefault(HERE, {})
            keys[key] = wanted if keys.get(key, wanted) else ""

    def matches(self, text: str) -> Iterator[Match]:
        """What is named in the text, in its order; a longer name hides those inside it."""
        for place, length, keys in self._found(text):
            for key in keys:
                yield Match(key, place, length)

    def named(self, text: str) -> Iterator[str]:
        """The names in the text as it writes them, whatever each of them stands for."""
        found = list(self._found(text))
        if not found:
            return
        places = [place for piece in pieces(text) for place in _places(*piece)]
        for start, length, _keys in found:
            end = start + length - 1
            if end < len(places):  # a sign that folding makes two words of may shift the rest
                yield text[places[start][0] : places[end][1]]

    def _found(self, text: str) -> Iterator[tuple[int, int, list[Hashable]]]:
        """(place, length, all that it stands for) of each name in the text."""
        written = _Written(text)
        row, place = written.row, 0
        while place < len(row):
            length, keys = 1, []
            if row[place] in self._tree:
                length, keys = self._longest_at(place, written)
            if keys:
                yield place, length, keys
            place += length

    def _longest_at(self, place: int, written: "_Written") -> tuple[int, list[Hashable]]:
        """How many units to go on by, and what they name."""
        longest, found, node = 1, [], self._tree
        for end in range(place, len(written.row)):
            node = node.get(written.row[end])
            if node is None:
                break
            named = node.get(HERE, {})
            if keys := [key for key, wanted in named.items() if not wanted or wanted in written]:
                longest, found = end - place + 1, keys
        return longest, found


def _places(piece: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each unit of a piece of a text begins and ends in it."""
    for word in _words(piece):
        if not is_cjk(word):
            yield from [(start, end)] * bool(stem(word))
        elif len(word) == end - start:
            yield from ((place, place + 1) for place in range(start, end))
        else:
            yield from [(start, end)] * len(word)


def units(text: str) -> list[str]:
    """The row of units of a text; stop words are left out."""
    return _units(_words(text))


def _words(text: str) -> list[str]:
    return plain_words(fold(text))


def _units(words: Iterable[str]) -> list[str]:
    row: list[str] = []
    for word in words:
        if is_cjk(word):
            row += word
        elif unit := stem(word):
            row.append(unit)
    return row


@lru_cache(maxsize=100_000)  # a vocabulary is read anew when one of its names has changed
def _name_row(name: str) -> tuple[tuple[str, ...], str]:
    """The units of a name, and how a text has to write it where the units alone are not enough.

    That is an acronym, in its capitals where it can be read as a word, and what only a stop word sets
    apart from a single word: "time out" is not "time". One Chinese character or one letter tells nothing and has no units.
    """
    words = _words(name)
    row = tuple(_units(words))
    if len("".join(row)) < 2:
        return (), ""
    if len(row) == 1 and len(words) > 1 and not STOP_WORDS.isdisjoint(words):
        return row, " ".join(words)
    if not ACRONYM.fullmatch(name):
        return row, ""
    return row, name if len(name) == 2 or SAYABLE.fullmatch(words[0]) else words[0]


class _Written:
    """A text as it is written: asked for an acronym in capitals, or for folded words in a row."""

    def __init__(self, text: str):
        words = _words(text)
        self.row = _units(words)
        self._folded = f" {' '.join(words)} "
        # Where all of it is in capitals, they tell nothing.
        self._acronyms = set() if text.isupper() else set(ACRONYM.findall(text))

    def __contains__(self, wanted: str) -> bool:
        return wanted in self._acronyms if wanted.isupper() else f" {wanted} " in self._folded
