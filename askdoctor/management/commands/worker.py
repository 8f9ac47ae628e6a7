"""Work through what changes have made due, for as long as the site runs."""

import logging
import os
import signal
import threading
import time

from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from askdoctor import worker

log = logging.getLogger(__name__)

IDLE_SECONDS, LONGEST_PAUSE = 0.5, 30
FORGET_EVERY_SECONDS = 3600


class Command(BaseCommand):
    help = "Work out similar questions, topics, counts and search words of what has changed."

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
        elif once:
            worker.forget_expired_sessions()
            worker.refresh_all_due()
        else:
            work_until_stopped(stop_with)


def work_until_stopped(parent: int | None) -> None:
    """Work and rest until a signal comes or `parent`, given by its number, has ended."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())

    def is_orphan() -> bool:
        return parent is not None and os.getppid() != parent

    recounted, forget_at, pause = False, 0.0, IDLE_SECONDS
    while not (stop.is_set() or is_orphan()):
        try:
            if not recounted:
                worker.recount()
                recounted = True
            if time.monotonic() >= forget_at:
                worker.forget_expired_sessions()
                forget_at = time.monotonic() + FORGET_EVERY_SECONDS
            worked, pause = worker.refresh_some(), IDLE_SECONDS
        except (DatabaseError, InterfaceError) as error:
            worked, pause = 0, min(pause * 2, LONGEST_PAUSE)
            log.warning("Database: %s Trying again in %s s.", str(error).strip(), pause)
            connection.close()
        if not worked:
            _rest(stop, pause, is_orphan)
            close_old_connections()


def _rest(stop: threading.Event, seconds: float, is_orphan) -> None:
    """Sleep in short pieces, so that the end of the parent or a signal is seen at once."""
    while seconds > 0 and not is_orphan() and not stop.wait(min(seconds, IDLE_SECONDS)):
        seconds -= IDLE_SECONDS
