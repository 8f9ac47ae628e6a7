"""What was said about a question behind the scenes, for the next who has to do with it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from doctors.models import Doctor, titled_name
from questions.markdown import markdown_to_html
from questions.models import (
    DeskNote,
    DetailsRequest,
    Question,
    Reply,
    Source,
    shown_rows,
    stored_html,
)


@dataclass(frozen=True)
class Said:
    """`who` is a heading: "Dr. Ada Verified asked the asker"."""

    at: datetime
    who: str
    text: str


def talk_about(question: Question, *, with_notes: bool = True) -> list[Said]:
    """Requests for details and their answers, and notes between doctors and moderators, oldest first."""
    requests = question.details_requests.select_related("doctor")
    said = [one for request in requests for one in _of_request(request)]
    if with_notes:
        notes = question.desk_notes.select_related("doctor", "to_specialty")
        said += [Said(note.written_at, _who(note), note.text) for note in notes]
    return sorted(said, key=lambda one: one.at)


def _of_request(request: DetailsRequest) -> list[Said]:
    name = {"doctor": request.doctor.display_name}
    said = [Said(request.asked_at, gettext("%(doctor)s asked the asker") % name, request.text)]
    if request.answered_at:
        said.append(Said(request.answered_at, gettext("The asker answered"), request.answer))
    return said


def _who(note: DeskNote) -> str:
    words = {
        DeskNote.Kind.HANDED_OVER: gettext("%(doctor)s handed it over to %(specialty)s"),
        DeskNote.Kind.TO_MODERATORS: gettext("%(doctor)s returned it to the moderators"),
        DeskNote.Kind.TO_DOCTOR: gettext("A moderator sent it back to %(doctor)s"),
    }[note.kind]
    return words % {"doctor": note.doctor.display_name, "specialty": note.to_specialty}


@dataclass(frozen=True)
class TakenOff:
    """What readers saw of the reply with this number, whose answer was taken off the site."""

    reply: int
    signed_name: str
    text: str
    explanation: str

    @property
    def shown_sources(self) -> list[dict[str, str]]:
        return shown_rows(Source.objects.filter(reply=self.reply).values("title", "url", "year"))

    @property
    def shown_text(self) -> str:
        return stored_html(markdown_to_html(self.text))

    @property
    def shown_explanation(self) -> str:
        return stored_html(markdown_to_html(self.explanation))


def taken_off(question: Question, doctor: Doctor) -> list[TakenOff]:
    """What readers saw of an answer that was taken off the site, from its history. Where it is to be
    written anew only what other doctors wrote: their drafts are theirs by now, and a doctor's own is
    the draft that they begin with."""
    is_off = question.status == Question.Status.RETRACTED
    if not is_off and not question.is_written_anew:
        return []
    rows = Reply.history.filter(question=question, replied_at__isnull=False)
    if not is_off:
        rows = rows.exclude(doctor=doctor)
    last = {}
    for row in rows.order_by("history_date", "history_id"):
        was_public = row.status == Reply.Status.PUBLISHED
        # What was imported has no row of that time, only that of becoming a draft.
        if was_public or row.id not in last:
            last[row.id] = TakenOff(
                row.id,
                titled_name(row.doctor_name, is_verified=row.doctor_was_verified),
                row.text,
                row.explanation,
            )
    return list(last.values())
