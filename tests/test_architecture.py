"""Nothing points back: between the rooms of the house, and inside each (see docs/design.md)."""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
ROOMS = ["doctors", "questions", "faq", "askdoctor"]
# What a layer must not know of; a layer is a module or a package of an app.
UNKNOWN = {
    "models": {"letters", "forms", "actions", "views", "urls", "admin"},
    "forms": {"actions", "views", "urls", "admin"},
    "letters": {"forms", "actions", "views", "urls", "admin"},
    "actions": {"forms", "views", "urls", "admin"},
    "views": {"urls", "admin"},
    "admin": {"views", "urls"},
}
PURE = [
    "questions/as_read.py",
    "questions/markdown.py",
    "questions/folding.py",
    "questions/ages.py",
    "questions/cantonese.py",
    "questions/not_so.py",
    "questions/red_flags.py",
    "questions/likeness.py",
    "questions/red_flag_rules/__init__.py",
    "questions/red_flag_rules/accidents.py",
    "questions/red_flag_rules/babies.py",
    "questions/red_flag_rules/group.py",
    "questions/red_flag_rules/harm.py",
    "questions/red_flag_rules/illness.py",
    "questions/red_flag_rules/injury.py",
    "questions/red_flag_words/__init__.py",
    "questions/red_flag_words/accidents.py",
    "questions/red_flag_words/harm.py",
    "questions/red_flag_words/illness.py",
    "doctors/typed.py",
    "questions/languages.py",
    "questions/question_words.py",
    "questions/everyday_words.py",
    "questions/embedding.py",
    "questions/equivalents.py",
    "questions/profile.py",
    "questions/scoring.py",
    "questions/vocabulary.py",
    "faq/names_in_text.py",
]


def files(room: str) -> list[Path]:
    return [path for path in (PROJECT / room).rglob("*.py") if "migrations" not in path.parts]


def imported(path: Path) -> set[str]:
    """The full names of the modules, and of what is taken out of them, that a file imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: write imports from the top"
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def layer_of(path: Path) -> str:
    return path.relative_to(PROJECT).parts[1].removesuffix(".py")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_itself_and_lower_rooms(room):
    higher = set(ROOMS[ROOMS.index(room) + 1 :])
    upwards = {
        (path.relative_to(PROJECT).as_posix(), name)
        for path in files(room)
        for name in imported(path)
        if name.split(".")[0] in higher | {"tests"}
    }
    assert not upwards


@pytest.mark.parametrize("room", ROOMS)
def test_inside_a_room_nothing_points_back(room):
    backwards = {
        (path.relative_to(PROJECT).as_posix(), name)
        for path in files(room)
        for name in imported(path)
        for unknown in UNKNOWN.get(layer_of(path), ())
        if f"{name}.".startswith(f"{room}.{unknown}.")
    }
    assert not backwards


@pytest.mark.parametrize("path", PURE)
def test_pure_work_on_text_knows_nothing_of_django(path):
    names = {name.split(".")[0] for name in imported(PROJECT / path)}
    assert not names & {"django", *ROOMS} - {"questions"}
    inside = {name for name in imported(PROJECT / path) if name.startswith("questions.")}
    pure = [".".join(Path(p).with_suffix("").parts).removesuffix(".__init__") for p in PURE]
    assert all(any(name.startswith(each) for each in pure) for name in inside)
