"""What similar questions are worked out from, and what came out."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from questions.models.question import Question


class QuestionProfile(models.Model):
    """The row of numbers by which a published question is compared (profile.py), written by the worker.

    In two parts: its `words` and tags tell which others are worth comparing by their `runs` of
    characters as well, which are most of it. `list_due_at` says since when its list of similar
    questions has yet to be worked out: the second half of the queue, see similar.py.
    `listed_at` is as of when the others were that its list was last worked out from.
    """

    question = models.OneToOneField(
        Question, models.CASCADE, primary_key=True, related_name="profile"
    )
    language = models.CharField(max_length=10)
    specialty_id = models.BigIntegerField()
    words = models.BinaryField()
    runs = models.BinaryField()
    changed_at = models.DateTimeField()
    list_due_at = models.DateTimeField(null=True)
    listed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["list_due_at", "question"],
                name="profile_list_due",
                condition=Q(list_due_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.question_id}"


class ProfileKeys(models.Model):
    """Those features of a profile by which others find it, the rarest first.

    By themselves: each list that is worked out writes the row of its profile anew, and with it every
    index of that table, of which this one is by far the largest.
    """

    profile = models.OneToOneField(
        QuestionProfile, models.CASCADE, primary_key=True, related_name="found_by"
    )
    language = models.CharField(max_length=10)
    keys = ArrayField(models.IntegerField(), default=list)

    class Meta:
        # Without a list of what is pending, which each of the forty looked for would read whole.
        indexes = [GinIndex(fields=["keys"], name="profile_keys", fastupdate=False)]

    def __str__(self) -> str:
        return f"#{self.profile_id}"


class FeatureCounts(models.Model):
    """On how many questions each feature stands: what its rarity is taken from (rarity.py). A row
    for each language."""

    language = models.CharField(max_length=10, primary_key=True)
    measured_at = models.DateTimeField()
    # How large the site was (rarity.py), and how many questions were counted.
    size = models.IntegerField()
    total = models.IntegerField()
    counts = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.language}: {self.total}"
