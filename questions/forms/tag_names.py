"""Tags typed as names: "fever, ITP" becomes a list, and a synonym will mean its tag."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from questions.models import Tag

# A name, or a name in quotes, which may hold a comma.
NAME = re.compile(r'"([^"]*)"|([^,，、;；\n]+)')
NAMES_AT_MOST = 50


class TagNamesField(forms.CharField):
    """A line of names between commas, cleaned to a list of names."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Tags"))
        kwargs.setdefault("help_text", _("Names with commas between them; a synonym will do."))
        super().__init__(required=False, **kwargs)

    def clean(self, value: object) -> list[str]:
        found = NAME.findall(super().clean(value))
        names = [" ".join((quoted or plain).split()) for quoted, plain in found]
        names = list(dict.fromkeys(name for name in names if name))
        if len(names) > NAMES_AT_MOST:
            raise ValidationError(
                _("At most %(count)s tags, please."), params={"count": NAMES_AT_MOST}
            )
        for name in names:
            if len(name) > Tag.LENGTH or not any(character.isalnum() for character in name):
                raise ValidationError(
                    _("“%(name)s” cannot be the name of a tag."), params={"name": name[:60]}
                )
        return names

    def has_changed(self, initial: object, data: object) -> bool:
        return super().has_changed(self.prepare_value(initial or []), data)

    def prepare_value(self, value: object) -> object:
        if isinstance(value, list):
            return ", ".join(f'"{name}"' if "," in name else name for name in value)
        return value


def sentence_of_new(names: list[str]) -> str:
    """Which of these names saving will make a tag of, so that a slip of the pen is noticed."""
    known = Tag.objects.known_as(name.lower() for name in names)
    new = [name.lower() for name in names if name.lower() not in known]
    if not new:
        return ""
    words = ngettext("New tag: %(names)s", "New tags: %(names)s", len(new))
    return words % {"names": ", ".join(new)}
