"""How many answers stand behind a specialty, a tag, a doctor."""

import pytest

from doctors.models import Doctor, Specialty
from questions import counts
from questions.actions import set_tags, withdraw_question
from questions.models import CountedQuestion, Question, Tag
from tests.factories import make_doctor, make_question, make_reply, make_specialty

pytestmark = pytest.mark.django_db


def kept():
    return {
        str(thing): thing.published_count
        for model in (Specialty, Tag, Doctor)
        for thing in model.objects.exclude(published_count=0)
    }


def test_published_questions_are_counted_and_no_others():
    doctor = make_doctor(name="Ada", is_verified=False)
    published = make_question(tags=["itp"], doctor=doctor)
    others = [
        make_question(status=status, tags=["itp"], doctor=doctor)
        for status in Question.Status
        if status != "published"
    ]
    counts.refresh([published.pk, *(question.pk for question in others)])
    assert kept() == {"Pediatrics": 1, "itp": 1, "Ada": 1}


def test_counting_again_changes_nothing():
    question = make_question(tags=["itp"])
    counts.refresh([question.pk])
    first = kept()
    counts.refresh([question.pk])
    counts.refresh([question.pk, question.pk])
    assert kept() == first


def test_what_a_question_has_left_goes_down():
    doctor = make_doctor(name="Ada", is_verified=False)
    question = make_question(tags=["itp"], doctor=doctor)
    counts.refresh([question.pk])
    set_tags(question=question, names=["measles"])
    Question.objects.filter(pk=question.pk).update(specialty=make_specialty("eyes"))
    counts.refresh([question.pk])
    assert kept() == {"Eyes": 1, "measles": 1, "Ada": 1}


def test_a_withdrawn_question_is_counted_nowhere():
    question = make_question(tags=["itp"])
    counts.refresh([question.pk])
    withdraw_question(question=question)
    counts.refresh([question.pk])
    assert kept() == {}


def test_counting_from_the_beginning_heals_a_wrong_count():
    make_question(tags=["itp"])
    Tag.objects.resolve(["of no question"])
    Tag.objects.update(published_count=7)
    counts.recount()
    assert kept()["itp"] == 1
    assert "of no question" not in kept()


def test_counting_from_the_beginning_gives_what_counting_one_by_one_does():
    doctors = [make_doctor(name=name, is_verified=False) for name in ("Zoe", "Ada")]
    questions = [
        make_question(tags=["zoster", "itp", "asthma"][: place + 1], doctor=doctors[place % 2])
        for place in range(3)
    ]
    make_reply(questions[0], doctor=doctors[1])
    counts.refresh(question.pk for question in questions)
    one_by_one = kept(), list(CountedQuestion.objects.order_by("pk").values())
    for stray in (make_question(status="retracted"), make_question(status="open")):
        CountedQuestion.objects.create(question_id=stray.pk, specialty_id=stray.specialty_id)
    CountedQuestion.objects.filter(pk=questions[1].pk).delete()
    CountedQuestion.objects.filter(pk=questions[2].pk).update(tag_ids=[])
    counts.recount()
    assert (kept(), list(CountedQuestion.objects.order_by("pk").values())) == one_by_one


def test_a_count_is_never_below_nothing():
    question = make_question(tags=["itp"])
    counts.refresh([question.pk])
    Tag.objects.update(published_count=0)
    withdraw_question(question=question)
    counts.refresh([question.pk])
    assert kept() == {}
