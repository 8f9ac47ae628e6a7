"""Django's `collectstatic`, and the page that the proxy shows while the site does not answer."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.management.commands import collectstatic
from django.template.loader import render_to_string
from django.utils.translation import override

from askdoctor.context import links_to_call

OUTAGE_PAGE = "outage.html"  # as in deploy/nginx.conf


class Command(collectstatic.Command):
    def handle(self, **options):
        said = super().handle(**options)
        if not options["dry_run"]:
            path = Path(settings.STATIC_ROOT) / OUTAGE_PAGE
            path.write_text(outage_page(), encoding="utf-8")
        return said


def outage_page() -> str:
    """One page for all languages, since the proxy knows none. It names the style sheet as collected."""
    parts = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            links = links_to_call(settings.EMERGENCY_NUMBERS)
        parts.append({"language": code, "emergency_links": links})
    context = {"parts": parts, "crisis_numbers": settings.CRISIS_NUMBERS}
    return render_to_string("askdoctor/outage.html", context | {"site_name": settings.SITE_NAME})
