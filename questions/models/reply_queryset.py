"""Which replies: words that chain."""

from datetime import date

from django.db import models
from django.db.models import Max
from django.db.models.functions import Coalesce

from doctors.models import Doctor
from questions.models.question import Question
from questions.models.question_queryset import CARD_FIELDS, is_public, urgent_first


class ReplyQuerySet(models.QuerySet):
    def standing(self) -> "ReplyQuerySet":
        """Signed and not taken back; whether anyone sees them, their question decides."""
        return self.filter(status=self.model.Status.PUBLISHED)

    def published(self) -> "ReplyQuerySet":
        """Public replies to public questions, the newest first."""
        return self.standing().filter(is_public("question__")).order_by("-replied_at", "-pk")

    def shown(self) -> "ReplyQuerySet":
        """What the page of a question shows, in the order of the conversation."""
        return (
            self.standing()
            .select_related("doctor", "doctor_specialty")
            .prefetch_related("sources", "attachments", "corrections")
            .order_by("replied_at", "pk")
        )

    def next_place(self) -> int:
        """The place of one more reply after these."""
        return (self.standing().aggregate(last=Max("place"))["last"] or 0) + 1

    def review_due(self, *, by: date) -> "ReplyQuerySet":
        """Public replies that have to be looked at again by that day, the longest due first."""
        due = self.published().filter(review_due_on__lte=by)
        return due.order_by("review_due_on", "pk")

    def to_read(self) -> "ReplyQuerySet":
        """What waits for a second reader, itself or a correction of it: replies to urgent questions, then
        what waits longest."""
        replies = self.model.objects.order_by().values("pk")
        # Not joined by "or", which would look at every reply there is.
        waiting = replies.filter(status=self.model.Status.IN_REVIEW).union(
            replies.filter(status=self.model.Status.PUBLISHED, correction_to_read__isnull=False)
        )
        return (
            self.filter(
                pk__in=waiting,
                question__status__in=[Question.Status.IN_REVIEW, Question.Status.PUBLISHED],
            )
            .annotate(waits_since=Coalesce("correction_to_read__sent_at", "sent_to_reader_at"))
            .order_by(urgent_first("question__"), "waits_since", "pk")
        )

    def to_read_by(self, doctor: Doctor) -> "ReplyQuerySet":
        """Those of the doctor's specialties, and never their own."""
        of_theirs = self.to_read().filter(question__specialty__in=doctor.specialty_ids())
        return of_theirs.exclude(doctor=doctor)

    def corrections_begun(self) -> "ReplyQuerySet":
        """Public replies whose correction was begun and waits for no reader, the latest first."""
        begun = self.published().exclude(typed={}).filter(correction_to_read__isnull=True)
        return begun.order_by("-saved_at", "-pk")

    def for_cards(self) -> "ReplyQuerySet":
        """Replies with the cards of their questions, and nothing heavier."""
        cards = [f"question__{field}" for field in CARD_FIELDS]
        return self.select_related("question__specialty").only("doctor", "replied_at", *cards)
