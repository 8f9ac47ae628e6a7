"""What becomes of a reply later: found right once more, or corrected."""

from collections.abc import Iterable, Mapping
from copy import copy
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from doctors.models import Doctor
from questions.actions.attaching import publish_file_changes, undo_file_changes
from questions.actions.checking import (
    answer_findings,
    take_as_answered,
    unread_dangers,
)
from questions.actions.public_page import refresh_public_page
from questions.actions.publishing import months_to_review
from questions.actions.replying import lock_able, locked, set_sources, settle_notes
from questions.doses import doses_in
from questions.facts import facts_of, marks_of
from questions.letters import write_letter
from questions.models import (
    Correction,
    CorrectionToRead,
    Identifying,
    Letter,
    Reply,
    StaleDraft,
    sources_in_lines,
)
from questions.reply_checks import Finding

# How long before its day a review comes to the desk.
SOON = timedelta(days=60)


def reviews_of(doctor: Doctor, *, today: date | None = None):
    """The replies of this doctor that are to be looked at, the longest overdue first."""
    today = today or timezone.localdate()
    return doctor.replies.review_due(by=today + SOON).select_related("question")


@transaction.atomic
def confirm_reply(
    *,
    reply: Reply,
    by: Doctor,
    seen: str,
    reasons: Mapping[str, str] | None = None,
    now: datetime | None = None,
) -> bool:
    """Its doctor finds it still right. False when that has been said already.

    What may be dangerous and was read by nobody else waits for a second reader, who agrees to it or not.
    `seen` is `version_of` the reply that they looked at. Raises PermissionDenied for a doctor who may
    not reply, ValidationError when the words were changed since, Unanswered when a finding has no reason.
    """
    now = now or timezone.now()
    reply = locked_reply(reply, by, now=now)
    today = timezone.localdate(now)
    if reply.review_due_on and reply.review_due_on > today + SOON:
        return False
    if seen != version_of(reply):
        raise ValidationError(
            gettext("This reply or its question was changed while you looked at it: read it again.")
        )
    findings = reply.warned_of()
    answer_findings(reply, findings, by=by, reasons=reasons or {}, now=now)
    if unread_dangers(reply, findings):
        require_not_waiting(reply)
        written = {"text": reply.text, "explanation": reply.explanation}
        what, why = gettext("Nothing: still right."), gettext("It was looked at again.")
        sources = reply.source_rows()
        _send_correction(reply, by=by, now=now, sources=sources, what=what, why=why, **written)
        return True
    _confirm(reply, by=by.user, now=now)
    return True


def confirm_read_reply(*, reply: Reply, reader: Doctor, now: datetime) -> None:
    """A second doctor agrees that it is still right. The reply is locked."""
    reply.needs_second_reader, reply.second_reader, reply.second_read_at = True, reader, now
    reply.reader_note = ""
    _confirm(reply, by=reader.user, now=now)


def is_as_public(reply: Reply, correction: CorrectionToRead) -> bool:
    """Whether what a second doctor is to read are the very words that readers see: a review."""
    if correction.changes_files:
        return False
    written = correction.written()
    public = {"text": reply.text, "explanation": reply.explanation, "sources": reply.source_rows()}
    return all(written[name] == value for name, value in public.items())


def _confirm(reply: Reply, *, by, now: datetime) -> None:
    take_as_answered(reply)
    _renew(reply, on=timezone.localdate(now))
    reply._history_user, reply._change_reason = by, "still right"
    reply.save()
    settle_notes(reply.question, reply.doctor, now=now)
    refresh_public_page(reply.question)


@transaction.atomic
def keep_correction(
    *, reply: Reply, by: Doctor, typed: dict[str, list[str]], version: int, key: str
) -> Reply:
    """Keep the fields of a correction that is being typed, as they are. Readers see nothing of it.

    `version` and `key` are those of `save_draft`. Raises PermissionDenied when it is no public reply
    of theirs or they may not reply, StaleDraft when something else was kept or published meanwhile.
    """
    reply = locked_reply(reply, by)
    require_not_waiting(reply)
    reply.write_draft(seen=version, typed=typed, saved_key=key)
    return reply


@transaction.atomic
def correct_reply(
    *,
    reply: Reply,
    by: Doctor,
    text: str,
    explanation: str,
    what: str,
    why: str,
    sources: list[dict[str, object]] | None = None,
    typed: dict[str, list[str]] | None = None,
    version: int | None = None,
    key: str = "",
    reasons: Mapping[str, str] | None = None,
    now: datetime | None = None,
    why_kept: str = "",
) -> Correction | CorrectionToRead:
    """Its doctor changes a public reply; readers see what and why, and who asked is told.

    What a second doctor has to read waits for one, and the public reply stays as it is until then.
    `sources` are rows as in `set_sources`; None leaves them as they are. The files that were added and
    taken away (actions/correcting_files.py) belong to it. `typed` are the fields as they
    were sent: its doctor's again when it comes back. `version` is the one that the writer has seen.
    `reasons` are as in `publish_reply`. Raises ValidationError when nothing changes, Unanswered when a
    finding has no reason, PermissionDenied when one waits already, StaleDraft when something else
    was kept or published since, and Identifying where the words may tell who somebody is and
    `why_kept` does not say why they may stay.
    """
    now = now or timezone.now()
    reply = locked_reply(reply, by, now=now)
    require_not_waiting(reply)
    before = reply.source_rows()
    sources = before if sources is None else sources
    changes_files = reply.has_file_changes
    is_same = (text, explanation, sources) == (reply.text, reply.explanation, before)
    if is_same and not changes_files:
        raise ValidationError(gettext("Nothing is different from what readers see now."))
    if version not in (None, reply.version) and typed != reply.typed:
        raise StaleDraft(reply)
    written = {"text": text, "explanation": explanation, "what": what, "why": why}
    findings = reply.warned_of(text, explanation, source_count=len(sources), is_corrected=True)
    answer_findings(reply, findings, by=by, reasons=reasons or {}, now=now)
    reply.version, reply.saved_key = reply.version + 1, key
    written["why_kept"] = why_kept
    below = {"sources": sources, "changes_files": changes_files}
    if why_read_again(reply, (text, explanation), findings):
        said = {"sources": "\n".join(row["title"] for row in sources), "what": what, "why": why}
        _require_settled(reply, text, explanation, said, why_kept)
        reply.typed = typed or reply.typed | {name: [words] for name, words in written.items()}
        return _send_correction(reply, by=by, now=now, **written, **below)
    return publish_correction(reply=reply, by=by.user, now=now, **written, **below)


def publish_correction(
    *,
    reply: Reply,
    by,
    text: str,
    explanation: str,
    sources: list[dict[str, object]],
    changes_files: bool,
    what: str,
    why: str,
    now: datetime,
    reader: Doctor | None = None,
    why_kept: str = "",
) -> Correction:
    """Readers see it from now on; `reader` is the doctor who had to read it first. The reply is locked."""
    before = reply.source_rows()
    reply.text, reply.explanation, reply.typed, reply.reader_note = text, explanation, {}, ""
    _renew(reply, on=timezone.localdate(now))
    reply._history_user, reply._change_reason = by, "corrected"
    if reader:
        reply.needs_second_reader, reply.second_reader, reply.second_read_at = True, reader, now
    if sources != before:  # in another table: its history says here what they were and are
        lines = [sources_in_lines(rows) or "–" for rows in (before, sources)]
        reply._change_reason += ": sources {!r} -> {!r}".format(*lines)
        set_sources(reply, sources)
    if changes_files:
        reply._change_reason += f": files {publish_file_changes(reply)}"
    else:  # begun beside a review that other words have overtaken
        undo_file_changes(reply)
    take_as_answered(reply)
    reply.save()
    reply.settle(by=reply.doctor.user, why=why_kept, said={"what": what, "why": why})
    correction = Correction.objects.create(
        reply=reply,
        corrected_at=now,
        corrected_by=reply.doctor.user,
        what=what,
        why=why,
        needs_second_reader=reader is not None,
        second_reader=reader,
    )
    settle_notes(reply.question, reply.doctor, now=now)
    write_letter(reply.question, Letter.Kind.CORRECTED)
    refresh_public_page(reply.question)
    return correction


def _require_settled(
    reply: Reply, text: str, explanation: str, said: Mapping[str, str], why_kept: str
) -> None:
    """The second reader is for what is written, not for whom it tells of."""
    written = copy(reply)
    written.text, written.explanation = text, explanation
    if (found := written.open_findings(said)) and not why_kept.strip():
        raise Identifying(found)


def _send_correction(reply: Reply, *, by: Doctor, now: datetime, **written) -> CorrectionToRead:
    reply.reader_note = ""
    reply._history_user, reply._change_reason = by.user, "correction sent to a second reader"
    reply.save()
    settle_notes(reply.question, by, now=now)
    return CorrectionToRead.objects.create(reply=reply, sent_at=now, **written)


@transaction.atomic
def discard_correction(*, reply: Reply, by: Doctor, version: int | None) -> None:
    """Throw away what its doctor has begun of a correction, files as well. Raises as `keep_correction` does."""
    reply = locked_reply(reply, by)
    require_not_waiting(reply)
    if version not in (None, reply.version):
        raise StaleDraft(reply)
    undo_file_changes(reply)
    reply.write_draft(seen=None, typed={}, saved_key="", reader_note="")


def locked_reply(reply: Reply, by: Doctor, *, now: datetime | None = None) -> Reply:
    """A public reply of this doctor as it is now, held until the transaction ends."""
    lock_able(by, now=now)
    locked(reply.question)  # the question before its replies, as everywhere
    rows = Reply.objects.select_for_update(of=["self"]).select_related("question")
    held = rows.published().filter(pk=reply.pk, doctor=by).first()
    if held is None:
        raise PermissionDenied(gettext("This is no public reply of yours."))
    return held


def version_of(reply: Reply) -> str:
    """What was read: the reply as it was saved then, and of its question what was known."""
    return f"{reply.saved_at.isoformat()} {marks_of(facts_of(reply.question))}"


def _renew(reply: Reply, *, on: date) -> None:
    reply.review(on=on, months=months_to_review(reply.question.tags.all()))


def why_read_again(reply: Reply, texts: Iterable[str], findings: Iterable[Finding] = ()) -> str:
    """Why a second doctor has to read a correction with these words before it is public, or ""."""
    if reply.question.specialty.needs_second_reader:
        return gettext("In this specialty a second doctor reads every reply before it is public.")
    if dangers := unread_dangers(reply, findings):
        words = gettext("A second doctor reads it before it is public: %(words)s may be dangerous.")
        return words % {"words": gettext(", ").join(each.found for each in dangers)}
    doses = doses_in(*texts)
    if not doses or doses == doses_in(*reply.texts):
        return ""
    return gettext(
        "A second doctor has to read doses that are others, or in another order, than readers see "
        "now (%(doses)s)."
    ) % {"doses": gettext(", ").join(doses)}


def require_not_waiting(reply: Reply) -> None:
    if reply.waiting_correction:
        raise PermissionDenied(
            gettext("Your correction waits for a second reader: take it back to change it.")
        )
