"""Searching, in a browser: suggestions while typing, by keys and by pointer, and without script."""

import re

import pytest
from playwright.sync_api import expect

from askdoctor.worker import refresh_all_due
from tests.browser.conftest import faults_of, go_by, stop_clock
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


def type_into(field, text):
    """As fast as a person types: the keys rest after the last one only."""
    field.click()
    expect(field).to_have_role("combobox")  # the script has come
    stop_clock(field.page)
    field.press_sequentially(text)
    field.page.clock.run_for(150)
    field.page.clock.resume()


def test_suggestions_come_while_typing_and_keys_choose_one(visit, fever):
    page = visit("/search/")
    field = page.locator("#main-search")
    type_into(field, "fev")
    box = page.get_by_role("listbox", name="Suggestions")
    expect(box.get_by_role("option")).to_have_text(
        ["Fever in children Topic", "fever Tag", "Fever after a vaccination"], use_inner_text=True
    )
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status")).to_have_text("3 suggestions")
    assert not faults_of(page)
    for _press in range(3):
        field.press("ArrowDown")
    chosen = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    expect(chosen).to_have_attribute("aria-selected", "true")
    go_by(field, "Enter")
    expect(page).to_have_url(re.compile(f"{fever.get_absolute_url()}$"))


def test_escape_closes_the_list_and_enter_searches_for_what_was_typed(visit, fever):
    page = visit("/")
    field = page.locator("#main-search")
    type_into(field, "fever vac")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("Escape")
    expect(page.locator(".suggestions")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("fever vac")
    go_by(field, "Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=fever\+vac$"))


def test_a_suggestion_can_be_clicked_on_every_page(visit, fever):
    page = visit("/zh-hant/about/")
    type_into(page.locator(".masthead [name=q]"), "發燒")
    go_by(page.get_by_role("option", name="發燒三天"))
    expect(page).to_have_url(re.compile("/zh-hant/questions/"))


def test_suggestions_come_where_the_focus_was_before_the_script(open_without_scripts_yet, fever):
    page, let_scripts_come = open_without_scripts_yet("/search/")
    page.locator("#main-search").click()
    page.locator("#main-search").press_sequentially("fev")
    let_scripts_come()
    expect(page.get_by_role("option")).to_have_count(3)


def test_without_script_the_field_searches(new_context, live_server, fever):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/search/")
    page.fill("#main-search", "fever")
    go_by(page.locator("#main-search"), "Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=fever"))
    expect(page.get_by_role("heading", name="1 answer")).to_be_visible()


def test_results_with_filters_have_no_faults(visit, fever):
    make_question(title="Fever and rash", tags=["rash"], specialty=make_specialty("eyes"))
    refresh_all_due()
    assert not faults_of(visit("/search/?q=fever+xyzzy"))
    page = visit("/search/?q=fever")
    assert not faults_of(page)
    go_by(page.get_by_role("link", name="Eyes"))
    expect(page).to_have_url(re.compile("specialty=eyes$"))
    go_by(page.get_by_role("link", name="Specialty: Eyes"))
    expect(page.get_by_role("heading", name="2 answers")).to_be_visible()
