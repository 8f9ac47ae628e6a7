"""Real processes and a real PostgreSQL: every user of it is acted out by a Python process."""

import contextlib
import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path

import psycopg
import pytest

PROJECT = Path(__file__).parents[2]
PROGRAM = """
import sys
from pathlib import Path
from askdoctor.embedded_postgres import EmbeddedPostgresError, ensure_running
try:
    print(ensure_running(Path(sys.argv[1])), flush=True)
except EmbeddedPostgresError as error:
    sys.exit(str(error))
sys.stdin.read()
"""
AS_ROOT = os.geteuid() == 0
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux to end PostgreSQL")
as_root = pytest.mark.skipif(not AS_ROOT, reason="only root runs PostgreSQL as nobody")


class User:
    """A process that uses the PostgreSQL of a folder until it leaves or is killed."""

    def __init__(self, var: Path, **environment: str):
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, var],
            cwd=PROJECT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    @cached_property
    def url(self) -> str:
        line = self.process.stdout.readline().strip()
        assert line, self.leave()
        return line

    def query(self, statement: str, database: str = "askdoctor"):
        """Run a statement in the database and return the first value that it gives, if any."""
        folder = Path("/" + self.url.partition("@:5432//")[2]).parent
        login = {"host": folder, "port": 5432, "user": "askdoctor", "dbname": database}
        with contextlib.closing(psycopg.connect(**login, autocommit=True)) as wire:
            cursor = wire.execute(statement)
            return cursor.fetchone()[0] if cursor.description else None

    def leave(self) -> str:
        """End as a program does that is done; return what it complained about."""
        return self.process.communicate()[1]

    def kill(self) -> None:
        self.process.kill()
        self.leave()


@pytest.fixture
def join() -> Iterator[Callable[..., User]]:
    """Start a user of a folder's PostgreSQL; all users and servers are gone after the test."""
    users, folders = [], set()

    def join(var: Path, **environment: str) -> User:
        folders.add(var)
        users.append(User(var, **environment))
        return users[-1]

    yield join
    for user in users:
        if user.process.returncode is None:
            user.leave()
    for var in folders:
        wait_until_stopped(var)


@pytest.fixture(scope="module")
def var() -> Iterator[Path]:
    """The folder that most tests share, one after another; `nobody` can reach it as well."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder) / "var"
        shutil.rmtree(home_of(Path(folder) / "var").resolve())


def home_of(var: Path) -> Path:
    return next(var.glob("postgres-*"))


def server_of(var: Path) -> int:
    """The number of PostgreSQL's first process."""
    return int((home_of(var) / "data" / "postmaster.pid").read_text().split()[0])


def status_of(process: int) -> dict[str, str]:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return dict(line.split(":\t", 1) for line in lines if ":\t" in line)


def wait_until_stopped(var: Path) -> None:
    """Wait for the lock that the supervisor and every process of PostgreSQL hold while they live."""
    until = time.monotonic() + 20  # it takes a tenth of a second, on a busy machine a few
    for home in var.glob("postgres-*"):
        with (home / "server.lock").open() as lock:
            while True:
                with contextlib.suppress(BlockingIOError):
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                assert time.monotonic() < until, "PostgreSQL still runs"
                time.sleep(0.05)


def test_users_who_start_together_on_an_empty_folder_share_one_server(join, var):
    users = [join(var) for _ in range(4)]
    assert users[0].url.startswith("postgres://")
    assert len({user.url for user in users}) == 1


def test_one_call_gives_a_database_that_knows_unicode(join, var):
    user = join(var)
    assert user.query("SELECT current_database() || lower('ÉTÉ')") == "askdoctorété"
    assert user.query("SELECT length(to_tsvector('simple', '“头痛”，发烧'))") == 2


def test_unknown_language_and_strange_port_of_the_user_do_no_harm(join, var):
    user = join(var, LANG="xx_YY.UTF-8", LC_ALL="xx_YY.UTF-8", PGPORT="1", TZ="Nowhere")
    assert user.query("SHOW timezone") == "UTC"


def test_nothing_listens_on_the_network_and_the_socket_is_private(join, var):
    user = join(var)
    folder = Path(user.query("SHOW unix_socket_directories"))
    assert user.query("SHOW listen_addresses") == ""
    assert folder.stat().st_mode & 0o077 == 0
    assert len(bytes(folder / ".s.PGSQL.5432")) < 100


def test_server_stays_when_the_user_who_started_it_leaves(join, var):
    first = join(var)
    assert first.url
    second = join(var)
    assert second.url == first.url
    first.leave()
    time.sleep(0.5)
    assert second.query("SELECT 1") == 1


def test_server_stops_when_all_its_users_were_killed(join, var):
    users = [join(var), join(var)]
    folders = {user.query("SHOW unix_socket_directories") for user in users}
    server = server_of(var)
    for user in users:
        user.kill()
    wait_until_stopped(var)
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)
    assert not any(Path(folder).exists() for folder in folders)


def test_data_are_there_after_a_restart(join, var):
    first = join(var)
    first.query("CREATE TABLE kept AS SELECT 42 AS number")
    first.leave()
    wait_until_stopped(var)
    assert join(var).query("SELECT number FROM kept") == 42


def test_dropped_database_is_made_again(join, var):
    join(var).query("DROP DATABASE askdoctor WITH (FORCE)", database="postgres")
    assert join(var).query("SELECT current_database()") == "askdoctor"


def test_killed_server_is_started_again_for_those_who_use_it(join, var):
    first = join(var)
    first.query("CREATE TABLE committed AS SELECT 42 AS number")
    killed = server_of(var)
    os.kill(killed, signal.SIGKILL)
    until = time.monotonic() + 20
    while True:
        with contextlib.suppress(psycopg.OperationalError):
            assert first.query("SELECT number FROM committed") == 42
            break
        assert time.monotonic() < until, "it does not come back"
        time.sleep(0.05)
    assert server_of(var) != killed
    assert join(var).url == first.url


@on_linux
def test_killed_supervisor_leaves_no_server(join, var):
    user = join(var)
    folder = user.query("SHOW unix_socket_directories")
    os.kill(int(status_of(server_of(var))["PPid"]), signal.SIGKILL)
    assert join(var).query("SELECT 1") == 1
    assert not list(Path(folder).iterdir())
    Path(folder).rmdir()


def test_stale_process_number_harms_neither_its_new_owner_nor_the_start(join, var):
    first = join(var)
    assert first.url
    stale = home_of(var) / "data" / "postmaster.pid"
    lines = stale.read_text().splitlines()
    first.kill()
    wait_until_stopped(var)
    with subprocess.Popen(
        ["sleep", "60"], user=stale.parent.owner() if AS_ROOT else None
    ) as stranger:
        try:
            stale.write_text("\n".join([str(stranger.pid), *lines[1:]]))
            user = join(var)
            assert user.query("SELECT 1") == 1
            user.kill()
            wait_until_stopped(var)
            assert stranger.poll() is None
        finally:
            stranger.kill()


def test_missing_binaries_are_told_in_a_sentence(join, tmp_path):
    complaint = join(tmp_path, PG_BINDIR=str(tmp_path)).leave()
    assert f"There is no PostgreSQL in {tmp_path}" in complaint
    assert "Traceback" not in complaint


def test_unusable_folder_is_told_in_a_sentence(join, tmp_path):
    (tmp_path / "var").write_text("in the way")
    complaint = join(tmp_path / "var").leave()
    assert "cannot work in" in complaint
    assert "Traceback" not in complaint


def test_failed_start_tells_what_postgresql_said(join, var):
    join(var).leave()
    wait_until_stopped(var)
    config = home_of(var) / "data" / "postgresql.conf"
    text = config.read_text()
    config.write_text(text + "no such line\n")
    complaint = join(var).leave()
    config.write_text(text)
    assert "configuration file" in complaint


@as_root
def test_server_of_root_belongs_to_nobody_and_the_folder_keeps_its_mode(join, var):
    user = join(var)
    assert user.query("SELECT 1") == 1
    assert status_of(server_of(var))["Uid"].split()[0] == str(pwd.getpwnam("nobody").pw_uid)
    assert status_of(server_of(var))["Groups"].strip() == ""
    assert var.owner() == "root"


@as_root
def test_data_of_root_live_elsewhere_where_nobody_cannot_reach_the_folder(join, tmp_path):
    tmp_path.chmod(0o700)
    user = join(tmp_path / "var")
    data = Path(user.query("SHOW data_directory"))
    assert data.is_relative_to("/var/lib/askdoctor")
    assert tmp_path.stat().st_mode & 0o777 == 0o700
    user.leave()
    wait_until_stopped(tmp_path / "var")
    home_of(tmp_path / "var").unlink()
    shutil.rmtree(data.parent)
