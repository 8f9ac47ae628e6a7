"""How long it takes from asked to answered: counted by the worker, read by pages as one row.

From `asked_at` to `published_at`, when the first reply became public, of what was published in the last
90 days. What was imported has no hours and is left out; so is what is too little to say anything.
"""

import math
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Aggregate, Count, DurationField, F
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from doctors.models import Specialty
from questions import counts
from questions.models import AnswerTime, Question

WINDOW = timedelta(days=90)
FEWEST = 10
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Percentile(Aggregate):
    """PostgreSQL's percentile_cont: of an even number, between the two in the middle."""

    function = "percentile_cont"
    template = "%(function)s(%(fraction)s) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@transaction.atomic
def count_answer_times(now: datetime | None = None) -> None:
    """Count all anew and keep what came out, instead of what was kept before."""
    counts.hold()  # two who delete and write at once would each write all
    now = now or timezone.now()
    recent = Question.objects.published().filter(
        published_at__gte=now - WINDOW, import_digest="", specialty__isnull=False
    )
    figures = {
        "answer_count": Count("pk"),
        "median": Percentile(F("published_at") - F("asked_at"), fraction=0.5),
        "ninetieth": Percentile(F("published_at") - F("asked_at"), fraction=0.9),
    }
    rows = [*recent.order_by().values("specialty_id").annotate(**figures)]
    rows += [recent.aggregate(**figures)]
    AnswerTime.objects.all().delete()
    AnswerTime.objects.bulk_create(
        AnswerTime(**row, counted_at=now) for row in rows if row["answer_count"]
    )


def expected_time(specialty: Specialty | None, *, waited: timedelta = timedelta()) -> str:
    """A sentence for askers: how soon others had their reply, rounded up, or that too few had one.

    To whoever has `waited` longer than nine of ten did, one more says so.
    """
    known = AnswerTime.objects.filter(specialty=specialty, answer_count__gte=FEWEST).first()
    if known is None:
        return gettext(
            "We cannot say yet how long a reply takes: there are too few recent ones to go by."
        )
    times = {"half": in_plain_words(known.median), "most": in_plain_words(known.ninetieth)}
    if specialty is None:
        sentence = gettext(
            "Half of the questions here are answered within %(half)s, nine of ten within %(most)s."
        ) % {**times}
    else:
        sentence = gettext(
            "Half of the questions to %(specialty)s are answered within %(half)s, "
            "nine of ten within %(most)s."
        ) % {**times, "specialty": specialty.label}
    if waited <= known.ninetieth:
        return sentence
    return gettext(
        "%(usual)s Yours has waited longer than most. It is not lost; if you are worried, see a doctor."
    ) % {"usual": sentence}


def in_plain_words(time: timedelta) -> str:
    """Rounded up: "1 hour", "5 hours", "2 days", "3 weeks"."""
    hours, days = math.ceil(time / HOUR), math.ceil(time / DAY)
    if hours <= 24:
        hours = max(hours, 1)
        return ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}
    if days <= 14:
        return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
    weeks = math.ceil(days / 7)
    return ngettext("%(count)s week", "%(count)s weeks", weeks) % {"count": weeks}
