"""What every page knows of the installation. No query, no cookie."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language


def site(request: HttpRequest) -> dict[str, object]:
    """Names, numbers and the addresses of this page in each language."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "emergency_numbers": settings.EMERGENCY_NUMBERS,
        "language": get_language(),
        "language_links": [
            (code, name, translate_url(request.path, code)) for code, name in settings.LANGUAGES
        ],
    }
