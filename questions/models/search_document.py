"""What full text search looks in: one row for each published question, written with it."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from questions.models.question import Question


class SearchDocument(models.Model):
    """The words of a question, its tags, reply, explanation and topics, weighted (see search.py).

    A table of its own, so that writing it does not rewrite the question's row.
    """

    question = models.OneToOneField(
        Question, models.CASCADE, primary_key=True, related_name="search_document"
    )
    vector = SearchVectorField()
    # The title alone: questions whose title matches come first, without ranking all the others.
    title_vector = SearchVectorField(default="")

    class Meta:
        indexes = [
            GinIndex(fields=["vector"], name="search_words"),
            GinIndex(fields=["title_vector"], name="search_title_words"),
        ]

    def __str__(self) -> str:
        return f"#{self.question_id}"
