"""A correction that a second doctor has to read: sent, listed, read, sent back, taken back, discarded."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from questions import actions
from questions.models import (
    Correction,
    CorrectionToRead,
    Letter,
    Phrase,
    Question,
    Reply,
    StaleDraft,
)
from tests.factories import make_doctor, make_question, make_specialty
from tests.questions.test_later import asked_by_mail, correct, signed_in
from tests.questions.test_later_with_sources import NEW, OLD, line, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def standing(doctor) -> Reply:
    """A public reply with a dose and a source."""
    reply = make_question(doctor=doctor, reply="Give 50 ml.", contact=asked_by_mail()).replies.get()
    actions.set_sources(reply, [OLD])
    return reply


@pytest.fixture
def sent(doctor, standing) -> Reply:
    """The same, with a correction that waits for a reader."""
    response = correct(doctor, standing, text="Give **5 ml**.", **rows(NEW, seen=line(OLD)))
    assert response.status_code == 302
    standing.refresh_from_db()
    return standing


def seen_by_readers(visitor, reply: Reply) -> str:
    return visitor.get(Question.objects.get(pk=reply.question_id).get_absolute_url()).text


def approve(reply: Reply, by) -> None:
    actions.approve_reply(reply=reply, by=by, seen=actions.version_of(reply))


def test_correction_with_a_new_dose_is_public_only_after_a_second_doctor_agreed(
    visitor, doctor, other_doctor, sent
):
    assert "Give 50 ml." in seen_by_readers(visitor, sent)
    assert OLD["url"] in seen_by_readers(visitor, sent)
    assert not Correction.objects.exists()
    assert not Letter.objects.exists()
    browser = signed_in(other_doctor)
    assert list(browser.get("/desk/readings/").context["waiting"]) == [sent]
    page = browser.get(reverse("desk_reading", args=[sent.pk])).text
    for words in ("<strong>5 ml</strong>", "<del>50</del>", NEW["url"], "New facts."):
        assert words in page
    seen = {"seen": actions.version_of(sent)}
    assert browser.post(reverse("desk_approve", args=[sent.pk]), seen).status_code == 302
    shown = seen_by_readers(visitor, sent)
    assert "<strong>5 ml</strong>" in shown
    assert NEW["url"] in shown
    assert "50 ml" not in shown
    correction = Correction.objects.get()
    assert (correction.corrected_by, correction.second_reader) == (doctor.user, other_doctor)
    sent.refresh_from_db()
    assert (sent.second_reader, sent.typed) == (other_doctor, {})
    assert not CorrectionToRead.objects.exists()
    assert Letter.objects.get().kind == "corrected"


def test_nobody_of_another_specialty_and_not_its_writer_reads_it(doctor, sent):
    with pytest.raises(PermissionDenied):
        approve(sent, doctor)
    with pytest.raises(PermissionDenied):
        approve(sent, make_doctor(specialty=make_specialty("cardiology")))
    assert not Correction.objects.exists()


def test_correction_sent_back_is_begun_again_with_the_note(visitor, doctor, other_doctor, sent):
    fields = {"seen": actions.version_of(sent), "note": "Per kilogram, please."}
    browser = signed_in(other_doctor)
    assert browser.post(reverse("desk_send_back", args=[sent.pk]), fields).status_code == 302
    assert "Give 50 ml." in seen_by_readers(visitor, sent)
    page = signed_in(doctor).get(reverse("desk_correct", args=[sent.pk]))
    assert "Per kilogram, please." in page.text
    assert page.context["form"]["text"].value() == "Give **5 ml**."
    assert page.context["form"].sources.initial[0]["title"] == NEW["title"]
    assert list(signed_in(doctor).get("/desk/").context["begun"]) == [sent]
    assert correct(doctor, sent, text="Give 4 ml.").status_code == 302
    assert Reply.objects.to_read_by(other_doctor).get().reader_note == ""


def test_writer_takes_it_back_and_cannot_change_it_before(doctor, other_doctor, sent):
    typed = {"text": ["Give 6 ml."]}
    with pytest.raises(PermissionDenied, match="take it back"):
        actions.keep_correction(reply=sent, by=doctor, typed=typed, version=sent.version, key="k")
    late = correct(doctor, sent, text="Give 6 ml.")
    assert late.status_code == 409
    assert "Give 6 ml.</textarea>" in late.text
    assert correct(doctor, sent, text="Give **5 ml**.").status_code == 302  # a second press
    seen = actions.version_of(sent)
    desk = signed_in(doctor)
    assert list(desk.get("/desk/").context["sent"]) == [sent]
    taken = desk.post(reverse("desk_take_back", args=[sent.pk]))
    assert taken.url == reverse("desk_correct", args=[sent.pk])
    assert desk.get(taken.url).context["form"]["text"].value() == "Give **5 ml**."
    told = signed_in(other_doctor).post(
        reverse("desk_approve", args=[sent.pk]), {"seen": seen}, follow=True
    )
    assert "does not wait for a second reader any more" in told.text
    assert not Correction.objects.exists()


def test_moderators_words_are_not_undone_by_a_correction_that_waits(moderator, other_doctor, sent):
    seen = actions.version_of(sent)
    sent.text = "Give 50 ml. Nobody is named."
    actions.edit_reply(reply=sent, by=moderator, changed=["text"])
    assert not Reply.objects.to_read_by(other_doctor).exists()
    sent.refresh_from_db()
    assert sent.text == "Give 50 ml. Nobody is named."
    assert "A moderator changed the reply" in sent.reader_note
    assert actions.version_of(sent) != seen


def test_nothing_waits_of_an_answer_that_was_taken_off(doctor, other_doctor, moderator, sent):
    question = sent.question
    actions.retract_question(question=question, by=moderator, reason="It was wrong.")
    assert not Reply.objects.to_read().exists()
    actions.return_to_doctor(question=question, by=moderator, doctor=doctor, note="Anew, please.")
    assert not CorrectionToRead.objects.exists()
    assert actions.claim_question(question=question, by=doctor).text == "Give **5 ml**."


def test_each_step_is_in_the_history_of_the_reply(doctor, sent):
    actions.take_back_reply(reply=sent, by=doctor.user)
    reasons = list(sent.history.values_list("history_change_reason", flat=True)[:2])
    assert reasons == ["correction taken back", "correction sent to a second reader"]


@pytest.mark.parametrize("lacking", ["text", "what", "why"])
def test_what_waits_is_whole_and_one_of_a_reply_in_the_database(standing, lacking):
    whole = {"text": "Give 5 ml.", "what": "The dose.", "why": "Wrong."}
    with pytest.raises(IntegrityError), transaction.atomic():
        CorrectionToRead.objects.create(reply=standing, **whole | {lacking: ""})
    CorrectionToRead.objects.create(reply=standing, **whole)
    with pytest.raises(IntegrityError), transaction.atomic():
        CorrectionToRead.objects.create(reply=standing, **whole)


def test_correction_that_has_to_be_read_is_none_without_a_reader_in_the_database(standing):
    words = {"what": "The dose.", "why": "Wrong.", "needs_second_reader": True}
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.create(reply=standing, **words)


# Begun


@pytest.fixture
def begun(doctor, standing) -> Reply:
    typed = {"text": ["Give half of it."], "what": ["The amount."]}
    actions.keep_correction(reply=standing, by=doctor, typed=typed, version=0, key="k")
    standing.refresh_from_db()
    return standing


def test_correction_that_was_begun_is_on_the_desk_until_it_is_discarded(doctor, begun):
    desk = signed_in(doctor)
    address = reverse("desk_correct", args=[begun.pk])
    assert list(desk.get("/desk/").context["begun"]) == [begun]
    fields = {"text": "Give half of it.", "draft_version": begun.version}
    assert desk.post(reverse("desk_discard", args=[begun.pk]), fields).status_code == 302
    assert not desk.get("/desk/").context["begun"]
    assert desk.get(address).context["form"]["text"].value() == "Give 50 ml."


def test_what_another_tab_has_typed_is_not_discarded_unseen(doctor, begun):
    fields = {"text": "Give half of it.", "draft_version": begun.version - 1}
    refused = signed_in(doctor).post(reverse("desk_discard", args=[begun.pk]), fields)
    assert refused.status_code == 409
    assert refused.context["stored"] == begun
    with pytest.raises(StaleDraft):
        actions.discard_correction(reply=begun, by=doctor, version=begun.version + 1)
    begun.refresh_from_db()
    assert begun.typed


def test_correction_has_phrases_rows_and_a_live_preview_without_losing_what_is_typed(doctor, begun):
    phrase = Phrase.objects.create(doctor=doctor, title="Fever", text="Come at once.")
    desk = signed_in(doctor)
    fields = {"text": "Wait.", "explanation": "", "why": "So.", "draft_version": begun.version}
    put = {"phrase": phrase.pk, "into": "text"}
    back = desk.post(
        reverse("desk_correction_phrase", args=[begun.pk]) + "?to=id_text", fields | put
    )
    assert back.url == reverse("desk_correct", args=[begun.pk]) + "#id_text"
    begun.refresh_from_db()
    assert begun.typed["text"] == ["Wait.\n\nCome at once."]
    fields |= {"draft_version": begun.version, "text": "**Wait.**"} | rows(NEW)
    kept = desk.post(reverse("desk_correction_keep", args=[begun.pk]) + "?to=sources", fields)
    assert kept.url.endswith("#sources")
    assert len(desk.get(kept.url).context["form"].sources.forms) == 2
    live = desk.post(reverse("desk_correction_live", args=[begun.pk]), fields).text
    assert "<strong>Wait.</strong>" in live
    assert NEW["url"] in live
    begun.refresh_from_db()
    assert begun.text == "Give 50 ml."


def test_phrase_does_not_replace_what_another_tab_has_typed(doctor, begun):
    fields = {"text": "Wait.", "draft_version": begun.version - 1}
    refused = signed_in(doctor).post(reverse("desk_correction_phrase", args=[begun.pk]), fields)
    assert refused.status_code == 409
    assert "Give half of it." in refused.text
    assert "Wait.</textarea>" in refused.text
