"""Search over the database as it is: 100 queries of one to four words, very common ones among them.

Each is asked twice, as the site does it and as `SearchRank` over every match with an exact count, and
only the time in the database counts. The words are the database's own, the same in every run.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random

from django.contrib.postgres.search import SearchRank
from django.db import connection
from django.db.models import F

from questions import search
from questions.folding import fold, pieces, stem
from questions.models import Question, SearchDocument
from questions.search_query import FoldedQuery, parse

QUERIES, COMMON, MOST_WORDS = 100, 40, 4
PERCENTILES = (50, 95, 99)


def draw_queries(seed: int = 1) -> list[str]:
    """Each fifth is made of the most common words of all, the others of words that stand together."""
    random = Random(seed)  # noqa: S311 - the same in every run is what is wanted
    common = _most_common()
    newest = Question.objects.published().order_by("-pk").values_list("pk", flat=True).first()
    if not newest or not common:
        raise SystemExit("There is nothing published to search in.")
    queries = []
    while len(queries) < QUERIES:
        count = 1 + len(queries) % MOST_WORDS
        if len(queries) % 5 == 0:
            words = random.sample(common, min(count, len(common)))
        else:
            pk = random.randint(1, newest)
            row = Question.objects.published().filter(pk__lte=pk).order_by("-pk").first()
            found = _words(f"{row.title} {row.body}") if row else []
            words = random.sample(found, min(count, len(found)))
        if words:
            queries.append(" ".join(words))
    return queries


def _words(text: str) -> list[str]:
    """The different words of a text that are compared."""
    folded = (piece for piece, _start, _end in pieces(fold(text)))
    return sorted({word for word in folded if stem(word)})


def _most_common() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT most_common_elems::text::text[], most_common_elem_freqs FROM pg_stats"
            " WHERE tablename = 'questions_searchdocument' AND attname = 'vector'"
        )
        words, shares = cursor.fetchone() or ([], [])
    return [word for _share, word in sorted(zip(shares, words, strict=False), reverse=True)][
        :COMMON
    ]


@contextmanager
def database_time() -> Iterator[Callable[[], float]]:
    """Gives a function that says how many milliseconds were spent in statements so far."""
    spent = 0.0

    def timed(execute, sql, params, many, context):
        nonlocal spent
        started = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            spent += time.perf_counter() - started

    with connection.execute_wrapper(timed):
        yield lambda: spent * 1000


def rank_everything(q: str) -> None:
    """What a search without a second thought does: rank all that match, and count them."""
    asked = FoldedQuery(parse(q).tsquery)
    matching = SearchDocument.objects.filter(
        vector=asked, question__in=Question.objects.published()
    )
    list(
        matching.annotate(rank=SearchRank(F("vector"), asked))
        .order_by("-rank", "-pk")
        .values_list("pk", "rank")[: search.PAGE]
    )
    matching.count()


def measure(queries: list[str] | None = None) -> dict[str, list[float]]:
    """Milliseconds in the database of each query, by the two ways."""
    queries = queries or draw_queries()
    times: dict[str, list[float]] = {}
    for name, ask in (("search", search.find), ("ranking everything", rank_everything)):
        ask(queries[0])
        times[name] = []
        for q in queries:
            with database_time() as spent:
                ask(q)
                times[name].append(spent())
    return times


def percentiles(times: list[float]) -> list[float]:
    cut = statistics.quantiles(times, n=100, method="inclusive")
    return [cut[percentile - 1] for percentile in PERCENTILES]


def table() -> str:
    """The figures as lines of text."""
    times = measure()
    ours, naive = (percentiles(times[name]) for name in times)
    lines = [f"{'ms in the database':24}" + "".join(f"{f'p{p}':>10}" for p in PERCENTILES)]
    for name, row in zip(times, (ours, naive), strict=True):
        lines.append(f"{name:24}" + "".join(f"{value:10.2f}" for value in row))
    ratios = (n / o for o, n in zip(ours, naive, strict=True))
    lines.append(f"{'times faster':24}" + "".join(f"{ratio:10.1f}" for ratio in ratios))
    return "\n".join(lines)
