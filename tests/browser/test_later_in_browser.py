"""Reviews, corrections, second readers and moderation in a real browser, with two people where two meet."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from questions import actions
from questions.models import Question, Reply
from tests.browser.conftest import faults_of, go_by
from tests.factories import make_attachment, make_question
from tests.questions.test_attachments import picture

pytestmark = pytest.mark.django_db(transaction=True)


def press(page, name: str) -> None:
    go_by(page.get_by_role("button", name=name))


def overdue(doctor, **fields) -> Reply:
    reply = make_question(doctor=doctor, **fields).replies.get()
    reply.review_due_on = timezone.localdate() - timedelta(days=10)
    reply.save()
    return reply


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_pages_of_later_pass_axe_and_fit_a_narrow_window(visit_as, doctor, other_doctor, prefix):
    reply = overdue(doctor)
    question = make_question(status="open")
    actions.claim_question(question=question, by=other_doctor)
    to_read = actions.publish_reply(
        question=question, by=other_doctor, text="5 ml.", explanation="", summary="", tags=[]
    )
    other = make_question()
    taken = make_question(status="retracted")
    for path in (
        "/desk/reviews/",
        f"/desk/replies/{reply.pk}/correct/",
        "/desk/readings/",
        f"/desk/readings/{to_read.pk}/",
        f"/desk/questions/{other.pk}/second/",
        f"/questions/{taken.pk}/",
    ):
        assert faults_of(visit_as(doctor.user, prefix + path)) == []


def test_still_right_with_the_keyboard_alone(visit_as, doctor):
    reply = overdue(doctor)
    page = visit_as(doctor.user, "/desk/reviews/")
    go_by(page.get_by_role("button", name="Still right"), "Enter")
    expect(page.get_by_text("Still right, until")).to_be_visible()
    expect(page.get_by_role("button", name="Still right")).to_have_count(0)
    reply.refresh_from_db()
    assert not reply.is_review_overdue


def test_correction_adds_a_file_and_says_while_one_types_who_reads_it(
    visit_as, doctor, live_server
):
    reply = make_question(doctor=doctor, reply="Give warm water.").replies.get()
    old = make_attachment(reply, title="Old leaflet")
    page = visit_as(doctor.user, f"/desk/replies/{reply.pk}/correct/")
    page.fill("#id_text", "Give 5 ml.")
    expect(page.locator("#reply [data-why-read]")).to_contain_text("(5 ml)")
    page.fill("#id_text", "Give cold water.")
    expect(page.locator("#reply [data-why-read]")).not_to_contain_text("(5 ml)")
    file = {"name": "a.png", "mimeType": "image/png", "buffer": picture("png")}
    page.set_input_files("#id_file", file)
    page.fill("#id_file_title", "New leaflet")
    press(page, "Attach")
    press(page, "Remove Old leaflet")
    expect(page.locator("#id_text")).to_have_value("Give cold water.")
    live = page.locator("#live")
    expect(live.get_by_role("link", name="New leaflet")).to_be_visible()
    expect(live.get_by_role("link", name="Old leaflet")).to_have_count(0)
    page.fill("#id_what", "The leaflet.")
    page.fill("#id_why", "A new edition.")
    press(page, "Publish the correction")
    expect(page.get_by_text("Corrected:")).to_be_visible()
    page.goto(live_server.url + reply.question.get_absolute_url())
    expect(page.get_by_role("link", name="New leaflet")).to_be_visible()
    assert not default_storage.exists(old.key)


def test_correction_is_compared_published_and_read(visit_as, doctor, live_server):
    reply = overdue(doctor, reply="Give warm water.")
    page = visit_as(doctor.user, f"/desk/replies/{reply.pk}/correct/")
    page.fill("#id_text", "Give cold water.")
    press(page, "Compare old and new")
    expect(page.locator("del")).to_have_text("warm")
    expect(page.locator("ins")).to_have_text("cold")
    page.get_by_role("button", name="Add a source").click()  # a script adds it
    page.fill("#id_sources-1-title", "A guideline")
    page.fill("#id_sources-1-url", "https://example.org/guideline")
    page.fill("#id_what", "The temperature.")
    page.fill("#id_why", "It was the wrong way round.")
    press(page, "Publish the correction")
    expect(page.get_by_text("Corrected:")).to_be_visible()
    page.goto(live_server.url + reply.question.get_absolute_url())
    expect(page.get_by_role("link", name="A guideline")).to_be_visible()
    expect(page.locator(".correction")).to_contain_text("The temperature.", use_inner_text=True)
    expect(page.locator(".correction")).to_contain_text(
        "It was the wrong way round.", use_inner_text=True
    )


def test_correction_of_a_dose_is_read_by_another_doctor_first(window_of, doctor, other_doctor):
    reply = overdue(doctor, reply="Give 50 ml.")
    author = window_of(doctor.user, f"/desk/replies/{reply.pk}/correct/")
    author.fill("#id_text", "Give 5 ml.")
    saved = author.locator("#reply .saved")
    expect(saved).to_contain_text("Saved")
    expect(saved).to_be_in_viewport()  # though the buttons are far below
    author.fill("#id_what", "The dose.")
    author.fill("#id_why", "It was ten times too much.")
    press(author, "Publish the correction")
    expect(author.get_by_text("a second doctor reads your correction")).to_be_visible()
    reader = window_of(other_doctor.user, "/desk/readings/")
    go_by(reader.get_by_role("link", name=reply.question.title))
    expect(reader.locator(".preview .card.reply")).to_contain_text("Give 5 ml.")
    press(reader, "I agree: publish it")
    expect(reader.get_by_text("Corrected:")).to_be_visible()
    reply.refresh_from_db()
    assert (reply.text, reply.second_reader) == ("Give 5 ml.", other_doctor)


def test_two_doctors_one_writes_a_dose_the_other_reads_it(window_of, doctor, other_doctor):
    question = make_question(status="claimed", doctor=doctor)
    author = window_of(doctor.user, f"/desk/questions/{question.pk}/")
    author.fill("#id_text", "Give 5 ml.")
    press(author, "Publish reply")
    expect(author.get_by_text("a second doctor reads it")).to_be_visible()
    reader = window_of(other_doctor.user, "/desk/readings/")
    go_by(reader.get_by_role("link", name=question.title))
    reader.fill("#id_note", "Half of it.")
    press(reader, "Send it back")
    expect(reader.get_by_text("Sent back to its author")).to_be_visible()
    author.goto(author.url.split("/desk/")[0] + f"/desk/questions/{question.pk}/")
    expect(author.get_by_text("Half of it.")).to_be_visible()
    author.fill("#id_text", "Give 2.5 ml.")
    press(author, "Publish reply")
    expect(author.get_by_text("a second doctor reads it")).to_be_visible()
    reader.reload()
    go_by(reader.get_by_role("link", name=question.title))
    press(reader, "I agree: publish it")
    expect(reader.get_by_text("Published:")).to_be_visible()
    question.refresh_from_db()
    assert question.status == "published"
    assert question.replies.get().second_reader == other_doctor


def test_moderator_points_a_question_at_another_and_takes_an_answer_back(visit_as, moderator):
    target, same = make_question(), make_question(status="pending")
    admin = reverse("admin:index")
    page = visit_as(moderator, f"{admin}questions/question/{same.pk}/change/")
    press(page, "The same as another…")
    page.fill("#id_other", f"#{target.pk}")
    press(page, "Point there")
    expect(page.get_by_text(f"“{target}” (published)")).to_be_visible()
    press(page, "Point there")
    expect(page.get_by_text(f"The same as #{target.pk} now: #{same.pk}.")).to_be_visible()
    assert Question.objects.get(pk=same.pk).duplicate_of == target
    page.goto(page.url.split(admin)[0] + f"{admin}questions/question/{target.pk}/change/")
    press(page, "Take it off the site…")
    page.fill("#id_reason", "It was not safe.")
    press(page, "Take off the site")
    expect(page.get_by_text(f"Taken off the site: #{target.pk}.")).to_be_visible()
    page.goto(page.url.split(admin)[0] + target.get_absolute_url())
    expect(page.get_by_text("It was not safe.")).to_be_visible()
