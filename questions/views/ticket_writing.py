"""What an asker writes on the ticket: details, a follow-up, the answer to a doctor. Looked through before it
is sent."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from questions import limits
from questions.actions import (
    OPEN_FOR_DETAILS,
    add_details,
    answer_details,
    ask_follow_up,
    can_follow_up,
)
from questions.forms.asking import StepForm
from questions.forms.desk_ends import AnswerForm
from questions.forms.ticket import DetailsForm, FollowUpForm
from questions.languages import language_of
from questions.models import Contact, Found, IllegalChange, Question
from questions.views.identifying import look_at, shown
from questions.views.private import private_form
from questions.views.ticket import READ_OR_SEND, contact_behind
from questions.views.urgent import signs_said_to_be_none, stop


@require_http_methods(READ_OR_SEND)
@private_form
def ticket_details(request: HttpRequest, secret: str) -> HttpResponse:
    contact = contact_behind(secret)
    form = _typed_form(request, DetailsForm)
    if request.method != "POST" and contact.question.status not in OPEN_FOR_DETAILS:
        return redirect(contact)
    looked = _look_through(request, form, "text", contact=contact)
    if looked.stop:
        return looked.stop
    if looked.may_be_sent:
        try:
            limits.count(request, "added", limits.ADDED)
            add_details(question=contact.question, **form.cleaned_data, urgent_signs=looked.signs)
            return redirect(contact.get_absolute_url() + "#additions")
        except IllegalChange as refusal:
            form.add_error(None, str(refusal))
        except ValidationError as refusal:
            form.add_error(None, refusal)
    context = {"contact": contact, "form": form, **shown(request, looked.found, form)}
    return render(request, "questions/ticket_details.html", context)


@require_http_methods(READ_OR_SEND)
@private_form
def ticket_follow_up(request: HttpRequest, secret: str) -> HttpResponse:
    contact = contact_behind(secret)
    question, form = contact.question, _typed_form(request, FollowUpForm)
    if request.method != "POST" and not can_follow_up(question):
        return redirect(contact)
    looked = _look_through(request, form, "title", "body", contact=contact)
    if looked.stop:
        return looked.stop
    if looked.may_be_sent:
        try:
            limits.count(request, "added", limits.ADDED)
            return redirect(_follow_up(question, form.cleaned_data, looked.signs))
        except IllegalChange as refusal:
            form.add_error(None, str(refusal))
        except ValidationError as refusal:
            form.add_error(None, refusal)
    context = {"contact": contact, "question": question, "form": form}
    context |= shown(request, looked.found, form)
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


@require_http_methods(READ_OR_SEND)
@private_form
def ticket_answer(request: HttpRequest, secret: str) -> HttpResponse:
    """In time it goes back to the doctor; late, it takes the question up again. Twice does no harm."""
    contact = contact_behind(secret)
    asked = contact.question.details_requests.select_related("question").last()
    if request.method != "POST" and (asked is None or not asked.takes_answer):
        return redirect(contact)
    form, sentence = _typed_form(request, AnswerForm), ""
    looked = _look_through(request, form, "answer", contact=contact)
    if looked.stop:
        return looked.stop
    if looked.may_be_sent:
        sentence = _send(contact, asked, form.cleaned_data["answer"], looked.signs)
        if not sentence:
            return redirect(contact.get_absolute_url() + "#asked-you")
    context = {"contact": contact, "asked": asked, "form": form, "sentence": sentence}
    context |= shown(request, looked.found, form)
    status = 409 if sentence else 200
    return render(request, "questions/ticket_answer.html", context, status=status)


def _send(contact: Contact, asked, text: str, signs: tuple[str, ...]) -> str:
    """Why it could not be sent, or "". The same text twice has been sent."""
    try:
        answer_details(question=contact.question, text=text, urgent_signs=signs)
    except IllegalChange as error:
        return "" if asked is not None and asked.answer == text else str(error)
    return ""


def _typed_form(request: HttpRequest, form: type[StepForm]) -> StepForm:
    """Empty, as it was sent, or filled in again for who comes back from the stop to change it."""
    if request.method != "POST":
        return form()
    sent = form(request.POST)
    return form(initial=sent.typed) if "change" in request.POST else sent


@dataclass(frozen=True)
class _LookedThrough:
    """What was seen in a form: the page that stops it, or signs said to be no emergency, and what may
    identify somebody."""

    stop: HttpResponse | None = None
    signs: tuple[str, ...] = ()
    found: list[Found] = field(default_factory=list)
    may_be_sent: bool = False


def _look_through(
    request: HttpRequest, form: StepForm, *names: str, contact: Contact
) -> _LookedThrough:
    """All that was typed for signs of an emergency, and these fields for what may identify somebody."""
    if not form.is_valid():
        return _LookedThrough()
    age_band = contact.question.age_band
    signs, may_go_on = signs_said_to_be_none(request, form, age_band)
    if not may_go_on:
        return _LookedThrough(stop=stop(request, form, age_band=age_band))
    found = look_at(request, form, *names)
    may_be_sent = not found and "mask" not in request.POST
    return _LookedThrough(signs=signs, found=found, may_be_sent=may_be_sent)
