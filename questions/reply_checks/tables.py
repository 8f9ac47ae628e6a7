"""Tables of doses in Markdown: what a column is measured in stands above it alone."""

import re
from collections.abc import Iterator

_TABLE = re.compile(r"^\|[^\n]*(?:\n\|[^\n]*)+", re.MULTILINE)
_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^|]+")
_UNIT = re.compile(r"mg|毫克|kg|公斤|千克")
_PER_KG = re.compile(r"每(?:公斤|千克)|(?:/|per) ?kg")
_FIGURE = re.compile(r"\s*(?P<dose>(?P<number>\d{1,5}(?:\.\d{1,3})?)(?:\s*(?:mg|毫克))?)\s*")


def measured_cells(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, "150 mg") of each cell of a folded text whose column says what its figures are."""
    for table in _TABLE.finditer(text):
        head, *rows = _LINE.finditer(text, *table.span())
        units = [_unit_of(cell[0]) for cell in _CELL.finditer(head[0].strip())]
        for row in rows:
            for unit, cell in zip(units, _CELL.finditer(row[0].rstrip()), strict=False):
                figure = _FIGURE.fullmatch(cell[0])
                if figure and unit:
                    place = row.start() + cell.start()
                    yield (
                        place + figure.start("dose"),
                        place + figure.end("dose"),
                        f"{figure['number']} {unit}",
                    )


def _unit_of(head: str) -> str:
    """ "mg", "mg/kg" or "kg" of the head of a column; "" where it says none."""
    if _PER_KG.search(head):
        return "mg/kg"
    found = _UNIT.search(head)
    if not found:
        return ""
    return "mg" if found[0] in ("mg", "毫克") else "kg"
