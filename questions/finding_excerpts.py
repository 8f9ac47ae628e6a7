"""What may identify somebody as pages show it: the place marked, with some of the text around it."""

from collections.abc import Mapping

from questions import identifiers
from questions.models import Found


def in_excerpts(found: list[Found], labels: Mapping[str, object] | None = None) -> list[tuple]:
    """Of each field its name, the text around what was found in pieces, and the kinds.

    `labels` are the names that a form gives to its fields.
    """
    by_field: dict[str, list[Found]] = {}
    for one in found:
        by_field.setdefault(one.field, []).append(one)
    return [
        (
            (labels or {}).get(name, places[0].where),
            identifiers.excerpt(places[0].text, [one.at for one in places]),
            list(dict.fromkeys(one.label for one in places)),
        )
        for name, places in by_field.items()
    ]
