"""What someone typed into the search field, as a question to PostgreSQL.

Words must all be there; "in quotes" they must follow each other; -word must not be there; `or`
stands between alternatives. Whatever is typed gives a query or none, never an error.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.contrib.postgres.search import SearchQuery

from questions.folding import bigrams, fold, is_cjk, pieces, stem

LONGEST, MOST_CLAUSES = 1_000, 32

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』《》", '"'))
_CLAUSE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<words>[^\s"]+))')


@dataclass(frozen=True)
class Clause:
    """What must be there: a word, joined words, a pair of Chinese characters, or a phrase.

    `start` and `end` count the units of its alternative's text (see vocabulary.py).
    """

    typed: str
    tsquery: str
    start: int
    end: int
    is_quoted: bool = False

    @property
    def is_cjk(self) -> bool:
        return is_cjk(self.typed)


@dataclass(frozen=True)
class Alternative:
    """One of what `or` stands between: clauses that must all be there, and tsqueries of what must not."""

    text: str
    wanted: tuple[Clause, ...]
    unwanted: tuple[str, ...]

    @property
    def tsquery(self) -> str:
        return f"({' & '.join([*(clause.tsquery for clause in self.wanted), *self.unwanted])})"


@dataclass(frozen=True)
class ParsedQuery:
    """`tsquery` is "" when nothing can be looked for. Stems and grams say what to highlight."""

    alternatives: tuple[Alternative, ...] = ()
    stems: set[str] = field(default_factory=set)
    grams: set[str] = field(default_factory=set)

    @property
    def tsquery(self) -> str:
        return " | ".join(alternative.tsquery for alternative in self.alternatives)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Those of a query without `or`, of which some may be left out."""
        return self.alternatives[0].wanted if len(self.alternatives) == 1 else ()


class FoldedQuery(SearchQuery):
    """A query made of terms that need no dictionary and no parser of the server's."""

    def __init__(self, tsquery: str, **extra):
        super().__init__(tsquery, search_type="raw", **extra)

    def as_sql(self, compiler, connection, function=None, template=None):
        return super().as_sql(compiler, connection, template="(%(expressions)s)::tsquery")


def parse(typed: str) -> ParsedQuery:
    """The query of what was typed, of which only the beginning is read."""
    query = ParsedQuery()
    groups: list[list[re.Match]] = [[]]
    text = fold(typed[:LONGEST].translate(_QUOTES))[:LONGEST]
    for match in list(_CLAUSE.finditer(text))[:MOST_CLAUSES]:
        if match["words"] == "or":
            groups.append([])
        else:
            groups[-1].append(match)
    # Leaving out is no search: an alternative that only says what must not be there is dropped.
    kept = tuple(found for group in groups if (found := _alternative(group, query)).wanted)
    return replace(query, alternatives=kept)


def _alternative(group: list[re.Match], query: ParsedQuery) -> Alternative:
    wanted: dict[str, Clause] = {}
    texts, unwanted, place = [], [], 0
    for match in group:
        is_quoted = match["words"] is None
        words = match["phrase"] if is_quoted else match["words"]
        if match["minus"]:
            unwanted += [f"!{clause}" for clause in [phrase(words)] if clause]
            continue
        note(words, query)
        texts.append(words)
        for clause in _quoted(words, place) if is_quoted else _unquoted(words, place):
            wanted.setdefault(clause.tsquery, clause)
        place += _unit_count(words)
    return Alternative(" ".join(texts), tuple(wanted.values())[:MOST_CLAUSES], tuple(unwanted))


def _quoted(words: str, place: int) -> Iterator[Clause]:
    if clause := phrase(words):
        yield Clause(words, clause, place, place + _unit_count(words), is_quoted=True)


def _unquoted(words: str, place: int) -> Iterator[Clause]:
    """Joined Latin words ("covid-19") follow each other; of a CJK run all pairs must be there."""
    found = [piece for piece, _start, _end in pieces(words)]
    if not any(map(is_cjk, found)):
        if clause := phrase(words):
            yield Clause(words, clause, place, place + _unit_count(words))
        return
    for piece in found:
        if is_cjk(piece):
            for number, gram in enumerate(bigrams(piece), start=place):
                yield Clause(gram, _gram(gram), number, number + len(gram))
            place += len(piece)
        elif word := stem(piece):
            yield Clause(piece, _lexeme(word), place, place + 1)
            place += 1


def _unit_count(words: str) -> int:
    return sum(
        len(piece) if is_cjk(piece) else bool(stem(piece)) for piece, _start, _end in pieces(words)
    )


def phrase(words: str) -> str:
    """Terms that follow each other, as they do in the index; "" when only stop words are left."""
    found = [piece for piece, _start, _end in pieces(words) if is_cjk(piece) or stem(piece)]
    parts: list[str] = []
    for number, piece in enumerate(found, start=1):
        if not is_cjk(piece):
            parts.append(_lexeme(stem(piece)))
        elif number == len(found):
            parts += map(_gram, bigrams(piece))
        else:
            # Only where a run ends is its last character indexed alone.
            pairs = bigrams(piece) if len(piece) > 1 else []
            parts += map(_lexeme, [*pairs, piece[-1]])
    return f"({' <-> '.join(parts)})" if parts else ""


def note(words: str, query: ParsedQuery) -> None:
    """Add folded words to what is highlighted."""
    for piece, _start, _end in pieces(words):
        if is_cjk(piece):
            query.grams.update(bigrams(piece))
        elif stem(piece):
            query.stems.add(stem(piece))


def _gram(gram: str) -> str:
    """A single character is found at the beginning of any pair."""
    return _lexeme(gram) + (":*" if len(gram) == 1 else "")


def _lexeme(term: str) -> str:
    return f"'{term}'"
