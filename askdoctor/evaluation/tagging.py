"""The set of tags: texts with the tags that a site gave them, to be found again."""

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from askdoctor.evaluation.sets import Labelled, read_rows

FILE, PARTS = "tagging.jsonl", 5

Part = tuple[list[dict], list[dict]]


def parts(folder: Path, learn: Path | None) -> Iterator[Part]:
    """(texts to be tagged, texts whose tags may be learned), once or, without `learn`, so often that
    each text is tagged by what the other parts teach."""
    rows = read_rows(folder / FILE)
    if learn is not None:
        yield rows, read_rows(learn / FILE)
        return
    for part in range(PARTS):
        asked = [row for row in rows if _part_of(row) == part]
        yield asked, [row for row in rows if _part_of(row) != part]


def _part_of(row: dict) -> int:
    return crc32(row["id"].encode()) % PARTS


def labels_by_site(folder: Path) -> dict[str, list[Labelled]]:
    """The right tags of each text, by the site (`src`) that gave them, and of all together."""
    found: dict[str, list[Labelled]] = {"all": []}
    for row in read_rows(folder / FILE):
        tags = dict.fromkeys((tag.lower() for tag in row["tags"]), 1.0)
        if tags:
            label = Labelled(row["id"], tags, None)
            found["all"].append(label)
            found.setdefault(row["src"], []).append(label)
    return found
