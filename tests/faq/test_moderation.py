"""Moderation of topics in the admin."""

import pytest
from django.urls import reverse

from askdoctor.worker import refresh_all_due
from faq.models import Topic
from questions import search
from questions.models import Question, Tag
from tests.factories import make_question, make_specialty, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, moderator):
    """The moderator's browser."""
    client.force_login(moderator)
    return client


def fields(**changes) -> dict[str, object]:
    return {
        "name": "Platelets",
        "slug": "platelets",
        "specialty": make_specialty().pk,
        "synonyms": "thrombocytes, clotting cells",
        "overview": "They **clot**.<script>alert(1)</script>",
    } | changes


def test_new_topic_is_rendered_and_its_questions_are_due(admin, moderator):
    question = make_question(tags=["platelets"])
    Question.objects.update(refresh_due_at=None)
    tag = question.tags.get()
    admin.post(reverse("admin:faq_topic_add"), fields(tag_names=tag.name))
    topic = Topic.objects.get()
    assert topic.overview_html == "<p>They <strong>clot</strong>.</p>"
    assert topic.synonyms == ["thrombocytes", "clotting cells"]
    assert topic.history.get().history_user == moderator
    question.refresh_from_db()
    assert question.refresh_due_at is not None


def test_question_that_a_topic_no_longer_means_is_due_too(admin):
    question = make_question(tags=["platelets"])
    Question.objects.update(refresh_due_at=None)
    topic = Topic.objects.create(slug="platelets", name="Platelets", specialty=make_specialty())
    topic.tags.add(question.tags.get())
    other = Tag.objects.create(name="purpura", slug="purpura")
    admin.post(reverse("admin:faq_topic_change", args=[topic.pk]), fields(tag_names=other.name))
    question.refresh_from_db()
    assert question.refresh_due_at is not None


@pytest.mark.parametrize("way", ["page", "action"])
def test_deleted_topic_is_found_no_more(admin, moderator, way):
    question = make_question(title="Low count")
    topic = make_topic("Platelets", pinned=[question])
    refresh_all_due()
    assert [hit.question for hit in search.find("platelets").hits] == [question]
    if way == "page":
        admin.post(reverse("admin:faq_topic_delete", args=[topic.pk]), {"post": "yes"})
    else:
        typed = {"action": "delete_selected", "_selected_action": topic.pk, "post": "yes"}
        admin.post(reverse("admin:faq_topic_changelist"), typed)
    refresh_all_due()
    assert not Topic.objects.exists()
    assert not search.find("platelets").hits
    assert Topic.history.latest().history_user == moderator


def test_only_published_questions_can_be_pinned(admin):
    published, pending = make_question(), make_question(status="pending")
    add = reverse("admin:faq_topic_add")
    refused = admin.post(add, fields(pinned_numbers=f"#{published.pk}, {pending.pk}"))
    content = refused.content.decode()
    assert f"No published question has the number #{pending.pk}." in content
    admin.post(add, fields(pinned_numbers=f"#{published.pk}"))
    topic = Topic.objects.get()
    assert list(topic.pinned_questions.all()) == [published]
    change = admin.get(reverse("admin:faq_topic_change", args=[topic.pk]))
    assert f"#{published.pk}" in change.content.decode()


@pytest.mark.parametrize("numbers", ["abc", "#", "1; DROP", "9" * 30, "1\0"])
def test_what_is_no_number_cannot_be_pinned(admin, numbers):
    refused = admin.post(reverse("admin:faq_topic_add"), fields(pinned_numbers=numbers))
    assert "errornote" in refused.content.decode()
