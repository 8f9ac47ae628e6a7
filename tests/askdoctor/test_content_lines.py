"""What is wrong with a line is said in a sentence, whatever is wrong with it."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from askdoctor.content.fields import CONTROL, HIGHEST_NUMBER, LineError
from askdoctor.content.format import parse
from askdoctor.content.lines import QuestionLine
from doctors.typed import typed
from questions.markdown import mentioned_numbers
from tests.askdoctor.content import BASIS, DOCTOR, SPECIALTY, question_line, reply_line


def reason(line) -> str:
    raw = line if isinstance(line, bytes) else json.dumps(line).encode()
    with pytest.raises(LineError) as refused:
        parse(raw)
    return str(refused.value)


def test_numbers_that_follow_the_highest_one_are_read_in_texts():
    assert mentioned_numbers(f"#{HIGHEST_NUMBER + 1}") == [HIGHEST_NUMBER + 1]


@pytest.mark.parametrize("line", [*BASIS, question_line()], ids=lambda line: line["type"])
def test_the_lines_of_the_design_are_understood(line):
    parse(json.dumps(line).encode())


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"{", "not JSON"),
        (b"[]", "not a JSON object but a list"),
        (b"null", "not a JSON object but null"),
        (b'{"type": "question", "id": NaN}', "NaN is no value"),
        (b'{"type": "question", "id": ' + b"9" * 5000 + b"}", "a number is too long"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"type": "tag", "name": "a", "name": "b"}', "key 'name' stands there twice"),
        (b'{"type": "tag", "name": "\xff"}', "not UTF-8: byte 26 is 0xff"),
        (b'{"type": "tag", "name": "\\u0000"}', "control character 0x00"),
        (b'{"type": "tag", "name": "a\\u0007"}', "control character 0x07"),
        (b'{"type": "tag", "name": "\\ud800"}', "lone surrogate"),
        (b'{"type": "tag", "name": "a", "\\u001b[31m": 1}', r"unknown key '\x1b[31m'"),
        (b'{"type": "\\ud800"}', "lone surrogate"),
        (b'{"type": "tag", "name": "a\\ufffd"}', '"name" holds U+FFFD'),
        (b'{"type": "tag", "name": "a\\u202eb"}', '"name" holds U+202E, which turns'),
        (b'{"type": "tag", "name": "a", "synonyms": ["\\u2066b"]}', '"synonyms" holds U+2066'),
        (b'{"type": "tag", "name": "a", "\\ud800": 1}', r"unknown key '\ud800'"),
    ],
)
def test_a_line_that_is_hardly_json_is_refused(raw, said):
    assert said in reason(raw)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"slug": "x"}, '"type" is missing'),
        (
            {"type": "letter"},
            "\"type\" is none of specialty, doctor, tag, topic, question, retracted: 'letter'",
        ),
        (SPECIALTY | {"slug": "two words"}, "may hold letters"),
        (SPECIALTY | {"slug": "../x"}, "may hold letters"),
        (SPECIALTY | {"name": " "}, '"name" is empty'),
        (SPECIALTY | {"name": None}, '"name" has to be text, and is null'),
        (SPECIALTY | {"name": "x" * 121}, '"name" has 121 characters, 120 are allowed'),
        (SPECIALTY | {"colour": 1}, "unknown key 'colour'"),
        (DOCTOR | {"other_specialties": "x"}, "has to be a list, and is text"),
        (DOCTOR | {"other_specialties": [1]}, "has to hold text each, not a whole number"),
        (DOCTOR | {"verified_at": "yesterday"}, "is not a date like 2026-03-31: 'yesterday'"),
        (DOCTOR | {"bio": "x" * 2001}, '"bio" has 2001 characters'),
        ({"type": "tag", "name": "x", "kind": "plant"}, '"kind" is none of condition'),
        (
            {"type": "tag", "name": "x", "synonym_slugs": {"\u202ey\x1b": "two words"}},
            r"synonym_slugs.'\u202ey\x1b'",
        ),
    ],
)
def test_a_name_that_is_wrong_is_refused(line, said):
    assert said in reason(line)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": 0}, '"id" is not between 1 and'),
        ({"id": 10**12}, '"id" is not between 1 and'),
        ({"id": True}, '"id" has to be a whole number, and is true or false'),
        ({"id": "5"}, '"id" has to be a whole number, and is text'),
        ({"id": 1.0}, '"id" has to be a whole number, and is a number with a fraction'),
        ({"title": "x" * 301}, '"title" has 301 characters'),
        ({"title": ["x"]}, '"title" has to be text, and is a list'),
        ({"body": "x" * 50_001}, '"body" has 50001 characters'),
        ({"tags": ["x" * 201]}, '"tags" has 201 characters, 200 are allowed'),
        ({"tags": ["x"] * 201}, '"tags" holds 201, 200 are allowed'),
        ({"tags": [""]}, '"tags" is empty'),
        ({"language": "fr"}, "\"language\" is none of en, zh-hant: 'fr'"),
        ({"asker": []}, '"asker" has to be an object, and is a list'),
        ({"asker": {"age_band": "0-8"}}, '"asker.age_band" is none of'),
        ({"asker": {"age_band": "0-9", "sex": "f"}}, '"asker.sex" is none of'),
        ({"asker": {"age_band": "0-9", "email": "a@b.c"}}, "unknown key 'asker.email'"),
        ({"asked_at": "2022-13-01"}, '"asked_at" is not a date'),
        ({"asked_at": "20221018"}, '"asked_at" is not a date'),
        ({"asked_at": "0001-01-01"}, '"asked_at" is not a date'),
        ({"asked_at": "2022-10-18T25:00"}, '"asked_at" is not a date'),
        ({"asked_at": 2022}, '"asked_at" has to be text'),
        ({"status": "declined"}, "\"status\" is none of published, pending, open: 'declined'"),
        ({"status": "open"}, "a question that is open has no replies yet"),
        ({"replies": []}, "a published question needs a reply"),
        ({"replies": [1]}, "has to hold an object each"),
        ({"replies": [reply_line(), reply_line()]}, "one doctor replies twice"),
        ({"body": "a\n\u2067b"}, '"body" holds U+2067, which turns the direction of text'),
        ({"asker": {"name": "a\u202db"}}, '"asker.name" holds U+202D'),
        ({"title": "\u200b\xad"}, '"title" is empty'),
        ({"replies": [reply_line(text="\u200b")]}, '"replies[0].text" is empty'),
        ({"replies": [reply_line(explanation="\u202e")]}, '"replies[0].explanation" holds U+202E'),
        ({"replies": [reply_line(text=" ")]}, '"replies[0].text" is empty'),
        ({"replies": [reply_line(stars=5)]}, "unknown key 'replies[0].stars'"),
        ({"replies": [reply_line(doctor_verified="yes")]}, "has to be true or false"),
        ({"replies": [reply_line(replied_at="2022-10-17")]}, 'is before "asked_at"'),
    ],
)
def test_a_question_that_is_wrong_is_refused(changes, said):
    assert said in reason(question_line(**changes))


@pytest.mark.parametrize("name", ["id", "title", "language", "asker", "asked_at", "status"])
def test_a_question_has_to_be_whole(name):
    line = question_line()
    del line[name]

    assert f'"{name}" is missing' in reason(line)


def test_a_published_question_has_a_specialty():
    line = question_line()
    del line["specialty"]

    assert 'needs a "specialty"' in reason(line)


def test_order_of_keys_and_spaces_do_not_make_another_line():
    line = question_line()
    one = parse(json.dumps(line).encode())
    other = parse(json.dumps(dict(reversed(line.items())), indent=1).encode())

    assert one.digest == other.digest != parse(json.dumps(question_line(title="x")).encode()).digest


def test_texts_are_as_forms_take_them():
    line = question_line(
        title=" Cafe\u0301 \u200b au\x85lait ",
        body="one\r\n\ttwo\x99\u2028three\xad ",
        tags=["fie\u0300vre", "fi\u00e8vre", "\ufeffrash"],
        replies=[reply_line(text="\u00e1" + "\u0315" * 40)],
    )
    parsed = parse(json.dumps(line).encode())

    assert parsed.title == "Caf\u00e9 au lait"
    assert parsed.body == "one\n\ttwo\nthree "
    assert parsed.tags == ("fi\u00e8vre", "rash")
    assert parsed.replies[0].text == "\u00e1" + "\u0315" * 29


@pytest.mark.parametrize(
    "text", ["👩\u200d👧 ❤\ufe0f", "می\u200cخواهم", "שלום", "發燒　三天", "🇹🇼"]
)
def test_whatever_forms_take_is_taken(text):
    parsed = parse(json.dumps(question_line(body=text, replies=[reply_line(text=text)])).encode())

    assert parsed.body == parsed.replies[0].text == text == typed(text).text


def test_a_synonym_keeps_its_address_however_it_is_written():
    line = {"type": "tag", "name": "fever", "synonyms": [" fie\u0300vre"]}
    parsed = parse(json.dumps(line | {"synonym_slugs": {" fie\u0300vre": "hot"}}).encode())

    assert parsed.synonym_slugs == (("fi\u00e8vre", "hot"),)
    assert parsed.synonyms == ("fi\u00e8vre",)


@given(text=st.text())
def test_a_text_is_refused_or_as_a_form_takes_it(text):
    raw = json.dumps(question_line(body=text)).encode()
    try:
        body = parse(raw).body
    except LineError as error:
        assert str(error).isprintable()
        assert typed(text).taken_out or CONTROL.search(text)
    else:
        assert body == typed(text, strip=False).text
        assert parse(json.dumps(question_line(body=body)).encode()).body == body


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=5,
)


@given(key=st.sampled_from([*question_line(), "pinned", "x\x00"]), value=JSON)
@example(key="tags", value=["\ud800"])
@example(key="replies", value=[{"doctor": []}])
def test_a_question_with_anything_anywhere_is_read_or_refused(key, value):
    raw = json.dumps(question_line() | {key: value}).encode()
    try:
        assert isinstance(parse(raw), QuestionLine)
    except LineError as error:
        assert str(error).isprintable()


@given(raw=st.binary(max_size=60))
def test_any_bytes_are_refused_with_a_reason(raw):
    with pytest.raises(LineError):
        parse(raw)
