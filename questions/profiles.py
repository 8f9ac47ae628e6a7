"""The profiles of the published questions: written by the worker, read from the database for a few
questions, or loaded all at once for many.
"""

import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import islice
from typing import IO

import numpy as np
from django.db import connection, transaction
from django.utils import timezone

from questions import counts, meaning, rarity
from questions.embedding import DIMENSIONS
from questions.models import Question, QuestionProfile, Tag, TaggedQuestion
from questions.neighbours import CANDIDATES, NONE, POSTINGS, keys_of
from questions.profile import RUNS, parts, profile
from questions.scoring import KIND_WEIGHTS, Rarity, Rows
from questions.sql import fetch

CHUNK = 500
# The nearest are looked for together for so many: a product of two matrices, read once.
TOGETHER = 32
_NO_FEATURES = np.empty(0, np.uint32)


def write_profiles(pks: Collection[int]) -> dict[int, str]:
    """Write the profiles of those of these that are published, and give the language of each.

    They are made before anything is held, so that several processes can make some at once. What leaves
    the site meanwhile, or is written by another, is left as it is.
    """
    published = Question.objects.published().filter(pk__in=pks)
    rows = list(
        published.order_by("pk").values_list(
            "pk", "title", "body", "language", "specialty", "profile__changed_at"
        )
    )
    tags = tags_of(pks)
    kinds = dict(Tag.objects.filter(pk__in=set().union(*tags.values())).values_list("pk", "kind"))
    rare = {language: rarity.of(language) for language in {row[3] for row in rows}}
    profiles = []
    for pk, title, body, language, specialty, _changed_at in rows:
        row = profile(title, body, [(tag, KIND_WEIGHTS[kinds[tag]]) for tag in tags[pk]])
        stored = (part.tobytes() for part in parts(row))
        profiles.append((pk, language, specialty, *stored, keys_of(row, rare[language]).tolist()))
    vectors = meaning.of_changed({pk: (title, body) for pk, title, body, *_ in rows})
    with transaction.atomic(savepoint=False):
        _send(profiles)
        counts.hold()
        now = dict(published.values_list("pk", "profile__changed_at"))
        unchanged = [pk for pk, *_, before in rows if pk in now and now[pk] == before]
        _keep(unchanged)
        meaning.write({pk: vectors[pk] for pk in unchanged if pk in vectors})
    return {pk: language for pk, _title, _body, language, *_ in rows}


def _send(profiles: Iterable[tuple]) -> None:
    """Into a table of this transaction, by COPY: profiles are long, and a rebuild writes all there are."""
    with connection.cursor() as cursor, connection.wrap_database_errors:
        cursor.execute(
            """
            CREATE TEMP TABLE new_profile (
                question_id bigint, language text, specialty_id bigint, words bytea, runs bytea, keys int[]
            ) ON COMMIT DROP
            """
        )
        with cursor.copy("COPY new_profile FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(["int8", "text", "int8", "bytea", "bytea", "int4[]"])
            for each in profiles:
                copy.write_row(each)


def _keep(pks: list[int]) -> None:
    """Those of the profiles that were sent. Texts and keys that are as they were are not written anew."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO questions_questionprofile AS known
                (question_id, language, specialty_id, words, runs, changed_at, list_due_at)
            SELECT question_id, language, specialty_id, words, runs, %(now)s, %(now)s
            FROM new_profile WHERE question_id = ANY(%(pks)s) ORDER BY question_id
            ON CONFLICT (question_id) DO UPDATE SET
                language = excluded.language,
                specialty_id = excluded.specialty_id,
                words = CASE known.words WHEN excluded.words THEN known.words ELSE excluded.words END,
                runs = CASE known.runs WHEN excluded.runs THEN known.runs ELSE excluded.runs END,
                changed_at = excluded.changed_at,
                list_due_at = excluded.list_due_at
            """,
            {"now": timezone.now(), "pks": pks},
        )
        cursor.execute(
            """
            INSERT INTO questions_profilekeys AS known (profile_id, language, keys)
            SELECT question_id, language, keys
            FROM new_profile WHERE question_id = ANY(%s) ORDER BY question_id
            ON CONFLICT (profile_id) DO UPDATE SET language = excluded.language, keys = excluded.keys
            WHERE (known.language, known.keys) IS DISTINCT FROM (excluded.language, excluded.keys)
            """,
            [pks],
        )
        cursor.execute("DROP TABLE new_profile")


def tags_of(ids: Collection[int]) -> dict[int, list[int]]:
    tags: dict[int, list[int]] = defaultdict(list)
    tagged = TaggedQuestion.objects.filter(content_object__in=ids).order_by("tag_id")
    for pk, tag in tagged.values_list("content_object", "tag"):
        tags[pk].append(tag)
    return tags


class StoredProfiles:
    """Profiles read from the database: for one question, or a few."""

    def __init__(self, language: str):
        self.language = language

    def with_keys(self, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        with connection.cursor() as cursor:
            # In one journey, which is a transaction of its own where there is none. The planner does not
            # see which keys are meant and would rather read the whole table. The keys are looked for one
            # after the other, the first of them first, until there is enough.
            cursor.execute(
                """
                SET LOCAL enable_seqscan = off;
                SELECT found.profile_id, wanted.number - 1
                FROM unnest(%s::int[]) WITH ORDINALITY AS wanted (key, number)
                CROSS JOIN LATERAL (
                    SELECT profile_id FROM questions_profilekeys
                    WHERE keys @> ARRAY[wanted.key] AND language = %s LIMIT %s
                ) AS found
                LIMIT %s;
                SET LOCAL enable_seqscan = on
                """,
                [keys.tolist(), self.language, POSTINGS, CANDIDATES],
            )
            cursor.nextset()
            found = np.array(cursor.fetchall(), np.int64).reshape(-1, 2)
        return found[:, 0], found[:, 1]

    def words(self, pks: np.ndarray) -> tuple[np.ndarray, np.ndarray, Rows]:
        rows = fetch(
            "SELECT question_id, specialty_id, words FROM questions_questionprofile"
            " WHERE question_id = ANY(%s) AND language = %s",
            [pks.tolist(), self.language],
        )
        return (
            np.array([pk for pk, _specialty, _words in rows], np.int64),
            np.array([specialty for _pk, specialty, _words in rows], np.int64),
            Rows.of([np.frombuffer(words, np.uint32) for *_, words in rows]),
        )

    def runs(self, pks: np.ndarray) -> Rows:
        found = dict(
            fetch(
                "SELECT question_id, runs FROM questions_questionprofile WHERE question_id = ANY(%s)",
                [pks.tolist()],
            )
        )
        # What has been taken off the site a moment ago is compared by its words.
        return Rows.of([np.frombuffer(found.get(pk, b""), np.uint32) for pk in pks.tolist()])

    def vectors(self, pks: np.ndarray) -> np.ndarray:
        return meaning.read(pks)

    def nearest(self, vectors: np.ndarray) -> Iterable[np.ndarray]:
        for vector in vectors:
            yield meaning.nearest(vector) if vector.any() else NONE


class Part:
    """One part of all rows in a file that is mapped into memory, with the squares of their lengths."""

    def __init__(self, file: IO[bytes], rare: Rarity):
        self._file, self._rare = file, rare
        self._counts: list[np.ndarray] = []
        self._squares: list[np.ndarray] = []

    def add(self, rows: list[bytes]) -> None:
        joined = b"".join(rows)
        self._file.write(joined)
        counts = np.array([len(row) // 4 for row in rows], np.int64)
        self._counts.append(counts)
        self._squares.append(self._rare.squares(Rows(np.frombuffer(joined, np.uint32), counts)))

    def close(self) -> None:
        self.features = _mapped(self._file, np.uint32)
        self.counts = np.concatenate([np.empty(0, np.int64), *self._counts])
        self.squares = np.concatenate([np.empty(0, np.float32), *self._squares])
        self.starts = np.cumsum(self.counts) - self.counts
        del self._file, self._counts, self._squares

    def at(self, places: np.ndarray) -> Rows:
        counts, starts = self.counts[places], self.starts[places]
        # Copied slice by slice, which is several times as fast as by a list of all their places.
        slices = zip(starts.tolist(), (starts + counts).tolist(), strict=True)
        rows = [self.features[start:end] for start, end in slices]
        return Rows(np.concatenate([_NO_FEATURES, *rows]), counts, self.squares[places])


class LoadedProfiles:
    """The profiles of a language in memory (see neighbours.Profiles)."""

    def __init__(self, language: str):
        rows = QuestionProfile.objects.filter(language=language).order_by("pk")
        rows = rows.values_list("pk", "specialty_id", "found_by__keys", "words", "runs").iterator(
            CHUNK
        )
        rare = rarity.of(language)
        pks, specialties, keys = [], [], []
        with tempfile.TemporaryFile() as words, tempfile.TemporaryFile() as runs:
            self._words, self._runs = Part(words, rare), Part(runs, rare)
            while some := list(islice(rows, CHUNK)):
                pks += [row[0] for row in some]
                specialties += [row[1] for row in some]
                keys += [np.array(row[2] or [], np.int32) for row in some]
                self._words.add([row[3] for row in some])
                self._runs.add([row[4] for row in some])
            self._words.close()
            self._runs.close()
        self._pks, self._specialties = np.array(pks, np.int64), np.array(specialties, np.int64)
        all_keys = np.concatenate([np.empty(0, np.int32), *keys])
        having = np.repeat(np.arange(len(pks), dtype=np.int32), [len(own) for own in keys])
        # Which questions have a key, by their places: from `_first[key]` up to `_first[key + 1]`.
        self._having = having[np.argsort(all_keys, kind="stable")]
        self._first = np.concatenate([[0], np.cumsum(np.bincount(all_keys, minlength=RUNS))])
        self._vectors = _vectors_of(self._pks)

    def __len__(self) -> int:
        return len(self._pks)

    def with_keys(self, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        found: list[np.ndarray] = []
        left = CANDIDATES
        for first, end in zip(
            self._first[keys].tolist(), self._first[keys + 1].tolist(), strict=True
        ):
            found.append(self._having[first : min(end, first + min(POSTINGS, left))])
            left -= len(found[-1])
            if not left:
                break
        places = np.repeat(np.arange(len(found)), [len(each) for each in found])
        return self._pks[np.concatenate([np.empty(0, np.int32), *found])], places

    def words(self, pks: np.ndarray) -> tuple[np.ndarray, np.ndarray, Rows]:
        places = np.searchsorted(self._pks, pks)
        return pks, self._specialties[places], self._words.at(places)

    def runs(self, pks: np.ndarray) -> Rows:
        return self._runs.at(np.searchsorted(self._pks, pks))

    def vectors(self, pks: np.ndarray) -> np.ndarray:
        return self._vectors[np.searchsorted(self._pks, pks)]

    def nearest(self, vectors: np.ndarray) -> Iterable[np.ndarray]:
        for start in range(0, len(vectors), TOGETHER):
            some = vectors[start : start + TOGETHER]
            if not some.any():
                yield from [NONE] * len(some)
                continue
            for cosines in some @ self._vectors.T:
                last = max(len(cosines) - meaning.NEAREST, 0)
                places = np.argpartition(cosines, last)[last:]
                yield self._pks[places[cosines[places] != 0]]


def _vectors_of(pks: np.ndarray) -> np.ndarray:
    """A row for each question, in a file as the features are; one row for all where there are none."""
    if not meaning.is_on():
        return np.broadcast_to(np.zeros(DIMENSIONS, np.float32), (len(pks), DIMENSIONS))
    with tempfile.TemporaryFile() as file:
        for start in range(0, len(pks), CHUNK):
            file.write(meaning.read(pks[start : start + CHUNK]))
        return _mapped(file, np.float32).reshape(-1, DIMENSIONS)


def _mapped(file: IO[bytes], kind: type) -> np.ndarray:
    """The numbers in a file. An ordinary array over mapped memory: its slices cost a tenth."""
    file.flush()
    # An empty file cannot be mapped.
    return np.asarray(np.memmap(file, kind, "r")) if file.tell() else np.empty(0, kind)
