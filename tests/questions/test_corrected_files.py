"""Files in the correction of a public reply: added, taken away, and seen by nobody before it is public."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from questions import actions
from questions.models import Attachment, Correction, CorrectionToRead, Reply
from tests.factories import make_attachment, make_doctor, make_question, make_specialty
from tests.questions.test_attachments import pdf, picture
from tests.questions.test_audit import as_if_earlier, end_of_transaction, reasons
from tests.questions.test_later import signed_in
from tests.questions.test_later_with_sources import status_of

pytestmark = pytest.mark.django_db
WHAT_AND_WHY = {"what": "The leaflet.", "why": "A new edition."}


@pytest.fixture
def standing(doctor) -> Reply:
    """A public reply without a dose."""
    return make_question(doctor=doctor, reply="Cool the skin.").replies.get()


@pytest.fixture
def old(standing) -> Attachment:
    return make_attachment(standing, title="Old leaflet")


@pytest.fixture
def author(doctor) -> Client:
    return signed_in(doctor)


def typed_in(form) -> dict[str, object]:
    return {field.name: "" if field.value() is None else field.value() for field in form}


def press(browser: Client, name: str, reply: Reply, **fields):
    """A button of the page of the correction, as it is now, with these fields changed."""
    shown = browser.get(reverse("desk_correct", args=[reply.pk])).context["form"]
    typed = typed_in(shown) | fields
    return browser.post(reverse(f"desk_{name}", args=[reply.pk]) + "?to=attachments", typed)


def add(browser: Client, reply: Reply, title="New leaflet", data: bytes | None = None, **fields):
    file = SimpleUploadedFile("Anna.pdf", data or pdf())
    return press(browser, "correction_attach", reply, file=file, file_title=title, **fields)


def take_away(browser: Client, reply: Reply, file: Attachment, **fields):
    return press(browser, "correction_detach", reply, attachment=file.key, **fields)


def publish(browser: Client, reply: Reply, **fields):
    return press(browser, "correct", reply, **WHAT_AND_WHY | fields)


def added() -> Attachment:
    return Attachment.objects.get(status="added")


def opened(browser: Client, file: Attachment) -> int:
    """The status with which somebody gets the file."""
    response = browser.get(file.get_absolute_url())
    return status_of(response) if response.streaming else response.status_code


def seen_by_readers(visitor, reply: Reply) -> str:
    return visitor.get(reply.question.get_absolute_url()).text


def page_of(browser: Client, reply: Reply) -> str:
    return browser.get(reverse("desk_correct", args=[reply.pk])).text


def ask_for_a_reader(reply: Reply) -> None:
    """In this specialty a second doctor reads everything."""
    specialty = reply.question.specialty
    specialty.needs_second_reader = True
    specialty.save()


# Seen by nobody before


def test_added_file_is_its_doctors_alone_until_the_correction_is_public(
    visitor, other_doctor, author, standing, old
):
    response = add(author, standing, text="Cool it.")
    assert response.url == reverse("desk_correct", args=[standing.pk]) + "#attachments"
    file, page = added(), page_of(author, standing)
    assert "Readers see it when you publish." in page
    assert "Cool it.</textarea>" in page
    assert opened(author, file) == 200
    for browser in (visitor, signed_in(other_doctor)):
        assert opened(browser, file) == 404
    assert file.get_absolute_url() not in seen_by_readers(visitor, standing)
    assert "Old leaflet" in seen_by_readers(visitor, standing)
    assert publish(author, standing).status_code == 302
    assert opened(visitor, file) == 200
    assert "New leaflet</a>" in seen_by_readers(visitor, standing)


def test_removed_file_stays_for_readers_until_the_correction_is_public_and_is_gone_then(
    visitor, author, standing, old, django_capture_on_commit_callbacks
):
    take_away(author, standing, old)
    assert "It is taken away when you publish." in page_of(author, standing)
    first = visitor.get(old.get_absolute_url())
    assert status_of(first) == 200
    known = {"If-None-Match": first.headers["ETag"]}
    assert "Old leaflet" in seen_by_readers(visitor, standing)
    with django_capture_on_commit_callbacks(execute=True):
        publish(author, standing)
        assert default_storage.exists(old.key)  # a transaction that ends badly loses no file
    assert visitor.get(old.get_absolute_url(), headers=known).status_code == 404
    assert opened(author, old) == 404
    assert "Old leaflet" not in seen_by_readers(visitor, standing)
    assert not default_storage.exists(old.key)


def test_file_that_was_to_go_can_be_left_there(visitor, author, standing, old):
    take_away(author, standing, old)
    for _press in range(2):
        press(author, "correction_leave", standing, attachment=old.key, text="Cool it.")
    assert "It is taken away" not in page_of(author, standing)
    assert "Cool it.</textarea>" in page_of(author, standing)
    publish(author, standing)
    assert opened(visitor, old) == 200


def test_added_file_that_is_removed_again_is_gone_at_once(
    author, standing, django_capture_on_commit_callbacks
):
    add(author, standing)
    file = added()
    with django_capture_on_commit_callbacks(execute=True):
        take_away(author, standing, file)
    assert not Attachment.objects.exists()
    assert not default_storage.exists(file.key)


def test_refused_file_leaves_the_text_and_no_file(author, standing):
    response = add(author, standing, data=b"MZ", text="Cool it.")
    page = author.get(response.url).text
    assert "Only PDF" in page
    assert "Your text is kept." in page
    assert "Cool it.</textarea>" in page
    assert not Attachment.objects.exists()


def test_nobody_changes_the_files_of_anothers_reply(other_doctor, standing, old):
    browser = signed_in(other_doctor)
    for name in ("attach", "detach", "leave"):
        address = reverse(f"desk_correction_{name}", args=[standing.pk])
        fields = {"text": "Mine.", "draft_version": 0, "attachment": old.key}
        assert browser.post(address, fields).status_code == 404
    for act in (actions.detach_in_correction, actions.leave_in_correction):
        with pytest.raises(PermissionDenied):
            act(reply=standing, by=other_doctor, key=old.key)
    assert Attachment.objects.get().status == "standing"


# What a correction of files is


def test_correction_of_the_files_alone_is_one_and_in_the_history(visitor, author, standing, old):
    assert "Nothing is different" in publish(author, standing).text
    add(author, standing)
    take_away(author, standing, old)
    compared = press(author, "compare", standing)
    assert "Nothing is different" not in compared.text
    assert "<del><a" in compared.text and "<ins><a" in compared.text
    new = added()
    assert "what" in press(author, "correct", standing, why="New.").context["form"].errors
    as_if_earlier(standing)
    publish(author, standing)
    end_of_transaction()
    reason = standing.history.latest().history_change_reason
    assert f"+'New leaflet' (PDF, {new.key})" in reason
    assert f"-'Old leaflet' (PDF, {old.key})" in reason
    assert reasons(standing) == []  # one row, of the site's own
    assert "The leaflet." in seen_by_readers(visitor, standing)
    assert Correction.objects.get().what == "The leaflet."


def test_what_is_begun_is_no_history(author, standing, old):
    as_if_earlier(standing)
    count = standing.history.count()
    add(author, standing)
    take_away(author, standing, added())
    add(author, standing)
    take_away(author, standing, old)
    press(author, "discard", standing)
    end_of_transaction()
    assert standing.history.count() == count


def test_file_that_is_made_public_outside_the_site_is_written_down(author, standing):
    add(author, standing)
    as_if_earlier(standing)
    Attachment.objects.update(status="standing")
    end_of_transaction()
    [reason] = reasons(standing)
    assert reason.startswith("+file")
    assert "New leaflet" in reason


def test_same_file_may_come_back_under_another_title(visitor, author, standing):
    add(author, standing, title="Misspelt")
    publish(author, standing)
    [first] = standing.attachments.all()
    take_away(author, standing, first)
    add(author, standing, title="Spelt")
    page = add(author, standing, title="Twice").url
    assert "attached already" in author.get(page).text
    page = press(author, "correction_leave", standing, attachment=first.key).url
    assert "attached already" in author.get(page).text
    publish(author, standing)
    page = seen_by_readers(visitor, standing)
    assert "Spelt</a>" in page
    assert "Misspelt" not in page


def test_ten_files_are_those_that_will_be_there(doctor, author, standing):
    files = [make_attachment(standing) for _ in range(10)]
    assert "At most 10" in author.get(add(author, standing).url).text
    take_away(author, standing, files[0])
    add(author, standing)
    with pytest.raises(ValidationError, match="At most 10"):
        actions.leave_in_correction(reply=standing, by=doctor, key=files[0].key)
    publish(author, standing)
    assert standing.attachments.count() == 10


def test_checks_count_what_will_be_there(author, standing, old):
    text = "Cool the skin. See Attachment 1."
    take_away(author, standing, old)
    assert publish(author, standing, text=text).context["reasons"]
    press(author, "correction_leave", standing, attachment=old.key)
    assert publish(author, standing, text=text).status_code == 302
    add(author, standing)
    assert "Attachment 2" in seen_after(author, standing, "See Attachment 2.")


def seen_after(author: Client, reply: Reply, text: str) -> str:
    assert publish(author, reply, text=text).status_code == 302
    return seen_by_readers(Client(), reply)


def test_live_preview_shows_the_files_that_will_be_there(author, standing, old):
    add(author, standing)
    take_away(author, standing, old)
    live = press(author, "correction_live", standing, text="See Attachment 2.").text
    assert added().get_absolute_url() in live
    assert "Old leaflet" not in live
    assert 'data-testid="dose-hint"' in live  # there will be one


def test_page_that_has_not_seen_the_files_of_another_tab_publishes_nothing(author, standing, old):
    page = author.get(reverse("desk_correct", args=[standing.pk])).context["form"]
    typed = typed_in(page) | WHAT_AND_WHY
    add(author, standing)
    refused = author.post(reverse("desk_correct", args=[standing.pk]), typed | {"text": "Mine."})
    assert refused.status_code == 409
    assert "New leaflet" in refused.text
    stale = {"attachment": old.key, "text": "Mine."}
    address = reverse("desk_correction_detach", args=[standing.pk])
    assert author.post(address, typed | stale).status_code == 409
    assert not Correction.objects.exists()
    assert {file.status for file in Attachment.objects.all()} == {"standing", "added"}
    version = refused.context["form"]["draft_version"].value()
    typed |= {"text": "Mine.", "draft_version": version}
    assert author.post(reverse("desk_correct", args=[standing.pk]), typed).status_code == 302


def test_file_that_was_added_after_the_text_was_kept_is_a_new_version(doctor, standing):
    seen = standing.version
    actions.attach_to_correction(reply=standing, by=doctor, data=picture("png"), name="a.png")
    standing.refresh_from_db()
    assert standing.version == seen + 1


# The ways back


def test_discarded_correction_leaves_the_files_as_they_were(
    visitor, author, standing, old, django_capture_on_commit_callbacks
):
    add(author, standing)
    take_away(author, standing, old)
    file = added()
    with django_capture_on_commit_callbacks(execute=True):
        press(author, "discard", standing)
    assert [one.status for one in standing.attachments.all()] == ["standing"]
    assert not default_storage.exists(file.key)
    assert opened(visitor, old) == 200
    assert "Nothing is different" in publish(author, standing).text


@pytest.mark.parametrize("way", ["retracted", "withdrawn"])
@pytest.mark.parametrize("is_sent", [True, False])
def test_answer_that_leaves_the_site_leaves_no_file_of_a_correction(
    moderator, other_doctor, author, standing, old, way, is_sent, django_capture_on_commit_callbacks
):
    add(author, standing)
    take_away(author, standing, old)
    file = added()
    if is_sent:
        ask_for_a_reader(standing)
        publish(author, standing)
    with django_capture_on_commit_callbacks(execute=True):
        if way == "retracted":
            actions.retract_question(question=standing.question, by=moderator, reason="Wrong.")
        else:
            actions.withdraw_question(question=standing.question)
    assert not default_storage.exists(file.key)
    assert standing.attachments.get().status == "standing"
    assert opened(author, old) == 200
    if way == "retracted" and is_sent:
        actions.restore_question(question=standing.question, by=moderator)
        assert not Reply.objects.to_read_by(other_doctor).exists()
        assert "the new files with it" in page_of(author, standing)


def test_reply_that_is_written_anew_keeps_its_files(doctor, moderator, author, standing, old):
    take_away(author, standing, old)
    question = standing.question
    actions.retract_question(question=question, by=moderator, reason="Wrong.")
    actions.return_to_doctor(question=question, by=moderator, doctor=doctor, note="Anew.")
    draft = actions.claim_question(question=question, by=doctor)
    assert draft.attachments.get() == old


# A second reader


@pytest.fixture
def sent(author, standing, old) -> Reply:
    """A correction of the files alone that waits for a reader."""
    ask_for_a_reader(standing)
    add(author, standing)
    take_away(author, standing, old)
    publish(author, standing)
    assert CorrectionToRead.objects.get().changes_files
    standing.refresh_from_db()
    return standing


def test_second_reader_sees_the_files_and_nobody_else_does(
    visitor, other_doctor, author, sent, old, django_capture_on_commit_callbacks
):
    file, reader = added(), signed_in(other_doctor)
    stranger = signed_in(make_doctor(specialty=make_specialty("cardiology")))
    page = reader.get(reverse("desk_reading", args=[sent.pk])).text
    preview = page[page.index('id="as-shown"') :]
    assert file.get_absolute_url() in preview
    assert old.get_absolute_url() not in preview
    assert f'<del><a href="{old.get_absolute_url()}"' in page
    assert "Nothing is different" not in page
    assert opened(reader, file) == opened(author, file) == 200
    assert opened(stranger, file) == opened(visitor, file) == 404
    assert opened(visitor, old) == 200
    assert "New leaflet" not in seen_by_readers(visitor, sent)
    with django_capture_on_commit_callbacks(execute=True):
        actions.approve_reply(reply=sent, by=other_doctor, seen=actions.version_of(sent))
    assert opened(visitor, file) == 200
    assert opened(visitor, old) == 404
    assert not default_storage.exists(old.key)
    assert "+'New leaflet'" in sent.history.latest().history_change_reason
    assert Correction.objects.get().second_reader == other_doctor


def test_files_that_a_reader_has_do_not_change(doctor, author, sent, old):
    refused = add(author, sent, data=picture("png"))
    assert refused.status_code == 403
    assert "take it back" in refused.text
    with pytest.raises(PermissionDenied):
        actions.leave_in_correction(reply=sent, by=doctor, key=old.key)
    assert {file.status for file in Attachment.objects.all()} == {"added", "removed"}


@pytest.mark.parametrize("way", ["sent back", "taken back"])
def test_correction_that_comes_back_has_its_files_and_the_reader_no_more(
    visitor, doctor, other_doctor, author, sent, way
):
    file = added()
    if way == "sent back":
        seen = actions.version_of(sent)
        actions.send_back_reply(reply=sent, by=other_doctor, note="Which?", seen=seen)
    else:
        actions.take_back_reply(reply=sent, by=doctor.user)
    assert opened(author, file) == 200
    assert opened(signed_in(other_doctor), file) == opened(visitor, file) == 404
    assert "New leaflet" in page_of(author, sent)
    press(author, "discard", sent)
    assert sent.attachments.get().status == "standing"


def test_review_that_waits_for_a_reader_takes_no_begun_file_along(
    visitor, doctor, other_doctor, author
):
    """ "Still right" says nothing of the files of a correction that was begun before."""
    reply = make_question(doctor=doctor, reply="Give aspirin for the fever.").replies.get()
    add(author, reply)
    reply.refresh_from_db()
    reasons = {finding.name: "As it is." for finding in reply.warned_of()}
    seen = actions.version_of(reply)
    Reply.objects.filter(pk=reply.pk).update(reviewed_on=None, review_due_on=None)
    actions.confirm_reply(reply=reply, by=doctor, seen=seen, reasons=reasons)
    reader = signed_in(other_doctor)
    page = reader.get(reverse("desk_reading", args=[reply.pk])).text
    assert "New leaflet" not in page
    assert opened(reader, added()) == 404
    reply.refresh_from_db()
    actions.approve_reply(reply=reply, by=other_doctor, seen=actions.version_of(reply))
    assert not Correction.objects.exists()
    assert opened(visitor, added()) == 404


# In the database


@pytest.mark.parametrize("status", ["added", "removed"])
def test_only_a_public_reply_has_files_that_a_correction_changes_in_the_database(
    doctor, question, standing, old, status
):
    draft = question.replies.create(doctor=doctor)
    with pytest.raises(IntegrityError, match="is not public"), transaction.atomic():
        make_attachment(draft, status=status)
    Attachment.objects.update(status=status)
    with pytest.raises(IntegrityError, match="still changes the files"), transaction.atomic():
        standing.become_draft(by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.update(status="hidden")


def test_no_more_than_ten_files_in_the_database(standing):
    for _ in range(10):
        make_attachment(standing)
    with pytest.raises(IntegrityError, match="more than 10"), transaction.atomic():
        make_attachment(standing)
    first = standing.attachments.first()
    standing.attachments.filter(pk=first.pk).update(status="removed")
    make_attachment(standing, status="added")
    with pytest.raises(IntegrityError, match="more than 10"), transaction.atomic():
        standing.attachments.filter(pk=first.pk).update(status="standing")


def test_export_holds_what_readers_see(author, standing, old, tmp_path):
    add(author, standing)
    take_away(author, standing, old)
    call_command("export_content", output=str(tmp_path / "site.jsonl"))
    told = (tmp_path / "site.jsonl").read_text()
    assert old.key in told
    assert added().key not in told
