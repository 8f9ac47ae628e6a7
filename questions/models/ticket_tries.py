"""Wrong codes that were typed for tickets, so that guessing gets slow."""

from django.db import models


class TicketTries(models.Model):
    """How many wrong codes came from one place, or for one number, and until when none is looked at.

    `key` is a keyed hash of what it counts: no address is stored. Rows go when they are a day old.
    """

    key = models.CharField(max_length=64, primary_key=True)
    wrong_count = models.PositiveIntegerField(default=0)
    last_wrong_at = models.DateTimeField(null=True)
    closed_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index("last_wrong_at", name="ticket_tries_old")]

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.wrong_count}"
