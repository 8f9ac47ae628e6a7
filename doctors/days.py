"""A day in the words of the page's language."""

from datetime import date, datetime
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language


def day_text(moment: date | datetime | None) -> str:
    """ "18 October 2022", of a moment the day it was here; "" of none."""
    if moment is None:
        return ""
    day = localtime(moment).date() if isinstance(moment, datetime) else moment
    return _in_words(day, get_language())


def iso_day(moment: date | datetime | None) -> str:
    """ "2022-10-18", for programs; "" of none."""
    if moment is None:
        return ""
    return (localtime(moment).date() if isinstance(moment, datetime) else moment).isoformat()


@lru_cache(maxsize=5_000)
def _in_words(day: date, _language: str) -> str:
    return date_format(day)
