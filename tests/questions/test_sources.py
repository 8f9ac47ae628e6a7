"""Sources: rows below an explanation."""

import json

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from questions.actions import set_sources
from questions.models import Question, Reply, Source
from tests.factories import make_question, make_specialty
from tests.questions.at_desk import address

pytestmark = pytest.mark.django_db
LEAFLET = {"title": "A leaflet", "url": "https://example.org/leaflet", "year": 2024}


def written(*rows, **fields) -> dict[str, object]:
    counts = {"sources-TOTAL_FORMS": len(rows), "sources-INITIAL_FORMS": 0}
    named = {
        f"sources-{place}-{name}": value
        for place, row in enumerate(rows)
        for name, value in row.items()
    }
    return {"text": "Cool it.", "specialty": make_specialty().pk} | counts | named | fields


def test_sources_stand_below_the_explanation_for_readers(desk, question):
    rows = [LEAFLET, {"title": "", "url": "", "year": ""}, {"title": "B & co", "url": "b.example"}]
    desk.post(address("publish", question), written(*rows))
    page = desk.get(Question.objects.get().get_absolute_url()).text
    link = '<a href="https://example.org/leaflet" rel="nofollow ugc noopener">A leaflet</a> (2024)'
    assert link in page
    assert '<a href="https://b.example" rel="nofollow ugc noopener">B &amp; co</a></li>' in page


def test_preview_shows_the_sources(desk, question):
    page = desk.post(address("preview", question), written(LEAFLET), follow=True).text
    assert "A leaflet</a> (2024)" in page


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"url": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"url": "ftp://example.org/x"}, "Enter a valid URL."),
        ({"url": "https://exa mple.org"}, "Enter a valid URL."),
        ({"url": ""}, "Give this source its link."),
        ({"title": " "}, "Give this source a title."),
        ({"title": "x" * 301}, "300 characters"),
        ({"title": "a\0b"}, "cannot be read have been taken out"),
        ({"url": "https://example.org/" + "x" * 500}, "500 characters"),
        ({"year": "1799"}, "The year is between 1800 and"),
        ({"year": str(timezone.localdate().year + 2)}, "The year is between 1800 and"),
        ({"year": "last"}, "Enter a whole number."),
    ],
)
def test_wrong_row_is_explained_and_stays(desk, question, row, words):
    response = desk.post(address("publish", question), written(LEAFLET | row))
    assert words in response.text
    assert "Something is not right in the sources." in response.text
    assert "Cool it.</textarea>" in response.text
    assert not Reply.objects.published().exists()


def test_more_rows_than_there_may_be_are_refused(desk, question):
    response = desk.post(address("save", question), written(*[LEAFLET] * 21))
    assert "Something is not right in the sources." in response.text
    assert not Source.objects.exists()


def test_another_row_keeps_what_was_typed_right_or_wrong(desk, question):
    typed = written({"title": "Half a", "url": "htt", "year": "20"}, draft_version=0, draft_key="k")
    response = desk.post(address("keep", question) + "?to=sources", typed)
    assert response.url == address("question", question) + "#sources"
    page = desk.get(response.url)
    rows = [form.initial for form in page.context["form"].sources]
    assert rows == [{"title": "Half a", "url": "htt", "year": "20"}, {}]
    assert "Cool it.</textarea>" in page.text


def test_stale_sources_are_refused_though_the_text_is_the_same(desk, question):
    desk.post(address("save", question), written(LEAFLET, draft_version=0))
    assert desk.post(address("save", question), written(draft_version=0)).status_code == 409
    assert Source.objects.count() == 1


def test_form_without_rows_leaves_the_sources(desk, question):
    desk.post(address("save", question), written(LEAFLET))
    desk.post(address("save", question), {"text": "Other.", "specialty": make_specialty().pk})
    assert Source.objects.count() == 1


@pytest.mark.parametrize(
    "wrong", [{"title": ""}, {"url": "javascript:1"}, {"url": "https://a b"}, {"year": 1}]
)
def test_database_refuses_a_wrong_source(wrong):
    reply = make_question().replies.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.create(**LEAFLET | {"reply": reply, "place": 0} | wrong)


def test_database_refuses_two_sources_in_one_place():
    reply = make_question().replies.get()
    set_sources(reply, [LEAFLET])
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.create(reply=reply, place=0, **LEAFLET)


def test_exported_sources_come_back(tmp_path):
    question = make_question()
    set_sources(question.replies.get(), [LEAFLET, LEAFLET | {"year": None}])
    path = tmp_path / "site.jsonl"
    call_command("export_content", output=path)
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    said = lines[-1]["replies"][0]["sources"]
    assert said == [LEAFLET, {"title": LEAFLET["title"], "url": LEAFLET["url"]}]
    Source.objects.all().delete()
    lines[-1]["id"] += 1_000
    path.write_text("\n".join(map(json.dumps, lines)))
    call_command("import_content", str(path))
    kept = Source.objects.filter(reply__question=lines[-1]["id"])
    assert list(kept.values_list("title", "year")) == [("A leaflet", 2024), ("A leaflet", None)]
