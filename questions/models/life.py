"""The statuses of a question, and which change leads from which to which."""

from django.db import models
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
