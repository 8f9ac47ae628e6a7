"""No words are public with something that was found in them and not answered, by no way."""

import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from questions import actions
from questions.erasing import erasing
from questions.models import Acknowledgement, CorrectionToRead, Reply
from tests.factories import make_doctor, make_question, make_specialty
from tests.questions.at_desk import address

pytestmark = pytest.mark.django_db

CLAIM = "Studies show that rest helps."
DANGER = "A little honey helps against the cough."
BOTH = f"{DANGER} {CLAIM}"


def reasons_for(text: str, question, reason="It is meant for older ones.") -> dict[str, str]:
    """For each finding in these words."""
    found = Reply(question=question).warned_of(text, "")
    assert found
    return {each.name: reason for each in found}


def publish(question, doctor, text, *, is_second=False, **fields) -> Reply:
    words = {"text": text, "explanation": "", "is_second": is_second}
    return actions.publish_reply(question=question, by=doctor, **words, **fields)


def correct(reply, text, **fields):
    words = {"text": text, "explanation": "", "what": "A word.", "why": "Better."}
    return actions.correct_reply(reply=reply, by=reply.doctor, **words, **fields)


def signed_in(user) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


def warned(page: str) -> int:
    return page.count('data-testid="dose-warning"')


def public(question) -> list[str]:
    replies = Reply.objects.published().filter(question=question).order_by("place")
    return list(replies.values_list("text", flat=True))


# Each way that a doctor publishes


def test_line_above_the_first_reply_is_asked_about_as_the_reply_is(doctor, other_doctor):
    question = make_question(status="claimed", doctor=doctor, age_band="3-11m")
    words = {"text": "It passes by itself.", "explanation": "", "summary": DANGER}
    with pytest.raises(actions.Unanswered):
        actions.publish_reply(question=question, by=doctor, **words)
    reasons = reasons_for(DANGER, question)
    reply = actions.publish_reply(question=question, by=doctor, reasons=reasons, **words)
    assert reply.status == "in_review"
    page = signed_in(other_doctor.user).get(reverse("desk_reading", args=[reply.pk])).text
    assert warned(page) == 1 and "infant botulism" in page
    actions.approve_reply(reply=reply, by=other_doctor, seen=actions.version_of(reply))
    assert public(question) == ["It passes by itself."]


@pytest.mark.parametrize("is_second", [False, True])
def test_reply_is_public_when_what_was_found_is_answered(doctor, is_second):
    question = make_question() if is_second else make_question(status="claimed", doctor=doctor)
    before = public(question)
    with pytest.raises(actions.Unanswered):
        publish(question, doctor, CLAIM, is_second=is_second)
    with pytest.raises(actions.Unanswered):
        blank = reasons_for(CLAIM, question, "  ")
        publish(question, doctor, CLAIM, is_second=is_second, reasons=blank)
    assert public(question) == before
    assert not Acknowledgement.objects.exists()
    publish(question, doctor, CLAIM, is_second=is_second, reasons=reasons_for(CLAIM, question))
    assert public(question) == [*before, CLAIM]
    row = Acknowledgement.objects.get()
    assert (row.rule, row.words, row.reason) == (
        "claim-without-source",
        "Studies show",
        "It is meant for older ones.",
    )
    assert row.answered_by == doctor and row.answered_at and not row.is_dangerous


@pytest.mark.parametrize("is_second", [False, True])
def test_what_may_be_dangerous_is_read_by_a_second_doctor(doctor, other_doctor, is_second):
    question = make_question() if is_second else make_question(status="claimed", doctor=doctor)
    reasons = reasons_for(DANGER, question)
    reply = publish(question, doctor, DANGER, is_second=is_second, reasons=reasons)
    assert reply.status == "in_review" and DANGER not in public(question)
    page = signed_in(other_doctor.user).get(reverse("desk_reading", args=[reply.pk])).text
    assert warned(page) == 1
    assert "It is meant for older ones." in page and "infant botulism" in page
    actions.approve_reply(reply=reply, by=other_doctor, seen=actions.version_of(reply))
    assert DANGER in public(question)


def test_what_is_found_only_when_it_is_read_goes_back(doctor, other_doctor):
    """The age was put right meanwhile."""
    question = make_question(status="claimed", doctor=doctor, age_band="3-5y")
    text = "Honey helps; for the fever 5 ml of the syrup every 6 hours by weight."
    reply = publish(question, doctor, text)
    assert reply.status == "in_review"
    type(question).objects.filter(pk=question.pk).update(age_band="3-11m")
    reply = Reply.objects.get(pk=reply.pk)
    response = signed_in(other_doctor.user).post(
        reverse("desk_approve", args=[reply.pk]), {"seen": actions.version_of(reply)}
    )
    assert response.status_code == 409 and public(question) == []
    with pytest.raises(actions.Unanswered):
        actions.approve_reply(reply=reply, by=other_doctor, seen=actions.version_of(reply))


def test_correction_is_public_when_what_was_found_is_answered(doctor):
    question = make_question(doctor=doctor)
    reply = question.replies.get()
    with pytest.raises(actions.Unanswered):
        correct(reply, CLAIM)
    assert public(question) == [reply.text]
    correct(reply, CLAIM, reasons=reasons_for(CLAIM, question))
    assert public(question) == [CLAIM]


def test_correction_that_may_be_dangerous_is_read_first(doctor, other_doctor):
    question = make_question(doctor=doctor)
    reply = question.replies.get()
    sent = correct(reply, DANGER, reasons=reasons_for(DANGER, question))
    assert isinstance(sent, CorrectionToRead) and DANGER not in public(question)
    page = signed_in(other_doctor.user).get(reverse("desk_reading", args=[reply.pk])).text
    assert warned(page) == 1
    reply.refresh_from_db()
    actions.approve_reply(reply=reply, by=other_doctor, seen=actions.version_of(reply))
    assert public(question) == [DANGER]
    # What has been read is not read again for another word.
    reply = Reply.objects.get(pk=reply.pk)
    correct(reply, f"{DANGER} Sleep well.")
    assert public(question) == [f"{DANGER} Sleep well."]


def test_review_asks_about_what_is_public_and_was_never_asked(doctor, other_doctor):
    question = make_question(doctor=doctor, reply=CLAIM)
    reply = question.replies.get()
    Reply.objects.update(review_due_on=timezone.localdate())
    browser = signed_in(doctor.user)
    confirm, seen = reverse("desk_confirm", args=[reply.pk]), {"seen": actions.version_of(reply)}
    page = browser.post(confirm, seen).text
    reply.refresh_from_db()
    assert warned(page) == 1 and reply.review_due_on == timezone.localdate()
    page = browser.post(confirm, seen | reasons_for(CLAIM, question, " ")).text
    assert "Write why, or change the words." in page
    assert browser.post(confirm, seen | reasons_for(CLAIM, question)).status_code == 302
    reply.refresh_from_db()
    assert reply.review_due_on > timezone.localdate()


def test_review_of_what_may_be_dangerous_waits_for_a_reader(doctor, other_doctor):
    question = make_question(doctor=doctor, reply=DANGER)
    reply = question.replies.get()
    Reply.objects.update(review_due_on=timezone.localdate())
    seen = actions.version_of(reply)
    assert actions.confirm_reply(
        reply=reply, by=doctor, seen=seen, reasons=reasons_for(DANGER, question)
    )
    reply = Reply.objects.get(pk=reply.pk)
    assert reply.waiting_correction and reply.review_due_on == timezone.localdate()
    assert signed_in(doctor.user).get(reverse("desk_reviews")).status_code == 200
    reader, reading = signed_in(other_doctor.user), reverse("desk_reading", args=[reply.pk])
    assert warned(reader.get(reading).text) == 1
    seen = {"seen": actions.version_of(reply)}
    assert reader.post(reverse("desk_approve", args=[reply.pk]), seen).status_code == 302
    reply = Reply.objects.get(pk=reply.pk)
    assert reply.second_reader == other_doctor and reply.review_due_on > timezone.localdate()
    assert not reply.corrections.exists() and public(question) == [DANGER]


# On the page


def test_page_shows_each_finding_and_keeps_the_text_and_the_reasons(desk, question):
    data = {"text": BOTH, "explanation": "", "specialty": question.specialty_id, "tags": []}
    page = desk.post(address("publish", question), data).text
    assert warned(page) == 2
    assert "<mark>honey</mark>" in page and "infant botulism" in page and "CDC" in page
    assert BOTH in page and "Write why" not in page
    draft = Reply.objects.get(question=question)
    assert (draft.text, draft.status) == (BOTH, "draft")
    name, other = reasons_for(BOTH, question)
    some = data | {name: "She is two by now.", other: "", "draft_version": draft.version}
    page = desk.post(address("publish", question), some).text
    assert 'value="She is two by now."' in page and page.count("Write why") == 1
    draft.refresh_from_db()
    whole = some | {other: "My own view.", "draft_version": draft.version}
    assert desk.post(address("publish", question), whole).status_code == 302
    draft.refresh_from_db()
    assert draft.status == "in_review"
    assert set(draft.acknowledgements.values_list("reason", flat=True)) == {
        "She is two by now.",
        "My own view.",
    }


def test_reasons_stay_while_the_page_asks_for_something_else(desk, question):
    text = f"{CLAIM} Call 0912 345 678."
    data = {"text": text, "explanation": "", "specialty": question.specialty_id}
    data |= reasons_for(text, question)
    page = desk.post(address("publish", question), data).text
    assert 'id="why_kept"' in page and "It is meant for older ones." in page
    draft = Reply.objects.filter(question=question).first()
    data |= {"why_kept": "The poison centre.", "draft_version": draft.version if draft else 0}
    assert desk.post(address("publish", question), data).status_code == 302
    assert public(question) == [text]


def test_why_something_is_kept_stays_while_reasons_are_asked_for(desk, question):
    text = f"{CLAIM} Call 0912 345 678."
    data = {"text": text, "explanation": "", "specialty": question.specialty_id}
    page = desk.post(address("publish", question), data | {"why_kept": "A public number."}).text
    assert warned(page) == 1
    assert '<input type="hidden" name="why_kept" value="A public number.">' in page


@pytest.mark.parametrize("reason", ["x" * 301, "\0", "\u3000"])
def test_reason_that_says_nothing_or_too_much_is_none(desk, question, reason):
    data = {"text": CLAIM, "explanation": "", "specialty": question.specialty_id}
    sent = data | reasons_for(CLAIM, question, reason)
    response = desk.post(address("publish", question), sent)
    assert response.status_code == 200 and warned(response.text) == 1
    assert public(question) == []


def test_desk_says_what_the_line_above_the_reply_is_asked_about(desk, doctor):
    question = make_question(status="claimed", doctor=doctor, age_band="3-11m")
    data = {"text": "It passes by itself.", "explanation": "", "summary": DANGER}
    page = desk.post(address("publish", question), data | {"specialty": question.specialty_id})
    assert warned(page.text) == 1 and "infant botulism" in page.text
    assert public(question) == []


def test_correction_page_shows_each_finding_and_keeps_the_text(desk, doctor):
    question = make_question(doctor=doctor)
    reply = question.replies.get()
    data = {"text": BOTH, "explanation": "", "what": "A word.", "why": "Better."}
    page = desk.post(reverse("desk_correct", args=[reply.pk]), data).text
    assert warned(page) == 2 and BOTH in page
    reply.refresh_from_db()
    assert reply.typed["text"] == [BOTH] and BOTH not in public(question)
    sent = data | reasons_for(BOTH, question) | {"draft_version": reply.version}
    assert desk.post(reverse("desk_correct", args=[reply.pk]), sent).status_code == 302
    assert reply.acknowledgements.count() == 2


def test_live_preview_and_preview_hint_at_it_before_it_is_sent(desk, question, doctor):
    data = {"text": BOTH, "explanation": "", "draft_version": 0}
    page = desk.post(address("live", question), data).text
    assert page.count('data-testid="dose-hint"') == 2
    data["specialty"] = question.specialty_id
    page = desk.post(address("preview", question), data, follow=True).text
    assert page.count('data-testid="dose-hint"') == 2
    reply = make_question(doctor=doctor).replies.get()
    live = reverse("desk_correction_live", args=[reply.pk])
    page = desk.post(live, {"text": CLAIM, "explanation": "", "draft_version": 0}).text
    assert page.count('data-testid="dose-hint"') == 1
    assert not Acknowledgement.objects.exists()


def test_moderator_sees_them_and_readers_do_not(doctor, moderator, visitor):
    question = make_question(status="claimed", doctor=doctor)
    reply = publish(question, doctor, CLAIM, reasons=reasons_for(CLAIM, question, "PLANTED"))
    page = reverse("admin:questions_reply_change", args=[reply.pk])
    assert "PLANTED" in signed_in(moderator).get(page).text
    question.refresh_from_db()
    assert "PLANTED" not in visitor.get(question.get_absolute_url()).text


# Once for the same words


def test_what_was_answered_is_not_asked_again_and_what_changes_is(doctor):
    question = make_question(status="claimed", doctor=doctor)
    publish(question, doctor, CLAIM, reasons=reasons_for(CLAIM, question))
    reply = question.replies.get()
    correct(reply, f"{CLAIM} Drink enough.")
    with pytest.raises(actions.Unanswered) as error:
        correct(Reply.objects.get(pk=reply.pk), f"{CLAIM} Research suggests more.")
    assert [each.found for each in error.value.findings] == ["Research suggests"]


def test_same_amount_of_another_medicine_is_asked_about(doctor):
    question = make_question(status="claimed", doctor=doctor, age_band="6-9y")
    text = "Paracetamol 20 mg/kg every 6 hours, for his weight."
    actions.take_back_reply(
        reply=publish(question, doctor, text, reasons=reasons_for(text, question)), by=doctor.user
    )
    with pytest.raises(actions.Unanswered):
        publish(question, doctor, text.replace("Paracetamol", "Ibuprofen"))
    assert publish(question, doctor, text).status == "in_review"


def test_imported_words_count_as_they_are(doctor):
    reply = make_question(doctor=doctor, reply=CLAIM).replies.get()
    assert reply.warnings == [] and public(reply.question) == [CLAIM]
    actions.retract_question(question=reply.question, by=None, reason="Wait.")
    actions.restore_question(question=reply.question, by=None)
    assert public(reply.question) == [CLAIM]


# Moderators


@pytest.mark.parametrize("text", [CLAIM, DANGER])
def test_moderator_brings_nothing_in_that_its_doctor_would_be_asked_about(doctor, moderator, text):
    question = make_question(doctor=doctor)
    reply = question.replies.get()
    page = reverse("admin:questions_reply_change", args=[reply.pk])
    response = signed_in(moderator).post(page, {"text": text, "explanation": ""})
    assert "would be asked about this" in response.text
    reply.text = text
    with pytest.raises(ValidationError):
        actions.edit_reply(reply=reply, by=moderator, changed=["text"])
    assert public(question) == ["A short reply."]


def test_moderator_may_change_other_words(doctor, moderator):
    question = make_question(status="claimed", doctor=doctor)
    reply = publish(question, doctor, CLAIM, reasons=reasons_for(CLAIM, question))
    reply.text = f"{CLAIM} Sleep well."
    actions.edit_reply(reply=reply, by=moderator, changed=["text"])
    reply.refresh_from_db()
    assert public(question) == [f"{CLAIM} Sleep well."] and len(reply.warnings) == 1


# In the database


def shell(sql: str, *values) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def draft_of(doctor, text) -> Reply:
    """Of which nobody knows anything against its being public but what is tested here."""
    question = make_question(status="claimed", doctor=doctor)
    reply = Reply.objects.create(question=question, doctor=doctor, text=text)
    reply.settle(by=doctor.user)
    return reply


def test_no_draft_becomes_public_from_the_shell(doctor):
    reply = draft_of(doctor, CLAIM)
    reply.sign(at=timezone.now(), months_to_review=24)
    with pytest.raises(IntegrityError, match="not checked"), transaction.atomic():
        reply.save()
    with pytest.raises(IntegrityError, match="not checked"):
        shell(
            "UPDATE questions_reply SET status = 'published', doctor_name = 'A', replied_at = now(), "
            "doctor_specialty_id = %s WHERE id = %s",
            *(doctor.specialty_id, reply.pk),
        )


def test_no_new_row_is_public_unchecked(doctor):
    reply = Reply(question=make_question(), doctor=doctor, text=CLAIM, place=2)
    reply.sign(at=timezone.now(), months_to_review=24)
    with pytest.raises(IntegrityError, match="not checked"), transaction.atomic():
        reply.save()


@pytest.mark.parametrize("name", ["text", "explanation"])
def test_no_public_words_are_changed_from_the_shell(doctor, name):
    reply = make_question(doctor=doctor).replies.get()
    with pytest.raises(IntegrityError, match="not checked"), transaction.atomic():
        Reply.objects.filter(pk=reply.pk).update(**{name: CLAIM})


def test_no_finding_is_public_without_its_answer(doctor):
    reply = draft_of(doctor, CLAIM)
    reply.sign(at=timezone.now(), months_to_review=24)
    reply.take_as_checked(reply.warned_of())
    with pytest.raises(IntegrityError, match="not answered"), transaction.atomic():
        reply.save()


def test_no_danger_is_public_without_a_reader(doctor, other_doctor):
    reply = draft_of(doctor, DANGER)
    [finding] = reply.warned_of()
    about = {"rule": finding.rule.id, "about": finding.about, "words": finding.found}
    Acknowledgement.objects.create(
        reply=reply, **about, is_dangerous=True, reason="So.", answered_by=doctor
    )
    reply.sign(at=timezone.now(), months_to_review=24)
    reply.take_as_checked([finding])
    with pytest.raises(IntegrityError, match="with_danger_read"), transaction.atomic():
        reply.save()
    reply.second_reader, reply.second_read_at = other_doctor, timezone.now()
    reply.save()


def test_database_and_site_know_words_by_the_same_digest():
    reply = Reply(text="發燒 “38 °C”", explanation="é\n")
    reply.take_as_checked()
    with connection.cursor() as cursor:
        cursor.execute("SELECT md5(%s || E'\\n' || %s)", [reply.text, reply.explanation])
        assert cursor.fetchone()[0] == reply.warned_digest
    whole = f"{reply.text}\n{reply.explanation}".encode()
    assert reply.warned_digest == hashlib.md5(whole, usedforsecurity=False).hexdigest()


def answered(doctor) -> Acknowledgement:
    question = make_question(status="claimed", doctor=doctor)
    publish(question, doctor, CLAIM, reasons=reasons_for(CLAIM, question))
    return Acknowledgement.objects.get()


def test_an_answer_is_neither_changed_nor_deleted(doctor):
    row = answered(doctor)
    shell("SET CONSTRAINTS ALL IMMEDIATE")  # or nothing can be truncated at all
    for change in (
        lambda: Acknowledgement.objects.update(reason="Another."),
        row.delete,
        lambda: shell("TRUNCATE questions_acknowledgement"),
    ):
        with pytest.raises(IntegrityError, match="is not edited"), transaction.atomic():
            change()
    with erasing():
        row.delete()


@pytest.mark.parametrize("empty", [{"reason": " \n"}, {"words": ""}, {"rule": ""}])
def test_an_answer_says_what_and_why(doctor, empty):
    row = answered(doctor)
    row.pk, row.words = None, "others"
    for name, value in empty.items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_the_same_words_are_answered_once(doctor):
    row = answered(doctor)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_answers_go_with_what_was_begun_when_the_asker_is_erased(doctor):
    question = make_question(status="claimed", doctor=doctor)
    reply = publish(question, doctor, DANGER, reasons=reasons_for(DANGER, question))
    actions.erase_asker(question=question, by=None)
    reply.refresh_from_db()
    assert not Acknowledgement.objects.exists()
    assert (reply.text, reply.warnings) == ("", [])


def test_specialty_that_reads_everything_asks_all_the_same(doctor):
    specialty = make_specialty()
    specialty.needs_second_reader = True
    specialty.save()
    other = make_doctor(specialty=specialty)
    question = make_question(status="claimed", doctor=other, specialty=specialty)
    with pytest.raises(actions.Unanswered):
        publish(question, other, CLAIM)
