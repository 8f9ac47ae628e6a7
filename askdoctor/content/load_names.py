"""Specialties, doctors, tags and topics of a file, written a batch at a time.

Each function takes the lines of a batch and says of each what became of it, or why it is refused.
"""

from collections.abc import Callable, Iterable

from django.core.exceptions import ValidationError
from simple_history.utils import bulk_create_with_history

from askdoctor.content.fields import LineError, NotYet
from askdoctor.content.known import Known, Outcome, changed_copy, outcome_of, save
from askdoctor.content.lines import DoctorLine, Line, SpecialtyLine, TagLine, TopicLine
from doctors.models import Doctor, Specialty
from faq.actions import mark_questions_due, render_topic, save_topic
from faq.models import Topic
from questions.actions import refresh_tag
from questions.models import Question, Synonym, Tag

Outcomes = list[Outcome | LineError]


def each(lines: Iterable[Line], write: Callable[[Line], Outcome]) -> Outcomes:
    """What `write` says of each line; what it raises concerns that line alone."""
    outcomes: Outcomes = []
    for line in lines:
        try:
            outcomes.append(write(line))
        except LineError as error:
            outcomes.append(error)
    return outcomes


def write_specialties(lines: list[SpecialtyLine], known: Known, *, dry_run: bool) -> Outcomes:
    def write(line: SpecialtyLine) -> Outcome:
        for other in known.specialties.values():
            if other.name == line.name and other.slug != line.slug:
                raise NotYet(f"specialty {other.slug!a} has this name")
        row = known.specialties.get(line.slug) or Specialty(slug=line.slug)
        row, changed = changed_copy(row, name=line.name, name_zh_hant=line.name_zh_hant)
        outcome = outcome_of(row, changed)
        if outcome is not Outcome.UNCHANGED and not dry_run:
            save(row)
        known.specialties[line.slug] = row
        return outcome

    return each(lines, write)


def write_doctors(lines: list[DoctorLine], known: Known, *, dry_run: bool) -> Outcomes:
    def write(line: DoctorLine) -> Outcome:
        others = line.other_specialties
        others = None if others is None else [known.specialty(slug) for slug in others]
        row, changed = changed_copy(
            known.doctors.get(line.slug) or Doctor(slug=line.slug),
            name=line.name,
            # By its key: Django cannot compare rows that a dry run did not save.
            specialty_id=known.specialty(line.specialty).pk,
            credentials=line.credentials,
            bio=line.bio,
            licence_number=line.licence_number,
            licence_issuer=line.licence_issuer,
            licence_expires_on=line.licence_expires_on,
            verified_at=line.verified_at,
            suspended_at=line.suspended_at,
        )
        row.specialty = known.specialty(line.specialty)
        if line.verified_at is None:
            row.forget_check(changed=changed)
        if row.verified_at:
            _check_licence(row)
        if others is not None and (row.pk is None or _differ(row.other_specialties, others)):
            changed.append("other_specialties")
        outcome = outcome_of(row, changed)
        if outcome is not Outcome.UNCHANGED and not dry_run:
            save(row, changed="" if others is None else row.specialties_changed(others))
            if others is not None:
                row.other_specialties.set(others)
        known.doctors[line.slug] = row
        return outcome

    return each(lines, write)


def _check_licence(doctor: Doctor) -> None:
    try:
        doctor.validate_constraints()
    except ValidationError as error:
        raise LineError(" ".join(error.messages)) from None


def _differ(manager, rows: list) -> bool:
    return set(manager.values_list("pk", flat=True)) != {row.pk for row in rows}


def write_tags(lines: list[TagLine], known: Known, *, dry_run: bool) -> Outcomes:
    names = {name.lower() for line in lines for name in (line.name, *line.synonyms)}
    tags = Tag.objects.known_as(names)
    slugs = [line.slug for line in lines if line.slug]
    owners = dict(Tag.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    new: list[tuple[Tag, list[Synonym]]] = []

    def write(line: TagLine) -> Outcome:
        row = tags.get(line.name.lower()) or Tag()
        if row.pk and row.name.lower() != line.name.lower():
            return Outcome.UNCHANGED  # it was merged here, and the site decides
        if owners.get(line.slug, row.pk) != row.pk:
            raise NotYet(f"another tag has the slug {line.slug!a}")
        synonyms = _new_synonyms(line, row, tags)
        row, changed = changed_copy(
            row, name=line.name, slug=line.slug, name_zh_hant=line.name_zh_hant, kind=line.kind
        )
        outcome = Outcome.CHANGED if row.pk and synonyms else outcome_of(row, changed)
        if outcome is Outcome.ADDED:
            new.append((row, synonyms))
        elif outcome is Outcome.CHANGED and not dry_run:
            save(row)
            _add_synonyms([(row, synonyms)])
            refresh_tag(row, by=None)
        return outcome

    outcomes = each(lines, write)
    if not dry_run:
        _add_tags(new)
    return outcomes


def _new_synonyms(line: TagLine, row: Tag, tags: dict[str, Tag]) -> list[Synonym]:
    """Those that are not there yet. An import takes none away: a merge may have made them."""
    synonyms = [name for name in line.synonyms if name.lower() != line.name.lower()]
    for name in synonyms:
        owner = tags.get(name.lower())
        if owner and owner.pk != row.pk:
            raise LineError(f"synonym {name!a} belongs to the tag {owner.name!a}")
    slugs = dict(line.synonym_slugs)
    return [
        Synonym(name=name, slug=slugs.get(name, ""))
        for name in synonyms
        if name.lower() not in tags
    ]


def _add_synonyms(rows: Iterable[tuple[Tag, list[Synonym]]]) -> None:
    synonyms = []
    for tag, own in rows:
        for synonym in own:
            synonym.tag = tag
            synonyms.append(synonym)
    Tag.objects.give_slugs(synonyms)
    bulk_create_with_history(synonyms, Synonym, default_change_reason="imported")


def _add_tags(new: list[tuple[Tag, list[Synonym]]]) -> None:
    tags = [tag for tag, _synonyms in new]
    Tag.objects.give_slugs([tag for tag in tags if not tag.slug])
    bulk_create_with_history(tags, Tag, default_change_reason="imported")
    _add_synonyms(new)


def write_topics(lines: list[TopicLine], known: Known, *, dry_run: bool) -> Outcomes:
    slugs = [line.slug for line in lines]
    rows = Topic.objects.filter(slug__in=slugs).prefetch_related("tags")
    stored = {topic.slug: topic for topic in rows}
    names = {name.lower() for line in lines for name in line.tags}
    tags = Tag.objects.known_as(names) if dry_run else Tag.objects.meant_by(names)
    new: list[tuple[Topic, list[Tag]]] = []

    def write(line: TopicLine) -> Outcome:
        row, changed = changed_copy(
            stored.get(line.slug) or Topic(slug=line.slug),
            name=line.name,
            specialty_id=known.specialty(line.specialty).pk,
            overview=line.overview,
            name_zh_hant=line.name_zh_hant,
            synonyms=None if line.synonyms is None else list(line.synonyms),
        )
        wanted = {tags[name.lower()] for name in line.tags if name.lower() in tags}
        before = set(row.tags.all()) if row.pk else set()
        outcome = Outcome.CHANGED if row.pk and wanted != before else outcome_of(row, changed)
        if outcome is Outcome.UNCHANGED or dry_run:
            return outcome
        if outcome is Outcome.ADDED:
            render_topic(row)
            new.append((row, list(wanted)))
        else:
            save_topic(topic=row, by=None, tags=line.tags)
        return outcome

    outcomes = each(lines, write)
    _add_topics(new)
    return outcomes


def _add_topics(new: list[tuple[Topic, list[Tag]]]) -> None:
    if not new:
        return
    topics = [topic for topic, _tags in new]
    bulk_create_with_history(topics, Topic, default_change_reason="imported")
    attached = Topic.tags.through
    attached.objects.bulk_create(
        attached(topic=topic, tag=tag) for topic, tags in new for tag in tags
    )
    for topic in topics:
        mark_questions_due(topic)


def pin(slug: str, numbers: set[int]) -> bool:
    """Pin these questions to the topic, and no others; whether that changed anything."""
    topic = Topic.objects.get(slug=slug)
    if numbers == set(topic.pinned_questions.values_list("pk", flat=True)):
        return False
    save_topic(topic=topic, by=None, pinned=Question.objects.filter(pk__in=numbers))
    return True
