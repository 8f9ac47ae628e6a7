"""What one doctor writes again and again."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor


class Phrase(models.Model):
    """A text of a doctor's own, to be put into a reply. Nobody else sees it."""

    TITLE_LENGTH, TEXT_LENGTH, COUNT_AT_MOST = 80, 5_000, 100

    doctor = models.ForeignKey(
        Doctor, models.CASCADE, related_name="phrases", verbose_name=_("doctor")
    )
    title = models.CharField(_("title"), max_length=TITLE_LENGTH)
    text = models.TextField(_("text"), max_length=TEXT_LENGTH)

    class Meta:
        verbose_name = _("saved phrase")
        verbose_name_plural = _("saved phrases")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["doctor", "title"], name="one_phrase_of_a_title"),
            models.CheckConstraint(name="phrase_is_whole", condition=~Q(title="") & ~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.title
