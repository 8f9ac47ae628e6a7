"""Writing at the desk: what a script asks for while a doctor types."""

from collections.abc import Callable
from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from questions import actions
from questions.forms.desk import KeptForm
from questions.models import Reply, StaleDraft
from questions.rendering import mentions_of, published_titles, render_reply
from questions.views.desk import _doctor, _form, _page, _question, _stale, press


@require_http_methods(["GET", "HEAD", "POST"])
def desk_draft(request: HttpRequest, pk: int) -> JsonResponse:
    """Keep what stands in the form; or, asked without one, say who is signed in and what is kept.

    Answers 401 where nobody is signed in, 409 with the stored texts where the page has not seen
    them, and else a sentence that says what stands in the way.
    """
    if not request.user.is_authenticated:
        return JsonResponse({"sentence": gettext("You are signed out.")}, status=401)
    try:
        doctor = _doctor(request)
        question = _question(doctor, pk)
        if request.method != "POST":
            return JsonResponse(_state(request, actions.draft_of(question, doctor)))
        form = KeptForm(request.POST)
        if not form.is_valid():
            sentence = next(iter(form.errors.values()))[0]
            return JsonResponse({"sentence": sentence}, status=400)
        draft = actions.save_draft(question=question, **form.written(doctor))
    except PermissionDenied as error:
        return JsonResponse({"sentence": str(error)}, status=403)
    except StaleDraft as stale:
        texts = {"text": stale.draft.text, "explanation": stale.draft.explanation}
        return JsonResponse(_state(request, stale.draft) | texts, status=409)
    return JsonResponse(_state(request, draft))


@press
def desk_keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what stands in the form, whole or not, and come back to a part of the page.

    For buttons that need the site while a doctor writes, such as the one for another row.
    """
    return with_kept_form(request, pk, lambda _draft: None)


def with_kept_form(
    request: HttpRequest, pk: int, act: Callable[[Reply], str | None]
) -> HttpResponse:
    """Keep what stands in the form, do `act` with the draft, and come back to `?to=`.

    Whatever stands in the way, a sentence that `act` gives included, is said above the text.
    """
    doctor = _doctor(request)
    question = _question(doctor, pk)
    form = KeptForm(request.POST)
    shown = _form(question, doctor, request.POST)
    if not form.is_valid():
        sentence = next(iter(form.errors.values()))[0]
        return _page(request, doctor, question, shown, sentence=sentence)
    try:
        draft = actions.save_draft(question=question, **form.written(doctor))
    except PermissionDenied as error:
        return _page(request, doctor, question, shown, sentence=str(error), status=403)
    except StaleDraft as stale:
        return _stale(request, doctor, question, shown, stale.draft)
    sentence = act(draft)
    if sentence:
        messages.warning(request, sentence)
    # A sentence stands on top of the page.
    part = "" if sentence else request.GET.get("to", "")
    return redirect(reverse("desk_question", args=[pk]) + (f"#{quote(part)}" if part else ""))


@press
def desk_live(request: HttpRequest, pk: int) -> HttpResponse:
    """The reply as readers will see it, of what stands in the form now. Stores nothing."""
    doctor = _doctor(request)
    question = _question(doctor, pk)
    actions.require_claim(question, doctor)
    form = KeptForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    reply = form.reply(question, doctor)
    render_reply(reply, published_titles(mentions_of(question, [reply])))
    context = {"question": question, "replies": [reply], "tags": []}
    return render(request, "questions/_question.html", context)


def _state(request: HttpRequest, draft: Reply) -> dict[str, object]:
    """Of the draft; and whose it is, with a key for further forms: signing in changes it."""
    return {
        "user": str(request.user.pk),
        "token": get_token(request),
        "version": draft.version,
        "key": draft.saved_key,
        "saved": f"{timezone.localtime(draft.saved_at):%H:%M}" if draft.version else "",
    }
