"""`make run` as a newcomer meets it: real processes, a database of its own, real signals."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def site(tmp_path_factory):
    """A function that starts the site on a free port; what is left at the end is ended."""
    var = tmp_path_factory.mktemp("site")
    os.chmod(var.parent, 0o755)  # noqa: S103 - as root, PostgreSQL runs as nobody and passes here
    started = []

    def start() -> tuple[subprocess.Popen, str]:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        environment = {
            key: value
            for key, value in os.environ.items()
            if key not in ("DATABASE_URL", "SECRET_KEY", "SITE_URL")
        }
        environment |= {"ASKDOCTOR_VAR": str(var), "PORT": str(port)}
        process = subprocess.Popen(
            [sys.executable, "manage.py", "run", f"--stop-with={os.getpid()}"],
            cwd=PROJECT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(process)
        _wait_for(lambda: _answers(port) or process.poll() is not None, seconds=120)
        assert process.poll() is None, process.stdout.read()
        return process, f"http://127.0.0.1:{port}"

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.stdout.close()
        process.wait()


def test_run_starts_the_site_says_how_to_sign_in_and_ends_whole(site):
    process, url = site()
    screen = "".join(
        iter(
            process.stdout.readline,
            "  These are demonstration accounts, made on this machine. Ctrl-C stops everything.\n",
        )
    )
    assert url in screen
    with urllib.request.urlopen(url + "/healthz/") as response:  # noqa: S310 - our own site
        assert response.read().strip() == b"ok"
    until = time.monotonic() + 60  # the site answers before its worker is there
    while len(family := _descendants(process.pid)) < 3 and time.monotonic() < until:
        time.sleep(0.1)
    assert len(family) >= 3  # two of gunicorn's, and our worker
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0
    assert not any(map(_lives, family))


def test_killed_run_leaves_no_process_and_the_next_one_has_the_same_content(site):
    first, url = site()
    sign_ins = _sign_ins(first)
    family = _descendants(first.pid)
    first.kill()
    _wait_for(lambda: not any(map(_lives, family)), seconds=15)
    second, _url = site()
    assert _sign_ins(second) == sign_ins


def test_killed_worker_is_started_again_and_the_site_goes_on(site):
    process, url = site()
    killed = _worker_of(process)
    os.kill(killed, signal.SIGKILL)
    _wait_for(lambda: _worker_of(process) not in (None, killed), seconds=20)
    with urllib.request.urlopen(url + "/healthz/") as response:  # noqa: S310 - our own site
        assert response.read().strip() == b"ok"


def test_site_ends_and_says_so_when_its_worker_ends_again_and_again(site):
    process, _url = site()
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        if worker := _worker_of(process):
            os.kill(worker, signal.SIGKILL)
        time.sleep(0.2)
    assert process.wait(timeout=20) == 1
    assert "The worker has ended too often, and the site ends with it." in process.stdout.read()


def test_killed_database_is_there_again_for_the_site_that_runs(site):
    process, url = site()
    port = int(url.rpartition(":")[2])
    database = int((_home_of_database(process) / "data" / "postmaster.pid").read_text().split()[0])
    os.kill(database, signal.SIGKILL)
    _wait_for(lambda: not _answers(port), seconds=10)
    _wait_for(lambda: _answers(port), seconds=20)
    assert process.poll() is None


def _worker_of(process: subprocess.Popen) -> int | None:
    for pid in _descendants(process.pid):
        with suppress(OSError):  # it may have ended meanwhile
            if b"\0worker\0" in Path(f"/proc/{pid}/cmdline").read_bytes():
                return pid
    return None


def _home_of_database(process: subprocess.Popen) -> Path:
    environment = Path(f"/proc/{process.pid}/environ").read_bytes().decode().split("\0")
    [var] = [line.partition("=")[2] for line in environment if line.startswith("ASKDOCTOR_VAR=")]
    return next(Path(var).glob("postgres-*")).resolve()


def _sign_ins(process: subprocess.Popen) -> list[str]:
    """The three passwords on the screen."""
    found = []
    while len(found) < 3:
        line = process.stdout.readline()
        assert line, "the screen ended without three sign-ins"
        if " / " in line:
            found.append(line.split(" / ")[1].strip())
    return found


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz/", timeout=2):
            return True
    except OSError:
        return False


def _wait_for(condition, *, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.1)


def _descendants(pid: int) -> set[int]:
    rows = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True)
    parents = {
        int(child): int(parent) for child, parent in map(str.split, rows.stdout.splitlines())
    }
    family, found = set(), {pid}
    while found:
        family |= found
        found = {child for child, parent in parents.items() if parent in found} - family
    return family - {pid}


def _lives(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")
