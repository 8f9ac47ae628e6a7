"""Tags typed as names: "fever, ITP" becomes a list, and a synonym will mean its tag."""

import re
from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from questions import identifiers
from questions.models import Tag
from questions.tag_suggestions import Suggestion

# A name, or a name in quotes, which may hold a comma.
NAME = re.compile(r'"([^"]*)"|([^,，、;；\n]+)')
NAMES_AT_MOST = 50
# Not "name" and "record": many diseases are named after people, and many genes look like numbers.
OF_SOMEBODY = {"telephone", "email", "national_id", "health_card", "birth_date", "address", "link"}


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
            is_name = len(name) <= Tag.LENGTH and any(character.isalnum() for character in name)
            # Everyone reads the names of tags, and nobody looks at a new one before.
            if not is_name or {one.kind for one in identifiers.find(name)} & OF_SOMEBODY:
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


def by_reason(suggested: Iterable[Suggestion]) -> list[tuple[str, list[tuple[int, str]]]]:
    """Choices in groups, each under the reason why they are suggested."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for one in sorted(suggested, key=lambda suggestion: not suggestion.is_named):
        groups.setdefault(one.reason, []).append((one.tag.pk, one.tag.label))
    return list(groups.items())


class TagBoxes(forms.CheckboxSelectMultiple):
    """Tags to tick. A template that goes through the boxes finds their group in `data.reason`."""

    def optgroups(self, name, value, attrs=None):
        groups = super().optgroups(name, value, attrs)
        for reason, options, _index in groups:
            for option in options:
                option["reason"] = reason or ""
        return groups


class SuggestedTagsField(forms.ModelMultipleChoiceField):
    """Tags to tick beside a line of names. Every tag is valid: what is suggested may have changed
    since the page was made."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Suggested tags"))
        super().__init__(queryset=Tag.objects.all(), required=False, widget=TagBoxes, **kwargs)
        self.choices = []

    def offer(self, suggested: Iterable[Suggestion]) -> None:
        self.choices = by_reason(suggested)
        self.help_text = "" if self.choices else _("None suggested.")


def sentence_of_new(names: list[str]) -> str:
    """Which of these names saving will make a tag of, so that a slip of the pen is noticed."""
    known = Tag.objects.known_as(name.lower() for name in names)
    new = [name.lower() for name in names if name.lower() not in known]
    if not new:
        return ""
    words = ngettext("New tag: %(names)s", "New tags: %(names)s", len(new))
    return words % {"names": gettext(", ").join(new)}
