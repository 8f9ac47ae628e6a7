"""Something to be told by e-mail: a row written with what it tells of, and sent by the worker later."""

import uuid
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

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
# How `postman.reason_of` begins where there was no server to talk to.
UNREACHED = "^(OSError|gaierror|TimeoutError|Connection[A-Z][a-z]+Error|SMTPServerDisconnected)"
# After a try of which nobody knows the end: long enough for any that still runs to be over.
PAUSE_AFTER_UNCLEAR = timedelta(minutes=5)
# So many may have arrived already: another would be a nuisance, and people look at it first.
UNCLEAR_AT_MOST = 2


def new_message_id() -> str:
    return f"<{uuid.uuid4()}@{urlsplit(settings.SITE_URL).hostname}>"


class Status(models.TextChoices):
    WAITING = "waiting", _("waiting to be sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")


class PostedQuerySet(models.QuerySet):
    def unsent(self) -> "PostedQuerySet":
        return self.exclude(status=Status.SENT)

    def waiting(self) -> "PostedQuerySet":
        return self.filter(status=Status.WAITING)

    def failed(self) -> "PostedQuerySet":
        return self.filter(status=Status.FAILED)

    def held_up(self, now: datetime) -> "PostedQuerySet":
        """What waits because no mail server was reached: refused by none, and taken by none."""
        put_off = self.waiting().filter(due_at__gt=now, attempts__gt=0, unclear_count=0)
        return put_off.filter(last_error__regex=UNREACHED)

    def due(self, now: datetime | None = None) -> "PostedQuerySet":
        """What to send by now, the longest due first. What was never tried is due at once: where it says
        later, the clock was wrong when it was written."""
        is_due = Q(due_at__lte=now or timezone.now()) | Q(attempts=0, unclear_count=0)
        return self.waiting().filter(is_due).order_by("due_at", "pk")


class Posted(models.Model):
    """Holds no text and no address: both are made when it is sent.

    `message_id` is the same at each try, so that a mailbox sees one letter. A model of this kind
    says `is_wanted`: whether there is someone to tell, and what it tells still holds.
    """

    Status = Status

    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts that failed"), default=0)
    unclear_count = models.PositiveSmallIntegerField(_("tries with an unknown end"), default=0)
    written_at = models.DateTimeField(_("written at"), default=timezone.now)
    due_at = models.DateTimeField(_("next attempt at"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    message_id = models.CharField(
        _("Message-ID"), max_length=300, unique=True, default=new_message_id
    )
    last_error = models.CharField(_("last error"), max_length=200, blank=True)
    # A line each time. By name, which stays when the account is deleted.
    sent_again = models.TextField(_("sent again"), blank=True, default="", db_default="")

    objects = PostedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-pk"]
        indexes = [
            models.Index("due_at", "id", name="%(class)s_due", condition=Q(status="waiting")),
            models.Index("id", name="%(class)s_failed", condition=Q(status="failed")),
        ]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_status_known",
                condition=Q(status__in=["waiting", "sent", "failed"]),
            ),
            models.CheckConstraint(
                name="%(class)s_sent_twice_at_most",
                condition=Q(unclear_count__lte=UNCLEAR_AT_MOST),
            ),
            models.CheckConstraint(
                name="%(class)s_sent_at_some_time",
                condition=Q(status="sent", sent_at__isnull=False)
                | (~Q(status="sent") & Q(sent_at__isnull=True)),
            ),
        ]

    @property
    def is_wanted(self) -> bool:
        raise NotImplementedError

    def begin(self, *, at: datetime) -> None:
        """Somebody sends it now: until that one says how it ended, nobody knows whether it went out.

        A worker that is killed leaves it so. Two such tries are the most: then it has failed, and a
        moderator decides whether it goes out once more.
        """
        if self.unclear_count >= UNCLEAR_AT_MOST:
            self.status, self.last_error = Status.FAILED, "interrupted"
        else:
            self.unclear_count, self.due_at = self.unclear_count + 1, at + PAUSE_AFTER_UNCLEAR
        self.save(update_fields=["unclear_count", "due_at", "status", "last_error"])

    def mark_sent(self, *, at: datetime) -> None:
        """The mail server has taken it."""
        self.status, self.sent_at, self.last_error = Status.SENT, at, ""
        self.save(update_fields=["status", "sent_at", "last_error"])

    def put_off(self, *, at: datetime, error: str, is_clear: bool) -> None:
        """It could not be sent: once more after a pause, until the pauses are used up.

        `is_clear` when the mail server has certainly not taken it.
        """
        self.attempts, self.last_error = self.attempts + 1, error[:200]
        self.unclear_count -= is_clear
        if self.attempts > len(PAUSES):
            self.status = Status.FAILED
        else:
            pause = PAUSES[self.attempts - 1]
            self.due_at = at + (pause if is_clear else max(pause, PAUSE_AFTER_UNCLEAR))
        self.save(update_fields=["attempts", "unclear_count", "last_error", "status", "due_at"])

    def send_again(self, *, by) -> None:
        """Start over with a failed letter. Raises ValidationError when it has not failed."""
        now = timezone.now()
        again = {"status": Status.WAITING, "attempts": 0, "unclear_count": 0, "due_at": now}
        again["sent_again"] = Concat("sent_again", Value(f"{now:%Y-%m-%d %H:%M %Z}, {by}\n"))
        failed = type(self).objects.filter(pk=self.pk, status=Status.FAILED)
        if not failed.update(**again):
            raise ValidationError(gettext("Only a letter that has failed can be sent again."))
        self.refresh_from_db()
