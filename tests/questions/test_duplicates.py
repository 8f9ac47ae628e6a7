"""Questions that ask the same: answered in one place, and everyone hears of it."""

import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askdoctor.worker import refresh_all_due as work_all
from questions import actions, letters
from questions.models import IllegalChange, Letter, Question
from tests.factories import make_question, make_specialty
from tests.questions.test_moderation import press

pytestmark = pytest.mark.django_db


def asked(status="pending", *, email="asker@example.org", **fields) -> Question:
    contact = {"submission": uuid.uuid4(), "email": email}
    return make_question(status=status, contact=contact, **fields)


def letters_of(question: Question) -> list[str]:
    kinds = Letter.objects.filter(contact__question=question).order_by("pk")
    return list(kinds.values_list("kind", flat=True))


def ticket_of(question: Question) -> str:
    return Client().get(question.contact.get_absolute_url()).content.decode()


def test_ticket_of_a_duplicate_leads_to_the_answer_and_its_letters_come(doctor, moderator):
    target, duplicate = asked("open"), asked()
    actions.mark_duplicate(question=duplicate, target=target, by=moderator)
    assert letters_of(duplicate) == []
    assert "Somebody asked the same" in ticket_of(duplicate)
    assert "answered by an existing answer" not in ticket_of(duplicate)
    assert target.title not in ticket_of(duplicate)
    actions.claim_question(question=target, by=doctor)
    actions.publish_reply(
        question=target, by=doctor, text="Wait.", explanation="", summary="", tags=[]
    )
    assert letters_of(duplicate) == ["answered"]
    target.refresh_from_db()
    assert target.get_absolute_url() in ticket_of(duplicate)
    letters.send_all_due()
    assert Letter.objects.get(contact__question=duplicate).status == "sent"
    assert "Question and reply are public" not in mail.outbox[-1].body
    assert "Your question itself was not made public" in mail.outbox[-1].body
    actions.retract_question(question=target, by=moderator, reason="It was wrong.")
    assert letters_of(duplicate) == ["answered", "retracted"]
    ticket = ticket_of(duplicate)
    assert "It was wrong." in ticket
    assert "The answer was taken off the site" in ticket
    assert "you find the link here" not in ticket


def test_letters_of_a_duplicate_go_to_who_asked_it_with_their_own_ticket(moderator):
    target = asked("published", email="first@example.org")
    duplicate = asked(email="second@example.org")
    actions.mark_duplicate(question=duplicate, target=target, by=moderator)
    letters.send_all_due()
    [letter] = mail.outbox
    assert letter.recipients() == ["second@example.org"]
    assert duplicate.contact.ticket in letter.body
    assert target.contact.ticket not in str(letter.message())


def test_duplicate_of_a_public_answer_is_told_at_once(moderator):
    target, duplicate = make_question(), asked()
    actions.mark_duplicate(question=duplicate, target=target, by=moderator)
    assert letters_of(duplicate) == ["answered"]


def test_each_admin_page_shows_the_other(client, moderator):
    target, duplicate = asked("open"), asked()
    client.force_login(moderator)
    bulk = reverse("admin:questions_question_bulk", args=["duplicate"])
    page = f"{bulk}?ids={duplicate.pk}"
    named = client.post(page, {"other": f"#{target.pk}"})
    assert target.title in named.context["to_confirm"]  # and nothing is done yet
    assert Question.objects.get(pk=duplicate.pk).status == "pending"
    other = {"other": f"#{target.pk}", "confirmed": duplicate.pk}
    assert client.post(page, other).status_code == 200
    done = client.post(page, other | {"confirmed": target.pk}, follow=True)
    [message] = done.context["messages"]
    assert str(message) == f"The same as #{target.pk} now: #{duplicate.pk}."
    for one, other in ((target, duplicate), (duplicate, target)):
        page = client.get(reverse("admin:questions_question_change", args=[one.pk]))
        link = reverse("admin:questions_question_change", args=[other.pk])
        assert f'<a href="{link}">' in page.content.decode()
    row = duplicate.history.latest()
    assert (row.status, row.duplicate_of_id, row.history_user) == ("resolved", target.pk, moderator)


def test_close_questions_are_offered_as_what_it_is_the_same_as(client, moderator):
    words = {"title": "Nosebleed after a fall from the swing", "body": "Blood from the nose."}
    answered, waiting = make_question(**words), asked("open", **words)
    make_question(title="Verruca on the heel", body="A wart.")
    work_all()
    question = asked(**words)
    client.force_login(moderator)
    bulk = reverse("admin:questions_question_bulk", args=["duplicate"])
    form = client.get(f"{bulk}?ids={question.pk}").context["form"]
    offered = [value for value, _label in form.fields["target"].choices]
    assert offered == [answered.pk, waiting.pk, ""]
    change = client.get(reverse("admin:questions_question_change", args=[question.pk])).text
    link = f"{bulk}?ids={question.pk}&amp;target={answered.pk}"
    assert link in change
    form = client.get(link.replace("&amp;", "&")).context["form"]
    assert str(form["target"].value()) == str(answered.pk)
    page = f"{bulk}?ids={question.pk},{waiting.pk}"  # one of several that stays
    client.post(page, {"target": waiting.pk, "confirmed": waiting.pk})
    question.refresh_from_db()
    waiting.refresh_from_db()
    assert (question.duplicate_of, waiting.status) == (waiting, "open")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Choose a question, or write its number."),
        ({"other": "#0"}, "There is no question #0."),
        ({"other": "itself"}, "A question cannot be the same as itself."),
        ({"other": "declined"}, "will not be answered"),
    ],
)
def test_wrong_targets_are_told_before_anything_is_done(client, moderator, fields, sentence):
    question = asked()
    numbers = {"itself": question.pk, "declined": make_question(status="declined").pk}
    fields = {name: numbers.get(value, value) for name, value in fields.items()}
    client.force_login(moderator)
    bulk = reverse("admin:questions_question_bulk", args=["duplicate"])
    page = client.post(f"{bulk}?ids={question.pk}", fields)
    assert sentence in " ".join(page.context["form"].errors["other"])


def test_pointing_goes_one_step_only(moderator):
    first, second, third = asked("open"), asked("open"), asked("open")
    actions.mark_duplicate(question=third, target=second, by=moderator)
    actions.mark_duplicate(question=second, target=first, by=moderator)
    third.refresh_from_db()
    assert third.duplicate_of == first
    fourth = asked()
    actions.mark_duplicate(question=fourth, target=second, by=moderator)
    fourth.refresh_from_db()
    assert fourth.duplicate_of == first


def test_question_cannot_be_the_same_as_itself(moderator):
    question, duplicate = asked("open"), asked()
    with pytest.raises(ValidationError):
        actions.mark_duplicate(question=question, target=question, by=moderator)
    actions.mark_duplicate(question=duplicate, target=question, by=moderator)
    duplicate.refresh_from_db()
    with pytest.raises(ValidationError):
        actions.mark_duplicate(question=question, target=duplicate, by=moderator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=question.pk).update(duplicate_of=question.pk, status="resolved")


@pytest.mark.parametrize("status", ["declined", "withdrawn", "retracted"])
def test_nothing_points_to_what_will_not_be_answered(moderator, status):
    with pytest.raises(ValidationError):
        actions.mark_duplicate(question=asked(), target=asked(status), by=moderator)


@pytest.mark.parametrize("status", ["claimed", "published", "withdrawn"])
def test_what_is_beyond_it_cannot_be_a_duplicate(moderator, status):
    with pytest.raises(IllegalChange):
        actions.mark_duplicate(question=asked(status), target=asked("open"), by=moderator)


def test_open_question_cannot_point_in_the_database(moderator):
    question, target = asked("open"), asked("open")
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=question.pk).update(duplicate_of=target)


@pytest.mark.parametrize("end", ["declined", "withdrawn"])
def test_duplicates_are_on_their_own_when_their_target_ends(moderator, end):
    target, duplicate = asked("open"), asked()
    actions.mark_duplicate(question=duplicate, target=target, by=moderator)
    if end == "declined":
        actions.decline_question(question=target, by=moderator, reason="unclear")
    else:
        actions.withdraw_question(question=target)
    duplicate.refresh_from_db()
    assert (duplicate.status, duplicate.duplicate_of) == ("pending", None)


def test_not_the_same_after_all(client, moderator):
    target, duplicate = asked("open"), asked()
    actions.mark_duplicate(question=duplicate, target=target, by=moderator)
    client.force_login(moderator)
    press(client, Question.objects.get(pk=duplicate.pk), "_not_duplicate")
    duplicate.refresh_from_db()
    assert (duplicate.status, duplicate.duplicate_of) == ("pending", None)
    assert "a moderator reads yours again" in ticket_of(duplicate)


def test_rerouting_keeps_the_tags(client, moderator):
    question = asked("open", tags=["fever", "rash"])
    other = make_specialty("cardiology")
    client.force_login(moderator)
    bulk = reverse("admin:questions_question_bulk", args=["specialty"])
    client.post(f"{bulk}?ids={question.pk}", {"specialty": other.pk})
    question.refresh_from_db()
    assert question.specialty == other
    assert set(question.tags.names()) == {"fever", "rash"}


def test_duplicates_are_on_their_own_when_details_do_not_come(moderator, doctor):
    target, duplicate = asked("claimed", doctor=doctor), asked()
    actions.mark_duplicate(question=duplicate, target=target, by=moderator)
    asked_at = timezone.now()
    actions.ask_for_details(question=target, by=doctor, text="Since when?", now=asked_at)
    for days in (3, 14):
        actions.keep_time(now=asked_at + timedelta(days=days, minutes=1))
    duplicate.refresh_from_db()
    target.refresh_from_db()
    assert (target.status, target.decline_reason) == ("declined", "no_details")
    assert (duplicate.status, duplicate.duplicate_of) == ("pending", None)


def test_duplicate_is_led_to_the_answer_its_target_was_pointed_to(client, moderator, doctor):
    answer = make_question()
    target, duplicate = asked("claimed", doctor=doctor), asked()
    actions.mark_duplicate(question=duplicate, target=target, by=moderator)
    actions.point_to_answer(question=target, by=doctor, target=answer, note="Karmesin fits.")
    letter = Letter.objects.get(contact=duplicate.contact, kind="resolved")
    assert letter.is_wanted
    text = letters.message_of(letter).body
    assert f"/questions/{answer.pk}/" in text
    assert "Somebody asked the same as you" in text
    page = client.get(duplicate.contact.get_absolute_url()).text
    assert answer.get_absolute_url() in page
    for told in (page, text, letters.message_of(letter).alternatives[0].content):
        assert "Karmesin" not in told, "a line to whoever asked the other question"
        assert "From the doctor" not in told
    actions.retract_question(question=answer, by=moderator, reason="It was not safe.")
    assert not Letter.objects.get(pk=letter.pk).is_wanted
    assert Letter.objects.get(contact=duplicate.contact, kind="retracted").is_wanted


@pytest.mark.parametrize("way", ["duplicate_of", "resolved_by"])
def test_whom_a_withdrawn_answer_was_for_as_well_is_told_and_waits_again(client, moderator, way):
    target, other = asked("published"), asked("resolved", **{way: make_question()})
    Question.objects.filter(pk=other.pk).update(**{way: target})
    actions.withdraw_question(question=target)
    other.refresh_from_db()
    assert (other.status, other.duplicate_of, other.resolved_by) == ("pending", None, None)
    assert letters_of(other) == ["retracted"]
    assert not letters_of(target)
    letters.send_all_due()
    assert (
        mail.outbox[0].subject == f"The answer to your question #{other.pk} was taken off the site"
    )
    assert "a moderator reads yours again" in ticket_of(other)
    client.force_login(moderator)
    queue = client.get(reverse("admin:questions_question_changelist") + "?status=pending")
    assert list(queue.context["cl"].result_list) == [other]


def test_withdrawn_without_an_answer_tells_nobody_that_one_is_gone(moderator):
    target, other = asked("open"), asked()
    actions.mark_duplicate(question=other, target=target, by=moderator)
    actions.withdraw_question(question=target)
    assert letters_of(other) == []


def test_question_is_resolved_in_one_place_in_the_database(moderator):
    target, duplicate = asked("open"), asked()
    actions.mark_duplicate(question=duplicate, target=target, by=moderator)
    other = make_question()
    for values in ({"resolved_by": other}, {"duplicate_of": None}, {"resolved_note": "A line."}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Question.objects.filter(pk=duplicate.pk).update(**values)
