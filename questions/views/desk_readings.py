"""Two doctors and one question: the second reads what the first wrote."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from doctors.models import Doctor
from questions import actions
from questions.actions.reading import WAITS_NO_MORE
from questions.doses import doses_in
from questions.facts import facts_of, unread
from questions.forms.later import SendBackForm
from questions.models import IllegalChange, Reply, shown_rows
from questions.rendering import mentions_of, published_titles, render_reply
from questions.talk import talk_about
from questions.views.at_desk import doctor_of, order, with_link
from questions.views.desk_reviews import compared_with, files_compared

READINGS_SHOWN = 50


@require_safe
@login_required
def desk_readings(request: HttpRequest) -> HttpResponse:
    """What other doctors of one's specialties have written and somebody has to read."""
    doctor = doctor_of(request)
    waiting = Reply.objects.to_read_by(doctor).select_related(
        "question__specialty", "doctor", "correction_to_read"
    )
    shown = [] if doctor.hindrance else waiting[:READINGS_SHOWN]
    context = {"doctor": doctor, "waiting": shown}
    return render(request, "questions/desk_readings.html", context)


@require_safe
@login_required
def desk_reading(request: HttpRequest, pk: int) -> HttpResponse:
    doctor = doctor_of(request)
    return _reading(request, doctor, _to_read(doctor, pk), SendBackForm())


@order("desk_reading")
def desk_approve(request: HttpRequest, pk: int) -> HttpResponse:
    doctor = doctor_of(request)
    reply = _near(doctor, pk)
    if reply is None:
        return _refused(request, doctor, pk, IllegalChange(WAITS_NO_MORE))
    seen = request.POST.get("seen", "")
    is_correction = reply.waiting_correction is not None
    try:
        reply = actions.approve_reply(reply=reply, by=doctor, seen=seen)
    except (IllegalChange, ValidationError) as error:
        return _refused(request, doctor, pk, error)
    words = gettext("Corrected:") if is_correction else gettext("Published:")
    messages.success(request, with_link(words, reply.question))
    return redirect("desk_readings")


@order("desk_reading")
def desk_send_back(request: HttpRequest, pk: int) -> HttpResponse:
    doctor = doctor_of(request)
    form = SendBackForm(request.POST)
    if not form.is_valid():
        return _reading(request, doctor, _to_read(doctor, pk), form)
    reply = _near(doctor, pk)
    if reply is None:
        return _refused(request, doctor, pk, IllegalChange(WAITS_NO_MORE), form)
    seen = request.POST.get("seen", "")
    try:
        actions.send_back_reply(reply=reply, by=doctor, seen=seen, **form.cleaned_data)
    except (IllegalChange, ValidationError) as error:
        return _refused(request, doctor, pk, error, form)
    messages.success(request, gettext("Sent back to its author, with your note."))
    return redirect("desk_readings")


@order("desk_reviews", with_number=False)
def desk_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The author takes it from the second reader, to change it."""
    doctor = doctor_of(request)
    actions.require_able(doctor)
    reply = get_object_or_404(doctor.replies.select_related("question"), pk=pk)
    is_correction = reply.waiting_correction is not None
    try:
        actions.take_back_reply(reply=reply, by=request.user)
    except IllegalChange as error:
        messages.warning(request, str(error))
        return redirect("desk_reviews")
    if is_correction:
        messages.success(request, gettext("Your correction is yours to change again."))
        return redirect("desk_correct", reply.pk)
    messages.success(request, gettext("It is your draft again."))
    return redirect("desk_question", reply.question_id)


def _to_read(doctor: Doctor, pk: int) -> Reply:
    actions.require_able(doctor)
    waiting = Reply.objects.to_read_by(doctor).select_related(
        "question__specialty", "doctor__specialty", "doctor_specialty", "correction_to_read"
    )
    return get_object_or_404(waiting, pk=pk)


def _near(doctor: Doctor, pk: int) -> Reply | None:
    """A reply of the doctor's specialties, whether it waits or not. What is not there, or is for others,
    looks like one that waits no more: nobody learns whether there is a draft of that number."""
    replies = Reply.objects.filter(question__specialty__in=doctor.specialty_ids())
    return replies.select_related("question").filter(pk=pk).first()


def _refused(request, doctor, pk: int, error, form=None) -> HttpResponse:
    """Said on the page where it can be read again, or on the list when it waits no more."""
    sentence = " ".join(getattr(error, "messages", [str(error)]))
    reply = Reply.objects.to_read_by(doctor).filter(pk=pk).first()
    if reply is None:
        messages.warning(request, sentence)
        return redirect("desk_readings")
    reply = _to_read(doctor, pk)
    return _reading(request, doctor, reply, form or SendBackForm(), sentence=sentence, status=409)


def _reading(request, doctor, reply: Reply, form, *, sentence="", status=200) -> HttpResponse:
    question, correction = reply.question, reply.waiting_correction
    seen = actions.version_of(reply)  # first: what comes while the page is made was not seen
    before = request.POST.get("seen")
    compared = list(compared_with(reply, correction)) if correction else []
    changes_files = bool(correction and correction.changes_files)
    files = files_compared(reply) if changes_files else None
    shown = _as_readers_will_see(reply)
    count = len(shown.shown_sources)
    findings = shown.warned_of(source_count=count, is_corrected=changes_files)
    context = {
        "doctor": doctor,
        "reply": shown,
        "shown": [shown],
        "question": question,
        "tags": question.tags.all(),
        "correction": correction,
        "compared": compared,
        "files": files,
        "talk": talk_about(question),
        "answered": actions.answers_to(shown, findings),
        "doses": doses_in(*shown.texts),
        "seen": seen,
        "unread": unread(facts_of(question), before) if before else [],
        "form": form,
        "sentence": sentence,
    }
    return render(request, "questions/desk_reading.html", context, status=status)


def _as_readers_will_see(reply: Reply) -> Reply:
    """The reply as it will be when this reader agrees: signed, or corrected. Saves nothing."""
    months = actions.months_to_review(reply.question.tags.all())
    if correction := reply.waiting_correction:
        reply.text, reply.explanation = correction.text, correction.explanation
        reply.shown_sources = shown_rows(correction.sources)
        reply.shown_attachments = reply.attachments_shown(is_corrected=correction.changes_files)
        reply.review(on=timezone.localdate(), months=months)
    else:
        reply.sign(at=timezone.now(), months_to_review=months)
    render_reply(reply, published_titles(mentions_of(reply.question, [reply])))
    return reply
