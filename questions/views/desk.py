"""The orders of the doctors' desk about one question: take it, save, preview, publish, give it back.

Nothing that a doctor has typed is lost: whatever stands in the way of an order, the page comes back
with the sentence that says so and with the text.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import formats, timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from doctors.models import Doctor
from doctors.typed import typed
from questions import actions
from questions.forms.desk import KeptForm, ReplyForm
from questions.forms.reasons import ReasonsForm, reasons_in
from questions.forms.tag_names import sentence_of_new
from questions.models import Identifying, IllegalChange, Question, Reply, StaleDraft
from questions.page import read_page
from questions.views.at_desk import (
    doctor_of,
    order,
    question_of,
    with_link,
)
from questions.views.desk_page import is_public, may_write, reply_form, reply_page, stale_page
from questions.views.desk_reviews import correction_page, why_kept_in


@require_safe
@login_required
def desk_question(request: HttpRequest, pk: int) -> HttpResponse:
    doctor = doctor_of(request)
    question = question_of(doctor, pk)
    if doctor.replies.published().filter(question=question).exists():
        return redirect(question)
    return reply_page(request, doctor, question, reply_form(question, doctor))


@order()
def desk_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a question; what a page that had lost it still held is kept as the draft."""
    doctor = doctor_of(request)
    question = question_of(doctor, pk)
    is_typed = "text" in request.POST
    form = reply_form(question, doctor, request.POST if is_typed else None)
    kept = KeptForm(request.POST)
    if is_typed and not kept.is_valid():
        return reply_page(request, doctor, question, form, sentence=kept.sentence)
    try:
        stored = _claim(question, doctor, kept.written(doctor) if is_typed else None)
    except IllegalChange as error:
        return reply_page(request, doctor, question, form, sentence=str(error), status=409)
    except PermissionDenied as error:
        question.refresh_from_db()
        return reply_page(request, doctor, question, form, sentence=str(error), status=403)
    if stored:
        return stale_page(request, doctor, question, form, stored)
    return redirect("desk_question", question.pk)


@transaction.atomic
def _claim(question: Question, doctor: Doctor, written: dict | None) -> Reply | None:
    """Take it and keep what was `written`, or neither. Gives the draft that is stored, where that is
    another one than the page has seen."""
    try:
        actions.claim_question(question=question, by=doctor)
    except IllegalChange:
        question.refresh_from_db()
        if not question.is_held_by(doctor):
            raise
    try:
        if written is not None:
            actions.save_draft(question=question, **written)
    except StaleDraft as stale:
        return stale.draft
    return None


@order()
def desk_save(request: HttpRequest, pk: int) -> HttpResponse:
    return _with_form(request, pk, _save)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def desk_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The button keeps the draft; what it leads to can be left, come back to and loaded again."""
    if request.method == "POST":
        return _with_form(request, pk, _preview, for_readers=True)
    doctor = doctor_of(request)
    question = question_of(doctor, pk)
    form = reply_form(question, doctor)
    if not may_write(question, doctor) or not form.draft.text.strip():
        return redirect("desk_question", pk)
    try:
        shown = _as_published(question, doctor, form.draft)
    except PermissionDenied as error:
        return reply_page(request, doctor, question, form, sentence=str(error), status=403)
    except Identifying as refusal:
        return reply_page(request, doctor, question, form, found=refusal.found)
    return reply_page(request, doctor, question, form, preview=shown)


@order()
def desk_publish(request: HttpRequest, pk: int) -> HttpResponse:
    return _with_form(request, pk, _publish, for_readers=True)


@order()
def desk_release(request: HttpRequest, pk: int) -> HttpResponse:
    return _with_form(request, pk, _release)


def _with_form(request, pk: int, act, *, for_readers: bool = False) -> HttpResponse:
    """Do `act` with what was typed; when something is in the way, say so and keep the text."""
    doctor = doctor_of(request)
    question = question_of(doctor, pk)
    try:
        with transaction.atomic():
            doctor.lock()  # first, as who suspends them does
            actions.locked(question)  # of two presses the second sees what the first has stored
            question.refresh_from_db()
            form = reply_form(question, doctor, request.POST, for_readers=for_readers)
            if form.draft.status == Reply.Status.IN_REVIEW:
                return _sent_before(request, doctor, question, form)
            published = doctor.replies.published().filter(question=question).first()
            if published is not None:
                return _published_before(request, doctor, published)
            if not form.is_valid():
                if form.is_stale():
                    return stale_page(request, doctor, question, form, form.draft)
                return reply_page(request, doctor, question, form)
            new_tags = sentence_of_new(form.cleaned_data.get("other_tags", []))
            response = act(request, doctor, question, form)
            if new_tags:
                messages.warning(request, new_tags)
            return response
    except StaleDraft as stale:
        return stale_page(request, doctor, question, form, stale.draft)
    except (PermissionDenied, Identifying) as refusal:
        return _refused(request, doctor, question, form, refusal)


def _refused(request, doctor, question, form, refusal: Exception) -> HttpResponse:
    question.refresh_from_db()
    if isinstance(refusal, Identifying):
        return reply_page(request, doctor, question, form, found=refusal.found)
    return reply_page(request, doctor, question, form, sentence=str(refusal), status=403)


def _saved_unread(request, doctor, question, form) -> HttpResponse:
    """The draft is stored; its page comes back with what its doctor has not read of the question on top."""
    question.refresh_from_db()
    stored = reply_form(question, doctor)
    return reply_page(request, doctor, question, stored, unread=form.unread(), status=409)


def _save(request, doctor, question, form) -> HttpResponse:
    actions.save_draft(question=question, **form.written(doctor))
    messages.success(request, gettext("Your draft is saved."))
    if form.unread() and may_write(question, doctor):
        return _saved_unread(request, doctor, question, form)
    return redirect("desk_question", question.pk)


def _release(request, doctor, question, form) -> HttpResponse:
    with transaction.atomic():
        actions.save_draft(question=question, **form.written(doctor))
        actions.release_question(question=question, by=doctor)
    messages.success(
        request,
        gettext("You gave question #%(number)s back. Your draft is kept.")
        % {"number": question.pk},
    )
    return redirect("desk")


def _publish(request, doctor, question, form) -> HttpResponse:
    written = form.written(doctor)
    said = {"reasons": reasons_in(request.POST), "why_kept": why_kept_in(request.POST)}
    said["question_seen"] = form.cleaned_data["question_seen"]
    try:
        reply = actions.publish_reply(question=question, **written, **said)
    except actions.Unread:
        actions.save_draft(question=question, **written)
        return _saved_unread(request, doctor, question, form)
    except actions.Unanswered as error:
        form.show_stored(actions.save_draft(question=question, **written))
        asked = ReasonsForm(error.findings, request.POST)
        return reply_page(request, doctor, question, form, reasons=asked)
    if reply.status == Reply.Status.IN_REVIEW:
        words = gettext("Sent: a second doctor reads it before it is public.")
        messages.success(request, words)
        return redirect("desk")
    return _published_now(request, reply)


def _published_now(request, reply: Reply) -> HttpResponse:
    messages.success(request, with_link(gettext("Published:"), reply.question))
    return redirect("desk")


def _is_as_sent(request, reply: Reply) -> bool:
    """Whether a second press sends what the first one has sent."""
    sent = [typed(request.POST.get(name)).text for name in ("text", "explanation")]
    return sent == [reply.text, reply.explanation]


def _sent_before(request, doctor: Doctor, question: Question, form: ReplyForm) -> HttpResponse:
    """What a second doctor reads stays as it is; another text comes back with the sentence."""
    words = gettext("Your reply waits for a second reader.")
    if _is_as_sent(request, form.draft):
        messages.success(request, words)
        return redirect("desk")
    words += " " + gettext("This text was not used: take the reply back first, to change it.")
    return reply_page(request, doctor, question, form, sentence=words, status=409)


def _published_before(request, doctor: Doctor, reply: Reply) -> HttpResponse:
    """A second press hears what the first did: the browser may have dropped that answer for this
    one, and the sentence with it. Another text stands beside the public one."""
    if _is_as_sent(request, reply):
        return _published_now(request, reply)
    when = formats.date_format(timezone.localtime(reply.replied_at), "DATETIME_FORMAT")
    words = gettext(
        "Your reply is public already since %(when)s; this text was not used. It can become a "
        "correction."
    )
    return correction_page(request, doctor, reply, sentence=words % {"when": when}, status=409)


def _preview(request, doctor, question, form) -> HttpResponse:
    actions.require_able(doctor)
    actions.save_draft(question=question, **form.written(doctor))
    if form.unread():
        return _saved_unread(request, doctor, question, form)
    return redirect("desk_preview", question.pk)


def _as_published(question: Question, doctor: Doctor, draft: Reply):
    """The page of readers, made by publishing for real in a transaction that is taken back."""
    with transaction.atomic():
        reply = actions.publish_reply(
            question=question,
            by=doctor,
            text=draft.text,
            explanation=draft.explanation,
            summary=question.summary,
            tags=question.tags.names(),
            is_second=is_public(question),
            as_if_read=True,
        )
        shown = read_page(reply.question_id)
        transaction.set_rollback(True)
    return shown
