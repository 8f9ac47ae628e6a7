"""What a person typed, made fit to be stored. Pure work on text.

Characters that cannot be stored or that rearrange what others read are taken out, and the form
says so; what nobody sees or misses goes without a word.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

NEW_LINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# NUL, halves of surrogate pairs, and the mark that a decoder leaves for bytes it could not read.
UNREADABLE = re.compile("[\0\ud800-\udfff\ufffd]")
# Overrides and isolates of direction: "abc" can be made to read "cba".
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Control characters but tab and new line, soft hyphen, zero-width space, marks of direction, word
# joiner and invisible operators, switches of old systems, fillers, byte order mark, noncharacters and
# tags. The two joiners and the selectors of emoji stay: emoji, Persian and Hindi are spelled with
# them, and whatever reads a text for doses or names reads past them (questions/folding.py).
INVISIBLE = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
# So many marks on one letter: any language has fewer (UAX #15, Stream-Safe Text Format).
MARKS_AT_MOST = 30


@dataclass(frozen=True)
class Typed:
    """Text that can be stored, and what had to be taken out of it."""

    text: str
    had_unreadable: bool = False
    had_direction: bool = False

    @property
    def taken_out(self) -> list[str]:
        """Which kinds of characters, in words that can be stored."""
        kinds = {"unreadable": self.had_unreadable, "direction": self.had_direction}
        return [kind for kind, was_there in kinds.items() if was_there]


def typed(value: object, *, in_one_line: bool = False, strip: bool = True) -> Typed:
    """What came in, as NFC text with "\\n" between lines, and nothing around it where that is to go.

    Anything but a string counts as nothing typed.
    """
    if not isinstance(value, str):
        return Typed("")
    text, unreadable_count = UNREADABLE.subn("", NEW_LINES.sub("\n", value))
    text, direction_count = DIRECTION.subn("", text)
    text = unicodedata.normalize("NFC", _without_piles(INVISIBLE.sub("", text)))
    if strip:
        text = text.strip()
    if in_one_line:
        text = " ".join(text.split())
    return Typed(text, unreadable_count > 0, direction_count > 0)


def _without_piles(text: str) -> str:
    """No letter with more than MARKS_AT_MOST. To put marks into their order takes the square of how many
    they are: a form full of them would stop a whole process for minutes."""
    if text.isascii():
        return text
    kept, marks = [], 0
    for character in text:
        begins, own = _marks_of(character)
        marks = own if begins else marks + own
        if marks <= MARKS_AT_MOST:
            kept.append(character)
    return "".join(kept)


@lru_cache(maxsize=10_000)
def _marks_of(character: str) -> tuple[bool, int]:
    """Whether it begins a letter, and how many marks it holds."""
    is_mark = [unicodedata.combining(part) > 0 for part in unicodedata.normalize("NFD", character)]
    return not is_mark[0], sum(is_mark)
