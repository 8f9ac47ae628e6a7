"""Two people ask the same: one question is answered, and both hear of it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from questions.letters import write_letter
from questions.models import Letter, Question

Status = Question.Status
CAN_BE_DUPLICATE = {Status.PENDING, Status.OPEN, Status.NEEDS_DETAILS}


@transaction.atomic
def mark_duplicate(*, question: Question, target: Question, by) -> None:
    """The question is the same as `target` and is answered there; its ticket and letters stay.

    What was the same as the question is then the same as the target: nothing points twice. Raises
    ValidationError where that makes no sense, IllegalChange when the question is beyond it.
    """
    numbers = [question.pk, target.duplicate_of_id or target.pk]
    if numbers[0] == numbers[1]:
        raise ValidationError(gettext("A question cannot be the same as itself."))
    # Both in one order, so that two who point them at each other do not wait for ever.
    rows = Question.objects.select_for_update(of=["self"]).filter(pk__in=numbers).order_by("pk")
    found = {row.pk: row for row in rows}
    target = found[numbers[1]]
    target.require_answer()
    question.change_to(Status.RESOLVED, by=by, only_from=CAN_BE_DUPLICATE, duplicate_of=target)
    if question.is_urgent and target.status != Status.PUBLISHED:
        _make_urgent(target, question.urgent_signs, by=by)
    for other in list(question.duplicates.select_for_update(of=["self"]).order_by("pk")):
        other.duplicate_of, other._history_user = target, by
        other.save(update_fields=["duplicate_of"])
        _tell(other, target)
    _tell(question, target)


def _make_urgent(target: Question, signs: list[str], *, by) -> None:
    """Who asked what may be an emergency waits for this one now."""
    target.is_urgent, target._history_user = True, by
    target.urgent_signs = list(dict.fromkeys([*target.urgent_signs, *signs]))
    target.save(update_fields=["is_urgent", "urgent_signs"])


def _tell(question: Question, target: Question) -> None:
    if target.status == Status.PUBLISHED:
        write_letter(question, Letter.Kind.ANSWERED)


def free_answered_by(*, question: Question, by) -> None:
    """What was answered with this question, or to be, is on its own again and waits for a moderator.

    Call it when this one has no answer and will get none.
    """
    answered = Question.objects.filter(Q(duplicate_of=question) | Q(resolved_by=question))
    for other in list(answered.order_by("pk")):
        other.return_to_moderation(by=by)
