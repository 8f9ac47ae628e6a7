"""No text that a field takes, however it was made, is read for longer than a moment."""

from time import process_time

import pytest

from tests.fuzzing.direct import SUBJECTS
from tests.fuzzing.long_texts import long_texts
from tests.fuzzing.watchdog import watchdog

# Of the processor, not of the clock: on a machine with other work.
SECONDS_AT_MOST = 5
# What was read for minutes, or raised, before it was mended.
CASES = {
    "red flags": [
        "a" + "\n" * 9_000 + "a",
        "9" * 5_000 + "mo",
        "born " + "9" * 5_000 + " weeks ago",
        "no aspirin " * 2_000,
        "no paracetamol 5 ml " * 1_000,
        "沒有發燒" * 5_000,
    ],
    "identifiers": [
        "no. " + "1" * 49_000,
        "三年二班" * 12_500,
        "@abc " * 10_000,
        (("A" * 32 + ", ") * 3 + ". ") * 400,
        *(f"{cue}{' ' * 9_000}x" for cue in ("mrn", "follow", "nhi card", "flat")),
        *(f"{cue}{chr(10) * 9_000}x" for cue in ("thanks", "best", "謝謝")),
    ],
    "Markdown": ["<br" + " " * 49_000],
    "what was typed": ["a" + "\u0315" * 250_000 + "\u0316" * 250_000, "\u0f73" * 300_000],
    "differences": ["';--" * 800, "a\n" * 25_000, "fever " * 1_200],
    "reply checks": [
        "." * 50_000,
        "a. " * 16_000,
        "一" * 50_000,
        "1" * 50_000,
        "honey " * 8_000,
        "paracetamol 5 mg " * 2_900,
        "paracetamol " + "5 g " * 12_000,
        "普拿疼" + "5毫克" * 15_000,
        "5 ml5 ml " * 5_600,
        "1" + " " * 49_000 + "ml",
        "5 teaspoons paracetamol " * 2_000,
        "paracetamol 5 mg ibuprofen 5 mg " * 1_500,
        "paracetamol two 200 mg tablets every 4 hours " * 1_100,
        "paracetamol " + "one hundred and " * 3_000,
        "普拿疼" + "一百" * 24_000,
        "first-line " + "amoxicillin second-line " * 2_000,
        "attachment " + "9" * 5_000,
        "for a child of " + "9" * 5_000 + " years old, honey",
    ],
}
TAKES_TEXTS = [subject for subject in SUBJECTS if subject.longest]


def seconds_for(subject, text: str) -> float:
    begin = process_time()
    with watchdog(120):
        subject.run(text)
    return process_time() - begin


@pytest.mark.parametrize(
    "subject", [each for each in SUBJECTS if each.name in CASES], ids=lambda subject: subject.name
)
def test_what_was_read_for_minutes_is_read_at_once(subject):
    for text in CASES[subject.name]:
        assert seconds_for(subject, text) < SECONDS_AT_MOST, text[:40]


@pytest.mark.parametrize("subject", TAKES_TEXTS, ids=lambda subject: subject.name)
def test_a_long_text_takes_little_more_than_a_short_one(subject):
    """Twice as long and as many times as long: what looks again and again shows at a tenth of it."""
    length = min(subject.longest, 3_000)
    for text in long_texts(length):
        assert seconds_for(subject, text) < 1, text[:40]
