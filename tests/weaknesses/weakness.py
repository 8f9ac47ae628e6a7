"""What a planted weakness is."""

from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Weakness:
    """`put` in the place of `find`, which stands once in `path`, and what it would let happen.

    `tests` are the tests that should see it, or their files. They are few, so that all of them are run in
    a bearable time: what they miss, other tests may still see (`--all`).
    """

    id: str
    lets: str
    path: str
    find: str
    put: str
    tests: tuple[str, ...]

    @property
    def is_in_database(self) -> bool:
        """Whether it is there only in a database that is made with it."""
        return "/migrations/" in self.path

    def planted(self, project: Path) -> str:
        """The file with the weakness in it. Raises OutOfDate."""
        text = (project / self.path).read_text()
        if (times := text.count(self.find)) != 1:
            raise OutOfDate(f"{self.id}: its text stands {times} times in {self.path}")
        return text.replace(self.find, self.put)


class OutOfDate(Exception):
    """The code has changed since: the plant has to follow it."""


def see(*names: str) -> tuple[str, ...]:
    """Tests by their names: "questions/ticket" is tests/questions/test_ticket.py, and
    "questions/ticket::a_look" the one test_a_look in it."""
    found = []
    for name in names:
        path, _, test = name.partition("::")
        file = Path("tests", path)
        file = file.with_name(f"test_{file.name}.py")
        found.append(f"{file}::test_{test}" if test else f"{file}")
    return tuple(found)
