"""Find names by beginnings of their words.

Chinese has no beginnings of words, so there any place in the name will do. Names are compared folded,
words with what follows them, so that one bisection finds all that begin alike.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator

from questions.folding import fold, is_cjk, pieces

# A character after all others: what begins with "fev" lies between "fev" and "fev" + LAST.
LAST = "\U0010ffff"
_NOT_FIRST, _OTHER = 1_000, 2_000


class NameIndex:
    """Names, each standing for a key; other names (synonyms) come after those that a reader sees."""

    def __init__(
        self,
        names: Iterable[tuple[str, Hashable]],
        other_names: Iterable[tuple[str, Hashable]] = (),
    ):
        found = set()
        for given, behind in ((names, 0), (other_names, _OTHER)):
            for name, key in given:
                folded = fold(name)
                for place in _beginnings(folded):
                    distance = behind + len(folded) + _NOT_FIRST * bool(place)
                    found.add((folded[place:], distance, key))
        self._rows = sorted(found)
        self._rests = [row[0] for row in self._rows]

    def beginning(self, words: Iterable[str]) -> list[Hashable]:
        """Keys of the names in which each of these folded words begins a word, the closest first.

        A name that begins so is closer than one in which it follows, a short one than a long one.
        """
        best: dict[Hashable, int] = {}
        kept: set[Hashable] | None = None
        for word in words:
            start = bisect_left(self._rests, word)
            rows = self._rows[start : bisect_left(self._rests, word + LAST)]
            for _rest, distance, key in rows:
                best[key] = min(best.get(key, distance), distance)
            keys = {key for *_rest, key in rows}
            kept = keys if kept is None else kept & keys
        return sorted(kept or (), key=lambda key: (best[key], key))


def _beginnings(folded: str) -> Iterator[int]:
    for piece, start, end in pieces(folded):
        yield from range(start, end) if is_cjk(piece) else [start]
