"""What a doctor answers: the words of a question, and what was added to it behind the scenes.

The page that a reply is written on, or read on by a second doctor, says which of it stood there, so that
nothing is published over what nobody has read.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext

from questions.models import Question

# Moderators may change them while a doctor writes. The specialty and the tags are of no account here.
OF_THE_QUESTION = ("title", "body", "age_band", "sex")
# For lists of answers: the facts of many in as many queries as those of one.
WITH_FACTS = ("additions", "details_requests")


@dataclass(frozen=True)
class Fact:
    """`name` is that of nothing else of its question: "body", "addition-7"."""

    name: str
    label: str
    text: str

    @property
    def is_added(self) -> bool:
        """Whether it came as a whole. Of what was changed there is an old text, too."""
        return self.name not in OF_THE_QUESTION

    @property
    def mark(self) -> str:
        """ "body:77ab…", another one when the text is."""
        return f"{self.name}:{hashlib.sha256(self.text.encode()).hexdigest()[:16]}"


class Unread(Exception):
    """Something of the question did not stand on the page that the reply was written on."""


def facts_of(question: Question) -> list[Fact]:
    field = Question._meta.get_field
    facts = [
        Fact(name, capfirst(field(name).verbose_name), getattr(question, name))
        for name in OF_THE_QUESTION
    ]
    facts += [
        Fact(f"addition-{addition.pk}", gettext("Added by the asker"), addition.text)
        for addition in question.additions.all()
    ]
    facts += [
        Fact(f"answer-{request.pk}", gettext("The asker answered"), request.answer)
        for request in question.details_requests.all()
        if request.answered_at
    ]
    if question.status != Question.Status.PUBLISHED:  # not shown beside a public answer
        facts += [
            Fact(f"note-{note.pk}", capfirst(note.get_kind_display()), note.text)
            for note in question.desk_notes.all()
        ]
    return facts


def marks_of(facts: Iterable[Fact]) -> str:
    """ "title:1f0c… body:77ab…": what a page says that shows them."""
    return " ".join(fact.mark for fact in facts)


def unread(facts: Iterable[Fact], seen: str) -> list[Fact]:
    """Those that are not in `seen`, the marks of a page. What has been erased since is not missed."""
    marks = set(seen.split())
    return [fact for fact in facts if fact.mark not in marks]
