"""What a person typed, made fit to be stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctors.typed import typed


@pytest.mark.parametrize(
    ("came", "text"),
    [
        ("  two\r\nlines\r and\u2028three ", "two\nlines\n and\nthree"),
        ("e\u0301", "é"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("bell\x07", "bell"),
        ("👩\u200d👧 ❤\ufe0f", "👩\u200d👧 ❤\ufe0f"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("left\u200e right\u200f Arabic\u061c", "left right Arabic"),
        ("swi\u206atch\u206f", "switch"),
        ("ti\u2063mes\u3164", "times"),
        ("tag\U000e0001\U000e0061\U000e007f", "tag"),
        ("發燒　三天", "發燒　三天"),
        ("a" + "\u0315" * 40 + " b", "a" + "\u0315" * 30 + " b"),
        (None, ""),
        (["a"], ""),
        (7, ""),
    ],
)
def test_text_is_normalised_without_a_word(came, text):
    assert typed(came).text == text
    assert not typed(came).taken_out


def test_one_line_has_no_breaks_and_single_spaces():
    assert typed("two\nlines  here", in_one_line=True).text == "two lines here"


def test_what_stands_around_it_stays_where_that_is_asked_for():
    assert typed(" two\r\n\x07", strip=False).text == " two\n"


@pytest.mark.parametrize("mark", ["\0", "\ud800", "\udfff", "\ufffd"])
def test_unreadable_characters_are_taken_out_and_reported(mark):
    result = typed(f"a{mark}b")
    assert (result.text, result.taken_out) == ("ab", ["unreadable"])


@pytest.mark.parametrize("mark", ["\u202e", "\u202a", "\u2066", "\u2069"])
def test_turns_of_direction_are_taken_out_and_reported(mark):
    result = typed(f"a{mark}b")
    assert (result.text, result.taken_out) == ("ab", ["direction"])


@given(st.text())
def test_typed_text_can_be_stored_and_typing_it_again_changes_nothing(text):
    once = typed(text).text
    assert "\0" not in once
    once.encode()
    assert typed(once).text == once
    assert not typed(once).taken_out
