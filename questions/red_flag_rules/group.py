"""What a group of signs is."""

from dataclasses import dataclass
from datetime import date

REVIEWED_ON = date(2026, 11, 26)


def _(sentence: str) -> str:
    """Marks it for the catalogue; whoever shows it translates it."""
    return sentence


@dataclass(frozen=True)
class FeverLimit:
    """From which temperature, in °C, a child younger than so many months has to be seen.

    `fever` says whether the word alone is enough; `including` whether the last month counts.
    """

    below_months: float
    from_celsius: float
    fever: bool = False
    including: bool = False


@dataclass(frozen=True)
class Group:
    """Signs that belong together: what a page says of them, and what to do until help comes."""

    id: str
    label: str
    first_aid: str
    source: str
    patterns: tuple[str, ...] = ()
    # Of these nobody writes in an everyday question: they count however the text reads.
    certain: tuple[str, ...] = ()
    # Also where it is said to be past: the danger is not.
    even_if_past: bool = False
    # Only of children younger than so many months, where the age is known.
    below_months: float | None = None
    fever_limits: tuple[FeverLimit, ...] = ()
    reviewed_on: date = REVIEWED_ON
