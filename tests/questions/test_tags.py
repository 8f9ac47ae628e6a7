from threading import Thread

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from questions.actions import merge_tags, tagging
from questions.models import SearchDocument, SimilarQuestion, Synonym, Tag
from tests.factories import make_question, make_topic
from tests.questions.test_at_once import wait_for_a_lock

pytestmark = pytest.mark.django_db


def test_a_synonym_gives_the_tag_it_means():
    itp = Tag.objects.create(name="immune thrombocytopenia", name_zh_hant="免疫性血小板減少症")
    Synonym.objects.create(tag=itp, name="ITP", slug="itp")

    assert Tag.objects.resolve([" itp", "Immune Thrombocytopenia", "免疫性血小板減少症"]) == [itp]


def test_new_names_become_tags_with_a_history_in_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
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


def merge(source: str, target: str) -> Tag:
    source, target = Tag.objects.resolve([source, target])
    merge_tags(source=source, target=target, by=None)
    target.refresh_from_db()
    return target


def test_an_address_of_a_tag_merged_twice_leads_in_one_step(visitor):
    make_question(tags=["itp"])
    Tag.objects.create(name="purpura x", slug="old", name_zh_hant="舊名")
    merge("purpura x", "purpura")
    last = merge("purpura", "itp")
    for slug in ("old", "purpura"):
        response = visitor.get(f"/tags/{slug}/")
        assert (response.status_code, response.url) == (301, last.get_absolute_url())
    assert Tag.objects.resolve(["purpura x", "舊名", "purpura"]) == [last]


def test_merging_moves_questions_of_every_status_and_none_carries_a_tag_twice():
    both = make_question(tags=["a", "b"])
    moved = [make_question(status=status, tags=["a"]) for status in ("pending", "published")]
    target = merge("a", "b")
    for question in (both, *moved):
        assert list(question.tags.all()) == [target]


def test_merging_moves_topics_and_keeps_what_is_pinned():
    pinned = make_question(tags=["a"])
    topics = [make_topic("One", tags=["a"]), make_topic("Both", tags=["a", "b"])]
    topics[0].pinned_questions.add(pinned)
    target = merge("a", "b")
    assert [list(topic.tags.all()) for topic in topics] == [[target], [target]]
    assert list(topics[0].pinned_questions.all()) == [pinned]


def test_similar_answers_topics_counts_and_search_follow_a_merge(monkeypatch):
    monkeypatch.setattr(tagging, "BATCH", 1)
    one = make_question(title="Low platelets", body="", tags=["itp"])
    other = make_question(title="Bruises in spring", body="", tags=["werlhof"])
    topic = make_topic("Werlhof disease", tags=["werlhof"])
    call_command("worker", once=True)
    assert not SimilarQuestion.objects.exists()
    target = merge("werlhof", "itp")
    call_command("worker", once=True)
    pairs = SimilarQuestion.objects.values_list("question", "similar", "reason")
    assert {(q, s, tuple(reason["tags"])) for q, s, reason in pairs} == {
        (one.pk, other.pk, (target.pk,)),
        (other.pk, one.pk, (target.pk,)),
    }
    assert set(topic.questions.all()) == {one, other}
    target.refresh_from_db()
    assert target.published_count == 2
    vector = SearchDocument.objects.get(question=one).vector
    assert "werlhof" in vector


def test_a_kind_that_is_known_is_not_lost_in_a_merge():
    Tag.objects.create(name="itp", kind="condition")
    assert merge("itp", "purpura").kind == "condition"
    Tag.objects.create(name="rash", kind="symptom")
    assert merge("rash", "purpura").kind == "condition"


def test_the_history_of_both_says_what_was_merged(moderator):
    source, target = Tag.objects.resolve(["pyrexia", "fever"])
    merge_tags(source=source, target=target, by=moderator)
    last = [Tag.history.filter(id=tag.pk).first() for tag in (source, target)]
    assert [row.history_user for row in last] == [moderator] * 2
    assert [row.history_change_reason for row in last] == ["merged into: fever", "merged: pyrexia"]


def test_the_queries_of_a_merge_do_not_grow_with_what_moves(django_assert_max_num_queries):
    for number in range(6):
        make_question(tags=["a"])
        make_topic(f"Topic {number}", tags=["a"])
    Tag.objects.resolve(["b"])
    with django_assert_max_num_queries(36):
        merge("a", "b")


def test_a_search_kept_with_a_tag_that_was_merged_since_still_works(visitor):
    make_question(title="Rash after milk", tags=["atopic eczema"])
    call_command("worker", once=True)
    source = Tag.objects.get(name="atopic eczema")
    merge_tags(source=source, target=Tag.objects.create(name="eczema", slug="eczema"), by=None)
    call_command("worker", once=True)
    assert "</mark> after milk" in visitor.get("/search/", {"q": "rash", "tag": source.slug}).text
