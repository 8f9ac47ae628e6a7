"""What marks an urgent question in the lists of moderators."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext


def urgent_mark() -> SafeString:
    return format_html('<strong class="late">{}</strong>', gettext("urgent"))
