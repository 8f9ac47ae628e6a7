"""The desk and the admin in a real browser: the policy blocks nothing, and axe finds nothing."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.conftest import go_by, seen_by_axe, stop_clock
from tests.factories import make_doctor, make_question

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_page_of_the_desk_passes_axe(visit_as, doctor, other_doctor, prefix):
    mine = make_question(status="claimed", doctor=doctor, tags=["fever"])
    make_question(status="claimed", doctor=other_doctor)
    waiting = make_question(status="open")
    assert seen_by_axe(visit_as(doctor.user, f"{prefix}/desk/")) == []
    assert seen_by_axe(visit_as(doctor.user, f"{prefix}/desk/questions/{waiting.pk}/")) == []
    page = visit_as(doctor.user, f"{prefix}/desk/questions/{mine.pk}/")
    assert seen_by_axe(page) == []
    go_by(page.locator("button.btn-primary").last)  # publish, with nothing written
    assert seen_by_axe(page) == []
    page.fill("#id_text", "Cool the skin.")
    go_by(page.locator(".actions [formaction$='/preview/']"))
    expect(page.locator("article.preview").get_by_text("Cool the skin.")).to_have_count(1)
    assert seen_by_axe(page) == []


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_page_of_moderation_passes_axe(visit_as, moderator, prefix):
    question = make_question(tags=["fever"])
    pending, doctor = make_question(status="pending"), make_doctor()
    tag = question.tags.get()
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
        assert seen_by_axe(visit_as(moderator, f"{prefix}{reverse('admin:index')}{path}")) == []


def test_enter_in_a_line_of_the_reply_shows_the_preview_and_publishes_nothing(visit_as, doctor):
    question = make_question(status="claimed", doctor=doctor)
    page = visit_as(doctor.user, f"/desk/questions/{question.pk}/")
    page.fill("#id_text", "Cool the skin.")
    page.fill("#id_summary", "Whether it is an allergy.")
    go_by(page.locator("#id_summary"), "Enter")
    expect(page.locator("article.preview")).to_be_visible()
    question.refresh_from_db()
    assert question.status == "claimed"


def test_leaving_with_unsaved_text_is_asked_about_and_saving_is_not(visit_as, doctor):
    question = make_question(status="claimed", doctor=doctor)
    page = visit_as(doctor.user, f"/desk/questions/{question.pk}/")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("#id_text").press_sequentially("Half an hour of work.")
    go_by(page.get_by_role("button", name="Save draft"))
    expect(page.get_by_text("Your draft is saved.")).to_be_visible()
    assert asked == []
    stop_clock(page)  # or the script saves it first
    page.locator("#id_text").press_sequentially("More. ")
    page.reload()
    assert asked == ["beforeunload"]
