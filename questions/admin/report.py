"""What visitors say is wrong."""

from django.contrib import admin
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from doctors.moderating import Button, ButtonsAdmin
from questions.models import Report

HANDLED = ngettext_lazy("%(count)s handled.", "%(count)s handled.", "count")


class HandledFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        is_open = Q(handled_at__isnull=True)
        counts = Report.objects.aggregate(
            open=Count("pk", filter=is_open), handled=Count("pk", filter=~is_open)
        )
        return [
            ("open", _("open (%(count)s)") % {"count": counts["open"]}),
            ("handled", _("handled (%(count)s)") % {"count": counts["handled"]}),
        ]

    def queryset(self, request, queryset):
        if self.value() in ("open", "handled"):
            return queryset.filter(handled_at__isnull=self.value() == "open")
        return queryset


@admin.register(Report)
class ReportAdmin(ButtonsAdmin):
    list_display = ["__str__", "text", "reported_at", "handled_at", "handled_by"]
    list_filter = [HandledFilter, "reason"]
    list_select_related = ["question", "handled_by"]
    ordering = [F("handled_at").asc(nulls_first=True), "reported_at"]
    search_fields = ["=question__pk", "text"]
    fields = ["question_link", "reason", "text", "reported_at", "handled_at", "handled_by"]
    readonly_fields = fields
    buttons = (
        Button(
            "_handle",
            _("Mark as handled"),
            _("%(row)s is handled."),
            Report.handle,
            lambda report: not report.handled_at,
        ),
    )
    actions = ["mark_handled"]

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    @admin.display(description=_("question"))
    def question_link(self, report: Report) -> str:
        address = reverse("admin:questions_question_change", args=[report.question_id])
        return format_html('<a href="{}">{}</a>', address, report.question)

    @admin.action(description=_("Mark as handled"), permissions=["change"])
    def mark_handled(self, request, queryset):
        self.change_each(request, queryset, Report.handle, HANDLED)
