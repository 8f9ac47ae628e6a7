from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils.translation import gettext_lazy as _


class AskDoctorConfig(AppConfig):
    name = "askdoctor"
    verbose_name = _("AskDoctor")
    default = True


class ModerationConfig(admin.AdminConfig):
    """Django's admin with `ModerationSite` in the place of its own site."""

    default_site = "askdoctor.admin.ModerationSite"
    default = False
