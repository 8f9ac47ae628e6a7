"""Lists of answers for a visitor: all, by specialty, by tag."""

import re
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doctors.models import Specialty
from questions import actions
from questions.models import Question, Tag
from tests.factories import make_doctor, make_question, make_specialty, make_topic

pytestmark = pytest.mark.django_db

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
LISTS = ["/questions/", "/specialties/pediatrics/", "/tags/fever/", "/doctors/ada/"]
UNPUBLISHED = [status for status in Question.Status.values if status != "published"]


@pytest.fixture
def ada(db):
    return make_doctor(name="Ada", slug="ada")


def make_questions(count: int, doctor, *, per_moment: int = 1) -> None:
    """So many of one doctor and tag, `per_moment` of them published at the same instant."""
    for place in range(count):
        make_question(
            tags=["fever"],
            doctor=doctor,
            published_at=START + timedelta(minutes=place // per_moment),
        )


def cards(response) -> list[int]:
    return [int(pk) for pk in re.findall(r'data-number="(\d+)"', response.content.decode())]


def next_of(response) -> str:
    found = re.search(r'rel="next" href="([^"]+)"', response.content.decode())
    return found[1] if found else ""


@pytest.mark.parametrize("address", LISTS)
def test_pages_follow_each_other_without_gap_or_repetition(visitor, ada, address):
    make_questions(45, ada, per_moment=7)
    wanted = list(Question.objects.order_by("-published_at", "-pk").values_list("pk", flat=True))
    seen, query, sizes = [], "", []
    while True:
        response = visitor.get(address + query)
        assert response.status_code == 200
        sizes.append(len(cards(response)))
        seen += cards(response)
        query = next_of(response)
        if not query:
            break
    assert seen == wanted
    assert sizes == [20, 20, 5]


def test_what_is_published_meanwhile_moves_nothing(visitor, ada):
    make_questions(25, ada)
    first = visitor.get("/questions/")
    make_question(published_at=START + timedelta(days=1))
    second = visitor.get("/questions/" + next_of(first))
    assert len(cards(second)) == 5
    assert not set(cards(first)) & set(cards(second))


def test_a_list_of_exactly_one_page_offers_no_other(visitor, ada):
    make_questions(20, ada)
    response = visitor.get("/questions/")
    assert len(cards(response)) == 20
    assert not next_of(response)
    assert "?before" not in response.content.decode()


def test_a_later_page_has_an_address_of_its_own(visitor, ada):
    make_questions(21, ada)
    query = next_of(visitor.get("/zh-hant/questions/"))
    html = visitor.get("/zh-hant/questions/" + query).content.decode()
    assert f'<link rel="canonical" href="http://127.0.0.1:8000/zh-hant/questions/{query}">' in html
    assert f'hreflang="en" href="http://127.0.0.1:8000/questions/{query}"' in html
    assert 'href="/zh-hant/questions/"' in html


def cursor(text: str | bytes) -> str:
    raw = text if isinstance(text, bytes) else text.encode()
    return urlsafe_b64encode(raw).decode().rstrip("=")


@pytest.mark.parametrize(
    "before",
    [
        "x",
        "%F0%9F%92%A9",
        "%ff%fe",
        "!" * 3000,
        cursor("1"),
        cursor("1:"),
        cursor("1:yesterday"),
        cursor("1:2026-01-01T00:00:00"),
        cursor("-1:2026-01-01T00:00:00+00:00"),
        cursor(f"{2**63}:2026-01-01T00:00:00+00:00"),
        cursor("9" * 3000 + ":2026-01-01T00:00:00+00:00"),
        cursor("[" * 2000),
        cursor(b"\xff\xfe"),
        cursor("1:\0"),
        cursor("1:" + "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")),
    ],
)
@pytest.mark.parametrize("address", ["/questions/", "/tags/fever/", "/doctors/ada/", "/doctors/"])
def test_a_forged_place_in_a_list_is_no_error(visitor, ada, address, before):
    make_questions(1, ada)
    status = visitor.get(f"{address}?before={before}").status_code
    # A doctor's name may be any text.
    assert status in ((200, 404) if address == "/doctors/" else (404,))


def test_the_oldest_and_the_newest_moment_are_places_like_others(visitor, ada):
    make_questions(1, ada)
    for moment, found in (("0001-01-01T00:00:00+14:00", 0), ("9999-12-31T23:59:59-14:00", 1)):
        response = visitor.get(f"/questions/?before={cursor('5:' + moment)}")
        assert response.status_code in (200, 404)
        assert len(cards(response)) <= found


@pytest.mark.parametrize("status", UNPUBLISHED)
def test_unpublished_is_in_no_list(visitor, ada, status):
    make_questions(1, ada)
    hidden = make_question(
        status=status, title="Planted marker", body="Planted marker", tags=["fever", "planted"]
    )
    for address in [*LISTS, "/specialties/", "/doctors/"]:
        response = visitor.get(address)
        assert response.status_code == 200
        assert "lanted" not in response.content.decode()
        assert hidden.pk not in cards(response)
    assert visitor.get("/tags/planted/").status_code == 404


@pytest.mark.parametrize("address", [*LISTS, "/specialties/", "/doctors/"])
def test_more_rows_take_no_more_queries_and_no_cookie(visitor, ada, address):
    make_questions(2, ada)
    counts = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            response = visitor.get(address)
        counts.append(len(queries))
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
        for number in range(3):
            make_specialty(f"new-{number}")
            make_doctor(specialty=make_specialty(f"new-{number}"))
            make_question(tags=["fever"], doctor=ada, specialty=make_specialty("pediatrics"))
    # A tag has relatives and topics too.
    assert counts[0] == counts[1] <= (7 if address == "/tags/fever/" else 4)


def test_a_card_shows_both_excerpts_and_who_replied(visitor, ada):
    make_question(
        doctor=ada, title="Fever?", body="Three days of **fever** now.", reply="See *someone*."
    )
    html = visitor.get("/questions/").content.decode()
    for text in (
        "Fever?</a>",
        "Three days of",
        "See someone.",
        "Pediatrics · Dr. Ada · 1 January 2026",
    ):
        assert text in html


def test_excerpts_are_clean_text(visitor):
    known = make_question(title="Known one")
    make_question(
        body=f'See <a href="http://x.test/a">this</a> and http://y.test, or #{known.pk} or #9999999.',
        reply="**Bold** <script>alert(1)</script> [link](http://z.test/) end",
    )
    html = visitor.get("/questions/").content.decode()
    excerpts = " ".join(re.findall(r'<p class="excerpt[^"]*">(.*?)</p>', html, re.S))
    assert "http" not in excerpts
    assert "**" not in excerpts
    assert "script" not in excerpts
    assert f'<a href="{known.get_absolute_url()}">Known one (#{known.pk})</a>' in excerpts
    assert "#9999999" in excerpts


def test_a_card_in_another_language_than_the_page_says_so(visitor):
    make_question(title="發燒", body="三天", reply="多喝水。", language="zh-hant")

    def marked_in(address):
        main = visitor.get(address).content.decode().split("<main")[1].split("</main>")[0]
        return main.count('lang="zh-hant"')

    assert marked_in("/questions/") == 3
    assert '<span class="chip plain" lang="zh-hant">繁體中文</span>' in visitor.get("/").text
    assert "繁體中文</span>" not in visitor.get("/zh-hant/").text
    assert marked_in("/zh-hant/questions/") == 0


def test_the_address_of_all_tags_leads_to_all_answers(visitor):
    assert visitor.get("/tags/").url == "/questions/"


def test_crumbs_end_with_the_page_itself(visitor):
    make_question(tags=["fever"])
    assert '<span aria-current="page">fever</span>' in visitor.get("/tags/fever/").text


def test_specialties_show_kept_counts(visitor):
    make_specialty("skin", name="Skin", name_zh_hant="皮膚科")
    Specialty.objects.filter(slug="skin").update(published_count=1234)
    make_doctor(specialty=make_specialty("skin"))
    html = visitor.get("/specialties/").content.decode()
    assert "1,234 answers" in html
    assert "1 doctor" in html
    assert 'href="/specialties/skin/"' in html
    assert "皮膚科" in visitor.get("/zh-hant/specialties/").content.decode()


def test_a_synonym_leads_to_its_tag_and_the_tag_names_it(visitor, moderator):
    make_question(tags=["immune thrombocytopenia"])
    target = Tag.objects.get()
    source = Tag.objects.create(name="ITP", slug="itp")
    actions.merge_tags(source=source, target=target, by=moderator)
    response = visitor.get("/zh-hant/tags/itp/")
    assert response.status_code == 301
    assert response.headers["Location"] == "/zh-hant/tags/immune-thrombocytopenia/"
    html = visitor.get("/tags/immune-thrombocytopenia/").content.decode()
    assert "Also called:" in html
    assert "ITP" in html


def counted() -> None:
    call_command("worker", once=True)


def related_on(visitor, address="/tags/fever/") -> list[str]:
    html = visitor.get(address).content.decode()
    together = html.partition('id="related"')[2].partition("</nav>")[0]
    return re.findall(r'href="/tags/([^/]+)/"', together)


def test_a_tag_shows_what_it_often_stands_with_the_rarer_first(visitor):
    for number in range(3):
        make_question(tags=["fever", "cough", "measles", f"once-{number}"])
        make_question(tags=["cough"])
    counted()
    assert related_on(visitor) == ["measles", "cough"]


def test_at_most_eight_relatives_are_shown_and_only_on_the_first_page(visitor, ada):
    for _time in range(2):
        make_question(tags=["fever", *(f"tag-{number}" for number in range(12))])
    make_questions(25, ada)
    counted()
    assert len(related_on(visitor)) == 8
    second = "/tags/fever/" + next_of(visitor.get("/tags/fever/"))
    assert related_on(visitor, second) == []


@pytest.mark.parametrize("status", ["pending", "open", "declined", "withdrawn", "retracted"])
def test_what_stands_together_on_hidden_questions_only_is_no_relative(visitor, status):
    make_question(tags=["fever"])
    make_question(tags=["planted"])
    for _time in range(3):
        make_question(status=status, tags=["fever", "planted"])
    counted()
    assert related_on(visitor) == []


def test_a_tag_shows_its_topics(visitor):
    make_question(tags=["fever"])
    make_topic("Fever in children", tags=["fever"])
    assert ">Fever in children</a>" in visitor.get("/tags/fever/").text


def test_an_old_page_of_a_tag_whose_rows_have_gone_is_not_missing(visitor, ada):
    make_questions(25, ada)
    second = "/tags/fever/" + next_of(visitor.get("/tags/fever/"))
    for question in Question.objects.order_by("published_at", "pk")[:5]:
        actions.retract_question(question=question, by=None, reason="It was not safe.")
    assert visitor.get(second).status_code == 200


def test_a_synonym_of_a_hidden_tag_is_missing(visitor, moderator):
    make_question(status="pending", tags=["hidden"])
    source = Tag.objects.create(name="other", slug="other")
    actions.merge_tags(source=source, target=Tag.objects.get(name="hidden"), by=moderator)
    assert visitor.get("/tags/other/").status_code == 404


def test_chinese_slugs_are_addresses(visitor):
    make_question(title="發燒三天", tags=["發燒"], language="zh-hant")
    assert visitor.get("/tags/發燒/").status_code == 200
    question = Question.objects.get()
    assert visitor.get(question.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("address", ["/specialties/none/", "/tags/none/", "/doctors/none/"])
def test_unknown_names_are_missing(visitor, address):
    response = visitor.get(address)
    assert response.status_code == 404
    assert 'role="search"' in response.content.decode()


@pytest.mark.parametrize("address", LISTS)
def test_lists_are_only_read(visitor, ada, address):
    make_questions(1, ada)
    assert visitor.post(address).status_code == 405
    assert visitor.head(address).status_code == 200
