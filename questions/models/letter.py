"""What has to be said to an asker by e-mail: a row written with what it tells of, sent later."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from doctors.posted import Posted, PostedQuerySet, new_message_id
from questions.models.contact import Contact
from questions.models.question import Question
from questions.models.question_queryset import WAITING

__all__ = ["Letter", "new_message_id"]  # the first migration looks for the latter here

UNTRIED = Q(attempts=0, unclear_count=0) & ~Q(status="sent")


class LetterQuerySet(PostedQuerySet):
    def untried(self) -> "LetterQuerySet":
        """What has certainly not gone out, and nobody has begun to send."""
        return self.filter(UNTRIED)


class Letter(Posted):
    """That something has to be told, and whether it has been.

    Holds neither the address nor anything of the question: both are read when it is sent, so what
    is erased is erased. `message_id` is the same at each try, so that a mailbox sees one letter.
    """

    class Kind(models.TextChoices):
        RECEIVED = "received", _("question received")
        ANSWERED = "answered", _("question answered")
        ANOTHER = "another", _("answered by another doctor too")
        DECLINED = "declined", _("question declined")
        CORRECTED = "corrected", _("answer corrected")
        RETRACTED = "retracted", _("answer taken off the site")
        DETAILS = "details", _("details needed")
        REMINDER = "reminder", _("details needed, once more")
        CLOSED = "closed", _("closed without details")
        RESOLVED = "resolved", _("pointed to an existing answer")

    # What it tells is true while the question has one of these; a letter too late is not sent.
    TRUE_WHILE = {
        Kind.RECEIVED: set(WAITING),
        Kind.ANSWERED: {Question.Status.PUBLISHED},
        Kind.ANOTHER: {Question.Status.PUBLISHED},
        Kind.DECLINED: {Question.Status.DECLINED},
        Kind.CORRECTED: {Question.Status.PUBLISHED},
        # Waiting again: to be written anew, or its answer was another question's, which left the site.
        Kind.RETRACTED: {Question.Status.RETRACTED, *WAITING},
        Kind.DETAILS: {Question.Status.NEEDS_DETAILS},
        Kind.REMINDER: {Question.Status.NEEDS_DETAILS},
        Kind.CLOSED: {Question.Status.DECLINED},
        Kind.RESOLVED: {Question.Status.RESOLVED},
    }

    contact = models.ForeignKey(
        Contact, models.CASCADE, related_name="letters", verbose_name=_("question")
    )
    kind = models.CharField(_("letter"), max_length=10, choices=Kind)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)

    objects = LetterQuerySet.as_manager()

    class Meta(Posted.Meta):
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        constraints = [
            *Posted.Meta.constraints,
            models.UniqueConstraint(
                # A second time it may be told: declined, taken up again, declined once more; and
                # while the first is on its way nobody waits for it.
                fields=["contact", "kind"],
                name="one_untried_letter_of_a_kind",
                condition=UNTRIED,
            ),
            models.CheckConstraint(
                name="letter_kind_known",
                condition=Q(
                    kind__in=[
                        "received",
                        "answered",
                        "another",
                        "declined",
                        "corrected",
                        "retracted",
                        "details",
                        "reminder",
                        "closed",
                        "resolved",
                    ]
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.contact_id}: {self.get_kind_display()}"

    @property
    def is_wanted(self) -> bool:
        """Whether there is someone to tell, and what it tells still holds."""
        if not self.contact.sealed_email or self.is_told_by_a_newer_one:
            return False
        question = self.contact.question.told
        if question.status != Question.Status.RESOLVED:
            return question.status in self.TRUE_WHILE[self.kind]
        # The answer it points to is another question's, and may be corrected or go without it.
        if question.resolved_by.status == Question.Status.PUBLISHED:
            return self.kind in (Letter.Kind.RESOLVED, Letter.Kind.CORRECTED)
        return self.kind == Letter.Kind.RETRACTED

    @property
    def is_told_by_a_newer_one(self) -> bool:
        """Whether one of its kind was written after it, while it was on its way."""
        return Letter.objects.filter(
            contact=self.contact_id, kind=self.kind, pk__gt=self.pk
        ).exists()

    def send_again(self, *, by=None) -> None:
        if self.is_told_by_a_newer_one:
            raise ValidationError(gettext("A newer letter tells the same."))
        super().send_again(by=by)
