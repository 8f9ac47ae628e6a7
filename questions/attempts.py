"""Work that must not hold up other work: what fails is written down whole, and the rest goes on."""

import logging
from collections.abc import Callable
from typing import TypeVar

from django.db import connection

log = logging.getLogger(__name__)
Result = TypeVar("Result")


def attempt(work: Callable[[], Result], otherwise: str, *of: object) -> Result | None:
    """What `work` returns, or None where it fails: the log says `otherwise`, with the fault.

    Every fault counts, since a background process meets those that nobody thought of. Without a
    database nothing can go on, so there the fault is raised.
    """
    try:
        return work()
    except Exception:
        if not connection.is_usable():
            raise
        log.exception(otherwise, *of)
        return None
