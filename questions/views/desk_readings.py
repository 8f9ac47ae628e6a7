"""Two doctors and one question: the second reads what the first wrote, or adds a reply."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from doctors.models import Doctor
from questions import actions
from questions.doses import doses_in
from questions.forms.later import SendBackForm, WordsForm
from questions.models import IllegalChange, Question, Reply
from questions.rendering import mentions_of, published_titles, render_reply
from questions.talk import talk_about
from questions.views.at_desk import doctor_of
from questions.views.desk import _with_link as with_link
from questions.views.desk_reviews import order

READINGS_SHOWN = 50


@require_safe
@login_required
def desk_readings(request: HttpRequest) -> HttpResponse:
    """What other doctors of one's specialties have written and somebody has to read."""
    doctor = doctor_of(request)
    obstacle = doctor.why_not_able_to_reply(on=timezone.localdate())
    waiting = Reply.objects.to_read_by(doctor).select_related("question__specialty", "doctor")
    shown = [] if obstacle else waiting[:READINGS_SHOWN]
    context = {"doctor": doctor, "obstacle": obstacle, "waiting": shown}
    return render(request, "questions/desk_readings.html", context)


@require_safe
@login_required
def desk_reading(request: HttpRequest, pk: int) -> HttpResponse:
    doctor = doctor_of(request)
    return _reading(request, doctor, _to_read(doctor, pk), SendBackForm())


@order("desk_reading", with_number=True)
def desk_approve(request: HttpRequest, pk: int) -> HttpResponse:
    doctor = doctor_of(request)
    reply = get_object_or_404(Reply.objects.select_related("question"), pk=pk)
    seen = request.POST.get("seen", "")
    try:
        reply = actions.approve_reply(reply=reply, by=doctor, seen=seen)
    except (IllegalChange, ValidationError) as error:
        return _refused(request, doctor, pk, error)
    messages.success(request, with_link(gettext("Published:"), reply.question))
    return redirect("desk_readings")


@order("desk_reading", with_number=True)
def desk_send_back(request: HttpRequest, pk: int) -> HttpResponse:
    doctor = doctor_of(request)
    reply = get_object_or_404(Reply.objects.select_related("question"), pk=pk)
    form = SendBackForm(request.POST)
    if not form.is_valid():
        return _reading(request, doctor, _to_read(doctor, pk), form)
    seen = request.POST.get("seen", "")
    try:
        actions.send_back_reply(reply=reply, by=doctor, seen=seen, **form.cleaned_data)
    except (IllegalChange, ValidationError) as error:
        return _refused(request, doctor, pk, error, form)
    messages.success(request, gettext("Sent back to its author, with your note."))
    return redirect("desk_readings")


@order("desk_reviews")
def desk_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The author takes it from the second reader, to change it."""
    doctor = doctor_of(request)
    actions.require_able(doctor)
    reply = get_object_or_404(doctor.replies.select_related("question"), pk=pk)
    try:
        actions.take_back_reply(reply=reply, by=request.user)
    except IllegalChange as error:
        messages.warning(request, str(error))
        return redirect("desk_reviews")
    messages.success(request, gettext("It is your draft again."))
    is_second = reply.question.status == Question.Status.PUBLISHED
    return redirect("desk_second" if is_second else "desk_question", reply.question_id)


def _to_read(doctor: Doctor, pk: int) -> Reply:
    actions.require_able(doctor)
    waiting = Reply.objects.to_read_by(doctor).select_related("question__specialty", "doctor__user")
    return get_object_or_404(waiting, pk=pk)


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
    question = reply.question
    render_reply(reply, published_titles(mentions_of(question, [reply])))
    context = {
        "doctor": doctor,
        "reply": reply,
        "question": question,
        "talk": talk_about(question),
        "doses": doses_in(f"{reply.text}\n{reply.explanation}"),
        "seen": reply.sent_to_reader_at.isoformat(),
        "form": form,
        "sentence": sentence,
    }
    return render(request, "questions/desk_reading.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def desk_second(request: HttpRequest, pk: int) -> HttpResponse:
    """A reply beside one that is public. The button of this address keeps the draft."""
    if request.method != "POST":
        doctor = doctor_of(request)
        question = _public(doctor, pk)
        return _second(request, doctor, question, WordsForm(reply=_draft(question, doctor)))
    return _with_words(request, pk, _save_second)


@order("desk_second", with_number=True)
def desk_second_publish(request: HttpRequest, pk: int) -> HttpResponse:
    return _with_words(request, pk, _publish_second, for_readers=True)


def _with_words(request, pk: int, act, *, for_readers=False) -> HttpResponse:
    doctor = doctor_of(request)
    question = _public(doctor, pk)
    form = WordsForm(request.POST, reply=_draft(question, doctor), for_readers=for_readers)
    if not form.is_valid():
        return _second(request, doctor, question, form)
    try:
        return act(request, doctor, question, form)
    except PermissionDenied as error:
        return _second(request, doctor, question, form, sentence=str(error), status=403)


def _save_second(request, doctor, question, form) -> HttpResponse:
    actions.save_second_reply(question=question, by=doctor, **form.written())
    messages.success(request, gettext("Your draft is saved."))
    return redirect("desk_second", question.pk)


def _publish_second(request, doctor, question, form) -> HttpResponse:
    reply = actions.publish_second_reply(question=question, by=doctor, **form.written())
    if reply.status == Reply.Status.IN_REVIEW:
        messages.success(request, gettext("Sent: a second doctor reads it before it is public."))
    else:
        messages.success(request, with_link(gettext("Published:"), question))
    return redirect("desk_reviews")


def _public(doctor: Doctor, pk: int) -> Question:
    """A public question of the doctor's specialties."""
    actions.require_able(doctor)
    questions = Question.objects.published().filter(specialty__in=doctor.specialty_ids())
    return get_object_or_404(questions.select_related("specialty"), pk=pk)


def _draft(question: Question, doctor: Doctor) -> Reply:
    return actions.draft_of(question, doctor)


def _second(request, doctor, question, form, *, sentence="", status=200) -> HttpResponse:
    own = Reply.objects.standing().filter(question=question, doctor=doctor).first()
    context = {
        "doctor": doctor,
        "question": question,
        "replies": question.replies.shown(),
        "tags": question.tags.all(),
        "own": own,
        "draft": form.reply,
        "form": form,
        "sentence": sentence,
    }
    return render(request, "questions/desk_second.html", context, status=status)
