"""What the rules for emergencies have to reach, on a set of our own."""

from pathlib import Path

import pytest
from django.core.management import call_command

from askdoctor.evaluation.red_flags import read_red_flags, stopped
from questions.red_flag_rules import GROUPS

OWN = Path(__file__).parent / "red_flags.jsonl"


@pytest.fixture(scope="module")
def rows():
    return read_red_flags(OWN)


@pytest.fixture(scope="module")
def found(rows):
    return stopped(rows)


def share(texts: list[tuple[str, bool]]) -> float:
    return sum(is_stopped for _text, is_stopped in texts) / len(texts)


def test_set_is_large_enough_and_half_chinese(rows):
    assert len(rows) >= 400
    assert sum(row["language"] == "zh" for row in rows) == len(rows) / 2
    assert {row["group"] for row in rows} - {""} == {group.id for group in GROUPS}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nearly_every_emergency_is_caught(found, language):
    texts = found[f"all {language}"]
    missed = [text for text, is_stopped in texts if not is_stopped]
    assert share(texts) >= 0.99, missed


@pytest.mark.parametrize("group", [group.id for group in GROUPS])
def test_no_group_of_signs_is_weak(found, group):
    assert share(found[group]) >= 0.95, [
        text for text, is_stopped in found[group] if not is_stopped
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_few_ordinary_questions_are_stopped(found, language):
    assert share(found[f"ordinary {language}"]) <= 0.10


def test_command_prints_the_figures(capsys):
    call_command("evaluate_red_flags", OWN, "--texts")
    printed = capsys.readouterr().out
    assert "all en" in printed
    assert "ordinary zh" in printed
    assert "young_fever" in printed
