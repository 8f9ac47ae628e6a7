"""What the published questions mean, as vectors (embedding.py): kept in pgvector where it is switched on.

Most servers lack the extension, so no migration may need it: `prepare` makes the table where a worker
or a rebuild starts. Where the setting, the model, the extension or the right to make it is missing there
are no vectors, and similar questions are those that words find.
"""

import logging
import re
from collections.abc import Mapping
from hashlib import sha256

import numpy as np
from django.conf import settings
from django.db import DatabaseError, ProgrammingError, connection, transaction

from questions import counts
from questions.embedding import DIMENSIONS, embed, is_available
from questions.profile import LOOKED_AT

log = logging.getLogger(__name__)

# So many of the nearest are candidates; the index looks at more, so as to miss few of them.
NEAREST, LOOKED_THROUGH = 60, 100
# Of a typed text so many sentences are compared by themselves, if they are longer than a greeting.
SENTENCES, GREETING = 20, 12

# Whoever deletes a profile deletes the vector. HNSW: Malkov & Yashunin 2016; vectors of length 1 have
# the cosine as their inner product.
TABLE = f"""
    CREATE EXTENSION IF NOT EXISTS vector;
    DROP TABLE IF EXISTS questions_meaning;
    CREATE TABLE questions_meaning (
        question_id bigint PRIMARY KEY
            REFERENCES questions_questionprofile (question_id) ON DELETE CASCADE,
        digest bytea NOT NULL,
        vector vector({DIMENSIONS}) NOT NULL
    );
    CREATE INDEX questions_meaning_nearest ON questions_meaning USING hnsw (vector vector_ip_ops)
"""
BETWEEN_SENTENCES = re.compile(r"(?<=[.?!])\s+|\n+")
# Asked of the column: what drops the extension leaves the table.
IS_THERE = """
    SELECT 1 FROM pg_attribute
    WHERE attrelid = to_regclass('questions_meaning') AND attname = 'vector' AND NOT attisdropped
"""


def prepare() -> None:
    """Make the table if it is wanted and not there; say once what is missing for it."""
    if not settings.EMBEDDINGS or is_on():
        return
    if not is_available():
        log.warning("EMBEDDINGS is on without the model (make embeddings): words alone decide.")
        return
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            counts.hold()
            cursor.execute(IS_THERE)
            if cursor.fetchone() is None:
                cursor.execute(TABLE)
    except DatabaseError as error:
        log.warning("EMBEDDINGS is on without pgvector (%s): words alone decide.", error)


def is_on() -> bool:
    """Whether there are vectors: asked each time, for it costs little and a table can go."""
    if not (settings.EMBEDDINGS and is_available()):
        return False
    with connection.cursor() as cursor:
        cursor.execute(IS_THERE)
        return cursor.fetchone() is not None


def of_text(title: str, body: str) -> np.ndarray:
    """The vector of a text: zero if it says nothing to the model, or if there are no vectors."""
    return _embedded((title, body)) if is_on() else np.zeros(DIMENSIONS, np.float32)


def of_sentences(title: str, body: str) -> np.ndarray:
    """The vectors of the sentences of a text, its title among them, of which `of_text` gives that of
    the whole; none where there is but one."""
    whole = _whole((title, body))
    sentences = [part for part in BETWEEN_SENTENCES.split(whole) if len(part) > GREETING]
    found = dict.fromkeys([title[:LOOKED_AT], *sentences])
    return embed([text for text in found if text not in ("", whole)][:SENTENCES])


def of_changed(texts: Mapping[int, tuple[str, str]]) -> dict[int, tuple[bytes, np.ndarray]]:
    """(digest, vector) of those of these questions (title, body) whose vector is not known yet; a zero
    vector for one that says nothing to the model. Nothing at all where there are no vectors."""
    if not is_on():
        return {}
    digests = {pk: sha256(_whole(text).encode()).digest() for pk, text in texts.items()}
    known = dict(
        _rows(
            "SELECT question_id, digest FROM questions_meaning WHERE question_id = ANY(%s)",
            [list(texts)],
        )
    )
    return {
        pk: (digests[pk], _embedded(text))
        for pk, text in texts.items()
        if digests[pk] != known.get(pk)
    }


def write(vectors: Mapping[int, tuple[bytes, np.ndarray]]) -> None:
    """Keep what `of_changed` gave of these questions, which have profiles."""
    if not vectors:
        return
    rows = [(pk, digest, one.tolist()) for pk, (digest, one) in vectors.items() if one.any()]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM questions_meaning WHERE question_id = ANY(%s)", [list(vectors)])
        cursor.executemany(
            "INSERT INTO questions_meaning VALUES (%s, %s, %s::real[]::vector)", rows
        )


def _embedded(text: tuple[str, str]) -> np.ndarray:
    return embed([_whole(text)])[0]


def _whole(text: tuple[str, str]) -> str:
    """What is read of a title and a body: without marks of our own, for the model reads each one."""
    return " ".join(filter(None, text))[:LOOKED_AT]


def read(pks: np.ndarray) -> np.ndarray:
    """The vectors of these questions, a row for each: zero where there is none."""
    vectors = np.zeros((len(pks), DIMENSIONS), np.float32)
    place_of = {pk: place for place, pk in enumerate(pks.tolist())}
    for pk, vector in _rows(
        "SELECT question_id, vector_send(vector) FROM questions_meaning WHERE question_id = ANY(%s)",
        [list(place_of)],
    ):
        vectors[place_of[pk]] = np.frombuffer(vector, ">f4", offset=4)  # after the dimensions
    return vectors


def nearest(vector: np.ndarray) -> np.ndarray:
    """The questions whose vectors are nearest to this one, in any language."""
    found = _rows(
        "SELECT question_id FROM questions_meaning ORDER BY vector <#> %s::real[]::vector LIMIT %s",
        [vector.tolist(), NEAREST],
    )
    return np.array([pk for (pk,) in found], np.int64)


def _rows(statement: str, parameters: list) -> list[tuple]:
    """What the table has: nothing where it is not, or goes while it is read."""
    if not is_on():
        return []
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL hnsw.ef_search = {LOOKED_THROUGH}")
            cursor.execute(statement, parameters)
            return cursor.fetchall()
    except ProgrammingError as error:
        log.warning("The vectors have gone (%s): words alone decide.", error)
        return []
