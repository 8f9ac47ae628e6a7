"""What the ticket says of the answer, and of waiting, in each state that a question comes to."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from questions import actions, letters
from questions.models import AnswerTime, Question
from tests.factories import make_doctor, make_question, make_specialty
from tests.questions.test_ticket import make_asked, ticket_of, way_on

pytestmark = pytest.mark.django_db

GONE = "The answer was taken off the site"
WAITS = "Nobody reads this at once. If it gets worse, do not wait: see a doctor."
HELP = 'class="btn btn-alarm"'
ACTED = "If you have acted on the answer, please ask a doctor."
BOOKMARK = "Keep this page as a bookmark."
FOUND = "This fits."


def page_of(question: Question):
    return Client().get(ticket_of(question))


def status_of(question: Question) -> str:
    """The card on top alone."""
    return page_of(question).text.split('id="status"')[1].split("</section>")[0]


def answered(doctor, **fields) -> Question:
    question = make_asked(status="open", **fields)
    actions.claim_question(question=question, by=doctor)
    words = {"text": "Wait.", "explanation": "", "summary": "Whether to wait."}
    actions.publish_reply(question=question, by=doctor, **words)
    question.refresh_from_db()
    return question


def resolved(doctor, target: Question) -> Question:
    question = make_asked(status="open")
    actions.claim_question(question=question, by=doctor)
    actions.point_to_answer(question=question, by=doctor, target=target, note=FOUND)
    question.refresh_from_db()
    return question


def ask_for_details(question: Question, doctor, text="Since when?") -> None:
    actions.claim_question(question=question, by=doctor)
    actions.ask_for_details(question=question, by=doctor, text=text)


# Waiting


@pytest.mark.parametrize("status", ["pending", "open", "claimed", "needs_details"])
def test_while_it_waits_the_asker_is_told_not_to_wait_if_it_gets_worse(status):
    shown = status_of(make_asked(status=status))
    assert WAITS in shown and BOOKMARK in shown and HELP not in shown
    assert HELP in status_of(make_asked(status=status, is_urgent=True))


@pytest.mark.parametrize("status", ["published", "declined", "withdrawn", "retracted"])
def test_what_does_not_wait_is_not_told_so(status):
    question = make_asked(status=status, is_urgent=True)
    assert WAITS not in status_of(question) and HELP not in status_of(question)
    assert BOOKMARK not in status_of(question)
    assert page_of(question).text.count(BOOKMARK) == 1


def test_what_is_the_same_as_an_unanswered_one_waits_too(moderator, doctor):
    heart, duplicate = make_specialty("cardiology"), make_asked(status="pending")
    target = make_question(status="open", specialty=heart)
    figures = {"median": timedelta(hours=1), "ninetieth": timedelta(days=900)}
    AnswerTime.objects.create(
        specialty=heart, answer_count=20, **figures, counted_at=timezone.now()
    )
    actions.mark_duplicate(question=duplicate, target=target, by=moderator)
    shown = status_of(duplicate)
    assert WAITS in shown and "Half of the questions to Cardiology" in shown
    assert way_on(page_of(duplicate))[-2:] == ["|", "A doctor replies"]
    actions.claim_question(question=target, by=doctor_of(heart))
    target.refresh_from_db()
    actions.publish_reply(question=target, by=target.claimed_by, text="Wait.", explanation="")
    assert WAITS not in status_of(duplicate)
    assert way_on(page_of(duplicate))[-1] == "|"


def doctor_of(specialty):
    return make_doctor(specialty=specialty)


def test_who_waits_longer_than_most_is_told_that_it_is_not_lost():
    figures = {"median": timedelta(hours=1), "ninetieth": timedelta(days=3)}
    AnswerTime.objects.create(
        specialty=make_specialty(), answer_count=20, **figures, counted_at=timezone.now()
    )
    for days, is_told in ((2, False), (4, True)):
        asked_at = timezone.now() - timedelta(days=days)
        shown = status_of(make_asked(status="open", asked_at=asked_at))
        assert "nine of ten within 3 days" in shown
        assert ("It is not lost; if you are worried, see a doctor." in shown) == is_told


def test_in_review_what_is_ahead_is_the_second_reading():
    question = make_asked(status="claimed")
    Question.objects.get(pk=question.pk).change_to("in_review", by=None)
    ahead = "A second doctor reads it, then it is public"
    assert way_on(page_of(question))[-3:] == ["A doctor wrote a reply", "|", ahead]


def test_what_a_doctor_gave_back_says_so_and_keeps_its_way(moderator, doctor):
    question = make_asked(status="pending")
    question.approve(by=moderator)
    actions.claim_question(question=question, by=doctor)
    actions.return_to_moderators(question=question, by=doctor, note="Not for us.")
    assert "A doctor gave it back, so a moderator reads it again." in status_of(question)
    way = way_on(page_of(question))
    assert way[1:5] == ["A moderator checked it", "A doctor took it", "A doctor gave it back", "|"]
    question.approve(by=moderator)
    assert "gave it back" not in status_of(question)
    assert way_on(page_of(question))[3:5] == ["A doctor gave it back", "A moderator checked it"]


def test_who_has_added_five_times_reads_that_more_do_not_fit():
    question = make_asked(status="open")
    for _ in range(5):
        assert "Add details</a>" in status_of(question)
        actions.add_details(question=question, text="Fever", submission=uuid.uuid4())
    assert "Add details</a>" not in status_of(question)
    assert "You have added details 5 times" in status_of(question)


# What a doctor asked


@pytest.mark.parametrize("end", ["withdraw", "decline"])
def test_what_needs_no_answer_any_more_says_so(doctor, end):
    question = make_asked(status="open")
    ask_for_details(question, doctor)
    assert "A doctor asks you" in page_of(question).text
    if end == "withdraw":
        actions.withdraw_question(question=question)
    else:
        question.decline(by=None, reason="unclear")
    page = page_of(question).text
    assert "A doctor asks you" not in page
    assert "A doctor asked you" in page and "No answer is needed any more." in page


def test_earlier_questions_of_a_doctor_stay_with_their_answers(doctor):
    question = make_asked(status="open")
    ask_for_details(question, doctor)
    actions.answer_details(question=question, text="Since Monday.")
    assert page_of(question).text.count("Since Monday.") == 1
    ask_for_details(question, doctor, "And how much?")
    page = page_of(question).text
    assert page.index("And how much?") < page.index("Since when?") < page.index("Since Monday.")
    assert page.count("Answer the doctor</a>") == 1


def test_closed_for_want_of_an_answer_leads_to_the_answer_alone(doctor):
    question = make_asked(status="open")
    ask_for_details(question, doctor)
    question.decline(by=None, reason="no_details")
    page = page_of(question).text
    assert "Answer the doctor</a>" in page and "Ask again with this text" not in page
    assert "We closed the question" not in page
    assert "We wait for your answer" not in page
    # Declined by hand, without anything having been asked: nobody can be answered.
    by_hand = make_asked(status="declined", decline_reason="no_details")
    page = page_of(by_hand).text
    assert "Ask again with this text" in page and "nswer the doctor" not in page


def test_what_a_moderator_closes_for_want_of_an_answer_can_still_be_answered(doctor, moderator):
    question = make_asked(status="open")
    ask_for_details(question, doctor)
    actions.decline_question(question=question, by=moderator, reason="no_details")
    assert "answer on this page" in letters.message_of(question.contact.letters.first()).body
    assert "Answer the doctor</a>" in page_of(question).text
    actions.answer_details(question=question, text="Since Monday.")
    question.refresh_from_db()
    assert question.status == "pending"


# The answer


def test_correction_is_told_on_top_and_in_the_way(doctor):
    question = answered(doctor)
    words = {"text": "Rest.", "explanation": "", "what": "All of it.", "why": "Wrong."}
    actions.correct_reply(reply=question.replies.get(), by=doctor, **words)
    assert 'href="#corrected-1">Corrected on ' in status_of(question)
    assert 'id="corrected-1"' in page_of(question).text
    assert way_on(page_of(question))[-3:-1] == ["A doctor replied", "The reply was corrected"]


def test_reply_of_another_doctor_is_told_on_top_and_in_the_way(doctor, other_doctor):
    question = answered(doctor)
    assert "Another doctor" not in status_of(question)
    words = {"text": "Rest too.", "explanation": "", "is_second": True}
    actions.publish_reply(question=question, by=other_doctor, **words)
    assert "Another doctor replied on " in status_of(question)
    assert way_on(page_of(question))[-3:-1] == ["A doctor replied", "Another doctor replied"]


def test_answer_that_is_back_keeps_that_it_was_gone(doctor, moderator):
    question = answered(doctor)
    actions.retract_question(question=question, by=moderator, reason="It was wrong.")
    actions.restore_question(question=question, by=moderator)
    assert "was taken off the site for a time and is back now" in status_of(question)
    back = "The answer was put back on the site"
    assert way_on(page_of(question))[-4:-1] == ["A doctor replied", GONE, back]


def test_line_of_the_doctor_leaves_with_the_answer_it_recommends(doctor, moderator):
    target = answered(doctor)
    question = resolved(doctor, target)
    assert FOUND in status_of(question)
    assert GONE not in way_on(page_of(question))
    actions.retract_question(question=target, by=moderator, reason="It was wrong.")
    shown = status_of(question)
    assert FOUND not in shown and ACTED in shown and "It was wrong." in shown
    assert way_on(page_of(question))[-2:] == [GONE, "|"]


def test_answer_that_was_gone_before_it_was_pointed_to_is_not_told_so(doctor, moderator):
    target, question = answered(doctor), make_asked(status="pending")
    actions.retract_question(question=target, by=moderator, reason="It was wrong.")
    actions.return_to_doctor(question=target, by=moderator, doctor=doctor, note="Anew.")
    actions.mark_duplicate(question=question, target=target, by=moderator)
    assert GONE not in way_on(page_of(question))


def test_answer_that_is_written_anew_is_gone_for_who_was_pointed_to_it_as_well(doctor, moderator):
    target = answered(doctor)
    question = resolved(doctor, target)
    actions.retract_question(question=target, by=moderator, reason="It was wrong.")
    actions.return_to_doctor(question=target, by=moderator, doctor=doctor, note="Anew.")
    shown = status_of(question)
    assert ACTED in shown and "It was wrong." in shown and "a doctor writes it anew" in shown
    assert "Somebody asked the same" not in shown


def test_what_was_taken_off_stays_so_whatever_becomes_of_it(doctor, moderator):
    question = answered(doctor)
    actions.retract_question(question=question, by=moderator, reason="It was wrong.")
    actions.return_to_doctor(question=question, by=moderator, doctor=doctor, note="Anew.")
    actions.claim_question(question=question, by=doctor)
    actions.return_to_moderators(question=question, by=doctor, note="I cannot.")
    assert ACTED in status_of(question) and "It was wrong." in status_of(question)
    actions.decline_question(question=question, by=moderator, reason="other", note="See a doctor.")
    shown = status_of(question)
    assert ACTED in shown and "Nothing of it is public now." in shown
    assert "was made public" not in shown
    actions.withdraw_question(question=question)
    assert ACTED not in status_of(question)


def test_summary_is_on_the_ticket_while_the_answer_is_public(doctor, moderator):
    question = answered(doctor)
    assert "Whether to wait." in page_of(question).text
    data = ticket_of(question) + "data/"
    assert Client().get(data).json()["question"]["summary"] == "Whether to wait."
    actions.retract_question(question=question, by=moderator, reason="It was wrong.")
    assert "Whether to wait." not in page_of(question).text
    assert Client().get(data).json()["question"]["summary"] == ""


@pytest.mark.parametrize("is_taken_up_again", [False, True])
def test_what_happened_comes_before_what_to_do_about_it(doctor, moderator, is_taken_up_again):
    question = answered(doctor)
    actions.retract_question(question=question, by=moderator, reason="It was wrong.")
    if is_taken_up_again:
        actions.return_to_doctor(question=question, by=moderator, doctor=doctor, note="Anew.")
    page = page_of(question)
    shown = page.text.split('id="status"')[1]
    happened = str(page.context["progress"].next)
    assert shown.index(happened) < shown.index(ACTED) < shown.index("It was wrong.")


def test_link_to_the_public_page_says_where_it_leads(doctor):
    shown = status_of(answered(doctor))
    assert "See it on its public page</a>" in shown and "Read the reply" not in shown


def test_follow_up_and_first_are_linked_by_their_titles(client):
    first = make_asked(title="A rash after egg")
    typed = {"title": "And after milk?", "body": "", "submission": str(uuid.uuid4())}
    client.post(f"{ticket_of(first)}follow-up/", typed)
    second = Question.objects.get(follow_up_of=first)
    for one, other in ((first, second), (second, first)):
        shown = status_of(one)
        assert f"#{other.pk} <span>{other.title}</span></a>" in shown
