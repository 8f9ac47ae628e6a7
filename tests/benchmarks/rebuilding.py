"""How long all similar lists take to be worked out anew, and the memory of the process that does it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.benchmarks.measuring import Figure
from tests.database import url_of_test_database


def figures(count: int) -> Iterator[Figure]:
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "manage.py", "rebuild_similar"],
        env={**os.environ, "DATABASE_URL": url_of_test_database()},
    )
    _pid, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError("rebuild_similar failed")
    minutes = (time.monotonic() - started) / 60
    # The target is that of 200,000.
    name = f"similar lists of {count:,} anew"
    yield Figure(name, [minutes], {"median": 10 * count / 200_000}, unit="min")
    yield Figure("    its memory", [used.ru_maxrss / 1024], {"median": 1024}, unit="MB")
