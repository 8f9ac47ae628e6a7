"""A query that finds nothing, or a whole sentence that finds little, without its most common words."""

from collections.abc import Mapping

from django.db import connection

from questions.search_marks import marks_between
from questions.search_matches import Finder
from questions.search_query import Clause, ParsedQuery

# So much is a sentence: four words, or nine Chinese characters.
SENTENCE, OF_A_WORD, OF_A_PAIR = 8, 2, 1
COUNTED = 50

Count = tuple[int, int]


def is_sentence(query: ParsedQuery) -> bool:
    """Whether so much was typed that hardly an answer can have all of it."""
    weights = (OF_A_PAIR if clause.is_cjk else OF_A_WORD for clause in query.clauses)
    return sum(weights) >= SENTENCE


def looser(
    finder: Finder, query: ParsedQuery, counts: Mapping[Clause, Count], *, enough: int
) -> tuple[ParsedQuery, list[Clause]]:
    """The query without as many clauses as it takes for `enough` answers, and those clauses.

    What no answer has goes first, then the most common: what is rare says what is meant. A phrase in
    quotes stays.
    """
    loose, left_out = query, []
    for clause in _to_leave_out(query, counts):
        left_out.append(clause)
        loose = query.with_clauses(each for each in query.clauses if each not in left_out)
        if len(finder.newest(loose.tsquery, most=enough)) >= enough:
            break
    return loose, left_out


def _to_leave_out(query: ParsedQuery, counts: Mapping[Clause, Count]) -> list[Clause]:
    in_turn = sorted(
        (clause for clause in query.clauses if not clause.is_quoted),
        key=lambda clause: (counts[clause] != (0, 0), [-count for count in counts[clause]]),
    )
    return in_turn if len(in_turn) < len(query.clauses) else in_turn[:-1]


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
                WHERE vector @@ asked::tsquery AND marks && %s::text[]
            ) AS newest
            ORDER BY number
            """,
            [COUNTED, tsqueries, newest],
        )
        return cursor.fetchall()
