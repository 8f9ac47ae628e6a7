"""Every change has its row of history, by whatever way it came, and nobody edits those rows."""

import pytest
from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from doctors.models import Doctor, Specialty
from faq.models import Topic
from questions import actions
from questions.erasing import erasing
from questions.models import Question, Reply, Synonym, Tag, TaggedQuestion
from tests.factories import make_doctor, make_question, make_specialty, make_topic, make_user

pytestmark = pytest.mark.django_db


def end_of_transaction() -> None:
    """What waits for it is done now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def as_if_earlier(row) -> None:
    """What the site has written down of it was in a transaction before this one."""
    end_of_transaction()
    with erasing(), connection.cursor() as cursor:
        table = connection.ops.quote_name(row.history.model._meta.db_table)
        cursor.execute(f"UPDATE {table} SET history_transaction = NULL WHERE id = %s", [row.pk])  # noqa: S608 - a name of ours


def reasons(row) -> list[str]:
    """What has been written down outside the site, without by whom."""
    rows = row.history.filter(history_change_reason__contains="outside the site").order_by("pk")
    texts = rows.values_list("history_change_reason", flat=True)
    return [text.partition("outside the site")[0].strip() for text in texts]


def test_change_by_update_has_a_row_with_before_and_after():
    question = make_question(status="open", title="Before")
    end_of_transaction()
    count = question.history.count()
    Question.objects.filter(pk=question.pk).update(title="After")
    end_of_transaction()
    after, before = question.history.all()[:2]
    assert (before.title, after.title) == ("Before", "After")
    assert question.history.count() == count + 1
    assert after.history_change_reason.startswith("outside the site: ")
    assert after.history_type == "~"


def test_session_may_name_who_it_is(moderator):
    question = make_question(status="open")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('askdoctor.user_id', %s, true)", [str(moderator.pk)])
    Question.objects.filter(pk=question.pk).update(title="After")
    end_of_transaction()
    assert question.history.latest().history_user == moderator


def test_change_by_the_sites_own_way_has_one_row(doctor, moderator):
    question = make_question(status="pending")
    end_of_transaction()
    count = question.history.count()
    question.approve(by=moderator)
    end_of_transaction()
    assert question.history.count() == count + 1
    assert question.history.latest().history_user == moderator
    actions.edit_question(question=question, by=moderator, changed=[], tags=["fever"])
    end_of_transaction()
    assert question.history.count() == count + 2


@pytest.mark.parametrize("model", [Question, Reply, Doctor, Tag, Synonym, Specialty, Topic])
def test_bulk_updates_and_deleted_rows_are_written_down(model):
    make_question(tags=["fever"])
    make_topic()
    Tag.objects.get().synonyms.create(name="hot", slug="hot")
    end_of_transaction()
    row = model.objects.first()
    field = {Reply: "reader_note", Question: "decline_note"}.get(model, "name")
    count = row.history.count()
    setattr(row, field, "Changed")
    model.objects.bulk_update([row], [field])
    end_of_transaction()
    assert row.history.count() == count + 1
    assert getattr(row.history.latest(), field) == "Changed"


def test_deleted_by_the_shell_is_written_down():
    doctor = make_doctor()
    Doctor.objects.filter(pk=doctor.pk)._raw_delete("default")
    end_of_transaction()
    with pytest.raises(ObjectDoesNotExist):
        doctor.refresh_from_db()
    row = Doctor.history.filter(id=doctor.pk).latest()
    assert (row.history_type, row.name) == ("-", doctor.name)


def test_tags_given_in_the_shell_are_written_down():
    question = make_question(tags=["fever"])
    as_if_earlier(question)
    question.tags.add("rash", "cough")
    question.tags.remove("fever")
    question.save()  # a row of the site's, which says nothing of tags
    end_of_transaction()
    assert sorted(reasons(question)) == ["+cough", "+rash", "-fever"]
    rash, hives = Tag.objects.resolve(["rash", "hives"])
    TaggedQuestion.objects.filter(tag=rash).update(tag=hives)
    end_of_transaction()
    assert reasons(question)[3:] == ["-rash", "+hives"]


def test_a_deleted_tag_is_named_by_each_of_its_questions():
    questions = [make_question(tags=["fever"]) for _ in range(2)]
    for question in questions:
        as_if_earlier(question)
    Tag.objects.get(name="fever").delete()
    end_of_transaction()
    assert [reasons(question) for question in questions] == [["-fever"], ["-fever"]]


def test_a_merge_of_tags_has_one_row_that_names_the_questions(moderator):
    both, one = make_question(tags=["fever", "hot"]), make_question(tags=["hot"])
    source, target = Tag.objects.get(name="hot"), Tag.objects.get(name="fever")
    source.synonyms.create(name="heat", slug="heat")
    for row in (both, one, source, target):
        as_if_earlier(row)
    actions.merge_tags(source=source, target=target, by=moderator)
    end_of_transaction()
    assert [list(row.tags.names()) for row in (both, one)] == [["fever"], ["fever"]]
    assert reasons(both) == reasons(one) == reasons(target) == []
    last = Tag.history.filter(name="hot").latest()
    assert last.history_change_reason == f"merged into: fever; of #{both.pk}, #{one.pk}"
    assert (last.history_type, last.history_user) == ("-", moderator)
    for synonym in Synonym.objects.all():
        row = synonym.history.latest()
        assert (row.history_user, row.tag) == (moderator, target)
        assert not reasons(synonym)


def test_tags_and_pinned_questions_of_a_topic_are_written_down_from_the_shell():
    topic, pinned, other = make_topic(tags=["fever"]), make_question(), make_question()
    as_if_earlier(topic)
    topic.tags.set(Tag.objects.resolve(["rash"]))
    topic.pinned_questions.add(pinned, other)
    topic.pinned_questions.remove(other)
    end_of_transaction()
    expected = ["+rash", "-fever", f"+#{pinned.pk}"]
    assert sorted(set(reasons(topic))) == sorted({*expected, f"+#{other.pk}", f"-#{other.pk}"})
    Topic.objects.filter(pk=topic.pk).delete()
    end_of_transaction()
    assert Topic.history.filter(id=topic.pk).latest().history_type == "-"


def test_tags_and_pinned_questions_of_a_topic_have_one_row_of_the_moderators(client, moderator):
    topic, pinned = make_topic(tags=["fever"]), make_question()
    as_if_earlier(topic)
    client.force_login(moderator)
    page = reverse("admin:faq_topic_change", args=[topic.pk])
    form = client.get(page).context["adminform"].form
    data = {name: form.get_initial_for_field(form.fields[name], name) or "" for name in form.fields}
    data |= {"tag_names": "rash", "pinned_numbers": f"#{pinned.pk}", "overview": "Said anew."}
    count = topic.history.count()
    assert client.post(page, data).status_code == 302
    end_of_transaction()
    row = topic.history.latest()
    assert topic.history.count() == count + 1
    assert row.history_change_reason == f"+rash -fever +#{pinned.pk}"
    assert (row.history_user, row.overview) == (moderator, "Said anew.")


def test_a_merge_of_tags_names_its_topics(moderator):
    topic = make_topic(tags=["hot"])
    source, target = Tag.objects.resolve(["hot", "fever"])
    as_if_earlier(topic)
    actions.merge_tags(source=source, target=target, by=moderator)
    end_of_transaction()
    assert list(topic.tags.all()) == [target]
    assert reasons(topic) == []
    last = Tag.history.filter(name="hot").latest()
    assert last.history_change_reason == "merged into: fever; of topics: Fever"


def test_rows_made_in_bulk_are_written_down():
    make_question()
    made = Question.objects.bulk_create(
        [Question(title="Made", slug="made", language="en", age_band="3-11m", status="open")]
    )[0]
    made.tags.add("fever", "rash")
    end_of_transaction()
    assert [row.history_type for row in made.history.order_by("pk")] == ["+", "~", "~"]
    assert sorted(reasons(made)) == ["", "+fever", "+rash"]


def test_specialties_of_a_doctor_are_written_down(doctor, admin_client):
    as_if_earlier(doctor)
    heart = make_specialty("cardiology")
    doctor.other_specialties.add(heart, make_specialty("surgery"))
    end_of_transaction()
    assert sorted(reasons(doctor)) == ["+Cardiology", "+Surgery"]
    as_if_earlier(doctor)
    count = doctor.history.count()
    page = reverse("admin:doctors_doctor_change", args=[doctor.pk])
    form = admin_client.get(page).context["adminform"].form
    data = {name: form.get_initial_for_field(form.fields[name], name) or "" for name in form.fields}
    data |= {"user": doctor.user_id, "other_specialties": [heart.pk, make_specialty("skin").pk]}
    assert admin_client.post(page, data).status_code == 302
    end_of_transaction()
    assert set(doctor.other_specialties.values_list("slug", flat=True)) == {"cardiology", "skin"}
    assert doctor.history.count() == count + 1
    assert doctor.history.latest().history_change_reason == "+Skin -Surgery"


def corrected(doctor) -> Reply:
    reply = make_question(doctor=doctor, reply="Before.").replies.get()
    actions.correct_reply(
        reply=reply, by=doctor, text="After.", explanation="", what="All of it", why="Wrong"
    )
    end_of_transaction()
    return reply


@pytest.mark.parametrize("change", ["update", "delete"])
def test_corrections_are_not_edited(doctor, change):
    rows = corrected(doctor).corrections.all()
    with pytest.raises(IntegrityError, match="correction is not edited"), transaction.atomic():
        rows.update(what="Nothing") if change == "update" else rows.delete()
    with erasing():
        rows.delete()
    assert not rows.exists()


def test_who_has_corrected_may_delete_the_account(doctor):
    reply = corrected(doctor)
    name = doctor.user.username
    doctor.user.delete()
    assert reply.corrections.get().corrected_by is None
    assert f"(by {name})" in reply.history.latest().history_change_reason


@pytest.mark.parametrize(
    "table", ["questions_historicalquestion", "questions_correction", "auth_user"]
)
def test_no_history_is_truncated(table):
    make_question()
    end_of_transaction()
    with pytest.raises(IntegrityError, match="not edited: TRUNCATE"), transaction.atomic():
        connection.cursor().execute(f"TRUNCATE {table} CASCADE")


def test_what_was_changed_before_somebody_is_erased_is_written_down():
    question = make_question(status="open", title="Before")
    end_of_transaction()
    Question.objects.filter(pk=question.pk).update(title="After")
    with erasing():
        question.history.update(asker_name="")
    end_of_transaction()
    assert reasons(question) == [""]
    assert question.history.latest().title == "After"


@pytest.mark.parametrize("change", ["update", "delete"])
@pytest.mark.parametrize("model", [Question, Reply, Doctor, Tag])
def test_history_is_not_edited(model, change):
    make_question(tags=["fever"])
    rows = model.history.all()
    with pytest.raises(IntegrityError, match="history is not edited"), transaction.atomic():
        rows.update(history_change_reason="nothing") if change == "update" else rows.delete()


def test_who_is_erased_leaves_history_too():
    question = make_question(status="open", asker_name="Elsa")
    with erasing():
        Question.objects.filter(pk=question.pk).update(asker_name="")
        question.history.update(asker_name="")
    assert not Question.history.filter(asker_name="Elsa").exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        question.history.update(asker_name="Else")


def test_name_of_a_deleted_account_stays():
    user = make_user(username="gone")
    question = make_question(status="pending")
    question._change_reason = "why " * 100
    question.approve(by=user)
    user.delete()
    assert question.history.latest().history_change_reason == "why " * 100 + " (by gone)"


def test_derived_fields_are_no_history():
    question = make_question()
    end_of_transaction()
    count = question.history.count()
    actions.refresh_public_page(question)
    end_of_transaction()
    assert question.history.count() == count


def test_every_column_of_a_history_is_watched():
    """A new field, or a model with a history, needs its trigger."""
    tracked = set()
    for model in apps.get_models():
        if not hasattr(model._meta, "simple_history_manager_attribute"):
            continue
        history = model.history
        fields = history.model.tracked_fields
        table = model._meta.db_table
        tracked |= {(table, one.column) for one in fields if not one.primary_key}
        tracked.add((history.model._meta.db_table, "keep_history"))
        tracked.add((table, "write_history"))
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT event_object_table, event_object_column
            FROM information_schema.triggered_update_columns WHERE trigger_name = 'write_history'
            UNION SELECT event_object_table, trigger_name FROM information_schema.triggers
            WHERE (trigger_name, event_manipulation) IN
                (('keep_history', 'DELETE'), ('write_history', 'INSERT'))
            """
        )
        watched = set(cursor.fetchall())
    question = "questions_question"
    apart = {(question, "lease_until"), (question, "slug"), ("questions_reply", "saved_at")}
    assert tracked - watched == apart
    assert watched - tracked == {("questions_correction", "keep_history")}


def test_the_shell_starts_without_a_complaint(capsys):
    """It imports all models by itself, and those of the histories are not where they say."""
    call_command("shell", command="Question.history, Tag.history")
    assert "could not" not in capsys.readouterr().out


def test_typing_at_the_desk_is_no_history(doctor):
    question = make_question(status="open")
    actions.claim_question(question=question, by=doctor)
    end_of_transaction()
    rows = (question.history.count(), Reply.history.count())
    for typed in ("A", "A b"):
        actions.save_draft(
            question=question, by=doctor, text=typed, explanation="", typed={"x": []}
        )
        end_of_transaction()
    assert (question.history.count(), Reply.history.count()) == rows


def test_change_of_a_title_is_one_row(moderator):
    question = make_question(title="Before")
    end_of_transaction()
    count = question.history.count()
    question.title = "After"
    actions.edit_question(question=question, by=moderator, changed=["title"])
    end_of_transaction()
    assert question.history.count() == count + 1


def test_sources_changed_in_the_shell_are_written_down():
    reply = make_question().replies.get()
    as_if_earlier(reply)
    sources = [
        reply.sources.create(place=place, title="A book", url=f"https://example.org/{place}")
        for place in (0, 1)
    ]
    end_of_transaction()
    for source, reason in zip(sources, reasons(reply), strict=True):
        assert reason.startswith('+source {"url"')
        assert source.url in reason


def test_asker_is_erased_by_the_one_way_that_the_guards_allow(moderator):
    question = make_question(asker_name="Elsa")
    end_of_transaction()
    actions.erase_asker(question=question, by=moderator)
    end_of_transaction()
    assert not Question.history.filter(asker_name="Elsa").exists()
    row = question.history.latest()
    assert (row.history_change_reason, row.history_user) == ("asker erased", moderator)
    with pytest.raises(IntegrityError), transaction.atomic():
        question.history.update(asker_name="Else")
