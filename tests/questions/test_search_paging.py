"""Order, facets and pages of results: right when something comes or goes between two pages."""

from datetime import UTC, datetime, timedelta

import pytest

from askdoctor.worker import refresh_all_due
from questions import search, search_matches
from questions.actions import retract_question
from questions.models import Question, SearchDocument
from questions.search_filters import Filters
from questions.search_marks import marks_between
from tests.factories import make_doctor, make_question, make_specialty

pytestmark = pytest.mark.django_db
START = datetime(2020, 1, 1, tzinfo=UTC)
SORTS = ["", search.BY_DATE]


def make_fevers(count, *, days=1, **fields):
    return [
        make_question(title="Fever", published_at=START + timedelta(days=days * n), **fields)
        for n in range(count)
    ]


def pages(q, sort, between=lambda number: None):
    before, number = "", 0
    while True:
        results = search.find(q, sort=sort, before=before)
        yield [hit.question.pk for hit in results.hits]
        if not results.next:
            return
        between(number)
        before, number = results.next, number + 1


@pytest.mark.parametrize("sort", SORTS)
def test_pages_together_are_everything_once(sort, monkeypatch):
    monkeypatch.setattr(search, "PAGE", 3)
    titles = make_fevers(4)
    bodies = [make_question(title=f"Other {n}", body="fever " * n) for n in range(1, 5)]
    found = [pk for page in pages("fever", sort) for pk in page]
    assert sorted(found) == sorted(each.pk for each in titles + bodies)
    if not sort:
        assert set(found[:4]) == {each.pk for each in titles}


@pytest.mark.parametrize("sort", SORTS)
def test_nothing_is_skipped_or_shown_twice_when_answers_come_and_go(sort, monkeypatch, moderator):
    monkeypatch.setattr(search, "PAGE", 2)
    questions = make_fevers(7)
    newest_first = [each.pk for each in reversed(questions)]

    def between(number):
        if number == 0:  # the one that the cursor names, and one before it
            retract_question(
                question=Question.objects.get(pk=newest_first[1]),
                by=moderator,
                reason="It was not safe.",
            )
            retract_question(
                question=Question.objects.get(pk=newest_first[0]),
                by=moderator,
                reason="It was not safe.",
            )
        if number == 1:
            make_question(title="Fever", published_at=START + timedelta(days=99))

    assert [pk for page in pages("fever", sort, between) for pk in page] == newest_first


def test_by_date_the_newest_come_first_wherever_they_match():
    old = make_question(title="Fever", published_at=START)
    new = make_question(title="Other", body="fever", published_at=START + timedelta(days=9))
    ids = [hit.question.pk for hit in search.find("fever", sort=search.BY_DATE).hits]
    assert ids == [new.pk, old.pk]
    assert [hit.question.pk for hit in search.find("fever").hits] == [old.pk, new.pk]


def test_by_date_pages_go_on_behind_the_cap(monkeypatch):
    monkeypatch.setattr(search, "PAGE", 2)
    monkeypatch.setattr(search, "CAP", 3)
    questions = make_fevers(7)
    found = [pk for page in pages("fever", search.BY_DATE) for pk in page]
    assert found[:3] == [each.pk for each in reversed(questions)][:3]


@pytest.mark.parametrize("look", [1, 3, 50])
@pytest.mark.parametrize("cap", [2, 5, 1_000])
def test_however_far_is_looked_at_first_the_newest_are_found(look, cap, monkeypatch):
    monkeypatch.setattr(search_matches, "FIRST_LOOK", look)
    monkeypatch.setattr(search, "CAP", cap)
    questions = make_fevers(8, days=200)
    make_question(title="Other", published_at=START + timedelta(days=4_000))
    results = search.find("fever")
    newest = [each.pk for each in reversed(questions)][:cap]
    assert [hit.question.pk for hit in results.hits] == newest
    assert (results.count, results.is_capped) == (min(cap, 8), cap < 8)


def test_facets_count_what_each_filter_would_leave():
    eyes, skin = make_specialty("eyes"), make_specialty("skin")
    ada = make_doctor(name="Ada", slug="ada")
    make_fevers(2, specialty=eyes, tags=["measles"], doctor=ada)
    make_fevers(1, specialty=skin, tags=["measles", "mumps"])
    make_question(title="Rash", specialty=skin)
    make_question(title="Fever", status="pending", specialty=skin, tags=["secret"])
    make_question(title="Fever", specialty=skin, published_at=START.replace(year=2021))
    refresh_all_due()
    counted = {
        facet.name: {choice.value: choice.count for choice in facet.choices}
        for facet in search.find("fever").facets
    }
    assert counted["specialty"] == {"eyes": 2, "skin": 2}
    assert counted["tag"] == {"measles": 3, "mumps": 1}
    assert counted["doctor"]["ada"] == 2
    assert counted["year"] == {"2020": 3, "2021": 1}
    for name, values in counted.items():
        for value, count in values.items():
            filters = Filters.read({name: value})
            results = search.find("fever", filters=filters)
            assert results.count == count
            assert name not in {facet.name for facet in results.facets}


def test_a_filter_holds_for_a_looser_query_and_for_a_number():
    eyes = make_specialty("eyes")
    inside = make_question(title="Fever", specialty=eyes)
    other = make_question(title="Fever")
    filters = Filters.read({"specialty": "eyes"})
    results = search.find("fever xyzzy", filters=filters)
    assert [hit.question for hit in results.hits] == [inside]
    assert not search.find(f"#{other.pk}", filters=filters).hits


def test_marks_follow_every_change_at_once():
    question = make_question(title="Fever", tags=["measles"], published_at=START)
    document = SearchDocument.objects.get(question=question)
    tag, doctor = question.tags.get().pk, question.replies.get().doctor_id
    assert {f"S{question.specialty_id}", f"T{tag}", f"D{doctor}", "Y2020"} <= set(document.marks)
    assert document.published_at == START


def test_a_time_is_marked_in_the_finest_units_that_are_few():
    first = START.date()
    assert marks_between(first, first + timedelta(days=20))[0].startswith("W")
    assert marks_between(first, first + timedelta(days=400))[0].startswith("M")
    assert marks_between(first, first + timedelta(days=4_000)) == [
        f"Y{y}" for y in range(2020, 2031)
    ]
    assert marks_between(first, first + timedelta(days=40_000)) is None


@pytest.mark.parametrize(
    "cursor",
    ["0_0.1_1_1", "9_999.999999999_99999999999999999_999999999999999999", "1_0_0_0", "a_b_c_d"],
)
@pytest.mark.parametrize("sort", SORTS)
def test_any_cursor_gives_a_page(cursor, sort):
    make_question(title="Fever")
    search.find("fever", before=cursor, sort=sort)
