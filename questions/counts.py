"""How many published answers stand behind a specialty, a tag, a doctor: kept, not counted when read.

`CountedQuestion` says under what a question was counted last, so that what it has left goes down by
one and what it has come to goes up. Doing it twice changes nothing. One at a time: see `hold`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db import connection, models, transaction
from django.db.models import F, Sum
from django.db.models.functions import Greatest

from doctors.models import Doctor, Specialty
from questions.models import CountedQuestion, Question, Reply, Tag, TaggedQuestion

LOCK = 7_460_001
COUNTED = [Specialty, Tag, Doctor]


def hold() -> None:
    """Wait until no other process works out counts and similar questions; until the commit."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def published_total() -> int:
    """How many questions are published: each is in one specialty."""
    return Specialty.objects.aggregate(total=Sum("published_count"))["total"] or 0


@transaction.atomic
def refresh(question_ids: Iterable[int]) -> None:
    """Bring every count up to date with these questions."""
    hold()
    ids = set(question_ids)
    before = CountedQuestion.objects.in_bulk(ids)
    now = _as_published(ids)
    changes: dict[type[models.Model], Counter] = defaultdict(Counter)
    for row in now.values():
        _add(changes, row, 1)
    for row in before.values():
        _add(changes, row, -1)
    for model in COUNTED:
        _apply(model, changes[model])
    CountedQuestion.objects.filter(pk__in=ids - now.keys()).delete()
    CountedQuestion.objects.bulk_create(
        now.values(),
        batch_size=1_000,
        update_conflicts=True,
        unique_fields=["question_id"],
        update_fields=["specialty_id", "tag_ids", "doctor_ids"],
    )


@transaction.atomic
def recount() -> None:
    """Take every count again from the beginning, whatever went wrong with them before."""
    hold()
    CountedQuestion.objects.all().delete()
    for model in COUNTED:
        model.objects.exclude(published_count=0).update(published_count=0)
    ids = Question.objects.published().order_by("pk").values_list("pk", flat=True)
    last = 0
    while chunk := list(ids.filter(pk__gt=last)[:5_000]):
        refresh(chunk)
        last = chunk[-1]


def _as_published(ids: set[int]) -> dict[int, CountedQuestion]:
    rows = {
        pk: CountedQuestion(question_id=pk, specialty_id=specialty)
        for pk, specialty in Question.objects.published()
        .filter(pk__in=ids)
        .values_list("pk", "specialty")
    }
    tagged = TaggedQuestion.objects.filter(content_object__in=rows).order_by("tag")
    for pk, tag in tagged.values_list("content_object", "tag"):
        rows[pk].tag_ids.append(tag)
    replies = Reply.objects.standing().filter(question__in=rows)
    for pk, doctor in replies.order_by("doctor").values_list("question", "doctor"):
        rows[pk].doctor_ids.append(doctor)
    return rows


def _add(changes: dict, row: CountedQuestion, by: int) -> None:
    for model, ids in zip(COUNTED, ([row.specialty_id], row.tag_ids, row.doctor_ids), strict=True):
        for pk in ids:
            changes[model][pk] += by


def _apply(model: type[models.Model], changes: Counter) -> None:
    """Few different changes for many rows: one statement for each."""
    by_change: dict[int, list[int]] = defaultdict(list)
    for pk, change in changes.items():
        if change:
            by_change[change].append(pk)
    for change, ids in by_change.items():
        model.objects.filter(pk__in=ids).update(
            published_count=Greatest(F("published_count") + change, 0)
        )
