"""What waits for moderators, each with the list that shows it.

All counts read small, partial indexes: none grows with the answers. They stop at a thousand, but for
what waits and what was declined lately, whose parts are counted in one statement each.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Min, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from doctors.letters import told_of
from doctors.models import Doctor, StaffLetter
from questions.models import Addition, Letter, Question, Reply, Report
from questions.models.question_queryset import WAITING, waits_since_before

COUNTED_AT_MOST = 1_000
URGENT_AT_MOST = 20
DECLINED_WITHIN = timedelta(days=30)
Status = Question.Status


@dataclass(frozen=True)
class Work:
    """Something that waits: how many, how long the oldest, and the list that shows them."""

    label: str
    count: int
    address: str
    oldest: Question | None = None
    late_count: int = 0
    late_address: str = ""
    # Stands for the number where it is one question alone.
    name: str = ""

    @property
    def shown_count(self) -> str:
        """The number, or "1000+" where counting stopped."""
        if self.name:
            return self.name
        is_cut = self.count > COUNTED_AT_MOST
        return f"{COUNTED_AT_MOST}+" if is_cut else str(self.count)


@dataclass(frozen=True)
class Group:
    """Some of it under one heading."""

    title: str
    works: list[Work]


def work_for(user) -> list[Group]:
    """What waits, of what this person may see."""
    groups = []
    if user.has_perm("questions.view_question"):
        groups.append(Group(gettext("Urgent: look at these first"), _urgent()))
        groups.append(Group(gettext("Questions that wait"), _waiting()))
    groups.append(Group(gettext("To look at"), list(_to_look_at(user))))
    if user.has_perm("questions.view_question"):
        groups.append(Group(gettext("Declined, of those asked in the last 30 days"), _declined()))
    return [group for group in groups if group.works]


def is_nobody_told(user) -> bool:
    """Whether a question that may be an emergency waits until somebody happens to look, for who may
    see questions."""
    return (
        user.has_perm("questions.view_question") and not told_of(StaffLetter.Kind.URGENT).exists()
    )


def _list(name: str, **query: str) -> str:
    words = "&".join(f"{key}={value}" for key, value in query.items())
    return reverse(f"admin:{name}_changelist") + f"?{words}"


def _urgent() -> list[Work]:
    """Each question with the signs that were found in it."""
    waiting = Question.objects.filter(status__in=WAITING, is_urgent=True)
    return [
        Work(
            gettext("; ").join(question.urgent_sign_labels) or gettext("urgent"),
            1,
            reverse("admin:questions_question_change", args=[question.pk]),
            question,
            name=f"#{question.pk}",
        )
        for question in waiting.order_by("asked_at", "pk")[:URGENT_AT_MOST]
    ]


def _waiting() -> list[Work]:
    """Each status with its number, its oldest and those that wait too long, in one statement."""
    before = timezone.now() - Question.LATE_AFTER
    rows = Question.objects.filter(status__in=WAITING).order_by().values("status")
    found = {
        row["status"]: row
        for row in rows.annotate(
            count=Count("pk"),
            late=Count("pk", filter=waits_since_before(before)),
            oldest=Min(Coalesce("retracted_at", "asked_at")),
        )
    }
    labels = {
        Status.PENDING: gettext("Questions to check"),
        Status.OPEN: gettext("Questions that wait for a doctor"),
    }
    works = []
    for status in WAITING:
        row = found.get(status, {"count": 0, "late": 0, "oldest": None})
        if row["count"] or status in labels:
            works.append(
                Work(
                    labels.get(status) or status.label,
                    row["count"],
                    _list("questions_question", status=status),
                    Question(asked_at=row["oldest"]) if row["oldest"] else None,
                    row["late"],
                    _list("questions_question", status=status, age="late"),
                )
            )
    return works


def _to_look_at(user) -> Iterable[Work]:
    yield from _from_askers(user)
    yield from _letters(user)
    yield from _of_doctors(user)


def _from_askers(user) -> Iterable[Work]:
    if user.has_perm("questions.view_question"):
        unread = _counted(Addition.objects.unread())
        query = {"came_after_check__exact": "1", "read_at__isempty": "1"}
        yield Work(gettext("Details added later"), unread, _list("questions_addition", **query))
    if user.has_perm("questions.view_report"):
        count = _counted(Report.objects.filter(handled_at__isnull=True))
        yield Work(gettext("Reported problems"), count, _list("questions_report", state="open"))


def _letters(user) -> Iterable[Work]:
    for model, permission, name, label in (
        (
            Letter,
            "questions.view_letter",
            "questions_letter",
            gettext("Letters that could not be sent"),
        ),
        (
            StaffLetter,
            "doctors.view_staffletter",
            "doctors_staffletter",
            gettext("Letters to staff that could not be sent"),
        ),
    ):
        if user.has_perm(permission):
            count = _counted(model.objects.failed())
            yield Work(label, count, _list(name, status__exact=model.Status.FAILED))


def _of_doctors(user) -> Iterable[Work]:
    today = timezone.localdate()
    if user.has_perm("doctors.view_doctor"):
        unchecked = _counted(Doctor.objects.to_be_checked())
        address = _list("doctors_doctor", standing="to_check")
        yield Work(gettext("Licences to check"), unchecked, address)
        soon = _counted(Doctor.objects.expiring(on=today))
        address = _list("doctors_doctor", standing="soon")
        yield Work(gettext("Licences that expire within 30 days"), soon, address)
    if user.has_perm("questions.view_reply"):
        overdue = _counted(Reply.objects.review_due(by=today - timedelta(days=1)))
        yield Work(gettext("Overdue reviews"), overdue, _list("questions_reply", review="due"))
        to_read = _counted(Reply.objects.to_read())
        address = _list("questions_reply", review="reading")
        yield Work(gettext("Replies that wait for a second reader"), to_read, address)


def _declined() -> list[Work]:
    since = timezone.localtime() - DECLINED_WITHIN
    since = since.replace(hour=0, minute=0, second=0, microsecond=0)
    declined = Question.objects.filter(status=Status.DECLINED, asked_at__gte=since).order_by()
    rows = declined.values_list("decline_reason").annotate(count=Count("pk")).order_by("-count")
    labels = dict(Question.DeclineReason.choices)
    day = since.date().isoformat()
    query = {"status": Status.DECLINED, "asked_at__date__gte": day}
    return [
        Work(
            str(labels[reason]),
            count,
            _list("questions_question", decline_reason__exact=reason, **query),
        )
        for reason, count in rows
    ]


def _counted(rows: QuerySet) -> int:
    """How many, but not beyond the first number that is too many: it would take as long as they are."""
    return rows[: COUNTED_AT_MOST + 1].count()
