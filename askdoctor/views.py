"""Home, the search page, the pages that stand, and what machines ask for first."""

import re
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from doctors.models import Doctor, Specialty
from doctors.typed import typed
from faq.models import Topic
from faq.naming import topics_named
from questions import search
from questions.models import Question, Tag
from questions.search_filters import Filters
from questions.search_query import parse
from questions.search_suggestions import tags_begun, titles_begun, words_begun

LATEST, SPECIALTIES, TAGS, TOPICS, DOCTORS = 6, 12, 6, 8, 6
LOOKED_THROUGH = 60  # to find the latest in one language
WORDS_OF_A_NAME = 6
TITLES_OF_DOCTORS = re.compile(r"\b(?:dr|doctor)\b\.?|醫師|醫生", re.IGNORECASE)
NOT_FOR_CRAWLERS = ["search", "ask", "ticket", "desk", "admin", "accounts"]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    specialties = Specialty.objects.with_doctor_counts().filter(published_count__gt=0)
    context = {
        "specialties": specialties.order_by("-published_count", "name")[:SPECIALTIES],
        "questions": _latest(),
        "tags": Tag.objects.listed().most_used()[:TAGS],
        "topics": Topic.objects.select_related("specialty").most_asked()[:TOPICS],
    }
    return render(request, "askdoctor/home.html", context)


def _latest() -> list[Question]:
    """The newest answers, those in the language of the page first."""
    newest = Question.objects.published().newest_first().for_cards()[:LOOKED_THROUGH]
    return sorted(newest, key=lambda each: each.language != get_language())[:LATEST]


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Answers that match what was typed, with filters, and the topics and doctors of that name."""
    q = _words(request)
    filters = Filters.read(request.GET)
    sort = search.BY_DATE if request.GET.get("sort") == search.BY_DATE else ""
    before = request.GET.get("before", "")
    how = {"filters": filters, "sort": sort, "before": before}
    results = search.find(q, **how) if q else None
    instead = results.corrected if results and not results.hits else ""
    context = {
        "q": q,
        "instead": instead,
        "specialties": Specialty.objects.all(),
        "filters": filters,
        "sort": sort,
        "before": before,
        "results": search.find(instead, **how) if instead else results,
        "topics": _topics_named(q) if q else [],
        "doctors": _doctors_named(q) if q else [],
        "often_read": [] if q else Tag.objects.listed().most_used()[:TAGS],
    }
    return render(request, "askdoctor/search.html", context)


@require_safe
def search_suggest(request: HttpRequest) -> HttpResponse:
    """A list of what may be meant by what has been typed so far; empty where nothing is."""
    q = _words(request)
    context = {
        "topics": topics_named(words_begun(q), limit=2) if len(q) > 1 else [],
        "tags": tags_begun(q, limit=3),
        "questions": titles_begun(q, limit=5),
    }
    context["count"] = sum(len(found) for found in context.values())
    response = render(request, "askdoctor/_suggestions.html", context)
    patch_cache_control(response, public=True, max_age=60)
    return response


def _words(request: HttpRequest) -> str:
    """What is searched for. It is no form: whatever cannot be stored goes without a word."""
    return typed(request.GET.get("q", ""), in_one_line=True).text


def _topics_named(q: str) -> list[Topic]:
    query = parse(q)
    words = [*query.stems, *query.grams]
    if not words or len(words) > WORDS_OF_A_NAME:
        return []
    # "allergi" is what "allergy" and "allergic" have in common.
    return topics_named([word.removesuffix("i") or word for word in words], limit=TOPICS)


def _doctors_named(q: str) -> list[Doctor]:
    words = TITLES_OF_DOCTORS.sub(" ", q).split()
    if len("".join(words)) < 2 or len(words) > WORDS_OF_A_NAME:
        return []
    return list(Doctor.objects.listed().named(words).select_related("specialty")[:DOCTORS])


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


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For those who ask without having read a page."""
    return redirect(static("favicon.svg"))


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a hole (RFC 9116), where the installation names someone."""
    if not settings.SECURITY_CONTACT:
        raise Http404("no contact")
    until = (timezone.now() + timedelta(days=90)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [f"Contact: {settings.SECURITY_CONTACT}", f"Expires: {until}", ""]
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
