"""Which questions: words that chain."""

from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, OuterRef, Q
from django.utils import timezone

from doctors.models import Doctor
from questions.models.life import Status
from questions.models.tag import Tag, TaggedQuestion

WAITING = [Status.PENDING, Status.OPEN, Status.CLAIMED, Status.IN_REVIEW, Status.NEEDS_DETAILS]
CARD_FIELDS = [
    "title",
    "slug",
    "language",
    "question_excerpt",
    "reply_excerpt",
    "replied_by",
    "replied_by_verified",
    "published_at",
    "specialty__name",
    "specialty__name_zh_hant",
    "specialty__slug",
]


def is_public(of: str = "") -> Q:
    """What published() asks: of a question, or of what leads to one ("question__") without a join more."""
    return Q(**{f"{of}status": Status.PUBLISHED})


class QuestionQuerySet(models.QuerySet):
    def published(self) -> "QuestionQuerySet":
        """The one word that decides what anyone who is not staff may see, count or find."""
        return self.filter(is_public())

    def pending(self) -> "QuestionQuerySet":
        """Sent, and not yet seen by a moderator; oldest first."""
        return self.filter(status=Status.PENDING).order_by("asked_at", "pk")

    def late(self, now: datetime | None = None) -> "QuestionQuerySet":
        """Waiting for longer than askers are told to expect; as `Question.is_late`."""
        before = (now or timezone.now()) - self.model.LATE_AFTER
        return self.filter(status__in=WAITING, asked_at__lt=before)

    def waiting_for(self, doctor: Doctor) -> "QuestionQuerySet":
        """Open or taken in the doctor's specialties, and those of no specialty; oldest first."""
        return self.filter(
            Q(specialty__in=doctor.specialty_ids()) | Q(specialty__isnull=True),
            status__in=[Status.OPEN, Status.CLAIMED],
        ).order_by("asked_at", "pk")

    def at_desk_of(self, doctor: Doctor, *, on: date) -> "QuestionQuerySet":
        """What this doctor may open at the desk: what they have begun, and what waits for them.

        Questions that wait are nobody's business but of doctors who may reply on that day.
        """
        begun = Q(claimed_by=doctor) | Q(pk__in=doctor.replies.values("question_id"))
        if not doctor.can_reply(on=on):
            return self.filter(begun)
        return self.filter(begun | Q(pk__in=self.model.objects.waiting_for(doctor).values("pk")))

    def carrying(self, tag: Tag) -> "QuestionQuerySet":
        """Published ones with this tag; `listed_at`, when published, is what to page them by."""
        tagged = self.published().filter(
            tagged_questions__tag=tag, tagged_questions__published_at__isnull=False
        )
        return tagged.annotate(listed_at=F("tagged_questions__published_at"))

    def newest_first(self) -> "QuestionQuerySet":
        return self.order_by("-published_at", "-pk")

    def for_cards(self) -> "QuestionQuerySet":
        """What a card in a list shows, and nothing heavier."""
        return self.select_related("specialty").only(*CARD_FIELDS)

    def for_hits(self) -> "QuestionQuerySet":
        """A card, and the text in which search shows what matched."""
        return self.select_related("specialty").only(*CARD_FIELDS, "body_html")

    def with_tag_ids(self) -> "QuestionQuerySet":
        """Adds `tag_ids`, a list."""
        tagged = TaggedQuestion.objects.filter(content_object=OuterRef("pk"))
        return self.annotate(tag_ids=ArraySubquery(tagged.values("tag")))

    def due(self) -> "QuestionQuerySet":
        """Whose similar questions, topics and counts the worker has to work out again."""
        return self.filter(refresh_due_at__isnull=False).order_by("refresh_due_at", "pk")
