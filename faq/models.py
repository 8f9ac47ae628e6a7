"""Topics: curated pages on what is asked often."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from doctors.models import Specialty
from doctors.names import NamedInTwoLanguages
from questions.models import Question, Tag


class Topic(NamedInTwoLanguages):
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
        Question, related_name="+", blank=True, verbose_name=_("pinned questions")
    )
    questions = models.ManyToManyField(
        Question, through="RelatedTopic", related_name="topics", editable=False
    )
    published_count = models.PositiveIntegerField(_("answers"), default=0, editable=False)
    history = HistoricalRecords(excluded_fields=["overview_html", "published_count"])

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])


class RelatedTopic(models.Model):
    """That a topic belongs to a question, and how strongly (see related.py). The worker writes it."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="related_topics")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="related_questions")
    score = models.FloatField()

    class Meta:
        indexes = [models.Index(fields=["question", "-score"], name="related_topic_best")]
        constraints = [
            models.UniqueConstraint(fields=["question", "topic"], name="related_topic_once")
        ]

    def __str__(self) -> str:
        return f"#{self.question_id}: {self.topic_id}"
