"""The pages behind a ticket: find it by its code, add to it, ask on, take one's data, be written to no more."""

import uuid

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from questions.actions import (
    OPEN_FOR_DETAILS,
    add_details,
    ask_follow_up,
    can_follow_up,
    delete_email,
)
from questions.forms.ticket import CodeForm, DetailsForm, FollowUpForm
from questions.languages import language_of
from questions.models import Contact, IllegalChange, Question
from questions.ticket_code import TooManyTries, client_of, contact_with
from questions.ticket_data import everything_about
from questions.views.identifying import look_at, shown
from questions.views.private import private_form, private_page
from questions.views.ticket import contact_behind
from questions.views.urgent import signs_said_to_be_none, stop

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


@require_http_methods(READ_OR_SEND)
@private_form
def ticket_details(request: HttpRequest, secret: str) -> HttpResponse:
    contact = contact_behind(secret)
    is_sending = request.method == "POST"
    form = DetailsForm(request.POST) if is_sending else DetailsForm(initial=_key())
    if "change" in request.POST:
        is_sending, form = False, DetailsForm(initial=form.typed)
    if not is_sending and contact.question.status not in OPEN_FOR_DETAILS:
        return redirect(contact)
    if is_sending and form.is_valid():
        age_band = contact.question.age_band
        signs, may_go_on = signs_said_to_be_none(request, form, age_band)
        if not may_go_on:
            return stop(request, form, age_band=age_band, back=contact.get_absolute_url())
    found = look_at(request, form, "text") if is_sending and form.is_valid() else []
    if is_sending and form.is_valid() and not found and "mask" not in request.POST:
        try:
            add_details(question=contact.question, **form.cleaned_data, urgent_signs=signs)
            return redirect(contact.get_absolute_url() + "#additions")
        except IllegalChange as refusal:
            form.add_error(None, str(refusal))
        except ValidationError as refusal:
            form.add_error(None, refusal)
    context = {"contact": contact, "form": form, **shown(request, found)}
    return render(request, "questions/ticket_details.html", context)


@require_http_methods(READ_OR_SEND)
@private_form
def ticket_follow_up(request: HttpRequest, secret: str) -> HttpResponse:
    contact = contact_behind(secret)
    question, is_sending = contact.question, request.method == "POST"
    form = FollowUpForm(request.POST) if is_sending else FollowUpForm(initial=_key())
    if "change" in request.POST:
        is_sending, form = False, FollowUpForm(initial=form.typed)
    if not is_sending and not can_follow_up(question):
        return redirect(contact)
    if is_sending and form.is_valid():
        signs, may_go_on = signs_said_to_be_none(request, form, question.age_band)
        if not may_go_on:
            back = contact.get_absolute_url()
            return stop(request, form, age_band=question.age_band, back=back)
    found = look_at(request, form, "title", "body") if is_sending and form.is_valid() else []
    if is_sending and form.is_valid() and not found and "mask" not in request.POST:
        try:
            return redirect(_follow_up(question, form.cleaned_data, signs))
        except IllegalChange as refusal:
            form.add_error(None, str(refusal))
    context = {"contact": contact, "question": question, "form": form, **shown(request, found)}
    return render(request, "questions/ticket_follow_up.html", context)


def _follow_up(question: Question, typed: dict, signs: tuple[str, ...]) -> Contact:
    page_language = get_language()
    language = language_of(f"{typed['title']} {typed['body']}", otherwise=page_language)
    return ask_follow_up(
        question=question,
        **typed,
        language=language,
        letter_language=page_language,
        urgent_signs=signs,
    )


def _key() -> dict[str, uuid.UUID]:
    return {"submission": uuid.uuid4()}


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
@private_page
def ticket_data(request: HttpRequest, secret: str) -> HttpResponse:
    contact = contact_behind(secret)
    response = JsonResponse(
        everything_about(contact), json_dumps_params={"indent": 2, "ensure_ascii": False}
    )
    name = f"question-{contact.pk}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
