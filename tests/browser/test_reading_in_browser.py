"""Reading, in a browser: what script adds, what is left without it, and what it weighs."""

import pytest
from playwright.sync_api import expect

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
    expect(page.get_by_text("Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == short_address(live_server, question)
    expect(page.get_by_role("button", name="Print")).to_be_visible()


def test_without_script_the_address_and_the_letter_are_left(new_context, live_server, question):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + question.get_absolute_url())
    page.get_by_text("Share", exact=True).click()
    expect(page.locator(".share .address")).to_have_text(short_address(live_server, question))
    expect(page.get_by_role("link", name="E-mail")).to_be_visible()
    expect(page.get_by_role("button", name="Copy link")).to_have_count(0)
    expect(page.get_by_role("button", name="Print")).to_have_count(0)


def test_print_holds_the_answer_and_leaves_out_the_rest(visit, question, page, live_server):
    page.emulate_media(media="print", color_scheme="dark")
    visit(question.get_absolute_url())
    for selector in (".masthead", ".emergency", "aside", ".footer", ".actions"):
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.get_by_role("heading", name="More information")).to_be_visible()
    printed = page.locator(".print-only")
    expect(printed).to_contain_text(short_address(live_server, question), use_inner_text=True)
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
