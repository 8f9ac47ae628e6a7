"""Who answers, in which specialty, and whether their licence has been checked."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from doctors.counted import Counted
from doctors.invitation import Invitation
from doctors.names import NamedInTwoLanguages, written_in
from doctors.staff_letter import StaffLetter

__all__ = ["Doctor", "Invitation", "Obstacle", "Specialty", "StaffLetter"]

# How long before a licence expires both sides are told.
EXPIRES_SOON = timedelta(days=30)


class SpecialtyQuerySet(models.QuerySet):
    def with_doctor_counts(self) -> "SpecialtyQuerySet":
        """With `doctor_count`: the listed doctors whose first specialty it is."""
        listed = Doctor.objects.listed().filter(specialty=OuterRef("pk")).order_by()
        counts = listed.values("specialty").values(count=Count("pk"))
        return self.annotate(doctor_count=Coalesce(Subquery(counts), 0))


class Specialty(Counted, NamedInTwoLanguages):
    """A field of medicine. Its slug is its address; `published_count` is kept by the worker."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True, allow_unicode=True)
    name = models.CharField(_("name"), max_length=120, unique=True)
    needs_second_reader = models.BooleanField(
        _("a second doctor reads each reply"),
        default=False,
        help_text=_("Before it is public. Replies that name a dose are read twice everywhere."),
    )
    history = HistoricalRecords(excluded_fields=["published_count"])

    objects = SpecialtyQuerySet.as_manager()

    class Meta:
        verbose_name = _("specialty")
        verbose_name_plural = _("specialties")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse("specialty", args=[self.slug])


class DoctorQuerySet(models.QuerySet):
    def able_to_reply(self, *, on: date) -> "DoctorQuerySet":
        """Verified, not suspended, with an account in use and a licence in date on that day."""
        return self.filter(
            verified_at__isnull=False,
            suspended_at__isnull=True,
            licence_expires_on__gte=on,
            user__is_active=True,
        )

    def expiring(self, *, on: date) -> "DoctorQuerySet":
        """Able to reply on that day, and with a licence that ends within 30 days of it."""
        return self.able_to_reply(on=on).filter(licence_expires_on__lte=on + EXPIRES_SOON)

    def listed(self) -> "DoctorQuerySet":
        """Those whom visitors meet: doctors with a published answer, or able to give one."""
        return self.filter(
            Q(published_count__gt=0) | Q(verified_at__isnull=False, suspended_at__isnull=True)
        )

    def named(self, words: Iterable[str]) -> "DoctorQuerySet":
        """Those in whose name each of these words begins a word, or stands, if it is Chinese."""
        found = self
        for word in words:
            beginning = Q(name__istartswith=word) | Q(name__icontains=f" {word}")
            found = found.filter(beginning if word.isascii() else Q(name__icontains=word))
        return found

    def to_be_checked(self) -> "DoctorQuerySet":
        """Doctors with an account whose licence a moderator has to check before they may reply."""
        return self.filter(user__isnull=False, verified_at__isnull=True, suspended_at__isnull=True)

    def with_specialties(self) -> "DoctorQuerySet":
        return self.select_related("specialty").prefetch_related("other_specialties")


class Obstacle(models.TextChoices):
    """What may stand between a doctor and replying, in a word or two for a list."""

    SUSPENDED = "suspended", _("suspended")
    WITHOUT_ACCOUNT = "without_account", _("without an account")
    ACCOUNT_CLOSED = "account_closed", _("account closed")
    UNCHECKED = "unchecked", _("licence to be checked")
    EXPIRED = "expired", _("licence expired")


# The same for the doctor.
NO_ACCOUNT = _("This doctor has no account that can sign in.")
SENTENCES = {
    Obstacle.SUSPENDED: _("Your account as a doctor is suspended. Please ask a moderator."),
    Obstacle.WITHOUT_ACCOUNT: NO_ACCOUNT,
    Obstacle.ACCOUNT_CLOSED: NO_ACCOUNT,
    Obstacle.UNCHECKED: _("Your licence has not been checked yet. Please ask a moderator."),
    Obstacle.EXPIRED: _("Your licence on file has expired. Please ask a moderator to renew it."),
}


class Doctor(Counted):
    """A person who replies under their own name.

    `user` is empty for doctors that came with imported answers: they sign what they wrote and
    cannot write more. Deleting an account never deletes a doctor.
    """

    # What a check is of: a licence, whose it is, and who signs in as them.
    CHECKED_FIELDS = frozenset(
        {"user", "name", "licence_number", "licence_issuer", "licence_expires_on"}
    )

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="doctor",
        verbose_name=_("account"),
    )
    slug = models.SlugField(_("slug"), max_length=80, unique=True, allow_unicode=True)
    name = models.CharField(_("name"), max_length=120)
    specialty = models.ForeignKey(
        Specialty, models.PROTECT, related_name="doctors", verbose_name=_("specialty")
    )
    other_specialties = models.ManyToManyField(
        Specialty, related_name="+", blank=True, verbose_name=_("other specialties")
    )
    credentials = models.CharField(_("credentials"), max_length=200, blank=True)
    bio = models.TextField(_("about"), max_length=2000, blank=True)
    licence_number = models.CharField(_("licence number"), max_length=60, blank=True)
    licence_issuer = models.CharField(_("licence issuer"), max_length=120, blank=True)
    licence_expires_on = models.DateField(_("licence expires on"), null=True, blank=True)
    licence_evidence = models.TextField(
        _("evidence"),
        max_length=1000,
        blank=True,
        help_text=_("Where and how the licence was looked up. Moderators alone read it."),
    )
    verified_at = models.DateTimeField(_("licence checked at"), null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("licence checked by"),
    )
    suspended_at = models.DateTimeField(_("suspended at"), null=True, blank=True)
    history = HistoricalRecords(excluded_fields=["published_count"])

    objects = DoctorQuerySet.as_manager()

    class Meta:
        verbose_name = _("doctor")
        verbose_name_plural = _("doctors")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                name="doctor_verified_with_licence",
                condition=Q(verified_at__isnull=True)
                | (
                    ~Q(licence_number="")
                    & ~Q(licence_issuer="")
                    & Q(licence_expires_on__isnull=False)
                ),
                violation_error_message=_(
                    "A checked licence needs its number, its issuer and its expiry."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.display_name

    def get_absolute_url(self) -> str:
        return reverse("doctor", args=[self.slug])

    @property
    def display_name(self) -> str:
        return titled_name(self.name, is_verified=self.is_verified)

    @property
    def initials(self) -> str:
        return initials(self.name)

    @property
    def credentials_language(self) -> str:
        return written_in(self.credentials)

    @property
    def bio_language(self) -> str:
        return written_in(self.bio)

    @property
    def is_verified(self) -> bool:
        return self.verified_at is not None

    @property
    def is_listed(self) -> bool:
        """As listed() for one doctor: somebody whom visitors meet."""
        return self.published_count > 0 or (self.is_verified and self.suspended_at is None)

    @property
    def has_licence_in_date(self) -> bool:
        """Checked, not expired since, and the doctor not suspended: what earns the tick."""
        return self.suspended_at is None and self._licence_obstacle(timezone.localdate()) is None

    def _licence_obstacle(self, on: date) -> "Obstacle | None":
        if self.licence_expires_on and self.licence_expires_on < on:
            return Obstacle.EXPIRED  # and no check makes up for that
        return None if self.is_verified else Obstacle.UNCHECKED

    def obstacle(self, *, on: date) -> "Obstacle | None":
        """What stands between this doctor and replying on that day. As able_to_reply()."""
        if self.suspended_at is not None:
            return Obstacle.SUSPENDED
        if self.user is None:
            return Obstacle.WITHOUT_ACCOUNT
        if not self.user.is_active:
            return Obstacle.ACCOUNT_CLOSED
        return self._licence_obstacle(on)

    def why_not_able_to_reply(self, *, on: date) -> str:
        """The reason in a sentence that the doctor reads, or "" when nothing stands in the way."""
        obstacle = self.obstacle(on=on)
        return str(SENTENCES[obstacle]) if obstacle else ""

    @property
    def hindrance(self) -> str:
        """The same for today, which every page of the desk says."""
        return self.why_not_able_to_reply(on=timezone.localdate())

    def standing(self, *, on: date) -> str:
        """In a word or two for a list: whether they may reply, or what is in the way."""
        obstacle = self.obstacle(on=on)
        return str(obstacle.label) if obstacle else gettext("may reply")

    def expires_soon(self, *, on: date) -> bool:
        """As expiring() for one doctor."""
        return self.can_reply(on=on) and self.licence_expires_on <= on + EXPIRES_SOON

    def can_reply(self, *, on: date) -> bool:
        return self.obstacle(on=on) is None

    def specialty_ids(self) -> set[int]:
        """Ids of every specialty whose questions this doctor may take."""
        return {self.specialty_id, *self.other_specialties.values_list("pk", flat=True)}

    def specialties_changed(self, others: Iterable[Specialty]) -> str:
        """What exactly these other specialties change, for the history: "+Cardiology -Surgery"."""
        before = set(self.other_specialties.values_list("name", flat=True)) if self.pk else set()
        after = {other.name for other in others}
        given = [f"+{name}" for name in sorted(after - before)]
        return " ".join(given + [f"-{name}" for name in sorted(before - after)])

    def verify(self, *, by, at: datetime | None = None) -> None:
        """Record that `by` has checked the licence.

        Raises ValidationError without its facts, when it has expired already, or when it is their own
        and they are no superuser.
        """
        at = at or timezone.now()
        if by.pk == self.user_id and not by.is_superuser:
            raise ValidationError(
                gettext("Nobody checks their own licence: another moderator has to.")
            )
        if not (self.licence_number and self.licence_issuer and self.licence_expires_on):
            raise ValidationError(
                gettext("A checked licence needs its number, its issuer and its expiry.")
            )
        if self.licence_expires_on < timezone.localdate(at):
            raise ValidationError(gettext("This licence has expired."))
        self.verified_at, self.verified_by = at, by
        self._history_user = by
        self.save(update_fields=["verified_at", "verified_by"])

    def forget_check(self, *, changed: Iterable[str]) -> bool:
        """Whether these changes make it another licence, or another's, than the one that was checked,
        which then has to be checked again. Saves nothing."""
        has_ended = self.is_verified and not self.CHECKED_FIELDS.isdisjoint(changed)
        if has_ended:
            self.verified_at = self.verified_by = None
        return has_ended

    def lock(self) -> None:
        """Be the row as it is now; nobody else suspends or changes this doctor until this transaction
        ends. Whoever wants questions as well takes the doctor first. What is set here and not saved is lost.
        """
        # Not the key: rows that point to this doctor are still written. No join, as of a question.
        self.refresh_from_db(from_queryset=Doctor.objects.select_for_update(no_key=True))

    def suspend(self, *, by, at: datetime | None = None) -> None:
        """No new answers from now on; what the doctor holds goes back to the others.

        Raises ValidationError when somebody was first.
        """
        with transaction.atomic():
            self._set_suspended(at or timezone.now(), by=by)
            held = self.claimed_questions.select_for_update(of=["self"], no_key=True).order_by("pk")
            for question in list(held):
                question.release(by=by)

    def reinstate(self, *, by) -> None:
        """Raises ValidationError when somebody was first."""
        self._set_suspended(None, by=by)

    def _set_suspended(self, at: datetime | None, *, by) -> None:
        with transaction.atomic():
            self.lock()
            if (at is None) == (self.suspended_at is None):
                raise ValidationError(gettext("Somebody has changed this doctor meanwhile."))
            self.suspended_at, self._history_user = at, by
            self.save(update_fields=["suspended_at"])


def titled_name(name: str, *, is_verified: bool) -> str:
    """Only a checked licence earns the title; institutes and imported names stand as they are."""
    return gettext("Dr. %(name)s") % {"name": name} if is_verified else name


def initials(name: str) -> str:
    """Up to two letters for the avatar: "Xiao Kaiwen" gives "XK", "林安然" gives "林"."""
    words = name.split()
    if len(words) < 2:
        return name[:1].upper()
    return (words[0][0] + words[-1][0]).upper()
