"""Lines into the database: a batch is one transaction, so a killed import leaves whole batches.

A line is added, changed, found unchanged or refused; running the same file again changes nothing.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from django.db import DataError, IntegrityError, connection, transaction

from askdoctor.content import load_names, load_questions, load_retracted
from askdoctor.content.fields import LineError, NotYet
from askdoctor.content.format import parse
from askdoctor.content.known import Known, Outcome
from askdoctor.content.lines import (
    DoctorLine,
    Line,
    QuestionLine,
    RetractedLine,
    SpecialtyLine,
    TagLine,
    TopicLine,
)
from questions.models import Question

BATCH = 500
# So many lines are kept in mind for what may stand further down.
WAITING_AT_MOST = 10_000
LOCK = 0x61736B64  # "askd": the key of PostgreSQL's advisory lock, one import at a time

WRITERS = {
    SpecialtyLine: load_names.write_specialties,
    DoctorLine: load_names.write_doctors,
    TagLine: load_names.write_tags,
    TopicLine: load_names.write_topics,
    QuestionLine: load_questions.write_questions,
    RetractedLine: load_retracted.write_retracted,
}


class Kind(StrEnum):
    SPECIALTY = "specialties"
    DOCTOR = "doctors"
    TAG = "tags"
    TOPIC = "topics"
    QUESTION = "questions"
    RETRACTED = "retracted answers"
    UNREADABLE = "unreadable lines"


KINDS = {
    SpecialtyLine: Kind.SPECIALTY,
    DoctorLine: Kind.DOCTOR,
    TagLine: Kind.TAG,
    TopicLine: Kind.TOPIC,
    QuestionLine: Kind.QUESTION,
    RetractedLine: Kind.RETRACTED,
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and where it stands."""

    place: str
    line: Line


class Loader:
    """Takes the lines of one run in their order. `complain(place, reason)` hears what is wrong."""

    def __init__(self, *, complain: Callable[[str, str], None], dry_run: bool = False):
        self.complain, self.dry_run = complain, dry_run
        self.counts: dict[Kind, Counter] = {kind: Counter() for kind in Kind}
        self.known = Known()
        self.batch: list[Placed] = []
        self.waiting: list[tuple[Placed, NotYet]] = []
        self.pinned: list[tuple[Placed, Outcome]] = []
        self.numbers: set[int] = set()
        self.named: dict[Hashable, tuple[str, str, int]] = {}

    def add(self, file: str, number: int, raw: bytes | None) -> None:
        """One line of a file; None stands for a line that is too long to be read."""
        place = f"{file}:{number}"
        try:
            if raw is None:
                raise LineError("longer than a line may be")
            line = parse(raw)
        except LineError as error:
            self._refuse(Kind.UNREADABLE, place, error)
            return
        try:
            is_new = self._is_first(file, place, line)
        except LineError as error:
            self._refuse(KINDS[type(line)], place, error)
            return
        if is_new:
            self._put(Placed(place, line))

    def _put(self, placed: Placed) -> None:
        is_other_type = self.batch and type(self.batch[-1].line) is not type(placed.line)
        if is_other_type or len(self.batch) >= BATCH:
            self.flush()
        self.batch.append(placed)

    def finish(self) -> None:
        """Write what is left, and what could only be written after everything else."""
        self.flush()
        self._take_waiting()
        with transaction.atomic():
            for placed, outcome in self.pinned:
                self._pin(placed, outcome)
        self.pinned.clear()

    def _take_waiting(self) -> None:
        """Lines whose need stood below them; what one of them brings, another may have waited for."""
        count = len(self.waiting) + 1
        while len(self.waiting) < count:
            again, self.waiting = self.waiting, []
            count = len(again)
            for placed, _error in again:
                self._put(placed)
            self.flush()
        for placed, error in self.waiting:
            self._refuse(KINDS[type(placed.line)], placed.place, error)

    @property
    def refused_count(self) -> int:
        return sum(counter[Outcome.REFUSED] for counter in self.counts.values())

    def _is_first(self, file: str, place: str, line: Line) -> bool:
        """Whether this run has not met it yet. Raises LineError for what stands there twice.

        Files may each bring the specialties and topics that they use: what an earlier file of the
        run said stands, and a later one that says otherwise is told so.
        """
        if isinstance(line, QuestionLine | RetractedLine):
            if line.id in self.numbers:
                raise LineError(f"question {line.id} stands there twice")
            self.numbers.add(line.id)
            return True
        keys = _keys(line)
        said = hash(line)
        for key in keys:
            if key not in self.named:
                continue
            first_file, first_place, first_said = self.named[key]
            if first_file == file:
                raise LineError(f"{key[0]} {key[1]!a} stands in {first_place} already")
            self.counts[KINDS[type(line)]][Outcome.UNCHANGED] += 1
            if first_said != said:
                self.complain(place, f"passed over: {key[0]} {key[1]!a} is as {first_place} says")
            return False
        self.named.update(dict.fromkeys(keys, (file, place, said)))
        return True

    def flush(self) -> None:
        """Write the lines gathered so far; where the database refuses them, one by one."""
        batch, self.batch = self.batch, []
        if not batch:
            return
        try:
            outcomes = self._write(batch)
        except (IntegrityError, DataError) as error:
            self.known = Known()
            if len(batch) > 1:
                for placed in batch:
                    self.batch = [placed]
                    self.flush()
                return
            outcomes = [LineError(f"the database refuses it: {str(error).splitlines()[0]}")]
        for placed, outcome in zip(batch, outcomes, strict=True):
            self._count(placed, outcome)

    def _write(self, batch: list[Placed]) -> list[Outcome | LineError]:
        lines = [placed.line for placed in batch]
        with transaction.atomic():
            return WRITERS[type(lines[0])](lines, self.known, dry_run=self.dry_run)

    def _count(self, placed: Placed, outcome: Outcome | LineError) -> None:
        kind = KINDS[type(placed.line)]
        if isinstance(outcome, NotYet) and len(self.waiting) < WAITING_AT_MOST:
            self.waiting.append((placed, outcome))
            return
        if isinstance(outcome, LineError):
            self._refuse(kind, placed.place, outcome)
            return
        self.counts[kind][outcome] += 1
        if isinstance(placed.line, TopicLine) and placed.line.pinned is not None:
            self.pinned.append((placed, outcome))

    def _refuse(self, kind: Kind, place: str, error: LineError) -> None:
        self.counts[kind][Outcome.REFUSED] += 1
        self.complain(place, str(error))

    def _pin(self, placed: Placed, outcome: Outcome) -> None:
        """Questions stand below their topics in a file, so topics get them at the end."""
        numbers = set(placed.line.pinned)
        public = Question.objects.published().filter(pk__in=numbers).values_list("pk", flat=True)
        here = set(public)
        missing = numbers - here - (self.numbers if self.dry_run else set())
        if missing:
            error = LineError(f"pinned question {min(missing)} is not published here")
            self._refuse(Kind.TOPIC, placed.place, error)
        is_changed = not self.dry_run and load_names.pin(placed.line.slug, here)
        if is_changed and outcome is Outcome.UNCHANGED:
            self.counts[Kind.TOPIC][Outcome.UNCHANGED] -= 1
            self.counts[Kind.TOPIC][Outcome.CHANGED] += 1


def _keys(line: Line) -> list[tuple[str, str]]:
    """What has to be said once: a slug, or every name of a tag."""
    if isinstance(line, TagLine):
        names = [line.name, *line.synonyms]
        return [("tag", name) for name in dict.fromkeys(name.lower() for name in names)]
    return [(type(line).__name__.removesuffix("Line").lower(), line.slug)]


@contextmanager
def turn() -> Iterator[bool]:
    """Whether no other import is running on this database; if so, this one has the turn meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        is_ours = cursor.fetchone()[0]
    try:
        yield is_ours
    finally:
        if is_ours and connection.connection is not None and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
