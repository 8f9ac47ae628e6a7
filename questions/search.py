"""Full text search over published questions."""

from collections.abc import Iterable


def index(question_ids: Iterable[int]) -> None:
    """Write the search documents of those of these questions that are published, drop the others'."""
    raise NotImplementedError
