"""Tags typed as names: "fever, ITP" becomes a list, and a synonym will mean its tag."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SEPARATORS = re.compile(r"[,，、;；\n]")
NAME_LENGTH, NAMES_AT_MOST = 100, 20


class TagNamesField(forms.CharField):
    """A line of names between commas, cleaned to a list of names."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Tags"))
        kwargs.setdefault("help_text", _("Names with commas between them; a synonym will do."))
        super().__init__(required=False, **kwargs)

    def clean(self, value: object) -> list[str]:
        names = [" ".join(name.split()) for name in SEPARATORS.split(super().clean(value))]
        names = list(dict.fromkeys(name for name in names if name))
        if len(names) > NAMES_AT_MOST:
            raise ValidationError(
                _("At most %(count)s tags, please."), params={"count": NAMES_AT_MOST}
            )
        for name in names:
            if len(name) > NAME_LENGTH or not any(character.isalnum() for character in name):
                raise ValidationError(
                    _("“%(name)s” cannot be the name of a tag."), params={"name": name[:60]}
                )
        return names

    def has_changed(self, initial: object, data: object) -> bool:
        return super().has_changed(", ".join(initial or []), data)

    def prepare_value(self, value: object) -> object:
        return ", ".join(value) if isinstance(value, list) else value
