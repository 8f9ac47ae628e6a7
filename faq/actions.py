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
def save_topic(
    *,
    topic: Topic,
    by,
    tags: Iterable[str] | None = None,
    pinned: Iterable[Question] | None = None,
) -> None:
    """Save a topic with the HTML of its overview, and give it exactly these tags and pinned questions,
    where they are given. `by` is None for an import.

    One row of history says who and what, "+fever -#12" too. The worker finds out again to which
    questions it belongs: those with its tags of before too.
    """
    render_topic(topic)
    touched, changed = [], []
    if topic.pk:
        touched = list(Question.objects.filter(_belonging_to(topic)).values_list("pk", flat=True))
    if tags is not None:
        tags = Tag.objects.resolve(tags)
        before = topic.tags.values_list("name", flat=True) if topic.pk else []
        changed += _signed(before, [tag.name for tag in tags])
    if pinned is not None:
        pinned = list(pinned)
        before = topic.pinned_questions.values_list("pk", flat=True) if topic.pk else []
        numbers = [[f"#{number}" for number in many] for many in (before, [q.pk for q in pinned])]
        changed += _signed(*numbers)
    topic._history_user, topic._change_reason = by, " ".join(changed) or None
    topic.save()
    topic._change_reason = None
    if tags is not None:
        topic.tags.set(tags)
    if pinned is not None:
        topic.pinned_questions.set(pinned)
    mark_questions_due(topic, and_these=touched)


def _signed(before: Iterable[str], after: Iterable[str]) -> list[str]:
    """What came and what went: ["+fever", "-rash"]."""
    before, after = set(before), set(after)
    return [f"+{name}" for name in sorted(after - before)] + [
        f"-{name}" for name in sorted(before - after)
    ]


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
