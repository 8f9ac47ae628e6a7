"""Drafts of replies: kept while they are typed, and never replaced by who has not seen them."""

from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from questions.actions import save_draft
from questions.models import Reply, StaleDraft, Tag
from tests.factories import make_question, make_specialty
from tests.questions.at_desk import address

pytestmark = pytest.mark.django_db


def typed(version: int = 0, **fields) -> dict[str, object]:
    return {"text": "Cool", "explanation": "", "draft_version": version, "draft_key": "k"} | fields


def test_typing_is_kept_as_it_stands_and_changes_nothing_of_the_question(desk, question):
    before = question.history.count()
    fever = Tag.objects.create(name="fever")
    fields = {"summary": "Half a s", "other_tags": "eg", "tags": [fever.pk], "specialty": ""}
    answer = desk.post(address("draft", question), typed(text="Cool the \r\n skin  ", **fields))
    assert answer.json()["version"] == 1
    question.refresh_from_db()
    assert (question.summary, question.tags.count(), question.history.count()) == ("", 0, before)
    assert not Tag.objects.filter(name="eg").exists()
    form = desk.get(address("question", question)).context["form"]
    assert form["text"].value() == "Cool the \n skin  "
    assert form["summary"].value() == "Half a s"
    assert form["other_tags"].value() == "eg"
    assert form["tags"].value() == [str(fever.pk)]


def test_a_thousand_saves_leave_no_history(desk, question):
    for version in range(5):
        assert desk.post(address("draft", question), typed(version, text=f"C{version}")).json()
    assert question.replies.get().history.count() == 1


def test_button_after_typing_stores_all_and_leaves_nothing_half_typed(desk, question):
    desk.post(address("draft", question), typed(other_tags="eg", summary="Half"))
    form = desk.get(address("question", question)).context["form"]
    fields = {name: form[name].value() or [] for name in form.fields}
    fields |= {"other_tags": "egg", "specialty": make_specialty().pk}
    assert desk.post(address("save", question), fields).status_code == 302
    question.refresh_from_db()
    assert (question.summary, list(question.tags.names())) == ("Half", ["egg"])
    assert question.replies.get().typed == {}


def test_longer_than_a_reply_may_be_is_kept_and_only_publishing_refused(desk, question):
    assert desk.post(address("draft", question), typed(text="x" * 6_000)).status_code == 200
    form = desk.get(address("question", question)).context["form"]
    assert len(form["text"].value()) == 6_000


def test_stale_typing_is_refused_with_the_stored_text(desk, question):
    desk.post(address("draft", question), typed(text="First tab.", draft_key="first"))
    answer = desk.post(address("draft", question), typed(text="Second tab."))
    assert answer.status_code == 409
    assert answer.json() | {"text": "First tab.", "version": 1, "key": "first"} == answer.json()
    assert question.replies.get().text == "First tab."


def test_same_text_twice_is_no_conflict_and_brings_the_version(desk, question):
    desk.post(address("draft", question), typed())
    assert desk.post(address("draft", question), typed()).json()["version"] == 1


def test_same_text_kept_again_makes_no_version_and_publishing_it_no_conflict(desk, question):
    fields = typed(text="Words.", explanation="", specialty=question.specialty_id, other_tags="")
    for _save in range(2):
        assert desk.post(address("draft", question), fields).json()["version"] == 1
        fields["draft_version"] = 1
    fields["draft_version"] = 0  # of a tab that has not seen that its own fields are stored
    assert desk.post(address("publish", question), fields).status_code == 302
    assert (question.replies.get().status, question.replies.get().typed) == ("published", {})


def test_where_only_tags_differ_the_two_equal_texts_are_explained(desk, question):
    mine = typed(text="Words.", explanation="", specialty=question.specialty_id, other_tags="egg")
    desk.post(address("draft", question), mine)
    response = desk.post(address("publish", question), mine | {"other_tags": "rash"})
    assert response.status_code == 409
    assert "<p data-same>The texts are the same" in response.text
    response = desk.post(address("publish", question), mine | {"text": "Other words."})
    assert "<p data-same hidden>" in response.text


def test_half_typed_tags_of_another_tab_are_not_lost_by_the_same_text(desk, question):
    desk.post(address("draft", question), typed(other_tags="egg"))
    assert desk.post(address("draft", question), typed(other_tags="milk")).status_code == 409


def test_moderators_change_of_tags_since_the_typing_is_seen_before_it_is_replaced(desk, question):
    shown = desk.get(address("question", question)).context["form"]["version"].value()
    desk.post(address("draft", question), typed(other_tags="egg") | {"version": shown})
    question.tags.add("allergy")
    form = desk.get(address("question", question)).context["form"]
    fields = {name: form[name].value() or [] for name in form.fields}
    fields |= {"specialty": make_specialty().pk, "tags": []}
    response = desk.post(address("publish", question), fields)
    assert "This was changed while you wrote." in response.text
    assert not Reply.objects.published().exists()


def test_what_cannot_be_stored_is_no_reason_to_keep_nothing(desk, question):
    fields = typed(text="Cool\0 the\u202e skin. ", summary="a\0b")
    assert desk.post(address("draft", question), fields).status_code == 200
    draft = question.replies.get()
    assert (draft.text, draft.typed["summary"]) == ("Cool the skin. ", ["ab"])


@pytest.mark.parametrize(
    "fields",
    [
        {"draft_version": "x"},
        {"draft_version": -1},
        {"draft_version": 2**40},
        {"draft_version": ""},
        {"draft_key": "k" * 37},
        {"text": "x" * 200_001},
    ],
)
def test_bad_typing_is_refused_with_a_sentence(desk, question, fields):
    answer = desk.post(address("draft", question), typed() | fields)
    assert answer.status_code == 400
    assert answer.json()["sentence"]


def test_signed_out_and_another_doctor_are_told_so(client, question, other_doctor):
    assert client.post(address("draft", question), typed()).status_code == 401
    client.force_login(other_doctor.user)
    answer = client.post(address("draft", question), typed())
    assert answer.status_code == 403
    assert "Dr. Ada Verified is replying" in answer.json()["sentence"]


def test_asked_for_the_draft_the_site_says_whose_it_is_and_gives_a_key_that_works(doctor, question):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(doctor.user)
    assert browser.post(address("draft", question), typed()).status_code == 403
    state = browser.get(address("draft", question)).json()
    assert (state["user"], state["version"]) == (str(doctor.user.pk), 0)
    fields = typed(csrfmiddlewaretoken=state["token"])
    assert browser.post(address("draft", question), fields).status_code == 200


def test_publishing_a_stale_text_is_refused_and_publishes_nothing(doctor, question):
    save_draft(question=question, by=doctor, text="New.", explanation="", typed={}, version=0)
    with pytest.raises(StaleDraft) as stale:
        save_draft(question=question, by=doctor, text="Old.", explanation="", version=0)
    assert stale.value.draft.text == "New."


@pytest.mark.django_db(transaction=True)
def test_of_eight_tabs_at_once_exactly_one_writes_over_a_version():
    question = make_question(status="claimed")
    doctor, start, won = question.claimed_by, Barrier(8), []

    def write(text):
        start.wait()
        try:
            save_draft(question=question, by=doctor, text=text, explanation="", typed={}, version=0)
            won.append(text)
        except StaleDraft:
            pass
        finally:
            connection.close()

    threads = [Thread(target=write, args=[f"Tab {tab}"]) for tab in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [question.replies.get().text] == won


def test_database_keeps_no_half_typed_fields_beside_what_a_second_doctor_reads(question, doctor):
    typed = {"text": "Give 5 ml.", "explanation": "", "typed": {"summary": ["x"]}}
    save_draft(question=question, by=doctor, **typed)
    reading = {"status": "in_review", "needs_second_reader": True}
    with pytest.raises(IntegrityError, match="half_typed"), transaction.atomic():
        question.replies.update(sent_to_reader_at=timezone.now(), **reading)
