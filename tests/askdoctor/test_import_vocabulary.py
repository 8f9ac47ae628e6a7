"""`import_vocabulary`: medical names become tags with kinds and synonyms."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from questions.models import Question, Synonym, Tag
from tests.factories import make_question

pytestmark = pytest.mark.django_db
REAL = Path(__file__).parents[3] / "shared" / "data" / "vocab_medquad.jsonl"


def line(name, *synonyms, group="Disorders", cui=()):
    values = {"name": name, "synonyms": synonyms, "group": group, "cui": cui, "sources": ["x"]}
    return json.dumps(values).encode()


@pytest.fixture
def run(tmp_path):
    """Imports these lines; gives what was said, and then why some were refused."""

    def run(*lines: bytes, **options) -> str:
        file, said, refused = tmp_path / "vocabulary.jsonl", StringIO(), StringIO()
        file.write_bytes(b"\n".join(lines))
        try:
            call_command("import_vocabulary", str(file), stdout=said, stderr=refused, **options)
        except CommandError as error:
            refused.write(str(error))
        return said.getvalue() + refused.getvalue()

    return run


def synonyms_of(name: str) -> set[str]:
    return set(Tag.objects.get(name=name).synonyms.values_list("name", flat=True))


def test_names_become_tags_with_kind_synonyms_address_and_history(run):
    said = run(
        line("Immune thrombocytopenia", "ITP", "Werlhof disease"),
        line("Prednisolone", group="Drug"),
        line("A1C test", group="Other"),
    )
    tag = Tag.objects.get(name="Immune thrombocytopenia")
    assert (tag.kind, tag.slug) == ("condition", "immune-thrombocytopenia")
    assert tag.history.get().history_change_reason == "imported"
    assert synonyms_of(tag.name) == {"ITP", "Werlhof disease"}
    assert Synonym.objects.get(name="ITP").slug == "itp"
    assert Tag.objects.get(name="Prednisolone").kind == "medicine"
    assert Tag.objects.get(name="A1C test").kind == "other"
    assert "3 tags added" in said and "2 synonyms added" in said


def test_names_are_as_forms_take_them(run):
    lines = [line("Me\u0301nie\u0300re\u200b  disease", "Vertige de Me\u0301nie\u0300re\x99")]
    run(*lines, line("M\u00e9ni\u00e8re disease", "Vertigo\xad"))
    assert synonyms_of("M\u00e9ni\u00e8re disease") == {"Vertige de M\u00e9ni\u00e8re", "Vertigo"}
    assert "Nothing to change" in run(*lines)


def test_the_same_file_again_changes_nothing_and_says_so(run):
    lines = [line("Purpura", "Spots", cui=["C1"]), line("Bleeding spots", "Dots", cui=["C1"])]
    run(*lines)
    before = list(Tag.history.values()), list(Synonym.objects.values())
    assert "Nothing to change" in run(*lines)
    assert (list(Tag.history.values()), list(Synonym.objects.values())) == before


def test_lines_of_one_name_or_one_concept_are_one_tag(run):
    run(
        line("Boils", "Furuncle", group="Other", cui=["C1"]),
        line("boils", "Abscess of the skin"),
        line("Furunculosis", "Carbuncle", cui=["C2", "C1"]),
    )
    assert Tag.objects.get().kind == "condition"
    assert synonyms_of("Boils") == {
        "Furuncle",
        "Abscess of the skin",
        "Furunculosis",
        "Carbuncle",
    }


def test_a_synonym_of_two_things_or_the_name_of_another_means_neither(run):
    said = run(line("Purpura", "Spots", "Measles"), line("Measles", "Spots", "Rubeola"))
    assert synonyms_of("Purpura") == set()
    assert synonyms_of("Measles") == {"Rubeola"}
    assert "3 synonyms passed over" in said


def test_what_moderators_decided_stays(run):
    fever = Tag.objects.create(name="fever", slug="hot", kind="symptom", name_zh_hant="發燒")
    rash = Tag.objects.create(name="rash")
    fever.synonyms.create(name="Pyrexia", slug="pyrexia")
    run(
        line("Fever", "High temperature", "Rash", group="Disorders"),
        line("Pyrexia", "Heat"),
        line("Rash", "發燒", "Exanthem"),
    )
    fever.refresh_from_db()
    rash.refresh_from_db()
    assert (fever.name, fever.slug, fever.kind) == ("fever", "hot", "symptom")
    assert synonyms_of("fever") == {"Pyrexia", "High temperature"}
    assert (rash.kind, synonyms_of("rash")) == ("condition", {"Exanthem"})
    assert rash.history.count() == 2
    assert Tag.objects.count() == 2


def test_answers_with_a_tag_that_has_changed_are_worked_out_again(run):
    question, other = make_question(tags=["fever"]), make_question(tags=["rash"])
    Question.objects.update(refresh_due_at=None)
    run(line("Fever", "Pyrexia"), line("Cough"))
    assert list(Question.objects.due()) == [question]
    assert other.tags.get().kind == "other"


def test_titles_of_articles_and_names_that_are_too_long_are_no_tags(run):
    said = run(
        line("Low back pain - acute", "Lumbago"),
        line("What to ask your doctor about oxygen?"),
        line("x" * 201),
        line("---"),
        line("Asthma", "Asthma - children", *(f"gathered {number}" for number in range(50))),
    )
    assert list(Tag.objects.values_list("name", flat=True)) == ["Asthma"]
    assert synonyms_of("Asthma") == set()
    assert "4 titles passed over" in said


def test_two_names_of_one_address_get_one_each(run):
    run(line("ADD/ADHD"), line("ADDADHD", "add adhd", "add-adhd"))
    slugs = {*Tag.objects.values_list("slug", flat=True)}
    slugs |= {*Synonym.objects.values_list("slug", flat=True)}
    assert slugs == {"addadhd", "addadhd-2", "add-adhd", "add-adhd-2"}


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{not json", "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[1, 2]", "not an object"),
        (b"null", "not an object"),
        (b'{"synonyms": []}', '"name" is missing'),
        (b'{"name": 7}', '"name" has to be text'),
        (b'{"name": ""}', '"name" is empty'),
        (b'{"name": "a\\u0000b"}', "control character"),
        (b'{"name": "a\\ud800"}', "lone surrogate"),
        (b'{"name": "a\\u202eb"}', '"name" holds U+202E, which turns the direction of text'),
        (b'{"name": "a\\ufffd"}', '"name" holds U+FFFD'),
        (b'{"name": "a", "synonyms": ["\\u2066b"]}', '"synonyms" holds U+2066'),
        (b'{"name": "a", "name": "b"}', "stands there twice"),
        (b'{"name": "a", "synonyms": "b"}', '"synonyms" has to be a list'),
        (b'{"name": "a", "synonyms": [["b"]]}', '"synonyms" has to hold text each'),
        (b'{"name": "a", "synonyms": ["b\\u0000"]}', "control character"),
        (b'{"name": "a", "cui": [1]}', '"cui" has to hold text each'),
        (b'{"name": "a", "group": {}}', '"group" has to be text'),
        (b'{"name": "a", "kind": "test"}', "unknown key 'kind'"),
        (b'{"name": "' + b"x" * 1_000_000 + b'"}', "1000 are allowed"),
        (b'{"name": "' + b"x" * 3_000_000 + b'"}', "longer than a line may be"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_wrong_line_is_refused_with_its_number_and_the_rest_goes_in(run, bad, reason):
    said = run(line("Fever"), bad, line("Rash"))
    place, told = said[said.index("jsonl:") :].split(" ", 1)
    assert place == "jsonl:2:"
    assert reason in told
    assert "1 refused" in said
    assert set(Tag.objects.values_list("name", flat=True)) == {"Fever", "Rash"}


def test_an_empty_file_changes_nothing(run):
    assert "Nothing to change" in run()


def test_a_file_that_is_not_there_is_said_in_one_sentence(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_vocabulary", str(tmp_path / "none"), stdout=StringIO())


def test_a_dry_run_says_the_same_and_writes_nothing(run):
    said = run(line("Fever", "Pyrexia"), b"7", dry_run=True)
    assert "Checked, and wrote nothing" in said and "1 tags added" in said and "1 refused" in said
    assert not Tag.objects.exists()


def test_a_thousand_names_take_a_few_queries(run, django_assert_max_num_queries):
    lines = [line(f"disease {number}", f"illness {number}") for number in range(1_000)]
    with django_assert_max_num_queries(30):
        run(*lines)
    assert Synonym.objects.count() == 1_000


@pytest.mark.skipif(not REAL.exists(), reason=f"no {REAL.name} here")
def test_medquads_vocabulary_goes_in_whole_and_shows_nowhere(visitor):
    said = StringIO()
    call_command("import_vocabulary", str(REAL), stdout=said)
    assert Tag.objects.count() > 7_000
    assert not Tag.objects.listed().exists()
    assert visitor.get(Tag.objects.first().get_absolute_url()).status_code == 404
