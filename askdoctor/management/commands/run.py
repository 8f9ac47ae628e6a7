"""`manage.py run`: the whole site in one command, as `make run` starts it.

Everything it starts ends with it, however it ends: gunicorn's workers and our worker watch their
parent, and the embedded PostgreSQL watches who still uses it. And what ends before it is started
again: gunicorn's workers by gunicorn, our worker here, PostgreSQL by its supervisor.
"""

import importlib
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connections
from gunicorn.app.base import BaseApplication
from gunicorn.errors import HaltServer

from askdoctor import demo
from askdoctor.embedded_postgres import leave

MANAGE = Path(settings.BASE_DIR) / "manage.py"
# A worker that ends so often within so many seconds will not work: the site says so, and ends.
ENDS_AT_MOST, WITHIN = 5, 60
log = logging.getLogger(__name__)

SCREEN = """
  {site} is running at  {url}

    A doctor        {url}/desk/    {doctor.username} / {doctor.password}
    A second doctor {url}/desk/    {second.username} / {second.password}
    A moderator     {url}/admin/   {moderator.username} / {moderator.password}

  The second step asks for a code. Take one of these, each is good once:
    doctor {doctor_codes}   moderator {moderator_codes}
    second doctor {second_codes}
  or the one that  .venv/bin/python manage.py demo_code  prints, or set up an
  authenticator app with the key {app_key}

  These are demonstration accounts, made on this machine. Ctrl-C stops everything.
"""


class Server(BaseApplication):
    """gunicorn in this process, so that one process owns the site."""

    def __init__(self, port: int, screen: str):
        self.port, self.screen = port, screen
        super().__init__()

    def load_config(self) -> None:
        settings_of_gunicorn = {
            "bind": f"127.0.0.1:{self.port}",
            "workers": 2,
            "threads": 4,
            "preload_app": True,  # a worker that was killed is replaced at once
            "timeout": 60,  # seconds; one that was frozen for a while with the whole machine goes on
            "graceful_timeout": 2,  # seconds; then a worker that hears the end twice and hangs is killed
            "limit_request_line": 8190,  # a search of 300 Chinese characters has nine bytes for each
            "loglevel": "warning",
            "control_socket_disable": True,  # it would leave a file in the user's home
            "proc_name": "askdoctor",
            "when_ready": lambda _server: print(self.screen, flush=True),  # noqa: T201 - the screen
        }
        for name, value in settings_of_gunicorn.items():
            self.cfg.set(name, value)

    def load(self):
        # Now, and not above: what it sets for pages is not for the commands that ran before.
        return importlib.import_module("askdoctor.wsgi").application


class Command(BaseCommand):
    help = "Prepare the database and the demonstration, then serve the site with its worker."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--stop-with",
            type=int,
            metavar="PID",
            help="end when the process that started this one has gone (make, kill -9 included)",
        )

    def handle(self, *, stop_with: int | None, **options) -> None:
        port = int(os.environ.get("PORT", "8000"))
        _require_free(port)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        sign_ins = demo.load()
        codes = [" ".join(one.recovery_codes()) for one in sign_ins.people]
        doctor_codes, second_codes, moderator_codes = codes
        connections.close_all()
        worker = Worker()
        _look_after(worker, stop_with)
        screen = SCREEN.format(
            site=settings.SITE_NAME,
            url=f"http://127.0.0.1:{port}",
            doctor=sign_ins.doctor,
            second=sign_ins.second_doctor,
            moderator=sign_ins.moderator,
            doctor_codes=doctor_codes,
            second_codes=second_codes,
            moderator_codes=moderator_codes,
            app_key=sign_ins.app_key,
        )
        us = os.getpid()
        try:
            Server(port, screen).run()
        finally:
            # Python's own end takes the handler away before the timer: it must not ring then.
            signal.setitimer(signal.ITIMER_REAL, 0)
            if os.getpid() == us:  # and not a worker that gunicorn forked
                worker.end()
                leave()


class Worker:
    """`manage.py worker` in a process of its own, started again where it ends."""

    def __init__(self):
        self.ends: list[float] = []
        self._start()

    def _start(self) -> None:
        command = [sys.executable, str(MANAGE), "worker", f"--stop-with={os.getpid()}"]
        # A process group of its own: Ctrl-C reaches us alone, and we end it.
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, process_group=0)  # noqa: S603 - our own command

    def keep(self) -> bool:
        """Start it again where it has ended. Returns whether there is hope."""
        if self.process.poll() is not None:
            now = time.monotonic()
            self.ends = [end for end in self.ends if end > now - WITHIN] + [now]
            if len(self.ends) > ENDS_AT_MOST:
                return False
            log.warning("The worker has ended; it is started again.")
            self._start()
        return True

    def end(self) -> None:
        """Kindly, and by force where that is not heard: what is due stays due."""
        self.process.terminate()
        try:
            self.process.wait(timeout=3)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(
                f"Port {port} is in use. Is the site running already? PORT={port + 1} make run"
            ) from error


def _look_after(worker: Worker, parent: int | None) -> None:
    """Look once a second whether both still live. A timer is not inherited by forked workers."""

    def look(_signal, _frame) -> None:
        if not worker.keep():
            signal.setitimer(signal.ITIMER_REAL, 0)
            raise HaltServer("The worker has ended too often, and the site ends with it.", 1)
        if parent and os.getppid() != parent:
            signal.setitimer(signal.ITIMER_REAL, 0)
            os.kill(os.getpid(), signal.SIGTERM)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, 1, 1)
