"""What may identify somebody: masked, or answered for. Looking for it is `Examined.examine`."""

from django.db import transaction

from questions.actions.moderating import edit_question, edit_reply
from questions.models import Question, Reply


@transaction.atomic
def mask_question(*, question: Question, by) -> None:
    """Each open finding becomes a word that says what stood there."""
    question.lock()
    changed = question.mask_findings()
    if changed:
        edit_question(question=question, by=by, changed=changed)


@transaction.atomic
def mask_reply(*, reply: Reply, by) -> None:
    """The same in a public reply."""
    changed = reply.mask_findings()
    if changed:
        edit_reply(reply=reply, by=by, changed=changed)


@transaction.atomic
def keep_findings(*, row: Question | Reply, by, why: str) -> None:
    """Somebody answers for what is open: it identifies nobody, or may stay, for that reason."""
    type(row).objects.select_for_update(of=["self"], no_key=True).get(pk=row.pk)
    row.refresh_from_db()
    row.settle(by=by, why=why)
