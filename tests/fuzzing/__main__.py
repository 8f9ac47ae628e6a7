"""`python -m tests.fuzzing --minutes 10 --seed 1 --processes 2`: hostile input for as long as it is told.

It makes a small site in a database of the tests, one for each process, and sends what nobody would:
requests to every address as every kind of person, files to the importer, and texts straight to what
works on text alone. It prints what was tried and what went wrong, and ends with 1 where something did.
"""

from askdoctor.environment import prepare

prepare()

import django  # noqa: E402 - the environment comes first

django.setup()

import argparse  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import warnings  # noqa: E402
from collections import Counter  # noqa: E402
from pathlib import Path  # noqa: E402
from tempfile import TemporaryDirectory  # noqa: E402
from time import monotonic  # noqa: E402

from django.db import connection  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402

from tests.fuzzing.http import Outcome  # noqa: E402
from tests.fuzzing.kinds import Kind, site_to_try  # noqa: E402
from tests.fuzzing.watchdog import SECONDS  # noqa: E402

DETAILS = 20  # faults that are told in full


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1, help="the same one sends the same inputs")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="longer than this is a hang")
    parser.add_argument("--only", default="", help="of these kinds or ways alone, between commas")
    parser.add_argument(
        "--round", type=int, help="this round alone: to repeat what went wrong in it"
    )
    parser.add_argument("--report", type=Path, help=argparse.SUPPRESS)  # of one process
    parser.add_argument("--number", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.report:
        _run(options)
        return 0
    return _gather(options)


# One process


def _run(options: argparse.Namespace) -> None:
    warnings.simplefilter("ignore")
    setup_test_environment()
    connection.settings_dict["TEST"]["NAME"] = f"test_fuzzing_{os.getpid()}"
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    report = Report(options.report)
    try:
        with site_to_try(options.seconds) as (kinds, take_back):
            wanted = [each for each in options.only.split(",") if each]
            kinds = [kind for kind in kinds if not wanted or {kind.name, kind.way} & set(wanted)]
            _rounds(options, kinds, take_back, report)
    finally:
        connection.creation.destroy_test_db(f"test_fuzzing_{os.getpid()}", verbosity=0)


def _rounds(options, kinds: list[Kind], take_back, report: "Report") -> None:
    until, round_number = monotonic() + options.minutes * 60, options.number
    if options.round is not None:
        round_number = options.round
    while True:
        for kind in kinds:
            _some(kind, options.seed * 1_000_003 + round_number, round_number, report, until)
            if monotonic() > until:
                report.write()
                return
        take_back()
        report.write()
        if options.round is not None:
            return
        round_number += options.processes


def _some(kind: Kind, of: int, round_number: int, report: "Report", until: float) -> None:
    """A share of inputs. Nothing that goes wrong ends it."""

    @seed(of)
    @settings(
        max_examples=kind.share,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(kind.inputs)
    def attempt(value):
        if monotonic() > until:
            return
        report.trying(kind, round_number, value)
        report.add(kind, round_number, value, kind.attempt(value))

    attempt()


class Report:
    """What one process has seen so far, kept in a file, so that a killed one has said it."""

    def __init__(self, path: Path):
        self.path, self.begin = path, monotonic()
        self.counts: Counter = Counter()
        self.statuses: dict[str, Counter] = {}
        self.slowest: dict[str, tuple[float, str]] = {}
        self.seconds: Counter = Counter()
        self.faults: list[dict] = []
        self.last = ""

    def trying(self, kind: Kind, round_number: int, value) -> None:
        self.last = f"round {round_number}, {kind.name}: {str(value)[:600]}"
        self.since = monotonic()

    def add(self, kind: Kind, round_number: int, value, outcome: Outcome) -> None:
        name = f"{kind.way}: {getattr(value, 'kind', kind.name)}"
        self.counts[name] += 1
        self.seconds[name] += monotonic() - self.since
        self.statuses.setdefault(name, Counter())[str(outcome.status)] += 1
        if outcome.seconds > self.slowest.get(name, (0, ""))[0]:
            self.slowest[name] = (outcome.seconds, str(value)[:160])
        for what, details in outcome.faults:
            self.faults.append(
                {
                    "what": what,
                    "details": details,
                    "input": str(value)[:2_000],
                    "kind": name,
                    "round": round_number,
                }
            )

    def write(self) -> None:
        told = {**vars(self), "path": "", "took": monotonic() - self.begin}
        self.path.write_text(json.dumps(told, ensure_ascii=True))


# All of them


def _gather(options: argparse.Namespace) -> int:
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.json") for number in range(options.processes)]
        handed = [
            f"--{name}={getattr(options, name)}"
            for name in ("minutes", "seed", "processes", "seconds", "only")
        ]
        if options.round is not None:
            handed.append(f"--round={options.round}")
        command = [sys.executable, "-m", "tests.fuzzing", *handed]
        running = [
            subprocess.Popen([*command, f"--number={number}", f"--report={path}"])
            for number, path in enumerate(paths)
        ]
        codes = [each.wait() for each in running]
        reports = [json.loads(path.read_text()) for path in paths if path.exists()]
    died = [code for code in codes if code]
    _tell(reports, died)
    return 1 if died or any(report["faults"] for report in reports) else 0


def _tell(reports: list[dict], died: list[int]) -> None:
    counts, seconds, statuses, slowest = Counter(), Counter(), {}, {}
    for report in reports:
        counts.update(report["counts"])
        seconds.update(report["seconds"])
        for name, found in report["statuses"].items():
            statuses.setdefault(name, Counter()).update(found)
        for name, (took, what) in report["slowest"].items():
            slowest[name] = max(slowest.get(name, (0, "")), (took, what))
    say(f"{'kind':32} {'inputs':>9} {'a second':>9} {'slowest':>8}  statuses")
    for name in sorted(counts):
        said = ", ".join(
            f"{code}: {n:,}" for code, n in sorted(statuses[name].items()) if code != "0"
        )
        rate = counts[name] / max(seconds[name], 0.001)
        say(
            f"{name:32} {counts[name]:9,} {rate:9,.0f} {slowest.get(name, (0, ''))[0]:7.2f}s  {said}"
        )
    faults = [fault for report in reports for fault in report["faults"]]
    http = sum(n for name, n in counts.items() if name.startswith("HTTP"))
    direct = sum(n for name, n in counts.items() if name.startswith("direct"))
    by_kind = Counter(
        "hang"
        if "hang" in each["what"]
        else each["what"]
        if each["what"] == "half-written"
        else "error"
        for each in faults
    )
    say(
        f"{sum(counts.values()):,} inputs, {http:,} of them by HTTP, {direct:,} direct, in {max((r['took'] for r in reports), default=0):,.0f} s"
    )
    say(
        f"errors (500 or an exception): {by_kind['error']}; hangs: {by_kind['hang']}; half-written: {by_kind['half-written']}; processes that died: {len(died)}"
    )
    _tell_faults(faults)


def _tell_faults(faults: list[dict]) -> None:
    seen: dict[tuple[str, str], list[dict]] = {}
    for fault in faults:
        what = (
            fault["what"]
            if fault["what"] not in ("hang", "half-written")
            else f"{fault['what']}: {fault['details'][-300:]}"
        )
        seen.setdefault((fault["kind"], what), []).append(fault)
    for (kind, what), found in list(seen.items())[:DETAILS]:
        say(
            f"\n--- {len(found)} times, {kind}: {what}\nround {found[0]['round']}: {found[0]['input']}\n{found[0]['details']}"
        )


def say(text: str) -> None:
    print(text.encode("utf-8", "backslashreplace").decode(), flush=True)  # noqa: T201 - its output is its purpose


if __name__ == "__main__":
    sys.exit(main())
