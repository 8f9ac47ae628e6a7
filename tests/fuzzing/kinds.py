"""Which inputs there are, and what comes of one: the same for `make test` and for a run of hours."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from logging import CRITICAL, disable

from django.db import transaction
from hypothesis import strategies as st

from tests.fuzzing.direct import SUBJECTS, Subject
from tests.fuzzing.http import Outcome, Tried, requests
from tests.fuzzing.importing import content_files, try_file
from tests.fuzzing.site import Site, settings_of_a_test
from tests.fuzzing.watchdog import Hang, timed, watchdog


@dataclass(frozen=True)
class Kind:
    """What is tried, how, and `share`, how many of a round of inputs are of it."""

    name: str
    way: str  # "HTTP", "importer" or "direct"
    share: int
    inputs: st.SearchStrategy
    attempt: Callable[[object], Outcome]


@contextmanager
def site_to_try(seconds: float) -> Iterator[tuple[list[Kind], Callable[[], None]]]:
    """All kinds, on a site of their own; and what takes back all that was kept of requests."""
    disable(CRITICAL)  # each refusal would be a line of the log
    try:
        with settings_of_a_test(), transaction.atomic():
            site = Site()
            site.make_all()
            tried = Tried(site, seconds)
            points = [transaction.savepoint()]

            def take_back() -> None:
                transaction.savepoint_rollback(points.pop())
                points.append(transaction.savepoint())
                tried.forget()

            kinds = [Kind("requests", "HTTP", 60, requests(site), tried)]
            kinds.append(
                Kind(
                    "content files",
                    "importer",
                    6,
                    content_files(),
                    lambda raw: try_file(raw, seconds),
                )
            )
            kinds += [
                Kind(subject.name, "direct", 60, subject.strategy(), direct(subject, seconds))
                for subject in SUBJECTS
            ]
            yield kinds, take_back
            transaction.set_rollback(True)
    finally:
        disable(0)


def direct(subject: Subject, seconds: float) -> Callable[[object], Outcome]:
    def attempt(given) -> Outcome:
        outcome = Outcome()
        try:
            with timed() as took, watchdog(seconds, of_processor=True):
                subject.run(given)
            outcome.seconds = took[0]
        except Hang:
            outcome.faults.append(("hang", traceback.format_exc()[-3_000:]))
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            what = f"{type(error).__name__} in {where.filename.rsplit('/', 1)[-1]}:{where.lineno}"
            outcome.faults.append((what, traceback.format_exc()[-3_000:]))
        return outcome

    return attempt
