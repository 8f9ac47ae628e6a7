"""How many published answers stand behind a specialty, a tag, a doctor: kept, not counted when read.

`CountedQuestion` says under what a question was counted last, so that what it has left goes down by
one and what it has come to goes up. Doing it twice changes nothing. One at a time: see `hold`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection, models, transaction
from django.db.models import Exists, F, OuterRef, QuerySet, Sum
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


@transaction.atomic(savepoint=False)
def refresh(question_ids: Iterable[int]) -> None:
    """Bring every count up to date with these questions."""
    hold()
    ids = set(question_ids)
    before = CountedQuestion.objects.in_bulk(ids)
    now = _as_published(ids)
    changes: dict[type[models.Model], Counter] = defaultdict(Counter)
    for row in now.values():
        _count(changes, row, 1)
    for row in before.values():
        _count(changes, row, -1)
    for model in COUNTED:
        add(model, changes[model])
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
    """Take every count again from the beginning, whatever went wrong with them before.

    All inside the database, which writes what is wrong and nothing else.
    """
    hold()
    public = Question.objects.published()
    CountedQuestion.objects.exclude(Exists(public.filter(pk=OuterRef("question_id")))).delete()
    rows, params = _rows().query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_QUESTIONS.format(rows=rows), params)
        for model, ids in zip(COUNTED, COUNTED_IDS, strict=True):
            cursor.execute(_COUNT_THINGS.format(table=model._meta.db_table, ids=ids))


_COUNT_QUESTIONS = """
    INSERT INTO questions_countedquestion AS old (question_id, specialty_id, tag_ids, doctor_ids)
    {rows}
    ON CONFLICT (question_id) DO UPDATE SET
        specialty_id = excluded.specialty_id,
        tag_ids = excluded.tag_ids,
        doctor_ids = excluded.doctor_ids
    WHERE (old.specialty_id, old.tag_ids, old.doctor_ids)
        IS DISTINCT FROM (excluded.specialty_id, excluded.tag_ids, excluded.doctor_ids)
"""
COUNTED_IDS = ["ARRAY[specialty_id]", "tag_ids", "doctor_ids"]
_COUNT_THINGS = """
    WITH counted AS (
        SELECT key, count(*) AS n FROM questions_countedquestion, unnest({ids}) AS key GROUP BY key
    ), correct AS (
        SELECT id, coalesce(n, 0) AS n FROM {table} LEFT JOIN counted ON key = id
    )
    UPDATE {table} AS thing SET published_count = n FROM correct
    WHERE correct.id = thing.id AND published_count <> n
"""


def _rows() -> QuerySet:
    """(question, specialty, tags, doctors) of what is published, the last two in ascending order."""
    tagged = TaggedQuestion.objects.filter(content_object=OuterRef("pk")).order_by("tag_id")
    replies = Reply.objects.standing().filter(question=OuterRef("pk")).order_by("doctor_id")
    return (
        Question.objects.published()
        .order_by()
        .values_list(
            "pk",
            "specialty_id",
            ArraySubquery(tagged.values("tag_id")),
            ArraySubquery(replies.values("doctor_id")),
        )
    )


def _as_published(ids: set[int]) -> dict[int, CountedQuestion]:
    return {pk: CountedQuestion(pk, *rest) for pk, *rest in _rows().filter(pk__in=ids)}


def _count(changes: dict, row: CountedQuestion, by: int) -> None:
    for model, ids in zip(COUNTED, ([row.specialty_id], row.tag_ids, row.doctor_ids), strict=True):
        for pk in ids:
            changes[model][pk] += by


def add(model: type[models.Model], changes: Counter) -> None:
    """Change what is kept for these rows. Few different changes for many rows: one statement each."""
    by_change: dict[int, list[int]] = defaultdict(list)
    for pk, change in changes.items():
        if change:
            by_change[change].append(pk)
    for change, ids in by_change.items():
        model.objects.filter(pk__in=ids).update(
            published_count=Greatest(F("published_count") + change, 0)
        )
