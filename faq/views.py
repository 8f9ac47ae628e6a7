"""Topics: the list from A to Z, and one topic."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from faq.models import Topic


@require_safe
def topic_list(request: HttpRequest) -> HttpResponse:
    topics = Topic.objects.select_related("specialty").order_by("specialty__name", "name")
    return render(request, "faq/topic_list.html", {"topics": topics})


@require_safe
def topic_detail(request: HttpRequest, slug: str) -> HttpResponse:
    topic = get_object_or_404(Topic.objects.select_related("specialty"), slug=slug)
    return render(request, "faq/topic_detail.html", {"topic": topic})
