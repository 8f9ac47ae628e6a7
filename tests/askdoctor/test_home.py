"""The first page, and the pages that stand."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from doctors.models import Specialty
from questions.models import Tag
from tests.factories import make_question, make_topic

STANDING = ["/", "/emergency/", "/about/", "/privacy/"]


@pytest.fixture
def library(db):
    """Some answers with tags and topics, with the counts that the worker would have kept."""
    for number in range(8):
        make_question(title=f"Answered {number}", tags=["fever"])
    make_question(title="Still in moderation", status="pending")
    Tag.objects.update(published_count=8)
    Specialty.objects.update(published_count=8)
    for number in range(3):
        make_topic(name=f"Topic {number}")


def test_home_shows_search_specialties_answers_tags_and_topics(visitor, library):
    page = visitor.get("/").content.decode()
    assert 'action="/search/"' in page
    assert 'href="/specialties/pediatrics/"' in page
    assert "8 answers · 8 doctors" in page
    assert 'href="/tags/fever/"' in page
    assert 'href="/faq/topic-0/"' in page
    assert "Answered 7" in page
    assert "Answered 1<" not in page, "only the latest few"


def test_home_shows_nothing_that_is_unpublished(visitor, library):
    assert "Still in moderation" not in visitor.get("/").content.decode()


def test_home_prefers_answers_in_the_language_of_the_page(visitor, library):
    make_question(
        title="最早的回答", language="zh-hant", published_at=datetime(2020, 1, 1, tzinfo=UTC)
    )
    chinese = [question.title for question in visitor.get("/zh-hant/").context["questions"]]
    assert chinese[0] == "最早的回答"
    assert len(chinese) == 6
    english = [question.title for question in visitor.get("/").context["questions"]]
    assert "最早的回答" not in english


def test_home_takes_four_queries(visitor, library, django_assert_num_queries):
    with django_assert_num_queries(4):
        visitor.get("/")


def test_home_of_an_empty_site_offers_to_ask(visitor, db):
    response = visitor.get("/")
    assert response.status_code == 200
    assert 'href="/ask/"' in response.content.decode()


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
@pytest.mark.parametrize("path", STANDING)
def test_page_sends_no_cookie_and_varies_on_none(visitor, db, prefix, path):
    response = visitor.get(prefix + path)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("path", STANDING[1:])
def test_standing_page_asks_nothing_of_the_database(visitor, path):
    # Without the db fixture pytest-django refuses every query.
    assert visitor.get(path).status_code == 200


def test_emergency_page_calls_the_numbers_of_the_installation(visitor, settings):
    settings.EMERGENCY_NUMBERS = ["999"]
    page = visitor.get("/emergency/").content.decode()
    assert 'href="tel:999"' in page
    assert "119" not in page


def test_emergency_page_names_what_cannot_wait(visitor):
    page = visitor.get("/emergency/").content.decode()
    for sign in (
        "under 3 months",
        "38.0 °C",
        "blue",
        "does not respond",
        "seizure",
        "does not fade",
        "stiff neck",
        "Green vomit",
        "battery",
        "magnet",
        "medicine",
        "self-harm",
    ):
        assert sign in page, sign


def test_chinese_pages_say_so_and_name_the_other_language(visitor):
    page = visitor.get("/zh-hant/about/").content.decode()
    assert '<html lang="zh-hant">' in page
    assert f'hreflang="en" href="{settings.SITE_URL}/about/"' in page
    assert f'hreflang="zh-hant" href="{settings.SITE_URL}/zh-hant/about/"' in page


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/robots.txt", 200),
        ("/feed/", 200),
        ("/no-such-page/", 404),
        ("/search", 301),
        ("/%00", 400),
        ("/admin/", 302),
        ("/desk/", 302),
    ],
)
def test_every_response_denies_what_no_page_uses(visitor, db, path, status):
    response = visitor.get(path)
    headers = response.headers
    assert response.status_code == status
    assert "camera=()" in headers["Permissions-Policy"]
    assert dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; ")) == {
        **dict.fromkeys(("default-src", "base-uri", "frame-ancestors"), "'none'"),
        **dict.fromkeys(("script-src", "style-src", "img-src", "font-src"), "'self'"),
        **dict.fromkeys(("connect-src", "form-action"), "'self'"),
    }
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/questions/", "/admin/", "/admin/login/", "/no-such-page/"])
@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND"])
def test_odd_methods_are_refused_everywhere(visitor, db, path, method):
    response = visitor.generic(method, path)
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
