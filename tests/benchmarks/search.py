"""Search over the database as it is: 100 queries of one to four words, very common ones among them.

Each is asked as the site does it and as `SearchRank` over every match with an exact count, and only
the time in the database counts: of each query the median of three times, since a busy machine holds up
now one and now another. The words are the database's own, the same in every run.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from statistics import median

from django.contrib.postgres.search import SearchRank
from django.db import connection
from django.db.models import F

from questions import search
from questions.folding import bigrams, fold, is_cjk, pieces, stem
from questions.models import Question, SearchDocument
from questions.search_query import FoldedQuery, parse
from tests.benchmarks.measuring import Figure, statements, times

QUERIES, COMMON, MOST_WORDS, ASKED = 100, 40, 4, 3
LIMITS = {"median": 40, "p95": 100, "p99": 180}


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
    """The different words of a text that are compared; of Chinese, what two characters may be."""
    found = set()
    for piece, _start, _end in pieces(fold(text)):
        found |= set(bigrams(piece)) if is_cjk(piece) else {piece} if stem(piece) else set()
    return sorted(found)


def _most_common() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT most_common_elems::text::text[], most_common_elem_freqs FROM pg_stats"
            " WHERE tablename = 'questions_searchdocument' AND attname = 'vector'"
        )
        words, shares = cursor.fetchone() or ([], [])
    ranked = sorted(zip(shares, words, strict=False), reverse=True)
    return [word for _share, word in ranked if len(word) > 1][:COMMON]


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


def figures() -> Iterator[Figure]:
    queries = draw_queries()
    ours = Figure("search with count, 100 queries", _spent(search.find, queries), LIMITS)
    naive = Figure("search, ranking everything", _spent(rank_everything, queries))
    yield replace(ours, ratio=times(ours, naive, "ranking everything", by="p95"))
    yield naive


def _spent(ask: Callable[[str], object], queries: list[str]) -> list[float]:
    """Milliseconds in the database of each query, the median of ASKED."""
    rounds = []
    for _ in range(ASKED):  # not one query again and again: the others push it out of the caches
        rounds.append([_once(ask, q) for q in queries])
    return [median(each) for each in zip(*rounds, strict=True)]


def _once(ask: Callable[[str], object], q: str) -> float:
    with statements() as each:
        ask(q)
    return sum(each)
