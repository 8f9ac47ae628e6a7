"""What someone typed into the search field, as a question to PostgreSQL.

Words must all be there; "in quotes" they must follow each other; -word must not be there; `or`
stands between alternatives. Whatever is typed gives a query or none, never an error.
"""

import re
from dataclasses import dataclass, field

from django.contrib.postgres.search import SearchQuery

from questions.folding import bigrams, fold, is_cjk, pieces, stem

LONGEST, MOST_CLAUSES = 1_000, 32

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』《》", '"'))
_CLAUSE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<words>[^\s"]+))')


@dataclass
class ParsedQuery:
    """`tsquery` is "" when nothing can be looked for. The other two say what to highlight."""

    tsquery: str = ""
    stems: set[str] = field(default_factory=set)
    grams: set[str] = field(default_factory=set)
    has_minus: bool = False


class FoldedQuery(SearchQuery):
    """A query made of terms that need no dictionary and no parser of the server's."""

    def __init__(self, tsquery: str, **extra):
        super().__init__(tsquery, search_type="raw", **extra)

    def as_sql(self, compiler, connection, function=None, template=None):
        return super().as_sql(compiler, connection, template="(%(expressions)s)::tsquery")


def parse(typed: str) -> ParsedQuery:
    """The query of what was typed, of which only the beginning is read."""
    query = ParsedQuery()
    alternatives: list[tuple[list[str], list[str]]] = [([], [])]
    text = fold(typed[:LONGEST].translate(_QUOTES))[:LONGEST]
    for match in list(_CLAUSE.finditer(text))[:MOST_CLAUSES]:
        if match["words"] == "or":
            alternatives.append(([], []))
            continue
        words = match["phrase"] if match["words"] is None else match["words"]
        wanted, unwanted = alternatives[-1]
        if match["minus"]:
            unwanted += [f"!{clause}" for clause in [_phrase(words)] if clause]
        else:
            wanted += _quoted(words, query) if match["words"] is None else _unquoted(words, query)
    # Leaving out is no search: an alternative that only says what must not be there is dropped.
    kept = [(wanted, unwanted) for wanted, unwanted in alternatives if wanted]
    query.has_minus = any(unwanted for _wanted, unwanted in kept)
    query.tsquery = " | ".join(f"({' & '.join(wanted + unwanted)})" for wanted, unwanted in kept)
    return query


def _quoted(words: str, query: ParsedQuery) -> list[str]:
    _note(words, query)
    return [clause for clause in [_phrase(words)] if clause]


def _unquoted(words: str, query: ParsedQuery) -> list[str]:
    """Joined Latin words ("covid-19") follow each other; of a CJK run all pairs must be there."""
    _note(words, query)
    found = [piece for piece, _start, _end in pieces(words)]
    if not any(map(is_cjk, found)):
        return [clause for clause in [_phrase(words)] if clause]
    clauses = []
    for piece in found:
        terms = (
            map(_gram, bigrams(piece))
            if is_cjk(piece)
            else map(_lexeme, filter(None, [stem(piece)]))
        )
        clauses += terms
    return clauses


def _phrase(words: str) -> str:
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


def _note(words: str, query: ParsedQuery) -> None:
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
