"""Writing at the desk: what a script asks for while a doctor types."""

from collections.abc import Callable
from copy import copy
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
from questions.facts import facts_of, unread
from questions.forms.desk import KeptForm
from questions.forms.later import CorrectionForm, KeptCorrectionForm
from questions.models import Question, Reply, StaleDraft
from questions.rendering import mentions_of, published_titles, render_reply
from questions.reply_checks import Finding
from questions.talk import taken_off
from questions.views.at_desk import doctor_of, order, question_of, until_in_words
from questions.views.desk_page import reply_form, reply_page, stale_page, why_read
from questions.views.desk_reviews import _correction, correction_page


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
            doctor = doctor_of(request)
            return JsonResponse(_state(request, doctor, view(request, doctor, pk)))
        except PermissionDenied as error:
            return JsonResponse({"sentence": str(error)}, status=403)
        except ValidationError as error:
            return JsonResponse({"sentence": error.messages[0]}, status=400)
        except StaleDraft as stale:
            answer = _state(request, doctor, stale.draft) | stale.draft.as_left()
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
        raise ValidationError(form.sentence)
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
    shown = reply_form(question, doctor, request.POST)
    try:
        written = _written(KeptForm(request.POST), doctor)
        draft = actions.save_draft(question=question, **written)
    except ValidationError as error:
        return reply_page(request, doctor, question, shown, sentence=error.messages[0])
    except PermissionDenied as error:
        return reply_page(request, doctor, question, shown, sentence=str(error), status=403)
    except StaleDraft as stale:
        return stale_page(request, doctor, question, shown, stale.draft)
    return _done(request, "desk_question", pk, act(draft), is_new=_is_unread(request, draft))


@order()
def desk_take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the words of an answer that was taken off the site at the end of one's own, and keep the form."""
    doctor = doctor_of(request)
    question = question_of(doctor, pk)
    number = request.POST.get("taken_off", "")
    for old in taken_off(question, doctor):
        if str(old.reply) == number:
            put_at_end(request, {"text": old.text, "explanation": old.explanation})
    return with_kept_form(request, pk, lambda _draft: None)


def put_at_end(request: HttpRequest, texts: dict[str, str]) -> None:
    """Put each text below what stands in the field of its name, before the form is kept."""
    data = request.POST.copy()
    for name, text in texts.items():
        data[name] = f"{data.get(name, '').rstrip()}\n\n{text}".strip()
    request.POST = data


@order()
def desk_live(request: HttpRequest, pk: int) -> HttpResponse:
    """The reply as readers will see it, of what stands in the form now. Stores nothing."""
    doctor = doctor_of(request)
    question = question_of(doctor, pk)
    form = KeptForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    actions.require_place(question, doctor, is_second=form.cleaned_data["is_second"])
    draft = actions.draft_of(question, doctor)
    tags = question.tags.all() if form.cleaned_data["is_second"] else form.tags_chosen()
    shown = form.reply(question, doctor, months_to_review=actions.months_to_review(tags))
    texts = (shown.text, shown.explanation)
    summary = " ".join(form.cleaned_data["typed"].get("summary", []))
    findings = draft.warned_of(*texts, summary=summary, source_count=len(shown.shown_sources))
    why = why_read(question, (*texts, summary), findings)
    return _as_shown(request, question, shown, actions.unanswered(draft, findings), why)


@order("desk_correct")
def desk_correction_keep(request: HttpRequest, pk: int) -> HttpResponse:
    """As `desk_keep`, for a correction."""
    return with_kept_correction(request, pk, lambda _reply: None)


def with_kept_correction(
    request: HttpRequest, pk: int, act: Callable[[Reply], str | None]
) -> HttpResponse:
    """As `with_kept_form`, for a correction."""
    doctor = doctor_of(request)
    reply = get_object_or_404(
        doctor.replies.published().select_related("question__specialty"), pk=pk
    )
    shown = CorrectionForm(request.POST, reply=reply)
    try:
        written = _written(KeptCorrectionForm(request.POST), doctor)
        actions.keep_correction(reply=reply, **written)
    except ValidationError as error:
        return _correction(request, doctor, reply, shown, sentence=error.messages[0])
    except PermissionDenied as error:
        return _correction(request, doctor, reply, shown, sentence=str(error), status=403)
    except StaleDraft as stale:
        return correction_page(request, doctor, reply, stored=stale.draft, status=409)
    return _done(request, "desk_correct", pk, act(reply))


@order("desk_correct")
def desk_correction_live(request: HttpRequest, pk: int) -> HttpResponse:
    """The reply as readers would see it after the correction that stands in the form. Stores nothing."""
    doctor = doctor_of(request)
    reply = get_object_or_404(
        doctor.replies.published().shown().select_related("question__specialty"), pk=pk
    )
    form = KeptCorrectionForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    shown = form.put_into(copy(reply))
    months = actions.months_to_review(reply.question.tags.all())
    shown.review(on=timezone.localdate(), months=months)
    shown.shown_attachments = reply.attachments_shown(is_corrected=True)
    texts, count = (shown.text, shown.explanation), len(shown.shown_sources)
    findings = reply.warned_of(*texts, source_count=count, is_corrected=True)
    why = actions.why_read_again(reply, shown.texts, findings)
    return _as_shown(request, reply.question, shown, actions.unanswered(reply, findings), why)


def _as_shown(
    request: HttpRequest, question: Question, reply: Reply, hints: list[Finding], why: str
) -> HttpResponse:
    """With what its doctor will be asked, and why another one will have to read it."""
    render_reply(reply, published_titles(mentions_of(question, [reply])))
    context = {
        "question": question,
        "replies": [reply],
        "tags": [],
        "hints": hints,
        "why_read": why,
    }
    return render(request, "questions/_live.html", context)


def _done(
    request: HttpRequest, page: str, pk: int, sentence: str | None, *, is_new: bool = False
) -> HttpResponse:
    """Back to the part of the page that was asked for. What stood in the way stands there.

    To the top where something is new, which stands there.
    """
    part = "" if is_new else request.GET.get("to", "")
    if sentence:
        messages.error(request, sentence, extra_tags=part)
    return redirect(reverse(page, args=[pk]) + (f"#{quote(part)}" if part else ""))


def _is_unread(request: HttpRequest, draft: Reply) -> bool:
    """Whether something of the question does not stand on the page that asks."""
    seen = request.POST.get("question_seen")  # a correction has none
    return seen is not None and bool(unread(facts_of(draft.question), seen))


def _state(request: HttpRequest, doctor: Doctor, draft: Reply) -> dict[str, object]:
    """Of the draft; and whose it is, with a key for further forms: signing in changes it."""
    return {
        "user": str(request.user.pk),
        "token": get_token(request),
        "version": draft.version,
        "until": until_in_words(draft.question, doctor),
        "key": draft.saved_key,
        "saved": f"{timezone.localtime(draft.saved_at):%H:%M}" if draft.version else "",
        "is_unread": _is_unread(request, draft),
    }
