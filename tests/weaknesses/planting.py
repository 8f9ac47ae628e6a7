"""A copy of the code with a database of its own, into which one weakness after the other is planted."""

import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import psycopg

from askdoctor.embedded_postgres import ensure_running
from tests.weaknesses.weakness import PROJECT, Weakness

NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", ".hypothesis", ".*_cache", "__pycache__", "staticfiles", "var"
)
TEST_DATABASE, CLEAN = "test_askdoctor", "clean_askdoctor"
# Seconds that the tests of one plant may take, and those that noticed one all together.
LONGEST, LONGEST_OF_ALL = 900, 3_600
EVERYTHING = ["tests", "--ignore=tests/browser", "--ignore=tests/benchmarks"]
# Written by Django as its test runner does, with all migrations.
MAKE_DATABASE = (
    "import django; django.setup()\n"
    "from django.db import connection\n"
    "connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)"
)


@dataclass(frozen=True)
class Seen:
    """How the tests ended. `failed` are those that noticed it, by file and name."""

    failed: tuple[str, ...] = ()
    trouble: str = ""
    seconds: float = 0.0


class Place:
    """One copy. Its PostgreSQL starts once; each plant gets a fresh copy of the migrated database."""

    def __init__(self, folder: Path):
        self.tree = folder / "tree"
        shutil.copytree(PROJECT, self.tree, ignore=NOT_COPIED)
        self.report = folder / "report.xml"
        url = ensure_running(folder / "var")
        self.socket = urlsplit(url).path[1:].rpartition("/")[0]
        self.environment = os.environ | {
            "DATABASE_URL": url,
            "SECRET_KEY": secrets.token_urlsafe(48),
            "ASKDOCTOR_VAR": str(folder / "var"),
            "DJANGO_SETTINGS_MODULE": "askdoctor.settings",
            # A file that is planted and put back within a second looks unchanged to compiled code.
            "PYTHONDONTWRITEBYTECODE": "1",
            # Those of the browser take a third of the start.
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        }
        self._python("-m", "compileall", "-q", ".")
        # It may be lost with the machine.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            self._ask(f"ALTER SYSTEM SET {setting} = off")
        self._ask("SELECT pg_reload_conf()")
        self._python("-c", MAKE_DATABASE)
        self._ask(f"ALTER DATABASE {TEST_DATABASE} RENAME TO {CLEAN}")

    def try_out(self, weakness: Weakness, *, everything: bool = False) -> Seen:
        """Plant it, run the tests, and put the code back. Raises OutOfDate."""
        path = self.tree / weakness.path
        planted, kept = weakness.planted(self.tree), path.with_name(f"{path.name}.kept")
        path.rename(kept)
        path.write_text(planted)
        try:
            tests = EVERYTHING if everything else list(weakness.tests)
            return self.run(*tests, is_new_database=weakness.is_in_database)
        finally:
            kept.replace(path)

    def run(
        self,
        *tests: str,
        is_new_database: bool = False,
        until: int = 1,
        longest: float = LONGEST,
    ) -> Seen:
        """Run them on the code as it is until so many have failed."""
        began = time.monotonic()
        self._drop(TEST_DATABASE)
        options = []
        if not is_new_database:
            self._ask(f"CREATE DATABASE {TEST_DATABASE} TEMPLATE {CLEAN}")
            options = ["--reuse-db"]
        self.report.unlink(missing_ok=True)
        # It looks for the text of each plant in its file, where this one is not.
        options += [
            f"--maxfail={until}",
            "--ignore=tests/test_weaknesses.py",
            f"--junitxml={self.report}",
        ]
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "pytest_django.plugin",
            "-p",
            "no:cacheprovider",
        ]
        try:
            done = subprocess.run(
                [*command, *options, *tests],
                cwd=self.tree,
                env=self.environment,
                capture_output=True,
                text=True,
                timeout=longest,
            )
        except subprocess.TimeoutExpired:
            return Seen(trouble="the tests did not end", seconds=time.monotonic() - began)
        failed = tuple(self._failed()) if done.returncode == 1 else ()
        trouble = ""
        if done.returncode and not failed:
            trouble = (done.stdout + done.stderr).strip().rpartition("\n")[2]
        return Seen(failed, trouble, time.monotonic() - began)

    def fails_anyway(self, tests: Iterable[str]) -> set[str]:
        """Those of these tests that fail, or cannot be run, without any weakness."""
        tests = sorted(set(tests))
        if not tests:
            return set()
        seen = self.run(*tests, until=len(tests), longest=LONGEST_OF_ALL)
        return set(tests) if seen.trouble else set(seen.failed)

    def _failed(self) -> Iterator[str]:
        """A failure is an assertion or a fault inside a test; what breaks around it is an error."""
        if self.report.exists():
            for case in ElementTree.parse(self.report).iter("testcase"):  # noqa: S314 - pytest's own
                if case.find("failure") is not None:
                    path = case.get("classname").replace(".", "/")
                    yield f"{path}.py::{case.get('name').partition('[')[0]}"

    def _python(self, *arguments: str) -> None:
        command = [sys.executable, *arguments]
        subprocess.run(
            command, cwd=self.tree, env=self.environment, check=True, stdout=subprocess.DEVNULL
        )

    def _drop(self, name: str) -> None:
        self._ask(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _ask(self, statement: str) -> None:
        with psycopg.connect(
            host=self.socket, port=5432, user="askdoctor", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement)
