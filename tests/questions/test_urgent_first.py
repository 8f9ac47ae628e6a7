"""What may be an emergency stands on top of whatever list it waits in, and somebody is told."""

import logging
import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from askdoctor.tasks import send_letters
from doctors.letters import send_all_due, write_urgent_letters
from doctors.models import StaffLetter
from questions import actions
from questions.models import Question
from questions.models.question_queryset import WAITING
from tests.factories import make_letter, make_question, make_user

pytestmark = pytest.mark.django_db


def ordinary_and_urgent(status="open", **fields) -> list[Question]:
    """Two that wait: whatever happens to them, happens to the urgent one later."""
    return [make_question(status=status, is_urgent=urgent, **fields) for urgent in (False, True)]


def titles(rows) -> list[str]:
    return [getattr(row, "question", row).title for row in rows]


def shown(browser, name: str) -> list[bool]:
    """A list of the desk from the top down: whether each is urgent."""
    rows = browser.get(reverse("desk")).context[name]
    return [getattr(row, "question", row).is_urgent for row in rows]


def claim(question: Question, doctor, **when) -> Question:
    actions.claim_question(question=question, by=doctor, **when)
    return question


def send_to_reader(question: Question, doctor) -> None:
    claim(question, doctor)
    actions.publish_reply(question=question, by=doctor, text="Give 5 ml.", explanation="")


def test_of_what_a_doctor_holds(desk, doctor):
    for question in ordinary_and_urgent():
        claim(question, doctor)
    assert shown(desk, "held") == [True, False]


def test_of_what_moderators_sent(desk, doctor, moderator):
    for question in ordinary_and_urgent("pending"):
        actions.return_to_doctor(question=question, by=moderator, doctor=doctor, note="For you.")
    assert shown(desk, "returned") == [True, False]


def test_of_what_was_handed_over(desk, doctor, other_doctor):
    other = other_doctor.other_specialties.create(name="Skin", slug="skin")
    for question in ordinary_and_urgent(specialty=other):
        claim(question, other_doctor)
        words = {"specialty": doctor.specialty, "note": "Yours."}
        actions.hand_over_question(question=question, by=other_doctor, **words)
    assert shown(desk, "waiting") == [True, False]


def test_of_what_askers_were_asked(desk, doctor):
    for question in ordinary_and_urgent():
        claim(question, doctor)
        actions.ask_for_details(question=question, by=doctor, text="Since when?")
    assert shown(desk, "asked") == [True, False]


def test_of_drafts_though_the_latest_comes_first(desk, doctor):
    for question in reversed(ordinary_and_urgent()):
        claim(question, doctor)
        actions.save_draft(question=question, by=doctor, text="Begun.", explanation="")
        actions.release_question(question=question, by=doctor)
    assert shown(desk, "drafts") == [True, False]


def test_of_what_a_second_doctor_has(desk, doctor):
    for question in ordinary_and_urgent():
        send_to_reader(question, doctor)
    assert shown(desk, "sent") == [True, False]


def test_of_what_a_second_doctor_reads(desk, doctor, other_doctor):
    for question in ordinary_and_urgent(title="Read me"):
        send_to_reader(question, other_doctor)
    page = desk.get(reverse("desk_readings"))
    assert [reply.question.is_urgent for reply in page.context["waiting"]] == [True, False]
    assert page.text.count('<span class="chip late">urgent</span>') == 1


def test_a_correction_below_an_answer_is_urgent_no_more(desk, other_doctor):
    """Somebody who waits for the first answer comes before it."""
    answered = make_question(doctor=other_doctor, is_urgent=True, title="Answered")
    words = {"text": "Give 5 ml.", "explanation": "", "what": "The dose.", "why": "Forgotten."}
    actions.correct_reply(reply=answered.replies.get(), by=other_doctor, **words)
    for question in ordinary_and_urgent(title="Waiting"):
        send_to_reader(question, other_doctor)
    page = desk.get(reverse("desk_readings"))
    assert titles(page.context["waiting"]) == ["Waiting", "Answered", "Waiting"]


@pytest.mark.parametrize("query", [*(f"status={status}" for status in WAITING), "age=late"])
def test_of_moderators_lists_of_questions(client, moderator, doctor, query):
    status = query.removeprefix("status=") if "status" in query else "open"
    for question in ordinary_and_urgent(status, doctor=doctor):
        late = timezone.now() - timedelta(days=9 if question.is_urgent else 10)
        Question.objects.filter(pk=question.pk).update(asked_at=late)
    client.force_login(moderator)
    listed = client.get(reverse("admin:questions_question_changelist") + f"?{query}")
    assert [row.is_urgent for row in listed.context["cl"].result_list] == [True, False]


def test_of_details_that_were_added(client, moderator):
    for question in ordinary_and_urgent():
        words = {"text": "More.", "submission": uuid.uuid4()}
        question.additions.create(came_after_check=True, **words)
    client.force_login(moderator)
    address = reverse("admin:questions_addition_changelist") + "?read_at__isempty=1"
    listed = client.get(address)
    assert [row.question.is_urgent for row in listed.context["cl"].result_list] == [True, False]
    assert listed.text.count('<strong class="late">urgent</strong>') == 1


def test_of_replies_that_wait_on_moderators_pages(client, moderator, doctor):
    for question in ordinary_and_urgent():
        send_to_reader(question, doctor)
    client.force_login(moderator)
    listed = client.get(reverse("admin:questions_reply_changelist") + "?review=reading")
    assert [row.question.is_urgent for row in listed.context["cl"].result_list] == [True, False]
    assert listed.text.count('<strong class="late">urgent</strong>') == 1


def test_what_an_urgent_question_is_the_same_as_is_urgent(moderator):
    target, urgent = make_question(status="open"), make_question(status="pending")
    Question.objects.filter(pk=urgent.pk).update(is_urgent=True, urgent_signs=["swallowed"])
    urgent.refresh_from_db()
    actions.mark_duplicate(question=urgent, target=target, by=moderator)
    target.refresh_from_db()
    assert (target.is_urgent, target.urgent_signs) == (True, ["swallowed"])
    assert target.history.latest().history_user == moderator


# Who is told


def told() -> set[str]:
    write_urgent_letters()
    send_all_due()
    return {address for message in mail.outbox for address in message.to}


def test_moderators_and_superusers_are_told(moderator):
    moderator.email = "moderator@example.org"
    moderator.save()
    make_user(email="root@example.org", is_superuser=True, is_staff=True)
    make_user(email="gone@example.org", is_superuser=True, is_staff=True, is_active=False)
    make_user(email="other@example.org", is_superuser=True)
    make_user(email="clerk@example.org", is_staff=True)
    assert told() == {"moderator@example.org", "root@example.org"}


NOBODY = "Nobody is told by e-mail"


def test_that_nobody_can_be_told_is_said_aloud(client, moderator, caplog, capsys):
    with caplog.at_level(logging.ERROR):
        assert told() == set()
    assert "nobody is told" in caplog.text
    call_command("worker", status=True)
    assert "told by e-mail of an urgent question: 0 people" in capsys.readouterr().out
    client.force_login(moderator)
    assert NOBODY in client.get(reverse("admin:index")).text
    moderator.email = "moderator@example.org"
    moderator.save()
    assert NOBODY not in client.get(reverse("admin:index")).text
    call_command("worker", status=True)
    assert "told by e-mail of an urgent question: 1 people" in capsys.readouterr().out


def test_letter_about_it_goes_out_before_those_to_askers(moderator):
    moderator.email = "moderator@example.org"
    moderator.save()
    make_letter()
    write_urgent_letters()
    send_letters.call()
    assert [message.to for message in mail.outbox] == [
        ["moderator@example.org"],
        ["asker@example.org"],
    ]
    assert StaffLetter.objects.get().status == "sent"
