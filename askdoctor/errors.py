"""Pages for what went wrong, in the site's look and in the language of the address."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from askdoctor.context import form_address

RETRY_AFTER = "60"  # seconds
# Fields that hold what took someone time to write; none of them is a secret.
LONG_TEXTS = ("title", "body", "summary", "text", "explanation", "overview", "bio", "note")
LONG_TEXTS += ("details", "answer", "licence_evidence", "what", "why")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _is_of_the_database(
        exception
    ):  # Django takes a session that cannot be stored for the visitor's
        return _unavailable(request)
    request.GET = QueryDict()  # of too many keys it would refuse the page that says so as well
    return render(request, "400.html", status=400)


def method_not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    """Somebody opened an address that only a form sends to, from the bar or after signing in."""
    response = render(request, "400.html", {"form_address": form_address(request)}, status=405)
    response.headers["Allow"] = allowed
    return response


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", {"sentence": str(exception)}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its key or with an old one: give the texts back, so that none is lost."""
    context = {"texts": texts_typed(request), "form_address": form_address(request)}
    return render(request, "403_csrf.html", context, status=403)


def texts_typed(request: HttpRequest) -> list[str]:
    return [request.POST[name] for name in LONG_TEXTS if request.POST.get(name)]


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """Somebody tries passwords or codes, or asks for letters, faster than a person does."""
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = RETRY_AFTER
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours; or, without a database, the sentence that someone in a hurry needs.

    Django calls this while the exception is being handled, and passes no exception along.
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return _unavailable(request)
    return render(request, "500.html", status=500)


def _unavailable(request: HttpRequest) -> HttpResponse:
    response = render(request, "503.html", status=503)
    response.headers["Retry-After"] = RETRY_AFTER
    return response


def _is_of_the_database(error: BaseException | None) -> bool:
    """Whether it, or what it was raised in the place of, says that the database cannot do it."""
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            return True
        error = error.__context__
    return False
