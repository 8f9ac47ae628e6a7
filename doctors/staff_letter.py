"""What has to be said to a doctor or a moderator by e-mail."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from doctors.posted import Posted


class StaffLetter(Posted):
    """That someone is invited, may choose a new password, has a licence that expires, or, to a moderator,
    that a question may be an emergency or the licences of doctors expire."""

    class Kind(models.TextChoices):
        INVITED = "invited", _("invitation")
        PASSWORD = "password", _("new password")
        EXPIRING = "expiring", _("licence expires")
        URGENT = "urgent", _("urgent question")
        LICENCES = "licences", _("licences of doctors expire")

    kind = models.CharField(_("letter"), max_length=8, choices=Kind)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    invitation = models.OneToOneField(
        "doctors.Invitation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="letter",
        verbose_name=_("invitation"),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
    )
    doctor = models.ForeignKey(
        "doctors.Doctor",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name=_("doctor"),
    )
    expires_on = models.DateField(_("licence expires on"), null=True, blank=True)

    class Meta(Posted.Meta):
        verbose_name = _("letter to staff")
        verbose_name_plural = _("letters to staff")
        constraints = [
            *Posted.Meta.constraints,
            models.UniqueConstraint(
                fields=["doctor", "expires_on"], name="one_letter_of_an_expiry"
            ),
            models.UniqueConstraint(
                fields=["user", "kind"],
                name="one_unsent_letter_of_an_account",
                condition=~Q(status="sent"),
            ),
            models.CheckConstraint(
                name="staffletter_tells_of_its_kind",
                condition=Q(
                    kind="invited",
                    invitation__isnull=False,
                    user__isnull=True,
                    doctor__isnull=True,
                    expires_on__isnull=True,
                )
                | Q(
                    kind__in=["password", "urgent", "licences"],
                    invitation__isnull=True,
                    user__isnull=False,
                    doctor__isnull=True,
                    expires_on__isnull=True,
                )
                | Q(
                    kind="expiring",
                    invitation__isnull=True,
                    user__isnull=True,
                    doctor__isnull=False,
                    expires_on__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"

    @property
    def recipient(self) -> str:
        if self.invitation:
            return self.invitation.email
        user = self.user or self.doctor.user
        return user.email if user and user.is_active else ""

    @property
    def is_wanted(self) -> bool:
        if self.invitation:
            return self.invitation.is_open()
        still_so = self.doctor is None or self.doctor.licence_expires_on == self.expires_on
        return bool(self.recipient) and still_so
