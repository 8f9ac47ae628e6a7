"""What an import has to know of the database while it runs, and what became of a line."""

import copy
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.db import models

from askdoctor.content.fields import NotYet
from doctors.models import Doctor, Specialty


class Outcome(StrEnum):
    ADDED = "added"
    HELD_BACK = "added and held back, until a moderator has seen what may identify somebody"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class Known:
    """Specialties and doctors by their slug: few, and every other line refers to them."""

    def __init__(self):
        self.specialties = {row.slug: row for row in Specialty.objects.all()}
        self.doctors = {row.slug: row for row in Doctor.objects.select_related("specialty")}
        # Those that this run has taken, which a dry run does not find in the database.
        self.questions: set[int] = set()

    def specialty(self, slug: str) -> Specialty:
        """Raises NotYet."""
        if slug not in self.specialties:
            raise NotYet(f"specialty {slug!a} is not known")
        return self.specialties[slug]

    def doctor(self, slug: str) -> Doctor:
        """Raises NotYet."""
        if slug not in self.doctors:
            raise NotYet(f"doctor {slug!a} is not known")
        return self.doctors[slug]


def changed_copy(row: models.Model, **values: Any) -> tuple[models.Model, list[str]]:
    """A copy of the row with those values that are not None, and the names of those that differ."""
    row = copy.copy(row)
    changed = []
    for name, value in values.items():
        if value is not None and getattr(row, name) != value:
            setattr(row, name, value)
            changed.append(name)
    return row, changed


def outcome_of(row: models.Model, changed: Iterable[str]) -> Outcome:
    if row.pk is None:
        return Outcome.ADDED
    return Outcome.CHANGED if changed else Outcome.UNCHANGED


def save(row: models.Model, *, changed: str = "") -> None:
    """Save with a history that says where it came from, and what `changed` beside the row itself."""
    row._change_reason = f"imported {changed}".strip()
    row.save()
