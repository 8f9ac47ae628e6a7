"""The asker's own page, behind a secret address or a number and code; what is done there with one button."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from questions.actions import (
    OPEN_FOR_DETAILS,
    can_ask_again,
    can_follow_up,
    delete_email,
    enough_added,
    withdraw_question,
)
from questions.answer_times import expected_time
from questions.forms.ticket import CodeForm
from questions.models import Addition, Contact, DetailsRequest, IllegalChange, Question
from questions.models.question_queryset import WAITING
from questions.progress import progress_of
from questions.ticket_code import TooManyTries, client_of, contact_with
from questions.ticket_data import everything_about
from questions.views.private import private_form

READ_OR_SEND = ["GET", "HEAD", "POST"]


@require_http_methods(READ_OR_SEND)
@private_form
def ticket_code(request: HttpRequest) -> HttpResponse:
    """Number and code lead to the ticket. What is wrong of the two, nobody is told."""
    form, status = CodeForm(request.POST if request.method == "POST" else None), 200
    if request.method == "POST" and form.is_valid():
        try:
            contact = contact_with(**form.cleaned_data, client=client_of(request))
        except TooManyTries as refusal:
            form.add_error(None, _too_many(refusal.minutes))
            status = 429
        else:
            if contact:
                return redirect(contact)
            form.add_error(None, _("There is no question with this number and this code."))
    return render(request, "questions/ticket_code.html", {"form": form}, status=status)


def _too_many(minutes: int) -> str:
    return ngettext(
        "Too many wrong codes. Please try again in %(count)s minute, or use your private link.",
        "Too many wrong codes. Please try again in %(count)s minutes, or use your private link.",
        minutes,
    ) % {"count": minutes}


@require_safe
def ticket(request: HttpRequest, secret: str) -> HttpResponse:
    contact = contact_behind(secret)
    question = contact.question
    contacts = Contact.objects.select_related("question")
    is_public = question.status == Question.Status.PUBLISHED
    answering = question.answered_by  # itself, unless another one answers for it
    is_expected = answering.status in {Question.Status.PENDING, Question.Status.OPEN}
    waited = question.waited()
    if answering.retracted_at:  # until then there was an answer
        waited = min(waited, answering.waited())
    asked, asked_before = _asked_of(question)
    additions = list(question.additions.all())
    takes_details = question.status in OPEN_FOR_DETAILS
    has_enough = len(additions) >= Addition.AT_MOST
    return render(
        request,
        "questions/ticket.html",
        {
            "contact": contact,
            "question": question,
            "replies": question.replies.shown() if is_public else [],
            "tags": question.tags.all() if is_public else [],
            "progress": progress_of(question),
            "hides_summary": not is_public,
            "is_waiting": answering.status in WAITING,
            "asked": asked,
            "asked_before": asked_before,
            "expected": expected_time(answering.specialty, waited=waited) if is_expected else "",
            "additions": additions,
            "can_add": takes_details and not has_enough,
            "enough_added": enough_added() if takes_details and has_enough else "",
            "can_follow_up": can_follow_up(question),
            # To answer the doctor is the better way.
            "can_ask_again": can_ask_again(question) and not (asked and asked.takes_answer),
            "follow_up": contacts.filter(question__follow_up_of=question).first(),
            "first": contacts.filter(question__follow_up=question).first(),
        },
    )


def _asked_of(question: Question) -> tuple[DetailsRequest | None, list[DetailsRequest]]:
    """What a doctor asked last, and what was asked and answered before, the newest first."""
    requests = list(question.details_requests.all())
    last = requests.pop() if requests else None
    return last, [request for request in reversed(requests) if request.answered_at]


@require_http_methods(READ_OR_SEND)
@private_form
def ticket_withdraw(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks once more; only the button takes the question back, and twice does no harm."""
    contact = contact_behind(secret)
    if contact.question.status == Question.Status.WITHDRAWN:
        return redirect(contact)
    if request.method == "POST":
        with suppress(IllegalChange):  # another press was first
            withdraw_question(question=contact.question)
        return redirect(contact)
    return render(request, "questions/ticket_withdraw.html", {"contact": contact})


@require_http_methods(READ_OR_SEND)
@private_form
def ticket_email(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks once more; only the button erases the address, and twice does no harm."""
    contact = contact_behind(secret)
    if request.method == "POST":
        delete_email(question=contact.question)
    if request.method == "POST" or not contact.sealed_email:
        return redirect(contact)
    return render(request, "questions/ticket_email.html", {"contact": contact})


@require_safe
def ticket_data(request: HttpRequest, secret: str) -> HttpResponse:
    contact = contact_behind(secret)
    response = JsonResponse(
        everything_about(contact), json_dumps_params={"indent": 2, "ensure_ascii": False}
    )
    name = f"question-{contact.pk}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def contact_behind(secret: str) -> Contact:
    """Whose ticket this is, with the question; 404 where it is nobody's."""
    contacts = Contact.objects.select_related(
        "question__specialty", "question__resolved_by", "question__duplicate_of__resolved_by"
    )
    return get_object_or_404(contacts, ticket=secret)
