"""CPU of publishing a question with all lists right: in the transaction, and the worker's after it.

A published question is taken off the site and put back, so that it enters its neighbours' lists
again; then all of it is rolled back. Only the way back is measured.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random

from django.db import connection, transaction

from askdoctor import worker
from questions import actions, similar
from questions.models import Question, QuestionProfile
from tests.benchmarks.measuring import Figure, cpu_seconds

COUNT, WARM_UP = 30, 3
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # first in the queue, whatever else is due


def figures(pks: list[int], rng: Random) -> Iterator[Figure]:
    spent = [_publish(pk) for pk in rng.sample(pks, min(COUNT + WARM_UP, len(pks)))][WARM_UP:]
    saving, working = map(list, zip(*spent, strict=True))
    both = [sum(parts) for parts in spent]
    yield Figure("publishing one question, CPU", both, {"median": 200})
    yield Figure("    of that in the transaction", saving)
    yield Figure("    of that in the worker: similar, topics, counts", working)


@transaction.atomic
def _publish(pk: int) -> tuple[float, float]:
    question = Question.objects.get(pk=pk)
    actions.retract_question(question=question, by=None, reason="It was not safe.")
    _work(pk)
    # A word that was made up may look like a name.
    question.settle(by=None, why="All of it is made up.")
    start = _cpu()
    actions.restore_question(question=question, by=None)
    saved = _cpu()
    Question.objects.filter(pk=pk).update(refresh_due_at=LONG_AGO)
    before = _cpu()
    worker.refresh_some(1)
    similar.refresh_lists(_list_of(pk))
    end = _cpu()
    transaction.set_rollback(True)
    return (saved - start) * 1000, (end - before) * 1000


def _work(pk: int) -> None:
    Question.objects.filter(pk=pk).update(refresh_due_at=LONG_AGO)
    worker.refresh_some(1)


def _list_of(pk: int) -> list[tuple[int, datetime]]:
    return list(QuestionProfile.objects.filter(pk=pk).values_list("pk", "list_due_at"))


def _cpu() -> float:
    """Seconds of this process and of the PostgreSQL process that serves it, if that is here."""
    return time.process_time() + cpu_seconds([connection.connection.info.backend_pid])
