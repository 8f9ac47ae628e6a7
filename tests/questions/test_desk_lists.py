"""The lists of the desk that tell a doctor what others did with their work."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from questions import actions
from questions.models import Question, Reply
from tests.factories import make_question, make_reply
from tests.questions.at_desk import address

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def sent_back(doctor, other_doctor) -> Reply:
    question = make_question(status="open")
    actions.claim_question(question=question, by=doctor)
    words = {"text": "Give 5 ml.", "explanation": ""}
    reply = actions.publish_reply(question=question, by=doctor, **words)
    seen = actions.version_of(reply)
    actions.send_back_reply(reply=reply, by=other_doctor, note="Less.", seen=seen)
    return reply


def part_of(page: str, heading: str) -> str:
    """The section of the desk below this heading."""
    start = page.index(f'<h2 id="{heading}"')
    return page[start : page.index("</section>", start)]


def test_what_a_second_reader_sent_back_is_marked(desk, doctor, other_doctor):
    make_question(status="claimed", doctor=doctor, title="Another")
    reply = sent_back(doctor, other_doctor)
    held = part_of(desk.get(reverse("desk")).text, "held")
    assert held.count("A second doctor sent it back") == 1
    actions.release_question(question=Question.objects.get(pk=reply.question_id), by=doctor)
    drafts = part_of(desk.get(reverse("desk")).text, "drafts")
    assert "A second doctor sent it back" in drafts


def test_what_moderators_sent_says_how_long_it_waits(desk, doctor, moderator):
    question = make_question(status="pending", asked_at=timezone.now() - timedelta(hours=52))
    actions.return_to_doctor(question=question, by=moderator, doctor=doctor, note="For you.")
    returned = part_of(desk.get(reverse("desk")).text, "returned")
    assert "waiting 2 d 4 h" in returned
    assert "overdue" in returned
    assert f'Mark as done<span class="visually-hidden"> #{question.pk}</span>' in returned


@pytest.fixture
def taken_off(doctor, other_doctor, moderator) -> Question:
    """An answer of two doctors that a moderator has taken off the site."""
    question = make_question(doctor=doctor, reply="Warm the skin.")
    make_reply(question, doctor=other_doctor, text="I agree with that.")
    actions.retract_question(question=question, by=moderator, reason="Cold is better.")
    return question


def browsers(*doctors) -> list[Client]:
    opened = [Client() for _ in doctors]
    for browser, doctor in zip(opened, doctors, strict=True):
        browser.force_login(doctor.user)
    return opened


def test_each_doctor_of_an_answer_that_was_taken_off_reads_why_and_the_old_text(
    taken_off, doctor, other_doctor
):
    for browser in browsers(doctor, other_doctor):
        gone = part_of(browser.get(reverse("desk")).text, "gone")
        assert "Cold is better." in gone
        assert address("question", taken_off) in gone
        page = browser.get(address("question", taken_off)).text
        for words in ("Cold is better.", "Warm the skin.", "I agree with that."):
            assert words in page
        assert "Put these words into my reply" not in page


def test_that_an_answer_was_taken_off_is_said_for_thirty_days(desk, taken_off):
    for days, is_said in ((29, True), (31, False)):
        Question.objects.update(retracted_at=timezone.now() - days * DAY)
        assert ("Cold is better." in desk.get(reverse("desk")).text) == is_said


def test_it_is_said_while_another_doctor_writes_it_anew_and_not_when_it_is_back(
    taken_off, doctor, other_doctor, moderator
):
    [second] = browsers(other_doctor)
    actions.return_to_doctor(question=taken_off, by=moderator, doctor=doctor, note="Anew.")
    assert "Cold is better." in part_of(second.get(reverse("desk")).text, "gone")
    Question.objects.update(kept_for=None, kept_until=None)
    actions.claim_question(question=taken_off, by=doctor)
    words = {"text": "Cool the skin.", "explanation": ""}
    actions.publish_reply(question=taken_off, by=doctor, **words)
    assert "Cold is better." not in second.get(reverse("desk")).text


def test_stranger_to_it_reads_nothing_of_what_was_taken_off(desk, doctor):
    question = make_question(status="retracted")
    assert desk.get(address("question", question)).status_code == 404
    assert 'id="gone"' not in desk.get(reverse("desk")).text


def test_withdrawn_after_it_was_taken_off_it_is_shown_to_nobody(desk, taken_off):
    actions.withdraw_question(question=taken_off)
    assert "Warm the skin." not in desk.get(address("question", taken_off)).text
    assert 'id="gone"' not in desk.get(reverse("desk")).text
