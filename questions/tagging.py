"""Tags that a text names, by any of their names."""

from collections import Counter
from functools import lru_cache
from math import log

from django.db import connection

from questions import counts
from questions.models import Synonym, Tag
from questions.scoring import tag_weight
from questions.vocabulary import Vocabulary, units

# Of a long text the beginning says what it is about.
LOOKED_AT = 20_000


def tags_named_in(text: str, *, limit: int = 8) -> list[Tag]:
    """The tags named in the text, by any of their names, the most telling first.

    A tag tells more that is rare, of a telling kind, named early and often; of names inside each
    other the longest counts.
    """
    text = text[:LOOKED_AT]
    first: dict[int, int] = {}
    times: Counter[int] = Counter()
    for match in vocabulary().matches(text):
        first.setdefault(match.key, match.place)
        times[match.key] += 1
    tags = Tag.objects.in_bulk(times)
    total, length = counts.published_total(), len(units(text)) + 1

    def telling(tag: Tag) -> float:
        weight = tag_weight(tag.kind, tag.published_count, total)
        return weight * (1 + log(times[tag.pk])) * (2 - first[tag.pk] / length)

    return sorted(tags.values(), key=lambda tag: (-telling(tag), tag.pk))[:limit]


def vocabulary() -> Vocabulary:
    """All names and synonyms of all tags. Read again only when one of them has changed."""
    return _vocabulary(version())


def version() -> tuple:
    """Another one whenever a name was added, changed or taken away, by whatever way.

    Triggers of the database add a row for each statement that does so. Counted and summed, the rows
    tell of one that was committed late too.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT (SELECT oid FROM pg_database WHERE datname = current_database()),
                count(*), sum(id)
            FROM questions_vocabularychange
            """
        )
        return cursor.fetchone()


@lru_cache(maxsize=1)
def _vocabulary(_version: tuple) -> Vocabulary:
    names = []
    for pk, name, name_zh_hant in Tag.objects.values_list("pk", "name", "name_zh_hant"):
        names += [(name, pk), (name_zh_hant, pk)]
    names += Synonym.objects.values_list("name", "tag")
    return Vocabulary(names)
