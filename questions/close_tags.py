"""Chinese names of tags that look like what was typed, for a search that found nothing.

What is misspelt in Latin letters is corrected word by word (search_words.py); Chinese has no spaces.
"""

from functools import lru_cache

from questions import tagging
from questions.folding import bigrams, fold, is_cjk, pieces
from questions.models import Tag

LIKE, LOOKED_AT = 0.3, 200


def close_tags(q: str, *, limit: int = 5) -> list[Tag]:
    """Tags with answers that have a name like this, the nearest first.

    Likeness is shared pairs of characters over all of them (Jaccard).
    """
    typed = _pairs(q)
    if not typed:
        return []
    best: dict[int, float] = {}
    for pk, other in _names_in_pairs(tagging.version()):
        likeness = len(typed & other) / len(typed | other)
        if likeness >= LIKE:
            best[pk] = max(best.get(pk, 0), likeness)
    tags = Tag.objects.listed().filter(pk__in=best)
    return sorted(tags, key=lambda tag: (-best[tag.pk], tag.pk))[:limit]


@lru_cache(maxsize=1)
def _names_in_pairs(_version: tuple) -> list[tuple[int, set[str]]]:
    """Each Chinese name of each tag, taken apart. Done again only when a name has changed."""
    rows = Tag.objects.values_list("pk", "name", "name_zh_hant", "synonyms__name")
    names = {(pk, word) for pk, *words in rows for word in words if word}
    return [(pk, pairs) for pk, word in names if (pairs := _pairs(word))]


def _pairs(text: str) -> set[str]:
    runs = (piece for piece, _start, _end in pieces(fold(text[:LOOKED_AT])) if is_cjk(piece))
    return {pair for run in runs for pair in bigrams(run)}
