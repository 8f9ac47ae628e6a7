"""Topics: the list from A to Z, and one topic."""

from collections.abc import Iterable
from itertools import groupby

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from doctors.models import Specialty
from doctors.paging import take_page
from faq.models import Topic
from questions.markdown import excerpt, link_mentions, mentioned_numbers
from questions.models.stored_html import stored_html
from questions.rendering import published_titles

# Up to so many topics stand on one page; past it only those asked most, and all of them by letter.
WHOLE_LIST, MOST_ASKED, MOST_ASKED_OF_ONE = 300, 9, 60
RELATED = 8


@require_safe
def topic_list(request: HttpRequest) -> HttpResponse:
    """Topics from A to Z by specialty: all, or those of one specialty, one letter, or both."""
    counted = Specialty.objects.annotate(topic_count=Count("topics"))
    specialties = list(counted.filter(topic_count__gt=0).order_by("name"))
    slug, letter = request.GET.get("specialty", ""), request.GET.get("letter", "")
    chosen = [each for each in specialties if each.slug == slug] if slug else specialties
    topics = Topic.objects.a_to_z()
    if slug:
        topics = topics.filter(specialty__in=chosen)
    letters = sorted(set(topics.order_by().values_list("initial", flat=True)))
    if (slug and not chosen) or (letter and letter not in letters):
        raise Http404
    is_whole = bool(letter) or sum(each.topic_count for each in chosen) <= WHOLE_LIST
    if letter:
        topics = topics.filter(initial=letter)
    elif not is_whole:
        topics = topics.most_asked_of_each_specialty(MOST_ASKED_OF_ONE if slug else MOST_ASKED)
    context = {
        "groups": _by_specialty(topics, chosen),
        "specialties": specialties,
        "specialty": chosen[0] if slug else None,
        "letters": letters,
        "letter": letter,
        "is_whole": is_whole,
    }
    return render(request, "faq/topic_list.html", context)


def _by_specialty(topics: Iterable[Topic], specialties: list[Specialty]) -> list:
    """(specialty, its topics, whether it has more of them) in the order of the topics."""
    known = {each.pk: each for each in specialties}
    groups = []
    for pk, group in groupby(topics, key=lambda topic: topic.specialty_id):
        rows = list(group)
        groups.append((known[pk], rows, known[pk].topic_count > len(rows)))
    return groups


@require_safe
def topic_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The overview, then pinned questions, then all others of the topic, newest first."""
    topic = get_object_or_404(Topic.objects.select_related("specialty"), slug=slug)
    pinned = list(topic.pinned_questions.published().newest_first().for_cards())
    others = topic.newest_questions().for_cards().exclude(pk__in=[each.pk for each in pinned])
    titles = published_titles(mentioned_numbers(topic.overview)) if "#" in topic.overview else {}
    context = {
        "topic": topic,
        "overview": stored_html(link_mentions(topic.overview_html, titles)),
        "description": excerpt(topic.overview_html),
        "tags": topic.tags.listed(),
        "pinned": pinned,
        "page": take_page(others, request.GET.get("before", ""), by="-listed_at"),
        "related": Topic.objects.sharing_tags_with(topic).select_related("specialty")[:RELATED],
    }
    return render(request, "faq/topic_detail.html", context)
