"""A site in which every unpublished status and every private field holds a word of its own.

Each text holds SEARCHED as well, so that a search for that alone comes upon all of them.
"""

import uuid
from datetime import datetime, timedelta

from django.core.management import call_command
from django.utils import timezone

from doctors.models import Doctor
from questions.actions import add_details, report_problem
from questions.models import CorrectionToRead, Phrase, Question, Reply
from tests.factories import (
    make_attachment,
    make_doctor,
    make_invitation,
    make_question,
    make_specialty,
)
from tests.markers import marker

HIDDEN = [status for status in Question.Status.values if status != "published"]
SEARCHED = "xylocarp"


def lately() -> datetime:
    """The worker erases addresses of what was asked long ago."""
    return timezone.now() - timedelta(hours=12)


class Planted(dict):
    """place -> the word that is nowhere else."""

    def word(self, place: str) -> str:
        self[place] = marker(place.replace(" ", "").replace("-", "").replace("_", ""))
        return self[place]

    def text(self, place: str) -> str:
        return f"{SEARCHED} {self.word(place)}"

    def email(self, place: str) -> str:
        return f"{self.word(place)}@example.org"


def plant(doctor: Doctor, moderator) -> Planted:
    """`doctor` holds what is claimed and wrote what stands below it, below what is in review and below
    what is public; all else is of a doctor who is of another specialty by now."""
    words = Planted()
    left = make_doctor(name="Lee Elsewhere")
    for status in HIDDEN:
        _plant_question(words, status, doctor if status in ("claimed", "in_review") else left)
    left.specialty = make_specialty("dermatology")
    left.save()
    _plant_public(words, doctor)
    _plant_around(words, doctor, moderator)
    call_command("worker", once=True)
    return words


def _plant_question(words: Planted, status: str, doctor: Doctor) -> None:
    texts = ("title", "body", "summary", "asker_name", "decline_note")
    fields = {name: words.text(f"{name} {status}") for name in texts}
    fields["asked_at"] = lately()
    if status == "resolved":
        fields["resolved_by"] = make_question()
        fields["resolved_note"] = words.text("line to the asker")
    said = {name: words.text(f"{name} {status}") for name in ("reply", "explanation")}
    email = words.email(f"email {status}")
    contact = {"submission": uuid.uuid4(), "email": email}
    question = make_question(status=status, doctor=doctor, contact=contact, **fields, **said)
    _keep_keys(words, status, question)
    if status != "retracted":
        written = {"text": said["reply"], "explanation": said["explanation"]}
        if status == "in_review":
            written |= {"status": "in_review", "sent_to_reader_at": timezone.now()}
            written["needs_second_reader"] = True
        Reply.objects.create(question=question, doctor=doctor, **written)
    reply = question.replies.get()
    make_attachment(reply, title=words.text(f"file {status}"))
    reply.sources.create(place=1, title=words.text(f"source {status}"), url="https://example.org/1")
    question.desk_notes.create(kind="moderators", doctor=doctor, text=words.text(f"note {status}"))
    question.details_requests.create(
        doctor=doctor,
        text=words.text(f"asked {status}"),
        answer=words.text(f"answered {status}"),
        answered_at=timezone.now(),
    )
    report_problem(question=question, reason="other", text=words.text(f"report {status}"))
    if status == "open":
        add_details(question=question, text=words.text("added"), submission=uuid.uuid4())


def _keep_keys(words: Planted, status: str, question: Question) -> None:
    contact = question.contact
    words[f"ticket {status}"] = contact.ticket
    words[f"code {status}"], words[f"printed code {status}"] = contact.code, contact.printed_code


def _plant_public(words: Planted, doctor: Doctor) -> None:
    """Below a public answer: what was begun, and what waits, of corrections of it."""
    title = f"{SEARCHED} for everyone"
    contact = {"submission": uuid.uuid4(), "email": words.email("email published")}
    public = make_question(doctor=doctor, title=title, contact=contact, asked_at=lately())
    _keep_keys(words, "published", public)
    reply = public.replies.get()
    reply.reader_note = words.text("note of the reader")
    names = ("text", "explanation", "what", "why", "why_kept")
    waiting = {name: words.text(f"correction {name}") for name in names}
    waiting["sources"] = [
        {"title": words.text("correction source"), "url": "https://example.org/2", "year": None}
    ]
    reply.typed = {name: [waiting[name]] for name in ("text", "explanation", "what", "why")}
    reply.save()
    CorrectionToRead.objects.create(reply=reply, **waiting)
    make_attachment(reply, title=words.text("correction file"), status="added")
    report_problem(question=public, reason="other", text=words.text("report published"))


def _plant_around(words: Planted, doctor: Doctor, moderator) -> None:
    pending = Question.objects.get(status="pending")
    pending.findings.create(
        **{"field": "title", "kind": "name", "start": 0, "end": 4, "digest": "0" * 64},
        kept_at=timezone.now(),
        kept_by=moderator,
        kept_reason=words.text("why it may stay"),
    )
    draft = Reply.objects.get(question__status="claimed")
    draft.acknowledgements.create(
        rule="spoons",
        words="a spoon",
        is_dangerous=False,
        reason=words.text("why it is right"),
        answered_by=doctor,
    )
    Phrase.objects.create(
        doctor=doctor, title=words.text("phrase title"), text=words.text("phrase text")
    )
    doctor.licence_number, doctor.licence_evidence = words.word("licence"), words.word("evidence")
    doctor.save()
    doctor.user.email = words.email("email of doctor")
    doctor.user.save()
    invitation = make_invitation(email=words.email("email invited"))
    words["invitation link"] = invitation.get_absolute_url().split("/")[-2]
