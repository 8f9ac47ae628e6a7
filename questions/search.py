"""Full text search over published questions: what is written for it, and how it is asked.

A document is written in the transaction of what it indexes, so search is never stale. Questions whose
title matches come first, then those that match elsewhere; of each at most the newest `CAP` are ranked,
so that a word which stands in every answer costs no more than a rare one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from django.contrib.postgres.search import SearchRank
from django.db import connection
from django.db.models import F, Prefetch, Q, QuerySet
from django.utils.safestring import SafeString

from questions import tagging
from questions.folding import fold, terms
from questions.highlight import beginning, excerpt_around, highlight
from questions.markdown import URL, one_line, without_html
from questions.models import Question, Reply, SearchDocument, Tag, TaggedQuestion
from questions.search_query import FoldedQuery, ParsedQuery, parse

CAP, PAGE = 1_000, 20
LIKE = 0.3
WEIGHTS = [0.1, 0.2, 0.5, 1.0]  # of D, C, B, A
BY_LENGTH, BY_LOGARITHM_OF_LENGTH = 2, 1

CHUNK = 500
# PostgreSQL refuses a tsvector of 1 MB and keeps 256 places of a term.
VECTOR_BYTES, MOST_PLACES = 700_000, 256

Fields = dict[str, list[str]]


def index(question_ids: Iterable[int]) -> None:
    """Write the search documents of those of these questions that are published, drop the others'."""
    ids = iter(sorted(set(question_ids)))
    while chunk := list(islice(ids, CHUNK)):
        _index_chunk(chunk)


def _index_chunk(ids: list[int]) -> None:
    texts = _texts(ids)
    SearchDocument.objects.filter(question__in=[pk for pk in ids if pk not in texts]).delete()
    rows = [(pk, vector({"A": fields["A"]}), vector(fields)) for pk, fields in texts.items()]
    if rows:
        _write(rows)


def _write(rows: list[tuple[int, str, str]]) -> None:
    columns = [list(column) for column in zip(*rows, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO questions_searchdocument AS old (question_id, title_vector, vector)
            SELECT id, title::tsvector, body::tsvector
            FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS new (id, title, body)
            ON CONFLICT (question_id) DO UPDATE
            SET title_vector = excluded.title_vector, vector = excluded.vector
            WHERE old.vector IS DISTINCT FROM excluded.vector
            """,
            columns,
        )


def _texts(ids: list[int]) -> dict[int, Fields]:
    """What is searched of each published question, by weight: A title ... D explanation."""
    published = Question.objects.published().filter(pk__in=ids).order_by("pk")
    texts: dict[int, Fields] = {}
    for pk, title, summary, body in published.values_list("pk", "title", "summary", "body"):
        texts[pk] = {"A": [title], "B": [], "C": [summary, body], "D": []}
    replies = Reply.objects.standing().filter(question__in=texts)
    for pk, text, explanation in replies.order_by("pk").values_list(
        "question", "text", "explanation"
    ):
        texts[pk]["C"].append(text)
        texts[pk]["D"].append(explanation)
    for pk, names in _names(published, list(texts)).items():
        texts[pk]["B"] += sorted(names)
    return texts


def _names(published, ids: list[int]) -> dict[int, set[str]]:
    """Names of the tags, with their synonyms, and of the topics of each question."""
    names: dict[int, set[str]] = defaultdict(set)
    tagged = TaggedQuestion.objects.filter(content_object__in=ids)
    for pk, *words in tagged.values_list(
        "content_object", "tag__name", "tag__name_zh_hant", "tag__synonyms__name"
    ):
        names[pk].update(filter(None, words))
    topics = published.filter(topics__isnull=False)
    for pk, name, name_zh_hant, synonyms in topics.values_list(
        "pk", "topics__name", "topics__name_zh_hant", "topics__synonyms"
    ):
        names[pk].update(filter(None, [name, name_zh_hant, *synonyms]))
    return names


def vector(fields: Fields) -> str:
    """The text form of a tsvector: each term with its places and their weight.

    Fields stand apart by one empty place, so that no phrase reaches from one into the next.
    """
    places: dict[str, list[str]] = defaultdict(list)
    place = 0
    for weight, texts in fields.items():
        for text in texts:
            for place, term in enumerate(terms(searchable(text)), start=place + 1):  # noqa: B020 - goes on counting
                places[term].append(f"{place}{weight}")
            place += 1
    size, parts = 0, []
    for term, found in places.items():
        size += len(term.encode()) + 8 + 2 * len(found[:MOST_PLACES])
        if size > VECTOR_BYTES:
            break
        parts.append(f"'{term}':{','.join(found[:MOST_PLACES])}")
    return " ".join(parts)


def searchable(text: str) -> str:
    """A typed text without its markup and addresses, which nobody looks for."""
    return URL.sub(" ", without_html(text))


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

    `next` is the cursor of the following page, "" on the last. `close_tags` helps where nothing
    was found.
    """

    hits: list[Hit] = field(default_factory=list)
    count: int = 0
    is_capped: bool = False
    next: str = ""
    close_tags: list[Tag] = field(default_factory=list)


def find(
    q: str, *, specialty: str = "", tag: str = "", doctor: str = "", before: str = ""
) -> Results:
    """Published questions that match what was typed, the best first, `PAGE` of them after `before`.

    The question of a number that was typed comes first, and a tag is found by each of its names.
    Filters are slugs; an unknown one finds nothing. A cursor that is none of ours means page one.
    """
    query = parse(" or ".join([q, *(f'"{name}"' for name in _names_of_tag(q))]))
    slugs = {"specialty__slug": specialty, "tags__slug": tag, "replies__doctor__slug": doctor}
    filters = {name: slug for name, slug in slugs.items() if slug}
    if doctor:
        filters["replies__status"] = Reply.Status.PUBLISHED
    if not query.tsquery or not all(map(_is_slug, filter(None, slugs.values()))):
        return Results(close_tags=close_tags(q))
    questions = Question.objects.published().filter(**filters)
    numbered = _of_number(q, questions)
    ids = numbered + [pk for pk in _ranked_ids(query, questions) if pk not in numbered]
    if not ids:
        return Results(close_tags=close_tags(q))
    is_capped, ids = len(ids) > CAP, ids[:CAP]
    start = _place_after(before, ids)
    page = ids[start : start + PAGE]
    following = f"{start + PAGE}-{page[-1]}" if ids[start + PAGE :] else ""
    return Results(_hits(page, query), len(ids), is_capped, following)


def _names_of_tag(q: str) -> list[str]:
    """Every name and synonym, in both languages, of the tag that has what was typed as one."""
    typed = q.encode("utf-8", "ignore").decode().replace("\0", "").strip(' "“”「」')
    if not 1 < len(typed) <= Tag.LENGTH:
        return []
    named = Q(name__iexact=typed) | Q(name_zh_hant__iexact=typed) | Q(synonyms__name__iexact=typed)
    rows = Tag.objects.filter(pk__in=Tag.objects.filter(named).order_by().values("pk"))
    names = {
        name for row in rows.values_list("name", "name_zh_hant", "synonyms__name") for name in row
    }
    return sorted(filter(None, names))


def _of_number(q: str, questions: QuerySet) -> list[int]:
    """The question that was typed as "185940" or "#185940"."""
    number = re.fullmatch(r"#?(\d{1,15})", fold(q).strip(), re.ASCII)
    return list(questions.filter(pk=number[1]).values_list("pk", flat=True)) if number else []


def _is_slug(slug: str) -> bool:
    return re.fullmatch(r"[-\w]{1,120}", slug) is not None


def _ranked_ids(query: ParsedQuery, questions: QuerySet) -> list[int]:
    """Up to CAP + 1 ids: titles that match, the shortest first, then the others by their rank."""
    asked = FoldedQuery(query.tsquery)
    in_title = questions.filter(search_document__title_vector=asked)
    if query.has_minus:  # what must not be there must not be in the rest either
        in_title = in_title.filter(search_document__vector=asked)
    titles = _ranked(in_title, "search_document__title_vector", asked, BY_LENGTH, CAP + 1)
    missing = CAP + 1 - len(titles)
    if not missing:
        return titles
    elsewhere = questions.filter(search_document__vector=asked).exclude(pk__in=titles)
    return titles + _ranked(
        elsewhere, "search_document__vector", asked, BY_LOGARITHM_OF_LENGTH, missing
    )


def _ranked(
    questions: QuerySet, vector: str, asked: FoldedQuery, normalization: int, limit: int
) -> list[int]:
    rank = SearchRank(
        F(vector), asked, weights=WEIGHTS, normalization=normalization, cover_density=True
    )
    # Of too many the newest: both primary keys are read from their end until there are enough.
    candidates = questions.order_by("-pk").values("pk")[:limit]
    ranked = Question.objects.filter(pk__in=candidates).order_by(
        rank.desc(), "-published_at", "-pk"
    )
    return list(ranked.values_list("pk", flat=True))


def _place_after(cursor: str, ids: list[int]) -> int:
    """Where the page begins. A question that was withdrawn meanwhile leaves its place to the next."""
    match = re.fullmatch(r"(\d{1,4})-(\d{1,18})", cursor, re.ASCII)
    if match is None:
        return 0
    place, pk = int(match[1]), int(match[2])
    return ids.index(pk) + 1 if pk in ids else min(place, len(ids) - 1)


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


def close_tags(q: str, *, limit: int = 5) -> list[Tag]:
    """Tags with answers whose name or synonym looks like what was typed, the nearest first.

    Likeness is shared runs of three letters over all of them (Jaccard), two for Chinese.
    """
    typed = _shingles(q)
    if not typed:
        return []
    best: dict[int, float] = {}
    for pk, other in _names_in_shingles(tagging.version()):
        likeness = len(typed & other) / len(typed | other)
        if likeness >= LIKE:
            best[pk] = max(best.get(pk, 0), likeness)
    tags = Tag.objects.listed().filter(pk__in=best)
    return sorted(tags, key=lambda tag: (-best[tag.pk], tag.pk))[:limit]


@lru_cache(maxsize=1)
def _names_in_shingles(_version: tuple) -> list[tuple[int, set[str]]]:
    """Each name of each tag, taken apart. Done again only when one of them has changed."""
    rows = Tag.objects.values_list("pk", "name", "name_zh_hant", "synonyms__name")
    names = {(pk, word) for pk, *words in rows for word in words if word}
    return [(pk, shingles) for pk, word in names if (shingles := _shingles(word))]


def _shingles(text: str) -> set[str]:
    shingles = set()
    for word in re.findall(r"\w+", fold(text[:200])):
        length = 3 if word.isascii() else 2
        padded = f" {word} " if word.isascii() else word
        shingles |= {padded[i : i + length] for i in range(max(1, len(padded) - length + 1))}
    return shingles
