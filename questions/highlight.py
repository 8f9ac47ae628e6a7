"""Show in a text where a search matched: the same folding and stems as the index, and no query."""

import unicodedata
from collections.abc import Iterator
from html import escape

from django.utils.safestring import SafeString, mark_safe

from questions.folding import Term, fold, is_cjk, pieces, stem
from questions.markdown import shorten
from questions.search_query import ParsedQuery

Span = tuple[int, int]

# Of a very long text only the beginning is looked through.
LOOKED_AT, COLUMNS, LEAD = 20_000, 180, 40
_SENTENCE_ENDS = ".!?。！？"


def highlight(text: str, query: ParsedQuery) -> SafeString:
    """The whole text as HTML with <mark> around what matched."""
    text = unicodedata.normalize("NFC", text)
    return _marked(text, matches(text, query))


def excerpt_around(line: str, query: ParsedQuery) -> SafeString | None:
    """The part of one line in which most of the query is found, or None when none of it is."""
    line = unicodedata.normalize("NFC", line[:LOOKED_AT])
    spans = matches(line, query)
    if not spans:
        return None
    start = _beginning(line, _densest(line, spans))
    piece = shorten(line[start:], COLUMNS)
    lead = "…" if start else ""
    return mark_safe(lead + _marked(piece, matches(piece, query)))  # noqa: S308 - escaped by _marked


def beginning(line: str) -> SafeString:
    """The beginning of a line, for a text without a match."""
    return _marked(shorten(line, COLUMNS), [])


def matches(text: str, query: ParsedQuery) -> list[Span]:
    """Where terms of the query stand in the text (start, end), joined where they touch or overlap."""
    spans: list[Span] = []
    for found in pieces(text):
        for start, end in _matches_in_piece(found, query):
            if spans and start <= spans[-1][1] and is_cjk(found.text):
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
    return spans


def _matches_in_piece(piece: Term, query: ParsedQuery) -> Iterator[Span]:
    if not is_cjk(piece.text):
        if stem(fold(piece.text)) in query.stems:
            yield piece.start, piece.end
        return
    folded = [fold(character) for character in piece.text]
    for place in range(len(folded)):
        for length in (1, 2):
            if "".join(folded[place : place + length]) in query.grams:
                yield piece.start + place, min(piece.start + place + length, piece.end)


def _densest(line: str, spans: list[Span]) -> int:
    """Where the first of those stretches begins that hold most different terms."""

    def different(first: int) -> int:
        reach = spans[first][0] + COLUMNS - LEAD
        return len(
            {fold(line[start:end]) for start, end in spans[first : first + 12] if end <= reach}
        )

    return spans[max(range(min(len(spans), 200)), key=lambda first: (different(first), -first))][0]


def _beginning(line: str, match: int) -> int:
    """A place to begin before the match: a sentence if one begins near, else a word."""
    if match <= LEAD:
        return 0
    near = line[match - LEAD : match]
    ends = [i for i, character in enumerate(near) if character in _SENTENCE_ENDS]
    for place in reversed(ends):
        rest = near[place + 1 :]
        if near[place] in "。！？" or rest.startswith(" "):
            return match - len(rest.lstrip())
    space = near.find(" ")
    return match - LEAD + space + 1 if space >= 0 else match - LEAD // 4


def _marked(text: str, spans: list[Span]) -> SafeString:
    parts, place = [], 0
    for start, end in spans:
        parts += [escape(text[place:start]), "<mark>", escape(text[start:end]), "</mark>"]
        place = end
    return mark_safe("".join(parts) + escape(text[place:]))  # noqa: S308 - every text is escaped above
