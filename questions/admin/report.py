"""What visitors say is wrong."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from doctors.moderating import Button, ButtonsAdmin
from questions.admin.pair import link_to
from questions.models import PairRuling, Report
from questions.rulings import rule_on_pair

HANDLED = _("Handled: %(rows)s.")


def block(report: Report, *, by) -> None:
    """Keep the pair apart, which handles what was said of it."""
    if report.similar is None:
        raise PermissionDenied(gettext("This report is not about a pair."))
    verdict = PairRuling.Verdict.BLOCKED
    rule_on_pair(question=report.question, other=report.similar, verdict=verdict, by=by)


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
    list_select_related = ["question", "similar", "handled_by"]
    ordering = [F("handled_at").asc(nulls_first=True), "reported_at"]
    search_fields = ["=question__pk", "text"]
    fields = [
        "question_link",
        "similar_link",
        "reason",
        "text",
        "reported_at",
        "handled_at",
        "handled_by",
    ]
    readonly_fields = fields
    buttons = (
        Button(
            "_block",
            _("Block this pair"),
            _("%(row)s – they are never shown beside each other."),
            block,
            lambda report: report.similar_id and not report.handled_at,
        ),
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

    def get_fields(self, request, obj=None):
        absent = "text" if obj.similar_id else "similar_link"
        return [name for name in self.fields if name != absent]

    @admin.display(description=_("question"))
    def question_link(self, report: Report) -> str:
        return link_to(report.question)

    @admin.display(description=_("similar question"))
    def similar_link(self, report: Report) -> str:
        return link_to(report.similar)

    @admin.action(description=_("Mark as handled"), permissions=["change"])
    def mark_handled(self, request, queryset):
        self.change_each(request, queryset, Report.handle, HANDLED)
