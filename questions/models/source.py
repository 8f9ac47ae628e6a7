"""What a doctor's explanation rests on."""

from collections.abc import Iterable, Mapping

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from questions.models.reply import Reply


class Source(models.Model):
    """One row below an explanation: a title that leads to its page on the web, and a year."""

    TITLE_LENGTH, URL_LENGTH, FIRST_YEAR, LAST_YEAR = 300, 500, 1800, 2199

    reply = models.ForeignKey(
        Reply, models.CASCADE, related_name="sources", verbose_name=_("reply")
    )
    place = models.PositiveSmallIntegerField(_("place"))
    title = models.CharField(_("title"), max_length=TITLE_LENGTH)
    url = models.CharField(_("link"), max_length=URL_LENGTH)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["reply", "place"], name="one_source_in_a_place"),
            models.CheckConstraint(name="source_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="source_is_on_the_web", condition=Q(url__regex=r"^https?://[^[:space:]]+$")
            ),
            models.CheckConstraint(
                name="source_year_plausible",
                condition=Q(year__isnull=True) | Q(year__gte=1800, year__lte=2199),
            ),
        ]

    def __str__(self) -> str:
        return self.title


def shown_rows(rows: Iterable[Mapping[str, object]]) -> list[dict[str, str]]:
    """Rows with title, url and year as `Reply.shown_sources`."""
    return [{**row, "year": str(row["year"] or "")} for row in rows]


def sources_in_lines(rows: Iterable[Mapping[str, object]]) -> str:
    """Rows with title, url and year as a text of a line each, to be compared."""
    return "\n".join(
        " ".join(str(row[name]) for name in ("title", "url", "year") if row[name]) for row in rows
    )
