"""Which published questions stand beside which, worked out when one of them changes.

Both directions are kept: a question gets its own list, enters the lists of those it is close to, and
leaves them when it is no longer published or no longer close. Scores come from scoring.py; only
questions of the same language are compared. A page reads the stored rows (see page.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from questions import counts
from questions.models import Question, SimilarQuestion, Tag, TaggedQuestion
from questions.scoring import FLOOR, hair, leading, reasons, tag_weight

KEPT = 8
# Of a tag on very many questions the latest are looked through, and of one question so many in all.
POSTINGS, CANDIDATES = 1_000, 3_000
# Scores move a little as the site grows: only a fall by more than this makes a list wrong.
STILL_THE_SAME = 0.95


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


@transaction.atomic
def refresh(question_ids: Iterable[int]) -> None:
    """Work out the lists of these questions, and correct those of all others that concern them.

    Counts come first (counts.py): rarity is taken from them.
    """
    counts.hold()
    changed = set(question_ids)
    near = neighbours(_tagged(changed))
    entering: dict[int, set[int]] = defaultdict(set)
    for pk, all_found in near.items():
        for found in all_found:
            if found.pk not in changed:
                entering[found.pk].add(pk)
    wrong = _wrong_lists(changed, near)
    near |= neighbours(_tagged(wrong))
    others = {pk: new for pk, new in entering.items() if pk not in wrong}
    _replace({pk: near.get(pk, []) for pk in changed | wrong} | _with(others))


def neighbours(questions: Mapping[int, Tagged]) -> dict[int, list[Neighbour]]:
    """For each of these questions all others above the floor, the closest first."""
    weights = _weights({tag for question in questions.values() for tag in question.tags})
    leads = {
        pk: leading({tag: weights[tag] for tag in question.tags})
        for pk, question in questions.items()
    }
    postings = _postings({tag for tags in leads.values() for tag in tags})
    candidates = {pk: _candidates(tags, postings) - {pk} for pk, tags in leads.items()}
    others = _tagged(set().union(*candidates.values()), among=weights.keys())
    found = {}
    for pk, question in questions.items():
        near = (
            _compare(question, others[other], weights)
            for other in candidates[pk]
            if other in others and others[other].language == question.language
        )
        found[pk] = sorted(filter(None, near), key=_rank)
    return found


def _compare(question: Tagged, other: Tagged, weights: Mapping[int, float]) -> Neighbour | None:
    shared = sorted(question.tags & other.tags)
    score = sum(weights[tag] for tag in shared)
    if score < FLOOR:
        return None
    return Neighbour(other.pk, score, other.published_at, reasons(shared, weights))


def _weights(tags: set[int]) -> dict[int, float]:
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


def _tagged(ids: Iterable[int], among: Iterable[int] | None = None) -> dict[int, Tagged]:
    """Those that are published, with their tags, or with those `among` which matter."""
    ids = list(ids)
    tagged = TaggedQuestion.objects.filter(content_object__in=ids)
    if among is not None:
        tagged = tagged.filter(tag__in=list(among))
    tags = defaultdict(set)
    for pk, tag in tagged.values_list("content_object", "tag"):
        tags[pk].add(tag)
    published = Question.objects.published().filter(pk__in=ids).order_by()
    return {
        pk: Tagged(pk, language, published_at, frozenset(tags[pk]))
        for pk, language, published_at in published.values_list("pk", "language", "published_at")
    }


def _rank(found: Neighbour) -> tuple[float, int]:
    return -found.stored_score, -found.pk


def _wrong_lists(changed: set[int], near: Mapping[int, list[Neighbour]]) -> set[int]:
    """Questions that hold one of the changed which is close to them no more, or less than it was.

    What comes next in such a list is not stored, so it has to be worked out again.
    """
    scores = {(pk, found.pk): found.score for pk, all_found in near.items() for found in all_found}
    held = SimilarQuestion.objects.filter(similar__in=changed).exclude(question__in=changed)
    return {
        holder
        for holder, other, score in held.values_list("question", "similar", "score")
        if scores.get((other, holder), 0) < score * STILL_THE_SAME
    }


def _replace(lists: Mapping[int, list[Neighbour]]) -> None:
    SimilarQuestion.objects.filter(question__in=lists).delete()
    SimilarQuestion.objects.bulk_create(
        (
            SimilarQuestion(
                question_id=pk,
                similar_id=found.pk,
                score=found.stored_score,
                shared_tag_ids=found.shared,
            )
            for pk, near in sorted(lists.items())
            for found in near[:KEPT]
        ),
        batch_size=2_000,
    )


def _with(entering: Mapping[int, set[int]]) -> dict[int, list[Neighbour]]:
    """The lists into which one of the `entering` comes, weighed anew against those that are in it.

    A question that is due is passed over: its whole list is about to be worked out.
    """
    due = Question.objects.due().filter(pk__in=entering).values_list("pk", flat=True)
    kept: dict[int, list[int]] = {pk: [] for pk in entering.keys() - set(due)}
    rows = SimilarQuestion.objects.filter(question__in=kept).order_by("-score", "-similar")
    for pk, other in rows.values_list("question", "similar"):
        kept[pk].append(other)
    compared = {pk: {*kept[pk], *entering[pk]} for pk in kept}
    questions = _tagged(kept.keys() | set().union(*compared.values()))
    weights = _weights({tag for pk in kept for tag in questions[pk].tags})
    lists = {}
    for pk, others in compared.items():
        near = (_compare(questions[pk], questions[o], weights) for o in others if o in questions)
        lists[pk] = sorted(filter(None, near), key=_rank)[:KEPT]
    return {pk: near for pk, near in lists.items() if [n.pk for n in near] != kept[pk]}
