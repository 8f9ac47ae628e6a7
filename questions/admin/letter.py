"""Which letters have gone out and which have not. To whom, nobody sees."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from doctors.posted_admin import POSTED, PostedAdmin
from questions.models import Letter

SENT_AGAIN = _("Will be sent again: %(rows)s.")


@admin.register(Letter)
class LetterAdmin(PostedAdmin):
    list_display = ["number", "kind", "status", "sent_at", "next_attempt", "attempts", "last_error"]
    search_fields = ["=contact__question__pk"]
    search_help_text = _("Number of the question")
    show_full_result_count = False
    fields = ["question_link", "kind", "language", *POSTED]
    readonly_fields = fields
    actions = ["send_selected_again"]

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
