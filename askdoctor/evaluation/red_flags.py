"""A labelled set for the rules of emergencies: one JSON object a line, the group empty for ordinary ones."""

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from askdoctor.evaluation.learning import text_of
from questions.ages import ages_in_months, plain
from questions.red_flags import red_flags

# The bands of the form, each up to so many months.
BANDS = {"0-28d": 0.95, "1-2m": 3.0, "3-11m": 12.0, "1-2y": 36.0, "3-5y": 72.0}


def read_red_flags(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def stopped(
    rows: list[dict], weights: Mapping[str, float] | None = None
) -> dict[str, list[tuple[str, bool]]]:
    """Of each group and of all: every text, and whether it is stopped; "all en", "rash", "ordinary zh".

    `weights` as in `red_flags`.
    """
    found = defaultdict(list)
    for row in rows:
        text = text_of(row)
        one = text, bool(red_flags(text, band_of(row["age"]), weights=weights))
        kind, language = ("all" if row["group"] else "ordinary"), row["language"][:2]
        for name in filter(None, [f"{kind} {language}", kind, row["group"]]):
            found[name].append(one)
    return dict(sorted(found.items()))


def figures(found: dict[str, list[tuple[str, bool]]]) -> list[str]:
    """What `stopped` found, a line for each share."""
    lines = []
    for name, texts in found.items():
        count = sum(is_stopped for _text, is_stopped in texts)
        word = "stopped" if name.startswith("ordinary") else "caught"
        lines.append(f"{name:24} {word:8} {count:4} of {len(texts):4}  {count / len(texts):6.1%}")
    return lines


def band_of(age: str) -> str:
    """The band that someone of that age chooses in the form."""
    ages = ages_in_months(plain(f"{age} old")) + ages_in_months(plain(f"{age}大"))
    return next((band for band, below in BANDS.items() if ages and ages[0] < below), "")
