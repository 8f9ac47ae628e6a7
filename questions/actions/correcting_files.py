"""Files in the correction of a public reply: readers see nothing of them until it is public."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from doctors.models import Doctor
from questions.actions.attaching import ATTACHED_ALREADY, delete_files, put_below, require_room
from questions.actions.reviewing import locked_reply, require_not_waiting
from questions.models import Attachment, Reply

Status = Attachment.Status


def attach_to_correction(
    *, reply: Reply, by: Doctor, data: bytes, name: str, title: str = ""
) -> Attachment:
    """The correction adds a file. Raises as `keep_correction` does, and ValidationError with what is
    wrong with the file."""
    hold = partial(_held, reply, by)
    return put_below(hold, Status.ADDED, data=data, name=name, title=title)


@transaction.atomic
def detach_in_correction(*, reply: Reply, by: Doctor, key: str) -> None:
    """One that the correction added is gone; one that readers see goes when the correction is public."""
    files = _held(reply, by).attachments.filter(key=key)
    delete_files(files.filter(status=Status.ADDED))
    files.filter(status=Status.STANDING).update(status=Status.REMOVED)


@transaction.atomic
def leave_in_correction(*, reply: Reply, by: Doctor, key: str) -> None:
    """What was to be taken away stays. Raises ValidationError where others have taken its place."""
    held = _held(reply, by)
    removed = held.attachments.filter(key=key, status=Status.REMOVED)
    if not removed.exists():  # a second press
        return
    require_room(held)
    try:
        with transaction.atomic():
            removed.update(status=Status.STANDING)
    except IntegrityError:
        raise ValidationError(ATTACHED_ALREADY) from None


def _held(reply: Reply, by: Doctor) -> Reply:
    """Locked, with a version of its own: a page that shows other files has not seen this one."""
    held = locked_reply(reply, by)
    require_not_waiting(held)
    held.write_draft(seen=None)
    return held
