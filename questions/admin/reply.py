"""Replies that are public: their words and review can be changed, their signature never."""

from datetime import timedelta

from django.contrib import admin
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from doctors.moderating import Button, ModeratedAdmin
from questions import actions
from questions.admin.urgency import urgent_mark
from questions.finding_excerpts import in_excerpts
from questions.forms.moderation import ReplyForm
from questions.models import Reply
from questions.models.question_queryset import urgent_first
from questions.reply_rules import RULES


class ReviewFilter(admin.SimpleListFilter):
    title = _("review")
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [("due", _("overdue")), ("reading", _("waits for a second reader"))]

    def queryset(self, request, queryset: QuerySet) -> QuerySet:
        if self.value() == "due":
            yesterday = timezone.localdate() - timedelta(days=1)
            return queryset.filter(pk__in=Reply.objects.review_due(by=yesterday).values("pk"))
        if self.value() == "reading":
            return queryset.filter(pk__in=Reply.objects.to_read().values("pk"))
        return queryset


def is_queue(request) -> bool:
    return request.GET.get(ReviewFilter.parameter_name) == "reading"


@admin.register(Reply)
class ReplyAdmin(ModeratedAdmin):
    """Those that wait for a second reader are a queue: who wrote, since when; to urgent questions, then
    the longest first."""

    form = ReplyForm
    list_display = ["question", "doctor_name", "status", "replied_at", "review_due_on"]
    list_filter = [ReviewFilter]
    list_select_related = ["question", "doctor"]
    search_fields = ["=question__pk", "doctor_name"]
    show_full_result_count = False
    fields = [
        "question",
        "doctor",
        "doctor_name",
        "doctor_specialty",
        "doctor_was_verified",
        "replied_at",
        "second_reader",
        "second_read_at",
        "asked_about",
        "text",
        "explanation",
        "why_kept",
        "reviewed_on",
        "review_due_on",
    ]
    readonly_fields = fields[:9]
    change_form_template = "admin/questions/reply/change_form.html"
    buttons = (
        Button(
            "_mask",
            _("Save and hide what identifies"),
            _("What identifies in the reply is hidden."),
            lambda reply, by: actions.mask_reply(reply=reply, by=by),
            lambda reply: bool(reply.maskable()),
        ),
    )

    def get_fields(self, request, obj=None):
        """Why something may stay is asked for only where a change was refused."""
        return [name for name in self.fields if name != "why_kept" or request.method == "POST"]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["identifying"] = in_excerpts(obj.open_findings())
            context["kept"] = obj.kept_findings()
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("what its doctor was asked about"))
    def asked_about(self, reply: Reply) -> str:
        """Each rule with the words and why they stay; of words that are gone as well."""
        rows = reply.acknowledgements.select_related("answered_by")
        shown = [
            (
                row.words,
                RULES[row.rule].label if row.rule in RULES else row.rule,
                row.reason,
                row.answered_by.name,
                date_format(timezone.localtime(row.answered_at), "DATETIME_FORMAT"),
            )
            for row in rows
        ]
        return format_html_join("", "<p><b>{}</b> – {}<br>{} ({}, {})</p>", shown) or "–"

    @admin.display(description=_("urgent"), empty_value="")
    def urgency(self, reply: Reply) -> str | None:
        return urgent_mark() if reply.question.waits_urgently else None

    def get_list_display(self, request):
        if is_queue(request):
            return ["question", "urgency", "doctor", "sent_to_reader_at"]
        return super().get_list_display(request)

    def get_ordering(self, request):
        if is_queue(request):
            return [urgent_first("question__"), "sent_to_reader_at", "pk"]
        return ["-pk"]

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        """What a second doctor reads is to be read as its author sent it."""
        is_there = obj is None or obj.status == Reply.Status.PUBLISHED
        return is_there and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def get_queryset(self, request):
        """Drafts are their doctors' own."""
        return super().get_queryset(request).exclude(status=Reply.Status.DRAFT)

    def lock(self, row: Reply) -> None:
        """The question first, as everywhere."""
        actions.locked(row.question)
        super().lock(row)

    def save_model(self, request, obj, form, change) -> None:
        if form.changed_data:
            changed = [name for name in form.changed_data if name != "why_kept"]
            why = form.cleaned_data.get("why_kept", "")
            actions.edit_reply(reply=obj, by=request.user, changed=changed, why_kept=why)
