"""What askers and visitors do."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from doctors.letters import write_urgent_letters
from questions.actions.attaching import undo_file_changes_below
from questions.actions.duplicates import free_answered_by
from questions.actions.public_page import refresh_public_page
from questions.letters import drop_letters, write_letter
from questions.limits import may_write_to
from questions.models import (
    Contact,
    Letter,
    Question,
    Report,
)
from questions.rendering import save_rendered


@dataclass(frozen=True)
class Asked:
    """What an asker sends. `submission` is the form's own key: one key, one question.

    `language` is that of the text, `letter_language` that of the page it was sent from.
    """

    submission: uuid.UUID
    title: str
    body: str
    specialty_id: int | None
    asker_name: str
    age_band: str
    sex: str
    email: str
    language: str
    letter_language: str
    follow_up_of_id: int | None = None
    # Signs of an emergency that are in it, and that the asker says is none.
    urgent_signs: tuple[str, ...] = ()


def ask_question(*, asked: Asked, now: datetime | None = None) -> Contact:
    """Store a question and its ticket; the same submission again gives the same question."""
    try:
        with transaction.atomic():
            question = Question(
                title=asked.title,
                body=asked.body,
                specialty_id=asked.specialty_id,
                asker_name=asked.asker_name,
                age_band=asked.age_band,
                sex=asked.sex,
                language=asked.language,
                follow_up_of_id=asked.follow_up_of_id,
                asked_at=now or timezone.now(),
                is_urgent=bool(asked.urgent_signs),
                urgent_signs=list(asked.urgent_signs),
            )
            question.save()
            question.examine()
            save_rendered(question)
            contact = Contact.objects.create(
                question=question,
                email=asked.email,
                submission=asked.submission,
                language=asked.letter_language,
            )
            if asked.email and may_write_to(asked.email):
                write_letter(question, Letter.Kind.RECEIVED)
            if question.is_urgent:
                write_urgent_letters()
            return contact
    except IntegrityError:
        first = Contact.objects.filter(submission=asked.submission).first()
        if first is None:
            raise
        return first


def mark_urgent(question: Question, signs: Iterable[str]) -> None:
    """What was added shows signs of an emergency. Call it in the transaction, the row locked."""
    if not signs:
        return
    question.is_urgent = True
    question.urgent_signs = list(dict.fromkeys([*question.urgent_signs, *signs]))
    question._history_user = None
    question.save(update_fields=["is_urgent", "urgent_signs"])
    write_urgent_letters()


@transaction.atomic
def withdraw_question(*, question: Question) -> None:
    """The asker takes the question back: it leaves every public place at once, their address ours.

    Whom its answer was for as well is told, and waits for a moderator again.
    """
    question.lock()
    was_public = question.status == Question.Status.PUBLISHED
    question.change_to(Question.Status.WITHDRAWN, by=None)
    undo_file_changes_below(question, by=None)
    if was_public:
        write_letter(question, Letter.Kind.RETRACTED)
    delete_email(question=question)
    free_answered_by(question=question, by=None)
    refresh_public_page(question)


@transaction.atomic
def delete_email(*, question: Question) -> None:
    """The address and what was to be sent to it go at once; the question stays."""
    Contact.objects.filter(question=question).update(sealed_email="")
    drop_letters(question)


def report_problem(*, question: Question, reason: str, text: str) -> Report:
    """Keep what a visitor says is wrong, for the moderators."""
    return Report.objects.create(question=question, reason=reason, text=text)
