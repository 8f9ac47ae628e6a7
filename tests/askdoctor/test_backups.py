"""A backup brings everything back into an empty cluster, or says why it does not."""

import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import uuid
from pathlib import Path
from threading import Event, Thread

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, connections
from environ import Env

from askdoctor import backups
from askdoctor.embedded_postgres import find_binaries
from questions.models import Tag
from tests.askdoctor.test_embedded_postgres import User
from tests.factories import make_attachment, make_question

pytestmark = pytest.mark.django_db(transaction=True)

PICTURE, OTHER = "ab" * 16, "cd" * 16


@pytest.fixture
def site(doctor, settings, tmp_path):
    """Some of everything, with a file."""
    settings.MEDIA_ROOT = tmp_path / "media"
    for number in range(3):
        question = make_question(
            title=f"Frage {number} 發燒",
            tags=["fever"],
            contact={"submission": uuid.uuid4(), "email": f"someone{number}@example.org"},
        )
    Tag.objects.get().synonyms.create(name="pyrexia", slug="pyrexia")
    for key in (PICTURE, OTHER):
        make_attachment(question.replies.get(), key=key)
    (settings.MEDIA_ROOT / PICTURE).write_bytes(b"RIFF" * 500)


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


@pytest.fixture
def dump_by(tmp_path, monkeypatch):
    """Has this line of shell run as pg_dump, which is `$real`."""

    def put(line: str) -> None:
        bindir, programs = find_binaries(), tmp_path / "programs"
        programs.mkdir()
        for name in ("initdb", "postgres", "pg_restore"):
            (programs / name).symlink_to(bindir / name)
        (programs / "pg_dump").write_text(f"#!/bin/sh\nreal='{bindir}/pg_dump'\n{line}\n")
        (programs / "pg_dump").chmod(0o755)
        monkeypatch.setenv("PG_BINDIR", str(programs))

    return put


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


def manifest_of(file: Path) -> dict:
    with tarfile.open(file) as tar:
        return json.load(tar.extractfile("manifest.json"))


def rows_of(cursor) -> dict[str, list[str]]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    found = {}
    for [table] in cursor.fetchall():
        cursor.execute(f'SELECT t::text FROM "{table}" AS t ORDER BY 1')  # noqa: S608
        found[table] = [row for [row] in cursor.fetchall()]
    return found


def guards_of(cursor) -> dict[str, list[tuple]]:
    """What is no row: triggers and what they do, constraints, and where sequences stand."""
    queries = {
        "triggers": "SELECT tgname, tgrelid::regclass::text, tgtype, tgenabled, tgdeferrable"
        " FROM pg_trigger WHERE NOT tgisinternal",
        "functions": "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
        "constraints": "SELECT conname, conrelid::regclass::text, convalidated"
        " FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
        "sequences": "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'",
    }
    found = {}
    for name, query in queries.items():
        cursor.execute(query)
        found[name] = sorted(cursor.fetchall(), key=str)
    return found


def test_all_comes_back_into_an_empty_cluster(backup, empty_cluster, tmp_path):
    told = restore(backup, empty_cluster, tmp_path / "var")
    assert told.returncode == 0, told.stderr
    with connection.cursor() as cursor:
        before, guards = rows_of(cursor), guards_of(cursor)
    folder = Path("/" + empty_cluster.url.partition("@:5432//")[2]).parent
    with psycopg.connect(host=folder, port=5432, user="askdoctor", dbname="askdoctor") as there:
        after = rows_of(there.cursor())
        assert guards_of(there.cursor()) == guards
        there.commit()
        with pytest.raises(psycopg.IntegrityError, match="history is not edited"):
            there.execute("UPDATE questions_historicalquestion SET title = 'Changed'")
        there.rollback()
        known = {number for [number] in there.execute("SELECT id FROM questions_synonym")}
        added = "INSERT INTO questions_synonym (tag_id, name, slug) SELECT id, 'hot', 'hot' FROM questions_tag"
        [fresh] = there.execute(f"{added} RETURNING id").fetchone()
        assert known and fresh > max(known)
        there.rollback()
    assert before == after
    assert guards["triggers"] and guards["sequences"]
    assert len(before["questions_contact"]) == 3
    media = tmp_path / "var" / "media"
    assert {path.name for path in media.iterdir()} == {PICTURE, OTHER}
    assert (media / PICTURE).read_bytes() == b"RIFF" * 500
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
    assert told.returncode == 1 and f"{PICTURE} in the backup is missing or damaged" in told.stderr
    damaged.write_bytes(whole[: len(whole) // 2])
    told = restore(damaged, empty_cluster, tmp_path / "var")
    assert told.returncode == 1 and "Traceback" not in told.stderr
    assert empty_cluster.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0
    assert not list((tmp_path / "var").glob("media/**/*"))


def test_a_file_that_goes_meanwhile_is_told_and_the_rest_comes_back(
    site, dump_by, empty_cluster, tmp_path, capsys
):
    dump_by(f"rm '{settings.MEDIA_ROOT}/{OTHER}'; exec $real \"$@\"")
    file = tmp_path / "site.backup"
    call_command("backup", file)
    told = restore(file, empty_cluster, tmp_path / "var")
    assert told.returncode == 0, told.stderr
    for said in (capsys.readouterr().err, told.stderr):
        assert "names and that were not there: 1, taken away" in said
    assert manifest_of(file)["missing"] == [f"media/{OTHER}"]
    assert [path.name for path in (tmp_path / "var" / "media").iterdir()] == [PICTURE]
    assert empty_cluster.query("SELECT count(*) FROM questions_attachment") == 2


def test_a_file_that_grows_meanwhile_is_whole_to_the_backup(site, tmp_path):
    done = Event()
    os.truncate(settings.MEDIA_ROOT / PICTURE, 20_000_000)  # takes a while to read

    def grow():
        with (settings.MEDIA_ROOT / PICTURE).open("ab", buffering=0) as picture:
            while not done.is_set():
                picture.write(b"RIFF")

    thread = Thread(target=grow)
    thread.start()
    file = tmp_path / "site.backup"
    try:
        call_command("backup", file)
    finally:
        done.set()
        thread.join()
    with tarfile.open(file) as tar:
        kept = tar.extractfile(f"media/{PICTURE}").read()
    assert manifest_of(file)["files"][f"media/{PICTURE}"] == hashlib.sha256(kept).hexdigest()


def test_a_file_that_no_row_names_yet_is_not_taken_half(site, tmp_path):
    (settings.MEDIA_ROOT / ("ef" * 16)).write_bytes(b"%PDF-1.4 of a te")
    file = tmp_path / "site.backup"
    call_command("backup", file)
    assert set(manifest_of(file)["files"]) == {
        "database.dump",
        f"media/{PICTURE}",
        f"media/{OTHER}",
    }


def test_a_file_with_two_names_comes_back(site, empty_cluster, tmp_path):
    """A program that saves room may have put one file at both places."""
    (settings.MEDIA_ROOT / OTHER).unlink()
    (settings.MEDIA_ROOT / OTHER).hardlink_to(settings.MEDIA_ROOT / PICTURE)
    file = tmp_path / "site.backup"
    call_command("backup", file)
    told = restore(file, empty_cluster, tmp_path / "var")
    assert told.returncode == 0, told.stderr


def test_a_backup_is_read_by_its_owner_alone_and_holds_no_address(backup):
    assert backup.stat().st_mode & 0o777 == 0o600
    with tarfile.open(backup) as tar:
        assert {"manifest.json", "database.dump", f"media/{PICTURE}"} <= set(tar.getnames())
        (backup.parent / "database.dump").write_bytes(tar.extractfile("database.dump").read())
    dump = subprocess.run(
        [find_binaries() / "pg_restore", "--file=-", backup.parent / "database.dump"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Frage 1 發燒" in dump.stdout
    assert "someone1" not in dump.stdout


def test_programs_of_postgresql_connect_as_the_site_does(tmp_path, monkeypatch, dump_by):
    """Without `sslmode` they would fall back to a connection that anybody on the way can read."""
    url = (
        "postgres://ask:secret@db.example.org:5433/site"
        "?sslmode=verify-full&sslrootcert=/ca.crt&sslcert=/site.crt&sslkey=/site.key"
    )
    said = tmp_path / "said"
    dump_by(f"env > {said}; exit 1")
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
