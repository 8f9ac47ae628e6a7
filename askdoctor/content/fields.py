"""The values of a JSON object, each taken with the type and the length that it has to have.

What is wrong is a `LineError`, whose text an operator can act on.
"""

import json
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from json import JSONDecodeError
from typing import Any

from django.utils import timezone

from doctors.typed import DIRECTION, typed

LONGEST_TEXT = 50_000
# Questions asked here are numbered on from it, and "#…" in a text means numbers of up to 15 digits.
HIGHEST_NUMBER = 999_999_999_999
MOST_NAMES = 200
FIRST_YEAR, LAST_YEAR = 1900, 2199

SLUG = re.compile(r"[-\w]+")
# New lines and tabs are text; what else stands below the space is refused by XML, so by our feed.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SURROGATE = re.compile("[\ud800-\udfff]")
KINDS = {
    str: "text",
    int: "a whole number",
    float: "a number with a fraction",
    bool: "true or false",
    list: "a list",
    dict: "an object",
}


class LineError(ValueError):
    """Why a line is refused."""


class NotYet(LineError):
    """Why a line is refused as long as nothing else comes: what it needs may stand further down."""


def decode(raw: bytes) -> Any:
    """What a line of JSON holds."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise LineError(f"not UTF-8: byte {error.start + 1} is {raw[error.start]:#04x}") from None
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except RecursionError:
        raise LineError("nested too deeply") from None
    except JSONDecodeError as error:
        raise LineError(f"not JSON: {error.msg} at character {error.colno}") from None
    except LineError:
        raise
    except ValueError:  # Python reads no number of thousands of digits
        raise LineError("not JSON: a number is too long") from None


def _object(pairs: list[tuple[str, Any]]) -> dict:
    values: dict = {}
    for key, value in pairs:
        if key in values:
            raise LineError(f"key {short(key)} stands there twice")
        values[key] = value
    return values


def _refuse_constant(name: str) -> None:
    raise LineError(f"not JSON: {name} is no value")


class Fields:
    """The values of one JSON object, taken one after the other; `end()` refuses what is left."""

    def __init__(self, values: dict, path: str = ""):
        self.values, self.path = dict(values), path

    def take(self, name: str, kind: type, *, required: bool = True) -> Any:
        """The value as it stands, of that type; None where it may be left out and is."""
        if name not in self.values:
            if required:
                raise LineError(f'"{self.path}{name}" is missing')
            return None
        value = self.values.pop(name)
        if type(value) is not kind:  # a bool is an int to isinstance()
            raise LineError(f'"{self.path}{name}" has to be {KINDS[kind]}, and is {called(value)}')
        return value

    def text(self, name: str, *, longest: int, required: bool = True) -> str | None:
        """One line of text; spaces at its ends and between its words count once."""
        value = self.take(name, str, required=required)
        if value is None:
            return None
        return self._one_line(name, value, longest=longest, filled=required)

    def _one_line(self, name: str, value: str, *, longest: int, filled: bool) -> str:
        value = self._clean(name, value, in_one_line=True)
        if filled and not value:
            raise LineError(f'"{self.path}{name}" is empty')
        if len(value) > longest:
            raise LineError(
                f'"{self.path}{name}" has {len(value)} characters, {longest} are allowed'
            )
        return value

    def long_text(
        self, name: str, *, required: bool = False, longest: int = LONGEST_TEXT
    ) -> str | None:
        """Text of many lines, empty where it is left out."""
        value = self.take(name, str, required=required)
        if value is None:
            return None
        value = self._clean(name, value)
        if len(value) > longest:
            raise LineError(
                f'"{self.path}{name}" has {len(value)} characters, {longest} are allowed'
            )
        if required and not value.strip():
            raise LineError(f'"{self.path}{name}" is empty')
        return value

    def _clean(self, name: str, value: str, *, in_one_line: bool = False) -> str:
        """As any form takes it. What a form takes out and tells of is refused, since nobody is asked."""
        if found := CONTROL.search(value):
            raise LineError(f'"{self.path}{name}" holds the control character {ord(found[0]):#04x}')
        if SURROGATE.search(value):
            raise LineError(f'"{self.path}{name}" holds half of a character (a lone surrogate)')
        came = typed(value, in_one_line=in_one_line, strip=False)
        if came.had_unreadable:
            raise LineError(f'"{self.path}{name}" holds U+FFFD, where something could not be read')
        if came.had_direction:
            found = DIRECTION.search(value)
            raise LineError(
                f'"{self.path}{name}" holds U+{ord(found[0]):04X}, which turns the direction of text'
            )
        return came.text

    def slug(self, name: str, *, longest: int, required: bool = True) -> str | None:
        value = self.text(name, longest=longest, required=required)
        if value is not None and not SLUG.fullmatch(value):
            raise LineError(
                f'"{self.path}{name}" may hold letters, digits, "-" and "_": {short(value)}'
            )
        return value

    def slugs(self, name: str, *, longest: int) -> tuple[tuple[str, str], ...]:
        """The pairs of an object whose values are slugs; its names are those of another list."""
        values = self.take(name, dict, required=False) or {}
        inner = Fields({ascii(key): value for key, value in values.items()}, f"{self.path}{name}.")
        return tuple(
            (typed(key, in_one_line=True).text, inner.slug(ascii(key), longest=longest))
            for key in values
        )

    def choice(self, name: str, choices: Iterable[str], *, required: bool = True) -> str | None:
        value = self.take(name, str, required=required)
        if value is not None and value not in choices:
            raise LineError(f'"{self.path}{name}" is none of {", ".join(choices)}: {short(value)}')
        return value

    def names(self, name: str, *, longest: int, most: int = MOST_NAMES) -> tuple[str, ...] | None:
        """A list of names, each once, whatever their case."""
        values = self._list(name, str, most)
        if values is None:
            return None
        lines = (self._one_line(name, value, longest=longest, filled=True) for value in values)
        return tuple({line.lower(): line for line in reversed(list(lines))}.values())[::-1]

    def numbers(self, name: str) -> tuple[int, ...] | None:
        values = self._list(name, int)
        if values is None:
            return None
        for value in values:
            self._check_number(name, value)
        return tuple(dict.fromkeys(values))

    def number(self, name: str) -> int:
        return self._check_number(name, self.take(name, int))

    def _check_number(self, name: str, value: int) -> int:
        if not 1 <= value <= HIGHEST_NUMBER:
            raise LineError(f'"{self.path}{name}" is not between 1 and {HIGHEST_NUMBER}')
        return value

    def _list(self, name: str, kind: type, most: int = MOST_NAMES) -> list | None:
        values = self.take(name, list, required=False)
        for value in values or ():
            if type(value) is not kind:
                raise LineError(
                    f'"{self.path}{name}" has to hold {KINDS[kind]} each, not {called(value)}'
                )
        if values and len(values) > most:
            raise LineError(f'"{self.path}{name}" holds {len(values)}, {most} are allowed')
        return values

    def day(self, name: str, *, required: bool = False) -> date | None:
        value = self.take(name, str, required=required)
        return None if value is None else self._date(name, value, date.fromisoformat)

    def moment(self, name: str, *, required: bool = False) -> datetime | None:
        """A time; a date means the midnight it begins with, at the place of the site."""
        value = self.take(name, str, required=required)
        if value is None:
            return None
        moment = self._date(name, value, datetime.fromisoformat)
        return timezone.make_aware(moment) if timezone.is_naive(moment) else moment

    def _date(self, name: str, value: str, read: Callable[[str], Any]) -> Any:
        try:
            if not re.match(r"\d{4}-\d\d-\d\d(?:[T ]|\Z)", value):
                raise ValueError
            found = read(value)
        except ValueError:
            found = None
        if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise LineError(f'"{self.path}{name}" is not a date like 2026-03-31: {short(value)}')
        return found

    def reviewed(self) -> tuple[date | None, date | None] | None:
        """The days of review, which may be null; None where the line does not speak of them."""
        if "reviewed_on" not in self.values and "review_due_on" not in self.values:
            return None
        days = []
        for name in ("reviewed_on", "review_due_on"):
            if self.values.get(name, "") is None:
                del self.values[name]
            days.append(self.day(name))
        return tuple(days)

    def inner(self, name: str) -> "Fields":
        return Fields(self.take(name, dict), f"{self.path}{name}.")

    def inners(self, name: str) -> list["Fields"]:
        values = self._list(name, dict) or []
        return [Fields(value, f"{self.path}{name}[{index}].") for index, value in enumerate(values)]

    def end(self) -> None:
        if self.values:
            raise LineError(f"unknown key {short(next(iter(self.values)), self.path)}")


def called(value: Any) -> str:
    return KINDS.get(type(value), "null")


def short(value: str, path: str = "") -> str:
    """A value inside a message: escaped, so that it cannot play with a terminal, and cut."""
    return ascii(path + value if len(value) <= 60 else path + value[:60] + "…")
