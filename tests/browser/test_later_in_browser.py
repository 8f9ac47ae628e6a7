"""Reviews, corrections, second readers and moderation in a real browser, with two people where two meet."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from questions import actions
from questions.models import Question, Reply
from tests.browser.conftest import faults_of
from tests.factories import make_question

pytestmark = pytest.mark.django_db(transaction=True)


def overdue(doctor, **fields) -> Reply:
    reply = make_question(doctor=doctor, **fields).replies.get()
    reply.review_due_on = timezone.localdate() - timedelta(days=10)
    reply.save()
    return reply


@pytest.fixture
def page_of(browser, live_server, watch):
    """Another browser, in which somebody else is signed in."""
    contexts = []

    def page_of(user, path: str):
        client = Client()
        client.force_login(user)
        context = browser.new_context()
        contexts.append(context)
        cookies = client.cookies.values()
        context.add_cookies(
            [{"name": one.key, "value": one.value, "url": live_server.url} for one in cookies]
        )
        page = watch(context.new_page())
        page.goto(live_server.url + path)
        return page

    yield page_of
    for context in contexts:
        context.close()


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
    page.get_by_role("button", name="Still right").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Still right, until").wait_for()
    assert page.get_by_role("button", name="Still right").count() == 0
    reply.refresh_from_db()
    assert not reply.is_review_overdue


def test_correction_is_compared_published_and_read(visit_as, doctor, live_server):
    reply = overdue(doctor, reply="Give warm water.")
    page = visit_as(doctor.user, f"/desk/replies/{reply.pk}/correct/")
    page.fill("#id_text", "Give cold water.")
    page.get_by_role("button", name="Compare old and new").click()
    assert page.locator("del").inner_text() == "warm"
    assert page.locator("ins").inner_text() == "cold"
    page.get_by_role("button", name="Add a source").click()
    page.fill("#id_sources-3-title", "A guideline")
    page.fill("#id_sources-3-url", "https://example.org/guideline")
    page.fill("#id_what", "The temperature.")
    page.fill("#id_why", "It was the wrong way round.")
    page.get_by_role("button", name="Publish the correction").click()
    page.get_by_text("Corrected:").wait_for()
    page.goto(live_server.url + reply.question.get_absolute_url())
    assert page.get_by_role("link", name="A guideline").is_visible()
    line = page.locator(".correction").inner_text()
    assert "The temperature." in line
    assert "It was the wrong way round." in line


def test_two_doctors_one_writes_a_dose_the_other_reads_it(page_of, doctor, other_doctor):
    question = make_question(status="claimed", doctor=doctor)
    author = page_of(doctor.user, f"/desk/questions/{question.pk}/")
    author.fill("#id_text", "Give 5 ml.")
    author.get_by_role("button", name="Publish reply").click()
    author.get_by_text("a second doctor reads it").wait_for()
    reader = page_of(other_doctor.user, "/desk/readings/")
    reader.get_by_role("link", name=question.title).click()
    reader.fill("#id_note", "Half of it.")
    reader.get_by_role("button", name="Send it back").click()
    reader.get_by_text("Sent back to its author").wait_for()
    author.goto(author.url.split("/desk/")[0] + f"/desk/questions/{question.pk}/")
    assert author.get_by_text("Half of it.").is_visible()
    author.fill("#id_text", "Give 2.5 ml.")
    author.get_by_role("button", name="Publish reply").click()
    author.get_by_text("a second doctor reads it").wait_for()
    reader.reload()
    reader.get_by_role("link", name=question.title).click()
    reader.get_by_role("button", name="I agree: publish it").click()
    reader.get_by_text("Published:").wait_for()
    question.refresh_from_db()
    assert question.status == "published"
    assert question.replies.get().second_reader == other_doctor


def test_moderator_points_a_question_at_another_and_takes_an_answer_back(visit_as, moderator):
    target, same = make_question(), make_question(status="pending")
    admin = reverse("admin:index")
    page = visit_as(moderator, f"{admin}questions/question/{same.pk}/change/")
    page.get_by_role("button", name="The same as another…").click()
    page.fill("#id_target", f"#{target.pk}")
    page.get_by_role("button", name="Point there").click()
    page.get_by_text("1 question points there.").wait_for()
    assert Question.objects.get(pk=same.pk).duplicate_of == target
    page.goto(page.url.split(admin)[0] + f"{admin}questions/question/{target.pk}/change/")
    page.get_by_role("button", name="Take it off the site…").click()
    page.fill("#id_reason", "It was not safe.")
    page.get_by_role("button", name="Take off the site").click()
    page.get_by_text("1 taken off the site.").wait_for()
    page.goto(page.url.split(admin)[0] + target.get_absolute_url())
    assert page.get_by_text("It was not safe.").is_visible()
