"""Which documents match, without reading all of those that a common word has.

A word of every third answer has 300,000 matches where there are a million. So the newest answers are
looked through first, as many as may be enough, and then a longer time, until there are. The marks of
that time stand beside the words in the index (search_marks.py), which skips all others.

A document is written and dropped with its question (search_documents.py), so what is found here is
published; a page still checks what it shows.
"""

import math
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from django.db import connection
from django.utils.timezone import localdate

from questions.search_marks import marks_between

# So many of the newest answers are looked through first. The next time is so long that it should be
# enough, and a little longer; all of them, where it would be
# half of the time: skipping costs something too.
FIRST_LOOK, MORE_THAN_ENOUGH, NEARLY_ALL = 4_000, 1.5, 0.5
WEIGHTS = "{0.1, 0.2, 0.5, 1.0}"  # of D, C, B, A
BY_LENGTH, BY_LOGARITHM_OF_LENGTH = 2, 1
# More than any rank.
LITERALLY = 100


class Match(NamedTuple):
    """A document that was found. In the title, `rank` is that of the title; elsewhere it is not known."""

    pk: int
    published_at: datetime
    marks: list[str]
    is_title: bool = False
    rank: float = 0


@dataclass(frozen=True)
class Timeline:
    """When the site's answers were published, and since when the FIRST_LOOK newest of them were."""

    newest: date
    oldest: date
    first_look: date

    @classmethod
    def read(cls) -> "Timeline | None":
        """None where nothing is published."""
        with connection.cursor() as cursor:
            cursor.execute(
                """
                SELECT (SELECT published_at FROM questions_question WHERE status = 'published'
                        ORDER BY published_at DESC LIMIT 1),
                       (SELECT published_at FROM questions_question WHERE status = 'published'
                        ORDER BY published_at LIMIT 1),
                       (SELECT published_at FROM questions_question WHERE status = 'published'
                        ORDER BY published_at DESC OFFSET %s LIMIT 1)
                """,
                [FIRST_LOOK],
            )
            newest, oldest, first_look = cursor.fetchone()
        if newest is None:
            return None
        return cls(localdate(newest), localdate(oldest), localdate(first_look or oldest))


@dataclass(frozen=True)
class Finder:
    """Looks for documents that have all of these marks, for one search.

    What has the `literal` query, without the other names of what it names, comes first.
    """

    marks: tuple[str, ...] = ()
    literal: str = ""

    @cached_property
    def timeline(self) -> Timeline | None:
        return Timeline.read()

    def newest(
        self,
        tsquery: str,
        *,
        most: int,
        only_titles: bool = False,
        before: tuple[datetime, int] | None = None,
        per_day: float | None = None,
    ) -> list[Match]:
        """The newest `most` that match, newest first, of those published `before` that (time, number).

        `per_day` is how many matches a day has, where something is known of it.
        """
        if self.timeline is None:
            return []
        last = localdate(before[0]) if before else self.timeline.newest
        all_days = max((last - self.timeline.oldest).days, 1)
        days = max((self.timeline.newest - self.timeline.first_look).days, 1)
        if per_day is not None:
            days = _days_for(most, per_day)
        while True:
            is_all = days > all_days * NEARLY_ALL
            marks = None if is_all else marks_between(last - timedelta(days), last)
            found = self._find(tsquery, most, only_titles, before, marks)
            if marks is None or len(found) >= most:
                return found
            # Where none was found there may be half a one.
            days = max(_days_for(most, (len(found) or 0.5) / days), 2 * days)

    def _find(
        self,
        tsquery: str,
        most: int,
        only_titles: bool,
        before: tuple[datetime, int] | None,
        time: list[str] | None,
    ) -> list[Match]:
        # What must not be there (!) must not be in the rest either.
        columns = ["title_vector"] * only_titles + ["vector"] * (not only_titles or "!" in tsquery)
        conditions = [(f"{column} @@ %s::tsquery", (tsquery,)) for column in columns]
        # An empty array would make PostgreSQL read the whole index.
        conditions += [("marks @> %s::text[]", (list(self.marks),))] if self.marks else []
        conditions += [("marks && %s::text[]", (time,))] if time else []
        conditions += [("(published_at, question_id) < (%s, %s)", before)] if before else []
        where = " AND ".join(condition for condition, _values in conditions)
        values = [value for _condition, values in conditions for value in values]
        with connection.cursor() as cursor:
            cursor.execute(
                f"""
                SELECT question_id, published_at, marks, title_vector @@ %s::tsquery,
                    CASE WHEN title_vector @@ %s::tsquery
                    THEN ts_rank_cd('{WEIGHTS}', title_vector, %s::tsquery, {BY_LENGTH})
                        + {LITERALLY} * (title_vector @@ %s::tsquery)::int
                    ELSE 0 END
                FROM (
                    SELECT question_id, published_at, marks, title_vector
                    FROM questions_searchdocument WHERE {where}
                    ORDER BY published_at DESC, question_id DESC LIMIT %s
                ) AS found
                """,  # noqa: S608 - made of the texts above alone
                [tsquery] * 3 + [self.literal, *values, most],
            )
            return [Match(*row) for row in cursor.fetchall()]


def _days_for(most: int, per_day: float) -> float:
    return MORE_THAN_ENOUGH * most / per_day if per_day else math.inf


def ranked(matches: list[Match], tsquery: str, literal: str) -> list[Match]:
    """The matches with the rank of their whole document."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT question_id,
                ts_rank_cd('{WEIGHTS}', vector, %s::tsquery, {BY_LOGARITHM_OF_LENGTH})
                    + {LITERALLY} * (vector @@ %s::tsquery)::int
            FROM questions_searchdocument WHERE question_id = ANY(%s)
            """,  # noqa: S608 - made of constants
            [tsquery, literal, [match.pk for match in matches]],
        )
        ranks = dict(cursor.fetchall())
    return [match._replace(rank=ranks.get(match.pk, 0)) for match in matches]
