"""What readers see follows each change of a question, in the transaction of that change."""

from django.db import transaction
from django.utils import timezone

from questions import search
from questions.models import (
    Question,
)
from questions.rendering import render_mentioning, save_rendered


@transaction.atomic
def refresh_public_page(question: Question) -> None:
    """After any change of a question, its reply or its tags: all that readers see follows."""
    save_rendered(question)
    since = question.public_since
    for listed in (question.tagged_questions, question.related_topics):
        listed.exclude(published_at=since).update(published_at=since)
    render_mentioning(question.pk)
    search.index([question.pk])
    now = timezone.now()
    Question.objects.filter(pk=question.pk).update(changed_at=now, refresh_due_at=now)


def mark_due(questions) -> int:
    """Ask the worker to work out similar questions, topics and counts of these again."""
    return questions.update(refresh_due_at=timezone.now())
