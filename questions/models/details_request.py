"""What a doctor asked the asker before replying, and what the asker said."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from doctors.days import day_text
from doctors.models import Doctor
from questions.models.life import DeclineReason, Status
from questions.models.question import Question


class DetailsRequestQuerySet(models.QuerySet):
    def unanswered(self) -> "DetailsRequestQuerySet":
        """Neither answered nor closed."""
        return self.filter(answered_at=None, closed_at=None)

    def answered_times(self) -> list[datetime]:
        """When each answer came, the oldest first."""
        answered = self.filter(answered_at__isnull=False).order_by("answered_at")
        return list(answered.values_list("answered_at", flat=True))

    def awaited(self) -> "DetailsRequestQuerySet":
        """Unanswered, and the question waits for the answer."""
        return self.unanswered().filter(question__status=Status.NEEDS_DETAILS)

    def to_remind(self, now: datetime | None = None) -> "DetailsRequestQuerySet":
        before = (now or timezone.now()) - DetailsRequest.REMIND_AFTER
        return self.awaited().filter(asked_at__lte=before, reminded_at=None)

    def to_close(self, now: datetime | None = None) -> "DetailsRequestQuerySet":
        """Reminded so long ago that the time is over: nobody is closed out by a worker that slept."""
        pause = DetailsRequest.CLOSE_AFTER - DetailsRequest.REMIND_AFTER
        return self.awaited().filter(reminded_at__lte=(now or timezone.now()) - pause)


class DetailsRequest(models.Model):
    """Seen by its asker, doctors and moderators; never public."""

    REMIND_AFTER, CLOSE_AFTER = timedelta(days=3), timedelta(days=14)
    TEXT_LENGTH, ANSWER_LENGTH = 1_000, 5_000

    question = models.ForeignKey(Question, models.CASCADE, related_name="details_requests")
    doctor = models.ForeignKey(
        Doctor, models.PROTECT, related_name="details_requests", verbose_name=_("asked by")
    )
    text = models.TextField(_("what is asked"), max_length=TEXT_LENGTH)
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    answer = models.TextField(_("answer"), max_length=ANSWER_LENGTH, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("reminded at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    objects = DetailsRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for details")
        verbose_name_plural = _("requests for details")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question"],
                name="one_unanswered_request_of_a_question",
                condition=Q(answered_at=None, closed_at=None),
            ),
            models.CheckConstraint(name="details_request_asks", condition=~Q(text="")),
            models.CheckConstraint(
                name="details_request_answered_at_some_time",
                condition=Q(answered_at__isnull=True, answer="")
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
            ),
        ]

    def __str__(self) -> str:
        # Without its words: the admin's log keeps this for ever.
        return f"#{self.question_id}"

    @property
    def close_day(self) -> str:
        """Until which day an answer is waited for."""
        return day_text(self.asked_at + self.CLOSE_AFTER)

    @property
    def answered_day(self) -> str:
        return day_text(self.answered_at)

    @property
    def takes_answer(self) -> bool:
        """Whether the asker may answer: in time, or late, after it was closed for that reason."""
        if self.answered_at is not None:
            return False
        question = self.question
        return question.status == Status.NEEDS_DETAILS or (
            question.status == Status.DECLINED
            and question.decline_reason == DeclineReason.NO_DETAILS
        )
