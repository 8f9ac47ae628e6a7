"""The worker's tasks, and what makes each of them due.

What is due stands in rows, written with the change that made it so (docs/adr/0003-rows-are-the-queue.md).
A task looks there for what to do: done twice, or by two workers at once, it changes nothing, and one that
is lost is enqueued again.
"""

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from math import inf
from uuid import UUID

from django.core.management import call_command
from django.db.models import QuerySet
from django.dispatch import receiver
from django.utils import timezone
from django_tasks import TaskResult, TaskResultStatus, task
from django_tasks.base import Task
from django_tasks.signals import task_finished
from django_tasks_db.models import DBTaskResult

from askdoctor import worker
from doctors import letters as staff_letters
from questions import letters

# By themselves: a mail server that does not answer holds up nothing but letters.
CHANGES, LETTERS = "changes", "letters"
# What takes long is done so many seconds at a time, so that other tasks have their turn.
AT_A_TIME = 2
# One that failed would mostly fail again at once.
REST_AFTER_FAILURE = timedelta(seconds=5)
# No task takes that long: whoever began it has gone without a word.
LOST_AFTER = timedelta(hours=1)
FAILED_KEPT_DAYS = 1

# Set where the worker is to end: nothing new is begun.
stopping = threading.Event()


@task(queue_name=CHANGES)
def refresh() -> None:
    """Counts, similar questions, topics and search words of what has changed."""
    _for_a_while(lambda: worker.refresh_some() or worker.refresh_lists())


@task(queue_name=LETTERS)
def send_letters() -> None:
    """Those to staff first, who are few: one may tell of an emergency."""
    _for_a_while(lambda: staff_letters.send_next() or letters.send_next())


@task(queue_name=CHANGES, priority=1)
def keep_time() -> None:
    worker.keep_time()


@task(queue_name=CHANGES, priority=1)
def keep_house() -> None:
    put_back(DBTaskResult.objects.filter(started_at__lt=timezone.now() - LOST_AFTER))
    call_command(
        "prune_db_task_results",
        queue_name="*",
        min_age_days=0,
        failed_min_age_days=FAILED_KEPT_DAYS,
        verbosity=0,
    )
    worker.keep_house()
    staff_letters.write_expiry_letters()


@task(queue_name=CHANGES, priority=2)
def recount() -> None:
    worker.recount()


# Every so many seconds; what has no next time is done when a worker starts.
EVERY: dict[Task, float] = {recount: inf, keep_house: 3600, keep_time: 15}
WHEN_DUE: dict[Task, Callable[[], bool]] = {
    refresh: worker.is_due,
    send_letters: lambda: letters.is_due() or staff_letters.is_due(),
}


class Schedule:
    """Enqueues what is due, at each call; what comes at its time, again where it has failed.

    It goes by `now`, seconds of a clock that does not jump.
    """

    def __init__(self):
        self._next_at = dict.fromkeys(EVERY, 0.0)
        self._last: dict[Task, UUID] = {}

    def __call__(self, now: float | None = None) -> None:
        now = time.monotonic() if now is None else now
        for one, seconds in EVERY.items():
            is_due = now >= self._next_at[one] or self._has_failed(one)
            if is_due and (enqueued := enqueue(one)):
                self._last[one], self._next_at[one] = enqueued, now + seconds
        for one, is_due in WHEN_DUE.items():
            if is_due():
                enqueue(one)

    def _has_failed(self, one: Task) -> bool:
        return DBTaskResult.objects.failed().filter(pk=self._last.get(one)).exists()


def enqueue(one: Task) -> UUID | None:
    """Have a worker do it, unless it waits to be done already. None where it has failed just now."""
    results, now = DBTaskResult.objects.filter(task_path=one.module_path), timezone.now()
    waiting = results.ready().values_list("pk", flat=True).first()
    # Not beyond now: a failure in the future is one of a clock that was wrong.
    lately = (now - REST_AFTER_FAILURE, now)
    if waiting or results.failed().filter(finished_at__range=lately).exists():
        return waiting
    return UUID(one.enqueue().id)


def put_back(results: QuerySet) -> None:
    """Have those of these done again that run: whoever ran them was killed, or lost the database."""
    results.filter(status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.READY, started_at=None
    )


@receiver(task_finished)
def forget_traceback(sender: type, task_result: TaskResult, **kwargs) -> None:
    """It stands in the log, which cuts what is secret; the table and its backups have no need of it."""
    if task_result.status == TaskResultStatus.FAILED:
        DBTaskResult.objects.filter(pk=task_result.id).update(traceback="")


def backlog() -> tuple[int, int, int]:
    """How many tasks wait, run, and have failed within a day."""
    results = DBTaskResult.objects
    return results.ready().count(), results.running().count(), results.failed().count()


def _for_a_while(work: Callable[[], int]) -> None:
    end = time.monotonic() + AT_A_TIME
    while not stopping.is_set() and work() and time.monotonic() < end:
        pass
