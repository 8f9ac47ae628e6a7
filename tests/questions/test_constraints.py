"""What no way of writing, the import's COPY or a shell, can put into the database."""

from datetime import date
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from questions.models import Letter, Question, Reply, Report
from tests.factories import make_letter, make_question

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (Question, "age_band"),
        (Question, "sex"),
        (Question, "decline_reason"),
        (Report, "reason"),
        (Letter, "kind"),
    ],
)
def test_words_that_the_site_does_not_know_are_refused(model, name):
    make_letter()
    Report.objects.create(question=make_question(), reason="wrong")
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**{name: "foreign"})


def test_every_choice_of_a_question_is_a_word_that_the_database_knows():
    question = make_question()
    for name in ("age_band", "sex", "decline_reason"):
        for value, _label in Question._meta.get_field(name).choices:
            Question.objects.filter(pk=question.pk).update(**{name: value})


def test_no_question_is_published_without_a_reply():
    question = make_question()
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=question.pk).update(replied_by="")


@pytest.mark.parametrize("name", ["reviewed_on", "review_due_on"])
def test_no_reply_is_published_with_one_of_the_days_of_review(name):
    make_question()
    with pytest.raises(IntegrityError), transaction.atomic():
        Reply.objects.update(**{name: None})
    Reply.objects.update(reviewed_on=None, review_due_on=None)


def test_replies_that_had_one_of_the_days_of_review_got_the_other():
    question, medicine = make_question(), make_question(tags=["ibuprofen"])
    medicine.tags.update(kind="medicine")
    never_reviewed = make_question().replies.get()
    mend = import_module("questions.migrations.0039_whole_days_of_review").MEND
    reviewed_on, due = date(2024, 2, 29), date(2030, 1, 1)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            "ALTER TABLE questions_reply DROP CONSTRAINT published_reply_with_both_days_of_review"
        )
        Reply.objects.update(reviewed_on=reviewed_on, review_due_on=None)
        Reply.objects.filter(pk=never_reviewed.pk).update(reviewed_on=None, review_due_on=due)
        for statement, values in mend:
            cursor.execute(statement, values)
    days = Reply.objects.values_list("reviewed_on", "review_due_on")
    assert days.get(question=question) == (reviewed_on, date(2026, 2, 28))
    assert days.get(question=medicine) == (reviewed_on, date(2025, 2, 28))
    assert days.get(pk=never_reviewed.pk) == (never_reviewed.reviewed_on, due)
