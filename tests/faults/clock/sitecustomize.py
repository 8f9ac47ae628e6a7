"""Python reads this first, where the folder is on its path: a clock that goes wrong when a file says so.

It moves what the site takes for the time of day, and no pause or timeout, as on a machine whose clock is
set. The database, elsewhere, keeps the right time.
"""

import os
import time
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

_file = Path(os.environ["FAULTS_CLOCK"])
_right_time, _right_now = time.time, timezone.now


def _seconds_off() -> float:
    try:
        return float(_file.read_text())
    except (OSError, ValueError):  # it is being written
        return 0.0


time.time = lambda: _right_time() + _seconds_off()
timezone.now = lambda: _right_now() + timedelta(seconds=_seconds_off())
