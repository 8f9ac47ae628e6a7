"""The main road, walked whole: a parent asks, a moderator approves, a doctor replies, all read."""

import re

import pytest
from django.core.management import call_command

from questions.models import Tag
from tests.factories import make_question

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "a long walk 2026"


@pytest.fixture
def staff(doctor, moderator):
    """Both can sign in; the moderator sees the doctor's queue from the other side."""
    for user in (doctor.user, moderator):
        user.set_password(PASSWORD)
        user.save()
    return doctor, moderator


def sign_in(page, user):
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name=re.compile("Sign in|Log in")).click()


def test_a_question_goes_from_a_parent_to_every_reader(visit, browser, live_server, staff):
    doctor, moderator = staff
    Tag.objects.create(name="egg allergy", kind="condition")
    make_question(title="Hives after scrambled egg", tags=["egg allergy", "hives"])
    make_question(title="Teething and sleep", tags=["teething"])
    call_command("worker", once=True)

    ticket = ask(visit("/ask/"))
    approve(browser, live_server, moderator)
    reply(browser, live_server, doctor)
    call_command("worker", once=True)

    page = visit("/search/?q=first+egg")
    page.get_by_role("link", name="Red cheeks after the first egg").click()
    page.get_by_text("Redness where egg touched the skin").first.wait_for()
    similar = page.get_by_role("region", name="Similar questions")
    assert similar.get_by_role("link", name="Hives after scrambled egg").is_visible()
    assert "egg allergy" in similar.inner_text()
    assert "Teething" not in similar.inner_text()
    page.get_by_role("link", name="egg allergy").first.click()
    assert page.get_by_role("link", name="Red cheeks after the first egg").is_visible()

    page.goto(ticket)
    assert page.get_by_role("heading", name="Answered").is_visible()
    assert page.get_by_text("Redness where egg touched the skin").first.is_visible()


def ask(page) -> str:
    """Through all steps; gives back the address of the ticket."""
    page.get_by_text("3–11 months").click()
    page.get_by_text("I would rather not say").click()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Your question in one line").fill("Red cheeks after the first egg")
    page.get_by_label("Tell the doctor more").fill("Both cheeks were red after egg. No swelling.")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("E-mail").fill("parent@example.org")
    page.get_by_role("button", name="Continue").click()
    if page.get_by_role("button", name=re.compile("None of these")).count():
        page.get_by_role("button", name=re.compile("None of these")).click()
    page.get_by_role("button", name="Send").dblclick()
    return page.locator(".secret").inner_text()


def approve(browser, live_server, moderator):
    page = browser.new_page()
    page.goto(live_server.url + "/admin/")
    sign_in(page, moderator)
    page.goto(live_server.url + "/admin/questions/question/?status=pending")
    page.get_by_role("link", name=re.compile("Red cheeks")).first.click()
    page.get_by_role("button", name="Save and approve").click()
    page.close()


def reply(browser, live_server, doctor):
    page = browser.new_page()
    page.goto(live_server.url + "/desk/")
    sign_in(page, doctor.user)
    page.get_by_role("link", name=re.compile("Red cheeks")).click()
    page.get_by_role("button", name=re.compile("Take")).click()
    page.get_by_label("Reply", exact=True).fill(
        "Redness where egg touched the skin is often harmless."
    )
    page.get_by_label("More information").fill("- Watch for **hives** elsewhere.")
    page.get_by_label(re.compile("tags", re.I)).first.fill("egg allergy")
    page.get_by_role("button", name="Publish").dblclick()
    page.wait_for_url(re.compile("/questions/"))
    page.close()
