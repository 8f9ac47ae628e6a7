"""What identifies somebody, in texts that were written by people who did not know the rules.

Later the rules were mended from what was missed in them, so that this keeps what was
reached; what is reached in new texts is less (docs/measuring.md).
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from questions import identifiers

TEXTS = [
    json.loads(line)
    for line in Path(__file__).with_name("identifiers_unseen.jsonl").read_text("utf-8").splitlines()
]


def is_touched(text: str, words: str) -> bool:
    """Whether the asker is shown some of it."""
    start = text.index(words)
    return any(one.start < start + len(words) and start < one.end for one in identifiers.find(text))


@pytest.mark.parametrize(
    ("language", "kind", "share"),
    [
        ("en", "name", 0.96),
        ("zh-hant", "name", 0.96),
        ("en", "structured", 0.98),
        ("zh-hant", "structured", 0.98),
    ],
)
def test_most_are_found(language, kind, share):
    found = Counter()
    for row in TEXTS:
        if (row["language"], row["set"]) == (language, kind):
            found.update(is_touched(row["text"], words) for words in row["hidden"])
    assert found.total() > 200
    assert found[True] >= share * found.total(), found


@pytest.mark.parametrize("language", ["en", "zh-hant"])
def test_hardly_an_ordinary_question_is_stopped(language):
    clean = [row for row in TEXTS if (row["language"], row["set"]) == (language, "clean")]
    hit = [row["text"] for row in clean if identifiers.find(row["text"])]
    assert len(clean) > 400
    assert len(hit) <= 0.02 * len(clean), hit
