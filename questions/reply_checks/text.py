"""A reply as its checks read it, in pieces and with the medicines it names, and what they find in it."""

import hashlib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from questions.folding import fold, is_unseen
from questions.medicines import MEDICINES, NO_MEDICINE, OTHERS
from questions.reply_checks.number_words import (
    OTHER_UNITS,
    PARTS,
    WRITTEN_OUT,
    amount_of,
    in_usual_units,
    parts_of,
)
from questions.reply_checks.tables import measured_cells
from questions.reply_rules import Rule

WORDS_AT_MOST = 200

_APOSTROPHE = re.compile("['’`]")
_FRACTION = re.compile(r"\d+/\d+")  # of one character: "2½" is no 21/2
_NOT_PLAIN = re.compile("['`*_\x00-\x08\x0e-\x1f\x7f]")
SENTENCE = re.compile(r"(?<!\d)(?<![\d ]c)(?<!c\.c)[.!?。;；\n]|(?<!c)[.!?]\s|[。\n]")
CLAUSE = re.compile(rf"{SENTENCE.pattern}|[,:]")
PARAGRAPH = re.compile(r"\n")
BLOCK = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True)
class Finding:
    """A rule, the words of the reply that it is about, as they are written, and the medicine."""

    rule: Rule
    found: str
    about: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """The same for the same words about the same medicine: what was answered is not asked again."""
        return self.rule.id, self.about, self.found

    @property
    def name(self) -> str:
        """Of the field for its reason."""
        digest = hashlib.md5("\n".join(self.key).encode(), usedforsecurity=False)
        return f"reason-{digest.hexdigest()[:16]}"

    def as_stored(self) -> dict[str, object]:
        words = {"rule": self.rule.id, "about": self.about, "words": self.found}
        return {**words, "is_dangerous": self.rule.is_dangerous}


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if is_unseen(character):
        return ""
    plain = _APOSTROPHE.sub("", fold(character)).replace("醯", "酰").replace("⁄", "/")
    return f" {plain}" if _FRACTION.fullmatch(plain) else plain


class Text:
    """A text as the rules read it (folded, without apostrophes, marks of Markdown and what
    nobody sees), and as written."""

    def __init__(self, written: str):
        self.written = written
        if written.isascii() and not _NOT_PLAIN.search(written):  # many times as fast
            self.folded, self._places = written.lower(), range(len(written) + 1)
            return
        folded, self._places = [], []
        for place, character in enumerate(written):
            if character in "*_":
                continue
            plainly = _plain(character)
            folded.append(plainly)
            self._places += [place] * len(plainly)
        self.folded = "".join(folded)
        self._places.append(len(written))

    def in_figures(self) -> "Text":
        """With figures for the numbers that are written out before a unit, and for parts of tablets; in
        kilograms and milligrams."""
        text = self._with(measured_cells(self.folded))
        text = text._in_place_of(WRITTEN_OUT, lambda match: str(amount_of(match[0])))
        return text._in_place_of(PARTS, parts_of)._in_place_of(OTHER_UNITS, in_usual_units)

    def _in_place_of(self, pattern: re.Pattern, figures_of: Callable[[re.Match], str]) -> "Text":
        found = pattern.finditer(self.folded)
        return self._with((match.start(), match.end(), figures_of(match)) for match in found)

    def _with(self, replaced: Iterable[tuple[int, int, str]]) -> "Text":
        """With other words in the place of those from start to end."""
        found = list(replaced)
        if not found:
            return self
        text = copy(self)
        folded, places, end = [], [], 0
        for start, stop, figures in found:
            folded += [self.folded[end:start], figures]
            places += self._places[end:start]
            # The first figure stands for the first letter, and the last one for the last.
            places += [self._places[start]] + [self._places[stop - 1]] * (len(figures) - 1)
            end = stop
        text.folded = "".join([*folded, self.folded[end:]])
        text._places = [*places, *self._places[end:]]
        return text

    @property
    def names_a_medicine(self) -> bool:
        return bool(_ANY_MEDICINE.search(self.folded) or _ANY_OTHER.search(self.folded))

    def finding(self, rule: Rule, start: int, end: int, about: str = "") -> Finding:
        words = self.written[self._places[start] : self._places[end - 1] + 1].strip()
        return Finding(rule, words[:WORDS_AT_MOST], about)


@lru_cache(maxsize=8)  # several checks look through the same sentences
def pieces(text: str, between: re.Pattern) -> tuple[tuple[int, str], ...]:
    """(where it begins, the sentence or paragraph)"""
    return tuple(_pieces(text, between))


def _pieces(text: str, between: re.Pattern) -> Iterator[tuple[int, str]]:
    start = 0
    for match in between.finditer(text):
        if match.start() > start:
            yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


# As they are found in a folded text, the longest first, so that none is found inside another.
FOLDED_NAMES = {
    name: [
        each if each.isascii() else "".join(map(_plain, each))
        for each in sorted(names, key=len, reverse=True)
    ]
    for name, names in MEDICINES.items()
}


def _spelt(name: str) -> str:
    """The expression of a name, in one line or two, with a hyphen or without: "acetylsalicylic acid"."""
    return re.sub(r"\\[ -]", r"[\\s‐-―-]+", re.escape(name))


MEDICINE_PATTERNS = {
    name: re.compile(
        "|".join(
            rf"(?<![a-z]){_spelt(each)}(?![a-z])" if each.isascii() else re.escape(each)
            for each in names
        )
    )
    for name, names in FOLDED_NAMES.items()
}


def _any_of(names: Iterable[str]) -> re.Pattern:
    """Finds whether any of them is there: by first letters, so that few are tried at each place."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        by_first[name[0]].append(_spelt(name[1:]))
    latin, other = (
        "|".join(
            f"{re.escape(first)}(?:{'|'.join(rest)})"
            for first, rest in by_first.items()
            if first.isascii() == is_latin
        )
        for is_latin in (True, False)
    )
    return re.compile(f"(?<![a-z])(?:{latin})|{other}")


_ANY_MEDICINE = _any_of({each for names in FOLDED_NAMES.values() for each in names})
# Whole words: no "steroids" of "corticosteroids", and nothing of "steroidal".
_ANY_OTHER = re.compile(f"(?:{_any_of(OTHERS).pattern})(?![a-z])")


@lru_cache(maxsize=32)  # each check looks through the same text
def medicines(text: str) -> tuple[tuple[str, int, int], ...]:
    """(name, start, end) of each that is named."""
    if not _ANY_MEDICINE.search(text):  # as in most sentences
        return ()
    return tuple(
        (name, *match.span())
        for name, pattern in MEDICINE_PATTERNS.items()
        for match in pattern.finditer(text)
    )


class Dosed:
    """What a text names that is dosed. Found once: beside each of many doses it would be looked for again."""

    def __init__(self, text: str):
        order = {name: place for place, name in enumerate(MEDICINES)}
        found = [each for each in medicines(text) if each[0] not in NO_MEDICINE]
        others = [("medicine", *each.span()) for each in _ANY_OTHER.finditer(text)]
        self._named = sorted(
            (start, end, order.get(name, len(order)), name)
            for name, start, end in (*found, *others)
        )

    def between(self, start: int, end: int) -> str:
        """The medicine that is named there, of several the one that the rules know first, or ""."""
        named = self._named[bisect_left(self._named, (start,)) : bisect_left(self._named, (end,))]
        return min((each[2:] for each in named if each[1] <= end), default=(0, ""))[1]
