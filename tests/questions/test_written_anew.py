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


ANEW = "A doctor is writing it anew."


@pytest.mark.parametrize("status", ["retracted", "pending", "declined", "open", "needs_details"])
def test_readers_are_told_that_it_is_written_anew_while_it_is(visitor, taken, status):
    more = {"decline_reason": "unclear"} if status == "declined" else {}
    Question.objects.filter(pk=taken.pk).update(status=status, **more)
    page = visitor.get(taken.get_absolute_url())
    assert page.status_code == 410
    assert (ANEW in page.text) == (status in ("open", "needs_details"))


def test_ticket_says_that_it_is_written_anew_and_keeps_its_way(visitor, taken, doctor, moderator):
    send_back(taken, moderator, doctor)
    page = visitor.get(taken.contact.get_absolute_url())
    assert "a doctor writes it anew" in page.text
    assert "The dose was wrong." in page.text
    told = [(event.label, event.at is not None) for event in page.context["progress"].events]
    assert told[-3:] == [
        ("The answer was taken off the site", True),
        ("A doctor takes it", False),
        ("A doctor replies", False),
    ]


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


def test_what_its_asker_takes_back_meanwhile_has_no_reason(visitor, taken, doctor, moderator):
    reason = taken.retraction_reason
    assert reason in visitor.get(taken.get_absolute_url()).text
    send_back(taken, moderator, doctor)
    actions.withdraw_question(question=taken)
    response = visitor.get(taken.get_absolute_url())
    assert response.status_code == 410
    assert "was withdrawn" in response.text
    assert reason not in response.text


@pytest.mark.parametrize("status", ["open", "retracted"])
def test_doctor_of_another_specialty_is_sent_nothing(moderator, status):
    stranger = make_doctor(specialty=make_specialty("cardiology"))
    question = make_question(status=status)
    with pytest.raises(IllegalChange):
        actions.return_to_doctor(question=question, by=moderator, doctor=stranger, note="Please.")
    question.refresh_from_db()
    assert (question.status, question.kept_for) == (status, None)


def test_another_doctor_sees_the_old_words_and_why_and_may_take_them_over(
    taken, doctor, other_doctor, moderator
):
    send_back(taken, moderator, other_doctor)
    browser = Client()
    browser.force_login(other_doctor.user)
    address = reverse("desk_question", args=[taken.pk])
    page = browser.get(address)
    # Not what its writer has typed since.
    assert [old.text for old in page.context["taken_off"]] == ["Give 50 ml."]
    assert "The dose was wrong." in page.text
    actions.claim_question(question=taken, by=other_doctor)
    page = browser.get(address)
    assert page.context["form"]["text"].value() == ""
    fields = {"text": "Mine.", "draft_version": 0, "taken_off": taken.replies.get(doctor=doctor).pk}
    browser.post(reverse("desk_take_over", args=[taken.pk]), fields)
    assert browser.get(address).context["form"]["text"].value() == "Mine.\n\nGive 50 ml."


def test_writer_begins_with_their_own_words_alone(taken, doctor, moderator):
    send_back(taken, moderator, doctor)
    browser = Client()
    browser.force_login(doctor.user)
    assert browser.get(reverse("desk_question", args=[taken.pk])).context["taken_off"] == []


def test_desk_names_what_was_sent_and_lists_it_once(taken, doctor, other_doctor, moderator):
    send_back(taken, moderator, doctor)
    actions.return_to_doctor(question=taken, by=moderator, doctor=doctor, note="In one sentence.")
    own = make_question(doctor=doctor)
    actions.return_to_doctor(question=own, by=moderator, doctor=doctor, note="Look again.")
    new = make_question(status="open")
    actions.return_to_doctor(question=new, by=moderator, doctor=doctor, note="Yours, please.")
    browser = Client()
    browser.force_login(doctor.user)
    page = browser.get(reverse("desk"))
    assert page.context["returned"] == [taken, own, new]
    assert len(page.context["returned"][0].notes) == 2
    assert not page.context["waiting"]
    assert not page.context["drafts"]
    for words in (
        "your draft, sent back",
        "your published reply, sent back",
        "a question sent to you",
    ):
        assert page.text.count(words) == 1
    actions.claim_question(question=new, by=doctor)
    page = browser.get(reverse("desk"))
    assert page.context["returned"] == [taken, own]
    assert list(page.context["held"]) == [new]
