"""The asker answers what a doctor wants to know."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from questions.actions import answer_details
from questions.forms.desk_ends import AnswerForm
from questions.models import Contact, IllegalChange
from questions.views.identifying import look_at, shown
from questions.views.private import private_page
from questions.views.urgent import signs_said_to_be_none, stop


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def ticket_answer(request: HttpRequest, secret: str) -> HttpResponse:
    """In time it goes back to the doctor; late, it takes the question up again. Twice does no harm."""
    contact = get_object_or_404(Contact.objects.select_related("question"), ticket=secret)
    asked = contact.question.details_requests.select_related("question").last()
    if request.method != "POST" and (asked is None or not asked.takes_answer):
        return redirect(contact)
    form, sentence = AnswerForm(request.POST if request.method == "POST" else None), ""
    if "change" in request.POST:
        form = AnswerForm(initial=form.typed)
    if form.is_valid():
        text, age_band = form.cleaned_data["answer"], contact.question.age_band
        signs, may_go_on = signs_said_to_be_none(request, form, age_band)
        if not may_go_on:
            response = stop(request, form, age_band=age_band, back=contact.get_absolute_url())
            response["Referrer-Policy"] = "same-origin"
            return response
    found = look_at(request, form, "answer") if form.is_valid() else []
    if form.is_valid() and not found and "mask" not in request.POST:
        sentence = _send(contact, asked, text, signs)
        if not sentence:
            return redirect(contact.get_absolute_url() + "#asked-you")
    context = {"contact": contact, "asked": asked, "form": form, "sentence": sentence}
    context |= shown(request, found)
    status = 409 if sentence else 200
    response = render(request, "questions/ticket_answer.html", context, status=status)
    # Under "no-referrer" a browser sends the form with "Origin: null", which CSRF must refuse.
    response["Referrer-Policy"] = "same-origin"
    return response


def _send(contact: Contact, asked, text: str, signs: tuple[str, ...]) -> str:
    """Why it could not be sent, or "". The same text twice has been sent."""
    try:
        answer_details(question=contact.question, text=text, urgent_signs=signs)
    except IllegalChange as error:
        return "" if asked is not None and asked.answer == text else str(error)
    return ""
