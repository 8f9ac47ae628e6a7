"""The words of published answers, for "did you mean"."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class SearchWord(models.Model):
    """A folded word that once stood in a published title, reply or name.

    It may have left since: what is offered is looked for in what is published at that moment.
    """

    word = models.TextField(primary_key=True)
    # What is left of it without one or two letters, as numbers: see spelling.py.
    remains = ArrayField(models.IntegerField())

    class Meta:
        indexes = [GinIndex(fields=["remains"], name="search_word_remains", fastupdate=False)]

    def __str__(self) -> str:
        return self.word
