"""Forms that notice when what they show has been changed since, in another tab or by another."""

import hashlib
from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats, timezone
from django.utils.translation import gettext, gettext_lazy


class VersionField(forms.Field):
    """A hidden digest for each field as it was shown. Whatever is sent in its place is no error."""

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})  # or a reload keeps the old one

    def clean(self, value: object) -> str:
        return value if isinstance(value, str) else ""

    def has_changed(self, initial: object, data: object) -> bool:
        return False


class VersionMixin:
    """Refuses to replace what was stored meanwhile: shows it beside what was typed.

    Sent again, the form is saved: by then both texts have been seen.
    """

    # Fields that something else watches.
    unversioned = ("version",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"] = VersionField(initial=self.version_now, required=False)

    def version_now(self) -> str:
        """ "title:1f0c… body:77ab…" of what is stored."""
        names = [name for name in self.fields if name not in self.unversioned]
        return " ".join(f"{name}:{self._digest(name)}" for name in names)

    def clean(self):
        cleaned = super().clean()
        shown = dict(
            part.split(":", 1) for part in self.cleaned_data["version"].split() if ":" in part
        )
        stale = [
            name
            for name, digest in shown.items()
            if name in self.fields
            and name not in self.unversioned
            and digest != self._digest(name)
            and self.is_replaced(name)
        ]
        if stale:
            self._refuse(stale)
        return cleaned

    def is_replaced(self, name: str) -> bool:
        """Whether what was typed differs from what is stored: a second press replaces nothing."""
        return self.fields[name].has_changed(self.stored_value(name), self[name].data)

    def stored_value(self, name: str) -> object:
        """What is stored, where the form may begin with something else."""
        return self.get_initial_for_field(self.fields[name], name)

    def history_rows(self) -> Iterable:
        """The latest row of each history that may say who was first."""
        return self.instance.history.select_related("history_user")[:1]

    def _refuse(self, names: list[str]) -> None:
        last = max(self.history_rows(), key=lambda row: row.history_date, default=None)
        words = gettext("This was changed while you wrote. Nothing of yours is saved yet.")
        if last is not None:
            who = last.history_user or gettext("nobody signed in")
            when = formats.date_format(timezone.localtime(last.history_date), "DATETIME_FORMAT")
            words += " " + gettext("The latest change: %(who)s, %(when)s.") % {
                "who": who,
                "when": when,
            }
        compare = gettext("Compare below: saving again puts your text in the place of the other.")
        self.add_error(None, ValidationError(f"{words} {compare}"))
        for name in names:
            now = self._stored(name)
            text = (
                gettext_lazy("It is now: “%(text)s”") if now else gettext_lazy("It is now empty.")
            )
            self.add_error(name, ValidationError(text, params={"text": now}))
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = self.version_now()

    def _digest(self, name: str) -> str:
        text = "\n".join(sorted(self._values(name)))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def _values(self, name: str) -> list[str]:
        field = self.fields[name]
        value = field.prepare_value(self.stored_value(name))
        values = value if isinstance(value, list) else [value]
        return [str(one) for one in values if one is not None]

    def _stored(self, name: str) -> str:
        """What is stored, as its reader knows it."""
        choices = getattr(self.fields[name], "choices", None) or []
        labels = {str(value): str(label) for value, label in choices}
        return ", ".join(labels.get(value, value) for value in self._values(name))
