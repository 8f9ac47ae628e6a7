"""How much was sent from one place, so that a flood drowns nobody."""

from django.db import models


class SentCount(models.Model):
    """`key` is a keyed hash of a kind of form and an address: no address is stored. Gone after an hour."""

    key = models.CharField(max_length=64, primary_key=True)
    since = models.DateTimeField()
    sent = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index("since", name="sent_count_old")]

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.sent}"
