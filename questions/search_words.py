""" "Did you mean": the words of the site itself that are a slip or two away from what was typed.

Words are learned in the background from what is published: titles, replies and names, not from what
askers type. Leaving is not followed; instead each word that is offered is found, at that moment, in
a published answer.
"""

import re
from collections.abc import Iterable, Mapping
from math import log1p

from django.db import connection

from questions.folding import fold, pieces, stem
from questions.models import SearchWord
from questions.question_words import ENGLISH as QUESTION_WORDS
from questions.search_documents import Contents, read_contents
from questions.search_looser import frequencies
from questions.search_matches import Finder
from questions.search_query import Clause, ParsedQuery
from questions.spelling import LONGEST, SHORTEST, distance, is_close, remains, slips_allowed
from questions.sql import fetch

# A slip outweighs a word that is twelve times as common; a wrong first letter is rarer than others.
SLIP, FIRST_LETTER = 2.5, 1.0
COMPARED, LOOKED_INTO = 20, 3
RARE, TIMES_AS_COMMON = 5, 4
# What the newest answers hold weighs as this many of all.
NEWEST_WEIGH = 100
_WORD = re.compile(f"[a-z]{{{SHORTEST},{LONGEST}}}")


def learn(contents: Iterable[Contents]) -> None:
    """Keep the words of published questions. Twice changes nothing."""
    learn_words(_words_of(contents))


def learn_words(words: Iterable[str]) -> None:
    """Keep these, which `words_in` has found. Twice changes nothing."""
    new = sorted(word for (word,) in fetch(_NOT_KNOWN, [list(words)]))
    if new:
        as_arrays = [f"{{{','.join(map(str, remains(word)))}}}" for word in new]
        with connection.cursor() as cursor:
            cursor.execute(_LEARN, [new, as_arrays])


_NOT_KNOWN = """
    SELECT word FROM unnest(%s::text[]) AS said (word)
    WHERE NOT EXISTS (SELECT FROM questions_searchword AS known WHERE known.word = said.word)
"""
_LEARN = """
    INSERT INTO questions_searchword (word, remains)
    SELECT word, remains::int[] FROM unnest(%s::text[], %s::text[]) AS new (word, remains)
    ON CONFLICT DO NOTHING
"""


def forget(words: Iterable[str]) -> None:
    """Keep none of these that stands in no published answer any more."""
    words = list(words)
    counts = frequencies(Finder(), [f"'{stem(word)}'" for word in words])
    gone = [word for word, count in zip(words, counts, strict=True) if not any(count)]
    SearchWord.objects.filter(word__in=gone).delete()


def _words_of(contents: Iterable[Contents]) -> set[str]:
    return words_in(text for each in contents for text in each.texts_of_the_site())


def words_in(texts: Iterable[str]) -> set[str]:
    """The words of these texts that may be offered."""
    found = (piece for text in texts for piece, _start, _end in pieces(fold(text)))
    return {piece for piece in found if _WORD.fullmatch(piece) and stem(piece)}


def corrections(
    finder: Finder, query: ParsedQuery, counts: Mapping[Clause, tuple[int, int]]
) -> dict[str, str]:
    """For each word of the query that hardly an answer has, a word close to it that more have."""
    found = {
        clause.typed: _better(finder, clause.typed, sum(counts[clause]))
        for clause in query.clauses
        if sum(counts[clause]) < RARE and _WORD.fullmatch(clause.typed) and not clause.is_quoted
    }
    return {typed: better for typed, better in found.items() if better}


def _better(finder: Finder, typed: str, count: int) -> str:
    slips = slips_allowed(typed)
    if typed in QUESTION_WORDS:
        return ""
    rows = SearchWord.objects.filter(remains__overlap=remains(typed, slips)).exclude(word=typed)
    near = []
    for word in rows.values_list("word", flat=True):
        if is_close(typed, word) and (away := distance(typed, word)) <= slips:
            near.append((away, word[0] != typed[0], word))
    near = sorted(near)[:COMPARED]
    counts = frequencies(finder, [f"'{stem(word)}'" for *_away, word in near])
    weighed = []
    for (away, is_other_letter, word), (recent, total) in zip(near, counts, strict=True):
        if recent + total > TIMES_AS_COMMON * count:
            often = log1p(NEWEST_WEIGH * recent + total)
            weighed.append((SLIP * away + FIRST_LETTER * is_other_letter - often, word))
    for _weight, word in sorted(weighed)[:LOOKED_INTO]:
        if _is_published(finder, word):
            return word
    return ""


def _is_published(finder: Finder, word: str) -> bool:
    """Whether the word itself, not only its stem, stands in an answer of now."""
    matches = finder.newest(f"'{stem(word)}'", most=20)
    return word in _words_of(read_contents([match.pk for match in matches]).values())
