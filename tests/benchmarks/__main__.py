"""`python -m tests.benchmarks`: what is measured rather than asserted, in one table.

It measures on the database of DATABASE_URL where that holds a corpus (`manage.py make_corpus`), else
on a small one in a database of the tests. Subjects may be named: `python -m tests.benchmarks lists`.
"""

from askdoctor.environment import prepare

prepare()

import django  # noqa: E402 - the environment comes first

django.setup()

import argparse  # noqa: E402
from collections.abc import Iterable, Iterator  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from random import Random  # noqa: E402

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from questions.models import Question  # noqa: E402
from tests.benchmarks import (  # noqa: E402
    lists,
    pages,
    publishing,
    question_page,
    rebuilding,
    search,
    similar_questions,
)
from tests.benchmarks.measuring import Figure, table  # noqa: E402

SUBJECTS = ["similar", "search", "lists", "pages", "publishing", "cpu"]
ON_DEMAND = ["rebuild"]  # minutes to hours
SMALL = 20_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    known = [*SUBJECTS, *ON_DEMAND]
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(known))
    parser.add_argument("--size", type=int, default=SMALL, help="of the corpus that is made")
    options = parser.parse_args()
    subjects = options.subjects or SUBJECTS
    if unknown := set(subjects) - set(known):
        parser.error(f"no such subject: {', '.join(sorted(unknown))}")
    with corpus(options.size) as pks:
        for line in table(_figures(subjects, pks)):
            print(line, flush=True)  # noqa: T201 - its output is its purpose
    if "cpu" in subjects:
        question_page.main()


def _figures(subjects: Iterable[str], pks: list[int]) -> Iterator[Figure]:
    rng = Random(1)  # noqa: S311 - the same questions in every run
    measured = {
        "similar": lambda: similar_questions.figures(pks, rng),
        "search": search.figures,
        "lists": lists.figures,
        "pages": lambda: pages.figures(pks, rng),
        "publishing": lambda: publishing.figures(pks, rng),
        "rebuild": lambda: rebuilding.figures(len(pks)),
    }
    for name, figures in measured.items():
        if name in subjects:
            yield from figures()


@contextmanager
def corpus(size: int) -> Iterator[list[int]]:
    """Gives the numbers of its published questions."""
    if _holds_a_corpus():
        yield _published()
        return
    say(f"{connection.settings_dict['NAME']} holds no corpus: making one of {size:,} elsewhere.")
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        call_command("make_corpus", size, processes=1)
        call_command("rebuild_similar")
        yield _published()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["TEST"]["NAME"], verbosity=0)


def _holds_a_corpus() -> bool:
    tables = connection.introspection.table_names()
    is_migrated = Question._meta.db_table in tables
    return is_migrated and Question.objects.filter(import_digest__startswith="corpus ").exists()


def _published() -> list[int]:
    pks = list(Question.objects.published().order_by("pk").values_list("pk", flat=True))
    say(f"{len(pks):,} published questions in {connection.settings_dict['NAME']}.")
    return pks


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - its output is its purpose


if __name__ == "__main__":
    main()
