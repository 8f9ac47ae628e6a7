"""What a visitor says is wrong with an answer."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from questions.models.question import Question


class ReportQuerySet(models.QuerySet):
    def unhandled(self) -> "ReportQuerySet":
        return self.filter(handled_at__isnull=True)

    def of_pair(self, one: Question, other: Question) -> "ReportQuerySet":
        """Said of either of these beside the other."""
        return self.filter(Q(question=one, similar=other) | Q(question=other, similar=one))

    def handle(self, *, by) -> int:
        """A moderator has dealt with them. Who was first stays."""
        return self.unhandled().update(handled_at=timezone.now(), handled_by=by)


class Report(models.Model):
    """A problem that a visitor reported; open until a moderator has handled it."""

    class Reason(models.TextChoices):
        WRONG = "wrong", _("Something in the answer is wrong or out of date")
        DANGEROUS = "dangerous", _("Following it could harm someone")
        IDENTIFYING = "identifying", _("It identifies a person")
        OTHER = "other", _("Something else")
        # Said of a similar question, by its own link.
        NOT_RELEVANT = "not_relevant", _("Not relevant beside this question")

    TEXT_LENGTH = 2_000

    question = models.ForeignKey(
        Question, models.CASCADE, related_name="reports", verbose_name=_("question")
    )
    similar = models.ForeignKey(
        Question,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("similar question"),
    )
    reason = models.CharField(_("What is the problem?"), max_length=12, choices=Reason)
    text = models.TextField(_("Tell us more"), blank=True)
    reported_at = models.DateTimeField(_("reported at"), default=timezone.now, editable=False)
    handled_at = models.DateTimeField(_("handled at"), null=True, blank=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("handled by"),
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["reported_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="report_reason_known",
                condition=Q(
                    reason__in=["wrong", "dangerous", "identifying", "other", "not_relevant"]
                ),
            ),
            models.CheckConstraint(
                name="report_of_similar_names_it",
                condition=Q(reason="not_relevant", similar__isnull=False)
                | (~Q(reason="not_relevant") & Q(similar__isnull=True)),
            ),
            # However often it is said, moderators read it once.
            models.UniqueConstraint(
                fields=["question", "similar"],
                name="report_of_similar_open_once",
                condition=Q(handled_at__isnull=True),
            ),
            models.CheckConstraint(
                name="report_handled_by_someone",
                condition=Q(handled_at__isnull=True, handled_by__isnull=True)
                | Q(handled_at__isnull=False, handled_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        about = f"#{self.question_id}" + (f" – #{self.similar_id}" if self.similar_id else "")
        return f"{about}: {self.get_reason_display()}"

    def handle(self, *, by) -> None:
        Report.objects.filter(pk=self.pk).handle(by=by)
        self.refresh_from_db()
