"""What identifies somebody is found, and ordinary questions are left alone: measured on a set of our own.

Each text of identifiers.jsonl names what is in it; half of them are clean, and half are Chinese. Numbers are
from ranges kept for fiction or made up with their check digit; no text is of a real person.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from questions import identifiers

TEXTS = [
    json.loads(line)
    for line in (Path(__file__).parent / "identifiers.jsonl").read_text().splitlines()
]
CLEAN = [row for row in TEXTS if not row["findings"]]


def is_found(text: str, words: str) -> bool:
    """Whether a mask would leave nothing of it to be read."""
    start = text.index(words)
    places = set(range(start, start + len(words)))
    for one in identifiers.find(text):
        places -= set(range(one.start, one.end))
    return len(places) <= len(words) // 10


def shares() -> dict[str, float]:
    found, told = Counter(), Counter()
    for row in TEXTS:
        for one in row["findings"]:
            told[one["kind"]] += 1
            found[one["kind"]] += is_found(row["text"], one["text"])
    return {kind: found[kind] / told[kind] for kind in told} | {
        "structured": sum(found[kind] for kind in told if kind != "name")
        / sum(told[kind] for kind in told if kind != "name")
    }


def test_set_is_large_half_chinese_and_half_clean():
    assert len(TEXTS) >= 240
    assert sum(row["language"] == "zh-hant" for row in TEXTS) >= 0.45 * len(TEXTS)
    assert len(CLEAN) >= 0.4 * len(TEXTS)
    assert {one["kind"] for row in TEXTS for one in row["findings"]} == set(identifiers.KINDS)


def test_structured_ones_and_names_are_found():
    found = shares()
    assert found["structured"] >= 0.99, found
    assert found["name"] >= 0.9, found


def test_clean_questions_are_left_alone():
    hit = [row["text"] for row in CLEAN if identifiers.find(row["text"])]
    assert len(hit) <= len(CLEAN) / 20, hit


@pytest.mark.parametrize(
    "row", [row for row in TEXTS if row["findings"]], ids=lambda row: row["id"]
)
def test_mask_leaves_nothing_to_find(row):
    text = identifiers.masked(row["text"], identifiers.find(row["text"]))
    assert identifiers.find(text) == []
