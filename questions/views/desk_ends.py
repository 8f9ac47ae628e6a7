"""Other ends than a reply, each a page with a form, for the doctor who holds the question."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from doctors.models import Doctor
from questions import actions
from questions.forms.desk_ends import DetailsForm, EndForm, HandOverForm, ResolveForm, ReturnForm
from questions.models import DeskNote, Question
from questions.talk import talk_about
from questions.views.at_desk import AT_DESK, doctor_of, question_of

Status, Kind = Question.Status, DeskNote.Kind


@dataclass(frozen=True)
class End:
    """One way. `act` does it with what was typed; `is_done` knows a second press of the button."""

    title: str
    intro: str
    button: str
    done: str
    form: type[EndForm]
    act: Callable
    is_done: Callable[[Question, Doctor, dict], bool]
    template: str = "questions/desk_end.html"
    # Who may not reply any more can still pass a question on, and says nothing to an asker.
    only_able: bool = True

    def is_for(self, doctor: Doctor) -> bool:
        return not (self.only_able and doctor.hindrance)


def has_noted(kind: str) -> Callable[[Question, Doctor, dict], bool]:
    return lambda question, doctor, typed: question.desk_notes.filter(
        kind=kind, doctor=doctor, text=typed["note"]
    ).exists()


DETAILS = End(
    _("Ask for details"),
    _(
        "The asker is told and answers on their page; the question leaves the desk meanwhile. When "
        "the answer comes, it is kept for you for a day."
    ),
    _("Ask the asker"),
    _("The asker of question #%(number)s is asked."),
    DetailsForm,
    lambda details, **held: actions.ask_for_details(text=details, **held),
    lambda question, doctor, typed: (
        question.status == Status.NEEDS_DETAILS
        and question.details_requests.awaited()
        .filter(doctor=doctor, text=typed["details"])
        .exists()
    ),
)
RESOLVE = End(
    _("Point to an existing answer"),
    _("The asker gets the link and your line. Nothing new is published."),
    _("Send the asker there"),
    _("The asker of question #%(number)s is led to the answer."),
    ResolveForm,
    lambda q, **typed: actions.point_to_answer(**typed),
    lambda question, doctor, typed: (
        question.resolved_by_id == typed["target"].pk and question.resolved_note == typed["note"]
    ),
    "questions/desk_resolve.html",
)
HAND_OVER = End(
    _("Hand over to another specialty"),
    _(
        "It waits there for the next doctor, who reads your note. What you have written stays yours."
    ),
    _("Hand over"),
    _("Question #%(number)s is handed over."),
    HandOverForm,
    actions.hand_over_question,
    has_noted(Kind.HANDED_OVER),
    only_able=False,
)
RETURN = End(
    _("Return to the moderators"),
    _("For what should not be answered here, or has to be changed first. A moderator reads why."),
    _("Return it"),
    _("Question #%(number)s is back with the moderators."),
    ReturnForm,
    actions.return_to_moderators,
    has_noted(Kind.TO_MODERATORS),
    only_able=False,
)


def page_of(end: End, *, is_search: bool = False):
    """The view of an end. A search fills its page anew and ends nothing."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @login_required
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        doctor = doctor_of(request)
        question = question_of(doctor, pk)
        if request.method == "POST":
            form = end.form(request.POST, question=question)
            if is_search:
                return _page(request, end, doctor, question, form, is_search=True)
            return _end(request, end, doctor, question, form)
        if not question.is_held_by(doctor) or not end.is_for(doctor):
            return redirect("desk_question", pk)
        return _page(request, end, doctor, question, end.form(question=question))

    return view


def _end(request, end: End, doctor: Doctor, question: Question, form: EndForm) -> HttpResponse:
    """Do it; when something is in the way, say so and keep what was typed."""
    if not form.is_valid():
        return _page(request, end, doctor, question, form)
    try:
        end.act(question=question, by=doctor, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return _page(request, end, doctor, question, form)
    except PermissionDenied as error:
        question.refresh_from_db()
        if not end.is_done(question, doctor, form.cleaned_data):
            sentence = str(error)
            return _page(request, end, doctor, question, form, sentence=sentence, status=403)
    messages.success(request, end.done % {"number": question.pk})
    return redirect("desk")


desk_details = page_of(DETAILS)
desk_resolve = page_of(RESOLVE)
desk_resolve_search = page_of(RESOLVE, is_search=True)
desk_hand_over = page_of(HAND_OVER)
desk_return = page_of(RETURN)


@require_POST
@login_required
def desk_note_done(request: HttpRequest, note: int) -> HttpResponse:
    """The doctor has seen to what moderators sent back."""
    returned = get_object_or_404(
        DeskNote.objects.filter(doctor=doctor_of(request), kind=Kind.TO_DOCTOR), pk=note
    )
    if returned.handled_at is None:
        returned.handled_at = timezone.now()
        returned.save(update_fields=["handled_at"])
    return redirect("desk")


def _page(request, end, doctor, question, form, *, sentence="", is_search=False, status=200):
    context = {
        "end": end,
        "doctor": doctor,
        "question": question,
        "form": form,
        "sentence": sentence,
        "is_search": is_search,
        "is_offered": end.is_for(doctor),
        "is_shown": question.status in AT_DESK,
        "can_claim": question.can_be_claimed_by(doctor),
        "talk": talk_about(question) if question.status in AT_DESK else [],
    }
    return render(request, end.template, context, status=status)
