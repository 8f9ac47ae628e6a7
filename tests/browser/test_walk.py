"""The main road, walked whole: a parent asks, a moderator approves, a doctor replies, all read."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.core.management import call_command
from playwright.sync_api import expect

from questions.models import Question, Tag
from tests.browser.conftest import go_by
from tests.factories import make_question

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "a long walk 2026"
TITLE = "Red cheeks after the first egg"
BODY = "Both were red for an hour after egg last week, with a few hives, and she was well."
REPLY = "Redness where egg touched the skin is often harmless."


@pytest.fixture
def library():
    """What is answered already; one of the two is near."""
    Tag.objects.create(name="egg allergy", kind="condition")
    make_question(title="Hives after scrambled egg", tags=["egg allergy", "hives"])
    make_question(title="Teething and sleep", tags=["teething"])
    call_command("worker", once=True)


@pytest.fixture
def staff(doctor, moderator):
    """Both can sign in with a password."""
    for user in (doctor.user, moderator):
        user.set_password(PASSWORD)
        user.save()
    return doctor, moderator


@pytest.fixture(params=[True, False], ids=["with-script", "without-script"])
def open_page(request, new_context, live_server, watch):
    """Opens a path of the site in a browser of its own, as a new person would."""

    def open_page(path: str):
        page = watch(new_context(java_script_enabled=request.param).new_page())
        page.goto(live_server.url + path)
        return page

    return open_page


def test_a_question_goes_from_a_parent_to_every_reader(open_page, library, staff):
    doctor, moderator = staff
    ticket = ask(open_page("/ask/"))
    approve(open_page("/admin/"), moderator)
    reply(open_page("/desk/"), doctor)
    call_command("worker", once=True)
    find_and_read(open_page("/"))
    ticket.reload()
    expect(ticket.get_by_role("heading", name="Answered")).to_be_visible()
    expect(ticket.get_by_text(REPLY)).to_be_visible()


def ask(page):
    """Through all steps; gives back the page of the ticket."""
    page.get_by_text("3–11 months").click()
    page.get_by_text("I would rather not say").click()
    go_by(page.get_by_role("button", name="Continue"))
    page.get_by_label("Your question in one line").fill(TITLE)
    page.get_by_label("Tell the doctor more").fill(BODY)
    go_by(page.get_by_role("button", name="Continue"))
    page.get_by_label("E-mail").fill("parent@example.org")
    go_by(page.get_by_role("button", name="Continue"))
    expect(page.get_by_role("link", name="Hives after scrambled egg")).to_be_visible()
    go_by(page.get_by_role("button", name="None of these"))
    expect(page.get_by_text("parent@example.org")).to_be_visible()
    page.get_by_role("button", name="Send").dblclick()
    expect(page).to_have_url(re.compile("/ask/sent/$"))
    number = f"#{Question.objects.get(status='pending').pk}"
    expect(page.locator("main")).to_contain_text(number, use_inner_text=True)
    go_by(page.get_by_role("link", name="Open my question"))
    expect(page.get_by_role("heading", name="Waiting to be checked")).to_be_visible()
    return page


def sign_in(page, user):
    cache.clear()  # the table of tries is no model's: what tests leave there stays
    key = generate_totp_secret()
    TOTP.activate(user, key)
    page.get_by_label("E-mail address").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    go_by(page.get_by_role("button", name="Sign in"))
    page.get_by_label("Code").fill(format_hotp_value(hotp_value(key, int(time.time()) // 30)))
    go_by(page.get_by_role("button", name="Sign in", exact=True))


def approve(page, moderator):
    sign_in(page, moderator)
    go_by(page.get_by_role("link", name="1 Questions to check"))
    go_by(page.get_by_role("link", name=TITLE))
    go_by(page.get_by_role("button", name="Save and approve"))
    expect(
        page.get_by_role("list").get_by_text("is approved; it waits for a doctor.")
    ).to_be_visible()
    expect(page.get_by_role("link", name=TITLE)).to_have_count(0)  # it left the queue


def reply(page, doctor):
    sign_in(page, doctor.user)
    go_by(page.get_by_role("link", name=TITLE))
    go_by(page.get_by_role("button", name="Take this question"))
    page.get_by_label("Reply", exact=True).fill(REPLY)
    page.get_by_label("More information").fill("- Watch for **hives** elsewhere.")
    page.get_by_label("Other tags").fill("egg allergy")
    go_by(page.get_by_role("button", name="Preview"))
    expect(
        page.locator("article.preview").get_by_role("strong").get_by_text("hives")
    ).to_be_visible()
    page.get_by_role("button", name="Publish").dblclick()
    published = page.get_by_role("status").get_by_role("link", name=TITLE)
    expect(published).to_be_visible()
    go_by(published)
    expect(page).to_have_url(re.compile("/questions/[^/]+/red-cheeks-[^/]+/$"))


def find_and_read(page):
    # By its name: with a script its role becomes another one at the first key.
    field = page.locator("input[name=q]").first
    field.fill("first egg")
    go_by(field, "Enter")
    go_by(page.get_by_role("link", name=TITLE))
    expect(page.get_by_text(REPLY)).to_be_visible()
    similar = page.get_by_role("region", name="Similar questions")
    expect(similar.get_by_role("link", name="Hives after scrambled egg")).to_be_visible()
    expect(similar.get_by_text("also about: egg allergy")).to_be_visible()
    expect(similar.get_by_role("heading").get_by_role("link")).to_have_count(1)
    go_by(page.get_by_label("Specialty and tags").get_by_role("link", name="egg allergy"))
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
