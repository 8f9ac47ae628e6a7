"""Sources, files, leases and pointed questions in the later life of a reply."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from questions import actions
from questions.models import DeskNote, Letter, Question
from tests.factories import make_attachment, make_question
from tests.questions.test_later import asked_by_mail, correct, reply_of, second, signed_in, write

pytestmark = pytest.mark.django_db

OLD = {"title": "An old guideline", "url": "https://example.org/old", "year": 2001}
NEW = {"title": "A new guideline", "url": "https://example.org/new", "year": 2024}


def rows(*sources: dict, seen: str = "") -> dict[str, object]:
    """What a page with these rows of sources sends."""
    typed = {f"sources-{n}-{name}": row[name] for n, row in enumerate(sources) for name in row}
    counts = {"sources-TOTAL_FORMS": len(sources), "sources-INITIAL_FORMS": 0}
    return {**typed, **counts, "sources_seen": seen}


def line(source: dict) -> str:
    return "{title} {url} {year}".format(**source)


def status_of(response) -> int:
    assert b"".join(response.streaming_content)  # to its end, which closes the file
    return response.status_code


@pytest.fixture
def standing(doctor):
    reply = reply_of(doctor, reply="Warm the skin.", contact=asked_by_mail())
    actions.set_sources(reply, [OLD])
    return reply


def test_correction_of_the_sources_alone_is_public_and_in_the_history(visitor, doctor, standing):
    typed = rows(NEW, seen=line(OLD)) | {"text": "Warm the skin."}
    assert correct(doctor, standing, **typed).status_code == 302
    page = visitor.get(standing.question.get_absolute_url()).text
    assert NEW["url"] in page
    assert OLD["url"] not in page
    reason = standing.history.latest().history_change_reason
    assert OLD["url"] in reason.split("->")[0]
    assert NEW["url"] in reason.split("->")[1]


def test_correction_without_rows_leaves_the_sources(doctor, standing):
    assert correct(doctor, standing).status_code == 302
    assert standing.source_rows() == [OLD]


def test_correction_with_a_wrong_row_says_so_and_stores_nothing(doctor, standing):
    page = correct(doctor, standing, **rows({**NEW, "url": "no link"}, seen=line(OLD)))
    assert "Something is not right in the sources." in page.text
    standing.refresh_from_db()
    assert (standing.text, standing.source_rows()) == ("Warm the skin.", [OLD])


def test_sources_that_were_changed_in_another_tab_are_shown_first(doctor, standing):
    actions.set_sources(standing, [NEW])
    mine = {**OLD, "title": "Mine"}
    page = correct(doctor, standing, **rows(mine, seen=line(OLD)))
    assert line(NEW) in page.text
    assert standing.source_rows() == [NEW]
    seen = page.context["form"].data["sources_seen"]
    assert correct(doctor, standing, **rows(mine, seen=seen)).status_code == 302
    assert standing.source_rows() == [mine]


def test_old_and_new_sources_are_compared(doctor, standing):
    path = reverse("desk_compare", args=[standing.pk])
    typed = {"text": standing.text, "explanation": ""} | rows(NEW, seen=line(OLD))
    page = signed_in(doctor).post(path, typed)
    assert page.context["compared"]
    assert standing.source_rows() == [OLD]


def test_correction_settles_what_a_moderator_sent_back(doctor, moderator, standing):
    question = standing.question
    actions.return_to_doctor(question=question, by=moderator, doctor=doctor, note="Look again.")
    assert f"/desk/questions/{question.pk}/second/" in signed_in(doctor).get("/desk/").text
    correct(doctor, standing)
    assert not DeskNote.objects.returned_to(doctor).exists()


def test_second_reply_has_sources_and_a_place_of_its_own(visitor, doctor, other_doctor):
    question = make_question(doctor=doctor)
    browser = signed_in(other_doctor)
    form = browser.get(reverse("desk_second", args=[question.pk]), follow=True).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields} | rows(NEW)
    path = reverse("desk_publish", args=[question.pk])
    assert browser.post(path, typed | {"text": "I would wait."}).status_code == 302
    assert sorted(question.replies.values_list("place", flat=True)) == [1, 2]
    assert NEW["url"] in visitor.get(question.get_absolute_url()).text


def test_draft_that_came_too_late_can_become_a_second_reply(doctor, other_doctor):
    question = make_question(status="open")
    actions.claim_question(question=question, by=other_doctor)
    typed = {"text": "Mine.", "explanation": "", "summary": "", "tags": []}
    actions.save_draft(question=question, by=other_doctor, **typed)
    actions.release_question(question=question, by=other_doctor)
    actions.claim_question(question=question, by=doctor)
    actions.publish_reply(question=question, by=doctor, **typed)
    browser = signed_in(other_doctor)
    path = reverse("desk_second", args=[question.pk])
    assert path in browser.get("/desk/").text
    assert "Mine.</textarea>" in browser.get(path, follow=True).text


def test_second_reader_sees_sources_and_files_and_nobody_else_does(
    visitor, doctor, other_doctor, moderator
):
    question = make_question(status="open", contact=asked_by_mail())
    draft = actions.claim_question(question=question, by=doctor)
    file = make_attachment(draft, title="A leaflet")
    words = {"text": "Give 5 ml.", "explanation": "", "summary": "", "tags": []}
    reply = actions.publish_reply(question=question, by=doctor, sources=[NEW], **words)
    browser = signed_in(other_doctor)
    page = browser.get(reverse("desk_reading", args=[reply.pk])).text
    assert NEW["url"] in page
    assert file.get_absolute_url() in page
    assert status_of(browser.get(file.get_absolute_url())) == 200
    assert visitor.get(file.get_absolute_url()).status_code == 404
    with pytest.raises(ValidationError):
        actions.detach_file(draft=reply, key=file.key)
    with pytest.raises(ValidationError):
        actions.attach_file(draft=reply, data=b"%PDF-1.4", name="late.pdf")


def test_reply_sent_back_is_its_authors_for_a_day(doctor, other_doctor):
    now = timezone.now()
    reply = write(doctor)
    seen = actions.version_of(reply)
    actions.send_back_reply(reply=reply, by=other_doctor, note="Less.", seen=seen, now=now)
    question = Question.objects.get(pk=reply.question_id)
    assert question.is_held_by(doctor, now + timedelta(hours=23))
    later = now + timedelta(hours=25)
    actions.keep_time(now=later)
    actions.claim_question(question=question, by=other_doctor, now=later)
    assert question.is_held_by(other_doctor, later)


def test_file_of_a_retracted_answer_is_gone_from_who_had_it(visitor, doctor, moderator, standing):
    address = make_attachment(standing, title="A leaflet").get_absolute_url()
    first = visitor.get(address)
    assert status_of(first) == 200
    known = {"If-None-Match": first.headers["ETag"]}
    again = visitor.get(address, headers=known)
    assert again.status_code == 304
    assert "sandbox" in again["Content-Security-Policy"]  # a copy is kept with these headers
    question = standing.question
    actions.retract_question(question=question, by=moderator, reason="It was not safe.")
    assert visitor.get(address, headers=known).status_code == 410
    page = visitor.get(question.get_absolute_url())
    assert page.status_code == 410
    for words in (OLD["title"], OLD["url"], "A leaflet", address, question.title, "Warm the skin"):
        assert words not in page.text


def test_who_was_pointed_to_an_answer_hears_of_its_correction(doctor, standing):
    contact = {"submission": uuid.uuid4(), "email": "other@example.org"}
    question = make_question(status="claimed", doctor=doctor, contact=contact)
    target = standing.question
    actions.point_to_answer(question=question, by=doctor, target=target, note="See there.")
    correct(doctor, standing)
    letters = Letter.objects.filter(contact=question.pk)
    assert {one.kind: one.is_wanted for one in letters} == {"resolved": True, "corrected": True}


def test_second_reply_is_told_to_nobody_before_it_is_read(doctor, other_doctor):
    question = make_question(doctor=doctor, contact=asked_by_mail())
    second(other_doctor, question, text="Give 5 ml.")
    assert not Letter.objects.exists()
