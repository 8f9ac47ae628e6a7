"""What the count after a fault takes for good."""

import pytest

from tests.faults.counting import Result, sent_too_often

GOOD = {"fault": "nothing", "first": 0.2, "back": 1.0, "slowest": 2.0}


def test_what_is_quick_and_whole_is_good():
    assert Result(**GOOD).is_good
    assert Result(**GOOD, letters_again=1, oddities=["led in a circle"]).is_good
    assert Result(**GOOD, needs_outage=True, outages=3).is_good


@pytest.mark.parametrize(
    "wrong",
    [
        {"lost": ["a question"]},
        {"doubled": ["a letter"]},
        {"stuck": ["a writer that never ended"]},
        {"without_help": 1},
        {"needs_outage": True},
        {"back": 10.5},
        {"first": None},
        {"slowest": 8.5},
    ],
)
def test_each_of_these_is_not(wrong):
    assert not Result(**GOOD | wrong).is_good


def test_a_letter_comes_again_only_where_a_try_had_an_unknown_end():
    arrived = {("a", "answered", id): times for id, times in (("<1>", 1), ("<2>", 2), ("<3>", 3))}
    assert sent_too_often(arrived, dict.fromkeys(["<1>", "<2>", "<3>"], 1)) == [
        "letter answered of a, 2 times with one Message-ID",
        "letter answered of a, 3 times with one Message-ID",
    ]
    assert sent_too_often(arrived, {"<1>": 1, "<2>": 2, "<3>": 2}) == [
        "letter answered of a, 3 times with one Message-ID"
    ]
