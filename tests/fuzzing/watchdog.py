"""Ends what takes too long, and says where it was."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

SECONDS = 5


class Hang(BaseException):  # so that no `except Exception` on the way takes it for its own
    """It took longer than anything may."""


@contextmanager
def watchdog(seconds: float = SECONDS, *, of_processor: bool = False) -> Iterator[None]:
    """Raises Hang inside of the block when it has run for so long: by the clock, or, for what waits for
    nothing, by the processor, which others may have meanwhile."""
    kind, heard = signal.ITIMER_REAL, signal.SIGALRM
    if of_processor:
        kind, heard = signal.ITIMER_PROF, signal.SIGPROF

    def bark(_signal, _frame):
        raise Hang(f"longer than {seconds} s")

    before = signal.signal(heard, bark)
    signal.setitimer(kind, seconds)
    try:
        yield
    finally:
        signal.setitimer(kind, 0)
        signal.signal(heard, before)


@contextmanager
def timed() -> Iterator[list[float]]:
    """Gives a list that holds the seconds when the block is over."""
    took, begin = [], monotonic()
    try:
        yield took
    finally:
        took.append(monotonic() - begin)
