"""A file that stands below an explanation."""

from collections.abc import Iterable
from datetime import date

from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor
from questions.models.question import Question
from questions.models.reply import Reply


class AttachmentQuerySet(models.QuerySet):
    def shown(self) -> "AttachmentQuerySet":
        """What stands below its reply now, whatever a correction will change."""
        return self.exclude(status=Attachment.Status.ADDED)

    def after_correction(self) -> "AttachmentQuerySet":
        """What will stand there when the correction is public."""
        return self.exclude(status=Attachment.Status.REMOVED)

    def published(self) -> "AttachmentQuerySet":
        """What anyone may read: files of public replies to public questions."""
        return self.shown().filter(reply__in=Reply.objects.published().order_by())

    def taken_back(self) -> "AttachmentQuerySet":
        """What anyone could read before its answer was taken off the site."""
        questions = Question.objects.taken_back().order_by()
        return self.shown().filter(reply__question__in=questions, reply__replied_at__isnull=False)

    def of(self, doctor: Doctor, *, on: date) -> "AttachmentQuerySet":
        """What a doctor may read before others do: their own, and those of what they may second."""
        own = Q(reply__doctor=doctor)
        if not doctor.can_reply(on=on):
            return self.filter(own)
        to_read = Q(reply__in=Reply.objects.to_read_by(doctor).order_by())
        # One that was begun while a review waits is nobody else's yet.
        is_sent = ~Q(status=Attachment.Status.ADDED) | Q(
            reply__correction_to_read__changes_files=True
        )
        return self.filter(own | to_read & is_sent)


class Attachment(models.Model):
    """The file lies in the storage under a random name of ours; what it was called is not kept.

    The database knows as well that corrections belong to public replies alone, and that ten files are
    enough (migration 0038_files_in_corrections).
    """

    class Kind(models.TextChoices):
        PDF = "pdf", "PDF"
        PNG = "png", "PNG"
        JPEG = "jpeg", "JPEG"
        WEBP = "webp", "WebP"

    class Status(models.TextChoices):
        """What readers see now, and what the correction of a public reply changes when it is public."""

        STANDING = "standing", _("stands there")
        ADDED = "added", _("is added by the correction")
        REMOVED = "removed", _("is taken away by the correction")

    SIZE_AT_MOST, COUNT_AT_MOST, TITLE_LENGTH = 10_000_000, 10, 120  # bytes, files, characters

    reply = models.ForeignKey(
        Reply, models.CASCADE, related_name="attachments", verbose_name=_("reply")
    )
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=Status,
        default=Status.STANDING,
        db_default=Status.STANDING,
        editable=False,
    )
    key = models.CharField(max_length=32, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=TITLE_LENGTH, blank=True)
    kind = models.CharField(_("kind"), max_length=4, choices=Kind)
    size = models.PositiveIntegerField(_("size in bytes"))
    # Of the file as it was sent: the same file is attached once.
    digest = models.CharField(max_length=64, editable=False)
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["pk"]
        constraints = [
            # Before a correction and after it: one and the same file may go, and come under another title.
            models.UniqueConstraint(
                fields=["reply", "digest"], name="one_file_shown_once", condition=~Q(status="added")
            ),
            models.UniqueConstraint(
                fields=["reply", "digest"],
                name="one_file_attached_once",
                condition=~Q(status="removed"),
            ),
            models.CheckConstraint(
                name="attachment_status_known",
                condition=Q(status__in=["standing", "added", "removed"]),
            ),
            models.CheckConstraint(
                name="attachment_named_by_us", condition=Q(key__regex=r"^[0-9a-f]{32}$")
            ),
            models.CheckConstraint(
                name="attachment_kind_known", condition=Q(kind__in=["pdf", "png", "jpeg", "webp"])
            ),
            models.CheckConstraint(
                name="attachment_size_allowed", condition=Q(size__gt=0, size__lte=10_000_000)
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.key

    def get_absolute_url(self) -> str:
        return reverse("attachment", args=[self.key])

    @property
    def content_type(self) -> str:
        return "application/pdf" if self.kind == self.Kind.PDF else f"image/{self.kind}"

    @property
    def size_text(self) -> str:
        return filesizeformat(self.size)

    @property
    def is_shown(self) -> bool:
        return self.status != self.Status.ADDED

    @property
    def is_after_correction(self) -> bool:
        return self.status != self.Status.REMOVED

    def shown(self, number: int) -> dict[str, str]:
        url = self.get_absolute_url()
        return shown_attachment(number, title=self.title, kind=self.kind, size=self.size, url=url)

    def open(self):
        return default_storage.open(self.key)


def numbered(files: Iterable[Attachment]) -> list[Attachment]:
    """Each with its `title_shown` at its place below the reply: as it will be, and of one that goes as it is."""
    before, after, listed = 0, 0, list(files)
    for file in listed:
        before, after = before + file.is_shown, after + file.is_after_correction
        file.title_shown = titled(file.title, after if file.is_after_correction else before)
    return listed


def shown_attachment(number: int, *, title: str, kind: str, size: int, url: str) -> dict[str, str]:
    """What readers see of the attachment that stands at this place, counted from 1."""
    return {
        "title": titled(title, number),
        "kind": Attachment.Kind(kind).label,
        "size": filesizeformat(size),
        "url": url,
    }


def titled(title: str, number: int) -> str:
    return title or gettext("Attachment %(number)s") % {"number": number}
