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

from askdoctor import worker
from doctors import letters as staff_letters
from questions import letters

log = logging.getLogger(__name__)

IDLE_SECONDS, LONGEST_PAUSE = 0.5, 4
EVERY_HOUR, LOOK_AT_CLOCK_EVERY_SECONDS = 3600, 15


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
        elif once:
            worker.keep_house()
            worker.keep_time()
            worker.refresh_all_due()
            staff_letters.write_expiry_letters()
            letters.send_all_due()
            staff_letters.send_all_due()
        else:
            work_until_stopped(stop_with)


def work_until_stopped(parent: int | None) -> None:
    """Work and rest until a signal comes or `parent`, given by its number, has ended.

    Letters go out beside it: a mail server that does not answer holds up nothing but letters.
    """
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())

    def is_over() -> bool:
        return stop.is_set() or (parent is not None and os.getppid() != parent)

    def send_letters() -> None:
        try:
            repeat(lambda: letters.send_next() or staff_letters.send_next(), stop, is_over)
        finally:
            stop.set()  # if it ends by a fault, so does the worker, and whoever runs it sees it
            connection.close()

    postman = threading.Thread(target=send_letters, daemon=True)
    postman.start()
    repeat(Refreshing(), stop, is_over)
    stop.set()
    postman.join(timeout=settings.EMAIL_TIMEOUT)


class Refreshing:
    """A batch of what is due at each call; the first one counts anew, and one an hour keeps house."""

    def __init__(self):
        self.has_recounted, self.keep_house_at, self.look_at = False, 0.0, 0.0

    def __call__(self) -> int:
        if not self.has_recounted:
            worker.recount()
            self.has_recounted = True
        if time.monotonic() >= self.keep_house_at:
            worker.keep_house()
            staff_letters.write_expiry_letters()
            self.keep_house_at = time.monotonic() + EVERY_HOUR
        if time.monotonic() >= self.look_at:
            worker.keep_time()
            self.look_at = time.monotonic() + LOOK_AT_CLOCK_EVERY_SECONDS
        return worker.refresh_some() or worker.refresh_lists()


def repeat(work: Callable[[], int], stop: threading.Event, is_over: Callable[[], bool]) -> None:
    """Do `work` until it is over, with a rest when it found nothing or the database is away."""
    pause = IDLE_SECONDS
    while not is_over():
        try:
            worked, pause = work(), IDLE_SECONDS
        except (DatabaseError, InterfaceError) as error:
            worked, pause = 0, min(pause * 2, LONGEST_PAUSE)
            log.warning("Database: %s Trying again in %s s.", str(error).strip(), pause)
            connection.close()
        if not worked:
            _rest(stop, pause, is_over)
            close_old_connections()


def _rest(stop: threading.Event, seconds: float, is_over: Callable[[], bool]) -> None:
    """Sleep in short pieces, so that the end of the parent or a signal is seen at once."""
    while seconds > 0 and not is_over() and not stop.wait(min(seconds, IDLE_SECONDS)):
        seconds -= IDLE_SECONDS
