"""A doctor who is suspended, or whose licence has expired: told why everywhere, and nothing is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from doctors.models import Doctor
from questions import actions
from questions.models import Question, Reply
from tests.factories import make_question
from tests.questions.at_desk import address

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def suspended(doctor, moderator) -> str:
    Doctor.objects.get(pk=doctor.pk).suspend(by=moderator)
    return "Your account as a doctor is suspended."


def expired(doctor, moderator) -> str:
    Doctor.objects.filter(pk=doctor.pk).update(licence_expires_on=timezone.localdate() - DAY)
    return "Your licence on file has expired."


@pytest.fixture(params=[suspended, expired])
def hinder(request, doctor, moderator):
    """Makes the doctor one who may not reply, and gives the words that say why."""
    return lambda: request.param(doctor, moderator)


@pytest.fixture
def draft(doctor) -> Reply:
    """What the doctor is writing on a question that they hold."""
    question = make_question(status="open")
    actions.claim_question(question=question, by=doctor)
    rows = {"sources-0-title": ["A leaflet"], "sources-0-url": ["https://example.org"]}
    typed = {"sources-TOTAL_FORMS": ["1"], "sources-0-year": ["2024"], **rows}
    words = {"text": "Cool the skin.", "explanation": "For *ten* minutes.", "typed": typed}
    return actions.save_draft(question=question, by=doctor, **words)


def test_every_page_of_the_desk_says_why(desk, doctor, draft, hinder):
    public = make_question(doctor=doctor).replies.get()
    why = hinder()
    pages = [reverse(name) for name in ("desk", "desk_reviews", "desk_readings", "phrases")]
    pages += [address(name, draft.question) for name in ("question", "preview", "details")]
    pages += [reverse("desk_correct", args=[public.pk])]
    for page in pages:
        assert desk.get(page, follow=True).text.count(why) == 1, page


def test_draft_is_read_and_not_offered_to_be_gone_on_with(desk, draft, hinder):
    hinder()
    page = desk.get(address("question", draft.question)).text
    assert "What you had written" in page
    assert "Cool the skin." in page
    assert "For <em>ten</em> minutes." in page
    assert '<a href="https://example.org" rel="nofollow ugc noopener">A leaflet</a> (2024)' in page
    for offered in ("Nobody is replying yet", "desk_claim", "<textarea", "/publish/", "/claim/"):
        assert offered not in page
    for name in ("details", "resolve"):
        assert address(name, draft.question) not in page


def test_who_holds_a_question_can_still_pass_it_on(desk, doctor, draft):
    expired(doctor, None)
    page = desk.get(address("question", draft.question)).text
    assert address("hand_over", draft.question) in page
    assert desk.get(address("hand_over", draft.question)).status_code == 200


def test_typing_of_who_may_not_reply_is_kept_and_holds_the_question_no_longer(desk, doctor, draft):
    until = Question.objects.get(pk=draft.question_id).lease_until - timedelta(hours=1)
    Question.objects.update(lease_until=until)
    expired(doctor, None)
    kept = {"text": "More.", "explanation": "", "draft_version": draft.version, "draft_key": ""}
    assert desk.post(address("draft", draft.question), kept).status_code == 200
    assert Reply.objects.get(pk=draft.pk).text == "More."
    assert Question.objects.get(pk=draft.question_id).lease_until == until


def test_reply_that_waits_for_a_reader_is_read_without_a_button(desk, doctor, hinder):
    question = make_question(status="open")
    actions.claim_question(question=question, by=doctor)
    words = {"text": "Give 5 ml.", "explanation": ""}
    reply = actions.publish_reply(question=question, by=doctor, **words)
    hinder()
    page = desk.get(address("question", question)).text
    assert "Give 5 ml." in page
    assert reverse("desk_take_back", args=[reply.pk]) not in page


def test_text_that_comes_too_late_is_on_the_page_to_be_read(desk, draft, hinder):
    fields = {"text": "Typed before.", "specialty": draft.question.specialty_id}
    why = hinder()
    response = desk.post(address("publish", draft.question), fields)
    assert response.status_code == 403
    assert why in response.text
    assert "Typed before.</textarea>" in response.text
    assert response.text.count(" readonly") >= 2
    for button in ("claim", "publish", "attach", "keep", "preview"):
        assert f'formaction="{address(button, draft.question)}' not in response.text


def test_typing_is_told_the_reason_and_not_that_the_question_was_lost(
    desk, doctor, draft, moderator
):
    why = suspended(doctor, moderator)
    kept = {"text": "More.", "explanation": "", "draft_version": draft.version, "draft_key": ""}
    answer = desk.post(address("draft", draft.question), kept)
    assert (answer.status_code, answer.json()["sentence"].startswith(why)) == (403, True)


def test_correction_that_was_begun_is_read_beside_what_is_public(desk, doctor, hinder):
    reply = make_question(doctor=doctor, reply="Warm it.").replies.get()
    path = reverse("desk_correct", args=[reply.pk])
    typed = {"text": ["Cool it."], "what": ["The way."], "why": ["It was wrong."]}
    actions.keep_correction(reply=reply, by=doctor, typed=typed, version=0, key="")
    hinder()
    page = desk.get(path).text
    assert "<del>Warm</del>" in page
    assert "<ins>Cool</ins>" in page
    assert "It was wrong." in page
    for offered in ("<textarea", 'id="reply"', reverse("desk_discard", args=[reply.pk])):
        assert offered not in page


def test_correction_that_was_not_begun_is_not_offered(desk, doctor, hinder):
    reply = make_question(doctor=doctor).replies.get()
    hinder()
    page = desk.get(reverse("desk_correct", args=[reply.pk])).text
    assert "You have begun no correction." in page
    assert "<textarea" not in page
    assert reverse("desk_correct", args=[reply.pk]) not in desk.get(reverse("desk")).text


def test_reinstated_doctor_goes_on_with_the_draft(desk, doctor, draft, moderator):
    suspended(doctor, moderator)
    Doctor.objects.get(pk=doctor.pk).reinstate(by=moderator)
    desk.post(address("claim", draft.question))
    page = desk.get(address("question", draft.question)).text
    assert "Cool the skin.</textarea>" in page
    assert Question.objects.get(pk=draft.question_id).claimed_by == doctor
