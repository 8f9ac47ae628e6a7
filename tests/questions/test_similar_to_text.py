"""Has it been answered already? Close answers to a text that nobody has sent."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askdoctor.worker import refresh_all_due
from questions.already_answered import nearest, similar_to_text
from questions.models import Question, Tag
from tests.factories import make_question

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def other_answers():
    """What an answer is not about: nothing of it may fill up a short list."""
    for title in ("Is snoring normal?", "How to treat teething", "Can my child fly with a cold?"):
        make_question(title=title, body="", tags=["other"])


def near(title, body="", language="en", **options):
    refresh_all_due()
    return similar_to_text(title, body, language, **options)


def test_the_same_question_in_other_words_is_found_with_the_names_it_shares():
    for name in ("fever", "measles"):
        Tag.objects.create(name=name, slug=name)
    question = make_question(title="Fever after the measles vaccine: what is normal?", body="")
    found = near("My baby has a fever after measles vaccination")
    assert found == [question]
    assert set(found[0].why) == {"measles", "fever"}


def test_a_tag_that_the_text_names_brings_an_answer_and_is_the_reason():
    question = make_question(title="Sirolimus for ITP", body="", tags=["immune thrombocytopenia"])
    question.tags.get().synonyms.create(name="ITP", slug="itp")
    found = near("Low platelets", "The doctor says ITP, which is immune thrombocytopenia")
    assert found == [question]
    assert found[0].why == ["immune thrombocytopenia"]
    assert found[0].shared == "immune thrombocytopenia"


def test_a_long_message_finds_the_short_question_in_it():
    question = make_question(title="Fever after the measles vaccine", body="")
    body = (
        "We went to the clinic last Tuesday and my daughter was very brave. She slept well and "
        "she eats. Since this morning she feels hot, the thermometer says 38.4. Could that fever "
        "come from the measles vaccine she got there?"
    )
    assert near("A question about my daughter", body) == [question]


def test_nothing_close_gives_nothing():
    assert near("Which shoes for flat feet?") == []
    assert near("", "") == []
    assert near("the of and") == []


@pytest.mark.parametrize("status", [s for s in Question.Status if s != "published"])
def test_what_is_not_published_is_never_offered(status):
    make_question(title="Fever after measles vaccine", status=status, tags=["measles"])
    assert near("Fever after measles vaccine") == []


def test_answers_are_in_the_language_of_the_asker():
    make_question(title="Purpura", tags=["purpura"])
    chinese = make_question(title="紫斑症會自己好嗎？", tags=["purpura"], language="zh-hant")
    assert near("紫斑症 會好嗎", language="zh-hant") == [chinese]
    assert near("紫癜会好吗 紫斑症", language="zh-hant") == [chinese]


def test_no_more_than_asked_for_are_given():
    for _ in range(6):
        make_question(title="Fever after measles vaccine")
    assert len(near("Fever after measles vaccine", limit=4)) == 4


def test_the_nearest_come_with_how_near_they_are_the_nearest_first():
    close = make_question(title="Fever after measles vaccine", body="")
    further = make_question(title="Fever at night", body="")
    refresh_all_due()
    found = nearest("Fever after the measles vaccine", "", "en", limit=2)
    assert [pk for pk, _score in found] == [close.pk, further.pk]
    assert found[0][1] > found[1][1] > 0


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(), st.text())
def test_any_text_gives_answers_or_none(db, title, body):
    similar_to_text(title, body, "en")


def test_it_takes_few_queries(django_assert_max_num_queries):
    make_question(title="Fever after measles vaccine", tags=["measles", "fever"])
    refresh_all_due()
    with django_assert_max_num_queries(16):
        assert similar_to_text("Fever after the measles vaccine", "", "en")
