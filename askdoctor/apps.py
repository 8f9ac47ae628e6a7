from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AskDoctorConfig(AppConfig):
    name = "askdoctor"
    verbose_name = _("AskDoctor")
