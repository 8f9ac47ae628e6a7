"""What has to be said to an asker by e-mail: a row written with what it tells of, sent later."""

import uuid
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from questions.models.contact import Contact
from questions.models.question import Question

# How long after each try that failed the next one comes; together a long weekend.
PAUSES = [
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
    timedelta(days=1),
    timedelta(days=2),
]


def new_message_id() -> str:
    return f"<{uuid.uuid4()}@{urlsplit(settings.SITE_URL).hostname}>"


class LetterQuerySet(models.QuerySet):
    def unsent(self) -> "LetterQuerySet":
        return self.exclude(status=Letter.Status.SENT)

    def waiting(self) -> "LetterQuerySet":
        return self.filter(status=Letter.Status.WAITING)

    def due(self, now: datetime | None = None) -> "LetterQuerySet":
        """What to send by now, the longest due first."""
        return self.waiting().filter(due_at__lte=now or timezone.now()).order_by("due_at", "pk")


class Letter(models.Model):
    """That something has to be told, and whether it has been.

    Holds neither the address nor anything of the question: both are read when it is sent, so what
    is erased is erased. `message_id` is the same at each try, so that a mailbox sees one letter.
    """

    class Kind(models.TextChoices):
        RECEIVED = "received", _("question received")
        ANSWERED = "answered", _("question answered")
        DECLINED = "declined", _("question declined")
        CORRECTED = "corrected", _("answer corrected")
        RETRACTED = "retracted", _("answer taken off the site")

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting to be sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")

    # What it tells is true while the question has one of these; a letter too late is not sent.
    TRUE_WHILE = {
        Kind.RECEIVED: {
            Question.Status.PENDING,
            Question.Status.OPEN,
            Question.Status.CLAIMED,
            Question.Status.IN_REVIEW,
            Question.Status.NEEDS_DETAILS,
        },
        Kind.ANSWERED: {Question.Status.PUBLISHED},
        Kind.DECLINED: {Question.Status.DECLINED},
        Kind.CORRECTED: {Question.Status.PUBLISHED},
        Kind.RETRACTED: {Question.Status.RETRACTED},
    }

    contact = models.ForeignKey(
        Contact, models.CASCADE, related_name="letters", verbose_name=_("question")
    )
    kind = models.CharField(_("letter"), max_length=10, choices=Kind)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts that failed"), default=0)
    written_at = models.DateTimeField(_("written at"), default=timezone.now)
    due_at = models.DateTimeField(_("next attempt at"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    message_id = models.CharField(
        _("Message-ID"), max_length=300, unique=True, default=new_message_id
    )
    last_error = models.CharField(_("last error"), max_length=200, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-pk"]
        indexes = [
            models.Index("due_at", "id", name="letter_due", condition=Q(status="waiting")),
            models.Index("id", name="letter_failed", condition=Q(status="failed")),
        ]
        constraints = [
            models.UniqueConstraint(
                # A second time it may be told: declined, taken up again, declined once more.
                fields=["contact", "kind"],
                name="one_unsent_letter_of_a_kind",
                condition=~Q(status="sent"),
            ),
            models.CheckConstraint(
                name="letter_kind_known",
                condition=Q(
                    kind__in=["received", "answered", "declined", "corrected", "retracted"]
                ),
            ),
            models.CheckConstraint(
                name="letter_status_known", condition=Q(status__in=["waiting", "sent", "failed"])
            ),
            models.CheckConstraint(
                name="letter_sent_at_some_time",
                condition=Q(status="sent", sent_at__isnull=False)
                | (~Q(status="sent") & Q(sent_at__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.contact_id}: {self.get_kind_display()}"

    @property
    def is_wanted(self) -> bool:
        """Whether there is someone to tell, and what it tells still holds.

        Of a question that is the same as another one, letters tell how the other one goes on.
        """
        question = self.contact.question
        told = {question.status}
        if question.status == Question.Status.RESOLVED and question.duplicate_of:
            told.add(question.duplicate_of.status)
        return bool(self.contact.email) and not told.isdisjoint(self.TRUE_WHILE[self.kind])

    def mark_sent(self, *, at: datetime) -> None:
        """The mail server has taken it."""
        self.status, self.sent_at, self.last_error = Letter.Status.SENT, at, ""
        self.save(update_fields=["status", "sent_at", "last_error"])

    def put_off(self, *, at: datetime, error: str) -> None:
        """It could not be sent: once more after a pause, until the pauses are used up."""
        self.attempts, self.last_error = self.attempts + 1, error[:200]
        if self.attempts > len(PAUSES):
            self.status = Letter.Status.FAILED
        else:
            self.due_at = at + PAUSES[self.attempts - 1]
        self.save(update_fields=["attempts", "last_error", "status", "due_at"])

    def send_again(self, *, by=None) -> None:
        """Start over with a failed letter. Raises ValidationError when it has not failed."""
        again = {"status": Letter.Status.WAITING, "attempts": 0, "due_at": timezone.now()}
        failed = Letter.objects.filter(pk=self.pk, status=Letter.Status.FAILED)
        if not failed.update(**again):
            raise ValidationError(gettext("Only a letter that has failed can be sent again."))
        self.refresh_from_db()
