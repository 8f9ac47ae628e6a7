"""Every public address for crawlers: an index, and files of a stretch of ids each.

A stretch of ids is found by the primary key, where a page by offset would read all rows before it.
Addresses come from SITE_URL, never from what a request calls the site.
"""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import DateTimeField, F, Max, QuerySet, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from askdoctor.context import path_in_language
from doctors.models import Doctor, Specialty
from faq.models import Topic
from questions.models import Question, Tag

# Ids in a file, which makes twice as many addresses: half a second of work, and a tenth of what the
# protocol allows.
STRETCH = 2_500
MAX_ID = 2**63 - 1
PAGES = ["home", "questions", "specialties", "doctors", "topics", "about", "emergency", "privacy"]
SECTIONS = {
    "questions": Question.objects.published,
    "topics": Topic.objects.all,
    "specialties": Specialty.objects.all,
    "tags": Tag.objects.listed,
    "doctors": Doctor.objects.listed,
}


@cache_control(public=True, max_age=3600)  # it reads all ids: a proxy may keep it for an hour
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    files = [{"location": _file("pages", 0)}]
    for name, rows in SECTIONS.items():
        stretches = rows().annotate(part=F("pk") / STRETCH).order_by("part").values("part")
        files += [
            {"location": _file(name, row["part"]), "last_mod": row["lastmod"]}
            for row in stretches.annotate(lastmod=_lastmod(name)).distinct()
        ]
    return _xml(request, "sitemap_index.xml", {"sitemaps": files})


@require_safe
def section(request: HttpRequest, name: str, part: int) -> HttpResponse:
    if name == "pages" and part == 0:
        entries = [entry for page in PAGES for entry in _entries(reverse(page))]
    else:
        entries = [
            entry
            for row in _rows(name, part)
            for entry in _entries(row.get_absolute_url(), row.lastmod)
        ]
    if not entries:
        raise Http404("no such part of the sitemap")
    return _xml(request, "sitemap.xml", {"urlset": entries})


def _rows(name: str, part: int) -> QuerySet:
    first = part * STRETCH
    if name not in SECTIONS or first > MAX_ID:
        raise Http404("no such part of the sitemap")
    rows = SECTIONS[name]().filter(pk__gte=first, pk__lt=first + STRETCH)
    return rows.only("slug").annotate(lastmod=_lastmod(name)).order_by("pk")


def _lastmod(name: str):
    """When what an address shows changed last, for a row or a group of them; null where unknown."""
    return Max("changed_at") if name == "questions" else Value(None, DateTimeField())


def _entries(path: str, lastmod: datetime | None = None) -> Iterator[dict]:
    """An entry for each language, each naming all of them."""
    alternates = [
        {"lang_code": code, "location": settings.SITE_URL + path_in_language(path, code)}
        for code, _name in settings.LANGUAGES
    ]
    for alternate in alternates:
        location = alternate["location"]
        yield {"location": location, "lastmod": lastmod, "alternates": alternates}


def _file(name: str, part: int) -> str:
    return settings.SITE_URL + reverse("sitemap_section", args=[name, part])


def _xml(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    return render(request, template, context, content_type="application/xml")
