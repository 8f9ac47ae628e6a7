"""Changes of topics. Each is one transaction and says who did it."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from faq.models import Topic
from faq.related import titles_naming
from questions.actions import mark_due
from questions.markdown import markdown_to_html
from questions.models import Question, Tag


@transaction.atomic
def save_topic(*, topic: Topic, by) -> None:
    """Save a topic with the HTML of its overview. `by` is None for an import."""
    render_topic(topic)
    topic._history_user = by
    topic.save()


def mark_questions_due(topic: Topic, *, tags_before: Iterable[Tag] = ()) -> None:
    """After a change of a topic: the worker finds out again which questions it belongs to."""
    touched = Q(tags__in=[*tags_before, *topic.tags.all()])
    touched |= Q(pk__in=topic.pinned_questions.values("pk")) | Q(topics=topic)
    touched |= titles_naming(topic)
    questions = Question.objects.published().filter(touched)
    mark_due(Question.objects.filter(pk__in=questions.values("pk")))


def render_topic(topic: Topic) -> None:
    """Set the HTML of the overview. Saves nothing.

    Mentioned numbers stay text here: the page links them, so that a question which is taken off
    the site leaves no link behind in a text that nobody saves again.
    """
    topic.overview_html = markdown_to_html(topic.overview)
