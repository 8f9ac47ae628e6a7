"""Topics: the list, one topic, and what is stored when one is saved."""

import pytest

from faq.models import Topic
from questions.actions import retract_question
from questions.models import Question
from tests.factories import make_question, make_specialty, make_topic

HIDDEN = [status for status in Question.Status.values if status != "published"]


def page_of(visitor, path):
    response = visitor.get(path)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    return response.content.decode()


def in_order(page, *words):
    places = [page.index(word) for word in words]
    return places == sorted(places)


@pytest.fixture
def many_topics(db):
    """More topics than one page holds whole."""
    pediatrics, genetics = make_specialty(), make_specialty("genetics")
    Topic.objects.bulk_create(
        Topic(
            slug=f"t-{number}",
            name=f"{'ABCDE'[number % 5]} topic {number}",
            specialty=genetics if number % 2 else pediatrics,
            published_count=number,
        )
        for number in range(310)
    )


def test_topics_stand_by_specialty_from_a_to_z(visitor, db, django_assert_num_queries):
    make_topic("wheezing")
    make_topic("Fever")
    make_topic("Acne", specialty=make_specialty("dermatology"))
    with django_assert_num_queries(3):
        page = page_of(visitor, "/faq/")
    assert in_order(
        page, '<h2 id="dermatology">', ">Acne<", '<h2 id="pediatrics">', ">Fever<", ">wheezing<"
    )


def test_one_letter_shows_its_topics_alone(visitor, db):
    make_topic("Fever")
    make_topic("eczema")
    page = page_of(visitor, "/faq/?letter=E")
    assert ">eczema<" in page
    assert ">Fever<" not in page


def test_one_specialty_shows_its_topics_alone(visitor, db):
    make_topic("Fever")
    make_topic("Acne", specialty=make_specialty("dermatology"))
    page = page_of(visitor, "/faq/?specialty=dermatology")
    assert ">Acne<" in page
    assert ">Fever<" not in page


def test_chinese_names_stand_under_their_own_heading_on_chinese_pages(visitor, db):
    make_topic("Fever", name_zh_hant="發燒")
    assert "發燒" in page_of(visitor, "/zh-hant/faq/?letter=other")
    assert visitor.get("/zh-hant/faq/?letter=F").status_code == 404
    assert ">Fever<" in page_of(visitor, "/faq/?letter=F")


def test_long_list_shows_what_is_asked_most_and_all_by_letter(
    visitor, many_topics, django_assert_num_queries
):
    with django_assert_num_queries(3):
        page = page_of(visitor, "/faq/")
    assert page.count("/faq/t-") == 18, "nine of each specialty"
    assert "/faq/t-309/" in page
    assert "/faq/t-0/" not in page
    assert page_of(visitor, "/faq/?letter=A").count("/faq/t-") == 62
    assert page_of(visitor, "/faq/?letter=A&specialty=genetics").count("/faq/t-") == 31
    assert page_of(visitor, "/faq/?specialty=genetics").count("/faq/t-") == 155


def test_no_topics_yet_is_said(visitor, db):
    assert "There are no topics yet." in page_of(visitor, "/faq/")


def test_topic_shows_overview_pinned_and_then_the_newest(visitor, db, django_assert_num_queries):
    old, new = make_question(title="Old one"), make_question(title="New one")
    pinned = make_question(title="Pinned one", published_at=old.asked_at)
    topic = make_topic(
        "Fever",
        overview="**Common** and short.",
        tags=["fever"],
        pinned=[pinned],
        questions=[old, new, pinned],
    )
    make_topic("Antipyretics", tags=["fever"])
    with django_assert_num_queries(5):
        page = page_of(visitor, topic.get_absolute_url())
    assert "<strong>Common</strong> and short." in page
    assert in_order(
        page, "<h1>Fever</h1>", "Start here", "Pinned one", "New one", "Old one", "Antipyretics"
    )
    assert page.count("Pinned one") == 1


@pytest.mark.parametrize("status", HIDDEN)
def test_topic_shows_published_questions_only(visitor, db, status):
    hidden = make_question(title="Secret marker", status=status)
    topic = make_topic(pinned=[hidden], questions=[hidden], overview=f"See #{hidden.pk}.")
    page = page_of(visitor, topic.get_absolute_url())
    assert "Secret marker" not in page
    assert f"See #{hidden.pk}." in page


def test_number_in_an_overview_links_for_as_long_as_the_question_is_published(
    visitor, moderator, db
):
    question = make_question(title="Linked one")
    topic = make_topic(overview=f"See #{question.pk}.")
    assert "Linked one" in page_of(visitor, topic.get_absolute_url())
    retract_question(question=question, by=moderator, reason="It was not safe.")
    assert "Linked one" not in page_of(visitor, topic.get_absolute_url())


def test_topic_pages_by_key(visitor, db):
    questions = [make_question(title=f"Question no. {number}") for number in range(25)]
    pinned = make_question(title="Pinned one")
    topic = make_topic(questions=questions, pinned=[pinned])
    first = visitor.get(topic.get_absolute_url())
    page = first.context["page"]
    second = page_of(visitor, f"{topic.get_absolute_url()}?before={page.next_cursor}")
    shown = [row.pk for row in page.rows]
    assert len(shown) == 20
    for question in questions:
        assert (f'data-number="{question.pk}"' in second) == (question.pk not in shown)
    assert "Pinned one" not in second
    assert visitor.get(f"{topic.get_absolute_url()}?before=nonsense").status_code == 404


def test_overview_ends_as_safe_text(visitor, db):
    topic = make_topic(
        overview='<script>alert(1)</script><b onclick="x">bold</b> [x](javascript:x)'
    )
    page = page_of(visitor, topic.get_absolute_url())
    assert "alert(1)" not in page
    assert "onclick" not in page
    assert 'href="javascript' not in page


def test_chinese_overview_is_marked_on_an_english_page(visitor, db):
    topic = make_topic(overview="發燒是常見的症狀。")
    assert '<div class="prose" lang="zh-hant">' in page_of(visitor, topic.get_absolute_url())
    assert 'lang="zh-hant">發燒' not in page_of(visitor, "/zh-hant" + topic.get_absolute_url())


def test_topic_with_a_chinese_address_is_found(visitor, db):
    assert "腸病毒" in page_of(visitor, make_topic("腸病毒").get_absolute_url())
