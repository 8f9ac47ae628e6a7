"""What the rules for emergencies have to reach, on a set of our own."""

from pathlib import Path

import pytest
from django.core.management import call_command

from askdoctor.evaluation.learning import LEAST, learn, text_of
from askdoctor.evaluation.red_flags import read_red_flags, stopped
from askdoctor.management.commands.learn_likeness import TEXTS
from questions import likeness
from questions.red_flag_rules import GROUPS
from questions.red_flags import red_flags

OWN = Path(__file__).with_name("red_flags.jsonl")
# No rule was written for these (but one word for a child) and no weight learned from them: keep it so, or the
# figures mean nothing.
UNSEEN = Path(__file__).with_name("red_flags_unseen.jsonl")


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


def test_weights_are_those_that_the_texts_give():
    learned, kept = learn(read_red_flags(TEXTS)), likeness.learned_weights()
    # Sums round otherwise from one Python to the next, and what weighs little may fall out.
    for each in learned.keys() | kept.keys():
        one, other = learned.get(each, 0), kept.get(each, 0)
        assert abs(one - other) < 0.05 or abs(one + other) < LEAST + 0.05, each


def test_as_much_is_reached_on_texts_that_nothing_was_made_with(rows):
    unseen = read_red_flags(UNSEEN)
    known = {row["title"] + row["body"] for row in [*rows, *read_red_flags(TEXTS)]}
    assert not known & {row["title"] + row["body"] for row in unseen}
    found = stopped(unseen)
    for language in ("en", "zh"):
        assert share(found[f"all {language}"]) >= 0.99
        assert share(found[f"ordinary {language}"]) <= 0.10
    for group in GROUPS:
        missed = [text for text, is_stopped in found[group.id] if not is_stopped]
        assert share(found[group.id]) >= 0.95, (group.id, missed)


def test_certain_signs_stand_in_no_everyday_question(rows):
    """No weight takes them back. Nor a temperature, which is no matter of words."""
    ordinary = [text_of(row) for row in [*rows, *read_red_flags(UNSEEN)] if not row["group"]]
    found = [red_flags(text, weights={likeness.BIAS: -9}) for text in ordinary]
    of_words = [groups for groups in found if any(group.certain for group in groups)]
    assert len(of_words) <= 5


def test_learning_without_a_set_prints_what_is_made_of_it(capsys, tmp_path):
    few = tmp_path / "few.jsonl"
    few.write_text("".join(TEXTS.read_text(encoding="utf-8").splitlines(keepends=True)[::10]))
    before = likeness.WEIGHTS.read_bytes()
    call_command("learn_likeness", few, "--leave-out", "a")
    assert "all en" in capsys.readouterr().out
    assert likeness.WEIGHTS.read_bytes() == before
