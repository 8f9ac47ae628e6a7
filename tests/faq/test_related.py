"""Which topics belong to a question, and which do not."""

import pytest

from askdoctor.worker import refresh_all_due
from faq import related
from faq.actions import mark_questions_due
from faq.models import RelatedTopic, Topic
from questions import search
from questions.actions import set_tags, withdraw_question
from questions.models import Question, Tag
from tests.factories import make_question, make_specialty

pytestmark = pytest.mark.django_db


def make_topic(name, *tags, **fields):
    fields.setdefault("specialty", make_specialty())
    topic = Topic.objects.create(name=name, slug=name.lower(), **fields)
    topic.tags.set(Tag.objects.resolve(tags))
    return topic


def topics_of(question):
    refresh_all_due()
    rows = RelatedTopic.objects.filter(question=question).order_by("-score")
    return [row.topic.name for row in rows]


def test_a_topic_belongs_by_a_rare_tag_that_both_carry():
    make_topic("Platelets", "platelets")
    make_topic("Kidney", "kidney")
    assert topics_of(make_question(tags=["platelets"])) == ["Platelets"]


def test_a_topic_belongs_whose_name_or_synonym_stands_in_the_title():
    make_topic("Purpura")
    make_topic("Fever", name_zh_hant="發燒")
    make_topic("Otitis", synonyms=["ear infection"])
    make_topic("Ear")
    assert topics_of(make_question(title="Purpura after a virus")) == ["Purpura"]
    assert topics_of(make_question(title="孩子發燒怎麼辦", language="zh-hant")) == ["Fever"]
    assert topics_of(make_question(title="Ear infections at night"))[0] == "Otitis"


def test_the_same_specialty_is_no_evidence_and_nothing_is_filled_up():
    make_topic("Stroke", "stroke")
    assert topics_of(make_question(tags=["platelets"])) == []


def test_a_tag_that_stands_everywhere_is_no_evidence():
    make_topic("Advice", "advice")
    questions = [make_question(tags=["advice"]) for _ in range(14)]
    assert topics_of(questions[0]) == []


def test_at_most_five_topics_belong_the_closest_first():
    for number in range(6):
        make_topic(f"Topic {number}x", f"tag {number}")
    make_topic("Both", "tag 0", "tag 1")
    names = topics_of(make_question(tags=[f"tag {number}" for number in range(6)]))
    assert len(names) == 5 and names[0] == "Both"


def test_a_pinned_question_belongs_whatever_it_shares():
    question = make_question()
    topic = make_topic("Platelets", "platelets")
    topic.pinned_questions.add(question)
    mark_questions_due(topic)
    assert topics_of(question) == ["Platelets"]


def test_topics_follow_the_tags_of_the_question_and_its_end():
    topic = make_topic("Platelets", "platelets")
    question = make_question(tags=["platelets"])
    assert topics_of(question) == ["Platelets"]
    topic.refresh_from_db()
    assert topic.published_count == 1
    set_tags(question=question, names=["measles"])
    Question.objects.update(refresh_due_at=question.published_at)
    assert topics_of(question) == []
    set_tags(question=question, names=["platelets"])
    Question.objects.update(refresh_due_at=question.published_at)
    assert topics_of(question) == ["Platelets"]
    withdraw_question(question=question)
    assert topics_of(question) == []
    topic.refresh_from_db()
    assert topic.published_count == 0


@pytest.mark.parametrize("status", [s for s in Question.Status if s != "published"])
def test_an_unpublished_question_has_no_topic(status):
    make_topic("Platelets", "platelets")
    assert topics_of(make_question(status=status, title="Platelets", tags=["platelets"])) == []


def test_a_new_or_renamed_topic_reaches_the_questions_that_name_it_and_their_search():
    question = make_question(title="Bruises without a fall")
    refresh_all_due()
    topic = make_topic("Bruises")
    mark_questions_due(topic)
    assert topics_of(question) == ["Bruises"]
    topic.name, topic.synonyms = "Haematoma", ["bruise"]
    topic.save()
    mark_questions_due(topic)
    assert topics_of(question) == ["Haematoma"]
    assert [hit.question for hit in search.find("haematoma").hits] == [question]


def test_a_deleted_topic_leaves_nothing_behind():
    topic = make_topic("Kidney", "renal")
    question = make_question(tags=["renal"])
    assert topics_of(question) == ["Kidney"]
    assert len(search.find("kidney").hits) == 1
    mark_questions_due(topic)
    topic.delete()
    assert topics_of(question) == []
    assert search.find("kidney").hits == []


def test_the_count_of_a_topic_survives_a_recount_between_a_withdrawal_and_the_worker():
    topic = make_topic("Platelets", "platelets")
    leaving, staying = make_question(tags=["platelets"]), make_question(tags=["platelets"])
    assert topics_of(staying) == ["Platelets"]
    withdraw_question(question=leaving)
    related.recount()
    refresh_all_due()
    topic.refresh_from_db()
    assert topic.published_count == 1
