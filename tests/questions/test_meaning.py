"""Questions that mean the same in other words: real weights, a real pgvector, nothing put in their place."""

import sys

import numpy as np
import pytest
from django.db import DatabaseError, connection
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from askdoctor.worker import recount, refresh_all_due, refresh_lists
from questions import meaning, scoring
from questions.actions import edit_question, withdraw_question
from questions.already_answered import similar_to_text
from questions.embedding import is_available
from questions.models import Question, QuestionProfile, SimilarList
from questions.rebuild import rebuild
from questions.scoring import FLOOR
from tests.factories import make_question

pytestmark = pytest.mark.django_db

with_weights = pytest.mark.skipif(
    not is_available(), reason="make test-embeddings installs the weights"
)
TITLES = [
    "Low platelet count in a baby",
    "Thrombocytopenia of newborns",
    "Is snoring normal for a toddler with a cold?",
    "Which shoes are right for a child with flat feet?",
    "When do milk teeth come through?",
    "What helps a girl who wets the bed at night?",
]


@pytest.fixture
def has_extension(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'")
        if cursor.fetchone() is None:
            pytest.skip("this PostgreSQL has no pgvector")


@pytest.fixture
def switched_on(has_extension, settings):
    settings.EMBEDDINGS = True
    meaning.prepare()
    assert meaning.is_on()


@pytest.fixture
def questions():
    return [make_question(title=title, body="") for title in TITLES]


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def kept():
    with connection.cursor() as cursor:
        cursor.execute("SELECT question_id, digest, xmin::text FROM questions_meaning")
        return {pk: row for pk, *row in cursor.fetchall()}


def beside(question):
    refresh_all_due()
    return shown(question)


def shown(question):
    near = SimilarList.objects.get(pk=question.pk)
    pairs = zip(near.similar_ids, near.scores, strict=True)
    return [pk for pk, score in pairs if score >= FLOOR]


def lists():
    """(the lists of all, their scores one after the other)"""
    rows = list(SimilarList.objects.order_by("pk").values_list("pk", "similar_ids", "scores"))
    return [(pk, ids) for pk, ids, _scores in rows], [each for row in rows for each in row[2]]


@with_weights
def test_paraphrases_without_a_common_word_stand_beside_each_other(switched_on, questions):
    one, other, *_ = questions
    assert beside(one) == [other.pk]
    assert beside(other) == [one.pk]


def test_without_the_setting_words_alone_decide(questions, django_assert_num_queries):
    assert beside(questions[0]) == []
    with django_assert_num_queries(0):
        meaning.prepare()
        assert not meaning.is_on()
        assert not meaning.of_text("Bleeding", "").any()
        assert not meaning.nearest(meaning.of_text("Bleeding", "")).any()


@with_weights
def test_a_rebuild_is_all_it_takes_to_switch_it_on(has_extension, settings, questions):
    one, other, *_ = questions
    assert beside(one) == []
    settings.EMBEDDINGS = True
    rebuild()
    assert shown(one) == [other.pk]


@with_weights
def test_one_by_one_gives_what_a_rebuild_gives(switched_on):
    for title in TITLES:
        for question in (title, f"{title}, and what helps?"):
            make_question(title=question, body="")
            refresh_all_due()
    rebuild()
    at_once, scores_at_once = lists()
    assert any(ids for _pk, ids in at_once)
    for pk in QuestionProfile.objects.values_list("pk", flat=True):
        QuestionProfile.objects.filter(pk=pk).update(list_due_at=timezone.now())
        refresh_lists()
    one_by_one, scores = lists()
    assert one_by_one == at_once
    # Products of matrices and of vectors are not rounded alike.
    assert scores == pytest.approx(scores_at_once, abs=0.002)


@with_weights
def test_a_typed_text_finds_the_answer_that_means_the_same(switched_on, questions):
    one, other, *_ = questions
    refresh_all_due()
    assert set(similar_to_text("Infant with few thrombocytes", "", "en")) == {
        one,
        other,
    }


@with_weights
def test_what_a_long_message_asks_counts_beside_its_story(switched_on, questions):
    refresh_all_due()
    story = (
        "We moved to the coast in spring, and my mother came to stay. The garden is large.\n"
        "My newborn has too few thrombocytes, what can be done? Many thanks to all of you!"
    )
    whole, sentences = meaning.of_text("", story), meaning.of_sentences("", story)
    vectors = meaning.read(np.array([each.pk for each in questions]))
    alone = scoring.meaning(whole, sentences[:0], vectors)
    together = scoring.meaning(whole, sentences, vectors)
    assert len(sentences) == 4
    assert together.argmax() == 1
    assert together[1] > alone[1]


@with_weights
def test_a_text_of_one_sentence_has_no_others_and_a_greeting_is_none():
    assert not len(meaning.of_sentences("", "Why do newborns bruise so easily?"))
    assert not len(meaning.of_sentences("", ""))
    assert not len(meaning.of_sentences("Why do newborns bruise so easily?", ""))
    assert len(meaning.of_sentences("Bruises", "Why do newborns bruise so easily?")) == 1
    assert len(meaning.of_sentences("", "Hello dear! Why do newborns bruise so easily?")) == 1
    assert len(meaning.of_sentences("", "It hurts in the evening. " * 50)) == 1
    many = " ".join(f"It has hurt for {days} days." for days in range(100))
    assert len(meaning.of_sentences("", many)) == meaning.SENTENCES


@with_weights
@pytest.mark.parametrize("status", [s for s in Question.Status if s != "published"])
def test_what_is_not_published_is_never_found(switched_on, questions, status):
    one, *_ = questions
    hidden = make_question(title=TITLES[1], body="", status=status)
    assert hidden.pk not in beside(one)
    assert hidden not in similar_to_text(TITLES[1], "", "en", floor=-1, limit=60)
    assert hidden.pk not in kept()


@with_weights
def test_a_question_that_is_taken_back_leaves_the_table(switched_on, questions):
    one, other, *_ = questions
    assert beside(one) == [other.pk]
    withdraw_question(question=other)
    assert beside(one) == []
    assert kept().keys() == {each.pk for each in questions} - {other.pk}


@with_weights
def test_only_a_text_that_changed_is_embedded_anew(switched_on, questions, moderator):
    changed, *others = questions
    refresh_all_due()
    before = kept()
    changed.title = "Sirolimus and the sun"
    edit_question(question=changed, by=moderator, changed=["title"])
    refresh_all_due()
    after = kept()
    rebuild()
    assert kept() == after
    assert {pk for pk in before if before[pk] != after[pk]} == {changed.pk}


@with_weights
def test_what_says_nothing_to_the_model_is_compared_by_words(switched_on):
    one = make_question(title="寶寶發燒三天要不要看醫生", body="", language="zh-hant")
    other = make_question(title="小孩发热三天，需要去医院吗？", body="", language="zh-hant")
    assert beside(one) == [other.pk]
    assert not kept()


@with_weights
def test_without_the_right_to_make_the_extension_words_alone_decide(
    has_extension, settings, questions, caplog
):
    settings.EMBEDDINGS = True
    try:
        execute("CREATE ROLE powerless; SET LOCAL ROLE powerless")
    except DatabaseError:
        pytest.skip("this role may make no other")
    meaning.prepare()
    execute("RESET ROLE")
    assert [record.name for record in caplog.records] == ["questions.meaning"]
    assert not meaning.is_on()
    assert beside(questions[0]) == []
    assert similar_to_text(TITLES[0], "", "en") == [questions[0]]
    assert len(caplog.records) == 1


@with_weights
def test_when_the_extension_goes_words_alone_decide_and_a_worker_brings_it_back(
    switched_on, questions
):
    one, other, *_ = questions
    refresh_all_due()
    execute("SET LOCAL client_min_messages = error; DROP EXTENSION vector CASCADE")
    assert not meaning.of_text(TITLES[0], "").any()
    assert similar_to_text(TITLES[0], "", "en") == [one]
    rebuild_lists = QuestionProfile.objects.update(list_due_at=timezone.now())
    assert rebuild_lists and beside(one) == []
    recount()
    rebuild()
    assert shown(one) == [other.pk]


@with_weights
def test_a_table_that_goes_while_it_is_read_is_no_error(switched_on, questions, caplog):
    refresh_all_due()
    vector = meaning.of_text(TITLES[0], "")
    execute("ALTER TABLE questions_meaning RENAME COLUMN digest TO other")
    meaning.write(meaning.of_changed({questions[0].pk: ("Other", "")}))
    assert "gone" in caplog.text
    assert meaning.nearest(vector).any()


@with_weights
def test_without_the_package_words_alone_decide(switched_on, questions, monkeypatch, caplog):
    one, *_ = questions
    rebuild()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "path", [])
        meaning.prepare()
        assert "model" in caplog.text
        assert not meaning.is_on()
        assert similar_to_text(TITLES[0], "", "en") == [one]
        rebuild()
    assert shown(one) == []


@with_weights
@hypothesis_settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(), st.text())
def test_any_text_gives_answers_or_none(switched_on, title, body):
    similar_to_text(title, body, "en")
