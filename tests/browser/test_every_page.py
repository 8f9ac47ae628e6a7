"""Every page of the demonstration: what axe finds by day and by night, what sticks out of 320 pixels.

The steps of asking and the pages of staff, which need something typed first, stand in files of
their own; here are the pages that an address alone shows.
"""

import pytest
from django.core.management import call_command
from django.urls import Resolver404, resolve
from playwright.sync_api import expect

from askdoctor import demo
from doctors.models import Doctor
from faq.models import Topic
from questions.models import Question
from tests.browser.conftest import faults_of, go_by
from tests.factories import make_question
from tests.test_access import named

pytestmark = pytest.mark.django_db(transaction=True)

LANGUAGES = pytest.mark.parametrize("prefix", ["", "/zh-hant"])
# No page, no page of its own, or looked at elsewhere.
ELSEWHERE = ("feed", "sitemap", "robots", "healthz", "question_short", "logout")
ELSEWHERE += (
    "account_",
    "mfa_",
    "usersessions_",
    "invitation",
    "ask",
    "ticket",
    "letters_stop",
    "attachment",
    "phrase",
    "desk",
    "admin:",
    "favicon",
    "security_txt",
    "search_suggest",
)


@pytest.fixture
def site(tmp_path):
    """The demonstration, with all that the worker makes of it."""
    demo.load(tmp_path)
    call_command("worker", once=True)


def busiest_question(language: str) -> Question:
    """One with similar questions and an explanation."""
    rows = Question.objects.published().filter(language=language, similar_rows__isnull=False)
    return rows.exclude(replies__explanation="").order_by("pk").first()


def name_of(path: str) -> str:
    try:
        return resolve(path.partition("?")[0]).url_name
    except Resolver404:
        return "missing"


@LANGUAGES
def test_pages_of_readers(visit, site, prefix):
    english, chinese = busiest_question("en"), busiest_question("zh-hant")
    similar = english.similar_rows.order_by("place").first()
    not_relevant = f"/questions/{english.pk}/similar/{similar.similar_id}/report/"
    paths = [
        "/",
        "/questions/",
        english.get_absolute_url(),
        chinese.get_absolute_url(),
        f"/questions/{english.pk}/report/",
        f"/questions/{english.pk}/report/?sent",
        not_relevant,
        f"{not_relevant}?sent",
        "/specialties/",
        english.specialty.get_absolute_url(),
        english.tags.first().get_absolute_url(),
        "/doctors/",
        english.replies.get().doctor.get_absolute_url(),
        "/faq/",
        "/faq/?letter=F",
        Topic.objects.exclude(overview="").first().get_absolute_url(),
        "/search/",
        f"/search/?q=fever&specialty={english.specialty.slug}",
        "/search/?q=發燒",
        "/search/?q=zzzzzz",
        "/emergency/",
        "/about/",
        "/privacy/",
        "/accounts/login/",
        "/no-such-page/",
        "/?q=%00",
    ]
    unseen = {name for name in named() if not name.startswith(ELSEWHERE)} - set(map(name_of, paths))
    assert not unseen
    faults = []
    for path in paths:
        faults += faults_of(visit(prefix + path))
    for path, click in [("/questions/", "[rel=next]"), (paths[4], "main form .btn-primary")]:
        page = visit(prefix + path)
        go_by(page.locator(click))
        faults += faults_of(page)
    assert not faults, "\n".join(faults)


@LANGUAGES
def test_pages_of_what_went_wrong(visit, page, settings, db, prefix):
    settings.ROOT_URLCONF = "tests.askdoctor.faulty_urls"
    faults = []
    for path in ["/fault/", "/forbidden/"]:
        faults += faults_of(visit(path))
    for path in ["/desk/questions/1/save/", "/admin/login/"]:
        faults += faults_of(visit(prefix + path))
    visit(f"{prefix}/accounts/login/")
    page.fill("[name=login]", "nobody")
    page.fill("[name=password]", "nothing")
    go_by(page.locator("main form .btn-primary"))
    expect(page.locator(".error-summary")).to_be_visible()
    faults += faults_of(page)
    visit(f"{prefix}/ask/")
    page.check("input[value=adult]")
    page.check("input[value=female]")
    go_by(page.locator("main form .btn-primary"))
    page.fill("#id_body", "Words that took time.")
    page.context.clear_cookies()
    go_by(page.locator("main form .btn-primary"))
    expect(page.locator("textarea")).to_have_value("Words that took time.")
    faults += faults_of(page)
    assert not faults, "\n".join(faults)


@LANGUAGES
def test_refusals_and_what_is_said_at_the_desk(
    visit_as, site, prefix, unverified_doctor, moderator
):
    doctor = Doctor.objects.get(slug=demo.DOCTOR)
    mine = make_question(status="claimed", specialty=doctor.specialty, doctor=doctor)
    faults = faults_of(visit_as(unverified_doctor.user, f"{prefix}/desk/"))
    faults += faults_of(visit_as(moderator, f"{prefix}/desk/questions/{mine.pk}/"))
    page = visit_as(doctor.user, f"{prefix}/desk/questions/{mine.pk}/")
    go_by(page.locator("[formaction*=release]"))
    expect(page.locator(".message")).to_be_visible()
    faults += faults_of(page)
    assert not faults, "\n".join(faults)
