"""How long answers take: equal to what one counts by hand."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command

from questions.answer_times import count_answer_times, expected_time, in_plain_words
from questions.models import AnswerTime, Question
from tests.factories import make_question, make_specialty

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def answered(*, after: timedelta, days_ago: float = 1, **fields) -> Question:
    published = NOW - timedelta(days=days_ago)
    return make_question(asked_at=published - after, published_at=published, **fields)


def percentile(times: list[timedelta], share: float) -> timedelta:
    """By hand: the place between the two neighbours, in proportion."""
    times = sorted(times)
    place = share * (len(times) - 1)
    below = int(place)
    above = min(below + 1, len(times) - 1)
    return times[below] + (times[above] - times[below]) * (place - below)


@pytest.mark.parametrize("seed", range(5))
def test_figures_are_what_one_counts_by_hand(seed):
    dice = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(30):
        answered(
            after=timedelta(minutes=dice.randint(1, 20_000)),
            days_ago=dice.choice([1, 30, 89, 91, 400]),
            specialty=make_specialty(dice.choice(["pediatrics", "cardiology", "skin"])),
            status=dice.choice(["published", "published", "published", "retracted"]),
        )
    count_answer_times(NOW)
    by_hand: dict = {}
    for question in Question.objects.all():
        first = min(reply.replied_at for reply in question.replies.all())
        if question.status == "published" and first >= NOW - timedelta(days=90):
            for of in (question.specialty_id, None):
                by_hand.setdefault(of, []).append(first - question.asked_at)
    kept = {row.specialty_id: row for row in AnswerTime.objects.all()}
    assert kept.keys() == by_hand.keys()
    for of, times in by_hand.items():
        assert kept[of].answer_count == len(times)
        for got, share in ((kept[of].median, 0.5), (kept[of].ninetieth, 0.9)):
            assert abs(got - percentile(times, share)) < timedelta(milliseconds=1)


def test_what_was_imported_does_not_count():
    question = answered(after=timedelta(hours=1))
    Question.objects.filter(pk=question.pk).update(import_digest="a")
    count_answer_times(NOW)
    assert not AnswerTime.objects.exists()


def test_counted_again_takes_the_place_of_what_was_kept():
    answered(after=timedelta(hours=1))
    for later in (0, 400):
        count_answer_times(NOW + timedelta(days=later))
    assert not AnswerTime.objects.exists()


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (timedelta(), "1 hour"),
        (timedelta(minutes=61), "2 hours"),
        (timedelta(hours=24), "24 hours"),
        (timedelta(hours=25), "2 days"),
        (timedelta(days=14), "14 days"),
        (timedelta(days=15), "3 weeks"),
    ],
)
def test_times_are_rounded_up(time, words):
    assert in_plain_words(time) == words


NO_FIGURES = "We cannot say yet how long a reply takes: there are too few recent ones to go by."


def test_of_too_few_is_said_that_there_are_too_few():
    for _ in range(9):
        answered(after=timedelta(hours=30))
    count_answer_times(NOW)
    assert expected_time(make_specialty()) == expected_time(None) == NO_FIGURES


@pytest.fixture
def pediatrics():
    for _ in range(10):
        answered(after=timedelta(hours=30))
    count_answer_times(NOW)
    return make_specialty()


SENTENCE = (
    "Half of the questions to Pediatrics are answered within 2 days, nine of ten within 2 days."
)


@pytest.mark.parametrize("has_figures", [True, False])
def test_askers_are_told_before_they_send_and_on_the_ticket(client, pediatrics, has_figures):
    if not has_figures:
        AnswerTime.objects.all().delete()
    sentence = SENTENCE if has_figures else NO_FIGURES
    assert expected_time(pediatrics) == sentence
    client.post("/ask/", {"age_band": "3-11m", "sex": "female"})
    typed = {"title": "A rash after egg", "specialty": pediatrics.slug, "body": ""}
    client.post("/ask/question/", typed)
    client.post("/ask/contact/", {"email": ""})
    client.get("/ask/similar/")
    client.post("/ask/similar/")
    page = client.get("/ask/check/")
    assert sentence in page.text
    client.post("/ask/check/", {"shown": page.context["shown"]})
    sent = client.get("/ask/sent/")
    contact = sent.context["contact"]
    assert contact.printed_code in sent.text
    assert sentence in client.get(contact.get_absolute_url()).text


def test_moderators_see_the_figures(client, moderator, pediatrics):
    client.force_login(moderator)
    page = client.get("/admin/questions/answertime/").text
    assert "Pediatrics" in page
    assert "2 days" in page


def test_moderators_are_told_that_there_are_no_figures(client, moderator, pediatrics):
    client.force_login(moderator)
    none = "There are no figures yet."
    assert none not in client.get("/admin/questions/answertime/").text
    AnswerTime.objects.all().delete()
    assert none in client.get("/admin/questions/answertime/").text


def test_reading_the_figures_is_one_small_query(pediatrics, django_assert_num_queries):
    with django_assert_num_queries(1):
        expected_time(pediatrics)


def test_the_worker_counts():
    make_question(asked_at=NOW)
    Question.objects.update(published_at=datetime.now(UTC), asked_at=datetime.now(UTC))
    call_command("worker", once=True)
    assert AnswerTime.objects.count() == 2


def test_heading_of_the_figures_says_what_they_are(client, moderator):
    client.force_login(moderator)
    page = client.get("/admin/questions/answertime/").text
    assert "<h1>Times to an answer</h1>" in page
