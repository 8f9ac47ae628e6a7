"""What was changed in a public reply, for those who have read it before."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from doctors.days import day_text
from doctors.models import Doctor
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
    # The reply says as well who read it last, and its constraints that it was another doctor.
    needs_second_reader = models.BooleanField(
        _("a second doctor has to read it"), default=False, db_default=False, editable=False
    )
    second_reader = models.ForeignKey(
        Doctor,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("second reader"),
    )

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["corrected_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="correction_says_what_and_why", condition=~Q(what="") & ~Q(why="")
            ),
            models.CheckConstraint(
                name="correction_read_where_needed",
                condition=Q(needs_second_reader=False) | Q(second_reader__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reply}: {self.what}"

    @property
    def corrected_day(self) -> str:
        return day_text(self.corrected_at)


class CorrectionToRead(models.Model):
    """A correction that a second doctor has to read before readers see anything of it.

    It is gone when it is public, sent back or taken back; what its doctor typed lies in the reply
    (`Reply.typed`) all the while. Sending, sending back and taking back are rows in the reply's history.
    """

    reply = models.OneToOneField(Reply, models.CASCADE, related_name="correction_to_read")
    sent_at = models.DateTimeField(default=timezone.now)
    text = models.TextField()
    explanation = models.TextField(blank=True)
    sources = models.JSONField(default=list, blank=True)  # rows as in `set_sources`
    what = models.CharField(max_length=Correction.LENGTH)
    why = models.CharField(max_length=Correction.LENGTH)
    # Whether it adds files or takes some away: which, they say (`Attachment.status`).
    changes_files = models.BooleanField(default=False, db_default=False)
    # Why what may tell who somebody is may stay, where there is something.
    why_kept = models.TextField(blank=True, default="", db_default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="correction_to_read_is_whole",
                condition=~Q(text="") & ~Q(what="") & ~Q(why=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.reply}: {self.what}"

    def written(self) -> dict[str, object]:
        """What `actions.publish_correction` takes."""
        names = ("text", "explanation", "sources", "changes_files", "what", "why", "why_kept")
        return {name: getattr(self, name) for name in names}
