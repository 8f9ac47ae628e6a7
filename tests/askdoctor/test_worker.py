"""The worker: what is due gets done, whatever happens to the process that does it."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from askdoctor import worker
from questions import search_documents
from questions.actions import withdraw_question
from questions.models import Contact, Letter, Question, SimilarQuestion, Tag
from questions.rendering import render_crossed
from tests.database import url_of_test_database
from tests.factories import make_letter, make_question
from tests.questions.mail_server import MailServer

MANAGE = Path(__file__).parents[2] / "manage.py"


@pytest.mark.django_db
def test_what_is_due_is_worked_out_and_due_no_more():
    asked, other = make_question(tags=["itp"]), make_question(tags=["itp"])
    call_command("worker", once=True)
    assert not Question.objects.due().exists()
    assert SimilarQuestion.objects.get(question=asked).similar == other
    assert Tag.objects.get().published_count == 2


@pytest.mark.django_db
def test_a_withdrawn_question_leaves_lists_and_counts():
    _asked, other = make_question(tags=["itp"]), make_question(tags=["itp"])
    worker.refresh_all_due()
    withdraw_question(question=other)
    worker.refresh_all_due()
    assert not SimilarQuestion.objects.exists()
    assert Tag.objects.get().published_count == 1


@pytest.mark.django_db
def test_doing_it_twice_changes_nothing():
    for _ in range(3):
        make_question(tags=["itp"])
    worker.refresh_all_due()
    first = list(SimilarQuestion.objects.order_by("question", "similar").values("score"))
    Question.objects.update(refresh_due_at=timezone.now())
    worker.refresh_all_due()
    assert first == list(SimilarQuestion.objects.order_by("question", "similar").values("score"))
    assert Tag.objects.get().published_count == 3


@pytest.mark.django_db
def test_what_became_due_again_meanwhile_stays_due():
    question = make_question()
    seen = question.refresh_due_at
    later = seen + timedelta(seconds=1)
    Question.objects.update(refresh_due_at=later)
    worker.clear([(question.pk, seen)])
    assert Question.objects.due().get().refresh_due_at == later


@pytest.mark.django_db
def test_what_became_due_while_the_clock_was_a_day_ahead_is_worked_out_at_once():
    make_question()
    Question.objects.update(refresh_due_at=timezone.now() + timedelta(days=1))
    assert worker.refresh_some() == 1
    assert not Question.objects.due()


@pytest.mark.django_db
def test_one_question_that_fails_is_put_off_whole_and_holds_up_no_other(monkeypatch, caplog):
    bad, _good = make_question(tags=["itp"]), make_question(tags=["fever"])
    index = search_documents.index
    monkeypatch.setattr(
        search_documents, "index", lambda ids: index([1 / (pk - bad.pk) and pk for pk in ids])
    )
    assert worker.refresh_all_due() == 2
    assert Question.objects.due().get() == bad
    assert not Tag.objects.get(name="itp").published_count
    assert Tag.objects.get(name="fever").published_count == 1
    assert f"Question #{bad.pk} could not be worked out" in caplog.text
    monkeypatch.undo()
    assert worker.refresh_some() == 0
    assert worker.backlog() == (1, timedelta())
    Question.objects.due().update(refresh_due_at=F("refresh_due_at") - worker.PUT_OFF)
    assert worker.refresh_some() == 1
    assert Tag.objects.get(name="itp").published_count == 1


@pytest.mark.django_db
def test_what_cannot_be_rendered_again_stays_due_with_those_it_mentions(monkeypatch):
    mentioned = make_question()
    make_question()
    mentioning = make_question(body=f"As in #{mentioned.pk}.")
    monkeypatch.setattr("questions.rendering.save_rendered", lambda question: 1 / 0)
    worker.refresh_all_due()
    assert set(Question.objects.due()) == {mentioned, mentioning}
    monkeypatch.undo()
    Question.objects.due().update(refresh_due_at=F("refresh_due_at") - worker.PUT_OFF)
    assert worker.refresh_all_due() == 2


@pytest.mark.django_db
def test_one_query_says_that_nothing_is_to_be_rendered_again(django_assert_num_queries):
    mentioned, other = make_question(), make_question()
    mentioning = make_question(body=f"As in #{mentioned.pk}.")
    long_since = mentioned.changed_at - timedelta(hours=2)
    Question.objects.filter(pk=mentioned.pk).update(changed_at=long_since)
    with django_assert_num_queries(1):
        render_crossed([mentioned.pk, mentioning.pk, other.pk])


@pytest.mark.django_db
def test_status_says_how_much_is_due_and_since_when(capsys):
    make_question()
    Question.objects.update(refresh_due_at=timezone.now() - timedelta(seconds=90))
    make_letter(status="failed")
    Question.objects.filter(contact__isnull=False).update(refresh_due_at=None)
    call_command("worker", status=True)
    assert capsys.readouterr().out.splitlines() == [
        "1 questions due, the oldest for 90 s",
        "0 letters wait, 1 have failed",
        "0 letters to staff wait, 0 have failed",
        "0 tasks wait, 0 run, 0 have failed",
        "told by e-mail of an urgent question: 0 people",
    ]


@pytest.fixture
def start_worker(transactional_db):
    """A worker of its own on the database of the test, ended with the test."""
    processes = []

    def start(*arguments, **options):
        environment = {**os.environ, "DATABASE_URL": url_of_test_database()}
        command = [sys.executable, str(MANAGE), "worker", *arguments]
        processes.append(subprocess.Popen(command, env=environment, **options))
        return processes[-1]

    yield start
    for process in processes:
        process.kill()
        process.wait()


def wait_until(true, seconds=20):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def test_a_worker_killed_in_the_middle_leaves_work_due_and_the_next_one_finishes(start_worker):
    asked, other = make_question(tags=["itp"]), make_question(tags=["itp"])
    with connection.cursor() as cursor:
        # Another's lock on its table stops the worker in the middle of its batch.
        connection.set_autocommit(False)
        cursor.execute("LOCK TABLE questions_questionprofile IN EXCLUSIVE MODE")
        first = start_worker("--once")
        wait_until(lambda: waits_for_lock(cursor, "questions_questionprofile"))
        first.send_signal(signal.SIGKILL)
        first.wait()
        connection.rollback()
        connection.set_autocommit(True)
    assert Question.objects.due().count() == 2
    assert Tag.objects.get().published_count == 0
    assert start_worker("--once").wait(timeout=30) == 0
    assert not Question.objects.due().exists()
    assert SimilarQuestion.objects.get(question=asked).similar == other
    assert Tag.objects.get().published_count == 2


def waits_for_lock(cursor, table):
    cursor.execute(
        "SELECT EXISTS (SELECT 1 FROM pg_locks JOIN pg_class ON pg_class.oid = relation"
        " WHERE NOT granted AND relname = %s)",
        [table],
    )
    return cursor.fetchone()[0]


def test_a_task_whose_worker_was_killed_is_done_by_the_next_one(start_worker):
    make_question(tags=["itp"])
    with connection.cursor() as cursor:
        connection.set_autocommit(False)
        cursor.execute("LOCK TABLE questions_questionprofile IN EXCLUSIVE MODE")
        first = start_worker(stderr=subprocess.DEVNULL)
        wait_until(lambda: waits_for_lock(cursor, "questions_questionprofile"))
        first.send_signal(signal.SIGKILL)
        first.wait()
        connection.rollback()
        connection.set_autocommit(True)
    begun = DBTaskResult.objects.running().get(task_path="askdoctor.tasks.refresh")
    start_worker()
    wait_until(lambda: not Question.objects.due().exists())
    wait_until(lambda: not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists())
    # Where house was kept after it, it is gone already.
    ended = DBTaskResult.objects.filter(pk=begun.pk).first()
    assert ended is None or len(set(ended.worker_ids)) == 2


def test_two_workers_at_once_do_no_harm(start_worker):
    for _ in range(12):
        make_question(tags=["itp"])
    workers = [start_worker("--once"), start_worker("--once")]
    assert [process.wait(timeout=30) for process in workers] == [0, 0]
    assert Tag.objects.get().published_count == 12
    assert not Question.objects.due().exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_running_worker_takes_up_what_comes_and_ends_on_a_signal(start_worker, number):
    running = start_worker()
    make_question(tags=["itp"])
    wait_until(lambda: not Question.objects.due().exists())
    running.send_signal(number)
    assert running.wait(timeout=10) == 0


def test_a_worker_outlives_the_end_of_its_connection(start_worker):
    start_worker(stderr=subprocess.DEVNULL)
    make_question(tags=["itp"])
    wait_until(lambda: not Question.objects.due().exists())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    make_question(tags=["itp"])
    wait_until(lambda: not Question.objects.due().exists())


def test_a_worker_ends_with_the_process_that_started_it(transactional_db):
    starter = (
        "import os, subprocess, sys;"
        f"print(subprocess.Popen([sys.executable, {str(MANAGE)!r}, 'worker',"
        " f'--stop-with={os.getpid()}'], stdout=subprocess.DEVNULL).pid, flush=True);"
        "sys.stdin.read()"
    )
    environment = {**os.environ, "DATABASE_URL": url_of_test_database()}
    parent = subprocess.Popen(
        [sys.executable, "-c", starter],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    pid = int(parent.stdout.readline())
    make_question(tags=["itp"])
    wait_until(lambda: not Question.objects.due().exists())
    parent.kill()
    parent.wait()
    parent.stdin.close()
    parent.stdout.close()
    wait_until(lambda: has_ended(pid), seconds=5)


def has_ended(pid):
    """Gone, or a zombie that nobody has asked for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.django_db
def test_draft_that_was_never_sent_is_deleted_when_its_day_is_over(client):
    client.post("/ask/question/", {"title": "Never sent"})
    call_command("worker", once=True)
    assert Session.objects.count() == 1
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    call_command("worker", once=True)
    assert not Session.objects.exists()


# Letters


@pytest.fixture
def mail_server(monkeypatch):
    with MailServer() as server:
        monkeypatch.setenv("EMAIL_URL", server.url)
        yield server


def test_a_running_worker_sends_what_is_due(start_worker, mail_server):
    start_worker()
    letter = make_letter()
    wait_until(lambda: Letter.objects.get().status == "sent")
    assert [message["Message-ID"] for message in mail_server.taken] == [letter.message_id]


def test_a_worker_killed_after_the_server_took_a_letter_sends_it_once_more_at_most(
    start_worker, mail_server
):
    letter, mail_server.pause = make_letter(), 10
    for _ in range(2):
        worker = start_worker(stderr=subprocess.DEVNULL)
        taken = len(mail_server.taken)
        wait_until(lambda taken=taken: len(mail_server.taken) > taken)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        assert Letter.objects.get().status == "waiting"
        end_pauses()
    start_worker()
    wait_until(lambda: Letter.objects.get().status == "failed")
    sent = [message["Message-ID"] for message in mail_server.taken]
    assert sent == [letter.message_id] * 2


def end_pauses():
    """As if the time had passed after which an interrupted letter goes out again."""
    Letter.objects.waiting().update(due_at=timezone.now())


def test_two_workers_at_once_send_each_letter_once(start_worker, mail_server):
    mail_server.pause = 0.05
    message_ids = {make_letter().message_id for _ in range(12)}
    workers = [start_worker("--once"), start_worker("--once")]
    assert [process.wait(timeout=30) for process in workers] == [0, 0]
    assert len(mail_server.taken) == 12
    assert {message["Message-ID"] for message in mail_server.taken} == message_ids


def test_two_running_workers_share_letters_and_the_second_disturbs_none(start_worker, mail_server):
    mail_server.pause = 0.1
    message_ids = {make_letter().message_id for _ in range(20)}
    start_worker()
    wait_until(lambda: mail_server.taken)
    start_worker()  # puts back what the first one is at
    wait_until(lambda: not Letter.objects.unsent().exists())
    wait_until(lambda: not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists())
    sent = Counter(message["Message-ID"] for message in mail_server.taken)
    assert sent == dict.fromkeys(message_ids, 1)


KILLS = int(os.environ.get("KILLS", "20"))


def test_killed_workers_deliver_every_letter_and_none_more_than_twice(start_worker, mail_server):
    """Killed at random moments, `KILLS` times; every other time while a letter is on the line."""
    mail_server.pause = 0.05
    message_ids = {make_letter().message_id for _ in range(40)}
    for kill in range(KILLS):
        process, taken = start_worker(stderr=subprocess.DEVNULL), len(mail_server.taken)
        if kill % 2:
            wait_until(lambda taken=taken: len(mail_server.taken) > taken or not is_anything_due())
        time.sleep(random.uniform(0, 0.1 if kill % 2 else 1.5))  # noqa: S311 - any moment will do
        process.kill()
        process.wait()
    wait_until(lambda: not is_being_sent_now())
    end_pauses()
    start_worker()
    wait_until(lambda: not Letter.objects.unsent().exists(), seconds=60)
    sent = Counter(message["Message-ID"] for message in mail_server.taken)
    assert set(sent) == message_ids
    assert max(sent.values()) <= 2
    assert sent.total() <= 40 + KILLS


def is_anything_due():
    return Letter.objects.due().exists()


def is_being_sent_now():
    """By a server process that has not noticed yet that its worker is gone."""
    free = Letter.objects.waiting().select_for_update(skip_locked=True)
    with transaction.atomic():
        return len(free) < Letter.objects.waiting().count()


def test_mail_server_that_does_not_answer_holds_up_nobody(start_worker, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("EMAIL_URL", f"smtp://127.0.0.1:{silent.getsockname()[1]}")
        letter = make_letter()
        start_worker()
        wait_until(is_being_sent)
        make_question(tags=["itp"])
        wait_until(lambda: not Question.objects.due().exists(), seconds=5)
        started = time.monotonic()
        withdraw_question(question=letter.contact.question)
        assert time.monotonic() - started < 5
        assert Contact.objects.get().email == ""
        assert Letter.objects.get().attempts == 0  # it is still on the line
        wait_until(lambda: Letter.objects.get().attempts == 1)


def is_being_sent():
    with transaction.atomic():
        return not Letter.objects.select_for_update(skip_locked=True).first()
