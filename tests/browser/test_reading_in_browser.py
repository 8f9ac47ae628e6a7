"""Reading, in a browser: what script adds, what is left without it, and what it weighs."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from questions.models import SimilarQuestion
from tests.factories import make_doctor, make_question

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = ["", "/questions/", "/specialties/", "/tags/fever/", "/doctors/", "/doctors/ada/"]


@pytest.fixture
def question():
    doctor = make_doctor(name="Ada", slug="ada")
    fields = {"tags": ["fever"], "doctor": doctor, "explanation": "### Why\n\n- One\n- Two"}
    question = make_question(title="Is 38.2 °C a fever?", summary="It may be.", **fields)
    other = make_question(title="三天的發燒，什麼時候該看醫師？", language="zh-hant", **fields)
    shared = list(question.tags.values_list("pk", flat=True))
    SimilarQuestion.objects.create(question=question, similar=other, score=1, shared_tag_ids=shared)
    return question


def test_script_copies_the_link(visit, question, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit(question.get_absolute_url())
    page.get_by_text("Share", exact=True).click()
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.get_by_role("button", name="Print").is_visible()


def test_without_script_the_address_and_the_letter_are_left(browser, live_server, question):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + question.get_absolute_url())
    page.get_by_text("Share", exact=True).click()
    assert page.locator(".share .address").inner_text() == page.url
    assert page.get_by_role("link", name="E-mail").is_visible()
    assert page.get_by_role("button", name="Copy link").count() == 0
    assert page.get_by_role("button", name="Print").count() == 0
    page.context.close()


def test_question_page_asks_for_at_most_five_files(visit, question, page):
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    visit(question.get_absolute_url())
    page.wait_for_load_state("networkidle")
    assert 3 <= len(requests) <= 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "/zh-hant"])
def test_pages_for_readers_are_accessible_and_narrow(visit, question, page, language, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 800})
    report = f"/questions/{question.pk}/report/"
    for path in [*PAGES, report, f"{report}?sent", "/none/"]:
        address = language + (path or question.get_absolute_url())
        visit(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        found = Axe().run(page).response["violations"]
        assert not found, (address, [rule["id"] for rule in found])


def test_print_holds_the_answer_and_leaves_out_the_rest(visit, question, page):
    page.emulate_media(media="print", color_scheme="dark")
    visit(question.get_absolute_url())
    for selector in (".masthead", ".emergency", "aside", ".footer", ".actions"):
        assert not page.locator(selector).first.is_visible()
    assert page.get_by_role("heading", name="More information").is_visible()
    assert page.locator(".print-only").inner_text() == page.url
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
