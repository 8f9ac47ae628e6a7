"""How far a question has come, in words that its asker understands."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from operator import attrgetter, itemgetter

from django.utils.translation import gettext_lazy as _

from questions.models import Correction, DeskNote, Question
from questions.models.question_queryset import WAITING

Status = Question.Status
ROAD = [Status.PENDING, Status.OPEN, Status.CLAIMED, Status.PUBLISHED]
EVENTS = {
    Status.PENDING: _("You sent your question"),
    Status.OPEN: _("A moderator checked it"),
    Status.CLAIMED: _("A doctor took it"),
    Status.IN_REVIEW: _("A doctor wrote a reply"),
    Status.NEEDS_DETAILS: _("It needs more details"),
    Status.PUBLISHED: _("A doctor replied"),
    Status.DECLINED: _("A moderator declined it"),
    Status.RESOLVED: _("It was answered by an existing answer"),
    Status.WITHDRAWN: _("You took it back"),
    Status.RETRACTED: _("The answer was taken off the site"),
}
AHEAD = {
    Status.OPEN: _("A moderator checks it"),
    Status.CLAIMED: _("A doctor takes it"),
    Status.IN_REVIEW: _("A second doctor reads it, then it is public"),
    Status.PUBLISHED: _("A doctor replies"),
}
NOW = {
    Status.PENDING: _("Waiting to be checked"),
    Status.OPEN: _("Waiting for a doctor"),
    Status.CLAIMED: _("A doctor is replying"),
    Status.IN_REVIEW: _("A second doctor reads the reply"),
    Status.NEEDS_DETAILS: _("More details are needed"),
    Status.PUBLISHED: _("Answered"),
    Status.DECLINED: _("Not taken on"),
    Status.RESOLVED: _("Already answered"),
    Status.WITHDRAWN: _("Taken back"),
    Status.RETRACTED: _("The answer was taken off the site"),
}
NEXT = {
    Status.PENDING: _(
        "A moderator reads it next, takes out what could tell who you are, and passes it on to "
        "doctors or says why not. Nobody else sees it until a doctor has replied."
    ),
    Status.OPEN: _(
        "The next doctor of the right specialty who has time takes it. When they reply, question "
        "and reply become public, and you find them here."
    ),
    Status.CLAIMED: _(
        "When the doctor publishes the reply, question and reply become public, and you find them "
        "here."
    ),
    Status.IN_REVIEW: _(
        "The reply is written. A second doctor reads it before it becomes public, and you find it "
        "here then."
    ),
    Status.NEEDS_DETAILS: _(
        "A doctor cannot reply with what is there. When your answer has come, the doctor goes on."
    ),
    Status.PUBLISHED: _(
        "Question and reply are public. You can take the question back at any time; then both "
        "leave the site."
    ),
    Status.DECLINED: _("Nothing of it was made public. You are welcome to ask in another way."),
    Status.RESOLVED: _(
        "The answer is on this site. Nothing of yours was made public. If it does not answer your "
        "question, you are welcome to ask again."
    ),
    Status.WITHDRAWN: _("Nobody will reply to it, and nothing of it is public."),
    Status.RETRACTED: _("A moderator took it off the site. Nothing of it is public now."),
}


# Of what was closed because details did not come: no moderator has said no.
CLOSED = _("It was closed without an answer from you")
CLOSED_NOW = _("Closed for now")
CLOSED_NEXT = _(
    "Nothing of it was made public. If you still need a reply, answer the doctor: then a moderator "
    "takes it up again."
)
DECLINED_NEXT = {
    # What cannot wait: not an invitation to write once more.
    Question.DeclineReason.EMERGENCY: _(
        "Nothing of it was made public. Do not wait for a reply here: see a doctor in person now."
    ),
    Question.DeclineReason.IDENTIFYING: _(
        "Nothing of it was made public. Leave out names, places and numbers, and ask again."
    ),
    Question.DeclineReason.ANSWERED: _(
        "Nothing of it was made public. If that answer does not fit your question, you are welcome "
        "to ask in another way."
    ),
}
# Of what a doctor wanted to know.
ANSWER_SENT = _("You sent your answer")
# Of one that a doctor sent to the moderators instead of replying.
GIVEN_BACK = _("A doctor gave it back")
GIVEN_BACK_NEXT = _(
    "A doctor gave it back, so a moderator reads it again. Nobody else sees it until a doctor has "
    "replied."
)
# Of a public answer that changed.
CORRECTED = _("The reply was corrected")
ANOTHER_REPLY = _("Another doctor replied")
RESTORED = _("The answer was put back on the site")
RESTORED_NEXT = _(
    "The answer was taken off the site for a time and is back now. You can take the question back at "
    "any time; then question and reply leave the site."
)
# Of a question that is the same as one which has no answer yet.
SAME_NOW = _("Somebody asked the same")
SAME_NEXT = _(
    "Both are answered in one place. When a doctor has replied there, you find the link here. "
    "Nothing of yours was made public."
)
# Of one that another's answer was for, which was taken off the site.
GONE_NEXT = _("Nothing of yours was made public. You are welcome to ask again.")
AGAIN_NEXT = _(
    "Another question was to answer yours too. It is not there any more, or does not fit after all, "
    "so a moderator reads yours again. Nobody else sees it until a doctor has replied."
)
# Of one that waits for the doctor who asked for details, or to whom a moderator sent it.
KEPT_NEXT = _(
    "It is kept for one doctor first; if that doctor has no time, another of the right specialty "
    "takes it. When they reply, question and reply become public, and you find them here."
)
# Of an answer that was taken off the site and sent back to a doctor.
ANEW_NEXT = _(
    "The answer was taken off the site, and a doctor writes it anew. When it is there again, you find "
    "it here."
)
# Where an answer that was taken off the site went, and what is told of that beyond what follows.
AFTER_RETRACTION = {Status.OPEN: "", Status.PUBLISHED: RESTORED}


@dataclass(frozen=True)
class Event:
    """Something that has happened (`at`), or is still to come (no `at`)."""

    label: str
    at: datetime | None = None


@dataclass(frozen=True)
class Progress:
    """Where the question stands, what comes next, and its way up to here and on."""

    now: str
    next: str
    events: list[Event]
    # What answered it, be it that of another question, is off the site by now.
    has_lost_answer: bool


def progress_of(question: Question) -> Progress:
    """Read from the question's history, so that no date has to be kept twice."""
    changes = [(Status.PENDING, question.asked_at), *question.status_changes()]
    ahead = ROAD[ROAD.index(question.status) + 1 :] if question.status in ROAD else []
    if question.status == Status.IN_REVIEW:
        ahead = [Status.IN_REVIEW]
    elif question.status == Status.RESOLVED and question.answered_by.status in WAITING:
        ahead = [Status.PUBLISHED]
    told = EVENTS | {Status.DECLINED: CLOSED} if _is_closed(question) else EVENTS
    if question.duplicate_of_id:
        told = told | {Status.RESOLVED: SAME_NOW}
    way = _events(changes, question, told)
    now, coming = _now_and_next(question, changes, [event.label for event in way])
    events = sorted(way + _changes_of_the_answer(question, changes), key=attrgetter("at"))
    has_lost = question.retracted_at or _lost_answer_at(question, changes)
    return Progress(
        now=now,
        next=coming,
        events=events + [Event(AHEAD[status]) for status in ahead],
        has_lost_answer=bool(has_lost) and question.status != Status.WITHDRAWN,
    )


def _is_closed(question: Question) -> bool:
    """Whether it was closed for want of an answer, which is still welcome."""
    if question.status != Status.DECLINED:
        return False
    asked = question.details_requests.last()
    return asked is not None and asked.takes_answer


def _now_and_next(
    question: Question, changes: list[tuple[str, datetime]], labels: list[str]
) -> tuple[str, str]:
    now, coming = NOW[question.status], NEXT[question.status]
    if _is_closed(question):
        now, coming = CLOSED_NOW, CLOSED_NEXT
    elif question.status == Status.DECLINED:
        # "Nothing was made public" would not be true of an answer that was taken off the site.
        by_reason = {} if question.retracted_at else DECLINED_NEXT
        usual = NEXT[Status.RETRACTED if question.retracted_at else Status.DECLINED]
        coming = by_reason.get(question.decline_reason, usual)
    elif question.status == Status.RESOLVED:
        now, coming = _by_the_answer_of(question, changes)
    elif question.is_written_anew and question.status in {Status.OPEN, Status.CLAIMED}:
        coming = ANEW_NEXT
    elif question.status == Status.OPEN and question.keeper():
        coming = KEPT_NEXT
    elif question.status == Status.PENDING:
        coming = _read_again(changes, labels)
    elif question.status == Status.PUBLISHED and labels[-1] is RESTORED:
        coming = RESTORED_NEXT
    return now, coming


def _read_again(changes: list[tuple[str, datetime]], labels: list[str]) -> str:
    """What comes next of one that waits for a moderator, for the first time or once more."""
    before, _at = changes[-2]
    if before == Status.CLAIMED and labels[-1] is GIVEN_BACK:
        return GIVEN_BACK_NEXT
    return AGAIN_NEXT if before == Status.RESOLVED else NEXT[Status.PENDING]


def _by_the_answer_of(question: Question, changes: list[tuple[str, datetime]]) -> tuple[str, str]:
    """What stands now and comes next where another question answers for it too."""
    status = question.answered_by.status
    if status == Status.PUBLISHED:
        return NOW[Status.RESOLVED], NEXT[Status.RESOLVED]
    if status == Status.RETRACTED:
        return NOW[Status.RETRACTED], GONE_NEXT
    if _lost_answer_at(question, changes):
        return NOW[Status.RETRACTED], ANEW_NEXT
    return SAME_NOW, SAME_NEXT


def _events(changes: list[tuple[str, datetime]], question: Question, told: dict) -> list[Event]:
    """What happened. An answer to a doctor, what a doctor gave back, and what comes of an answer that
    was taken off the site begin a part of their own, so that what led there stays."""
    parts = [(at, ANSWER_SENT) for at in question.details_requests.answered_times()]
    given_back = question.desk_notes.filter(kind=DeskNote.Kind.TO_MODERATORS)
    parts += [(at, GIVEN_BACK) for at in given_back.values_list("written_at", flat=True)]
    parts += [
        (at, AFTER_RETRACTION[status])
        for (before, _at), (status, at) in pairwise(changes)
        if before == Status.RETRACTED and status in AFTER_RETRACTION
    ]
    events: list[Event] = []
    for begins_at, label in sorted(parts, key=itemgetter(0)):
        before = [change for change in changes if change[1] < begins_at]
        # What is declined and goes on all the same was closed by the clock.
        events += _told(before, EVENTS | {Status.DECLINED: CLOSED}, is_first=not events)
        events += [Event(label, begins_at)] if label else []
        changes = changes[len(before) :]
    return events + _told(changes, told, is_first=not events)


def _changes_of_the_answer(question: Question, changes: list[tuple[str, datetime]]) -> list[Event]:
    """What became of the answer without a change of this question's own status."""
    if question.status == Status.RESOLVED:
        gone_at = _lost_answer_at(question, changes)
        return [Event(EVENTS[Status.RETRACTED], gone_at)] if gone_at else []
    corrections = Correction.objects.filter(reply__question=question)
    corrected_times = corrections.values_list("corrected_at", flat=True)
    later = question.replies.standing().filter(place__gt=1).values_list("replied_at", flat=True)
    return [Event(CORRECTED, at) for at in corrected_times] + [
        Event(ANOTHER_REPLY, at) for at in later
    ]


def _lost_answer_at(question: Question, changes: list[tuple[str, datetime]]) -> datetime | None:
    """When the answer of another that this one was pointed to was taken off, if it was there by then."""
    gone_at, pointed_at = question.answered_by.retracted_at, dict(changes).get(Status.RESOLVED)
    return gone_at if gone_at and pointed_at and gone_at > pointed_at else None


def _told(changes: list[tuple[str, datetime]], told: dict, *, is_first: bool) -> list[Event]:
    """The first change of a later part is what has been told with the beginning of it."""
    return [Event(told[status], at) for status, at in _way(changes)[0 if is_first else 1 :]]


def _way(changes: list[tuple[str, datetime]]) -> list[tuple[str, datetime]]:
    """The changes without detours: what came back to an earlier status starts from there again."""
    way: list[tuple[str, datetime]] = []
    for status, at in changes:
        statuses = [one for one, _at in way]
        if status in statuses:
            del way[statuses.index(status) + 1 :]
        elif status == Status.PENDING:
            way = [(status, at)]
        else:
            way.append((status, at))
    return way
