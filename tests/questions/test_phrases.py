"""Saved phrases of a doctor's own."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from questions.models import Phrase
from tests.factories import make_question

pytestmark = pytest.mark.django_db
FEVER = {"title": "Fever", "text": "Come at once when a baby under 3 months has fever."}


def test_phrase_is_written_changed_and_deleted(desk, doctor):
    assert desk.post(reverse("phrases"), FEVER).url == reverse("phrases")
    phrase = Phrase.objects.get()
    assert phrase.doctor == doctor
    assert FEVER["text"] in desk.get(reverse("phrases")).text
    desk.post(reverse("phrase", args=[phrase.pk]), FEVER | {"text": "Changed."})
    phrase.refresh_from_db()
    assert phrase.text == "Changed."
    desk.post(reverse("phrase_delete", args=[phrase.pk]))
    assert not Phrase.objects.exists()


def test_a_phrase_changed_in_another_tab_is_not_written_over(desk, doctor):
    phrase = Phrase.objects.create(doctor=doctor, **FEVER)
    address = reverse("phrase", args=[phrase.pk])
    version = desk.get(address).context["form"]["version"].value()
    desk.post(address, FEVER | {"text": "Of the first tab.", "version": version})
    page = desk.post(address, FEVER | {"title": "Of the second", "version": version})
    assert "This was changed while you wrote." in page.text
    assert "Of the first tab." in page.text
    phrase.refresh_from_db()
    assert (phrase.title, phrase.text) == ("Fever", "Of the first tab.")
    again = FEVER | {"title": "Of the second", "version": page.context["form"]["version"].value()}
    assert desk.post(address, again).status_code == 302


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": " "}, "This field is required."),
        ({"text": ""}, "This field is required."),
        ({"title": "x" * 81}, "80 characters"),
        ({"text": "x" * 5_001}, "5000 characters"),
        ({"title": "a\0"}, "cannot be read have been taken out"),
        ({"title": " Old "}, "You have a phrase of this title already."),
    ],
)
def test_wrong_phrase_is_explained_and_kept(desk, doctor, fields, words):
    Phrase.objects.create(doctor=doctor, title="Old", text="Old text.")
    page = desk.post(reverse("phrases"), FEVER | fields)
    assert words in page.text
    assert "text" in fields or FEVER["text"] in page.text
    assert Phrase.objects.count() == 1


def test_at_most_a_hundred_phrases(desk, doctor):
    rows = [Phrase(doctor=doctor, title=f"P {number}", text="x") for number in range(100)]
    Phrase.objects.bulk_create(rows)
    assert "At most 100 phrases" in desk.post(reverse("phrases"), FEVER).text


def test_nobody_sees_or_uses_the_phrases_of_another(desk, doctor, other_doctor):
    theirs = Phrase.objects.create(doctor=other_doctor, **FEVER)
    question = make_question(status="claimed", doctor=doctor)
    address = reverse("desk_phrase", args=[question.pk])
    typed = {"text": "Mine.", "draft_version": 0, "draft_key": "k", "into": "text"}
    desk.post(address, typed | {"phrase": theirs.pk})
    assert question.replies.get().text == "Mine."
    assert FEVER["title"] not in desk.get(reverse("desk_question", args=[question.pk])).text
    assert desk.get(reverse("phrase", args=[theirs.pk])).status_code == 404
    changed = {"title": "Mine", "text": "Mine."}
    assert desk.post(reverse("phrase", args=[theirs.pk]), changed).status_code == 404
    assert desk.post(reverse("phrase_delete", args=[theirs.pk])).status_code == 404
    assert Phrase.objects.get().text == FEVER["text"]


@pytest.mark.parametrize("field", ["text", "explanation"])
def test_button_puts_a_phrase_behind_what_was_typed(desk, doctor, field):
    phrase = Phrase.objects.create(doctor=doctor, **FEVER)
    question = make_question(status="claimed", doctor=doctor)
    typed = {field: "Typed.", "draft_version": 0, "draft_key": "k", "other_tags": "eg"}
    address = reverse("desk_phrase", args=[question.pk])
    page = desk.post(address, typed | {"phrase": phrase.pk, "into": field}, follow=True)
    assert page.context["form"][field].value() == f"Typed.\n\n{FEVER['text']}"
    assert page.context["form"]["other_tags"].value() == "eg"


@pytest.mark.parametrize(
    "wrong", [{"phrase": "x"}, {"phrase": str(2**70)}, {"phrase": "9"}, {"into": "status"}]
)
def test_nonsense_puts_nothing_and_keeps_the_text(desk, doctor, wrong):
    question = make_question(status="claimed", doctor=doctor)
    typed = {"text": "Typed.", "draft_version": 0, "draft_key": "k", "into": "text"}
    response = desk.post(reverse("desk_phrase", args=[question.pk]), typed | wrong)
    assert response.status_code == 302
    assert question.replies.get().text == "Typed."


def test_database_keeps_phrases_whole_and_titles_apart(doctor):
    Phrase.objects.create(doctor=doctor, **FEVER)
    for wrong in (FEVER, FEVER | {"title": ""}, {"title": "B", "text": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Phrase.objects.create(doctor=doctor, **wrong)


@pytest.mark.parametrize("query", ["to=//example.org", "next=https://example.org/", "to=%0d%0ax"])
def test_button_leads_back_to_its_page_whatever_its_address_says(desk, doctor, query):
    question = make_question(status="claimed", doctor=doctor)
    typed = {"text": "Typed.", "draft_version": 0, "draft_key": "k"}
    answer = desk.post(f"{reverse('desk_keep', args=[question.pk])}?{query}", typed)
    page = reverse("desk_question", args=[question.pk])
    assert answer.status_code == 302
    assert answer.url.partition("#")[0] == page and "\n" not in answer.url
