"""A question is a doctor's for four hours at a time."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from questions import actions
from questions.models import IllegalChange, Question, Reply
from tests.factories import make_doctor, make_question, make_reply, make_specialty
from tests.questions.at_desk import Desk, address

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def written(**fields) -> dict[str, object]:
    return {"text": "Cool the skin.", "specialty": make_specialty().pk} | fields


def save(question, doctor, now):
    words = {"text": "Words.", "explanation": "", "summary": "", "tags": []}
    return actions.save_draft(question=question, by=doctor, now=now, **words)


def run_out(question: Question) -> None:
    """As if four hours had passed since it was taken."""
    now = timezone.now()
    times = {"claimed_at": now - 5 * HOUR, "lease_until": now - HOUR}
    Question.objects.filter(pk=question.pk).update(**times)
    question.refresh_from_db()


def at_once(count: int, work) -> None:
    """Do `work(number)` in so many threads that begin together."""
    start = Barrier(count)

    def run(number):
        start.wait()
        try:
            work(number)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[number]) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_taken_question_is_held_for_four_hours(doctor, other_doctor):
    question, now = make_question(status="open"), timezone.now()
    actions.claim_question(question=question, by=doctor, now=now)
    assert question.lease_until == now + 4 * HOUR
    assert question.is_held_by(doctor, now + 3 * HOUR)
    assert not question.is_held_by(other_doctor, now)
    assert question.holder(now + 4 * HOUR) is None


def test_each_save_prolongs_it_and_fills_no_history(doctor):
    question, now = make_question(status="open"), timezone.now()
    actions.claim_question(question=question, by=doctor, now=now)
    before = question.history.count()
    save(question, doctor, now + 3 * HOUR)
    question.refresh_from_db()
    assert question.lease_until == now + 7 * HOUR
    assert question.history.count() == before


def test_what_has_run_out_can_neither_be_saved_nor_published(doctor):
    question, now = make_question(status="open"), timezone.now()
    actions.claim_question(question=question, by=doctor, now=now)
    with pytest.raises(PermissionDenied):
        save(question, doctor, now + 4 * HOUR)
    with pytest.raises(PermissionDenied):
        actions.publish_reply(
            question=question,
            by=doctor,
            text="Words.",
            explanation="",
            summary="",
            tags=[],
            now=now + 4 * HOUR,
        )
    assert not Reply.objects.published().exists()


def test_text_of_a_lease_that_ran_out_is_kept_and_taken_up_again(desk, doctor):
    question = make_question(status="claimed", doctor=doctor)
    run_out(question)
    response = desk.post(address("publish", question), written(text="Four hours of work."))
    assert response.status_code == 403
    assert "You do not hold this question any more." in response.text
    assert "Four hours of work." in response.text
    assert "Take it again with this text" in response.text
    desk.post(address("claim", question), written(text="Four hours of work.", draft_version=0))
    desk.post(address("publish", question), written(text="Four hours of work."))
    assert Reply.objects.published().get().text == "Four hours of work."


def test_taken_again_with_what_cannot_be_published_yet_the_text_is_kept(desk, doctor):
    question = make_question(status="claimed", doctor=doctor)
    run_out(question)
    typed = written(text="Half a reply.", specialty="nowhere", draft_version=0)
    assert desk.post(address("claim", question), typed).status_code == 302
    question.refresh_from_db()
    assert question.is_held_by(doctor)
    assert question.replies.get().text == "Half a reply."


def test_what_was_typed_as_a_second_reply_comes_back_where_there_is_no_first(desk):
    question = make_question(status="open")
    typed = written(text="A second reply.", draft_version=0, is_second="1")
    response = desk.post(address("claim", question), typed)
    assert response.status_code == 403
    assert "A second reply." in response.text


def test_what_no_draft_holds_is_refused_before_the_question_is_taken(desk, doctor):
    question = make_question(status="claimed", doctor=doctor)
    run_out(question)
    response = desk.post(address("claim", question), written(text="x" * 200_001, draft_version=0))
    assert "at most 200000 characters" in response.text
    question.refresh_from_db()
    assert not question.is_held_by(doctor)


def test_who_looks_meanwhile_sees_what_has_run_out_as_free(desk, other_doctor):
    question = make_question(status="claimed", doctor=other_doctor)
    assert "Bo Colleague is replying" in desk.get(address("question", question)).text
    run_out(question)
    page = desk.get(address("question", question))
    assert "Take this question" in page.text
    assert "is replying" not in desk.get(reverse("desk")).text
    assert desk.post(address("claim", question)).status_code == 302
    statuses = [row.status for row in question.history.all()[:2]]
    assert statuses == ["claimed", "open"]


def test_worker_gives_back_what_has_run_out_with_a_line_of_history(doctor):
    gone, held = (make_question(status="claimed", doctor=doctor) for _ in range(2))
    run_out(gone)
    assert actions.keep_time() == 1
    gone.refresh_from_db()
    held.refresh_from_db()
    assert (gone.status, gone.claimed_by, gone.lease_until) == ("open", None, None)
    assert gone.history.first().status == "open"
    assert held.status == "claimed"
    assert actions.keep_time() == 0


def test_second_doctor_is_told_by_whom_and_until_when(desk, other_doctor):
    question = make_question(status="claimed", doctor=other_doctor)
    Question.objects.update(lease_until=timezone.now().replace(minute=17) + 2 * HOUR)
    response = desk.post(address("claim", question))
    assert response.status_code == 409
    assert "Dr. Bo Colleague is replying" in response.text
    assert "at the latest until" in response.text
    assert ":17" in response.text


@pytest.mark.parametrize("minutes", [-1, 1])
def test_what_is_kept_for_another_doctor_waits_for_its_time(desk, doctor, other_doctor, minutes):
    question = make_question(status="open")
    with transaction.atomic():
        question.lock()
        since = timezone.now() - Question.KEPT + timedelta(minutes=minutes)
        question.keep_for(other_doctor, by=None, now=since)
    is_kept = minutes > 0
    assert ("kept for Dr. Bo Colleague" in desk.get(reverse("desk")).text) == is_kept
    assert desk.post(address("claim", question)).status_code == (409 if is_kept else 302)


def test_what_is_kept_for_who_may_not_reply_any_more_is_free(desk, other_doctor, moderator):
    question = make_question(status="open")
    question.keep_for(other_doctor, by=None)
    other_doctor.suspend(by=moderator)
    assert "kept for" not in desk.get(reverse("desk")).text
    assert "Take this question" in desk.get(address("question", question)).text
    assert desk.post(address("claim", question)).status_code == 302


def test_who_it_is_kept_for_takes_it(doctor, other_doctor):
    question = make_question(status="open")
    question.keep_for(doctor, by=None)
    with pytest.raises(IllegalChange, match="is kept for Dr. Ada Verified until"):
        actions.claim_question(question=question, by=other_doctor)
    actions.claim_question(question=question, by=doctor)
    assert (question.kept_for, question.kept_until) == (None, None)


# What the database does not take


@pytest.mark.parametrize(
    "wrong",
    [
        {"lease_until": None},
        {"claimed_at": None},
        {"claimed_by": None},
        {"status": "open"},
        {"claimed_at": timezone.now() + timedelta(days=9)},
    ],
)
def test_claim_and_lease_stand_or_fall_together(doctor, wrong):
    make_question(status="claimed", doctor=doctor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.update(**wrong)


@pytest.mark.parametrize("wrong", [{"kept_until": None}, {"kept_for": None}, {"status": "pending"}])
def test_only_an_open_question_is_kept_for_someone_and_for_a_time(doctor, wrong):
    make_question(status="open").keep_for(doctor, by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.update(**wrong)


def test_two_first_replies_cannot_be_published(doctor, other_doctor):
    question = make_question(doctor=doctor)
    with (
        pytest.raises(IntegrityError, match="one_published_reply_at_a_place"),
        transaction.atomic(),
    ):
        make_reply(question, doctor=other_doctor, place=1)
    make_reply(question, doctor=other_doctor)
    assert [reply.place for reply in question.replies.shown()] == [1, 2]


# Many at once


@pytest.mark.django_db(transaction=True)
def test_thirty_doctors_who_publish_at_once_give_one_reply():
    doctors = [make_doctor() for _ in range(30)]
    question, said = make_question(status="open"), {}
    typed = written()

    def answer(number):
        browser = Desk(raise_request_exception=False)  # on a busy machine some wait too long
        browser.force_login(doctors[number].user)
        browser.post(address("claim", question))
        text = f"Reply of {number}."
        said[number] = browser.post(address("publish", question), typed | {"text": text})

    at_once(30, answer)
    reply = Reply.objects.published().get()
    winner = doctors.index(reply.doctor)
    assert reply.text == f"Reply of {winner}."
    codes = [response.status_code for response in said.values()]
    assert codes.count(302) == 1
    assert set(codes) <= {302, 403, 404, 503}
    # Whoever was still at their page has their own text before them.
    refused = {number: each for number, each in said.items() if each.status_code == 403}
    assert all(f"Reply of {number}." in each.text for number, each in refused.items())
    question.refresh_from_db()
    assert (question.status, question.claimed_by) == ("published", None)


@pytest.mark.django_db(transaction=True)
def test_of_many_first_replies_written_past_every_check_the_database_takes_one():
    question = make_question()
    Reply.objects.all().delete()
    doctors, refused = [make_doctor() for _ in range(30)], []

    def write(number):
        try:
            make_reply(question, doctor=doctors[number], place=1)
        except IntegrityError:
            refused.append(number)

    at_once(30, write)
    assert Reply.objects.published().count() == 1
    assert len(refused) == 29


@pytest.mark.django_db(transaction=True)
def test_two_doctors_and_the_worker_meet_where_time_has_run_out():
    doctors = [make_doctor(), make_doctor()]
    question = make_question(status="claimed")
    run_out(question)
    taken = []

    def take(number):
        if number == 2:
            actions.keep_time()
            return
        try:
            row = Question.objects.get(pk=question.pk)
            actions.claim_question(question=row, by=doctors[number])
            taken.append(doctors[number])
        except IllegalChange as refusal:
            assert "is replying" in str(refusal)

    at_once(3, take)
    question.refresh_from_db()
    assert taken == [question.claimed_by]
    assert question.status == "claimed"


def test_worker_looks_at_the_clock(doctor):
    question = make_question(status="claimed", doctor=doctor)
    run_out(question)
    call_command("worker", once=True)
    question.refresh_from_db()
    assert question.status == "open"


def test_nobody_takes_what_they_may_not_reply_to(unverified_doctor):
    """Whatever a view lets through."""
    question = make_question(status="open")
    stranger = make_doctor(specialty=make_specialty("cardiology"))
    for doctor in (unverified_doctor, stranger):
        with pytest.raises(PermissionDenied):
            actions.claim_question(question=question, by=doctor)
    assert Question.objects.get().status == "open"
