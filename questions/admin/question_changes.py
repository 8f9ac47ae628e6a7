"""What moderators may do with a question: a button of its page, or a page where something is filled in.

Each change is a method of the model or a function of `questions/actions/`; here stands when it is offered and
what is said of it.
"""

from django.db import transaction
from django.forms import Form
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from doctors.moderating import Button
from questions import actions
from questions.actions.duplicates import CAN_BE_DUPLICATE
from questions.admin.bulk import Bulk
from questions.forms.moderation import (
    DeclineForm,
    DuplicateForm,
    KeepForm,
    RetractForm,
    SpecialtyForm,
    ToDoctorForm,
)
from questions.forms.tag_moderation import AddTagsForm
from questions.models import Question
from questions.models.question_queryset import WAITING

Status = Question.Status
HAS_READERS = {*WAITING, Status.PUBLISHED, Status.RETRACTED, Status.DECLINED}
DECLINED = _("Declined: %(rows)s.")
POINTED = _("The same as #%(target)s now: %(rows)s.")
KEPT = _("May stay: %(rows)s.")
RETRACTED = ngettext_lazy(
    "Taken off the site: %(rows)s. %(told)s person is told by letter.",
    "Taken off the site: %(rows)s. %(told)s people are told by letter.",
    "told",
)
MOVED = _("Got the specialty: %(rows)s.")
SENT_BACK = _("Sent to the doctor: %(rows)s.")
TAGGED = _("Got the tags: %(rows)s.")
ERASED = _("Their askers are forgotten: %(rows)s.")
# What actions.erase_asker does, for who is about to do it.
ERASING = (
    _(
        "What is deleted, from the history too: the name shown, the e-mail address, the ticket and its "
        "letters, details added and answers to doctors, notes between doctors and moderators, and the "
        "words of the question as they were before moderators changed them."
    ),
    _(
        "A question that is public, or may be put back on the site, stays as it is now with its replies "
        "and their history: readers rely on them. One that nobody has read loses its words, and those "
        "that doctors have begun to write below it; if it still waits, it is withdrawn."
    ),
    _(
        "A follow-up, and what it follows, are of the same person: it is done to both. There is no way back."
    ),
)


def has_open_findings(question: Question) -> bool:
    return question.status in HAS_READERS and bool(question.open_findings())


def is_waiting(question: Question) -> bool:
    return question.status in WAITING


def can_go_to_a_doctor(question: Question) -> bool:
    """Not while a second doctor reads: it is taken from that one first, by the button for it."""
    return question.status in {*WAITING, Status.PUBLISHED, Status.RETRACTED} - {Status.IN_REVIEW}


def can_become(*statuses: str, only_from=()):
    """Whether a button's change is one that the question's status allows."""
    return lambda question: (
        (not only_from or question.status in only_from)
        and any(status in Question.CHANGES[question.status] for status in statuses)
    )


def decline(question: Question, *, by, reason: str, note: str) -> None:
    actions.decline_question(question=question, by=by, reason=reason, note=note)


def erase_asker(question: Question, *, by) -> None:
    actions.erase_asker(question=question, by=by)


def point(question: Question, *, by, target: Question) -> None:
    actions.mark_duplicate(question=question, target=target, by=by)


def keep(question: Question, *, by, why: str) -> None:
    actions.keep_findings(row=question, by=by, why=why)


def retract(question: Question, *, by, reason: str) -> int:
    return actions.retract_question(question=question, by=by, reason=reason)


def take_from_reader(question: Question, *, by) -> None:
    for reply in question.replies.to_read():
        actions.take_back_reply(reply=reply, by=by)


def assign_specialty(question: Question, *, by, specialty) -> None:
    question.specialty = specialty
    actions.edit_question(question=question, by=by, changed=["specialty"])


def send_to_doctor(question: Question, *, by, doctor, note: str) -> None:
    actions.return_to_doctor(question=question, by=by, doctor=doctor, note=note)


@transaction.atomic
def add_tags(question: Question, *, by, tag_names: list[str]) -> None:
    question.lock()  # a tag that it gets meanwhile stays
    names = [*question.tags.names(), *tag_names]
    actions.edit_question(question=question, by=by, changed=[], tags=names)


BUTTONS = (
    Button(
        "_approve",
        _("Save and approve"),
        _("%(row)s is approved; it waits for a doctor."),
        Question.approve,
        can_become(Status.OPEN, only_from={Status.PENDING, Status.NEEDS_DETAILS}),
    ),
    Button(
        "_mask",
        _("Save and hide what identifies"),
        _("What identifies in %(row)s is hidden."),
        lambda question, by: actions.mask_question(question=question, by=by),
        has_open_findings,
    ),
    Button("_keep", _("Save, it may stay…"), "", None, has_open_findings),
    Button("_decline", _("Save and decline…"), "", None, can_become(Status.DECLINED)),
    Button(
        "_release",
        _("Take it from the doctor, for others"),
        _("%(row)s waits for any doctor again."),
        Question.release,
        can_become(Status.OPEN, only_from={Status.CLAIMED}),
    ),
    Button(
        "_return",
        _("Back to moderation"),
        _("%(row)s waits for a moderator again."),
        Question.return_to_moderation,
        lambda question: (
            Status.PENDING in Question.CHANGES[question.status] and not question.duplicate_of_id
        ),
    ),
    Button("_to_doctor", _("Save and send to a doctor…"), "", None, can_go_to_a_doctor),
    Button(
        "_duplicate",
        _("The same as another…"),
        "",
        None,
        can_become(Status.RESOLVED, only_from=CAN_BE_DUPLICATE),
    ),
    Button(
        "_not_duplicate",
        _("Not the same after all"),
        _("%(row)s waits for a moderator again."),
        Question.return_to_moderation,
        lambda question: question.status == Status.RESOLVED and question.duplicate_of_id,
    ),
    Button(
        "_unread",
        _("Take it from the second reader, back to its doctor"),
        _("%(row)s is with its doctor again."),
        take_from_reader,
        lambda question: question.replies.to_read().exists(),
    ),
    Button("_specialty", _("To another specialty…"), "", None, is_waiting),
    Button("_retract", _("Take it off the site…"), "", None, can_become(Status.RETRACTED)),
    Button(
        "_restore",
        _("Put it back on the site"),
        _("%(row)s is back on the site."),
        lambda question, by: actions.restore_question(question=question, by=by),
        can_become(Status.PUBLISHED, only_from={Status.RETRACTED}),
    ),
)
# Buttons that lead to a page on which something is filled in.
PAGES_OF_BUTTONS = {
    "_decline": "decline",
    "_duplicate": "duplicate",
    "_keep": "keep",
    "_retract": "retract",
    "_specialty": "specialty",
    "_to_doctor": "to_doctor",
}
BULK_PAGES = {
    "decline": Bulk(
        _("Decline questions"),
        _("Decline"),
        DECLINED,
        DeclineForm,
        decline,
        title_of_one=_("Decline this question"),
        from_link=("reason", "note"),
    ),
    "keep": Bulk(
        _("What was found may stay"),
        _("It may stay"),
        KEPT,
        KeepForm,
        keep,
        title_of_one=_("What was found may stay"),
    ),
    "duplicate": Bulk(
        _("The same as another question"),
        _("Point there"),
        POINTED,
        DuplicateForm,
        point,
        from_link=("target",),
    ),
    "retract": Bulk(
        _("Take answers off the site"),
        _("Take off the site"),
        RETRACTED,
        RetractForm,
        retract,
        title_of_one=_("Take this answer off the site"),
    ),
    "specialty": Bulk(_("Assign a specialty"), _("Assign"), MOVED, SpecialtyForm, assign_specialty),
    "to_doctor": Bulk(_("Send to a doctor"), _("Send"), SENT_BACK, ToDoctorForm, send_to_doctor),
    "forget": Bulk(
        _("Forget who asked"),
        _("Erase for ever"),
        ERASED,
        Form,
        erase_asker,
        says=ERASING,
    ),
    "tags": Bulk(_("Add tags"), _("Add"), TAGGED, AddTagsForm, add_tags),
}
