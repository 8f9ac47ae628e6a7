"""The tasks of the worker: enqueued when something is due, each once, and none stuck."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from askdoctor import tasks
from questions.models import Question
from tests.factories import make_letter, make_question

pytestmark = pytest.mark.django_db
results = DBTaskResult.objects


def waiting():
    return sorted(one.task_name for one in results.ready())


def test_what_is_due_is_enqueued_once_and_in_its_queue():
    make_letter()  # of a question that is due as well
    schedule = tasks.Schedule()
    for _ in range(2):
        schedule()
    assert waiting() == ["keep_house", "keep_time", "recount", "refresh", "send_letters"]
    assert results.get(task_path__endswith="send_letters").queue_name == tasks.LETTERS
    assert set(results.values_list("queue_name", flat=True)) == {tasks.LETTERS, tasks.CHANGES}


def test_where_nothing_is_due_only_time_passes(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(tasks.time, "monotonic", lambda: now[0])
    schedule = tasks.Schedule()
    schedule()
    for seconds, due in [(14, []), (15, ["keep_time"]), (3601, ["keep_house", "keep_time"])]:
        results.all().delete()
        now[0] = 1000 + seconds
        schedule()
        assert waiting() == due


def test_what_waits_for_a_worker_comes_in_the_order_of_its_weight():
    make_question()
    tasks.Schedule()()
    assert [one.task_name for one in results.ready()][0] == "recount"
    assert [one.task_name for one in results.ready()][-1] == "refresh"


def test_a_task_that_failed_rests_before_it_is_enqueued_again():
    make_question()
    tasks.enqueue(tasks.refresh)
    results.get().set_failed(ValueError("no"))
    tasks.enqueue(tasks.refresh)
    assert tasks.backlog() == (0, 0, 1)
    results.update(finished_at=timezone.now() - tasks.REST_AFTER_FAILURE)
    tasks.enqueue(tasks.refresh)
    assert tasks.backlog() == (1, 0, 1)


def test_a_failure_in_the_future_of_a_clock_that_was_wrong_holds_up_nothing():
    tasks.enqueue(tasks.refresh)
    results.get().set_failed(ValueError("no"))
    results.update(finished_at=timezone.now() + timedelta(days=1))
    tasks.enqueue(tasks.refresh)
    assert waiting() == ["refresh"]


def test_house_keeping_puts_back_what_is_lost_and_forgets_what_is_old():
    ages = {
        "lost": 2,
        "running": 0,
        "done": 25,
        "done lately": 1,
        "failed": 25,
        "failed long ago": 400,
    }
    for name, hours in ages.items():
        tasks.refresh.enqueue()
        result = results.latest("enqueued_at")
        result.claim(name)
        at = timezone.now() - timedelta(hours=hours)
        if name.startswith("done"):
            result.set_successful(None)
        if name.startswith("failed"):
            result.set_failed(ValueError("no"))
        results.filter(pk=result.pk).update(started_at=at)
        results.filter(pk=result.pk, finished_at__isnull=False).update(finished_at=at)
    tasks.keep_house.call()
    left = {one.worker_ids[0]: one.status for one in results.all()}
    assert left == {
        "lost": "READY",
        "running": "RUNNING",
        "done lately": "SUCCESSFUL",
        "failed": "FAILED",
    }


def test_a_task_leaves_the_rest_to_the_next_one(monkeypatch):
    for _ in range(3):
        make_question()
    monkeypatch.setattr(tasks, "AT_A_TIME", 0)
    monkeypatch.setattr(tasks.worker.refresh_some, "__defaults__", (1,))
    tasks.refresh.call()
    assert Question.objects.due().count() == 2
