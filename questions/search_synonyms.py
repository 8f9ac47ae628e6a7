"""A thing under any of its names: "ITP" finds the answers that write it out, and the other way round.

What is named in a query, the longest name at each place, may stand in the answer under each name and
synonym of that tag, in both languages.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from questions import tagging
from questions.folding import fold
from questions.models import Tag
from questions.search_query import Alternative, Clause, ParsedQuery, note, phrase

MOST_THINGS, MOST_NAMES = 6, 12

Span = tuple[int, int]


def with_synonyms(query: ParsedQuery) -> ParsedQuery:
    """The query, in which each clause that names a tag accepts its other names too."""
    vocabulary = tagging.vocabulary()
    found = [
        list(vocabulary.matches(alternative.text))[:MOST_THINGS]
        for alternative in query.alternatives
    ]
    names = _names_of({match.key for matches in found for match in matches})
    if not names:
        return query
    alternatives = []
    for alternative, matches in zip(query.alternatives, found, strict=True):
        spans: dict[Span, set[str]] = defaultdict(set)
        for match in matches:
            spans[match.place, match.place + match.length] |= names.get(match.key, set())
        alternatives.append(_with_names(alternative, spans, query))
    return replace(query, alternatives=tuple(alternatives))


def _names_of(tags: set[int]) -> dict[int, set[str]]:
    names: dict[int, set[str]] = defaultdict(set)
    rows = Tag.objects.filter(pk__in=tags) if tags else Tag.objects.none()
    for pk, *words in rows.values_list("pk", "name", "name_zh_hant", "synonyms__name"):
        names[pk].update(fold(word) for word in words if word)
    return names


def _with_names(
    alternative: Alternative, spans: Mapping[Span, set[str]], query: ParsedQuery
) -> Alternative:
    wanted = list(alternative.wanted)
    for (start, end), names in spans.items():
        inside = [clause for clause in wanted if start <= clause.start and clause.end <= end]
        touched = [clause for clause in wanted if start < clause.end and clause.start < end]
        if not inside or not all(map(_may_go, [c for c in touched if c not in inside])):
            continue
        if any(
            clause.is_quoted and (clause.start, clause.end) != (start, end) for clause in inside
        ):
            continue
        place = wanted.index(touched[0])
        wanted = [clause for clause in wanted if clause not in touched]
        wanted.insert(place, _any_of(inside, sorted(names)[:MOST_NAMES], query))
    return replace(alternative, wanted=tuple(wanted))


def _may_go(clause: Clause) -> bool:
    """A pair of characters that reaches over the edge of a name says nothing; a Latin word does."""
    return clause.is_cjk and not clause.is_quoted


def _any_of(inside: list[Clause], names: list[str], query: ParsedQuery) -> Clause:
    own = " & ".join(clause.tsquery for clause in inside)
    others = [found for name in names if (found := phrase(name))]
    for name in names:
        note(name, query)
    typed = ("" if inside[0].is_cjk else " ").join(clause.typed for clause in inside)
    tsquery = " | ".join(dict.fromkeys([f"({own})", *others]))
    return Clause(typed, f"({tsquery})", inside[0].start, inside[-1].end)
