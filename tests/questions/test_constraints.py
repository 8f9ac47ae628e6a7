"""What no way of writing, the import's COPY or a shell, can put into the database."""

import pytest
from django.db import IntegrityError, transaction

from questions.models import Letter, Question, Report
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
