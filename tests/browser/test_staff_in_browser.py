"""The desk and the admin in a real browser: the policy blocks nothing, and axe finds nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.urls import reverse

from tests.factories import make_doctor, make_question

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def signed_in(client, context, live_server, visit):
    """Sign someone in and give back `visit`."""

    def sign_in(user):
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
        )
        return visit

    return sign_in


@pytest.fixture(params=["light", "dark"])
def check(request, page):
    """What has to hold on a page: axe finds nothing."""
    page.emulate_media(color_scheme=request.param)

    def check(page):
        # Without a second look at style sheets, for which axe itself writes styles inline.
        results = Axe().run(page, options={"preload": False})
        assert not results.response["violations"], results.generate_report()

    return check


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_page_of_the_desk_passes_axe(check, signed_in, doctor, other_doctor, prefix):
    mine = make_question(status="claimed", doctor=doctor, tags=["fever"])
    make_question(status="claimed", doctor=other_doctor)
    waiting = make_question(status="open")
    visit = signed_in(doctor.user)
    check(visit(f"{prefix}/desk/"))
    check(visit(f"{prefix}/desk/questions/{waiting.pk}/"))
    page = visit(f"{prefix}/desk/questions/{mine.pk}/")
    check(page)
    with page.expect_navigation():  # what was typed is saved before a button does its work
        page.click("button.btn-primary >> nth=-1")  # publish, with nothing written
    check(page)
    page.fill("#id_text", "Cool the skin.")
    with page.expect_navigation():
        page.click(".actions [formaction$='/preview/']")
    assert page.locator("article.preview").inner_text().count("Cool the skin.") == 1
    check(page)


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_page_of_moderation_passes_axe(check, signed_in, moderator, prefix):
    question = make_question(tags=["fever"])
    pending, doctor = make_question(status="pending"), make_doctor()
    tag = question.tags.get()
    visit = signed_in(moderator)
    for path in (
        "",
        "questions/question/",
        f"questions/question/{pending.pk}/change/",
        f"questions/question/{question.pk}/change/",
        f"questions/question/{question.pk}/history/",
        f"questions/question/bulk/decline/?ids={pending.pk}",
        f"questions/reply/{question.replies.get().pk}/change/",
        f"questions/tag/{tag.pk}/change/",
        f"questions/tag/bulk/merge/?ids={tag.pk}",
        "questions/report/",
        "doctors/doctor/",
        f"doctors/doctor/{doctor.pk}/change/",
        "doctors/specialty/add/",
        "faq/topic/add/",
    ):
        check(visit(f"{prefix}{reverse('admin:index')}{path}"))


def test_enter_in_a_line_of_the_reply_shows_the_preview_and_publishes_nothing(signed_in, doctor):
    question = make_question(status="claimed", doctor=doctor)
    page = signed_in(doctor.user)(f"/desk/questions/{question.pk}/")
    page.fill("#id_text", "Cool the skin.")
    page.fill("#id_summary", "Whether it is an allergy.")
    page.press("#id_summary", "Enter")
    page.locator("article.preview").wait_for()
    question.refresh_from_db()
    assert question.status == "claimed"


def test_leaving_with_unsaved_text_is_asked_about_and_saving_is_not(signed_in, doctor):
    question = make_question(status="claimed", doctor=doctor)
    page = signed_in(doctor.user)(f"/desk/questions/{question.pk}/")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("#id_text").press_sequentially("Half an hour of work.")
    page.get_by_role("button", name="Save draft").click()
    page.get_by_text("Your draft is saved.").wait_for()
    assert asked == []
    page.locator("#id_text").press_sequentially("More. ")
    page.reload()
    assert asked == ["beforeunload"]
