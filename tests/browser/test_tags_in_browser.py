"""Tags in a real browser: suggested to doctors and moderators, merged, and read by visitors."""

import os

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from questions.models import Tag
from tests.browser.conftest import faults_of, go_by
from tests.factories import make_question, make_topic

pytestmark = pytest.mark.django_db(transaction=True)
PREFIXES = ["", "/zh-hant"]


@pytest.fixture
def hives():
    """A question that waits, and answers like it."""
    Tag.objects.create(name="antihistamine", name_zh_hant="抗組織胺", kind="medicine")
    Tag.objects.create(name="strawberry", name_zh_hant="草莓")
    for number in range(3):
        make_question(title=f"Hives after nuts {number}", tags=["urticaria", "nut allergy"])
    tag = Tag.objects.get(name="urticaria")
    tag.synonyms.create(name="hives of the skin", slug="hives-of-the-skin")
    make_topic("Urticaria", tags=["urticaria"])
    call_command("worker", once=True)
    return {"title": "Hives after strawberry", "body": "An antihistamine helped.", "tags": ["baby"]}


def shoot(page, name: str) -> None:
    if folder := os.environ.get("SHOTS"):
        for width, scheme in ((1280, "light"), (1280, "dark"), (360, "light")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_desk_offers_tags_with_the_reason(visit_as, doctor, hives, prefix):
    question = make_question(status="claimed", doctor=doctor, **hives)
    page = visit_as(doctor.user, f"{prefix}/desk/questions/{question.pk}/")
    expect(page.locator(".choices .why")).to_have_count(2)
    assert faults_of(page) == []
    shoot(page, f"desk{prefix[1:]}")
    page.locator(".choices label", has_text="urticaria").click()
    go_by(page.locator("#reply .actions button:not([formaction])"))
    expect(page.locator(".message")).to_be_visible()
    assert set(question.tags.names()) == {"baby", "urticaria"}


@pytest.mark.parametrize("prefix", PREFIXES)
def test_moderation_offers_tags_with_the_reason(visit_as, moderator, hives, prefix):
    question = make_question(status="pending", **hives)
    address = reverse("admin:questions_question_change", args=[question.pk])
    page = visit_as(moderator, f"{prefix}{address}")
    shoot(page, f"admin{prefix[1:]}")
    page.locator(".field-suggested_tags label:has(input)", has_text="urticaria").click()
    go_by(page.locator("input[name=_continue], input[name=_save]").first)
    assert set(question.tags.names()) == {"baby", "urticaria"}


def test_a_merge_completes_the_name_and_asks_before_it_is_done(visit_as, moderator, hives):
    tag = Tag.objects.get(name="nut allergy")
    page = visit_as(moderator, reverse("admin:questions_tag_change", args=[tag.pk]))
    go_by(page.locator("input[name=_merge]"))
    page.locator("#id_other").press_sequentially("urti")
    expect(page.locator("datalist option[value=urticaria]")).to_be_attached()
    page.locator("#id_other").fill("urticaria")
    go_by(page.locator(".submit-row input"))
    expect(page.locator(".to-confirm")).to_contain_text("3 questions", use_inner_text=True)
    shoot(page, "merge")
    go_by(page.locator(".submit-row input"))
    assert not Tag.objects.filter(pk=tag.pk).exists()
    assert Tag.objects.get(name="urticaria").synonyms.filter(name="nut allergy").exists()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_page_of_a_tag_shows_names_relatives_and_topics(visit, hives, prefix):
    page = visit(f"{prefix}/tags/urticaria/")
    for part in ("hives of the skin", "nut allergy", "Urticaria"):
        expect(page.locator("main")).to_contain_text(part, use_inner_text=True)
    assert faults_of(page) == []
    shoot(page, f"tag{prefix[1:]}")
