"""Lists of answers: the first page against a deep one, and that one by offset."""

from collections.abc import Iterator
from statistics import median

from django.db.models import QuerySet
from django.test import Client

from doctors.models import Doctor, Specialty
from doctors.paging import take_page
from faq.models import Topic
from questions.models import Question, Tag
from tests.benchmarks.measuring import Figure, statements, statements_of, visitor

DEPTH, TIMES, WARM_UP, SLOW = 50_000, 60, 3, 3


def figures() -> Iterator[Figure]:
    """Of each kind the list with most answers, and its page that begins after DEPTH or 9 in 10."""
    specialty = Specialty.objects.order_by("-published_count").first()
    doctor = Doctor.objects.order_by("-published_count").first()
    tag, topic = Tag.objects.most_used().first(), Topic.objects.most_asked().first()
    kinds = [
        ("specialty", specialty, specialty.questions.published(), "-published_at"),
        ("tag", tag, Question.objects.carrying(tag), "-listed_at"),
        ("doctor", doctor, doctor.replies.published(), "-replied_at"),
        ("topic", topic, topic.newest_questions(), "-listed_at"),
    ]
    with visitor() as client:
        for name, of, rows, by in kinds:
            yield from _of_kind(client, name, of.get_absolute_url(), rows, by)


def _of_kind(client: Client, name: str, path: str, rows: QuerySet, by: str) -> Iterator[Figure]:
    depth = min(DEPTH, rows.count() * 9 // 10)
    cursor = take_page(rows, "", by=by, size=depth).next_cursor
    paths = [path, f"{path}?before={cursor}"]
    # In turns, so that a busy machine slows both.
    spent = [[_longest(client, each) for each in paths] for _ in range(WARM_UP + TIMES)]
    first, deep = map(list, zip(*spent[WARM_UP:], strict=True))
    by_offset = median(_offset(rows, by, depth) for _ in range(SLOW))
    yield Figure(f"list of a {name}, page 1", first)
    yield Figure(
        f"list of a {name}, after {depth:,}",
        deep,
        {"median": 2 * median(first)},
        f"{median(deep) / median(first):.1f} of page 1; by offset {by_offset:,.0f} ms",
    )


def _longest(client: Client, path: str) -> float:
    """Of the page's statements the one that takes longest: the list."""
    return max(statements_of(client, path))


def _offset(rows: QuerySet, by: str, depth: int) -> float:
    with statements() as spent:
        list(rows.for_cards().order_by(by, "-pk")[depth : depth + 21])
    return sum(spent)
