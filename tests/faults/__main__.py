"""`python -m tests.faults [name ...]`: a site under six writers, broken in many ways, and what was lost.

For each fault a line: what the site said yes to, what of it is lost or there twice, the letters, how
long until everybody is served again, the slowest answer, and how often nginx showed the page for
outages. Ends with 1 if anything was lost or doubled, took too long, or somebody got stuck. Names may be parts: `python -m tests.faults database clock`.
"""

import argparse
import os
import sys
import time
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askdoctor.settings")
os.environ.setdefault(
    "DATABASE_URL", "postgres://nobody@127.0.0.1:1/none"
)  # this process needs none
os.environ.setdefault("SECRET_KEY", "of the script, which signs nothing")

import django

django.setup()

from tests.faults.breaking import FAULTS, Fault, why_not  # noqa: E402
from tests.faults.browser import Meter  # noqa: E402
from tests.faults.counting import Result, count, measure_times  # noqa: E402
from tests.faults.nginx import NGINX  # noqa: E402
from tests.faults.site import Site  # noqa: E402
from tests.faults.writers import Ledger, Reader, six  # noqa: E402

BEFORE, AFTER, LAST_PRESSES = (
    12,
    15,
    60,
)  # seconds of writing around a fault, and until all have ended


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    names = ", ".join(fault.name for fault in FAULTS)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"parts of: {names}")
    parser.add_argument("--keep-log", type=Path, help="a file to add the logs to")
    parser.add_argument(
        "--without-nginx", action="store_true", help="where there is none: ask the site directly"
    )
    options = parser.parse_args()
    if not (NGINX or options.without_nginx):
        parser.error(
            "there is no nginx here (.ci/install-nginx): who is asked while the site is frozen?"
        )
    chosen = [one for one in FAULTS if not options.names or _is_named(one, options.names)]
    if not chosen:
        parser.error("no such fault")
    results = []
    for kind, faults in groupby(chosen, key=lambda one: one.kind):
        possible = [one for one in faults if not _told_why_not(one)]
        if possible:
            with Site(small_disk=kind == "disk", clock=kind == "clock") as site:
                results += _broken_one_by_one(site, possible)
                if options.keep_log:
                    with options.keep_log.open("ab") as kept:
                        kept.write(site.log.read_bytes() + site.database_log())
    say("")
    say(Result.HEAD)
    for result in results:
        say(result.line())
    sys.exit(not results or not all(result.is_good for result in results))


def _is_named(fault: Fault, names: Iterable[str]) -> bool:
    return any(name in fault.name for name in names)


def _told_why_not(fault: Fault) -> str:
    if reason := why_not(fault):
        say(f"{fault.name}: left out, it {reason}.")
    return reason


def _broken_one_by_one(site: Site, faults: Iterable[Fault]) -> list[Result]:
    meter, results, cookies = Meter(site.outage_page()), [], {}
    for fault in faults:
        result, cookies = break_it(site, fault, meter, cookies)
        results.append(result)
        say(Result.HEAD)
        say(result.line())
        for words in (result.lost, result.doubled, result.stuck, result.oddities, result.slow):
            for word in words[:8]:
                say(f"    {word}")
    return results


def break_it(site: Site, fault: Fault, meter: Meter, cookies: dict) -> tuple[Result, dict]:
    """Six write, something breaks and is lifted, they end what they have begun, and all is counted."""
    ledger = Ledger()
    writers = six(site.port, meter, ledger, site.sign_ins())
    for writer in writers:  # who was signed in stays so
        writer.browser.cookies |= cookies.get(writer.who, {})
    reader = Reader("reader", site.port, meter, ledger)
    for writer in [*writers, reader]:
        writer.start()
    _wait_until_all_write(ledger)
    time.sleep(BEFORE)
    broken_at = time.monotonic()
    fault.do(site)
    lifted_at = time.monotonic()
    time.sleep(AFTER)
    for writer in [*writers, reader]:
        writer.stopping.set()
    until = time.monotonic() + LAST_PRESSES
    for writer in [*writers, reader]:
        writer.join(max(0, until - time.monotonic()))
        if writer.is_alive():
            ledger.stuck.append(f"{writer.who}: did not come to an end")
    result = count(site, ledger, fault)
    measure_times(result, meter.since(broken_at), ledger, writers, lifted_at)
    staff = {one.who: one.browser.cookies for one in writers if not one.who.startswith("asker")}
    return result, staff


def _wait_until_all_write(ledger: Ledger) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        if ledger.questions and ledger.approvals and ledger.replies:
            return
        time.sleep(0.2)
    raise SystemExit(f"The site takes nothing even unbroken: {ledger.oddities[:5]}")


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - its output is its purpose


if __name__ == "__main__":
    main()
