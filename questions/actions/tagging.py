"""The tags of questions, and the tags themselves."""

import time
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.utils.translation import gettext
from psycopg.errors import DeadlockDetected, LockNotAvailable
from simple_history.utils import bulk_update_with_history

from questions.actions.public_page import mark_due
from questions.actions.publishing import BATCH, bring_reviews_of_tag_forward
from questions.erasing import erasing
from questions.models import (
    Question,
    Synonym,
    Tag,
    TaggedQuestion,
)

PATIENCE, PAUSE = 4, 0.2  # seconds; pages wait as long for a locked row


def set_tags(*, question: Question, names: Iterable[str]) -> str:
    """Give a question, which is locked, exactly these tags; a synonym gives the tag it means.

    Returns what changed, for its history: "+fever -rash", or "" when nothing did.
    """
    has = list(question.tags.all())
    before = {tag.name for tag in has}
    tags = Tag.objects.resolve(names, has=has)
    after = {tag.name for tag in tags}
    if before == after:
        return ""
    question.tags.set(tags)
    return " ".join(
        [f"+{name}" for name in sorted(after - before)]
        + [f"-{name}" for name in sorted(before - after)]
    )


def save_changed(question: Question, *, changed: list[str], tags: Iterable[str] | None, by) -> None:
    """Save these fields and, unless None, tags. One row of history says what and who, or none."""
    tags_changed = "" if tags is None else set_tags(question=question, names=tags)
    if not (changed or tags_changed):
        return
    question._history_user, question._change_reason = by, tags_changed or None
    # Tags are in another table: a field has to be saved for the history to get its row.
    question.save(update_fields=changed or ["summary"])
    question._change_reason = None


def hold_tagged(*tags: int) -> list[int]:
    """Nobody else changes these tags, nor a question that carries one, until the transaction ends.

    Gives the numbers of the questions. Who changes one of them may hold it and want another, or what
    stands below it: so nothing is waited for while one is held. Where somebody has one, all are let go
    and tried again. Raises OperationalError, as a page that waits for a row in vain.
    """
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return _hold_tagged(tags)
        except OperationalError as error:
            in_the_way = isinstance(error.__cause__, LockNotAvailable | DeadlockDetected)
            if not in_the_way or time.monotonic() > end:
                raise
        time.sleep(PAUSE)


@transaction.atomic
def _hold_tagged(tags: Iterable[int]) -> list[int]:
    # Tags first: who gives a question one of them holds that too (Tag.objects.resolve), so none is missed.
    list(Tag.objects.select_for_update().filter(pk__in=tags).order_by("pk"))
    tagged = TaggedQuestion.objects.filter(tag__in=tags).values("content_object")
    rows = Question.objects.select_for_update(no_key=True, nowait=True).filter(pk__in=tagged)
    return list(rows.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def refresh_tag(tag: Tag, *, by) -> None:
    """After a change of a tag's names or kind: the worker brings search and suggestions after it.

    Not here: a common tag is on tens of thousands of questions. Here are only the reviews of a medicine,
    which are a promise to readers. `by` is None for an import.
    """
    _refresh_held(tag, hold_tagged(tag.pk), by=by)


def _refresh_held(tag: Tag, numbers: list[int], *, by) -> None:
    bring_reviews_of_tag_forward(tag, by=by)
    for start in range(0, len(numbers), BATCH):
        batch = numbers[start : start + BATCH]
        mark_due(Question.objects.published().filter(pk__in=batch))


@transaction.atomic
def merge_tags(*, source: Tag, target: Tag, by) -> None:
    """Make `source` a synonym of `target`: questions, synonyms and the old address move along.

    The last row of the history of `source` names its questions and topics, for each of them: a common
    tag is on tens of thousands.
    """
    if source.pk == target.pk:
        raise ValidationError(gettext("A tag cannot be merged into itself."))
    # Nobody tags with either meanwhile, and what was read earlier may have changed.
    held = hold_tagged(source.pk, target.pk)
    tags = Tag.objects.in_bulk([source.pk, target.pk])
    if len(tags) < 2:
        raise ValidationError(gettext("Somebody has merged this tag meanwhile."))
    source, target = tags[source.pk], tags[target.pk]
    tagged = source.tagged_questions.order_by("content_object_id")
    numbers = ", ".join(
        f"#{number}" for number in tagged.values_list("content_object_id", flat=True)
    )
    topics = list(source.topics.order_by("pk"))
    both = target.tagged_questions.values("content_object_id")
    with erasing():
        source.tagged_questions.filter(content_object_id__in=both).delete()
        TaggedQuestion.objects.filter(tag=source).update(tag=target)
        target.topics.add(*topics)
        source.topics.clear()
    synonyms = list(source.synonyms.all())
    for synonym in synonyms:
        synonym.tag = target
    bulk_update_with_history(synonyms, Synonym, ["tag"], default_user=by)
    name, slug = source.name, source.slug
    source._history_user = target._history_user = by
    of_topics = ", ".join(topic.name for topic in topics)
    source._change_reason = (
        f"merged into: {target.name}"
        + (numbers and f"; of {numbers}")
        + (of_topics and f"; of topics: {of_topics}")
    )
    source.delete()
    for synonym in Synonym.objects.filter(name__iexact=name):
        synonym._history_user = by
        synonym.delete()
    _add_synonym(Synonym(tag=target, name=name, slug=slug), by=by)
    _keep_chinese_name(source.name_zh_hant, target, by=by)
    if target.kind == Tag.Kind.OTHER:  # nobody has said what it is
        target.kind = source.kind
    target._change_reason = f"merged: {name}"
    target.save()
    _refresh_held(target, held, by=by)


def _add_synonym(synonym: Synonym, *, by) -> None:
    synonym._history_user = by
    synonym.save()


def _keep_chinese_name(name: str, target: Tag, *, by) -> None:
    if not target.name_zh_hant:
        target.name_zh_hant = name
    elif name and not Tag.objects.known_as([name.lower()]):
        synonym = Synonym(tag=target, name=name)
        Tag.objects.give_slugs([synonym])
        _add_synonym(synonym, by=by)
