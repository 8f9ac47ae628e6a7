"""An invitation to answer or to moderate: one use, seven days and the rest of the last."""

import logging
from datetime import datetime, time, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

security_log = logging.getLogger("askdoctor.security")

DAYS = 7
SALT = "doctors.invitation"


class InvitationQuerySet(models.QuerySet):
    def not_ended(self) -> "InvitationQuerySet":
        """Neither used nor taken back; it may have expired."""
        return self.filter(used_at__isnull=True, revoked_at__isnull=True)

    def signed(self, token: str) -> "InvitationQuerySet":
        """The one whose link this is the end of, or none."""
        try:
            pk = signing.Signer(salt=SALT).unsign(token)
        except signing.BadSignature:
            security_log.warning("a link of an invitation has not our signature")
            return self.none()
        return self.filter(pk=int(pk))


def a_week_from_now() -> datetime:
    """The end of that day: the letter names the day alone."""
    day = timezone.localdate() + timedelta(days=DAYS)
    return timezone.make_aware(datetime.combine(day, time.max))


class Invitation(models.Model):
    """Whom a moderator asked to come, and what became of it.

    The link is signed and stored nowhere; this row decides whether it still opens anything.
    """

    class Role(models.TextChoices):
        DOCTOR = "doctor", _("doctor")
        MODERATOR = "moderator", _("moderator")

    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("invited as"), max_length=9, choices=Role, default=Role.DOCTOR)
    doctor = models.ForeignKey(
        "doctors.Doctor",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name=_("doctor"),
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("invited by")
    )
    invited_at = models.DateTimeField(_("invited at"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires at"), default=a_week_from_now)
    used_at = models.DateTimeField(_("used at"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("taken back by"),
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_open_invitation_of_an_address",
                condition=Q(used_at__isnull=True, revoked_at__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["doctor"],
                name="one_open_invitation_of_a_doctor",
                condition=Q(used_at__isnull=True, revoked_at__isnull=True),
            ),
            models.CheckConstraint(
                name="invitation_used_or_revoked",
                condition=Q(used_at__isnull=True) | Q(revoked_at__isnull=True),
            ),
            models.CheckConstraint(
                name="invitation_revoked_by_someone_at_some_time",  # of earlier ones nobody noted who
                condition=Q(revoked_by__isnull=True) | Q(revoked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="invitation_of_a_doctor_or_moderator",
                condition=Q(role="doctor", doctor__isnull=False)
                | Q(role="moderator", doctor__isnull=True),
            ),
            models.CheckConstraint(
                name="invitation_expires_later", condition=Q(expires_at__gt=models.F("invited_at"))
            ),
        ]

    def __str__(self) -> str:
        return self.email

    def get_absolute_url(self) -> str:
        """The signed link, in the language of the invitation."""
        token = signing.Signer(salt=SALT).sign(self.pk)
        with translation.override(self.language):
            return reverse("invitation", args=[token])

    @property
    def invited_name(self) -> str:
        return self.doctor.name if self.doctor else self.email

    def is_open(self, now: datetime | None = None) -> bool:
        """Whether its link still leads to an account."""
        has_ended = self.used_at or self.revoked_at
        return not has_ended and (now or timezone.now()) < self.expires_at

    def standing(self, now: datetime | None = None) -> str:
        """In a word or two for a list."""
        if self.used_at:
            return gettext("used")
        if self.revoked_at:
            return gettext("taken back")
        return gettext("open") if self.is_open(now) else gettext("expired")

    def revoke(self, *, by, at: datetime | None = None) -> None:
        """Its link opens nothing any more. Raises ValidationError when it has ended already."""
        open_one = Invitation.objects.not_ended().filter(pk=self.pk)
        if not open_one.update(revoked_at=at or timezone.now(), revoked_by=by):
            raise ValidationError(gettext("This invitation has been used or taken back already."))
        self.refresh_from_db()


def require_no_account(email: str) -> None:
    """Raises ValidationError when somebody signs in with this address."""
    if get_user_model().objects.filter(email__iexact=email).exists():
        raise ValidationError(gettext("There is an account with this e-mail address already."))
