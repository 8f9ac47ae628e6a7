"""What was said about a question behind the scenes, for the next who has to do with it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from questions.models import DeskNote, DetailsRequest, Question


@dataclass(frozen=True)
class Said:
    """`who` is a heading: "Dr. Ada Verified asked the asker"."""

    at: datetime
    who: str
    text: str


def talk_about(question: Question) -> list[Said]:
    """Notes between doctors and moderators, requests for details and their answers, oldest first."""
    requests = question.details_requests.select_related("doctor")
    notes = question.desk_notes.select_related("doctor", "to_specialty")
    said = [one for request in requests for one in _of_request(request)]
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
