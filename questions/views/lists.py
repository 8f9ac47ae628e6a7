"""Lists of answers: all of them, by specialty, by tag. Each pages by key, newest first."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from doctors.models import Specialty
from doctors.paging import Page, take_page
from questions import counts
from questions.models import Question, Synonym, Tag

TOPICS = 8


@require_safe
def question_list(request: HttpRequest) -> HttpResponse:
    page = _page(request, Question.objects.all())
    return render(request, "questions/question_list.html", {"page": page})


@require_safe
def specialty_list(request: HttpRequest) -> HttpResponse:
    specialties = Specialty.objects.with_doctor_counts()
    return render(request, "questions/specialty_list.html", {"specialties": specialties})


@require_safe
def specialty_detail(request: HttpRequest, slug: str) -> HttpResponse:
    specialty = get_object_or_404(Specialty, slug=slug)
    page = _page(request, specialty.questions.all())
    context = {"specialty": specialty, "page": page}
    return render(request, "questions/specialty_detail.html", context)


@require_safe
def tag_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """A tag that no public question carries is missing too: its name may tell of those that wait."""
    tag = Tag.objects.prefetch_related("synonyms").filter(slug=slug).first()
    if tag is None:
        tag = get_object_or_404(Synonym.objects.select_related("tag"), slug=slug).tag
    questions = Question.objects.carrying(tag)
    page = None
    if tag.slug == slug:
        page = take_page(questions.for_cards(), request.GET.get("before", ""), by="-listed_at")
    if not (page and page.rows) and not questions.exists():
        raise Http404("no such tag")
    if page is None:
        return redirect(tag, permanent=True)
    context = {"tag": tag, "page": page}
    if page.is_first:
        context["related"] = Tag.objects.related_to(tag, total=counts.published_total())
        context["topics"] = tag.topics.most_asked()[:TOPICS]
    return render(request, "questions/tag_detail.html", context)


def _page(request: HttpRequest, questions) -> Page:
    rows = questions.published().for_cards()
    return take_page(rows, request.GET.get("before", ""), by="-published_at")
