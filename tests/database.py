"""The database of the tests, for a process that a test starts."""

import os

from django.db import connection


def url_of_test_database() -> str:
    """The server of the environment, a socket or an address, with the database of the tests."""
    server = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
    return f"{server}/{connection.settings_dict['NAME']}"


def everything_stored() -> str:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        rows = []
        for table in tables:
            cursor.execute(f'SELECT row_to_json(t)::text FROM "{table}" t')  # noqa: S608 - its own
            rows += [row for (row,) in cursor.fetchall()]
    return "\n".join(rows)
