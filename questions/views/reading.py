"""One question with its answer, for everyone; and what a visitor says is wrong with it, or with
what stands beside it."""

from urllib.parse import quote, urlencode

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods, require_safe

from questions import actions, limits
from questions.forms.reporting import ReportForm
from questions.models import Question, SimilarQuestion
from questions.page import read_page
from questions.prepared import prepared_address, render_prepared
from questions.rulings import report_not_relevant
from questions.structured_data import medical_web_page
from questions.views.taken_back import missing


@require_safe
def question_short(request: HttpRequest, pk: int) -> HttpResponse:
    question = Question.objects.published().only("slug").filter(pk=pk).first()
    return _lead_to(question.get_absolute_url()) if question else missing(request, pk)


@require_safe
def question_detail(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    page = read_page(pk)
    if page is None:
        return missing(request, pk)
    question = page["question"]
    if slug != question["slug"]:
        return _lead_to(question["get_absolute_url"])
    address = settings.SITE_URL + prepared_address("question_short", str(pk))
    page["address"] = address
    page["mailto"] = _mailto(question["title"], address)
    page["structured_data"] = medical_web_page(page, site_url=settings.SITE_URL)
    return render_prepared(request, "questions/question_detail.html", page)


def _lead_to(address: str) -> HttpResponse:
    """For a minute: a browser would keep a bare one for ever, with the title that the address holds."""
    response = redirect(address, permanent=True)
    patch_cache_control(response, public=True, max_age=60)
    return response


def _mailto(title: str, address: str) -> str:
    return "mailto:?" + urlencode({"subject": title, "body": address}, quote_via=quote)


@require_http_methods(["GET", "HEAD", "POST"])
def question_report(request: HttpRequest, pk: int) -> HttpResponse:
    question = Question.objects.published().filter(pk=pk).first()
    if question is None:
        return missing(request, pk)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            limits.require_person(request.POST)
            limits.count(request, "report", limits.REPORTS)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            actions.report_problem(question=question, **form.cleaned_data)
            return redirect(reverse("report", args=[pk]) + "?sent")
    context = {"question": question, "form": form, "is_sent": "sent" in request.GET}
    context["made"] = limits.stamp()
    return render(request, "questions/question_report.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def similar_report(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """A similar question has nothing to do with this one; asked first, so that no robot says so."""
    published = Question.objects.published().in_bulk([pk, other])
    for number in (pk, other):
        if number not in published:
            return missing(request, number)
    question, similar = published[pk], published[other]
    is_sent = "sent" in request.GET
    if not is_sent:  # a moderator may have parted them since
        get_object_or_404(SimilarQuestion.objects.filter(question=question, similar=similar))
    context = {"question": question, "similar": similar, "is_sent": is_sent}
    if request.method == "POST":
        try:
            limits.count(request, "report", limits.REPORTS)
        except ValidationError as refusal:
            context["refusal"] = refusal.messages[0]
            return render(request, "questions/similar_report.html", context, status=429)
        report_not_relevant(question=question, similar=similar)
        return redirect(reverse("similar_report", args=[pk, other]) + "?sent")
    return render(request, "questions/similar_report.html", context)
