"""The working day at the desk in a real browser: two people wherever two can meet."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from questions import actions
from questions.models import Question
from tests.browser.conftest import faults_of
from tests.factories import make_doctor, make_question, make_specialty

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def window_of(browser, live_server, watch):
    """A browser of one's own for each person, open at a path; of an asker without an account."""
    contexts = []

    def window_of(user, path: str):
        context = browser.new_context()
        contexts.append(context)
        if user is not None:
            client = Client()
            client.force_login(user)
            cookies = client.cookies.values()
            context.add_cookies(
                [{"name": one.key, "value": one.value, "url": live_server.url} for one in cookies]
            )
        page = watch(context.new_page())
        page.goto(live_server.url + path)
        return page

    yield window_of
    for context in contexts:
        context.close()


def asked_question(**fields) -> Question:
    contact = {"submission": uuid.uuid4(), "email": "asker@example.org"}
    return make_question(contact=contact, **({"status": "open"} | fields))


def at(question: Question) -> str:
    return f"/desk/questions/{question.pk}/"


def press(page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def follow(page, name: str) -> None:
    page.get_by_role("link", name=name).first.click()


def state_of(question: Question) -> str:
    question.refresh_from_db()
    return question.status


def test_of_two_doctors_at_one_question_the_second_is_told_who_has_it(
    window_of, doctor, other_doctor
):
    question = asked_question()
    first, second = window_of(doctor.user, at(question)), window_of(other_doctor.user, at(question))
    press(first, "Take this question")
    first.get_by_role("heading", name="Your reply").wait_for()
    press(second, "Take this question")
    told = second.get_by_role("alert")
    told.wait_for()
    assert "Dr. Ada Verified is replying" in told.inner_text()
    assert "at the latest until" in told.inner_text()
    assert not faults_of(second)
    press(first, "Give back")
    first.get_by_text("gave question").wait_for()
    second.goto(second.url)
    press(second, "Take this question")
    second.get_by_role("heading", name="Your reply").wait_for()


def test_what_ran_out_is_published_after_it_was_taken_again_with_its_text(window_of, doctor):
    question = make_question(status="claimed", doctor=doctor)
    page = window_of(doctor.user, at(question))
    page.fill("#id_text", "Half a day of work.")
    Question.objects.update(
        claimed_at=timezone.now() - timedelta(hours=5),
        lease_until=timezone.now() - timedelta(minutes=1),
    )
    press(page, "Publish reply")
    page.get_by_text("You do not hold this question any more.").wait_for()
    press(page, "Take it again with this text")
    page.get_by_role("button", name="Publish reply").wait_for()
    assert page.input_value("#id_text") == "Half a day of work."
    press(page, "Publish reply")
    page.get_by_text("Published:").wait_for()
    assert state_of(question) == "published"


def test_details_are_asked_answered_and_come_back_to_the_doctor(window_of, doctor, other_doctor):
    question = asked_question()
    page = window_of(doctor.user, at(question))
    press(page, "Take this question")
    follow(page, "Ask for details")
    assert not faults_of(page)
    press(page, "Ask the asker")  # with nothing written
    page.get_by_role("alert").wait_for()
    page.fill("#id_details", "Since when does she cough?")
    press(page, "Ask the asker")
    page.get_by_role("heading", name="Details you asked for").wait_for()

    asker = window_of(None, question.contact.get_absolute_url())
    assert not faults_of(asker)
    follow(asker, "Answer the doctor")
    assert "Since when does she cough?" in asker.locator("main").inner_text()
    assert not faults_of(asker)
    asker.fill("#id_answer", "Since Monday, mostly at night.")
    press(asker, "Send the answer")
    asker.get_by_role("heading", name="Waiting for a doctor").wait_for()

    colleague = window_of(other_doctor.user, "/desk/")
    assert "kept for Dr. Ada Verified" in colleague.locator("main").inner_text()
    page.goto(page.url)
    assert "kept for you" in page.locator("main").inner_text()
    assert not faults_of(page)
    follow(page, question.title)
    press(page, "Take this question")
    page.get_by_text("Since Monday, mostly at night.").wait_for()
    assert not faults_of(page)


def test_asker_is_led_to_an_answer_that_was_searched_for(window_of, doctor):
    answer = make_question(title="Xylocarp in the nose", reply="Leave it to a doctor.")
    question = asked_question()
    page = window_of(doctor.user, at(question))
    press(page, "Take this question")
    follow(page, "Point to an existing answer")
    page.fill("#id_note", "The same holds for you.")
    page.fill("#id_q", "xylocarp")
    page.press("#id_q", "Enter")
    page.get_by_text("1 answer found").wait_for()
    assert page.input_value("#id_note") == "The same holds for you."
    assert not faults_of(page)
    page.get_by_label("Xylocarp in the nose").check()
    press(page, "Send the asker there")
    page.get_by_text("is led to the answer").wait_for()
    asker = window_of(None, question.contact.get_absolute_url())
    assert "The same holds for you." in asker.locator("main").inner_text()
    assert not faults_of(asker)
    follow(asker, "Xylocarp in the nose")
    asker.get_by_text("Leave it to a doctor.").wait_for()
    assert asker.url.endswith(answer.get_absolute_url())


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
    page.get_by_text("is handed over.").wait_for()
    colleague = window_of(make_doctor(specialty=skin).user, "/desk/")
    follow(colleague, question.title)
    press(colleague, "Take this question")
    colleague.get_by_text("It looks like eczema.").wait_for()


def test_returned_to_a_moderator_who_sends_it_back(window_of, doctor, moderator):
    question = asked_question()
    page = window_of(doctor.user, at(question))
    press(page, "Take this question")
    follow(page, "Return to the moderators")
    assert not faults_of(page)
    page.fill("#id_note", "It names the nursery.")
    press(page, "Return it")
    page.get_by_text("is back with the moderators.").wait_for()
    admin = window_of(moderator, f"/admin/questions/question/{question.pk}/change/")
    assert "It names the nursery." in admin.locator("#content").inner_text()
    press(admin, "Save and send to a doctor…")
    admin.fill("#id_note", "Taken out, please go on.")
    assert admin.input_value("#id_doctor") == str(doctor.pk)
    press(admin, "Send")
    admin.get_by_text("1 sent to the doctor.").wait_for()
    page.goto(page.url)
    page.get_by_text("Taken out, please go on.").wait_for()
    assert not faults_of(page)
    press(page, f"Seen to: #{question.pk}")
    page.get_by_role("heading", name="Desk").wait_for()
    assert "Taken out, please go on." not in page.locator("main").inner_text()


def test_desk_is_filtered_and_a_question_taken_and_ended_with_the_keyboard_alone(window_of, doctor):
    asked_question(title="Not so urgent")
    question = asked_question(title="Urgent one", is_urgent=True)
    page = window_of(doctor.user, "/desk/")
    titles = page.locator("section[aria-labelledby=waiting] .queue b").all_inner_texts()
    assert titles == ["Urgent one", "Not so urgent"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")

    def tab_to(what: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("what => document.activeElement.matches(what)", what):
                style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert style != "none"
                return
        raise AssertionError(f"{what} is not reached")

    tab_to("#id_urgent")
    page.keyboard.press("Space")
    tab_to(".desk-filter button")
    page.keyboard.press("Enter")
    page.wait_for_url("**urgent=on*")
    assert page.locator("section[aria-labelledby=waiting] .queue b").count() == 1
    tab_to("section[aria-labelledby=waiting] .queue a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{at(question)}")
    tab_to("main form button")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Your reply").wait_for()
    tab_to("a[href='#ends']")
    page.keyboard.press("Enter")
    tab_to("a[href$='/return/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/return/")
    tab_to("#id_note")
    page.keyboard.type("It names the nursery.")
    tab_to("main form button")
    page.keyboard.press("Enter")
    page.get_by_text("is back with the moderators.").wait_for()
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
    assert page.locator("main section").count() == 6
    assert not faults_of(page)
