"""Plants each weakness, runs the tests that should notice it, and says how many were noticed.

    python -m tests.weaknesses [--processes N] [--all] [--at-least PERCENT] [id ...]

A weakness is noticed when a test fails that passes without it. One that breaks the code so that tests
cannot even begin shows nothing, and counts as not noticed, as does one whose text the code no longer has.
"""

import argparse
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from askdoctor.embedded_postgres import leave
from tests.weaknesses import WEAKNESSES
from tests.weaknesses.planting import Place, Seen
from tests.weaknesses.weakness import OutOfDate, Weakness


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.weaknesses", description=__doc__)
    parser.add_argument("ids", nargs="*", help="only these; the beginning of an id is enough")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument(
        "--all", action="store_true", help="where the named tests miss one, run all"
    )
    parser.add_argument("--at-least", type=float, default=90, metavar="PERCENT")
    return parser.parse_args()


def try_out(weakness: Weakness, places: SimpleQueue, *, is_all: bool) -> Seen:
    place = places.get()
    try:
        seen = place.try_out(weakness)
        if is_all and not seen.failed and not seen.trouble:
            seen = place.try_out(weakness, everything=True)
    except OutOfDate as error:
        seen = Seen(trouble=str(error))
    finally:
        places.put(place)
    said = "".join(seen.failed).removeprefix("tests/") or seen.trouble or "NOT NOTICED"
    print(f"{weakness.id:34} {seen.seconds:6.1f} s  {said}", flush=True)  # noqa: T201
    return seen


def main() -> int:
    asked = arguments()
    chosen = [
        each
        for each in WEAKNESSES
        if not asked.ids or any(each.id.startswith(begun) for begun in asked.ids)
    ]
    with (
        tempfile.TemporaryDirectory(prefix="weaknesses-") as folder,
        ThreadPoolExecutor(asked.processes) as pool,
    ):
        Path(folder).chmod(0o711)  # root's PostgreSQL runs as nobody
        places = SimpleQueue()
        made = [Path(folder, str(number)) for number in range(asked.processes)]
        try:
            for one in pool.map(Place, made):
                places.put(one)
            found = list(pool.map(lambda each: try_out(each, places, is_all=asked.all), chosen))
            anyway = places.get().fails_anyway(test for seen in found for test in seen.failed)
        finally:
            leave()  # before the folder goes from under the databases
    return report(chosen, found, anyway, at_least=asked.at_least)


def report(chosen, found, anyway: set[str], *, at_least: float) -> int:
    missed = [
        (weakness, seen)
        for weakness, seen in zip(chosen, found, strict=True)
        if not seen.failed or anyway.intersection(seen.failed)
    ]
    lines = [f"{test} fails without a weakness too, and shows nothing." for test in sorted(anyway)]
    for weakness, seen in missed:
        lines.append(f"\n{weakness.id} ({weakness.path}): {seen.trouble or 'no test noticed it'}")
        lines.append(f"  {weakness.lets}")
    share = 100 * (1 - len(missed) / len(chosen)) if chosen else 0.0
    lines.append(
        f"\n{len(chosen) - len(missed)} of {len(chosen)} weaknesses noticed: {share:.1f} %"
    )
    print("\n".join(lines))  # noqa: T201
    return 0 if share >= at_least else 1


sys.exit(main())
