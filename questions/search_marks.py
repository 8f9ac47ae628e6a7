"""Marks of a document: what a search is narrowed by, as short texts beside its words.

"S3" is the specialty 3, "T7" the tag 7, "D2" the doctor 2, "Y2026" a year, "M24314" a month and
"W105702" a week of publication, counted through. In the index they stand beside the words, so that
a filter, or "this month", lets PostgreSQL skip all else; of the matches they are the facets.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.timezone import localdate

SPECIALTY, TAG, DOCTOR, YEAR, MONTH, WEEK = "STDYMW"
MOST_MARKS = 30


def marks_of(
    *, specialty: int, tags: Iterable[int], doctors: Iterable[int], published_at: datetime
) -> list[str]:
    """The marks of a published question."""
    day = localdate(published_at)
    return [
        f"{SPECIALTY}{specialty}",
        *(f"{TAG}{pk}" for pk in sorted(set(tags))),
        *(f"{DOCTOR}{pk}" for pk in sorted(set(doctors))),
        f"{YEAR}{day.year}",
        f"{MONTH}{_month(day)}",
        f"{WEEK}{_week(day)}",
    ]


def marks_between(first: date, last: date) -> list[str] | None:
    """Marks of which each day of this time has one, in weeks, months or years: those of its ends whole.

    None when it is so long that asking for it would cost more than it spares.
    """
    for letter, count in ((WEEK, _week), (MONTH, _month), (YEAR, lambda day: day.year)):
        numbers = range(count(first), count(last) + 1)
        if len(numbers) <= MOST_MARKS:
            return [f"{letter}{number}" for number in numbers]
    return None


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _week(day: date) -> int:
    return day.toordinal() // 7
