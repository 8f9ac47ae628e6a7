"""An answer that was taken off the site goes back to a doctor, and is public again after the second reading."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askdoctor.work import work_for
from questions import actions, letters
from questions.models import IllegalChange, Letter, Question
from tests.factories import make_doctor, make_question, make_reply, make_specialty

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken(doctor, moderator) -> Question:
    """A wrong dose of the doctor that was read by nobody, taken off the site."""
    contact = {"email": "asker@example.org", "submission": "11111111-1111-4111-8111-111111111111"}
    question = make_question(doctor=doctor, reply="Give 50 ml.", contact=contact)
    reply = question.replies.get()
    typed = {"text": ["Give 5 ml."], "what": ["The dose."], "why": [""]}
    actions.keep_correction(reply=reply, by=doctor, typed=typed, version=reply.version, key="k")
    actions.retract_question(question=question, by=moderator, reason="The dose was wrong.")
    return question


def send_back(question: Question, moderator, doctor) -> None:
    there = reverse("admin:questions_question_bulk", args=["to_doctor"]) + f"?ids={question.pk}"
    browser = Client()
    browser.force_login(moderator)
    browser.post(there, {"doctor": doctor.pk, "note": "Ten times too much."})
    question.refresh_from_db()


def test_wrong_dose_is_put_right(visitor, taken, doctor, other_doctor, moderator):
    send_back(taken, moderator, doctor)
    assert (taken.status, taken.kept_for) == ("open", doctor)
    draft = actions.claim_question(question=taken, by=doctor)
    # It begins with what its doctor had typed of the correction that was refused.
    assert (draft.status, draft.text, draft.typed) == ("draft", "Give 5 ml.", {})
    assert visitor.get(taken.get_absolute_url()).status_code == 410
    reply = actions.publish_reply(question=taken, by=doctor, text=draft.text, explanation="")
    assert reply.status == "in_review"
    gone = visitor.get(taken.get_absolute_url())
    assert gone.status_code == 410
    assert "The dose was wrong." in gone.text
    actions.approve_reply(reply=reply, by=other_doctor, seen=actions.version_of(reply))
    page = visitor.get(taken.get_absolute_url())
    assert page.status_code == 200
    assert "Give 5 ml." in page.text
    assert "50 ml" not in page.text
    taken.refresh_from_db()
    assert (taken.retracted_at, taken.retraction_reason) == (None, "")
    assert Letter.objects.filter(kind="answered").count() == 1
    assert not taken.desk_notes.returned_to(doctor).exists()


def test_it_waits_since_it_was_taken_off_and_not_since_it_was_asked(taken, doctor, moderator):
    asked_at = timezone.now() - timedelta(days=600)
    Question.objects.filter(pk=taken.pk).update(asked_at=asked_at)
    send_back(taken, moderator, doctor)
    [waiting] = [work for work in work_for(moderator)[0].works if work.count]
    assert taken.status == Question.Status.OPEN
    assert not taken.is_late()
    assert not Question.objects.late().exists()
    assert (waiting.late_count, waiting.oldest.is_late()) == (0, False)


def test_asker_is_told_that_it_was_taken_off_though_it_is_written_anew(taken, doctor, moderator):
    send_back(taken, moderator, doctor)
    letters.send_all_due()
    assert "was taken off the site" in mail.outbox[0].subject


def test_who_was_pointed_to_it_hears_that_there_is_an_answer_again(taken, doctor, moderator):
    contact = {"email": "other@example.org", "submission": "22222222-2222-4222-8222-222222222222"}
    pointed = make_question(status="resolved", resolved_by=taken, contact=contact)
    send_back(taken, moderator, doctor)
    actions.claim_question(question=taken, by=doctor)
    actions.publish_reply(question=taken, by=doctor, text="Wait.", explanation="")
    letters.send_all_due()
    told = [letter.subject for letter in mail.outbox if letter.to == ["other@example.org"]]
    assert told == [f"There is an answer to your question #{pointed.pk}"]


def test_every_reply_becomes_its_doctors_draft_and_none_is_public_by_anothers(
    taken, doctor, other_doctor, moderator
):
    second, waiting = make_reply(taken, doctor=other_doctor, text="I agree."), make_doctor()
    taken.examine()
    Question.objects.filter(pk=taken.pk).update(status="published")
    words = {"text": "Give 3 ml.", "explanation": "", "is_second": True}
    actions.publish_reply(question=taken, by=waiting, **words)
    Question.objects.filter(pk=taken.pk).update(status="retracted")
    send_back(taken, moderator, doctor)
    assert set(taken.replies.values_list("status", flat=True)) == {"draft"}
    actions.claim_question(question=taken, by=doctor)
    first = actions.publish_reply(question=taken, by=doctor, text="Wait.", explanation="")
    assert list(taken.replies.standing()) == [first]
    assert first.place == 1
    taken.refresh_from_db()
    browser = Client()
    browser.force_login(other_doctor.user)
    assert list(browser.get(reverse("desk")).context["drafts"]) == [second]


def test_what_an_earlier_reader_agreed_with_counts_no_more(taken, doctor, other_doctor, moderator):
    reply = taken.replies.get()
    reply.needs_second_reader, reply.second_reader = True, other_doctor
    reply.second_read_at = taken.retracted_at
    reply.save()
    send_back(taken, moderator, doctor)
    actions.claim_question(question=taken, by=doctor)
    reply = actions.publish_reply(question=taken, by=doctor, text="Wait.", explanation="")
    assert (reply.status, reply.second_reader, reply.second_read_at) == ("published", None, None)


def test_what_its_asker_takes_back_meanwhile_is_missing(visitor, taken, doctor, moderator):
    send_back(taken, moderator, doctor)
    actions.withdraw_question(question=taken)
    assert visitor.get(taken.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("status", ["open", "retracted"])
def test_doctor_of_another_specialty_is_sent_nothing(moderator, status):
    stranger = make_doctor(specialty=make_specialty("cardiology"))
    question = make_question(status=status)
    with pytest.raises(IllegalChange):
        actions.return_to_doctor(question=question, by=moderator, doctor=stranger, note="Please.")
    question.refresh_from_db()
    assert (question.status, question.kept_for) == (status, None)
