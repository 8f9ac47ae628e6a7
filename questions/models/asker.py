"""Whom a question is about, as far as everyone may know."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class AgeBand(models.TextChoices):
    NEWBORN = "0-28d", _("newborn, 0–28 days")
    ONE_TO_TWO_MONTHS = "1-2m", _("1–2 months")
    THREE_TO_ELEVEN_MONTHS = "3-11m", _("3–11 months")
    ONE_TO_TWO = "1-2y", _("1–2 years")
    THREE_TO_FIVE = "3-5y", _("3–5 years")
    SIX_TO_NINE = "6-9y", _("6–9 years")
    TEN_TO_TWELVE = "10-12y", _("10–12 years")
    THIRTEEN_TO_SEVENTEEN = "13-17y", _("13–17 years")
    ADULT = "adult", _("adult")
    # Decades: only imported questions carry them.
    DECADE_0 = "0-9", _("0–9 years")
    DECADE_10 = "10-19", _("10–19 years")
    DECADE_20 = "20-29", _("20–29 years")
    DECADE_30 = "30-39", _("30–39 years")
    DECADE_40 = "40-49", _("40–49 years")
    DECADE_50 = "50-59", _("50–59 years")
    DECADE_60 = "60-69", _("60–69 years")
    DECADE_70 = "70-79", _("70–79 years")
    DECADE_80 = "80-89", _("80–89 years")
    DECADE_90 = "90-99", _("90–99 years")


FINE_AGE_BANDS = [band for band in AgeBand if not band.name.startswith("DECADE_")]


class Sex(models.TextChoices):
    FEMALE = "female", _("female")
    MALE = "male", _("male")
    UNDISCLOSED = "undisclosed", _("not said")


def asker_line(name: str, age_band: str, sex: str) -> str:
    """Who a question is about: "Elsa · female, 0–9 years"."""
    about = str(AgeBand(age_band).label) if age_band else ""
    if sex != Sex.UNDISCLOSED:
        words = {"sex": Sex(sex).label, "age": about}
        about = gettext("%(sex)s, %(age)s") % words if about else str(words["sex"])
    return " · ".join(part for part in (name, about) if part)
