"""What all measurements share: how time in the database is taken, and how figures are printed."""

import statistics
import time
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection
from django.test import Client, override_settings

# Names of files as they are: the pages are only made for their queries.
PLAIN_FILES = {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@dataclass(frozen=True)
class Figure:
    """Something measured: milliseconds unless `unit` says otherwise.

    `limits` are what it must reach, by the name of the column: {"p95": 1}.
    """

    measure: str
    samples: list[float]
    limits: dict[str, float] = field(default_factory=dict)
    ratio: str = ""
    unit: str = "ms"

    def columns(self) -> dict[str, float]:
        if len(self.samples) < 2:
            return {"median": self.samples[0]}
        cut = statistics.quantiles(self.samples, n=100, method="inclusive")
        found = {"median": cut[49], "p95": cut[94]}
        return found | {"p99": cut[98]} if len(self.samples) >= 50 else found

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    def line(self) -> list[str]:
        found = self.columns()
        target = ", ".join(f"{name} {limit:.3g}" for name, limit in self.limits.items())
        if target:
            is_reached = all(found[name] <= limit for name, limit in self.limits.items())
            target += " ✓" if is_reached else " ✗"
        numbers = [f"{found[name]:,.2f}" if name in found else "" for name in NUMBERS]
        name = self.measure if self.unit == "ms" else f"{self.measure} ({self.unit})"
        return [name, *numbers, target, self.ratio]


NUMBERS = ["median", "p95", "p99"]


def table(figures: Iterable[Figure]) -> Iterator[str]:
    """Lines of text, each as soon as it is known."""
    yield _line(["ms", *NUMBERS, "target", "ratio"])
    for figure in figures:
        yield _line(figure.line())


def _line(cells: list[str]) -> str:
    name, median, p95, p99, target, ratio = cells
    return f"{name:50}{median:>11}{p95:>11}{p99:>11}  {target:34}{ratio}".rstrip()


def times(faster: Figure, slower: Figure, than: str, *, by: str = "median") -> str:
    ratio = slower.columns()[by] / faster.columns()[by]
    return f"{ratio:,.0f} times faster than {than} at the {by}"


@contextmanager
def statements() -> Iterator[list[float]]:
    """Gives the milliseconds of each statement that is executed meanwhile, the answer included."""
    spent: list[float] = []

    def timed(execute, sql, params, many, context):
        started = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            spent.append((time.perf_counter() - started) * 1000)

    with connection.execute_wrapper(timed):
        yield spent


@contextmanager
def visitor() -> Iterator[Client]:
    # WhiteNoise warns where no files have been collected; none are asked for.
    with override_settings(STORAGES=PLAIN_FILES, ALLOWED_HOSTS=["*"]), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield Client()


def statements_of(client: Client, path: str) -> list[float]:
    """Milliseconds of each statement of a page."""
    with statements() as spent:
        response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path}: {response.status_code}")
    return spent


def run(sql: str, *params) -> float:
    """Milliseconds that one statement takes."""
    with statements() as spent, connection.cursor() as cursor:
        cursor.execute(sql, params)
    return spent[0]


def cpu_seconds(pids: Iterable[int]) -> float:
    """CPU that these processes have used. The scheduler counts it in nanoseconds."""
    return sum(int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) for pid in pids) / 1e9
