"""The lists of tags and topics keep a copy of when their questions were published: always the same."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from faq.models import RelatedTopic
from questions import actions
from questions.models import Question, Tag, TaggedQuestion
from tests.askdoctor.content import BASIS, import_lines, question_line, reply_line
from tests.factories import make_question, make_topic
from tests.questions.test_lists import cards, next_of

pytestmark = pytest.mark.django_db


def copies_are_right() -> bool:
    """Whether each row has the time of its question, or none where that is not public."""
    rows = [
        *TaggedQuestion.objects.values_list("content_object", "published_at"),
        *RelatedTopic.objects.values_list("question", "published_at"),
    ]
    assert rows
    public = dict(Question.objects.published().values_list("pk", "published_at"))
    return all(at == public.get(pk) for pk, at in rows)


@pytest.fixture
def topic(db):
    return make_topic("Fever", tags=["fever"])


@pytest.fixture
def question(topic):
    question = make_question(title="Fever at night", tags=["fever", "rash"])
    call_command("worker", once=True)
    assert question.related_topics.exists()
    return question


def test_published(topic, doctor):
    question = make_question(status="claimed", doctor=doctor, tags=["fever"])
    assert copies_are_right()
    actions.publish_reply(
        question=question, by=doctor, text="Yes.", explanation="", summary="", tags=["fever", "new"]
    )
    assert copies_are_right()
    call_command("worker", once=True)
    assert question.related_topics.get().published_at
    assert copies_are_right()


def test_retracted_and_restored(question):
    actions.retract_question(question=question, by=None, reason="It was not safe.")
    assert copies_are_right()
    actions.restore_question(question=question, by=None)
    assert copies_are_right()
    assert question.tagged_questions.filter(published_at=question.published_at).count() == 2


def test_withdrawn(question):
    actions.withdraw_question(question=question)
    assert copies_are_right()


def test_tagged_otherwise(question):
    actions.edit_question(question=question, by=None, changed=[], tags=["rash", "cough"])
    assert copies_are_right()


def test_merged_tags(question, visitor):
    other = make_question(tags=["pyrexia"])
    source, target = Tag.objects.get(name="pyrexia"), Tag.objects.get(name="fever")
    actions.merge_tags(source=source, target=target, by=None)
    assert copies_are_right()
    assert set(cards(visitor.get("/tags/fever/"))) == {question.pk, other.pk}


def test_imported_and_imported_again(tmp_path, visitor):
    import_lines(tmp_path, *BASIS, question_line())
    assert copies_are_right()
    later = [reply_line(replied_at="2023-01-05")]
    run = import_lines(tmp_path, question_line(replies=later, tags=["platelets", "new"]))
    assert run.failure == ""
    assert Question.objects.get().published_at.year == 2023
    assert copies_are_right()
    assert cards(visitor.get("/tags/new/")) == [185940]


@pytest.mark.parametrize("address", ["/tags/fever/", "/faq/fever/"])
def test_a_copy_that_is_wrong_shows_nothing_that_is_not_public(visitor, question, address):
    """It decides the order alone."""
    make_question(tags=["fever"])
    actions.withdraw_question(question=question)
    for model in (TaggedQuestion, RelatedTopic):
        model.objects.update(published_at=timezone.now())
    assert question.pk not in cards(visitor.get(address))


@pytest.mark.parametrize("address", ["/tags/fever/", "/faq/fever/"])
def test_what_is_withdrawn_between_two_pages_leaves_no_gap(visitor, topic, address):
    now = timezone.now()
    questions = [
        make_question(
            title="Fever", tags=["fever"], published_at=now - timedelta(minutes=place // 3)
        )
        for place in range(45)
    ]
    call_command("worker", once=True)
    wanted = sorted(questions, key=lambda each: (each.published_at, each.pk), reverse=True)
    first = visitor.get(address)
    # The one that the cursor names, and one that is still to come.
    for gone in (wanted[19], wanted[30]):
        actions.withdraw_question(question=gone)
    second = visitor.get(address + next_of(first))
    assert cards(first) == [each.pk for each in wanted[:20]]
    assert cards(second) == [each.pk for each in [*wanted[20:30], *wanted[31:41]]]


def test_the_list_of_a_topic_takes_no_more_queries_for_more_questions(visitor, topic):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert visitor.get("/faq/fever/").status_code == 200
        return len(asked)

    make_question(title="Fever")
    call_command("worker", once=True)
    few = queries()
    for _ in range(25):
        make_question(title="Fever")
    call_command("worker", once=True)
    assert len(cards(visitor.get("/faq/fever/"))) == 20
    assert queries() == few
