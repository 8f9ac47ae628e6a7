"""A licence that expires: both sides are told before, and what stops after."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from doctors import letters
from doctors.models import Doctor, StaffLetter
from questions.models import Reply
from tests.factories import make_doctor, make_question
from tests.first_page import work_on_first_page

pytestmark = pytest.mark.django_db


def expiring_in(days: int, **fields) -> Doctor:
    """A doctor whose licence has this many days to go, with an e-mail address."""
    doctor = make_doctor(licence_expires_on=timezone.localdate() + timedelta(days=days), **fields)
    doctor.user.email = f"{doctor.slug}@example.org"
    doctor.user.save()
    return doctor


def test_thirty_days_before_the_doctor_is_told_once():
    doctor = expiring_in(30)
    expiring_in(31)
    for _ in range(2):
        letters.write_expiry_letters()
        letters.send_all_due()
    [message] = mail.outbox
    assert message.to == [doctor.user.email]
    assert "expires" in message.subject
    assert reverse("desk") in message.body


def test_the_moderators_are_told_in_one_letter(moderator):
    moderator.email = "moderator@example.org"
    moderator.save()
    for days in (30, 12):
        expiring_in(days)
    for _ in range(2):
        letters.write_expiry_letters()
        letters.send_all_due()
    [message] = [each for each in mail.outbox if each.to == [moderator.email]]
    assert len(mail.outbox) == 3
    assert "Licences of doctors" in message.subject
    assert reverse("admin:doctors_doctor_changelist") + "?standing=soon" in message.body


def test_a_letter_that_failed_holds_up_no_other(moderator):
    moderator.email = "moderator@example.org"
    moderator.save()
    letters.write_urgent_letters()
    StaffLetter.objects.update(status="failed")
    letters.write_urgent_letters()
    letters.send_all_due()
    assert [message.to for message in mail.outbox] == [[moderator.email]]


def test_told_again_of_another_date_and_not_when_renewed_meanwhile():
    doctor = expiring_in(10)
    letters.write_expiry_letters()
    doctor.licence_expires_on += timedelta(days=365)
    doctor.save()
    letters.send_all_due()
    assert not mail.outbox
    letters.write_expiry_letters(now=timezone.now() + timedelta(days=350))
    letters.send_all_due()
    assert len(mail.outbox) == 1


def test_nobody_is_told_who_cannot_reply_anyway():
    for fields in ({"verified_at": None}, {"suspended_at": timezone.now()}):
        expiring_in(10, **fields)
    expiring_in(-1)
    assert letters.write_expiry_letters() == 0


def test_worker_writes_and_sends_it():
    expiring_in(5)
    call_command("worker", once=True)
    assert len(mail.outbox) == 1


def test_database_refuses_a_second_letter_of_a_date():
    doctor = expiring_in(5)
    letters.write_expiry_letters()
    again = {"kind": "expiring", "doctor": doctor, "expires_on": doctor.licence_expires_on}
    with pytest.raises(IntegrityError), transaction.atomic():
        StaffLetter.objects.create(language="en", **again)


@pytest.mark.parametrize("changes", [{}, {"verified_at": None, "verified_by": None}])
def test_expired_is_what_it_is_called_with_or_without_a_check(client, changes):
    doctor = expiring_in(-1, **changes)
    client.force_login(doctor.user)
    page = client.get(reverse("desk")).text
    assert "Your licence on file has expired." in page
    assert "has not been checked yet" not in page


def test_desk_says_until_when(client):
    doctor = expiring_in(12)
    client.force_login(doctor.user)
    page = client.get(reverse("desk"))
    assert page.context["expires_on"] == doctor.licence_expires_on
    assert "expires on" in page.content.decode()
    later = expiring_in(60)
    client.force_login(later.user)
    assert "expires on" not in client.get(reverse("desk")).content.decode()


def test_moderators_see_it_on_the_first_page_and_in_the_list(client, moderator):
    doctor = expiring_in(12)
    client.force_login(moderator)
    [work] = [one for one in work_on_first_page(client) if "standing=soon" in one.address]
    assert work.count == 1
    assert list(client.get(work.address).context["cl"].result_list) == [doctor]


def test_evidence_is_noted_with_the_check_and_shown_to_no_reader(client, moderator):
    doctor = make_doctor(licence_evidence="Looked up in the register on paper")
    client.force_login(moderator)
    page = client.get(reverse("admin:doctors_doctor_change", args=[doctor.pk]))
    assert "Looked up in the register" in page.content.decode()
    assert "Looked up" not in client.get(doctor.get_absolute_url()).content.decode()


@pytest.mark.parametrize("end", ["expired", "suspended"])
def test_expired_or_suspended_cannot_take_or_publish_is_told_why_and_keeps_the_draft(client, end):
    doctor = expiring_in(10)
    mine = make_question(status="claimed", doctor=doctor)
    Reply.objects.create(question=mine, doctor=doctor, text="Half a reply.")
    waiting = make_question(status="open")
    yesterday = timezone.localdate() - timedelta(days=1)
    ended = (
        {"licence_expires_on": yesterday} if end == "expired" else {"suspended_at": timezone.now()}
    )
    Doctor.objects.filter(pk=doctor.pk).update(**ended)
    client.force_login(doctor.user)
    assert end in client.get(reverse("desk")).content.decode()
    assert client.post(reverse("desk_claim", args=[waiting.pk])).status_code == 403
    typed = {"text": "More of it.", "specialty": waiting.specialty_id}
    response = client.post(reverse("desk_publish", args=[mine.pk]), typed)
    assert response.status_code == 403
    assert "More of it." in response.content.decode()
    assert client.post(reverse("desk_save", args=[mine.pk]), typed).status_code == 302
    assert mine.replies.get().text == "More of it."


def test_reply_keeps_name_specialty_and_check_of_its_day():
    doctor = make_doctor(name="Ada Before")
    reply = make_question(doctor=doctor).replies.get()
    Doctor.objects.filter(pk=doctor.pk).update(name="Ada After", verified_at=None)
    reply.refresh_from_db()
    assert (reply.signed_name, reply.doctor_specialty) == ("Dr. Ada Before", doctor.specialty)
