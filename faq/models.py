"""Topics: curated pages on what is asked often."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, Count, F, Value, When, Window
from django.db.models.functions import Left, Lower, RowNumber, Upper
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from doctors.counted import Counted
from doctors.models import Specialty
from doctors.names import NamedInTwoLanguages, written_in
from questions.models import Question, Tag
from questions.models.question_queryset import QuestionQuerySet


class TopicQuerySet(models.QuerySet):
    def with_initial(self) -> "TopicQuerySet":
        """Adds `shown_name`, the name in the language of the page, and `initial`: "A" to "Z", or
        "other" for names that begin with anything else."""
        shown = F("name")
        if get_language() == "zh-hant":
            shown = Case(When(name_zh_hant="", then=F("name")), default=F("name_zh_hant"))
        return self.annotate(shown_name=Lower(shown), letter=Upper(Left(shown, 1))).annotate(
            initial=Case(When(letter__regex="^[A-Z]$", then=F("letter")), default=Value("other"))
        )

    def a_to_z(self) -> "TopicQuerySet":
        """By specialty, then by the name that readers see; what a list of links needs."""
        return (
            self.with_initial()
            .only("slug", "name", "name_zh_hant", "specialty_id")
            .order_by("specialty__name", "specialty", "shown_name", "pk")
        )

    def most_asked(self) -> "TopicQuerySet":
        return self.order_by("-published_count", "name", "pk")

    def most_asked_of_each_specialty(self, count: int) -> "TopicQuerySet":
        """Up to `count` of every specialty."""
        rank = Window(
            RowNumber(), partition_by="specialty", order_by=["-published_count", "name", "pk"]
        )
        return self.annotate(rank_in_specialty=rank).filter(rank_in_specialty__lte=count)

    def sharing_tags_with(self, topic: "Topic") -> "TopicQuerySet":
        """Other topics with the same tags, those that share most of them first."""
        return (
            self.filter(tags__in=topic.tags.all())
            .exclude(pk=topic.pk)
            .annotate(shared_count=Count("tags", distinct=True))
            .order_by("-shared_count", "-published_count", "name", "pk")
        )


class Topic(Counted, NamedInTwoLanguages):
    """A subject that is asked about often, with an overview and the questions that belong to it."""

    slug = models.SlugField(_("slug"), max_length=120, unique=True, allow_unicode=True)
    name = models.CharField(_("name"), max_length=200)
    synonyms = ArrayField(
        models.CharField(max_length=200), verbose_name=_("synonyms"), default=list, blank=True
    )
    specialty = models.ForeignKey(
        Specialty, models.PROTECT, related_name="topics", verbose_name=_("specialty")
    )
    overview = models.TextField(_("overview"), blank=True)
    overview_html = models.TextField(editable=False, default="")
    tags = models.ManyToManyField(Tag, related_name="topics", blank=True, verbose_name=_("tags"))
    pinned_questions = models.ManyToManyField(
        Question,
        related_name="+",
        blank=True,
        limit_choices_to={"status": Question.Status.PUBLISHED},
        verbose_name=_("pinned questions"),
    )
    questions = models.ManyToManyField(
        Question, through="RelatedTopic", related_name="topics", editable=False
    )
    history = HistoricalRecords(excluded_fields=["overview_html", "published_count"])
    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        indexes = [
            models.Index(models.F("published_count").desc(), "name", "id", name="topic_most_asked")
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])

    def newest_questions(self) -> QuestionQuerySet:
        """Published questions that belong to it; `listed_at`, when published, is what to page by."""
        related = Question.objects.published().filter(
            related_topics__topic=self, related_topics__published_at__isnull=False
        )
        return related.annotate(listed_at=models.F("related_topics__published_at"))

    @property
    def overview_language(self) -> str:
        return written_in(self.overview)


class RelatedTopic(models.Model):
    """That a topic belongs to a question, and how strongly (see related.py). The worker writes it.

    `published_at` is for the order of the topic's list, as it is in TaggedQuestion.
    """

    # Without an index of its own: the one below begins with it.
    question = models.ForeignKey(
        Question, models.CASCADE, related_name="related_topics", db_index=False
    )
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="related_questions")
    score = models.FloatField()
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["question", "-score"], name="related_topic_best"),
            models.Index(
                "topic",
                "published_at",
                "question",
                name="related_topic_newest",
                condition=models.Q(published_at__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["question", "topic"], name="related_topic_once")
        ]

    def __str__(self) -> str:
        return f"#{self.question_id}: {self.topic_id}"
