"""Full text search over published questions: what a page of results holds.

Two tiers: questions whose title matches, then those that match elsewhere; of each at most the newest
`CAP` are looked at, so that a word which stands in every answer costs no more than a rare one.
Documents are written by search_documents.py and looked through by search_matches.py.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import NamedTuple

from django.db.models import Prefetch
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from questions import search_cursor
from questions.close_tags import close_tags
from questions.folding import fold
from questions.highlight import beginning, excerpt_around, highlight
from questions.markdown import one_line
from questions.models import Question, Reply, SearchDocument, Tag
from questions.question_words import without_question_words
from questions.search_cursor import Place
from questions.search_filters import Facet, Filters, facets
from questions.search_looser import frequencies, is_sentence, looser, ranked_by_words
from questions.search_matches import Finder, Match, ranked
from questions.search_query import LONGEST, Clause, ParsedQuery, parse
from questions.search_synonyms import with_synonyms
from questions.search_words import corrections

CAP, PAGE = 1_000, 20
# Of those that match elsewhere than in the title so many are ranked, the newest.
RANKED = 200
# Fewer answers than this are few.
FEW = 5
BY_DATE = "date"
NO_FILTERS = Filters()


@dataclass(frozen=True)
class Hit:
    """A published question that was found, with what matched marked in safe HTML."""

    question: Question
    title_html: SafeString
    question_excerpt_html: SafeString
    reply_excerpt_html: SafeString


@dataclass(frozen=True)
class Results:
    """One page of hits. `count` is exact up to CAP; past it `is_capped` is true: "more than 1,000".

    `next` is the cursor of the following page, "" on the last. Where few answers have all the
    words, `whole_count` of them do and the others are without `left_out`. `corrected` is the query
    without its slips, where that finds more. `close_tags` helps where nothing was found. What
    `is_too_common` has no word that tells anything.
    """

    hits: list[Hit] = field(default_factory=list)
    count: int = 0
    is_capped: bool = False
    next: str = ""
    facets: list[Facet] = field(default_factory=list)
    is_loose: bool = False
    whole_count: int = 0
    left_out: list[str] = field(default_factory=list)
    corrected: str = ""
    close_tags: list[Tag] = field(default_factory=list)
    is_too_common: bool = False

    @property
    def left_out_text(self) -> str:
        return gettext(", ").join(self.left_out)


class Tier(NamedTuple):
    """Matches that stand together, and how they are ranked when a page needs them."""

    matches: list[Match]
    rank: Callable[[list[Match]], list[Match]] | None = None


class Placed(NamedTuple):
    place: Place
    match: Match


@dataclass
class Found:
    """All that was found: in tiers, of which the later are of a looser query. `query` is what to mark."""

    query: ParsedQuery
    tsquery: str
    tiers: list[Tier]
    whole_count: int = 0
    is_loose: bool = False
    left_out: list[Clause] = field(default_factory=list)
    corrected: str = ""


def find(q: str, *, filters: Filters = NO_FILTERS, sort: str = "", before: str = "") -> Results:
    """Published questions that match what was typed, the best or newest first, `PAGE` after `before`.

    The question of a number that was typed comes first. A thing is found by each of its names. A
    cursor that is none of ours means page one.
    """
    literal = parse(q)
    if not literal.tsquery:
        return Results(close_tags=close_tags(q), is_too_common=True)
    query = with_synonyms(literal)
    finder, after = Finder(filters.marks, literal.tsquery), search_cursor.read(before)
    found = _look(finder, q, query, sort)
    placed = _in_order(found.tiers, after)
    is_capped, placed = len(placed) > CAP, placed[:CAP]
    if sort == BY_DATE and after:  # which goes on behind the cap
        page = _page_by_date(finder, found.tsquery, after)
    else:
        page = [each for each in placed if after is None or each.place > after][: PAGE + 1]
    hits = _hits([each.match.pk for each in page[:PAGE]], found.query)
    gone = {each.match.pk for each in page[:PAGE]} - {hit.question.pk for hit in hits}
    left = [each.match for each in placed if each.match.pk not in gone]
    return Results(
        hits=hits,
        count=len(left),
        is_capped=is_capped,
        next=page[PAGE - 1].place.cursor() if page[PAGE:] else "",
        facets=facets([match.marks for match in left], filters) if left else [],
        is_loose=bool(left) and found.is_loose,
        whole_count=found.whole_count if left else 0,
        left_out=[clause.typed for clause in found.left_out if left and not clause.is_cjk],
        corrected=found.corrected,
        close_tags=[] if found.corrected or (left and not query.grams) else close_tags(q),
    )


def _look(finder: Finder, q: str, query: ParsedQuery, sort: str) -> Found:
    tiers = [Tier(_of_number(q, finder.marks)), *_tiers(finder, query, sort)]
    found = Found(query, query.tsquery, tiers, sum(len(tier.matches) for tier in tiers))
    if found.whole_count >= FEW or not query.clauses:
        return found
    literal = parse(without_question_words(q))
    plain = with_synonyms(literal)
    if 0 < len(plain.clauses) < len(query.clauses):
        finder, query = replace(finder, literal=literal.tsquery), plain
        _add_plain(found, finder, plain, sort)
        if sum(len(tier.matches) for tier in found.tiers) > found.whole_count:
            return found
    asked = frequencies(finder, [clause.tsquery for clause in query.clauses])
    counts = dict(zip(query.clauses, asked, strict=True))
    found.corrected = _corrected(finder, q, query, counts, found.whole_count)
    if found.whole_count and not is_sentence(query):
        return found
    if loose := looser(finder, query, counts, enough=FEW):
        matches = finder.newest(loose.tsquery, most=CAP + 1)
        unranked = [match._replace(rank=0) for match in matches]
        found.tsquery, found.left_out, found.is_loose = loose.tsquery, loose.left_out, True
        if sort == BY_DATE:
            found.tiers = [Tier(unranked)]
        else:
            found.tiers.append(Tier(unranked, partial(ranked_by_words, weights=loose.weights)))
    return found


def _add_plain(found: Found, finder: Finder, plain: ParsedQuery, sort: str) -> None:
    """What has all that was asked about, if not the words around it."""
    found.query, found.tsquery, found.is_loose = plain, plain.tsquery, True
    tiers = _tiers(finder, plain, sort)
    found.tiers = tiers if sort == BY_DATE else [*found.tiers, *tiers]


def _corrected(finder: Finder, q: str, query: ParsedQuery, counts, count: int) -> str:
    """What was typed without its slips, where that finds more."""
    better = corrections(finder, query, counts)
    if not better:
        return ""
    corrected = re.sub(r"[^\W\d_]+", lambda word: better.get(fold(word[0]), word[0]), q[:LONGEST])
    most = finder.newest(with_synonyms(parse(corrected)).tsquery, most=count + 1)
    return corrected if len(most) > count else ""


def _of_number(q: str, marks: tuple[str, ...]) -> list[Match]:
    """The question that was typed as "185940" or "#185940"."""
    number = re.fullmatch(r"#?(\d{1,15})", fold(q).strip(), re.ASCII)
    if number is None:
        return []
    rows = SearchDocument.objects.filter(
        question__in=Question.objects.published().filter(pk=number[1]), marks__contains=list(marks)
    )
    return [Match(*row) for row in rows.values_list("question", "published_at", "marks")]


def _tiers(finder: Finder, query: ParsedQuery, sort: str) -> list[Tier]:
    """Together about CAP + 1 matches: titles, the shortest first, then what matches elsewhere."""
    found = finder.newest(query.tsquery, most=CAP + 1)
    if sort == BY_DATE:
        return [Tier([match._replace(rank=0) for match in found])]
    titles = [match for match in found if match.is_title]
    if len(found) > CAP:  # then older ones may have it in their title
        days = (found[0].published_at - found[-1].published_at) / timedelta(days=1)
        titles = finder.newest(
            query.tsquery, most=CAP + 1, only_titles=True, per_day=len(titles) / max(days, 1)
        )
    elsewhere = [match._replace(rank=0) for match in found if not match.is_title]
    rank = partial(ranked, tsquery=query.tsquery, literal=finder.literal)
    return [Tier(titles), Tier(elsewhere, rank)]


def _in_order(tiers: list[Tier], after: Place | None) -> list[Placed]:
    """Everything that was found once, in its order. Only a page that needs it has a tier ranked."""
    placed: list[Placed] = []
    seen: set[int] = set()
    for number, (matches, rank) in enumerate(tiers):
        matches = [match for match in matches if match.pk not in seen]
        seen.update(match.pk for match in matches)
        shown = sum(after is None or each.place > after for each in placed)
        if rank and matches and shown <= PAGE:
            matches = rank(matches[:RANKED]) + matches[RANKED:]
        placed += _sorted(matches, tier=number)
    return placed


def _sorted(matches: Iterable[Match], *, tier: int) -> list[Placed]:
    places = (Place.of(tier, match.rank, match.published_at, match.pk) for match in matches)
    return sorted(map(Placed, places, matches), key=lambda placed: placed.place)


def _page_by_date(finder: Finder, tsquery: str, after: Place) -> list[Placed]:
    before = after.published_at, after.pk
    matches = finder.newest(tsquery, most=PAGE + 1, before=before)
    return _sorted([match._replace(rank=0) for match in matches], tier=after.tier)


def _hits(ids: list[int], query: ParsedQuery) -> list[Hit]:
    replies = Reply.objects.standing().order_by("pk")
    replies = replies.only("question", "text_html", "explanation_html")
    questions = (
        Question.objects.published()
        .for_hits()
        .prefetch_related(Prefetch("replies", replies, to_attr="read_replies"))
        .in_bulk(ids)
    )
    return [_hit(questions[pk], query) for pk in ids if pk in questions]


def _hit(question: Question, query: ParsedQuery) -> Hit:
    asked = one_line(question.body_html)
    replied = [
        one_line(html)
        for reply in question.read_replies
        for html in (reply.text_html, reply.explanation_html)
    ]
    found = (excerpt_around(line, query) for line in replied)
    return Hit(
        question,
        highlight(question.title, query),
        excerpt_around(asked, query) or beginning(asked),
        next(filter(None, found), None) or beginning(next(iter(replied), "")),
    )
