"""How long answers take, by specialty: figures to look at, counted by the worker each hour."""

from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from doctors.moderating import NarrowedAdmin
from questions.answer_times import FEWEST, WINDOW, in_plain_words
from questions.models import AnswerTime


@admin.register(AnswerTime)
class AnswerTimeAdmin(NarrowedAdmin):
    list_display = ["of", "answer_count", "half_within", "nine_of_ten_within", "counted_at"]
    list_display_links = None
    list_select_related = ["specialty"]

    def changelist_view(self, request, extra_context=None):
        title = capfirst(self.opts.verbose_name_plural)
        counted = {"title": title, "window": WINDOW, "fewest": FEWEST}
        return super().changelist_view(request, {**counted, **(extra_context or {})})

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def has_view_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("questions.view_question")

    def has_module_permission(self, request) -> bool:
        return self.has_view_permission(request)

    @admin.display(description=_("specialty"), ordering="specialty__name")
    def of(self, row: AnswerTime) -> str:
        return row.specialty.label if row.specialty else str(row)

    @admin.display(description=_("half within"), ordering="median")
    def half_within(self, row: AnswerTime) -> str:
        return in_plain_words(row.median)

    @admin.display(description=_("nine of ten within"), ordering="ninetieth")
    def nine_of_ten_within(self, row: AnswerTime) -> str:
        return in_plain_words(row.ninetieth)
