"""A folder of labelled sets, read, and put into an empty database as the site's own rows.

For a set NAME there are NAME_corpus.jsonl and NAME_qrels.jsonl, and NAME_queries.jsonl where what is
asked is not in the corpus; for `tagging` tagging.jsonl.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from django.utils.text import slugify

from doctors.models import Doctor, Specialty
from faq.models import Topic
from questions import counts
from questions.erasing import erasing
from questions.languages import language_of
from questions.models import Question, Reply, Tag, TaggedQuestion

BATCH = 500
AT = datetime(2026, 1, 1, tzinfo=UTC)


class SetError(Exception):
    """A folder that is not laid out as a set; says what is missing or wrong."""


@dataclass(frozen=True)
class Labelled:
    """What is asked, with the ids that are right: grades above 0, and those that were judged at all."""

    id: str
    grades: dict[str, float]
    judged: set[str] | None


@dataclass(frozen=True)
class LabelledSet:
    corpus: dict[str, dict]
    queries: dict[str, dict]
    labels: list[Labelled] = field(default_factory=list)


def read_set(folder: Path, name: str) -> LabelledSet:
    corpus = {row["id"]: row for row in read_rows(folder / f"{name}_corpus.jsonl")}
    queries_file = folder / f"{name}_queries.jsonl"
    queries = read_rows(queries_file) if queries_file.exists() else []
    labels = [_labelled(row, corpus) for row in read_rows(folder / f"{name}_qrels.jsonl")]
    return LabelledSet(corpus, {row["id"]: row for row in queries}, labels)


def _labelled(row: dict, corpus: dict) -> Labelled:
    grades = {pk: float(grade) for pk, grade in (row.get("grades") or {}).items() if grade}
    grades = grades or dict.fromkeys(row["relevant_ids"], 1.0)
    judged = set(row["judged_ids"]) if "judged_ids" in row else None
    known = {pk: grade for pk, grade in grades.items() if pk in corpus}
    return Labelled(row["query_id"], known, judged)


def read_rows(path: Path) -> list[dict]:
    try:
        with path.open(encoding="utf-8") as file:
            return [json.loads(line) for line in file if line.strip()]
    except FileNotFoundError:
        raise SetError(f"There is no {path}.") from None
    except (ValueError, OSError) as error:
        raise SetError(f"{path} cannot be read: {error}") from None


def text_of(row: dict) -> tuple[str, str]:
    """(title, body). A text that begins with its title once more is meant without it."""
    title, body = row.get("title", ""), row.get("text") or ""
    return title, body.removeprefix(title).lstrip(" .") if title else body


@erasing()
def publish(rows: Iterable[dict]) -> dict[str, int]:
    """Make each row a published question with a reply, and no history. Gives the number of each id."""
    specialties: dict[str, Specialty] = {}
    doctor: Doctor | None = None
    numbers: dict[str, int] = {}
    questions, tags = [], {}
    for number, row in enumerate(rows, start=1):
        name = row.get("specialty") or "General"
        if name not in specialties:
            slug = slugify(name, allow_unicode=True) or f"specialty-{len(specialties)}"
            specialties[name] = Specialty.objects.create(name=name, slug=slug)
        doctor = doctor or Doctor.objects.create(
            name="Evaluation", slug="evaluation", specialty=specialties[name]
        )
        numbers[row["id"]] = number
        tags[number] = [tag.lower()[: Tag.LENGTH] for tag in row.get("tags") or () if tag.strip()]
        questions.append(_question(number, row, specialties[name]))
    Question.objects.bulk_create(questions, batch_size=BATCH)
    Reply.objects.bulk_create((_reply(each, doctor) for each in questions), batch_size=BATCH)
    _tag(tags)
    counts.recount()
    return numbers


def _question(number: int, row: dict, specialty: Specialty) -> Question:
    title, body = text_of(row)
    return Question(
        pk=number,
        title=title[:300] or body[:100] or "-",
        slug="question",
        body=body,
        language=language_of(f"{title} {body}", otherwise="en"),
        specialty=specialty,
        status=Question.Status.PUBLISHED,
        asked_at=AT,
        published_at=AT,
        replied_by="Evaluation",
    )


def _reply(question: Question, doctor: Doctor) -> Reply:
    reply = Reply(question=question, doctor=doctor, text="-")
    reply.sign(at=AT, months_to_review=24)
    reply.take_as_checked()
    return reply


def _tag(tags: dict[int, list[str]]) -> None:
    meant = Tag.objects.meant_by(name for names in tags.values() for name in names)
    TaggedQuestion.objects.bulk_create(
        (
            TaggedQuestion(content_object_id=number, tag=tag)
            for number, names in tags.items()
            for tag in dict.fromkeys(meant[name] for name in names)
        ),
        batch_size=BATCH,
    )


def make_topics(rows: Iterable[dict]) -> dict[str, int]:
    """Make each row a topic: its title the name, its text, divided by semicolons, the synonyms."""
    specialty = Specialty.objects.create(name="General", slug="general")
    numbers, topics = {}, []
    for number, row in enumerate(rows, start=1):
        numbers[row["id"]] = number
        names = [name.strip() for name in (row.get("text") or "").split(";")]
        synonyms = [name[:200] for name in names if name and name != row["title"]]
        topics.append(
            Topic(
                pk=number,
                name=row["title"][:200],
                slug=f"topic-{number}",
                synonyms=synonyms,
                specialty=specialty,
            )
        )
    Topic.objects.bulk_create(topics, batch_size=BATCH)
    return numbers
