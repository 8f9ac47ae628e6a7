"""Writing at the desk: what a script asks for while a doctor types."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from doctors.models import Doctor
from questions import actions
from questions.forms.desk import KeptForm
from questions.forms.later import KeptCorrectionForm
from questions.models import Reply, StaleDraft
from questions.rendering import mentions_of, published_titles, render_reply
from questions.views.at_desk import doctor_of, order, question_of
from questions.views.desk import _form, _page, _stale


def for_script(view: Callable[[HttpRequest, Doctor, int], Reply]):
    """What draft.js asks: `view` keeps what stands in the form and gives what is stored by now.

    Asked without a form, it says who is signed in and what is kept. Answers 401 where nobody is signed
    in, 409 with the stored texts where the page has not seen them, and else a sentence that says what
    stands in the way.
    """

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answered(request: HttpRequest, pk: int) -> JsonResponse:
        if not request.user.is_authenticated:
            return JsonResponse({"sentence": gettext("You are signed out.")}, status=401)
        try:
            return JsonResponse(_state(request, view(request, doctor_of(request), pk)))
        except PermissionDenied as error:
            return JsonResponse({"sentence": str(error)}, status=403)
        except ValidationError as error:
            return JsonResponse({"sentence": error.messages[0]}, status=400)
        except StaleDraft as stale:
            answer = _state(request, stale.draft) | stale.draft.as_left()
            return JsonResponse(answer, status=409)

    return answered


@for_script
def desk_draft(request: HttpRequest, doctor: Doctor, pk: int) -> Reply:
    question = question_of(doctor, pk)
    if request.method != "POST":
        return actions.draft_of(question, doctor)
    return actions.save_draft(question=question, **_written(KeptForm(request.POST), doctor))


@for_script
def desk_correction(request: HttpRequest, doctor: Doctor, pk: int) -> Reply:
    """Of a reply that is not public any more the text is refused with a sentence, not lost."""
    reply = get_object_or_404(doctor.replies.standing(), pk=pk)
    if request.method != "POST":
        return reply
    written = _written(KeptCorrectionForm(request.POST), doctor)
    return actions.keep_correction(reply=reply, **written)


def _written(form: KeptForm, doctor: Doctor) -> dict[str, object]:
    if not form.is_valid():
        raise ValidationError(next(iter(form.errors.values()))[0])
    return form.written(doctor)


@order()
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
    doctor = doctor_of(request)
    question = question_of(doctor, pk)
    shown = _form(question, doctor, request.POST)
    try:
        written = _written(KeptForm(request.POST), doctor)
        draft = actions.save_draft(question=question, **written)
    except ValidationError as error:
        return _page(request, doctor, question, shown, sentence=error.messages[0])
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


@order()
def desk_live(request: HttpRequest, pk: int) -> HttpResponse:
    """The reply as readers will see it, of what stands in the form now. Stores nothing."""
    doctor = doctor_of(request)
    question = question_of(doctor, pk)
    form = KeptForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    actions.require_place(question, doctor, is_second=form.cleaned_data["is_second"])
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
