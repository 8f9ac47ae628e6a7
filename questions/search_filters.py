"""What a search is narrowed by, and the facets: how many of the answers found each filter would leave."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import NamedTuple

from django.db.models import Model
from django.http import Http404
from django.utils.translation import gettext as _

from doctors.models import Doctor, Specialty
from questions.models import Tag
from questions.search_marks import DOCTOR, SPECIALTY, TAG, YEAR

MOST_OF_A_KIND = 8


@dataclass(frozen=True)
class Filters:
    """Those that are chosen; None is not."""

    specialty: Specialty | None = None
    tag: Tag | None = None
    doctor: Doctor | None = None
    year: int | None = None

    @classmethod
    def read(cls, typed: Mapping[str, str]) -> "Filters":
        """Those of an address, by slug and number. Raises Http404 for one that no visitor knows."""
        return cls(
            _listed(Specialty.objects.all(), typed.get("specialty", "")),
            _listed(Tag.objects.listed(), typed.get("tag", ""), or_by="synonyms__slug"),
            _listed(Doctor.objects.listed(), typed.get("doctor", "")),
            _year(typed.get("year", "")),
        )

    @property
    def marks(self) -> tuple[str, ...]:
        chosen = (
            (SPECIALTY, self.specialty and self.specialty.pk),
            (TAG, self.tag and self.tag.pk),
            (DOCTOR, self.doctor and self.doctor.pk),
            (YEAR, self.year),
        )
        return tuple(f"{letter}{value}" for letter, value in chosen if value is not None)

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) is not None for each in fields(self))


def _listed(rows, slug: str, *, or_by: str = "") -> Model | None:
    """`or_by` finds what was merged into another since."""
    if not slug:
        return None
    found = None
    if re.fullmatch(r"[-\w]{1,200}", slug):
        found = rows.filter(slug=slug).first()
        if found is None and or_by:
            found = rows.filter(**{or_by: slug}).first()
    if found is None:
        raise Http404("no such filter")
    return found


def _year(typed: str) -> int | None:
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) == 4):
        raise Http404("no such year")
    return int(typed)


class Choice(NamedTuple):
    """What a filter would leave: the value for the address, the words for a reader, how many."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """The choices of one kind of filter: its name in the address, and for a reader."""

    name: str
    label: str
    choices: list[Choice]


def facets(marks: Iterable[Iterable[str]], chosen: Filters) -> list[Facet]:
    """Of the kinds that are not chosen: what else stands in these documents, the most frequent first.

    A kind in which there is no choice is left out.
    """
    counted: dict[str, Counter[int]] = {letter: Counter() for letter in "STDY"}
    for of_one in marks:
        for mark in of_one:
            if mark[0] in counted:
                counted[mark[0]][int(mark[1:])] += 1
    found = []
    for name, label, letter, rows in (
        ("specialty", _("Specialty"), SPECIALTY, Specialty.objects.all()),
        ("tag", _("Tag"), TAG, Tag.objects.listed()),
        ("doctor", _("Doctor"), DOCTOR, Doctor.objects.listed()),
    ):
        if getattr(chosen, name) is None:
            found.append(Facet(name, label, _choices(rows, counted[letter])))
    if chosen.year is None:
        years = sorted(counted[YEAR].items(), reverse=True)[:MOST_OF_A_KIND]
        found.append(
            Facet("year", _("Year"), [Choice(str(year), str(year), n) for year, n in years])
        )
    return [facet for facet in found if len(facet.choices) > 1]


def _choices(rows, counted: Counter[int]) -> list[Choice]:
    most = [pk for pk, _count in counted.most_common(MOST_OF_A_KIND)]
    by_pk = rows.in_bulk(most) if len(most) > 1 else {}
    return [Choice(by_pk[pk].slug, _label(by_pk[pk]), counted[pk]) for pk in most if pk in by_pk]


def _label(row: Model) -> str:
    return row.display_name if isinstance(row, Doctor) else row.label
