"""A file that stands below an explanation."""

from datetime import date

from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor
from questions.models.reply import Reply


class AttachmentQuerySet(models.QuerySet):
    def published(self) -> "AttachmentQuerySet":
        """What anyone may read: files of public replies to public questions."""
        return self.filter(reply__in=Reply.objects.published().order_by())

    def of(self, doctor: Doctor, *, on: date) -> "AttachmentQuerySet":
        """What a doctor may read before others do: their own, and those of what they may second."""
        own = Q(reply__doctor=doctor)
        if not doctor.can_reply(on=on):
            return self.filter(own)
        to_read = Reply.objects.to_read_by(doctor).order_by()
        return self.filter(own | Q(reply__in=to_read))


class Attachment(models.Model):
    """The file lies in the storage under a random name of ours; what it was called is not kept."""

    class Kind(models.TextChoices):
        PDF = "pdf", "PDF"
        PNG = "png", "PNG"
        JPEG = "jpeg", "JPEG"
        WEBP = "webp", "WebP"

    SIZE_AT_MOST, COUNT_AT_MOST, TITLE_LENGTH = 10_000_000, 10, 120  # bytes, files, characters

    reply = models.ForeignKey(
        Reply, models.CASCADE, related_name="attachments", verbose_name=_("reply")
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
            models.UniqueConstraint(fields=["reply", "digest"], name="one_file_attached_once"),
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

    def shown(self, number: int) -> dict[str, str]:
        url = self.get_absolute_url()
        return shown_attachment(number, title=self.title, kind=self.kind, size=self.size, url=url)

    def open(self):
        return default_storage.open(self.key)


def shown_attachment(number: int, *, title: str, kind: str, size: int, url: str) -> dict[str, str]:
    """What readers see of the attachment that stands at this place, counted from 1."""
    return {
        "title": title or gettext("Attachment %(number)s") % {"number": number},
        "kind": Attachment.Kind(kind).label,
        "size": filesizeformat(size),
        "url": url,
    }
