"""How long askers of a specialty have waited for a reply, kept by the worker."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from doctors.models import Specialty


class AnswerTime(models.Model):
    """Median and 90th percentile from asked to published, of a specialty or, without one, of all."""

    specialty = models.OneToOneField(
        Specialty,
        models.CASCADE,
        null=True,
        related_name="answer_time",
        verbose_name=_("specialty"),
    )
    answer_count = models.PositiveIntegerField(_("answers"))
    median = models.DurationField(_("half within"))
    ninetieth = models.DurationField(_("nine of ten within"))
    counted_at = models.DateTimeField(_("counted at"))

    class Meta:
        verbose_name = _("time to an answer")
        verbose_name_plural = _("times to an answer")
        ordering = ["specialty__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["specialty"], name="one_answer_time_of_all", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return str(self.specialty or _("all specialties"))
