"""By what the list of questions is narrowed."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from questions.models import Question

Status = Question.Status


class StatusFilter(admin.SimpleListFilter):
    """By status, each with its count. Published ones are not counted: a million costs a second."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        rows = Question.objects.exclude(status=Status.PUBLISHED).order_by().values_list("status")
        counts = dict(rows.annotate(Count("pk")))
        for value, label in Status.choices:
            counted = value != Status.PUBLISHED
            yield value, f"{label} ({counts.get(value, 0)})" if counted else label

    def queryset(self, request, queryset):
        return queryset.filter(status=self.value()) if self.value() in Status.values else queryset


class AgeFilter(admin.SimpleListFilter):
    """Those that wait longer than askers are told to expect."""

    title = _("waiting time")
    parameter_name, LATE = "age", "late"

    def lookups(self, request, model_admin):
        return [(self.LATE, _("waiting too long"))]

    def queryset(self, request, queryset):
        return queryset.late() if self.value() == self.LATE else queryset
