"""Work out all lists of similar questions at once: many times faster than one by one.

The profiles of a language are loaded once (profiles.py). The rules are those of every other day
(neighbours.py, similar.py). What is done is stored chunk by chunk, so a rebuild that was killed goes on
where it stopped: lists that were worked out before need no correcting for a question that has not
changed since. What changes meanwhile is due again at its end.
"""

import gc
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context

from django.db import connections, transaction
from django.db.models import Min, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from questions import counts, meaning, rarity, similar, tagging
from questions.models import FeatureCounts, Question, QuestionProfile
from questions.profiles import CHUNK, LoadedProfiles, write_profiles
from questions.scoring import Rarity
from questions.vocabulary import Vocabulary

# Of a site that was never measured so many tell what is rare before the keys are chosen.
FIRST_MEASURED = 20_000
# Lists are many small objects without cycles: Python looks for some after so many, not after 700 (which
# took a fourteenth of the time).
LOOKED_FOR_GARBAGE = 100_000

Tick = Callable[[int], object]


@dataclass(frozen=True)
class Loaded:
    """What the due questions of a language are compared with, as it was `at` that time."""

    profiles: LoadedProfiles
    rare: Rarity
    vocabulary: Vocabulary
    due: frozenset[int]
    at: datetime
    # As of when the others were that the oldest of the other lists was worked out from.
    known_before: datetime | None


# Forked processes get it with the memory of their parent.
_loaded: Loaded | None = None


def rebuild(*, processes: int = 1, tick: Tick = lambda done: None) -> None:
    """Make every profile and every list anew. `tick` hears of each profile and of each list."""
    meaning.prepare()
    published = Question.objects.published().order_by("pk").values_list("pk", flat=True)
    if not FeatureCounts.objects.exists():
        newest = list(published.reverse()[:FIRST_MEASURED])
        _side_by_side(_write_profiles, newest, processes, tick=lambda done: None)
        _measure()
    _side_by_side(_write_profiles, list(published), processes, tick)
    _measure()
    resume(processes=processes, tick=tick)


def resume(*, processes: int = 1, tick: Tick = lambda done: None, most: int | None = None) -> int:
    """Work out the lists that are due, of each language at most so many. `tick` hears of each.

    Returns how many they were.
    """
    return sum(_work_out(language, processes, tick, most) for language in _languages())


def published_count() -> int:
    return Question.objects.published().count()


def due_count() -> int:
    """How many lists are due, those that were put off included."""
    return QuestionProfile.objects.filter(list_due_at__isnull=False).count()


def _languages() -> list[str]:
    return sorted(QuestionProfile.objects.values_list("language", flat=True).distinct().order_by())


def _measure() -> None:
    for language in _languages():
        rarity.measure(language)


def _write_profiles(pks: list[int]) -> int:
    write_profiles(pks)
    return len(pks)


def _work_out(language: str, processes: int, tick: Tick, most: int | None) -> int:
    global _loaded
    profiles = QuestionProfile.objects.filter(language=language)
    with transaction.atomic():
        counts.hold()  # what others are about to write would be due without being loaded
        loaded_at = timezone.now()
        due = profiles.filter(list_due_at__lt=loaded_at).order_by("pk")
        due_pks = list(due.values_list("pk", flat=True)[:most])
        known_before = _oldest_list(profiles.exclude(list_due_at__lt=loaded_at))
    if not due_pks:
        return 0
    try:
        _loaded = Loaded(
            LoadedProfiles(language),
            rarity.of(language),
            tagging.vocabulary(),
            frozenset(due_pks),
            loaded_at,
            known_before,
        )
        _side_by_side(_write_lists, due_pks, processes, tick)
    finally:
        _loaded = None
    # What changed meanwhile was compared as it was before.
    changed = profiles.filter(changed_at__gte=loaded_at, list_due_at=None)
    changed.update(list_due_at=timezone.now())
    return len(due_pks)


def _oldest_list(profiles: QuerySet) -> datetime | None:
    # A list is no older than its own profile: nothing else is known of those of former versions.
    return profiles.aggregate(oldest=Min(Coalesce("listed_at", "changed_at")))["oldest"]


def _write_lists(pks: list[int]) -> int:
    """Work out and store the lists of those of these that are still due. Returns how many they were."""
    due = QuestionProfile.objects.filter(pk__in=pks, list_due_at__lt=_loaded.at)
    rows = list(due.values_list("pk", "list_due_at", "changed_at"))
    if not rows:
        return 0
    since = {pk: due_at for pk, due_at, _changed_at in rows}
    found = similar.suggestions(
        similar.asked(since), _loaded.profiles, _loaded.rare, _loaded.vocabulary, _loaded.due
    )
    last_change = max(changed_at for *_, changed_at in rows)
    are_known = _loaded.known_before is None or last_change < _loaded.known_before
    similar.keep(found, since, _loaded.at, are_known=are_known)
    return len(rows)


def _side_by_side(
    work: Callable[[list[int]], int], pks: Sequence[int], processes: int, tick: Tick
) -> None:
    """Give `work` these primary keys, `CHUNK` at a time, in so many processes with the memory of this one.

    Raises BrokenProcessPool where one of them was killed.
    """
    chunks = [pks[start : start + CHUNK] for start in range(0, len(pks), CHUNK)]
    if processes < 2:
        for chunk in chunks:
            tick(work(chunk))
        return
    connections.close_all()  # two processes cannot share one
    gc.freeze()  # a collection marks what it looks at, and marked memory is shared no more
    before = gc.get_threshold()
    gc.set_threshold(LOOKED_FOR_GARBAGE)
    # Who presses Ctrl-C stops this process, which then waits for what the others have begun.
    deaf = (signal.SIGINT, signal.SIG_IGN)
    pool = ProcessPoolExecutor(processes, get_context("fork"), signal.signal, deaf)
    try:
        for done in as_completed([pool.submit(work, chunk) for chunk in chunks]):
            tick(done.result())
    finally:
        pool.shutdown(cancel_futures=True)
        gc.set_threshold(*before)
        gc.unfreeze()
