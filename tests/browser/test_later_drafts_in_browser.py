"""Second replies and corrections while things break: the network, the browser, the session, another tab."""

import pytest
from django.contrib.sessions.models import Session
from PIL import Image
from playwright.sync_api import expect

from questions import actions
from questions.models import Correction
from tests.browser.conftest import faults_of, go_by
from tests.browser.test_drafts_in_browser import KEPT, SAVED, Typist, server  # noqa: F401
from tests.browser.test_later_in_browser import overdue, press
from tests.factories import make_question

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "Cool the *skin*, 一天兩次。"


class Place:
    """Where something is written: the address of its page, its button, and what the site keeps of it."""

    def __init__(self, kind: str, doctor, other_doctor):
        self.kind, self.user = kind, other_doctor.user
        if kind == "second":
            self.question = make_question(doctor=doctor, reply="Wait.")
            self.path, self.button = f"/desk/questions/{self.question.pk}/", "Publish reply"
        else:
            self.reply = overdue(other_doctor, reply="Wait.")
            self.question = self.reply.question
            self.path = f"/desk/replies/{self.reply.pk}/correct/"
            self.button = "Publish the correction"

    def kept(self) -> str:
        reply = self.question.replies.get(doctor__user=self.user)
        return reply.as_left()["text"]

    def fill_rest(self, page) -> None:
        if self.kind == "correction":
            page.fill("#id_what", "The reply.")
            page.fill("#id_why", "New facts.")

    def public(self) -> list[str]:
        return list(self.question.replies.published().values_list("text", flat=True))


@pytest.fixture(params=["second", "correction"])
def place(request, doctor, other_doctor) -> Place:
    return Place(request.param, doctor, other_doctor)


def write(page, text: str = TEXT) -> None:
    page.locator("#id_text").press("Control+a")
    page.keyboard.insert_text(text)


def saved(page) -> None:
    expect(page.locator(SAVED)).to_be_visible()


def test_saved_two_seconds_after_the_last_key_and_readers_see_nothing(place, visit_as, live_server):
    page = visit_as(place.user, place.path)
    write(page)
    saved(page)
    assert place.kept() == TEXT
    assert place.public() == ["Wait."]
    page.reload()
    expect(page.locator("#id_text")).to_have_value(TEXT)
    place.fill_rest(page)
    press(page, place.button)
    expect(page).not_to_have_url(f"{live_server.url}{place.path}")
    assert TEXT in place.public()
    assert page.evaluate(KEPT) == []


def test_of_two_tabs_the_second_is_asked_and_nothing_is_replaced(place, visit_as, context):
    first = visit_as(place.user, place.path)
    second = context.new_page()
    second.goto(first.url)
    write(first, "First.")
    saved(first)
    write(second, "Second.")
    panel = second.locator(".two-texts")
    expect(panel).to_be_visible()
    expect(panel.locator("[data-mine=text]")).to_have_text("Second.", use_inner_text=True)
    expect(panel.locator("[data-other=text]")).to_have_text("First.", use_inner_text=True)
    assert place.kept() == "First."
    assert faults_of(second) == []
    go_by(panel.get_by_role("link", name="Use the saved one"))
    expect(second.locator("#id_text")).to_have_value("First.")
    write(first, "First, and more.")
    saved(first)
    assert place.kept() == "First, and more."


def test_correction_compared_left_and_published_is_in_nobodys_way(visit_as, doctor):
    place = Place("correction", doctor, doctor)
    page = visit_as(place.user, place.path)
    write(page)
    place.fill_rest(page)
    go_by(page.get_by_role("button", name="Compare old and new"))
    page.go_back()  # before that page has saved anything
    press(page, "Publish the correction")
    expect(page.get_by_text("Corrected:")).to_be_visible()
    assert place.public() == [TEXT]


def test_text_of_an_expired_session_is_back_after_signing_in_again(place, visit_as, live_server):
    page = visit_as(place.user, place.path)
    place.fill_rest(page)
    Session.objects.all().delete()
    write(page)
    page.get_by_role("button", name=place.button).click()
    expect(page.get_by_text("you are signed out")).to_be_visible()
    expect(page.locator("#id_text")).to_have_value(TEXT)
    assert place.public() == ["Wait."]
    page.goto(live_server.url + "/accounts/login/")  # left for signing in, in the same tab
    page = visit_as(place.user, place.path)
    expect(page.locator("#id_text")).to_have_value(TEXT)
    saved(page)
    assert place.kept() == TEXT


def test_text_sent_without_script_by_who_is_signed_out_is_on_the_page(
    place, new_context, live_server
):
    page = new_context(java_script_enabled=False).new_page()
    from_before = {"text": TEXT, "what": "The reply.", "why": "New facts."}
    answer = page.request.post(f"{live_server.url}{place.path}", form=from_before)
    assert answer.status == 403
    assert f"{TEXT}</textarea>" in answer.text()


@pytest.fixture
def typist(playwright, server, tmp_path):  # noqa: F811
    typist = Typist(playwright, tmp_path / "profile", server)
    yield typist
    typist.context.close()


def test_text_typed_without_a_connection_outlives_a_killed_browser(place, typist):
    def visit():
        typist.sign_in()
        typist.page.goto(typist.server.url + place.path)
        expect(typist.page.locator("#reply")).to_be_visible()

    typist.user, typist.text = place.user, {"text": TEXT}
    visit()
    place.fill_rest(typist.page)
    typist.context.set_offline(True)
    write(typist.page)
    typist.wait_until_kept()
    typist.kill_browser()
    typist.open_browser()
    visit()
    expect(typist.page.locator("#id_text")).to_have_value(TEXT)
    typist.wait_until_saved()
    assert place.kept() == TEXT
    assert place.public() == ["Wait."]
    press(typist.page, place.button)
    expect(typist.page.get_by_role("status").get_by_role("link").first).to_be_visible()
    assert TEXT in place.public()
    assert Correction.objects.count() == (place.kind == "correction")


def test_second_reply_has_live_preview_phrases_and_files(visit_as, doctor, other_doctor, tmp_path):
    other_doctor.phrases.create(title="Fever", text="Come at once.")
    place = Place("second", doctor, other_doctor)
    page = visit_as(place.user, place.path)
    page.get_by_role("button", name="Put into the reply").click()
    expect(page.locator("#live").get_by_text("Come at once.")).to_be_visible()
    file = tmp_path / "leaflet.png"
    Image.new("RGB", (8, 8)).save(file)
    page.set_input_files("#id_file", file)
    page.fill("#id_file_title", "A leaflet")
    press(page, "Attach")
    expect(page.locator("#attachments").get_by_role("link", name="A leaflet")).to_be_visible()
    assert faults_of(page) == []
    press(page, "Publish reply")
    expect(page.get_by_text("Published:")).to_be_visible()
    assert place.public() == ["Come at once.", "Wait."]
    page.goto(page.url.split("/desk/")[0] + place.question.get_absolute_url())
    expect(page.get_by_role("link", name="A leaflet")).to_be_visible()


def test_first_reply_that_comes_too_late_is_told_so_and_can_stand_below(
    visit_as, doctor, other_doctor
):
    question = make_question(status="claimed", doctor=other_doctor)
    page = visit_as(other_doctor.user, f"/desk/questions/{question.pk}/")
    write(page, "Mine, ")
    saved(page)
    typed = {"text": "Wait.", "explanation": "", "summary": "", "tags": []}
    actions.release_question(question=question, by=other_doctor)
    actions.claim_question(question=question, by=doctor)
    actions.publish_reply(question=question, by=doctor, **typed)
    page.locator("#id_text").press_sequentially("and more.")
    expect(page.get_by_text("reply is public by now")).to_be_visible()
    press(page, "Publish reply")
    expect(page.get_by_role("heading", name="A second reply")).to_be_visible()
    expect(page.locator("#id_text")).to_have_value("Mine, and more.")
    assert question.replies.published().count() == 1
    press(page, "Publish reply")
    expect(page.get_by_text("Published:")).to_be_visible()
    assert set(question.replies.values_list("text", flat=True)) == {"Wait.", "Mine, and more."}
