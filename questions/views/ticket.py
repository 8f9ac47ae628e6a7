"""The asker's own page, behind a secret address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from questions.actions import withdraw_question
from questions.models import Contact, IllegalChange, Question
from questions.progress import progress_of
from questions.views.private import private_page


@require_safe
@private_page
def ticket(request: HttpRequest, secret: str) -> HttpResponse:
    contact = _contact(secret)
    question = contact.question
    is_public = question.status == Question.Status.PUBLISHED
    return render(
        request,
        "questions/ticket.html",
        {
            "contact": contact,
            "question": question,
            "replies": question.replies.shown() if is_public else [],
            "tags": question.tags.all() if is_public else [],
            "progress": progress_of(question),
            "asked": question.details_requests.select_related("question").last(),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def ticket_withdraw(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks once more; only the button takes the question back, and twice does no harm."""
    contact = _contact(secret)
    if contact.question.status == Question.Status.WITHDRAWN:
        return redirect(contact)
    if request.method == "POST":
        try:
            withdraw_question(question=contact.question)
        except IllegalChange:
            return redirect(contact)  # another press was first
        return redirect(contact)
    response = render(request, "questions/ticket_withdraw.html", {"contact": contact})
    # Under "no-referrer" a browser sends the form with "Origin: null", which CSRF must refuse.
    response["Referrer-Policy"] = "same-origin"
    return response


def _contact(secret: str) -> Contact:
    return get_object_or_404(
        Contact.objects.select_related("question__specialty", "question__resolved_by"),
        ticket=secret,
    )
