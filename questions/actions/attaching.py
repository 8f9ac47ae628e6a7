"""Files below an explanation: added to a draft, taken away from it, and what a correction makes of them."""

import hashlib
import secrets
from collections.abc import Callable
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from questions.models import Attachment, Question, Reply
from questions.models.attachment import AttachmentQuerySet
from questions.typed import typed
from questions.uploads import clean_upload

Status = Attachment.Status
ATTACHED_ALREADY = _("This file is attached already.")


def attach_file(*, draft: Reply, data: bytes, name: str, title: str = "") -> Attachment:
    """Put a file below a draft. Raises ValidationError with what is wrong with it."""
    hold = partial(_held_draft, draft)
    return put_below(hold, Status.STANDING, data=data, name=name, title=title)


def put_below(
    hold: Callable[[], Reply], status: Status, *, data: bytes, name: str, title: str
) -> Attachment:
    """Put a file below the reply that `hold` gives, locked. Raises what it raises, and ValidationError.

    The file is written first: a process that is killed in between leaves a file that no row
    names, never a row without its file.
    """
    kind, kept = clean_upload(data, name)
    key = secrets.token_hex(16)
    default_storage.save(key, ContentFile(kept))
    try:
        with transaction.atomic():
            reply = hold()
            require_room(reply)
            return Attachment.objects.create(
                reply=reply,
                status=status,
                key=key,
                title=typed(title, in_one_line=True).text[: Attachment.TITLE_LENGTH],
                kind=kind,
                size=len(kept),
                digest=hashlib.sha256(data).hexdigest(),
            )
    except (PermissionDenied, ValidationError):
        default_storage.delete(key)
        raise
    except IntegrityError:
        default_storage.delete(key)
        raise ValidationError(ATTACHED_ALREADY) from None


def require_room(reply: Reply) -> None:
    """Raises ValidationError when no further file can be added. The reply is locked."""
    if reply.attachments.after_correction().count() >= Attachment.COUNT_AT_MOST:
        raise ValidationError(
            _("At most %(count)s files, please."), params={"count": Attachment.COUNT_AT_MOST}
        )


@transaction.atomic
def detach_file(*, draft: Reply, key: str) -> None:
    """Take a file away from a draft; one that has gone already is no error."""
    delete_files(_held_draft(draft).attachments.filter(key=key))


def delete_files(rows: AttachmentQuerySet) -> None:
    """The files go from the storage when this transaction has ended well."""
    keys = list(rows.values_list("key", flat=True))
    rows.delete()
    for key in keys:
        transaction.on_commit(partial(default_storage.delete, key))


def publish_file_changes(reply: Reply) -> str:
    """What its correction adds stands there, and what it takes away is gone. The reply is locked.

    Returns both in words for its history, or "".
    """
    added, removed = (
        reply.attachments.filter(status=one) for one in (Status.ADDED, Status.REMOVED)
    )
    words = [f"+{_in_words(file)}" for file in added] + [f"-{_in_words(file)}" for file in removed]
    delete_files(removed)
    added.update(status=Status.STANDING)
    return ", ".join(words)


def undo_file_changes(reply: Reply) -> None:
    """What its correction would have added is gone, and what it would have taken away stays. The
    reply is locked."""
    delete_files(reply.attachments.filter(status=Status.ADDED))
    reply.attachments.filter(status=Status.REMOVED).update(status=Status.STANDING)


def undo_file_changes_below(question: Question, *, by) -> None:
    """The question leaves the site: what corrections would have changed of the files stays as it is. The
    question is locked."""
    changed = Attachment.objects.exclude(status=Status.STANDING).filter(reply__question=question)
    replies = Reply.objects.select_for_update(of=["self"], no_key=True).order_by("pk")
    for reply in replies.filter(pk__in=changed.values("reply")):
        undo_file_changes(reply)
        correction = reply.waiting_correction
        if correction and correction.changes_files:
            words = gettext(
                "The answer was taken off the site, and the new files with it: add them again."
            )
            reply.end_waiting(by=by, note=words, reason="correction sent back")


def _in_words(file: Attachment) -> str:
    return f"{file.title!r} ({file.get_kind_display()}, {file.key})"


def _held_draft(draft: Reply) -> Reply:
    """Held until the transaction ends, so that nothing comes or goes below what others read."""
    rows = Reply.objects.select_for_update(of=["self"], no_key=True)
    held = rows.filter(pk=draft.pk, status=Reply.Status.DRAFT).first()
    if held is None:
        raise ValidationError(_("This reply is not a draft any more."))
    return held
