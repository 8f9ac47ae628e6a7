"""A question in one doctor's hands, for a time."""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils import formats, timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor
from questions.models.life import IllegalChange, Status


class Leased(models.Model):
    """What a doctor takes is theirs until `lease_until`, and each save prolongs it.

    One that has run out counts as free at once, whether or not the worker has tidied it away.
    What a doctor asked the asker about is kept for that doctor for a while when the answer comes.
    """

    LEASE, KEPT = timedelta(hours=4), timedelta(days=1)

    claimed_by = models.ForeignKey(
        Doctor,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="claimed_questions",
        verbose_name=_("taken by"),
    )
    claimed_at = models.DateTimeField(_("taken at"), null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(_("held until"), null=True, blank=True, editable=False)
    kept_for = models.ForeignKey(
        Doctor,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("kept for"),
    )
    kept_until = models.DateTimeField(_("kept until"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def holder(self, now: datetime | None = None) -> Doctor | None:
        """Who is replying: nobody, once the time has run out."""
        is_held = self.lease_until is not None and self.lease_until > (now or timezone.now())
        return self.claimed_by if is_held else None

    def is_held_by(self, doctor: Doctor, now: datetime | None = None) -> bool:
        return self.claimed_by_id == doctor.pk and self.holder(now) is not None

    def has_run_out(self, now: datetime | None = None) -> bool:
        return self.status == Status.CLAIMED and self.holder(now) is None

    def keeper(self, now: datetime | None = None) -> Doctor | None:
        """For whom alone it waits at present, if for anybody: for nobody who may not reply by now."""
        is_kept = self.kept_until is not None and self.kept_until > (now or timezone.now())
        is_able = is_kept and self.kept_for.can_reply(on=timezone.localdate(now))
        return self.kept_for if is_able else None

    def can_be_claimed_by(self, doctor: Doctor, now: datetime | None = None) -> bool:
        """Whether nobody holds it, and this doctor may reply, and that in its specialty."""
        if not doctor.can_reply(on=timezone.localdate(now)):
            return False
        is_free = self.status == Status.OPEN or self.has_run_out(now)
        return is_free and self.keeper(now) in (None, doctor) and self.is_for(doctor)

    def claim(self, *, by: Doctor, now: datetime | None = None) -> None:
        """A doctor takes it. Raises IllegalChange, with the name, when another was first."""
        now = now or timezone.now()
        with transaction.atomic():
            self.lock()
            if self.has_run_out(now):
                self.release(by=None)
            keeper = self.keeper(now)
            if keeper not in (None, by):
                raise IllegalChange(self.kept_in_words())
            # What waits for a second reader comes back to its doctor in another way: reading.py.
            self.change_to(
                Status.CLAIMED, by=by.user, only_from={Status.OPEN}, **self.lease_to(by, now=now)
            )

    def lease_to(self, doctor: Doctor, *, now: datetime, lasting: timedelta = LEASE) -> dict:
        """What is set when it comes into this doctor's hands."""
        return {"claimed_by": doctor, "claimed_at": now, "lease_until": now + lasting}

    def prolong(self, *, now: datetime | None = None) -> None:
        """The doctor is at work. Not a line of history: there would be one every few seconds."""
        self.lease_until = max(self.lease_until, (now or timezone.now()) + self.LEASE)
        type(self).objects.filter(pk=self.pk).update(lease_until=self.lease_until)

    def release(self, *, by) -> None:
        """Given back, by its doctor, a moderator or, `by` nobody, by time: others may take it."""
        self.change_to(Status.OPEN, by=by, only_from={Status.CLAIMED})

    def keep_for(self, doctor: Doctor, *, by, now: datetime | None = None) -> None:
        """For a while only this doctor may take it. Of one that is locked and waits for a doctor."""
        self.kept_for, self.kept_until = doctor, (now or timezone.now()) + self.KEPT
        self._history_user = by
        self.save(update_fields=["kept_for", "kept_until"])

    def held_in_words(self) -> str:
        return gettext(
            "%(doctor)s is replying to question #%(number)s, at the latest until %(time)s."
        ) % {
            "doctor": self.claimed_by.display_name,
            "number": self.pk,
            "time": _time_in_words(self.lease_until),
        }

    def kept_in_words(self) -> str:
        return gettext(
            "Question #%(number)s is kept for %(doctor)s until %(time)s; after that others may take it."
        ) % {
            "doctor": self.kept_for.display_name,
            "number": self.pk,
            "time": _time_in_words(self.kept_until),
        }


def _time_in_words(moment: datetime) -> str:
    return formats.date_format(timezone.localtime(moment), "DATETIME_FORMAT")
