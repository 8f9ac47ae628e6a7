"""Home, the search page, the pages that stand, and what machines ask for first."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from doctors.models import Specialty
from faq.models import Topic
from questions.models import Question, Tag

LATEST, SPECIALTIES, TAGS, TOPICS = 6, 12, 6, 8
NOT_FOR_CRAWLERS = ["search", "ask", "ticket", "desk", "admin", "accounts"]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "askdoctor/home.html",
        {
            "specialties": Specialty.objects.with_doctor_counts().order_by(
                "-published_count", "name"
            )[:SPECIALTIES],
            "questions": Question.objects.published().newest_first().for_cards()[:LATEST],
            "tags": Tag.objects.listed().order_by("-published_count", "name")[:TAGS],
            "topics": Topic.objects.select_related("specialty").order_by(
                "-published_count", "name"
            )[:TOPICS],
        },
    )


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    return render(request, "askdoctor/search.html", {"q": request.GET.get("q", "").strip()})


@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    return render(request, "askdoctor/emergency.html")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "askdoctor/about.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "askdoctor/privacy.html")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers read answers and lists; what belongs to one person or to a query they leave."""
    prefixes = ["/"] + [f"/{code}/" for code, _name in settings.LANGUAGES[1:]]
    lines = ["User-agent: *"]
    lines += [f"Disallow: {prefix}{name}/" for prefix in prefixes for name in NOT_FOR_CRAWLERS]
    lines += ["", f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether this process answers and reaches its database."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database unreachable\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
