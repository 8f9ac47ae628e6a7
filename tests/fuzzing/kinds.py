"""Which inputs there are, and what comes of one: the same for `make test` and for a run of hours."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from logging import CRITICAL, disable
from random import Random

from django.db import connection, transaction

from tests.fuzzing.direct import SUBJECTS, Subject
from tests.fuzzing.http import Outcome, Tried, request
from tests.fuzzing.importing import content_file, try_file, vocabulary_file
from tests.fuzzing.rows import broken_rows
from tests.fuzzing.site import Site, settings_of_a_test
from tests.fuzzing.watchdog import Hang, timed, watchdog


@dataclass(frozen=True)
class Kind:
    """What is tried, how, and `share`, how many of a round of inputs are of it."""

    name: str
    way: str  # "HTTP", "importer" or "direct"
    share: int
    make: Callable[[Random], object]
    attempt: Callable[[object], Outcome]


@contextmanager
def site_to_try(seconds: float) -> Iterator[list[Kind]]:
    """All kinds, on a site of their own."""
    disable(CRITICAL)  # each refusal would be a line of the log
    try:
        with settings_of_a_test():
            with transaction.atomic():
                site = Site()
                site.make_all()
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
            # What the tests' own rows are by half, made in one call, is none of the site's doing.
            known = {*broken_rows()}
            yield [
                Kind(
                    "requests",
                    "HTTP",
                    600,
                    lambda random: request(random, site),
                    Tried(site, seconds, known),
                ),
                Kind(
                    "content files",
                    "importer",
                    30,
                    content_file,
                    lambda raw: try_file(raw, seconds, known),
                ),
                Kind(
                    "vocabulary files",
                    "importer",
                    14,
                    vocabulary_file,
                    lambda raw: try_file(raw, seconds, known, "import_vocabulary"),
                ),
                *(
                    Kind(subject.name, "direct", 14, subject.make, direct(subject, seconds))
                    for subject in SUBJECTS
                ),
            ]
    finally:
        disable(0)


@contextmanager
def taken_back() -> Iterator[None]:
    """What inputs have left is gone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


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
