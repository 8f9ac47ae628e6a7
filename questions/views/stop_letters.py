"""Where the header List-Unsubscribe of a letter leads."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from questions.actions import delete_email
from questions.letters import contact_at
from questions.views.private import private_form


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@private_form
def letters_stop(request: HttpRequest, number: int, signature: str) -> HttpResponse:
    """Looking changes nothing; a POST deletes the address, that of a mail program too (RFC 8058),
    which carries no cookie, follows no redirect and proves by the signature that it has the letter."""
    contact = contact_at(number, signature)
    if contact is None:
        raise Http404("no such letters")
    if request.method == "POST":
        delete_email(question=contact.question)
        contact.refresh_from_db()
    return render(request, "questions/letters_stop.html", {"contact": contact})
