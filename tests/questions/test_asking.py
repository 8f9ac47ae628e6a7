"""Asking, step by step, as a browser without script does it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from questions import drafts
from questions.models import Contact, Question, Tag
from questions.rebuild import rebuild
from tests.factories import make_question, make_specialty

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
    assert f"{settings.SITE_URL}{contact.get_absolute_url()}" in page.text
    assert client.get(reverse("ticket", args=[contact.ticket])).status_code == 200


@pytest.mark.parametrize(
    "path", ["question", "contact", "similar", "check"], ids=lambda path: f"/ask/{path}/"
)
def test_later_step_without_a_draft_leads_to_the_first(client, path):
    assert client.get(f"/ask/{path}/").url == "/ask/"


def test_jumping_ahead_leads_to_the_first_unfilled_step(client):
    client.post("/ask/", WHO)
    assert client.get("/ask/check/").url == "/ask/question/"
    client.post("/ask/question/", QUESTION)
    assert client.get("/ask/check/").url == "/ask/contact/"


def test_step_posted_without_the_steps_before_is_kept(client):
    client.post("/ask/question/", QUESTION)
    assert client.get("/ask/check/").url == "/ask/"
    client.post("/ask/", WHO)
    assert QUESTION["title"] in client.get("/ask/question/").text


def test_errors_are_listed_first_with_links_to_their_fields(client):
    page = client.post("/ask/", {}, follow=True).text
    assert page.index('role="alert"') < page.index("<form class")
    for name in ("age_band", "sex"):
        assert f'<a href="#id_{name}">' in page
        assert f'<fieldset id="id_{name}"' in page
        assert f'aria-describedby="id_{name}_error"' in page
        assert f'<div id="id_{name}_error" class="invalid-feedback">' in page
    assert "<title>Error: " in page


def test_field_with_an_error_says_so_and_is_described_by_it(client):
    client.post("/ask/", WHO)
    page = client.post("/ask/question/", {"title": "", "body": "kept"}, follow=True).text
    field = page[page.index('<input type="text" name="title"') :].split(">")[0]
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby="id_title_helptext id_title_error"' in field
    assert "Write your question in one line." in page
    assert "kept</textarea>" in page


def test_what_is_refused_is_shown_by_an_address_that_can_be_read_again(client):
    client.post("/ask/", WHO)
    answer = client.post("/ask/question/?change", {"title": "", "body": "half a text"})
    assert (answer.status_code, answer.url) == (302, "/ask/question/?change")
    for _ in range(2):
        page = client.get(answer.url).text
        assert "Write your question in one line." in page
        assert "half a text</textarea>" in page
    client.post("/ask/question/", QUESTION)
    assert "error-summary" not in client.get("/ask/question/").text


def test_steps_behind_lead_back_and_signs_that_cannot_wait_stand_before_the_form(client):
    first = client.get("/ask/").text
    assert first.index("go to an emergency department now") < first.index("<form class")
    client.post("/ask/", WHO)
    page = client.get("/ask/question/").text
    assert '<li class="done"><a href="/ask/">' in page
    assert '<a href="/ask/contact/">' not in page


def test_step_shown_first_has_no_error(client):
    assert "error-summary" not in client.get("/ask/").text


@pytest.mark.parametrize("value", ["0-9", "elderly", "999999999999999999999999", "\0", "null"])
def test_unknown_age_is_refused(client, value):
    page = client.post("/ask/", {**WHO, "age_band": value}, follow=True)
    assert page.status_code == 200
    assert page.context["form"].has_error("age_band")


@pytest.mark.parametrize("value", ["nowhere", "1", "99999999999999999999999", "-1", "[]", "a\0b"])
def test_unknown_specialty_is_refused(client, value):
    make_specialty("allergy")
    client.post("/ask/", WHO)
    page = client.post("/ask/question/", {**QUESTION, "specialty": value}, follow=True)
    assert page.status_code == 200
    assert page.context["form"].has_error("specialty")


def test_several_values_for_one_field_are_no_fault(client):
    typed = {**WHO, "age_band": ["3-11m", "adult"], "sex": ["x", "y"]}
    page = client.post("/ask/", typed, follow=True)
    assert page.status_code == 200
    assert page.context["form"].has_error("sex")


def test_specialties_beyond_a_handful_become_a_select(client):
    client.post("/ask/", WHO)
    for number in range(20):
        make_specialty(f"specialty-{number:02}")
    page = client.get("/ask/question/").text
    assert '<select name="specialty"' in page
    assert page.index("Not sure") < page.index("Specialty 00")


@pytest.mark.parametrize("length", [10_001, 100_000, 900_000])
def test_long_text_is_refused_with_its_length_and_stays(client, length):
    text = "x" * length
    client.post("/ask/", WHO)
    page = client.post("/ask/question/", {**QUESTION, "body": text}, follow=True)
    assert page.status_code == 200
    assert f"At most 10,000 characters fit here, and this has {length:,}." in page.text
    assert f"{text}</textarea>" in page.text
    assert f"{text}</textarea>" in client.get("/ask/question/").text


def test_long_email_is_refused_in_words(client):
    client.post("/ask/", WHO)
    client.post("/ask/question/", QUESTION)
    page = client.post("/ask/contact/", {"email": f"{'a' * 260}@example.org"}, follow=True)
    assert page.context["form"].has_error("email")


def test_unreadable_characters_are_taken_out_and_told(client):
    client.post("/ask/", WHO)
    page = client.post(
        "/ask/question/",
        b"title=Rash%00+on+cheeks&specialty=&body=since%FF+Monday",
        content_type="application/x-www-form-urlencoded",
        follow=True,
    )
    assert page.context["form"].has_error("title")
    assert page.context["form"].has_error("body")
    assert 'value="Rash on cheeks"' in page.text
    assert "since Monday</textarea>" in page.text


def test_text_with_letters_is_needed_for_a_title(client):
    client.post("/ask/", WHO)
    page = client.post("/ask/question/", {**QUESTION, "title": "???"}, follow=True)
    assert page.context["form"].errors


def test_back_keeps_what_is_not_right_yet(client):
    client.post("/ask/", WHO)
    answer = client.post("/ask/question/", {"title": "", "body": "half a text", "back": "1"})
    assert answer.url == "/ask/"
    page = client.get("/ask/").text
    assert 'value="Ben"' in page
    assert "checked" in page[page.index('value="3-11m"') :].split(">")[0]
    assert "half a text</textarea>" in client.get("/ask/question/").text


def test_draft_waits_for_who_leaves_and_comes_back(client):
    client.post("/ask/", WHO)
    client.post("/ask/question/", QUESTION)
    client.get("/")
    assert client.get("/ask/contact/").status_code == 200
    assert QUESTION["title"] in client.get("/ask/question/").text


@pytest.mark.parametrize("step", ["ask/", "ask/question/", "ask/contact/", "ask/similar/"])
def test_what_is_being_asked_is_kept_by_no_cache(client, step):
    fill(client)
    answer = client.get(f"/{step}")
    assert {"private", "no-cache"} <= set(answer.headers["Cache-Control"].split(", "))


def test_check_page_is_kept_by_no_store(client):
    assert "no-store" in fill(client).headers["Cache-Control"]


def test_check_page_tells_public_from_private(client):
    make_specialty("allergy")
    page = fill(client, question={**QUESTION, "specialty": "allergy"}).text
    public, private = page.split('id="private"')
    for text in (QUESTION["title"], "<p>No fever.</p>", "Allergy", "Ben · male, 3–11 months"):
        assert text in public
    assert "ben@example.org" not in public
    assert "ben@example.org" in private
    for link in ("/ask/?change", "/ask/question/?change", "/ask/contact/?change"):
        assert f'href="{link}"' in page


def test_changed_step_leads_back_to_the_check_page(client):
    fill(client)
    answer = client.post("/ask/?change", {**WHO, "asker_name": "Benno"})
    assert answer.url == "/ask/check/"
    assert "Benno · male" in client.get("/ask/check/", follow=True).text


def test_draft_changed_in_another_window_is_shown_again_before_it_is_sent(client):
    page = fill(client)
    client.post("/ask/question/", {**QUESTION, "title": "Another title"})
    page = client.post("/ask/check/", {"shown": page.context["shown"]})
    assert "changed in another window" in page.text
    assert "Another title" in page.text
    assert not Question.objects.exists()
    send(client, page)
    assert Question.objects.get().title == "Another title"


def test_reload_and_back_after_sending_make_no_second_question(client):
    page = fill(client)
    send(client, page)
    again = send(client, page)
    assert again.redirect_chain == [("/ask/sent/", 302)]
    for path in ("/ask/sent/", "/ask/check/", "/ask/question/"):
        assert f"#{Question.objects.get().pk}" in client.get(path, follow=True).text
    assert Question.objects.count() == 1


def test_new_draft_starts_after_sending_and_the_sent_page_stays(client):
    send(client, fill(client))
    first = Question.objects.get()
    page = client.get("/ask/")
    assert page.status_code == 200
    assert "Ben" not in page.text
    send(client, fill(client))
    assert Question.objects.count() == 2
    client.post("/ask/", WHO)
    assert f"#{Question.objects.exclude(pk=first.pk).get().pk}" in client.get("/ask/sent/").text


def test_session_lives_a_day_and_forgets_the_text_once_sent(client):
    page = fill(client)
    assert client.session.get_expiry_age() <= 24 * 3600
    assert client.session["draft"]
    send(client, page)
    assert QUESTION["title"] not in str(dict(client.session))
    assert "ben@example.org" not in str(dict(client.session))


def test_whoever_uses_the_browser_after_an_hour_does_not_get_the_ticket(client, monkeypatch):
    send(client, fill(client))
    assert client.session.get_expiry_age() <= 3600
    client.post("/ask/", WHO)  # somebody begins another
    later = drafts.time() + 3600
    monkeypatch.setattr(drafts, "time", lambda: later)
    for path in ("/ask/sent/", "/ask/check/"):
        assert Contact.objects.get().printed_code not in client.get(path, follow=True).text


def test_session_of_a_signed_in_doctor_keeps_its_life(client, doctor):
    client.force_login(doctor.user)
    fill(client)
    assert 11 * 3600 < client.session.get_expiry_age() <= 12 * 3600


def test_draft_that_is_gone_is_told(client):
    page = client.post("/ask/check/", {"shown": "long ago"})
    assert page.status_code == 410
    assert "no longer here" in page.text


def test_sent_page_without_a_sent_question_leads_to_the_form(client):
    assert client.get("/ask/sent/").url == "/ask/"


def test_sent_page_is_kept_by_no_store_and_leaks_no_address(client):
    page = send(client, fill(client))
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "no-referrer"


def test_chinese_question_on_an_english_page_is_chinese_and_letters_are_english(client):
    page = fill(client, question={"title": "寶寶吃蛋後臉紅", "body": "九個月大", "specialty": ""})
    assert '<h3 lang="zh-hant">' in page.text
    send(client, page)
    contact = Contact.objects.get()
    assert (contact.question.language, contact.language) == ("zh-hant", "en")


def test_english_question_on_a_chinese_page_gets_chinese_letters(client):
    page = fill(client, prefix="/zh-hant")
    page = send(client, page, prefix="/zh-hant")
    contact = Contact.objects.get()
    assert (contact.question.language, contact.language) == ("en", "zh-hant")
    assert f"{settings.SITE_URL}/zh-hant/ticket/{contact.ticket}/" in page.text


def test_html_that_was_typed_is_shown_as_it_will_be(client):
    page = fill(client, question={**QUESTION, "body": "<script>alert(1)</script>a < b"})
    assert "<script>alert" not in page.text
    assert "<p>a &lt; b</p>" in page.text


def test_reading_sets_no_cookie_and_asking_does(client):
    question = make_question()
    for path in ("/", "/questions/", question.get_absolute_url()):
        page = client.get(path)
        assert page.status_code == 200
        assert not page.cookies
        assert "Cookie" not in page.get("Vary", "")
    assert client.get("/ask/").cookies["csrftoken"]["max-age"] == "", "until the browser is closed"
    assert "sessionid" not in client.get("/ask/").cookies
    assert "sessionid" in client.post("/ask/", WHO).cookies


def test_form_is_refused_without_its_key_and_accepted_with_it(settings):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post("/ask/", WHO).status_code == 403
    key = browser.get("/ask/").context["csrf_token"]
    assert browser.post("/ask/", {**WHO, "csrfmiddlewaretoken": str(key)}).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_button_pressed_twice_at_once_makes_one_question(client):
    page = fill(client)
    barrier = Barrier(4)

    def press():
        browser = Client()
        browser.cookies["sessionid"] = client.cookies["sessionid"].value
        barrier.wait()
        try:
            return send(browser, page)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        pages = [answer.result() for answer in [threads.submit(press) for _ in range(4)]]
    number = Question.objects.get().pk
    for page in pages:
        assert page.redirect_chain[-1] == ("/ask/sent/", 302)
        assert f"#{number}" in page.text


@pytest.fixture
def hives():
    """An answer that is close to what is asked below, and some that are not."""
    for title in ("Is snoring normal?", "Teething at night", "Flying with a cold"):
        make_question(title=title, body=title)
    question = make_question(title="Hives after scrambled egg", tags=["egg allergy"])
    Tag.objects.create(name="hives", slug="hives")
    rebuild()
    return question


def offered_while_typing(client, title, body="", prefix=""):
    answer = client.post(f"{prefix}/ask/question/similar/", {"title": title, "body": body})
    assert answer.status_code == 200
    return answer.text.strip()


def test_close_answers_are_offered_while_a_question_is_typed(client, hives):
    page = offered_while_typing(client, "Hives on his face after egg")
    assert f'href="{hives.get_absolute_url()}" target="_blank">{hives.title}</a>' in page
    assert "Pediatrics" in page
    assert "also about: Hives" in page
    assert "snoring" not in page
    assert "<html" not in page
    chinese = offered_while_typing(client, "Hives on his face after egg", prefix="/zh-hant")
    assert f'href="/zh-hant{hives.get_absolute_url()}" target="_blank" lang="en">' in chinese


@pytest.mark.parametrize(
    "title", ["", "Which shoes for flat feet?", "the of and", "\0", "x" * 5_000]
)
def test_where_nothing_is_close_nothing_is_said_while_typing(client, hives, title):
    assert offered_while_typing(client, title) == ""


def test_at_most_three_are_offered_while_typing(client, hives):
    for _ in range(5):
        make_question(title="Hives after scrambled egg", body="")
    rebuild()
    assert offered_while_typing(client, "Hives after egg").count("<li>") == 3


def test_what_is_being_typed_is_kept_nowhere(client, hives, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        answer = client.post("/ask/question/similar/", {"title": "Hives after egg", "body": "Tom"})
    assert not Session.objects.exists()
    assert not answer.cookies
    assert {"private", "no-store"} <= set(answer.headers["Cache-Control"].split(", "))
    assert client.get("/ask/question/similar/", {"title": "Hives"}).status_code == 405


def test_what_is_typed_is_posted_with_the_token_of_the_form(hives):
    client = Client(enforce_csrf_checks=True)
    typed = {"title": "Hives after egg"}
    assert client.post("/ask/question/similar/", typed).status_code == 403
    client.get("/ask/")
    typed["csrfmiddlewaretoken"] = client.cookies["csrftoken"].value
    assert hives.title in client.post("/ask/question/similar/", typed).text


def test_close_answers_are_offered_before_the_question_is_checked(client):
    Tag.objects.create(name="egg allergy", kind="condition")
    close = make_question(title="Hives after scrambled egg", tags=["egg allergy"])
    make_question(title="Teething and sleep", tags=["teething"])
    hidden = make_question(title="Not public yet", tags=["egg allergy"], status="open")
    call_command("worker", once=True)
    page = fill(client, question={**QUESTION, "title": "Hives after egg, is it an egg allergy?"})
    assert page.redirect_chain == []
    assert close.title in page.text
    assert f'href="{close.get_absolute_url()}"' in page.text
    assert "also about: egg allergy" in page.text
    assert "Teething" not in page.text
    assert hidden.title not in page.text
    assert client.get("/ask/check/").url == "/ask/similar/"
    assert client.post("/ask/similar/", {"back": "1"}).url == "/ask/contact/"
    page = client.post("/ask/similar/", follow=True)
    assert page.redirect_chain == [("/ask/check/", 302)]
    send(client, page)
    assert Question.objects.filter(status="pending").count() == 1


def test_close_answers_are_offered_again_when_the_question_has_changed(client):
    Tag.objects.create(name="egg allergy", kind="condition")
    make_question(title="Hives after scrambled egg", tags=["egg allergy"])
    call_command("worker", once=True)
    fill(client, question={**QUESTION, "title": "Sleep at nine months"})
    assert client.get("/ask/check/").status_code == 200
    client.post(
        "/ask/question/?change", {**QUESTION, "title": "Hives after egg, is it an egg allergy?"}
    )
    assert client.get("/ask/check/").url == "/ask/similar/"
