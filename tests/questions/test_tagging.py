"""Tags that a text speaks of."""

from threading import Thread

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.models import Synonym, Tag
from questions.tagging import tags_named_in, version
from questions.vocabulary import Vocabulary

pytestmark = pytest.mark.django_db


def make_tag(name, *synonyms, **fields):
    tag = Tag.objects.create(name=name, **fields)
    for synonym in synonyms:
        tag.synonyms.create(name=synonym, slug=synonym)
    return tag


def names(text, **options):
    return [tag.name for tag in tags_named_in(text, **options)]


def test_a_tag_is_found_by_its_name_its_synonym_and_its_chinese_name():
    make_tag("immune thrombocytopenia", "ITP", name_zh_hant="免疫性血小板減少症")
    assert names("Is immune thrombocytopenia dangerous?") == ["immune thrombocytopenia"]
    assert names("My son has ITP.") == ["immune thrombocytopenia"]
    assert names("孩子得了免疫性血小板減少症怎麼辦") == ["immune thrombocytopenia"]


def test_endings_accents_and_case_make_no_difference():
    make_tag("ear infection")
    make_tag("ménière disease")
    assert set(names("EAR INFECTIONS and Meniere disease")) == {
        "ear infection",
        "ménière disease",
    }


def test_a_longer_name_hides_those_inside_it():
    make_tag("diabetes")
    make_tag("gestational diabetes")
    assert names("I have gestational diabetes") == ["gestational diabetes"]
    assert names("diabetes, gestational diabetes", limit=5) == ["diabetes", "gestational diabetes"]


def test_a_word_is_not_found_inside_another():
    make_tag("ear")
    assert names("a year of fear") == []


def test_the_more_telling_tag_comes_first():
    make_tag("fever", kind=Tag.Kind.SYMPTOM, published_count=400)
    make_tag("measles", kind=Tag.Kind.CONDITION, published_count=3)
    assert names("Fever: is it measles?") == ["measles", "fever"]
    assert names("Fever: is it measles?", limit=1) == ["measles"]


def test_a_changed_vocabulary_is_used_at_once():
    tag = make_tag("fever")
    assert names("high temperature") == []
    synonym = tag.synonyms.create(name="high temperature", slug="high-temperature")
    assert names("high temperature") == ["fever"]
    Synonym.objects.filter(pk=synonym.pk).update(name="burning up")
    assert names("high temperature") == []
    assert names("she is burning up") == ["fever"]
    tag.delete()
    assert names("fever") == []


def test_what_changes_no_name_does_not_make_the_vocabulary_be_read_again():
    tag = make_tag("fever", "pyrexia")
    before = version()
    Tag.objects.update(published_count=7)
    assert version() == before
    for change in (
        lambda: Tag.objects.update(name_zh_hant="發燒"),
        lambda: make_tag("rash"),
        lambda: Synonym.objects.update(tag=Tag.objects.get(name="rash")),
        lambda: Synonym.objects.all().delete(),
        tag.delete,
    ):
        change()
        assert version() != before
        before = version()


@pytest.mark.django_db(transaction=True)
def test_a_name_that_is_committed_after_a_later_one_is_noticed():
    seen = []

    def name_another():
        make_tag("rash")
        seen.append(version())
        connection.close()

    with transaction.atomic():
        make_tag("fever")
        thread = Thread(target=name_another)
        thread.start()
        thread.join()
    assert version() != seen[0]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_any_text_gives_tags_or_none(db, text):
    tags_named_in(text)


@given(st.lists(st.text()), st.text())
def test_any_vocabulary_and_text_match_in_order(names, text):
    found = list(Vocabulary((name, name) for name in names).matches(text))
    assert found == sorted(found, key=lambda match: match.place)


def found_in(text, *names):
    return [match.key for match in Vocabulary((name, name) for name in names).matches(text)]


def test_plural_and_hyphen_make_no_difference():
    for text in ("Breast-feeding?", "on breast feeding", "two breast feedings"):
        assert found_in(text, "breast feeding") == ["breast feeding"]
    assert found_in("a x-ray and two X-rays", "x-ray") == ["x-ray", "x-ray"]


def test_an_acronym_that_may_be_a_word_is_found_in_capitals_only():
    assert found_in("My arm hurts, I add ice.", "ARM", "ADD") == []
    assert found_in("Is it ARM, or ADD?", "ARM", "ADD") == ["ARM", "ADD"]
    assert found_in("MY ARM HURTS", "ARM") == []


WORDS = ["ARMS", "FAT", "SAD", "HARD", "ETC", "MG", "HELP"]


def test_an_acronym_that_is_no_word_is_found_as_people_type_it():
    names = ["ADHD", "ITP", "HPV", "PCOS", "OCD", "MRI", "ECG"]
    assert found_in("adhd, itp, hpv, pcos, ocd, mri or ecg", *names) == names
    assert found_in("My arms hurt: fat, sad, hard, etc. 5 mg help.", *WORDS) == []
    assert found_in("able to walk", "ABL") == []
    assert found_in("is itp dangerous", "itp") == ["itp"]


def test_what_a_stop_word_makes_of_a_word_is_found_as_it_is_written():
    assert found_in("for the first time, I passed the test", "time out", "passed out") == []
    assert found_in("He passed out; no Time-Out helps.", "time out", "passed out") == [
        "passed out",
        "time out",
    ]
    assert found_in("cancer in the liver", "cancer of the liver") == ["cancer of the liver"]
