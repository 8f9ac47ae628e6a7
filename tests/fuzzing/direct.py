"""The parts of the site that work on text alone, each with the greatest length that it may be given."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from django.core.exceptions import ValidationError
from django.http import Http404

from askdoctor.content.fields import LineError
from askdoctor.content.format import parse as parse_line
from askdoctor.logs import without_secrets
from doctors.paging import _decode, _encode
from doctors.typed import UNREADABLE, typed
from faq.names_in_text import TopicNames
from questions import identifiers, markdown, search_cursor
from questions.differences import sides
from questions.doses import doses_in
from questions.folding import fold, terms
from questions.forms.desk import KeptForm
from questions.highlight import excerpt_around, highlight
from questions.languages import language_of
from questions.limits import few_links
from questions.models import Question, Reply
from questions.profile import profile
from questions.question_words import without_question_words
from questions.red_flags import red_flags
from questions.reply_checks import check_reply
from questions.sealing import WrongKey, unseal
from questions.search_documents import searchable, vector
from questions.search_query import LONGEST as LONGEST_QUERY
from questions.search_query import parse as parse_query
from questions.uploads import clean_upload
from tests.fuzzing.documents import LINES
from tests.fuzzing.uploads import file
from tests.fuzzing.values import document, one_in, text, value

SENTENCES = (
    "My daughter, 5 weeks old, has had a fever of 38.5 since noon; we gave 2.5 ml of paracetamol "
    "every 6 hours. Call me at 0912 345 678 or mail anna at example dot org. See #185662 and "
    "https://example.org/a?b=c (attachment 1). Studies show that it is the **first-line** treatment.",
    "我三個月大的寶寶從昨天開始發燒39度，沒有嘔吐。每公斤10毫克，每4小時一次。我叫陳小明，電話０２-２３４５-６７８９，"
    "住在台北市中正區忠孝東路1號，A123456789。",
    '"whooping cough" or 百日咳 -vaccine covid-19',
)
BODY, EXPLANATION = Question.BODY_LENGTH, Reply.EXPLANATION_LENGTH
# What is asked about stands in Chinese and in English, spelt well and not.
NAMES = TopicNames(
    [(1, ["Fever", "發燒"], ["high temperature"]), (2, ["Whooping cough"], ["百日咳"])]
)


@dataclass(frozen=True)
class Subject:
    """A function of one text or of bytes; what it says of what is no good for it is no fault."""

    name: str
    run: Callable
    longest: int = 0  # of a text; 0 where it is given no texts
    inputs: Callable[[Random], object] | None = None

    def make(self, random: Random) -> object:
        if self.inputs is not None:
            return self.inputs(random)
        whole = value(random, random.choice(SENTENCES)) if one_in(random, 2) else text(random)
        # What cannot be stored has been taken out before, or refused.
        return UNREADABLE.sub("", whole)[: self.longest]


def _refusing(run: Callable, *refusals: type[Exception]) -> Callable:
    def refused_or_not(given):
        try:
            return run(given)
        except refusals:
            return None

    return refused_or_not


def _typed(text: str) -> None:
    once = typed(text).text
    assert typed(once).text == once, "what was cleaned is clean"
    once.encode()  # and can be stored


def _identifiers(text: str) -> None:
    found = identifiers.find(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    identifiers.masked(text, found)
    assert "".join(piece for piece, _kind in identifiers.marked(text, found)) == text
    identifiers.excerpt(text, found)


def _folding(text: str) -> None:
    once = fold(text)
    assert fold(once) == once, "folding twice changes nothing"
    terms(text)


def _search(text: str) -> None:
    query = parse_query(text)
    line = f"{text[:LONGEST_QUERY]} {SENTENCES[0]}"
    highlight(line, query)
    excerpt_around(line, query)
    without_question_words(text)


def _highlight(text: str) -> None:
    query = parse_query("fever a 發燒 1 no")
    highlight(text, query)
    excerpt_around(text, query)


def _markdown(text: str) -> None:
    html = markdown.markdown_to_html(text, {1: ("One", "one")})
    markdown.excerpt(html)
    markdown.excerpt_to_html(markdown.one_line(html)[:500], {1: ("One", "one")})
    markdown.mentioned_numbers(text)


def _paragraphs(text: str) -> None:
    markdown.excerpt(markdown.paragraphs_to_html(text, {1: ("One", "one")}))


def _cursor(text: str) -> None:
    if place := search_cursor.read(text):
        assert search_cursor.read(place.cursor())
        place.cursor()
    for is_time in (True, False):
        try:
            _decode(text, is_time=is_time)
        except Http404:
            continue


def _document(text: str) -> None:
    vector({"A": [text], "C": [text]})
    profile(text[: Question.TITLE_LENGTH], searchable(text))


def _upload(file: tuple[str, bytes]) -> None:
    name, data = file
    clean_upload(data, name)


CURSORS = [
    _encode("2026-01-01T08:00:00+00:00", 185_662),
    _encode("Ada", 7),
    "1_0.061000000_1767254400000000_185662",
]

SEALED = "gAAAAABl" + "A" * 92

SUBJECTS = [
    Subject("what was typed", _typed, BODY, lambda random: value(random, random.choice(SENTENCES))),
    Subject("red flags", red_flags, Question.TITLE_LENGTH + 1 + BODY),
    Subject("identifiers", _identifiers, EXPLANATION),
    Subject(
        "reply checks",
        lambda text: check_reply(text[: Reply.TEXT_LENGTH], text, age_band="3-11m"),
        EXPLANATION,
    ),
    Subject("Markdown", _markdown, EXPLANATION),
    Subject(
        "Markdown of a draft",
        markdown.markdown_to_html,
        KeptForm.base_fields["explanation"].max_length,
    ),
    Subject("paragraphs", _paragraphs, BODY),
    Subject("folding", _folding, EXPLANATION),
    Subject("search", _search, 8_000),
    Subject("highlight", _highlight, EXPLANATION),
    Subject("search document", _document, EXPLANATION),
    Subject("doses", doses_in, EXPLANATION),
    Subject("language", lambda text: language_of(text, otherwise="en"), BODY),
    Subject("topics named", NAMES.scores, BODY),
    Subject("links", _refusing(few_links, ValidationError), BODY),
    Subject("differences", lambda text: sides(text, SENTENCES[0] + text[::-1]), EXPLANATION),
    Subject("log", without_secrets, 8_000),
    Subject("cursors", _cursor, 8_000, lambda random: value(random, random.choice(CURSORS))),
    Subject("sealed", _refusing(unseal, WrongKey), 8_000, lambda random: value(random, SEALED)),
    Subject(
        "lines of a file",
        _refusing(parse_line, LineError),
        inputs=lambda random: document(random, random.choice(LINES)),
    ),
    Subject("files", _refusing(_upload, ValidationError), inputs=file),
]
