"""How the cache keeps what is counted."""

import pytest
from django.core.cache import caches
from django.db import connection

from askdoctor import worker

pytestmark = pytest.mark.django_db


def kept() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM askdoctor_cache")
        return [key for [key] in cursor.fetchall()]


def test_keys_tell_nothing_to_who_has_the_table_alone(settings):
    cache = caches["default"]
    cache.clear()
    cache.set("login:parent@example.org", [1.0], timeout=60)
    [first] = kept()
    assert "parent" not in first and len(first) == 64
    settings.SECRET_KEY = "another one, of at least thirty-two characters"
    assert cache.get("login:parent@example.org") is None
    cache.set("login:parent@example.org", [2.0], timeout=60)
    assert len(set(kept())) == 2


def test_worker_forgets_what_has_ended_and_nothing_else():
    cache = caches["default"]
    cache.clear()
    cache.set("ended", 1, timeout=60)
    [ended] = kept()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE askdoctor_cache SET expires = expires - interval '2 minutes'")
    cache.set("counts", 1, timeout=60)
    worker.keep_house()
    assert ended not in kept() and cache.get("counts") == 1
