import pytest

from questions.models import Synonym, Tag

pytestmark = pytest.mark.django_db


def test_a_synonym_gives_the_tag_it_means():
    itp = Tag.objects.create(name="immune thrombocytopenia", name_zh_hant="免疫性血小板減少症")
    Synonym.objects.create(tag=itp, name="ITP", slug="itp")

    assert Tag.objects.resolve([" itp", "Immune Thrombocytopenia", "免疫性血小板減少症"]) == [itp]


def test_new_names_become_tags_with_a_history_in_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        tags = Tag.objects.resolve([f"tag {number}" for number in range(50)] + ["", "TAG 3"])

    assert [tag.name for tag in tags] == [f"tag {number}" for number in range(50)]
    assert all(tag.history.count() == 1 for tag in tags[:3])


def test_each_new_tag_has_an_address_of_its_own():
    Tag.objects.create(name="c")

    tags = Tag.objects.resolve(["c++", "c?", "???", "!!!", "c"])

    assert [tag.slug for tag in tags] == ["c-2", "c-3", "tag", "tag-2", "c"]


def test_a_tag_may_be_as_long_as_imported_ones_are():
    name = "then an artificial disc replacement " * 5

    assert Tag.objects.resolve([name])[0].name == name.strip()
