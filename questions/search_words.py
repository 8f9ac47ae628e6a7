""" "Did you mean": the words of the site itself that are a slip or two away from what was typed.

Words are learned in the background from what is published: titles, replies and names, not from what
askers type. Leaving is not followed; instead each word that is offered is found, at that moment, in
a published answer.
"""

import re
from collections.abc import Iterable, Mapping
from math import log1p

from questions.folding import fold, pieces, stem
from questions.models import SearchWord
from questions.question_words import ENGLISH as QUESTION_WORDS
from questions.search_documents import read_contents
from questions.search_looser import frequencies
from questions.search_matches import Finder
from questions.search_query import Clause, ParsedQuery
from questions.spelling import LONGEST, SHORTEST, distance, is_close, remains, slips_allowed

# A slip outweighs a word that is twelve times as common; a wrong first letter is rarer than others.
SLIP, FIRST_LETTER = 2.5, 1.0
COMPARED, LOOKED_INTO = 20, 3
RARE, TIMES_AS_COMMON = 5, 4
# What the newest answers hold weighs as this many of all.
NEWEST_WEIGH = 100
_WORD = re.compile(f"[a-z]{{{SHORTEST},{LONGEST}}}")


def learn(question_ids: Iterable[int]) -> None:
    """Keep the words of those of these questions that are published. Twice changes nothing."""
    words = _words_of(question_ids)
    known = SearchWord.objects.filter(word__in=words).values_list("word", flat=True)
    new = sorted(words - set(known))
    SearchWord.objects.bulk_create(
        (SearchWord(word=word, remains=remains(word)) for word in new),
        batch_size=2_000,
        ignore_conflicts=True,
    )


def _words_of(question_ids: Iterable[int]) -> set[str]:
    words: set[str] = set()
    for contents in read_contents(list(question_ids)).values():
        for text in contents.texts_of_the_site():
            for piece, _start, _end in pieces(fold(text)):
                if _WORD.fullmatch(piece) and stem(piece):
                    words.add(piece)
    return words


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
    return word in _words_of(match.pk for match in matches)
