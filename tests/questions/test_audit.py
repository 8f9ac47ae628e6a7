"""Every change has its row of history, by whatever way it came, and nobody edits those rows."""

import pytest
from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, connection, transaction

from doctors.models import Doctor
from questions import actions
from questions.erasing import erasing
from questions.models import Question, Reply, Tag
from tests.factories import make_doctor, make_question, make_user

pytestmark = pytest.mark.django_db


def end_of_transaction() -> None:
    """What waits for it is done now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


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


@pytest.mark.parametrize("model", [Question, Reply, Doctor, Tag])
def test_bulk_updates_and_deleted_rows_are_written_down(model):
    make_question(tags=["fever"])
    end_of_transaction()
    row = model.objects.first()
    field = {Reply: "text", Question: "title"}.get(model, "name")
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
    end_of_transaction()
    with erasing():  # as if it had been asked a day ago
        question.history.update(history_date=question.asked_at)
    question.tags.add("rash")
    end_of_transaction()
    assert question.history.latest().history_change_reason.startswith("+rash outside the site")


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
    question.approve(by=user)
    user.delete()
    assert "gone" in question.history.latest().history_change_reason


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
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT event_object_table, event_object_column
            FROM information_schema.triggered_update_columns WHERE trigger_name = 'write_history'
            UNION SELECT event_object_table, trigger_name
            FROM information_schema.triggers WHERE trigger_name = 'keep_history'
            """
        )
        watched = set(cursor.fetchall())
    question = "questions_question"
    apart = {(question, "lease_until"), (question, "slug"), ("questions_reply", "saved_at")}
    assert tracked - watched == apart
    assert watched - tracked == set()


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
    end_of_transaction()
    with erasing():  # as if it had been published a day ago
        reply.history.update(history_date=reply.replied_at)
    source = reply.sources.create(place=0, title="A book", url="https://example.org/book")
    end_of_transaction()
    row = reply.history.latest()
    assert row.history_change_reason.startswith('+source {"url"')
    assert source.url in row.history_change_reason


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
