"""The weaknesses of tests/weaknesses can be planted: whether tests notice them, `make weaknesses` says."""

import ast
from collections import Counter

from tests.weaknesses import WEAKNESSES
from tests.weaknesses.weakness import PROJECT, OutOfDate

AT_LEAST = 60


def test_each_weakness_can_be_planted():
    """Its text stands once in its file, and what is left is still a program."""
    wrong = []
    for weakness in WEAKNESSES:
        try:
            text = weakness.planted(PROJECT)
            if weakness.path.endswith(".py"):
                ast.parse(text)
        except (OSError, OutOfDate, SyntaxError) as error:
            wrong.append(f"{weakness.id}: {error}")
        if weakness.find == weakness.put:
            wrong.append(f"{weakness.id}: it changes nothing")
    assert not wrong


def test_each_weakness_has_a_name_of_its_own_and_tests_that_exist():
    assert len(WEAKNESSES) >= AT_LEAST
    assert Counter(each.id for each in WEAKNESSES).most_common(1)[0][1] == 1
    missing = {test for each in WEAKNESSES for test in each.tests if not is_there(test)}
    assert not missing


def is_there(test: str) -> bool:
    """The file, and the function, if one is named; which of its parameters, pytest says."""
    file, _, name = test.partition("[")[0].partition("::")
    return (PROJECT / file).is_file() and f"def {name}" in (PROJECT / file).read_text()
