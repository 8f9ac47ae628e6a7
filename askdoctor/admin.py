"""The moderation site: the stock admin, with the work that waits on its first page."""

from dataclasses import dataclass

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from doctors.models import Doctor, StaffLetter
from questions.models import Addition, Letter, Question, Report

UNREAD = "came_after_check__exact=1&read_at__isempty=1"


@dataclass(frozen=True)
class Work:
    """Something that waits: how many, how long the oldest, and the list that shows them."""

    label: str
    count: int
    address: str
    oldest: Question | None = None


class ModerationSite(AdminSite):
    site_header = _("Moderation")
    site_title = _("Moderation")
    index_title = _("What waits")

    def register(self, model_or_iterable, admin_class=None, **options) -> None:
        """Not the pages of allauth: they would show the keys of authenticator apps."""
        if not (admin_class and admin_class.__module__.startswith("allauth.")):
            super().register(model_or_iterable, admin_class, **options)

    def get_app_list(self, request: HttpRequest, app_label=None) -> list[dict]:
        """What is moderated most comes first."""
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: app["app_label"] != "questions")

    def login(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """There is one way in, with its second factor and its limits."""
        return require_safe(secure_admin_login(super().login))(request, extra_context)

    def index(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return super().index(request, {"work": work_for(request.user), **(extra_context or {})})


def work_for(user) -> list[Work]:
    """What waits, of what this person may see."""
    work = []
    if user.has_perm("questions.view_question"):
        pending, status = Question.objects.pending(), Question.Status
        waiting = Question.objects.filter(status=status.OPEN).order_by("asked_at", "pk")
        questions = reverse("admin:questions_question_changelist")
        work = [
            Work(
                gettext("Questions to check"),
                pending.count(),
                f"{questions}?status={status.PENDING}",
                pending.only("asked_at").first(),
            ),
            Work(
                gettext("Questions that wait for a doctor"),
                waiting.count(),
                f"{questions}?status={status.OPEN}",
                waiting.only("asked_at").first(),
            ),
        ]
        if unread := Addition.objects.unread().count():
            added = reverse("admin:questions_addition_changelist")
            work.append(Work(gettext("Details added later"), unread, f"{added}?{UNREAD}"))
    if user.has_perm("questions.view_report"):
        reports = reverse("admin:questions_report_changelist")
        open_count = Report.objects.filter(handled_at__isnull=True).count()
        work.append(Work(gettext("Reported problems"), open_count, f"{reports}?state=open"))
    failed = Letter.objects.filter(status=Letter.Status.FAILED).count()
    if failed and user.has_perm("questions.view_letter"):
        letters = reverse("admin:questions_letter_changelist")
        address = f"{letters}?status__exact={Letter.Status.FAILED}"
        work.append(Work(gettext("Letters that could not be sent"), failed, address))
    failed_to_staff = StaffLetter.objects.failed().count()
    if failed_to_staff and user.has_perm("doctors.view_staffletter"):
        letters = reverse("admin:doctors_staffletter_changelist")
        address = f"{letters}?status__exact={StaffLetter.Status.FAILED}"
        work.append(
            Work(gettext("Letters to staff that could not be sent"), failed_to_staff, address)
        )
    if user.has_perm("doctors.view_doctor"):
        doctors = reverse("admin:doctors_doctor_changelist")
        count = Doctor.objects.to_be_checked().count()
        work.append(Work(gettext("Licences to check"), count, f"{doctors}?standing=to_check"))
        expiring = Doctor.objects.expiring(on=timezone.localdate()).count()
        if expiring:
            address = f"{doctors}?standing=soon"
            work.append(Work(gettext("Licences that expire within 30 days"), expiring, address))
    return work
