"""What may be meant by what someone has begun to type: published titles, and tags with answers."""

from functools import lru_cache

from questions import tagging
from questions.folding import fold, is_cjk, pieces, stem
from questions.models import Question, SearchWord, Synonym, Tag
from questions.name_index import NameIndex
from questions.search_matches import Finder
from questions.search_query import parse

LONGEST, MOST_WORDS, MOST_ENDINGS = 100, 8, 40
# Fewer letters begin too many names, or titles.
SHORTEST, SHORTEST_IN_TITLE = 2, 3
LOOKED_AT, TAGS_LOOKED_AT = 40, 200


def words_begun(typed: str) -> list[str]:
    """The folded words of what has been typed, of which the last may be unfinished."""
    found = [piece for piece, _start, _end in pieces(fold(typed[:LONGEST]))]
    return found[-MOST_WORDS:]


def titles_begun(typed: str, *, limit: int) -> list[Question]:
    """Published questions with these words in their title, the newest first."""
    words = words_begun(typed)
    if not words or len("".join(words)) < (2 if is_cjk(words[-1]) else SHORTEST_IN_TITLE):
        return []
    query = " & ".join(filter(None, [*map(_whole, words[:-1]), _begun(words[-1])]))
    matches = Finder().newest(query, most=LOOKED_AT, only_titles=True) if query else []
    questions = Question.objects.published().in_bulk([match.pk for match in matches])
    found = (questions[match.pk] for match in matches if match.pk in questions)
    return [question for question in found if _has_begun(question.title, words[-1])][:limit]


def _whole(word: str) -> str:
    return parse(word).tsquery


def _begun(word: str) -> str:
    """A word that goes on.

    Where few words begin so, each is asked for by its stem: "vaccinat" begins "vaccination", but not
    its stem, and PostgreSQL reads all that a prefix matches.
    """
    if is_cjk(word):
        return parse(word).tsquery
    if len(word) < SHORTEST or not stem(word):
        return ""
    known = SearchWord.objects.filter(word__startswith=word).values_list("word", flat=True)
    ends = list(known[: MOST_ENDINGS + 1])
    if not 0 < len(ends) <= MOST_ENDINGS:
        return f"'{word}':*"
    lexemes = {f"'{found}'" for each in [word, *ends] if (found := stem(each))}
    return f"({' | '.join(sorted(lexemes))})"


def _has_begun(title: str, word: str) -> bool:
    if is_cjk(word):
        return word in fold(title)
    return any(piece.startswith(word) for piece, _start, _end in pieces(fold(title)))


def tags_begun(typed: str, *, limit: int) -> list[Tag]:
    """Tags with answers in whose names these words begin a word."""
    words = words_begun(typed)
    if len("".join(words)) < SHORTEST:
        return []
    found = _names(tagging.version()).beginning(words)[:TAGS_LOOKED_AT]
    tags = Tag.objects.listed().in_bulk(found)
    return [tags[pk] for pk in found if pk in tags][:limit]


@lru_cache(maxsize=1)
def _names(_version: tuple) -> NameIndex:
    """Read again only when a name has changed."""
    names = []
    for pk, name, name_zh_hant in Tag.objects.values_list("pk", "name", "name_zh_hant"):
        names += [(name, pk), (name_zh_hant, pk)]
    return NameIndex(names, Synonym.objects.values_list("name", "tag"))
