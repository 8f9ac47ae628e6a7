"""How much two things that share tags have to do with each other. Numbers only, no database.

A tag weighs its rarity, the logarithm of one over the share of published questions that carry it
(inverse document frequency), times what its kind tells. What two questions share weighs the sum.
A specialty is no tag and weighs nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import accumulate
from math import log

# Sharing a medicine or a condition tells more than sharing a symptom.
KIND_WEIGHTS = {
    "condition": 1.0,
    "medicine": 1.0,
    "test": 0.8,
    "body_part": 0.8,
    "symptom": 0.5,
    "other": 0.5,
}
# A young site has seen too little to call a tag common: as if so many questions without it were there.
PRIOR = 1_000
# What is shared must weigh this much, or nothing is shown: one tag of kind "other" that stands on
# about 1 of 120 questions, or one medicine that stands on 1 of 11.
FLOOR = 2.4


def tag_weight(kind: str, count: int, total: int) -> float:
    """The weight of a tag on `count` of `total` published questions."""
    return KIND_WEIGHTS[kind] * log((total + PRIOR) / (min(count, total) + 0.5))


def leading(weights: Mapping[int, float], floor: float = FLOOR) -> list[int]:
    """The tags of which something must be shared to reach the floor, the weightiest first.

    The lightest tags that do not reach it even all together lead to nothing and are left out: that
    is what keeps a tag that stands everywhere from being looked through.
    """
    lightest_first = sorted(weights, key=lambda tag: (weights[tag], tag))
    together = accumulate(weights[tag] for tag in lightest_first)
    in_vain = sum(weight < floor for weight in together)
    return lightest_first[in_vain:][::-1]


def hair(at: datetime) -> float:
    """So little that it decides ties alone: of two that share the same the newer comes first."""
    return at.timestamp() / 1e13


def reasons(shared: Iterable[int], weights: Mapping[int, float]) -> list[int]:
    """The shared tags worth naming, the weightiest first: a light one beside a heavy one is not."""
    ordered = sorted(shared, key=lambda tag: (-weights[tag], tag))
    return [tag for tag in ordered if weights[tag] >= weights[ordered[0]] / 3]
