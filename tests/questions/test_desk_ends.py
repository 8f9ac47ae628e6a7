"""Other ends than a reply: details, an existing answer, another specialty, back to moderators."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from doctors.models import Doctor
from questions import actions, letters
from questions.models import DeskNote, DetailsRequest, IllegalChange, Letter, Question
from tests.factories import make_doctor, make_question, make_specialty
from tests.questions.at_desk import address
from tests.questions.mail_server import MailServer
from tests.questions.test_letters import ASKER, send_to_port, texts_of

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def held(doctor) -> Question:
    """A question that the doctor has taken, of an asker with an address."""
    contact = {"submission": uuid.uuid4(), "email": ASKER}
    question = make_question(status="open", contact=contact)
    actions.claim_question(question=question, by=doctor)
    return question


def browser_of(doctor: Doctor) -> Client:
    browser = Client()
    browser.force_login(doctor.user)
    return browser


def kinds_of(question: Question) -> list[str]:
    return list(Letter.objects.filter(contact__question=question).values_list("kind", flat=True))


def ask(question, doctor, text="Since when?", now=None) -> DetailsRequest:
    return actions.ask_for_details(question=question, by=doctor, text=text, now=now)


def answer_page(question: Question) -> str:
    return reverse("ticket_answer", args=[question.contact.ticket])


# Details


def test_asked_for_details_the_question_leaves_the_desk_and_the_asker_is_told(
    desk, doctor, other_doctor, held
):
    assert desk.post(address("details", held), {"details": "Since when?"}).url == reverse("desk")
    held.refresh_from_db()
    assert (held.status, held.claimed_by) == ("needs_details", None)
    assert held.history.first().history_user == doctor.user
    assert kinds_of(held) == ["details"]
    assert "Details you asked for" in desk.get(reverse("desk")).text
    assert "Since when?" in desk.get(address("question", held)).text
    assert browser_of(other_doctor).get(address("question", held)).status_code == 404
    ticket = Client().get(held.contact.get_absolute_url()).text
    assert "Since when?" in ticket
    assert answer_page(held) in ticket


def test_answer_brings_the_question_back_to_who_asked(client, doctor, other_doctor, held):
    ask(held, doctor)
    asker = Client()
    page = asker.get(answer_page(held))
    assert page["Referrer-Policy"] == "same-origin"
    assert "no-store" in page["Cache-Control"]
    sent = asker.post(answer_page(held), {"answer": "Since Monday."})
    assert sent.url == held.contact.get_absolute_url() + "#asked-you"
    assert "Your answer was sent on" in asker.get(sent.url).text
    held.refresh_from_db()
    assert (held.status, held.kept_for) == ("open", doctor)
    ticket = asker.get(sent.url).text
    assert "It is kept for one doctor first" in ticket
    assert "A doctor asked you" in ticket
    assert browser_of(other_doctor).post(address("claim", held)).status_code == 409
    mine = browser_of(doctor)
    assert "kept for you" in mine.get(reverse("desk")).text
    assert "Since Monday." in mine.get(address("question", held)).text
    assert mine.post(address("claim", held)).status_code == 302
    assert "Since Monday." in asker.get(sent.url).text


def test_answer_is_not_kept_for_a_doctor_who_may_not_reply_any_more(doctor, held):
    ask(held, doctor)
    Doctor.objects.filter(pk=doctor.pk).update(suspended_at=timezone.now())
    actions.answer_details(question=held, text="Since Monday.")
    held.refresh_from_db()
    assert (held.status, held.kept_for) == ("open", None)


def test_answer_sent_twice_is_one_and_another_text_is_not_lost(doctor, held):
    ask(held, doctor)
    asker = Client()
    for _ in range(2):
        assert asker.post(answer_page(held), {"answer": "Since Monday."}).status_code == 302
    late = asker.post(answer_page(held), {"answer": "No, Tuesday."})
    assert late.status_code == 409
    assert "No, Tuesday." in late.text
    assert "No answer is waited for any more." in late.text
    assert held.details_requests.get().answer == "Since Monday."


def test_page_of_the_answer_is_like_the_other_forms_of_the_ticket(doctor, held):
    """Its heading first, then what is wrong; in an emergency it leads on."""
    ask(held, doctor)
    page = Client().post(answer_page(held), {"answer": ""}).text.split("<main")[1]
    assert page.index("<h1>") < page.index("error-summary")
    assert "Your answer – Write your answer." in page
    assert "This field is required." not in page
    alarm = page.split('<p class="note alarm">')[1].split("</p>")[0]
    assert '<a href="/emergency/">' in alarm


@pytest.mark.parametrize("answer", ["", "...", "x" * 5_001])
def test_answer_that_does_not_fit_is_explained_and_kept(doctor, held, answer):
    ask(held, doctor)
    page = Client().post(answer_page(held), {"answer": answer})
    assert page.status_code == 200
    assert "error-summary" in page.text
    assert f">\n{answer}</textarea>" in page.text
    held.refresh_from_db()
    assert held.status == "needs_details"


def test_answer_with_signs_of_an_emergency_is_stopped_first(doctor, held):
    ask(held, doctor)
    typed, browser = {"answer": "Since today he cannot breathe, his lips are blue."}, Client()
    page = browser.post(answer_page(held), typed)
    assert "emergency-interstitial" in page.text and typed["answer"] in page.text
    said = {**typed, "no_emergency": "something else"}
    assert "emergency-interstitial" in browser.post(answer_page(held), said).text
    assert not held.details_requests.exclude(answer="").exists()
    browser.post(answer_page(held), {**typed, "no_emergency": page.context["digest"]})
    held.refresh_from_db()
    assert (held.is_urgent, held.status) == (True, "open")


def test_answer_that_may_identify_somebody_is_shown_first(doctor, held):
    ask(held, doctor)
    typed, browser = {"answer": "Please call 0912-345-678."}, Client()
    page = browser.post(answer_page(held), typed)
    assert "<mark>0912-345-678</mark>" in page.text
    assert "Your answer – telephone number" in page.text
    assert not held.details_requests.exclude(answer="").exists()
    browser.post(answer_page(held), {**typed, "seen": page.context["seen"]})
    assert held.details_requests.get().answer == typed["answer"]


def test_reminder_after_three_days_and_kindly_closed_after_fourteen(doctor, held):
    now = timezone.now()
    ask(held, doctor, now=now)
    Letter.objects.all().delete()
    assert actions.keep_time(now + 3 * DAY - timedelta(minutes=1)) == 0
    assert actions.keep_time(now + 3 * DAY) == 1
    assert actions.keep_time(now + 13 * DAY) == 0
    assert kinds_of(held) == ["reminder"]
    assert actions.keep_time(now + 14 * DAY) == 1
    held.refresh_from_db()
    assert (held.status, held.decline_reason) == ("declined", "no_details")
    assert sorted(kinds_of(held)) == ["closed", "reminder"]
    page = Client().get(held.contact.get_absolute_url()).text
    assert "Closed for now" in page
    assert "answer the doctor: then a moderator takes it up again" in page
    assert "A moderator declined it" not in page
    assert actions.keep_time(now + 15 * DAY) == 0


def test_worker_that_slept_reminds_before_it_closes(doctor, held):
    now = timezone.now()
    ask(held, doctor, now=now)
    late = now + 20 * DAY
    assert actions.keep_time(late) == 1
    held.refresh_from_db()
    assert held.status == "needs_details"
    assert actions.keep_time(late + 11 * DAY) == 1
    held.refresh_from_db()
    assert held.status == "declined"


def test_late_answer_takes_the_question_up_again_with_the_moderators(doctor, held):
    now = timezone.now()
    ask(held, doctor, now=now)
    actions.keep_time(now + 3 * DAY)
    actions.keep_time(now + 14 * DAY)
    assert Client().post(answer_page(held), {"answer": "Since Monday."}).status_code == 302
    held.refresh_from_db()
    assert (held.status, held.decline_reason) == ("pending", "")
    assert "Waiting to be checked" in Client().get(held.contact.get_absolute_url()).text


def test_declined_for_another_reason_takes_no_answer(doctor, moderator, held):
    ask(held, doctor)
    actions.decline_question(question=held, by=moderator, reason="not_medical")
    with pytest.raises(IllegalChange):
        actions.answer_details(question=held, text="Since Monday.")
    assert Client().get(answer_page(held)).url == held.contact.get_absolute_url()


def test_details_can_be_asked_twice_and_after_a_moderator_went_past_them(doctor, moderator, held):
    ask(held, doctor)
    held.approve(by=moderator)
    actions.claim_question(question=held, by=doctor)
    ask(held, doctor, "How much?")
    actions.answer_details(question=held, text="Two spoons.")
    assert [one.answer for one in held.details_requests.all()] == ["", "Two spoons."]


@pytest.mark.parametrize(
    "wrong", [{"text": ""}, {"answer": "x"}, {"answered_at": timezone.now() + DAY}]
)
def test_request_for_details_is_whole(doctor, held, wrong):
    ask(held, doctor)
    with pytest.raises(IntegrityError), transaction.atomic():
        DetailsRequest.objects.update(**wrong)


def test_question_has_one_unanswered_request_at_most(doctor, held):
    ask(held, doctor)
    with pytest.raises(IntegrityError), transaction.atomic():
        held.details_requests.create(doctor=doctor, text="And how much?")


# An existing answer


def test_asker_is_led_to_an_existing_answer(desk, doctor, held):
    answer = make_question(title="Hives after egg")
    page = desk.post(address("resolve_search", held), {"q": f"#{answer.pk}", "note": "Half a line"})
    assert "Hives after egg" in page.text
    assert "Half a line" in page.text
    held.refresh_from_db()
    assert held.status == "claimed"
    typed = {"target": answer.pk, "note": "It is the same with egg."}
    assert desk.post(address("resolve", held), typed).url == reverse("desk")
    held.refresh_from_db()
    assert (held.status, held.resolved_by, held.claimed_by) == ("resolved", answer, None)
    assert kinds_of(held) == ["resolved"]
    assert not held.replies.published().exists()
    ticket = Client().get(held.contact.get_absolute_url()).text
    assert answer.get_absolute_url() in ticket
    assert "It is the same with egg." in ticket
    assert Client().get(held.get_absolute_url()).status_code == 404


def test_search_finds_by_words_and_offers_what_is_close(desk, held):
    found = make_question(title="Xylocarp in the nose")
    page = desk.post(address("resolve_search", held), {"q": "xylocarp"}).text
    assert f'value="{found.pk}"' in page
    assert "1 answer found" in page
    assert "Nothing found." in desk.post(address("resolve_search", held), {"q": "zanthoxy"}).text


@pytest.mark.parametrize("status", ["pending", "open", "retracted", "withdrawn"])
def test_target_has_to_be_public(desk, doctor, held, status):
    target = make_question(status=status, title="Marker in hiding")
    page = desk.post(address("resolve", held), {"target": target.pk, "note": "See there."})
    assert page.status_code == 200
    assert "There is no published answer of this number." in page.text
    assert "See there." in page.text
    assert "Marker in hiding" not in page.text
    with pytest.raises(ValidationError):
        actions.point_to_answer(question=held, by=doctor, target=target, note="See there.")


@pytest.mark.parametrize("target", ["", "x", str(2**70), "itself"])
def test_target_that_is_none_is_explained(desk, held, target):
    target = held.pk if target == "itself" else target
    page = desk.post(address("resolve", held), {"target": target, "note": "See there."})
    assert page.status_code == 200
    assert 'href="#id_target"' in page.text


def test_question_cannot_answer_itself_nor_be_resolved_by_none(doctor, held):
    answer = make_question()
    actions.point_to_answer(question=held, by=doctor, target=answer, note="See there.")
    rows = Question.objects.filter(pk=held.pk)
    for wrong in ({"resolved_by": held}, {"resolved_by": None}, {"status": "open"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)


def test_letter_has_the_short_link_and_the_line_but_not_in_its_headers(settings, doctor, held):
    answer = make_question(title="Zinnober")
    actions.point_to_answer(question=held, by=doctor, target=answer, note="Karmesin fits.")
    with MailServer() as server:
        send_to_port(settings, server.controller.port)
        letters.send_all_due()
    [message] = server.taken
    for text in texts_of(message):
        assert f"/questions/{answer.pk}/" in text
        assert "Karmesin fits." in text
        assert "innober" not in text
    assert "Karmesin" not in "".join(map(str, message.values()))


def test_retracted_target_is_told_on_the_ticket_and_by_letter(doctor, moderator, held):
    answer = make_question()
    actions.point_to_answer(question=held, by=doctor, target=answer, note="See there.")
    actions.retract_question(question=answer, by=moderator, reason="It was not safe.")
    page = Client().get(held.contact.get_absolute_url()).text
    assert "The answer was taken off the site" in page
    assert "It was not safe." in page
    assert answer.get_absolute_url() not in page
    wanted = {one.kind: one.is_wanted for one in Letter.objects.filter(contact=held.contact)}
    assert wanted == {"resolved": False, "retracted": True}


def test_moderator_can_take_a_pointed_question_up_again(doctor, moderator, held):
    actions.point_to_answer(question=held, by=doctor, target=make_question(), note="See there.")
    held.return_to_moderation(by=moderator)
    assert (held.status, held.resolved_by, held.resolved_note) == ("pending", None, "")


# Another specialty


def test_handed_over_it_waits_in_the_other_specialty_with_the_note(desk, doctor, held):
    skin = make_specialty("dermatology")
    typed = {"specialty": skin.pk, "note": "It looks like eczema."}
    assert desk.post(address("hand_over", held), typed).url == reverse("desk")
    held.refresh_from_db()
    assert (held.status, held.specialty, held.claimed_by) == ("open", skin, None)
    assert held.history.first().history_user == doctor.user
    next_doctor = browser_of(make_doctor(specialty=skin))
    page = next_doctor.get(address("question", held)).text
    assert "Dr. Ada Verified handed it over to Dermatology" in page
    assert "It looks like eczema." in page
    assert desk.post(address("claim", held)).status_code == 403


def test_specialty_without_doctors_says_so_and_its_own_is_not_offered(desk, held):
    make_specialty("dermatology")
    page = desk.get(address("hand_over", held)).text
    assert "Dermatology – no doctor at present" in page
    assert ">Pediatrics" not in page


# Moderators


def test_returned_to_moderators_with_a_reason_that_they_and_later_doctors_read(
    desk, doctor, other_doctor, moderator, held
):
    desk.post(address("return", held), {"note": "It names the nursery."})
    held.refresh_from_db()
    assert (held.status, held.claimed_by) == ("pending", None)
    admin = Client()
    admin.force_login(moderator)
    page = admin.get(reverse("admin:questions_question_change", args=[held.pk])).text
    assert "It names the nursery." in page
    held.approve(by=moderator)
    assert "It names the nursery." in browser_of(other_doctor).get(address("question", held)).text


def test_moderator_sends_a_question_back_to_its_doctor(desk, doctor, other_doctor, moderator, held):
    actions.return_to_moderators(question=held, by=doctor, note="It names the nursery.")
    admin = Client()
    admin.force_login(moderator)
    there = reverse("admin:questions_question_bulk", args=["to_doctor"]) + f"?ids={held.pk}"
    assert "It names the nursery." not in admin.get(there).text
    admin.post(there, {"doctor": doctor.pk, "note": "Taken out, please go on."})
    held.refresh_from_db()
    assert (held.status, held.kept_for) == ("open", doctor)
    page = desk.get(reverse("desk")).text
    assert "From the moderators" in page
    assert "Taken out, please go on." in page
    note = DeskNote.objects.get(kind="doctor")
    done = reverse("desk_note_done", args=[note.pk])
    assert browser_of(other_doctor).post(done).status_code == 404
    assert desk.post(done).url == reverse("desk")
    assert "From the moderators" not in desk.get(reverse("desk")).text


def test_published_reply_sent_back_stays_public(doctor, moderator):
    question = make_question(doctor=doctor)
    note = {"by": moderator, "doctor": doctor, "note": "Is the dose right?"}
    actions.return_to_doctor(question=question, **note)
    question.refresh_from_db()
    assert question.status == "published"
    assert "Is the dose right?" in browser_of(doctor).get(reverse("desk")).text


def test_what_another_doctor_holds_is_not_sent_back(other_doctor, doctor, moderator):
    question = make_question(status="claimed", doctor=other_doctor)
    with pytest.raises(IllegalChange, match="Bo Colleague is replying"):
        actions.return_to_doctor(question=question, by=moderator, doctor=doctor, note="Yours.")


def test_publishing_settles_what_was_sent_back(doctor, moderator, held):
    note = {"by": moderator, "doctor": doctor, "note": "Please shorter."}
    actions.return_to_doctor(question=held, **note)
    words = {"text": "Short.", "explanation": "", "summary": "", "tags": []}
    actions.publish_reply(question=held, by=doctor, **words)
    assert not DeskNote.objects.returned_to(doctor).exists()


@pytest.mark.parametrize("wrong", [{"kind": "x"}, {"text": ""}, {"kind": "handed_over"}])
def test_note_is_whole(doctor, held, wrong):
    held.desk_notes.create(kind="moderators", doctor=doctor, text="Why.")
    with pytest.raises(IntegrityError), transaction.atomic():
        DeskNote.objects.update(**wrong)


# All of them

ENDS = {
    "details": {"details": "Since when?"},
    "resolve": {"target": "", "note": "See there."},
    "hand_over": {"specialty": "", "note": "See there."},
    "return": {"note": "See there."},
}


def typed_for(name: str) -> dict[str, object]:
    numbers = {"target": make_question().pk, "specialty": make_specialty("dermatology").pk}
    return {field: numbers.get(field, text) for field, text in ENDS[name].items()}


@pytest.mark.parametrize("name", ENDS)
def test_second_press_is_no_mistake(desk, held, name):
    typed = typed_for(name)
    for _ in range(2):
        assert desk.post(address(name, held), typed).url == reverse("desk")
    assert DeskNote.objects.count() + DetailsRequest.objects.count() <= 1
    assert held.history.filter(status=Question.objects.get(pk=held.pk).status).count() <= 2


@pytest.mark.parametrize("name", ENDS)
def test_without_the_lease_nothing_is_done_and_the_text_is_kept(desk, doctor, held, name):
    Question.objects.update(
        claimed_at=timezone.now() - DAY, lease_until=timezone.now() - timedelta(hours=1)
    )
    typed = typed_for(name)
    page = desk.post(address(name, held), typed)
    assert page.status_code == 403
    assert "You do not hold this question any more." in page.text
    assert str(list(typed.values())[-1]) in page.text
    assert "Take the question again" in page.text
    held.refresh_from_db()
    assert held.status == "claimed"
    desk.post(address("claim", held), typed)
    assert desk.post(address(name, held), typed).url == reverse("desk")


@pytest.mark.parametrize("name", ENDS)
def test_form_with_nothing_in_it_is_explained(desk, held, name):
    page = desk.post(address(name, held), {})
    assert page.status_code == 200
    assert "error-summary" in page.text
    held.refresh_from_db()
    assert held.status == "claimed"


@pytest.mark.parametrize("name", ["details", "resolve"])
def test_doctor_whose_licence_expired_says_nothing_to_an_asker(desk, doctor, held, name):
    typed = typed_for(name)
    Doctor.objects.update(licence_expires_on=timezone.localdate() - DAY)
    page = desk.post(address(name, held), typed)
    assert page.status_code == 403
    assert "has expired" in page.text


@pytest.mark.parametrize("name", ["hand_over", "return"])
def test_doctor_whose_licence_expired_can_pass_a_question_on(desk, doctor, held, name):
    typed = typed_for(name)
    Doctor.objects.update(licence_expires_on=timezone.localdate() - DAY)
    assert desk.post(address(name, held), typed).url == reverse("desk")


def test_another_doctor_ends_nothing(other_doctor, held):
    for call in (
        lambda: ask(held, other_doctor),
        lambda: actions.return_to_moderators(question=held, by=other_doctor, note="x"),
    ):
        with pytest.raises(PermissionDenied, match="Ada Verified is replying"):
            call()
