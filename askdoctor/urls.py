"""Every address. Those that people read exist in each language: /… and /zh-hant/…"""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from askdoctor import feeds, sitemaps, views

handler400 = "askdoctor.errors.bad_request"
handler403 = "askdoctor.errors.forbidden"
handler404 = "askdoctor.errors.not_found"
handler429 = "askdoctor.errors.too_many_requests"
handler500 = "askdoctor.errors.server_error"

urlpatterns = [
    # Machines.
    # Without it a proxy would guess how long it may keep what was taken back since.
    path(
        "feed/",
        cache_control(public=True, max_age=60)(require_safe(feeds.LatestAnswers())),
        name="feed",
    ),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:name>-<int:part>.xml", sitemaps.section, name="sitemap_section"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("healthz/", views.healthz, name="healthz"),
]

urlpatterns += i18n_patterns(
    path("", views.home, name="home"),
    path("search/", views.search_page, name="search"),
    path("search/suggest/", views.search_suggest, name="search_suggest"),
    path("emergency/", views.emergency, name="emergency"),
    path("about/", views.about, name="about"),
    path("privacy/", views.privacy, name="privacy"),
    path("", include("questions.urls")),
    path("", include("doctors.urls")),
    path("", include("faq.urls")),
    path("accounts/", include("askdoctor.account_urls")),
    path("admin/", admin.site.urls),
    prefix_default_language=False,
)
