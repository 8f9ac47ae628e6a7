"""The one way to change what the history holds: when somebody is erased."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def erasing() -> Iterator[None]:
    """One transaction, in which rows of history may be changed and deleted, and leave no new ones.

    The database refuses both everywhere else (migration 0023_audit).
    """
    with transaction.atomic():
        _allow("on")
        try:
            yield
            with connection.cursor() as cursor:  # what waits for the end would be written after it
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        finally:
            if not connection.needs_rollback:
                _allow("")


def _allow(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('askdoctor.erasing', %s, true)", [value])
