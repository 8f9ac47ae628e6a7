"""The doctors' desk, as a doctor meets it."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from doctors.models import Doctor
from questions import actions
from questions.already_answered import answered_like
from questions.models import Question, Reply, Synonym, Tag
from questions.rebuild import rebuild
from tests.factories import make_doctor, make_question, make_reply, make_specialty, make_user
from tests.questions.at_desk import address, at_desk

pytestmark = pytest.mark.django_db


def written(**fields) -> dict[str, object]:
    return {
        "text": "Cool the skin and watch it.",
        "explanation": "",
        "summary": "Whether a red cheek after egg is an allergy.",
        "specialty": make_specialty().pk,
        "tags": [],
        "other_tags": "",
    } | fields


def claimed_by(doctor, **fields) -> Question:
    return make_question(status="claimed", doctor=doctor, **fields)


# Who sees what


def test_visitor_is_asked_to_sign_in(visitor):
    response = visitor.get(reverse("desk"))
    assert response.url == f"{reverse('login')}?next={reverse('desk')}"


def test_account_without_doctor_has_no_desk(client):
    client.force_login(make_user())
    assert client.get(reverse("desk")).status_code == 403


def test_moderator_without_doctor_is_led_to_the_admin(client, moderator):
    client.force_login(moderator)
    assert client.get(reverse("desk")).url == reverse("admin:index")


def test_desk_lists_open_questions_oldest_first(desk):
    newer = make_question(status="open", title="Newer")
    older = make_question(status="open", title="Older", asked_at=newer.asked_at - timedelta(days=1))
    response = desk.get(reverse("desk"))
    assert list(response.context["waiting"]) == [older, newer]


def test_what_may_be_an_emergency_stands_on_top_of_the_desk(desk):
    older = make_question(status="open")
    urgent = make_question(
        status="open", is_urgent=True, asked_at=older.asked_at + timedelta(days=1)
    )
    response = desk.get(reverse("desk"))
    assert list(response.context["waiting"]) == [urgent, older]


def test_desk_shows_questions_of_my_specialties_and_of_none(desk, doctor):
    doctor.other_specialties.add(make_specialty("pharmacology"))
    shown = [
        make_question(status="open"),
        make_question(status="open", specialty=make_specialty("pharmacology")),
        make_question(status="open", specialty=None),
    ]
    make_question(status="open", specialty=make_specialty("cardiology"))
    assert set(desk.get(reverse("desk")).context["waiting"]) == set(shown)


@pytest.mark.parametrize("status", ["pending", "declined", "withdrawn", "retracted"])
def test_desk_hides_what_is_not_for_doctors(desk, status):
    question = make_question(status=status, title="Marker in hiding")
    assert b"Marker in hiding" not in desk.get(reverse("desk")).content
    assert desk.get(address("question", question)).status_code == 404


def test_question_of_another_specialty_is_hidden(desk):
    question = make_question(status="open", specialty=make_specialty("cardiology"))
    assert desk.get(address("question", question)).status_code == 404
    assert desk.post(address("claim", question)).status_code == 404


def test_desk_says_how_long_a_question_waits_and_marks_late_ones(desk):
    make_question(status="open", asked_at=timezone.now() - timedelta(days=2, hours=4, minutes=5))
    make_question(status="open", asked_at=timezone.now() - timedelta(hours=3, minutes=5))
    content = desk.get(reverse("desk")).content.decode()
    assert "waiting 2 d 4 h" in content
    assert "waiting 3 h" in content
    assert content.count("wait late") == 1


def test_desk_shows_who_has_taken_a_question(desk, other_doctor):
    claimed_by(other_doctor)
    assert "Dr. Bo Colleague is replying" in desk.get(reverse("desk")).content.decode()


def test_what_i_hold_stands_apart_on_top(desk, doctor):
    mine = claimed_by(doctor)
    response = desk.get(reverse("desk"))
    assert list(response.context["held"]) == [mine]
    assert mine not in response.context["waiting"]


def test_desk_costs_as_many_queries_for_many_as_for_one(desk, django_assert_num_queries):
    for _ in range(5):
        make_question(status="open")
    with django_assert_num_queries(19):
        desk.get(reverse("desk"))


@pytest.mark.parametrize("path", ["/desk/", "/accounts/login/", "/zh-hant/desk/", "/admin/login/"])
def test_staff_pages_are_kept_by_nobody(visitor, path):
    response = visitor.get(path)
    assert "no-store" in response.headers["Cache-Control"]
    assert "noindex" in response.headers["X-Robots-Tag"]


# Who may reply

OBSTACLES = {
    "unverified": ({"verified_at": None}, "has not been checked yet"),
    "expired": ({"licence_expires_on": timezone.localdate() - timedelta(days=1)}, "has expired"),
    "suspended": ({"suspended_at": timezone.now()}, "is suspended"),
}


@pytest.fixture(params=OBSTACLES.values(), ids=OBSTACLES)
def hindered(request, doctor):
    """The same doctor, who may not reply any more; gives the words that say why."""
    changes, words = request.param
    Doctor.objects.filter(pk=doctor.pk).update(**changes)
    return words


def test_hindered_doctor_reads_why_and_sees_no_waiting_question(desk, hindered):
    question = make_question(status="open", title="Marker in hiding")
    for page in (desk.get(reverse("desk")), desk.get(address("question", question))):
        assert hindered in page.text
        assert "Marker in hiding" not in page.text


def test_hindered_doctor_cannot_take_a_question(desk, hindered):
    question = make_question(status="open")
    response = desk.post(address("claim", question))
    assert response.status_code == 403
    assert hindered in response.content.decode()
    question.refresh_from_db()
    assert question.status == "open"


def test_hindered_doctor_cannot_publish_and_keeps_the_text(desk, doctor, hindered):
    question = claimed_by(doctor)
    response = desk.post(address("publish", question), written(text="Typed before the check."))
    assert response.status_code == 403
    content = response.content.decode()
    assert hindered in content
    assert "Typed before the check." in content
    assert not Reply.objects.published().exists()


# Taking


def test_doctor_takes_a_question(desk, doctor):
    question = make_question(status="open")
    assert desk.post(address("claim", question)).url == address("question", question)
    question.refresh_from_db()
    assert (question.status, question.claimed_by) == ("claimed", doctor)
    assert question.history.first().history_user == doctor.user


def test_question_whose_text_cannot_be_kept_is_not_taken_either(desk):
    question = make_question(status="open")
    sent = {"text": "Below another.", "explanation": "", "draft_version": 0, "is_second": "1"}
    refused = desk.post(address("claim", question), sent)
    assert refused.status_code == 403
    assert "Below another." in refused.text
    question.refresh_from_db()
    assert question.status == "open"
    assert not question.replies.exists()


def test_taking_twice_is_taking_once(desk, doctor):
    question = make_question(status="open")
    desk.post(address("claim", question))
    assert desk.post(address("claim", question)).url == address("question", question)


def test_second_doctor_is_told_who_was_first(desk, other_doctor):
    question = claimed_by(other_doctor)
    response = desk.post(address("claim", question))
    assert response.status_code == 409
    assert "Dr. Bo Colleague is replying" in response.content.decode()


def test_pages_that_answer_a_form_lead_to_the_question_in_the_other_language(desk, doctor):
    question = claimed_by(doctor)
    there = f"/zh-hant{address('question', question)}"
    for name, typed in (("preview", {"text": "A reply."}), ("save", {"text": "x" * 6_000})):
        page = desk.post(address(name, question), typed)
        assert page.status_code == 200
        assert f'href="{there}" hreflang="zh-hant"' in page.text
    assert desk.get(there).status_code == 200


def test_a_look_takes_nothing(desk):
    question = make_question(status="open")
    assert desk.get(address("question", question)).status_code == 200
    assert desk.get(address("claim", question)).url == address("question", question)
    question.refresh_from_db()
    assert question.status == "open"


@pytest.mark.django_db(transaction=True)
def test_of_two_doctors_at_once_exactly_one_gets_the_question():
    doctors = [make_doctor(name="Ada First"), make_doctor(name="Bo Second")]
    question = make_question(status="open")
    start, responses = Barrier(2), {}

    def take(doctor):
        client = Client()
        client.force_login(doctor.user)
        start.wait()
        responses[doctor] = client.post(address("claim", question))
        connection.close()

    threads = [Thread(target=take, args=[doctor]) for doctor in doctors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    question.refresh_from_db()
    winner = question.claimed_by
    (loser,) = (doctor for doctor in doctors if doctor != winner)
    assert responses[winner].status_code == 302
    assert responses[loser].status_code == 409
    assert f"{winner.display_name} is replying" in responses[loser].content.decode()


def test_desk_lists_my_published_replies_the_newest_first(desk, doctor):
    older = make_question(doctor=doctor, title="Older answer")
    newer = make_question(
        doctor=doctor,
        title="Newer answer",
        published_at=older.published_at + timedelta(days=1),
    )
    make_question(title="Answer of another")
    content = desk.get(reverse("desk")).content.decode()
    assert content.index(newer.get_absolute_url()) < content.index(older.get_absolute_url())
    assert "Answer of another" not in content


# Writing


def test_draft_keeps_all_that_was_written(desk, doctor):
    question = claimed_by(doctor, specialty=None)
    specialty = make_specialty("dermatology")
    answer = desk.post(
        address("save", question),
        written(explanation="**More**", other_tags="egg, rash", specialty=specialty.pk),
    )
    form = desk.get(answer.url).context["form"]
    assert form["text"].value() == "Cool the skin and watch it."
    assert form["explanation"].value() == "**More**"
    assert form["summary"].value() == "Whether a red cheek after egg is an allergy."
    assert form["specialty"].value() == specialty.pk
    assert {tag.name for tag in question.tags.all()} == {"egg", "rash"}
    assert not Reply.objects.published().exists()


def test_who_may_not_reply_any_more_changes_only_their_own_words(desk, doctor):
    question = claimed_by(doctor)
    Doctor.objects.update(licence_expires_on=timezone.localdate() - timedelta(days=1))
    desk.post(address("save", question), written(other_tags="egg"))
    question.refresh_from_db()
    assert question.replies.get().text == "Cool the skin and watch it."
    assert (question.summary, question.tags.count()) == ("", 0)


def test_empty_draft_can_be_saved(desk, doctor):
    question = claimed_by(doctor)
    assert desk.post(address("save", question), written(text="")).status_code == 302


def test_tags_that_the_text_names_are_offered_and_not_yet_chosen(desk, doctor):
    Synonym.objects.create(tag=Tag.objects.create(name="eczema"), name="atopic rash", slug="a")
    question = claimed_by(doctor, title="Is an atopic rash dangerous?", tags=["baby"])
    boxes = desk.get(address("question", question)).context["form"]["tags"]
    offered = {str(box.choice_label): box.data["selected"] for box in boxes}
    assert offered == {"baby": True, "eczema": False}
    assert {box.data["reason"] for box in boxes} == {"", "Named in the text"}


def test_preview_shows_what_readers_will_see_and_keeps_the_draft(desk, doctor):
    question = claimed_by(doctor)
    pressed = desk.post(
        address("preview", question),
        written(explanation="Read *this*.<script>alert(1)</script>", other_tags="brand new tag"),
    )
    response = desk.get(pressed.url)
    content = response.content.decode()
    assert response.status_code == 200
    assert "<em>this</em>" in content
    assert "alert(1)</script>" not in content
    assert "Dr. Ada Verified" in content
    assert "brand new tag" in content
    question.refresh_from_db()
    assert question.status == "claimed"
    assert question.replies.get().text == "Cool the skin and watch it."
    assert question.history.filter(status="published").count() == 0
    assert desk.get(pressed.url).content.decode().count("<em>this</em>") == 1


def test_preview_and_published_page_are_the_same(desk, doctor):
    question = claimed_by(doctor)
    fields = written(explanation="Longer.\n\n- one\n- two", other_tags="egg")
    preview = desk.post(address("preview", question), fields, follow=True).content.decode()
    desk.post(address("publish", question), fields)
    page = desk.get(question.get_absolute_url()).content.decode()
    for start, end in [('class="card asked"', "</section>"), ('class="card reply', "</article>")]:
        part = preview[preview.index(start) :]
        assert part[: part.index(end)] in page


def test_published_reply_is_public_and_signed(desk, doctor, client):
    Synonym.objects.create(tag=Tag.objects.create(name="egg allergy"), name="egg", slug="egg")
    fever = Tag.objects.create(name="fever")
    question = claimed_by(doctor)
    fields = written(tags=[fever.pk], other_tags="Egg")
    response = desk.post(address("publish", question), fields)
    question.refresh_from_db()
    page = desk.get(response.url).content.decode()
    assert f'Published: <a href="{question.get_absolute_url()}">' in page
    reply = question.replies.get()
    assert (reply.status, reply.doctor_name, reply.doctor_was_verified) == (
        "published",
        "Ada Verified",
        True,
    )
    assert reply.history.first().history_user == doctor.user
    assert {tag.name for tag in question.tags.all()} == {"fever", "egg allergy"}
    assert question.claimed_by is None
    assert b"Cool the skin" in Client().get(question.get_absolute_url()).content


def test_question_whose_asker_was_not_sure_gets_the_specialty_chosen(desk, doctor):
    question = claimed_by(doctor, specialty=None)
    specialty = make_specialty("allergy")
    desk.post(address("publish", question), written(specialty=specialty.pk))
    question.refresh_from_db()
    assert question.specialty == specialty


def test_publishing_twice_publishes_once_and_says_so_of_another_text(desk, doctor):
    question = claimed_by(doctor)
    for _ in range(2):
        response = desk.post(address("publish", question), written(), follow=True)
    assert "Your reply is public already" not in response.content.decode()
    response = desk.post(address("publish", question), written(text="Stale tab."), follow=True)
    assert "Your reply is public already" in response.content.decode()
    assert question.get_absolute_url() in response.content.decode()
    assert question.replies.get().text == "Cool the skin and watch it."


def test_second_of_two_presses_says_that_it_is_published(desk, doctor):
    """A browser that got a second press drops the answer to the first, and the sentence in it."""
    question = claimed_by(doctor)
    desk.post(address("publish", question), written())
    response = desk.post(address("publish", question), written(), follow=True)
    said = [str(one) for one in response.context["messages"]]
    assert len(said) == 1
    assert said[0].startswith("Published:")
    assert question.get_absolute_url() in said[0]


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_publish_once():
    doctor = make_doctor()
    question = claimed_by(doctor)
    fields, start, urls = written(), Barrier(2), []

    def press():
        client = at_desk(doctor.user)
        start.wait()
        urls.append(client.post(address("publish", question), fields).url)
        connection.close()

    threads = [Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    question.refresh_from_db()
    assert urls == [reverse("desk")] * 2
    assert question.replies.count() == 1


def test_publishing_needs_the_claim_and_keeps_the_text(desk):
    question = make_question(status="open")
    response = desk.post(address("publish", question), written(text="Typed in a stale tab."))
    assert response.status_code == 403
    content = response.content.decode()
    assert "You do not hold this question any more." in content
    assert "Typed in a stale tab." in content
    assert not Reply.objects.published().exists()


def test_stale_page_can_take_the_question_again_with_its_text(desk):
    question = make_question(status="open")
    desk.post(address("claim", question), written(text="Typed in a stale tab.", draft_version=0))
    form = desk.get(address("question", question)).context["form"]
    assert form["text"].value() == "Typed in a stale tab."


def test_publishing_what_another_doctor_took_says_who_has_it(desk, other_doctor):
    question = claimed_by(other_doctor)
    response = desk.post(address("publish", question), written(text="Typed in a stale tab."))
    content = response.content.decode()
    assert response.status_code == 403
    assert "Dr. Bo Colleague is replying" in content
    assert "Typed in a stale tab." in content


def test_publishing_what_its_asker_has_withdrawn_keeps_the_text(desk):
    question = make_question(status="open", title="Marker in hiding")
    desk.post(address("claim", question))
    question.refresh_from_db()
    question.change_to("withdrawn", by=None, claimed_by=None, claimed_at=None)
    response = desk.post(address("publish", question), written(text="Typed too late."))
    content = response.content.decode()
    assert response.status_code == 403
    assert "Typed too late." in content
    assert "Marker in hiding" not in content


def test_given_back_question_waits_for_others_and_the_draft_is_kept(desk, doctor, other_doctor):
    question = claimed_by(doctor)
    desk.post(address("release", question), written(text="As far as I came."))
    question.refresh_from_db()
    assert (question.status, question.claimed_by) == ("open", None)
    other = Client()
    other.force_login(other_doctor.user)
    assert other.post(address("claim", question)).status_code == 302
    assert "As far as I came." not in other.get(address("question", question)).content.decode()
    assert "As far as I came." in desk.get(address("question", question)).content.decode()


def test_doctor_sees_that_an_answered_question_is_public(desk, doctor):
    question = make_question(status="published", reply="Wait.")
    assert "Wait." in desk.get(address("question", question)).text
    make_reply(question, doctor=doctor)
    assert desk.get(address("question", question)).url == question.get_absolute_url()


def test_doctor_is_told_of_a_tag_that_is_new(desk, doctor):
    question = claimed_by(doctor, tags=["fever"])
    fields = written(other_tags="Fever, nosuchtag")
    page = desk.post(address("save", question), fields, follow=True).content.decode()
    assert "New tag: nosuchtag" in page


# Two tabs


def shown_in_tab(desk, question, **changes) -> dict[str, object]:
    """What the form of a tab sends that was opened now."""
    form = desk.get(address("question", question)).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: [] if value is None else value for name, value in values.items()} | changes


@pytest.mark.parametrize("button", ["save", "preview", "publish", "release"])
def test_second_tab_replaces_no_text_silently(desk, doctor, button):
    question = claimed_by(doctor)
    stale = shown_in_tab(desk, question, explanation="Typed in the other tab.", text="Short.")
    desk.post(address("save", question), shown_in_tab(desk, question, **written(text="Long work.")))
    response = desk.post(address(button, question), stale)
    content = response.content.decode()
    assert response.status_code == 409
    assert "This draft was changed elsewhere" in content
    assert '<div class="as-typed" data-other="text">Long work.</div>' in content
    assert '<div class="as-typed" data-mine="text">Short.</div>' in content
    assert "Typed in the other tab.</textarea>" in content
    assert question.replies.get().text == "Long work."
    stale["version"] = response.context["form"]["version"].value()
    stale["draft_version"] = response.context["form"]["draft_version"].value()
    assert desk.post(address("save", question), stale).status_code == 302
    assert question.replies.get().text == "Short."


def test_same_text_saved_twice_is_no_conflict(desk, doctor):
    question = claimed_by(doctor)
    fields = shown_in_tab(desk, question, text="Words.", other_tags="egg, rash")
    assert desk.post(address("save", question), fields).status_code == 302
    assert desk.post(address("save", question), fields).status_code == 302


# Bad input


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": ""}, "Write a reply before you publish."),
        ({"text": " \n "}, "Write a reply before you publish."),
        ({"text": "x" * 100_000}, "5000 characters"),
        ({"text": "a\0b"}, "cannot be read have been taken out"),
        ({"explanation": "x" * 100_000}, "50000 characters"),
        ({"summary": "x" * 401}, "400 characters"),
        ({"tags": ["999999"]}, "Select a valid choice"),
        ({"tags": [str(2**70)]}, "Select a valid choice"),
        ({"tags": ["1\0"]}, "cannot be read have been taken out"),
        ({"tags": ["x' OR 1=1"]}, "not a valid value"),
        ({"other_tags": "---"}, "cannot be the name of a tag"),
        ({"other_tags": "x" * 201}, "cannot be the name of a tag"),
        ({"other_tags": "fever, tel 0912-345-678"}, "cannot be the name of a tag"),
        ({"other_tags": ",".join(f"tag {n}" for n in range(60))}, "At most 50 tags"),
        ({"other_tags": "a\0b"}, "cannot be read have been taken out"),
        ({"specialty": ""}, "This field is required."),
        ({"specialty": str(2**70)}, "Select a valid choice"),
        ({"specialty": "x"}, "Select a valid choice"),
    ],
)
def test_bad_input_is_explained_with_the_text_kept(desk, doctor, fields, words):
    question = claimed_by(doctor)
    response = desk.post(address("publish", question), written(explanation="Kept words.") | fields)
    content = response.content.decode()
    assert response.status_code == 200
    assert "error-summary" in content
    assert words in content
    assert "explanation" in fields or "Kept words." in content
    assert not Reply.objects.published().exists()


def test_hidden_characters_are_told_of_once_and_then_it_is_public_without_them(desk, doctor):
    question = claimed_by(doctor)
    fields = written(text="Cool\u202e it,\u00ad\u200e that helps.")
    page = desk.post(address("publish", question), fields)
    assert "turn the direction of text have been taken out" in page.text
    assert not Reply.objects.published().exists()
    clean = page.context["form"]["text"].value()
    assert clean == "Cool it, that helps."
    desk.post(address("publish", question), fields | {"text": clean})
    assert Reply.objects.published().get().text == clean


@pytest.mark.parametrize("number", [0, 2**63, 10**40])
def test_unknown_number_is_not_found(desk, number):
    assert desk.get(f"/desk/questions/{number}/").status_code == 404


def test_question_of_another_specialty_that_was_begun_is_not_offered(desk, doctor):
    question = make_question(status="open", specialty=make_specialty("dermatology"))
    Reply.objects.create(question=question, doctor=doctor, text="Begun.")
    assert desk.get(address("question", question)).context["can_claim"] is False


# Similar, already answered


ANSWERED = {"title": "Hives after scrambled egg", "body": "Red spots within the hour."}


def answers_at(desk, question: Question) -> str:
    """What the page offers between the question and the form, "" where there is nothing."""
    page = desk.get(address("question", question)).content.decode()
    _before, _, after = page.partition('<section class="card" aria-labelledby="answered">')
    return after.partition("</section>")[0]


def test_similar_answers_stand_beside_a_question_with_their_numbers(desk):
    answered = make_question(**ANSWERED, doctor=make_doctor(name="Eve Earlier"))
    Tag.objects.create(name="hives", slug="hives")
    make_question(title="Is snoring normal?", body="He snores.")
    rebuild()
    shown = answers_at(
        desk, make_question(status="open", title="Hives from egg?", body="Red spots")
    )
    for part in (
        f'href="{answered.get_absolute_url()}" target="_blank">Hives after scrambled egg</a>',
        f"#{answered.pk} · Dr. Eve Earlier · 1 January 2026",
        "also about: ",
    ):
        assert part in shown
    assert "snoring" not in shown
    assert answers_at(desk, make_question(status="open", title="Flat feet?", body="Shoes.")) == ""


def test_at_most_four_similar_answers_are_shown_and_never_what_is_not_public(desk):
    for _ in range(5):
        make_question(**ANSWERED)
    hidden = make_question(**ANSWERED, status="pending")
    rebuild()
    shown = answers_at(desk, make_question(status="open", **ANSWERED))
    assert shown.count("<li>") == 4
    assert f"#{hidden.pk} " not in shown


def test_what_was_said_of_a_question_goes_from_the_desk_with_it(desk, doctor):
    question = make_question(status="open", title="Marker of the asker")
    actions.claim_question(question=question, by=doctor)
    question.desk_notes.create(kind="moderators", doctor=doctor, text="Between us.")
    page = desk.get(address("question", question)).text
    assert "Marker of the asker" in page and "Between us." in page
    actions.withdraw_question(question=question)
    page = desk.get(address("question", question))
    assert page.status_code == 200
    assert "Marker of the asker" not in page.text and "Between us." not in page.text


def test_what_is_taken_back_is_similar_to_nothing_before_the_worker_comes(desk):
    stays, leaves = make_question(**ANSWERED), make_question(**ANSWERED)
    rebuild()
    leaves.change_to("withdrawn", by=None)
    shown = answers_at(desk, make_question(status="open", **ANSWERED))
    assert f"#{stays.pk} " in shown and f"#{leaves.pk} " not in shown


def test_a_question_is_not_similar_to_itself():
    question, other = make_question(**ANSWERED), make_question(**ANSWERED)
    rebuild()
    assert answered_like(question) == [other]


def test_similar_answers_take_few_queries(django_assert_max_num_queries):
    for _ in range(5):
        make_question(**ANSWERED, tags=["egg allergy"])
    rebuild()
    question = make_question(**ANSWERED, status="open")
    with django_assert_max_num_queries(13):
        assert len(answered_like(question)) == 4


def test_tags_are_suggested_only_where_the_page_shows_them(desk, doctor, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "questions.views.desk_page.suggestions", lambda *_, **__: asked.append(1) or []
    )
    question = make_question(status="claimed", doctor=doctor)
    fields = {"text": "Wait.", "specialty": doctor.specialty_id, "tags": []}
    desk.post(reverse("desk_save", args=[question.pk]), fields)
    assert not asked
    desk.get(reverse("desk_question", args=[question.pk]))
    assert asked == [1]
    desk.get(reverse("desk_question", args=[make_question(status="open").pk]))  # no form yet
    assert asked == [1]


def test_page_of_a_reply_says_until_when_it_is_the_doctors_and_who_reads_it_first(desk, doctor):
    question = make_question(status="claimed", doctor=doctor)
    page = desk.get(reverse("desk_question", args=[question.pk])).text
    until = date_format(timezone.localtime(question.lease_until), "DATETIME_FORMAT")
    assert f"Yours until {until}" in page
    assert "What names a dose first goes to a second doctor" in page
    fields = {"text": "Give 5 ml.", "draft_version": 0}
    kept = desk.post(reverse("desk_draft", args=[question.pk]), fields).json()
    assert kept["until"]
    page = desk.get(reverse("desk_question", args=[question.pk])).text
    assert "it names a dose (5 ml)" in page
    specialty = question.specialty
    specialty.needs_second_reader = True
    specialty.save()
    page = desk.get(reverse("desk_question", args=[question.pk])).text
    assert "In this specialty a second doctor reads every reply" in page


def test_desk_leads_to_a_second_reply_only_where_the_doctor_may_add_one(desk, doctor, other_doctor):
    text = "Our child has had hiccups every evening after the bottle for two weeks."
    similar = make_question(title="Hiccups after the bottle", body=text, doctor=other_doctor)
    own = make_question(title="Hiccups after each bottle", body=text, doctor=doctor)
    rebuild()
    question = make_question(status="open", title="Hiccups after the bottle", body=text)
    page = desk.get(reverse("desk_question", args=[question.pk]))
    assert {one.pk: one.can_add for one in page.context["answered"]} == {
        similar.pk: True,
        own.pk: False,
    }
    assert reverse("desk_second", args=[similar.pk]) in page.text


def test_author_reads_what_waits_for_a_reader_as_readers_will(desk, doctor):
    question = make_question(status="claimed", doctor=doctor)
    source = {"title": "A guideline", "url": "https://example.org/g", "year": 2024}
    words = {"text": "Give **5 ml**.", "explanation": "", "sources": [source]}
    reply = actions.publish_reply(question=question, by=doctor, **words)
    assert list(desk.get(reverse("desk")).context["sent"]) == [reply]
    page = desk.get(reverse("desk_question", args=[question.pk])).text
    assert "<strong>5 ml</strong>" in page
    assert source["url"] in page
