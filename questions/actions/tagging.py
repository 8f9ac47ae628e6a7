"""The tags of questions, and the tags themselves."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from simple_history.utils import bulk_update_with_history

from questions.actions.public_page import mark_due
from questions.actions.publishing import bring_reviews_of_tag_forward
from questions.erasing import erasing
from questions.models import (
    Question,
    Synonym,
    Tag,
    TaggedQuestion,
)


def set_tags(*, question: Question, names: Iterable[str]) -> str:
    """Give a question exactly these tags; a synonym gives the tag it means.

    Returns what changed, for its history: "+fever -rash", or "" when nothing did.
    """
    before = set(question.tags.names())
    tags = Tag.objects.resolve(names)
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


def refresh_tag(tag: Tag, *, by) -> None:
    """After a change of a tag's names or kind: the worker brings search and suggestions after it.

    Not here: a common tag is on tens of thousands of questions. Here are only the reviews of a medicine,
    which are a promise to readers. `by` is None for an import.
    """
    bring_reviews_of_tag_forward(tag, by=by)
    tagged = tag.tagged_questions.values("content_object")
    mark_due(Question.objects.published().filter(pk__in=tagged))


@transaction.atomic
def merge_tags(*, source: Tag, target: Tag, by) -> None:
    """Make `source` a synonym of `target`: questions, synonyms and the old address move along.

    The last row of the history of `source` names its questions and topics, for each of them: a common
    tag is on tens of thousands.
    """
    if source.pk == target.pk:
        raise ValidationError(gettext("A tag cannot be merged into itself."))
    # Nobody tags with either meanwhile, and what was read earlier may have changed.
    rows = Tag.objects.select_for_update().filter(pk__in=[source.pk, target.pk])
    tags = {tag.pk: tag for tag in rows.order_by("pk")}
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
    refresh_tag(target, by=by)


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
