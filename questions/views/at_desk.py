"""What the pages of the desk share: who is there, and which question they may open."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from doctors.models import Doctor
from questions import actions
from questions.models import Question

BEGUN_SHOWN = 50
# When a doctor who has begun a question still sees what was said of it behind the scenes.
AT_DESK = {
    Question.Status.OPEN,
    Question.Status.CLAIMED,
    Question.Status.IN_REVIEW,
    Question.Status.NEEDS_DETAILS,
}


def order(leads_to: str = "desk_question", *, with_number: bool = True) -> Callable:
    """A button. Its address opened by itself, as after signing in, leads to a page instead."""

    def decorate(view):
        @wraps(view)
        def pressed(request: HttpRequest, pk: int) -> HttpResponse:
            if request.method in ("GET", "HEAD"):
                return redirect(leads_to, pk) if with_number else redirect(leads_to)
            return require_POST(login_required(view))(request, pk)

        return pressed

    return decorate


def doctor_of(request: HttpRequest) -> Doctor:
    """Who is at the desk. Raises PermissionDenied for an account without a doctor."""
    doctor = Doctor.objects.select_related("specialty", "user").filter(user=request.user).first()
    if doctor is None:
        raise PermissionDenied(gettext("The desk is for doctors, and your account is none yet."))
    return doctor


def question_of(doctor: Doctor, pk: int) -> Question:
    """Raises Http404 for what is not at this doctor's desk."""
    today = timezone.localdate()
    questions = Question.objects.at_desk_of(doctor, on=today)
    rows = questions.select_related("specialty", "claimed_by", "kept_for__user")
    question = rows.filter(pk=pk).first()
    if question is None:
        actions.require_able(doctor)
        raise Http404
    return question


def until_in_words(question: Question, doctor: Doctor) -> str:
    """Until when they hold it if nothing more is saved, or "" when they do not."""
    if not question.is_held_by(doctor):
        return ""
    return formats.date_format(timezone.localtime(question.lease_until), "DATETIME_FORMAT")


def with_link(words: str, question: Question) -> str:
    return format_html('{} <a href="{}">{}</a>', words, question.get_absolute_url(), question)


def unfinished(doctor: Doctor) -> dict[str, object]:
    """Of this doctor, what a second reader has, and corrections that were begun and not sent."""
    with_question = ("question__specialty", "correction_to_read")
    return {
        "sent": doctor.replies.to_read().select_related(*with_question),
        "begun": doctor.replies.corrections_begun().select_related(*with_question)[:BEGUN_SHOWN],
    }


def waiting_at_desk(doctor: Doctor):
    """What waits for this doctor and is not theirs already, with what its rows show."""
    mine = Question.objects.held_by(doctor).order_by().values("pk")
    waiting = Question.objects.waiting_for(doctor).exclude(pk__in=mine)
    return waiting.select_related("specialty", "claimed_by", "kept_for__user")
