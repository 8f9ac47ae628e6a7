"""Find the names of a vocabulary in a text: the longest match at each place, by folded stems.

A text is a row of units: a Latin word is one, by its stem, and each Chinese character is one, so
that words of both scripts, and of both together, are found alike.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from questions.folding import fold, is_cjk, pieces, stem


class Match(NamedTuple):
    """A name that was found: what it stands for, its first unit's place and its length in units."""

    key: Hashable
    place: int
    length: int


class Vocabulary:
    """Names, each standing for a key; a name may stand for several."""

    def __init__(self, names: Iterable[tuple[str, Hashable]]):
        self._keys: dict[tuple[str, ...], list[Hashable]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        for name, key in names:
            row = tuple(units(name))
            # One Chinese character, or one letter, stands in too many words to tell anything.
            if len("".join(row)) < 2 or key in self._keys.get(row, ()):
                continue
            self._keys[row].append(key)
            self._longest[row[0]] = max(self._longest.get(row[0], 0), len(row))

    def matches(self, text: str) -> Iterator[Match]:
        """What is named in the text, in its order; a longer name hides those inside it."""
        row = units(text)
        place = 0
        while place < len(row):
            length = self._length_at(row, place)
            for key in self._keys[tuple(row[place : place + length])] if length else ():
                yield Match(key, place, length)
            place += length or 1

    def _length_at(self, row: list[str], place: int) -> int:
        for length in range(self._longest.get(row[place], 0), 0, -1):
            if tuple(row[place : place + length]) in self._keys:
                return length
        return 0


def units(text: str) -> list[str]:
    """The row of units of a text; stop words are left out."""
    row: list[str] = []
    for piece, _start, _end in pieces(fold(text)):
        if is_cjk(piece):
            row += piece
        elif word := stem(piece):
            row.append(word)
    return row
