"""What is written when a question is published, so that search is never stale."""

import pytest
from django.db import connection

from questions import search_documents
from questions.actions import retract_question, withdraw_question
from questions.models import Question, SearchDocument
from tests.factories import make_question

pytestmark = pytest.mark.django_db


def words_of(question):
    document = SearchDocument.objects.get(question=question)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(%s::tsvector)", [document.vector])
        return set(cursor.fetchone()[0])


def test_title_tags_question_reply_and_explanation_are_indexed():
    question = make_question(
        title="Sirolimus",
        body="Bruises",
        tags=["purpura"],
        reply="Corticosteroids",
        explanation="Rapamycin",
    )
    assert words_of(question) == {"sirolimus", "bruis", "purpura", "corticosteroid", "rapamycin"}


def test_synonyms_and_the_chinese_name_of_a_tag_are_indexed():
    question = make_question(tags=["immune thrombocytopenia"])
    tag = question.tags.get()
    tag.synonyms.create(name="ITP", slug="itp")
    tag.name_zh_hant = "免疫性血小板減少症"
    tag.save()
    search_documents.index([question.pk])
    assert {"itp", "血小"} <= words_of(question)


@pytest.mark.parametrize("status", [s for s in Question.Status if s != "published"])
def test_an_unpublished_question_has_no_document(status):
    question = make_question(status=status)
    assert not SearchDocument.objects.filter(question=question).exists()


@pytest.mark.parametrize("leave", [lambda q: withdraw_question(question=q), None])
def test_a_question_that_leaves_loses_its_document_at_once(leave, moderator):
    question = make_question()
    leave(question) if leave else retract_question(
        question=question, by=moderator, reason="It was not safe."
    )
    assert not SearchDocument.objects.filter(question=question).exists()


@pytest.mark.parametrize(
    "explanation",
    [
        " ".join(f"word{i}" for i in range(6_000)),
        "".join(chr(0x4E00 + i * 7919 % 20_000) for i in range(50_000)),
        "x" * 50_000,
        "same " * 10_000,
    ],
)
def test_texts_of_50_kb_are_indexed(explanation):
    question = make_question(title="Sirolimus", explanation=explanation)
    assert "sirolimus" in words_of(question)


def test_addresses_and_markup_are_not_words_of_a_text():
    question = make_question(
        title="Sirolimus", body="x", reply="<b>see</b> https://example.org/page now"
    )
    assert words_of(question) == {"sirolimus", "x", "see"}


def test_indexing_many_takes_few_queries(django_assert_max_num_queries):
    ids = [make_question().pk for _ in range(12)]
    with django_assert_max_num_queries(7):
        search_documents.index(ids)
