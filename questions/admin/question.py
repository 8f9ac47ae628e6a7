"""Moderation of questions: the waiting queue, and one question beside what its asker sees."""

from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin, messages
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from doctors.moderating import ModeratedAdmin, in_a_row, name_of
from questions import actions
from questions.actions.duplicates import CAN_BE_DUPLICATE
from questions.admin.bulk import BulkPages
from questions.admin.pair import PairsOfQuestion
from questions.admin.question_changes import BULK_PAGES, BUTTONS, PAGES_OF_BUTTONS, erase_asker
from questions.admin.question_filters import AgeFilter, StatusFilter
from questions.admin.urgency import urgent_mark
from questions.already_answered import answered_like, waiting_like
from questions.finding_excerpts import in_excerpts
from questions.forms.moderation import DeclineForm, DuplicateForm, QuestionForm, ToDoctorForm
from questions.forms.tag_names import sentence_of_new
from questions.models import IllegalChange, Question
from questions.models.question_queryset import WAITING, urgent_first
from questions.progress import progress_of
from questions.rulings import beside
from questions.tag_suggestions import suggestions
from questions.talk import talk_about

Status = Question.Status
ANSWERED_AT_MOST = 5
APPROVED = _("Approved: %(rows)s.")
THEN_TOLD = _(
    "%(names)s – the same as “%(target)s” (%(status)s). Who asked is led to that answer, and told at "
    "once. Press the button again to do it."
)
THEN_WAITS = _(
    "%(names)s – the same as “%(target)s” (%(status)s). Who asked is told when that one is answered. "
    "Press the button again to do it."
)


def candidates_for(questions) -> list[Question]:
    """Which question these may be the same as: one of several, or what is close to the first of them."""
    first, *more = questions
    close = answered_like(first, limit=ANSWERED_AT_MOST)
    close += waiting_like(first, limit=ANSWERED_AT_MOST)
    return list(dict.fromkeys([*([first, *more] if more else []), *close]))


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
    carried_name = _("Tags")
    list_display = ["number", "title", "specialty", "state", "waiting", "tag_names"]
    list_display_links = ["number", "title"]
    list_filter = [StatusFilter, AgeFilter, "specialty", "language", "decline_reason"]
    more_lookups = ("asked_at__date__gte",)  # askdoctor/work.py: declined of late
    list_per_page = 50
    list_select_related = ["specialty", "claimed_by"]
    search_fields = ["title"]
    show_full_result_count = False
    refusals = (*ModeratedAdmin.refusals, IllegalChange)
    buttons = BUTTONS
    bulk_pages = BULK_PAGES
    actions = [
        "approve_selected",
        "decline_selected",
        "mark_duplicate_of",
        "assign_specialty_to",
        "add_tags_to",
        "erase_askers",
    ]

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
        """What waits has the urgent ones first, then the oldest; all else the newest."""
        asked = request.GET
        is_queue = asked.get(StatusFilter.parameter_name) in WAITING
        is_queue |= asked.get(AgeFilter.parameter_name) == AgeFilter.LATE
        return [urgent_first(), "asked_at", "pk"] if is_queue else ["-pk"]

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
        if page.form is DeclineForm:
            return DeclineForm(data, questions=rows)
        if page.form is DuplicateForm:
            return DuplicateForm(data, questions=list(rows), candidates=candidates_for(rows))
        if page.form is ToDoctorForm:
            form = ToDoctorForm(data, questions=rows)
            if len(rows) == 1:
                last = rows[0].history.exclude(claimed_by=None).first()
                form.initial["doctor"] = last and last.claimed_by_id
            return form
        return super().bulk_form(page, data, rows)

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
        for button, page in PAGES_OF_BUTTONS.items():
            if button in request.POST:
                return redirect(self.bulk_address(page, [obj.pk]))
        return super().response_change(request, obj)

    @admin.display(description=_("number"), ordering="pk")
    def number(self, question: Question) -> str:
        return f"#{question.pk}"

    @admin.display(description=_("status"), ordering="status")
    def state(self, question: Question) -> str:
        if question.waits_urgently:
            return format_html("{} · {}", urgent_mark(), question.get_status_display())
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
