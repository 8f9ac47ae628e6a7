"""The faults: each breaks something, waits while it is broken, and lifts it. Only what the site
itself has started is touched, each process by its own number."""

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import psutil
import psycopg

from tests.faults.site import Site

FROZEN, LOCKED, TAKEN, DEAD = 30, 20, 20, 15  # seconds
DAY = 86_400
AT_A_TIME = 2**20  # bytes


@dataclass(frozen=True)
class Fault:
    """Visitors are answered all the while within 8 s; with `shows_outage` by nginx alone, with the page
    that `collectstatic` has made."""

    name: str
    do: Callable[[Site], None]
    kind: str = "plain"  # which site it needs: plain, disk or clock
    shows_outage: bool = False


def _kill(processes: Iterable[psutil.Process]) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()


def _freeze(processes: list[psutil.Process], seconds: float) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.suspend()
    try:
        time.sleep(seconds)
    finally:
        for process in reversed(processes):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.resume()


def one_web_process_killed(site: Site) -> None:
    _kill(site.web()[:1])


def all_web_processes_killed(site: Site) -> None:
    _kill(site.web())


def web_frozen(site: Site) -> None:
    _freeze([site.master(), *site.web()], FROZEN)


def worker_killed(site: Site) -> None:
    _kill([site.worker()])


def database_process_killed(site: Site) -> None:
    """One that serves a connection: PostgreSQL throws out all others and recovers."""
    with site.connect() as line:
        rows = line.execute(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
            " AND pid <> pg_backend_pid() ORDER BY state_change DESC LIMIT 1"
        ).fetchall()
        ours = {process.pid for process in site.database()}
        [number] = [pid for [pid] in rows if pid in ours]
        os.kill(number, signal.SIGKILL)
        with contextlib.suppress(psycopg.Error):
            line.execute("SELECT 1")


def database_killed(site: Site) -> None:
    _kill(site.database())


def database_frozen(site: Site) -> None:
    _freeze(site.database(), FROZEN)


def connections_exhausted(site: Site) -> None:
    """The site is thrown out once, and whatever becomes free is taken before it comes back."""
    until, taken = time.monotonic() + TAKEN, []
    with site.connect() as line:
        line.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
    while time.monotonic() < until:
        try:
            taken.append(site.connect())
        except psycopg.OperationalError:
            time.sleep(0.05)
    for line in taken:
        line.close()


def table_locked(site: Site) -> None:
    with site.connect() as line, line.transaction():
        line.execute("LOCK TABLE questions_question IN ACCESS EXCLUSIVE MODE")
        time.sleep(LOCKED)


def disk_full(site: Site) -> None:
    """Nothing more fits on the disk of the database, neither its data nor its log, which is made to need
    more: with what PostgreSQL keeps in reserve it would last for the whole fault."""
    filler = site.disk / "filler"
    until = time.monotonic() + TAKEN
    try:
        while time.monotonic() < until:
            with contextlib.suppress(OSError), filler.open("ab", buffering=0) as file:
                while file.write(bytes(AT_A_TIME)) == AT_A_TIME:
                    pass
            with contextlib.suppress(psycopg.Error), site.connect() as line:
                line.execute("SELECT pg_logical_emit_message(false, 'full', repeat('x', 4000000))")
            time.sleep(0.05)
    finally:
        filler.unlink()


def clock_a_day_ahead(site: Site) -> None:
    _jump(site, DAY)


def clock_a_day_behind(site: Site) -> None:
    _jump(site, -DAY)


def _jump(site: Site, seconds: float) -> None:
    site.set_clock(seconds)
    time.sleep(TAKEN)
    site.set_clock(0)


def mail_server_dead(site: Site) -> None:
    """First it hangs, then it is gone."""
    site.mailbox.is_hanging = True
    time.sleep(DEAD)
    site.mailbox.stop()
    time.sleep(DEAD)
    site.mailbox.is_hanging = False
    site.mailbox.start()


FAULTS = [
    Fault("nothing broken", lambda site: time.sleep(TAKEN)),
    Fault("one web process killed", one_web_process_killed),
    Fault("all web processes killed", all_web_processes_killed),
    Fault("web processes frozen 30 s", web_frozen, shows_outage=True),
    Fault("worker killed", worker_killed),
    Fault("a database process killed", database_process_killed),
    Fault("database killed", database_killed),
    Fault("database frozen 30 s", database_frozen, shows_outage=True),
    Fault("connections exhausted 20 s", connections_exhausted),
    Fault("a table locked 20 s", table_locked),
    Fault("mail server dead 30 s", mail_server_dead),
    Fault("disk full 20 s", disk_full, "disk"),
    Fault("clock a day ahead 20 s", clock_a_day_ahead, "clock"),
    Fault("clock a day behind 20 s", clock_a_day_behind, "clock"),
]


def why_not(fault: Fault) -> str:
    """What is missing on this machine for it, or ""."""
    if fault.kind == "disk" and os.geteuid() != 0:
        return "only root can give the database a small disk"
    return ""
