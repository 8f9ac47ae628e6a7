"""The moderation site: the stock admin, with the work that waits on its first page."""

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from askdoctor.work import work_for


class ModerationSite(AdminSite):
    site_header = _("Moderation")
    site_title = _("Moderation")
    index_title = _("What waits")

    def get_app_list(self, request: HttpRequest, app_label=None) -> list[dict]:
        """What is moderated most comes first."""
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: app["app_label"] != "questions")

    def index(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        groups = work_for(request.user)
        work = [one for group in groups for one in group.works]
        shown = {"work_groups": groups, "work": work}
        return super().index(request, {**shown, **(extra_context or {})})
