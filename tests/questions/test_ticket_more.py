"""What askers do from their ticket: add details, ask on, take their data, delete their address."""

import json
import re
import uuid
from threading import Barrier, Thread

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from askdoctor.worker import refresh_all_due
from questions.actions import (
    add_details,
    answer_details,
    approve_reply,
    ask_for_details,
    claim_question,
    correct_reply,
    decline_question,
    erase_asker,
    hand_over_question,
    publish_reply,
    retract_question,
    return_to_doctor,
    send_back_reply,
    version_of,
    withdraw_question,
)
from questions.models import (
    Addition,
    Contact,
    DeskNote,
    IllegalChange,
    Letter,
    Question,
    Reply,
    SearchWord,
)
from tests.database import everything_stored
from tests.factories import make_attachment, make_doctor, make_question, make_specialty
from tests.first_page import work_on_first_page
from tests.questions.test_audit import end_of_transaction
from tests.questions.test_letters import ASKER, make_asked, publish
from tests.questions.test_moderation import press

pytestmark = pytest.mark.django_db


def path(question: Question, name: str) -> str:
    return f"{question.contact.get_absolute_url()}{name}/"


def key() -> dict:
    return {"submission": str(uuid.uuid4())}


# Details


@pytest.mark.parametrize("status", ["pending", "open", "claimed"])
def test_details_added_are_on_the_ticket_and_before_moderators_and_doctors(
    client, moderator, doctor, status
):
    question = make_asked(status=status, doctor=doctor)
    answer = client.post(path(question, "details"), {"text": "<b>Fever</b> at noon", **key()})
    assert answer.url == question.contact.get_absolute_url() + "#additions"
    assert "&lt;b&gt;Fever&lt;/b&gt; at noon" in client.get(answer.url).text
    question.refresh_from_db()
    assert question.status == status
    client.force_login(moderator)
    assert "Fever" in client.get(f"/admin/questions/question/{question.pk}/change/").text
    if status != "pending":
        client.force_login(doctor.user)
        assert "Fever" in client.get(f"/desk/questions/{question.pk}/").text


def test_buttons_of_the_details_say_what_is_sent_and_where_back_leads(client):
    """No step of a row of steps, as "Back" is where one asks."""
    question = make_asked(status="open")
    page = client.get(path(question, "details")).text
    actions = page.split('<div class="row actions">')[1].split("</div>")[0]
    assert '<button class="btn btn-primary">Send the details</button>' in actions
    assert f'href="{question.contact.get_absolute_url()}">Back to your question</a>' in actions


def test_what_may_identify_somebody_in_details_stands_under_the_name_of_its_field(client):
    question = make_asked(status="open")
    page = client.post(path(question, "details"), {"text": "Call 0912-345-678", **key()}).text
    assert '<p class="eyebrow">What would you like to add? – telephone number</p>' in page


def test_details_never_become_public(client, doctor):
    question = make_asked(status="open")
    add_details(question=question, text="Zinnober", submission=uuid.uuid4())
    publish(question, doctor)
    question.refresh_from_db()
    assert "Zinnober" not in client.get(question.get_absolute_url()).text
    assert not Question.objects.get(pk=question.pk).body.count("Zinnober")


def test_details_pressed_twice_are_added_once(client):
    question, typed = make_asked(status="open"), {"text": "Fever", **key()}
    for _ in range(2):
        client.post(path(question, "details"), typed)
    assert question.additions.count() == 1


def test_asked_for_details_the_answer_goes_to_the_doctor_who_asked(client):
    question = make_asked(status="needs_details")
    page = client.post(path(question, "details"), {"text": "Fever", **key()})
    assert page.status_code == 200 and "Fever" in page.text
    question.refresh_from_db()
    assert question.status == "needs_details"
    assert not question.additions.exists()


def test_details_that_come_too_late_are_refused_and_stay_in_the_form(client, moderator):
    question = make_asked(status="pending")
    decline_question(question=question, by=moderator, reason="unclear")
    page = client.post(path(question, "details"), {"text": "Fever since noon", **key()})
    assert "Nothing can be added to this question any more." in page.text
    assert "Fever since noon" in page.text
    assert not Addition.objects.exists()


@pytest.mark.parametrize("text", ["", " ", "…", "x" * 5_001])
def test_details_that_are_none_or_too_long_are_refused(client, text):
    question = make_asked(status="open")
    page = client.post(path(question, "details"), {"text": text, **key()})
    assert page.status_code == 200
    assert 'href="#id_text"' in page.text
    assert not Addition.objects.exists()


def test_sixth_addition_is_refused_with_a_sentence(client):
    question = make_asked(status="open")
    for _ in range(6):
        page = client.post(path(question, "details"), {"text": "Fever", **key()})
    assert "more do not fit" in page.text
    assert question.additions.count() == 5


def test_key_of_another_question_does_not_hide_details(client):
    one, other, typed = make_asked(status="open"), make_asked(status="open"), key()
    client.post(path(one, "details"), {"text": "Fever", **typed})
    with pytest.raises(IntegrityError), transaction.atomic():
        client.post(path(other, "details"), {"text": "Rash", **typed})
    assert not other.additions.exists()


def test_details_added_later_are_on_the_first_page_until_read(client, moderator):
    question = make_asked(status="open")
    added = add_details(question=question, text="Fever", submission=uuid.uuid4())
    add_details(question=make_asked(status="pending"), text="Rash", submission=uuid.uuid4())
    client.force_login(moderator)
    later = next(one for one in work_on_first_page(client) if "addition" in one.address)
    assert later.count == client.get(later.address).context["cl"].result_count == 1
    client.post(f"/admin/questions/addition/{added.pk}/change/", {"_read": "1"})
    added.refresh_from_db()
    assert added.read_by == moderator
    later = next(one for one in work_on_first_page(client) if "addition" in one.address)
    assert later.count == 0


def test_database_refuses_empty_and_half_read_details(moderator):
    question = make_asked(status="open")
    for wrong in ({"text": ""}, {"text": "a", "read_by": moderator}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Addition.objects.create(
                question=question, submission=uuid.uuid4(), came_after_check=True, **wrong
            )


# A follow-up


def ask_on(client, question, **typed):
    typed = {"title": "And after a second fever?", "body": "", **key(), **typed}
    return client.post(path(question, "follow-up"), typed)


def test_follow_up_goes_the_way_of_any_question_and_is_linked_both_ways(client, moderator, doctor):
    first = make_asked(asker_name="Elsa")
    answer = ask_on(client, first)
    second = Question.objects.get(follow_up_of=first)
    assert answer.url == second.contact.get_absolute_url()
    assert (second.status, second.asker_name, second.age_band) == ("pending", "Elsa", "3-11m")
    assert second.contact.email == ASKER
    assert Letter.objects.get().contact == second.contact
    assert second.title not in client.get(first.get_absolute_url()).text
    second.approve(by=moderator)
    publish(second, doctor)
    second.refresh_from_db()
    for one, other in ((first, second), (second, first)):
        page = client.get(one.get_absolute_url()).text
        assert f'href="{other.get_absolute_url()}"' in page


def test_link_to_a_follow_up_leaves_with_it(client):
    first = make_asked()
    second = make_question(follow_up_of=first)
    assert second.title in client.get(first.get_absolute_url()).text
    retract_question(question=second, by=None, reason="It was not safe.")
    assert second.title not in client.get(first.get_absolute_url()).text
    second.examine()
    Question.objects.filter(pk=second.pk).update(status="published")
    Question.objects.filter(pk=first.pk).update(status="withdrawn")
    assert first.title not in client.get(second.get_absolute_url()).text


def test_follow_up_pressed_twice_is_one_and_a_second_is_not_offered(client):
    first, typed = make_asked(), key()
    answers = {ask_on(client, first, **typed).url for _ in range(2)}
    answers.add(ask_on(client, first, title="Something else").url)
    assert len(answers) == 1
    assert Question.objects.filter(follow_up_of=first).count() == 1
    assert "Ask one follow-up question" not in client.get(first.contact.get_absolute_url()).text


@pytest.mark.django_db(transaction=True)
def test_two_follow_ups_at_the_same_moment_are_one(client):
    first, barrier, answers = make_asked(), Barrier(4), []

    def send():
        barrier.wait()
        answers.append(ask_on(client.__class__(), first).status_code)
        connection.close()

    threads = [Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [302] * 4
    assert Question.objects.filter(follow_up_of=first).count() == 1


def test_no_follow_up_of_a_follow_up_or_of_what_is_not_answered(client):
    first = make_asked()
    second = make_asked(follow_up_of=first)
    for question in (second, make_asked(status="open")):
        page = ask_on(client, question, title="Third")
        assert "A follow-up can be asked once" in page.text
        assert "Third" in page.text
    assert Question.objects.count() == 3


def test_database_allows_one_follow_up_and_none_of_itself():
    first = make_question(follow_up_of=None)
    make_question(follow_up_of=first)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_question(follow_up_of=first)
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=first.pk).update(follow_up_of=first)


# Data and address


def test_data_of_a_question_has_what_its_asker_gave_and_got(client, moderator):
    question = make_asked(status="pending", title="皮疹", asker_name="Elsa")
    question.approve(by=moderator)
    add_details(question=question, text="Fever", submission=uuid.uuid4())
    Letter.objects.create(contact=question.contact, kind="received", language="en")
    answer = client.get(path(question, "data"))
    assert f'filename="question-{question.pk}.json"' in answer["Content-Disposition"]
    assert "皮疹" in answer.text
    assert "no-store" in answer["Cache-Control"]
    data = json.loads(answer.text)
    assert data["question"]["asker_name"] == "Elsa"
    assert [one["status"] for one in data["question"]["changes"]] == ["pending", "open"]
    assert data["details_added"][0]["text"] == "Fever"
    assert data["contact"]["email"] == ASKER
    assert data["contact"]["code"] == question.contact.printed_code
    assert data["letters"][0]["kind"] == "received"


def test_data_of_a_question_has_what_the_doctor_wrote_to_the_asker_and_the_signs_seen_in_it(client):
    answered, same = make_question(), make_question()
    note = {"resolved_by": answered, "resolved_note": "It is the same rash."}
    pointed = make_asked(status="resolved", **note)
    question = json.loads(client.get(path(pointed, "data")).text)["question"]
    assert question["answered_by_note"] == "It is the same rash."
    assert (question["answered_by"], question["duplicate_of"]) == (answered.pk, None)
    assert question["is_urgent"] is False
    signs = {"is_urgent": True, "urgent_signs": ["breathing"]}
    twice = make_asked(status="resolved", duplicate_of=same, **signs)
    question = json.loads(client.get(path(twice, "data")).text)["question"]
    assert question["duplicate_of"] == same.pk  # which is public; another's number is not told
    assert (question["is_urgent"], question["urgent_signs"]) == (True, ["breathing"])


def test_data_of_a_question_says_nothing_before_its_doctor_does(client, doctor):
    question = make_asked(status="claimed", doctor=doctor, tags=["a grave illness"])
    Question.objects.filter(pk=question.pk).update(summary="A grave thing.")
    assert "grave" not in client.get(path(question, "data")).text


def test_address_is_deleted_by_the_button_alone_with_letters_that_wait(client):
    question = make_asked(status="open")
    Letter.objects.create(contact=question.contact, kind="received", language="en")
    assert client.get(path(question, "e-mail")).status_code == 200
    assert Contact.objects.get().email == ASKER
    client.post(path(question, "e-mail"))
    assert Contact.objects.get().email == ""
    assert not Letter.objects.exists()
    question.refresh_from_db()
    assert question.status == "open"
    assert "Delete my e-mail address" not in client.get(question.contact.get_absolute_url()).text


# Forgotten


def test_asker_is_forgotten_in_every_table_and_the_answer_stays(client, moderator):
    question = make_asked(asker_name="Zinnober", email="karmesin@example.org")
    follow_up = make_asked(status="open", follow_up_of=question, asker_name="Zinnober")
    add_details(question=follow_up, text="Purpur", submission=uuid.uuid4())
    Letter.objects.create(contact=question.contact, kind="answered", language="en")
    sealed = question.contact.sealed_email
    traces = ["Zinnober", sealed, "Purpur", question.contact.ticket, question.contact.code]
    before = everything_stored()
    assert all(trace in before for trace in traces)
    ticket = question.contact.get_absolute_url()
    client.force_login(moderator)
    client.post(f"/admin/questions/question/bulk/forget/?ids={question.pk}")
    after = everything_stored()
    assert not [trace for trace in traces if trace in after]
    assert "A short reply." in client.get(question.get_absolute_url()).text
    assert client.get(ticket).status_code == 404
    assert question.history.latest().history_user == moderator


def test_words_of_an_erased_asker_are_in_no_table_but_what_readers_see(client, moderator, doctor):
    question = make_asked(
        status="pending", title="About Zinnober", body="Zinnober, 3 Karmesin Road"
    )
    client.force_login(moderator)
    press(client, question, "_continue", body="My son")
    question.refresh_from_db()
    press(client, question, "_approve", title="A boy")
    question.refresh_from_db()
    claim_question(question=question, by=doctor)
    ask_for_details(question=question, by=doctor, text="What does Zinnober weigh?")
    answer_details(question=question, text="Zinnober weighs 12 kg")
    publish(question, doctor)
    data = client.get(path(question, "data")).json()
    assert data["details_asked"][0]["answer"] == "Zinnober weighs 12 kg"
    assert "Zinnober" in everything_stored()
    end_of_transaction()
    erase_asker(question=question, by=moderator)
    end_of_transaction()
    assert not re.search("zinnober|karmesin", everything_stored(), re.IGNORECASE)
    question.refresh_from_db()
    assert (question.title, question.body, question.status) == ("A boy", "My son", "published")
    assert client.get(question.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    "status",
    ["pending", "open", "claimed", "needs_details", "declined", "resolved", "withdrawn"],
)
def test_erased_question_without_readers_keeps_no_words_and_waits_for_nobody(
    client, moderator, status
):
    question = make_asked(status=status, title="Zinnober", body="Karmesin", summary="Purpur")
    notes = {"resolved": "resolved_note", "declined": "decline_note"}
    if status in notes:
        Question.objects.filter(pk=question.pk).update(**{notes[status]: "Zinnober"})
    same = make_asked(status="resolved", duplicate_of=question)
    end_of_transaction()
    erase_asker(question=question, by=moderator)
    end_of_transaction()
    assert not re.search("zinnober|karmesin|purpur", everything_stored(), re.IGNORECASE)
    question.refresh_from_db()
    assert question.title == "Erased question"
    assert question.status == (status if status in notes else "withdrawn")
    assert question.history.latest().history_user == moderator
    same.refresh_from_db()
    is_on_its_own = status in ("pending", "open", "claimed", "needs_details")
    assert same.status == ("pending" if is_on_its_own else "resolved")


def test_asking_before_erasing_changes_nothing(client, moderator):
    question = make_asked(asker_name="Zinnober")
    client.force_login(moderator)
    page = client.get(f"/admin/questions/question/bulk/forget/?ids={question.pk}")
    assert "Erase for ever" in page.text
    assert Question.objects.get(pk=question.pk).asker_name == "Zinnober"


def test_deleting_the_account_of_a_doctor_unsigns_nothing(client, moderator):
    doctor = make_doctor(name="Ada Gone")
    question = make_asked(status="pending")
    question.approve(by=moderator)
    publish(question, doctor)
    question.refresh_from_db()
    before = client.get(question.get_absolute_url()).text
    doctor.user.delete()
    assert "Dr. Ada Gone" in before
    assert client.get(question.get_absolute_url()).text == before
    assert Reply.objects.get().doctor_name == "Ada Gone"
    assert question.history.filter(status="published").exists()


def test_deleting_the_account_of_a_moderator_takes_nothing_from_readers(client, doctor, moderator):
    question = make_asked(status="pending")
    question.approve(by=moderator)
    publish(question, doctor)
    question.refresh_from_db()
    before = client.get(question.get_absolute_url()).text
    moderator.delete()
    assert client.get(question.get_absolute_url()).text == before


def test_erasing_one_asker_leaves_others(moderator):
    one, other = make_asked(asker_name="Ann"), make_asked(asker_name="Bea")
    erase_asker(question=one, by=moderator)
    assert Question.objects.get(pk=other.pk).asker_name == "Bea"
    assert Contact.objects.get().question == other


def test_details_of_a_question_published_meanwhile_are_refused(doctor):
    question = make_asked(status="claimed", doctor=doctor)
    publish_reply(question=question, by=doctor, text="Wait.", explanation="", summary="W", tags=[])
    with pytest.raises(IllegalChange):
        add_details(question=question, text="Fever", submission=uuid.uuid4())


def test_notes_and_what_nobody_has_read_go_with_the_asker_and_replies_stay(moderator, doctor):
    surgery = make_specialty("surgery")
    surgeon, reader = make_doctor(specialty=surgery), make_doctor(specialty=surgery)
    question, waiting = make_asked(status="open"), make_asked(status="open")
    for one in (question, waiting):
        claim_question(question=one, by=doctor)
        hand_over_question(question=one, by=doctor, specialty=surgery, note="Zinnober asks again")
        one.refresh_from_db()
        return_to_doctor(question=one, by=moderator, doctor=surgeon, note="Karmesin Road")
        claim_question(question=one, by=surgeon)
        text = {"text": "Give Zinnober 5 ml.", "explanation": "Purpur"}
        publish_reply(question=one, by=surgeon, **text)
    reply = question.replies.get(doctor=surgeon)
    send_back_reply(reply=reply, by=reader, note="Karmesin weighs less", seen=version_of(reply))
    publish_reply(question=question, by=surgeon, text="Give 4 ml.", explanation="")
    reply.refresh_from_db()
    approve_reply(reply=reply, by=reader, seen=version_of(reply))
    end_of_transaction()
    for one in (question, waiting):
        one.refresh_from_db()
        erase_asker(question=one, by=moderator)
    end_of_transaction()
    assert not DeskNote.objects.exists()
    assert "Karmesin" not in everything_stored()
    assert question.replies.get(doctor=surgeon).text == "Give 4 ml."
    waiting.refresh_from_db()
    assert (waiting.replies.get(doctor=surgeon).status, waiting.status) == ("draft", "withdrawn")
    words = Reply.history.filter(question=waiting).values_list("text", "explanation")
    assert not any(text or explanation for text, explanation in words)
    assert waiting.replies.get(doctor=surgeon).text == ""


def taken_back(doctor, moderator):
    question = make_asked(title="Zinnober itches", reply="Karmesin.", doctor=doctor)
    reply = question.replies.get()
    changed = {"text": "Purpur.", "explanation": "Indigo", "what": "Umbra", "why": "Ocker"}
    source = {"title": "Sepia", "url": "https://example.org/sepia", "year": 2020}
    correct_reply(reply=reply, by=doctor, sources=[source], **changed)
    make_attachment(reply, title="Terracotta")
    end_of_transaction()
    withdraw_question(question=question)
    return question


def taken_off_and_opened_anew(doctor, moderator):
    question = taken_off = make_asked(reply="Karmesin.")
    retract_question(question=taken_off, by=moderator, reason="Wrong.")
    return_to_doctor(question=question, by=moderator, doctor=doctor, note="Anew.")
    return question


@pytest.mark.parametrize("leave", [taken_back, taken_off_and_opened_anew])
def test_replies_that_nobody_can_read_any_more_go_with_the_asker(doctor, moderator, leave):
    question = leave(doctor, moderator)
    words = re.compile(
        "zinnober|karmesin|purpur|indigo|umbra|ocker|sepia|terracotta", re.IGNORECASE
    )
    end_of_transaction()
    assert words.search(everything_stored())
    question.refresh_from_db()
    erase_asker(question=question, by=moderator)
    end_of_transaction()
    assert not words.search(everything_stored())
    reply = question.replies.get()
    assert (reply.status, reply.text, reply.explanation) == ("draft", "", "")


def test_words_that_search_has_learned_go_with_the_asker(moderator, doctor):
    question = make_asked(title="Zinnober and fever")
    make_question(title="Fever again")
    refresh_all_due()
    withdraw_question(question=question)
    end_of_transaction()
    erase_asker(question=question, by=moderator)
    refresh_all_due()
    assert not SearchWord.objects.filter(word="zinnober").exists()
    assert SearchWord.objects.filter(word="fever").exists()


def test_of_a_public_answer_nothing_stays_that_was_not_to_be_read(client, moderator, doctor):
    question = make_asked(reply="Give 50 ml.", doctor=doctor)
    reply = question.replies.get()
    for status in ("draft", "in_review"):
        with_note = {"sent_to_reader_at": timezone.now(), "needs_second_reader": True}
        values = with_note if status == "in_review" else {}
        Reply.objects.create(
            question=question, doctor=make_doctor(), status=status, text="Zinnober", **values
        )
    changed = {"text": "Give 5 ml.", "explanation": "", "what": "The dose", "why": "Ten times"}
    correct_reply(reply=reply, by=doctor, **changed)
    end_of_transaction()
    assert "Zinnober" in everything_stored()
    erase_asker(question=question, by=moderator)
    end_of_transaction()
    assert "Zinnober" not in everything_stored()
    assert "Give 50 ml." in client.get(question.get_absolute_url()).text
    assert Reply.objects.get(pk=reply.pk).waiting_correction.text == "Give 5 ml."


def test_what_a_moderator_has_read_and_noted_leaves_no_words(client, moderator, doctor):
    question = make_asked(status="claimed", doctor=doctor)
    addition = add_details(question=question, text="Zinnober", submission=uuid.uuid4())
    client.force_login(moderator)
    client.post(f"/admin/questions/addition/{addition.pk}/change/", {"_read": "1"})
    addition.refresh_from_db()
    assert addition.read_by == moderator
    assert LogEntry.objects.exists()
    Question.objects.filter(pk=question.pk).update(body="Call 0912-345-678.")
    question.refresh_from_db()
    question.settle(by=moderator, why="Karmesin said it may.")
    assert "Karmesin" in everything_stored()
    end_of_transaction()
    erase_asker(question=question, by=moderator)
    end_of_transaction()
    assert not re.search("zinnober|karmesin", everything_stored(), re.IGNORECASE)
    assert question.history.filter(history_change_reason="may stay").exists()


def test_replies_that_stay_are_read_before_the_asker_is_erased(client, moderator):
    question = make_question(reply="What Zinnober wrote.", asker_name="Zinnober")
    waiting = make_asked(status="open")
    client.force_login(moderator)
    page = client.get(f"/admin/questions/question/bulk/forget/?ids={question.pk}").text
    assert "What Zinnober wrote." in page
    assert f"/admin/questions/reply/{question.replies.get().pk}/change/" in page
    assert "notes between doctors and moderators" in page
    page = client.get(f"/admin/questions/question/bulk/forget/?ids={waiting.pk}").text
    assert "Replies that stay" not in page
