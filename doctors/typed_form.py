"""What every form of ours stands on: its fields see what was typed only as it can be stored."""

from collections.abc import Mapping

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from doctors.typed import typed

TAKEN_OUT = {
    "unreadable": _("Characters that cannot be read have been taken out. Is it still right?"),
    "direction": _(
        "Hidden characters that turn the direction of text have been taken out. Is it still right?"
    ),
}


class TypedForm:
    """`data` passes `typed` before any field reads it.

    What nobody misses goes without a word. Of the rest the form tells at the field, which shows the
    clean text by then: sent again, it is taken.
    """

    tells_what_was_taken_out = True

    def __init__(self, data: Mapping | None = None, *args, **kwargs):
        self.taken_out: dict[str, list[str]] = {}
        if data is not None:
            prefix = kwargs.get("prefix") or self.prefix
            data = self.take(data, f"{prefix}-" if prefix else "")
        super().__init__(data, *args, **kwargs)

    def take(self, data: Mapping, prefix: str) -> Mapping:
        """A copy with every text under that prefix clean; what surrounds it stays for each field to judge."""
        clean = data.copy()
        for name in (name for name in data if name.startswith(prefix)):
            if isinstance(data, MultiValueDict):
                clean.setlist(name, [self._text(name, value) for value in data.getlist(name)])
            else:
                clean[name] = self._text(name, data[name])
        return clean

    def _text(self, name: str, value: object) -> object:
        if not isinstance(value, str):
            return value
        came = typed(value, strip=False)
        if came.taken_out:
            self.taken_out[name] = came.taken_out
        return came.text

    def clean(self):
        cleaned = super().clean()
        if self.tells_what_was_taken_out:
            for field in self.visible_fields():
                for kind in self.taken_out.get(field.html_name, ()):
                    self.add_error(field.name, TAKEN_OUT[kind])
        return cleaned
