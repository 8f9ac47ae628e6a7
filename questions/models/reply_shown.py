"""What readers see of a reply: who signed it, its words, days, sources, files and corrections."""

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from doctors.days import day_text, iso_day
from doctors.models import initials, titled_name
from questions.models.stored_html import stored_html


def standing_of(*, is_overdue: bool, is_corrected: bool) -> str:
    """What programs read of a public reply (`data-status`)."""
    return "review-overdue" if is_overdue else "corrected" if is_corrected else "current"


class ShownReply(models.Model):
    """Read from the reply and what belongs to it; changes nothing."""

    class Meta:
        abstract = True

    @property
    def signed_name(self) -> str:
        return titled_name(self.doctor_name, is_verified=self.doctor_was_verified)

    @property
    def initials(self) -> str:
        return initials(self.doctor_name)

    @property
    def shown_text(self) -> str:
        return stored_html(self.text_html)

    @property
    def shown_explanation(self) -> str:
        return stored_html(self.explanation_html)

    @property
    def shown_corrections(self) -> list:
        """Its corrections, the oldest first."""
        return list(self.corrections.all()) if self.pk else []  # none of what is being typed

    @property
    def corrected_day(self) -> str:
        """When it was corrected last."""
        corrections = self.shown_corrections
        return day_text(corrections[-1].corrected_at) if corrections else ""

    @property
    def replied_day(self) -> str:
        return day_text(self.replied_at)

    @property
    def reviewed_day(self) -> str:
        return day_text(self.reviewed_on)

    @property
    def review_due_day(self) -> str:
        return day_text(self.review_due_on)

    @property
    def is_review_overdue(self) -> bool:
        return self.review_due_on is not None and self.review_due_on < timezone.localdate()

    @property
    def next_review_day(self) -> str:
        return "" if self.is_review_overdue else self.review_due_day

    @property
    def standing(self) -> str:
        return standing_of(
            is_overdue=self.is_review_overdue, is_corrected=bool(self.shown_corrections)
        )

    @property
    def verified_on_iso(self) -> str:
        """When a doctor last stood for it: the day of the last review, or of the reply."""
        return iso_day(self.reviewed_on or self.replied_at)

    @property
    def reviewed_on_iso(self) -> str:
        return iso_day(self.reviewed_on)

    @property
    def review_due_on_iso(self) -> str:
        return iso_day(self.review_due_on)

    @cached_property
    def shown_sources(self) -> list[dict[str, str]]:
        return [
            {"title": source.title, "url": source.url, "year": str(source.year or "")}
            for source in self.sources.all()
        ]

    @cached_property
    def shown_attachments(self) -> list[dict[str, str]]:
        return self.attachments_shown()

    def attachments_shown(self, *, is_corrected: bool = False) -> list[dict[str, str]]:
        """Those that stand below it now, or when its correction is public."""
        files = self.attachments.all() if self.pk else []
        there = [f for f in files if (f.is_after_correction if is_corrected else f.is_shown)]
        return [file.shown(number) for number, file in enumerate(there, start=1)]
