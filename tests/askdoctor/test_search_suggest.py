"""What is suggested while someone types."""

from urllib.parse import urlencode

import pytest
from django.utils import timezone

from askdoctor.worker import refresh_all_due
from questions.actions import retract_question
from questions.models import Question, Tag
from questions.search_suggestions import tags_begun, titles_begun
from tests.factories import make_question, make_topic

pytestmark = pytest.mark.django_db


def suggest(visitor, q, prefix=""):
    response = visitor.get(f"{prefix}/search/suggest/?{urlencode({'q': q})}")
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    return response.content.decode()


def test_topics_tags_and_titles_are_suggested_each_with_its_address(visitor):
    question = make_question(title="Fever after a vaccination", tags=["fever"])
    topic = make_topic("Fever in children")
    refresh_all_due()
    page = suggest(visitor, "fev")
    for address in (question.get_absolute_url(), "/tags/fever/", topic.get_absolute_url()):
        assert f'data-href="{address}"' in page
    assert 'data-status="3 suggestions"' in page
    assert suggest(visitor, "xyz").strip() == ""


def test_what_hides_in_the_words_is_left_out(visitor):
    make_question(title="Fever after a vaccination", tags=["fever"])
    refresh_all_due()
    assert suggest(visitor, " f\u202ee\u200bv\x9b") == suggest(visitor, "fev")
    assert "Fever after" in suggest(visitor, "fev")


def test_suggestions_are_kept_for_a_minute_by_whoever_likes(visitor):
    response = visitor.get("/search/suggest/?q=fever")
    assert response.headers["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize(
    ("typed", "is_begun"),
    [
        ("vac", True),
        ("vaccinat", True),
        ("VACCINATION fev", True),
        ("fever after vac", True),
        ("is it fev", True),
        ("accination", False),
        ("vaccinated", False),
        ("va", False),
        ("fever after", True),
        ("fever rash", False),
    ],
)
def test_a_title_is_found_by_the_beginning_of_the_last_word(typed, is_begun):
    question = make_question(title="Is it fever, after a vaccination?")
    refresh_all_due()
    assert titles_begun(typed, limit=5) == [question] * is_begun


def test_a_title_is_found_before_the_worker_has_learned_its_words():
    question = make_question(title="Zanthoxylum")
    assert titles_begun("zanth", limit=5) == [question]


@pytest.mark.parametrize("typed", ["血小板", "小板", "血小板減", "血小板减"])
def test_chinese_is_found_at_any_place(typed):
    question = make_question(title="孩子血小板減少", tags=["血小板減少症"])
    Tag.objects.update(published_count=1)
    assert titles_begun(typed, limit=5) == [question]
    assert [tag.name for tag in tags_begun(typed, limit=5)] == ["血小板減少症"]


def test_a_tag_is_found_by_its_other_names_and_only_with_answers():
    tag = Tag.objects.create(name="paracetamol", slug="paracetamol", published_count=2)
    tag.synonyms.create(name="acetaminophen", slug="acetaminophen")
    Tag.objects.create(name="paralysis", slug="paralysis")
    assert tags_begun("para", limit=5) == tags_begun("aceta", limit=5) == [tag]


@pytest.mark.parametrize("status", [s for s in Question.Status if s != "published"])
def test_nothing_of_an_unpublished_question_is_suggested(visitor, status):
    make_question(title="Zanthoxylum", tags=["xylocarp"], status=status)
    refresh_all_due()
    for typed in ("zanth", "Zanthoxylum", "xylo"):
        assert suggest(visitor, typed).strip() == ""


def test_what_is_taken_off_the_site_is_suggested_no_more_at_once(visitor, moderator):
    question = make_question(title="Zanthoxylum")
    refresh_all_due()
    assert "Zanthoxylum" in suggest(visitor, "zanth")
    retract_question(question=question, by=moderator, reason="It was not safe.")
    assert suggest(visitor, "zanth").strip() == ""


def test_a_document_that_stayed_behind_suggests_nothing(visitor):
    stayed = make_question(title="Zanthoxylum", published_at=timezone.now())
    make_question(title="Another answer, without which nothing would be looked for")
    Question.objects.get(pk=stayed.pk).retract(by=None, reason="Wrong.")
    assert suggest(visitor, "zanth").strip() == ""


def test_what_stands_in_a_title_is_shown_as_text(visitor):
    make_question(title="<script>alert(1)</script> fever")
    assert "<script>" not in suggest(visitor, "fever")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "'",
        '"',
        "\\",
        "a" * 10_000,
        "血" * 10_000,
        "& | ! :*",
        "-",
        "%",
        "\ufdd0",
        "١٢",
        "e\u0301",
    ],
)
def test_whatever_is_typed_is_answered(visitor, typed):
    make_question(title="Fever")
    suggest(visitor, typed)
    suggest(visitor, typed, "/zh-hant")


def test_suggestions_take_few_queries(visitor, django_assert_max_num_queries):
    for number in range(8):
        make_question(title=f"Fever {number}", tags=["fever", f"fever {number}"])
    make_topic("Fever")
    refresh_all_due()
    suggest(visitor, "fever")
    with django_assert_max_num_queries(9):
        suggest(visitor, "fev")
