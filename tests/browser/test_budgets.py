"""What the page of a question costs its reader's connection, and what keys alone can do."""

import pytest
from django.core.management import call_command

from askdoctor import demo
from questions.models import Question, Reply

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def longest(tmp_path) -> Question:
    """Of the demonstration, the question whose answer is longest."""
    demo.load(tmp_path)
    call_command("worker", once=True)
    replies = Reply.objects.published().select_related("question")
    return max(replies, key=lambda reply: len(reply.explanation_html)).question


def test_question_page_is_light_and_keeps_to_itself(visit, page, longest, live_server):
    requests = []
    page.on("requestfinished", lambda request: requests.append(request))
    visit(longest.get_absolute_url())
    page.wait_for_load_state("networkidle")
    sizes = [request.sizes() for request in requests]
    weight = sum(one["responseBodySize"] + one["responseHeadersSize"] for one in sizes)
    assert 3 <= len(requests) <= 5
    assert 10_000 < weight <= 60_000
    assert all(request.url.startswith(live_server.url + "/") for request in requests)
    assert all("set-cookie" not in request.response().all_headers() for request in requests)
    assert not page.context.cookies()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_keys_skip_what_every_page_begins_with(visit, db):
    page = visit("/questions/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("href") == "#main"
    box = skip.bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0, "it shows while it has the focus"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main, footer')")


def test_share_gives_the_address_to_the_system(visit, page, longest):
    page.add_init_script(
        "navigator.share = (what) => { window.shared = what; return Promise.resolve() }"
    )
    visit(longest.get_absolute_url())
    page.locator("summary", has_text="Share").click()
    page.click("[data-needs-script=share]")
    assert page.evaluate("window.shared.url").endswith(f"/questions/{longest.pk}/")
    assert page.evaluate("window.shared.title").startswith(longest.title)


def test_what_the_policy_forbids_fails_a_browser_test(browser, live_server, db):
    """Else the watch over all other pages would prove nothing."""
    page = browser.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(live_server.url)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('div'),"
        " { innerHTML: '<b style=\"color: red\">x</b>' }))"
    )
    page.wait_for_timeout(100)
    assert any("Content Security Policy" in text for text in said)
    page.close()
