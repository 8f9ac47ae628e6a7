"""Moderation of questions: the waiting queue, and one question beside what its asker sees."""

from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin, messages
from django.forms import Form
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext

from doctors.moderating import Button, ModeratedAdmin, in_a_row, name_of
from questions import actions
from questions.actions.duplicates import CAN_BE_DUPLICATE
from questions.admin.bulk import Bulk, BulkPages
from questions.admin.pair import PairsOfQuestion
from questions.admin.question_filters import AgeFilter, StatusFilter
from questions.already_answered import answered_like, waiting_like
from questions.finding_excerpts import in_excerpts
from questions.forms.moderation import (
    AddTagsForm,
    DeclineForm,
    DuplicateForm,
    KeepForm,
    QuestionForm,
    RetractForm,
    SpecialtyForm,
    ToDoctorForm,
)
from questions.forms.tag_names import sentence_of_new
from questions.models import IllegalChange, Question
from questions.models.question_queryset import WAITING
from questions.progress import progress_of
from questions.rulings import beside
from questions.suggestions import suggestions
from questions.talk import talk_about

Status = Question.Status
ANSWERED_AT_MOST = 5
APPROVED = _("Approved: %(rows)s.")
DECLINED = _("Declined: %(rows)s.")
POINTED = _("The same as #%(target)s now: %(rows)s.")
KEPT = _("May stay: %(rows)s.")
HAS_READERS = {*WAITING, Status.PUBLISHED, Status.RETRACTED, Status.DECLINED}
RETRACTED = ngettext_lazy(
    "Taken off the site: %(rows)s. %(told)s person is told by letter.",
    "Taken off the site: %(rows)s. %(told)s people are told by letter.",
    "told",
)
MOVED = _("Got the specialty: %(rows)s.")
SENT_BACK = _("Sent to the doctor: %(rows)s.")
TAGGED = _("Got the tags: %(rows)s.")
THEN_TOLD = _(
    "%(names)s – the same as “%(target)s” (%(status)s). Who asked is led to that answer, and told at "
    "once. Press the button again to do it."
)
THEN_WAITS = _(
    "%(names)s – the same as “%(target)s” (%(status)s). Who asked is told when that one is answered. "
    "Press the button again to do it."
)
ERASED = _("Their askers are forgotten: %(rows)s.")
# What actions.erase_asker does, for who is about to do it.
ERASING = (
    _(
        "What is deleted, from the history too: the name shown, the e-mail address, the ticket and its "
        "letters, details added and answers to doctors, notes between doctors and moderators, and the "
        "words of the question as they were before moderators changed them."
    ),
    _(
        "A question that is public, or may be put back on the site, stays as it is now with its replies "
        "and their history: readers rely on them. One that nobody has read loses its words, and those "
        "that doctors have begun to write below it; if it still waits, it is withdrawn."
    ),
    _(
        "A follow-up, and what it follows, are of the same person: it is done to both. There is no way back."
    ),
)


def decline(question: Question, *, by, reason: str, note: str) -> None:
    actions.decline_question(question=question, by=by, reason=reason, note=note)


def erase_asker(question: Question, *, by) -> None:
    actions.erase_asker(question=question, by=by)


def point(question: Question, *, by, target: Question) -> None:
    actions.mark_duplicate(question=question, target=target, by=by)


def keep(question: Question, *, by, why: str) -> None:
    actions.keep_findings(row=question, by=by, why=why)


def has_open_findings(question: Question) -> bool:
    return question.status in HAS_READERS and bool(question.open_findings())


def retract(question: Question, *, by, reason: str) -> int:
    return actions.retract_question(question=question, by=by, reason=reason)


def take_from_reader(question: Question, *, by) -> None:
    for reply in question.replies.to_read():
        actions.take_back_reply(reply=reply, by=by)


def candidates_for(questions) -> list[Question]:
    """Which question these may be the same as: one of several, or what is close to the first of them."""
    first, *more = questions
    close = answered_like(first, limit=ANSWERED_AT_MOST)
    close += waiting_like(first, limit=ANSWERED_AT_MOST)
    return list(dict.fromkeys([*([first, *more] if more else []), *close]))


def is_waiting(question: Question) -> bool:
    return question.status in WAITING


def can_go_to_a_doctor(question: Question) -> bool:
    """Not while a second doctor reads: it is taken from that one first, by the button for it."""
    return question.status in {*WAITING, Status.PUBLISHED, Status.RETRACTED} - {Status.IN_REVIEW}


def assign_specialty(question: Question, *, by, specialty) -> None:
    question.specialty = specialty
    actions.edit_question(question=question, by=by, changed=["specialty"])


def send_to_doctor(question: Question, *, by, doctor, note: str) -> None:
    actions.return_to_doctor(question=question, by=by, doctor=doctor, note=note)


def add_tags(question: Question, *, by, tag_names: list[str]) -> None:
    names = [*question.tags.names(), *tag_names]
    actions.edit_question(question=question, by=by, changed=[], tags=names)


def can_become(*statuses: str, only_from=()):
    """Whether a button's change is one that the question's status allows."""
    return lambda question: (
        (not only_from or question.status in only_from)
        and any(status in Question.CHANGES[question.status] for status in statuses)
    )


@admin.register(Question)
class QuestionAdmin(BulkPages, PairsOfQuestion, ModeratedAdmin):
    form = QuestionForm
    change_form_template = "admin/questions/question/change_form.html"
    fields = [
        "title",
        "summary",
        "body",
        "why_kept",
        "specialty",
        "is_urgent",
        "tag_names",
        "suggested_tags",
        ("asker_name", "age_band", "sex"),
        "language",
    ]
    list_display = ["number", "title", "specialty", "state", "waiting", "tag_names"]
    list_display_links = ["number", "title"]
    list_filter = [StatusFilter, AgeFilter, "specialty", "language", "decline_reason"]
    list_per_page = 50
    list_select_related = ["specialty", "claimed_by"]
    search_fields = ["title"]
    show_full_result_count = False
    refusals = (*ModeratedAdmin.refusals, IllegalChange)
    buttons = (
        Button(
            "_approve",
            _("Save and approve"),
            _("%(row)s is approved; it waits for a doctor."),
            Question.approve,
            can_become(Status.OPEN, only_from={Status.PENDING, Status.NEEDS_DETAILS}),
        ),
        Button(
            "_mask",
            _("Save and hide what identifies"),
            _("What identifies in %(row)s is hidden."),
            lambda question, by: actions.mask_question(question=question, by=by),
            has_open_findings,
        ),
        Button("_keep", _("Save, it may stay…"), "", None, has_open_findings),
        Button("_decline", _("Save and decline…"), "", None, can_become(Status.DECLINED)),
        Button(
            "_release",
            _("Take it from the doctor, for others"),
            _("%(row)s waits for any doctor again."),
            Question.release,
            can_become(Status.OPEN, only_from={Status.CLAIMED}),
        ),
        Button(
            "_return",
            _("Back to moderation"),
            _("%(row)s waits for a moderator again."),
            Question.return_to_moderation,
            lambda question: (
                Status.PENDING in Question.CHANGES[question.status] and not question.duplicate_of_id
            ),
        ),
        Button("_to_doctor", _("Save and send to a doctor…"), "", None, can_go_to_a_doctor),
        Button(
            "_duplicate",
            _("The same as another…"),
            "",
            None,
            can_become(Status.RESOLVED, only_from=CAN_BE_DUPLICATE),
        ),
        Button(
            "_not_duplicate",
            _("Not the same after all"),
            _("%(row)s waits for a moderator again."),
            Question.return_to_moderation,
            lambda question: question.status == Status.RESOLVED and question.duplicate_of_id,
        ),
        Button(
            "_unread",
            _("Take it from the second reader, back to its doctor"),
            _("%(row)s is with its doctor again."),
            take_from_reader,
            lambda question: question.replies.to_read().exists(),
        ),
        Button("_specialty", _("To another specialty…"), "", None, is_waiting),
        Button("_retract", _("Take it off the site…"), "", None, can_become(Status.RETRACTED)),
        Button(
            "_restore",
            _("Put it back on the site"),
            _("%(row)s is back on the site."),
            lambda question, by: actions.restore_question(question=question, by=by),
            can_become(Status.PUBLISHED, only_from={Status.RETRACTED}),
        ),
    )
    actions = [
        "approve_selected",
        "decline_selected",
        "mark_duplicate_of",
        "assign_specialty_to",
        "add_tags_to",
        "erase_askers",
    ]
    # Buttons that lead to a page on which something is filled in.
    pages_of_buttons = {
        "_decline": "decline",
        "_duplicate": "duplicate",
        "_keep": "keep",
        "_retract": "retract",
        "_specialty": "specialty",
        "_to_doctor": "to_doctor",
    }
    bulk_pages = {
        "decline": Bulk(
            _("Decline questions"),
            _("Decline"),
            DECLINED,
            DeclineForm,
            decline,
            title_of_one=_("Decline this question"),
            from_link=("reason", "note"),
        ),
        "keep": Bulk(
            _("What was found may stay"),
            _("It may stay"),
            KEPT,
            KeepForm,
            keep,
            title_of_one=_("What was found may stay"),
        ),
        "duplicate": Bulk(
            _("The same as another question"),
            _("Point there"),
            POINTED,
            DuplicateForm,
            point,
            from_link=("target",),
        ),
        "retract": Bulk(
            _("Take answers off the site"),
            _("Take off the site"),
            RETRACTED,
            RetractForm,
            retract,
            title_of_one=_("Take this answer off the site"),
        ),
        "specialty": Bulk(
            _("Assign a specialty"), _("Assign"), MOVED, SpecialtyForm, assign_specialty
        ),
        "to_doctor": Bulk(
            _("Send to a doctor"), _("Send"), SENT_BACK, ToDoctorForm, send_to_doctor
        ),
        "forget": Bulk(
            _("Forget who asked"),
            _("Erase for ever"),
            ERASED,
            Form,
            erase_asker,
            says=ERASING,
        ),
        "tags": Bulk(_("Add tags"), _("Add"), TAGGED, AddTagsForm, add_tags),
    }

    def has_add_permission(self, request) -> bool:
        return False  # askers ask, with a ticket of their own

    def has_delete_permission(self, request, obj=None) -> bool:
        return False  # it is declined, withdrawn or retracted, and the history says by whom

    def get_fields(self, request, obj=None):
        may_change = self.has_change_permission(request, obj)
        hidden = set() if may_change else {"suggested_tags"}
        # Asked for only where a change of what is public was refused.
        if not (may_change and request.method == "POST" and obj and obj.status == Status.PUBLISHED):
            hidden.add("why_kept")
        return [name for name in self.fields if name not in hidden]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("tags")

    def get_ordering(self, request):
        """The waiting queue has the urgent ones first, then the oldest; all else the newest."""
        is_queue = request.GET.get(StatusFilter.parameter_name) in WAITING
        return ["-is_urgent", "asked_at", "pk"] if is_queue else ["-pk"]

    def get_search_results(self, request, queryset, search_term):
        number = search_term.strip().removeprefix("#")
        if number.isascii() and number.isdigit() and len(number) < 19:
            return queryset.filter(pk=int(number)), False
        return super().get_search_results(request, queryset, search_term)

    def view_on_site(self, question: Question) -> str | None:
        is_public = question.status == Status.PUBLISHED
        return question.get_absolute_url() if is_public else None

    def save_model(self, request, obj, form, change) -> None:
        """Saved with its tags, in `save_related`."""

    def save_related(self, request, form, formsets, change) -> None:
        if not form.changed_data:
            return
        tags = form.wanted_tags()
        of_form = {*QuestionForm.OF_TAGS, "why_kept"}
        changed = [name for name in form.changed_data if name not in of_form]
        why = form.cleaned_data.get("why_kept", "")
        with self.telling_new_tags(request, tags or []):
            actions.edit_question(
                question=form.instance, by=request.user, changed=changed, tags=tags, why_kept=why
            )

    def bulk_form(self, page, data, rows):
        if page.form is DuplicateForm:
            return DuplicateForm(data, questions=list(rows), candidates=candidates_for(rows))
        form = super().bulk_form(page, data, rows)
        if page.form is ToDoctorForm and len(rows) == 1:
            last = rows[0].history.exclude(claimed_by=None).first()
            form.initial["doctor"] = last and last.claimed_by_id
        return form

    def shown_before(self, page, rows) -> dict:
        return {"replies": actions.replies_kept(rows)} if page.change is erase_asker else {}

    def to_confirm(self, rows, form) -> str:
        if not isinstance(form, DuplicateForm) or not form.asks_first():
            return ""
        target = form.cleaned_data["target"]
        words = THEN_TOLD if target.status == Status.PUBLISHED else THEN_WAITS
        names = in_a_row([name_of(row) for row in rows if row != target])
        status = target.get_status_display()
        return words % {"names": names, "target": target, "status": status}

    def do_bulk(self, request, page, rows, cleaned) -> None:
        if page.form is DuplicateForm:  # one of those selected may be the one that stays
            rows = rows.exclude(pk=cleaned["target"].pk)
            cleaned = {"target": cleaned["target"]}
            named = {"target": cleaned["target"].pk, "rows": "%(rows)s"}  # those come afterwards
            page = replace(page, done=page.done % named)
        with self.telling_new_tags(request, cleaned.get("tag_names", [])):
            super().do_bulk(request, page, rows, cleaned)

    @contextmanager
    def telling_new_tags(self, request, names: list[str]):
        sentence = sentence_of_new(names)
        yield
        if sentence:
            self.message_user(request, sentence, messages.WARNING)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            self.offer_tags(context["adminform"].form, obj)
            context["progress"] = progress_of(obj)
            context["talk"] = talk_about(obj)
            context["replies"] = obj.replies.shown()
            context["reports"] = obj.reports.unhandled().filter(similar=None)
            context["duplicates"] = obj.duplicates.order_by("pk")
            context["identifying"] = in_excerpts(obj.open_findings())
            context["kept"] = obj.kept_findings()
            context["may_change"] = self.has_change_permission(request, obj)
            if obj.status == Status.PUBLISHED:
                rows = beside(obj)
                context["beside"] = [row for row in rows if not row.is_far]
                context["far"] = [row for row in rows if row.is_far]
            elif obj.status in WAITING:
                context["answered"] = self.answers_to_point_at(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def answers_to_point_at(self, question: Question) -> list[Question]:
        """Each with the addresses of what its status allows: to be the same as that, or declined with
        a link to it."""
        found = answered_like(question, limit=ANSWERED_AT_MOST)
        for one in found:
            if question.status in CAN_BE_DUPLICATE:
                address = self.bulk_address("duplicate", [question.pk])
                one.same_address = f"{address}&{urlencode({'target': one.pk})}"
            if Status.DECLINED not in Question.CHANGES[question.status]:
                continue
            note = settings.SITE_URL + one.get_absolute_url()
            filled = urlencode({"reason": Question.DeclineReason.ANSWERED, "note": note})
            one.decline_address = f"{self.bulk_address('decline', [question.pk])}&{filled}"
        return found

    def offer_tags(self, form, question: Question) -> None:
        """Only where it can be edited, and only what it does not have."""
        if "suggested_tags" not in form.fields:
            return
        texts = (question.title, question.body, question.language)
        found = suggestions(*texts, number=question.pk)
        has = set(question.tags.all())
        form.fields["suggested_tags"].offer(one for one in found if one.tag not in has)

    def response_change(self, request, obj):
        for button, page in self.pages_of_buttons.items():
            if button in request.POST:
                return redirect(self.bulk_address(page, [obj.pk]))
        return super().response_change(request, obj)

    @admin.display(description=_("number"), ordering="pk")
    def number(self, question: Question) -> str:
        return f"#{question.pk}"

    @admin.display(description=_("status"), ordering="status")
    def state(self, question: Question) -> str:
        if question.is_urgent and question.status in WAITING:
            return format_html(
                '<strong class="late">{}</strong> · {}', _("urgent"), question.get_status_display()
            )
        return question.get_status_display()

    @admin.display(description=_("waiting"), ordering="asked_at")
    def waiting(self, question: Question) -> str:
        if question.status not in WAITING:
            return "–"
        if question.is_late():
            late = pgettext("waiting too long", "late")
            return format_html(
                '<strong class="late">{} · {}</strong>', question.waited_in_words(), late
            )
        return question.waited_in_words()

    @admin.display(description=_("tags"))
    def tag_names(self, question: Question) -> str:
        return ", ".join(tag.name for tag in question.tags.all())

    @admin.action(description=_("Approve"), permissions=["change"])
    def approve_selected(self, request, queryset):
        self.change_each(request, queryset, Question.approve, APPROVED)

    @admin.action(description=_("Decline…"), permissions=["change"])
    def decline_selected(self, request, queryset):
        return self.to_bulk_page("decline", queryset)

    @admin.action(description=_("The same as another…"), permissions=["change"])
    def mark_duplicate_of(self, request, queryset):
        return self.to_bulk_page("duplicate", queryset)

    @admin.action(description=_("Assign a specialty…"), permissions=["change"])
    def assign_specialty_to(self, request, queryset):
        return self.to_bulk_page("specialty", queryset)

    @admin.action(description=_("Forget who asked…"), permissions=["change"])
    def erase_askers(self, request, queryset):
        return self.to_bulk_page("forget", queryset)

    @admin.action(description=_("Add tags…"), permissions=["change"])
    def add_tags_to(self, request, queryset):
        return self.to_bulk_page("tags", queryset)
