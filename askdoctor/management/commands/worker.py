"""Work through what changes have made due, and send letters, for as long as the site runs."""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from askdoctor import tasks, worker
from doctors import letters as staff_letters
from questions import letters

log = logging.getLogger(__name__)

IDLE_SECONDS, WITHOUT_DATABASE_SECONDS = 0.5, 2


class Command(BaseCommand):
    help = "Work out similar questions, topics, counts and search words, and send letters."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="end when nothing is due")
        parser.add_argument("--status", action="store_true", help="say what is due, and end")
        parser.add_argument(
            "--stop-with", type=int, metavar="PID", help="end when this, our parent, has ended"
        )

    def handle(self, *, once: bool, status: bool, stop_with: int | None, **options) -> None:
        if status:
            count, age = worker.backlog()
            self.stdout.write(f"{count} questions due, the oldest for {age.total_seconds():.0f} s")
            waiting, failed = letters.backlog()
            self.stdout.write(f"{waiting} letters wait, {failed} have failed")
            waiting, failed = staff_letters.backlog()
            self.stdout.write(f"{waiting} letters to staff wait, {failed} have failed")
            waiting, running, failed = tasks.backlog()
            self.stdout.write(f"{waiting} tasks wait, {running} run, {failed} have failed")
            told = staff_letters.told_of(staff_letters.Kind.URGENT).count()
            self.stdout.write(f"told by e-mail of an urgent question: {told} people")
        elif once:
            tasks.keep_house.call()
            tasks.keep_time.call()
            worker.refresh_all_due()
            letters.send_all_due()
            staff_letters.send_all_due()
        else:
            work_until_stopped(stop_with)


def work_until_stopped(parent: int | None) -> None:
    """Enqueue what is due and do it, until a signal comes or `parent`, given by its number, has ended."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: tasks.stopping.set())

    def is_over() -> bool:
        return tasks.stopping.is_set() or (parent is not None and os.getppid() != parent)

    takers = [Taker(queue, is_over) for queue in (tasks.CHANGES, tasks.LETTERS)]
    for taker in takers:
        taker.start()
    repeat(tasks.Schedule(), is_over)
    tasks.stopping.set()
    end = time.monotonic() + settings.EMAIL_TIMEOUT
    for taker in takers:
        taker.end(by=end)
    if any(taker.has_failed for taker in takers):
        raise SystemExit(1)


class Taker(threading.Thread):
    """Takes the tasks of a queue, one after the other, by the loop of `manage.py db_worker`."""

    def __init__(self, queue: str, is_over: Callable[[], bool]):
        super().__init__(daemon=True)
        self.is_over, self.has_failed = is_over, False
        self.loop = Worker(
            queue_names=[queue],
            excluded_queue_names=[],
            interval=IDLE_SECONDS,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
        )

    def run(self) -> None:
        try:
            repeat(self._take, self.is_over)
        except BaseException:
            self.has_failed = True
            raise
        finally:
            tasks.stopping.set()  # with one queue the worker ends, and whoever runs it sees it
            connection.close()

    def _take(self) -> None:
        """Until the end, or until the database goes: tasks that run now had a worker that is no more,
        or one that does no harm by doing them as well."""
        tasks.put_back(DBTaskResult.objects.filter(queue_name__in=self.loop.queue_names))
        self.loop.run()

    def end(self, *, by: float) -> None:
        self.loop.running = False
        self.join(timeout=max(0, by - time.monotonic()))


def repeat(work: Callable[[], object], is_over: Callable[[], bool]) -> None:
    """Do `work` until it is over, with a rest each time, a longer one where the database is away."""
    while not is_over():
        pause = IDLE_SECONDS
        try:
            work()
        except (DatabaseError, InterfaceError) as error:
            pause = WITHOUT_DATABASE_SECONDS
            log.warning("Database: %s Trying again in %s s.", str(error).strip(), pause)
            connection.close()
        _rest(pause, is_over)
        close_old_connections()


def _rest(seconds: float, is_over: Callable[[], bool]) -> None:
    """Sleep in short pieces, so that the end of the parent or a signal is seen at once."""
    while seconds > 0 and not is_over() and not tasks.stopping.wait(min(seconds, IDLE_SECONDS)):
        seconds -= IDLE_SECONDS
