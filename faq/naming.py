"""Topics by their names, for the search page and while someone types."""

from collections.abc import Iterable
from functools import lru_cache

from django.db import connection

from faq.models import Topic
from questions.name_index import NameIndex


def topics_named(words: Iterable[str], *, limit: int) -> list[Topic]:
    """Topics in whose names a word begins with each of these folded words, the closest first."""
    found = _index(version()).beginning(words)[:limit]
    topics = Topic.objects.select_related("specialty").in_bulk(found)
    return [topics[pk] for pk in found if pk in topics]


def version() -> tuple:
    """A sum over every name: whatever is added, renamed or taken away gives another one."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT (SELECT oid FROM pg_database WHERE datname = current_database()),
                count(*), sum(hashtextextended(
                name || chr(10) || name_zh_hant || chr(10) || synonyms::text, id
            )) FROM faq_topic
            """
        )
        return cursor.fetchone()


@lru_cache(maxsize=1)
def _index(_version: tuple) -> NameIndex:
    names, synonyms = [], []
    for pk, name, name_zh_hant, others in Topic.objects.values_list(
        "pk", "name", "name_zh_hant", "synonyms"
    ):
        names += [(name, pk), (name_zh_hant, pk)]
        synonyms += [(other, pk) for other in others]
    return NameIndex(names, synonyms)
