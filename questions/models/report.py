"""What a visitor says is wrong with an answer."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from questions.models.question import Question


class Report(models.Model):
    """A problem that a visitor reported; open until a moderator has handled it."""

    class Reason(models.TextChoices):
        WRONG = "wrong", _("Something in the answer is wrong or out of date")
        DANGEROUS = "dangerous", _("Following it could harm someone")
        IDENTIFYING = "identifying", _("It identifies a person")
        OTHER = "other", _("Something else")

    TEXT_LENGTH = 2_000

    question = models.ForeignKey(
        Question, models.CASCADE, related_name="reports", verbose_name=_("question")
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

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["reported_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="report_reason_known",
                condition=Q(reason__in=["wrong", "dangerous", "identifying", "other"]),
            ),
            models.CheckConstraint(
                name="report_handled_by_someone",
                condition=Q(handled_at__isnull=True, handled_by__isnull=True)
                | Q(handled_at__isnull=False, handled_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.question_id}: {self.get_reason_display()}"

    def handle(self, *, by) -> None:
        """A moderator has dealt with it. Who was first stays."""
        is_open = Report.objects.filter(pk=self.pk, handled_at__isnull=True)
        is_open.update(handled_at=timezone.now(), handled_by=by)
        self.refresh_from_db()
