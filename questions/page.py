"""All that the page of one published question shows, read in three queries."""

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse

from doctors.names import label
from questions.markdown import html_to_text
from questions.models import Question, Reply, SimilarQuestion, Tag

SIMILAR_AT_MOST, TOPICS_AT_MOST = 4, 5

TAGS = (
    Tag.objects.filter(tagged_questions__content_object=OuterRef("pk"))
    .order_by("name")
    .values(json=JSONObject(id="pk", name="name", name_zh_hant="name_zh_hant", slug="slug"))
)
# By the relation's name: topics are a floor above this room.
TOPICS = (
    Question.objects.filter(pk=OuterRef("pk"), related_topics__isnull=False)
    .order_by("-related_topics__score", "related_topics__topic")
    .values(
        json=JSONObject(
            name="related_topics__topic__name",
            name_zh_hant="related_topics__topic__name_zh_hant",
            slug="related_topics__topic__slug",
            specialty="related_topics__topic__specialty__name",
            specialty_zh_hant="related_topics__topic__specialty__name_zh_hant",
        )
    )[:TOPICS_AT_MOST]
)


@dataclass(frozen=True)
class TopicLink:
    label: str
    specialty: str
    url: str


@dataclass(frozen=True)
class QuestionPage:
    question: Question
    replies: list[Reply]
    tags: list[Tag]
    topics: list[TopicLink]
    similar: list[Question]

    @property
    def description(self) -> str:
        """A line of plain text for search engines and share previews."""
        question = self.question
        return question.summary or html_to_text(question.reply_excerpt or question.question_excerpt)


def read_page(pk: int) -> QuestionPage:
    """Raises Question.DoesNotExist for a question that is not published."""
    question = (
        Question.objects.published()
        .select_related("specialty")
        .annotate(tag_rows=ArraySubquery(TAGS), topic_rows=ArraySubquery(TOPICS))
        .get(pk=pk)
    )
    tags = [Tag(**row) for row in question.tag_rows]
    return QuestionPage(
        question,
        replies=list(question.replies.shown()),
        tags=tags,
        topics=[_topic_link(row) for row in question.topic_rows],
        similar=_similar(pk, {tag.pk: tag.label for tag in tags}),
    )


def _topic_link(row: dict) -> TopicLink:
    return TopicLink(
        label=label(row["name"], row["name_zh_hant"]),
        specialty=label(row["specialty"], row["specialty_zh_hant"]),
        url=reverse("topic", args=[row["slug"]]),
    )


def _similar(pk: int, labels: dict[int, str]) -> list[Question]:
    """Cards of similar questions, the closest first, each with what it shares as `shared`."""
    rows = (
        SimilarQuestion.objects.filter(question=pk, similar__in=Question.objects.published())
        .select_related("similar__specialty")
        .order_by("-score", "-similar")[:SIMILAR_AT_MOST]
    )
    for row in rows:
        names = (labels[tag_id] for tag_id in row.shared_tag_ids if tag_id in labels)
        row.similar.shared = ", ".join(names)
    return [row.similar for row in rows]
