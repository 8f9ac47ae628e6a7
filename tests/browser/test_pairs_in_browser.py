"""Questions beside each other, in a real browser: offered while typing, at the desk, and moderated."""

import os

import pytest
from django.urls import reverse

from questions.models import PairRuling, Report
from questions.rebuild import rebuild
from questions.rulings import report_not_relevant
from tests.browser.conftest import faults_of
from tests.factories import make_question

pytestmark = pytest.mark.django_db(transaction=True)
PREFIXES = pytest.mark.parametrize("prefix", ["", "/zh-hant"])
TYPED = "**/ask/question/similar/"


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
    """The page where a question is typed, and what its script has asked the server."""

    def asked(prefix: str = ""):
        page = visit(f"{prefix}/ask/")
        page.check("input[value=adult]")
        page.check("input[value=female]")
        page.click("main form .btn-primary")
        sent = []
        page.on("request", lambda one: sent.append(one) if one.url.endswith("similar/") else None)
        return page, sent

    return asked


@PREFIXES
def test_answers_are_offered_while_a_question_is_typed(asked, answers, prefix):
    page, sent = asked(prefix)
    page.locator("#id_title").press_sequentially("Hives after egg", delay=20)
    offered = page.locator("[data-similar]")
    offered.get_by_role("link", name=answers[0].title).wait_for()
    assert offered.get_by_role("listitem").count() == 3
    assert len(sent) == 1, "one request when the keys rest, not one for each"
    assert (sent[0].method, "?" in sent[0].url) == ("POST", False)
    assert faults_of(page) == []
    shoot(page, f"typing{prefix[1:]}")
    with page.expect_popup() as popup:
        offered.get_by_role("link", name=answers[0].title).click()
    popup.value.wait_for_load_state()
    assert popup.value.url.endswith(f"{prefix}{answers[0].get_absolute_url()}")
    assert page.locator("#id_title").input_value() == "Hives after egg"
    page.locator("#id_title").fill("Hives")
    assert offered.inner_text() == ""


def test_four_chinese_characters_say_enough(asked, answers):
    page, sent = asked("/zh-hant")
    page.locator("#id_title").fill("起疹子")
    page.wait_for_timeout(800)
    assert sent == []
    page.locator("#id_title").fill("吃蛋起疹子")
    page.locator("[data-similar]").get_by_role("link", name="吃蛋之後起疹子怎麼辦？").wait_for()
    shoot(page, "typing-chinese")


def test_nothing_close_says_nothing(asked, answers):
    page, _sent = asked()
    with page.expect_response(TYPED):
        page.locator("#id_title").fill("Which shoes for flat feet?")
    assert page.locator("[data-similar]").inner_html() == ""
    shoot(page, "typing-nothing")


def test_errors_are_silent_and_the_next_key_asks_again(asked, answers):
    page, _sent = asked()
    page.route(TYPED, lambda route: route.fulfill(status=500, body="<h1>Fault</h1>"))
    with page.expect_response(TYPED):
        page.locator("#id_title").fill("Hives after egg")
    page.unroute(TYPED)
    page.route(TYPED, lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.locator("#id_title").press_sequentially(",")
    assert page.locator("[data-similar]").inner_html() == ""
    page.unroute(TYPED)
    page.locator("#id_body").press_sequentially("Red")
    page.locator("[data-similar] li").first.wait_for()


def test_what_comes_too_late_is_not_shown(asked, answers):
    page, _sent = asked()
    held = []
    page.route(TYPED, lambda route: held.append(route))
    with page.expect_request(TYPED):
        page.locator("#id_title").fill("Hives after egg")
    with page.expect_event("requestfailed"):
        page.locator("#id_title").fill("Hives")
    page.unroute(TYPED)
    assert page.locator("[data-similar]").inner_html() == ""


@PREFIXES
def test_a_visitor_without_script_says_what_is_not_relevant(browser, live_server, answers, prefix):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{prefix}{answers[0].get_absolute_url()}")
    shoot(page, f"question{prefix[1:]}")
    page.locator(".similar article").first.locator("a[rel=nofollow]").click()
    shoot(page, f"not-relevant{prefix[1:]}")
    page.locator("main form button").click()
    assert page.get_by_role("status").is_visible()
    assert Report.objects.get().question == answers[0]
    context.close()


@PREFIXES
def test_moderators_rule_where_they_read(visit_as, moderator, answers, prefix):
    one, two, three = answers
    report_not_relevant(question=one, similar=two)
    far = make_question(title="Which shoes for flat feet?")
    address = reverse("admin:questions_question_change", args=[one.pk])
    page = visit_as(moderator, f"{prefix}{address}")
    page.locator("#beside tr", has_text=two.title).locator("button[value=blocked]").click()
    page.locator("#other").fill(str(far.pk))
    page.locator("#other").press("Enter")
    page.locator("#beside tr", has_text=far.title).locator("button[value=lifted]").wait_for()
    verdicts = set(PairRuling.objects.values_list("other__title", "verdict"))
    assert verdicts == {(two.title, "blocked"), (far.title, "pinned")}
    assert not Report.objects.unhandled().exists()
    shoot(page, f"beside{prefix[1:]}")
    page.locator("#beside tr", has_text=far.title).locator("button[value=lifted]").click()
    page.locator("#beside tr", has_text=far.title).wait_for(state="detached")
    report_not_relevant(question=one, similar=three)
    for path in ("questions_report_change", "questions_pairruling_change"):
        row = (Report.objects.last() if "report" in path else PairRuling.objects.get()).pk
        page.goto(page.url.split("/admin/")[0] + reverse(f"admin:{path}", args=[row]))
        shoot(page, f"{path}{prefix[1:]}")


@PREFIXES
def test_desk_and_moderation_see_what_was_answered(visit_as, doctor, moderator, answers, prefix):
    question = make_question(status="open", title="Hives after egg", body="Red spots.")
    page = visit_as(doctor.user, f"{prefix}/desk/questions/{question.pk}/")
    assert page.locator("[aria-labelledby=answered] li").count() == 3
    assert faults_of(page) == []
    shoot(page, f"desk{prefix[1:]}")
    address = reverse("admin:questions_question_change", args=[question.pk])
    page = visit_as(moderator, f"{prefix}{address}")
    assert page.locator("[aria-labelledby=answered] li").count() == 3
    shoot(page, f"answered{prefix[1:]}")
    page.locator("[aria-labelledby=answered] li a:not([target])").first.click()
    assert page.locator("input[value=answered]").is_checked()
