"""Which topics belong to a question: the scorer of similar questions, asked about topics.

Evidence is a tag that both carry, weighed by rarity and kind, and the topic's name or synonym as
words of the question's title. A question that moderators pinned to a topic belongs to it. Below the
floor a topic is left out, and nothing is filled up.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Count, Q

from faq.models import RelatedTopic, Topic
from questions import counts
from questions.models import Question, Tag, TaggedQuestion
from questions.neighbours import tag_weights
from questions.scoring import FLOOR
from questions.search_query import FoldedQuery, parse
from questions.vocabulary import Vocabulary

AT_MOST = 5
# A topic that is named in the title is about as certain as one with a rare condition in common.
NAMED, PINNED = 5.0, 50.0

Scores = dict[int, float]


@transaction.atomic
def refresh(question_ids: Iterable[int]) -> None:
    """Write the topics of these questions, and the counts of the topics."""
    counts.hold()
    ids = set(question_ids)
    topics = {pk: best(scores) for pk, scores in _scores(ids).items()}
    old = RelatedTopic.objects.filter(question__in=ids)
    touched = set(old.values_list("topic", flat=True))
    old.delete()
    published_at = dict(Question.objects.filter(pk__in=topics).values_list("pk", "published_at"))
    RelatedTopic.objects.bulk_create(
        (
            RelatedTopic(question_id=pk, topic_id=topic, score=score, published_at=published_at[pk])
            for pk, scores in sorted(topics.items())
            for topic, score in scores.items()
        ),
        batch_size=2_000,
    )
    recount(touched.union(*topics.values()))


def best(scores: Scores) -> Scores:
    """At most AT_MOST topics that are not below the floor, the closest first."""
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return {topic: score for topic, score in ranked[:AT_MOST] if score >= FLOOR}


def recount(topics: Iterable[int]) -> None:
    """Keep how many published questions belong to each of these topics."""
    published = Q(questions__in=Question.objects.published())
    counted = Topic.objects.filter(pk__in=topics).annotate(n=Count("questions", filter=published))
    changed = []
    for topic in counted:
        if topic.published_count != topic.n:
            topic.published_count = topic.n
            changed.append(topic)
    Topic.objects.bulk_update(changed, ["published_count"])


def recount_all() -> None:
    recount(Topic.objects.values_list("pk", flat=True))


def _scores(ids: set[int]) -> dict[int, Scores]:
    published = Question.objects.published().filter(pk__in=ids).order_by()
    titles = dict(published.values_list("pk", "title"))
    names = _names()
    scores: dict[int, Scores] = {pk: defaultdict(float) for pk in titles}
    for pk, title in titles.items():
        for match in names.matches(title):
            scores[pk][match.key] = NAMED
    for pk, topic, weight in _shared_tags(list(titles)):
        scores[pk][topic] += weight
    pinned = Topic.objects.filter(pinned_questions__in=titles)
    for pk, topic in pinned.values_list("pinned_questions", "pk"):
        scores[pk][topic] += PINNED
    return scores


def titles_naming(topic: Topic) -> Q:
    """Questions whose title may name the topic: those to look at again when it changes."""
    naming = Q()
    for name in (topic.name, topic.name_zh_hant, *topic.synonyms):
        if query := parse(f'"{name}"').tsquery:
            naming |= Q(search_document__title_vector=FoldedQuery(query))
    return naming


def _names() -> Vocabulary:
    topics = Topic.objects.values_list("pk", "name", "name_zh_hant", "synonyms")
    return Vocabulary(
        (name, pk)
        for pk, name, name_zh_hant, synonyms in topics
        for name in (name, name_zh_hant, *synonyms)
    )


def _shared_tags(ids: list[int]) -> Iterable[tuple[int, int, float]]:
    """(question, topic, weight) of each tag that they share."""
    tagged = TaggedQuestion.objects.filter(content_object__in=ids)
    topics = defaultdict(list)
    for tag, topic in Tag.objects.filter(
        pk__in=tagged.values("tag"), topics__isnull=False
    ).values_list("pk", "topics"):
        topics[tag].append(topic)
    weights = tag_weights(set(topics))
    for pk, tag in tagged.filter(tag__in=topics).values_list("content_object", "tag"):
        for topic in topics[tag]:
            yield pk, topic, weights[tag]
