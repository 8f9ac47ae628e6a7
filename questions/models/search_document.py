"""What full text search looks in: one row for each published question, written with it."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from questions.models.question import Question


class SearchDocument(models.Model):
    """The words of a question, its tags, reply, explanation and topics, weighted (see search_documents.py).

    A table of its own, so that writing it does not rewrite the question's row, and so that looking
    at a thousand matches reads few pages: a long `vector` is stored outside of the row.
    """

    question = models.OneToOneField(
        Question, models.CASCADE, primary_key=True, related_name="search_document"
    )
    # As the question has it: the newest are found without a join.
    published_at = models.DateTimeField()
    # Specialty, tags, doctors and time of publication as short texts: see search_marks.py.
    marks = ArrayField(models.TextField(), default=list)
    vector = SearchVectorField()
    # The title alone: questions whose title matches come first, without ranking all the others.
    title_vector = SearchVectorField(default="")

    class Meta:
        # Marks stand in the same index as the words, so that a filter skips what it leaves out.
        # Nothing is kept for later (fastupdate): a thousand read for each one that is written.
        indexes = [
            GinIndex(fields=["vector", "marks"], name="search_words", fastupdate=False),
            GinIndex(fields=["title_vector", "marks"], name="search_title_words", fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"#{self.question_id}"
