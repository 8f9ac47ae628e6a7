"""What doctors and moderators tell each other about a question."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor, Specialty
from questions.models.life import Status
from questions.models.question import Question
from questions.models.question_queryset import urgent_first


class DeskNoteQuerySet(models.QuerySet):
    def returned_to(self, doctor: Doctor) -> "DeskNoteQuerySet":
        """What moderators sent back to this doctor, who has still to do something with it: of urgent
        questions, then the oldest first."""
        return self.filter(
            doctor=doctor,
            kind=DeskNote.Kind.TO_DOCTOR,
            handled_at=None,
            question__status__in=[Status.OPEN, Status.CLAIMED, Status.PUBLISHED],
        ).order_by(urgent_first("question__"), "written_at", "pk")


class DeskNote(models.Model):
    """A note from a doctor, or to one. Never public, and not for the asker."""

    class Kind(models.TextChoices):
        HANDED_OVER = "handed_over", _("handed over to another specialty")
        TO_MODERATORS = "moderators", _("returned to the moderators")
        TO_DOCTOR = "doctor", _("sent back to a doctor")

    TEXT_LENGTH = 1_000

    question = models.ForeignKey(Question, models.CASCADE, related_name="desk_notes")
    kind = models.CharField(_("note"), max_length=11, choices=Kind)
    # Who wrote it, or, of one to a doctor, who is to read it.
    doctor = models.ForeignKey(Doctor, models.PROTECT, related_name="desk_notes")
    to_specialty = models.ForeignKey(
        Specialty, models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    text = models.TextField(_("text"), max_length=TEXT_LENGTH)
    written_at = models.DateTimeField(_("written at"), default=timezone.now)
    handled_at = models.DateTimeField(_("handled at"), null=True, blank=True)

    objects = DeskNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="desk_note_kind_known",
                condition=Q(kind__in=["handed_over", "moderators", "doctor"]),
            ),
            models.CheckConstraint(name="desk_note_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="desk_note_handed_over_to_a_specialty",
                condition=Q(kind="handed_over", to_specialty__isnull=False)
                | (~Q(kind="handed_over") & Q(to_specialty__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.question_id}: {self.get_kind_display()}"
