"""What a doctor answered when something in a reply was questioned."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor
from questions.models.reply import Reply


class Acknowledgement(models.Model):
    """Why words that a rule has found stand in a reply all the same. Never public.

    What was answered for the same words is not asked again. The database refuses to change or delete a
    row (migration 0037_hold_warnings), so that it tells itself who, when and what.
    """

    REASON_LENGTH, WORDS_LENGTH = 300, 200

    reply = models.ForeignKey(
        Reply, models.CASCADE, related_name="acknowledgements", verbose_name=_("reply")
    )
    # As in questions/reply_checks/, where a rule may be gone by now; so its danger is kept here.
    rule = models.CharField(_("rule"), max_length=60)
    about = models.CharField(max_length=60, blank=True)
    words = models.CharField(_("words of the reply"), max_length=WORDS_LENGTH)
    is_dangerous = models.BooleanField(_("may be dangerous"))
    reason = models.CharField(_("reason"), max_length=REASON_LENGTH)
    answered_by = models.ForeignKey(
        Doctor, models.PROTECT, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"), default=timezone.now)

    class Meta:
        verbose_name = _("acknowledgement")
        verbose_name_plural = _("acknowledgements")
        ordering = ["answered_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reply", "rule", "about", "words"], name="one_answer_for_the_same_words"
            ),
            models.CheckConstraint(
                name="acknowledgement_says_what_and_why",
                condition=~Q(rule="") & ~Q(words="") & Q(reason__regex=r"[^[:space:]]"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words}: {self.reason}"
