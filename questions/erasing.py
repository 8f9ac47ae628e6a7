"""The one way round the guards of the history: when somebody is erased, and for made-up questions."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def erasing() -> Iterator[None]:
    """One transaction, in which rows of history and corrections may be changed and deleted, and in which
    the database writes no history of its own. It refuses and writes everywhere else (migration 0023_audit).

    What else its transaction changes before and after is written down.
    """
    with transaction.atomic():
        _allow("on")
        try:
            yield
        finally:
            if not connection.needs_rollback:
                _allow("")


def _allow(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('askdoctor.erasing', %s, true)", [value])
