"""Files below an explanation: added to a draft, taken away from it."""

import hashlib
import secrets
from functools import partial

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from questions.models import Attachment, Reply
from questions.uploads import clean_upload


def attach_file(*, draft: Reply, data: bytes, name: str, title: str = "") -> Attachment:
    """Put a file below a draft. Raises ValidationError with what is wrong with it.

    The file is written first: a process that is killed in between leaves a file that no row
    names, never a row without its file.
    """
    if draft.attachments.count() >= Attachment.COUNT_AT_MOST:
        raise ValidationError(
            _("At most %(count)s files, please."), params={"count": Attachment.COUNT_AT_MOST}
        )
    kind, kept = clean_upload(data, name)
    key = secrets.token_hex(16)
    default_storage.save(key, ContentFile(kept))
    try:
        with transaction.atomic():
            _require_draft(draft)
            return Attachment.objects.create(
                reply=draft,
                key=key,
                title=" ".join(title.replace("\0", "").split())[: Attachment.TITLE_LENGTH],
                kind=kind,
                size=len(kept),
                digest=hashlib.sha256(data).hexdigest(),
            )
    except ValidationError:
        default_storage.delete(key)
        raise
    except IntegrityError:
        default_storage.delete(key)
        raise ValidationError(_("This file is attached already.")) from None


@transaction.atomic
def detach_file(*, draft: Reply, key: str) -> None:
    """Take a file away from a draft; one that has gone already is no error."""
    _require_draft(draft)
    deleted, _rows = draft.attachments.filter(key=key).delete()
    if deleted:
        transaction.on_commit(partial(default_storage.delete, key))


def _require_draft(draft: Reply) -> None:
    """Held until the transaction ends, so that nothing comes or goes below what others read."""
    rows = Reply.objects.select_for_update(of=["self"], no_key=True)
    if rows.filter(pk=draft.pk, status=Reply.Status.DRAFT).first() is None:
        raise ValidationError(_("This reply is not a draft any more."))
