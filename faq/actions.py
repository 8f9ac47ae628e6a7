"""Changes of topics. Each is one transaction and says who did it."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from faq.models import Topic
from faq.related import questions_naming
from questions.actions import mark_due
from questions.markdown import markdown_to_html
from questions.models import Question, Tag, TaggedQuestion


@transaction.atomic
def save_topic(*, topic: Topic, by) -> None:
    """Save a topic with the HTML of its overview. `by` is None for an import."""
    render_topic(topic)
    topic._history_user = by
    topic.save()


@transaction.atomic
def connect_topic(*, topic: Topic, tags: Iterable[str], pinned: Iterable[Question]) -> None:
    """Give a topic exactly these tags and pinned questions.

    The worker finds out again to which questions it belongs: those with its tags of before too.
    """
    touched = set(Question.objects.filter(_belonging_to(topic)).values_list("pk", flat=True))
    topic.tags.set(Tag.objects.resolve(tags))
    topic.pinned_questions.set(pinned)
    mark_questions_due(topic, and_these=touched)


@transaction.atomic
def delete_topic(*, topic: Topic, by) -> None:
    """Delete a topic; the worker takes its name out of the search for the questions it had."""
    touched = list(topic.related_questions.values_list("question", flat=True))
    topic._history_user = by
    topic.delete()
    mark_due(Question.objects.filter(pk__in=touched))


def mark_questions_due(topic: Topic, *, and_these: Iterable[int] = ()) -> None:
    """After a change of a topic: the worker finds out again which questions it belongs to."""
    mark_due(Question.objects.published().filter(Q(pk__in=and_these) | _belonging_to(topic)))


def _belonging_to(topic: Topic) -> Q:
    tagged = TaggedQuestion.objects.filter(tag__in=topic.tags.all()).values("content_object")
    related = topic.related_questions.values("question")
    pinned = topic.pinned_questions.values("pk")
    return Q(pk__in=tagged) | Q(pk__in=related) | Q(pk__in=pinned) | questions_naming(topic)


def render_topic(topic: Topic) -> None:
    """Set the HTML of the overview. Saves nothing.

    Mentioned numbers stay text here: the page links them, so that a question which is taken off
    the site leaves no link behind in a text that nobody saves again.
    """
    topic.overview_html = markdown_to_html(topic.overview)
