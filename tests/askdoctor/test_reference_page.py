"""What stands beside an answer: the reference page, and a page of the same shape in our own words."""

import re
from datetime import UTC, datetime

import pytest

from askdoctor.worker import refresh_all_due
from questions.models import Question
from tests.askdoctor.reference_page import SEED, SHOWN, UNRELATED, load, load_topic
from tests.factories import make_question, make_specialty

pytestmark = pytest.mark.django_db
needs_seed = pytest.mark.skipif(not SEED.exists(), reason=f"{SEED.name} is not beside the project")


def make_other_content(count=60):
    """Questions on other subjects, as a demonstration or an older site holds them."""
    subjects = [
        "fever",
        "asthma",
        "eczema",
        "sleep",
        "vaccination",
        "cough",
        "diarrhea",
        "teething",
    ]
    for i in range(count):
        make_question(tags=[subjects[i % 8], subjects[i * 3 % 7], f"subject {i}"])


def links_of(visitor, question):
    """The similar questions (numbers) and the topics (slugs) that a question's page leads to."""
    html = visitor.get(f"/questions/{question}/", follow=True).content.decode()
    questions = {int(number) for number in re.findall(r'class="card" data-number="(\d+)"', html)}
    return questions, set(re.findall(r'href="/faq/([\w-]+)/"', html))


@needs_seed
@pytest.mark.parametrize("others", [0, 60])
def test_the_reference_page_shows_its_four_questions_and_its_topics(visitor, others):
    make_other_content(others)
    load(SEED)
    refresh_all_due()
    questions, topics = links_of(visitor, 185940)
    assert questions == SHOWN
    assert {"platelets", "purpura"} <= topics
    assert not topics & UNRELATED


def test_of_five_with_the_same_condition_the_four_that_share_most_and_are_newest_are_shown(visitor):
    """Kawasaki disease here: two share more, three share the condition alone."""
    make_other_content(20)

    def make(day, *tags, specialty="pediatrics"):
        asked_at = datetime(2024, 1, day, 8, tzinfo=UTC)
        specialty = make_specialty(specialty)
        return make_question(
            title="How long does it last?", tags=tags, asked_at=asked_at, specialty=specialty
        ).pk

    shared = "kawasaki disease"
    pharmacology = make(2, shared, "aspirin", "infliximab", specialty="pharmacology")
    heart = make(3, shared, "heart ultrasound", "immunoglobulin")
    make(1, shared, "sore throat")
    new = make(8, shared, "arthritis")
    newer = make(9, shared, "rash")
    asked = make(4, shared, "infliximab", "heart ultrasound", "second dose")
    make(5, "rash")
    load_topic(
        {"slug": "kawasaki", "name": "Kawasaki", "specialty": "pediatrics", "tags": [shared]}
    )
    load_topic({"slug": "rash", "name": "Rash", "specialty": "pediatrics", "tags": ["rash"]})
    refresh_all_due()
    assert links_of(visitor, asked) == ({heart, pharmacology, newer, new}, {"kawasaki"})
    assert not Question.objects.due().exists()
