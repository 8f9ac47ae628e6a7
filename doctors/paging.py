"""Lists page by key, not by offset: the thousandth page costs what the first does.

A cursor names the last row that was shown, so that a row added meanwhile moves nothing.
"""

from base64 import b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

from django.db import DataError
from django.db.models import DateTimeField, Q, QuerySet
from django.http import Http404

SIZE = 20
BIGINT = 2**63 - 1


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and the cursors of this page ("" of the first) and the next ("" at the end)."""

    rows: list
    cursor: str
    next_cursor: str

    @property
    def is_first(self) -> bool:
        return not self.cursor

    @property
    def query(self) -> str:
        """What the address of this page ends with."""
        return f"?before={self.cursor}" if self.cursor else ""


def take_page(rows: QuerySet, cursor: str, *, by: str, size: int = SIZE) -> Page:
    """The rows after `cursor`, in the order of `by` ("-published_at", "name") and of the key.

    `by` is a field or an annotation. Raises Http404 for a cursor that is not one of ours.
    """
    field, is_descending = by.removeprefix("-"), by.startswith("-")
    rows = rows.order_by(by, "-pk" if is_descending else "pk")
    if cursor:
        annotated = rows.query.annotations.get(field)
        kind = annotated.output_field if annotated else rows.model._meta.get_field(field)
        value, pk = _decode(cursor, is_time=isinstance(kind, DateTimeField))
        side = "lt" if is_descending else "gt"
        rows = rows.filter(
            # The first is what an index can be searched by, the second is exact.
            Q(**{f"{field}__{side}e": value}),
            Q(**{f"{field}__{side}": value}) | Q(**{f"pk__{side}": pk}),
        )
    try:
        found = list(rows[: size + 1])
    except (DataError, OverflowError) as error:
        raise Http404("no such place in the list") from error
    shown = found[:size]
    has_more = len(found) > size
    next_cursor = _encode(getattr(shown[-1], field), shown[-1].pk) if has_more else ""
    return Page(shown, cursor, next_cursor)


def _encode(value: datetime | str, pk: int) -> str:
    text = value if isinstance(value, str) else value.isoformat()
    return urlsafe_b64encode(f"{pk}:{text}".encode()).decode().rstrip("=")


def _decode(cursor: str, *, is_time: bool) -> tuple[datetime | str, int]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        number, _colon, text = b64decode(padded, b"-_", validate=True).decode().partition(":")
        pk, value = int(number), datetime.fromisoformat(text) if is_time else text
    except ValueError as error:
        raise Http404("no such place in the list") from error
    if not 0 <= pk <= BIGINT or "\0" in text or (is_time and value.tzinfo is None):
        raise Http404("no such place in the list")
    return value, pk
