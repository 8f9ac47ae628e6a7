"""Whatever is typed or imported ends as safe HTML, soon."""

import re
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.markdown import (
    excerpt,
    excerpt_to_html,
    markdown_to_html,
    only_allowed,
    paragraphs_to_html,
    without_html,
)

TITLES = {7: ('Is "7" <b>safe</b>?', "is-7-safe")}
TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "h3", "h4", "a"}
WRITERS = [
    markdown_to_html,
    only_allowed,
    paragraphs_to_html,
    lambda text: markdown_to_html(text, TITLES),
    lambda text: excerpt_to_html(excerpt(paragraphs_to_html(text)), TITLES),
    lambda text: excerpt_to_html(excerpt(markdown_to_html(text))),
    lambda text: paragraphs_to_html(text, TITLES),
]


class Reader(HTMLParser):
    """Refuses every tag and attribute that is not ours."""

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS, tag
        assert {name for name, _value in attrs} <= {"href", "rel", "start"}, attrs
        href = dict(attrs).get("href") or "/"
        assert re.match(r"https?://|/(?![/\\])", href), href

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data):
        raise AssertionError(f"an instruction: {data}")

    def handle_decl(self, decl):
        raise AssertionError(f"a declaration: {decl}")


def require_safe(html: str) -> None:
    reader = Reader()
    reader.feed(html)
    reader.close()


EVIL = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=x ONERROR=alert(1)//",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x) [y](//evil.example) [z](file:///etc/passwd)",
    "![x](https://evil.example/pixel.png)",
    "<https://a.example/?x='onmouseover=alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
    "&#60;iframe src=//evil.example&#62;",
    '<p style="position:fixed" onclick="x()"><a href="/x/" onmouseover="x()" style="x">x</a></p>',
    '<form action="/x/"><button>x</button></form><iframe src="/x/"></iframe><a href="tel:1">x</a>',
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<<b>img src=x onerror=alert(1)<b>>",
    "#7 <b title='#7' onclick=x>#7</b> [#7](https://a.example/#7)",
    "`<script>`\n\n    <script>\n\n```\n</code><script>\n```",
]


@pytest.mark.parametrize("text", EVIL)
@pytest.mark.parametrize("write", WRITERS)
def test_nothing_that_acts_comes_out(write, text):
    require_safe(write(text))


def test_links_lead_to_the_web_or_to_a_path_of_this_site():
    typed = "[a](/faq/fever/) [b](https://who.int/) [c](//evil.example) [d](fever/)"

    html = markdown_to_html(typed)

    assert re.findall('href="(.*?)"', html) == ["/faq/fever/", "https://who.int/"]
    assert html.count('rel="nofollow ugc noopener"') == html.count("<a ")


@given(text=st.text(alphabet="<>/&;#!-[]()*_`\"'= \n\\abijps7:", max_size=80))
def test_nothing_that_acts_comes_out_of_anything(text):
    for write in WRITERS:
        require_safe(write(text))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("platelets <5 and >2", "platelets <5 and >2"),
        ("a <b>bold</b> word", "a bold word"),
        ("one<br>two", "one\ntwo"),
        ("before <!-- hidden --> after", "before  after"),
        ("an arrow <!-- that does not end", "an arrow <!-- that does not end"),
        ("<script>hidden()</script>seen", " seen"),
        ("fish &amp; chips", "fish & chips"),
    ],
)
def test_markup_is_taken_out_and_words_are_kept(typed, said):
    assert without_html(typed) == said


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("### For the itch\n\n- Loose cotton\n- Cool baths\n\nSee us.", "For the itch – Loose cotton – Cool baths – See us."),
        ("It helps.\n\nGive these:\n\n- water", "It helps. Give these: water"),
        ("**發燒**\n\n多喝水。\n\n休息", "發燒 – 多喝水。 休息"),
        ("It began in Augu...", "It began in…"),
        ("It began in Augu…", "It began in…"),
        ("Help...", "Help..."),
        ("孩子發燒了三天…", "孩子發燒了三天…"),
    ],
)  # fmt: skip
def test_excerpt_reads_as_sentences(typed, shown):
    assert excerpt(markdown_to_html(typed)) == shown


def test_an_image_leaves_its_words():
    assert (
        markdown_to_html("See ![a *red* rash](http://a.example/x.png).") == "<p>See a red rash.</p>"
    )


def test_a_number_in_an_excerpt_becomes_a_link_with_a_short_title():
    titles = {
        **TITLES,
        8: ("A very long title that goes on and on and on until nobody reads it", "x"),
    }
    html = excerpt_to_html("See #7 and #8.", titles)
    assert '<a href="/questions/7/is-7-safe/">Is "7" &lt;b&gt;safe&lt;/b&gt;? (#7)</a>' in html
    assert "on and on and on until nobody… (#8)</a>" in html


HARD = ["[", "*", "_a", "![", "> ", "`", "<", "<a ", "<script", "<!--", "[a](", "&#", "#7 ", "\\"]
HARD += [
    "**a ",
    "*a_ ",
    "|",
    "- ",
    "http://",
    "</p",
    "<b><i>",
    "word ",
    "血",
    "(",
    "\n",
    "[x]: y\n",
]


@pytest.mark.parametrize("piece", HARD)
def test_a_text_of_26_kilobytes_takes_no_time_whatever_is_in_it(piece):
    text = (piece * 26_000)[:26_000]
    started = process_time()

    excerpt(markdown_to_html(text, TITLES))
    excerpt(paragraphs_to_html(text, TITLES))

    assert process_time() - started < 2
