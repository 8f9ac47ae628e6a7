"""docs/asvs.md: each requirement stands there once, and each test that it names exists."""

import ast
import re
from pathlib import Path

from tests.test_architecture import PROJECT

ROW = re.compile(r"^\| ([\d.]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.M)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
NAMED_FILE = re.compile(
    r"(?<![\w/])((?:docs|askdoctor|questions|doctors|faq|templates)/[\w/.-]+\.(?:md|py|html))"
)
# The requirements of levels 1 and 2 that concern a site like this one, by chapter and section.
IN_SCOPE = """
1.1: 1 2    1.2: 1 2 3 4 5 9    1.3: 1 2 3 4 5 6 7 10 11    1.5: 1 2
2.1: 1 2 3    2.2: 1 2 3    2.3: 1 2 3 4    2.4: 1
3.2: 1 2    3.3: 1 2 3 4    3.4: 1 2 3 4 5 6    3.5: 1 2 3 4    3.7: 1 2
4.1: 1 2 3    4.2: 1
5.1: 1    5.2: 1 2 3    5.3: 1 2    5.4: 1 2 3
6.1: 1 2 3    6.2: 1 2 3 4 5 6 7 8 9 10 11 12    6.3: 1 2 3 4    6.4: 1 2 3 4    6.5: 1 2 3 4 5
6.6: 2 3
7.1: 1 2    7.2: 1 2 3 4    7.3: 1 2    7.4: 1 2 3 4 5    7.5: 1 2
8.1: 1 2    8.2: 1 2 3    8.3: 1
9.1: 1 2 3    9.2: 1 2 3 4
11.1: 1 2    11.2: 1 2 3    11.3: 1 2 3    11.4: 1 2 3 4    11.5: 1    11.6: 1
12.1: 1 2    12.2: 1 2    12.3: 1 2 3 4
13.1: 1    13.2: 1 2 3 4 5    13.3: 1 2    13.4: 1 2 3 4 5
14.1: 1 2    14.2: 1 2 3 4    14.3: 1 2 3
15.1: 1 2 3    15.2: 1 2 3    15.3: 1 2 3 4 5 6 7
16.1: 1    16.2: 1 2 3 4 5    16.3: 1 2 3 4    16.4: 1 2 3    16.5: 1 2 3
"""
STATES = {"met", "partly", "not", "does not arise"}


def rows() -> list[tuple[str, str, str, str]]:
    return ROW.findall((PROJECT / "docs" / "asvs.md").read_text())


def in_scope() -> list[str]:
    found = re.findall(r"(\d+\.\d+):((?: \d+)+)", IN_SCOPE)
    return [f"{section}.{number}" for section, numbers in found for number in numbers.split()]


def functions_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_each_requirement_stands_there_once():
    assert len(in_scope()) == 192
    assert [number for number, *_rest in rows()] == in_scope()


def test_each_has_a_known_state_and_says_why():
    assert not [row for row in rows() if row[2] not in STATES or not row[3].strip()]


def test_the_sums_are_right():
    text = (PROJECT / "docs" / "asvs.md").read_text()
    count = {state: sum(row[2] == state for row in rows()) for state in STATES}
    sentence = "{met} are met, {partly} partly, {not} not, and {does not arise} do not arise."
    assert sentence.format(**count) in text


def test_each_test_that_is_named_exists():
    named = {pair for row in rows() for pair in NAMED.findall(row[3])}
    assert len(named) > 80
    missing = [
        f"{file}::{test}"
        for file, test in sorted(named)
        if not (PROJECT / file).is_file() or test not in functions_in(PROJECT / file)
    ]
    assert not missing


def test_each_file_that_a_document_names_exists():
    documents = [PROJECT / "docs" / f"{name}.md" for name in ("asvs", "security", "privacy")]
    named = {
        (path.name, file) for path in documents for file in NAMED_FILE.findall(path.read_text())
    }
    assert not [each for each in sorted(named) if not (PROJECT / each[1]).exists()]


def test_each_test_that_another_document_names_exists():
    for name in ("security", "privacy"):
        named = NAMED.findall((PROJECT / "docs" / f"{name}.md").read_text())
        assert all(test in functions_in(PROJECT / file) for file, test in named), name
