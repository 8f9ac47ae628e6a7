"""Tags that look like what was typed, for a search that found nothing."""

import re
from functools import lru_cache

from questions import tagging
from questions.folding import fold
from questions.models import Tag

LIKE = 0.3


def close_tags(q: str, *, limit: int = 5) -> list[Tag]:
    """Tags with answers whose name or synonym looks like what was typed, the nearest first.

    Likeness is shared runs of three letters over all of them (Jaccard), two for Chinese.
    """
    typed = _shingles(q)
    if not typed:
        return []
    best: dict[int, float] = {}
    for pk, other in _names_in_shingles(tagging.version()):
        likeness = len(typed & other) / len(typed | other)
        if likeness >= LIKE:
            best[pk] = max(best.get(pk, 0), likeness)
    tags = Tag.objects.listed().filter(pk__in=best)
    return sorted(tags, key=lambda tag: (-best[tag.pk], tag.pk))[:limit]


@lru_cache(maxsize=1)
def _names_in_shingles(_version: tuple) -> list[tuple[int, set[str]]]:
    """Each name of each tag, taken apart. Done again only when one of them has changed."""
    rows = Tag.objects.values_list("pk", "name", "name_zh_hant", "synonyms__name")
    names = {(pk, word) for pk, *words in rows for word in words if word}
    return [(pk, shingles) for pk, word in names if (shingles := _shingles(word))]


def _shingles(text: str) -> set[str]:
    shingles = set()
    for word in re.findall(r"\w+", fold(text[:200])):
        length = 3 if word.isascii() else 2
        padded = f" {word} " if word.isascii() else word
        shingles |= {padded[i : i + length] for i in range(max(1, len(padded) - length + 1))}
    return shingles
