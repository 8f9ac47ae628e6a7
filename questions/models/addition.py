"""What an asker adds to a question while it waits for a reply."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from questions.models.question import Question


class AdditionQuerySet(models.QuerySet):
    def unread(self) -> "AdditionQuerySet":
        """Added after a moderator had checked the question, and read by none yet."""
        return self.filter(came_after_check=True, read_at__isnull=True)


class Addition(models.Model):
    """More details, for moderators and doctors; never public, so nobody has to check it first.

    `submission` is the key of the form: a second press of the button adds nothing.
    """

    TEXT_LENGTH, AT_MOST = 5_000, 5

    question = models.ForeignKey(
        Question, models.CASCADE, related_name="additions", verbose_name=_("question")
    )
    text = models.TextField(_("details added"))
    added_at = models.DateTimeField(_("added at"), default=timezone.now)
    # What came before it, the moderator reads with the question.
    came_after_check = models.BooleanField(_("added after the check"))
    submission = models.UUIDField(unique=True, editable=False)
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("read by"),
    )

    objects = AdditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("details added")
        verbose_name_plural = _("details added")
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(name="addition_has_text", condition=~Q(text="")),
            models.CheckConstraint(
                name="addition_read_by_someone",
                condition=Q(read_at__isnull=True, read_by__isnull=True)
                | Q(read_at__isnull=False, read_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        # Without its words: the admin's log keeps this for ever.
        return f"#{self.question_id}"

    def mark_read(self, *, by) -> None:
        """A moderator has read it. Who was first stays."""
        unread = Addition.objects.filter(pk=self.pk, read_at__isnull=True)
        unread.update(read_at=timezone.now(), read_by=by)
        self.refresh_from_db()
