"""Lists page by key, not by offset: the thousandth page costs what the first does.

A cursor names the last row that was shown, so that a row added meanwhile moves nothing.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import DataError
from django.db.models import Q, QuerySet
from django.http import Http404

SIZE = 20
BIGINT = 2**63 - 1


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and the cursor of what comes after them ("" at the end)."""

    rows: list
    next_cursor: str
    is_first: bool


def take_page(rows: QuerySet, cursor: str, *, by: str, size: int = SIZE) -> Page:
    """The rows after `cursor`, in the order of `by` ("-published_at", "name") and of the key.

    Raises Http404 for a cursor that is not one of ours.
    """
    field, descending = by.removeprefix("-"), by.startswith("-")
    rows = rows.order_by(by, "-pk" if descending else "pk")
    if cursor:
        value, pk = _decode(cursor)
        side = "lt" if descending else "gt"
        rows = rows.filter(
            Q(**{f"{field}__{side}e": value}),
            Q(**{f"{field}__{side}": value}) | Q(**{f"pk__{side}": pk}),
        )
    try:
        found = list(rows[: size + 1])
    except (ValidationError, DataError, OverflowError) as error:
        raise Http404("no such place in the list") from error
    next_cursor = _encode(found[size - 1], field) if len(found) > size else ""
    return Page(found[:size], next_cursor, is_first=not cursor)


def _encode(row, field: str) -> str:
    value = getattr(row, field)
    key = json.dumps([value if isinstance(value, str) else value.isoformat(), row.pk])
    return urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _decode(cursor: str) -> tuple[str, int]:
    try:
        value, pk = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, TypeError) as error:
        raise Http404("no such place in the list") from error
    if not (isinstance(value, str) and type(pk) is int and 0 <= pk <= BIGINT and "\0" not in value):
        raise Http404("no such place in the list")
    return value, pk
