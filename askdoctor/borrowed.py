"""Texts of libraries that bring no Traditional Chinese of their own; `make messages` finds them here."""

from django.utils.translation import gettext_noop

HISTORY = (
    gettext_noop("View history: %s"),
    gettext_noop("Change history: %s"),
    gettext_noop("View %s"),
    gettext_noop("This object doesn't have a change history."),
    gettext_noop("Changed"),
    gettext_noop("Deleted"),
)
