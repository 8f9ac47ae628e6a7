"""All the SQL of a page, in the database."""

from collections.abc import Iterator
from random import Random

from django.urls import reverse

from questions.page import read_page
from tests.benchmarks.measuring import Figure, statements, statements_of, visitor

QUESTIONS, TIMES = 1_000, 30
PAGES = ["home", "topics", "specialties", "doctors", "questions", "feed", "sitemap"]


def figures(pks: list[int], rng: Random) -> Iterator[Figure]:
    read_page(pks[0])  # makes the statement and has it planned
    read = [_question(pk) for pk in rng.choices(pks, k=QUESTIONS)]
    yield Figure("question page, all its SQL", read, {"p95": 4})
    with visitor() as client:
        for name in PAGES:
            path = reverse(name)
            spent = [sum(statements_of(client, path)) for _ in range(TIMES)]
            yield Figure(f"{path}, all its SQL", spent)


def _question(pk: int) -> float:
    with statements() as spent:
        read_page(pk)
    return sum(spent)
