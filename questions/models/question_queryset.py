"""Which questions: words that chain."""

from datetime import date, datetime

from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, F, Q
from django.db.models.expressions import OrderBy
from django.utils import timezone

from doctors.models import Doctor
from questions.models.life import WITH_DOCTORS, Status
from questions.models.tag import Tag

WAITING = [Status.PENDING, *WITH_DOCTORS]
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


def urgent_first(of: str = "") -> OrderBy:
    """What every list of what waits is ordered by first: of questions, or of what leads to one
    ("question__"). As `Question.waits_urgently`."""
    urgent = Q(**{f"{of}is_urgent": True, f"{of}status__in": WAITING})
    return ExpressionWrapper(urgent, output_field=BooleanField()).desc()


def waits_since_before(moment: datetime) -> Q:
    """As `Question.waited`: one to be written anew waits since it was taken off the site."""
    return Q(asked_at__lt=moment) & (Q(retracted_at=None) | Q(retracted_at__lt=moment))


class QuestionQuerySet(models.QuerySet):
    def published(self) -> "QuestionQuerySet":
        """The one word that decides what anyone who is not staff may see, count or find."""
        return self.filter(is_public())

    def taken_back(self) -> "QuestionQuerySet":
        """What was public and is not: taken off the site by a moderator, until it is public again, or by
        who asked."""
        by_asker = Q(status=Status.WITHDRAWN, published_at__isnull=False)
        return self.filter(Q(retracted_at__isnull=False) | by_asker).exclude(is_public())

    def pending(self) -> "QuestionQuerySet":
        """Sent, and not yet seen by a moderator; urgent ones, then the oldest first."""
        return self.filter(status=Status.PENDING).order_by(urgent_first(), "asked_at", "pk")

    def late(self, now: datetime | None = None) -> "QuestionQuerySet":
        """Waiting for longer than askers are told to expect; as `Question.is_late`."""
        before = (now or timezone.now()) - self.model.LATE_AFTER
        return self.filter(waits_since_before(before), status__in=WAITING)

    def waiting_for(self, doctor: Doctor) -> "QuestionQuerySet":
        """Open or taken in the doctor's specialties, and those of none; urgent ones, then the oldest first."""
        return self.filter(
            Q(specialty__in=doctor.specialty_ids()) | Q(specialty__isnull=True),
            status__in=[Status.OPEN, Status.CLAIMED],
        ).order_by(urgent_first(), "asked_at", "pk")

    def held_by(self, doctor: Doctor, now: datetime | None = None) -> "QuestionQuerySet":
        """What this doctor has taken and not lost to time; urgent ones, then what was taken first."""
        held = self.filter(claimed_by=doctor, lease_until__gt=now or timezone.now())
        return held.order_by(urgent_first(), "claimed_at", "pk")

    def run_out(self, now: datetime | None = None) -> "QuestionQuerySet":
        """Taken, and the time is over: free, and the worker has to say so in the history."""
        return self.filter(status=Status.CLAIMED, lease_until__lte=now or timezone.now())

    def at_desk_of(self, doctor: Doctor, *, on: date) -> "QuestionQuerySet":
        """What this doctor may open at the desk: what they have begun, what waits for them, and what
        is public in their specialties, below which a reply of theirs can stand.

        Questions that wait are nobody's business but of doctors who may reply on that day.
        """
        begun = Q(claimed_by=doctor) | Q(pk__in=doctor.replies.values("question_id"))
        if not doctor.can_reply(on=on):
            return self.filter(begun)
        waiting = Q(pk__in=self.model.objects.waiting_for(doctor).values("pk"))
        public = is_public() & Q(specialty__in=doctor.specialty_ids())
        return self.filter(begun | waiting | public)

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

    def due(self) -> "QuestionQuerySet":
        """Whose similar questions, topics and counts the worker has to work out again."""
        return self.filter(refresh_due_at__isnull=False).order_by("refresh_due_at", "pk")
