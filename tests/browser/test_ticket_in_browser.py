"""The ticket in a real browser: found by its code, added to, asked on from, and left without a trace."""

import json
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.translation import override

from questions.letters import stop_address
from questions.models import Addition, Contact, Question
from tests.browser.conftest import faults_of
from tests.questions.test_letters import make_asked, publish

pytestmark = pytest.mark.django_db(transaction=True)

BUTTON = "main form .btn-primary"


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_page_behind_a_ticket_passes_axe_wide_and_narrow(visit, doctor, prefix):
    waiting, answered = make_asked(status="open"), make_asked(status="published")
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
            stop_address(waiting.contact),
        ]
    faults = []
    for path in paths:
        faults += faults_of(visit(path))
    for path in (paths[0], paths[4], paths[5]):
        page = visit(path)
        page.click(BUTTON)
        page.locator(".error-summary:focus").wait_for()
        faults += faults_of(page)
    page = visit(paths[-1])
    page.click(BUTTON)
    page.locator(".note.good").wait_for()
    faults += faults_of(page)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_asker_walks_every_way_of_the_ticket(
    browser, live_server, watch, moderator, doctor, script
):
    question = make_asked(status="pending")
    context = browser.new_context(java_script_enabled=script)
    page = watch(context.new_page())
    page.goto(live_server.url)
    page.click(f".footer a[href='{reverse('ticket_code')}']")
    enter(page, question.pk, "YYYY-YYYY")
    page.locator(".error-summary").wait_for()
    assert page.locator("#id_number").input_value() == str(question.pk)
    enter(page, question.pk, question.contact.printed_code.lower())
    page.get_by_role("heading", name="Waiting to be checked").wait_for()

    page.get_by_role("link", name="Add details").click()
    page.fill("#id_text", "Fever since noon.")
    page.click(BUTTON)
    page.locator("#additions").get_by_text("Fever since noon.").wait_for()

    with page.expect_download() as download:
        page.get_by_role("link", name="Download my data").click()
    data = json.loads(Path(download.value.path()).read_text())
    assert data["details_added"][0]["text"] == "Fever since noon."

    question.approve(by=moderator)
    publish(question, doctor)
    page.reload()
    page.get_by_role("link", name="Ask one follow-up question").click()
    page.fill("#id_title", "And after the second egg?")
    page.click(BUTTON)
    page.get_by_role("heading", name="Waiting to be checked").wait_for()
    page.get_by_role("link", name=f"#{question.pk}").click()
    assert page.get_by_role("link", name="Ask one follow-up question").count() == 0

    page.get_by_role("link", name="Delete my e-mail address").click()
    assert Contact.objects.get(question=question).email
    page.click(BUTTON)
    page.get_by_role("heading", name="Answered").wait_for()
    assert not Contact.objects.get(question=question).email
    page.get_by_role("link", name="Take the question back").click()
    assert Question.objects.get(pk=question.pk).status == "published"
    page.click(BUTTON)
    page.get_by_role("heading", name="Taken back").wait_for()
    context.close()


def enter(page, number, code):
    page.fill("#id_number", str(number))
    page.fill("#id_code", code)
    page.click(BUTTON)


def test_two_presses_in_two_tabs_add_once_and_ask_once(visit, page, context, live_server):
    waiting, answered = make_asked(status="open"), make_asked()
    visit(f"{waiting.contact.get_absolute_url()}details/")
    page.fill("#id_text", "Fever.")
    page.evaluate("const form = document.querySelector('main form'); form.submit(); form.submit()")
    page.locator("#additions").wait_for()
    assert waiting.additions.count() == 1
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(f"{live_server.url}{answered.contact.get_absolute_url()}follow-up/")
        tab.fill("#id_title", "And now?")
    for tab in tabs:
        tab.click(BUTTON)
        tab.get_by_role("heading", name="Waiting to be checked").wait_for()
    assert tabs[0].url == tabs[1].url
    assert Question.objects.filter(follow_up_of=answered).count() == 1
