"""Pages whose address is a secret."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse


def private_form(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page with a form at a secret address: under "no-referrer", which those have (middleware.py), a
    browser sends a form with "Origin: null", which the protection against forged forms must refuse."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "same-origin"
        return response

    return wrapped
