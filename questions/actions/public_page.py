"""What readers see follows each change of a question, in the transaction of that change."""

from django.db import transaction
from django.utils import timezone

from questions import search_documents
from questions.models import (
    Question,
)
from questions.rendering import render_mentioning, save_rendered


@transaction.atomic(savepoint=False)
def refresh_public_page(question: Question) -> None:
    """After any change of a question, its reply or its tags: all that readers see follows."""
    now = timezone.now()
    save_rendered(question, changed_at=now, refresh_due_at=now)
    since = question.public_since
    for listed in (question.tagged_questions, question.related_topics):
        listed.exclude(published_at=since).update(published_at=since)
    render_mentioning(question.pk)
    search_documents.index([question.pk])


def mark_due(questions) -> int:
    """Ask the worker to work out similar questions, topics and counts of these again."""
    return questions.update(refresh_due_at=timezone.now())
