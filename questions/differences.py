"""An old and a new text side by side: what went and what came."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# Words, each Chinese character for itself, spaces, and all else one by one.
PIECES = re.compile(r"[^\W\u3400-\u9fff]+|\s+|.", re.DOTALL)
PIECES_AT_MOST = 5_000


@dataclass(frozen=True)
class Piece:
    """Some words, and whether the other text lacks them."""

    text: str
    is_changed: bool


def sides(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces. Joined again, the pieces of a side are its text."""
    before, after = PIECES.findall(old), PIECES.findall(new)
    if len(before) + len(after) > PIECES_AT_MOST:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    left, right = [], []
    # No likeness begins at what a long text holds everywhere, such as spaces: of two texts that have
    # little else in common each would be tried with each other, for a minute.
    for tag, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        for side, text in ((left, "".join(before[a:b])), (right, "".join(after[c:d]))):
            if text:
                side.append(Piece(text, tag != "equal"))
    return left, right
