"""Work through what changes have made due, and send letters, for as long as the site runs."""

import logging
import os
import signal
import threading
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

IDLE_SECONDS, LONGEST_PAUSE = 0.5, 4


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
        elif once:
            tasks.keep_house.call()
            tasks.keep_time.call()
            worker.refresh_all_due()
            letters.send_all_due()
            staff_letters.send_all_due()
        else:
            work_until_stopped(stop_with)


def work_until_stopped(parent: int | None) -> None:
    """Enqueue what is due and do it, until a signal comes or `parent`, given by its number, has ended.

    Each queue has a thread that takes its tasks, one after the other.
    """
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())

    def is_over() -> bool:
        return stop.is_set() or (parent is not None and os.getppid() != parent)

    def take_tasks(taker: Worker) -> None:
        def take() -> None:
            tasks.put_back(DBTaskResult.objects.filter(queue_name__in=taker.queue_names))
            taker.run()

        try:
            repeat(take, stop, is_over)
        finally:
            stop.set()  # if it ends by a fault, so does the worker, and whoever runs it sees it
            connection.close()

    takers = [_taker(queue) for queue in (tasks.CHANGES, tasks.LETTERS)]
    threads = [threading.Thread(target=take_tasks, args=[one], daemon=True) for one in takers]
    for thread in threads:
        thread.start()
    repeat(tasks.Schedule(), stop, is_over)
    stop.set()
    for taker in takers:
        taker.running = False
    for thread in threads:
        thread.join(timeout=settings.EMAIL_TIMEOUT)


def _taker(queue: str) -> Worker:
    """The loop of `manage.py db_worker` over one queue."""
    return Worker(
        queue_names=[queue],
        excluded_queue_names=[],
        interval=IDLE_SECONDS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )


def repeat(work: Callable[[], object], stop: threading.Event, is_over: Callable[[], bool]) -> None:
    """Do `work` until it is over, with a rest each time, a longer one while the database is away."""
    pause = IDLE_SECONDS
    while not is_over():
        try:
            work()
            pause = IDLE_SECONDS
        except (DatabaseError, InterfaceError) as error:
            pause = min(pause * 2, LONGEST_PAUSE)
            log.warning("Database: %s Trying again in %s s.", str(error).strip(), pause)
            connection.close()
        _rest(stop, pause, is_over)
        close_old_connections()


def _rest(stop: threading.Event, seconds: float, is_over: Callable[[], bool]) -> None:
    """Sleep in short pieces, so that the end of the parent or a signal is seen at once."""
    while seconds > 0 and not is_over() and not stop.wait(min(seconds, IDLE_SECONDS)):
        seconds -= IDLE_SECONDS
