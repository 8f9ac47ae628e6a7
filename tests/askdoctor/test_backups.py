"""A backup brings everything back into an empty cluster, or says why it does not."""

import io
import os
import subprocess
import sys
import tarfile
import uuid
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, connections
from environ import Env

from askdoctor import backups
from askdoctor.embedded_postgres import find_binaries
from tests.askdoctor.test_embedded_postgres import User
from tests.factories import make_question

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def site(doctor, settings, tmp_path):
    """Some of everything, with a file."""
    settings.MEDIA_ROOT = tmp_path / "media"
    (settings.MEDIA_ROOT / "ab").mkdir(parents=True)
    (settings.MEDIA_ROOT / "ab" / "picture.webp").write_bytes(b"RIFF" * 500)
    for number in range(3):
        make_question(
            title=f"Frage {number} 發燒",
            tags=["fever"],
            contact={"submission": uuid.uuid4(), "email": f"someone{number}@example.org"},
        )


@pytest.fixture
def backup(site, tmp_path) -> Path:
    file = tmp_path / "site.backup"
    call_command("backup", file)
    return file


@pytest.fixture
def empty_cluster(tmp_path):
    """A PostgreSQL of its own, as on another machine."""
    user = User(tmp_path / "elsewhere")
    assert user.url
    yield user
    user.leave()


def restore(file: Path, cluster: User, var: Path, **environment: str):
    return subprocess.run(
        [sys.executable, "manage.py", "restore", file],
        env=os.environ
        | {
            "DATABASE_URL": cluster.url,
            "ASKDOCTOR_VAR": str(var),
            "SECRET_KEY": settings.SECRET_KEY,
        }
        | environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
    )


def rows_of(cursor) -> dict[str, list[str]]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    found = {}
    for [table] in cursor.fetchall():
        cursor.execute(f'SELECT t::text FROM "{table}" AS t ORDER BY 1')  # noqa: S608
        found[table] = [row for [row] in cursor.fetchall()]
    return found


def test_all_comes_back_into_an_empty_cluster(backup, empty_cluster, tmp_path):
    told = restore(backup, empty_cluster, tmp_path / "var")
    assert told.returncode == 0, told.stderr
    with connection.cursor() as cursor:
        before = rows_of(cursor)
    folder = Path("/" + empty_cluster.url.partition("@:5432//")[2]).parent
    with psycopg.connect(host=folder, port=5432, user="askdoctor", dbname="askdoctor") as there:
        after = rows_of(there.cursor())
    assert before == after
    assert len(before["questions_contact"]) == 3
    picture = tmp_path / "var" / "media" / "ab" / "picture.webp"
    assert picture.read_bytes() == b"RIFF" * 500
    again = restore(backup, empty_cluster, tmp_path / "var2")
    assert again.returncode == 1 and "not empty" in again.stderr


def test_with_another_key_nothing_is_restored(backup, empty_cluster, tmp_path):
    told = restore(backup, empty_cluster, tmp_path / "var", SECRET_KEY="another" * 9)
    assert told.returncode == 1
    assert "another key" in told.stderr
    assert "Traceback" not in told.stderr
    assert empty_cluster.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0


def test_a_damaged_backup_changes_nothing(backup, empty_cluster, tmp_path):
    whole = backup.read_bytes()
    damaged = tmp_path / "damaged.backup"
    at = whole.index(b"RIFFRIFF")
    damaged.write_bytes(whole[:at] + b"X" + whole[at + 1 :])
    told = restore(damaged, empty_cluster, tmp_path / "var")
    assert (
        told.returncode == 1 and "picture.webp in the backup is missing or damaged" in told.stderr
    )
    damaged.write_bytes(whole[: len(whole) // 2])
    told = restore(damaged, empty_cluster, tmp_path / "var")
    assert told.returncode == 1 and "Traceback" not in told.stderr
    assert empty_cluster.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0
    assert not list((tmp_path / "var").glob("media/**/*"))


def test_a_backup_is_read_by_its_owner_alone_and_holds_no_address(backup):
    assert backup.stat().st_mode & 0o777 == 0o600
    with tarfile.open(backup) as tar:
        assert {"manifest.json", "database.dump", "media/ab/picture.webp"} <= set(tar.getnames())
        (backup.parent / "database.dump").write_bytes(tar.extractfile("database.dump").read())
    dump = subprocess.run(
        [find_binaries() / "pg_restore", "--file=-", backup.parent / "database.dump"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Frage 1 發燒" in dump.stdout
    assert "someone1" not in dump.stdout


def test_programs_of_postgresql_connect_as_the_site_does(tmp_path, monkeypatch):
    """Without `sslmode` they would fall back to a connection that anybody on the way can read."""
    url = (
        "postgres://ask:secret@db.example.org:5433/site"
        "?sslmode=verify-full&sslrootcert=/ca.crt&sslcert=/site.crt&sslkey=/site.key"
    )
    programs, said = tmp_path / "programs", tmp_path / "said"
    programs.mkdir()
    for name in ("initdb", "postgres"):
        (programs / name).symlink_to(find_binaries() / name)
    (programs / "pg_dump").write_text(f"#!/bin/sh\nenv > {said}\nexit 1\n")
    (programs / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PG_BINDIR", str(programs))
    connection.ensure_connection()  # the tests' own, for what comes before the programs
    theirs = connection.settings_dict | Env.db_url_config(url)
    with monkeypatch.context() as patch, pytest.raises(CommandError, match="pg_dump failed"):
        patch.setattr(connections["default"], "settings_dict", theirs)
        call_command("backup", tmp_path / "site.backup")
    assert {
        "PGHOST=db.example.org",
        "PGPORT=5433",
        "PGUSER=ask",
        "PGPASSWORD=secret",
        "PGSSLMODE=verify-full",
        "PGSSLROOTCERT=/ca.crt",
        "PGSSLCERT=/site.crt",
        "PGSSLKEY=/site.key",
    } <= set(said.read_text().splitlines())


def test_no_file_is_written_over(backup):
    with pytest.raises(CommandError, match="there already"):
        call_command("backup", backup)


def test_a_site_that_is_in_use_is_not_written_over(backup):
    with pytest.raises(backups.BackupError, match="The database is not empty"):
        backups.restore(backup)


def test_a_backup_writes_nothing_outside_its_folder(tmp_path, empty_cluster):
    """Whoever made it."""
    made_up = tmp_path / "made-up.backup"
    with tarfile.open(made_up, "w") as tar:
        for name in ("../outside", f"{tmp_path}/outside", "manifest.json"):
            member = tarfile.TarInfo(name)
            member.size = 2
            tar.addfile(member, io.BytesIO(b"{}"))
    told = restore(made_up, empty_cluster, tmp_path / "var" / "inner")
    assert told.returncode == 1 and "Traceback" not in told.stderr
    assert not list(tmp_path.rglob("outside"))
