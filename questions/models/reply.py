"""What a doctor wrote, signed as they were on that day."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from doctors.models import Doctor, Specialty
from questions.for_doctors import require_nothing_new, require_same_doses
from questions.models.finding import Examined
from questions.models.question import Question
from questions.models.reply_queryset import ReplyQuerySet
from questions.models.reply_shown import ShownReply
from questions.reply_checks import Finding, check_reply


class StaleDraft(Exception):
    """A draft was written over a version that its writer has not seen; `draft` is what is stored."""

    def __init__(self, draft: "Reply"):
        super().__init__()
        self.draft = draft


class Reply(ShownReply, Examined):
    """A short reply and an explanation ("More information"), both Markdown as the doctor typed it."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("waits for a second reader")
        PUBLISHED = "published", _("published")
        RETRACTED = "retracted", _("retracted")

    TEXT_LENGTH, EXPLANATION_LENGTH = 5_000, 50_000
    # Doctors link to what readers can look up.
    EXAMINED = {"text": ("link",), "explanation": ("link",)}
    # Titles below it, and what a correction says of itself.
    BESIDE = {"sources": ("link",), "attachments": ("link",), "what": (), "why": ()}

    question = models.ForeignKey(
        Question, models.PROTECT, related_name="replies", verbose_name=_("question")
    )
    doctor = models.ForeignKey(
        Doctor, models.PROTECT, related_name="replies", verbose_name=_("doctor")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.DRAFT, editable=False
    )
    # The first reply makes a question public, and there is one; a second doctor's is the second.
    place = models.PositiveSmallIntegerField(_("place"), default=1, editable=False)
    text = models.TextField(_("reply"), blank=True)
    explanation = models.TextField(_("more information"), blank=True)
    replied_at = models.DateTimeField(_("replied at"), null=True, blank=True, editable=False)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    review_due_on = models.DateField(_("next review due on"), null=True, blank=True)
    saved_at = models.DateTimeField(_("saved at"), auto_now=True)

    # Of a draft, and of the correction of a public reply: how often it was written, by which key last (a
    # browser whose answer got lost knows its own text by it), and what was typed that is stored nowhere
    # else yet.
    version = models.PositiveIntegerField(editable=False, default=0)
    saved_key = models.CharField(max_length=36, blank=True, editable=False, default="")
    typed = models.JSONField(editable=False, default=dict, blank=True)

    # As they were on the day of the reply: a later change of name or licence rewrites nothing.
    doctor_name = models.CharField(_("signed as"), max_length=120, blank=True, editable=False)
    doctor_specialty = models.ForeignKey(
        Specialty,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("specialty on that day"),
    )
    doctor_was_verified = models.BooleanField(
        _("licence checked by that day"), default=False, editable=False
    )

    # A second doctor reads it before it is public: why is in actions/reading.py.
    needs_second_reader = models.BooleanField(
        _("a second doctor has to read it"), default=False, db_default=False, editable=False
    )
    sent_to_reader_at = models.DateTimeField(
        _("sent to a second reader at"), null=True, blank=True, editable=False
    )
    second_reader = models.ForeignKey(
        Doctor,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="replies_read",
        verbose_name=_("second reader"),
    )
    second_read_at = models.DateTimeField(_("read at"), null=True, blank=True, editable=False)
    reader_note = models.TextField(
        _("note of the second reader"),
        max_length=1000,
        blank=True,
        editable=False,
        default="",
        db_default="",
    )

    # Which words were checked before they were public, and what was found in them, each answered in an
    # Acknowledgement: actions/checking.py. The database takes no public words that were not checked.
    warned_digest = models.CharField(
        max_length=32, blank=True, editable=False, default="", db_default=""
    )
    warnings = models.JSONField(editable=False, default=list, db_default=[], blank=True)

    text_html = models.TextField(editable=False, default="")
    explanation_html = models.TextField(editable=False, default="")

    history = HistoricalRecords(
        excluded_fields=[
            *("text_html", "explanation_html", "version", "saved_key", "typed"),
            *("warned_digest", "warnings", "checked_digest"),
        ]
    )
    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        ordering = ["replied_at", "pk"]
        indexes = [
            models.Index(
                "doctor",
                "replied_at",
                "id",
                name="reply_newest_of_doctor",
                condition=Q(status="published"),
            ),
            models.Index(
                "review_due_on", "id", name="reply_review_due", condition=Q(status="published")
            ),
            models.Index(
                "doctor",
                "review_due_on",
                "id",
                name="reply_review_due_of_doctor",
                condition=Q(status="published"),
            ),
            models.Index(
                "doctor",
                name="reply_correction_begun",
                condition=Q(status="published") & ~Q(typed={}),
            ),
            models.Index(
                "sent_to_reader_at", "id", name="reply_to_read", condition=Q(status="in_review")
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "doctor"],
                name="one_reply_of_a_doctor",
                condition=~Q(status="retracted"),
            ),
            models.UniqueConstraint(
                fields=["question", "place"],
                name="one_published_reply_at_a_place",
                condition=Q(status="published"),
            ),
            models.CheckConstraint(
                name="reply_status_known",
                condition=Q(status__in=["draft", "in_review", "published", "retracted"]),
            ),
            models.CheckConstraint(
                name="reply_to_read_is_whole",
                condition=~Q(status="in_review")
                | (~Q(text="") & Q(sent_to_reader_at__isnull=False, needs_second_reader=True)),
            ),
            models.CheckConstraint(
                name="reply_read_by_another",
                condition=Q(second_reader__isnull=True) | ~Q(second_reader=F("doctor")),
            ),
            models.CheckConstraint(
                name="reply_read_by_someone_at_some_time",
                condition=Q(second_reader__isnull=True, second_read_at__isnull=True)
                | Q(second_reader__isnull=False, second_read_at__isnull=False),
            ),
            models.CheckConstraint(
                name="published_reply_read_where_needed",
                condition=~Q(status="published", needs_second_reader=True)
                | Q(second_reader__isnull=False),
            ),
            models.CheckConstraint(
                name="published_reply_with_danger_read",
                condition=~Q(status="published", warnings__contains=[{"is_dangerous": True}])
                | Q(second_reader__isnull=False),
            ),
            models.CheckConstraint(
                name="published_reply_with_both_days_of_review",
                condition=~Q(status="published")
                | Q(reviewed_on__isnull=True, review_due_on__isnull=True)
                | Q(reviewed_on__isnull=False, review_due_on__isnull=False),
            ),
            models.CheckConstraint(
                name="reply_to_read_holds_nothing_half_typed",
                condition=~Q(status="in_review") | Q(typed={}),
            ),
            models.CheckConstraint(
                name="published_reply_is_whole",
                condition=~Q(status="published")
                | (
                    ~Q(text="")
                    & ~Q(doctor_name="")
                    & Q(replied_at__isnull=False, doctor_specialty__isnull=False)
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.doctor_name or self.doctor.name}: #{self.question_id}"

    @property
    def texts(self) -> tuple[str, str]:
        return self.text, self.explanation

    def warned_of(
        self,
        text: str | None = None,
        explanation: str | None = None,
        *,
        summary: str | None = None,
        source_count: int | None = None,
        is_corrected: bool = False,
    ) -> list[Finding]:
        """What its doctor is asked about these words above its sources and files, or about its own.

        `summary` is the line below the title, which comes with the first reply. Above the files of now, or
        those that its correction leaves there.
        """
        if self.question.status == self.question.Status.PUBLISHED:
            summary = ""
        elif summary is None:
            summary = self.question.summary
        if source_count is None:
            source_count = self.sources.count() if self.pk else 0
        return check_reply(
            self.text if text is None else text,
            self.explanation if explanation is None else explanation,
            summary=summary,
            age_band=self.question.age_band,
            source_count=source_count,
            attachment_count=len(self.attachments_shown(is_corrected=is_corrected)),
        )

    def take_as_checked(self, findings: Iterable[Finding] = ()) -> None:
        """These words may be public: what was found in them is answered, or they were read by others
        before they came here. Saves nothing."""
        self.warned_digest = digest_of(self.text, self.explanation)
        self.warnings = [each.as_stored() for each in findings]

    def source_rows(self) -> list[dict[str, object]]:
        """The title, url and year of each source, in their order."""
        return list(self.sources.values("title", "url", "year")) if self.pk else []

    @property
    def has_file_changes(self) -> bool:
        """Whether its correction adds files or takes some away."""
        return any(
            not (file.is_shown and file.is_after_correction) for file in self.attachments.all()
        )

    @property
    def waiting_correction(self):
        """The correction of it that a second doctor has to read first, or None."""
        waiting = getattr(self, "correction_to_read", None)
        return waiting if waiting and waiting.pk else None  # one that was deleted has none

    @property
    def waits_for_reader(self) -> bool:
        """Itself, or a correction of it."""
        is_standing = self.status == self.Status.PUBLISHED
        return self.status == self.Status.IN_REVIEW or bool(is_standing and self.waiting_correction)

    def end_waiting(self, *, by, note: str, reason: str) -> None:
        """Its correction waits for no reader any more, and is its doctor's to change again."""
        self.waiting_correction.delete()
        self.reader_note = note
        self._history_user, self._change_reason = by, reason
        self.save(update_fields=["reader_note", "saved_at"])

    def own_findings(self) -> models.QuerySet:
        return self.findings.all()

    def finding_of(self) -> dict[str, object]:
        return {"question": self.question, "reply": self}

    def beside(self) -> dict[str, str]:
        """Titles of what will stand below it when its correction, if there is one, is public."""
        if self.pk is None:
            return {}
        below = {"sources": self.sources.all(), "attachments": self.attachments.after_correction()}
        titles = {name: "\n".join(row.title for row in rows) for name, rows in below.items()}
        return {name: text for name, text in titles.items() if text.strip()}

    def as_left(self) -> dict[str, str]:
        """The two texts as their doctor left them: of a public reply those of a correction begun."""
        names = ("text", "explanation")
        return {name: (self.typed.get(name) or [getattr(self, name)])[0] for name in names}

    def write_draft(
        self, *, seen: int | None, sent: Mapping[str, list[str]] | None = None, **values
    ) -> bool:
        """Store these over the version that the writer has seen; of an unknown one, None, over any.

        What is there already makes no new version: the same text is never in its own way. False where
        another page has stored the very same meanwhile, as `typed` or as `sent`, the fields that these
        values were made of. Of a public reply it is only what was typed of its correction that is given.

        Raises StaleDraft where something else was stored meanwhile. No history: it begins when
        others read it, and a row for every two seconds of typing would bury that.
        """
        status = self.status
        self.refresh_from_db(from_queryset=Reply.objects.select_for_update(of=["self"]))
        is_seen = self.status == status and seen in (None, self.version)
        other = {
            name for name in values.keys() - {"saved_key"} if getattr(self, name) != values[name]
        }
        is_sent = is_seen or (other == {"typed"} and self.typed == sent)
        if other and not is_sent:
            raise StaleDraft(self)
        if not other and values:
            return is_seen
        values |= {"version": self.version + 1, "saved_at": timezone.now()}
        Reply.objects.filter(pk=self.pk).update(**values)
        self.refresh_from_db()
        return True

    def require_same_doses(self, text: str, explanation: str) -> None:
        """Raises ValidationError when these would put other doses above its doctor's name."""
        require_same_doses(self.texts, (text, explanation))

    def require_nothing_new_found(self, text: str, explanation: str) -> None:
        """Raises ValidationError when these hold what its doctor would be asked about, and has not said."""
        require_nothing_new(self.warned_of(), self.warned_of(text, explanation))

    def become_draft(self, *, by, note: str = "") -> None:
        """Its doctor's own again, with what they have begun of a correction. No reading counts any more."""
        for name, text in self.as_left().items():
            setattr(self, name, text)
        if self.waiting_correction:
            self.waiting_correction.delete()
        self.typed, self.version = {}, self.version + 1
        self.status, self.reader_note = Reply.Status.DRAFT, note
        self.sent_to_reader_at = self.second_reader = self.second_read_at = None
        self._history_user = by
        self.save()

    def review(self, *, on: date, months: int) -> None:
        """Looked at and found right on that day; the next time is `months` later. Saves nothing."""
        self.reviewed_on, self.review_due_on = on, months_later(on, months)

    def sign(self, *, at: datetime, months_to_review: int) -> None:
        """Fix who replied, as they are now, and when it has to be looked at again. Saves nothing."""
        self.status = Reply.Status.PUBLISHED
        self.replied_at = at
        self.doctor_name = self.doctor.name
        self.doctor_specialty = self.doctor.specialty
        self.doctor_was_verified = self.doctor.is_verified
        self.review(on=timezone.localdate(at), months=months_to_review)


def digest_of(text: str, explanation: str) -> str:
    """By which the database knows the words that were checked (migration 0037_hold_warnings)."""
    words = f"{text}\n{explanation}".encode()
    return hashlib.md5(words, usedforsecurity=False).hexdigest()


def months_later(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last day that month has."""
    years, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
