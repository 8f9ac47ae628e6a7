"""Which published questions stand beside which."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from questions.models.question import Question


class SimilarQuestion(models.Model):
    """One question suggested beside another, with its score and the tags they share (similar.py).

    The worker writes these rows; a page reads the best few of them by the index on (question, score).
    """

    # Without an index of its own: the one below begins with it.
    question = models.ForeignKey(
        Question, models.CASCADE, related_name="similar_rows", db_index=False
    )
    similar = models.ForeignKey(Question, models.CASCADE, related_name="+")
    score = models.FloatField()
    shared_tag_ids = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        indexes = [models.Index(fields=["question", "-score", "-similar"], name="similar_best")]
        constraints = [
            models.UniqueConstraint(fields=["question", "similar"], name="similar_once"),
            models.CheckConstraint(name="similar_to_another", condition=~Q(question=F("similar"))),
        ]

    def __str__(self) -> str:
        return f"#{self.question_id}: #{self.similar_id}"
