"""The working day at the desk in a real browser: two people wherever two can meet."""

import re
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from questions import actions
from questions.models import Question
from tests.browser.conftest import faults_of, go_by
from tests.factories import make_doctor, make_question, make_specialty

pytestmark = pytest.mark.django_db(transaction=True)


def asked_question(**fields) -> Question:
    contact = {"submission": uuid.uuid4(), "email": "asker@example.org"}
    return make_question(contact=contact, **({"status": "open"} | fields))


def at(question: Question) -> str:
    return f"/desk/questions/{question.pk}/"


def press(page, name: str) -> None:
    go_by(page.get_by_role("button", name=name))


def follow(page, name: str) -> None:
    go_by(page.get_by_role("link", name=name).first)


def state_of(question: Question) -> str:
    question.refresh_from_db()
    return question.status


def test_of_two_doctors_at_one_question_the_second_is_told_who_has_it(
    window_of, doctor, other_doctor
):
    question = asked_question()
    first, second = window_of(doctor.user, at(question)), window_of(other_doctor.user, at(question))
    press(first, "Take this question")
    expect(first.get_by_role("heading", name="Your reply")).to_be_visible()
    press(second, "Take this question")
    told = second.get_by_role("alert")
    expect(told).to_contain_text("Dr. Ada Verified is replying", use_inner_text=True)
    expect(told).to_contain_text("at the latest until", use_inner_text=True)
    assert not faults_of(second)
    press(first, "Give back")
    expect(first.get_by_text("gave question")).to_be_visible()
    second.goto(second.url)
    press(second, "Take this question")
    expect(second.get_by_role("heading", name="Your reply")).to_be_visible()


def test_what_ran_out_is_published_after_it_was_taken_again_with_its_text(window_of, doctor):
    question = make_question(status="claimed", doctor=doctor)
    page = window_of(doctor.user, at(question))
    Question.objects.update(
        claimed_at=timezone.now() - timedelta(hours=5),
        lease_until=timezone.now() - timedelta(minutes=1),
    )
    page.fill("#id_text", "Half a day of work.")
    press(page, "Publish reply")
    expect(page.get_by_role("heading", name="You do not hold this question")).to_be_visible()
    press(page, "Take it again with this text")
    expect(page.get_by_role("button", name="Publish reply")).to_be_visible()
    expect(page.locator("#id_text")).to_have_value("Half a day of work.")
    press(page, "Publish reply")
    expect(page.get_by_text("Published:")).to_be_visible()
    assert state_of(question) == "published"


def test_details_are_asked_answered_and_come_back_to_the_doctor(window_of, doctor, other_doctor):
    question = asked_question()
    page = window_of(doctor.user, at(question))
    press(page, "Take this question")
    follow(page, "Ask for details")
    assert not faults_of(page)
    press(page, "Ask the asker")  # with nothing written
    expect(page.get_by_role("alert")).to_be_visible()
    page.fill("#id_details", "Since when does she cough?")
    press(page, "Ask the asker")
    expect(page.get_by_role("heading", name="Details you asked for")).to_be_visible()

    asker = window_of(None, question.contact.get_absolute_url())
    assert not faults_of(asker)
    follow(asker, "Answer the doctor")
    expect(asker.locator("main")).to_contain_text("Since when does she cough?", use_inner_text=True)
    assert not faults_of(asker)
    asker.fill("#id_answer", "Since Monday, mostly at night.")
    press(asker, "Send the answer")
    expect(asker.get_by_role("heading", name="Waiting for a doctor")).to_be_visible()

    colleague = window_of(other_doctor.user, "/desk/")
    expect(colleague.locator("main")).to_contain_text(
        "kept for Dr. Ada Verified", use_inner_text=True
    )
    page.goto(page.url)
    expect(page.locator("main")).to_contain_text("kept for you", use_inner_text=True)
    assert not faults_of(page)
    follow(page, question.title)
    press(page, "Take this question")
    expect(page.get_by_text("Since Monday, mostly at night.")).to_be_visible()
    assert not faults_of(page)


def test_asker_is_led_to_an_answer_that_was_searched_for(window_of, doctor):
    answer = make_question(title="Xylocarp in the nose", reply="Leave it to a doctor.")
    question = asked_question()
    page = window_of(doctor.user, at(question))
    press(page, "Take this question")
    follow(page, "Point to an existing answer")
    page.fill("#id_note", "The same holds for you.")
    page.fill("#id_q", "xylocarp")
    go_by(page.locator("#id_q"), "Enter")
    expect(page.get_by_text("1 answer found")).to_be_visible()
    expect(page.locator("#id_note")).to_have_value("The same holds for you.")
    assert not faults_of(page)
    page.get_by_label("Xylocarp in the nose").check()
    press(page, "Send the asker there")
    expect(page.get_by_text("is led to the answer")).to_be_visible()
    asker = window_of(None, question.contact.get_absolute_url())
    expect(asker.locator("main")).to_contain_text("The same holds for you.", use_inner_text=True)
    assert not faults_of(asker)
    follow(asker, "Xylocarp in the nose")
    expect(asker.get_by_text("Leave it to a doctor.")).to_be_visible()
    expect(asker).to_have_url(re.compile(f"{answer.get_absolute_url()}$"))


def test_handed_over_to_a_doctor_of_another_specialty_who_reads_why(window_of, doctor):
    skin = make_specialty("dermatology")
    question = asked_question()
    page = window_of(doctor.user, at(question))
    press(page, "Take this question")
    follow(page, "Hand over to another specialty")
    assert not faults_of(page)
    page.select_option("#id_specialty", str(skin.pk))
    page.fill("#id_note", "It looks like eczema.")
    press(page, "Hand over")
    expect(page.get_by_text("is handed over.")).to_be_visible()
    colleague = window_of(make_doctor(specialty=skin).user, "/desk/")
    follow(colleague, question.title)
    press(colleague, "Take this question")
    expect(colleague.get_by_text("It looks like eczema.")).to_be_visible()


def test_returned_to_a_moderator_who_sends_it_back(window_of, doctor, moderator):
    question = asked_question()
    page = window_of(doctor.user, at(question))
    press(page, "Take this question")
    follow(page, "Return to the moderators")
    assert not faults_of(page)
    page.fill("#id_note", "It names the nursery.")
    press(page, "Return it")
    expect(page.get_by_text("is back with the moderators.")).to_be_visible()
    admin = window_of(moderator, f"/admin/questions/question/{question.pk}/change/")
    expect(admin.locator("#content")).to_contain_text("It names the nursery.", use_inner_text=True)
    press(admin, "Save and send to a doctor…")
    admin.fill("#id_note", "Taken out, please go on.")
    expect(admin.locator("#id_doctor")).to_have_value(str(doctor.pk))
    press(admin, "Send")
    expect(admin.get_by_text(f"Sent to the doctor: #{question.pk}.")).to_be_visible()
    page.goto(page.url)
    expect(page.get_by_text("Taken out, please go on.")).to_be_visible()
    assert not faults_of(page)
    press(page, f"Mark as done #{question.pk}")
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Taken out, please go on.")


def test_desk_is_filtered_and_a_question_taken_and_ended_with_the_keyboard_alone(window_of, doctor):
    asked_question(title="Not so urgent")
    question = asked_question(title="Urgent one", is_urgent=True)
    page = window_of(doctor.user, "/desk/")
    titles = page.locator("section[aria-labelledby=waiting] .queue b")
    expect(titles).to_have_text(["Urgent one", "Not so urgent"])
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))

    def tab_to(what: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("what => document.activeElement.matches(what)", what):
                style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert style != "none"
                return
        raise AssertionError(f"{what} is not reached")

    def enter() -> None:
        go_by(page.locator(":focus"), "Enter")

    tab_to("#id_urgent")
    page.keyboard.press("Space")
    tab_to(".desk-filter button")
    enter()
    expect(page).to_have_url(re.compile("urgent=on"))
    expect(titles).to_have_count(1)
    tab_to("section[aria-labelledby=waiting] .queue a")
    enter()
    expect(page).to_have_url(re.compile(f"{at(question)}$"))
    tab_to("main form button")
    enter()
    expect(page.get_by_role("heading", name="Your reply")).to_be_visible()
    tab_to("a[href='#ends']")
    enter()
    tab_to("a[href$='/return/']")
    enter()
    expect(page).to_have_url(re.compile("/return/$"))
    tab_to("#id_note")
    page.keyboard.type("It names the nursery.")
    tab_to("main form button")
    enter()
    expect(page.get_by_text("is back with the moderators.")).to_be_visible()
    assert state_of(question) == "pending"


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_full_desk_passes_axe_by_day_and_by_night(window_of, doctor, other_doctor, prefix):
    make_question(status="claimed", doctor=doctor, is_urgent=True)
    make_question(status="claimed", doctor=other_doctor)
    make_question(status="open", is_urgent=True).keep_for(doctor, by=None)
    begun = make_question(status="open")
    actions.claim_question(question=begun, by=doctor)
    words = {"text": "Begun.", "explanation": "", "summary": "", "tags": []}
    actions.save_draft(question=begun, by=doctor, **words)
    actions.release_question(question=begun, by=doctor)
    asked = make_question(status="open")
    actions.claim_question(question=asked, by=doctor)
    actions.ask_for_details(question=asked, by=doctor, text="Since when?")
    public = make_question(doctor=doctor)
    public.replies.update(review_due_on=timezone.localdate() - timedelta(days=1))
    actions.return_to_doctor(question=public, by=None, doctor=doctor, note="Is the dose right?")
    page = window_of(doctor.user, f"{prefix}/desk/")
    expect(page.locator("main section")).to_have_count(6)
    assert not faults_of(page)
