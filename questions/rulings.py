"""What people say of two questions beside each other: visitors that one is out of place, moderators
that they always or never stand together.

A ruling is applied wherever a list is stored (similar.py), so it outlives every rebuild. Both lists are
due at once and follow when the worker comes to them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from questions.models import (
    PairRuling,
    Question,
    QuestionProfile,
    Report,
    SimilarQuestion,
    Tag,
)
from questions.scoring import FLOOR, SHOWN, in_words
from questions.similar import PINNED


@transaction.atomic
def rule_on_pair(*, question: Question, other: Question, verdict: str, by) -> PairRuling:
    """Pin two published questions beside each other, or keep them apart; reports of it are handled.

    The same word again changes nothing: who was first stays. Raises ValidationError.
    """
    if question.pk == other.pk:
        raise ValidationError(gettext("A question does not stand beside itself."))
    _lock(question, other)
    Report.objects.of_pair(question, other).handle(by=by)
    ruling = PairRuling.objects.of_pair(question, other).first()
    if ruling is None:
        first, second = sorted([question.pk, other.pk])
        ruling = PairRuling(question_id=first, other_id=second)
    if ruling.verdict != verdict:
        ruling.verdict, ruling.ruled_at, ruling.ruled_by = verdict, timezone.now(), by
        ruling._history_user = by
        ruling.full_clean()
        ruling.save()
        _make_due(question, other)
    return ruling


@transaction.atomic
def lift_ruling(*, question: Question, other: Question, by) -> None:
    """Scores alone decide again; the history keeps who had ruled and who lifted it."""
    for ruling in PairRuling.objects.of_pair(question, other).select_for_update():
        ruling._history_user = by
        ruling.delete()
        _make_due(question, other)


def _lock(*questions: Question) -> None:
    """Of two moderators who rule on a pair the second sees what the first has said."""
    rows = Question.objects.published().filter(pk__in=[each.pk for each in questions])
    locked = {each.pk for each in rows.order_by("pk").select_for_update()}
    for each in questions:
        if each.pk not in locked:
            raise ValidationError(no_such_question(each.pk))


def no_such_question(number: object) -> str:
    return gettext("There is no published question #%(number)s.") % {"number": number}


def _make_due(*questions: Question) -> None:
    profiles = QuestionProfile.objects.filter(pk__in=[each.pk for each in questions])
    profiles.update(list_due_at=timezone.now())


def report_not_relevant(*, question: Question, similar: Question) -> Report:
    """Keep that a visitor finds a similar question out of place: once, until it is handled."""
    return Report.objects.get_or_create(
        question=question, similar=similar, reason=Report.Reason.NOT_RELEVANT, handled_at=None
    )[0]


@dataclass(frozen=True)
class Beside:
    """A question that is, or could be, shown beside another, as moderators see it."""

    other: Question
    why: str
    # None where scores do not decide: it is pinned, or not in the list.
    score: float | None
    state: str
    ruling: PairRuling | None
    report: int | None
    # Not close enough for readers, and nobody has said a word of it.
    is_far: bool


def beside(question: Question) -> list[Beside]:
    """The stored list in its order; then what was ruled on and is not, or not yet, in it."""
    rulings = {
        ruling.other_id if ruling.question_id == question.pk else ruling.question_id: ruling
        for ruling in PairRuling.objects.on(question).select_related("ruled_by")
    }
    stored = SimilarQuestion.objects.published().filter(question=question).order_by("place")
    rows = {row.similar_id: row for row in stored}
    labels = _labels(rows.values())
    reports = dict(question.reports.unhandled().values_list("similar", "pk"))
    others = Question.objects.only("title", "status").in_bulk({*rows, *rulings})
    shown = [pk for pk, row in rows.items() if row.score >= FLOOR][:SHOWN]
    return [
        Beside(
            other=others[pk],
            why=gettext(", ").join(in_words(rows[pk].reason, labels)) if pk in rows else "",
            score=rows[pk].score if pk in rows and rows[pk].score < PINNED else None,
            state=_state(others[pk], rulings.get(pk), rows.get(pk), is_among_first=pk in shown),
            ruling=rulings.get(pk),
            report=reports.get(pk),
            is_far=pk not in rulings and pk not in reports and rows[pk].score < FLOOR,
        )
        for pk in dict.fromkeys([*rows, *rulings])
    ]


def _labels(rows: Iterable[SimilarQuestion]) -> dict[int, str]:
    tags = {pk for row in rows for pk in row.reason.get("tags", ())}
    return {tag.pk: tag.label for tag in Tag.objects.filter(pk__in=tags)}


def _state(
    other: Question, ruling: PairRuling | None, row: SimilarQuestion | None, *, is_among_first: bool
) -> str:
    """Whether readers see it; of a pair that was just ruled on, whether they will in a moment."""
    if other.status != Question.Status.PUBLISHED:
        return gettext("not public")
    if ruling:
        is_pinned = ruling.verdict == PairRuling.Verdict.PINNED
        return gettext("shown") if is_pinned else gettext("not shown")
    if is_among_first:
        return gettext("shown")
    return gettext("in reserve") if row.score >= FLOOR else gettext("below the floor")
