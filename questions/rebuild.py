"""Work out all lists of similar questions at once: many times faster than one by one.

The profiles of a language are loaded once (profiles.py). The rules are those of every other day
(neighbours.py, similar.py). What is done is stored chunk by chunk, so a rebuild that was killed goes on
where it stopped: lists that were worked out before need no correcting for a question that has not
changed since. What changes meanwhile is due again at its end.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from django.db import connections, transaction
from django.db.models import Min, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from questions import counts, meaning, rarity, similar, tagging
from questions.models import FeatureCounts, Question, QuestionProfile
from questions.profiles import CHUNK, LoadedProfiles, write_profiles

# Of a site that was never measured so many tell what is rare before the keys are chosen.
FIRST_MEASURED = 20_000

Tick = Callable[[int], object]
# (profiles, rarity, vocabulary, due): forked processes get them with the memory of their parent.
_loaded = None


def rebuild(*, processes: int = 1, tick: Tick = lambda done: None) -> None:
    """Make every profile and every list anew. `tick` hears of each profile and of each list."""
    meaning.prepare()
    published = Question.objects.published().order_by("pk").values_list("pk", flat=True)
    if not FeatureCounts.objects.exists():
        write_profiles(published.reverse()[:FIRST_MEASURED])
        _measure()
    with _pool(processes) as pool:
        made_by = partial(pool.imap, chunksize=CHUNK // 10) if pool else map
        for chunk in _chunks(published):
            write_profiles(chunk, made_by)
            tick(len(chunk))
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
        rare, vocabulary = rarity.of(language), tagging.vocabulary()
        _loaded = LoadedProfiles(language), rare, vocabulary, frozenset(due_pks)
        with _pool(processes) as pool:
            for since, changed_at, found in _suggestions(due, due_pks, pool, processes):
                are_known = known_before is None or changed_at < known_before
                similar.keep(found, since, loaded_at, are_known=are_known)
                tick(len(since))
    finally:
        _loaded = None
    # What changed meanwhile was compared as it was before.
    changed = profiles.filter(changed_at__gte=loaded_at, list_due_at=None)
    changed.update(list_due_at=timezone.now())
    return len(due_pks)


def _oldest_list(profiles: QuerySet) -> datetime | None:
    """As of when the others were that the oldest of these lists was worked out from."""
    # A list is no older than its own profile: nothing else is known of those of former versions.
    return profiles.aggregate(oldest=Min(Coalesce("listed_at", "changed_at")))["oldest"]


def _suggestions(
    due: QuerySet, pks: list[int], pool, processes: int
) -> Iterator[tuple[dict, datetime, similar.Found]]:
    """(since when each was due, when the last of them changed, what was found) of each chunk.

    A few chunks are ahead in the pool.
    """
    running = deque()
    for start in range(0, len(pks), CHUNK):
        rows = list(
            due.filter(pk__in=pks[start : start + CHUNK]).values_list(
                "pk", "list_due_at", "changed_at"
            )
        )
        if not rows:
            continue
        since = {pk: due_at for pk, due_at, _changed_at in rows}
        changed_at = max(changed_at for *_, changed_at in rows)
        asked = similar.asked(since)
        if pool is None:
            yield since, changed_at, _suggest(asked)
            continue
        running.append((since, changed_at, pool.apply_async(_suggest, [asked])))
        if len(running) > processes:
            since, changed_at, found = running.popleft()
            yield since, changed_at, found.get()
    for since, changed_at, found in running:
        yield since, changed_at, found.get()


def _suggest(asked: list[similar.Asked]) -> similar.Found:
    return similar.suggestions(asked, *_loaded)


def _chunks(pks: QuerySet) -> Iterator[list[int]]:
    """All primary keys that the query gives in their order, `CHUNK` at a time."""
    last = 0
    while chunk := list(pks.filter(pk__gt=last)[:CHUNK]):
        yield chunk
        last = chunk[-1]


@contextmanager
def _pool(processes: int) -> Iterator:
    """So many processes with the memory of this one, or None where this one is enough."""
    if processes < 2:
        yield None
        return
    connections.close_all()  # two processes cannot share one
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        yield pool
