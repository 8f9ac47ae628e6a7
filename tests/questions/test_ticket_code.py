"""The short code of a ticket: typed with the number, and slow to guess."""

import hmac
import re
import threading
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from questions.models import Contact, TicketTries
from questions.models.contact import CODE_ALPHABET, new_code
from questions.ticket_code import TooManyTries, client_of, contact_with, forget_old_tries
from tests.questions.test_letters import make_asked

pytestmark = pytest.mark.django_db

WRONG = "YYYYYYYY"


def without_token(html: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html)


def typed(number, code) -> dict:
    return {"number": str(number), "code": code}


def test_code_has_no_character_that_looks_like_another():
    assert not set(CODE_ALPHABET) & set("0O1IL2Z5S8BUV")
    assert re.fullmatch(f"[{CODE_ALPHABET}]{{8}}", new_code())
    assert new_code() != new_code()


@pytest.mark.parametrize("code", ["ACDE3467", "acde3467", "acde-3467", " ACDE 3467 "])
@pytest.mark.parametrize("language", ["", "/zh-hant"])
def test_number_and_code_lead_to_the_ticket_however_they_are_typed(client, code, language):
    contact = make_asked(status="pending").contact
    Contact.objects.filter(pk=contact.pk).update(code="ACDE3467")
    answer = client.post(f"{language}/ticket/", typed(f"# {contact.pk}", code))
    assert answer.url == f"{language}/ticket/{contact.ticket}/"
    assert "no-store" in answer["Cache-Control"]


def test_ticket_and_sent_page_show_the_code(client):
    contact = make_asked(status="pending").contact
    assert contact.printed_code in client.get(contact.get_absolute_url()).text


def test_who_has_lost_both_is_led_to_search_and_to_ask(client):
    lost = client.get("/ticket/").text.split("Lost both?")[1].split("</p>")[0]
    assert re.findall('href="(.+?)"', lost) == ["/search/", "/ask/"]


def test_wrong_code_looks_exactly_like_an_unknown_number(client):
    number = make_asked(status="pending").pk
    wrong = client.post("/ticket/", typed(number, WRONG))
    unknown = client.post("/ticket/", typed(number + 1, WRONG))
    assert wrong.status_code == unknown.status_code == 200
    shown = [without_token(page.text) for page in (wrong, unknown)]
    assert shown[0].replace(f'"{number}"', "") == shown[1].replace(f'"{number + 1}"', "")
    assert wrong.headers.keys() == unknown.headers.keys()


def test_wrong_code_takes_the_same_statements_as_an_unknown_number():
    number = make_asked(status="pending").pk
    with CaptureQueriesContext(connection) as wrong:
        contact_with(number, WRONG, client="a")
    with CaptureQueriesContext(connection) as unknown:
        contact_with(number + 1, WRONG, client="b")
    first_words = [[one["sql"].split(" ")[:2] for one in each] for each in (wrong, unknown)]
    assert len(wrong) == len(unknown) > 5
    assert [one[0] for one in first_words[0]] == [one[0] for one in first_words[1]]


def test_a_code_is_compared_whole_and_in_a_time_that_tells_nothing(monkeypatch):
    contact = make_asked(status="pending").contact
    compare, compared = hmac.compare_digest, []

    def noting(one, other):
        compared.append((one, other))
        return compare(one, other)

    monkeypatch.setattr(hmac, "compare_digest", noting)
    half = contact.code[:4] + WRONG[:4]
    assert contact_with(contact.pk, half, client="a") is None
    assert contact_with(contact.pk + 1, half, client="a") is None
    assert contact_with(contact.pk, contact.code, client="a") == contact
    assert [len(one) for one, _other in compared] == [8, 8, 8]


def test_what_is_wrong_is_said_once(client):
    page = client.post("/ticket/", typed(1, WRONG))
    assert page.text.count("There is no question with this number and this code.") == 1


@pytest.mark.parametrize(
    "number", ["0", "-1", "1.5", "seven", "9" * 24, str(2**63), "\N{SUPERSCRIPT TWO}"]
)
def test_strange_number_is_like_an_unknown_one(client, number):
    page = client.post("/ticket/", typed(number, WRONG))
    assert "There is no question with this number and this code." in page.text


def test_wrong_codes_of_one_client_get_slower_and_nothing_is_looked_at_meanwhile():
    contact, now = make_asked(status="pending").contact, timezone.now()
    for _ in range(5):
        assert contact_with(contact.pk, WRONG, client="a", now=now) is None
    with pytest.raises(TooManyTries):
        contact_with(contact.pk, contact.code, client="a", now=now)
    now += timedelta(seconds=16)
    assert contact_with(contact.pk, contact.code, client="a", now=now) == contact
    assert contact_with(contact.pk, WRONG, client="a", now=now) is None
    with pytest.raises(TooManyTries):
        contact_with(contact.pk, contact.code, client="a", now=now + timedelta(seconds=16))
    assert contact_with(contact.pk, contact.code, client="b", now=now) == contact


def test_many_clients_are_slowed_for_one_number_known_or_not():
    contact, now = make_asked(status="pending").contact, timezone.now()
    for number in (contact.pk, contact.pk + 1):
        for client in range(10):
            contact_with(number, WRONG, client=f"{number}-{client}", now=now)
        with pytest.raises(TooManyTries):
            contact_with(number, contact.code, client="fresh", now=now)


def test_a_day_of_guessing_by_everyone_is_a_few_codes():
    number, now = make_asked(status="pending").pk, timezone.now()
    end, tried = now + timedelta(days=1), 0
    while now < end:
        try:
            contact_with(number, WRONG, client=f"c{tried}", now=now)
            tried += 1
        except TooManyTries as refusal:
            now += timedelta(minutes=refusal.minutes)
    assert tried < 50


def test_page_says_when_to_try_again(client):
    number = make_asked(status="pending").pk
    for _ in range(5):
        client.post("/ticket/", typed(number, WRONG))
    page = client.post("/ticket/", typed(number, WRONG))
    assert page.status_code == 429
    assert "Please try again in 1 minute" in page.text


def test_counts_hold_no_address_and_go_after_a_day():
    contact_with(1, WRONG, client="203.0.113.7")
    rows = str(list(TicketTries.objects.values()))
    assert "203.0.113" not in rows
    forget_old_tries(timezone.now() + timedelta(days=1, minutes=1))
    assert not TicketTries.objects.exists()


def test_client_is_what_our_own_proxy_saw(rf, settings):
    request = rf.get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="1.1.1.1, 2.2.2.2")
    assert client_of(request) == "127.0.0.1"
    settings.BEHIND_PROXY = True
    assert client_of(request) == "2.2.2.2"
    households = {
        client_of(rf.get("/", HTTP_X_FORWARDED_FOR=one)) for one in ("2001:db8::1", "2001:db8::2")
    }
    assert len(households) == 1
    # As a socket for both versions gives addresses of the old one.
    assert client_of(rf.get("/", HTTP_X_FORWARDED_FOR="::ffff:192.0.2.7")) == "192.0.2.7"


@pytest.mark.django_db(transaction=True)
def test_guesses_at_the_same_moment_all_count():
    number, refused = make_asked(status="pending").pk, []

    def guess():
        try:
            contact_with(number, WRONG, client="a")
        except TooManyTries:
            refused.append(1)
        finally:
            connection.close()

    threads = [threading.Thread(target=guess) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 7


def test_tickets_from_before_get_codes_of_their_own():
    for _ in range(3):
        make_asked(status="pending")
    Contact.objects.update(code="AAAAAAAA")
    import_module("questions.migrations.0020_ticket_codes").give_codes(apps, None)
    assert len(set(Contact.objects.values_list("code", flat=True)) - {"AAAAAAAA"}) == 3


@pytest.mark.parametrize("code", ["", "ACDE346", "ACDE346O"])
def test_database_refuses_a_code_that_is_none(code):
    contact = make_asked(status="pending").contact
    with pytest.raises(IntegrityError), transaction.atomic():
        Contact.objects.filter(pk=contact.pk).update(code=code)
