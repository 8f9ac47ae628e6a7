"""What moderators do."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from questions.actions.attaching import undo_file_changes_below
from questions.actions.duplicates import free_answered_by
from questions.actions.public_page import refresh_public_page
from questions.actions.publishing import bring_reviews_forward
from questions.actions.replying import locked
from questions.actions.tagging import save_changed
from questions.letters import write_letter, write_letters_of_restored
from questions.models import IllegalChange, Letter, Question, Reply


@transaction.atomic
def edit_question(
    *,
    question: Question,
    by,
    changed: list[str],
    tags: Iterable[str] | None = None,
    why_kept: str = "",
) -> None:
    """A moderator has changed these fields, or the tags; what readers see follows.

    Raises Identifying where a public question would tell who somebody is; `why_kept` says why it may.
    """
    values = {name: getattr(question, name) for name in changed}
    question.lock()
    for name, value in values.items():
        setattr(question, name, value)
    save_changed(question, changed=changed, tags=tags, by=by)
    if not question.EXAMINED.keys().isdisjoint(changed):
        if question.status == Question.Status.PUBLISHED:
            question.settle(by=by, why=why_kept)
        else:
            question.examine()
    if tags is not None:
        bring_reviews_forward(question, by=by)
    refresh_public_page(question)


@transaction.atomic
def edit_reply(*, reply: Reply, by, changed: list[str], why_kept: str = "") -> None:
    """A moderator has changed these fields of a published reply; who signed it stays.

    Raises IllegalChange when it is not published any more, ValidationError when other doses, or what its
    doctor would have to be asked about, would stand above their name, and Identifying as `edit_question`.
    """
    values = {name: getattr(reply, name) for name in changed}
    locked(reply.question)
    reply.refresh_from_db(from_queryset=Reply.objects.select_for_update())
    if reply.status != Reply.Status.PUBLISHED:
        raise IllegalChange(gettext("Only a reply that is published can be changed here."))
    texts = values.get("text", reply.text), values.get("explanation", reply.explanation)
    reply.require_same_doses(*texts)
    reply.require_nothing_new_found(*texts)
    if reply.waiting_correction and {"text", "explanation"} & set(changed):
        # It was written above other words, and would bring them back.
        words = gettext("A moderator changed the reply meanwhile. Look at it and send it again.")
        reply.end_waiting(by=by, note=words, reason="correction sent back")
    for name, value in values.items():
        setattr(reply, name, value)
    # What was answered stays so; what has never been asked, of a reply that came from elsewhere, is not.
    before = reply.warnings
    reply.take_as_checked(each for each in reply.warned_of() if each.as_stored() in before)
    reply._history_user = by
    reply.save(update_fields=[*changed, "warned_digest", "warnings", "saved_at"])
    if not reply.EXAMINED.keys().isdisjoint(changed):
        reply.settle(by=by, why=why_kept)
    refresh_public_page(reply.question)


@transaction.atomic
def decline_question(*, question: Question, by, reason: str, note: str = "") -> None:
    """A moderator ends it; the asker is told the reason and the note."""
    question.decline(by=by, reason=reason, note=note)
    free_answered_by(question=question, by=by)
    if reason == Question.DeclineReason.NO_DETAILS:
        question.details_requests.unanswered().update(closed_at=timezone.now())
    write_letter(question, Letter.Kind.DECLINED)


@transaction.atomic
def retract_question(*, question: Question, by, reason: str, now: datetime | None = None) -> int:
    """A moderator takes a published answer off the site; readers find the reason in its place.

    Returns how many people are told by letter.
    """
    question.retract(by=by, reason=reason, now=now)
    undo_file_changes_below(question, by=by)
    told = write_letter(question, Letter.Kind.RETRACTED)
    refresh_public_page(question)
    return told


@transaction.atomic
def restore_question(*, question: Question, by) -> None:
    """A moderator puts a retracted answer back; who was told that it was gone hears of it."""
    if not question.replies.standing().exists():  # it came from another site, as a notice alone
        raise IllegalChange(gettext("There is no reply here that could be put back."))
    question.change_to(
        Question.Status.PUBLISHED,
        by=by,
        only_from={Question.Status.RETRACTED},
        retracted_at=None,
        retraction_reason="",
    )
    write_letters_of_restored(question)
    refresh_public_page(question)
