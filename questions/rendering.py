"""What is worked out when a question is saved, so that a page only has to read it.

HTML from what was typed, links of mentioned numbers, excerpts for cards. "#185662" is linked only
while that question is published, so whatever publishes, hides or renames a question also renders
again those that mention it (`render_mentioning`), in the same transaction. Of two such changes at once
neither sees the other's, and the worker renders what may have crossed (`render_crossed`).
"""

from collections.abc import Iterable, Mapping

from django.db import transaction

from questions.markdown import (
    excerpt,
    excerpt_to_html,
    markdown_to_html,
    mentioned_numbers,
    paragraphs_to_html,
)
from questions.models import Question, Reply
from questions.sql import fetch

Titles = Mapping[int, tuple[str, str]]

QUESTION_FIELDS = [
    "slug",
    "body_html",
    "question_excerpt",
    "reply_excerpt",
    "replied_by",
    "replied_by_verified",
    "mentioned_numbers",
]
REPLY_FIELDS = ["text_html", "explanation_html"]


def published_titles(numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    """(title, slug) of those numbers that are published: what mentions may link to."""
    rows = Question.objects.published().filter(pk__in=set(numbers))
    return {pk: (title, slug) for pk, title, slug in rows.values_list("pk", "title", "slug")}


def mentions_of(question: Question, replies: Iterable[Reply]) -> list[int]:
    """The numbers that a question and its replies refer to."""
    texts = [question.body]
    for reply in replies:
        texts += [reply.text, reply.explanation]
    return mentioned_numbers(*texts)


def render(question: Question, replies: list[Reply], titles: Titles) -> None:
    """Set the derived fields of the question and of its replies. Saves nothing.

    `replies` are those that stand on the page, the one that cards quote first.
    """
    question.slug = question.make_slug()
    question.mentioned_numbers = mentions_of(question, replies)
    question.body_html = paragraphs_to_html(question.body, titles)
    asked = excerpt(paragraphs_to_html(question.body or question.title))
    question.question_excerpt = excerpt_to_html(asked, titles)
    question.reply_excerpt = question.replied_by = ""
    question.replied_by_verified = False
    for reply in replies:
        render_reply(reply, titles)
    if replies:
        first = replies[0]
        has_links = bool(mentioned_numbers(first.text))
        answered = excerpt(markdown_to_html(first.text) if has_links else first.text_html)
        question.reply_excerpt = excerpt_to_html(answered, titles)
        question.replied_by = first.doctor_name
        question.replied_by_verified = first.doctor_was_verified


def render_reply(reply: Reply, titles: Titles) -> None:
    """Set the HTML of a reply. Saves nothing."""
    reply.text_html = markdown_to_html(reply.text, titles)
    reply.explanation_html = markdown_to_html(reply.explanation, titles)


@transaction.atomic(savepoint=False)
def save_rendered(question: Question, **besides) -> None:
    """Render a question, as it is stored now, with its published replies; save what came out, and
    these values `besides`."""
    question.lock()
    replies = list(question.replies.standing())
    render(question, replies, published_titles(mentions_of(question, replies)))
    # Derived fields are no history: update() passes it by on purpose.
    Question.objects.filter(pk=question.pk).update(
        **{field: getattr(question, field) for field in QUESTION_FIELDS}, **besides
    )
    Reply.objects.bulk_update(replies, REPLY_FIELDS)


def render_mentioning(*numbers: int, but_not: Iterable[int] = ()) -> None:
    """Render again every question that mentions one of these, whose state or title has changed."""
    mentioning = Question.objects.filter(mentioned_numbers__overlap=list(numbers))
    # All in one order, so that two who render the same do not wait for each other for ever.
    for question in mentioning.exclude(pk__in=but_not).order_by("pk").iterator():
        save_rendered(question)


def render_crossed(numbers: list[int]) -> None:
    """Render again what may show one of these as it was, or has one of these and may show another so.

    While one transaction put in "#185662" and read its title, another took 185662 off the site, and found
    nobody who mentions it. By now each sees the other, whichever was the last; no transaction lasts an hour.
    """
    for (pk,) in fetch(_CROSSED, {"numbers": numbers}):
        save_rendered(Question(pk=pk))


# From each number by itself: of many at once PostgreSQL would look at every question there is.
_CROSSED = """
    SELECT one.id FROM questions_question one
    CROSS JOIN unnest(one.mentioned_numbers) AS number
    JOIN questions_question other ON other.id = number
    WHERE one.id = ANY(%(numbers)s) AND one.changed_at BETWEEN
        other.changed_at - interval '1 hour' AND other.changed_at + interval '1 hour'
    UNION
    SELECT one.id FROM questions_question other
    JOIN questions_question one ON one.mentioned_numbers @> ARRAY[other.id]
    WHERE other.id = ANY(%(numbers)s) AND one.changed_at BETWEEN
        other.changed_at - interval '1 hour' AND other.changed_at + interval '1 hour'
    ORDER BY id
"""
