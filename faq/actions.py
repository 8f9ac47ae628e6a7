"""Changes of topics. Each is one transaction and says who did it."""

from django.db import transaction

from faq.models import Topic
from questions.markdown import markdown_to_html


@transaction.atomic
def save_topic(*, topic: Topic, by) -> None:
    """Save a topic with the HTML of its overview. `by` is None for an import."""
    render_topic(topic)
    topic._history_user = by
    topic.save()


def render_topic(topic: Topic) -> None:
    """Set the HTML of the overview. Saves nothing.

    Mentioned numbers stay text here: the page links them, so that a question which is taken off
    the site leaves no link behind in a text that nobody saves again.
    """
    topic.overview_html = markdown_to_html(topic.overview)
