"""What was changed in a public reply, for those who have read it before."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from doctors.days import day_text
from questions.models.reply import Reply


class Correction(models.Model):
    """A line under a reply: when it was corrected, what changed and why.

    The words before and after are in the history of the reply, and who it was, when their account is
    gone. The database refuses to change or delete a line (migration 0023_audit).
    """

    LENGTH = 500

    reply = models.ForeignKey(
        Reply, models.PROTECT, related_name="corrections", verbose_name=_("reply")
    )
    corrected_at = models.DateTimeField(_("corrected at"), default=timezone.now)
    # Nobody here, where it was imported.
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("corrected by"),
    )
    what = models.CharField(_("What changed"), max_length=LENGTH)
    why = models.CharField(_("Why"), max_length=LENGTH)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["corrected_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="correction_says_what_and_why", condition=~Q(what="") & ~Q(why="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.reply}: {self.what}"

    @property
    def corrected_day(self) -> str:
        return day_text(self.corrected_at)
