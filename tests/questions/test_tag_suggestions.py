"""Tags suggested for a question by its text and by the answers nearest to it."""

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from questions.models import Tag
from questions.tag_suggestions import IN_TEXT, IN_TITLE, rank_suggestions, suggestions
from tests.factories import make_question

pytestmark = pytest.mark.django_db
SCORE = st.floats(-1, 100, allow_nan=False)


def told(title, body="", **options):
    return [(one.tag.name, one.reason) for one in suggestions(title, body, "en", **options)]


def test_tags_of_close_answers_come_with_those_that_the_text_names():
    Tag.objects.create(name="antihistamine")
    for number in range(3):
        make_question(title=f"Hives after strawberries, part {number}", tags=["urticaria"])
    call_command("worker", once=True)
    found = told("Hives after strawberries", "He takes an antihistamine.")
    assert found[:2] == [
        ("urticaria", "On similar answers"),
        ("antihistamine", "Named in the text"),
    ]


def test_a_question_is_no_neighbour_of_its_own():
    question = make_question(title="Hives after strawberries", tags=["urticaria"])
    call_command("worker", once=True)
    assert told("Hives after strawberries") == [("urticaria", "On similar answers")]
    assert told("Hives after strawberries", number=question.pk) == []


@pytest.mark.parametrize("status", ["pending", "open", "declined", "withdrawn", "retracted"])
def test_what_is_not_public_suggests_nothing(status):
    make_question(title="Hives after strawberries", tags=["urticaria"], status=status)
    call_command("worker", once=True)
    assert told("Hives after strawberries") == []


def test_answers_about_something_else_suggest_nothing():
    for number in range(3):
        make_question(
            title=f"Hives for two weeks after strawberries, part {number}", tags=["urticaria"]
        )
    call_command("worker", once=True)
    assert told("Walks on tiptoe, what part does his age play?") == []


def test_the_reply_names_tags_too_and_the_title_tells_more():
    for name in ("fever", "rash", "cough"):
        Tag.objects.create(name=name)
    found = told("Rash", "With fever.", reply="And a cough?")
    assert found[0][0] == "rash"
    assert {name for name, _reason in found} == {"fever", "rash", "cough"}


def test_chinese_text_names_tags():
    Tag.objects.create(name="urticaria", name_zh_hant="蕁麻疹")
    found = suggestions("孩子吃草莓後長蕁麻疹", "", "zh-hant")
    assert [one.tag.name for one in found] == ["urticaria"]


def test_suggesting_takes_a_fixed_number_of_queries(django_assert_max_num_queries):
    for number in range(8):
        make_question(title=f"Hives {number}", tags=["urticaria", f"hives {number}"])
    call_command("worker", once=True)
    told("Hives")
    with django_assert_max_num_queries(16):
        assert told("Hives")


# The ranking


def test_what_most_of_the_nearest_carry_comes_before_what_the_text_only_mentions():
    near = [(1.0, [1])] * 10 + [(1.0, [2])] * 10
    assert rank_suggestions({3: IN_TEXT, 4: IN_TITLE}, near, limit=8) == [1, 2, 4, 3]


def test_a_name_in_the_title_comes_before_a_few_of_the_nearest():
    near = [(1.0, [1])] * 3 + [(1.0, [])] * 27
    assert rank_suggestions({4: IN_TITLE}, near, limit=8) == [4, 1]


def test_a_tag_of_a_single_one_of_thirty_is_left_out():
    near = [(1.0, [1])] + [(1.0, [2])] * 29
    assert rank_suggestions({}, near, limit=8) == [2]


def test_only_scores_beside_each_other_matter():
    near = [(0.9, [1]), (0.5, [2, 3]), (0.4, [3])]
    ten_times = [(10 * score, tags) for score, tags in near]
    assert rank_suggestions({}, near, limit=8) == rank_suggestions({}, ten_times, limit=8)


def test_equals_stay_in_the_order_of_their_names():
    assert rank_suggestions({9: IN_TITLE, 2: IN_TITLE, 5: IN_TITLE}, [], limit=2) == [9, 2]


@given(
    st.dictionaries(st.integers(1, 9), st.floats(0, 1)),
    st.lists(st.tuples(SCORE, st.lists(st.integers(1, 9), unique=True))),
    st.integers(0, 8),
)
def test_whatever_is_given_each_tag_comes_once_and_no_more_than_asked(named, near, limit):
    ranked = rank_suggestions(named, near, limit=limit)
    assert len(ranked) == len(set(ranked)) <= limit
    assert set(ranked) <= {*named, *(tag for _score, tags in near for tag in tags)}
