"""What may identify somebody is shown before it is sent, and is not public before somebody answers for it."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import translation

from questions import actions
from questions.models import Finding, Identifying, Question, Reply
from tests.factories import make_attachment, make_doctor, make_question, make_reply, rewrite
from tests.questions.test_audit import end_of_transaction

NUMBER = "0912-345-678"
WITH_NUMBER = f"Please call {NUMBER} about the rash."


@pytest.fixture
def waiting(db):
    question = make_question(status="pending", body=WITH_NUMBER)
    question.examine()
    return question


def texts(question):
    question.refresh_from_db()
    return question.body


def is_refused(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        change()
    return True


def publish(question):
    now = question.asked_at
    Question.objects.filter(pk=question.pk).update(
        status="published", published_at=now, replied_by="Ada"
    )


# The database.


def test_status_cannot_become_published_while_a_finding_is_open(waiting):
    assert is_refused(lambda: publish(waiting))
    waiting.settle(by=None, why="A number of fiction.")
    publish(waiting)


def test_texts_that_nobody_looked_at_cannot_become_public(db):
    question = make_question(status="open", body="It itches.")
    assert is_refused(lambda: publish(question))
    question.examine()
    Question.objects.filter(pk=question.pk).update(body=WITH_NUMBER)
    assert is_refused(lambda: publish(question))


def test_findings_that_are_deleted_leave_the_text_as_not_looked_at(waiting):
    Finding.objects.all().delete()
    assert is_refused(lambda: publish(waiting))


def test_reply_is_kept_back_the_same_way(db):
    question = make_question()
    reply = Reply.objects.create(question=question, doctor=make_doctor(), text=WITH_NUMBER, place=2)

    def make_public():
        reply.sign(at=question.published_at, months_to_review=24)
        reply.take_as_checked()
        reply.save()

    assert is_refused(make_public)
    reply.status = "draft"
    reply.examine()
    assert is_refused(make_public)
    reply.status = "draft"
    reply.settle(by=None, why="Made up.")
    make_public()


def test_nothing_open_is_written_below_what_is_public(db):
    question = make_question()
    row = {"question": question, "field": "body", "kind": "name", "start": 0, "end": 4}
    assert is_refused(lambda: Finding.objects.create(**row, digest="x"))


def test_what_may_stay_says_why(waiting):
    now = waiting.asked_at
    assert is_refused(lambda: Finding.objects.update(kept_at=now))


def test_what_is_published_before_counts_as_it_is(db):
    question = make_question(body=WITH_NUMBER)
    question.is_urgent = True
    question.save()
    end_of_transaction()
    assert Question.objects.published().filter(pk=question.pk).exists()


@pytest.mark.parametrize("name", ["title", "summary", "body", "asker_name"])
def test_public_words_of_a_question_are_not_changed_past_the_site(db, name):
    question = make_question()
    question.examine()

    def change():
        Question.objects.filter(pk=question.pk).update(**{name: WITH_NUMBER})
        end_of_transaction()

    assert is_refused(change)


@pytest.mark.parametrize("name", ["text", "explanation"])
def test_public_words_of_a_reply_are_not_changed_past_the_site(db, name):
    reply = make_question().replies.get()
    reply.examine()
    setattr(reply, name, WITH_NUMBER)
    reply.take_as_checked()  # of what may be dangerous: another guard

    def change():
        reply.save()
        end_of_transaction()

    assert is_refused(change)


def test_public_words_are_changed_by_who_looks_at_them_in_the_same_transaction(db):
    question = make_question()
    reply = question.replies.get()
    rewrite(question, body="It itches.")
    reply.text = "It will pass."
    reply.take_as_checked()
    reply.save()
    reply.settle(by=None)
    end_of_transaction()


def test_what_is_not_public_is_looked_at_when_it_becomes_so(db):
    question = make_question(status="open")
    Question.objects.filter(pk=question.pk).update(body=WITH_NUMBER)
    end_of_transaction()


def test_the_two_digests_are_one(waiting):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT askdoctor_texts_digest(title, summary, body, asker_name) FROM questions_question"
            " WHERE id = %s",
            [waiting.pk],
        )
        assert cursor.fetchone() == (waiting.checked_digest,)


def test_table_holds_no_text(waiting):
    row = waiting.findings.get()
    assert (row.field, row.kind, WITH_NUMBER[row.start : row.end]) == ("body", "telephone", NUMBER)
    assert not any(NUMBER in str(value) for value in vars(row).values())


# Moderators.


def test_question_with_a_number_cannot_be_approved(waiting, moderator):
    with pytest.raises(Identifying, match="telephone"):
        waiting.approve(by=moderator)
    assert Question.objects.get(pk=waiting.pk).status == "pending"


def test_masking_is_one_press(client, waiting, moderator):
    client.force_login(moderator)
    address = reverse("admin:questions_question_change", args=[waiting.pk])
    page = client.get(address)
    assert f"<mask>{NUMBER}</mask>".replace("mask", "mark") in page.text
    form = page.context["adminform"].form
    data = {
        name: form[name].value() or "" for name in form.fields if form[name].value() is not None
    }
    data |= {"tag_names": "", "_mask": "x"}
    assert client.post(address, data).status_code == 302
    assert texts(waiting) == "Please call [telephone number] about the rash."
    waiting.approve(by=moderator)


def test_why_it_may_stay_is_in_the_history(client, waiting, moderator):
    client.force_login(moderator)
    address = reverse("admin:questions_question_bulk", args=["keep"]) + f"?ids={waiting.pk}"
    assert "This field is required" in client.post(address, {"why": ""}).text
    client.post(address, {"why": "Kept for fiction."})
    last = waiting.history.latest()
    assert last.history_user == moderator
    assert last.history_change_reason == "may stay: telephone in body: Kept for fiction."
    kept = waiting.findings.get()
    assert (kept.kept_by, kept.kept_reason) == (moderator, "Kept for fiction.")
    waiting.approve(by=moderator)


def test_other_words_are_asked_about_again(waiting, moderator):
    waiting.settle(by=moderator, why="Fiction.")
    waiting.body = "Please call 0912-345-679."
    actions.edit_question(question=waiting, by=moderator, changed=["body"])
    assert [one.words for one in Question.objects.get(pk=waiting.pk).open_findings()] == [
        "0912-345-679"
    ]


def test_moderator_cannot_write_a_number_into_what_is_public(moderator, db):
    question = make_question()
    question.body = WITH_NUMBER
    with pytest.raises(Identifying):
        actions.edit_question(question=question, by=moderator, changed=["body"])
    question.body = WITH_NUMBER
    actions.edit_question(question=question, by=moderator, changed=["body"], why_kept="Fiction.")
    assert question.history.filter(history_change_reason__contains="Fiction.").exists()


def test_answer_with_a_number_is_not_put_back(moderator, db):
    question = make_question(body=WITH_NUMBER)
    actions.retract_question(question=question, by=moderator, reason="A number.")
    with pytest.raises(Identifying):
        actions.restore_question(question=question, by=moderator)
    actions.mask_question(question=question, by=moderator)
    actions.restore_question(question=question, by=moderator)
    assert NUMBER not in texts(question)


def test_form_of_the_admin_refuses_and_asks_why(client, moderator):
    question = make_question()
    client.force_login(moderator)
    address = reverse("admin:questions_question_change", args=[question.pk])
    form = client.get(address).context["adminform"].form
    assert 'name="why_kept"' not in client.get(address).text
    data = {
        name: form[name].value() or "" for name in form.fields if form[name].value() is not None
    }
    data |= {"tag_names": "", "body": WITH_NUMBER}
    page = client.post(address, data)
    assert "telephone number" in page.text and 'name="why_kept"' in page.text
    assert client.post(address, data | {"why_kept": "Fiction."}).status_code == 302
    assert texts(question) == WITH_NUMBER


# Doctors.


@pytest.fixture
def taken(doctor):
    question = make_question(status="open", body="It itches.")
    actions.claim_question(question=question, by=doctor)
    return question


def reply_of(client, question, **more):
    form = client.get(reverse("desk_question", args=[question.pk])).context["form"]
    names = ("version", "draft_version", "draft_key", "question_seen", "summary", "specialty")
    data = {name: form[name].value() or "" for name in names if name in form.fields}
    data |= {"sources-TOTAL_FORMS": "0", "sources-INITIAL_FORMS": "0"}
    return client.post(reverse("desk_publish", args=[question.pk]), data | more)


def test_doctor_sees_the_number_before_publishing(client, doctor, taken):
    client.force_login(doctor.user)
    page = reply_of(client, taken, text=WITH_NUMBER)
    assert f"<mark>{NUMBER}</mark>" in page.text and 'name="why_kept"' in page.text
    assert Question.objects.get(pk=taken.pk).status == "claimed"
    assert (
        reply_of(client, taken, text=WITH_NUMBER, why_kept="The clinic's own.").status_code == 302
    )
    reply = Reply.objects.get(question=taken)
    assert reply.status == "published"
    assert reply.history.filter(
        history_user=doctor.user, history_change_reason__contains="The clinic's own."
    ).exists()


def test_doctor_does_not_answer_for_the_askers_words(doctor):
    question = make_question(status="open", body=WITH_NUMBER)
    actions.claim_question(question=question, by=doctor)
    written = {"by": doctor, "text": "It will pass.", "explanation": "", "why_kept": "Yes."}
    with pytest.raises(Identifying):
        actions.publish_reply(question=question, **written)


def test_correction_is_looked_at_as_well(doctor):
    question = make_question()
    reply = make_reply(question, doctor=doctor, text="It will pass.")
    corrected = {"text": WITH_NUMBER, "explanation": "", "what": "A number.", "why": "Asked for."}
    with pytest.raises(Identifying):
        actions.correct_reply(reply=reply, by=doctor, **corrected)
    assert Reply.objects.get(pk=reply.pk).text == "It will pass."
    actions.correct_reply(reply=reply, by=doctor, **corrected, why_kept="The clinic's own.")


def test_correction_that_a_second_doctor_reads_is_looked_at_when_it_is_sent(doctor, other_doctor):
    reply = make_question(doctor=doctor).replies.get()
    corrected = {
        "text": f"{WITH_NUMBER} Give 5 ml.",
        "explanation": "",
        "what": "A dose.",
        "why": "Asked for.",
    }
    with pytest.raises(Identifying):
        actions.correct_reply(reply=reply, by=doctor, **corrected)
    actions.correct_reply(reply=reply, by=doctor, **corrected, why_kept="The clinic's own.")
    reply.refresh_from_db()
    assert NUMBER not in reply.text
    actions.approve_reply(reply=reply, by=other_doctor, seen=actions.version_of(reply))
    reply.refresh_from_db()
    assert NUMBER in reply.text
    assert reply.kept_findings().get().kept_reason == "The clinic's own."


SOURCE = {"title": "Rash", "url": "https://example.org/rash", "year": None}


def test_titles_of_sources_are_looked_at_as_well(client, doctor, other_doctor, taken):
    client.force_login(doctor.user)
    row = {"title": f"Ask {NUMBER}", "url": "https://example.org/rash", "year": ""}
    rows = {f"sources-0-{name}": value for name, value in row.items()}
    rows |= {"sources-TOTAL_FORMS": "1", "sources-INITIAL_FORMS": "0", "text": "Give 5 ml."}
    page = reply_of(client, taken, **rows)
    assert f"<mark>{NUMBER}</mark>" in page.text and 'name="why_kept"' in page.text
    assert Question.objects.get(pk=taken.pk).status == "claimed"
    assert reply_of(client, taken, **rows, why_kept="The clinic's own.").status_code == 302
    reply = Reply.objects.get(question=taken)
    assert reply.kept_findings().get().field == "sources"
    # Who reads it next is not asked for what is answered.
    actions.approve_reply(reply=reply, by=other_doctor, seen=actions.version_of(reply))
    assert Question.objects.get(pk=taken.pk).status == "published"


def test_titles_of_files_are_looked_at_as_well(doctor, taken):
    written = {"by": doctor, "text": "It will pass.", "explanation": ""}
    draft = actions.save_draft(question=taken, **written)
    file = make_attachment(draft, title="Report of 王小明")
    with pytest.raises(Identifying, match="name of a person"):
        actions.publish_reply(question=taken, **written)
    assert Question.objects.get(pk=taken.pk).status == "claimed"
    file.title = "Report"
    file.save()
    assert actions.publish_reply(question=taken, **written).status == "published"


@pytest.mark.parametrize("field", ["what", "why"])
@pytest.mark.parametrize("text", ["It will pass soon.", "Give 5 ml."])  # read by a second doctor
def test_what_a_correction_says_of_itself_is_looked_at_as_well(doctor, text, field):
    reply = make_question(doctor=doctor, reply="It will pass.").replies.get()
    corrected = {"text": text, "explanation": "", "what": "The words.", "why": "Asked for."}
    corrected[field] = WITH_NUMBER
    with pytest.raises(Identifying):
        actions.correct_reply(reply=reply, by=doctor, **corrected)
    assert not reply.corrections.exists() and reply.waiting_correction is None
    actions.correct_reply(reply=reply, by=doctor, **corrected, why_kept="The clinic's own.")


def test_what_a_correction_changes_below_the_reply_is_looked_at_before_it_is_sent(doctor):
    reply = make_question(doctor=doctor, reply="It will pass.").replies.get()
    corrected = {"text": "Give 5 ml.", "explanation": "", "what": "The dose.", "why": "Asked for."}
    named = [SOURCE | {"title": "Report of 王小明"}]
    with pytest.raises(Identifying):
        actions.correct_reply(reply=reply, by=doctor, sources=named, **corrected)
    file = make_attachment(reply, title="Report of 王小明", status="added")
    with pytest.raises(Identifying):
        actions.correct_reply(reply=reply, by=doctor, sources=[SOURCE], **corrected)
    actions.detach_in_correction(reply=reply, by=doctor, key=file.key)
    actions.correct_reply(reply=reply, by=doctor, sources=[SOURCE], **corrected)


def test_reason_that_readers_see_of_what_is_gone_names_nobody(client, moderator):
    question = make_question()
    client.force_login(moderator)
    address = reverse("admin:questions_question_bulk", args=["retract"]) + f"?ids={question.pk}"
    page = client.post(address, {"reason": "It named 王小明."})
    assert "王小明" in page.text and "Say it in other words." in page.text
    assert Question.objects.get(pk=question.pk).status == "published"
    client.post(address, {"reason": "It named a child."})
    assert Question.objects.get(pk=question.pk).retraction_reason == "It named a child."


def test_link_in_a_reply_is_none(doctor, taken):
    words = {"text": "See https://www.example.org/croup.", "explanation": ""}
    assert actions.publish_reply(question=taken, by=doctor, **words).status == "published"


# Askers.


def draft(client, **changed):
    client.post(reverse("ask"), {"age_band": "3-5y", "sex": "female", "asker_name": ""})
    text = {"title": "Is this rash catching?", "specialty": "", "body": WITH_NUMBER} | changed
    client.post(reverse("ask_question"), text)
    client.post(reverse("ask_contact"), {"email": ""})
    client.get(reverse("ask_similar"))
    return client.get(reverse("ask_check"))


def test_asker_sees_the_place_and_nothing_is_stored(client, db):
    page = draft(client)
    assert f"<mark>{NUMBER}</mark>" in page.text
    assert not Question.objects.exists() and not Finding.objects.exists()


def test_asker_masks_with_one_press(client, db):
    draft(client)
    page = client.post(reverse("ask_check"), {"mask": "1"}, follow=True)
    assert page.request["PATH_INFO"] == reverse("ask_check")
    assert NUMBER not in page.text and "[telephone number]" in page.text
    client.post(reverse("ask_check"), {"shown": page.context["shown"]})
    assert Question.objects.get().body == "Please call [telephone number] about the rash."
    assert not Finding.objects.exists()


def test_asker_may_send_it_as_it_is_and_a_moderator_sees_it(client, db):
    page = draft(client)
    client.post(reverse("ask_check"), {"shown": page.context["shown"]})
    assert Question.objects.get().findings.waiting().get().kind == "telephone"


def test_name_of_the_details_is_marked_in_the_title_too(client, db):
    page = draft(client, title="宥翔身上的疹子會傳染嗎？", body="我兒子叫王宥翔，昨天開始發疹。")
    assert "<mark>王宥翔</mark>" in page.text and "<mark>宥翔</mark>" in page.text


def test_what_was_found_is_listed_as_chinese_lists_are(client, db):
    draft(client, body=f"我兒子叫王宥翔，電話{NUMBER}。")
    with translation.override("zh-hant"):
        address = reverse("ask_check")
    assert "姓名、電話號碼" in client.get(address).text


def test_what_identifies_nobody_is_sent_as_ever(client, db):
    page = draft(client, body="It itches.")
    assert 'data-testid="identifying"' not in page.text and "<mark>" not in page.text


@pytest.mark.parametrize("name", ["ticket_details", "ticket_follow_up"])
def test_on_the_ticket_too(client, db, name):
    contact = {"submission": "6b1b8f0a-6d3f-4a53-9d83-0d3c0a5a9b11"}
    status = "pending" if name == "ticket_details" else "published"
    question = make_question(status=status, contact=contact)
    address = reverse(name, args=[question.contact.ticket])
    key = client.get(address).context["form"]["submission"].value()
    data = {"submission": key, "text": WITH_NUMBER, "title": "And now?", "body": WITH_NUMBER}
    page = client.post(address, data)
    assert f"<mark>{NUMBER}</mark>" in page.text
    assert not question.additions.exists() and not Question.objects.filter(follow_up_of=question)
    hidden = client.post(address, data | {"mask": "1", "seen": page.context["seen"]})
    assert NUMBER not in hidden.text and "[telephone number]" in hidden.text
    assert client.post(address, data | {"seen": page.context["seen"]}).status_code == 302


def test_button_that_masks_sends_nothing(client, db):
    contact = {"submission": "6b1b8f0a-6d3f-4a53-9d83-0d3c0a5a9b12"}
    question = make_question(status="pending", contact=contact)
    address = reverse("ticket_details", args=[question.contact.ticket])
    key = client.get(address).context["form"]["submission"].value()
    client.post(address, {"submission": key, "text": "It itches.", "mask": "1"})
    assert not question.additions.exists()


def test_no_place_stays_of_who_is_erased(waiting, moderator):
    actions.erase_asker(question=waiting, by=moderator)
    assert not Finding.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_finding_waits_for_who_publishes_at_the_same_moment():
    question = make_question(status="open", body="It itches.")
    question.examine()
    row = {"question_id": question.pk, "field": "body", "kind": "name", "start": 0, "end": 4}
    ends = {}

    def write():
        try:
            Finding.objects.create(**row, digest="x")
            ends["written"] = True
        except IntegrityError:
            ends["refused"] = True
        finally:
            connection.close()

    thread = threading.Thread(target=write)
    with transaction.atomic():
        publish(question)
        thread.start()
        thread.join(0.5)
        assert not ends  # it waits
    thread.join(10)
    assert ends == {"refused": True}
