"""Every public address for crawlers: an index, and files of a stretch of ids each.

A stretch of ids is found by the primary key, where a page by offset would read all rows before it.
Addresses come from SITE_URL, never from what a request calls the site.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from doctors.models import Doctor, Specialty
from faq.models import Topic
from questions.models import Question, Tag

# Ids in a file; twice as many addresses in two languages, and the protocol allows 50,000.
STRETCH = 5_000
PAGES = ["home", "questions", "specialties", "doctors", "topics", "about", "emergency", "privacy"]


def questions() -> QuerySet:
    return Question.objects.published().only("slug")


def doctors() -> QuerySet:
    return Doctor.objects.listed().only("slug")


def specialties() -> QuerySet:
    return Specialty.objects.only("slug")


def tags() -> QuerySet:
    return Tag.objects.listed().only("slug")


def topics() -> QuerySet:
    return Topic.objects.only("slug")


SECTIONS: dict[str, Callable[[], QuerySet]] = {
    "questions": questions,
    "topics": topics,
    "specialties": specialties,
    "tags": tags,
    "doctors": doctors,
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    files = [{"location": _file("pages", 0)}]
    for name, rows in SECTIONS.items():
        stretches = rows().order_by().values_list(F("pk") / STRETCH, flat=True).distinct()
        files += [{"location": _file(name, part)} for part in sorted(stretches)]
    return _xml(request, "sitemap_index.xml", {"sitemaps": files})


@require_safe
def section(request: HttpRequest, name: str, part: int) -> HttpResponse:
    if name == "pages" and part == 0:
        entries = [entry for page in PAGES for entry in _entries(reverse(page))]
    elif name in SECTIONS:
        first = part * STRETCH
        rows = SECTIONS[name]().filter(pk__gte=first, pk__lt=first + STRETCH).order_by("pk")
        entries = [entry for row in rows for entry in _entries(row.get_absolute_url())]
    else:
        entries = []
    if not entries:
        raise Http404
    return _xml(request, "sitemap.xml", {"urlset": entries})


def _entries(path: str, lastmod: datetime | None = None) -> Iterator[dict]:
    """An entry for each language, each naming all of them."""
    alternates = [
        {"lang_code": code, "location": settings.SITE_URL + _in_language(path, code)}
        for code, _name in settings.LANGUAGES
    ]
    for alternate in alternates:
        yield {
            "location": alternate["location"],
            "lastmod": lastmod,
            "alternates": alternates,
        }


def _in_language(path: str, code: str) -> str:
    return path if code == settings.LANGUAGE_CODE else f"/{code}{path}"


def _file(name: str, part: int) -> str:
    return settings.SITE_URL + reverse("sitemap_section", args=[name, part])


def _xml(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    return render(request, template, context, content_type="application/xml")
