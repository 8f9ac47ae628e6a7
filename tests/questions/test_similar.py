"""Similar questions: which stand beside which, and why."""

import pytest

from questions import counts, similar
from questions.actions import merge_tags, retract_question, set_tags, withdraw_question
from questions.models import Question, SimilarQuestion, Tag
from questions.scoring import FLOOR, KIND_WEIGHTS, leading, reasons, tag_weight
from tests.factories import make_question, make_specialty

pytestmark = pytest.mark.django_db


def work_out(*questions):
    """What the worker does, on tags that are conditions."""
    Tag.objects.filter(kind=Tag.Kind.OTHER).update(kind=Tag.Kind.CONDITION)
    again(*questions)


def again(*questions):
    ids = [question.pk for question in questions]
    counts.refresh(ids)
    similar.refresh(ids)
    Question.objects.filter(pk__in=ids).update(refresh_due_at=None)


def beside(question):
    rows = SimilarQuestion.objects.filter(question=question).order_by("-score", "-similar")
    return [row.similar_id for row in rows]


def test_a_rarer_tag_says_more_and_a_medicine_more_than_a_symptom():
    assert tag_weight("other", 2, 1_000) > tag_weight("other", 200, 1_000)
    assert tag_weight("medicine", 9, 1_000) > tag_weight("test", 9, 1_000)
    assert tag_weight("test", 9, 1_000) > tag_weight("symptom", 9, 1_000)
    assert KIND_WEIGHTS.keys() == set(Tag.Kind.values)


def test_tags_that_reach_no_floor_together_lead_to_nothing():
    assert leading({1: 0.7, 2: 0.9}) == []
    assert leading({1: 0.7, 2: 0.9, 3: 5.0}) == [3]
    assert leading({1: 1.5, 2: 1.5}) == [2]
    assert leading({}) == []


def test_a_light_tag_is_no_reason_beside_a_heavy_one():
    assert reasons({1, 2, 3}, {1: 0.7, 2: 5.0, 3: 3.0}) == [2, 3]


def test_questions_stand_beside_those_they_share_most_with_the_newest_first_among_equals():
    asked = make_question(tags=["itp", "sirolimus", "platelets"])
    one = make_question(tags=["itp"])
    newer = make_question(tags=["itp", "x"], asked_at=asked.asked_at.replace(year=2027))
    two = make_question(tags=["itp", "platelets"])
    make_question(tags=["candidiasis"])
    work_out(*Question.objects.all())
    assert beside(asked) == [two.pk, newer.pk, one.pk]


def test_each_row_says_what_is_shared_and_is_above_the_floor():
    asked, other = make_question(tags=["itp", "a"]), make_question(tags=["itp", "b"])
    work_out(asked, other)
    row = SimilarQuestion.objects.get(question=asked)
    assert row.shared_tag_ids == [Tag.objects.get(name="itp").pk]
    assert row.score >= FLOOR


def test_another_specialty_weighs_nothing():
    asked = make_question(tags=["itp"])
    same = make_question(tags=["itp"])
    other = make_question(tags=["itp", "danazol"], specialty=make_specialty("pharmacology"))
    newest = Question.objects.filter(pk=other.pk)
    newest.update(published_at=same.published_at.replace(year=2027))
    work_out(asked, same, other)
    assert beside(asked) == [other.pk, same.pk]


def test_a_tag_that_stands_everywhere_brings_nothing_together():
    questions = [make_question(tags=["fever"]) for _ in range(14)]
    again(*questions)
    assert not SimilarQuestion.objects.exists()


def test_only_questions_of_the_same_language_stand_together():
    english = make_question(tags=["itp"])
    chinese = make_question(tags=["itp"], language="zh-hant")
    work_out(english, chinese)
    assert not SimilarQuestion.objects.exists()


@pytest.mark.parametrize("status", [s for s in Question.Status if s != "published"])
def test_an_unpublished_question_stands_nowhere(status):
    asked, hidden = make_question(tags=["itp"]), make_question(tags=["itp"], status=status)
    work_out(asked, hidden)
    assert not SimilarQuestion.objects.exists()


def test_a_new_question_enters_the_lists_of_its_neighbours():
    old = make_question(tags=["itp"])
    work_out(old)
    new = make_question(tags=["itp"])
    work_out(new)
    assert beside(old) == [new.pk]
    assert beside(new) == [old.pk]


def test_a_list_keeps_the_best_when_a_better_one_enters():
    asked = make_question(tags=["itp", "sirolimus"])
    others = [make_question(tags=["itp"]) for _ in range(similar.KEPT)]
    work_out(asked, *others)
    best = make_question(tags=["itp", "sirolimus"])
    work_out(best)
    assert beside(asked)[0] == best.pk
    assert len(beside(asked)) == similar.KEPT


def test_what_comes_next_moves_up_when_a_question_leaves(moderator):
    asked = make_question(tags=["itp", "sirolimus"])
    others = [make_question(tags=["itp"]) for _ in range(similar.KEPT)]
    best = make_question(tags=["itp", "sirolimus"])
    work_out(asked, best, *others)
    retract_question(question=best, by=moderator)
    work_out(best)
    assert set(beside(asked)) == {question.pk for question in others}
    assert beside(best) == []


def test_a_withdrawn_question_leaves_every_list():
    asked, other = make_question(tags=["itp"]), make_question(tags=["itp"])
    work_out(asked, other)
    withdraw_question(question=other)
    work_out(other)
    assert not SimilarQuestion.objects.exists()


def test_a_question_that_loses_its_tag_leaves_and_that_gains_one_enters():
    asked, other = make_question(tags=["itp"]), make_question(tags=["itp"])
    third = make_question(tags=["measles"])
    work_out(asked, other, third)
    set_tags(question=other, names=["measles"])
    work_out(other)
    assert beside(asked) == []
    assert beside(third) == [other.pk]


def test_merging_tags_moves_neighbours(moderator):
    asked = make_question(tags=["immune thrombocytopenia"])
    other = make_question(tags=["itp"])
    work_out(asked, other)
    assert beside(asked) == []
    source, target = Tag.objects.get(name="itp"), Tag.objects.get(name="immune thrombocytopenia")
    merge_tags(source=source, target=target, by=moderator)
    work_out(*Question.objects.due())
    assert beside(asked) == [other.pk]


def test_doing_it_question_by_question_gives_what_doing_all_at_once_gives():
    """While rarity stands still: as a site grows, lists of an early hour follow when they change."""
    for name, count in [("a b", 9), ("c d", 12), ("e f", 15), ("g h", 6), ("i j", 7)]:
        Tag.objects.create(name=name, kind=Tag.Kind.CONDITION, published_count=count)
    tags = Tag.objects.order_by("pk").values_list("name", flat=True)
    ids, order = [], ["question", "-score", "-similar"]
    for i in range(30):
        ids.append(make_question(tags=[tags[i % 5], tags[i % 3], tags[i % 2]]).pk)
        similar.refresh([ids[-1]])
        Question.objects.update(refresh_due_at=None)
    one_by_one = list(SimilarQuestion.objects.order_by(*order).values_list())
    similar.refresh(ids)
    all_at_once = list(SimilarQuestion.objects.order_by(*order).values_list())
    assert [row[1:] for row in one_by_one] == [row[1:] for row in all_at_once]


def test_working_out_many_takes_few_queries(django_assert_max_num_queries):
    ids = [make_question(tags=["itp", f"tag {i % 4}"]).pk for i in range(24)]
    counts.refresh(ids)
    with django_assert_max_num_queries(25):
        similar.refresh(ids)
