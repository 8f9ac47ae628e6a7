"""The work that follows a change: counts, similar questions, related topics, search's topic names.

The queue is the column `Question.refresh_due_at` (docs/adr/0003-rows-are-the-queue.md). What was
worked out and the emptied column are one transaction, so a worker that is killed leaves everything
due, and doing a question twice changes nothing. Letters have rows of their own: questions/letters.py.
"""

from collections.abc import Callable
from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from faq import related
from questions import counts, search, similar
from questions.models import Question

BATCH = 500


@transaction.atomic
def refresh_some(limit: int = BATCH) -> int:
    """Work out what the oldest due questions make due. Returns how many they were; 0 is done."""
    counts.hold()
    due = list(Question.objects.due().values_list("pk", "refresh_due_at")[:limit])
    ids = [pk for pk, _due_at in due]
    if not ids:
        return 0
    counts.refresh(ids)
    similar.refresh(ids)
    related.refresh(ids)
    search.index(ids)  # for the names of the topics
    clear(due)
    return len(due)


def clear(due: list[tuple[int, object]]) -> None:
    """Take them from the queue, but not those that became due again while they were worked out."""
    for due_at in {at for _pk, at in due}:
        ids = [pk for pk, at in due if at == due_at]
        Question.objects.filter(pk__in=ids, refresh_due_at=due_at).update(refresh_due_at=None)


def recount() -> None:
    """Take every count anew. Done when a worker starts, so that no mistake outlives it."""
    counts.recount()
    related.recount_all()


def forget_expired_sessions() -> None:
    """Delete drafts that were never sent (questions/drafts.py), and sign-ins that have ended."""
    SessionStore.clear_expired()


def refresh_all_due(tick: Callable[[int], object] = lambda done: None) -> int:
    """Work until nothing is due. `tick` hears how many each batch held."""
    total = 0
    while done := refresh_some():
        total += done
        tick(done)
    return total


def backlog() -> tuple[int, timedelta]:
    """How many questions are due, and since when the oldest waits."""
    due = Question.objects.due().order_by()
    oldest = due.aggregate(oldest=Min("refresh_due_at"))["oldest"]
    return due.count(), timezone.now() - oldest if oldest else timedelta()
