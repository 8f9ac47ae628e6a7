"""A site in which every unpublished status and every private field holds a word of its own.

Each text holds SEARCHED as well, so that a search for that alone comes upon all of them.
"""

import json
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone

from doctors.models import Doctor
from questions.actions import refresh_public_page, report_problem
from questions.models import Addition, CorrectionToRead, Letter, PairRuling, Phrase, Question, Reply
from tests.factories import (
    make_attachment,
    make_doctor,
    make_invitation,
    make_question,
    make_specialty,
    make_topic,
)
from tests.markers import marker

HIDDEN = [status for status in Question.Status.values if status != "published"]
SEARCHED = "xylocarp"

# Read by everyone, whatever it belongs to.
PUBLIC = """
Specialty.name Specialty.name_zh_hant Specialty.slug
Doctor.name Doctor.slug Doctor.credentials Doctor.bio Doctor.licence_issuer
Tag.name Tag.name_zh_hant Tag.slug Synonym.name Synonym.slug
Topic.name Topic.name_zh_hant Topic.slug Topic.synonyms Topic.overview Topic.overview_html
Question.retraction_reason Question.replied_by Reply.doctor_name Correction.what Correction.why
"""
# Why nothing is planted there.
EXCEPTED = {
    "sealed: the tests open it": "Contact.sealed_email",
    "random, or of an alphabet of its own; looked for as they are": "Contact.ticket Contact.code",
    "random, and opens nothing to who may not read it": """
        Attachment.key Letter.message_id StaffLetter.message_id""",
    "digests": """
        Question.checked_digest Question.import_digest Reply.checked_digest Reply.warned_digest
        Attachment.digest Finding.digest SentCount.key TicketTries.key""",
    "names of fields, rules, signs and languages": """
        Finding.field Acknowledgement.rule Acknowledgement.about Question.urgent_signs
        QuestionProfile.language ProfileKeys.language FeatureCounts.language""",
    "worked out of what is public alone": """
        SearchDocument.marks SearchDocument.vector SearchDocument.title_vector SearchWord.word
        QuestionProfile.words QuestionProfile.runs FeatureCounts.counts
        SimilarList.reasons SimilarQuestion.reason""",
}
# Where below a public question nothing private can stand: what is public with it, and what is made of
# that; and a line that the database takes of no other question than one that is resolved.
ONCE_PUBLISHED = """
Question.title Question.slug Question.summary Question.body Question.asker_name
Question.body_html Question.question_excerpt Question.reply_excerpt
Reply.text_html Reply.explanation_html
Question.resolved_note HistoricalQuestion.resolved_note
"""


def fields_of_text() -> Iterator[tuple[type[models.Model], str]]:
    """What may hold words of somebody: all that is neither a choice nor a number, a time or a row."""
    others = models.IntegerField | models.FloatField | models.BooleanField | models.UUIDField
    others |= models.DateField | models.DurationField
    for app in ("doctors", "questions", "faq"):
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.concrete_fields:
                is_other = isinstance(getattr(field, "base_field", field), others)
                if not (is_other or field.is_relation or field.choices):
                    yield model, field.name


def columns() -> set[str]:
    return {f"{model.__name__}.{name}" for model, name in fields_of_text()}


def columns_with(words: "Planted", questions: QuerySet | None = None) -> set[str]:
    """Those in which a word stands; with `questions`, in a row that belongs to one of them."""
    found = set()
    for model, name in fields_of_text():
        rows = model._default_manager.all()
        if questions is not None:
            rows = _below(rows, questions)
        stored = json.dumps(
            list(rows.values_list(name, flat=True)), default=str, ensure_ascii=False
        )
        if any(word in stored for word in words.values()):
            found.add(f"{model.__name__}.{name}")
    return found


def _below(rows: QuerySet, questions: QuerySet) -> QuerySet:
    if rows.model.__name__ in ("Question", "HistoricalQuestion"):
        return rows.filter(id__in=questions)
    names = {field.name for field in rows.model._meta.concrete_fields}
    for name, path in (
        ("question", "question"),
        ("reply", "reply__question"),
        ("contact", "contact__question"),
    ):
        if name in names:
            return rows.filter(**{f"{path}__in": questions})
    return rows.none()


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

    def url(self, place: str) -> str:
        return f"https://example.org/{self.word(f'link {place}')}"

    def email(self, place: str) -> str:
        return f"{self.word(place)}@example.org"


def plant(doctor: Doctor, moderator) -> Planted:
    """`doctor` holds what is claimed and wrote what stands below it, below what is in review and below
    what is public; all else is of a doctor who is of another specialty by now."""
    words = Planted()
    left = make_doctor(name="Lee Elsewhere")
    for status in HIDDEN:
        writer = doctor if status in ("claimed", "in_review") else left
        _plant_below(words, status, _plant_question(words, status, writer), moderator)
    public = _plant_public(words, doctor)
    _plant_below(words, "published", public, moderator)
    _plant_second(words, public.question, left)
    left.specialty = make_specialty("dermatology")
    left.save()
    _plant_around(words, doctor)
    _plant_changes(words, public.question, moderator)
    call_command("worker", once=True)
    _plant_letters(words)
    return words


def _plant_question(words: Planted, status: str, doctor: Doctor) -> Reply:
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
    _plant_file(words, reply, f"file {status}")
    reply.sources.create(place=1, title=words.text(f"source {status}"), url=words.url(status))
    return reply


def _keep_keys(words: Planted, status: str, question: Question) -> None:
    contact = question.contact
    words[f"ticket {status}"] = contact.ticket
    words[f"code {status}"], words[f"printed code {status}"] = contact.code, contact.printed_code


def _plant_file(words: Planted, reply: Reply, place: str, **fields) -> None:
    content = f"%PDF-1.4 {words.word(f'bytes of {place}')}".encode()
    make_attachment(reply, title=words.text(place), content=content, **fields)


def _plant_below(words: Planted, status: str, reply: Reply, moderator) -> None:
    """What is private whatever becomes of the question."""
    question, doctor, now = reply.question, reply.doctor, timezone.now()
    question.desk_notes.create(kind="moderators", doctor=doctor, text=words.text(f"note {status}"))
    question.details_requests.create(
        doctor=doctor,
        text=words.text(f"asked {status}"),
        answer=words.text(f"answered {status}"),
        answered_at=now,
    )
    report_problem(question=question, reason="other", text=words.text(f"report {status}"))
    Addition.objects.create(
        question=question,
        text=words.text(f"added {status}"),
        submission=uuid.uuid4(),
        came_after_check=True,
    )
    kept = {"kind": "name", "start": 0, "end": 4, "digest": "0" * 64, "kept_at": now}
    kept["kept_by"] = moderator
    why = words.text(f"question may stay {status}")
    question.findings.create(field="title", kept_reason=why, **kept)
    why = words.text(f"reply may stay {status}")
    question.findings.create(reply=reply, field="text", kept_reason=why, **kept)
    asked = {"rule": "spoons", "words": words.text(f"asked about {status}"), "is_dangerous": False}
    why = words.text(f"reason {status}")
    reply.acknowledgements.create(reason=why, answered_by=doctor, **asked)
    Reply.objects.filter(pk=reply.pk).update(warnings=[{"about": "", **asked}])


def _plant_public(words: Planted, doctor: Doctor) -> Reply:
    """A public answer, with what stood there before, and with what was begun, and what waits, of
    corrections of it."""
    before = {name: words.text(f"{name} before") for name in ("title", "body", "asker_name")}
    before["summary"] = words.text("summary before")
    said = {name: words.text(f"{name} before") for name in ("reply", "explanation")}
    contact = {"submission": uuid.uuid4(), "email": words.email("email published")}
    public = make_question(doctor=doctor, contact=contact, asked_at=lately(), **before, **said)
    _keep_keys(words, "published", public)
    reply = public.replies.get()
    public.title, public.body = f"{SEARCHED} for everyone", "Details."
    public.summary = public.asker_name = ""
    public.decline_note = words.text("decline_note published")
    reply.text, reply.explanation = "A short reply.", ""
    reply.reader_note = words.text("note of the reader")
    reply.saved_key = words.word("key of the page")
    names = ("text", "explanation", "what", "why", "why_kept")
    waiting = {name: words.text(f"correction {name}") for name in names}
    link = words.url("correction")
    waiting["sources"] = [{"title": words.text("correction source"), "url": link, "year": None}]
    reply.typed = {name: [waiting[name]] for name in ("text", "explanation", "what", "why")}
    reply.take_as_checked()
    for row in (public, reply):
        row.take_as_examined()
        row._change_reason = words.text(f"change of the {row._meta.model_name}")
        row.save()
    refresh_public_page(public)
    CorrectionToRead.objects.create(reply=reply, **waiting)
    _plant_file(words, reply, "correction file", status="added")
    return reply


def _plant_second(words: Planted, public: Question, doctor: Doctor) -> None:
    """What another doctor has begun to write below a public answer."""
    said = {name: words.text(f"second {name}") for name in ("text", "explanation")}
    typed = {"source_title": [words.text("second typed")]}
    draft = Reply.objects.create(question=public, doctor=doctor, place=2, typed=typed, **said)
    _plant_file(words, draft, "second file")
    draft.sources.create(place=1, title=words.text("second source"), url=words.url("second"))


def _plant_around(words: Planted, doctor: Doctor) -> None:
    Phrase.objects.create(
        doctor=doctor, title=words.text("phrase title"), text=words.text("phrase text")
    )
    doctor.licence_number, doctor.licence_evidence = words.word("licence"), words.word("evidence")
    doctor.save()
    doctor.user.email = words.email("email of doctor")
    doctor.user.save()


def _plant_changes(words: Planted, public: Question, moderator) -> None:
    """Why something public is as it is now, in its history."""
    topic = make_topic(tags=["fever"])
    [tag] = topic.tags.all()
    synonym = tag.synonyms.create(name="pyrexia", slug="pyrexia")
    pair = {"question": public, "other": make_question(), "ruled_by": moderator}
    ruling = PairRuling.objects.create(verdict="blocked", **pair)
    doctor = public.replies.get(place=1).doctor
    for row in (doctor, doctor.specialty, topic, tag, synonym, ruling):
        row._change_reason = words.text(f"change of the {row._meta.model_name}")
        row.save()


def _plant_letters(words: Planted) -> None:
    """What mail servers said of letters, and who sent them again. The worker has been here."""
    invitation = make_invitation(email=words.email("email invited"))
    words["invitation link"] = invitation.get_absolute_url().split("/")[-2]
    contact = Question.objects.get(status="published", contact__isnull=False).contact
    to_asker = Letter.objects.create(contact=contact, kind="answered", language="en")
    for letter, of in ((to_asker, "asker"), (invitation.letter, "staff")):
        letter.status, letter.last_error = "failed", words.text(f"error of a letter to {of}")
        letter.sent_again = words.text(f"who sent again to {of}")
        letter.save()
