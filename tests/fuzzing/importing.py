"""The importer: files of a few lines, whole and spoiled, and what they leave in the database."""

import gzip
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import CommandError, call_command
from django.db import Error, transaction
from hypothesis import strategies as st

from tests.fuzzing.documents import DOCTOR, LINES, SPECIALTY
from tests.fuzzing.http import Outcome
from tests.fuzzing.rows import broken_rows, changed, everything
from tests.fuzzing.values import documents
from tests.fuzzing.watchdog import Hang, timed, watchdog

BASIS = [SPECIALTY, DOCTOR]


@st.composite
def content_files(draw) -> bytes:
    """What questions need stands in most of them before the questions."""
    lines = [
        draw(documents(line)) if draw(st.integers(0, 9)) == 0 else draw(documents(line))
        for line in draw(_lines())
    ]
    raw = (
        draw(st.sampled_from([b"\n", b"\r\n", b"\n\n", b"\0"])).join(lines)
        if draw(st.integers(0, 9)) == 0
        else b"\n".join(lines)
    )
    kind = draw(st.integers(0, 19))
    if kind == 0:
        return gzip.compress(raw)[: -draw(st.integers(0, 12)) or None]
    if kind == 1:
        return b"\xef\xbb\xbf" + raw
    return raw


def _lines() -> st.SearchStrategy[list]:
    some = st.lists(st.sampled_from(LINES), min_size=1, max_size=4)
    return st.one_of(some, some.map(lambda lines: [*BASIS, *lines]))


def try_file(raw: bytes, seconds: float) -> Outcome:
    """What came of it; `status` is 0 where all went in, else 1. Nothing of it lasts."""
    outcome = Outcome()
    known, before = {*broken_rows()}, everything()
    point = transaction.savepoint()
    try:
        with TemporaryDirectory() as folder, timed() as took, watchdog(seconds):
            path = Path(folder, "content.jsonl")
            path.write_bytes(raw)
            outcome.status, complaints = _import(path)
            outcome.seconds = took[0] if took else 0.0
        if everything() != before and (broken := sorted({*broken_rows()} - known)):
            outcome.faults.append(("half-written", "\n".join(broken)))
        after = everything()  # with the history that the end of a transaction writes
        outcome.faults += _twice(raw, after, seconds)
    except Hang as hang:
        outcome.faults.append(("hang", str(hang)))
    except Error as error:
        outcome.faults.append(("half-written", f"{type(error).__name__}: {error}"))
    finally:
        transaction.savepoint_rollback(point)
    return outcome


def _twice(raw: bytes, after: dict, seconds: float) -> list[tuple[str, str]]:
    """The same file again changes nothing."""
    with TemporaryDirectory() as folder, watchdog(seconds):
        path = Path(folder, "content.jsonl")
        path.write_bytes(raw)
        _import(path)
    tables = changed(after, everything())
    return [("half-written", f"imported twice, and changed {tables}")] if tables else []


def _import(path: Path) -> tuple[int, str]:
    out, err = StringIO(), StringIO()
    try:
        call_command("import_content", str(path), no_refresh=True, stdout=out, stderr=err)
    except CommandError as error:
        return 1, f"{error}\n{err.getvalue()}"
    return 0, err.getvalue()
