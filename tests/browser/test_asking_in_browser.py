"""Asking in a real browser: keys, focus, Back, two presses, and what axe finds."""

import re

import pytest
from playwright.sync_api import expect

from questions.models import Question
from tests.browser.conftest import go_by, seen_by_axe
from tests.factories import make_specialty

pytestmark = pytest.mark.django_db(transaction=True)

CONTINUE = "main form .btn-primary"


def go_on(page):
    go_by(page.locator(CONTINUE))


def fill(page):
    """All steps up to the last page, where what was typed is checked and sent."""
    page.check("input[value='3-11m']")
    page.check("input[value=male]")
    go_on(page)
    page.fill("#id_title", "Rash on both cheeks after first egg")
    page.fill("#id_body", "Twenty minutes after the egg.")
    go_on(page)
    go_on(page)
    expect(page).to_have_url(re.compile("/ask/check/$"))


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_page_of_the_asker_passes_axe(visit, prefix):
    make_specialty("allergy")
    page = visit(f"{prefix}/ask/")
    assert seen_by_axe(page) == []
    go_on(page)
    expect(page.locator(".error-summary")).to_be_focused()
    assert seen_by_axe(page) == []
    page.check("input[value='3-11m']")
    page.check("input[value=male]")
    go_on(page)
    page.fill("#id_body", "x" * 10_001)
    go_on(page)
    assert seen_by_axe(page) == []
    page.fill("#id_title", "Rash after egg")
    page.fill("#id_body", "")
    go_on(page)
    assert seen_by_axe(page) == []
    go_on(page)
    assert seen_by_axe(page) == []
    go_on(page)
    assert seen_by_axe(page) == []
    go_by(page.locator("main a.btn-primary"))
    assert seen_by_axe(page) == []
    go_by(page.locator("aside a.btn-quiet"))
    assert seen_by_axe(page) == []


def test_link_of_an_error_leads_to_its_field(visit):
    page = visit("/ask/")
    go_on(page)
    page.click(".error-summary a >> nth=0")
    expect(page.locator("#id_age_band")).to_be_focused()
    page.check("input[value='3-11m']")
    page.check("input[value=male]")
    go_on(page)
    go_on(page)
    page.click(".error-summary a")
    expect(page.locator("#id_title")).to_be_focused()


def test_enter_continues_and_does_not_go_back(visit):
    page = visit("/ask/")
    page.check("input[value=adult]")
    page.check("input[value=female]")
    go_on(page)
    page.fill("#id_title", "A question in one line")
    go_by(page.locator("#id_title"), "Enter")
    expect(page).to_have_url(re.compile("/ask/contact/$"))


def test_browser_back_brings_back_what_was_typed(visit):
    page = visit("/ask/")
    fill(page)
    page.go_back()
    page.go_back()
    expect(page.locator("#id_title")).to_have_value("Rash on both cheeks after first egg")
    expect(page.locator("#id_body")).to_have_value("Twenty minutes after the egg.")


def test_two_clicks_and_back_make_one_question(visit):
    page = visit("/ask/")
    fill(page)
    page.dblclick(CONTINUE)
    expect(page).to_have_url(re.compile("/ask/sent/$"))
    page.wait_for_load_state()
    number = Question.objects.get().pk
    page.reload()
    expect(page.locator("main")).to_contain_text(f"#{number}")
    page.go_back()
    expect(page.locator("main")).to_contain_text(f"#{number}")
    assert Question.objects.count() == 1


def test_asker_takes_the_question_back_without_script(new_context, live_server):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/ask/")
    fill(page)
    go_on(page)
    go_by(page.locator("main a.btn-primary"))
    expect(page).to_have_url(re.compile("/ticket/"))
    go_by(page.locator("aside a.btn-quiet"))
    go_on(page)
    expect(page.locator("main")).to_contain_text("Taken back")
    assert Question.objects.get().status == Question.Status.WITHDRAWN


def test_private_link_is_copied(visit, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit("/ask/")
    fill(page)
    go_on(page)
    link = page.text_content(".secret")
    page.click("[data-needs-script=copy]")
    expect(page.locator("#copied")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == link
