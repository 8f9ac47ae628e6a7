"""Search: what is found, in which order, and what nobody may find."""

from datetime import UTC, datetime

import pytest
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions import close_tags, search, search_documents
from questions.models import Question, Tag
from questions.search_filters import Filters
from questions.search_query import parse
from tests.factories import make_doctor, make_question, make_reply, make_specialty

pytestmark = pytest.mark.django_db


def found(q, *, before="", sort="", **filters):
    results = search.find(q, filters=Filters.read(filters), before=before, sort=sort)
    return [hit.question.pk for hit in results.hits]


def test_a_word_is_found_by_its_stem_without_accents_and_in_any_width():
    question = make_question(body="Sjögren syndrome with bleeding", title="A rare condition")
    assert found("sjogren") == found("bleeds") == found("ＢＬＥＥＤ") == [question.pk]


def test_all_words_must_be_there_in_any_place():
    both = make_question(title="Sirolimus", explanation="About platelets.")
    make_question(title="Sirolimus")
    assert found("platelets sirolimus") == [both.pk]


def test_a_phrase_in_quotes_must_stand_together_and_minus_leaves_out():
    together = make_question(body="The second line of treatment")
    apart = make_question(body="The line after the second")
    assert found('"second line"') == [together.pk]
    assert found('second -"second line"') == [apart.pk]
    assert found("line -treatment") == [apart.pk]


def test_minus_leaves_out_a_title_whose_text_has_the_word():
    make_question(title="Fever at night", explanation="A seizure may follow.")
    other = make_question(title="Fever by day")
    assert found("fever -seizure") == [other.pk]


def test_or_stands_between_alternatives():
    first, second = make_question(title="Measles"), make_question(title="Mumps")
    assert set(found("measles or mumps")) == {first.pk, second.pk}


def test_a_number_finds_its_question_first():
    mentioned = make_question(title="Numbered")
    make_question(title=f"After {mentioned.pk}", body=f"As in #{mentioned.pk}.")
    for typed in (f"{mentioned.pk}", f"#{mentioned.pk}", f" ＃{mentioned.pk} "):
        assert found(typed)[0] == mentioned.pk
        assert len(found(typed)) == 2
    hidden = make_question(status="pending")
    assert found(f"#{hidden.pk}") == []


@pytest.mark.parametrize("typed", ["paracetamol", "Acetaminophen", '"acetaminophen"', "乙醯胺酚"])
def test_a_tag_is_found_by_each_of_its_names_whatever_a_text_calls_it(typed):
    tag = Tag.objects.create(name="paracetamol", name_zh_hant="乙醯胺酚", slug="paracetamol")
    tag.synonyms.create(name="acetaminophen", slug="acetaminophen")
    texts = ["How much paracetamol?", "Is acetaminophen safe?", "可以吃乙醯胺酚嗎"]
    questions = {make_question(title=title).pk for title in texts}
    make_question(title="Something else")
    assert set(found(typed)) == questions


def test_a_joined_word_is_found_as_it_stands():
    question = make_question(body="COVID-19 in infants")
    make_question(body="19 days after COVID")
    assert found("covid-19") == [question.pk]


@pytest.mark.parametrize("q", ["血小", "小板", "血小板", "板", "減", '"血小板減少"', "減少 血小板"])
def test_chinese_words_of_any_length_are_found_inside_sentences(q):
    question = make_question(title="問題", body="孩子的血小板減少怎麼辦？", language="zh-hant")
    make_question(title="發燒", body="孩子發燒了", language="zh-hant")
    assert found(q) == [question.pk]


def test_a_chinese_phrase_reaches_over_a_latin_word():
    question = make_question(body="什麼是血小板 ITP 疾病")
    assert found('"血小板 ITP 疾病"') == [question.pk]
    assert found("ITP疾病") == [question.pk]


def test_a_synonym_of_a_tag_finds_the_question():
    question = make_question(tags=["immune thrombocytopenia"])
    question.tags.get().synonyms.create(name="ITP", slug="itp")
    search_documents.index([question.pk])
    assert found("itp") == [question.pk]


def test_matches_in_the_title_come_first_then_those_that_say_more_then_the_newest():
    once = make_question(title="A", explanation="Fever.")
    often = make_question(title="B", body="Fever and fever", reply="Fever again.")
    long = make_question(title="Fever in a child of two years")
    short = make_question(title="Fever")
    newer = make_question(title="Fever", asked_at=short.asked_at.replace(year=2027))
    assert found("fever") == [newer.pk, short.pk, long.pk, often.pk, once.pk]


@pytest.mark.parametrize("status", [s for s in Question.Status if s != "published"])
def test_what_is_not_published_is_never_found(status):
    make_question(status=status, title="Marker")
    assert search.find("marker") == search.Results()


def test_a_document_that_stayed_behind_shows_nothing():
    question = make_question(title="Marker")
    make_question(title="Another answer, without which nothing would be looked for")
    Question.objects.get(pk=question.pk).retract(by=None, reason="Wrong.")
    assert not search.find("marker").hits


def test_a_draft_or_retracted_reply_is_not_found():
    question = make_question()
    reply = make_reply(question, doctor=make_doctor(), text="Marker")
    question.replies.filter(pk=reply.pk).update(status="retracted")
    search_documents.index([question.pk])
    assert found("marker") == []


def test_filters_narrow_by_specialty_tag_and_doctor():
    eyes = make_question(title="Fever", specialty=make_specialty("eyes"))
    tagged = make_question(title="Fever", tags=["measles"])
    Tag.objects.update(published_count=1)
    doctor = make_doctor(slug="ada")
    signed = make_question(title="Fever", doctor=doctor)
    assert found("fever", specialty="eyes") == [eyes.pk]
    assert found("fever", tag="measles") == [tagged.pk]
    assert found("fever", doctor="ada") == [signed.pk]
    assert found("fever", specialty="eyes", tag="measles") == []
    later = make_question(title="Fever", published_at=datetime(2027, 6, 1, tzinfo=UTC))
    assert found("fever", year="2027") == [later.pk]


@pytest.mark.parametrize("slug", ["unknown", "\0", "\ud800", "x" * 10_000, "' OR 1=1"])
@pytest.mark.parametrize("name", ["specialty", "tag", "doctor"])
def test_an_unknown_or_broken_filter_is_missing(name, slug):
    make_question(title="Fever")
    with pytest.raises(Http404):
        found("fever", **{name: slug})


def test_pages_follow_each_other_without_gap_or_repeat(monkeypatch):
    monkeypatch.setattr(search, "PAGE", 2)
    ids = {make_question(title="Fever").pk for _ in range(5)}
    first = search.find("fever")
    second = search.find("fever", before=first.next)
    last = search.find("fever", before=second.next)
    pages = [hit.question.pk for page in (first, second, last) for hit in page.hits]
    assert sorted(pages) == sorted(ids)
    assert last.next == "" and first.count == 5 and not first.is_capped


@pytest.mark.parametrize("cursor", ["", "x", "9999-1", "-1", "1-" + "9" * 40, "\0", "２-１"])
def test_a_cursor_that_is_none_of_ours_gives_a_page(cursor):
    question = make_question(title="Fever")
    assert found("fever", before=cursor) == [question.pk]


def test_more_than_the_cap_is_said_and_not_counted(monkeypatch):
    monkeypatch.setattr(search, "CAP", 3)
    make_question(title="Fever", body="x")
    for _ in range(4):
        make_question(title="Other", body="fever")
    results = search.find("fever")
    assert (results.count, results.is_capped) == (3, True)
    assert results.hits[0].question.title == "Fever"


def test_what_matched_is_marked_and_everything_is_escaped():
    make_question(
        title="<i>Bleeding</i> & platelets",
        body="x " * 200 + "Is bleeding <5 days normal? " + "y " * 200,
        reply="No match here.",
        explanation="It bleeds. " + "z " * 200,
    )
    hit = search.find("bleed").hits[0]
    assert hit.title_html == "&lt;i&gt;<mark>Bleeding</mark>&lt;/i&gt; &amp; platelets"
    assert "Is <mark>bleeding</mark> &lt;5 days normal?" in hit.question_excerpt_html
    assert hit.question_excerpt_html.startswith("…") and hit.question_excerpt_html.endswith("…")
    assert hit.reply_excerpt_html.startswith("It <mark>bleeds</mark>.")


@pytest.mark.parametrize(
    ("q", "title", "marked"),
    [
        ("发烧", "孩子發燒怎麼辦", "孩子<mark>發燒</mark>怎麼辦"),
        ("發燒", "孩子发烧怎么办", "孩子<mark>发烧</mark>怎么办"),
        ("发", "頭髮", "頭<mark>髮</mark>"),
        ("皮膚", "e\u0301皮肤", "é<mark>皮肤</mark>"),
    ],
)
def test_simplified_and_traditional_find_and_mark_each_other(q, title, marked):
    make_question(title=title)
    assert search.find(q).hits[0].title_html == marked


def test_chinese_matches_are_marked_as_one_word():
    make_question(title="血小板減少", body="孩子的血小板低，小板凳", reply="沒事")
    hit = search.find("血小板").hits[0]
    assert hit.title_html == "<mark>血小板</mark>減少"
    assert hit.question_excerpt_html == "孩子的<mark>血小板</mark>低，<mark>小板</mark>凳"
    assert hit.reply_excerpt_html == "沒事"


@pytest.mark.parametrize(
    ("q", "finds"),
    [
        ("", 0),
        ("the of and", 0),
        ("-fever", 0),
        ('"fever', 1),
        ("or fever or", 1),
        ("fever\0", 1),
        ("fever \ud800", 1),
        ("fever " * 2_000, 1),
        ("' & | ! <-> :* fever", 1),
        ("--fever", 0),
        ('"" -"" fever', 1),
    ],
)
def test_hostile_queries_give_sensible_results(q, finds):
    make_question(title="Fever")
    assert len(found(q)) == finds


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text() | st.text(alphabet="fever\"-or 血小板()&|!:*\\'\0\ud800"))
def test_any_query_gives_results(db, q):
    search.find(q)


def test_a_very_long_query_is_cut_not_refused():
    assert parse("fever " * 10_000).tsquery.count("fever") <= 32


def test_a_chinese_slip_offers_close_tags_with_answers():
    make_question(tags=["血小板"])
    Tag.objects.update(published_count=1)
    Tag.objects.create(name="血小版", slug="unused")
    assert [tag.name for tag in search.find("血小扳").close_tags] == ["血小板"]
    assert search.find("unlike anything").close_tags == []


def test_of_too_many_the_newest_are_ranked(monkeypatch):
    monkeypatch.setattr(search, "CAP", 2)
    numbers = [make_question(title=f"Fever {name}").pk for name in ("one", "two", "six", "ten")]
    assert found("fever") == numbers[:1:-1]


def test_names_are_taken_apart_once_until_one_of_them_changes(monkeypatch):
    make_question(tags=["血小板低下"])
    Tag.objects.update(published_count=1)
    assert close_tags.close_tags("血小板低")
    taken_apart, pairs = [], close_tags._pairs
    monkeypatch.setattr(close_tags, "_pairs", lambda text: taken_apart.append(text) or pairs(text))
    assert close_tags.close_tags("血小板低")
    assert taken_apart == ["血小板低"]
    Tag.objects.update(name="紫斑症")
    assert not close_tags.close_tags("血小板低")
    assert [tag.name for tag in close_tags.close_tags("紫斑")] == ["紫斑症"]


def test_a_page_of_results_takes_few_queries(django_assert_max_num_queries):
    for _ in range(5):
        make_question(title="Fever", reply="Fever.", tags=["measles"])
    with django_assert_max_num_queries(9):
        assert len(search.find("fever").hits) == 5
