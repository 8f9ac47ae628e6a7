"""Reading, in a browser: what script adds, what is left without it, and what it weighs."""

import pytest

from tests.factories import make_doctor, make_question, make_similar

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def question():
    doctor = make_doctor(name="Ada", slug="ada")
    fields = {"tags": ["fever"], "doctor": doctor, "explanation": "### Why\n\n- One\n- Two"}
    question = make_question(title="Is 38.2 °C a fever?", summary="It may be.", **fields)
    other = make_question(title="三天的發燒，什麼時候該看醫師？", language="zh-hant", **fields)
    make_similar(question, other, shared=["fever"])
    return question


def short_address(live_server, question) -> str:
    """What is passed on: it leads to the page whatever becomes of its title."""
    return f"{live_server.url}/questions/{question.pk}/"


def test_script_copies_the_link(visit, question, context, live_server):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit(question.get_absolute_url())
    page.get_by_text("Share", exact=True).click()
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == short_address(live_server, question)
    assert page.get_by_role("button", name="Print").is_visible()


def test_without_script_the_address_and_the_letter_are_left(browser, live_server, question):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + question.get_absolute_url())
    page.get_by_text("Share", exact=True).click()
    shown = page.locator(".share .address").inner_text()
    assert shown == short_address(live_server, question)
    assert page.get_by_role("link", name="E-mail").is_visible()
    assert page.get_by_role("button", name="Copy link").count() == 0
    assert page.get_by_role("button", name="Print").count() == 0
    page.context.close()


def test_print_holds_the_answer_and_leaves_out_the_rest(visit, question, page, live_server):
    page.emulate_media(media="print", color_scheme="dark")
    visit(question.get_absolute_url())
    for selector in (".masthead", ".emergency", "aside", ".footer", ".actions"):
        assert not page.locator(selector).first.is_visible()
    assert page.get_by_role("heading", name="More information").is_visible()
    assert short_address(live_server, question) in page.locator(".print-only").inner_text()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
