"""The importers: files of a few lines, whole and spoiled, and what they leave in the database."""

import gzip
import json
import traceback
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from django.core.management import CommandError, call_command
from django.db import Error, transaction

from tests.fuzzing.documents import DOCTOR, LINES, NAMES, SPECIALTY
from tests.fuzzing.http import Outcome
from tests.fuzzing.rows import (
    broken_rows,
    changed_since,
    end_of_transaction,
    written,
    written_since,
)
from tests.fuzzing.values import document, one_in
from tests.fuzzing.watchdog import Hang, timed, watchdog

BASIS = [SPECIALTY, DOCTOR]


def content_file(random: Random) -> bytes:
    """What questions need stands in most of them before the questions."""
    lines = [random.choice(LINES) for _each in range(random.randint(1, 4))]
    if not one_in(random, 3):
        lines = [*BASIS, *lines]
    return _file(random, lines)


def vocabulary_file(random: Random) -> bytes:
    return _file(random, [random.choice(NAMES) for _each in range(random.randint(1, 6))])


def _file(random: Random, lines: list[dict]) -> bytes:
    """Some of the lines are spoiled, and sometimes what is between them, or the whole."""
    ends = random.choice([b"\n", b"\r\n", b"\n\n", b"\0"]) if one_in(random, 10) else b"\n"
    raw = ends.join(
        document(random, line) if one_in(random, 2) else json.dumps(line).encode() for line in lines
    )
    kind = random.randrange(20)
    if kind == 0:
        return gzip.compress(raw)[: -random.randint(0, 12) or None]
    if kind == 1:
        return b"\xef\xbb\xbf" + raw
    return raw


def try_file(
    raw: bytes, seconds: float, known: set[str], command: str = "import_content"
) -> Outcome:
    """What came of it; `status` is 0 where all went in, else 1. Nothing of it lasts."""
    outcome = Outcome()
    before, point = written(), transaction.savepoint()
    try:
        with timed() as took, watchdog(seconds):
            outcome.status = _import(raw, command)
        outcome.seconds = took[0]
        end_of_transaction()  # with the history that it writes
        if broken := sorted({*broken_rows(written_since(before))} - known):
            outcome.faults.append(("half-written", "\n".join(broken)))
        outcome.faults += _twice(raw, seconds, command)
    except Hang as hang:
        outcome.faults.append(("hang", str(hang)))
    except Error as error:
        outcome.faults.append(("half-written", f"{type(error).__name__}: {error}"))
    except Exception as error:
        outcome.faults.append((type(error).__name__, traceback.format_exc()[-3_000:]))
    finally:
        transaction.savepoint_rollback(point)
    return outcome


def _twice(raw: bytes, seconds: float, command: str) -> list[tuple[str, str]]:
    """The same file again changes nothing."""
    before, point = written(), transaction.savepoint()
    with watchdog(seconds):
        _import(raw, command)
    end_of_transaction()
    tables = changed_since(point, before)
    return [("half-written", f"imported twice, and changed {tables}")] if tables else []


def _import(raw: bytes, command: str) -> int:
    out, err = StringIO(), StringIO()
    options = {"no_refresh": True} if command == "import_content" else {}
    with TemporaryDirectory() as folder:
        path = Path(folder, "content.jsonl")
        path.write_bytes(raw)
        try:
            call_command(command, str(path), stdout=out, stderr=err, **options)
        except CommandError:
            return 1
    return 0
