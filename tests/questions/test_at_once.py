"""Two people change one question at the same time: the later sees what the first has done."""

import time
from threading import Thread

import pytest
from django.db import connection, transaction

from questions.actions import edit_question, edit_reply, retract_question
from questions.models import Question
from questions.rendering import render_mentioning
from tests.factories import make_question


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
