"""The database of the tests, for a process that a test starts."""

import os

from django.db import connection


def url_of_test_database() -> str:
    """The server of the environment, a socket or an address, with the database of the tests."""
    server = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
    return f"{server}/{connection.settings_dict['NAME']}"
