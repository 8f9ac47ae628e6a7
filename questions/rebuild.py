"""Work out all lists of similar questions at once: many times faster than one by one.

The profiles of a language are loaded once, the long part of them into a file that is mapped into memory.
The rules are those of every other day (neighbours.py, similar.py). What is done is stored chunk by
chunk, so a rebuild that was killed goes on where it stopped, and what changes meanwhile is due again
at its end.
"""

import multiprocessing
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import IO

import numpy as np
from django.db import connections
from django.db.models import QuerySet
from django.utils import timezone

from questions import meaning, rarity, similar
from questions.embedding import DIMENSIONS
from questions.models import FeatureCounts, Question, QuestionProfile
from questions.neighbours import NONE, POSTINGS
from questions.profile import RUNS

CHUNK = 500
# The nearest are looked for together for so many: a product of two matrices, read once.
TOGETHER = 32
# Of a site that was never measured so many tell what is rare before the keys are chosen.
FIRST_MEASURED = 20_000

Tick = Callable[[int], object]
# (profiles, rarity, due): forked processes get them with the memory of their parent.
_loaded = None


class LoadedProfiles:
    """The profiles of a language in memory (see neighbours.Profiles)."""

    def __init__(self, language: str):
        rows = QuestionProfile.objects.filter(language=language).order_by("pk")
        pks, specialties, ends, keys, key_counts = [], [], [0], [], []
        with tempfile.TemporaryFile() as file:
            for pk, specialty, features, own in rows.values_list(
                "pk", "specialty_id", "features", "keys"
            ).iterator(CHUNK):
                pks.append(pk)
                specialties.append(specialty)
                ends.append(ends[-1] + len(features) // 4)
                keys.append(np.array(own, np.int32))
                key_counts.append(len(own))
                file.write(features)
            self._features = _mapped(file, np.uint32)
        self._pks, self._specialties = np.array(pks, np.int64), np.array(specialties, np.int64)
        self._ends = np.array(ends, np.int64)
        all_keys = np.concatenate([np.empty(0, np.int32), *keys])
        having = np.repeat(np.arange(len(pks), dtype=np.int32), key_counts)
        # Which questions have a key, by their places: from `_first[key]` up to `_first[key + 1]`.
        self._having = having[np.argsort(all_keys, kind="stable")]
        self._first = np.concatenate([[0], np.cumsum(np.bincount(all_keys, minlength=RUNS))])
        self._vectors = _vectors_of(self._pks)

    def __len__(self) -> int:
        return len(self._pks)

    def with_keys(self, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        found = [
            self._having[first : min(end, first + POSTINGS)]
            for first, end in zip(self._first[keys], self._first[keys + 1], strict=True)
        ]
        places = np.repeat(np.arange(len(keys)), [len(each) for each in found])
        return self._pks[np.concatenate([np.empty(0, np.int32), *found])], places

    def rows(self, pks: np.ndarray) -> Iterable[tuple[int, int, np.ndarray]]:
        for place in np.searchsorted(self._pks, pks).tolist():
            row = self._features[self._ends[place] : self._ends[place + 1]]
            yield int(self._pks[place]), int(self._specialties[place]), row

    def vectors(self, pks: np.ndarray) -> np.ndarray:
        return self._vectors[np.searchsorted(self._pks, pks)]

    def nearest(self, vectors: np.ndarray) -> Iterable[np.ndarray]:
        for start in range(0, len(vectors), TOGETHER):
            some = vectors[start : start + TOGETHER]
            if not some.any():
                yield from [NONE] * len(some)
                continue
            for cosines in some @ self._vectors.T:
                last = max(len(cosines) - meaning.NEAREST, 0)
                places = np.argpartition(cosines, last)[last:]
                yield self._pks[places[cosines[places] != 0]]


def _vectors_of(pks: np.ndarray) -> np.ndarray:
    """A row for each question, in a file as the features are; one row for all where there are none."""
    if not meaning.is_on():
        return np.broadcast_to(np.zeros(DIMENSIONS, np.float32), (len(pks), DIMENSIONS))
    with tempfile.TemporaryFile() as file:
        for start in range(0, len(pks), CHUNK):
            file.write(meaning.read(pks[start : start + CHUNK]))
        return _mapped(file, np.float32).reshape(-1, DIMENSIONS)


def _mapped(file: IO[bytes], kind: type) -> np.ndarray:
    """The numbers in a file. An ordinary array over mapped memory: its slices cost a tenth."""
    file.flush()
    # An empty file cannot be mapped.
    return np.asarray(np.memmap(file, kind, "r")) if file.tell() else np.empty(0, kind)


def rebuild(*, processes: int = 1, tick: Tick = lambda done: None) -> None:
    """Make every profile and every list anew. `tick` hears of each profile and of each list."""
    meaning.prepare()
    published = Question.objects.published().order_by("pk").values_list("pk", flat=True)
    if not FeatureCounts.objects.exists():
        similar.write_profiles(published.reverse()[:FIRST_MEASURED])
        _measure()
    with _pool(processes) as pool:
        made_by = partial(pool.imap, chunksize=CHUNK // 10) if pool else map
        for chunk in _chunks(published):
            similar.write_profiles(chunk, made_by)
            tick(len(chunk))
    _measure()
    resume(processes=processes, tick=tick)


def resume(*, processes: int = 1, tick: Tick = lambda done: None) -> None:
    """Work out the lists that are due. `tick` hears of each."""
    for language in _languages():
        _work_out(language, processes, tick)


def published_count() -> int:
    return Question.objects.published().count()


def due_count() -> int:
    return QuestionProfile.objects.filter(list_due_at__isnull=False).count()


def _languages() -> list[str]:
    return sorted(QuestionProfile.objects.values_list("language", flat=True).distinct().order_by())


def _measure() -> None:
    for language in _languages():
        rarity.measure(language)


def _work_out(language: str, processes: int, tick: Tick) -> None:
    global _loaded
    loaded_at = timezone.now()
    due = QuestionProfile.objects.filter(language=language, list_due_at__lt=loaded_at)
    due_pks = frozenset(due.values_list("pk", flat=True))
    if not due_pks:
        return
    _loaded = LoadedProfiles(language), rarity.of(language), due_pks
    are_all = len(due_pks) == len(_loaded[0])
    with _pool(processes) as pool:
        for since, found in _suggestions(due, pool, processes):
            similar.keep(found, since, are_all=are_all)
            tick(len(since))
    _loaded = None
    # What changed meanwhile was compared as it was before.
    changed = QuestionProfile.objects.filter(language=language, changed_at__gte=loaded_at)
    changed.filter(list_due_at=None).update(list_due_at=timezone.now())


def _suggestions(due: QuerySet, pool, processes: int) -> Iterator[tuple[dict, similar.Found]]:
    """(since when each was due, what was found) of each chunk; a few of them are ahead in the pool."""
    running = deque()
    for chunk in _chunks(due.order_by("pk").values_list("pk", flat=True)):
        since = dict(due.filter(pk__in=chunk).values_list("pk", "list_due_at"))
        asked = similar.asked(since)
        if pool is None:
            yield since, _suggest(asked)
            continue
        running.append((since, pool.apply_async(_suggest, [asked])))
        if len(running) > processes:
            since, found = running.popleft()
            yield since, found.get()
    for since, found in running:
        yield since, found.get()


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
