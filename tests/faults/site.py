"""A whole site of its own: `manage.py run`, its database, a mailbox, and nginx as it is shipped.

All of it lies in one temporary folder and listens on 127.0.0.1 only.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil
import psycopg

from askdoctor.demo import DemoSignIns, read_sign_ins
from tests.faults.mailbox import Mailbox
from tests.faults.nginx import NGINX, start_nginx

PROJECT = Path(__file__).resolve().parents[2]
CLOCK = Path(__file__).resolve().parent / "clock"
DISK_MEGABYTES = 500
STARTS_WITHIN = 240  # seconds, on a busy machine
WITHOUT = ("DATABASE_URL", "SECRET_KEY", "SITE_URL", "EMAIL_URL", "ALLOWED_HOSTS", "CACHE_URL")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """Use it with `with`. `small_disk` gives the database a disk of its own (root only), `clock` a
    clock that can jump to the site's processes, the database excepted."""

    def __init__(self, *, small_disk: bool = False, clock: bool = False):
        self.small_disk, self.clock = small_disk, clock
        self.app_port, self.port = free_port(), free_port()
        self.mailbox = Mailbox()
        self.processes: list[subprocess.Popen] = []
        self.disk: Path | None = None

    def __enter__(self) -> "Site":
        self.folder = Path(tempfile.mkdtemp(prefix="askdoctor-faults-"))
        self.folder.chmod(0o755)  # as root, PostgreSQL runs as nobody and passes here
        self.var = self.folder / "var"
        self.var.mkdir()
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_failure) -> None:
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                for one in [*psutil.Process(process.pid).children(recursive=True), process]:
                    one.kill()
                process.wait()
        self.mailbox.stop()
        if self.disk:
            subprocess.run(["umount", "--lazy", self.disk], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def outage_page(self) -> str:
        """What nginx shows while the site does not answer; "" without nginx."""
        page = self.var / "static" / "outage.html"
        return page.read_text() if self.has_nginx else ""

    @property
    def has_nginx(self) -> bool:
        return bool(NGINX)

    def _start(self) -> None:
        self.mailbox.start()
        if self.small_disk:
            self._mount_small_disk()
        if self.has_nginx:
            nginx = start_nginx(self.folder, self.var, port=self.port, app_port=self.app_port)
            self.processes.append(nginx)
        else:
            self.port = self.app_port
        environment = {name: value for name, value in os.environ.items() if name not in WITHOUT}
        environment |= {
            "ASKDOCTOR_VAR": str(self.var),
            "PORT": str(self.app_port),
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "BEHIND_PROXY": str(self.has_nginx).lower(),
            "EMAIL_URL": f"smtp://127.0.0.1:{self.mailbox.port}",
            "LOG_LEVEL": "WARNING",
        }
        if self.clock:
            environment["PYTHONPATH"] = str(CLOCK)
            environment["FAULTS_CLOCK"] = str(self.folder / "clock")
        command = [sys.executable, "manage.py", "run", f"--stop-with={os.getpid()}"]
        self.log = self.folder / "site.log"
        with self.log.open("wb") as log:
            self.run = subprocess.Popen(
                command, cwd=PROJECT, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        self.processes.append(self.run)
        self._wait_until_it_answers()

    def _wait_until_it_answers(self) -> None:
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until and self.run.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz/", timeout=5):
                    if self.worker():
                        return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"The site does not start:\n{self.log.read_text()[-3000:]}")

    def _mount_small_disk(self) -> None:
        # The folder that embedded_postgres makes for root.
        self.disk = self.var / f"postgres-{self._major()}-nobody"
        self.disk.mkdir()
        size = f"size={DISK_MEGABYTES}m"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", self.disk], check=True)

    def _major(self) -> int:
        code = "from askdoctor.embedded_postgres import find_binaries, _version as v;"
        code += "print(v(find_binaries())[0])"
        said = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True)
        return int(said.stdout)

    # What runs

    def sign_ins(self) -> DemoSignIns:
        return read_sign_ins(self.var)

    def master(self) -> psutil.Process:
        return psutil.Process(self.run.pid)

    def worker(self) -> psutil.Process | None:
        return next((one for one in self._children() if "worker" in one.cmdline()), None)

    def web(self) -> list[psutil.Process]:
        return [one for one in self._children() if "worker" not in one.cmdline()]

    def _children(self) -> list[psutil.Process]:
        return [one for one in self.master().children() if one.status() != psutil.STATUS_ZOMBIE]

    def database(self) -> list[psutil.Process]:
        """PostgreSQL's first process, and then its children."""
        [home] = self.var.glob("postgres-*")
        first = psutil.Process(int((home / "data" / "postmaster.pid").read_text().split()[0]))
        return [first, *first.children(recursive=True)]

    def connect(self) -> psycopg.Connection:
        [home] = self.var.glob("postgres-*")
        folder = (home / "socket").read_text()
        return psycopg.connect(
            host=folder, port=5432, user="askdoctor", dbname="askdoctor", autocommit=True,
            connect_timeout=5,
        )  # fmt: skip

    def database_log(self) -> bytes:
        return b"".join(path.read_bytes() for path in self.var.glob("postgres-*/server.log"))

    def set_clock(self, seconds: float) -> None:
        (self.folder / "clock").write_text(str(seconds))
