"""Every address. Those that people read exist in each language: /… and /zh-hant/…"""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    # Machines.
]

urlpatterns += i18n_patterns(
    path("", include("questions.urls")),
    path("", include("doctors.urls")),
    path("", include("faq.urls")),
    path("admin/", admin.site.urls),
    prefix_default_language=False,
)
