"""Whoever is signed in passes a second factor before any page of staff: docs/adr/0010-signing-in.md.

Passed is a word of the session, not of the account: a browser in which only the password was typed
gets no further when a factor is set up in another one, and cannot set up one of its own then.
"""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext

from askdoctor.codes import take_code
from askdoctor.middleware import STAFF_PAGE
from askdoctor.sessions import is_in_use
from askdoctor.signing_in import SecondFactorAdapter

# Names of what is there before anybody has passed,
ENTRANCE = {
    "login",
    "logout",
    "account_login",
    "account_logout",
    "admin:logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "invitation",
    "mfa_authenticate",
}
# of what somebody without a second factor sets up, and where somebody with one proves it.
SET_UP = {"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate"}
PROVE = {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"}
# Answers of these are read by a script, which can do nothing with a way to another page.
FOR_SCRIPTS = {"desk_draft", "desk_correction"}


def second_factor_first(get_response: Callable) -> Callable:
    """Leads who is signed in by password alone to the page where they pass the second factor."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        name = request.resolver_match.view_name
        if not STAFF_PAGE.match(request.path_info) or name in FOR_SCRIPTS:
            request.user = whom_it_concerns(request)
            return None
        if request.user.is_authenticated and not is_in_use(request, request.user):
            logout(request)
        if name in ENTRANCE or request.user.is_anonymous or has_passed(request, request.user):
            return None
        if not is_mfa_enabled(request.user):
            return None if name in SET_UP else redirect("mfa_index")
        if name in PROVE:
            return None
        is_page = request.method in ("GET", "HEAD")
        asked_for = {"next": request.get_full_path() if is_page else reverse("desk")}
        return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode(asked_for)}")

    middleware.process_view = process_view
    return middleware


def whom_it_concerns(request: HttpRequest) -> SimpleLazyObject:
    """Whoever has passed and is still at work, and nobody else. Found out when a page asks for it:
    those of readers do not, since that would read their session."""
    user = request.user

    def find_out():
        is_known = user.is_authenticated and has_passed(request, user) and is_in_use(request, user)
        return user if is_known else AnonymousUser()

    return SimpleLazyObject(find_out)


def has_passed(request: HttpRequest, user) -> bool:
    """Whether a second factor was given in this session, by this person."""
    records = get_authentication_records(request, user)
    return any(record.get("method") == "mfa" for record in records)


def note_passed(request: HttpRequest, kind: str) -> None:
    """Who sets a factor up has shown it: the same browser need not show it again."""
    record_authentication(request, request.user, "mfa", type=kind)


class SetUpApp(ActivateTOTPView):
    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        take_code(self.request.user, form.cleaned_data["code"])
        note_passed(self.request, "totp")
        return response


class SetUpPasskey(AddWebAuthnView):
    def form_valid(self, form) -> HttpResponse:
        response = super().form_valid(form)
        note_passed(self.request, "webauthn")
        return response


class RemovePasskey(RemoveWebAuthnView):
    def form_valid(self, form) -> HttpResponse:
        if not SecondFactorAdapter().can_delete_authenticator(self.get_object()):
            raise PermissionDenied(
                gettext("This is your only second step. Set up another one before you remove it.")
            )
        return super().form_valid(form)
