"""What the lists of letters share: who may look and send again, and what nobody may change."""

from datetime import datetime

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from doctors.moderating import Button, ButtonsAdmin
from doctors.posted import Status

# What is known of how each letter fared, in the order in which it is shown.
POSTED = [
    "status",
    "written_at",
    "attempts",
    "unclear_count",
    "next_attempt",
    "sent_at",
    "last_error",
    "sent_again",
    "message_id",
]


class PostedAdmin(ButtonsAdmin):
    list_filter = ["status", "kind"]
    buttons = (
        Button(
            "_send_again",
            _("Send again"),
            _("%(row)s will be sent again."),
            lambda letter, *, by: letter.send_again(by=by),
            lambda letter: letter.status == Status.FAILED,
        ),
    )

    @admin.display(description=_("next attempt at"), ordering="due_at")
    def next_attempt(self, letter) -> datetime | None:
        """Of one that is not sent again nothing: its time lies behind."""
        return letter.due_at if letter.status == Status.WAITING else None

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
