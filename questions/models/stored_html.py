"""From HTML in a column to HTML on a page."""

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

MENTION = 'href="/questions/'


def stored_html(html: str) -> SafeString:
    """HTML that rendering.py made and stored, ready for a template.

    Mentioned questions are stored by their address without a language; on a page in another
    language they lead to that language.
    """
    if MENTION in html:
        html = html.replace(MENTION, f'href="{reverse("questions")}')
    # Safe: rendering.py let nothing through but what the allow-list or its own escaping gave.
    return mark_safe(html)  # noqa: S308
