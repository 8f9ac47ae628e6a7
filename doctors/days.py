"""A day in the words of the page's language."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime


def day_text(moment: date | datetime | None) -> str:
    """ "18 October 2022", of a moment the day it was here; "" of none."""
    if moment is None:
        return ""
    return date_format(localtime(moment) if isinstance(moment, datetime) else moment)
