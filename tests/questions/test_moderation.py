"""Moderation of questions, replies, reports and tags in the admin."""

import re
import uuid
from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from askdoctor.worker import refresh_all_due
from questions.actions import decline_question, publish_reply
from questions.models import DetailsRequest, Question, Reply, Report, Synonym, Tag
from questions.rebuild import rebuild
from tests.factories import make_question, make_specialty, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, moderator):
    """The moderator's browser."""
    client.force_login(moderator)
    return client


def change_address(row) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def list_address(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def fields_of(question: Question, **changes) -> dict[str, object]:
    """The form as it stands, with some changes."""
    return {
        "title": question.title,
        "summary": question.summary,
        "body": question.body,
        "specialty": question.specialty_id or "",
        "tag_names": ", ".join(question.tags.names()),
        "asker_name": question.asker_name,
        "age_band": question.age_band,
        "sex": question.sex,
        "language": question.language,
    } | changes


def press(admin, question: Question, button: str, **changes):
    fields = fields_of(question, **changes) | {button: "1"}
    return admin.post(change_address(question), fields, follow=True)


def status_of(question: Question) -> str:
    return Question.objects.get(pk=question.pk).status


def known(name: str) -> Tag | None:
    return Tag.objects.known_as([name.lower()]).get(name.lower())


# Who may


@pytest.mark.parametrize("model", [Question, Reply, Report, Tag])
def test_visitor_and_doctor_do_not_reach_the_admin(client, doctor, model):
    assert client.get(list_address(model)).status_code == 302
    client.force_login(doctor.user)
    assert client.get(list_address(model)).status_code == 302


def test_who_may_only_look_can_change_nothing(client):
    viewer = make_user(is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename="view_question"))
    client.force_login(viewer)
    question = make_question(status="pending")
    assert client.get(change_address(question)).status_code == 200
    assert client.post(change_address(question), {"_approve": "1"}).status_code == 403
    decline = reverse("admin:questions_question_bulk", args=["decline"])
    assert client.get(f"{decline}?ids={question.pk}").status_code == 403
    client.post(
        list_address(Question),
        {"action": "approve_selected", "_selected_action": [question.pk]},
    )
    assert status_of(question) == "pending"


@pytest.mark.parametrize("model", [Question, Reply, Tag, Report])
def test_moderator_deletes_nothing_that_others_read(admin, model):
    question = make_question(tags=["fever"])
    Report.objects.create(question=question, reason="wrong")
    row = model.objects.first()
    address = reverse(f"admin:questions_{model._meta.model_name}_delete", args=[row.pk])
    assert admin.post(address, {"post": "yes"}).status_code == 403
    assert "delete_selected" not in admin.get(list_address(model)).content.decode()


@pytest.mark.parametrize("model", [Question, Reply, Report])
def test_moderator_adds_none_by_hand(admin, model):
    assert admin.get(f"{list_address(model)}add/").status_code == 403


# The queue


def test_queue_has_the_oldest_first_and_all_else_the_newest(admin):
    newer = make_question(status="pending")
    older = make_question(status="pending", asked_at=newer.asked_at.replace(year=2025))
    queue = admin.get(list_address(Question), {"status": "pending"}).context["cl"].result_list
    assert list(queue) == [older, newer]
    everything = admin.get(list_address(Question)).context["cl"].result_list
    assert list(everything) == [older, newer]  # by number, falling


def test_statuses_show_their_counts(admin):
    make_question(status="pending")
    make_question(status="pending")
    make_question(status="declined")
    content = admin.get(list_address(Question)).content.decode()
    assert "waiting for a moderator (2)" in content
    assert "declined (1)" in content
    assert "waiting for a doctor (0)" in content


@pytest.mark.parametrize("term", ["{pk}", "#{pk}", "rare words"])
def test_question_is_found_by_number_and_by_title(admin, term):
    wanted = make_question(title="These rare words")
    make_question(title="Something else")
    term = term.format(pk=wanted.pk)
    found = admin.get(list_address(Question), {"q": term}).context["cl"].result_list
    assert list(found) == [wanted]


@pytest.mark.parametrize("term", [str(2**70), "9" * 5000, "²", "x" * 5000])
def test_strange_searches_find_nothing(admin, term):
    make_question()
    response = admin.get(list_address(Question), {"q": term})
    assert response.status_code == 200
    assert not response.context["cl"].result_list


@pytest.mark.parametrize("name", ["questions/question", "questions/report", "doctors/doctor"])
def test_search_without_end_is_read_to_a_length(admin, name, django_assert_max_num_queries):
    with django_assert_max_num_queries(20) as asked:
        page = admin.get(f"/admin/{name}/", {"q": "a b " * 2000})
    assert page.status_code == 200
    assert max(len(each["sql"]) for each in asked.captured_queries) < 60_000


def test_list_costs_as_many_queries_for_many_as_for_one(admin, django_assert_max_num_queries):
    for _ in range(5):
        make_question(status="pending", tags=["fever", "rash"])
    with django_assert_max_num_queries(11):
        admin.get(list_address(Question), {"status": "pending"})


# One question


def test_question_stands_beside_what_its_asker_sees(admin):
    question = make_question(
        status="declined", body="Mine <script>alert(1)</script> words", decline_note="See someone."
    )
    content = admin.get(change_address(question)).content.decode()
    assert "What its asker sees" in content
    assert "Not taken on" in content
    assert "It is not a question about health." in content
    assert "See someone." in content
    assert "<p>Mine" in content
    assert "alert(1)" not in content.split("What its asker sees")[1]


def test_approving_passes_it_on_to_doctors_and_history_says_who(admin, moderator):
    question = make_question(status="pending")
    press(admin, question, "_approve")
    assert status_of(question) == "open"
    latest = question.history.first()
    assert (latest.status, latest.history_user) == ("open", moderator)
    assert question.history.count() == 2


def test_edits_are_saved_with_the_approval(admin):
    question = make_question(status="pending", title="My son Tom has a rash")
    press(admin, question, "_approve", title="My son has a rash", tag_names="rash")
    question.refresh_from_db()
    assert (question.title, question.status) == ("My son has a rash", "open")
    assert list(question.tags.names()) == ["rash"]


def test_looking_and_saving_nothing_writes_no_history(admin):
    question = make_question(status="pending")
    admin.post(change_address(question), fields_of(question))
    assert question.history.count() == 1


def test_declining_needs_a_reason(admin):
    question = make_question(status="pending")
    page = press(admin, question, "_decline").request
    address = f"{page['PATH_INFO']}?{page['QUERY_STRING']}"
    refused = admin.post(address, {"reason": "", "note": "Words."})
    assert "This field is required." in refused.content.decode()
    assert "Words." in refused.content.decode()
    assert "Write the reason" in admin.post(address, {"reason": "other"}).content.decode()
    assert status_of(question) == "pending"
    admin.post(address, {"reason": "unclear", "note": "Tell us since when."})
    question.refresh_from_db()
    assert (question.status, question.decline_reason, question.decline_note) == (
        "declined",
        "unclear",
        "Tell us since when.",
    )


def test_retracted_answer_leaves_the_site_and_comes_back(admin):
    question = make_question()
    visitor = Client()
    page = press(admin, question, "_retract").redirect_chain[-1][0]
    reason = "It names a medicine that is not sold any more."
    done = messages_of(admin.post(page, {"reason": reason}, follow=True))
    assert done == [f"Taken off the site: #{question.pk}. 0 people are told by letter."]
    taken = visitor.get(question.get_absolute_url())
    assert taken.status_code == 410
    assert "It names a medicine that is not sold any more." in taken.content.decode()
    press(admin, question, "_restore")
    assert visitor.get(question.get_absolute_url()).status_code == 200


def test_claim_of_a_doctor_who_is_away_can_be_released(admin, doctor):
    question = make_question(status="claimed", doctor=doctor)
    press(admin, question, "_release")
    question.refresh_from_db()
    assert (question.status, question.claimed_by) == ("open", None)


@pytest.mark.parametrize(
    ("status", "button"),
    [
        ("claimed", "_approve"),  # a page from before a doctor took it
        ("published", "_approve"),
        ("pending", "_release"),
        ("pending", "_restore"),
        ("withdrawn", "_approve"),
        ("declined", "_restore"),
        ("published", "_return"),
    ],
)
def test_change_that_the_status_does_not_allow_is_refused_in_words(admin, status, button):
    question = make_question(status=status)
    response = press(admin, question, button)
    assert status_of(question) == status
    assert [
        str(message) for message in response.context["messages"] if message.level_tag == "error"
    ]


@pytest.mark.parametrize(
    ("status", "offered"),
    [
        ("pending", {"_approve", "_decline", "_duplicate", "_specialty", "_to_doctor"}),
        ("open", {"_decline", "_return", "_duplicate", "_specialty", "_to_doctor"}),
        ("claimed", {"_release", "_return", "_specialty", "_to_doctor"}),
        ("published", {"_retract", "_to_doctor"}),
        ("retracted", {"_restore", "_to_doctor"}),
        ("withdrawn", set()),
    ],
)
def test_only_buttons_that_can_work_are_offered(admin, status, offered):
    buttons = admin.get(change_address(make_question(status=status))).context["buttons"]
    assert {button.name for button in buttons} == offered


def test_edit_of_a_published_question_reaches_readers_at_once(admin, moderator):
    question = make_question(title="Old words", body="Old body")
    mentioning = make_question(body=f"As in #{question.pk}.")
    admin.post(
        change_address(question), fields_of(question, title="New words", body="Unusual body")
    )
    question.refresh_from_db()
    visitor = Client()
    assert "Unusual body" in visitor.get(question.get_absolute_url()).content.decode()
    assert "Unusual body" in question.question_excerpt
    assert "New words" in visitor.get(mentioning.get_absolute_url()).content.decode()
    found = visitor.get(reverse("search"), {"q": "unusual"}).content.decode()
    assert question.get_absolute_url() in found
    assert question.refresh_due_at is not None
    assert question.history.first().history_user == moderator


def test_tags_by_name_resolve_synonyms_and_history_says_what_changed(admin):
    Synonym.objects.create(tag=Tag.objects.create(name="purpura"), name="ITP", slug="itp")
    question = make_question(tags=["fever"])
    admin.post(change_address(question), fields_of(question, tag_names="itp, ITP, purpura"))
    assert list(question.tags.names()) == ["purpura"]
    assert question.history.first().history_change_reason == "+purpura -fever"
    history = admin.get(reverse("admin:questions_question_history", args=[question.pk])).text
    assert "<p><strong>Tags:</strong> +purpura -fever</p>" in history


def test_suggested_tags_are_offered_with_their_reason_and_added_when_ticked(admin):
    fever, rash = Tag.objects.create(name="fever"), Tag.objects.create(name="rash")
    question = make_question(title="Fever, rash and cough", tags=["cough"])
    form = admin.get(change_address(question)).context["adminform"].form
    offered = {(str(box.choice_label), box.data["reason"]) for box in form["suggested_tags"]}
    assert offered == {("fever", "Named in the text"), ("rash", "Named in the text")}
    fields = fields_of(question, suggested_tags=[fever.pk], tag_names="cough, new")
    admin.post(change_address(question), fields)
    assert set(question.tags.names()) == {"cough", "new", "fever"}
    admin.post(change_address(question), fields_of(question, suggested_tags=[rash.pk]))
    assert set(question.tags.names()) == {"cough", "new", "fever", "rash"}
    assert question.history.first().history_change_reason == "+rash"


def test_what_cannot_be_edited_has_no_suggestions(client):
    viewer = make_user(is_staff=True)
    viewer.user_permissions.set(Permission.objects.filter(codename="view_question"))
    Tag.objects.create(name="fever")
    question = make_question(title="Fever")
    client.force_login(viewer)
    page = client.get(change_address(question))
    assert page.status_code == 200
    assert "Suggested tags" not in page.content.decode()


def test_tag_with_a_comma_in_its_name_survives_an_edit(admin):
    question = make_question()
    question.tags.set([Tag.objects.create(name="fever, high"), Tag.objects.create(name="rash")])
    form = admin.get(change_address(question)).context["adminform"].form
    assert '"fever, high"' in form["tag_names"].value()
    admin.post(change_address(question), fields_of(question, tag_names='"fever, high", cough'))
    assert set(question.tags.names()) == {"fever, high", "cough"}


@pytest.mark.parametrize(
    "changes", [{"specialty": ""}, {"title": ""}, {"title": "a\0b"}, {"tag_names": "---"}]
)
def test_bad_edit_of_a_published_question_is_explained(admin, changes):
    question = make_question(title="Before")
    response = admin.post(change_address(question), fields_of(question, **changes))
    assert response.status_code == 200
    assert "errornote" in response.content.decode()
    question.refresh_from_db()
    assert question.title == "Before"


def test_history_is_there_to_read_and_not_to_go_back(admin):
    question = make_question(status="pending")
    press(admin, question, "_approve")
    first = question.history.last()
    address = reverse("admin:questions_question_simple_history", args=[question.pk, first.pk])
    assert admin.get(address).status_code == 200
    assert admin.post(address, fields_of(question)).status_code == 403
    history = reverse("admin:questions_question_history", args=[question.pk])
    assert "moderator" in admin.get(history).content.decode()


def stale_fields(admin, row, **changes) -> dict[str, object]:
    """What the form of a row sends that was opened now."""
    form = admin.get(change_address(row)).context["adminform"].form
    sent = form.fields.keys() - {"suggested_tags"}  # boxes that are not ticked are not sent
    return {name: form[name].value() or "" for name in sent} | changes


def test_second_tab_does_not_bring_back_what_was_taken_out(admin, moderator):
    question = make_question(status="pending", body="I am Jane Roe.", tags=["fever"])
    stale = stale_fields(admin, question, title="Other words")
    admin.post(change_address(question), stale_fields(admin, question, body="Taken out."))
    response = admin.post(change_address(question), stale | {"_approve": "1"})
    content = response.content.decode()
    question.refresh_from_db()
    assert (question.status, question.body) == ("pending", "Taken out.")
    assert "It is now: “Taken out.”" in content
    assert "The latest change: moderator" in content
    assert "I am Jane Roe.</textarea>" in content
    assert "Other words</textarea>" in content
    again = response.context["adminform"].form
    stale["version"] = again["version"].value()
    admin.post(change_address(question), stale)
    question.refresh_from_db()
    assert question.title == "Other words"


def test_second_tab_may_change_what_nobody_else_did(admin):
    question = make_question(status="pending")
    stale = stale_fields(admin, question, title="Better words")
    question.claimed_by = None
    question.approve(by=None)
    admin.post(change_address(question), stale)
    question.refresh_from_db()
    assert question.title == "Better words"


def test_second_tab_of_a_reply_is_refused(admin):
    reply = make_question(reply="Old.").replies.get()
    stale = stale_fields(admin, reply, text="Stale.")
    admin.post(change_address(reply), stale_fields(admin, reply, text="Corrected."))
    assert "It is now: “Corrected.”" in admin.post(change_address(reply), stale).content.decode()
    reply.refresh_from_db()
    assert reply.text == "Corrected."


@pytest.mark.parametrize("version", ["x", ":", "body:", "body:1\0", "no_such:1 " * 9])
def test_strange_version_is_no_fault(admin, version):
    question = make_question(status="pending")
    fields = fields_of(question, version=version)
    assert admin.post(change_address(question), fields).status_code in (200, 302, 400)


def test_age_and_sex_can_be_corrected(admin):
    question = make_question(status="pending", age_band="3-11m", sex="female")
    admin.post(change_address(question), fields_of(question, age_band="1-2y", sex="male"))
    question.refresh_from_db()
    assert (question.age_band, question.sex) == ("1-2y", "male")


def history_of(admin, row) -> str:
    address = reverse(f"admin:questions_{row._meta.model_name}_history", args=[row.pk])
    text = re.sub(r"<[^>]+>", "", admin.get(address).content.decode())
    return " ".join(unescape(text).split())


def test_history_says_what_buttons_did(admin, doctor):
    question = make_question(status="pending", specialty=None)
    question.approve(by=doctor.user)
    question.claim(by=doctor)
    question.release(by=doctor.user)
    question.decline(by=doctor.user, reason="unclear", note="Say since when.")
    question.specialty = make_specialty("cardiology")
    question.save()
    shown = history_of(admin, question)
    assert "Status: waiting for a moderator → waiting for a doctor" in shown
    assert "Taken by: none → Dr. Ada Verified" in shown
    assert "Taken by: Dr. Ada Verified → none" in shown
    assert "Reason: none → It cannot be understood well enough to answer." in shown
    assert "Note to the asker: none → Say since when." in shown
    assert "Specialty: none → Cardiology" in shown
    assert "Deleted" not in shown


def test_history_shows_the_change_in_a_long_text(admin):
    words = " ".join(f"word{n}" for n in range(200))
    question = make_question(body=words)
    question.body = words.replace("word100 ", "Jane Roe ")
    question.take_as_examined()
    question.save()
    shown = history_of(admin, question)
    assert re.search(r"… word9[5-7] [^→]*word99 word100 word101 [^→]* … → … word9", shown)
    assert "word99 Jane Roe word101" in shown
    assert "word80" not in shown
    assert "chars]" not in shown


def test_after_a_button_the_message_says_what_happened(admin):
    question = make_question(status="pending")
    said = messages_of(press(admin, question, "_approve"))
    assert said == [f"#{question.pk} is approved; it waits for a doctor."]
    said = messages_of(press(admin, question, "_return"))
    assert said == [f"#{question.pk} waits for a moderator again."]


def test_decline_of_one_question_speaks_of_one(admin):
    first, second = make_question(status="pending"), make_question(status="pending")
    page = press(admin, first, "_decline")
    assert "<h1>Decline this question</h1>" in page.content.decode()
    refused = fill_in(admin, page, note="Words.").content.decode()
    assert "novalidate" in refused and "This field is required." in refused
    page = act(admin, "decline_selected", first, second)
    assert "<h1>Decline questions</h1>" in page.content.decode()


def test_tag_that_is_new_is_named_after_saving(admin):
    Synonym.objects.create(tag=Tag.objects.create(name="purpura"), name="ITP", slug="itp")
    question = make_question(tags=["fever"])
    fields = fields_of(question, tag_names="Fever, itp, nosuchtag")
    said = messages_of(admin.post(change_address(question), fields, follow=True))
    assert "New tag: nosuchtag" in said
    page = act(admin, "add_tags_to", question)
    assert "New tags: abc, def" in messages_of(fill_in(admin, page, tag_names="abc, def, ITP"))
    fields = fields_of(question)
    said = messages_of(admin.post(change_address(question), fields, follow=True))
    assert not [words for words in said if "New tag" in words]


# Many questions


def act(admin, action: str, *rows):
    fields = {"action": action, "_selected_action": [row.pk for row in rows]}
    return admin.post(list_address(type(rows[0])), fields, follow=True)


def fill_in(admin, page, **fields):
    address = f"{page.request['PATH_INFO']}?{page.request['QUERY_STRING']}"
    return admin.post(address, fields, follow=True)


def messages_of(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_bulk_approval_obeys_the_rules_of_a_single_one(admin, moderator):
    first, second = make_question(status="pending"), make_question(status="pending")
    withdrawn = make_question(status="withdrawn")
    response = act(admin, "approve_selected", first, second, withdrawn)
    assert [status_of(row) for row in (first, second, withdrawn)] == ["open", "open", "withdrawn"]
    done, refused = messages_of(response)
    assert done == f"Approved: #{second.pk}, #{first.pk}."
    assert refused.startswith("1 not changed.")
    assert f"#{withdrawn.pk}" in refused
    assert [first.history.count(), withdrawn.history.count()] == [2, 1]
    assert first.history.first().history_user == moderator


def test_bulk_decline_asks_for_the_reason(admin):
    pending, published = make_question(status="pending"), make_question()
    page = act(admin, "decline_selected", pending, published)
    response = fill_in(admin, page, reason="not_medical")
    assert [status_of(pending), status_of(published)] == ["declined", "published"]
    assert messages_of(response)[0] == f"Declined: #{pending.pk}."


def test_details_that_did_not_come_are_a_reason_only_where_a_doctor_waits_for_them(admin, doctor):
    """The asker is told to answer the doctor then, and would find nothing to answer."""
    waiting, other = (make_question(status="pending") for _each in range(2))
    alone = press(admin, other, "_decline")
    assert 'value="no_details"' not in alone.text
    assert status_of(other) == "pending"
    assert "Select a valid choice" in fill_in(admin, alone, reason="no_details").text
    DetailsRequest.objects.create(question=waiting, doctor=doctor, text="Since when?")
    both = act(admin, "decline_selected", waiting, other)
    assert 'value="no_details"' in both.text
    done, refused = messages_of(fill_in(admin, both, reason="no_details"))
    assert [status_of(waiting), status_of(other)] == ["declined", "pending"]
    assert done == f"Declined: #{waiting.pk}."
    assert "No doctor waits for details from the asker: choose another reason." in refused


def test_bulk_specialty_moves_published_answers_too(admin):
    specialty, published = make_specialty("allergy"), make_question()
    pending = make_question(status="pending", specialty=None)
    page = act(admin, "assign_specialty_to", published, pending)
    fill_in(admin, page, specialty=specialty.pk)
    assert set(specialty.questions.all()) == {published, pending}
    assert "Allergy" in Client().get(published.get_absolute_url()).content.decode()


def test_bulk_tags_are_added_to_those_there(admin):
    question = make_question(tags=["fever"])
    page = act(admin, "add_tags_to", question)
    assert "Write at least one tag." in fill_in(admin, page, tag_names=" ").content.decode()
    fill_in(admin, page, tag_names="rash, Fever")
    assert set(question.tags.names()) == {"fever", "rash"}


@pytest.mark.parametrize("ids", ["", "x", "0", str(2**70), "1,²", "1\n"])
def test_bulk_page_of_no_question_is_not_found(admin, ids):
    address = reverse("admin:questions_question_bulk", args=["decline"])
    assert admin.get(address, {"ids": ids}).status_code == 404


def test_unknown_bulk_page_is_not_found(admin):
    address = reverse("admin:questions_question_bulk", args=["erase"])
    assert admin.get(address, {"ids": make_question().pk}).status_code == 404


# Replies


def test_reply_can_be_corrected_but_not_its_signature(admin, moderator):
    question = make_question(reply="Old reply.")
    reply = question.replies.get()
    fields = {
        "text": "Corrected **reply**.",
        "explanation": "",
        "reviewed_on": "2026-05-01",
        "review_due_on": "2027-05-01",
        "doctor_name": "Someone Else",
    }
    admin.post(change_address(reply), fields)
    reply.refresh_from_db()
    assert reply.text_html == "<p>Corrected <strong>reply</strong>.</p>"
    assert reply.doctor_name != "Someone Else"
    page = Client().get(question.get_absolute_url()).content.decode()
    assert "Corrected <strong>reply</strong>." in page
    assert reply.history.first().history_user == moderator


def test_published_reply_cannot_be_emptied(admin):
    reply = make_question(reply="Stays.").replies.get()
    response = admin.post(change_address(reply), {"text": " ", "explanation": ""})
    assert "This field is required." in response.content.decode()
    reply.refresh_from_db()
    assert reply.text == "Stays."


@pytest.mark.parametrize("emptied", ["reviewed_on", "review_due_on"])
def test_published_reply_keeps_both_days_of_its_review_or_neither(admin, emptied):
    reply = make_question(reply="Stays.").replies.get()
    days = {"reviewed_on": "2026-05-01", "review_due_on": "2027-05-01"}
    fields = {"text": "Changed.", "explanation": "", **days}
    response = admin.post(change_address(reply), fields | {emptied: ""})
    assert response.status_code == 200
    assert "Say both days of the review, or neither." in response.text
    reply.refresh_from_db()
    assert reply.text == "Stays." and reply.reviewed_on and reply.review_due_on
    admin.post(change_address(reply), fields | dict.fromkeys(days, ""))
    reply.refresh_from_db()
    assert (reply.text, reply.reviewed_on, reply.review_due_on) == ("Changed.", None, None)


def test_drafts_are_their_doctors_own(admin, doctor):
    question = make_question(status="claimed", doctor=doctor)
    draft = Reply.objects.create(question=question, doctor=doctor, text="Marker in a draft")
    assert "Marker in a draft" not in admin.get(change_address(question)).content.decode()
    assert admin.get(change_address(draft)).status_code == 302  # "does not exist", to the index


# Reports


def test_reports_stand_with_the_open_ones_first_and_are_handled_once(admin, moderator):
    question = make_question()
    handled, waiting = (Report.objects.create(question=question, reason="wrong") for _ in "ab")
    handled.handle(by=moderator)
    page = admin.get(list_address(Report))
    assert list(page.context["cl"].result_list) == [waiting, handled]
    assert "open (1)" in page.content.decode()
    act(admin, "mark_handled", waiting, handled)
    waiting.refresh_from_db()
    assert waiting.handled_by == moderator
    when = handled.handled_at
    handled.refresh_from_db()
    assert handled.handled_at == when


def test_very_many_rows_are_not_all_named(admin):
    rows = [make_question(status="pending") for _ in range(22)]
    [done] = messages_of(act(admin, "approve_selected", *rows))
    assert done.endswith("and 2 more.")
    assert done.count("#") == 20


def test_what_has_nothing_to_save_offers_no_save(admin):
    question = make_question()
    report = Report.objects.create(question=question, reason="wrong")
    assert 'name="_save"' not in admin.get(change_address(report)).text
    assert 'name="_handle"' in admin.get(change_address(report)).text
    assert 'name="_save"' in admin.get(change_address(question)).text


def test_specialties_without_a_doctor_are_marked_where_one_is_assigned(admin, doctor):
    question = make_question(status="pending", specialty=make_specialty("surgery"))
    page = act(admin, "assign_specialty_to", question)
    choices = [label for _value, label in page.context["form"].fields["specialty"].choices]
    assert choices[1:] == ["Pediatrics", "Surgery – no doctor at present"]


def test_report_leads_to_its_question(admin):
    report = Report.objects.create(question=make_question(), reason="wrong")
    content = admin.get(change_address(report)).content.decode()
    assert change_address(report.question) in content


# Tags


def tag_fields(tag: Tag, *synonyms: str, **changes) -> dict[str, object]:
    return {
        "name": tag.name,
        "name_zh_hant": tag.name_zh_hant,
        "kind": tag.kind,
        "synonyms-TOTAL_FORMS": len(synonyms),
        "synonyms-INITIAL_FORMS": 0,
        **{f"synonyms-{n}-name": name for n, name in enumerate(synonyms)},
    } | changes


def test_tag_gets_synonyms_and_search_follows(admin):
    question = make_question(tags=["thrombocytopenia"])
    Question.objects.update(refresh_due_at=None)
    tag = question.tags.get()
    admin.post(change_address(tag), tag_fields(tag, "Zytopenx", kind="condition"))
    question.refresh_from_db()
    assert known("zytopenx") == tag
    assert question.refresh_due_at is not None
    refresh_all_due()
    found = Client().get(reverse("search"), {"q": "zytopenx"}).content.decode()
    assert question.get_absolute_url() in found


def test_a_page_of_thousands_of_synonyms_is_not_made(admin):
    tag = Tag.objects.create(name="Paracetamol", slug="paracetamol")
    fields = {"name": "Paracetamol", "kind": "medicine", "slug": "paracetamol"}
    rows = {"synonyms-TOTAL_FORMS": 2_147_483_648, "synonyms-INITIAL_FORMS": 0}
    page = admin.post(change_address(tag), fields | rows)
    assert page.status_code == 200
    assert len(re.findall(r'name="synonyms-\d+-name"', page.text)) == 100
    assert not tag.synonyms.exists()


def test_name_of_a_tag_or_synonym_means_one_tag(admin):
    fever, rash = Tag.objects.create(name="fever"), Tag.objects.create(name="rash", slug="rash")
    Synonym.objects.create(tag=rash, name="exanthem", slug="exanthem")
    taken = admin.post(change_address(fever), tag_fields(fever, name="Exanthem"))
    assert "This is a synonym of “rash”." in taken.content.decode()
    merged = admin.post(change_address(fever), tag_fields(fever, "Rash"))
    assert "merge it instead" in merged.content.decode()
    twice = admin.post(change_address(fever), tag_fields(fever, "exanthem"))
    assert "already a synonym" in twice.content.decode()


def test_merged_tag_becomes_a_synonym_with_its_questions_and_address(admin, moderator):
    kept = make_question(tags=["itp"]).tags.get()
    both = make_question(tags=["itp", "immune thrombocytopenia"])
    other = known("immune thrombocytopenia")
    page = act(admin, "merge_selected", kept, other)
    asked = fill_in(admin, page, target=kept.pk).context
    assert "moves 1 question." in asked["to_confirm"]
    assert Tag.objects.filter(pk=other.pk).exists()
    confirmed = asked["form"]["confirmed"].value()
    response = fill_in(admin, page, target=kept.pk, confirmed=confirmed)
    assert messages_of(response) == [f"Merged: {other}."]
    assert not Tag.objects.filter(pk=other.pk).exists()
    assert list(both.tags.all()) == [kept]
    assert known("Immune Thrombocytopenia") == kept
    old_address = Client().get(reverse("tag", args=[other.slug]))
    assert old_address.url == kept.get_absolute_url()
    assert kept.history.first().history_user == moderator


def test_new_tag_does_not_take_the_address_of_a_merged_one(admin):
    fever = Tag.objects.create(name="fever")
    Synonym.objects.create(tag=fever, name="pyrexia", slug="pyrexia")
    fields = tag_fields(Tag(name="Pyrexia!", kind="other"), slug="pyrexia")
    response = admin.post(reverse("admin:questions_tag_add"), fields)
    assert "This address leads to another tag already." in response.content.decode()


def test_merging_keeps_every_name(admin):
    target = Tag.objects.create(name="fever", slug="fever", name_zh_hant="發燒")
    other = Tag.objects.create(name="pyrexia", slug="pyrexia", name_zh_hant="發熱")
    Synonym.objects.create(tag=other, name="Pyrexia", slug="pyrexia-2")  # in an import's data
    page = act(admin, "merge_selected", other)
    fill_in(admin, page, other="fever", confirmed=target.pk)
    assert [known("發燒"), known("發熱"), known("pyrexia")] == [target] * 3


def test_tags_merge_into_another_named_by_a_synonym(admin):
    target = Tag.objects.create(name="fever", slug="fever")
    Synonym.objects.create(tag=target, name="pyrexia", slug="pyrexia")
    one = Tag.objects.create(name="high temperature", slug="high-temperature")
    page = act(admin, "merge_selected", one)
    assert "write the name of one" in fill_in(admin, page, other="no such").content.decode()
    asked = fill_in(admin, page, other="Pyrexia", confirmed=one.pk).context
    assert "into “fever”" in asked["to_confirm"]
    assert "cannot be merged into itself" in fill_in(admin, page, other=one.name).text
    fill_in(admin, page, other="Pyrexia", confirmed=target.pk)
    assert known("high temperature") == target


def test_a_tag_is_merged_from_its_own_page(admin):
    question = make_question(tags=["fever"])
    tag = question.tags.get()
    response = admin.post(change_address(tag), tag_fields(tag, "Pyrexia") | {"_merge": "1"})
    assert known("pyrexia") == tag
    page = admin.get(response.url)
    assert page.context["lines"] == ["fever (other), 0 answers"]
    assert "target" not in page.context["form"].fields


def test_names_are_completed_with_what_is_in_use_first(admin):
    make_question(tags=["fever"])
    for name in ("fever a", "fever b"):
        Tag.objects.create(name=name)
    refresh_all_due()
    asked = {"term": "fever", "app_label": "questions", "model_name": "synonym"}
    found = admin.get(reverse("admin:autocomplete"), asked | {"field_name": "tag"}).json()
    assert [one["text"] for one in found["results"]] == ["fever", "fever a", "fever b"]


# Strict pages


def pages(admin, doctor) -> list[str]:
    question = make_question(tags=["fever"])
    report = Report.objects.create(question=question, reason="wrong")
    claimed = make_question(status="claimed", doctor=doctor)
    publish_reply(
        question=claimed, by=doctor, text="Yes.", explanation="", summary="", tags=["rash"]
    )
    rows = [question, report, claimed, claimed.replies.get(), question.tags.get(), doctor]
    bulk = reverse("admin:questions_question_bulk", args=["decline"])
    return [
        reverse("admin:index"),
        f"{bulk}?ids={question.pk}",
        *(list_address(type(row)) for row in rows),
        *(change_address(row) for row in rows),
        *(f"{change_address(row)}".replace("/change/", "/history/") for row in rows),
    ]


def test_admin_pages_have_a_strict_policy_and_nothing_inline(admin, doctor):
    for address in pages(admin, doctor):
        response = admin.get(address)
        content = response.content.decode()
        assert response.status_code == 200, address
        policy = response.headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert not re.search(r"<style|\sstyle=|\son\w+=\"", content), address
        assert not re.search(r"<script(?![^>]*\bsrc=)", content), address


# Possibly answered already


def test_a_question_that_was_answered_before_is_declined_with_the_answer(admin, client, settings):
    settings.SITE_URL = "https://example.org"
    words = {"title": "Hives after scrambled egg", "body": "Red spots within the hour."}
    for _ in range(7):
        make_question(**words)
    hidden = make_question(**words, status="open")
    rebuild()
    question = make_question(**words, status="pending", contact={"submission": uuid.uuid4()})
    page = admin.get(change_address(question)).content.decode()
    shown = page.split("Possibly answered already")[1].split("</section>")[0]
    assert shown.count("<li>") == 5
    assert f"#{hidden.pk} " not in shown
    link = re.findall(r'href="([^"]+)">Decline with this answer', shown)[-1]
    page = admin.get(unescape(link)).content.decode()
    assert re.search(r'value="answered"[^>]* checked', page)
    note = unescape(re.search(r"<textarea[^>]*>([^<]*)", page)[1]).strip()
    assert note.startswith("https://example.org/questions/")
    admin.post(unescape(link), {"reason": "answered", "note": note})
    assert status_of(question) == "declined"
    ticket = client.get(question.contact.get_absolute_url()).content.decode()
    assert f'<a href="{note}"' in ticket


@pytest.mark.parametrize(
    ("reason", "words"), [("answered", "Write where"), ("other", "Write the reason")]
)
def test_a_reason_that_says_nothing_by_itself_needs_a_note(admin, moderator, reason, words):
    question = make_question(status="pending")
    address = f"{reverse('admin:questions_question_bulk', args=['decline'])}?ids={question.pk}"
    assert words in admin.post(address, {"reason": reason, "note": " "}).text
    with pytest.raises(ValidationError, match=words):
        decline_question(question=question, by=moderator, reason=reason, note=" ")
    assert status_of(question) == "pending"


@pytest.mark.parametrize(("status", "is_said"), [("pending", False), ("retracted", True)])
def test_who_sends_to_a_doctor_reads_of_drafts_only_where_there_are_replies(admin, status, is_said):
    question = make_question(status=status)
    address = f"{reverse('admin:questions_question_bulk', args=['to_doctor'])}?ids={question.pk}"
    assert ("become drafts again" in admin.get(address).text) == is_said


@pytest.mark.parametrize("status", ["published", "declined", "withdrawn"])
def test_who_has_an_answer_or_wants_none_is_offered_none(admin, status):
    words = {"title": "Hives after scrambled egg", "body": "Red spots within the hour."}
    make_question(**words)
    question = make_question(**words, status=status)
    rebuild()
    assert "Possibly answered already" not in admin.get(change_address(question)).content.decode()


def test_an_address_fills_in_nothing_but_a_reason_and_a_note(admin):
    tags = [make_question(tags=[name]).tags.get() for name in ("one", "two")]
    merge = reverse("admin:questions_tag_bulk", args=["merge"])
    query = {"ids": tags[0].pk, "confirmed": tags[1].pk, "other": "two"}
    page = admin.get(merge, query).content.decode()
    assert re.search(r'name="confirmed" value=', page) is None


def test_moderators_change_no_dose_in_the_line_below_a_title(client, moderator, doctor):
    question = make_question(doctor=doctor, summary="It passes by itself.")
    client.force_login(moderator)
    page = reverse("admin:questions_question_change", args=[question.pk])
    form = client.get(page).context["adminform"].form
    data = {name: form[name].value() or "" for name in form.fields if name != "suggested_tags"}
    data |= {"tag_names": "", "summary": "Give 10 mg twice a day."}
    answer = client.post(page, data)
    assert "Doses are changed by doctors" in answer.text
    answer = client.post(page, data | {"summary": "Studies show that it passes."})
    assert "Its doctor would be asked about this" in answer.text
    question.refresh_from_db()
    assert question.summary == "It passes by itself."
