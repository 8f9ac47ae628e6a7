"""Which topics belong to a question, and how strongly.

Evidence is that the text names the topic (names_in_text.py), or a tag that both carry, weighed by rarity and
kind. A question that moderators pinned to a topic belongs to it. What is far behind the strongest, or
below the floor, is left out, and nothing is filled up.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from django.db import transaction
from django.db.models import Count, Q

from faq import naming
from faq.models import RelatedTopic, Topic
from faq.names_in_text import TopicNames
from questions import counts, rarity
from questions.models import Question, Tag, TaggedQuestion
from questions.profile import LOOKED_AT, word_feature
from questions.scoring import tag_weight
from questions.search_query import FoldedQuery, parse

AT_MOST = 5
# What is shared must tell as much as one tag that stands on about 1 of 11 questions; and a topic of
# which the text tells less than this share of the strongest one is only touched on.
FLOOR, TOUCHED_ON = 5.8, 0.6
# Above every score.
PINNED = 1_000.0
# From so many questions on they tell how rare a word is, and that a tag on more than half of them
# says nothing.
TELLING, TELLING_TAGS = 30, 10

Scores = dict[int, float]


@transaction.atomic(savepoint=False)
def refresh(question_ids: Iterable[int]) -> None:
    """Write the topics of these questions, and the counts of the topics."""
    counts.hold()
    ids = set(question_ids)
    topics = {pk: best(scores) for pk, scores in _scores(ids).items()}
    old = RelatedTopic.objects.filter(question__in=ids)
    changes = Counter(topic for scores in topics.values() for topic in scores)
    changes.subtract(old.values_list("topic", flat=True))
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
    counts.add(Topic, changes)


def best(scores: Scores) -> Scores:
    """At most AT_MOST topics that are close enough, the closest first."""
    strongest = max((score for score in scores.values() if score < PINNED), default=0)
    floor = max(FLOOR, strongest * TOUCHED_ON)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return {topic: score for topic, score in ranked[:AT_MOST] if score >= floor}


def topics_of_text(title: str, body: str, language: str) -> list[int]:
    """The topics that a typed text speaks of, the closest first."""
    return list(best(_scores_of_text(title, body, language)))


@transaction.atomic
def recount() -> None:
    """Count anew how many questions belong to each topic, whatever went wrong before.

    Those too that left the site a moment ago: `refresh` takes them out, and their count.
    """
    counts.hold()
    changed = []
    for topic in Topic.objects.annotate(n=Count("related_questions")):
        if topic.published_count != topic.n:
            topic.published_count = topic.n
            changed.append(topic)
    Topic.objects.bulk_update(changed, ["published_count"])


def _scores(ids: set[int]) -> dict[int, Scores]:
    published = Question.objects.published().filter(pk__in=ids).order_by()
    texts = published.values_list("pk", "title", "body", "language")
    scores = {pk: defaultdict(float, _scores_of_text(*text)) for pk, *text in texts}
    for pk, topics in _shared_tags(list(scores)).items():
        for topic, weights in topics.items():
            told = [weight**2 for weight in weights]
            scores[pk][topic] += (max(told) + sum(told)) / 2
    pinned = Topic.objects.filter(pinned_questions__in=scores)
    for pk, topic in pinned.values_list("pinned_questions", "pk"):
        scores[pk][topic] += PINNED
    return scores


def _scores_of_text(title: str, body: str, language: str) -> Scores:
    # The title counts twice, as everywhere.
    text = "\n".join([title, title, body])[:LOOKED_AT]
    return _topic_names(naming.version()).scores(text, _rarity_of_word(language))


def _rarity_of_word(language: str) -> Callable[[str], float] | None:
    rare = rarity.of(language)
    if rare.total < TELLING:
        return None
    return lambda word: float(rare.table[word_feature(word)])


def questions_naming(topic: Topic) -> Q:
    """Questions in which all words of a name stand: those to look at again when the topic changes.

    One that is named in part follows when it changes itself.
    """
    named = Q()
    for name in (topic.name, topic.name_zh_hant, *topic.synonyms):
        if query := parse(name).tsquery:
            named |= Q(search_document__vector=FoldedQuery(query))
    return named


@lru_cache(maxsize=1)
def _topic_names(_version: tuple) -> TopicNames:
    topics = Topic.objects.values_list("pk", "name", "name_zh_hant", "synonyms")
    return TopicNames(
        (pk, [name, name_zh_hant], synonyms) for pk, name, name_zh_hant, synonyms in topics
    )


def _shared_tags(ids: list[int]) -> dict[int, dict[int, list[float]]]:
    """Question -> topic -> the weight of each tag that they share."""
    tagged = TaggedQuestion.objects.filter(content_object__in=ids)
    topics = defaultdict(list)
    for tag, topic in Tag.objects.filter(
        pk__in=tagged.values("tag"), topics__isnull=False
    ).values_list("pk", "topics"):
        topics[tag].append(topic)
    total = counts.published_total()
    telling = Tag.objects.filter(pk__in=topics)
    if total >= TELLING_TAGS:
        telling = telling.filter(published_count__lte=total // 2)
    rows = telling.values_list("pk", "kind", "published_count")
    weights = {pk: tag_weight(kind, count, total) for pk, kind, count in rows}
    shared: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for pk, tag in tagged.filter(tag__in=weights).values_list("content_object", "tag"):
        for topic in topics[tag]:
            shared[pk][topic].append(weights[tag])
    return shared
