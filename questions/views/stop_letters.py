"""Where the header List-Unsubscribe of a letter leads."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from questions.actions import delete_email
from questions.letters import contact_at
from questions.views.private import private_page


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def letters_stop(request: HttpRequest, number: int, signature: str) -> HttpResponse:
    """Looking changes nothing; a POST deletes the address, that of a mail program too (RFC 8058),
    which carries no cookie, follows no redirect and proves by the signature that it has the letter."""
    contact = contact_at(number, signature)
    if contact is None:
        raise Http404("no such letters")
    if request.method == "POST":
        delete_email(question=contact.question)
        contact.refresh_from_db()
    response = render(request, "questions/letters_stop.html", {"contact": contact})
    # Under "no-referrer" a browser would send the form with "Origin: null".
    response["Referrer-Policy"] = "same-origin"
    return response
