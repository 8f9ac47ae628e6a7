"""Answers that were taken off the site: when and why, which readers find in their place."""

from django.conf import settings

from askdoctor.content.fields import LineError
from askdoctor.content.known import Known, Outcome, save
from askdoctor.content.lines import RetractedLine
from askdoctor.content.load_questions import reserve_numbers
from questions.actions import refresh_public_page, retract_question
from questions.models import Question

Status = Question.Status


def write_retracted(
    lines: list[RetractedLine], known: Known, *, dry_run: bool
) -> list[Outcome | LineError]:
    rows = Question.objects.filter(pk__in=[line.id for line in lines])
    stored = {row.pk: row for row in rows.select_for_update(of=["self"]).order_by("pk")}
    outcomes: list[Outcome | LineError] = []
    for line in lines:
        row = stored.get(line.id)
        try:
            outcome = _judge(line, row)
        except LineError as error:
            outcomes.append(error)
            continue
        outcomes.append(outcome)
        if outcome is not Outcome.UNCHANGED and not dry_run:
            _write(line, row)
    return outcomes


def _judge(line: RetractedLine, row: Question | None) -> Outcome:
    if row is None:
        return Outcome.ADDED
    said = (Status.RETRACTED, line.retracted_at, line.reason)
    if row.import_digest == line.digest or said == (
        row.status,
        row.retracted_at,
        row.retraction_reason,
    ):
        return Outcome.UNCHANGED
    if not row.import_digest:
        raise LineError(f"question {line.id} was asked on this site")
    if row.status not in (Status.PUBLISHED, Status.RETRACTED):
        raise LineError(f"question {line.id} is {row.status} on this site, and stays so")
    return Outcome.CHANGED


def _write(line: RetractedLine, row: Question | None) -> None:
    """Of the question itself a new one holds nothing: the line does not say it."""
    if row is None:
        reserve_numbers(line.id)
        language = settings.LANGUAGES[0][0]
        row = Question(
            pk=line.id, title=f"#{line.id}", language=language, asked_at=line.retracted_at
        )
        row.slug = row.make_slug()
        row.status = Status.RETRACTED
    if row.status == Status.PUBLISHED:  # by the site's way: whom it concerns is told
        row._change_reason = "imported"
        retract_question(question=row, by=None, reason=line.reason, now=line.retracted_at)
    row.retracted_at, row.retraction_reason = line.retracted_at, line.reason
    row.import_digest = line.digest
    save(row)
    refresh_public_page(row)
