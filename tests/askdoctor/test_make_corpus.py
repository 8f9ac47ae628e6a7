"""The synthetic site that is measured on: its shape, and that it never gets among real questions."""

from collections import Counter

import pytest
from django.core.management import CommandError, call_command

from askdoctor.corpus import load
from askdoctor.corpus.subjects import World
from askdoctor.corpus.writing import write_chunk
from doctors.models import Doctor, Specialty
from faq.models import RelatedTopic, Topic
from questions import counts, search_documents, search_words
from questions.models import (
    CountedQuestion,
    Question,
    Reply,
    SearchDocument,
    SearchWord,
    Synonym,
    Tag,
    TaggedQuestion,
)
from questions.rendering import save_rendered
from tests.factories import make_question

SIZE = 400


def make(size=SIZE, **options) -> None:
    call_command("make_corpus", size, processes=1, **options)


def test_the_same_seed_gives_the_same_questions_in_whatever_order():
    world = World(1, 3_000)
    second, first = (list(write_chunk(world, chunk)) for chunk in (1, 0))
    again = World(1, 3_000)
    assert [*first, *second] == [*write_chunk(again, 0), *write_chunk(again, 1)]
    assert len({question.number for question in [*first, *second]}) == 3_000
    assert next(write_chunk(World(2, 3_000), 0)).body != first[0].body


def test_words_and_tags_are_used_as_unevenly_as_real_ones():
    questions = list(write_chunk(World(1, 100_000), 0))
    tags = Counter(tag for question in questions for tag in question.tags)
    shares = [count / len(questions) for _tag, count in tags.most_common()]
    assert 0.1 <= shares[0] <= 0.15
    assert shares[20] < 0.05
    assert len(tags) > 2_000
    assert 4 <= sum(shares) <= 6
    assert 0.05 <= sum(each.language == "zh-hant" for each in questions) / len(questions) <= 0.1
    with_pain = sum("pain" in each.body.split() for each in questions)
    assert 0.2 <= with_pain / len(questions) <= 0.6
    assert all(5 <= len(each.title.split()) <= 15 for each in questions if each.language == "en")


def test_some_questions_are_nearly_another():
    seen: dict[int, list[set]] = {}
    copies = 0
    for question in write_chunk(World(1, 100_000), 0):
        words = set(question.body.split())
        earlier = seen.setdefault(question.topics[0], [])
        copies += any(len(words & other) > 0.6 * len(words | other) for other in earlier)
        earlier.append(words)
    assert 10 <= copies <= 100


@pytest.mark.django_db(transaction=True)
def test_a_corpus_is_what_the_site_would_have_made_of_it(client):
    make()
    assert Question.objects.count() == SIZE
    public = set(Question.objects.published().values_list("pk", flat=True))
    assert SIZE * 0.95 < len(public) < SIZE
    for model, name in [
        (SearchDocument, "question"),
        (CountedQuestion, "question_id"),
        (RelatedTopic, "question"),
    ]:
        assert set(model.objects.values_list(name, flat=True)) == public
    listed = TaggedQuestion.objects.filter(published_at__isnull=False)
    assert set(listed.values_list("content_object", flat=True)) == public
    kept, written = kept_counts(), written_rows()
    assert all(kept)
    counts.refresh(public)
    known = SearchWord.objects.count()
    search_words.learn(search_documents.index(public).values())
    assert SearchWord.objects.count() == known
    for question in Question.objects.published()[:20]:
        save_rendered(question)
        assert client.get(question.get_absolute_url()).status_code == 200
    assert (kept_counts(), written_rows()) == (kept, written)
    assert not load.missing_indexes()
    for model in (Question, Reply, Tag, Synonym, Specialty, Doctor, Topic):
        assert model.objects.exists()
        assert not model.history.exists()
    assert make_question().pk > max(public)


def kept_counts() -> list[list]:
    return [
        list(model.objects.exclude(published_count=0).order_by("pk").values_list("published_count"))
        for model in (Specialty, Tag, Doctor, Topic)
    ]


def written_rows() -> list[list]:
    return [
        list(model.objects.order_by("pk").values())
        for model in (Question, CountedQuestion, SearchDocument)
    ]


@pytest.mark.django_db(transaction=True)
def test_it_stays_away_from_a_site_with_questions():
    question = make_question(status="pending", tags=[World(1, SIZE).tags[0].name])
    with pytest.raises(CommandError, match="holds questions"):
        make()
    assert Question.objects.get() == question
    make(into_existing=True)
    assert Question.objects.count() == SIZE + 1
    assert Question.objects.get(pk=question.pk).body == question.body


@pytest.mark.django_db(transaction=True)
def test_what_was_killed_goes_on_where_it_ended():
    world = World(1, 2_001)
    names = load.write_names(world)
    load.drop_indexes(load.ROWS + load.DOCUMENTS)
    load.load_chunk(world, names, load.first_number(world), 1)
    assert load.missing_indexes()

    make(2_001)

    assert Question.objects.count() == 2_001
    assert SearchDocument.objects.count() == Question.objects.published().count()
    assert not load.missing_indexes()
    make(2_001)
    assert Question.objects.count() == 2_001
