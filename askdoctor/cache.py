"""How the cache keeps what is counted: what was tried, by whom and from where, for as long as it counts."""

from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac


def keyed(key: str, key_prefix: str, version: int) -> str:
    """`KEY_FUNCTION` of the cache: an address, a name or a code that stands in a key can be guessed by nobody
    who has the table and not SECRET_KEY."""
    words = f"{key_prefix}:{version}:{key}"
    return salted_hmac("askdoctor.cache", words, algorithm="sha256").hexdigest()


def forget_ended_counts() -> None:
    """Django deletes what has ended only when the same is asked for again, or when the table is full."""
    cache = caches["default"]
    if isinstance(cache, DatabaseCache):  # Redis does it by itself
        table = connection.ops.quote_name(cache._table)
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [timezone.now()])  # noqa: S608 - the table's name is a setting
