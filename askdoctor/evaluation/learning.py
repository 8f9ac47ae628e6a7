"""Learns what texts of emergencies have in common (questions/likeness.py) from labelled ones."""

import math
from collections import Counter
from collections.abc import Iterable
from random import Random

from questions.ages import plain
from questions.likeness import BIAS, features, sentences_of, windows

ROUNDS, RATE, SHRINK = 15, 0.1, 1e-3
# A feature of one text only is left out, and what weighs less than this in the end.
FEWEST, LEAST = 2, 0.3
# At which age which temperature is dangerous is a table, in the rules.
BY_RULES_ONLY = "young_fever"


def learn(rows: Iterable[dict]) -> dict[str, float]:
    """Weights of features, from rows as `read_red_flags` has them; the same rows give the same weights.

    Logistic regression by stochastic gradient descent; each feature has a step of its own (AdaGrad:
    Duchi, Hazan, Singer 2011), so that rare words weigh as well.
    """
    learned_from = [row for row in rows if row["group"] != BY_RULES_ONLY]
    found = [[features(each) for each in _weighed(row)] for row in learned_from]
    counts = Counter(each for one in found for each in set().union(*one))
    numbers = {
        each: place for place, each in enumerate(e for e, n in counts.items() if n >= FEWEST)
    }
    texts, urgent = [], []
    for row, weighed in zip(learned_from, found, strict=True):
        texts += [[numbers[each] for each in sorted(one) if each in numbers] for one in weighed]
        urgent += [bool(row["group"])] * len(weighed)
    weights, slopes = [0.0] * len(numbers), [1e-8] * len(numbers)
    bias, bias_slope = 0.0, 1e-8
    order, random = list(range(len(texts))), Random(0)  # noqa: S311 - to be repeated, not to be secret
    for _round in range(ROUNDS):
        random.shuffle(order)
        for place in order:
            text = texts[place]
            size = 1 / math.sqrt(len(text) + 1)
            odds = bias + size * sum(weights[each] for each in text)
            error = 1 / (1 + math.exp(-odds)) - urgent[place]
            for each in text:
                slope = error * size + SHRINK * weights[each]
                slopes[each] += slope * slope
                weights[each] -= RATE * slope / math.sqrt(slopes[each])
            bias_slope += error * error
            bias -= RATE * error / math.sqrt(bias_slope)
    kept = {each: round(weights[number], 2) for each, number in sorted(numbers.items())}
    return {BIAS: round(bias, 2)} | {
        each: weight for each, weight in kept.items() if abs(weight) >= LEAST
    }


def _weighed(row: dict) -> list[str]:
    """An emergency as a whole, for its sign may stand anywhere in it; an ordinary text in each of the
    pieces that `likeness` weighs, or a long one would be stopped for the worst of many.
    """
    written = plain(text_of(row))
    return [written] if row["group"] else windows(sentences_of(written))


def text_of(row: dict) -> str:
    return f"{row['title']}\n{row['body']}".strip()
