"""Pages that only one person may see."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers


def private_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The page shows or bears a secret address: no store keeps it, no index lists it, no link
    that is followed from it tells where it came from."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["X-Robots-Tag"] = "noindex"
        response.setdefault("Referrer-Policy", "no-referrer")
        return response

    return wrapped


def private_form(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A private page with a form: under "no-referrer" a browser sends a form with "Origin: null", which
    the protection against forged forms must refuse."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "same-origin"
        return response

    return private_page(wrapped)
