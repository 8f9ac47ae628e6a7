"""Statements that are written by hand: rows of what they give.

Many numbers are best handed over as one array, `= ANY(%s)`: to take in each as a parameter of its own
takes longer than to find the rows.
"""

from collections.abc import Mapping, Sequence

from django.db import connection


def fetch(sql: str, params: Sequence | Mapping = ()) -> list[tuple]:
    """All rows that a statement gives."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
