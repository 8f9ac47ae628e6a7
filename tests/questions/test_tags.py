from threading import Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from questions.actions import merge_tags
from questions.models import Synonym, Tag
from tests.questions.test_at_once import wait_for_a_lock

pytestmark = pytest.mark.django_db


def test_a_synonym_gives_the_tag_it_means():
    itp = Tag.objects.create(name="immune thrombocytopenia", name_zh_hant="免疫性血小板減少症")
    Synonym.objects.create(tag=itp, name="ITP", slug="itp")

    assert Tag.objects.resolve([" itp", "Immune Thrombocytopenia", "免疫性血小板減少症"]) == [itp]


def test_new_names_become_tags_with_a_history_in_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
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


def test_no_two_tags_or_synonyms_share_an_address():
    fever = Tag.objects.create(name="fever")
    synonyms = [Synonym(tag=fever, name=name) for name in ["high temp", "high-temp", "???"]]
    Tag.objects.give_slugs(synonyms)
    Synonym.objects.bulk_create(synonyms)

    assert [synonym.slug for synonym in synonyms] == ["high-temp", "high-temp-2", "tag"]
    assert [tag.slug for tag in Tag.objects.resolve(["high!temp", "!!!"])] == ["hightemp", "tag-2"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Synonym.objects.create(tag=fever, name="other", slug="tag")


def test_saving_a_tag_leaves_its_count_to_the_worker():
    tag = Tag.objects.create(name="fever")
    Tag.objects.update(published_count=7)
    tag.name_zh_hant = "發燒"
    tag.save()
    tag.refresh_from_db()
    assert (tag.name_zh_hant, tag.published_count) == ("發燒", 7)


@pytest.mark.django_db(transaction=True)
def test_two_who_name_the_same_new_tag_get_one():
    found = []

    def name_it():
        found.extend(Tag.objects.resolve(["fever"]))
        connection.close()

    thread = Thread(target=name_it)
    with transaction.atomic():
        tag = Tag.objects.create(name="fever")
        thread.start()
        wait_for_a_lock(thread)
    thread.join()
    assert found == [tag]


def test_of_two_merges_the_second_is_told():
    target, source = Tag.objects.resolve(["fever", "pyrexia"])
    earlier = Tag.objects.get(pk=source.pk)
    merge_tags(source=source, target=target, by=None)
    with pytest.raises(ValidationError, match="merged this tag meanwhile"):
        merge_tags(source=earlier, target=target, by=None)
