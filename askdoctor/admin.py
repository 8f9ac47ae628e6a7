"""The moderation site: the stock admin, with the work that waits on its first page."""

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from askdoctor.work import is_nobody_told, work_for


class ModerationSite(AdminSite):
    site_header = _("Moderation")
    site_title = _("Moderation")
    index_title = _("What waits")

    def register(self, model_or_iterable, admin_class=None, **options) -> None:
        """Not the pages of allauth, which would show the keys of authenticator apps, and not those of
        the tasks, which tell a moderator nothing (`manage.py worker --status`)."""
        if not (admin_class and admin_class.__module__.startswith(("allauth.", "django_tasks"))):
            super().register(model_or_iterable, admin_class, **options)

    def get_urls(self) -> list:
        """Without the stock redirect to the page of any row: that of an asker, or of who is invited, has a
        secret for its address. A row's own admin leads to its page."""
        urls = super().get_urls()
        return [url for url in urls if getattr(url, "name", None) != "view_on_site"]

    def get_app_list(self, request: HttpRequest, app_label=None) -> list[dict]:
        """What is moderated most comes first."""
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: app["app_label"] != "questions")

    def login(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """There is one way in, with its second factor and its limits."""
        return require_safe(secure_admin_login(super().login))(request, extra_context)

    def password_change(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """At the one place that counts wrong passwords."""
        return redirect("account_change_password")

    def index(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        user = request.user
        shown = {"work_groups": work_for(user), "is_nobody_told": is_nobody_told(user)}
        return super().index(request, {**shown, **(extra_context or {})})
