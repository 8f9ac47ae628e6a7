"""The tasks of the worker: enqueued when something is due, each once, and none stuck."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from askdoctor import tasks, worker
from askdoctor.management.commands.worker import Taker
from doctors import postman
from questions.models import Letter, Question
from tests.factories import make_letter, make_question

pytestmark = pytest.mark.django_db
results = DBTaskResult.objects


def waiting() -> list[str]:
    return sorted(one.task_name for one in results.ready())


def do_all(queue: str = tasks.CHANGES) -> None:
    """As the worker does it, until nothing waits in the queue."""
    loop = Taker(queue, lambda: False).loop
    while result := results.ready().filter(queue_name=queue).first():
        result.claim(loop.worker_id)
        loop.run_task(result)


def test_what_is_due_is_enqueued_once_and_in_its_queue():
    make_letter()  # of a question that is due as well
    schedule = tasks.Schedule()
    for _ in range(2):
        schedule()
    assert waiting() == ["keep_house", "keep_time", "recount", "refresh", "send_letters"]
    assert results.get(task_path__endswith="send_letters").queue_name == tasks.LETTERS
    assert set(results.values_list("queue_name", flat=True)) == {tasks.LETTERS, tasks.CHANGES}


def test_where_nothing_is_due_only_time_passes():
    schedule = tasks.Schedule()
    schedule(now=1000)
    for seconds, due in [(14, []), (15, ["keep_time"]), (3601, ["keep_house", "keep_time"])]:
        results.all().delete()
        schedule(now=1000 + seconds)
        assert waiting() == due


def test_counting_anew_comes_first_and_what_has_changed_last():
    make_question()
    tasks.Schedule()()
    names = [one.task_name for one in results.ready()]
    assert (names[0], names[-1]) == ("recount", "refresh")


def test_a_task_that_failed_rests_before_it_is_enqueued_again():
    make_question()
    tasks.enqueue(tasks.refresh)
    results.get().set_failed(ValueError("no"))
    assert tasks.enqueue(tasks.refresh) is None
    assert tasks.backlog() == (0, 0, 1)
    results.update(finished_at=timezone.now() - tasks.REST_AFTER_FAILURE)
    assert tasks.enqueue(tasks.refresh)
    assert tasks.backlog() == (1, 0, 1)


def test_a_failure_in_the_future_of_a_clock_that_was_wrong_holds_up_nothing():
    tasks.enqueue(tasks.refresh)
    results.get().set_failed(ValueError("no"))
    results.update(finished_at=timezone.now() + timedelta(days=1))
    tasks.enqueue(tasks.refresh)
    assert waiting() == ["refresh"]


@pytest.mark.parametrize("name", ["recount", "keep_house"])
def test_what_comes_at_its_time_is_done_again_where_it_failed(monkeypatch, name):
    schedule = tasks.Schedule()
    with monkeypatch.context() as patched:
        patched.setattr(worker, name, lambda: 1 / 0)
        schedule(now=0)
        do_all()
    failed = results.failed().get()
    assert failed.task_name == name
    assert failed.traceback == ""  # the log has it
    schedule(now=1)
    assert waiting() == []
    results.update(finished_at=timezone.now() - tasks.REST_AFTER_FAILURE)
    schedule(now=6)
    assert waiting() == [name]
    do_all()
    schedule(now=7)
    assert waiting() == []


def test_house_keeping_puts_back_what_is_lost_and_forgets_what_is_done(monkeypatch):
    for name in ["lost", "running", "done", "failed", "failed long ago"]:
        tasks.refresh.enqueue()
        results.get(status="READY").claim(name)
        if name == "done":
            results.get(worker_ids=[name]).set_successful(None)
        if name.startswith("failed"):
            results.get(worker_ids=[name]).set_failed(ValueError("no"))
    yesterday = timezone.now() - timedelta(days=1)
    results.filter(worker_ids=["failed long ago"]).update(finished_at=yesterday)
    results.filter(worker_ids=["lost"]).update(started_at=timezone.now() - tasks.LOST_AFTER)
    monkeypatch.setattr(worker, "keep_house", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):  # and what fails then holds up none of it
        tasks.keep_house.call()
    left = {one.worker_ids[0]: one.status for one in results.all()}
    assert left == {"lost": "READY", "running": "RUNNING", "failed": "FAILED"}


def test_a_task_leaves_the_rest_to_the_next_one(monkeypatch):
    for _ in range(3):
        make_question()
    monkeypatch.setattr(tasks, "AT_A_TIME", 0)
    refresh_some = worker.refresh_some
    monkeypatch.setattr(worker, "refresh_some", lambda: refresh_some(limit=1))
    tasks.refresh.call()
    assert Question.objects.due().count() == 2


def test_where_the_worker_is_to_end_nothing_new_is_begun():
    make_letter()
    tasks.stopping.set()
    try:
        tasks.send_letters.call()
    finally:
        tasks.stopping.clear()
    assert Letter.objects.due().count() == 1


def test_what_was_sent_and_not_written_down_yet_is_due():
    letter = make_letter(due_at=timezone.now() + timedelta(hours=1), unclear_count=1)
    schedule = tasks.Schedule()
    schedule(now=0)
    assert "send_letters" not in waiting()
    postman._taken.append((Letter, letter.pk, timezone.now()))
    schedule(now=1)
    assert "send_letters" in waiting()
    do_all(tasks.LETTERS)
    letter.refresh_from_db()
    assert letter.status == "sent"
