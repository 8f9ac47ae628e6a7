"""How good suggestions are, on a set of our own, so that no change makes them worse unnoticed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from askdoctor.evaluation import tagging
from askdoctor.evaluation.runs import RUNS, run_similar, run_tagging
from askdoctor.evaluation.scores import score
from askdoctor.evaluation.sets import Labelled, SetError, read_set

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "data"
needs_shared = pytest.mark.skipif(
    not SHARED.exists(), reason="the labelled sets are not beside the project"
)


@pytest.mark.django_db
def test_the_same_question_in_other_words_is_found_as_well_as_it_was():
    data = read_set(HERE, "own")
    scores = score(data.labels, run_similar(data))
    assert scores["nDCG@10"] >= 0.7
    assert scores["recall@5"] >= 0.84


def test_measures_are_those_of_the_textbook():
    labels = [
        Labelled("q", {"a": 1.0, "b": 3.0}, {"a", "b", "x"}),
        Labelled("never answered", {"a": 1.0}, None),
    ]
    found = score(labels, {"q": ["x", "q", "b", "y", "a"]})
    assert found["recall@5"] == 0.5  # both of the first, none of the second
    assert found["MRR"] == 0.25  # the query itself does not count: b is second
    assert found["hit@3"] == 0.5
    assert found["P@4"] == 0.5
    assert found["P@4j"] == pytest.approx(2 / 3)
    assert found["nDCG@10"] == pytest.approx(
        (7 / 1.58496 + 1 / 2.32193) / (7 + 1 / 1.58496) / 2, 1e-4
    )


@needs_shared
def test_measures_are_those_of_the_script_beside_the_sets(tmp_path):
    folder = SHARED / "dev"
    data = read_set(folder, "mqp")
    run = {
        label.id: sorted(data.corpus)[place % 50 :][:20] for place, label in enumerate(data.labels)
    }
    file = tmp_path / "run.jsonl"
    file.write_text(
        "".join(json.dumps({"query_id": pk, "ranked_ids": ids}) + "\n" for pk, ids in run.items())
    )
    script = [SHARED / "evaluate.py", folder / "mqp_corpus.jsonl", folder / "mqp_qrels.jsonl", file]
    printed = subprocess.run(
        [sys.executable, *script], capture_output=True, text=True, check=True
    ).stdout.split()
    ours = score(data.labels, run)
    for name in ("recall@5", "recall@10", "MRR", "nDCG@10"):
        assert float(printed[printed.index(name) + 1]) == pytest.approx(ours[name], abs=1e-4)


def test_a_folder_that_is_no_set_is_refused_with_a_reason(tmp_path):
    with pytest.raises(SetError, match="There is no"):
        read_set(tmp_path, "mqp")
    (tmp_path / "mqp_corpus.jsonl").write_text("not JSON\n")
    with pytest.raises(SetError, match="cannot be read"):
        read_set(tmp_path, "mqp")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("evaluate_suggestions", name="mqp", data=tmp_path)


@pytest.mark.django_db
def test_tags_are_suggested_from_what_was_learned():
    learned = [
        {"id": f"l{n}", "title": f"Danazol and teeth, part {n}", "tags": ["danazol"]}
        for n in range(5)
    ]
    run = run_tagging(
        [{"id": "q", "title": "Does danazol stain the teeth?"}], learned, lambda: None
    )
    assert run == {"q": ["danazol"]}


def test_every_text_is_tagged_by_what_the_others_teach(tmp_path):
    rows = [{"id": f"r{n}", "src": "s", "title": "T", "tags": ["X"]} for n in range(40)]
    (tmp_path / tagging.FILE).write_text("".join(json.dumps(row) + "\n" for row in rows))
    asked = []
    for texts, learned in tagging.parts(tmp_path, None):
        assert not {row["id"] for row in texts} & {row["id"] for row in learned}
        asked += [row["id"] for row in texts]
    assert sorted(asked) == sorted(row["id"] for row in rows)
    assert [label.grades for label in tagging.labels_by_site(tmp_path)["s"]] == [{"x": 1.0}] * 40


def test_every_set_has_its_way():
    assert set(RUNS) == {"mqp", "chq", "zh", "judged", "topics"}
