"""Inviting doctors and moderators: a signed link, one use, seven days."""

from datetime import datetime, time, timedelta
from threading import Barrier, Thread

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation

from doctors import letters
from doctors.actions import accept_invitation, invite
from doctors.days import day_text
from doctors.models import Doctor, Invitation, StaffLetter
from tests.factories import make_doctor, make_invitation, make_specialty, make_user

pytestmark = pytest.mark.django_db

ADD = reverse("admin:doctors_invitation_add")
PASSWORDS = {"password1": "tall-oaks-4711", "password2": "tall-oaks-4711"}


@pytest.fixture
def admin(client, moderator):
    client.force_login(moderator)
    return client


@pytest.fixture
def newcomer(db):
    return make_doctor(name="Nea Comer", with_account=False, is_verified=False)


def test_moderator_invites_a_doctor_and_the_worker_sends_the_link(admin, moderator, newcomer):
    assert (
        reverse("admin:doctors_invitation_add")
        in admin.get(reverse("admin:doctors_doctor_change", args=[newcomer.pk])).content.decode()
    )
    admin.post(ADD, {"email": "nea@example.org", "doctor": newcomer.pk})
    invitation = Invitation.objects.get()
    assert (invitation.doctor, invitation.invited_by) == (newcomer, moderator)
    assert invitation.expires_at - invitation.invited_at >= timedelta(days=6, hours=23)
    assert not mail.outbox
    letters.send_all_due()
    [message] = mail.outbox
    assert message.to == ["nea@example.org"]
    assert invitation.get_absolute_url() in message.body
    assert invitation.get_absolute_url() in message.alternatives[0].content
    headers = str(message.message()).partition("\n\n")[0]
    assert invitation.get_absolute_url().split("/")[-2] not in headers
    letters.send_all_due()
    assert len(mail.outbox) == 1


def test_new_doctor_is_put_on_file_by_the_invitation(admin):
    specialty = make_specialty()
    made = {"email": "nea@example.org", "name": "Nea Comer", "specialty": specialty.pk}
    admin.post(ADD, made)
    doctor = Doctor.objects.get(name="Nea Comer")
    assert Invitation.objects.get().doctor == doctor
    assert not doctor.is_verified


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "no address", "name": "Nea"},
        {"email": "nea@example.org"},
        {"email": "taken@example.org", "name": "Nea"},
    ],
)
def test_wrong_form_comes_back_with_the_reason_and_invites_nobody(admin, wrong):
    make_user(email="Taken@example.org")
    response = admin.post(ADD, {"specialty": make_specialty().pk} | wrong)
    assert "errornote" in response.content.decode()
    assert not Invitation.objects.exists()


def test_moderators_are_invited_by_a_superuser_alone(admin, client):
    admin.post(ADD, {"email": "mo@example.org", "role": "moderator"})
    assert not Invitation.objects.exists()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    client.post(ADD, {"email": "mo@example.org", "role": "moderator"})
    invitation = Invitation.objects.get()
    client.logout()
    client.post(invitation.get_absolute_url(), PASSWORDS)
    user = User.objects.get(email="mo@example.org")
    assert user.is_staff
    assert not user.is_superuser
    assert user.groups.get().name == "Moderators"


def test_accepting_makes_the_account_and_leads_to_the_second_step(client, newcomer):
    invitation = make_invitation(doctor=newcomer, email="nea@example.org")
    page = client.get(invitation.get_absolute_url()).content.decode()
    assert "Nea Comer" in page
    assert "nea@example.org" in page
    response = client.post(invitation.get_absolute_url(), PASSWORDS)
    assert response.url == reverse("mfa_index")
    newcomer.refresh_from_db()
    assert newcomer.user.email == "nea@example.org"
    assert not newcomer.user.is_staff
    assert EmailAddress.objects.get(user=newcomer.user).verified
    assert client.get(reverse("desk")).url == reverse("mfa_index")
    assert client.get(reverse("mfa_index")).status_code == 200
    assert newcomer.history.first().history_user == newcomer.user


def test_who_accepts_in_the_browser_of_a_moderator_is_somebody_else(admin, moderator, newcomer):
    invitation = make_invitation(doctor=newcomer, email="nea@example.org")
    assert admin.post(invitation.get_absolute_url(), PASSWORDS).status_code == 302
    newcomer.refresh_from_db()
    assert newcomer.user != moderator
    assert admin.session["_auth_user_id"] == str(newcomer.user.pk)


def test_licence_checked_before_somebody_came_is_checked_again(client):
    doctor = make_doctor(with_account=False)
    client.post(make_invitation(doctor=doctor).get_absolute_url(), PASSWORDS)
    doctor.refresh_from_db()
    assert doctor.user
    assert (doctor.verified_at, doctor.verified_by) == (None, None)


def test_password_is_checked_and_what_is_wrong_is_said(client):
    invitation = make_invitation()
    for typed in ({}, {"password1": "1234"}, PASSWORDS | {"password2": "other"}):
        response = client.post(invitation.get_absolute_url(), typed)
        assert response.status_code == 200
        assert 'role="alert"' in response.content.decode()
    common = {"password1": "sunshine", "password2": "sunshine"}
    assert "too common" in client.post(invitation.get_absolute_url(), common).text
    invitation.refresh_from_db()
    assert invitation.used_at is None


def test_long_and_mixed_passwords_are_taken_as_they_are(client, newcomer):
    invitation = make_invitation(doctor=newcomer)
    password = f" Tall oaks, 樹 \U0001f333 and {'x' * 90} "
    typed = {"password1": password, "password2": password}
    assert client.post(invitation.get_absolute_url(), typed).status_code == 302
    newcomer.refresh_from_db()
    assert newcomer.user.check_password(password)
    assert not newcomer.user.check_password(password.strip())


def test_link_is_good_once_and_says_so(client):
    invitation = make_invitation()
    client.post(invitation.get_absolute_url(), PASSWORDS)
    client.logout()
    response = client.get(invitation.get_absolute_url())
    assert response.status_code == 410
    assert "It has been used already." in response.content.decode()
    count = User.objects.count()
    assert client.post(invitation.get_absolute_url(), PASSWORDS).status_code == 410
    assert User.objects.count() == count


def test_after_seven_days_and_when_taken_back_a_page_says_what_to_do(client, admin):
    old = timezone.now() - timedelta(days=8)
    expired = make_invitation(invited_at=old, expires_at=old + timedelta(days=7))
    assert "seven days" in client.get(expired.get_absolute_url()).content.decode()
    taken_back = make_invitation()
    page = reverse("admin:doctors_invitation_change", args=[taken_back.pk])
    assert "_revoke" in admin.get(page).content.decode()
    admin.post(page, {"_revoke": "1"})
    taken_back.refresh_from_db()
    assert taken_back.revoked_at
    assert taken_back.revoked_by.username == "moderator"
    assert "Taken back by" in admin.get(page).text
    response = client.get(taken_back.get_absolute_url())
    assert response.status_code == 410
    assert "taken it back" in response.content.decode()


def test_invitation_is_good_to_the_end_of_the_day_its_letter_names():
    invitation = make_invitation()
    letters.send_all_due()
    day = timezone.localdate(invitation.invited_at) + timedelta(days=7)
    assert f"by {day_text(day)}" in mail.outbox[0].body
    over = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    assert invitation.is_open(over - timedelta(seconds=1))
    assert not invitation.is_open(over)


def test_link_that_was_changed_opens_nothing(client):
    path = make_invitation().get_absolute_url()
    assert client.get(path[:-2] + "x/").status_code == 404
    assert client.get(path.replace(":", "0:")).status_code == 404


def test_link_is_in_the_language_of_the_invitation(moderator, newcomer):
    with translation.override("zh-hant"):
        invitation = invite(email="nea@example.org", doctor=newcomer, by=moderator)
    assert invitation.get_absolute_url().startswith("/zh-hant/accounts/")


def test_second_invitation_takes_the_first_one_back(moderator, newcomer, client):
    first = invite(email="nea@example.org", doctor=newcomer, by=moderator)
    second = invite(email="Nea@example.org", doctor=newcomer, by=moderator)
    first.refresh_from_db()
    assert first.revoked_by == moderator
    assert client.get(first.get_absolute_url()).status_code == 410
    assert client.get(second.get_absolute_url()).status_code == 200
    letters.send_all_due()
    assert [second.get_absolute_url() in message.body for message in mail.outbox] == [True]


def test_doctor_with_account_is_not_invited(moderator, doctor):
    with pytest.raises(ValidationError):
        invite(email="new@example.org", doctor=doctor, by=moderator)


def test_account_made_meanwhile_is_not_made_twice(client):
    invitation = make_invitation(email="nea@example.org")
    make_user(email="nea@example.org")
    response = client.post(invitation.get_absolute_url(), PASSWORDS)
    assert response.status_code == 410
    assert "already" in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_accepted_by_two_browsers_at_once_makes_one_account():
    invitation, barrier, made = make_invitation(), Barrier(4), []

    def accept():
        barrier.wait()
        try:
            made.append(accept_invitation(invitation=invitation, password="tall-oaks-4711"))
        except ValidationError:
            pass
        finally:
            connection.close()

    threads = [Thread(target=accept) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"role": "moderator"},
        {"doctor": None},
        {"used_at": timezone.now(), "revoked_at": timezone.now()},
        {"revoked_by": F("invited_by")},
        {"expires_at": timezone.now() - timedelta(days=30)},
    ],
)
def test_database_refuses_what_an_invitation_never_is(broken):
    invitation = make_invitation()
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk).update(**broken)


def test_database_refuses_two_open_invitations(newcomer):
    make_invitation(email="nea@example.org", doctor=newcomer)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_invitation(email="NEA@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_invitation(doctor=newcomer)


@pytest.mark.parametrize(
    "broken",
    [
        {"kind": "expiring"},
        {"kind": "password"},
        {"status": "lost"},
        {"status": "sent"},
        {"unclear_count": 3},
    ],
)
def test_database_refuses_what_a_letter_never_is(broken):
    letter = make_invitation().letter
    with pytest.raises(IntegrityError), transaction.atomic():
        StaffLetter.objects.filter(pk=letter.pk).update(**broken)


def test_letter_whose_worker_is_killed_each_time_goes_out_twice_at_most():
    letter, now = make_invitation().letter, timezone.now()
    for minutes in (0, 6):  # killed between the mail server and the row
        letter.begin(at=now + timedelta(minutes=minutes))
    assert not letters.send_next(now + timedelta(minutes=10))
    assert letters.send_next(now + timedelta(minutes=12))
    letter.refresh_from_db()
    assert (letter.status, letter.last_error, mail.outbox) == ("failed", "interrupted", [])
    letter.send_again(by="moderator")
    letters.send_all_due()
    assert len(mail.outbox) == 1
