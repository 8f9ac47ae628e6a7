"""The work that follows a change: counts, similar questions, related topics, search's topic names.

The queue is the column `Question.refresh_due_at` (docs/adr/0003-rows-are-the-queue.md). It is emptied
after what was worked out is stored, so a worker that is killed leaves everything due, and doing a
question twice changes nothing. Letters have rows of their own: questions/letters.py.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from askdoctor.cache import forget_ended_counts
from faq import related
from questions import (
    actions,
    counts,
    letters,
    meaning,
    rebuild,
    search_documents,
    search_words,
    similar,
)
from questions.answer_times import count_answer_times
from questions.attempts import attempt
from questions.limits import forget_old_counts
from questions.models import Question
from questions.rendering import render_crossed
from questions.ticket_code import forget_old_tries

BATCH = 500
# So many lists are worked out at a time; with many, after all profiles were loaded, so many.
LISTS, MANY_LISTS, MANY_AT_A_TIME = 50, 2_000, 20_000
PUT_OFF = timedelta(hours=1)


def is_due() -> bool:
    """Whether there is something to work out by now."""
    return _due().exists() or bool(similar.due(1))


def refresh_some(limit: int = BATCH) -> int:
    """Work out what the oldest due questions make due. Returns how many they were; 0 is done.

    One that cannot be worked out is put off, and holds up nothing but itself.
    """
    due = _due()[:limit]
    done = attempt(lambda: _refresh(due), "A batch failed: its questions are done one by one.")
    return sum(_refresh_or_put_off(pk, at) for pk, at in due) if done is None else done


def _due() -> QuerySet:
    """(number, since when) of what is due by now: what was put off is so later, and nothing is put off
    for longer, but by a clock that was wrong."""
    now = timezone.now()
    is_due = Q(refresh_due_at__lte=now) | Q(refresh_due_at__gt=now + PUT_OFF)
    due = Question.objects.due().filter(is_due)
    return due.values_list("pk", "refresh_due_at")


def _refresh(due: QuerySet) -> int:
    with transaction.atomic():
        counts.hold()
        rows = list(due.all())
        ids = [pk for pk, _due_at in rows]
        if not ids:
            return 0
        counts.refresh(ids)
        similar.refresh(ids)
        related.refresh(ids)
        contents = search_documents.index(ids)  # for the names of the topics
        search_words.learn(contents.values())
    # By themselves: whoever edits a question holds its row and then wants those that are written above.
    render_crossed(ids)
    clear(rows)
    return len(rows)


def refresh_lists() -> int:
    """Work out lists of similar questions that are due. Returns how many they were; 0 is done.

    From some thousands on it is faster to load all profiles first.
    """
    if similar.due_count() > MANY_LISTS:
        done = attempt(
            lambda: rebuild.resume(most=MANY_AT_A_TIME),
            "Many lists at once failed: they are done a few at a time.",
        )
        if done is not None:
            return done
    due = similar.due(LISTS)
    done = attempt(
        lambda: similar.refresh_lists(due), "Some lists failed: they are done one by one."
    )
    if done is None:
        for each in due:
            _refresh_list_or_put_off(each)
    return len(due)


def _refresh_list_or_put_off(due: tuple[int, datetime]) -> None:
    words = "The list of #%s could not be worked out; again in %s."
    if attempt(lambda: similar.refresh_lists([due]), words, due[0], PUT_OFF) is None:
        similar.put_off(due, PUT_OFF)


def _refresh_or_put_off(pk: int, due_at: datetime) -> int:
    one = _due().filter(pk=pk)
    words = "Question #%s could not be worked out; again in %s."
    done = attempt(lambda: _refresh(one), words, pk, PUT_OFF)
    if done is None:
        one.filter(refresh_due_at=due_at).update(refresh_due_at=timezone.now() + PUT_OFF)
    return 1 if done is None else done


def clear(due: list[tuple[int, datetime]]) -> None:
    """Take them from the queue, but not those that became due again while they were worked out."""
    for due_at in {at for _pk, at in due}:
        ids = [pk for pk, at in due if at == due_at]
        Question.objects.filter(pk__in=ids, refresh_due_at=due_at).update(refresh_due_at=None)


def recount() -> None:
    """Take every count anew. Done when a worker starts, so that no mistake outlives it."""
    meaning.prepare()
    counts.recount()
    related.recount()


def keep_house() -> None:
    """What time alone makes due: forget what has ended, and count how long answers take."""
    forget_expired_sessions()
    forget_old_tries()
    forget_old_counts()
    forget_ended_counts()
    letters.forget_old_addresses()
    count_answer_times()


def forget_expired_sessions() -> None:
    """Delete drafts that were never sent (questions/drafts.py), and sign-ins that have ended."""
    SessionStore.clear_expired()


def keep_time() -> int:
    """Give back what doctors have held too long, remind and close. Returns how much it was."""
    return actions.keep_time()


def refresh_all_due(tick: Callable[[int], object] = lambda done: None) -> int:
    """Work until nothing is due. `tick` hears how many each batch held."""
    total = 0
    while done := refresh_some():
        total += done
        tick(done)
    while refresh_lists():
        pass
    return total


def backlog() -> tuple[int, timedelta]:
    """How much is due, questions and lists, what was put off included, and since when the oldest waits."""
    due = Question.objects.due().order_by()
    oldest = [due.aggregate(oldest=Min("refresh_due_at"))["oldest"], similar.oldest_due()]
    since = min(filter(None, oldest), default=timezone.now())
    return due.count() + rebuild.due_count(), max(timezone.now() - since, timedelta())
