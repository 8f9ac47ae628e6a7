"""A site in one file: the database, the attached files, and what proves that both are whole.

A tar of three things: `manifest.json` (how many rows each table had, the SHA-256 of each file, which
files were missing, a word sealed with the site's key), `database.dump` (pg_dump's own format) and `media/`.
The rows are counted in the snapshot that is dumped, and the files are those that it names: a file is
stored before its row, so none of them is half written. Addresses of askers lie in it as they do in the
database, sealed: the key is not in it, and has to be kept elsewhere.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from psycopg import pq

from askdoctor.embedded_postgres import EmbeddedPostgresError, find_binaries
from questions.models import Attachment
from questions.sealing import WrongKey, seal, unseal

MANIFEST, DUMP, MEDIA = "manifest.json", "database.dump", "media"
KEY_CHECK = "askdoctor"


class BackupError(Exception):
    """What is wrong, in a sentence for the person who wanted it. Nothing has been changed."""


def back_up(target: Path) -> dict:
    """Write the backup, whole or not at all. Returns its manifest. Raises BackupError."""
    if target.exists():
        raise BackupError(f"{target} is there already.")
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        dump, unfinished = Path(folder, DUMP), Path(folder, "backup.tar")
        rows, keys = _dump(dump)
        files = {DUMP: dump} | {f"{MEDIA}/{key}": Path(settings.MEDIA_ROOT, key) for key in keys}
        manifest = {"made_at": timezone.now().isoformat(), "sealed": seal(KEY_CHECK), "rows": rows}
        # Else a second name of a file would be a link in it, and `restore` unpacks none.
        with tarfile.open(unfinished, "w", dereference=True) as tar:
            digests = {name: _add(tar, name, path) for name, path in files.items()}
            manifest["files"] = {name: digest for name, digest in digests.items() if digest}
            manifest["missing"] = [name for name, digest in digests.items() if not digest]
            text = Path(folder, MANIFEST)
            text.write_text(json.dumps(manifest, indent=1))
            tar.add(text, MANIFEST)
        unfinished.chmod(0o600)
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        os.link(unfinished, target)  # fails where somebody made it meanwhile
    return manifest


def restore(source: Path) -> dict:
    """Bring a backup into an empty database and folder. Returns its manifest. Raises BackupError."""
    if connection.introspection.table_names():
        raise BackupError("The database is not empty: give DATABASE_URL a new one.")
    media = Path(settings.MEDIA_ROOT)
    if media.exists() and any(media.iterdir()):
        raise BackupError(f"{media} is not empty: files of another site are there.")
    with tempfile.TemporaryDirectory(dir=_made(media.parent)) as folder:
        manifest = _unpacked(source, Path(folder))
        _require_key(manifest)
        _require_whole(manifest, Path(folder))
        _run("pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error",
             "--dbname", connection.settings_dict["NAME"], str(Path(folder, DUMP)))  # fmt: skip
        if media.exists():
            media.rmdir()
        if Path(folder, MEDIA).exists():
            Path(folder, MEDIA).rename(media)
    if (rows := _row_counts()) != manifest["rows"]:
        differ = sorted(dict(rows.items() ^ manifest["rows"].items()))
        raise BackupError(f"These tables have other rows than were backed up: {', '.join(differ)}.")
    return manifest


def missing_text(manifest: dict) -> str:
    """Of attached files that the database names and the backup has not; "" where there are none."""
    if not (missing := manifest.get("missing")):  # an older backup does not say
        return ""
    return (
        f"Attached files that the database names and that were not there: {len(missing):,}, taken away "
        f"while the backup was made, or lost before. Readers are told that they are not found; {MANIFEST} "
        "in the backup lists them."
    )


def _dump(target: Path) -> tuple[dict[str, int], list[str]]:
    """How many rows each table has in the snapshot that is dumped, and which files it names."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        [[snapshot]] = cursor.fetchall()
        rows = _row_counts()
        keys = list(Attachment.objects.order_by("key").values_list("key", flat=True))
        _run("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={target}",
             connection.settings_dict["NAME"])  # fmt: skip
    return rows, keys


def _row_counts() -> dict[str, int]:
    counts = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 - quoted, and named by the database itself
            [[counts[table]]] = cursor.fetchall()
    return counts


def _run(program: str, *arguments: str) -> None:
    """With all of the site's own connection, TLS too; the password is in no list of processes."""
    params = connection.get_connection_params()
    given = {
        option.envvar.decode(): str(params[name])
        for option in pq.Conninfo.get_defaults()
        if option.envvar and (name := option.keyword.decode()) in params
    }
    try:
        command = [find_binaries() / program, *arguments]
        subprocess.run(  # noqa: S603 - names of our own
            command, env=os.environ | given, check=True, capture_output=True, text=True
        )
    except subprocess.CalledProcessError as error:
        raise BackupError(f"{program} failed: {error.stderr.strip()}") from None
    except (OSError, EmbeddedPostgresError) as error:
        raise BackupError(f"{program} could not be run: {error}") from None


class _Hashed:
    """A file that is hashed as it is read: another reading may find it changed."""

    def __init__(self, file: BinaryIO):
        self.file, self.digest = file, hashlib.sha256()

    def read(self, size: int) -> bytes:
        data = self.file.read(size)
        self.digest.update(data)
        return data


def _add(tar: tarfile.TarFile, name: str, path: Path) -> str:
    """The digest of what the archive has of it now, or "" where there is no such file."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return ""
    with file:
        hashed = _Hashed(file)
        tar.addfile(tar.gettarinfo(arcname=name, fileobj=file), hashed)
    return hashed.digest.hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _unpack(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """A file within the folder. (Filters of `extractall` are not in every Python 3.11.)"""
    path = Path(folder, member.name).resolve()
    if not member.isfile() or not path.is_relative_to(folder.resolve()):
        raise tarfile.TarError(f"{member.name} does not belong there")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        shutil.copyfileobj(tar.extractfile(member), file)


def _unpacked(source: Path, folder: Path) -> dict:
    try:
        with tarfile.open(source) as tar:
            for member in tar:
                _unpack(tar, member, folder)
        return json.loads(Path(folder, MANIFEST).read_text())
    except (OSError, tarfile.TarError, KeyError, ValueError) as error:
        raise BackupError(f"{source} is no backup of AskDoctor, or not whole: {error}") from None


def _require_key(manifest: dict) -> None:
    try:
        unseal(manifest["sealed"])
    except WrongKey:
        raise BackupError(
            "This backup was made with another key: askers' addresses in it could not be read. "
            "Set SEALING_KEYS, or SECRET_KEY where that was not set, to those of the site it is of."
        ) from None


def _require_whole(manifest: dict, folder: Path) -> None:
    for name, digest in manifest["files"].items():
        path = folder / name
        if not path.is_file() or _digest(path) != digest:
            raise BackupError(f"{name} in the backup is missing or damaged.")
