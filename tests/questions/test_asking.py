"""Asking, step by step, as a browser without script does it."""

import pytest
from django.urls import reverse

from questions.models import Contact, Question
from tests.factories import make_specialty

WHO = {"age_band": "3-11m", "sex": "male", "asker_name": "Ben"}
QUESTION = {
    "title": "Rash on both cheeks after first egg",
    "body": "He is nine months old.\r\n\r\nNo fever.",
    "specialty": "",
}
CONTACT = {"email": "ben@example.org"}

pytestmark = pytest.mark.django_db


def fill(client, *, who=WHO, question=QUESTION, contact=CONTACT, prefix=""):
    """All steps up to the check page, whose response it gives."""
    client.post(f"{prefix}/ask/", who)
    client.post(f"{prefix}/ask/question/", question)
    client.post(f"{prefix}/ask/contact/", contact)
    return client.get(f"{prefix}/ask/similar/", follow=True)


def send(client, page, prefix=""):
    return client.post(f"{prefix}/ask/check/", {"shown": page.context["shown"]}, follow=True)


def test_asker_walks_the_steps_and_gets_number_and_ticket(client):
    make_specialty("allergy")
    answer = client.post("/ask/", WHO)
    assert answer.url == "/ask/question/"
    answer = client.post("/ask/question/", {**QUESTION, "specialty": "allergy"})
    assert answer.url == "/ask/contact/"
    answer = client.post("/ask/contact/", CONTACT)
    assert answer.url == "/ask/similar/"
    page = client.get(answer.url, follow=True)
    assert page.redirect_chain[-1] == ("/ask/check/", 302)
    page = send(client, page)
    assert page.redirect_chain[-1] == ("/ask/sent/", 302)
    contact = Contact.objects.get()
    question = contact.question
    assert (question.title, question.body) == (
        QUESTION["title"],
        "He is nine months old.\n\nNo fever.",
    )
    assert (question.asker_name, question.age_band, question.sex) == ("Ben", "3-11m", "male")
    assert (question.specialty.slug, question.language) == ("allergy", "en")
    assert question.status == Question.Status.PENDING
    assert (contact.email, contact.language) == ("ben@example.org", "en")
    assert f"#{question.pk}" in page.text
    assert f"http://testserver{contact.get_absolute_url()}" in page.text
    assert client.get(reverse("ticket", args=[contact.ticket])).status_code == 200
