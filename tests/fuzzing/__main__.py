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
import faulthandler  # noqa: E402
import gc  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import warnings  # noqa: E402
from collections import Counter  # noqa: E402
from pathlib import Path  # noqa: E402
from random import Random  # noqa: E402
from tempfile import TemporaryDirectory  # noqa: E402
from time import monotonic  # noqa: E402

from django.db import connection  # noqa: E402
from django.test.utils import override_settings  # noqa: E402
from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from tests.fuzzing.http import Outcome  # noqa: E402
from tests.fuzzing.kinds import Kind, site_to_try, taken_back  # noqa: E402
from tests.fuzzing.watchdog import SECONDS  # noqa: E402

DETAILS = 20  # faults that are told in full
# Of what is tried, this part is drawn by hypothesis choice by choice, which spoils again what it has
# already drawn; for the rest it draws a seed for so many inputs, which is some twenty times as fast.
BY_CHOICE = 0.05
OF_A_SEED = 20
# Whatever does not even hear the signal of the watchdog ends with its process, and with its traceback.
LAST_RESORT = 120


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
    connection.settings_dict["TEST"]["NAME"] = f"test_fuzzing_{os.getpid()}"
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    report = Report(options.report)
    try:
        # Of what tests are run with, this alone: what keeps each template's values costs much.
        with override_settings(ALLOWED_HOSTS=["*"]), site_to_try(options.seconds) as kinds:
            wanted = [each for each in options.only.split(",") if each]
            kinds = [kind for kind in kinds if not wanted or {kind.name, kind.way} & set(wanted)]
            gc.freeze()  # what is there by now stays
            _rounds(options, kinds, report)
    finally:
        connection.creation.destroy_test_db(f"test_fuzzing_{os.getpid()}", verbosity=0)


def _rounds(options, kinds: list[Kind], report: "Report") -> None:
    report.begin = monotonic()
    until, round_number = report.begin + options.minutes * 60, options.number
    if options.round is not None:
        round_number = options.round
    while monotonic() < until:
        with taken_back():
            for kind in kinds:
                _some(kind, options.seed * 1_000_003 + round_number, round_number, report, until)
        report.write()
        if options.round is not None:
            return
        round_number += options.processes


def _some(kind: Kind, of: int, round_number: int, report: "Report", until: float) -> None:
    """A share of inputs. Nothing that goes wrong ends it."""

    def attempt(random: Random) -> None:
        value = kind.make(
            random
        )  # also when time is up: hypothesis asks that the same is drawn again
        if monotonic() < until:
            report.trying(kind, round_number, value)
            report.add(kind, round_number, value, kind.attempt(value))

    @seed(of)
    @_drawn(max(1, round(kind.share * BY_CHOICE)))
    @given(st.randoms(use_true_random=False))
    def by_choice(random):
        attempt(random)

    @seed(of)
    @_drawn(max(1, round(kind.share * (1 - BY_CHOICE) / OF_A_SEED)))
    @given(st.integers(0, 2**64))
    def of_a_seed(number):
        random = Random(number)  # noqa: S311 - nothing secret
        for _each in range(min(OF_A_SEED, kind.share - 1)):
            attempt(random)

    by_choice()
    of_a_seed()


def _drawn(examples: int) -> settings:
    return settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


class Report:
    """What one process has seen so far, kept in a file, so that a killed one has said it."""

    def __init__(self, path: Path):
        self.path, self.begin = path, 0.0
        self.counts: Counter = Counter()
        self.statuses: dict[str, Counter] = {}
        self.slowest: dict[str, tuple[float, str]] = {}
        self.seconds: Counter = Counter()
        self.faults: list[dict] = []
        self.last = ""
        self.watched_until = 0.0

    def trying(self, kind: Kind, round_number: int, value) -> None:
        self.last = f"round {round_number}, {kind.name}: {str(value)[:600]}"
        self.since = monotonic()
        if self.since > self.watched_until:
            self.watched_until = self.since + LAST_RESORT / 2
            faulthandler.dump_traceback_later(LAST_RESORT, exit=True)

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
            f"{code}: {n:,}"
            for code, n in sorted(statuses[name].items())
            if set(statuses[name]) != {"0"}
        )
        rate = counts[name] / max(seconds[name], 0.001)
        say(
            f"{name:32} {counts[name]:9,} {rate:9,.0f} {slowest.get(name, (0, ''))[0]:7.2f}s  {said}"
        )
    took = max((report["took"] for report in reports), default=0)
    each = Counter()
    for name, count in counts.items():
        each[name.partition(":")[0]] += count
    total = sum(counts.values())
    say(
        f"{total:,} inputs in {took:,.0f} s, {total / max(took, 1):,.0f} a second: {each['HTTP']:,} requests,"
        f" {each['importer']:,} files for the importer, {each['direct']:,} calls of what works on text alone"
    )
    if slowest:
        name = max(slowest, key=lambda name: slowest[name][0])
        say(f"the slowest, {slowest[name][0]:.2f} s: {name}: {slowest[name][1]}")
    faults = [fault for report in reports for fault in report["faults"]]
    by_kind = Counter(
        "hang"
        if "hang" in each["what"]
        else each["what"]
        if each["what"] == "half-written"
        else "error"
        for each in faults
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
    # What there is most of leaves room for the others: errors first.
    told = sorted(seen.items(), key=lambda each: each[0][1].startswith("half-written"))
    for (kind, what), found in told[:DETAILS]:
        say(
            f"\n--- {len(found)} times, {kind}: {what}\nround {found[0]['round']}: {found[0]['input']}\n{found[0]['details']}"
        )


def say(text: str) -> None:
    print(text.encode("utf-8", "backslashreplace").decode(), flush=True)  # noqa: T201 - its output is its purpose


if __name__ == "__main__":
    sys.exit(main())
