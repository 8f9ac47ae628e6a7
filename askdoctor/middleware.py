"""Around every request."""

import logging
import re
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.utils.cache import has_vary_header
from django.utils.translation import get_language_from_path, override

from askdoctor import errors

UNUSED_FEATURES = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)

security_log = logging.getLogger("askdoctor.security")

METHODS = ("GET", "HEAD", "OPTIONS", "POST")
STAFF_PAGE = re.compile(r"^/(?:zh-hant/)?(?:accounts|admin|desk)(?:/|$)")
# Who has the address has what it shows.
SECRET_PAGE = re.compile(r"^/(?:zh-hant/)?(?:ticket|letters|ask/sent)(?:/|$)")

GetResponse = Callable[[HttpRequest], HttpResponse]


def language_from_path(get_response: GetResponse) -> GetResponse:
    """The address alone says the language: nothing to vary on, so any cache may keep a page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def no_body_for_head(get_response: GetResponse) -> GetResponse:
    """HEAD asks for the headers of a page, its length among them, and for nothing else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "HEAD" and not response.streaming:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response

    return middleware


def refuse_bad_input(get_response: GetResponse) -> GetResponse:
    """PostgreSQL stores no NUL; an address that holds one was never one of ours. And some views would
    take a method that they do not know for GET."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.GET  # noqa: B018 - it may refuse, and every page further on reads it
        if request.method not in METHODS:
            return errors.method_not_allowed(request, ", ".join(METHODS))
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("NUL in the address")
        return get_response(request)

    return middleware


def explain_refusals(get_response: GetResponse) -> GetResponse:
    """A page where Django would send an empty one; and the texts back to someone whom it would
    send away to sign in, because a form stood open for longer than a sign-in lasts."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            return errors.method_not_allowed(request, response.headers["Allow"])
        if request.method == "POST" and _leads_to_sign_in(response) and errors.texts_typed(request):
            return errors.csrf_failure(request)
        return response

    return middleware


def log_refused(get_response: GetResponse) -> GetResponse:
    """Which account was refused a page of staff, by its number. Of visitors and askers nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        is_refused = response.status_code in (403, 404) and STAFF_PAGE.match(request.path_info)
        if is_refused and request.user.is_authenticated:
            security_log.warning(
                "account %s was refused %s %s (%s)",
                request.user.pk,
                request.method,
                request.path_info,
                response.status_code,
            )
        return response

    return middleware


def _leads_to_sign_in(response: HttpResponse) -> bool:
    path = response.headers.get("Location", "").partition("?")[0]
    ways_in = ("login", "admin:login", "mfa_index", "mfa_reauthenticate")
    return path in map(reverse, ways_in)


def headers_of_all(get_response: GetResponse) -> GetResponse:
    """On pages, files, redirects and errors alike: what no page of ours uses, nothing that slips into
    one may use either, and no other site may take in what is ours."""
    policy = ", ".join(f"{feature}=()" for feature in UNUSED_FEATURES)

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers["Permissions-Policy"] = policy
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers.setdefault("X-Frame-Options", "DENY")
        return response

    return middleware


def copies_last_a_minute(get_response: GetResponse) -> GetResponse:
    """What is taken back has left every copy a minute later: of a page that says nothing of it a store
    would guess how long it may keep it. Only a proxy keeps one, and only what is the same for everyone;
    a browser asks each time, since its doctor comes back from the desk to see what has changed."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        is_own = bool(response.cookies) or has_vary_header(response, "Cookie")
        is_for_all = (
            request.method in ("GET", "HEAD") and response.status_code == 200 and not is_own
        )
        policy = "public, max-age=0, s-maxage=60" if is_for_all else "private, no-cache"
        response.headers.setdefault("Cache-Control", policy)
        return response

    return middleware


def private_pages_stay_private(get_response: GetResponse) -> GetResponse:
    """Whatever is answered where staff works, or at an address that is a secret, is kept by nobody and
    found by nobody, refusals and redirects as well; and no link that is followed from a secret address
    tells it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        is_secret = SECRET_PAGE.match(request.path_info)
        if is_secret or STAFF_PAGE.match(request.path_info):
            response.headers["Cache-Control"] = "no-store, private"
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        if is_secret:
            response.headers.setdefault("Referrer-Policy", "no-referrer")
        return response

    return middleware
