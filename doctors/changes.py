"""What changed between two rows of a history, in the words of the pages that show it."""

from dataclasses import dataclass
from os.path import commonprefix

from django.db.models import DateTimeField, Field, ForeignKey
from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext

# A longer text is shown from a little before its first change to a little after its last.
SHOWN_WHOLE, AROUND, SHOWN_AT_MOST = 200, 40, 2_000


@dataclass(frozen=True)
class Change:
    field: str
    old: str
    new: str


def changes_between(older, newer) -> list[Change]:
    """Field by field, those that only buttons set as well."""
    changes = []
    for field in newer.tracked_fields:
        was, now = getattr(older, field.attname), getattr(newer, field.attname)
        if was != now and not getattr(field, "auto_now", False):
            old, new = around_change(in_words(field, was), in_words(field, now))
            none = gettext("none")
            changes.append(Change(capfirst(field.verbose_name), old or none, new or none))
    return changes


def in_words(field: Field, value: object) -> str:
    """A value as its reader knows it: the name of a row or a choice, a time of here, or ""."""
    if value is None or value == "":
        return ""
    if isinstance(field, ForeignKey):
        row = field.related_model._base_manager.filter(pk=value).first()
        return str(row or value)
    if isinstance(field, DateTimeField):
        return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    return str(dict(field.flatchoices).get(value, value))


def around_change(old: str, new: str) -> tuple[str, str]:
    """Both texts, without the long beginning and end that they share."""
    if max(len(old), len(new)) <= SHOWN_WHOLE:
        return old, new
    start = len(commonprefix([old, new]))
    longest_end = min(len(old), len(new)) - start
    end = min(len(commonprefix([old[::-1], new[::-1]])), longest_end)
    return _part(old, start, end), _part(new, start, end)


def _part(text: str, start: int, end: int) -> str:
    first, last = max(start - AROUND, 0), min(len(text) - end + AROUND, len(text))
    last = min(last, first + SHOWN_AT_MOST)
    # From a whole word to a whole word, where there are any.
    before, after = text[first:start], text[len(text) - end : last]
    if first and " " in before:
        first += before.index(" ") + 1
    if last < len(text) and " " in after:
        last -= len(after) - after.rindex(" ")
    return ("… " if first else "") + text[first:last] + (" …" if last < len(text) else "")
