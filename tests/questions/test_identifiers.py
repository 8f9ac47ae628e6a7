"""Places of what identifies, masks, check digits, and texts that would keep a pattern busy."""

import time

import pytest

from questions.identifier_rules.check_digits import (
    is_china_id,
    is_hongkong_id,
    is_nhs_number,
    is_taiwan_id,
)
from questions.identifiers import excerpt, find, find_in, marked, masked


def words(text):
    return [(one.kind, text[one.start : one.end]) for one in find(text)]


def test_places_are_those_of_the_text_as_it_was_typed():
    text = "㎏數不知道，電話０９１２－３４５－６７８，謝謝"
    assert words(text) == [("telephone", "０９１２－３４５－６７８")]


def test_mask_is_in_the_language_around_it():
    for text, hidden in [
        ("Please call 0912-345-678.", "Please call [telephone number]."),
        ("請打0912-345-678給我", "請打［電話］給我"),
    ]:
        assert masked(text, find(text)) == hidden


def test_hidden_characters_inside_hide_nothing():
    assert words("09\u200c12-345\u200d-678")[0][0] == "telephone"


def test_who_is_named_in_one_text_is_known_in_the_others():
    texts = {"title": "宥翔又發燒了", "body": "我兒子王宥翔，三歲，昨天開始燒。", "shown": "宥翔媽"}
    found = find_in(texts, {"shown": ["name"]})
    assert [texts[name][one.start : one.end] for name in found for one in found[name]] == [
        "宥翔",
        "王宥翔",
    ]
    assert found["shown"] == []


def test_pieces_are_the_text_again_and_an_excerpt_is_short():
    text = "a " * 200 + "call 0912-345-678" + " b" * 200
    assert "".join(piece for piece, _kind in marked(text, find(text))) == text
    pieces = excerpt(text, find(text))
    assert sum(len(piece) for piece, _kind in pieces) < 150
    assert ("0912-345-678", "telephone") in pieces


@pytest.mark.parametrize(
    "number", ["A123456789", "a123456789", "A800000014", "FC00000008", "AD30196810"]
)
def test_taiwan_numbers_have_a_check_digit(number):
    right = [digit for digit in "0123456789" if is_taiwan_id(number[:9] + digit)]
    assert len(right) == 1


def test_other_check_digits():
    assert is_taiwan_id("A123456789") and not is_taiwan_id("A123456788")
    assert is_nhs_number("999 000 0018") != is_nhs_number("999 000 0019")
    assert is_china_id("11010519491231002X") and not is_china_id("110105194912310021")
    assert is_hongkong_id("A123456(3)") and not is_hongkong_id("A123456(4)")


@pytest.mark.parametrize(
    "text",
    [
        "My son is tired.",
        "我兒子很累。",
        "The doctor told us to wait. Dr says so too.",
        "醫師說沒關係，護理師也這樣說。",
        "He had a fever from 3 March 2024 to 5 March 2024.",
        "120/80, 0.5 mL, 50 公斤, 38.5 °C, 1,250 IU, 150000-400000",
    ],
)
def test_what_is_said_in_any_question_is_none(text):
    assert words(text) == []


@pytest.mark.parametrize(
    "part", ["1 ", "一", "市", "區", "A1", "a.", "@a", "a at b dot ", " ", "中山路", "My Son Ab "]
)
def test_no_text_keeps_it_busy(part):
    started = time.monotonic()
    find((part * 10_000)[:10_000])
    assert time.monotonic() - started < 5
