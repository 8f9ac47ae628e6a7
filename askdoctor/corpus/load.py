"""A corpus into the database: a chunk is one transaction, so a killed run goes on where it ended.

Questions come as if they had been asked, answered and worked out here, except that neither they nor
their names have a history (what is written while `erasing()` gets none), and that they have no similar
questions: those come from `manage.py rebuild_similar`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection, models, transaction
from django.db.models import F, Max, Min
from django.utils.text import slugify

from askdoctor.corpus.subjects import SPECIALTIES, World, topic_tags
from askdoctor.corpus.words import COMMON
from askdoctor.corpus.writing import CHUNK, WrittenQuestion, chunks, write_chunk
from doctors.models import Doctor, Specialty
from faq import related
from faq.models import RelatedTopic, Topic
from questions import counts, search_documents, search_words
from questions.erasing import erasing
from questions.markdown import excerpt, excerpt_to_html, paragraphs_to_html
from questions.models import (
    Question,
    Reply,
    SearchDocument,
    Synonym,
    Tag,
    TaggedQuestion,
)
from questions.models.reply import digest_of

Status = Question.Status
TAG_FIELDS = ["name", "name_zh_hant", "kind"]
ANSWERED = {Status.PUBLISHED, Status.RETRACTED}
ROWS, DOCUMENTS = [Question, Reply, TaggedQuestion, RelatedTopic], [SearchDocument]


@dataclass
class Names:
    """The keys that the places in a world's lists have in the database."""

    specialties: list[int]
    doctors: list[Doctor]
    tags: list[int]
    topics: list[int]


def digest(world: World) -> str:
    """Stands where an imported question has the digest of its line: whose it is, and of which run."""
    return f"corpus {world.seed} {world.size}"


def is_alone(world: World) -> bool:
    """Whether the database holds no question but of this corpus."""
    return not Question.objects.exclude(import_digest=digest(world)).exists()


def first_number(world: World) -> int:
    """The number of the corpus's first question: past all that were there before it."""
    of_corpus = Question.objects.filter(import_digest=digest(world))
    others = Question.objects.exclude(import_digest=digest(world))
    begun = of_corpus.aggregate(first=Min("pk"))["first"]
    if begun is not None:
        others = others.filter(pk__lt=begun)
    last = others.aggregate(last=Max("pk"))["last"] or 0
    return last - last % -CHUNK + 1


def missing_chunks(world: World, first: int) -> list[int]:
    starts = {first + chunk * CHUNK: chunk for chunk in chunks(world)}
    written = Question.objects.filter(pk__in=starts).values_list("pk", flat=True)
    return sorted(starts[pk] for pk in starts.keys() - set(written))


def unindexed_chunks(world: World, first: int) -> list[int]:
    """Those with a question that search does not find yet."""
    of_corpus = Question.objects.published().filter(import_digest=digest(world))
    unindexed = of_corpus.filter(search_document__isnull=True)
    chunk = (F("pk") - first) / CHUNK
    return sorted(unindexed.order_by().values_list(chunk, flat=True).distinct())


@erasing()
def write_names(world: World) -> Names:
    """Specialties, doctors, tags and topics; those of the same address stay as they are."""
    specialties = _stored(
        Specialty(slug=f"corpus-{word}", name=f"Corpus {word}") for word in COMMON[:SPECIALTIES]
    )
    doctors = _stored(
        Doctor(slug=f"corpus-{place}", name=name, specialty_id=specialties[specialty])
        for place, (name, specialty) in enumerate(world.doctors)
    )
    tags = _stored(
        (
            Tag(slug=_tag_slug(name.name), **{field: getattr(name, field) for field in TAG_FIELDS})
            for name in world.tags
        ),
        by="name",
    )
    _stored(
        (
            Synonym(slug=_tag_slug(name.synonym), name=name.synonym, tag_id=key)
            for name, key in zip(world.tags, tags, strict=True)
            if name.synonym
        ),
        by="name",
    )
    topics = _stored(
        Topic(
            slug=f"corpus-{place}",
            name=subject.name,
            name_zh_hant=subject.name_zh_hant,
            specialty_id=specialties[subject.specialty],
        )
        for place, subject in enumerate(world.subjects)
    )
    carried = Topic.tags.through
    carried.objects.bulk_create(
        (
            carried(topic_id=topic, tag_id=tags[tag])
            for topic, subject in zip(topics, world.subjects, strict=True)
            for tag in topic_tags(subject)
        ),
        ignore_conflicts=True,
        batch_size=5_000,
    )
    found = Doctor.objects.in_bulk(doctors)
    return Names(specialties, [found[key] for key in doctors], tags, topics)


def _tag_slug(name: str) -> str:
    return "corpus-" + slugify(name)


def _stored(rows: Iterable[models.Model], *, by: str = "slug") -> list[int]:
    """The keys of these rows, or of those that are there already `by` that name, in their order."""
    rows = list(rows)
    if not rows:
        return []
    model = type(rows[0])
    model.objects.bulk_create(rows, ignore_conflicts=True, batch_size=5_000)
    keys = {name.lower(): pk for name, pk in model.objects.values_list(by, "pk")}
    return [keys[getattr(row, by).lower()] for row in rows]


class Table:
    """Rows for COPY, with values of the columns that are listed; others have their defaults."""

    def __init__(self, model: type[models.Model], listed: str):
        self.model, self.rows, names = model, [], listed.split()
        fields = {field.attname: field for field in model._meta.concrete_fields}
        others = [
            name
            for name in fields
            if name not in names and not isinstance(fields[name], models.AutoField)
        ]
        self.columns = [fields[name].column for name in (*names, *others)]
        self.defaults = [
            fields[name].get_db_prep_save(fields[name].get_default(), connection) for name in others
        ]

    def add(self, *values) -> None:
        self.rows.append([*values, *self.defaults])

    def write(self) -> None:
        name = connection.ops.quote_name
        columns = ", ".join(map(name, self.columns))
        query = f"COPY {name(self.model._meta.db_table)} ({columns}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(query) as copy:
            for row in self.rows:
                copy.write_row(row)


class Chunk:
    """The rows of some questions."""

    def __init__(self):
        self.questions = Table(
            Question,
            "id title slug body language specialty_id asker_name age_band sex status "
            "asked_at claimed_by_id claimed_at lease_until resolved_by_id decline_reason "
            "published_at body_html "
            "question_excerpt reply_excerpt replied_by changed_at import_digest "
            "retracted_at retraction_reason",
        )
        self.replies = Table(
            Reply,
            "question_id doctor_id place status text explanation warned_digest "
            "replied_at saved_at reviewed_on review_due_on doctor_name doctor_specialty_id text_html explanation_html",
        )
        self.tagged = Table(TaggedQuestion, "tag_id content_object_id published_at")
        self.related = Table(RelatedTopic, "question_id topic_id score published_at")

    def add(self, said: WrittenQuestion, number: int, names: Names, digest: str) -> None:
        is_answered = said.status in ANSWERED
        is_published = said.status == Status.PUBLISHED
        replies = said.replies if is_answered else []
        first = replies[0] if replies else None
        doctor = names.doctors[said.replies[0].doctor]
        is_claimed, at = said.status == Status.CLAIMED, said.replied_at
        is_retracted = said.status == Status.RETRACTED
        tags = [names.tags[place] for place in said.tags]
        specialty = names.specialties[said.specialty]
        self.questions.add(
            *(number, said.title, _slug(said.title), said.body, said.language, specialty),
            *(doctor.name.split()[0], said.age_band, said.sex, said.status, said.asked_at),
            *((doctor.pk, at, at + Question.LEASE) if is_claimed else (None, None, None)),
            # To one beside it in the chunk, whatever it is: nothing is read from there.
            (_beside(said, number) if said.status == Status.RESOLVED else None),
            Question.DeclineReason.OTHER if said.status == Status.DECLINED else "",
            said.replied_at if is_answered else None,
            paragraphs_to_html(said.body),
            _excerpt(said.body),
            _excerpt(first.text) if first else "",
            doctor.name if first else "",
            *(said.replied_at, digest),
            *((said.replied_at, "Made up.") if is_retracted else (None, "")),
        )
        for place, reply in enumerate(replies, start=1):
            self._add_reply(reply, said, number, place, names.doctors[reply.doctor])
        for tag in tags:
            self.tagged.add(tag, number, said.replied_at if is_published else None)
        if is_published:
            for place, topic in enumerate(said.topics):
                self.related.add(number, names.topics[topic], 9.0 - place, said.replied_at)

    def _add_reply(self, reply, said: WrittenQuestion, number: int, place: int, doctor) -> None:
        day = said.replied_at.date()
        self.replies.add(
            *(number, doctor.pk, place, Reply.Status.PUBLISHED, reply.text, reply.explanation),
            digest_of(reply.text, reply.explanation),
            *(said.replied_at, said.replied_at, day, day + timedelta(days=730)),
            *(doctor.name, doctor.specialty_id),
            *(paragraphs_to_html(reply.text), paragraphs_to_html(reply.explanation)),
        )

    def write(self) -> None:
        for table in (self.questions, self.replies, self.tagged, self.related):
            table.write()


def _beside(said: WrittenQuestion, number: int) -> int:
    return number - 1 if said.number % CHUNK else number + 1


def _slug(title: str) -> str:
    return slugify(title, allow_unicode=True)[:120].strip("-")


def _excerpt(text: str) -> str:
    # No excerpt is longer, and to look at all of the text takes longer than to write it.
    return excerpt_to_html(excerpt(paragraphs_to_html(text[:400])))


@erasing()
def load_chunk(world: World, names: Names, first: int, number: int) -> int:
    """Write the questions of a chunk, `first` being the corpus's first. Returns how many."""
    chunk, own_digest = Chunk(), digest(world)
    keys = []
    for said in write_chunk(world, number):
        keys.append(first + said.number)
        chunk.add(said, keys[-1], names, own_digest)
    chunk.write()
    return len(keys)


def index_chunk(world: World, _names: Names, first: int, number: int) -> int:
    """Write the search documents of a chunk, and keep its words. Returns of how many questions."""
    start, end = number * CHUNK, min((number + 1) * CHUNK, world.size)
    with transaction.atomic():
        search_words.learn(search_documents.index(range(first + start, first + end)).values())
    return end - start


def drop_indexes(of: list[type[models.Model]]) -> None:
    """To be made again in one go, which is quicker than row by row, GIN's above all."""
    missing = missing_indexes()
    with connection.schema_editor() as editor:
        for model in of:
            for index in model._meta.indexes:
                if (model, index) not in missing:
                    editor.remove_index(model, index)


def restore_indexes(tick: Callable[[str], object] = lambda name: None) -> None:
    """Make what a run dropped, or one before it that was killed."""
    for model, index in missing_indexes():
        tick(index.name)
        with connection.schema_editor() as editor:
            editor.add_index(model, index)


def missing_indexes() -> list[tuple[type[models.Model], models.Index]]:
    missing = []
    with connection.cursor() as cursor:
        for model in ROWS + DOCUMENTS:
            names = connection.introspection.get_constraints(cursor, model._meta.db_table)
            missing += [(model, index) for index in model._meta.indexes if index.name not in names]
    return missing


def finish() -> None:
    """What stands beside the questions: counts, and what the planner knows of them."""
    counts.recount()
    related.recount()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
