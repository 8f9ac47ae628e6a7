"""The page on which a reply is written: its form, what stands beside it, and why a second doctor reads it."""

from collections.abc import Iterable
from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from doctors.models import Doctor
from questions import actions
from questions.already_answered import answered_like
from questions.doses import doses_in
from questions.finding_excerpts import in_excerpts
from questions.forms.desk import ReplyForm
from questions.models import Question, Reply
from questions.rendering import mentions_of, published_titles, render_reply
from questions.reply_checks import Finding
from questions.tag_suggestions import suggestions
from questions.talk import taken_off, talk_about
from questions.views.at_desk import AT_DESK, until_in_words, waiting_at_desk
from questions.views.desk_reviews import reasons_again, summary_in

BESIDE = 6


def reply_form(question: Question, doctor: Doctor, data=None, **kwargs) -> ReplyForm:
    draft = actions.draft_of(question, doctor)
    suggested = partial(
        suggestions,
        question.title,
        question.body,
        question.language,
        reply="\n".join(draft.texts),
        number=question.pk,
    )
    return ReplyForm(data, question=question, draft=draft, suggested=suggested, **kwargs)


def stale_page(request, doctor, question, form, stored: Reply) -> HttpResponse:
    """Another text was stored since this page was made: both side by side, and a choice."""
    form.show_stored(stored)
    return reply_page(request, doctor, question, form, stored=stored, status=409)


def _waiting_beside(doctor: Doctor, question: Question):
    """The first few that wait, for the side of a question's page."""
    if not doctor.can_reply(on=timezone.localdate()):
        return []
    return [other for other in waiting_at_desk(doctor)[: BESIDE + 1] if other.pk != question.pk][
        :BESIDE
    ]


def is_public(question: Question) -> bool:
    """Whether what is written now is a second reply."""
    return question.status == Question.Status.PUBLISHED


def may_write(question: Question, doctor: Doctor) -> bool:
    if not doctor.can_reply(on=timezone.localdate()):
        return False
    try:
        actions.require_place(question, doctor, is_second=is_public(question))
    except PermissionDenied:
        return False
    return True


def _answered(question: Question, doctor: Doctor) -> list[Question]:
    """Similar, already answered; with the way to add a reply to those where this doctor may."""
    found = answered_like(question)
    own = doctor.replies.exclude(status=Reply.Status.DRAFT).filter(question__in=found)
    has_own = set(own.values_list("question", flat=True))
    able = doctor.can_reply(on=timezone.localdate())
    for other in found:
        other.can_add = able and other.pk not in has_own and other.is_for(doctor)
    return found


def why_read(question: Question, texts: Iterable[str], findings: Iterable[Finding]) -> str:
    """Why a second doctor has to read these texts before they are public, or ""."""
    if question.specialty and question.specialty.needs_second_reader:
        return gettext("In this specialty a second doctor reads every reply before it is public.")
    if dangers := [each for each in findings if each.rule.is_dangerous]:
        words = gettext("A second doctor reads it before it is public: %(words)s may be dangerous.")
        return words % {"words": gettext(", ").join(each.found for each in dangers)}
    doses = doses_in(*texts)
    if not doses:
        return ""
    words = gettext("A second doctor reads it before it is public: it names a dose (%(doses)s).")
    return words % {"doses": gettext(", ").join(dict.fromkeys(doses))}


def reply_page(
    request,
    doctor,
    question,
    form,
    *,
    sentence="",
    preview=None,
    stored=None,
    found=(),
    reasons=None,
    unread=(),
    status=200,
):
    is_shown = question.status in AT_DESK
    can_write, can_claim = may_write(question, doctor), question.can_be_claimed_by(doctor)
    if can_write:  # what comes while the page is made counts as unread: this is first
        unread = unread or form.unread()
        form.show_question()
    if not can_write:  # read, not written, on this page
        form.draft.shown_sources = form.kept_sources()
        render_reply(form.draft, published_titles(mentions_of(question, [form.draft])))
    is_written = can_write and not preview
    is_read_only = not can_write and not can_claim
    if is_read_only:
        form.make_read_only()
    texts = [form[name].value() or "" for name in ("text", "explanation")]
    summary = summary_in(form)
    context = {
        "doctor": doctor,
        "question": question,
        "form": form,
        "draft": form.draft,
        "sentence": sentence,
        "is_shown": is_shown,
        "is_held": question.is_held_by(doctor),
        "can_write": can_write,
        "waiting": [] if preview else _waiting_beside(doctor, question),
        "is_written": is_written,
        "answered": [] if preview or not is_shown else _answered(question, doctor),
        "can_claim": can_claim,
        "is_read_only": is_read_only,
        "talk": talk_about(question, with_notes=is_shown) if is_shown or can_write else [],
        "taken_off": [] if preview else taken_off(question, doctor),
        "keep_address": reverse("desk_keep", args=[question.pk]),
        "phrase_address": reverse("desk_phrase", args=[question.pk]),
        "live_address": reverse("desk_live", args=[question.pk]) if is_written else "",
        "until": until_in_words(question, doctor),
        "attach_address": reverse("desk_attach", args=[question.pk]),
        "detach_address": reverse("desk_detach", args=[question.pk]),
        "why_read": why_read(
            question, (*texts, summary), form.draft.warned_of(*texts, summary=summary)
        ),
        "preview": preview,
        "stored": stored,
        "unread": unread,
        "identifying": in_excerpts(found),
        "reasons": reasons or reasons_again(form.draft, form, request.POST),
        "hints": actions.unanswered(form.draft, form.draft.warned_of()) if preview else [],
    }
    template = "questions/desk_question.html"
    if preview:
        template = "questions/desk_preview.html"
    elif is_public(question):
        template = "questions/desk_second.html"
        context |= {"replies": question.replies.shown(), "tags": question.tags.all()}
    return render(request, template, context, status=status)
