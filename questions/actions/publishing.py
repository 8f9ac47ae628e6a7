"""The last step of a reply: public, or first to a second reader."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from questions.actions.checking import take_as_answered
from questions.actions.public_page import refresh_public_page
from questions.doses import doses_in
from questions.letters import write_letter
from questions.models import Identifying, Letter, Question, Reply, Tag
from questions.models.reply import months_later
from questions.reply_checks import Finding, is_dangerous

Status = Question.Status
OF_THE_ASKER = {"title", "body", "asker_name"}
MONTHS_TO_REVIEW, MONTHS_TO_REVIEW_MEDICINE = 24, 12
BATCH = 500


def needs_second_reader(
    question: Question, texts: Iterable[str], findings: Iterable[Finding]
) -> bool:
    """Where the specialty wants it, and wherever a dose is named or something may be dangerous."""
    is_wanted = question.specialty.needs_second_reader
    return is_wanted or bool(doses_in(*texts)) or is_dangerous(findings)


def publish_or_send(
    *, question: Question, reply: Reply, by, now: datetime, why_kept: str = ""
) -> None:
    """A whole reply becomes public, or waits for a second doctor. The question is locked.

    Raises Unanswered when something in it was questioned and nobody has said why it stays, and
    Identifying where something in it may tell who somebody is, and `why_kept` is empty.
    """
    findings = take_as_answered(reply)
    settle_written(question, reply, by=by, why=why_kept)
    # The line below the title comes with the first reply.
    texts = [*reply.texts, question.summary] if question.status == Status.CLAIMED else reply.texts
    reply.needs_second_reader = needs_second_reader(question, texts, findings)
    reply.reader_note = ""
    if reply.needs_second_reader:
        reply.status, reply.sent_to_reader_at = Reply.Status.IN_REVIEW, now
        reply.second_reader = reply.second_read_at = None
        reply._history_user = by
        reply.save()
        if question.status == Status.CLAIMED:
            question.change_to(Status.IN_REVIEW, by=by)
    else:
        make_public(question=question, reply=reply, by=by, now=now)


def settle_written(question: Question, reply: Reply, *, by, why: str) -> None:
    """A doctor answers for what they have written: the reply, and the question's summary line. What is
    in the words of the asker is for moderators."""
    found = [*question.open_findings(), *reply.open_findings()]
    if found and (not why.strip() or any(one.field in OF_THE_ASKER for one in found)):
        raise Identifying(found)
    question.settle(by=by, why=why)
    reply.settle(by=by, why=why)


def make_public(*, question: Question, reply: Reply, by, now: datetime) -> None:
    """Sign the reply as its doctor is now; with the first one the question becomes public too."""
    months = months_to_review(question.tags.all())
    reply.settle(by=by)
    reply.sign(at=now, months_to_review=months)
    reply.place = question.replies.next_place()
    reply._history_user = by
    reply.save()
    was_taken_off = question.retracted_at is not None
    is_first = question.status != Status.PUBLISHED
    if is_first:
        question.mark_published(by=by, at=now, replied_by=reply.doctor_name)
    write_letter(question, Letter.Kind.ANSWERED if is_first else Letter.Kind.ANOTHER)
    if was_taken_off:  # who was pointed to it has been told that it was gone
        for pointed in question.resolves.order_by("pk"):
            write_letter(pointed, Letter.Kind.RESOLVED)
    refresh_public_page(question)


def bring_reviews_forward(question: Question, *, by) -> None:
    """Its public replies are looked at as early as its tags of now want it, and never later than they
    would have been. The question is locked."""
    months = months_to_review(question.tags.all())
    dated = question.replies.standing().exclude(reviewed_on=None).exclude(review_due_on=None)
    for reply in dated.select_for_update(of=["self"]):
        before = reply.review_due_on
        reply.review(on=reply.reviewed_on, months=months)
        if reply.review_due_on < before:
            reply._history_user = by
            reply.save(update_fields=["review_due_on", "saved_at"])


def bring_reviews_of_tag_forward(tag: Tag, *, by) -> None:
    """A tag that is a medicine by now, or has got questions of another, has their replies looked at as
    early as those of any medicine. What is overdue is so already, and nothing is put off."""
    if tag.kind != Tag.Kind.MEDICINE:
        return
    tagged = tag.tagged_questions.values("content_object")
    dated = Reply.objects.standing().filter(question__in=tagged, reviewed_on__isnull=False)
    waiting = dated.filter(review_due_on__gte=timezone.localdate()).order_by("pk")
    # The texts are read by batches: a common tag is on tens of thousands of questions.
    numbers = list(waiting.values_list("pk", flat=True))
    for start in range(0, len(numbers), BATCH):
        rows = waiting.filter(pk__in=numbers[start : start + BATCH])
        earlier = []
        for reply in rows.select_for_update(of=["self"]):
            before = reply.review_due_on
            reply.review_due_on = months_later(reply.reviewed_on, MONTHS_TO_REVIEW_MEDICINE)
            if reply.review_due_on < before:
                earlier.append(reply)
        reason = f"a medicine: {tag.name}"
        fields = {"default_user": by, "default_change_reason": reason}
        bulk_update_with_history(earlier, Reply, ["review_due_on"], **fields)


def months_to_review(tags: Iterable[Tag]) -> int:
    """After how many months an answer with these tags has to be looked at again."""
    has_medicine = any(tag.kind == Tag.Kind.MEDICINE for tag in tags)
    return MONTHS_TO_REVIEW_MEDICINE if has_medicine else MONTHS_TO_REVIEW
