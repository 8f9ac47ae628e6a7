"""Under what a question has been counted."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class CountedQuestion(models.Model):
    """The specialty, tags and doctors whose `published_count` a question is in (see counts.py).

    Written by the worker with the counts themselves: what a question has left is known from here,
    and a count changes by one instead of being taken again. No foreign keys: a row may outlive what
    it points to until its question is counted again.
    """

    question_id = models.BigIntegerField(primary_key=True)
    specialty_id = models.BigIntegerField()
    tag_ids = ArrayField(models.BigIntegerField(), default=list)
    doctor_ids = ArrayField(models.BigIntegerField(), default=list)

    def __str__(self) -> str:
        return f"#{self.question_id}"
