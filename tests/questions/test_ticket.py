"""The asker's own page behind a secret address."""

import re
import uuid

import pytest
from django.test import Client
from django.utils import timezone

from questions import actions
from questions.models import Addition, DetailsRequest, Question
from questions.models.contact import new_ticket
from tests.factories import make_question

pytestmark = pytest.mark.django_db


def make_asked(**fields) -> Question:
    contact = {"submission": uuid.uuid4(), "email": "asker@example.org"}
    return make_question(contact=contact, **fields)


def ticket_of(question: Question) -> str:
    return question.contact.get_absolute_url()


def test_wrong_secret_looks_like_any_missing_page(client):
    make_asked(status="pending")
    wrong, missing = client.get("/ticket/not-the-secret/"), client.get("/nowhere/")
    assert wrong.status_code == missing.status_code == 404
    assert wrong.templates[0].name == missing.templates[0].name


def test_ticket_opens_by_its_whole_secret_alone(client):
    secret = make_asked(status="pending").contact.ticket
    assert len(secret) == 32  # of 64 characters: 192 random bits
    assert len({new_ticket() for _ in range(100)}) == 100
    assert client.get(f"/ticket/{secret}/").status_code == 200
    for other in (secret[:8], secret[:-1], f"{secret}A", secret.swapcase()):
        assert client.get(f"/ticket/{other}/").status_code == 404


@pytest.mark.parametrize("secret", ["%ED%A0%80", "x" * 5000, "12345678901234567890123", "%FF"])
def test_strange_secret_is_not_found(client, secret):
    assert client.get(f"/ticket/{secret}/").status_code == 404
    assert client.post(f"/ticket/{secret}/withdraw/").status_code == 404


@pytest.mark.parametrize("path", ["", "withdraw/"])
def test_ticket_is_stored_and_listed_nowhere(client, path):
    page = client.get(f"{ticket_of(make_asked(status='pending'))}{path}")
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert 'rel="canonical"' not in page.text
    assert "og:url" not in page.text


@pytest.mark.parametrize("method", ["get", "post", "options"])
@pytest.mark.parametrize(
    "path",
    [
        "/ticket/{0}",
        "/zh-hant/ticket/{0}/data",
        "/ticket/{0}/nope/",
        "/ticket/{0}/?%00",
        "/ticket/x/",
    ],
)
def test_refusals_and_redirects_at_a_ticket_are_as_private(path, method):
    secret = ticket_of(make_asked(status="pending")).split("/")[-2]
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    answer = getattr(client, method)(path.format(secret))
    assert answer.status_code >= 300
    assert answer["Cache-Control"] == "no-store, private"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"


def test_no_link_followed_from_the_ticket_tells_its_address(client):
    assert client.get(ticket_of(make_asked()))["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("form", ["withdraw/", "details/", "e-mail/"])
def test_no_other_site_is_told_the_address_of_a_form_of_the_ticket(client, form):
    page = client.get(f"{ticket_of(make_asked(status='pending'))}{form}")
    assert (page.status_code, page["Referrer-Policy"]) == (200, "same-origin")


def test_ticket_sets_no_cookie(client):
    assert not client.get(ticket_of(make_asked())).cookies


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("pending", "Waiting to be checked"),
        ("open", "Waiting for a doctor"),
        ("claimed", "A doctor is replying"),
        ("needs_details", "More details are needed"),
        ("published", "Answered"),
        ("declined", "Not taken on"),
        ("resolved", "Already answered"),
        ("withdrawn", "Taken back"),
        ("retracted", "The answer was taken off the site"),
    ],
)
def test_ticket_says_the_status_in_plain_words(client, status, words):
    question = make_asked(status=status)
    page = client.get(ticket_of(question))
    assert page.status_code == 200
    assert f">{words}</h2>" in page.text
    assert f"Your question #{question.pk}" in page.text
    assert question.title in page.text
    assert "asker@example.org" not in page.text
    assert "{#" not in page.text


def test_ticket_tells_the_way_with_its_dates(client, moderator, doctor):
    question = make_asked(status="pending")
    question.approve(by=moderator)
    question.claim(by=doctor)
    question.release(by=doctor.user)
    page = client.get(ticket_of(question))
    events = [(event.label, event.at is not None) for event in page.context["progress"].events]
    assert events == [
        ("You sent your question", True),
        ("A moderator checked it", True),
        ("A doctor takes it", False),
        ("A doctor replies", False),
    ]
    assert 'datetime="2026-01-01T' in page.text


def way_on(page) -> list[str]:
    """What has happened, and after a bar what is still to come."""
    events = page.context["progress"].events
    done = [event.label for event in events if event.at]
    return [*done, "|", *(event.label for event in events if not event.at)]


def test_way_keeps_what_led_to_an_answer_of_the_asker(client, moderator, doctor):
    question = make_asked(status="pending")
    question.approve(by=moderator)
    for text in ("Since when?", "And how much?"):
        actions.claim_question(question=question, by=doctor)
        actions.ask_for_details(question=question, by=doctor, text=text)
        actions.answer_details(question=question, text="Since Monday.")
    asked = ["A doctor took it", "It needs more details", "You sent your answer"]
    sent = ["You sent your question", "A moderator checked it"]
    ahead = ["A doctor takes it", "A doctor replies"]
    assert way_on(client.get(ticket_of(question))) == [*sent, *asked, *asked, "|", *ahead]
    actions.claim_question(question=question, by=doctor)
    way = [*sent, *asked, *asked, "A doctor took it", "|", "A doctor replies"]
    assert way_on(client.get(ticket_of(question))) == way
    question.return_to_moderation(by=doctor.user)
    checked = ["A moderator checks it", *ahead]
    assert way_on(client.get(ticket_of(question))) == [*sent, *asked, *asked, "|", *checked]


def test_way_keeps_that_it_was_closed_before_a_late_answer(client, moderator, doctor):
    question = make_asked(status="pending")
    question.approve(by=moderator)
    actions.claim_question(question=question, by=doctor)
    actions.ask_for_details(question=question, by=doctor, text="Since when?")
    question.decline(by=None, reason="no_details")
    actions.answer_details(question=question, text="Since Monday.")
    way = way_on(client.get(ticket_of(question)))
    assert way[3:7] == [
        "It needs more details",
        "It was closed without an answer from you",
        "You sent your answer",
        "|",
    ]


def test_declined_question_shows_reason_and_note(client, moderator):
    question = make_asked(status="pending")
    question.decline(by=moderator, reason="identifying", note="Please leave out <the> school.")
    page = client.get(ticket_of(question)).text
    assert "It names or identifies a person." in page
    assert "Please leave out &lt;the&gt; school." in page
    assert "A moderator declined it" in page
    assert "Leave out names, places and numbers, and ask again." in page


def test_published_question_shows_the_reply_and_its_public_page(client, doctor):
    question = make_asked(doctor=doctor, reply="Wait *two* weeks.", tags=["egg allergy"])
    page = client.get(ticket_of(question)).text
    assert "Wait <em>two</em> weeks." in page
    assert "egg allergy" in page
    assert f'href="{question.get_absolute_url()}"' in page


@pytest.mark.parametrize("status", ["retracted", "withdrawn"])
def test_reply_that_left_the_site_is_not_on_the_ticket(client, status):
    question = make_asked(reply="Wait two weeks.", status="retracted")
    Question.objects.filter(pk=question.pk).update(status=status)
    assert "Wait two weeks." not in client.get(ticket_of(question)).text


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("open", "Nobody will reply to it and it will not become public."),
        ("published", "Question and reply leave the site at once."),
        ("declined", "Nothing of it is public, and nobody will take it up again."),
        ("resolved", "Nothing of it is public, and nobody will take it up again."),
        ("retracted", "Nothing of it is public, and nobody will take it up again."),
    ],
)
def test_withdraw_page_says_what_becomes_of_a_question_of_that_status(client, status, sentence):
    question = make_asked(status=status)
    page = client.get(f"{ticket_of(question)}withdraw/").text
    assert page.count("This cannot be undone.") == 1
    assert f"{sentence} This cannot be undone." in page


@pytest.mark.parametrize("form", ["withdraw/", "e-mail/", "answer/", "details/"])
def test_each_page_below_the_ticket_leads_back_to_it_above_its_heading(client, doctor, form):
    question = make_asked(status="pending")
    if form == "answer/":
        question = make_asked(status="needs_details")
        DetailsRequest.objects.create(question=question, doctor=doctor, text="Since when?")
    above = client.get(f"{ticket_of(question)}{form}").text.split("<h1>")[0]
    crumbs = above.split('<nav class="crumbs"')[1]
    assert f'<a href="{ticket_of(question)}">Your question #{question.pk}</a>' in crumbs


def test_what_is_not_in_the_language_of_the_page_says_so(client, doctor):
    """The texts of staff and asker too, not the question alone."""
    fields = {"language": "zh-hant"}
    asked = make_asked(status="needs_details", **fields)
    request = {"doctor": doctor, "text": "從什麼時候開始？", "answer": "星期一。"}
    DetailsRequest.objects.create(question=asked, answered_at=timezone.now(), **request)
    added = {"submission": uuid.uuid4(), "came_after_check": False}
    Addition.objects.create(question=asked, text="發燒", **added)
    note = {"decline_reason": "unclear", "decline_note": "請再說清楚。"}
    declined = make_asked(status="declined", **note, **fields)
    retracted = make_asked(status="retracted", retraction_reason="不安全。", **fields)
    gone = make_asked(status="resolved", resolved_by=retracted, **fields)
    resolved = make_asked(status="resolved", resolved_note="這裡有答案。", **fields)
    for question, texts in [
        (asked, ["從什麼時候開始？", "星期一。", "發燒"]),
        (declined, ["請再說清楚。"]),
        (retracted, ["不安全。"]),
        (gone, ["不安全。"]),
        (resolved, ["這裡有答案。"]),
    ]:
        english, chinese = (
            client.get(start + ticket_of(question)).text for start in ("", "/zh-hant")
        )
        for text in texts:
            marked = re.compile(rf'<div[^>]* lang="zh-hant">(<p>)?{text}')
            assert marked.search(english), text
            assert not marked.search(chinese) and text in chinese
    DetailsRequest.objects.update(answered_at=None, answer="")
    page = client.get(f"{ticket_of(asked)}answer/").text
    assert '<div class="card asked prose" lang="zh-hant">' in page


def test_looking_at_the_withdraw_page_changes_nothing(client):
    question = make_asked(status="pending")
    assert client.get(f"{ticket_of(question)}withdraw/").status_code == 200
    question.refresh_from_db()
    assert question.status == "pending"


@pytest.mark.parametrize("status", ["pending", "open", "claimed", "published", "declined"])
def test_asker_takes_the_question_back(client, status):
    question = make_asked(status=status)
    answer = client.post(f"{ticket_of(question)}withdraw/", follow=True)
    assert answer.redirect_chain == [(ticket_of(question), 302)]
    assert "Taken back" in answer.text
    assert "You took it back" in answer.text
    assert "withdraw/" not in answer.text
    gone = 410 if status == "published" else 404
    assert client.get(question.get_absolute_url()).status_code == gone


def test_taking_it_back_twice_is_no_fault(client):
    question = make_asked(status="open")
    for _ in range(2):
        answer = client.post(f"{ticket_of(question)}withdraw/", follow=True)
        assert answer.status_code == 200
        assert "Taken back" in answer.text
    assert client.get(f"{ticket_of(question)}withdraw/").url == ticket_of(question)


def test_withdraw_button_works_in_a_browser_that_sends_its_origin():
    """Under "no-referrer" a browser would send "Origin: null" and be refused."""
    question = make_asked(status="open")
    browser = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})
    page = browser.get(f"{ticket_of(question)}withdraw/")
    assert page["Referrer-Policy"] == "same-origin"
    key = str(page.context["csrf_token"])
    answer = browser.post(f"{ticket_of(question)}withdraw/", {"csrfmiddlewaretoken": key})
    assert answer.status_code == 302
