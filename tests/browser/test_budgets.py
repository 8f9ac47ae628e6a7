"""What the page of a question costs its reader's connection, and what keys alone can do."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

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
    expect(skip).to_have_attribute("href", "#main")
    expect(skip).to_be_in_viewport(ratio=1)  # it shows while it has the focus
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))
    page.keyboard.press("Tab")
    expect(page.locator(":is(main, footer) :focus")).to_have_count(1)


def test_share_gives_the_address_to_the_system(visit, page, longest):
    page.add_init_script(
        "navigator.share = (what) => { window.shared = what; return Promise.resolve() }"
    )
    visit(longest.get_absolute_url())
    page.locator("summary", has_text="Share").click()
    page.click("[data-needs-script=share]")
    page.wait_for_function("window.shared")
    assert page.evaluate("window.shared.url").endswith(f"/questions/{longest.pk}/")
    assert page.evaluate("window.shared.title").startswith(longest.title)


def test_what_the_policy_forbids_fails_a_browser_test(page, live_server, db):
    """Else the watch over all other pages would prove nothing."""
    page.goto(live_server.url)
    with page.expect_console_message(lambda said: "Content Security Policy" in said.text):
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('div'),"
            " { innerHTML: '<b style=\"color: red\">x</b>' }))"
        )
