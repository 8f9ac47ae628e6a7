"""The order of results, and the cursor that names a place in it.

A cursor holds what the last answer shown was sorted by, so the next page begins after that place
even when that answer has been withdrawn meanwhile, or others were published.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CURSOR = re.compile(r"(\d)_(\d{1,3}\.\d{1,12}|0)_(\d{1,17})_(\d{1,18})", re.ASCII)


class Place(NamedTuple):
    """What results are sorted by: the tier, then rank, time (microseconds) and number, largest first."""

    tier: int
    minus_rank: float
    minus_time: int
    minus_pk: int

    @classmethod
    def of(cls, tier: int, rank: float, published_at: datetime, pk: int) -> "Place":
        time = (published_at - EPOCH) // timedelta(microseconds=1)
        return cls(tier, -round(rank, 9), -time, -pk)

    @property
    def published_at(self) -> datetime:
        return EPOCH - timedelta(microseconds=self.minus_time)

    @property
    def pk(self) -> int:
        return -self.minus_pk

    def cursor(self) -> str:
        rank = f"{-self.minus_rank:.9f}"
        return f"{self.tier}_{rank}_{-self.minus_time}_{-self.minus_pk}"


def read(cursor: str) -> Place | None:
    """The place that a cursor names; None for the first page, and for what is none of ours."""
    match = _CURSOR.fullmatch(cursor)
    if match is None:
        return None
    tier, rank, time, pk = match.groups()
    return Place(int(tier), -float(rank), -int(time), -int(pk))
