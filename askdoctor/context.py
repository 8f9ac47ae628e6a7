"""What every page knows of the installation. No query, no cookie."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.html import format_html_join
from django.utils.translation import get_language, get_language_from_path, gettext

from questions.red_flag_rules import GROUPS

# Which entry of the main menu an address stands under.
SECTIONS = {
    "questions": "questions",
    "question": "questions",
    "report": "questions",
    "similar_report": "questions",
    "specialties": "specialties",
    "specialty": "specialties",
    "topics": "topics",
    "topic": "topics",
    "doctors": "doctors",
    "doctor": "doctors",
}


# Where the form of an address stands, other than on the page of its question.
FORMS = {
    **dict.fromkeys(["desk_reviews", "desk_confirm", "desk_take_back"], "desk_reviews"),
    "desk_readings": "desk_readings",
    **dict.fromkeys(["desk_reading", "desk_approve", "desk_send_back"], "desk_reading"),
    **dict.fromkeys(["desk_correct", "desk_compare", "desk_correction"], "desk_correct"),
}
ONE_PAGE = {"desk_reviews", "desk_readings"}


def site(request: HttpRequest) -> dict[str, object]:
    """Names, numbers and the addresses of this page in each language."""
    match, path = request.resolver_match, escape_uri_path(form_address(request))
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "emergency_numbers": settings.EMERGENCY_NUMBERS,
        "crisis_numbers": settings.CRISIS_NUMBERS,
        "urgent_groups": GROUPS,
        "emergency_links": links_to_call(settings.EMERGENCY_NUMBERS),
        "path": path,
        "language": get_language(),
        "language_links": [
            (code, name, path_in_language(path, code)) for code, name in settings.LANGUAGES
        ],
        "section": SECTIONS.get(match.url_name) if match else None,
    }


def form_address(request: HttpRequest) -> str:
    """Where the form stands that was sent: the desk has an address for each of its buttons."""
    match = request.resolver_match
    is_sent = request.method == "POST"
    if is_sent and match and "pk" in match.kwargs and match.url_name.startswith("desk_"):
        page = FORMS.get(match.url_name, "desk_question")
        return reverse(page, args=[] if page in ONE_PAGE else [match.kwargs["pk"]])
    return request.path


def links_to_call(numbers: list[str]) -> str:
    """HTML for the middle of a sentence: "119 or 112", each a link that calls."""
    return format_html_join(gettext(" or "), '<a href="tel:{0}">{0}</a>', ((n,) for n in numbers))


def path_in_language(path: str, code: str) -> str:
    """The same page in another language; the first language has no prefix."""
    prefix = get_language_from_path(path)
    bare = path.removeprefix(f"/{prefix}") if prefix else path
    return bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}"
