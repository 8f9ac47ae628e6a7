"""The search page."""

import re
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askdoctor.worker import refresh_all_due
from doctors.models import Doctor
from questions import search
from questions.models import Question, Tag
from tests.factories import make_doctor, make_question, make_specialty, make_topic

HIDDEN = [status for status in Question.Status.values if status != "published"]


def search_for(visitor, **query):
    response = visitor.get(f"/search/?{urlencode(query)}")
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    return response.content.decode()


def test_search_finds_marks_and_counts(visitor, db):
    make_question(title="Fever after a vaccine", reply="It passes within two days.")
    make_question(title="A dry cough")
    page = search_for(visitor, q="fever")
    assert "<mark>Fever</mark> after a vaccine" in page
    assert "1 answer<" in page
    assert "A dry cough" not in page
    assert 'value="fever"' in page


def test_what_hides_in_the_words_is_left_out_and_the_rest_is_searched_for(visitor, db):
    make_question(title="Fever after a vaccine")
    for hidden in ("fe\u202ever", "\u2066fe\u200bver\u2069", "fe\x9bver", "fe\xadver\ufffd"):
        page = search_for(visitor, q=f" {hidden} after\r\n a")
        assert "<mark>Fever</mark> after" in page
        assert 'value="fever after a"' in page
        assert not re.search("[\x80-\x9f\xad\u200b\u202e\u2066\u2069\ufffd]", page)
    assert 'value="fi\u00e8vre"' in search_for(visitor, q="fie\u0300vre")
    assert 'value=""' in search_for(visitor, q="\u202e\u200b")


def test_search_page_is_not_for_search_engines(visitor, db):
    assert '<meta name="robots" content="noindex">' in search_for(visitor, q="fever")


def test_two_chinese_characters_are_found_inside_a_sentence(visitor, db):
    make_question(title="孩子打完疫苗後發燒怎麼辦", language="zh-hant")
    page = visitor.get("/zh-hant/search/?q=發燒").content.decode()
    assert "<mark>發燒</mark>" in page


def test_search_within_a_specialty(visitor, db):
    skin = make_specialty("dermatology")
    make_question(title="Rash of a baby", specialty=skin)
    make_question(title="Rash and fever")
    page = search_for(visitor, q="rash", specialty="dermatology")
    assert '<option value="dermatology" selected>' in page
    assert "of a baby" in page
    assert "and fever" not in page


def test_filters_by_tag_and_doctor_can_be_taken_away(visitor, db):
    doctor = make_doctor(name="Ada Lin", slug="ada-lin")
    make_question(title="Rash one", tags=["eczema"], doctor=doctor)
    make_question(title="Rash two")
    refresh_all_due()
    page = search_for(visitor, q="rash", tag="eczema", doctor="ada-lin")
    assert "Rash</mark> one" in page
    assert "Rash</mark> two" not in page
    assert 'href="?q=rash&amp;doctor=ada-lin"' in page
    assert 'href="?q=rash&amp;tag=eczema"' in page
    assert '<input type="hidden" name="tag" value="eczema">' in page


@pytest.mark.parametrize("name", ["specialty", "tag", "doctor"])
def test_unknown_filter_is_not_found(visitor, db, name):
    assert visitor.get(f"/search/?q=fever&{name}=none").status_code == 404


def test_filter_names_no_tag_and_no_doctor_that_is_not_public(visitor, db):
    make_question(status="pending", tags=["secret"])
    suspended = make_doctor(suspended_at=timezone.now())
    assert visitor.get("/search/?tag=secret").status_code == 404
    assert visitor.get(f"/search/?doctor={suspended.slug}").status_code == 404


def test_what_was_meant_is_shown_at_once_and_nothing_found_leads_to_the_ask_form(visitor, db):
    make_question(tags=["eczema"])
    refresh_all_due()
    page = search_for(visitor, q="exzema")
    assert "No answer has “exzema”. These are for “eczema”." in page
    assert "1 answer" in page
    page = search_for(visitor, q="xyzzy")
    assert "Nothing found" in page
    assert page.count('href="/ask/"') >= 2


def test_words_that_tell_nothing_are_said_to_be_so(visitor, db):
    for q in ("the", "-fever"):
        assert "Add what it is about" in search_for(visitor, q=q)


def test_search_without_words_is_friendly(visitor, db):
    make_question(tags=["eczema"])
    Tag.objects.update(published_count=1)
    for query in ({}, {"q": ""}, {"q": "   "}):
        page = search_for(visitor, **query)
        assert "What would you like to know?" in page
        assert 'href="/tags/eczema/"' in page


def test_topics_of_that_name_stand_beside_the_answers(visitor, db):
    make_topic("Food allergy", synonyms=["Food hypersensitivity"])
    make_topic("Heart")
    make_topic("Fever", name_zh_hant="發燒")
    assert "/faq/food-allergy/" in search_for(visitor, q="allergies")
    assert "/faq/food-allergy/" in search_for(visitor, q="HYPERSENSITIVITY")
    assert "/faq/fever/" in search_for(visitor, q="發燒")
    assert "/faq/heart/" not in search_for(visitor, q="ear"), "not inside a word"


def test_topic_named_so_stands_before_one_that_is_only_also_called_so(visitor, db):
    make_topic("Ebola", synonyms=["Hemorrhagic fever"])
    make_topic("Fever in children")
    page = search_for(visitor, q="fever")
    assert page.index("/faq/fever-in-children/") < page.index("/faq/ebola/")


@pytest.mark.parametrize("typed", ["Lin", "dr. ada lin", "Doctor Ada", "LIN ADA"])
def test_doctor_of_that_name_is_offered(visitor, db, typed):
    make_doctor(name="Ada Lin", slug="ada-lin")
    make_doctor(name="Berlinda Hidden", slug="berlinda")
    make_doctor(name="Bo Lin", slug="bo-lin", suspended_at=timezone.now())
    page = search_for(visitor, q=typed)
    assert 'href="/doctors/ada-lin/"' in page
    assert "/doctors/berlinda/" not in page, "not inside a word"
    assert "/doctors/bo-lin/" not in page
    assert "Nothing found" not in page


def test_doctor_with_a_chinese_name_is_offered(visitor, db):
    make_doctor(name="林安然", slug="lin-anran")
    for typed in ("林安然", "林安然醫師", "安然"):
        assert 'href="/doctors/lin-anran/"' in search_for(visitor, q=typed)


def test_search_pages_on_with_the_query_kept(visitor, db, monkeypatch):
    monkeypatch.setattr(search, "PAGE", 2)
    doctor = make_doctor()
    for number in range(3):
        make_question(title=f"Rash no. {number}", doctor=doctor)
    first = visitor.get("/search/?q=rash")
    following = first.context["results"].next
    assert f'href="?q=rash&amp;before={following}"' in first.content.decode()
    second = search_for(visitor, q="rash", before=following)
    assert second.count("<article") == 1
    assert 'href="?q=rash"' in second


def test_filters_stand_beside_the_answers_with_their_counts(visitor, db):
    make_question(title="Rash", tags=["eczema"], specialty=make_specialty("eyes"))
    make_question(title="Rash", tags=["eczema"])
    refresh_all_due()
    page = search_for(visitor, q="rash", sort="date")
    assert (
        'href="?q=rash&amp;sort=date&amp;specialty=eyes">Eyes <span class="meta">1</span>' in page
    )
    narrowed = search_for(visitor, q="rash", specialty="eyes")
    assert '<a class="chip" href="?q=rash">Specialty: Eyes' in narrowed
    assert "1 answer<" in narrowed


def test_a_year_narrows_and_is_kept_in_the_form(visitor, db):
    question = make_question(title="Rash")
    page = search_for(visitor, q="rash", year=question.published_at.year)
    assert f'<input type="hidden" name="year" value="{question.published_at.year}">' in page
    assert "1 answer<" in page
    assert "Nothing found" in search_for(visitor, q="rash", year=1999)
    for year in ("0", "20261", "２０２６", "abcd"):
        assert visitor.get(f"/search/?q=rash&year={year}").status_code == 404


def test_order_by_date_is_a_link_and_stays_on_the_next_page(visitor, db, monkeypatch):
    monkeypatch.setattr(search, "PAGE", 1)
    make_question(title="Rash")
    make_question(title="Rash")
    assert 'href="?q=rash&amp;sort=date"' in search_for(visitor, q="rash")
    page = search_for(visitor, q="rash", sort="date")
    assert 'rel="next" href="?q=rash&amp;sort=date&amp;before=' in page


def test_more_than_can_be_counted_is_said_so(visitor, db, monkeypatch):
    monkeypatch.setattr(search, "CAP", 2)
    for name in ("eyes", "skin", "ears"):
        make_question(title="Rash", specialty=make_specialty(name))
    page = search_for(visitor, q="rash")
    assert "More than 2 answers" in page
    assert "Counted among 2 of the answers found." in page


def test_what_was_left_out_is_said(visitor, db):
    make_question(title="Rash")
    page = search_for(visitor, q="rash xyzzy")
    assert "No answer has all of these words" in page
    assert "Left out: xyzzy." in page


@pytest.mark.parametrize("status", HIDDEN)
def test_search_finds_nothing_unpublished(visitor, db, status):
    make_question(title="Marker of a secret", body="marker", status=status)
    page = search_for(visitor, q="marker")
    assert "Nothing found" in page
    assert "secret" not in page


def test_search_page_takes_few_queries(visitor, db, django_assert_max_num_queries):
    doctor = make_doctor()
    for number in range(12):
        make_question(title=f"Rash no. {number}", doctor=doctor, tags=["eczema"])
    refresh_all_due()
    with django_assert_max_num_queries(14):
        search_for(visitor, q="rash", tag="eczema", doctor=doctor.slug, specialty="pediatrics")


def test_what_was_typed_is_shown_as_text(visitor, db):
    page = search_for(visitor, q='"><script>alert(1)</script>')
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    "raw",
    [
        "q=" + "fever%20" * 1250,
        "q=" + "%27" * 5000,
        "q=%ED%A0%80",
        "q=%FF%FE",
        "q=fever&before=%F0%9F%A6%A0",
        "q=fever&before=" + "9" * 400,
        "q=a%26b%7C%21%28%29%3A%2A%3C-%3E",
        "q=%5C%5C%5C%27",
        "q[]=fever",
        "q=fever&q=cough",
    ],
)
def test_odd_search_is_answered(visitor, db, raw):
    make_question(title="Fever")
    assert visitor.get(f"/search/?{raw}").status_code == 200


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    q=st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    other=st.sampled_from(["before", "specialty", "tag", "doctor", "letter"]),
    value=st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
)
def test_whatever_is_typed_never_breaks_a_page(visitor, db, q, other, value):
    for path in ("/search/", "/faq/", "/"):
        response = visitor.get(f"{path}?{urlencode({'q': q, other: value})}")
        assert response.status_code in (200, 400, 404)
    assert Doctor.objects.count() == 0, "the connection still works"
