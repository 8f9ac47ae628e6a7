"""The asker of a question that came to another end than hoped asks once more, with the old text."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from questions.actions import can_ask_again
from questions.drafts import Draft
from questions.forms.asking import QuestionForm
from questions.models import Question
from questions.views.asking import READ_OR_SEND, STEPS, keep_step
from questions.views.private import private_form
from questions.views.ticket import contact_behind


@require_http_methods(READ_OR_SEND)
@private_form
def ticket_again(request: HttpRequest, secret: str) -> HttpResponse:
    """The step of the question, filled in. Looking at it keeps nothing; sent, it is a draft like any
    other, with the rest of what is known from the ticket."""
    contact = contact_behind(secret)
    question, draft = contact.question, Draft(request.session)
    if not can_ask_again(question):
        return redirect(contact)
    if request.method == "POST":
        draft.keep("ask", _who(question))
        draft.keep("ask_contact", {"email": contact.email})
        return keep_step(request, STEPS["ask_question"], draft, is_change=False)
    asked = {
        "title": question.title,
        "body": question.body,
        "specialty": question.specialty and question.specialty.slug,
    }
    context = {
        "contact": contact,
        "form": QuestionForm(initial=asked),
        "replaces_draft": draft.has("ask_question"),
    }
    return render(request, "questions/ticket_again.html", context)


def _who(question: Question) -> dict[str, str]:
    return {name: getattr(question, name) for name in ("age_band", "sex", "asker_name")}
