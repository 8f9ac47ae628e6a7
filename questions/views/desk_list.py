"""The desk: what waits for a doctor, and what the doctor has begun, published and got back."""

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
from questions.views.at_desk import AT_DESK, doctor_of, waiting_at_desk

QUEUE_LENGTH, PUBLISHED_SHOWN, DRAFTS_SHOWN = 100, 20, 50
Status = Question.Status


@require_safe
@login_required
def desk(request: HttpRequest) -> HttpResponse:
    if request.user.is_staff and not hasattr(request.user, "doctor"):
        return redirect("admin:index")
    doctor = doctor_of(request)
    today = timezone.localdate()
    obstacle = doctor.why_not_able_to_reply(on=today)
    specialties = [doctor.specialty, *doctor.other_specialties.all()]
    narrowing = DeskFilter(request.GET, specialties=specialties)
    waiting = [] if obstacle else narrowing.chosen(waiting_at_desk(doctor))[:QUEUE_LENGTH]
    return render(
        request,
        "questions/desk.html",
        {
            "doctor": doctor,
            "obstacle": obstacle,
            "expires_on": doctor.licence_expires_on if doctor.expires_soon(on=today) else None,
            "held": Question.objects.held_by(doctor).select_related("specialty"),
            "returned": _returned(doctor),
            "waiting": waiting,
            "narrowing": narrowing,
            "asked": _asked(doctor),
            "drafts": _drafts(doctor, specialties),
            "published": _published(doctor),
            "due_count": actions.reviews_of(doctor).count(),
            "to_read_count": 0 if obstacle else Reply.objects.to_read_by(doctor).count(),
            "specialties": specialties,
        },
    )


def _returned(doctor: Doctor):
    return DeskNote.objects.returned_to(doctor).select_related("question__specialty")


def _asked(doctor: Doctor):
    """Whose askers this doctor has asked for details, and waits for."""
    asked = DetailsRequest.objects.awaited().filter(doctor=doctor)
    return asked.select_related("question").order_by("asked_at", "pk")


def _drafts(doctor: Doctor, specialties: list[Specialty]):
    """What the doctor has begun and does not hold now, the latest first."""
    begun = doctor.replies.filter(status=Reply.Status.DRAFT).exclude(text="", explanation="")
    held = Question.objects.held_by(doctor).order_by().values("pk")
    waiting = Q(question__status__in=AT_DESK)
    # What another doctor has answered meanwhile can still get a second reply.
    answered = Q(question__status=Status.PUBLISHED, question__specialty__in=specialties)
    drafts = begun.filter(waiting | answered).exclude(question__in=held)
    return drafts.select_related("question").order_by("-saved_at", "-pk")[:DRAFTS_SHOWN]


def _published(doctor: Doctor):
    """Those that have to be looked at again, the most overdue first, then the newest."""
    published = doctor.replies.published().select_related("question")
    overdue = published.filter(review_due_on__lt=timezone.localdate()).order_by("review_due_on")
    newest = published[:PUBLISHED_SHOWN]
    first = list(overdue[:PUBLISHED_SHOWN])
    return [*first, *(reply for reply in newest if reply not in first)]
