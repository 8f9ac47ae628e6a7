"""How close two words are, and finding close words without comparing all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.spelling import BEGINNING, distance, remains, slips_allowed


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("fever", "fever", 0),
        ("fevr", "fever", 1),
        ("feever", "fever", 1),
        ("fevar", "fever", 1),
        ("fevre", "fever", 1),
        ("diabtes", "diabetes", 1),
        ("exzema", "eczema", 1),
        ("eksema", "eczema", 2),
        ("rash", "fever", 5),
    ],
)
def test_a_slip_is_a_letter_too_many_too_few_wrong_or_swapped(one, other, slips):
    assert distance(one, other) == distance(other, one) == slips


words = st.text("abc", min_size=4, max_size=9)


@given(words, words)
def test_words_that_are_two_slips_apart_share_a_remainder(one, other):
    # Slips behind the beginning of a long word count too: those of the beginnings are no more.
    if distance(one[:BEGINNING], other[:BEGINNING]) <= 2:
        assert set(remains(one)) & set(remains(other))


def test_short_words_have_few_slips_and_the_shortest_none():
    assert [slips_allowed(word) for word in ("flu", "rash", "fever", "eczema")] == [0, 1, 1, 2]
