"""What is typed of a second reply and of a correction: kept as it is typed, and never replaced unseen."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from questions import actions
from questions.models import Correction, Question, Reply, StaleDraft
from tests.factories import make_question, make_specialty
from tests.questions.at_desk import address
from tests.questions.test_drafts import typed
from tests.questions.test_later import correct, reply_of, signed_in
from tests.questions.test_later_with_sources import NEW, OLD, line, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(doctor):
    """A public question that another doctor has replied to."""
    return make_question(doctor=doctor, reply="Wait.", tags=["fever"], summary="Of waiting.")


@pytest.fixture
def second_desk(other_doctor):
    return signed_in(other_doctor)


def second(version: int = 0, **fields) -> dict[str, object]:
    return typed(version, is_second="1", **fields)


def form_of(browser, name: str, *args) -> dict[str, object]:
    """What the form on a page sends as it stands."""
    form = browser.get(reverse(name, args=args), follow=True).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items()}


# A second reply


def test_second_reply_is_kept_while_it_is_typed_and_touches_nothing_else(answered, second_desk):
    page, before = second_desk.get(answered.get_absolute_url()).text, answered.history.count()
    stray = {"summary": "Other", "other_tags": "egg", "specialty": make_specialty().pk}
    answer = second_desk.post(address("draft", answered), second(text="Half a th", **stray))
    assert answer.json()["version"] == 1
    assert second_desk.post(address("save", answered), second(1, text="Half.", **stray)).url
    fresh = Question.objects.get(pk=answered.pk)
    assert (fresh.summary, list(fresh.tags.names())) == ("Of waiting.", ["fever"])
    assert (fresh.status, fresh.lease_until, fresh.history.count()) == ("published", None, before)
    assert second_desk.get(answered.get_absolute_url()).text == page
    form = form_of(second_desk, "desk_question", answered.pk)
    assert (form["text"], form["draft_version"], form["is_second"]) == ("Half.", 2, True)
    assert "summary" not in form


def test_field_that_no_form_has_is_not_kept(answered, second_desk):
    stray = {"sources-INITIAL_FOR\0MS": "1", "sources-0-title": "A guideline", "stray": "x"}
    assert second_desk.post(address("draft", answered), second(text="Half.", **stray)).json()
    kept = answered.replies.get(status="draft").typed
    assert kept["sources-0-title"] == ["A guideline"]
    assert not stray.keys() - {"sources-0-title"} & kept.keys()


@pytest.mark.parametrize("button", ["save", "preview", "publish", "keep"])
def test_second_tab_of_a_second_reply_replaces_nothing(answered, second_desk, button):
    second_desk.post(address("draft", answered), second(text="Long work."))
    response = second_desk.post(address(button, answered), second(text="Short."))
    assert response.status_code == 409
    assert '<div class="as-typed" data-other="text">Long work.</div>' in response.text
    assert "Short.</textarea>" in response.text
    assert answered.replies.get(status="draft").text == "Long work."


def test_first_reply_that_came_too_late_is_no_second_one_before_it_is_pressed_again(
    answered, second_desk, other_doctor
):
    for button in ("publish", "save", "keep", "draft"):
        response = second_desk.post(address(button, answered), typed(text="Mine."))
        assert response.status_code == 403
        assert "reply is public by now" in response.content.decode().replace("&#x27;", "'")
    assert answered.replies.count() == 1
    response = second_desk.post(address("publish", answered), typed(text="Mine."))
    assert "Mine.</textarea>" in response.text
    assert "Wait." in response.text
    assert 'name="is_second" value="1"' in response.text
    sent = second_desk.post(address("publish", answered), second(text="Mine."))
    assert sent.status_code == 302
    assert answered.replies.get(doctor=other_doctor).place == 2


def test_preview_and_live_preview_of_a_second_reply_store_nothing_public(answered, second_desk):
    live = second_desk.post(address("live", answered), second(text="I *too* would."))
    assert "I <em>too</em> would." in live.text
    page = second_desk.post(address("preview", answered), second(text="I *too*."), follow=True)
    assert page.text.index("<p>Wait.</p>") < page.text.index("I <em>too</em>.")
    assert answered.replies.get(status="draft").text == "I *too*."


def test_doctor_has_one_second_reply_and_none_below_their_own(answered, doctor, other_doctor):
    for by, words in ((doctor, "public already"), (other_doctor, "waits for a second reader")):
        fields = {"question": answered, "by": by, "text": "Give 5 ml.", "explanation": ""}
        if by == other_doctor:
            assert actions.publish_reply(is_second=True, **fields).status == "in_review"
            page = signed_in(by).get(address("question", answered)).text
            assert "A second doctor reads the reply" in page
            assert 'id="reply"' not in page
        with pytest.raises(PermissionDenied, match=words):
            actions.save_draft(is_second=True, typed={}, **fields)


def test_second_reply_below_what_was_taken_back_is_refused_with_the_text(
    answered, second_desk, moderator
):
    second_desk.post(address("draft", answered), second(text="Begun."))
    actions.retract_question(question=answered, by=moderator, reason="It was not safe.")
    response = second_desk.post(address("publish", answered), second(1, text="More."))
    assert response.status_code == 403
    assert "More.</textarea>" in response.text
    assert answered.replies.get(status="draft").text == "Begun."


def test_what_was_said_behind_the_scenes_is_not_shown_beside_a_public_answer(
    answered, doctor, second_desk
):
    answered.desk_notes.create(kind="moderators", doctor=doctor, text="Between us.")
    assert "Between us." not in second_desk.get(address("question", answered)).text
    assert "Between us." not in second_desk.post(address("return", answered), {"note": "x"}).text


# A correction


def kept(browser, reply, version: int | None = None, **fields):
    """What draft.js sends of a correction."""
    shown = form_of(browser, "desk_correct", reply.pk)
    shown |= {"draft_key": "k"} | ({} if version is None else {"draft_version": version})
    return browser.post(reverse("desk_correction", args=[reply.pk]), shown | fields)


@pytest.fixture
def standing(doctor):
    return reply_of(doctor, reply="Warm the skin.")


@pytest.fixture
def desk(doctor):
    return signed_in(doctor)


def test_correction_is_kept_while_it_is_typed_and_readers_see_nothing_of_it(
    desk, visitor, standing
):
    page, history = visitor.get(standing.question.get_absolute_url()).text, standing.history.count()
    fields = rows({**NEW, "url": "half a li"}) | {"text": "Cool\r\nthe sk", "what": "The re"}
    assert kept(desk, standing, **fields).json()["version"] == 1
    assert visitor.get(standing.question.get_absolute_url()).text == page
    assert standing.history.count() == history
    response = desk.get(reverse("desk_correct", args=[standing.pk]))
    assert "Readers do not see it yet." in response.text
    form = response.context["form"]
    assert form["text"].value() == "Cool\nthe sk"
    assert form["what"].value() == "The re"
    assert form.sources[0]["url"].value() == "half a li"


def test_published_correction_leaves_nothing_half_typed(desk, doctor, standing):
    kept(desk, standing, text="Cool the", what="The reply.", why="New fa")
    shown = form_of(desk, "desk_correct", standing.pk) | {"text": "Cool the skin.", "why": "Facts."}
    assert desk.post(reverse("desk_correct", args=[standing.pk]), shown).status_code == 302
    standing.refresh_from_db()
    assert (standing.text, standing.typed) == ("Cool the skin.", {})
    # The same once more, as from a page that was still open, is no second correction.
    assert desk.post(reverse("desk_correct", args=[standing.pk]), shown).status_code == 200
    assert Correction.objects.count() == 1


def test_stale_typing_of_a_correction_is_refused_with_what_is_kept(desk, standing):
    kept(desk, standing, text="First tab.", draft_key="first")
    answer = kept(desk, standing, version=0, text="Second tab.")
    assert answer.status_code == 409
    expected = {"text": "First tab.", "version": 1, "key": "first"}
    assert answer.json() | expected == answer.json()
    assert form_of(desk, "desk_correct", standing.pk)["text"] == "First tab."


def test_typing_over_a_correction_that_was_published_meanwhile_shows_what_is_public(
    desk, doctor, standing
):
    correct(doctor, standing, text="Cool the skin.")
    answer = kept(desk, standing, version=0, text="Wait a day.")
    assert (answer.status_code, answer.json()["text"]) == (409, "Cool the skin.")


def test_publishing_over_what_another_tab_has_kept_shows_both_and_stores_nothing(
    desk, doctor, standing
):
    kept(desk, standing, text="First tab.")
    response = correct(doctor, standing, text="Second tab.", draft_version=0)
    assert response.status_code == 409
    assert '<div class="as-typed" data-other="text">First tab.</div>' in response.text
    assert '<div class="as-typed" data-mine="text">Second tab.</div>' in response.text
    assert "Second tab.</textarea>" in response.text
    assert not Correction.objects.exists()
    seen = response.context["form"]["draft_version"].value()
    assert correct(doctor, standing, text="Second tab.", draft_version=seen).status_code == 302


def test_page_of_the_same_text_kept_once_more_is_no_conflict(desk, doctor, standing):
    typed = {"text": "Cool it.", "what": "All.", "why": "Wrong."}
    kept(desk, standing, **typed)
    shown = form_of(desk, "desk_correct", standing.pk)
    # As the page that compares does when it is left: nothing new, so the version stays.
    assert kept(desk, standing, **typed, draft_key="left").json()["version"] == 1
    # And where it did rise, the text of an older page is the one that is kept.
    Reply.objects.filter(pk=standing.pk).update(version=7)
    assert desk.post(reverse("desk_correct", args=[standing.pk]), shown).status_code == 302
    assert Correction.objects.get().what == "All."


def test_correction_begun_before_a_moderators_edit_is_shown_the_edit_first(
    desk, doctor, moderator, standing
):
    kept(desk, standing, text="Cool the skin.", what="All.", why="Wrong.")
    standing.text = "Edited."
    actions.edit_reply(reply=standing, by=moderator, changed=["text"])
    shown = form_of(desk, "desk_correct", standing.pk)
    assert shown["text"] == "Cool the skin."
    response = desk.post(reverse("desk_correct", args=[standing.pk]), shown)
    assert "It is now: “Edited.”" in response.text
    assert "Cool the skin.</textarea>" in response.text
    standing.refresh_from_db()
    assert standing.text == "Edited."


def test_sources_kept_of_a_correction_are_not_public_until_it_is(desk, visitor, doctor, standing):
    actions.set_sources(standing, [OLD])
    kept(desk, standing, **rows(NEW, seen=line(OLD)))
    assert standing.source_rows() == [OLD]
    assert desk.get(reverse("desk_correct", args=[standing.pk])).context["form"].sources[0]


def test_correction_of_what_is_public_no_more_is_refused_with_the_text(
    desk, doctor, moderator, standing
):
    shown = form_of(desk, "desk_correct", standing.pk) | {"text": "Cool.", "draft_key": "k"}
    shown |= {"what": "All.", "why": "Wrong."}
    actions.retract_question(question=standing.question, by=moderator, reason="Not safe.")
    told = desk.post(reverse("desk_correction", args=[standing.pk]), shown)
    assert (told.status_code, told.json()["sentence"]) == (403, "This is no public reply of yours.")
    response = desk.post(reverse("desk_correct", args=[standing.pk]), shown)
    assert response.status_code == 403
    assert "Cool.</textarea>" in response.text
    assert Reply.objects.get(pk=standing.pk).text == "Warm the skin."


@pytest.mark.parametrize("fields", [{"draft_version": -1}, {"text": "x" * 200_001}])
def test_bad_typing_of_a_correction_is_refused_with_a_sentence(desk, standing, fields):
    answer = kept(desk, standing, **fields)
    assert (answer.status_code, bool(answer.json()["sentence"])) == (400, True)
    standing.refresh_from_db()
    assert standing.typed == {}


def test_stale_correction_is_refused_under_the_lock_too(doctor, standing):
    with pytest.raises(StaleDraft):
        fields = {"text": "New.", "explanation": "", "what": "All.", "why": "Wrong."}
        actions.correct_reply(reply=standing, by=doctor, version=standing.version + 1, **fields)


@pytest.mark.parametrize("name", ["desk_correct", "desk_compare", "desk_correction"])
def test_correction_comes_back_to_who_was_signed_out(client, standing, name):
    typed_fields = {"text": "Half an hour.", "what": "The amount.", "why": "New facts."}
    response = client.post(reverse(name, args=[standing.pk]), typed_fields)
    if name == "desk_correction":  # read by the script, which keeps the text and says so
        assert response.status_code == 401
        return
    assert response.status_code == 403
    for words in typed_fields.values():
        assert f"{words}</textarea>" in response.text
    assert f'href="/desk/replies/{standing.pk}/correct/"' in response.text
