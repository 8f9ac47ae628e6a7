"""What looks for numbers, names and doses reads what readers will read."""

import pytest

from questions.as_read import AsRead, words_of
from questions.doses import doses_in
from questions.identifiers import find, masked
from questions.markdown import html_to_text, markdown_to_html, paragraphs_to_html
from questions.reply_checks import check_reply

MARKED_UP = [
    "0912<b>345</b>678",
    "0912&#51;45678",
    "0912&#x33;45678",
    "0912<!-- so -->345678",
    "0912<script>x</script>345678",
    "0912&nbsp;345&nbsp;678",
    "<p>0912</p>345678",
    "5 < 6 &amp; 7 > 3, <3 &amp;#51;",
    "a <br> b",
]
MARKDOWN = [
    "0912**345**678",
    "0912***345***678",
    "**09*12*34**5678",
    "`0912` `345` `678`",
    r"0912\-345\-678",
    "0912[345](https://example.org/)678",
    "0912![345](https://example.org/x.png)678",
    "2 * 3 and 4 * 5, 2\\*3",
    "_0912345678_",
    "__0912__ ___345___ 678",
    "a_b_c _d_",
]


@pytest.mark.parametrize("typed", MARKED_UP)
def test_words_are_those_of_the_page_of_an_asker(typed):
    page = html_to_text(paragraphs_to_html(typed))
    assert AsRead(typed).without_html().text.split() == page.split()


@pytest.mark.parametrize("typed", MARKED_UP + MARKDOWN)
def test_words_are_those_of_the_page_of_a_reply(typed):
    assert words_of(typed).split() == html_to_text(markdown_to_html(typed)).split()


def test_every_character_knows_where_it_was_typed():
    typed = "Ring 0912<b>3&#52;</b>5**678**."
    read = AsRead(typed).without_html().without_marks()
    assert read.text == "Ring 0912345678."
    start, end = read.place(read.text.index("0912"), read.text.index("."))
    assert typed[start:end] == "0912<b>3&#52;</b>5**678"
    assert [typed[slice(*read.place(at, at + 1))] for at in range(len(read.text))][9:12] == [
        "3",
        "&#52;",
        "5",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        *(each for each in MARKED_UP + MARKDOWN if "0912" in each),
        "A123**456**789",
        "chen&#64;gmail&#46;com",
        "chen@gm<b></b>ail.com",
        "0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
        "٠٩١٢٣٤٥٦٧٨",
        "⓿❾❶❷❸❹❺❻❼❽",
        "09\u316412345678",
        "0\u2800912\u2800345678",
        "0912_345_678",
        "0912~345~678",
        "0912:345:678",
        "0/9/1/2/3/4/5/6/7/8",
        "0912/345678",
        "0912•345678",
        "[me](tel:0912345678)",
        "[me](mailto:chen@gmail.com)",
        "[me][0912345678]",
        "0912<mark>345</mark>678",
        "_chen@gmail.com_",
        "0912📞345📞678",
        "0912 three four five 678",
        "zero912 345 678",
        "chen[@]gmail[.]com",
    ],
)
def test_numbers_are_found_whatever_stands_between(typed):
    text = f"Please call {typed} soon"
    left = masked(text, find(text))
    assert not any(one.isdigit() for one in left)
    assert "gmail" not in left


@pytest.mark.parametrize(
    "typed",
    [
        "5&nbsp;mg",
        "`500` mg",
        "500&#32;mg",
        "500<b></b>mg",
        "500<br>mg",
        "500\\\nmg",
        "50 m**g**",
        "5&#48;0 m&#103;",
        "500–mg",
        "500 (mg)",
        "20 [ml](https://example.org/)",
        "5 mls",
        "two spoonfuls",
    ],
)
def test_doses_are_read_as_they_stand_on_the_page(typed):
    assert len(doses_in(f"Give {typed} of syrup")) == 1


def test_dose_is_the_one_on_the_page():
    assert doses_in("Give 5**0**0 mg") == ["500 mg"]


def test_what_one_text_opens_does_not_hide_the_other():
    assert doses_in("Hello <style>", "Give 5 ml </style>") == ["5 ml"]
    assert doses_in("Hello <!--", "Give 5 ml -->") == ["5 ml"]


@pytest.mark.parametrize(
    "typed", ["asp<b></b>irin", "asp&#105;rin", "阿斯<b></b>匹靈", "acetylsalicylic&nbsp;acid"]
)
def test_medicines_are_read_as_they_stand_on_the_page(typed):
    assert [each.rule.id for each in check_reply(f"Give {typed}.", age_band="3-5y")]
