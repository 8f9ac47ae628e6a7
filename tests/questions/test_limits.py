"""A flood from one place drowns nobody, and loses nothing of who is no flood."""

import re
import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.utils import timezone

from askdoctor import worker
from questions import limits
from questions.forms import asking, ticket
from questions.forms.desk_ends import AnswerForm
from questions.forms.reporting import ReportForm
from questions.models import Letter, Question, Report, SentCount
from tests.factories import make_question, make_similar

pytestmark = pytest.mark.django_db

WHO = {"age_band": "3-5y", "sex": "female", "asker_name": ""}


def from_(address: str = "203.0.113.7", **headers):
    return RequestFactory().get("/", REMOTE_ADDR=address, **headers)


def send(times: int, request=None, **when) -> None:
    for _ in range(times):
        limits.count(request or from_(), "kind", 3, **when)


def test_so_many_are_taken_and_then_it_is_said_when_to_try_again():
    now = timezone.now()
    send(3, now=now)
    with pytest.raises(limits.TooMuch) as refusal:
        send(1, now=now + timedelta(minutes=20))
    assert refusal.value.minutes == 40
    assert "Nothing is lost" in refusal.value.messages[0]
    send(3, now=now + timedelta(minutes=61))


def test_another_place_and_another_kind_are_counted_apart():
    send(3)
    send(3, from_("203.0.113.8"))
    limits.count(from_(), "another kind", 3)


def test_a_header_of_the_visitor_makes_no_other_place(settings):
    send(3)
    with pytest.raises(limits.TooMuch):
        send(1, from_(HTTP_X_FORWARDED_FOR="198.51.100.1"))
    settings.BEHIND_PROXY = True
    send(3, from_(HTTP_X_FORWARDED_FOR="198.51.100.2"))
    with pytest.raises(limits.TooMuch):
        send(1, from_(HTTP_X_FORWARDED_FOR="192.0.2.99, 198.51.100.2"))


def test_reaching_a_limit_is_logged_once(caplog):
    for _time in range(2):
        with pytest.raises(limits.TooMuch):
            send(4)
    assert [
        record.getMessage() for record in caplog.records if record.name == "questions.limits"
    ] == ["too much of kind was sent from one place"]


def test_no_address_is_stored_and_counts_go_after_an_hour():
    send(1, now=timezone.now() - timedelta(hours=2))
    [row] = SentCount.objects.values_list("key", flat=True)
    assert re.fullmatch("[0-9a-f]{64}", row)
    worker.keep_house()
    assert not SentCount.objects.exists()


def ask(client: Client, *, email: str = "", **more):
    client.post("/ask/", WHO)
    client.post("/ask/question/", {"title": "Does it itch at night?", "body": "A little."})
    client.post("/ask/contact/", {"email": email})
    client.get("/ask/similar/")
    page = client.get("/ask/check/")
    return client.post(
        "/ask/check/",
        {"shown": page.context["shown"], "made": page.context["made"], **more},
    )


def test_past_the_limit_a_question_waits_with_its_sender_and_is_not_lost(client, monkeypatch):
    monkeypatch.setattr(limits, "QUESTIONS", 1)
    assert ask(client).status_code == 302
    response = ask(client)
    assert response.status_code == 429
    assert "try again in 60 minutes" in response.text
    assert "Does it itch at night?" in response.text
    assert Question.objects.count() == 1
    SentCount.objects.all().delete()
    page = client.get("/ask/check/")
    sent = {"shown": page.context["shown"], "made": page.context["made"]}
    assert client.post("/ask/check/", sent).status_code == 302


def test_somebody_whose_address_others_type_gets_few_letters_and_no_question_is_lost(caplog):
    for typed in ["ann@example.org"] * 4 + ["ANN@example.org", "bea@example.org"]:
        assert ask(Client(), email=typed).status_code == 302
    sent = [letter.contact.email for letter in Letter.objects.order_by("pk")]
    assert sent == ["ann@example.org"] * 3 + ["bea@example.org"]
    assert Question.objects.count() == 6
    assert "ann@" not in caplog.text
    SentCount.objects.update(since=timezone.now() - timedelta(minutes=61))
    ask(Client(), email="ann@example.org")
    assert Letter.objects.count() == 5


@pytest.mark.parametrize(
    "typed", ["ann+{}@example.org", "Ann+{}+a@Example.org", '"a.n.n+{}"@example.org']
)
def test_other_ways_to_write_an_address_bring_no_more_letters(typed):
    assert [limits.may_write_to(typed.format(number)) for number in range(4)] == [True] * 3 + [
        False
    ]
    assert not limits.may_write_to("ann@example.org")
    assert not limits.may_write_to("a.nn@example.org")
    assert limits.may_write_to("ann@example.com")
    assert limits.may_write_to("anna@example.org")


def test_a_field_that_nobody_sees_stops_programs_and_no_person(client):
    response = ask(client, website="https://example.org")
    assert "people do not see" in response.text
    assert not Question.objects.exists()
    assert ask(client).status_code == 302


def test_a_form_that_is_sent_at_once_is_shown_once_more(client, settings):
    settings.FASTEST_FORM_SECONDS = 60
    response = ask(client)
    assert "look at it once more" in response.text and "Does it itch" in response.text
    assert not Question.objects.exists()


@pytest.mark.parametrize("made", ["", "made-up", "1700000000:abc"])
def test_a_form_without_a_true_time_is_shown_once_more(client, settings, made):
    settings.FASTEST_FORM_SECONDS = 0
    assert "look at it once more" in ask(client, made=made).text


def test_many_links_are_refused_with_a_sentence(client):
    client.post("/ask/", WHO)
    typed = {"title": "Good?", "body": "https://a.example " * 4}
    client.post("/ask/question/", typed)
    page = client.get("/ask/question/").text
    assert "At most 3 links fit here" in page and "https://a.example" in page


@pytest.mark.parametrize(
    "link",
    [
        *("https://a.example", "HTTP://a.example/b.html", "www.a.example", "https://www.a.com"),
        *("cheap-meds.ru", "Cheap-Meds.RU", "a.b.co.uk", "meds.shop.", "bit.ly/x1", "t.me/meds"),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n", ", ", "，看", " or "])
def test_a_link_is_one_however_it_is_written(link, between):
    limits.few_links(between.join([link] * 3))
    with pytest.raises(ValidationError):
        limits.few_links(between.join([link] * 4))


@pytest.mark.parametrize(
    "words",
    [
        "ann@example.com",
        "2.5 ml",
        "e.g. milk, i.e. cow's milk",
        "It began two days.in the night.It itches.So",
        "38.5/39.0",
        "IMG_2034.jpg",
        "No.1",
        "發燒39.5度.咳嗽",
    ],
)
def test_what_is_no_link_is_none(words):
    limits.few_links(f"{words} " * 4)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        (asking.QuestionForm, "title"),
        (asking.QuestionForm, "body"),
        (ReportForm, "text"),
        (ticket.DetailsForm, "text"),
        (ticket.FollowUpForm, "title"),
        (ticket.FollowUpForm, "body"),
        (AnswerForm, "answer"),
    ],
)
def test_no_text_of_an_asker_takes_many_links(form, name):
    assert "At most 3 links" in str(form({name: "Good: " + "cheap-meds.ru " * 4}).errors[name])
    assert name not in form({name: "Good: " + "cheap-meds.ru " * 3}).errors


def test_reports_are_limited_too(client, monkeypatch):
    monkeypatch.setattr(limits, "REPORTS", 2)
    one, other = make_question(), make_question()
    make_similar(one, other)
    made = client.get(f"/questions/{one.pk}/report/").context["made"]
    typed = {"reason": "other", "text": "Wrong.", "made": made}
    client.post(f"/questions/{one.pk}/report/", typed)
    assert (
        "people do not see"
        in client.post(f"/questions/{one.pk}/report/", typed | {"website": "x"}).text
    )
    client.post(f"/questions/{one.pk}/similar/{other.pk}/report/")
    response = client.post(f"/questions/{one.pk}/report/", typed)
    assert "Nothing is lost" in response.text and "Wrong." in response.text
    assert Report.objects.count() == 2


def test_what_is_added_to_a_ticket_is_limited_too(client, monkeypatch):
    monkeypatch.setattr(limits, "ADDED", 1)
    waiting = make_question(status="pending", contact={"submission": uuid.uuid4()})
    answered = make_question(contact={"submission": uuid.uuid4()})
    typed = {"title": "And at night?", "body": "It itches.", "text": "It itches."}

    def add(question: Question, form: str):
        address = f"/ticket/{question.contact.ticket}/{form}/"
        return client.post(address, typed | {"submission": uuid.uuid4()})

    assert add(waiting, "details").status_code == 302
    for question, form in ((waiting, "details"), (answered, "follow-up")):
        page = add(question, form)
        assert "Nothing is lost" in page.text and "It itches." in page.text
    assert waiting.additions.count() == 1
    assert not Question.objects.filter(follow_up_of=answered).exists()


def test_steps_are_limited_too_and_keep_what_was_typed(client, monkeypatch):
    monkeypatch.setattr(limits, "STEPS", 2)
    client.post("/ask/", WHO)
    asked = {"title": "Does it itch at night?", "body": "", "specialty": ""}
    assert client.post("/ask/question/", asked).url == "/ask/contact/"
    page = client.post("/ask/question/", asked | {"body": "It itches."})
    assert page.status_code == 429
    assert "Nothing is lost" in page.text and "It itches." in page.text


def test_of_what_is_far_too_long_few_are_kept(client, monkeypatch):
    monkeypatch.setattr(limits, "LONG_STEPS", 1)
    client.post("/ask/", WHO)
    asked = {"title": "Does it itch at night?", "body": "It itches. " * 4_000, "specialty": ""}
    answers = [client.post("/ask/question/", asked).status_code for _ in range(2)]
    assert answers == [302, 429]


def test_hints_while_something_is_typed_are_limited_too(client, monkeypatch):
    monkeypatch.setattr(limits, "TYPED", 1)
    typed = {"title": "Does it itch at night?", "body": ""}
    answers = [client.post("/ask/question/similar/", typed).status_code for _ in range(2)]
    assert answers == [200, 429]
