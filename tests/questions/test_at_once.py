"""Two people change one question at the same time: the later sees what the first has done."""

import time
from threading import Event, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string

from askdoctor import worker
from askdoctor.content import load_vocabulary
from doctors.models import Doctor
from questions import actions
from questions.actions import (
    correct_reply,
    edit_question,
    edit_reply,
    merge_tags,
    refresh_tag,
    retract_question,
    tagging,
    withdraw_question,
)
from questions.models import Correction, Question, Tag
from questions.rendering import render_mentioning
from tests.factories import make_question, make_reply
from tests.questions.at_desk import at_desk


def wait_for_a_lock(thread: Thread) -> None:
    """Until somebody waits for what this transaction holds, or the thread is done."""
    while thread.is_alive():
        with connection.cursor() as cursor:
            cursor.execute("SELECT FROM pg_locks WHERE NOT granted")
            if cursor.fetchone() is not None:
                return
        time.sleep(0.01)


@pytest.mark.django_db(transaction=True)
def test_a_removed_name_does_not_come_back_with_a_link_that_was_rendered_meanwhile(moderator):
    mentioned = make_question()
    question = make_question(body=f"Anna Miller asked #{mentioned.pk} too.")

    def render():
        render_mentioning(mentioned.pk)
        connection.close()

    thread = Thread(target=render)
    with transaction.atomic():
        question.body = f"A mother asked #{mentioned.pk} too."
        edit_question(question=question, by=moderator, changed=["body"])
        thread.start()
        wait_for_a_lock(thread)
    thread.join()

    question.refresh_from_db()
    assert "Miller" not in question.body_html


@pytest.mark.django_db
def test_a_change_of_a_row_read_earlier_brings_nothing_old_back(moderator):
    question = make_question(body="Anna Miller asked.")
    earlier, other = Question.objects.get(pk=question.pk), Question.objects.get(pk=question.pk)
    question.body = "A mother asked."
    edit_question(question=question, by=moderator, changed=["body"])

    other.title = "Another title"
    edit_question(question=other, by=moderator, changed=["title"])
    retract_question(question=earlier, by=moderator, reason="It was not safe.")

    question.refresh_from_db()
    assert (question.title, question.status) == ("Another title", "retracted")
    assert "Miller" not in question.body_html
    edited, retracted = list(question.history.all()[:2])[::-1]
    assert [edited.body, retracted.body] == ["A mother asked."] * 2
    assert retracted.title == "Another title"


@pytest.mark.django_db
def test_a_correction_of_a_reply_read_earlier_keeps_the_correction_before(moderator):
    reply = make_question(reply="See Anna Miller.").replies.get()
    earlier = reply.question.replies.get()
    reply.text = "See your doctor."
    edit_reply(reply=reply, by=moderator, changed=["text"])

    earlier.explanation = "Why."
    edit_reply(reply=earlier, by=moderator, changed=["explanation"])

    assert earlier.history.first().text == "See your doctor."


def beside(act, wrong: list) -> Thread:
    """Do it in a thread with a connection of its own; `wrong` gets what went wrong."""

    def run():
        try:
            act()
        except Exception as error:
            wrong.append(repr(error))
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    return thread


def at_once(
    monkeypatch, first, second, *, before="questions.actions.reviewing.write_letter"
) -> list[str]:
    """Do `second` while `first` is about to write its letter, or `before` that; gives what went wrong."""
    wrong, started, does = [], Event(), import_string(before)

    def slowly(*args):
        started.set()
        time.sleep(0.5)
        return does(*args)

    monkeypatch.setattr(before, slowly)
    threads = [beside(first, wrong)]
    started.wait(10)
    threads.append(beside(second, wrong))
    for thread in threads:
        thread.join()
    return wrong


def correction(reply):
    words = {"text": "New words.", "explanation": "", "what": "All.", "why": "It was wrong."}
    return lambda: correct_reply(reply=reply, by=reply.doctor, **words)


@pytest.mark.django_db(transaction=True)
def test_a_correction_and_a_retraction_wait_for_each_other(monkeypatch, doctor, moderator):
    question = make_question(doctor=doctor)

    def retract():
        retract_question(question=question, by=moderator, reason="It was not safe.")

    assert at_once(monkeypatch, correction(question.replies.get()), retract) == []
    question.refresh_from_db()
    assert question.status == "retracted"
    assert Correction.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_doctors_correct_two_replies_of_one_question(monkeypatch, doctor, other_doctor):
    question = make_question(doctor=doctor)
    second = make_reply(question, doctor=other_doctor)
    acts = [correction(question.replies.get(doctor=doctor)), correction(second)]
    assert at_once(monkeypatch, *acts) == []
    assert Correction.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_moderators_edit_and_a_correction_wait_for_each_other(
    monkeypatch, client, doctor, other_doctor, moderator
):
    question = make_question(doctor=doctor)
    second = make_reply(question, doctor=other_doctor, text="Wait.")
    client.force_login(moderator)
    page = reverse("admin:questions_reply_change", args=[second.pk])

    def edit():
        assert client.post(page, {"text": "Wait a day.", "explanation": ""}).status_code == 302

    assert at_once(monkeypatch, correction(question.replies.get(doctor=doctor)), edit) == []
    second.refresh_from_db()
    assert second.text == "Wait a day."


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("last", ["the mention", "the withdrawal"])
def test_a_title_read_while_it_was_withdrawn_leaves_the_page_that_mentions_it(last, moderator):
    """Whichever of the two is stored last, and though the worker has worked out the other by then."""
    withdrawn, public = make_question(title="Anna Miller"), make_question()
    worker.refresh_all_due()
    wrong = []

    def mention():
        public.body = f"As in #{withdrawn.pk}."
        edit_question(question=public, by=moderator, changed=["body"])

    def withdraw():
        withdraw_question(question=withdrawn)

    first, second = (withdraw, mention) if last == "the mention" else (mention, withdraw)
    with transaction.atomic():
        second()
        for act in (first, worker.refresh_all_due):
            beside(act, wrong).join()
    assert wrong == []
    public.refresh_from_db()
    assert "Miller" in public.body_html, "it did not come to it"
    worker.refresh_all_due()
    public.refresh_from_db()
    assert "Miller" not in public.body_html
    assert not Question.objects.due()


# Tags: a change of one reaches over all that carry it, and lets everybody else pass.


def merging(source: str, target: str):
    source, target = Tag.objects.resolve([source, target])
    return lambda: merge_tags(source=source, target=target, by=None)


@pytest.mark.django_db(transaction=True)
def test_who_withdraws_is_not_in_the_way_of_a_merge(moderator):
    mentioning, question = (make_question(tags=["hot"]) for _ in range(2))
    mentioning.body = f"As in #{question.pk}."
    edit_question(question=mentioning, by=moderator, changed=["body"])
    merge, wrong = merging("hot", "fever"), []
    with transaction.atomic():
        question.lock()
        thread = beside(merge, wrong)
        thread.join(1)
        withdraw_question(question=question)  # renders the other one again, which comes before it
    thread.join()
    assert wrong == []
    for row in (mentioning, question):
        assert list(row.tags.names()) == ["fever"]
    assert list(Question.objects.published()) == [mentioning]


def of_a_medicine(tag: Tag):
    tag.kind = "medicine"
    tag.save()
    refresh_tag(tag, by=None)


def of_a_vocabulary(tag: Tag):
    tag.kind = "medicine"
    load_vocabulary.write(load_vocabulary.Plan(retold=[tag]))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", [of_a_medicine, of_a_vocabulary])
def test_who_edits_a_reply_is_not_in_the_way_of_a_tag_that_becomes_a_medicine(change, moderator):
    question, wrong = make_question(tags=["ibu"]), []
    reply, tag = question.replies.get(), Tag.objects.get()
    was_due = reply.review_due_on
    with transaction.atomic():
        question.lock()
        thread = beside(transaction.atomic(lambda: change(tag)), wrong)
        thread.join(1)
        reply.explanation = "Why."
        edit_reply(reply=reply, by=moderator, changed=["explanation"])
    thread.join()
    assert wrong == []
    reply.refresh_from_db()
    assert (reply.explanation, reply.review_due_on < was_due) == ("Why.", True)


@pytest.mark.django_db(transaction=True)
def test_a_tag_that_is_merged_meanwhile_is_given_as_the_one_it_means(moderator):
    question, merge, wrong = make_question(), merging("hot", "fever"), []

    def give():
        edit_question(question=question, by=moderator, changed=[], tags=["hot", "rash"])

    with transaction.atomic():
        merge()
        thread = beside(give, wrong)
        wait_for_a_lock(thread)
    thread.join()
    assert wrong == []
    assert set(question.tags.names()) == {"fever", "rash"}


@pytest.mark.django_db(transaction=True)
def test_a_merge_takes_along_who_has_just_got_the_tag(moderator):
    question, merge, wrong = make_question(), merging("hot", "fever"), []
    with transaction.atomic():
        edit_question(question=question, by=moderator, changed=[], tags=["hot"])
        thread = beside(merge, wrong)
        wait_for_a_lock(thread)
    thread.join()
    assert wrong == []
    assert list(question.tags.names()) == ["fever"]


@pytest.mark.django_db(transaction=True)
def test_tags_added_to_many_leave_those_that_came_meanwhile(client, moderator):
    question, wrong = make_question(tags=["rash"]), []
    client.force_login(moderator)
    page = reverse("admin:questions_question_bulk", args=["tags"]) + f"?ids={question.pk}"

    def add():
        assert client.post(page, {"tag_names": "hot"}).status_code == 302

    with transaction.atomic():
        edit_question(question=question, by=moderator, changed=[], tags=["rash", "fever"])
        thread = beside(add, wrong)
        wait_for_a_lock(thread)
    thread.join()
    assert wrong == []
    assert set(question.tags.names()) == {"rash", "fever", "hot"}


@pytest.mark.django_db(transaction=True)
def test_a_merge_that_is_in_the_way_for_too_long_gives_up_whole(monkeypatch):
    monkeypatch.setattr(tagging, "PATIENCE", 0)
    question, merge, wrong = make_question(tags=["hot"]), merging("hot", "fever"), []
    with transaction.atomic():
        question.lock()
        beside(merge, wrong).join()
    assert [OperationalError.__name__ in error for error in wrong] == [True]
    assert list(question.tags.names()) == ["hot"]


@pytest.mark.django_db(transaction=True)
def test_who_is_being_suspended_takes_no_question(doctor, moderator):
    question, refused = make_question(status="open"), []
    earlier = Doctor.objects.get(pk=doctor.pk)

    def claim():
        try:
            actions.claim_question(question=question, by=earlier)
        except PermissionDenied as refusal:
            refused.append(str(refusal))
        finally:
            connection.close()

    thread = Thread(target=claim)
    with transaction.atomic():
        doctor.suspend(by=moderator)
        thread.start()
        wait_for_a_lock(thread)
    thread.join()
    question.refresh_from_db()
    assert question.status == "open"
    assert "suspended" in refused[0]


TO_READ = {"text": "Give 5 ml.", "explanation": ""}
OF_DOCTORS = {
    "claim": lambda by, own, other: actions.claim_question(
        question=make_question(status="open"), by=by
    ),
    "second reply": lambda by, own, other: actions.publish_reply(
        question=other.question, by=by, text="Wait.", explanation="", is_second=True
    ),
    "correct": lambda by, own, other: correct_reply(
        reply=own, by=by, text="New words.", explanation="", what="All.", why="It was wrong."
    ),
    "confirm": lambda by, own, other: actions.confirm_reply(
        reply=own, by=by, seen=actions.version_of(own)
    ),
    "approve": lambda by, own, other: actions.approve_reply(
        reply=other, by=by, seen=actions.version_of(other)
    ),
    "send back": lambda by, own, other: actions.send_back_reply(
        reply=other, by=by, seen=actions.version_of(other), note="Less."
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("act", OF_DOCTORS)
def test_who_was_suspended_since_they_were_read_does_nothing_more(
    act, doctor, other_doctor, moderator
):
    own = make_question(doctor=doctor).replies.get()
    other = actions.publish_reply(
        question=make_question(), by=other_doctor, is_second=True, **TO_READ
    )
    earlier = Doctor.objects.get(pk=doctor.pk)
    assert earlier.can_reply(on=timezone.localdate())
    doctor.suspend(by=moderator)
    with pytest.raises(PermissionDenied, match="suspended"):
        OF_DOCTORS[act](earlier, own, other)


@pytest.mark.django_db(transaction=True)
def test_a_reply_and_the_suspension_of_its_doctor_wait_for_each_other(
    monkeypatch, doctor, moderator
):
    question = make_question(status="claimed", doctor=doctor)
    desk = at_desk(doctor.user)
    page = reverse("desk_publish", args=[question.pk])
    words = {"text": "Wait.", "summary": "A line.", "specialty": question.specialty_id}

    def publish():
        assert desk.post(page, words).status_code == 302

    def suspend():
        doctor.suspend(by=moderator)

    before = "questions.views.desk.sentence_of_new"
    assert at_once(monkeypatch, publish, suspend, before=before) == []
    question.refresh_from_db()
    doctor.refresh_from_db()
    assert question.status == "published"
    assert doctor.suspended_at


@pytest.mark.django_db(transaction=True)
def test_a_correction_in_one_tab_and_typing_in_another_wait_for_each_other(
    monkeypatch, client, doctor
):
    reply = make_question(doctor=doctor).replies.get()
    client.force_login(doctor.user)
    page = reverse("desk_correct", args=[reply.pk])
    words = {"text": "New words.", "what": "All.", "why": "It was wrong."}

    def correct():
        assert client.post(page, words).status_code == 302

    def type_on():
        typed = {"text": ["Newer words."]}
        actions.keep_correction(reply=reply, by=reply.doctor, typed=typed, version=None, key="")

    before = "questions.views.desk_reviews.reasons_in"
    assert at_once(monkeypatch, correct, type_on, before=before) == []
    assert Correction.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_who_writes_a_draft_does_not_wait_for_a_suspension_that_waits_for_them(
    client, doctor, moderator
):
    question = make_question(status="claimed", doctor=doctor)
    client.force_login(moderator)
    page = reverse("admin:doctors_doctor_change", args=[doctor.pk])
    form = client.get(page).context["adminform"].form
    fields = {name: value for name in form.fields if (value := form[name].value())}
    codes = []

    def suspend():
        try:
            codes.append(client.post(page, fields | {"_suspend": "1"}).status_code)
        except OperationalError as error:  # each waited for the other
            codes.append(str(error))
        finally:
            connection.close()

    thread = Thread(target=suspend)
    with transaction.atomic():
        actions.locked(question)
        thread.start()
        wait_for_a_lock(thread)
        question.replies.create(doctor=doctor, text="Begun.")
    thread.join()
    assert codes == [302]
    question.refresh_from_db()
    assert question.status == "open"
