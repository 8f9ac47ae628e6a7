"""Details that askers added later, for moderators to read."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from doctors.moderating import Button, ButtonsAdmin
from questions.admin.urgency import urgent_mark
from questions.models import Addition
from questions.models.question_queryset import urgent_first

READ = _("Marked as read: %(rows)s.")


@admin.register(Addition)
class AdditionAdmin(ButtonsAdmin):
    """Whoever may moderate questions reads what belongs to them."""

    list_display = ["__str__", "urgency", "beginning", "added_at", "read_at"]
    list_filter = ["came_after_check", ("read_at", admin.EmptyFieldListFilter)]
    list_select_related = ["question"]
    ordering = [urgent_first("question__"), "added_at", "pk"]
    show_full_result_count = False
    fields = ["question_link", "text", "added_at", "read_at", "read_by"]
    readonly_fields = fields
    buttons = (
        Button(
            "_read",
            _("Mark as read"),
            _("%(row)s is marked as read."),
            Addition.mark_read,
            lambda addition: addition.read_at is None,
        ),
    )
    actions = ["mark_selected_read"]

    @admin.display(description=_("urgent"), empty_value="")
    def urgency(self, addition: Addition) -> str | None:
        return urgent_mark() if addition.question.waits_urgently else None

    @admin.display(description=_("details added"))
    def beginning(self, addition: Addition) -> str:
        return Truncator(addition.text).chars(60)

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def has_view_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("questions.view_question")

    def has_change_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("questions.change_question")

    def has_module_permission(self, request) -> bool:
        return self.has_view_permission(request)

    @admin.display(description=_("question"))
    def question_link(self, addition: Addition) -> str:
        address = reverse("admin:questions_question_change", args=[addition.question_id])
        return format_html('<a href="{}">#{}</a>', address, addition.question_id)

    @admin.action(description=_("Mark as read"), permissions=["change"])
    def mark_selected_read(self, request, queryset):
        self.change_each(request, queryset, Addition.mark_read, READ)
