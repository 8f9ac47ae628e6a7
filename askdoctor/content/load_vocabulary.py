"""A vocabulary of medical names into tags and their synonyms, all at once.

A line is `{"name": …, "synonyms": […], "group": …, "cui": […]}`, as MedQuAD's topics come; a cui is a
concept of the UMLS. Lines of one name or one concept are one tag. The site decides: the names, kinds
and synonyms that are here stay, and what would contradict them is passed over. A tag that no published
question carries is on no public page, so that thousands of them are no burden.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import connection, transaction
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from askdoctor.content.fields import Fields, LineError, decode
from questions.actions import bring_reviews_of_tag_forward, hold_tagged, mark_due
from questions.models import Question, Synonym, Tag

KINDS = {"Disorders": Tag.Kind.CONDITION, "Drug": Tag.Kind.MEDICINE}
BATCH = 2_000
WORDS_AT_MOST = 8
# More than so many other names were gathered from several articles, and are not of one thing.
SYNONYMS_AT_MOST = 40
# "Low back pain - acute", "What to ask your doctor", "Cancer resources" are titles of articles.
TITLE = re.compile(
    r" - |[?!]|\b(?:you|your|yourself|how|what|when|if|guide|resources|preparing|managing)\b", re.I
)


@dataclass
class Entry:
    """What the file says of one thing; synonyms by their small letters."""

    name: str
    kind: str
    synonyms: dict[str, str]
    concepts: tuple[str, ...] = ()


@dataclass
class Plan:
    """What is to be written. Synonyms have no slug yet."""

    new: list[Tag] = field(default_factory=list)
    retold: list[Tag] = field(default_factory=list)  # their kind is known now
    synonyms: list[Synonym] = field(default_factory=list)
    passed_over: int = 0

    def __len__(self) -> int:
        return len(self.new) + len(self.retold) + len(self.synonyms)


def parse(raw: bytes | None) -> Entry | None:
    """The entry of a line; None for a title, which can be no tag. Raises LineError."""
    if raw is None:
        raise LineError("longer than a line may be")
    values = decode(raw)
    if not isinstance(values, dict):
        raise LineError("not an object")
    for key in ("synonyms", "cui"):  # an empty one says nothing
        if isinstance(values.get(key), list):
            values[key] = [one for one in values[key] if one != ""]
    fields = Fields(values)
    name = fields.text("name", longest=1_000)
    synonyms = fields.names("synonyms", longest=1_000, most=1_000) or ()
    concepts = fields.names("cui", longest=20) or ()
    group = fields.text("group", longest=50, required=False)
    fields.names("sources", longest=200)
    fields.end()
    if not is_name(name):
        return None
    own = {} if len(synonyms) > SYNONYMS_AT_MOST else {s.lower(): s for s in synonyms if is_name(s)}
    return Entry(name, KINDS.get(group, Tag.Kind.OTHER), own, concepts)


def is_name(text: str) -> bool:
    return (
        len(text) <= Tag.LENGTH
        and len(text.split()) <= WORDS_AT_MOST
        and any(character.isalnum() for character in text)
        and not TITLE.search(text)
    )


def joined(entries: Iterable[Entry]) -> list[Entry]:
    """One entry for each thing: a later one of the same name or concept adds to the first."""
    first_of: dict[str, Entry] = {}
    for entry in entries:
        keys = [entry.name.lower(), *(f"cui\n{concept}" for concept in entry.concepts)]
        first = next((first_of[key] for key in keys if key in first_of), entry)
        if first is not entry:
            first.synonyms = {entry.name.lower(): entry.name} | entry.synonyms | first.synonyms
            first.kind = entry.kind if first.kind == Tag.Kind.OTHER else first.kind
        first_of.update(dict.fromkeys(keys, first))
    return list({id(entry): entry for entry in first_of.values()}.values())


def plan(entries: list[Entry]) -> Plan:
    """What these, each of another thing, add to what is here. Reads, and writes nothing.

    A synonym is free when no tag is called so, here or in the file, and no other entry claims it.
    """
    names = {entry.name.lower() for entry in entries}
    claims = Counter(name for entry in entries for name in entry.synonyms)
    known = Tag.objects.known_as([*names, *claims])
    free = {name for name, count in claims.items() if count == 1 and name not in names} - set(known)
    result = Plan()
    for entry in entries:
        tag = known.get(entry.name.lower())
        if tag is None:
            tag = Tag(name=entry.name, kind=entry.kind)
            result.new.append(tag)
        elif tag.name.lower() != entry.name.lower():
            continue  # it was merged here, or is the synonym of another
        elif tag.kind == Tag.Kind.OTHER != entry.kind:
            tag.kind = entry.kind
            result.retold.append(tag)
        wanted = free & entry.synonyms.keys()
        result.synonyms += [Synonym(tag=tag, name=entry.synonyms[name]) for name in sorted(wanted)]
        ours = {name for name in entry.synonyms if known.get(name) == tag} | wanted
        result.passed_over += len(entry.synonyms.keys() - ours - {tag.name.lower()})
    return result


@transaction.atomic
def write(plan: Plan, tick: Callable[[int], object] = lambda done: None) -> None:
    """`tick` hears how many rows went in. What readers see of known tags follows by the worker."""
    known = {synonym.tag.pk for synonym in plan.synonyms if synonym.tag.pk}
    known |= {tag.pk for tag in plan.retold}
    Tag.objects.give_slugs([*plan.new, *plan.synonyms])
    for batch in _batches(plan.new):
        bulk_create_with_history(batch, Tag, default_change_reason="imported")
        tick(len(batch))
    for batch in _batches(plan.retold):
        bulk_update_with_history(batch, Tag, ["kind"], default_change_reason="imported")
        tick(len(batch))
    for batch in _batches(plan.synonyms):
        for synonym in batch:
            synonym.tag_id = synonym.tag.pk
        bulk_create_with_history(batch, Synonym, default_change_reason="imported")
        tick(len(batch))
    # Foreign keys are checked at the end, by a plan that was perhaps made for an empty table: it would
    # read the whole of it for every synonym.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE questions_tag, questions_synonym")
    hold_tagged(*known)
    for tag in plan.retold:
        bring_reviews_of_tag_forward(tag, by=None)
    carrying = Question.objects.published().filter(tagged_questions__tag__in=known)
    mark_due(Question.objects.filter(pk__in=carrying.values("pk")))


def _batches(rows: list) -> Iterable[list]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))
