"""A question, from the form to the page that everyone reads."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords
from taggit.managers import TaggableManager

from doctors.days import day_text
from doctors.models import Doctor, Specialty, titled_name
from questions.models.asker import AgeBand, Sex, asker_line
from questions.models.finding import Examined
from questions.models.lease import Leased
from questions.models.life import (
    CHANGES,
    WITH_DOCTORS,
    DeclineReason,
    Living,
    Status,
)
from questions.models.question_queryset import WAITING, QuestionQuerySet
from questions.models.stored_html import stored_html
from questions.models.tag import TaggedQuestion
from questions.red_flag_rules import BY_ID


class Question(Living, Leased, Examined):
    """What a parent asked. The primary key is the public number."""

    Status, CHANGES, DeclineReason = Status, CHANGES, DeclineReason
    AgeBand, Sex = AgeBand, Sex

    TITLE_LENGTH, BODY_LENGTH = 200, 10_000
    LATE_AFTER = timedelta(hours=48)
    # The form asks for a first name or nickname.
    EXAMINED = {"title": (), "summary": (), "body": (), "asker_name": ("name",)}

    title = models.CharField(_("question in one line"), max_length=300)
    slug = models.SlugField(_("slug"), max_length=120, allow_unicode=True, editable=False)
    summary = models.CharField(_("summary"), max_length=400, blank=True)
    body = models.TextField(_("details"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    specialty = models.ForeignKey(
        Specialty,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name=_("specialty"),
    )
    asker_name = models.CharField(_("name shown"), max_length=60, blank=True)
    age_band = models.CharField(_("age"), max_length=8, choices=AgeBand)
    sex = models.CharField(_("sex"), max_length=12, choices=Sex, default=Sex.UNDISCLOSED)
    follow_up_of = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="follow_up",
        verbose_name=_("follow-up of"),
    )
    tags = TaggableManager(through=TaggedQuestion, blank=True, verbose_name=_("tags"))

    status = models.CharField(
        _("status"), max_length=14, choices=Status, default=Status.PENDING, editable=False
    )
    is_urgent = models.BooleanField(
        _("urgent"), default=False, help_text=_("Stands on top of every list that waits.")
    )
    # Groups of red_flag_rules/, seen in what the asker sent and said to be no emergency.
    urgent_signs = ArrayField(
        models.CharField(max_length=20), editable=False, default=list, db_default=[], blank=True
    )
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    decline_reason = models.CharField(
        _("reason"), max_length=12, choices=DeclineReason, blank=True, editable=False
    )
    decline_note = models.TextField(
        _("note to the asker"), max_length=1000, blank=True, editable=False
    )
    resolved_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="resolves",
        verbose_name=_("answered by question"),
    )
    resolved_note = models.TextField(
        _("line to the asker"), max_length=500, blank=True, editable=False
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    # Until it is public again, whatever becomes of it meanwhile.
    retracted_at = models.DateTimeField(_("taken back at"), null=True, blank=True, editable=False)
    # Readers see it at the address of the answer.
    retraction_reason = models.TextField(
        _("reason"), max_length=500, blank=True, editable=False, default="", db_default=""
    )
    duplicate_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="duplicates",
        verbose_name=_("the same as"),
    )

    # Worked out when something is saved, so that reading is cheap: see rendering.py.
    body_html = models.TextField(editable=False, default="")
    question_excerpt = models.TextField(editable=False, default="")
    reply_excerpt = models.TextField(editable=False, default="")
    replied_by = models.CharField(max_length=120, editable=False, default="")
    replied_by_verified = models.BooleanField(editable=False, default=False)
    mentioned_numbers = ArrayField(models.BigIntegerField(), editable=False, default=list)
    refresh_due_at = models.DateTimeField(null=True, blank=True, editable=False)
    # When its page last became another one.
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    # SHA-256 of the line it was imported from; empty for what was asked here.
    import_digest = models.CharField(max_length=64, editable=False, default="")

    history = HistoricalRecords(
        excluded_fields=[
            "body_html",
            "question_excerpt",
            "reply_excerpt",
            "replied_by",
            "replied_by_verified",
            "mentioned_numbers",
            "refresh_due_at",
            "changed_at",
            "import_digest",
            "checked_digest",
        ]
    )
    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                "published_at", "id", name="question_newest", condition=Q(status="published")
            ),
            models.Index(
                "specialty",
                "published_at",
                "id",
                name="question_newest_of_specialty",
                condition=Q(status="published"),
            ),
            models.Index(
                "status",
                "asked_at",
                "id",
                name="question_oldest_waiting",
                condition=~Q(status="published"),
            ),
            models.Index(
                "refresh_due_at",
                "id",
                name="question_due",
                condition=Q(refresh_due_at__isnull=False),
            ),
            # The sitemap is read from it alone, without the texts.
            models.Index(
                fields=["id"],
                include=["changed_at"],
                name="question_changed",
                condition=Q(status="published"),
            ),
            models.Index("lease_until", name="question_lease", condition=Q(status="claimed")),
            GinIndex(fields=["mentioned_numbers"], name="question_mentions", fastupdate=False),
        ]
        constraints = [
            models.CheckConstraint(
                name="question_status_known",
                condition=Q(status__in=Status.values),
            ),
            models.CheckConstraint(
                name="question_follows_another", condition=~Q(follow_up_of=models.F("pk"))
            ),
            models.CheckConstraint(name="question_has_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="question_claimed_by_someone",
                condition=Q(
                    status="claimed",
                    claimed_by__isnull=False,
                    claimed_at__isnull=False,
                    lease_until__isnull=False,  # a comparison with nothing would let it pass
                    lease_until__gt=F("claimed_at"),
                )
                | (
                    ~Q(status="claimed")
                    & Q(claimed_by=None, claimed_at=None, lease_until__isnull=True)
                ),
            ),
            models.CheckConstraint(
                name="question_kept_while_open",
                condition=Q(kept_for=None, kept_until__isnull=True)
                | Q(status="open", kept_for__isnull=False, kept_until__isnull=False),
            ),
            models.CheckConstraint(
                name="question_resolved_by_another",
                condition=(
                    Q(status="resolved", resolved_by__isnull=False, duplicate_of__isnull=True)
                    & ~Q(resolved_by=F("id"))
                )
                | Q(
                    status="resolved",
                    resolved_by__isnull=True,
                    resolved_note="",
                    duplicate_of__isnull=False,
                )
                | (~Q(status="resolved") & Q(resolved_by__isnull=True, resolved_note="")),
            ),
            models.CheckConstraint(
                name="question_published_with_specialty_and_time",
                condition=~Q(status="published")
                | Q(published_at__isnull=False, specialty__isnull=False),
            ),
            models.CheckConstraint(
                name="question_read_in_a_specialty",  # of none, nobody would see that it waits
                condition=~Q(status="in_review") | Q(specialty__isnull=False),
            ),
            models.CheckConstraint(
                name="question_published_with_reply",
                condition=~Q(status="published") | ~Q(replied_by=""),
            ),
            models.CheckConstraint(
                name="question_age_band_known", condition=Q(age_band__in=["", *AgeBand.values])
            ),
            models.CheckConstraint(
                name="question_sex_known", condition=Q(sex__in=["female", "male", "undisclosed"])
            ),
            models.CheckConstraint(
                name="question_decline_reason_known",
                condition=Q(decline_reason__in=["", *DeclineReason.values]),
            ),
            models.CheckConstraint(
                name="question_declined_with_reason",
                condition=~Q(status="declined") | ~Q(decline_reason=""),
            ),
            models.CheckConstraint(
                name="question_retracted_with_time_and_reason",
                condition=~Q(status="retracted")
                | (Q(retracted_at__isnull=False) & ~Q(retraction_reason="")),
            ),
            models.CheckConstraint(
                name="question_duplicate_of_another",
                condition=Q(duplicate_of__isnull=True) | ~Q(duplicate_of=F("id")),
            ),
            models.CheckConstraint(
                name="question_duplicate_is_resolved",
                condition=Q(duplicate_of__isnull=True) | Q(status="resolved"),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("question", args=[self.pk, self.slug])

    @property
    def replied_by_signed(self) -> str:
        """Who replied, with the title that a checked licence gave them on that day."""
        return titled_name(self.replied_by, is_verified=self.replied_by_verified)

    @property
    def asker_line(self) -> str:
        """Who it is about, in the words that a reader sees: "Elsa · female, 0–9 years"."""
        return asker_line(self.asker_name, self.age_band, self.sex)

    @property
    def urgent_sign_labels(self) -> list[str]:
        """The signs in words. A group that the rules no longer have is left out."""
        return [gettext(BY_ID[sign].label) for sign in self.urgent_signs if sign in BY_ID]

    @property
    def told(self) -> "Question":
        """The question whose answer is told of to who asked this one: the one it is the same as."""
        return self.duplicate_of or self

    @property
    def answered_by(self) -> "Question":
        """The question below which its answer stands, or will."""
        return self.told.resolved_by or self.told

    @property
    def public_since(self) -> datetime | None:
        """When it was published, while it is."""
        return self.published_at if self.status == Status.PUBLISHED else None

    @property
    def is_declined_as_emergency(self) -> bool:
        return self.status == Status.DECLINED and self.decline_reason == DeclineReason.EMERGENCY

    def lacks_details(self) -> bool:
        """Whether a doctor asked for details last and the asker has not answered, in time or late."""
        asked = self.details_requests.last()
        return asked is not None and asked.answered_at is None

    @property
    def is_written_anew(self) -> bool:
        """Whether its answer was taken off the site and is with a doctor again."""
        return self.retracted_at is not None and self.status in WITH_DOCTORS

    @property
    def asked_day(self) -> str:
        return day_text(self.asked_at)

    @property
    def published_day(self) -> str:
        return day_text(self.published_at)

    @property
    def shown_body(self) -> str:
        return stored_html(self.body_html)

    @property
    def shown_question_excerpt(self) -> str:
        return stored_html(self.question_excerpt)

    @property
    def shown_reply_excerpt(self) -> str:
        return stored_html(self.reply_excerpt)

    def make_slug(self) -> str:
        slug = slugify(self.title, allow_unicode=True)[:120].strip("-")
        # "report" is the address of another page of the question.
        return slug if slug not in ("", "report") else "question"

    def own_findings(self) -> models.QuerySet:
        return self.findings.filter(reply=None)

    def finding_of(self) -> dict[str, object]:
        return {"question": self}

    def require_answer(self) -> None:
        """Raises ValidationError where there is no answer and none will come."""
        if self.status not in {*WAITING, Status.PUBLISHED}:
            words = gettext("Question #%(number)s is “%(status)s” and will not be answered.")
            raise ValidationError(words % {"number": self.pk, "status": self.get_status_display()})

    def waited(self, now: datetime | None = None) -> timedelta:
        """How long the asker has been waiting; one to be written anew, since it was taken off the site."""
        return (now or timezone.now()) - (self.retracted_at or self.asked_at)

    def waited_in_words(self, now: datetime | None = None) -> str:
        """ "2 d 4 h", "3 h" or "12 min", short enough for a list."""
        minutes = max(int(self.waited(now).total_seconds()) // 60, 0)
        days, hours = minutes // 1440, minutes // 60 % 24
        if days and not hours:
            return gettext("%(days)s d") % {"days": days}
        if days:
            return gettext("%(days)s d %(hours)s h") % {"days": days, "hours": hours}
        if hours:
            return gettext("%(hours)s h") % {"hours": hours}
        return gettext("%(minutes)s min") % {"minutes": minutes}

    @property
    def waits_urgently(self) -> bool:
        """Whether it may be an emergency that nobody has answered yet."""
        return self.is_urgent and self.status in WAITING

    def is_late(self, now: datetime | None = None) -> bool:
        """Whether it waits longer than askers are told to expect."""
        return self.waited(now) > Question.LATE_AFTER

    def is_for(self, doctor: Doctor) -> bool:
        """Whether it belongs to a specialty of this doctor, or to none yet."""
        return self.specialty_id is None or self.specialty_id in doctor.specialty_ids()
