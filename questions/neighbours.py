"""Find the published questions that share enough tags with a question, and weigh what they share.

Scores come from scoring.py; only questions of the same language are compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models.expressions import RawSQL

from questions import counts
from questions.models import Question, Tag, TaggedQuestion
from questions.scoring import FLOOR, hair, leading, reasons, tag_weight

# Of a tag on very many questions the latest are looked through, and of one question so many in all.
POSTINGS, CANDIDATES = 1_000, 3_000


@dataclass(frozen=True)
class Tagged:
    """What is known of a published question to compare it."""

    pk: int
    language: str
    published_at: datetime
    tags: frozenset[int]


@dataclass(frozen=True)
class Neighbour:
    """Another question with what both share; `score` is not below the floor."""

    pk: int
    score: float
    published_at: datetime
    shared: list[int]

    @property
    def stored_score(self) -> float:
        return self.score + hair(self.published_at)


def neighbours(questions: Mapping[int, Tagged]) -> dict[int, list[Neighbour]]:
    """For each of these questions all others above the floor, the closest first."""
    weights = tag_weights({tag for question in questions.values() for tag in question.tags})
    leads = {
        pk: leading({tag: weights[tag] for tag in question.tags})
        for pk, question in questions.items()
    }
    postings = _postings({tag for tags in leads.values() for tag in tags})
    candidates = {pk: _candidates(tags, postings) - {pk} for pk, tags in leads.items()}
    others = tagged_questions(set().union(*candidates.values()), among=weights.keys())
    found = {}
    for pk, question in questions.items():
        near = (
            compare(question, others[other], weights)
            for other in candidates[pk]
            if other in others and others[other].language == question.language
        )
        found[pk] = sorted(filter(None, near), key=rank)
    return found


def carrying(weights: Mapping[int, float]) -> set[int]:
    """Questions, published or not, that carry one of the weightiest of these tags."""
    lead = leading(weights)
    return _candidates(lead, _postings(set(lead)))


def compare(question: Tagged, other: Tagged, weights: Mapping[int, float]) -> Neighbour | None:
    shared = sorted(question.tags & other.tags)
    score = sum(weights[tag] for tag in shared)
    if score < FLOOR:
        return None
    return Neighbour(other.pk, score, other.published_at, reasons(shared, weights))


def tag_weights(tags: set[int]) -> dict[int, float]:
    total = counts.published_total()
    rows = Tag.objects.filter(pk__in=tags).values_list("pk", "kind", "published_count")
    return {pk: tag_weight(kind, count, total) for pk, kind, count in rows}


def _postings(tags: set[int]) -> dict[int, list[int]]:
    """The latest questions that carry each tag, read from the end of its index."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT tag.id, latest.content_object_id
            FROM unnest(%s::bigint[]) AS tag (id) CROSS JOIN LATERAL (
                SELECT content_object_id FROM questions_taggedquestion
                WHERE tag_id = tag.id ORDER BY content_object_id DESC LIMIT %s
            ) AS latest
            """,
            [list(tags), POSTINGS],
        )
        postings = defaultdict(list)
        for tag, question in cursor:
            postings[tag].append(question)
    return postings


def _candidates(tags: list[int], postings: Mapping[int, list[int]]) -> set[int]:
    """Those that share one of the tags, the rarest tags first, until there are enough."""
    found: set[int] = set()
    for tag in tags:
        found.update(postings[tag])
        if len(found) >= CANDIDATES:
            break
    return found


def tagged_questions(ids: Iterable[int], among: Iterable[int] | None = None) -> dict[int, Tagged]:
    """Those that are published, with their tags, or with those `among` which matter."""
    ids = these(ids)
    tagged = TaggedQuestion.objects.filter(content_object__in=ids)
    if among is not None:
        tagged = tagged.filter(tag__in=these(among))
    tags = defaultdict(set)
    for pk, tag in tagged.values_list("content_object", "tag"):
        tags[pk].add(tag)
    published = Question.objects.published().filter(pk__in=ids).order_by()
    return {
        pk: Tagged(pk, language, published_at, frozenset(tags[pk]))
        for pk, language, published_at in published.values_list("pk", "language", "published_at")
    }


def these(ids: Iterable[int]) -> RawSQL:
    """Thousands of ids for `__in` as one value: faster than a placeholder for each."""
    return RawSQL("SELECT unnest(%s::bigint[])", [list(ids)])


def rank(found: Neighbour) -> tuple[float, int]:
    return -found.stored_score, -found.pk
