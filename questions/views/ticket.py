"""The asker's own page, behind a secret address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from questions.actions import (
    OPEN_FOR_DETAILS,
    can_ask_again,
    can_follow_up,
    withdraw_question,
)
from questions.answer_times import expected_time
from questions.models import Contact, IllegalChange, Question
from questions.progress import progress_of
from questions.views.private import private_form, private_page


@require_safe
@private_page
def ticket(request: HttpRequest, secret: str) -> HttpResponse:
    contact = contact_behind(secret)
    question = contact.question
    is_public = question.status == Question.Status.PUBLISHED
    is_waiting = question.status in {Question.Status.PENDING, Question.Status.OPEN}
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
            "expected": expected_time(question.specialty) if is_waiting else "",
            "additions": question.additions.all(),
            "can_add": question.status in OPEN_FOR_DETAILS,
            "can_follow_up": can_follow_up(question),
            "can_ask_again": can_ask_again(question),
            "follow_up": Contact.objects.filter(question__follow_up_of=question).first(),
            "first": Contact.objects.filter(question__follow_up=question).first(),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private_form
def ticket_withdraw(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks once more; only the button takes the question back, and twice does no harm."""
    contact = contact_behind(secret)
    if contact.question.status == Question.Status.WITHDRAWN:
        return redirect(contact)
    if request.method == "POST":
        try:
            withdraw_question(question=contact.question)
        except IllegalChange:
            return redirect(contact)  # another press was first
        return redirect(contact)
    return render(request, "questions/ticket_withdraw.html", {"contact": contact})


def contact_behind(secret: str) -> Contact:
    """Whose ticket this is, with the question; 404 where it is nobody's."""
    contacts = Contact.objects.select_related(
        "question__specialty", "question__resolved_by", "question__duplicate_of__resolved_by"
    )
    return get_object_or_404(contacts, ticket=secret)
