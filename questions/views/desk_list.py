"""The desk: what waits for a doctor, and what the doctor has begun, published and got back."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from doctors.models import Doctor, Specialty
from questions import actions
from questions.forms.desk_filter import DeskFilter
from questions.models import DeskNote, DetailsRequest, Question, Reply
from questions.models.life import WITH_DOCTORS
from questions.models.question_queryset import urgent_first
from questions.views.at_desk import AT_DESK, doctor_of, unfinished, waiting_at_desk

QUEUE_LENGTH, PUBLISHED_SHOWN, DRAFTS_SHOWN = 100, 20, 50
TAKEN_OFF_SHOWN = timedelta(days=30)
Status = Question.Status


@require_safe
@login_required
def desk(request: HttpRequest) -> HttpResponse:
    if request.user.is_staff and not hasattr(request.user, "doctor"):
        return redirect("admin:index")
    doctor = doctor_of(request)
    today = timezone.localdate()
    is_hindered = not doctor.can_reply(on=today)
    specialties = [doctor.specialty, *doctor.other_specialties.all()]
    narrowing = DeskFilter(request.GET, specialties=specialties)
    returned = _returned(doctor)
    # Each question stands in one list: what moderators gave to this doctor first.
    given = [question.pk for question in returned]
    rows = waiting_at_desk(doctor).exclude(pk__in=given)
    waiting = [] if is_hindered else narrowing.chosen(rows)[:QUEUE_LENGTH]
    return render(
        request,
        "questions/desk.html",
        {
            "doctor": doctor,
            "expires_on": doctor.licence_expires_on if doctor.expires_soon(on=today) else None,
            "held": _held(doctor),
            "returned": returned,
            "waiting": waiting,
            "narrowing": narrowing,
            "asked": _asked(doctor),
            "drafts": _drafts(doctor, specialties, but_not=given),
            "gone": _taken_off(doctor),
            **unfinished(doctor),
            "published": _published(doctor),
            "due_count": actions.reviews_of(doctor).count(),
            "to_read_count": 0 if is_hindered else Reply.objects.to_read_by(doctor).count(),
            "specialties": specialties,
        },
    )


def _held(doctor: Doctor) -> list[Question]:
    """In the doctor's hands, and of each whether a second reader sent it back (`is_sent_back`)."""
    held = list(Question.objects.held_by(doctor).select_related("specialty"))
    drafts = doctor.replies.filter(status=Reply.Status.DRAFT, question__in=held)
    sent_back = set(drafts.exclude(reader_note="").order_by().values_list("question", flat=True))
    for question in held:
        question.is_sent_back = question.pk in sent_back
    return held


def _returned(doctor: Doctor) -> list[Question]:
    """What moderators sent to this doctor, each question once with its `notes`, and whether it is about
    a reply of theirs that is public (`own`) or that they began (`has_draft`)."""
    own = doctor.replies.order_by().values_list("question", flat=True)
    in_hand = Question.objects.held_by(doctor).order_by().values("pk")  # whose page shows the notes
    notes = DeskNote.objects.returned_to(doctor).exclude(question__in=in_hand)
    notes = notes.select_related("question__specialty")
    found: dict[int, Question] = {}
    for note in notes.select_related("question__claimed_by", "question__kept_for__user"):
        question = found.setdefault(note.question_id, note.question)
        question.notes = [*getattr(question, "notes", []), note]
    public = set(own.filter(status=Reply.Status.PUBLISHED, question__in=found))
    begun = set(own.filter(status=Reply.Status.DRAFT, question__in=found).exclude(text=""))
    for question in found.values():
        question.is_own = question.pk in public
        question.has_draft = question.pk in begun
    return list(found.values())


def _asked(doctor: Doctor):
    """Whose askers this doctor has asked for details, and waits for."""
    asked = DetailsRequest.objects.awaited().filter(doctor=doctor)
    return asked.select_related("question").order_by(urgent_first("question__"), "asked_at", "pk")


def _drafts(doctor: Doctor, specialties: list[Specialty], *, but_not: list[int]):
    """What the doctor has begun and does not hold now: of urgent questions, then the latest first."""
    begun = doctor.replies.filter(status=Reply.Status.DRAFT).exclude(text="", explanation="")
    held = Question.objects.held_by(doctor).order_by().values("pk")
    waiting = Q(question__status__in=AT_DESK)
    # What another doctor has answered meanwhile can still get a second reply.
    answered = Q(question__status=Status.PUBLISHED, question__specialty__in=specialties)
    drafts = (
        begun.filter(waiting | answered).exclude(question__in=held).exclude(question__in=but_not)
    )
    drafts = drafts.order_by(urgent_first("question__"), "-saved_at", "-pk")
    return drafts.select_related("question")[:DRAFTS_SHOWN]


def _taken_off(doctor: Doctor):
    """This doctor's replies that a moderator took off the site of late with their answer, the latest
    first; also where it is being written anew."""
    since = timezone.now() - TAKEN_OFF_SHOWN
    gone = doctor.replies.filter(
        replied_at__isnull=False,
        question__retracted_at__gte=since,
        question__status__in=[Status.RETRACTED, *WITH_DOCTORS],
    )
    return gone.select_related("question").order_by("-question__retracted_at", "-pk")


def _published(doctor: Doctor):
    """Those that have to be looked at again, the most overdue first, then the newest."""
    published = doctor.replies.published().select_related("question")
    overdue = published.filter(review_due_on__lt=timezone.localdate()).order_by("review_due_on")
    newest = published[:PUBLISHED_SHOWN]
    first = list(overdue[:PUBLISHED_SHOWN])
    return [*first, *(reply for reply in newest if reply not in first)]
