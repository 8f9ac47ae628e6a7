"""What marks an urgent question in the lists of moderators."""

from django.utils.html import format_html
from django.utils.translation import gettext


def urgent_mark() -> str:
    return format_html('<strong class="late">{}</strong>', gettext("urgent"))
