"""Pages that are read a thousand times for each time they are written.

The template is rendered once for each shape of page, with a mark in place of every text, and cut
at the marks. A page of that shape is then those pieces with its own texts between them, at a
fraction of the cost. The template stays an ordinary one, under two rules: it only prints texts, or
asks whether they are empty (no filter, no comparison), and it knows nothing of its visitor.
"""

import re
from functools import cache
from html import escape
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.safestring import SafeData
from django.utils.translation import get_language

# Digits alone: whatever escapes, quotes or reverses leaves them as they are.
MARK = "730915284602{:04d}"
MARKS = re.compile(r"730915284602(\d{4})")
SHAPES_AT_MOST = 1_000

# (template, language, menu entry, shape) -> the pieces, and which text stands after each.
_cut_pages: dict[tuple, tuple[list[str], list[int]]] = {}


class Fixed(str):
    """A text that the template compares, such as a language: part of the shape."""


def render_prepared(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    """As django.shortcuts.render, for a context of texts, booleans, lists and dicts."""
    shape: list = [template, get_language(), request.resolver_match.url_name]
    texts = [escape(_path_in_any_language(request))]
    _take_apart(context, shape, texts)
    key = tuple(shape)
    cut = _cut_pages.get(key)  # once: another thread may clear them at any moment
    if cut is None:
        if settings.DEBUG or len(_cut_pages) >= SHAPES_AT_MOST:
            _cut_pages.clear()
        cut = _cut_pages[key] = _cut(request, template, context)
    pieces, places = cut
    html = [""] * (len(pieces) + len(places))
    html[::2] = pieces
    html[1::2] = [texts[place] for place in places]
    return HttpResponse("".join(html))


def prepared_address(name: str, *parts: str) -> str:
    """As django.urls.reverse, for numbers and slugs."""
    return _address(name, len(parts), get_language()).format(*map(quote, parts))


@cache
def _address(name: str, count: int, _language: str) -> str:
    marks = [MARK.format(place) for place in range(count)]
    return MARKS.sub("{}", reverse(name, args=marks))


def _language_prefix() -> str:
    language = get_language()
    return "" if language == settings.LANGUAGE_CODE else f"/{language}"


def _path_in_any_language(request: HttpRequest) -> str:
    return escape_uri_path(request.path).removeprefix(_language_prefix()).strip("/")


def _cut(request: HttpRequest, template: str, context: dict) -> tuple[list[str], list[int]]:
    anybody = HttpRequest()
    anybody.path = f"{_language_prefix()}/{MARK.format(0)}/"
    anybody.resolver_match = request.resolver_match
    marked, _count = _with_marks(context, 1)
    parts = MARKS.split(render_to_string(template, marked, anybody))
    return parts[::2], [int(place) for place in parts[1::2]]


def _take_apart(value, shape: list, texts: list[str]) -> None:
    """Put the texts of `value` into one list, and all else that decides its look into the other."""
    if isinstance(value, dict):
        for part in value.values():
            _take_apart(part, shape, texts)
    elif isinstance(value, list):
        shape.append(len(value))
        for part in value:
            _take_apart(part, shape, texts)
    elif isinstance(value, str) and not isinstance(value, Fixed):
        shape.append(value != "")
        texts.append(value if isinstance(value, SafeData) else escape(value))
    else:
        shape.append(value)


def _with_marks(value, count: int) -> tuple[object, int]:
    """`value` with its texts replaced by marks, counted on from `count`; empty ones stay empty."""
    if isinstance(value, dict):
        marked = {}
        for name, part in value.items():
            marked[name], count = _with_marks(part, count)
        return marked, count
    if isinstance(value, list):
        parts = []
        for part in value:
            marked, count = _with_marks(part, count)
            parts.append(marked)
        return parts, count
    if isinstance(value, str) and not isinstance(value, Fixed):
        return (MARK.format(count) if value else ""), count + 1
    return value, count
