"""Whether a text reads like those of emergencies: logistic regression over its words.

The weights (likeness.json) are learned from labelled texts by `manage.py learn_likeness`. Numbers weigh
nothing: what a temperature means at an age is for the rules (red_flags.py).
"""

import json
import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("likeness.json")
BIAS = ""
TOGETHER = 3
_WORD = re.compile(r"[a-z]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_SENTENCE_ENDS = re.compile(
    r"(?<!\d)[.](?!\d)|\.(?=\s)|[!?;\n。]|\bbut\b|\bhowever\b|但是?|可是|(?<![喘透])不过(?!来)"
)
_LETTER = re.compile(r"\w")
_PREFIX = 5
_FURTHEST = 4


def likeness(sentences: list[str], weights: Mapping[str, float]) -> float:
    """The log-odds of an emergency in what reads most like one of a few sentences on end.

    So a sign keeps its weight where it stands within a long story. Sentences are as `sentences_of` gives them.
    """
    return max(log_odds(features(each), weights) for each in windows(sentences))


def windows(sentences: list[str]) -> list[str]:
    """Each few sentences on end of a text; all of it where it has no more."""
    starts = range(max(1, len(sentences) - TOGETHER + 1))
    return [" . ".join(sentences[start : start + TOGETHER]) for start in starts]


def sentences_of(written: str) -> list[str]:
    """The sentences of a text as `ages.plain` writes it; a "but" begins a new one."""
    return [each for each in _SENTENCE_ENDS.split(written) if _LETTER.search(each)]


def log_odds(found: Iterable[str], weights: Mapping[str, float]) -> float:
    known = [weights[each] for each in found if each in weights]
    return weights[BIAS] + sum(known) / math.sqrt(len(known) + 1)


def known_count(written: str, weights: Mapping[str, float]) -> int:
    """How many of a text's features have a weight."""
    return len(features(written) & weights.keys())


def features(written: str) -> set[str]:
    """Words, their beginnings, pairs of words at most four apart, and one to three Chinese characters."""
    words = _WORD.findall(written)
    found = set(words) | {f"{word[:_PREFIX]}*" for word in words if len(word) > _PREFIX}
    for place, word in enumerate(words):
        for apart, other in enumerate(words[place + 1 : place + 1 + _FURTHEST]):
            found.add(f"{word} {other}" if apart == 0 else f"{word} .. {other}")
    for run in _CHINESE.findall(written):
        for length in (1, 2, 3):
            found.update(run[at : at + length] for at in range(len(run) - length + 1))
    return found


@cache
def learned_weights() -> dict[str, float]:
    return json.loads(WEIGHTS.read_text(encoding="utf-8"))
