"""Asking in a real browser: keys, focus, Back, two presses, and what axe finds."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from questions.models import Question
from tests.factories import make_specialty

pytestmark = pytest.mark.django_db(transaction=True)

CONTINUE = "main form .btn-primary"


@pytest.fixture
def page_of_reader(page):
    """The page, and what has to hold on each step: axe finds nothing."""

    def check():
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            results = Axe().run(page)
            assert not results.response["violations"], results.generate_report()

    return check


def fill(page, *, title="Rash on both cheeks after first egg", until="check"):
    page.check("input[value='3-11m']")
    page.check("input[value=male]")
    page.click(CONTINUE)
    page.fill("#id_title", title)
    page.fill("#id_body", "Twenty minutes after the egg.")
    page.click(CONTINUE)
    page.click(CONTINUE)


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_page_of_the_asker_passes_axe(visit, page_of_reader, prefix):
    make_specialty("allergy")
    page = visit(f"{prefix}/ask/")
    page_of_reader()
    page.click(CONTINUE)
    page.locator(".error-summary:focus").wait_for()
    page_of_reader()
    page.check("input[value='3-11m']")
    page.check("input[value=male]")
    page.click(CONTINUE)
    page.fill("#id_body", "x" * 10_001)
    page.click(CONTINUE)
    page_of_reader()
    page.fill("#id_title", "Rash after egg")
    page.fill("#id_body", "")
    page.click(CONTINUE)
    page_of_reader()
    page.click(CONTINUE)
    page_of_reader()
    page.click(CONTINUE)
    page_of_reader()
    page.click("main a.btn-primary")
    page_of_reader()
    page.click("aside a.btn-quiet")
    page_of_reader()


def test_link_of_an_error_leads_to_its_field(visit):
    page = visit("/ask/")
    page.click(CONTINUE)
    page.click(".error-summary a >> nth=0")
    assert page.evaluate("document.activeElement.id") == "id_age_band"
    page.check("input[value='3-11m']")
    page.check("input[value=male]")
    page.click(CONTINUE)
    page.click(CONTINUE)
    page.click(".error-summary a")
    assert page.evaluate("document.activeElement.id") == "id_title"


def test_enter_continues_and_does_not_go_back(visit):
    page = visit("/ask/")
    page.check("input[value=adult]")
    page.check("input[value=female]")
    page.click(CONTINUE)
    page.fill("#id_title", "A question in one line")
    page.press("#id_title", "Enter")
    assert page.url.endswith("/ask/contact/")


def test_browser_back_brings_back_what_was_typed(visit):
    page = visit("/ask/")
    fill(page)
    page.go_back()
    page.go_back()
    assert page.input_value("#id_title") == "Rash on both cheeks after first egg"
    assert page.input_value("#id_body") == "Twenty minutes after the egg."


def test_two_clicks_and_back_make_one_question(visit):
    page = visit("/ask/")
    fill(page)
    page.dblclick(CONTINUE)
    page.wait_for_url("**/ask/sent/")
    number = Question.objects.get().pk
    page.reload()
    assert f"#{number}" in page.text_content("main")
    page.go_back()
    assert f"#{number}" in page.text_content("main")
    assert Question.objects.count() == 1


def test_asker_takes_the_question_back_without_script(browser, live_server):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/ask/")
    fill(page)
    page.click(CONTINUE)
    page.click("main a.btn-primary")
    assert "/ticket/" in page.url
    page.click("aside a.btn-quiet")
    page.click(CONTINUE)
    assert Question.objects.get().status == Question.Status.WITHDRAWN
    assert "Taken back" in page.text_content("main")


def test_private_link_is_copied(visit, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit("/ask/")
    fill(page)
    page.click(CONTINUE)
    link = page.text_content(".secret")
    page.click("[data-needs-script=copy]")
    page.wait_for_selector("#copied:not(:empty)")
    assert page.evaluate("navigator.clipboard.readText()") == link
