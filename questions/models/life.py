"""The life of a question: its statuses, which change leads from which to which, and the changes."""

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class IllegalChange(Exception):
    """The question cannot go from its status to the one asked for; says who or what was first."""


class Status(models.TextChoices):
    PENDING = "pending", _("waiting for a moderator")
    OPEN = "open", _("waiting for a doctor")
    CLAIMED = "claimed", _("a doctor is replying")
    IN_REVIEW = "in_review", _("a second doctor reads the reply")
    NEEDS_DETAILS = "needs_details", _("needs details")
    PUBLISHED = "published", _("published")
    DECLINED = "declined", _("declined")
    RESOLVED = "resolved", _("pointed to another question")
    WITHDRAWN = "withdrawn", _("withdrawn")
    RETRACTED = "retracted", _("retracted")


class DeclineReason(models.TextChoices):
    EMERGENCY = "emergency", _("This needs to be seen by a doctor in person, now.")
    IDENTIFYING = "identifying", _("It names or identifies a person.")
    NOT_MEDICAL = "not_medical", _("It is not a question about health.")
    UNCLEAR = "unclear", _("It cannot be understood well enough to answer.")
    ANSWERED = "answered", _("It has been answered here already.")
    NO_DETAILS = "no_details", _("The details that a doctor asked for did not come.")
    OTHER = "other", _("Another reason, given below.")


# Reasons that say nothing to the asker without a note, and what it has to say.
NEEDS_NOTE = {
    DeclineReason.ANSWERED: _("Write where: the link of the answer, which the asker will read."),
    DeclineReason.OTHER: _("Write the reason that the asker will read."),
}

# Let through by a moderator, and not at an end.
WITH_DOCTORS = [Status.OPEN, Status.CLAIMED, Status.IN_REVIEW, Status.NEEDS_DETAILS]

# Who may go where. What is not here raises IllegalChange.
CHANGES = {
    Status.PENDING: {Status.OPEN, Status.DECLINED, Status.RESOLVED, Status.WITHDRAWN},
    Status.OPEN: {
        Status.CLAIMED,
        Status.NEEDS_DETAILS,
        Status.DECLINED,
        Status.RESOLVED,
        Status.PENDING,
        Status.WITHDRAWN,
    },
    Status.CLAIMED: {
        Status.OPEN,
        Status.NEEDS_DETAILS,
        Status.IN_REVIEW,
        Status.PUBLISHED,
        Status.RESOLVED,
        Status.PENDING,
        Status.WITHDRAWN,
    },
    Status.IN_REVIEW: {Status.PUBLISHED, Status.CLAIMED, Status.WITHDRAWN},
    Status.NEEDS_DETAILS: {Status.OPEN, Status.DECLINED, Status.RESOLVED, Status.WITHDRAWN},
    Status.PUBLISHED: {Status.RETRACTED, Status.WITHDRAWN},
    Status.DECLINED: {Status.PENDING, Status.WITHDRAWN},
    Status.RESOLVED: {Status.PENDING, Status.WITHDRAWN},
    Status.WITHDRAWN: set(),
    Status.RETRACTED: {Status.PUBLISHED, Status.OPEN, Status.WITHDRAWN},
}

# What is true of a question only in that status, and what it is outside: change_to() clears it.
ENDS_WITH = {
    Status.OPEN: {"kept_for": None, "kept_until": None},
    Status.CLAIMED: {"claimed_by": None, "claimed_at": None, "lease_until": None},
    Status.RESOLVED: {"resolved_by": None, "resolved_note": "", "duplicate_of": None},
}


class Living(models.Model):
    """Changes from status to status. Each locks the row, so of two people the second is told."""

    class Meta:
        abstract = True

    def lock(self) -> None:
        """Be the row as it is now; nobody else changes it until this transaction ends.

        What is set here and not saved is lost: a later save writes nothing that was read before.
        """
        # No join: it would give the doctor from before the wait for the lock.
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(no_key=True))

    def approve(self, *, by) -> None:
        """A moderator lets it through to the doctors; nothing in it may tell who somebody is."""
        with transaction.atomic():
            self.change_to(
                Status.OPEN,
                by=by,
                only_from={Status.PENDING, Status.NEEDS_DETAILS},
            )
            self.settle(by=by)

    def decline(self, *, by, reason: str, note: str = "") -> None:
        """A moderator ends it; the asker reads the reason and the note."""
        if reason not in DeclineReason.values:
            raise ValidationError({"reason": gettext("Choose a reason that the asker will read.")})
        if reason in NEEDS_NOTE and not note.strip():
            raise ValidationError({"note": str(NEEDS_NOTE[reason])})
        with transaction.atomic():
            self.lock()
            # Its asker is told to answer the doctor, and has to find something to answer.
            if reason == DeclineReason.NO_DETAILS and not self.lacks_details():
                words = gettext(
                    "No doctor waits for details from the asker: choose another reason."
                )
                raise ValidationError({"reason": words})
            self.change_to(Status.DECLINED, by=by, decline_reason=reason, decline_note=note)

    def return_to_moderation(self, *, by) -> None:
        """Back to the moderators' queue, from the doctors' or from a wrong decline."""
        self.change_to(
            Status.PENDING,
            by=by,
            decline_reason="",
            decline_note="",
        )

    def retract(self, *, by, reason: str, now: datetime | None = None) -> None:
        """A moderator takes the answer back; readers find the reason in its place."""
        if not reason.strip():
            raise ValidationError({"reason": gettext("Write the reason that readers will see.")})
        self.change_to(
            Status.RETRACTED,
            by=by,
            retracted_at=now or timezone.now(),
            retraction_reason=reason.strip(),
        )

    def mark_published(self, *, by, at: datetime, replied_by: str) -> None:
        """Public from now on. Called by actions.publish_reply, which makes the reply public too."""
        self.change_to(
            Status.PUBLISHED,
            by=by,
            published_at=self.published_at or at,
            replied_by=replied_by,
            retracted_at=None,
            retraction_reason="",
        )

    def change_to(self, status: str, *, by, only_from: Iterable[str] = (), **values) -> None:
        """Move to `status` and set `values` together, when the row's status of now allows it.

        `only_from` narrows what CHANGES allows, for a change with a meaning of its own.
        """
        with transaction.atomic():
            self.lock()
            if status not in self.CHANGES[self.status] or (
                only_from and self.status not in only_from
            ):
                raise IllegalChange(self.why_not(status))
            if status == Status.PUBLISHED:
                self.settle(by=by)
            values = ENDS_WITH.get(self.status, {}) | values
            self.status = status
            for name, value in values.items():
                setattr(self, name, value)
            self._history_user = by
            self.save(update_fields=["status", *values])

    def why_not(self, status: str) -> str:
        """Why this question cannot get `status`, for the person who tried."""
        if self.holder():
            return self.held_in_words()
        return gettext("Question #%(number)s is “%(status)s” and cannot become “%(wanted)s”.") % {
            "number": self.pk,
            "status": self.get_status_display(),
            "wanted": Status(status).label,
        }

    def status_changes(self) -> list[tuple[str, datetime]]:
        """(status, when) of each time it changed, the oldest first, from the history."""
        rows = self.history.order_by("history_date", "history_id")
        changes = pairwise([("", None), *rows.values_list("status", "history_date")])
        return [(status, at) for (before, _at), (status, at) in changes if status != before]
