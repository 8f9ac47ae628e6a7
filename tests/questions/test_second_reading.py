"""What a second doctor reads is what becomes public, and nothing gets past them."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from questions import actions
from questions.models import Correction, CorrectionToRead, IllegalChange, Question, Reply, Tag
from questions.models.reply import months_later
from tests.factories import make_question, make_reply, make_specialty, make_user
from tests.questions.at_desk import Desk, at_desk

pytestmark = pytest.mark.django_db


def signed_in(user) -> Desk:
    return at_desk(user)


def sent(doctor, text="Give 5 ml.", **fields) -> Reply:
    """A reply of this doctor that waits for a second reader."""
    question = make_question(status="open", **fields)
    actions.claim_question(question=question, by=doctor)
    return actions.publish_reply(question=question, by=doctor, text=text, explanation="")


def sent_as_second(doctor) -> Reply:
    words = {"text": "Give 5 ml.", "explanation": "", "is_second": True}
    return actions.publish_reply(question=make_question(), by=doctor, **words)


def correct(reply, text: str) -> Correction | CorrectionToRead:
    words = {"text": text, "explanation": "", "what": "The dose.", "why": "It was wrong."}
    return actions.correct_reply(reply=reply, by=reply.doctor, **words)


def admin_address(row) -> str:
    return reverse(f"admin:questions_{row._meta.model_name}_change", args=[row.pk])


def test_dose_in_the_line_below_the_title_is_read_by_a_second_doctor(doctor):
    question = make_question(status="open")
    actions.claim_question(question=question, by=doctor)
    words = {"text": "It will pass.", "explanation": "", "summary": "Give 10 mg twice a day"}
    reply = actions.publish_reply(question=question, by=doctor, **words)
    assert reply.status == Reply.Status.IN_REVIEW


@pytest.mark.parametrize("order", ["approve", "back"])
def test_of_a_draft_no_reader_learns_that_it_is_there(doctor, other_doctor, order):
    question = make_question(status="open")
    actions.claim_question(question=question, by=doctor)
    draft = question.replies.get()
    elsewhere = make_question(specialty=make_specialty("surgery")).replies.get()
    reader = signed_in(other_doctor.user)
    answers = [
        reader.post(f"/desk/readings/{pk}/{order}/", {"note": "Why?"}, follow=True)
        for pk in (draft.pk, elsewhere.pk, 987_654)
    ]
    shown = [(answer.status_code, re.sub(r"value=.[^>]*", "", answer.text)) for answer in answers]
    assert shown[0] == shown[1] == shown[2]
    assert "does not wait for a second reader any more" in shown[0][1]


# What was read


def test_moderator_does_not_change_what_a_second_doctor_reads(doctor, moderator):
    reply = sent(doctor)
    reply.text = "Give 500 ml."
    with pytest.raises(IllegalChange):
        actions.edit_reply(reply=reply, by=moderator, changed=["text"])
    browser, page = signed_in(moderator), admin_address(reply)
    assert browser.get(page).status_code == 200
    assert browser.post(page, {"text": "Give 500 ml.", "explanation": ""}).status_code == 403
    reply.refresh_from_db()
    assert reply.text == "Give 5 ml."


def test_words_that_were_changed_in_any_way_have_to_be_read_again(doctor, other_doctor):
    reply = sent(doctor)
    seen = actions.version_of(reply)
    reply.text = "Give 500 ml."
    reply.save()
    with pytest.raises(IllegalChange):
        actions.approve_reply(reply=reply, by=other_doctor, seen=seen)
    with pytest.raises(IllegalChange):
        actions.send_back_reply(reply=reply, by=other_doctor, seen=seen, note="Less.")


# Past them


def test_nobody_reads_what_they_wrote_under_another_doctors_name(doctor, other_doctor):
    reply, writer = sent(doctor), doctor.user
    for row, user in ((doctor, make_user()), (other_doctor, writer)):
        row.user = user
        row.save()
    seen = actions.version_of(reply)
    with pytest.raises(PermissionDenied, match="Another doctor"):
        actions.approve_reply(reply=reply, by=other_doctor, seen=seen)
    with pytest.raises(PermissionDenied, match="Another doctor"):
        actions.send_back_reply(reply=reply, by=other_doctor, seen=seen, note="Less.")


@pytest.mark.parametrize("text", ["Give 50 ml, never 5 ml.", "Give 50 ml.", "Give 5 ml."])
def test_correction_that_changes_or_swaps_doses_waits_for_a_reader(doctor, text):
    reply = make_question(doctor=doctor, reply="Give 5 ml, never 50 ml.").replies.get()
    assert isinstance(correct(reply, text), CorrectionToRead)
    reply.refresh_from_db()
    assert reply.text == "Give 5 ml, never 50 ml."


def test_correction_may_take_all_doses_out(doctor):
    reply = make_question(doctor=doctor, reply="Give 5 ml, never 50 ml.").replies.get()
    assert correct(reply, "See your doctor.")


def test_correction_waits_where_every_reply_is_read(doctor):
    specialty = make_specialty()
    specialty.needs_second_reader = True
    specialty.save()
    reply = make_question(doctor=doctor, reply="Wait.", specialty=specialty).replies.get()
    assert isinstance(correct(reply, "Do not wait."), CorrectionToRead)


@pytest.mark.parametrize("text", ["Give 500 mg.", "Give 50 ml, never 5 ml.", "Wait."])
def test_moderator_changes_no_dose_under_a_doctors_name(doctor, moderator, text):
    reply = make_question(doctor=doctor, reply="Give 5 ml, never 50 ml.").replies.get()
    response = signed_in(moderator).post(admin_address(reply), {"text": text, "explanation": ""})
    assert "Doses are changed by doctors" in response.text
    changed = Reply.objects.get(pk=reply.pk)
    changed.text = text
    with pytest.raises(ValidationError):
        actions.edit_reply(reply=changed, by=moderator, changed=["text"])
    reply.refresh_from_db()
    assert reply.text == "Give 5 ml, never 50 ml."


# Nothing waits where nobody sees it


def test_question_that_is_read_keeps_a_specialty(doctor, moderator):
    question = sent(doctor).question
    fields = {"title": question.title, "body": question.body, "specialty": "", "tag_names": ""}
    fields |= {"age_band": question.age_band, "sex": question.sex, "language": "en"}
    response = signed_in(moderator).post(admin_address(question), fields)
    assert response.context["adminform"].form.errors["specialty"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=question.pk).update(specialty=None)


def test_second_reply_of_a_suspended_author_is_taken_from_the_reader(doctor, moderator):
    reply = sent_as_second(doctor)
    doctor.suspend(by=moderator)
    browser, page = signed_in(moderator), admin_address(reply.question)
    response = browser.get(page)
    assert "_unread" in {button.name for button in response.context["buttons"]}
    fields = dict(response.context["adminform"].form.initial)
    fields = {name: value for name, value in fields.items() if isinstance(value, str | int)}
    browser.post(page, fields | {"tag_names": "", "_unread": "1"})
    reply.refresh_from_db()
    assert (reply.status, reply.question.status) == ("draft", "published")


def test_how_long_it_is_its_authors_after_a_take_back_is_said_as_it_is(doctor, moderator):
    question = make_question(status="claimed", doctor=doctor)
    reply = actions.publish_reply(question=question, by=doctor, text="Give 5 ml.", explanation="")
    actions.take_back_reply(reply=reply, by=moderator)
    question.refresh_from_db()
    assert question.lease_until - question.claimed_at == Question.KEPT
    page = signed_in(doctor.user).get(reverse("desk_question", args=[question.pk])).text
    assert "at least four hours" in page
    actions.save_draft(question=question, by=doctor, text="Give 4 ml.", explanation="")
    until = question.lease_until
    question.refresh_from_db()
    assert question.lease_until == until


def test_draft_stays_in_its_doctors_list_while_another_reply_is_read(doctor, other_doctor):
    question = make_question(status="claimed", doctor=other_doctor)
    actions.save_draft(question=question, by=other_doctor, text="Mine.", explanation="")
    actions.release_question(question=question, by=other_doctor)
    actions.claim_question(question=question, by=doctor)
    actions.publish_reply(question=question, by=doctor, text="Give 5 ml.", explanation="")
    drafts = signed_in(other_doctor.user).get(reverse("desk")).context["drafts"]
    assert [draft.text for draft in drafts] == ["Mine."]


def test_saving_does_not_shorten_the_time_for_a_reply_that_was_sent_back(doctor, other_doctor):
    reply = sent(doctor)
    seen = actions.version_of(reply)
    actions.send_back_reply(reply=reply, by=other_doctor, note="Less.", seen=seen)
    question = Question.objects.get(pk=reply.question_id)
    until = question.lease_until
    actions.save_draft(question=question, by=doctor, text="Give 2 ml.", explanation="")
    question.refresh_from_db()
    assert question.lease_until == until
    assert until > timezone.now() + timedelta(hours=23)


# What was typed


def test_other_words_from_an_old_page_come_back_while_the_reply_is_read(doctor):
    reply = sent(doctor)
    browser = signed_in(doctor.user)
    path = reverse("desk_save", args=[reply.question_id])
    assert browser.post(path, {"text": reply.text, "explanation": ""}).status_code == 302
    response = browser.post(path, {"text": "Give 5 ml. Stop at a rash.", "explanation": ""})
    assert response.status_code == 409
    assert "Stop at a rash.</textarea>" in response.text
    assert "This text was not used" in response.text


def test_note_to_the_author_is_given_back_to_a_reader_who_was_signed_out(doctor):
    path = reverse("desk_send_back", args=[sent(doctor).pk])
    response = Client().post(path, {"note": "Half of it, please."})
    assert "Half of it, please.</textarea>" in response.text
    assert "Open the form again" in response.text


# Looked at again


def test_medicine_that_is_tagged_later_brings_the_review_forward(moderator):
    question = make_question(tags=["amoxicillin"])
    question.tags.update(kind="medicine")
    late = make_question(tags=["rash"])
    reply, other = late.replies.get(), make_reply(late)
    other.review_due_on = other.reviewed_on + timedelta(days=30)
    other.save()
    edit = {"question": late, "by": moderator, "changed": []}
    for tags in (["rash", "amoxicillin"], ["rash"]):  # forward, and never back
        actions.edit_question(**edit, tags=tags)
        reply.refresh_from_db()
        assert reply.review_due_on == reply.reviewed_on.replace(year=reply.reviewed_on.year + 1)
    other.refresh_from_db()
    assert other.review_due_on == other.reviewed_on + timedelta(days=30)
    assert reply.history.latest().history_user == moderator


@pytest.mark.parametrize("is_correction", [False, True])
def test_reader_sees_the_review_date_that_readers_will_see(doctor, other_doctor, is_correction):
    Tag.objects.create(name="ibuprofen", kind="medicine")
    if is_correction:
        reply = make_question(doctor=doctor, reply="Give 50 ml.", tags=["ibuprofen"]).replies.get()
        correct(reply, "Give 5 ml.")
    else:
        reply = sent(doctor, tags=["ibuprofen"])
        reply.question.tags.set(Tag.objects.all())
    page = signed_in(other_doctor.user).get(reverse("desk_reading", args=[reply.pk]))
    reply = Reply.objects.get(pk=reply.pk)
    actions.approve_reply(reply=reply, by=other_doctor, seen=actions.version_of(reply))
    reply.refresh_from_db()
    assert reply.review_due_on == months_later(timezone.localdate(), 12)
    assert f'data-review-due-on="{reply.review_due_on}"' in page.text


def test_still_right_settles_what_moderators_sent_back(doctor, moderator):
    question = make_question(doctor=doctor)
    actions.return_to_doctor(question=question, by=moderator, doctor=doctor, note="Still so?")
    question.replies.update(review_due_on=timezone.localdate())
    reply = question.replies.get()
    actions.confirm_reply(reply=reply, by=doctor, seen=actions.version_of(reply))
    assert not question.desk_notes.returned_to(doctor).exists()


def test_second_press_of_a_second_reply_is_no_error(doctor):
    question = make_question()
    browser, path = signed_in(doctor.user), reverse("desk_publish", args=[question.pk])
    typed = {"text": "I would wait as well.", "explanation": "", "is_second": "1"}
    for _press in range(2):
        assert browser.post(path, typed).url == reverse("desk")
    assert question.replies.count() == 2
