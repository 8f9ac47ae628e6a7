"""Questions beside each other, in a real browser: offered while typing, at the desk, and moderated."""

import os
import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from questions.models import PairRuling, Report
from questions.rebuild import rebuild
from questions.rulings import report_not_relevant
from tests.browser.conftest import faults_of, go_by, stop_clock
from tests.factories import make_question

pytestmark = pytest.mark.django_db(transaction=True)
PREFIXES = pytest.mark.parametrize("prefix", ["", "/zh-hant"])
TYPED = "**/ask/question/similar/"
PAUSE = 600  # milliseconds without a key, then the script asks


@pytest.fixture
def answers():
    """English and Chinese answers about hives, and some about other things."""
    for title in ("Is snoring normal?", "Teething at night", "Flying with a cold", "睡覺會打呼"):
        make_question(title=title, body=title, language="zh-hant" if title[0] > "z" else "en")
    make_question(title="吃蛋之後起疹子怎麼辦？", body="臉上一片紅疹。", language="zh-hant")
    words = {"body": "Red spots within the hour.", "tags": ["egg allergy"]}
    titles = ["Hives after scrambled egg", "Hives and a swollen lip after egg", "Egg and hives"]
    made = [make_question(title=title, **words) for title in titles]
    rebuild()
    return made


def shoot(page, name: str) -> None:
    if folder := os.environ.get("SHOTS"):
        for width, scheme in ((1280, "light"), (1280, "dark"), (360, "light")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")


@pytest.fixture
def asked(visit):
    """The page where a question is typed, its clock stopped, and what its script has asked."""

    def asked(prefix: str = ""):
        page = visit(f"{prefix}/ask/")
        page.check("input[value=adult]")
        page.check("input[value=female]")
        go_by(page.locator("main form .btn-primary"))
        stop_clock(page)
        sent = []
        page.on("request", lambda one: sent.append(one) if one.url.endswith("similar/") else None)
        return page, sent

    return asked


@PREFIXES
def test_answers_are_offered_while_a_question_is_typed(asked, answers, prefix):
    page, sent = asked(prefix)
    offered = page.locator("[data-similar]")
    for letter in "Hives after egg":
        page.locator("#id_title").press_sequentially(letter)
        page.clock.run_for(PAUSE - 1)
    page.clock.run_for(1)
    expect(offered.get_by_role("link", name=answers[0].title)).to_be_visible()
    expect(offered.get_by_role("listitem")).to_have_count(3)
    assert len(sent) == 1, "one request when the keys rest, not one for each"
    assert (sent[0].method, "?" in sent[0].url) == ("POST", False)
    page.clock.resume()
    assert faults_of(page) == []
    shoot(page, f"typing{prefix[1:]}")
    with page.expect_popup() as popup:
        offered.get_by_role("link", name=answers[0].title).click()
    expect(popup.value).to_have_url(re.compile(f"{prefix}{answers[0].get_absolute_url()}$"))
    expect(page.locator("#id_title")).to_have_value("Hives after egg")
    page.locator("#id_title").fill("Hives")
    expect(offered).to_have_text("")


def test_four_chinese_characters_say_enough(asked, answers):
    page, sent = asked("/zh-hant")
    page.locator("#id_title").fill("起疹子")
    page.clock.run_for(2 * PAUSE)
    page.locator("#id_title").fill("吃蛋起疹子")
    page.clock.run_for(PAUSE)
    answer = page.locator("[data-similar]").get_by_role("link", name="吃蛋之後起疹子怎麼辦？")
    expect(answer).to_be_visible()
    assert len(sent) == 1, "nothing was asked for the three"
    shoot(page, "typing-chinese")


def test_nothing_close_says_nothing(asked, answers):
    page, _sent = asked()
    with page.expect_response(TYPED) as answer:
        page.locator("#id_title").fill("Which shoes for flat feet?")
        page.clock.run_for(PAUSE)
    assert answer.value.text().strip() == ""
    expect(page.locator("[data-similar]")).to_be_empty()
    shoot(page, "typing-nothing")


def test_errors_are_silent_and_the_next_key_asks_again(asked, answers):
    page, _sent = asked()
    page.route(TYPED, lambda route: route.fulfill(status=500, body="<h1>Fault</h1>"))
    with page.expect_response(TYPED):
        page.locator("#id_title").fill("Hives after egg")
        page.clock.run_for(PAUSE)
    page.unroute(TYPED)
    page.route(TYPED, lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.locator("#id_title").press_sequentially(",")
        page.clock.run_for(PAUSE)
    expect(page.locator("[data-similar]")).to_be_empty()
    page.unroute(TYPED)
    page.locator("#id_body").press_sequentially("Red")
    page.clock.run_for(PAUSE)
    expect(page.locator("[data-similar] li").first).to_be_visible()


def test_what_comes_too_late_is_not_shown(asked, answers):
    page, _sent = asked()
    held = []
    page.route(TYPED, lambda route: held.append(route))
    with page.expect_request(TYPED):
        page.locator("#id_title").fill("Hives after egg")
        page.clock.run_for(PAUSE)
    with page.expect_event("requestfailed"):
        page.locator("#id_title").fill("Hives")
    page.unroute(TYPED)
    expect(page.locator("[data-similar]")).to_be_empty()


@PREFIXES
def test_a_visitor_without_script_says_what_is_not_relevant(
    new_context, live_server, answers, prefix
):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}{prefix}{answers[0].get_absolute_url()}")
    shoot(page, f"question{prefix[1:]}")
    go_by(page.locator(".similar article").first.locator("a[rel=nofollow]"))
    shoot(page, f"not-relevant{prefix[1:]}")
    go_by(page.locator("main form button"))
    expect(page.get_by_role("status")).to_be_visible()
    assert Report.objects.get().question == answers[0]


@PREFIXES
def test_moderators_rule_where_they_read(visit_as, moderator, answers, prefix):
    one, two, three = answers
    report_not_relevant(question=one, similar=two)
    far = make_question(title="Which shoes for flat feet?")
    address = reverse("admin:questions_question_change", args=[one.pk])
    page = visit_as(moderator, f"{prefix}{address}")
    rows = page.locator("#beside tr")
    go_by(rows.filter(has_text=two.title).locator("button[value=blocked]"))
    page.locator("#other").fill(str(far.pk))
    go_by(page.locator("#other"), "Enter")
    expect(rows.filter(has_text=far.title).locator("button[value=lifted]")).to_be_visible()
    verdicts = set(PairRuling.objects.values_list("other__title", "verdict"))
    assert verdicts == {(two.title, "blocked"), (far.title, "pinned")}
    assert not Report.objects.unhandled().exists()
    shoot(page, f"beside{prefix[1:]}")
    go_by(rows.filter(has_text=far.title).locator("button[value=lifted]"))
    expect(rows.filter(has_text=far.title)).to_have_count(0)
    report_not_relevant(question=one, similar=three)
    for path in ("questions_report_change", "questions_pairruling_change"):
        row = (Report.objects.last() if "report" in path else PairRuling.objects.get()).pk
        page.goto(page.url.split("/admin/")[0] + reverse(f"admin:{path}", args=[row]))
        shoot(page, f"{path}{prefix[1:]}")


@PREFIXES
def test_desk_and_moderation_see_what_was_answered(visit_as, doctor, moderator, answers, prefix):
    question = make_question(status="open", title="Hives after egg", body="Red spots.")
    page = visit_as(doctor.user, f"{prefix}/desk/questions/{question.pk}/")
    expect(page.locator("[aria-labelledby=answered] li")).to_have_count(3)
    assert faults_of(page) == []
    shoot(page, f"desk{prefix[1:]}")
    address = reverse("admin:questions_question_change", args=[question.pk])
    page = visit_as(moderator, f"{prefix}{address}")
    expect(page.locator("[aria-labelledby=answered] li")).to_have_count(3)
    shoot(page, f"answered{prefix[1:]}")
    go_by(page.locator("[aria-labelledby=answered] li a[href*=decline]").first)
    expect(page.locator("input[value=answered]")).to_be_checked()
