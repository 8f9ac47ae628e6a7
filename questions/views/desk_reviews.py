"""A doctor's public replies: those to be looked at again, and corrections."""

import re
from collections.abc import Iterator

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from doctors.models import Doctor
from doctors.typed import typed
from questions import actions
from questions.differences import sides
from questions.facts import WITH_FACTS
from questions.finding_excerpts import in_excerpts
from questions.forms.later import CorrectionForm
from questions.forms.reasons import ReasonsForm, reasons_in
from questions.models import (
    CorrectionToRead,
    Identifying,
    Question,
    Reply,
    StaleDraft,
    sources_in_lines,
)
from questions.views.at_desk import doctor_of, order, question_of, unfinished, with_link

REVIEWS_SHOWN, REASON_LENGTH = 50, 500
# As its page shows it, or the address of that page.
NUMBER = re.compile(r"(?:\S*/questions/|#)?([0-9]{1,18})(?:/\S*)?")
CORRECTION_SENT = gettext_lazy(
    "Sent: a second doctor reads your correction. Readers see the reply as it is until then."
)


@require_safe
@login_required
def desk_reviews(request: HttpRequest) -> HttpResponse:
    doctor = doctor_of(request)
    wanted = request.GET.get("number", "").strip()
    if not wanted:
        return _reviews(request, doctor)
    number = NUMBER.fullmatch(wanted)
    if number is None:
        words = gettext("“%(wanted)s” is no number of an answer, nor the address of its page.")
        return _reviews(request, doctor, sentence=words % {"wanted": wanted[:60]})
    question = Question.objects.published().filter(pk=number[1]).first()
    if question is None:
        words = gettext("No public answer has the number #%(number)s.")
        return _reviews(request, doctor, sentence=words % {"number": number[1]})
    if not question.is_for(doctor):
        words = gettext("#%(number)s belongs to %(specialty)s, which is none of your specialties.")
        named = {"number": number[1], "specialty": question.specialty.label}
        return _reviews(request, doctor, sentence=words % named)
    if doctor.replies.filter(question=question, status=Reply.Status.IN_REVIEW).exists():
        words = gettext("Your reply to #%(number)s waits for a second reader.")
        return _reviews(request, doctor, sentence=words % {"number": number[1]})
    return redirect("desk_second", question.pk)


def _reviews(
    request: HttpRequest, doctor: Doctor, *, sentence="", asked=None, reasons=None, status=200
) -> HttpResponse:
    """With `reasons`, a form, below the reply with the number `asked`."""
    with_facts = [f"question__{name}" for name in WITH_FACTS]
    reviews = list(actions.reviews_of(doctor).prefetch_related(*with_facts)[:REVIEWS_SHOWN])
    for reply in reviews:
        reply.reasons = reasons if reply.pk == asked else None
    context = {
        "doctor": doctor,
        "sentence": sentence,
        "reasons": reasons,
        "wanted": request.GET.get("number", "").strip(),
        "reviews": [(reply, actions.version_of(reply)) for reply in reviews],
        **unfinished(doctor),
    }
    return render(request, "questions/desk_reviews.html", context, status=status)


@order("desk_reviews", with_number=False)
def desk_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """ "Still right": one press. The second press of two finds it done."""
    doctor = doctor_of(request)
    reply = _own(doctor, pk)
    try:
        seen, reasons = request.POST.get("seen", ""), reasons_in(request.POST)
        actions.confirm_reply(reply=reply, by=doctor, seen=seen, reasons=reasons)
    except PermissionDenied as error:
        return _reviews(request, doctor, sentence=str(error), status=403)
    except actions.Unanswered as error:
        asked = ReasonsForm(error.findings, request.POST)
        return _reviews(request, doctor, asked=reply.pk, reasons=asked)
    except ValidationError as error:
        return _reviews(request, doctor, sentence=" ".join(error.messages), status=409)
    reply = _own(doctor, pk)
    if reply.waiting_correction:
        messages.success(request, gettext("Sent: a second doctor reads it. It stays public."))
        return redirect("desk_reviews")
    words = gettext("Still right, until %(day)s:") % {"day": reply.review_due_day}
    messages.success(request, with_link(words, reply.question))
    return redirect("desk_reviews")


@require_safe
@login_required
def desk_second(request: HttpRequest, pk: int) -> HttpResponse:
    """What a doctor may write below a public answer: a reply, or the correction of their own."""
    doctor = doctor_of(request)
    own = doctor.replies.published().filter(question=pk).first()
    if own is not None:
        return redirect("desk_correct", own.pk)
    return redirect("desk_question", question_of(doctor, pk).pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@transaction.atomic
def desk_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """The button publishes the correction; before it, "compare" shows old and new."""
    doctor = doctor_of(request)
    reply = _own(doctor, pk, is_sent=request.method == "POST")
    form = CorrectionForm(request.POST or None, reply=reply, for_readers=True)
    if request.method == "POST" and reply.waiting_correction:
        return _sent_before(request, doctor, reply, form)
    if request.method != "POST" or not form.is_valid():
        return _correction(request, doctor, reply, form)
    said = {"reasons": reasons_in(request.POST), "why_kept": why_kept_in(request.POST)}
    try:
        with transaction.atomic():
            done = actions.correct_reply(reply=reply, by=doctor, **form.written(), **said)
    except (PermissionDenied, StaleDraft, ValidationError) as refusal:
        return _not_corrected(request, doctor, reply, form, refusal)
    if isinstance(done, CorrectionToRead):
        messages.success(request, CORRECTION_SENT)
    else:
        messages.success(request, with_link(gettext("Corrected:"), reply.question))
    return redirect("desk_reviews")


def _not_corrected(
    request, doctor: Doctor, reply: Reply, form: CorrectionForm, refusal: Exception
) -> HttpResponse:
    """The page again, with the text and the sentence that says what stands in the way."""
    reply.refresh_from_db()
    if isinstance(refusal, PermissionDenied):
        return _correction(request, doctor, reply, form, sentence=str(refusal), status=403)
    if isinstance(refusal, StaleDraft):
        form.show_stored(refusal.draft)
        return _correction(request, doctor, reply, form, stored=refusal.draft, status=409)
    if isinstance(refusal, actions.Unanswered):
        kept = {name: form.written()[name] for name in ("typed", "version", "key")}
        form.show_stored(actions.keep_correction(reply=reply, by=doctor, **kept))
        asked = ReasonsForm(refusal.findings, request.POST)
        return _correction(request, doctor, reply, form, reasons=asked)
    if isinstance(refusal, Identifying):
        return _correction(request, doctor, reply, form, found=refusal.found)
    form.add_error(None, ValidationError(refusal.messages))
    return _correction(request, doctor, reply, form)


def _sent_before(request, doctor: Doctor, reply: Reply, form: CorrectionForm) -> HttpResponse:
    """What a second doctor reads stays as it is: a second press hears what the first did, another text
    comes back with the sentence."""
    sent = reply.waiting_correction
    texts = [form.data.get(name, "").strip() for name in ("text", "explanation")]
    if texts == [sent.text.strip(), sent.explanation.strip()]:
        messages.success(request, CORRECTION_SENT)
        return redirect("desk_reviews")
    words = gettext("Your correction waits for a second reader: take it back to change it.")
    words += " " + gettext("This text was not used.")
    return _correction(request, doctor, reply, form, sentence=words, status=409)


@order("desk_correct")
def desk_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw away what was begun of a correction; what another tab has typed meanwhile is shown first."""
    doctor = doctor_of(request)
    reply = get_object_or_404(doctor.replies.published().select_related("question"), pk=pk)
    form = CorrectionForm(request.POST, reply=reply)
    form.is_valid()
    version = form.cleaned_data.get("draft_version")
    try:
        actions.discard_correction(reply=reply, by=doctor, version=version)
    except PermissionDenied as error:
        return _correction(request, doctor, reply, form, sentence=str(error), status=403)
    except StaleDraft as stale:
        form.show_stored(stale.draft)
        return _correction(request, doctor, reply, form, stored=stale.draft, status=409)
    messages.success(request, gettext("Discarded. Readers see the reply as before."))
    return redirect("desk_reviews")


@order("desk_correct")
@transaction.atomic
def desk_compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Old and new side by side, above the form. Nothing is stored."""
    doctor = doctor_of(request)
    reply = _own(doctor, pk, is_sent=True)
    return _correction(request, doctor, reply, CorrectionForm(request.POST, reply=reply))


def correction_page(request, doctor: Doctor, reply: Reply, **said) -> HttpResponse:
    """A public reply beside the text that was sent for it from the page of a draft."""
    form = CorrectionForm(request.POST, reply=reply)
    form.is_valid()
    form.show_stored(reply)
    return _correction(request, doctor, reply, form, **said)


def _own(doctor: Doctor, pk: int, *, is_sent: bool = False) -> Reply:
    """A public reply of theirs. What `is_sent` comes back even when it is not public any more, and
    nobody changes it or its question until the transaction ends."""
    replies = doctor.replies.select_related("question__specialty", "doctor__user")
    if not is_sent:
        return get_object_or_404(replies.published(), pk=pk)
    doctor.lock()  # first, as who suspends them does
    actions.locked(get_object_or_404(replies.standing(), pk=pk).question)
    return get_object_or_404(replies.standing().select_for_update(of=["self"]), pk=pk)


def _correction(
    request, doctor, reply, form, *, sentence="", stored=None, found=(), reasons=None, status=200
) -> HttpResponse:
    waiting, is_read_only = reply.waiting_correction, bool(doctor.hindrance)
    if is_read_only:
        form.make_read_only()
    findings = reply.warned_of(*form.texts(), is_corrected=True)
    context = {
        "stored": stored,
        "reasons": reasons or reasons_again(reply, form, request.POST),
        "doctor": doctor,
        "reply": reply,
        "question": reply.question,
        "form": form,
        "sentence": sentence,
        "keep_address": reverse("desk_correction_keep", args=[reply.pk]),
        "phrase_address": reverse("desk_correction_phrase", args=[reply.pk]),
        "attach_address": reverse("desk_correction_attach", args=[reply.pk]),
        "detach_address": reverse("desk_correction_detach", args=[reply.pk]),
        "leave_address": reverse("desk_correction_leave", args=[reply.pk]),
        "why_read": actions.why_read_again(reply, form.texts(), findings),
        "waiting": waiting,
        "is_read_only": is_read_only,
        "live_address": "" if is_read_only else reverse("desk_correction_live", args=[reply.pk]),
        "identifying": in_excerpts(found),
    }
    if form.is_bound:
        context["compared"] = list(_compared(reply, form))
        context["files"] = files_compared(reply)
    elif waiting:
        context["compared"] = list(compared_with(reply, waiting))
        context["files"] = files_compared(reply) if waiting.changes_files else None
    elif is_read_only and (reply.typed or reply.has_file_changes):
        sources = sources_in_lines(form.kept_sources())
        context["compared"] = list(_differences(reply, *form.texts(), sources))
        context["files"] = files_compared(reply)
    return render(request, "questions/desk_correct.html", context, status=status)


def why_kept_in(data) -> str:
    """Why something that may tell who somebody is stays, as it was sent."""
    return typed(data.get("why_kept")).text[:REASON_LENGTH]


def reasons_again(reply: Reply, form, data) -> ReasonsForm | None:
    """What was answered on a page that comes back for another reason stays on it."""
    if not reasons_in(data):
        return None
    texts = [form[name].value() or "" for name in ("text", "explanation")]
    count = len(form.sources.typed()) if form.sources.is_bound else None
    warned = reply.warned_of(
        *texts, summary=summary_in(form), source_count=count, is_corrected=True
    )
    findings = actions.unanswered(reply, warned)
    return ReasonsForm(findings, data) if findings else None


def summary_in(form) -> str:
    """The line below the title, which is the first reply's."""
    return (form["summary"].value() or "") if "summary" in form.fields else ""


def _compared(reply: Reply, form: CorrectionForm) -> Iterator[tuple]:
    texts = [form.data.get(name, "") for name in ("text", "explanation")]
    sources = form.stored_sources()
    if form.sources.is_bound:
        sources = sources_in_lines(form.sources.typed())
    return _differences(reply, *texts, sources)


def compared_with(reply: Reply, correction: CorrectionToRead) -> Iterator[tuple]:
    """What a correction would change, as `_differences`."""
    new = (correction.text, correction.explanation, sources_in_lines(correction.sources))
    return _differences(reply, *new)


def _differences(reply: Reply, text: str, explanation: str, sources: str) -> Iterator[tuple]:
    """Of each part that differs from what readers see its name, and the old and the new in pieces."""
    for name, old, new in (
        (gettext("Reply"), reply.text, text),
        (gettext("More information"), reply.explanation, explanation),
        (gettext("Sources"), sources_in_lines(reply.source_rows()), sources),
    ):
        if old != new:
            yield name, *sides(old, new)


def files_compared(reply: Reply) -> dict[str, list[tuple[dict[str, str], bool]]] | None:
    """Old and new files of a reply whose correction changes them, each with whether it goes or comes."""
    if not reply.has_file_changes:
        return None
    old, new = reply.attachments_shown(), reply.attachments_shown(is_corrected=True)
    addresses = [{file["url"] for file in files} for files in (old, new)]
    return {
        "old": [(file, file["url"] not in addresses[1]) for file in old],
        "new": [(file, file["url"] not in addresses[0]) for file in new],
    }
