"""Full text search over published questions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection

from questions.folding import terms
from questions.markdown import URL, without_html
from questions.models import Question, Reply, SearchDocument, TaggedQuestion

CHUNK = 500
# PostgreSQL refuses a tsvector of 1 MB, and counts no place after 16,383.
VECTOR_BYTES, LAST_PLACE = 700_000, 16_383

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
    replies = Reply.objects.filter(question__in=texts, status=Reply.Status.PUBLISHED)
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
    places: dict[str, list[str]] = {}
    for term, place, weight in _places(fields):
        places.setdefault(term, []).append(f"{place}{weight}")
    size, parts = 0, []
    for term, found in places.items():
        size += len(term.encode()) + 8 + 2 * min(len(found), 256)
        if size > VECTOR_BYTES:
            break
        parts.append(f"'{term}':{','.join(found[:256])}")
    return " ".join(parts)


def _places(fields: Fields) -> Iterator[tuple[str, int, str]]:
    place = 0
    for weight, texts in fields.items():
        for text in texts:
            for term in terms(URL.sub(" ", without_html(text))):
                place = min(place + 1, LAST_PLACE)
                yield term, place, weight
            place = min(place + 1, LAST_PLACE)
