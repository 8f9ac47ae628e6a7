"""How long a sign-in lasts, and one's own sessions: docs/security.md, "Sessions".

It ends hours after it began, in any case, and sooner when nothing is done in it. Pages of readers read
no session, so nothing here touches what an asker has typed.
"""

import logging
from datetime import timedelta

from allauth.account.decorators import reauthentication_required
from allauth.core.internal.httpkit import HTTP_USER_AGENT_MAX_LENGTH
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from askdoctor.browsers import browser_in_words

log = logging.getLogger(__name__)

NOTED_EVERY = timedelta(minutes=1)  # or each request would write


@receiver(user_logged_in)
def ends_in_any_case(request: HttpRequest, **kwargs) -> None:
    """At a time that is set once: however often the session is written, it stays."""
    request.session.set_expiry(timezone.now() + timedelta(hours=settings.SIGN_IN_HOURS))


def is_in_use(request: HttpRequest, user) -> bool:
    """Whether something was done in this session lately; if so, this request counts as well."""
    now = timezone.now()
    # To set the password of another in the admin gives the session another key, which has no row yet.
    session, _is_new = UserSession.objects.get_or_create(
        session_key=request.session.session_key,
        defaults={"user": user, "ip": "::", "user_agent": _browser(request)},
    )
    if session.last_seen_at < now - timedelta(minutes=settings.SIGN_IN_IDLE_MINUTES):
        log.info(
            "account %s is signed out: nothing was done since %s", user.pk, session.last_seen_at
        )
        return False
    if session.last_seen_at < now - NOTED_EVERY:
        UserSession.objects.filter(pk=session.pk).update(last_seen_at=now)
    return True


def _browser(request: HttpRequest) -> str:
    return request.headers.get("User-Agent", "")[:HTTP_USER_AGENT_MAX_LENGTH]


@login_required
@reauthentication_required(enabled=lambda request: request.method == "POST")
def my_sessions(request: HttpRequest) -> HttpResponse:
    """Where somebody is signed in; one of the others, or all of them, end by a button."""
    mine = UserSession.objects.purge_and_list(request.user)
    if request.method == "POST":
        chosen = request.POST.get("session")
        others = [each for each in mine if not each.is_current()]
        ended = [each for each in others if chosen in (None, str(each.pk))]
        for session in ended:
            session.end()
        words = ngettext(
            "%(count)s sign-in has ended.", "%(count)s sign-ins have ended.", len(ended)
        )
        messages.info(request, words % {"count": len(ended)})
        return redirect("usersessions_list")
    shown = {"sessions": mine, "hours": settings.SIGN_IN_HOURS}
    mine.sort(key=lambda session: session.last_seen_at, reverse=True)
    for session in mine:
        session.in_words = browser_in_words(session.user_agent)
    return render(request, "usersessions/usersession_list.html", shown)
