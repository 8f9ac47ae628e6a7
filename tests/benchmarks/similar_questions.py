"""Similar questions of one question: read as they are stored, against finding them at that moment."""

from collections.abc import Iterator
from random import Random

from django.db.models import QuerySet

from questions.models import Question, SimilarList, SimilarQuestion
from tests.benchmarks.measuring import Figure, run, statements, times

STORED, COUNTED, SLOW = 500, 30, 5
# What other sites do when the page is read.
COUNT_SHARED_TAGS = """
    SELECT other.content_object_id, count(*)
    FROM questions_taggedquestion AS own
    JOIN questions_taggedquestion AS other ON other.tag_id = own.tag_id
    JOIN questions_question AS question ON question.id = other.content_object_id
    WHERE own.content_object_id = %s AND other.content_object_id <> own.content_object_id
      AND question.status = 'published'
    GROUP BY 1 ORDER BY 2 DESC, 1 DESC LIMIT 20
"""


def stored(pk: int) -> QuerySet:
    """What the site reads."""
    shown = SimilarQuestion.objects.filter(question=pk).shown()
    return shown.values_list("similar", "score", "reason")


def figures(pks: list[int], rng: Random) -> Iterator[Figure]:
    held = list(SimilarList.objects.order_by("pk").values_list("pk", flat=True))
    name = f"similar questions, stored ({len(held):,} lists)"
    read = Figure(name, [_read(pk) for pk in _some(rng, held, STORED)] or [0])
    counted = Figure(
        "similar questions, shared tags counted in one query",
        [run(COUNT_SHARED_TAGS, pk) for pk in _some(rng, pks, COUNTED)],
    )
    slow = Figure(
        "similar questions, similar_objects() of django-taggit",
        [_similar_objects(pk) for pk in _some(rng, pks, SLOW)],
    )
    ratio = f"{times(read, slow, 'similar_objects()')}, {times(read, counted, 'counting tags')}"
    yield Figure(read.measure, read.samples, {"p95": 1}, ratio)
    yield counted
    yield slow


def _some(rng: Random, pks: list[int], count: int) -> list[int]:
    return rng.sample(pks, min(count, len(pks)))


def _read(pk: int) -> float:
    with statements() as spent:
        list(stored(pk))
    return sum(spent)


def _similar_objects(pk: int) -> float:
    question = Question.objects.get(pk=pk)
    with statements() as spent:
        question.tags.similar_objects()
    return sum(spent)
