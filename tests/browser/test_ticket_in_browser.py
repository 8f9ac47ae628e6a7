"""The ticket in a real browser: found by its code, added to, asked on from, and left without a trace."""

import json
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import expect

from questions.letters import stop_address
from questions.models import Addition, Contact, Question
from tests.browser.conftest import faults_of, go_by
from tests.questions.test_letters import make_asked, publish

pytestmark = pytest.mark.django_db(transaction=True)

BUTTON = "main form .btn-primary"


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_page_behind_a_ticket_passes_axe_wide_and_narrow(visit, doctor, prefix):
    waiting, answered = make_asked(status="open"), make_asked(status="published")
    ended = make_asked(status="declined")
    make_asked(status="pending", follow_up_of=make_asked())
    Addition.objects.create(
        question=waiting, text="Fever " * 200, submission="0" * 32, came_after_check=True
    )
    with override("zh-hant" if prefix else "en"):
        tickets = [one.contact.get_absolute_url() for one in (waiting, answered)]
        followed = Contact.objects.filter(question__follow_up__isnull=False).get()
        paths = [
            reverse("ticket_code"),
            *tickets,
            followed.get_absolute_url(),
            f"{tickets[0]}details/",
            f"{tickets[1]}follow-up/",
            f"{tickets[0]}e-mail/",
            f"{tickets[0]}withdraw/",
            ended.contact.get_absolute_url(),
            f"{ended.contact.get_absolute_url()}again/",
            stop_address(waiting.contact),
        ]
    faults = []
    for path in paths:
        faults += faults_of(visit(path))
    for path in (paths[0], paths[4], paths[5]):
        page = visit(path)
        go_by(page.locator(BUTTON))
        expect(page.locator(".error-summary")).to_be_focused()
        faults += faults_of(page)
    page = visit(paths[-1])
    go_by(page.locator(BUTTON))
    expect(page.locator(".note.good")).to_be_visible()
    faults += faults_of(page)
    assert not faults, "\n".join(faults)


def test_status_is_the_strongest_heading_below_that_of_the_page(visit):
    page = visit(make_asked(status="open").contact.get_absolute_url())
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    first, status, *others = [
        page.locator(one).evaluate(size) for one in ("h1", "#now", "article h2 >> nth=0", "#way")
    ]
    assert first > status > max(others)
    text, note = (page.locator(f"#status > {one}").first for one in ("p:not(.note)", ".note"))
    assert note.evaluate(size) == text.evaluate(size)


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_asker_walks_every_way_of_the_ticket(
    new_context, live_server, watch, moderator, doctor, script
):
    question = make_asked(status="pending")
    page = watch(new_context(java_script_enabled=script).new_page())
    page.goto(live_server.url)
    go_by(page.locator(f".footer a[href='{reverse('ticket_code')}']"))
    enter(page, question.pk, "YYYY-YYYY")
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page.locator("#id_number")).to_have_value(str(question.pk))
    enter(page, question.pk, question.contact.printed_code.lower())
    expect(page.get_by_role("heading", name="Waiting to be checked")).to_be_visible()

    go_by(page.get_by_role("link", name="Add details"))
    page.fill("#id_text", "Fever since noon.")
    go_by(page.locator(BUTTON))
    expect(page.locator("#additions").get_by_text("Fever since noon.")).to_be_visible()

    with page.expect_download() as download:
        page.get_by_role("link", name="Download my data").click()
    data = json.loads(Path(download.value.path()).read_text())
    assert data["details_added"][0]["text"] == "Fever since noon."

    question.approve(by=moderator)
    publish(question, doctor)
    page.reload()
    go_by(page.get_by_role("link", name="Ask one follow-up question"))
    page.fill("#id_title", "And after the second egg?")
    go_by(page.locator(BUTTON))
    expect(page.get_by_role("heading", name="Waiting to be checked")).to_be_visible()
    go_by(page.get_by_role("link", name=f"#{question.pk}"))
    expect(page.get_by_role("heading", name="Answered")).to_be_visible()
    expect(page.get_by_role("link", name="Ask one follow-up question")).to_have_count(0)

    go_by(page.get_by_role("link", name="Delete my e-mail address"))
    assert Contact.objects.get(question=question).email
    go_by(page.locator(BUTTON))
    expect(page.get_by_role("heading", name="Answered")).to_be_visible()
    assert not Contact.objects.get(question=question).email
    go_by(page.get_by_role("link", name="Take the question back"))
    assert Question.objects.get(pk=question.pk).status == "published"
    go_by(page.locator(BUTTON))
    expect(page.get_by_role("heading", name="Taken back")).to_be_visible()


def enter(page, number, code):
    page.fill("#id_number", str(number))
    page.fill("#id_code", code)
    go_by(page.locator(BUTTON))


def test_two_presses_in_two_tabs_add_once_and_ask_once(visit, page, context, live_server):
    waiting, answered = make_asked(status="open"), make_asked()
    visit(f"{waiting.contact.get_absolute_url()}details/")
    page.fill("#id_text", "Fever.")
    page.evaluate("const form = document.querySelector('main form'); form.submit(); form.submit()")
    expect(page.locator("#additions")).to_be_visible()
    assert waiting.additions.count() == 1
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(f"{live_server.url}{answered.contact.get_absolute_url()}follow-up/")
        tab.fill("#id_title", "And now?")
    for tab in tabs:
        go_by(tab.locator(BUTTON))
        expect(tab.get_by_role("heading", name="Waiting to be checked")).to_be_visible()
    assert tabs[0].url == tabs[1].url
    assert Question.objects.filter(follow_up_of=answered).count() == 1
