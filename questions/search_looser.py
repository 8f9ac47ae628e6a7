"""A query that no answer has whole, or a sentence that few have: what has most of its words.

Words that no answer has are left out; of the others all but one, all but two ... must be there,
until there are enough answers. What is rare says what is meant, so of very many words the rarest
are kept, and answers with the rarest words come first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from math import log

from django.db import connection

from questions.search_marks import marks_between
from questions.search_matches import Finder, Match
from questions.search_query import Clause, ParsedQuery

# So much is a sentence: four words, or nine Chinese characters.
SENTENCE, OF_A_WORD, OF_A_PAIR = 8, 2, 1
COUNTED, MOST_WORDS = 50, 8
IN_TITLE = 0.5

Count = tuple[int, int]


@dataclass(frozen=True)
class Loose:
    """What may be asked instead, the weight of each clause in it, and the clauses left out of it."""

    tsquery: str
    weights: Mapping[str, float]
    left_out: list[Clause]


def is_sentence(query: ParsedQuery) -> bool:
    """Whether so much was typed that hardly an answer can have all of it."""
    weights = (OF_A_PAIR if clause.is_cjk else OF_A_WORD for clause in query.clauses)
    return sum(weights) >= SENTENCE


def looser(
    finder: Finder, query: ParsedQuery, counts: Mapping[Clause, Count], *, enough: int
) -> Loose | None:
    """The query that asks for no less than it must to find `enough`; None where there is none.

    At least half of the words must be there, or the rarest where that finds nothing. A phrase in
    quotes stays.
    """
    phrases = [clause.tsquery for clause in query.clauses if clause.is_quoted]
    words = [clause for clause in query.clauses if not clause.is_quoted]
    known = sorted(
        (word for word in words if counts[word] != (0, 0)), key=lambda word: counts[word]
    )[:MOST_WORDS]
    left_out = [word for word in words if word not in known]
    best, is_any = None, False
    for kept in range(len(known) - (not left_out), 0, -1):
        if is_any and kept < len(known) / 2:
            break
        # Of single words the rarest alone: any of them would be anything.
        choices = combinations(known, kept) if kept > 1 else [known[:1]]
        tsquery = " & ".join([*phrases, _any(choices), *query.alternatives[0].unwanted])
        found = len(finder.newest(tsquery, most=enough))
        if found or best is None:
            best, is_any = tsquery, bool(found)
        if found >= enough:
            break
    return Loose(best, _weights(known, counts), left_out) if best else None


def _any(choices) -> str:
    joined = (" & ".join(clause.tsquery for clause in choice) for choice in choices)
    return "(" + " | ".join(f"({choice})" for choice in joined) + ")"


def _weights(clauses: list[Clause], counts: Mapping[Clause, Count]) -> dict[str, float]:
    """The rarity of each clause, as if the most common stood in every other answer."""
    total = 2 * max(counts[clause][0] for clause in clauses) + 1
    return {clause.tsquery: log(total / (counts[clause][0] + 0.5)) for clause in clauses}


def frequencies(finder: Finder, tsqueries: list[str]) -> list[Count]:
    """How many of the newest answers each finds; where none of them, how many of all, up to COUNTED."""
    timeline = finder.timeline
    if timeline is None:
        return [(0, 0)] * len(tsqueries)
    newest = marks_between(timeline.first_look, timeline.newest)
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT recent, CASE WHEN recent = 0 THEN (SELECT count(*) FROM (
                SELECT FROM questions_searchdocument WHERE vector @@ asked::tsquery LIMIT %s
            ) AS found) ELSE 0 END
            FROM unnest(%s::text[]) WITH ORDINALITY AS queries (asked, number)
            CROSS JOIN LATERAL (
                SELECT count(*) AS recent FROM questions_searchdocument
                WHERE vector @@ asked::tsquery AND (%s::text[] IS NULL OR marks && %s::text[])
            ) AS newest
            ORDER BY number
            """,
            [COUNTED, tsqueries, newest, newest],
        )
        return cursor.fetchall()


def ranked_by_words(matches: list[Match], weights: Mapping[str, float]) -> list[Match]:
    """The matches, ranked by the weights of the clauses that they have; in the title they count more."""
    asked, weighed = list(weights), list(weights.values())
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT question_id, (
                SELECT sum(weight * ((vector @@ asked::tsquery)::int
                                     + %s * (title_vector @@ asked::tsquery)::int))
                FROM unnest(%s::text[], %s::float[]) AS clauses (asked, weight)
            ) FROM questions_searchdocument WHERE question_id = ANY(%s)
            """,
            [IN_TITLE, asked, weighed, [match.pk for match in matches]],
        )
        ranks = dict(cursor.fetchall())
    return [match._replace(rank=ranks.get(match.pk) or 0) for match in matches]
