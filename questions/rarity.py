"""How rare each feature is among the questions of a language: what makes sharing it tell something.

Counted now and then over the newest questions, not at each change: a share hardly moves once there are
some hundred questions. Whoever compares keeps the table in memory until it is counted anew.
"""

import zlib
from collections.abc import Iterable
from datetime import datetime

import numpy as np
from django.db import connection
from django.utils import timezone

from questions import common_words, counts
from questions.models import FeatureCounts, QuestionProfile
from questions.profile import FEATURES, features_of
from questions.scoring import Rarity

# The newest so many are counted; counted anew when there are a fifth more or fewer than last time.
COUNTED, GROWN = 200_000, 1.2
CHUNK = 5_000
# A young site has seen too little to call a word common: as if there were so many questions before, in
# which everyday words stand as often as anywhere, and others do not.
PRIOR = 200
# While the site is young, what is rare changes with each day.
YOUNG = 5_000

_known: dict[tuple[str, str], tuple[datetime | None, Rarity]] = {}


def of(language: str) -> Rarity:
    """Of the questions in a language; of a language without questions everything is as rare."""
    row = FeatureCounts.objects.filter(language=language).values_list("measured_at").first()
    measured_at = row[0] if row else None
    place = (str(connection.settings_dict["NAME"]), language)
    known = _known.get(place)
    if known is None or known[0] != measured_at:
        known = _known[place] = (measured_at, _read(language))
    return known[1]


def _read(language: str) -> Rarity:
    counted = FeatureCounts.objects.filter(language=language).first()
    if counted is None:
        return _rarity(0, np.zeros(FEATURES, np.uint32))
    return _rarity(counted.total, np.frombuffer(zlib.decompress(counted.counts), np.uint32))


def measure_if_grown(languages: Iterable[str]) -> list[str]:
    """Count anew those of these languages that have become other ones since; gives them."""
    before = dict(FeatureCounts.objects.values_list("language", "size"))
    grown = [
        language
        for language in sorted(set(languages))
        if not before.get(language, 0) / GROWN <= _size(language) <= before.get(language, 0) * GROWN
    ]
    for language in grown:
        measure(language)
    return grown


def _size(language: str) -> int:
    """How many questions there are in a language, or on the whole of a large site, where to count
    them takes long."""
    published = counts.published_total()
    if published > YOUNG:
        return published
    return QuestionProfile.objects.filter(language=language).count()


def measure(language: str) -> None:
    """Count the features of the newest questions in a language."""
    newest = QuestionProfile.objects.filter(language=language).order_by("-pk")[:COUNTED]
    feature_counts, total = np.zeros(FEATURES, np.uint32), 0
    rows: list[bytes] = []
    for parts in newest.values_list("words", "runs").iterator(CHUNK):
        rows += map(bytes, parts)
        total += 1
        if len(rows) >= CHUNK:
            feature_counts += _count(rows)
            rows = []
    feature_counts += _count(rows)
    FeatureCounts.objects.update_or_create(
        language=language,
        defaults={
            "measured_at": timezone.now(),
            "size": _size(language),
            "total": total,
            "counts": zlib.compress(feature_counts.tobytes(), 1),
        },
    )


def _count(rows: list[bytes]) -> np.ndarray:
    features = features_of(np.frombuffer(b"".join(rows), np.uint32))
    return np.bincount(features, minlength=FEATURES).astype(np.uint32)


def _rarity(total: int, feature_counts: np.ndarray) -> Rarity:
    known = np.minimum(feature_counts, total) + np.float32(PRIOR) * common_words.shares()
    table = np.log1p((total + PRIOR - known + 0.5) / (known + 0.5)).astype(np.float32)
    return Rarity(total, feature_counts, table)
