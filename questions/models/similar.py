"""Which published questions stand beside which, and what moderators say of a pair."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from questions.models.question import Question
from questions.scoring import FLOOR, SHOWN


class SimilarList(models.Model):
    """The best suggestions beside a question, in the order in which they are shown (similar.py).

    Three rows side by side: the questions, how close each is, and why. A page shows the first few that
    are public at that moment and not below the floor.
    """

    question = models.OneToOneField(
        Question, models.CASCADE, primary_key=True, related_name="similar_list"
    )
    similar_ids = ArrayField(models.BigIntegerField(), default=list)
    scores = ArrayField(models.FloatField(), default=list)
    # For each {"tags": [primary keys]} or {"words": [as they are written]}, the weightiest first.
    reasons = models.JSONField(default=list)

    class Meta:
        indexes = [GinIndex(fields=["similar_ids"], name="similar_list_holders")]

    def __str__(self) -> str:
        return f"#{self.question_id}: {self.similar_ids}"


class SimilarQuestionQuerySet(models.QuerySet):
    def published(self) -> "SimilarQuestionQuerySet":
        """Suggestions as readers may see them: both questions are public."""
        published = Question.objects.published()
        return self.filter(question__in=published, similar__in=published)

    def shown(self) -> "SimilarQuestionQuerySet":
        """What a page shows of each list."""
        near = self.filter(similar__in=Question.objects.published(), score__gte=FLOOR)
        return near.order_by("place")[:SHOWN]


class SimilarQuestion(models.Model):
    """One suggestion of a list: a view of `SimilarList`, for reading."""

    pk = models.CompositePrimaryKey("question", "similar")
    question = models.ForeignKey(Question, models.DO_NOTHING, related_name="similar_rows")
    similar = models.ForeignKey(Question, models.DO_NOTHING, related_name="+")
    place = models.IntegerField()
    score = models.FloatField()
    reason = models.JSONField()

    objects = SimilarQuestionQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "questions_similarquestion"

    def __str__(self) -> str:
        return f"#{self.question_id}: #{self.similar_id}"


class PairRulingQuerySet(models.QuerySet):
    def of_pair(self, one: Question, other: Question) -> "PairRulingQuerySet":
        first, second = sorted([one.pk, other.pk])
        return self.filter(question=first, other=second)

    def on(self, question: Question) -> "PairRulingQuerySet":
        """Those on pairs that this question is one of."""
        return self.filter(Q(question=question) | Q(other=question))


class PairRuling(models.Model):
    """A moderator's word on two questions, which stands whatever their scores: pinned or blocked."""

    class Verdict(models.TextChoices):
        PINNED = "pinned", _("always shown beside each other")
        BLOCKED = "blocked", _("never shown beside each other")

    question = models.ForeignKey(
        Question, models.CASCADE, related_name="pair_rulings", verbose_name=_("question")
    )
    other = models.ForeignKey(
        Question,
        models.CASCADE,
        related_name="pair_rulings_as_other",
        verbose_name=_("other question"),
    )
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict)
    ruled_at = models.DateTimeField(_("ruled at"), default=timezone.now, editable=False)
    ruled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("ruled by"),
    )
    history = HistoricalRecords()

    objects = PairRulingQuerySet.as_manager()

    class Meta:
        verbose_name = _("ruling on a pair")
        verbose_name_plural = _("rulings on pairs")
        ordering = ["-ruled_at", "-pk"]
        constraints = [
            # A pair has one row, whichever of the two it was ruled on from.
            models.CheckConstraint(name="pair_in_order", condition=Q(question__lt=F("other"))),
            models.UniqueConstraint(fields=["question", "other"], name="pair_ruled_once"),
            models.CheckConstraint(
                name="pair_verdict_known", condition=Q(verdict__in=["pinned", "blocked"])
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.question_id} – #{self.other_id}: {self.get_verdict_display()}"
