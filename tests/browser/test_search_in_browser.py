"""Searching, in a browser: suggestions while typing, by keys and by pointer, and without script."""

import pytest

from askdoctor.worker import refresh_all_due
from tests.browser.conftest import faults_of
from tests.factories import make_question, make_specialty, make_topic

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def fever():
    question = make_question(title="Fever after a vaccination", tags=["fever"])
    make_question(title="發燒三天", language="zh-hant", specialty=make_specialty("eyes"))
    make_question(title="Fever of somebody", status="pending")
    make_topic("Fever in children")
    refresh_all_due()
    return question


def type_into(page, text):
    field = page.locator("#main-search")
    field.click()
    field.press_sequentially(text)
    return field


def test_suggestions_come_while_typing_and_keys_choose_one(visit, fever):
    page = visit("/search/")
    field = type_into(page, "fev")
    box = page.get_by_role("listbox", name="Suggestions")
    box.wait_for()
    options = box.get_by_role("option")
    assert options.all_inner_texts() == [
        "Fever in children\nTopic",
        "fever\nTag",
        "Fever after a vaccination",
    ]
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("status").inner_text() == "3 suggestions"
    assert not faults_of(page)
    for _press in range(3):
        field.press("ArrowDown")
    chosen = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    assert chosen.get_attribute("aria-selected") == "true"
    field.press("Enter")
    page.wait_for_url(f"**{fever.get_absolute_url()}")


def test_escape_closes_the_list_and_enter_searches_for_what_was_typed(visit, fever):
    page = visit("/")
    field = type_into(page, "fever vac")
    page.get_by_role("option").first.wait_for()
    field.press("Escape")
    assert page.locator(".suggestions").is_hidden()
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "fever vac"
    field.press("Enter")
    page.wait_for_url("**/search/?q=fever+vac")


def test_a_suggestion_can_be_clicked_on_every_page(visit, fever):
    page = visit("/zh-hant/about/")
    field = page.locator(".masthead [name=q]")
    field.click()
    field.press_sequentially("發燒")
    page.get_by_role("option", name="發燒三天").click()
    page.wait_for_url("**/zh-hant/questions/**")


def test_without_script_the_field_searches(browser, live_server, fever):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/search/")
    page.fill("#main-search", "fever")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=fever*")
    assert page.get_by_role("heading", name="1 answer").is_visible()
    page.context.close()


def test_results_with_filters_have_no_faults(visit, fever):
    make_question(title="Fever and rash", tags=["rash"], specialty=make_specialty("eyes"))
    refresh_all_due()
    assert not faults_of(visit("/search/?q=fever+xyzzy"))
    page = visit("/search/?q=fever")
    assert not faults_of(page)
    page.get_by_role("link", name="Eyes").click()
    page.wait_for_url("**specialty=eyes")
    page.get_by_role("link", name="Specialty: Eyes").click()
    assert page.get_by_role("heading", name="2 answers").is_visible()
