"""Nothing is published over what of the question no doctor has read."""

import uuid
from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from questions import actions
from questions.actions import edit_question
from questions.models import Addition, Question, Reply
from tests.factories import make_question, make_reply, make_specialty
from tests.questions.at_desk import address, at_desk, seen
from tests.questions.test_at_once import wait_for_a_lock

pytestmark = pytest.mark.django_db

NOTICE = "The question has changed meanwhile"
ALLERGIC = "She is allergic to penicillin."


def on_page(browser, question: Question) -> dict[str, object]:
    """What the form sends that is opened now, with a reply in it."""
    return of_form(browser.get(address("question", question))) | {"text": "Wait a day."}


def of_form(page) -> dict[str, object]:
    form = page.context["form"]
    values = {name: form[name].value() for name in form.fields}
    values["is_second"] = "1" if values["is_second"] else ""  # as the template writes it
    return {name: [] if value is None else value for name, value in values.items()}


def add(question: Question, text: str = ALLERGIC) -> None:
    actions.add_details(question=question, text=text, submission=uuid.uuid4())


def edit(question: Question, by, **fields) -> None:
    question = Question.objects.get(pk=question.pk)
    for name, value in fields.items():
        setattr(question, name, value)
    edit_question(question=question, by=by, changed=list(fields))


def notice_in(page) -> str:
    """What stands on top, "" where there is nothing new."""
    _before, _, after = page.text.partition(f"<h2>{NOTICE}</h2>")
    return after.partition("</div>\n<")[0]


def is_public(question: Question) -> bool:
    return Question.objects.published().filter(pk=question.pk).exists()


# While a doctor writes


def test_addition_is_read_before_the_reply_is_public(desk, question):
    typed = on_page(desk, question) | {"summary": "Of waiting.", "other_tags": "egg"}
    add(question)
    page = desk.post(address("publish", question), typed)
    assert page.status_code == 409
    assert ALLERGIC in notice_in(page)
    assert "Changed:" not in notice_in(page)
    assert page.text.index(NOTICE) < page.text.index("<h1")
    draft = question.replies.get()
    assert (draft.status, draft.text) == ("draft", "Wait a day.")
    assert (page.context["form"]["text"].value(), draft.typed) == ("Wait a day.", {})
    question.refresh_from_db()
    assert (question.summary, list(question.tags.names())) == ("Of waiting.", ["egg"])
    assert desk.post(address("publish", question), of_form(page)).url == reverse("desk")
    assert is_public(question)


@pytest.mark.parametrize(
    ("change", "label"),
    [
        ({"title": "Another title?"}, "Question in one line"),
        ({"body": "It is the left ear."}, "Details"),
        ({"age_band": "0-28d"}, "Age"),
        ({"sex": "male"}, "Sex"),
    ],
)
def test_change_by_a_moderator_is_read_before_the_reply_is_public(
    desk, question, moderator, change, label
):
    typed = on_page(desk, question)
    edit(question, moderator, **change)
    page = desk.post(address("publish", question), typed)
    assert page.status_code == 409
    assert f'<a href="#asked">Changed: {label}</a>' in notice_in(page)
    assert notice_in(page).count("<li>") == 1
    assert not is_public(question)
    assert desk.post(address("publish", question), of_form(page)).status_code == 302
    assert is_public(question)


def test_changes_that_touch_no_reply_are_in_nobodys_way(desk, question, moderator):
    typed = on_page(desk, question)
    edit(question, moderator, asker_name="Elsa", is_urgent=True)
    question.prolong(now=timezone.now() + timedelta(hours=1))
    assert desk.post(address("publish", question), typed).status_code == 302


def test_answer_and_note_that_another_tab_has_brought_are_read_first(desk, question, doctor):
    typed = on_page(desk, question)
    actions.ask_for_details(question=question, by=doctor, text="Any allergies?")
    actions.answer_details(question=question, text=ALLERGIC)
    actions.claim_question(question=Question.objects.get(pk=question.pk), by=doctor)
    note = {"doctor": doctor, "by": doctor.user, "note": "The mother rang."}
    actions.return_to_doctor(question=Question.objects.get(pk=question.pk), **note)
    page = desk.post(address("publish", question), typed)
    assert page.status_code == 409
    assert f'<b>The asker answered</b><div class="prose"><p>{ALLERGIC}</p>' in notice_in(page)
    assert "<b>Sent back to a doctor</b>" in notice_in(page)
    assert "The mother rang." in notice_in(page)
    assert question.desk_notes.returned_to(doctor).exists()  # not settled by who has not read it
    assert desk.post(address("publish", question), of_form(page)).status_code == 302


def test_two_presses_of_a_page_that_has_not_shown_all_publish_nothing(desk, question):
    typed = on_page(desk, question)
    add(question)
    for _press in range(2):
        page = desk.post(address("publish", question), typed)
        assert ALLERGIC in notice_in(page)
    assert not is_public(question)
    for _press in range(2):
        assert desk.post(address("publish", question), of_form(page)).url == reverse("desk")
    assert question.replies.get().status == "published"


def test_form_that_does_not_say_what_it_showed_has_shown_nothing(desk, question):
    add(question)
    page = desk.post(address("publish", question), on_page(desk, question) | {"question_seen": ""})
    assert ALLERGIC in notice_in(page)
    assert desk.post(address("publish", question), of_form(page)).status_code == 302


def test_reasons_that_were_typed_stay_on_the_page(desk, question):
    typed = on_page(desk, question) | {"text": "Call +886 2 2312 3456."}
    add(question)
    page = desk.post(address("publish", question), typed | {"why_kept": "A public number."})
    assert '<input type="hidden" name="why_kept" value="A public number.">' in page.text


def test_text_of_another_tab_is_shown_as_well_and_nothing_replaced(desk, question):
    first, second = on_page(desk, question), on_page(desk, question)
    desk.post(address("save", question), first | {"text": "Long work."})
    add(question)
    page = desk.post(address("publish", question), second)
    assert "This draft was changed elsewhere" in page.text
    assert ALLERGIC in notice_in(page)
    assert question.replies.get().text == "Long work."
    assert desk.post(address("publish", question), of_form(page)).status_code == 302


# The preview


def test_addition_before_the_preview_is_read_first_and_stands_on_the_preview(desk, question):
    typed = on_page(desk, question)
    add(question)
    page = desk.post(address("preview", question), typed)
    assert page.status_code == 409
    assert ALLERGIC in notice_in(page)
    assert question.replies.get().text == "Wait a day."
    preview = desk.post(address("preview", question), of_form(page), follow=True)
    assert "Preview: this is how readers will see it" in preview.text
    assert notice_in(preview) == ""
    assert "Added by the asker" in preview.text and ALLERGIC in preview.text
    assert desk.post(address("publish", question), of_form(preview)).url == reverse("desk")


def test_addition_after_the_preview_is_read_before_the_reply_is_public(desk, question):
    preview = desk.post(address("preview", question), on_page(desk, question), follow=True)
    add(question)
    page = desk.post(address("publish", question), of_form(preview))
    assert page.status_code == 409
    assert ALLERGIC in notice_in(page)
    assert not is_public(question)


# Saved, and come back to


def test_saving_keeps_the_draft_and_says_what_is_new(desk, question):
    typed = on_page(desk, question)
    add(question)
    page = desk.post(address("save", question), typed)
    assert "Your draft is saved." in page.text
    assert ALLERGIC in notice_in(page)
    assert question.replies.get().text == "Wait a day."


def test_page_that_comes_back_to_one_of_its_parts_begins_with_what_is_new(desk, question):
    keep = f"{address('keep', question)}?to=sources"
    typed = on_page(desk, question)
    assert desk.post(keep, typed).url == f"{address('question', question)}#sources"
    add(question)
    again = desk.post(keep, on_page(desk, question) | {"question_seen": typed["question_seen"]})
    assert again.url == address("question", question)
    page = desk.get(again.url)
    assert ALLERGIC in notice_in(page)
    assert desk.post(address("publish", question), of_form(page)).status_code == 302


def test_answer_to_a_draft_kept_while_typing_says_that_the_question_has_changed(desk, question):
    typed = on_page(desk, question)
    assert desk.post(address("draft", question), typed).json()["is_unread"] is False
    add(question)
    typed |= {"text": "Wait two days.", "draft_version": 1}
    assert desk.post(address("draft", question), typed).json()["is_unread"] is True
    page = desk.get(address("question", question))
    assert "<span data-unread hidden>The question has changed:" in page.text
    assert ALLERGIC in notice_in(page)
    assert desk.post(address("publish", question), of_form(page)).status_code == 302


def test_who_takes_it_again_with_an_old_text_reads_what_came_meanwhile(desk, question, doctor):
    typed = on_page(desk, question) | {"draft_version": 0}
    actions.release_question(question=question, by=doctor)
    add(question)
    page = desk.post(address("claim", question), typed, follow=True)
    assert page.context["form"]["text"].value() == "Wait a day."
    assert ALLERGIC in notice_in(page)


@pytest.mark.parametrize("name", ["question", "reading"])
def test_what_comes_while_a_page_is_made_has_not_been_seen(
    monkeypatch, doctor, other_doctor, question, name
):
    """The page may have it or not: it counts as unread."""
    path, before = address("question", question), seen(question)
    if name == "reading":
        reply = to_read(doctor, question)
        path, before = reverse("desk_reading", args=[reply.pk]), actions.version_of(reply)
        doctor = other_doctor

    def slowly(question, **_with):
        Addition.objects.create(
            question=question, text=ALLERGIC, submission=uuid.uuid4(), came_after_check=True
        )
        return []

    views = "desk_readings" if name == "reading" else "desk_page"
    monkeypatch.setattr(f"questions.views.{views}.talk_about", slowly)
    page = at_desk(doctor.user).get(path)
    assert ALLERGIC in page.text
    assert f'value="{before}"' in page.text


@pytest.mark.parametrize("is_addition", [False, True])
@pytest.mark.parametrize("button", ["publish", "preview"])
@pytest.mark.django_db(transaction=True)
def test_what_is_on_its_way_while_a_button_is_pressed_is_read_first(
    doctor, moderator, question, button, is_addition
):
    desk, pages = at_desk(doctor.user), []
    typed = on_page(desk, question)

    def press():
        pages.append(desk.post(address(button, question), typed))
        connection.close()

    thread = Thread(target=press)
    with transaction.atomic():
        add(question) if is_addition else edit(question, moderator, body="He is ten weeks old.")
        thread.start()
        wait_for_a_lock(thread)
    thread.join()
    assert (ALLERGIC if is_addition else "Changed: Details") in notice_in(pages[0])
    assert not is_public(question)


# A second doctor's reply


def test_second_doctor_reads_what_the_asker_has_told_the_first(
    desk, doctor, other_doctor, question
):
    add(question)
    actions.ask_for_details(question=question, by=doctor, text="Any fever?")
    actions.answer_details(question=question, text="38.4 since noon.")
    actions.claim_question(question=Question.objects.get(pk=question.pk), by=doctor)
    actions.publish_reply(question=question, by=doctor, text="Wait.", explanation="")
    browser = at_desk(other_doctor.user)
    page = browser.get(address("question", question))
    assert ALLERGIC in page.text and "38.4 since noon." in page.text
    preview = browser.post(address("preview", question), of_form(page) | {"text": "I too."})
    page = browser.get(preview.url)
    assert ALLERGIC in page.text and "38.4 since noon." in page.text
    other_doctor.suspend(by=doctor.user)
    assert ALLERGIC not in browser.get(address("question", question)).text


def test_second_doctor_reads_a_change_before_their_reply_is_public(doctor, desk, moderator):
    question = make_question(reply="Wait.")
    typed = on_page(desk, question) | {"text": "I would wait as well."}
    edit(question, moderator, age_band="0-28d")
    question.desk_notes.create(kind="moderators", doctor=doctor, text="Between us.")
    page = desk.post(address("publish", question), typed)
    assert page.status_code == 409
    assert "Changed: Age" in notice_in(page)
    assert "Between us." not in page.text
    assert question.replies.get(doctor=doctor).status == "draft"
    assert desk.post(address("publish", question), of_form(page)).status_code == 302
    assert question.replies.get(doctor=doctor).status == "published"


# A second reader


def to_read(doctor, question) -> Reply:
    return actions.publish_reply(question=question, by=doctor, text="Give 5 ml.", explanation="")


@pytest.mark.parametrize("is_addition", [False, True])
def test_reader_agrees_to_nothing_before_they_have_read_what_is_new(
    doctor, other_doctor, moderator, question, is_addition
):
    reply, browser = to_read(doctor, question), at_desk(other_doctor.user)
    shown = browser.get(reverse("desk_reading", args=[reply.pk])).context["seen"]
    if is_addition:
        fields = {"submission": uuid.uuid4(), "came_after_check": True}
        Addition.objects.create(question=question, text=ALLERGIC, **fields)
    else:
        edit(question, moderator, age_band="0-28d")
    page = browser.post(reverse("desk_approve", args=[reply.pk]), {"seen": shown})
    assert page.status_code == 409
    assert "The reply or its question was changed meanwhile: read it again." in page.text
    assert (ALLERGIC if is_addition else "Changed: Age") in notice_in(page)
    assert not is_public(question)
    again = {"seen": page.context["seen"]}
    assert browser.post(reverse("desk_approve", args=[reply.pk]), again).status_code == 302
    assert is_public(question)


def test_note_of_a_reader_is_kept_while_they_read_what_is_new(
    doctor, other_doctor, moderator, question
):
    reply, browser = to_read(doctor, question), at_desk(other_doctor.user)
    shown = browser.get(reverse("desk_reading", args=[reply.pk])).context["seen"]
    edit(question, moderator, body="He is ten weeks old.")
    fields = {"seen": shown, "note": "Less, please."}
    page = browser.post(reverse("desk_send_back", args=[reply.pk]), fields)
    assert "Changed: Details" in notice_in(page)
    assert "Less, please.</textarea>" in page.text
    fields["seen"] = page.context["seen"]
    assert browser.post(reverse("desk_send_back", args=[reply.pk]), fields).status_code == 302


# Looked at again


def test_reply_is_not_found_right_for_another_question_than_was_read(desk, doctor, moderator):
    reply = make_question(doctor=doctor).replies.get()
    Reply.objects.update(review_due_on=timezone.localdate())
    [(_reply, shown)] = desk.get(reverse("desk_reviews")).context["reviews"]
    edit(reply.question, moderator, age_band="0-28d")
    confirm = reverse("desk_confirm", args=[reply.pk])
    page = desk.post(confirm, {"seen": shown})
    assert page.status_code == 409
    assert "This reply or its question was changed while you looked at it" in page.text
    [(_reply, shown)] = page.context["reviews"]
    assert desk.post(confirm, {"seen": shown}).status_code == 302


def test_reviews_cost_as_many_queries_for_many_as_for_one(desk, doctor, django_assert_num_queries):
    def due() -> None:
        make_reply(make_question(specialty=make_specialty()), doctor=doctor)
        Reply.objects.update(review_due_on=timezone.localdate())

    due()
    with CaptureQueriesContext(connection) as for_one:
        desk.get(reverse("desk_reviews"))
    for _reply in range(3):
        due()
    with django_assert_num_queries(len(for_one)):
        desk.get(reverse("desk_reviews"))
