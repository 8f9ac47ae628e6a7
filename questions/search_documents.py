"""The documents of search: what is written of a published question, in the transaction that changes it.

So search is never stale, and what leaves the site leaves search with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.db import connection

from questions.folding import terms
from questions.markdown import URL, without_html
from questions.models import Question, Reply, SearchDocument, TaggedQuestion
from questions.search_marks import marks_of

CHUNK = 500
# PostgreSQL refuses a tsvector of 1 MB and keeps 256 places of a term.
VECTOR_BYTES, MOST_PLACES = 700_000, 256

Fields = dict[str, list[str]]


@dataclass
class Contents:
    """What is found of one question. Of the texts each weight has some: A title ... D explanation."""

    published_at: datetime
    specialty: int
    texts: Fields
    tags: set[int] = field(default_factory=set)
    doctors: set[int] = field(default_factory=set)

    def row(self) -> tuple[datetime, str, str, str]:
        marks = marks_of(
            specialty=self.specialty,
            tags=self.tags,
            doctors=self.doctors,
            published_at=self.published_at,
        )
        title = {"A": self.texts["A"]}
        return self.published_at, " ".join(marks), vector(title), vector(self.texts)

    def texts_of_the_site(self) -> Iterator[str]:
        """Without what askers typed into the details: titles, replies and names."""
        replies = self.texts["C"][2:]
        yield from map(searchable, [*self.texts["A"], *self.texts["B"], *replies, *self.texts["D"]])


def index(question_ids: Iterable[int]) -> dict[int, Contents]:
    """Write the search documents of those of these questions that are published, drop the others'.

    Gives what is found of each.
    """
    ids = iter(sorted(set(question_ids)))
    indexed: dict[int, Contents] = {}
    while chunk := list(islice(ids, CHUNK)):
        contents = read_contents(chunk)
        SearchDocument.objects.filter(
            question__in=[pk for pk in chunk if pk not in contents]
        ).delete()
        if contents:
            _write([(pk, *each.row()) for pk, each in contents.items()])
            indexed |= contents
    return indexed


def _write(rows: list[tuple]) -> None:
    columns = [list(column) for column in zip(*rows, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO questions_searchdocument AS old
                (question_id, published_at, marks, title_vector, vector)
            SELECT id, at, string_to_array(marks, ' '), title::tsvector, body::tsvector
            FROM unnest(%s::bigint[], %s::timestamptz[], %s::text[], %s::text[], %s::text[])
                AS new (id, at, marks, title, body)
            ON CONFLICT (question_id) DO UPDATE
            SET published_at = excluded.published_at, marks = excluded.marks,
                title_vector = excluded.title_vector, vector = excluded.vector
            WHERE (old.published_at, old.marks, old.vector)
                IS DISTINCT FROM (excluded.published_at, excluded.marks, excluded.vector)
            """,
            columns,
        )


def read_contents(ids: list[int]) -> dict[int, Contents]:
    """What is found of those of these questions that are published."""
    published = Question.objects.published().filter(pk__in=ids).order_by("pk")
    contents: dict[int, Contents] = {}
    for pk, at, specialty, title, summary, body in published.values_list(
        "pk", "published_at", "specialty", "title", "summary", "body"
    ):
        texts = {"A": [title], "B": [], "C": [summary, body], "D": []}
        contents[pk] = Contents(at, specialty, texts)
    replies = Reply.objects.standing().filter(question__in=contents)
    for pk, doctor, text, explanation in replies.order_by("pk").values_list(
        "question", "doctor", "text", "explanation"
    ):
        contents[pk].doctors.add(doctor)
        contents[pk].texts["C"].append(text)
        contents[pk].texts["D"].append(explanation)
    _add_names(contents, published)
    return contents


def _add_names(contents: dict[int, Contents], published) -> None:
    """Names of the tags, with their synonyms, and of the topics of each question."""
    names: dict[int, set[str]] = defaultdict(set)
    tagged = TaggedQuestion.objects.filter(content_object__in=contents)
    for pk, tag, *words in tagged.values_list(
        "content_object", "tag", "tag__name", "tag__name_zh_hant", "tag__synonyms__name"
    ):
        contents[pk].tags.add(tag)
        names[pk].update(filter(None, words))
    topics = published.filter(topics__isnull=False)
    for pk, name, name_zh_hant, synonyms in topics.values_list(
        "pk", "topics__name", "topics__name_zh_hant", "topics__synonyms"
    ):
        names[pk].update(filter(None, [name, name_zh_hant, *synonyms]))
    for pk, words in names.items():
        contents[pk].texts["B"] += sorted(words)


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
