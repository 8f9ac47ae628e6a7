"""Letters to askers: when one is written, what it says, and how it goes out."""

import re
import smtplib
import uuid
from datetime import UTC, timedelta
from email import message_from_bytes, policy
from threading import Thread

import psycopg
import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from doctors import postman
from doctors.posted import PAUSES
from questions import letters
from questions.actions import (
    Asked,
    ask_question,
    claim_question,
    decline_question,
    publish_reply,
    restore_question,
    retract_question,
    withdraw_question,
)
from questions.models import Contact, IllegalChange, Letter, Question
from questions.sealing import seal
from tests.factories import make_invitation, make_letter, make_question
from tests.first_page import work_on_first_page
from tests.questions.mail_server import MailServer, free_port

pytestmark = pytest.mark.django_db

ASKER = "asker@example.org"


@pytest.fixture
def mail_server(settings):
    with MailServer() as server:
        send_to_port(settings, server.controller.port)
        yield server


def send_to_port(settings, port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port


def make_asked(*, email=ASKER, **fields) -> Question:
    return make_question(contact={"submission": uuid.uuid4(), "email": email}, **fields)


def kinds_of(question: Question) -> list[str]:
    return list(Letter.objects.filter(contact__question=question).values_list("kind", flat=True))


def ask(**fields) -> Contact:
    asked = {
        "submission": uuid.uuid4(),
        "title": "Rash after egg",
        "body": "Since yesterday.",
        "specialty_id": None,
        "asker_name": "",
        "age_band": "3-11m",
        "sex": "male",
        "email": ASKER,
        "language": "en",
        "letter_language": "en",
    }
    return ask_question(asked=Asked(**(asked | fields)))


def publish(question: Question, doctor) -> None:
    claim_question(question=question, by=doctor)
    publish_reply(
        question=question, by=doctor, text="Wait.", explanation="", summary="Whether.", tags=[]
    )


# When one is written


def test_asker_with_email_gets_a_letter_that_the_question_arrived():
    contact = ask(letter_language="zh-hant")
    letter = Letter.objects.get()
    assert (letter.contact, letter.kind, letter.language) == (contact, "received", "zh-hant")


def test_asker_without_email_gets_none(doctor, moderator):
    contact = ask(email="")
    decline_question(question=contact.question, by=moderator, reason="unclear")
    published = make_asked(email="", status="open")
    publish(published, doctor)
    retract_question(question=published, by=moderator, reason="It was not safe.")
    assert not Letter.objects.exists()


def test_question_sent_twice_is_one_letter():
    submission = uuid.uuid4()
    for _ in range(2):
        ask(submission=submission)
    assert Letter.objects.count() == 1


def test_each_end_of_a_question_is_told(doctor, moderator):
    declined, answered = make_asked(status="pending"), make_asked(status="open")
    decline_question(question=declined, by=moderator, reason="unclear")
    assert kinds_of(declined) == ["declined"]
    publish(answered, doctor)
    assert kinds_of(answered) == ["answered"]
    retract_question(question=answered, by=moderator, reason="It was not safe.")
    assert sorted(kinds_of(answered)) == ["answered", "retracted"]


def test_reply_of_another_doctor_is_told_as_what_it_is(doctor, other_doctor, moderator):
    question = make_asked(status="open")
    publish(question, doctor)
    letters.send_all_due()
    first, same = mail.outbox.pop(), make_asked(status="open", email="same@example.org")
    Question.objects.filter(pk=same.pk).update(duplicate_of=question, status="resolved")
    second = {"text": "Rest too.", "explanation": "", "summary": "", "tags": []}
    publish_reply(question=question, by=other_doctor, is_second=True, **second)
    letters.send_all_due()
    assert sorted(kinds_of(question)) == ["another", "answered"]
    assert first.subject == f"Your question #{question.pk} has been answered"
    told = {message.to[0]: message for message in mail.outbox}
    assert set(told) == {ASKER, "same@example.org"}
    assert told[ASKER].subject == f"Another doctor has replied to your question #{question.pk}"
    assert "Another doctor has added a reply" in told[ASKER].body


def test_who_has_to_see_a_doctor_now_is_not_asked_to_write_again(moderator):
    decline_question(question=make_asked(status="pending"), by=moderator, reason="emergency")
    letters.send_all_due()
    for text in (mail.outbox[0].body, mail.outbox[0].alternatives[0].content):
        assert "see a doctor in person now" in text
        assert "welcome to ask" not in text


def test_who_has_an_answer_already_is_told_where(client, moderator):
    question, note = make_asked(status="pending"), "https://ask.example.org/questions/1/"
    decline_question(question=question, by=moderator, reason="answered", note=note)
    letters.send_all_due()
    for text in (mail.outbox[0].body, mail.outbox[0].alternatives[0].content):
        assert "answered on our site already" in text
        assert note in text
        assert "welcome to ask" not in text
    ticket = client.get(question.contact.get_absolute_url()).text
    assert "If that answer does not fit" in ticket


def test_declined_in_the_admin_is_told_one_by_one_and_many_at_once(client, moderator):
    questions = [make_asked(status="pending") for _ in range(3)]
    client.force_login(moderator)
    for ids in ([questions[0].pk], [questions[1].pk, questions[2].pk]):
        address = reverse("admin:questions_question_bulk", args=["decline"])
        typed = {"reason": "unclear", "note": "Say since when."}
        client.post(f"{address}?ids={','.join(map(str, ids))}", typed)
    assert [kinds_of(question) for question in questions] == [["declined"]] * 3


def test_change_that_fails_writes_no_letter(moderator):
    question = make_asked(status="published")
    with pytest.raises(IllegalChange):
        decline_question(question=question, by=moderator, reason="unclear")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        retract_question(question=question, by=moderator, reason="It was not safe.")
        1 / 0  # noqa: B018 - whatever comes after it in the same transaction
    assert not Letter.objects.exists()


def test_declined_twice_before_the_first_letter_went_out_is_told_once(moderator):
    question = make_asked(status="pending")
    decline_question(question=question, by=moderator, reason="unclear")
    question.return_to_moderation(by=moderator)
    decline_question(question=question, by=moderator, reason="not_medical")
    letters.send_all_due()
    assert "It is not a question about health." in mail.outbox[0].body
    assert len(mail.outbox) == 1


def test_declined_again_after_the_first_letter_is_told_again(moderator):
    question = make_asked(status="pending")
    for reason in ("unclear", "not_medical"):
        decline_question(question=question, by=moderator, reason=reason)
        letters.send_all_due()
        question.return_to_moderation(by=moderator)
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == 2


def test_database_refuses_a_second_untried_letter_of_a_kind():
    letter = make_letter()
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.create(contact=letter.contact, kind=letter.kind, language="en")


def test_database_refuses_a_second_letter_with_the_same_message_id():
    letter = make_letter()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_letter(message_id=letter.message_id)


def test_letter_row_holds_neither_address_nor_question(moderator):
    question = make_asked(status="pending", title="Secret title", body="Secret body")
    decline_question(question=question, by=moderator, reason="other", note="Secret note")
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(questions_letter)::text FROM questions_letter")
        row = cursor.fetchone()[0]
    assert ASKER not in row
    assert "Secret" not in row


# Withdrawn is erased


def test_withdrawing_erases_the_address_and_drops_letters_that_wait_or_failed(client):
    question = make_asked(status="pending")
    for kind, status in (("received", "waiting"), ("declined", "failed")):
        Letter.objects.create(contact=question.contact, kind=kind, language="en", status=status)
    client.post(f"{question.contact.get_absolute_url()}withdraw/")
    assert Contact.objects.get().email == ""
    assert not Letter.objects.exists()


def test_withdrawing_leaves_letters_of_others_alone():
    withdrawn, other = make_letter(), make_letter()
    withdraw_question(question=withdrawn.contact.question)
    assert Letter.objects.get() == other
    assert other.contact.email == ASKER


def test_letter_to_an_erased_address_is_not_sent():
    letter = make_letter()
    Contact.objects.update(sealed_email="")
    assert letters.send_next()
    assert not mail.outbox
    assert not Letter.objects.filter(pk=letter.pk).exists()


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("received", "declined"),
        ("declined", "pending"),
        ("answered", "retracted"),
        ("retracted", "published"),
    ],
)
def test_what_is_not_true_any_more_is_not_sent(kind, status):
    make_letter(kind=kind, question_status=status)
    letters.send_all_due()
    assert not mail.outbox
    assert not Letter.objects.exists()


def test_answer_that_is_back_on_the_site_is_not_called_taken_off(moderator):
    question = make_asked(status="published")
    retract_question(question=question, by=moderator, reason="It was not safe.")
    restore_question(question=question, by=moderator)
    letters.send_all_due()
    assert not mail.outbox, "nothing has changed for who asked"


def subjects_to(question: Question) -> list[str]:
    """The letters that went out to its asker, by the first word after the number."""
    number = f"#{question.pk} "
    return [one.subject.split(number)[1] for one in mail.outbox if number in one.subject]


def test_who_heard_that_an_answer_was_gone_hears_that_it_is_back(moderator):
    question = make_asked(status="published")
    same = make_asked(status="resolved", duplicate_of=question)
    pointed = make_asked(status="resolved", resolved_by=question)
    same_as_pointed = make_asked(status="resolved", duplicate_of=pointed)
    retract_question(question=question, by=moderator, reason="It was not safe.")
    letters.send_all_due()
    restore_question(question=question, by=moderator)
    letters.send_all_due()
    for one in (question, same):
        assert subjects_to(one) == ["was taken off the site", "has been answered"]
    assert len(mail.outbox) == 8
    for one in (pointed, same_as_pointed):
        assert kinds_of(one) == ["resolved", "retracted"]
    letters.send_all_due()
    assert len(mail.outbox) == 8


def test_who_was_not_told_of_an_answer_before_it_was_gone_hears_when_it_is_back(moderator, doctor):
    question = make_asked(status="open")
    publish(question, doctor)
    retract_question(question=question, by=moderator, reason="It was not safe.")
    letters.send_all_due()
    assert subjects_to(question) == ["was taken off the site"]
    restore_question(question=question, by=moderator)
    letters.send_all_due()
    assert subjects_to(question) == ["was taken off the site", "has been answered"]


@pytest.mark.django_db(transaction=True)
def test_letter_on_its_way_is_not_waited_for_and_no_news_is_lost(moderator):
    """The mail server takes its time with the first letter; meanwhile there is other news."""
    question = make_asked(status="pending")
    decline_question(question=question, by=moderator, reason="unclear")
    first = Letter.objects.get()
    first.begin(at=timezone.now())

    def decline_once_more():
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '5s'")
        question.return_to_moderation(by=moderator)
        decline_question(question=question, by=moderator, reason="not_medical")
        connection.close()

    with transaction.atomic():
        Letter.objects.select_for_update().get(pk=first.pk)
        thread = Thread(target=decline_once_more)
        thread.start()
        thread.join()
        first.mark_sent(at=timezone.now())
    letters.send_all_due()
    assert Letter.objects.filter(status="sent").count() == 2
    assert "It is not a question about health." in mail.outbox[0].body


def test_letter_that_failed_on_its_way_is_told_by_the_newer_one(moderator):
    first = make_letter(kind="declined", question_status="declined", attempts=1)
    second = Letter.objects.create(contact=first.contact, kind="declined", language="en")
    Letter.objects.filter(pk=first.pk).update(status="failed")
    with pytest.raises(ValidationError):
        first.send_again(by=moderator)
    Letter.objects.filter(pk=first.pk).update(status="waiting")
    letters.send_all_due()
    assert Letter.objects.get() == second
    assert len(mail.outbox) == 1


def test_whom_to_tell_is_found_without_reading_every_question():
    question = make_asked(status="published")
    made = make_question(status="open", asked_at=timezone.now())
    columns = [
        field.column
        for field in Question._meta.concrete_fields
        if field.column not in ("id", "follow_up_of_id")
    ]
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO questions_question ({names}) SELECT {names} FROM questions_question, "  # noqa: S608 - its own
            "generate_series(1, 3000) WHERE id = %s",
            [made.pk],
        )
        cursor.execute(
            "INSERT INTO questions_contact (question_id, sealed_email, ticket, code, submission, language) "
            "SELECT id, 'gAAAAA', 't' || id, 'AAAAAAAA', gen_random_uuid(), 'en' "
            "FROM questions_question WHERE id <> %s",
            [question.pk],
        )
        cursor.execute("ANALYZE questions_question, questions_contact")
    plan = letters.contacts_told(question, "retracted").explain(analyze=True)
    assert "Seq Scan" not in plan
    read = [int(rows) for rows in re.findall(r"actual time=\S+ rows=(\d+)", plan)]
    assert max(read) < 10


# What it says


STATUS_OF = {
    "received": "pending",
    "answered": "published",
    "another": "published",
    "declined": "declined",
    "corrected": "published",
    "retracted": "retracted",
    "details": "needs_details",
    "reminder": "needs_details",
    "closed": "declined",
    "resolved": "resolved",
}


@pytest.mark.parametrize("kind", Letter.Kind.values)
@pytest.mark.parametrize("language", ["en", "zh-hant"])
def test_letter_repeats_nothing_of_the_question(mail_server, kind, language):
    question = make_asked(
        status=STATUS_OF[kind], title="Zinnober", body="Karmesin", asker_name="Purpur"
    )
    Letter.objects.create(contact=question.contact, kind=kind, language=language)
    letters.send_all_due()
    message = mail_server.taken[0]
    everything = "".join([*map(str, message.values()), *texts_of(message)])
    assert not re.search("zinnober|karmesin|purpur", everything, re.IGNORECASE)
    assert f"#{question.pk}" in message["Subject"]


def texts_of(message) -> list[str]:
    return [part.get_content() for part in message.iter_parts()]


@pytest.mark.parametrize(("language", "prefix"), [("en", ""), ("zh-hant", "/zh-hant")])
def test_only_links_are_the_ticket_and_the_end_of_letters_in_the_language_of_the_letter(
    settings, language, prefix
):
    settings.SITE_URL = "https://ask.example.org"
    letter = make_letter(language=language)
    message = letters.message_of(letter)
    link = f"https://ask.example.org{prefix}/ticket/{letter.contact.ticket}/"
    stop = f"https://ask.example.org{letters_stop(letter, language)}"
    html = message.alternatives[0].content
    assert re.findall(r"\w+://\S+", message.body) == [link, stop]
    assert re.findall(r"href=\"(.*?)\"", html) == [link, link, stop]
    assert set(re.findall(r"\w+://[^\s\"<]+", html)) == {link, stop}
    assert stop.startswith(f"https://ask.example.org{prefix}/letters/")
    assert f'<html lang="{language}">' in html
    assert not re.search(r"<img|<link|\bsrc=|url\(|@import", html)
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in html


def letters_stop(letter, language="en") -> str:
    with override(language):
        return letters.stop_address(letter.contact)


def test_letter_has_plain_text_and_html_that_say_the_same(mail_server):
    make_letter()
    letters.send_all_due()
    message = mail_server.taken[0]
    assert message.get_content_type() == "multipart/alternative"
    plain, html = texts_of(message)
    assert "Your question has arrived." in plain
    assert "Your question has arrived." in html
    assert "In an emergency, do not wait for a letter or a reply. Call 119 or 112." in plain


def test_headers_say_that_a_machine_wrote_it_and_when(mail_server, settings):
    settings.DEFAULT_FROM_EMAIL = "Ask Example <noreply@example.org>"
    letter = make_letter()
    letters.send_all_due()
    message = mail_server.taken[0]
    assert message["From"] == "Ask Example <noreply@example.org>"
    assert message["To"] == ASKER
    assert mail_server.recipients == [ASKER]
    assert message["Message-ID"] == letter.message_id
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe"].strip() == f"<{settings.SITE_URL}{letters_stop(letter)}>"
    assert letter.contact.ticket not in "".join(map(str, message.values()))
    sent_at = message["Date"].datetime.replace(tzinfo=UTC)
    assert abs(sent_at - timezone.now()) < timedelta(minutes=1)


def test_declined_letter_tells_reason_and_note_as_text():
    question = make_asked(status="declined", decline_reason="identifying")
    question.decline_note = "Leave out <the> school & name."
    question.save()
    letter = Letter.objects.create(contact=question.contact, kind="declined", language="en")
    message = letters.message_of(Letter.objects.get(pk=letter.pk))
    html = message.alternatives[0].content
    assert "It names or identifies a person." in message.body
    assert "Leave out names, places and numbers, and ask again." in message.body
    assert "Leave out <the> school & name." in message.body
    assert "<strong>It names or identifies a person.</strong>" in html
    assert "Leave out &lt;the&gt; school &amp; name." in html


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_address_with_a_line_break_gets_no_header_in(mail_server, end):
    letter = make_letter()
    Contact.objects.update(sealed_email=seal(f"{ASKER}{end}Bcc: other@example.org"))
    letters.send_all_due()
    assert not mail_server.taken
    letter.refresh_from_db()
    assert (letter.status, letter.last_error) == ("waiting", "BadHeaderError")


def test_title_with_a_line_break_gets_no_header_in(mail_server):
    question = make_asked(status="pending", title="Rash\r\nBcc: other@example.org")
    Letter.objects.create(contact=question.contact, kind="received", language="en")
    letters.send_all_due()
    assert mail_server.taken[0]["Bcc"] is None
    assert mail_server.recipients == [ASKER]


# How it goes out


def test_letter_is_sent_once(mail_server):
    letter = make_letter()
    letters.send_all_due()
    letters.send_all_due()
    assert len(mail_server.taken) == 1
    letter.refresh_from_db()
    assert letter.status == "sent"
    assert letter.sent_at is not None


def test_letters_go_out_in_the_order_they_fell_due(mail_server):
    now = timezone.now()
    later = make_letter(due_at=now - timedelta(minutes=1))
    earlier = make_letter(due_at=now - timedelta(minutes=2))
    make_letter(due_at=now + timedelta(minutes=1), attempts=1)
    letters.send_all_due()
    sent = [message["Message-ID"] for message in mail_server.taken]
    assert sent == [earlier.message_id, later.message_id]


def test_failed_attempts_pause_longer_and_longer_until_it_has_failed(settings):
    send_to_port(settings, free_port())
    letter, now = make_letter(), timezone.now()
    for pause in PAUSES:
        assert letters.send_next(now)
        assert not letters.send_next(now + pause - timedelta(seconds=1))
        now += pause
    assert letters.send_next(now)
    letter.refresh_from_db()
    assert (letter.status, letter.attempts) == ("failed", len(PAUSES) + 1)
    assert letter.last_error == "ConnectionRefusedError: Connection refused"
    assert not letters.send_next(now + timedelta(days=100))
    assert sorted(PAUSES) == PAUSES


def test_letter_that_failed_at_first_goes_out_later_with_the_same_message_id(mail_server):
    letter = make_letter()
    mail_server.refusal = "451 4.7.1"
    letters.send_all_due()
    mail_server.refusal = ""
    letters.send_next(timezone.now() + PAUSES[0])
    assert mail_server.taken[0]["Message-ID"] == letter.message_id


def test_letters_that_reached_no_server_go_out_as_soon_as_another_one_does(mail_server, settings):
    send_to_port(settings, free_port())
    held_up = [make_letter(), make_letter()]
    while letters.send_next():
        pass
    assert {letter.status for letter in Letter.objects.all()} == {Letter.Status.WAITING}
    send_to_port(settings, mail_server.controller.port)
    mail_server.refusal = "450 4.2.0"
    refused = make_letter()
    letters.send_next()
    mail_server.refusal = ""
    assert not letters.send_next()  # nothing has shown yet that the server is there again
    make_letter()
    letters.send_all_due()
    sent = Letter.objects.filter(status=Letter.Status.SENT)
    assert sent.count() == 3
    assert set(held_up) <= set(sent)
    assert refused not in sent  # the pause that the server asked for


@pytest.mark.django_db(transaction=True)
def test_letter_taken_while_the_database_throws_us_out_is_not_sent_again(mail_server, monkeypatch):
    letter = make_letter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [ours] = cursor.fetchone()
    names = {
        "host": "HOST",
        "port": "PORT",
        "user": "USER",
        "password": "PASSWORD",
        "dbname": "NAME",
    }
    login = {name: connection.settings_dict[key] for name, key in names.items()}
    login = {name: value for name, value in login.items() if value}

    async def take_and_throw_out(server, session, envelope):
        with psycopg.connect(**login) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", [ours])
        return await MailServer.handle_DATA(mail_server, server, session, envelope)

    monkeypatch.setattr(mail_server, "handle_DATA", take_and_throw_out)
    with pytest.raises(OperationalError):
        letters.send_next()
    connection.close()
    assert not letters.send_next(now=timezone.now() + timedelta(hours=1))
    assert len(mail_server.taken) == 1
    letter.refresh_from_db()
    assert letter.status == Letter.Status.SENT


def test_letter_written_while_the_clock_was_a_day_ahead_goes_out_at_once(mail_server):
    letter = make_letter(due_at=timezone.now() + timedelta(days=1))
    assert letters.send_next()
    letter.refresh_from_db()
    assert letter.status == Letter.Status.SENT


def test_error_of_a_letter_says_codes_and_not_the_address(mail_server):
    make_letter()
    mail_server.refusal = "550 5.1.1"
    letters.send_all_due()
    letter = Letter.objects.get()
    assert letter.last_error == "SMTPRecipientsRefused: 550 5.1.1"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            smtplib.SMTPDataError(554, f"5.7.1 <{ASKER}> is spam".encode()),
            "SMTPDataError: 554 5.7.1",
        ),
        (smtplib.SMTPServerDisconnected(ASKER), "SMTPServerDisconnected"),
        (TimeoutError("timed out"), "TimeoutError"),
        (ValueError(ASKER), "ValueError"),
    ],
)
def test_reason_is_told_without_the_words_of_the_server(error, words):
    assert postman.reason_of(error) == words


def test_letter_that_cannot_be_made_does_not_stop_the_next(mail_server):
    broken = make_letter(due_at=timezone.now() - timedelta(minutes=1))
    Contact.objects.update(sealed_email=seal("a\nb@example.org"))
    make_letter()
    letters.send_all_due()
    assert len(mail_server.taken) == 1
    broken.refresh_from_db()
    assert broken.status == "waiting"


def test_server_that_hangs_up_right_after_taking_a_letter_gets_it_once(mail_server, monkeypatch):
    monkeypatch.setattr(smtplib.SMTP, "quit", refuse_to_say_goodbye)
    letter = make_letter()
    letters.send_all_due()
    letter.refresh_from_db()
    assert letter.status == "sent"


def refuse_to_say_goodbye(smtp):
    smtp.close()
    raise TimeoutError("timed out")


def test_server_that_takes_a_letter_and_never_says_so_gets_it_twice_at_most(mail_server, settings):
    mail_server.pause, settings.EMAIL_TIMEOUT = 1.0, 0.2
    letter, now = make_letter(), timezone.now()
    for hours in range(10):
        letters.send_next(now + timedelta(hours=hours))
    letter.refresh_from_db()
    assert (letter.status, letter.last_error) == ("failed", "interrupted")
    assert [message["Message-ID"] for message in mail_server.taken] == [letter.message_id] * 2


def test_letter_whose_sender_vanished_rests_before_it_goes_out_once_more(mail_server):
    letter, now = make_letter(), timezone.now()
    letter.begin(at=now)
    assert not letters.send_next(now + timedelta(minutes=4))
    assert letters.send_next(now + timedelta(minutes=5, seconds=1))
    letter.refresh_from_db()
    assert letter.status == "sent"


def test_database_refuses_a_third_try_with_an_unknown_end():
    letter = make_letter(unclear_count=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(unclear_count=3)


# No more letters


def test_looking_at_the_end_of_letters_changes_nothing(client):
    letter = make_letter()
    page = client.get(letters_stop(letter))
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert ASKER not in page.text
    assert Contact.objects.get().email == ASKER
    assert Letter.objects.count() == 1


def test_mail_program_ends_letters_with_one_post_and_no_cookie(mail_server, settings):
    letter = make_letter()
    letters.send_all_due()
    message = mail_server.taken[0]
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = message["List-Unsubscribe"].strip("<> ").removeprefix(settings.SITE_URL)
    assert letter.contact.ticket not in address
    Letter.objects.create(contact=letter.contact, kind="declined", language="en")
    program = Client(enforce_csrf_checks=True)
    for _ in range(2):
        answer = program.post(address, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
    assert Contact.objects.get().email == ""
    assert not Letter.objects.unsent().exists()
    assert Question.objects.get().status == "pending"


@pytest.mark.parametrize("change", ["number", "signature", "missing"])
def test_end_of_letters_of_others_is_not_found(client, change):
    letter, other = make_letter(), make_letter()
    mine, theirs = letters_stop(letter), letters_stop(other)
    signature = theirs.split("/")[-3]
    address = {
        "number": mine.replace(str(letter.contact_id), str(other.contact_id), 1),
        "signature": mine.replace(mine.split("/")[-3], signature),
        "missing": mine.replace(str(letter.contact_id), str(2**70), 1),
    }[change]
    assert client.post(address).status_code == 404
    assert Contact.objects.with_email().count() == Contact.objects.count()


def test_a_signature_ends_letters_or_opens_an_invitation_and_never_both(client):
    letter = make_letter()
    invitation = make_invitation(pk=letter.contact_id)
    stop, opened = letters_stop(letter), invitation.get_absolute_url()
    of_letters, of_invitation = stop.split("/")[-3], opened.split("/")[-2].split(":")[1]
    tried = (
        client.post(stop.replace(of_letters, of_invitation)),
        client.get(opened.replace(of_invitation, of_letters)),
    )
    assert [response.status_code for response in tried] == [404, 404]
    assert Contact.objects.with_email().exists()
    assert client.get(opened).status_code == client.post(stop).status_code == 200


# What moderators see


@pytest.fixture
def admin_browser(client, moderator):
    client.force_login(moderator)
    return client


def test_moderators_see_letters_and_no_address(admin_browser):
    letter = make_letter()
    for path in ("changelist", "change", "history"):
        parts = [] if path == "changelist" else [letter.pk]
        page = admin_browser.get(reverse(f"admin:questions_letter_{path}", args=parts))
        assert f"#{letter.contact_id}" in page.text
        assert ASKER not in page.text
    found = admin_browser.get(reverse("admin:questions_letter_changelist"), {"q": ASKER})
    assert found.context["cl"].result_count == 0


def test_failed_letters_are_on_the_first_page_of_moderation(admin_browser):
    make_letter()
    for count in (0, 1):
        work = work_on_first_page(admin_browser)
        failed = next(one for one in work if "questions/letter" in one.address)
        assert failed.count == count
        make_letter(status="failed")
    assert admin_browser.get(failed.address).context["cl"].result_count == 2


def test_failed_letter_is_sent_again_by_a_moderator(admin_browser):
    letter = make_letter(status="failed", attempts=8, last_error="TimeoutError")
    address = reverse("admin:questions_letter_change", args=[letter.pk])
    admin_browser.post(address, {"_send_again": "1"})
    letter.refresh_from_db()
    assert (letter.status, letter.attempts) == ("waiting", 0)
    assert letter.sent_again.endswith(" UTC, moderator\n")
    letters.send_all_due()
    assert mail.outbox[0].extra_headers["Message-ID"] == letter.message_id


def test_many_failed_letters_are_sent_again_and_others_are_named(admin_browser):
    failed, sent = make_letter(status="failed"), make_letter(status="sent", sent_at=timezone.now())
    page = admin_browser.post(
        reverse("admin:questions_letter_changelist"),
        {"action": "send_selected_again", "_selected_action": [failed.pk, sent.pk]},
        follow=True,
    )
    assert "Only a letter that has failed can be sent again." in page.text
    assert list(Letter.objects.order_by("pk").values_list("status", flat=True)) == [
        "waiting",
        "sent",
    ]


def test_only_a_failed_letter_can_be_sent_again():
    with pytest.raises(ValidationError):
        make_letter().send_again(by="moderator")


# Without a mail server


def test_without_a_mail_server_a_letter_is_a_file_for_this_account_alone(settings, tmp_path):
    settings.EMAIL_BACKEND = "askdoctor.mail.FolderBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    letter = make_letter()
    letters.send_all_due()
    (file,) = settings.EMAIL_FILE_PATH.iterdir()
    assert file.name == f"{letter.message_id.strip('<>')}.eml"
    assert settings.EMAIL_FILE_PATH.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert (message["To"], message["Message-ID"]) == (ASKER, letter.message_id)


@pytest.mark.parametrize(("status", "is_shown"), [("waiting", True), ("sent", False)])
def test_next_attempt_stands_where_there_will_be_one(admin_browser, status, is_shown):
    due_at = timezone.now() + timedelta(days=400)  # in a year that stands nowhere else on the page
    sent_at = timezone.now() if status == "sent" else None
    letter = make_letter(status=status, sent_at=sent_at, due_at=due_at)
    page = admin_browser.get(reverse("admin:questions_letter_change", args=[letter.pk]))
    assert (str(due_at.year) in page.text) is is_shown
