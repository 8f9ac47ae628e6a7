"""After an end that was not hoped for, the asker asks again with the old text."""

import pytest
from django.test import Client

from questions.models import Contact, Question
from tests.factories import make_question, make_specialty
from tests.questions.test_ticket import make_asked, ticket_of

pytestmark = pytest.mark.django_db

BUTTON = "Ask again with this text"
ENDED = ["declined", "resolved", "withdrawn", "retracted"]


def make_ended(**fields) -> Question:
    told = {"title": "A rash after egg", "body": "Since Monday.", "asker_name": "Elsa"}
    return make_asked(**({"status": "declined"} | told | fields))


@pytest.mark.parametrize("status", Question.Status.values)
def test_button_is_there_after_an_end_alone(client, status):
    question = make_asked(status=status)
    assert (BUTTON in client.get(ticket_of(question)).text) == (status in ENDED)


@pytest.mark.parametrize(("status", "is_offered"), [("open", False), ("published", True)])
def test_not_while_the_same_question_still_waits_for_its_answer(client, status, is_offered):
    question = make_asked(status="resolved", duplicate_of=make_question(status=status))
    assert (BUTTON in client.get(ticket_of(question)).text) == is_offered


def test_who_has_to_see_a_doctor_now_is_not_asked_to_write_again(client):
    question = make_ended(decline_reason="emergency")
    page = client.get(ticket_of(question)).text
    assert BUTTON not in page
    assert "welcome to ask" not in page
    assert "see a doctor in person now" in page
    assert 'class="btn btn-alarm" href="/emergency/"' in page


def test_looking_keeps_nothing_and_shows_the_old_text(client):
    question = make_ended(specialty=make_specialty("cardiology"))
    page = client.get(f"{ticket_of(question)}again/")
    assert 'value="A rash after egg"' in page.text
    assert "Since Monday.</textarea>" in page.text
    assert page.context["form"]["specialty"].value() == "cardiology"
    assert set(page.cookies) == {"csrftoken"}
    assert not client.session.get("draft")


def test_asker_sends_it_anew_with_what_is_known(client):
    question = make_ended(specialty=None)
    again = {"title": "A rash after two eggs", "body": "Since Monday.", "specialty": ""}
    answer = client.post(f"{ticket_of(question)}again/", again, follow=True)
    assert 'value="asker@example.org"' in answer.text
    client.post("/ask/contact/", {"email": "asker@example.org"})
    client.post("/ask/similar/")
    page = client.get("/ask/check/")
    assert "Elsa · female, 3–11 months" in page.text
    client.post("/ask/check/", {"shown": page.context["shown"]})
    sent = Contact.objects.exclude(question=question).get()
    assert sent.question.title == "A rash after two eggs"
    assert (sent.email, sent.question.status) == ("asker@example.org", "pending")


def test_what_is_not_right_is_kept_and_said(client):
    question = make_ended(title="x" * 250)
    answer = client.post(f"{ticket_of(question)}again/", {"title": "x" * 250}, follow=True)
    assert answer.request["PATH_INFO"] == "/ask/question/"
    assert "At most 200 characters fit here" in answer.text
    assert "x" * 250 in answer.text


def test_age_that_is_not_asked_for_any_more_is_asked_again(client):
    question = make_ended(age_band="0-9")
    answer = client.post(f"{ticket_of(question)}again/", {"title": "A rash"}, follow=True)
    assert answer.request["PATH_INFO"] == "/ask/"


def test_what_was_begun_in_this_browser_is_not_replaced_without_a_word(client):
    address = f"{ticket_of(make_ended())}again/"
    sentence = "You have begun another question in this browser."
    assert sentence not in client.get(address).text
    client.post("/ask/", {"age_band": "3-11m", "sex": "female"})
    client.post("/ask/question/", {"title": "Another one", "specialty": ""})
    assert sentence in client.get(address).text


def test_it_works_in_a_browser_that_sends_its_origin():
    browser = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})
    address = f"{ticket_of(make_ended())}again/"
    page = browser.get(address)
    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
    key = str(page.context["csrf_token"])
    answer = browser.post(address, {"title": "A rash", "csrfmiddlewaretoken": key})
    assert (answer.status_code, answer.url) == (302, "/ask/contact/")
