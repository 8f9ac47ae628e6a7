"""Which letters have gone out and which have not. To whom, nobody sees."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from doctors.moderating import Button, ButtonsAdmin
from questions.models import Letter

SENT_AGAIN = ngettext_lazy(
    "%(count)s will be sent again.", "%(count)s will be sent again.", "count"
)


@admin.register(Letter)
class LetterAdmin(ButtonsAdmin):
    list_display = ["number", "kind", "status", "attempts", "due_at", "last_error", "sent_at"]
    list_filter = ["status", "kind"]
    search_fields = ["=contact__question__pk"]
    search_help_text = _("Number of the question")
    show_full_result_count = False
    fields = [
        "question_link",
        "kind",
        "language",
        "status",
        "written_at",
        "attempts",
        "unclear_count",
        "due_at",
        "sent_at",
        "last_error",
        "message_id",
    ]
    readonly_fields = fields
    buttons = (
        Button(
            "_send_again",
            _("Send again"),
            _("%(row)s will be sent again."),
            Letter.send_again,
            lambda letter: letter.status == Letter.Status.FAILED,
        ),
    )
    actions = ["send_selected_again"]

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    @admin.display(description=_("question"), ordering="contact")
    def number(self, letter: Letter) -> str:
        return f"#{letter.contact_id}"

    @admin.display(description=_("question"))
    def question_link(self, letter: Letter) -> str:
        address = reverse("admin:questions_question_change", args=[letter.contact_id])
        return format_html('<a href="{}">#{}</a>', address, letter.contact_id)

    @admin.action(description=_("Send again"), permissions=["change"])
    def send_selected_again(self, request, queryset):
        self.change_each(request, queryset, Letter.send_again, SENT_AGAIN)
