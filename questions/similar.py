"""Similar questions: the stored list beside each published question, and those close to a typed text.

`refresh` writes the profiles of changed questions, and `refresh_lists` then works out their lists and
corrects those of all others that concern them: a question enters the lists of those it is close to, and
leaves them when it changes or is no longer published. What is still to do is a column of the profile,
so a worker that is killed loses nothing. A page reads one row (page.py).
"""

import json
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

import numpy as np
from django.db import connection, transaction
from django.db.models import Min
from django.utils import timezone

from questions import counts, rarity, tagging
from questions.models import PairRuling, Question, QuestionProfile, SimilarList
from questions.neighbours import Neighbour, Profiles, neighbours
from questions.profile import LOOKED_AT
from questions.profiles import StoredProfiles, tags_of, write_profiles
from questions.scoring import FLOOR, SHOWN, Comparison, Rarity, Reasons
from questions.sql import fetch
from questions.vocabulary import Vocabulary

# A list holds so many; when changes have left it less than half, it is worked out anew.
KEPT, TOO_FEW = 20, 10
# So many lists may a new question enter.
ENTERED = 50
# Above every score: what a moderator has pinned.
PINNED = 9.0


class Suggestion(NamedTuple):
    """What stands in a list: a question, how close it is, and why."""

    pk: int
    score: float
    reason: dict


@dataclass(frozen=True)
class Found:
    """The suggestions beside some questions, and what these would be beside others."""

    own: dict[int, list[Suggestion]]
    entering: dict[int, list[Suggestion]]


@transaction.atomic(savepoint=False)
def refresh(question_ids: Iterable[int]) -> None:
    """Write the profiles of those of these that are published; their lists are due then.

    The others leave every list at once.
    """
    counts.hold()
    ids = set(question_ids)
    languages = write_profiles(ids)
    _leave(ids - languages.keys())
    for language in rarity.measure_if_grown(languages.values()):
        if counts.published_total() < rarity.YOUNG:
            published = Question.objects.published().filter(language=language)
            write_profiles(published.values_list("pk", flat=True))


def due(limit: int) -> list[tuple[int, datetime]]:
    """(number, since when) of questions whose lists have to be worked out, the longest due first."""
    waiting = QuestionProfile.objects.filter(list_due_at__lte=timezone.now())
    return list(waiting.order_by("list_due_at", "pk").values_list("pk", "list_due_at")[:limit])


def due_count() -> int:
    """How many lists are due by now."""
    return QuestionProfile.objects.filter(list_due_at__lte=timezone.now()).count()


def oldest_due() -> datetime | None:
    return QuestionProfile.objects.aggregate(oldest=Min("list_due_at"))["oldest"]


def put_off(due: tuple[int, datetime], by: timedelta) -> None:
    """A list that could not be worked out comes up again later, and holds up nothing but itself."""
    pk, due_at = due
    QuestionProfile.objects.filter(pk=pk, list_due_at=due_at).update(
        list_due_at=timezone.now() + by
    )


def refresh_lists(due: Iterable[tuple[int, datetime]]) -> int:
    """Work out the lists of these questions, and correct all others that concern them.

    Returns how many they were.
    """
    since = dict(due)
    with transaction.atomic():
        counts.hold()
        as_of = timezone.now()
        questions = asked(since)
        for language in sorted({each.language for each in questions}):
            spoken = [each for each in questions if each.language == language]
            known = StoredProfiles(language), rarity.of(language), tagging.vocabulary()
            found = suggestions(spoken, *known, since)
            keep(found, {each.pk: since[each.pk] for each in spoken}, as_of)
    return len(since)


@transaction.atomic(savepoint=False)
def keep(
    found: Found, since: Mapping[int, datetime], as_of: datetime, *, are_known: bool = False
) -> None:
    """Store what was found for the questions that were due, and take them from the queue.

    `as_of` says when the others were as they were compared. Where all lists that are not due were
    worked out from these questions as they are, they `are_known`, and there is nothing to correct.
    """
    counts.hold()
    others = {} if are_known else corrected(since.keys(), found.entering)
    store(found.own | others)
    done(since, as_of)


def done(since: Mapping[int, datetime], as_of: datetime) -> None:
    """Take these from the queue, but not those that became due again meanwhile."""
    for due_at in set(since.values()):
        pks = [pk for pk, at in since.items() if at == due_at]
        QuestionProfile.objects.filter(pk__in=pks, list_due_at=due_at).update(
            list_due_at=None, listed_at=as_of
        )


@dataclass(frozen=True)
class Asked:
    """A published question for which others are looked for."""

    pk: int
    language: str
    specialty_id: int
    row: np.ndarray
    text: str
    tags: list[int]


def asked(pks: Collection[int]) -> list[Asked]:
    tags = tags_of(pks)
    rows = QuestionProfile.objects.filter(pk__in=pks).values_list(
        "pk", "language", "specialty_id", "words", "runs", "question__title", "question__body"
    )
    return [
        Asked(
            pk,
            language,
            specialty,
            np.frombuffer(bytes(words) + bytes(runs), np.uint32),
            f"{title}\n{body[:LOOKED_AT]}",
            tags[pk],
        )
        for pk, language, specialty, words, runs, title, body in rows
    ]


def suggestions(
    questions: Sequence[Asked],
    profiles: Profiles,
    rare: Rarity,
    vocabulary: Vocabulary,
    due: Container[int],
) -> Found:
    """What stands beside each of these questions in one language, and beside which others they are to
    stand that are not `due` themselves."""
    own: dict[int, list[Suggestion]] = {}
    entering: dict[int, list[Suggestion]] = defaultdict(list)
    vectors = profiles.vectors(np.array([each.pk for each in questions], np.int64))
    for each, vector, nearest in zip(questions, vectors, profiles.nearest(vectors), strict=True):
        comparison = Comparison(each.row, rare)
        near = neighbours(comparison, profiles, vector, nearest, but_not=each.pk, is_counted=True)
        why = Reasons(comparison, each.text, each.tags, vocabulary)
        kept = _with_another_specialty(near, each.specialty_id)
        own[each.pk] = [
            Suggestion(other.pk, other.score, reason)
            for other, reason in zip(kept, why.for_rows([one.words for one in kept]), strict=True)
        ]
        by_them = sorted(near, key=lambda other: (-other.back, -other.pk))[:ENTERED]
        entered = [other for other in by_them if other.pk not in due]
        for other, reason in zip(
            entered, why.for_rows([one.words for one in entered]), strict=True
        ):
            entering[other.pk].append(Suggestion(each.pk, other.back, reason))
    return Found(own, dict(entering))


def _with_another_specialty(near: list[Neighbour], specialty: int) -> list[Neighbour]:
    """The closest, and the closest one of another specialty if it is none of them."""
    others = (each for each in near if each.specialty_id != specialty)
    other = next(others, None)
    kept = near[:KEPT]
    return kept if other is None or other in kept else [*kept, other]


def _leave(ids: set[int]) -> None:
    """What is not public any more has no list and stands in none."""
    QuestionProfile.objects.filter(pk__in=ids).delete()
    SimilarList.objects.filter(pk__in=ids).delete()
    if ids:
        store(corrected(ids, {}))


def corrected(
    ids: Collection[int], entering: Mapping[int, list[Suggestion]]
) -> dict[int, list[Suggestion]]:
    """The lists of others, without what was said of `ids` before, and with what comes in now."""
    ruled = {other for own in _rulings(ids).values() for other in own}
    holders = fetch(_HOLDERS, {"ids": list(ids), "others": [*entering, *ruled]})
    corrected = {}
    for pk, similar_ids, scores, reasons in holders:
        before = list(map(Suggestion, similar_ids, scores, json.loads(reasons)))
        stay = [each for each in before if each.pk not in ids]
        after = sorted([*stay, *entering.get(pk, [])], key=_rank)
        if len(after) < TOO_FEW <= len(before):
            QuestionProfile.objects.filter(pk=pk).update(list_due_at=timezone.now())
        if pk in ruled or after != sorted(before, key=_rank):
            corrected[pk] = after
    return corrected


_HOLDERS = """
    SELECT question_id, similar_ids, scores, reasons FROM questions_similarlist
    WHERE (similar_ids && %(ids)s::bigint[] OR question_id = ANY(%(others)s))
        AND question_id <> ALL(%(ids)s)
"""


def _rank(suggestion: Suggestion) -> tuple[float, int]:
    """The closest first; of two that are as close the newer one."""
    return -suggestion.score, -suggestion.pk


def store(lists: Mapping[int, list[Suggestion]]) -> None:
    """Keep these lists in the order in which they are shown, with what moderators have ruled.

    What has left the site since they were worked out gets no list and stands in none.
    """
    rulings = _rulings(set(lists))
    specialties = _specialties(
        {*lists}.union(
            *([each.pk for each in own] for own in lists.values()), *map(list, rulings.values())
        )
    )
    rows = []
    for pk in lists.keys() & specialties.keys():
        ruled = _as_ruled(lists[pk], rulings.get(pk, {}))
        ruled = [each for each in ruled if each.pk in specialties]
        same = {each.pk for each in ruled if specialties[each.pk] == specialties[pk]}
        shown = _in_order(ruled, same)
        rows.append(
            (
                pk,
                _array(each.pk for each in shown),
                _array(each.score for each in shown),
                json.dumps([each.reason for each in shown]),
            )
        )
    if rows:
        _write(rows)


def _array(numbers: Iterable[float]) -> str:
    return f"{{{','.join(map(str, numbers))}}}"


def _write(rows: list[tuple[int, str, str, str]]) -> None:
    """As texts: to hand over each number by itself takes longer than all the rest of a rebuild, and so
    does the quoting of JSON in an array. JSON has no line break of its own."""
    *numbers, reasons = (list(column) for column in zip(*rows, strict=True))
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO questions_similarlist (question_id, similar_ids, scores, reasons)
            SELECT id, ids::bigint[], scores::float[], reasons::jsonb
            FROM unnest(%s::bigint[], %s::text[], %s::text[], string_to_array(%s, E'\\n'))
                AS new (id, ids, scores, reasons)
            ON CONFLICT (question_id) DO UPDATE SET
                similar_ids = excluded.similar_ids,
                scores = excluded.scores,
                reasons = excluded.reasons
            """,
            [*numbers, "\n".join(reasons)],
        )


def _as_ruled(own: list[Suggestion], ruled: Mapping[int, str]) -> list[Suggestion]:
    """Without the blocked, and with the pinned above all others."""
    why = {each.pk: each.reason for each in own}
    pinned = [
        Suggestion(pk, PINNED, why.get(pk, {}))
        for pk, verdict in ruled.items()
        if verdict == PairRuling.Verdict.PINNED
    ]
    return sorted([*pinned, *(each for each in own if each.pk not in ruled)], key=_rank)


def _in_order(own: list[Suggestion], same: Collection[int]) -> list[Suggestion]:
    """At most `KEPT`; of those shown one is not of the `same` specialty, if one is close enough."""
    others = (each for each in own if each.pk not in same and each.score >= FLOOR)
    other = next(others, None)
    if other is None or other in own[:SHOWN]:
        return own[:KEPT]
    rest = [each for each in own if each is not other]
    return [*rest[: SHOWN - 1], other, *rest[SHOWN - 1 :]][:KEPT]


def _rulings(ids: Collection[int]) -> dict[int, dict[int, str]]:
    """For each of these the others that moderators have ruled on beside it, with the verdict."""
    ruled: dict[int, dict[int, str]] = defaultdict(dict)
    sql = (
        "SELECT question_id, other_id, verdict FROM questions_pairruling"
        " WHERE question_id = ANY(%(ids)s) OR other_id = ANY(%(ids)s)"
    )
    for one, other, verdict in fetch(sql, {"ids": list(ids)}):
        ruled[one][other] = ruled[other][one] = verdict
    return {pk: own for pk, own in ruled.items() if pk in ids}


def _specialties(ids: Collection[int]) -> dict[int, int]:
    """Those of the questions that are on the site."""
    sql = (
        "SELECT question_id, specialty_id FROM questions_questionprofile"
        " WHERE question_id = ANY(%s)"
    )
    return dict(fetch(sql, [list(ids)]))
