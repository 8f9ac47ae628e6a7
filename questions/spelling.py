"""How close two words are, and keys by which close words are found without comparing all.

Two words are one or two slips apart when they are the same after leaving out one or two letters of
each (the symmetric deletions of SymSpell, Garbe 2012); of a long word the beginning is enough.
"""

from itertools import combinations
from zlib import crc32

SHORTEST, LONGEST, BEGINNING = 4, 30, 7
_ONE_SLIP = 5  # the longest word in which more than one slip would make it any other


def slips_allowed(word: str) -> int:
    """How many slips a typed word of this length may have: none, one or two."""
    if not SHORTEST <= len(word) <= LONGEST:
        return 0
    return 1 if len(word) <= _ONE_SLIP else 2


def is_close(typed: str, word: str) -> bool:
    """Whether two words may be one by their lengths. In the shortest a wrong letter makes any other
    word ("poop", "poor"): there only one too many, too few or two that changed places count."""
    if len(typed) == len(word) == SHORTEST:
        return sorted(typed) == sorted(word)
    return abs(len(word) - len(typed)) <= slips_allowed(typed)


def remains(word: str, slips: int = 2) -> list[int]:
    """A number for the beginning of the word and for each that is left without up to `slips` letters."""
    beginning = word[:BEGINNING]
    left = {
        "".join(letters)
        for out in range(min(slips, len(beginning) - 1) + 1)
        for letters in combinations(beginning, len(beginning) - out)
    }
    return sorted({crc32(each.encode()) - 2**31 for each in left})


def distance(one: str, other: str) -> int:
    """Slips between two words: a letter too many, too few, wrong, or two that changed places.

    The optimal string alignment distance (Damerau 1964).
    """
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, against in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before_last, last = last, row
    return last[-1]
