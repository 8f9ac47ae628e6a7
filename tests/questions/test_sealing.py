"""Addresses and drafts lie encrypted, and addresses do not stay longer than they are needed."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.utils import timezone

from askdoctor import worker
from questions.actions import publish_reply
from questions.letters import ADDRESS_KEPT, forget_old_addresses, send_all_due
from questions.models import Contact, Letter, Question
from questions.sealing import WrongKey, seal, unseal
from tests.questions.test_letters import make_asked

pytestmark = pytest.mark.django_db

ADDRESS = "karmesin@example.org"


def test_what_is_sealed_says_nothing_and_comes_back():
    assert "karmesin" not in seal(ADDRESS)
    assert unseal(seal(ADDRESS)) == ADDRESS
    assert seal(ADDRESS) != seal(ADDRESS)
    assert seal("") == "" == unseal("")


def test_the_database_has_no_address_as_it_is():
    contact = make_asked(email=ADDRESS).contact
    with connection.cursor() as cursor:
        cursor.execute("SELECT c::text FROM questions_contact AS c")
        [[row]] = cursor.fetchall()
    assert "karmesin" not in row
    assert Contact.objects.get(pk=contact.pk).email == ADDRESS


def test_the_database_refuses_an_address_as_it_is():
    make_asked(email=ADDRESS)
    with pytest.raises(IntegrityError, match="contact_email_sealed"):
        Contact.objects.update(sealed_email=ADDRESS)


def test_a_new_key_opens_what_an_old_one_sealed_and_takes_its_place(settings):
    contact = make_asked(email=ADDRESS).contact
    settings.SEALING_KEYS = ["new", *settings.SEALING_KEYS]
    call_command("seal_anew", stdout=StringIO())
    settings.SEALING_KEYS = ["new"]
    assert Contact.objects.get(pk=contact.pk).email == ADDRESS


def test_without_the_key_it_is_said_what_is_missing(settings):
    contact = make_asked(email=ADDRESS).contact
    settings.SEALING_KEYS = ["another"]
    with pytest.raises(WrongKey, match="SEALING_KEYS"):
        _ = Contact.objects.get(pk=contact.pk).email
    with pytest.raises(CommandError, match="SEALING_KEYS"):
        call_command("seal_anew", stdout=StringIO())


def test_what_is_being_typed_lies_sealed_in_the_session(client):
    client.post("/ask/", {"age_band": "1-2y", "sex": "female", "asker_name": "Zinnober"})
    assert "Zinnober" in client.get("/ask/").text
    assert "Zinnober" not in str(dict(client.session))


def later(by=timedelta(days=1)):
    return timezone.now() + ADDRESS_KEPT + by


def test_an_address_is_erased_thirty_days_after_the_last_letter(doctor):
    question = make_asked(email=ADDRESS, status="claimed", claimed_by=doctor)
    publish_reply(
        question=question, by=doctor, text="Rest.", explanation="", summary="", tags=["rest"]
    )
    assert Letter.objects.filter(kind="answered").exists()
    assert forget_old_addresses(later()) == 0, "a letter still waits"
    send_all_due()
    assert forget_old_addresses(timezone.now() + ADDRESS_KEPT - timedelta(hours=1)) == 0
    assert forget_old_addresses(later()) == 1
    assert not Contact.objects.with_email().exists()


@pytest.mark.parametrize("status", ["pending", "open", "needs_details"])
def test_as_long_as_news_is_to_come_the_address_stays(status):
    question = make_asked(email=ADDRESS)
    send_all_due()
    Question.objects.filter(pk=question.pk).update(
        status=status, asked_at=timezone.now() - timedelta(days=400)
    )
    assert forget_old_addresses(later(timedelta(days=400))) == 0


def test_the_worker_erases_old_addresses_when_it_keeps_house():
    question = make_asked(email=ADDRESS)
    send_all_due()
    long_ago = timezone.now() - ADDRESS_KEPT - timedelta(days=1)
    Question.objects.filter(pk=question.pk).update(
        status="declined", decline_reason="other", asked_at=long_ago
    )
    Letter.objects.update(written_at=long_ago, sent_at=long_ago)
    worker.keep_house()
    assert not Contact.objects.with_email().exists()
