"""Replies that stand: looked at again, corrected, read by a second doctor, joined by a second."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from questions import actions
from questions.models import Correction, IllegalChange, Letter, Question, Reply, Tag
from tests.factories import make_doctor, make_question, make_specialty
from tests.questions.at_desk import Desk, at_desk
from tests.questions.test_moderation import tag_fields

pytestmark = pytest.mark.django_db


def signed_in(doctor) -> Desk:
    return at_desk(doctor.user)


def reply_of(doctor, *, due_in=-1, **fields) -> Reply:
    """A public reply of this doctor whose review is due in so many days."""
    reply = make_question(doctor=doctor, **fields).replies.get()
    reply.review_due_on = timezone.localdate() + timedelta(days=due_in)
    reply.save()
    return reply


def asked_by_mail(**fields) -> dict:
    return {"email": "asker@example.org", "submission": "11111111-1111-4111-8111-111111111111"}


# Reviews


def test_desk_lists_what_is_overdue_and_soon_due_of_one_doctor(doctor, other_doctor):
    overdue, soon = reply_of(doctor), reply_of(doctor, due_in=59)
    reply_of(doctor, due_in=61)
    reply_of(other_doctor)
    response = signed_in(doctor).get(reverse("desk_reviews"))
    assert [reply for reply, _version in response.context["reviews"]] == [overdue, soon]


@pytest.mark.parametrize(("kind", "days"), [("medicine", 365), ("symptom", 730)])
def test_still_right_with_one_press(doctor, kind, days):
    reply = reply_of(doctor, tags=["the tag"])
    reply.question.tags.update(kind=kind)
    history = reply.history.count()
    fields = {"seen": actions.version_of(reply)}
    for _press in range(2):  # a double click is one review
        signed_in(doctor).post(reverse("desk_confirm", args=[reply.pk]), fields)
    reply.refresh_from_db()
    assert reply.reviewed_on == timezone.localdate()
    assert timedelta(days=days - 1) <= reply.review_due_on - reply.reviewed_on
    assert reply.review_due_on - reply.reviewed_on <= timedelta(days=days + 1)
    assert reply.history.count() == history + 1
    assert reply.history.latest().history_user == doctor.user


@pytest.mark.parametrize("way", ["kind", "merge", "kind of another"])
def test_reviews_follow_a_tag_that_becomes_a_medicine(client, doctor, moderator, way):
    waiting, overdue = reply_of(doctor, due_in=700, tags=["ibu"]), reply_of(doctor, tags=["ibu"])
    reviewed_on = timezone.localdate() - timedelta(days=30)
    Reply.objects.update(reviewed_on=reviewed_on)
    was_due = {reply.pk: reply.review_due_on for reply in (waiting, overdue)}
    tag = Tag.objects.get(name="ibu")
    if way == "merge":
        target = Tag.objects.create(name="ibuprofen", kind="medicine", slug="ibuprofen")
        actions.merge_tags(source=tag, target=target, by=moderator)
    else:
        client.force_login(moderator)
        kind = "medicine" if way == "kind" else "symptom"
        address = reverse("admin:questions_tag_change", args=[tag.pk])
        assert client.post(address, tag_fields(tag, kind=kind)).status_code == 302
    waiting.refresh_from_db()
    overdue.refresh_from_db()
    assert overdue.review_due_on == was_due[overdue.pk]  # it is to be looked at already
    if way == "kind of another":
        assert waiting.review_due_on == was_due[waiting.pk]
    else:
        assert timedelta(days=365) <= waiting.review_due_on - reviewed_on <= timedelta(days=366)
        row = waiting.history.latest()
        assert (row.review_due_on, row.history_user) == (waiting.review_due_on, moderator)
        assert row.history_change_reason.startswith("a medicine: ibu")


def test_still_right_is_not_said_of_words_that_were_changed_meanwhile(doctor, moderator):
    reply = reply_of(doctor)
    seen = actions.version_of(reply)
    reply.text = "Other words."
    actions.edit_reply(reply=reply, by=moderator, changed=["text"])
    path = reverse("desk_confirm", args=[reply.pk])
    response = signed_in(doctor).post(path, {"seen": seen})
    assert response.status_code == 409
    assert "read it again" in response.content.decode()
    reply.refresh_from_db()
    assert reply.is_review_overdue


def test_reader_sees_that_a_review_is_overdue_until_it_is_done(visitor, doctor):
    reply = reply_of(doctor)
    words = f"The next review was due {reply.review_due_day}."
    assert words in visitor.get(reply.question.get_absolute_url()).content.decode()
    actions.confirm_reply(reply=reply, by=doctor, seen=actions.version_of(reply))
    assert words not in visitor.get(reply.question.get_absolute_url()).content.decode()


def test_doctor_with_an_expired_licence_reviews_and_corrects_nothing(doctor):
    reply = reply_of(doctor)
    doctor.licence_expires_on = timezone.localdate() - timedelta(days=1)
    doctor.save()
    with pytest.raises(PermissionDenied):
        actions.confirm_reply(reply=reply, by=doctor, seen=actions.version_of(reply))
    path = reverse("desk_correct", args=[reply.pk])
    typed = {"text": "New.", "explanation": "", "what": "All.", "why": "Wrong."}
    response = signed_in(doctor).post(path, typed)
    assert response.status_code == 403
    assert ">New.</textarea>" in response.content.decode().replace("\n", "")
    assert not Correction.objects.exists()


# Corrections


def correct(doctor, reply, **fields):
    browser = signed_in(doctor)
    path = reverse("desk_correct", args=[reply.pk])
    shown = browser.get(path).context["form"]
    typed = {"text": "Cool the skin.", "explanation": "", "what": "The reply.", "why": "New facts."}
    return browser.post(path, typed | {"version": shown.version_now()} | fields)


def test_correction_is_public_dated_and_says_what_and_why(visitor, doctor):
    reply = reply_of(doctor, reply="Warm the skin.", contact=asked_by_mail())
    assert correct(doctor, reply).status_code == 302
    page = visitor.get(reply.question.get_absolute_url()).content.decode()
    correction = Correction.objects.get()
    for words in ("Cool the skin.", correction.corrected_day, "The reply.", "New facts."):
        assert words in page
    assert "Warm the skin." not in page
    assert Letter.objects.get().kind == "corrected"
    after, before = reply.history.all()[:2]
    assert (before.text, after.text) == ("Warm the skin.", "Cool the skin.")
    assert after.history_user == doctor.user


def test_correction_in_a_second_tab_shows_both_texts_and_stores_nothing(doctor):
    reply = reply_of(doctor, reply="Warm the skin.")
    browser = signed_in(doctor)
    path = reverse("desk_correct", args=[reply.pk])
    version = browser.get(path).context["form"].version_now()
    correct(doctor, reply)
    response = correct(doctor, reply, text="Wait a day.", version=version)
    assert response.status_code == 200
    page = response.content.decode()
    assert "It is now: “Cool the skin.”" in page
    assert "Wait a day." in page
    assert Correction.objects.count() == 1


@pytest.mark.parametrize("lacking", ["text", "what", "why"])
def test_correction_needs_what_changed_and_why(doctor, lacking):
    reply = reply_of(doctor)
    response = correct(doctor, reply, **{lacking: " "})
    assert lacking in response.context["form"].errors
    assert not Correction.objects.exists()


def test_correction_that_changes_nothing_is_refused_in_words(doctor):
    reply = reply_of(doctor, reply="Wait.")
    response = correct(doctor, reply, text="Wait.")
    assert response.context["form"].non_field_errors()
    assert not Correction.objects.exists()


def test_old_and_new_are_compared_before_anything_is_stored(doctor):
    reply = reply_of(doctor, reply="Give warm water.")
    typed = {"text": "Give cold water.", "explanation": "", "what": "", "why": ""}
    response = signed_in(doctor).post(reverse("desk_compare", args=[reply.pk]), typed)
    page = response.content.decode()
    assert "<del>warm</del>" in page
    assert "<ins>cold</ins>" in page
    reply.refresh_from_db()
    assert reply.text == "Give warm water."


def test_correction_does_not_bring_in_a_dose_that_nobody_else_has_read(doctor):
    reply = reply_of(doctor, reply="Give 5 ml.")
    correct(doctor, reply, text="Give 50 ml.")
    reply.refresh_from_db()
    assert reply.text == "Give 5 ml."
    actions.take_back_reply(reply=reply, by=doctor.user)
    assert correct(doctor, reply, text="Give 5 ml, once.").status_code == 302


def test_correction_says_what_and_why_in_the_database_too(doctor):
    reply = reply_of(doctor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.create(reply=reply, corrected_by=doctor.user, what="", why="Wrong.")


# A second reader


def write(doctor, text="Give 5 ml.", **fields) -> Reply:
    question = make_question(status="open", contact=asked_by_mail(), **fields)
    actions.claim_question(question=question, by=doctor)
    return actions.publish_reply(
        question=question, by=doctor, text=text, explanation="", summary="", tags=[]
    )


def test_reply_with_a_dose_is_public_only_after_a_second_doctor_agreed(
    visitor, doctor, other_doctor
):
    reply = write(doctor)
    assert (reply.status, reply.question.status) == ("in_review", "in_review")
    assert visitor.get(reply.question.get_absolute_url()).status_code == 404
    assert not Letter.objects.exists()
    browser = signed_in(other_doctor)
    page = browser.get(reverse("desk_reading", args=[reply.pk]))
    assert "5 ml" in page.context["doses"]
    path = reverse("desk_approve", args=[reply.pk])
    for _press in range(2):
        assert browser.post(path, {"seen": page.context["seen"]}).status_code == 302
    reply.refresh_from_db()
    assert (reply.status, reply.second_reader) == ("published", other_doctor)
    assert reply.doctor_name == doctor.name
    assert "5 ml" in visitor.get(reply.question.get_absolute_url()).content.decode()
    assert Letter.objects.get().kind == "answered"


def test_specialty_may_want_a_second_reader_for_everything(doctor):
    specialty = make_specialty()
    specialty.needs_second_reader = True
    specialty.save()
    assert write(doctor, "Wait.", specialty=specialty).status == "in_review"


def test_reply_without_a_dose_is_public_at_once(doctor):
    assert write(doctor, "Wait.").status == "published"


def test_author_cannot_agree_with_themselves(doctor):
    reply = write(doctor)
    with pytest.raises(PermissionDenied):
        actions.approve_reply(reply=reply, by=doctor, seen=actions.version_of(reply))
    with pytest.raises(IntegrityError), transaction.atomic():
        Reply.objects.filter(pk=reply.pk).update(
            second_reader=doctor, second_read_at=timezone.now()
        )


def test_nobody_corrects_confirms_or_discards_the_reply_of_another(doctor, other_doctor):
    """Whatever a view lets through."""
    reply = reply_of(doctor)
    words = {"text": "Other words.", "explanation": "", "what": "All of it.", "why": "None."}
    seen = actions.version_of(reply)
    for change in (
        lambda: actions.correct_reply(reply=reply, by=other_doctor, **words),
        lambda: actions.confirm_reply(reply=reply, by=other_doctor, seen=seen),
        lambda: actions.keep_correction(reply=reply, by=other_doctor, typed={}, version=0, key=""),
        lambda: actions.discard_correction(reply=reply, by=other_doctor, version=None),
    ):
        with pytest.raises(PermissionDenied):
            change()
    assert Reply.objects.get() == reply and not Correction.objects.exists()


def test_unread_dose_cannot_be_public_in_the_database(doctor):
    reply = write(doctor)
    signed = {"doctor_name": "Ada", "doctor_specialty": doctor.specialty}
    with pytest.raises(IntegrityError), transaction.atomic():
        Reply.objects.filter(pk=reply.pk).update(
            status="published", replied_at=timezone.now(), **signed
        )


def test_doctor_of_another_specialty_reads_nothing(doctor):
    reply = write(doctor)
    stranger = make_doctor(specialty=make_specialty("cardiology"))
    with pytest.raises(PermissionDenied):
        actions.approve_reply(reply=reply, by=stranger, seen=actions.version_of(reply))
    for nobody_to_read_it in (stranger, doctor):
        page = signed_in(nobody_to_read_it).get(reverse("desk_reading", args=[reply.pk]))
        assert page.status_code == 404


def test_reply_sent_back_is_its_authors_draft_with_the_note(doctor, other_doctor):
    reply = write(doctor)
    seen = actions.version_of(reply)
    fields = {"note": "Half of it.", "seen": seen}
    signed_in(other_doctor).post(reverse("desk_send_back", args=[reply.pk]), fields)
    question = Question.objects.get(pk=reply.question_id)
    assert (question.status, question.claimed_by) == ("claimed", doctor)
    page = signed_in(doctor).get(reverse("desk_question", args=[question.pk])).content.decode()
    assert "Half of it." in page
    assert "Give 5 ml." in page
    preview = signed_in(doctor).get(reverse("desk_preview", args=[question.pk]))
    assert "Give 5 ml." in preview.content.decode()
    again = actions.publish_reply(
        question=question, by=doctor, text="Give 2 ml.", explanation="", summary="", tags=[]
    )
    assert (again.pk, again.status, again.reader_note) == (reply.pk, "in_review", "")
    # What the reader had before their eyes is not what they would agree with now.
    with pytest.raises(IllegalChange):
        actions.approve_reply(reply=again, by=other_doctor, seen=seen)


def test_author_takes_it_back_and_the_reader_is_told(doctor, other_doctor):
    reply = write(doctor)
    signed_in(doctor).post(reverse("desk_take_back", args=[reply.pk]))
    seen = actions.version_of(reply)
    response = signed_in(other_doctor).post(
        reverse("desk_approve", args=[reply.pk]), {"seen": seen}, follow=True
    )
    assert "does not wait for a second reader any more" in response.content.decode()
    reply.refresh_from_db()
    assert (reply.status, reply.question.status) == ("draft", "claimed")


def test_reply_of_a_suspended_author_is_not_published(doctor, other_doctor, moderator):
    reply = write(doctor)
    doctor.suspend(by=moderator)
    with pytest.raises(ValidationError, match="suspended"):
        actions.approve_reply(reply=reply, by=other_doctor, seen=actions.version_of(reply))


def test_second_press_of_publish_is_told_that_it_was_sent(doctor):
    reply = write(doctor)
    fields = {"text": "Give 5 ml.", "specialty": doctor.specialty_id}
    path = reverse("desk_publish", args=[reply.question_id])
    response = signed_in(doctor).post(path, fields, follow=True)
    assert "waits for a second reader" in response.content.decode()


def test_asker_takes_back_a_question_that_is_being_read(doctor, other_doctor):
    reply = write(doctor)
    actions.withdraw_question(question=reply.question)
    assert not Reply.objects.to_read_by(other_doctor).exists()


# A second reply


def second(doctor, question, text="I would wait as well."):
    path = reverse("desk_publish", args=[question.pk])
    typed = {"text": text, "explanation": "", "is_second": "1"}
    return signed_in(doctor).post(path, typed, follow=True)


def test_second_doctor_adds_a_reply_below_the_first(visitor, doctor, other_doctor):
    question = make_question(doctor=doctor, reply="Wait.", contact=asked_by_mail())
    second(other_doctor, question)
    page = visitor.get(question.get_absolute_url()).content.decode()
    assert page.index("Wait.") < page.index("I would wait as well.")
    assert Letter.objects.get().kind == "another"


def test_answer_is_found_by_its_number_for_a_second_reply(other_doctor):
    question = make_question()
    elsewhere = make_question(specialty=make_specialty("cardiology"))
    browser, page = signed_in(other_doctor), reverse("desk_reviews")
    found = browser.get(page, {"number": f"#{question.pk}"})
    assert found.url == reverse("desk_second", args=[question.pk])
    assert browser.get(page, {"number": question.get_absolute_url()}).url == found.url
    for number, words in {
        elsewhere.pk: "belongs to Cardiology",
        make_question(status="open").pk: "No public answer has the number",
        "x": "is no number of an answer",
        "9" * 30: "is no number of an answer",
        "²": "is no number of an answer",
    }.items():
        told = browser.get(page, {"number": number})
        assert words in told.text


def test_second_reply_of_one_doctor_is_refused_with_the_text(doctor):
    question = make_question(doctor=doctor)
    response = second(doctor, question)
    assert response.status_code == 409
    page = response.content.decode()
    assert "I would wait as well.</textarea>" in page
    assert "Your reply is public already since" in page
    assert response.context["compared"]  # both texts stand side by side
    assert question.replies.get().text == "A short reply."


def test_second_reply_with_a_dose_is_read_before_it_is_public(visitor, doctor, other_doctor):
    question = make_question(doctor=doctor)
    second(other_doctor, question, "Give 3 drops.")
    question.refresh_from_db()
    assert question.status == "published"
    assert "3 drops" not in visitor.get(question.get_absolute_url()).content.decode()
    reply = question.replies.get(doctor=other_doctor)
    actions.approve_reply(reply=reply, by=doctor, seen=actions.version_of(reply))
    assert "3 drops" in visitor.get(question.get_absolute_url()).content.decode()


# Taken back


def test_retracted_answer_leaves_the_reason_and_none_of_its_words(visitor, moderator):
    question = make_question(title="Zinnober", body="Karmesin", reply="Purpur", explanation="Ocker")
    address = question.get_absolute_url()
    actions.retract_question(question=question, by=moderator, reason="The dose was wrong.")
    for path in (address, f"/zh-hant{address}", f"/questions/{question.pk}/"):
        response = visitor.get(path)
        page = response.content.decode().replace(path, "")
        assert response.status_code == 410
        assert "The dose was wrong." in page
        assert '<meta name="robots" content="noindex">' in page
        assert not any(word in page for word in ("Zinnober", "Karmesin", "Purpur", "Ocker"))


def test_retraction_needs_a_reason(moderator):
    question = make_question()
    with pytest.raises(ValidationError):
        actions.retract_question(question=question, by=moderator, reason=" ")
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=question.pk).update(status="retracted")


def test_restored_answer_keeps_no_reason(visitor, moderator):
    question = make_question(status="retracted")
    actions.restore_question(question=question, by=moderator)
    question.refresh_from_db()
    assert (question.retraction_reason, question.retracted_at) == ("", None)
    assert visitor.get(question.get_absolute_url()).status_code == 200


# Two at once


@pytest.mark.django_db(transaction=True)
def test_two_readers_at_once_publish_it_once(doctor, other_doctor):
    reply = write(doctor)
    readers = [other_doctor, make_doctor()]
    barrier, told = Barrier(2), []

    def read(reader):
        barrier.wait()
        try:
            seen = actions.version_of(reply)
            actions.approve_reply(reply=reply, by=reader, seen=seen)
            told.append("published")
        except IllegalChange:
            told.append("late")
        finally:
            connection.close()

    threads = [Thread(target=read, args=[reader]) for reader in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["late", "published"]
    assert Letter.objects.filter(kind="answered").count() == 1


def test_moderators_see_who_waits_for_a_second_reader_and_since_when(client, doctor, moderator):
    now = timezone.now()
    for hours in (1, 2):
        make_question(status="in_review").replies.create(
            doctor=doctor,
            text="Give 5 ml.",
            status="in_review",
            needs_second_reader=True,
            sent_to_reader_at=now - timedelta(hours=hours),
        )
    later, earlier = Reply.objects.order_by("pk")
    client.force_login(moderator)
    page = client.get(reverse("admin:questions_reply_changelist") + "?review=reading")
    assert list(page.context["cl"].result_list) == [earlier, later]
    assert doctor.name in page.text
    assert "sent to a second reader at" in page.text.lower()
