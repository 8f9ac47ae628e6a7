"""Moderation of doctors and specialties in the admin."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from doctors.models import Doctor, Specialty
from questions.models import Tag
from tests.factories import make_doctor, make_question, make_specialty, make_user

pytestmark = pytest.mark.django_db
LIST = reverse("admin:doctors_doctor_changelist")


@pytest.fixture
def admin(client, moderator):
    """The moderator's browser."""
    client.force_login(moderator)
    return client


def address_of(doctor: Doctor) -> str:
    return reverse("admin:doctors_doctor_change", args=[doctor.pk])


def fields_of(doctor: Doctor, **changes) -> dict[str, object]:
    """The form as it stands, with some changes."""
    return {
        "name": doctor.name,
        "slug": doctor.slug,
        "user": doctor.user_id or "",
        "specialty": doctor.specialty_id,
        "credentials": doctor.credentials,
        "bio": doctor.bio,
        "licence_number": doctor.licence_number,
        "licence_issuer": doctor.licence_issuer,
        "licence_expires_on": doctor.licence_expires_on or "",
    } | changes


def licence(**changes) -> dict[str, object]:
    next_year = timezone.localdate() + timedelta(days=365)
    return {
        "licence_number": "L-1",
        "licence_issuer": "Register",
        "licence_expires_on": next_year,
    } | changes


def press(admin, doctor: Doctor, button: str, **changes):
    fields = fields_of(doctor, **changes) | {button: "1"}
    response = admin.post(address_of(doctor), fields, follow=True)
    doctor.refresh_from_db()
    return response


def test_licence_is_checked_with_its_facts_by_whom_and_when(admin, moderator, unverified_doctor):
    press(admin, unverified_doctor, "_verify", **licence())
    assert unverified_doctor.verified_by == moderator
    assert unverified_doctor.verified_at is not None
    assert unverified_doctor.can_reply(on=timezone.localdate())
    assert unverified_doctor.history.first().history_user == moderator


@pytest.mark.parametrize(
    "missing",
    [
        {"licence_number": ""},
        {"licence_issuer": ""},
        {"licence_expires_on": ""},
        {"licence_expires_on": timezone.localdate() - timedelta(days=1)},
    ],
)
def test_licence_without_its_facts_or_out_of_date_cannot_be_checked(
    admin, unverified_doctor, missing
):
    response = press(admin, unverified_doctor, "_verify", **licence(**missing))
    assert not unverified_doctor.is_verified
    assert [m for m in response.context["messages"] if m.level_tag == "error"]


@pytest.mark.parametrize("fact", ["licence_number", "licence_issuer", "licence_expires_on"])
def test_another_licence_has_to_be_checked_again(admin, doctor, fact):
    changed = licence(licence_number="Other", licence_issuer="Other")[fact]
    if fact == "licence_expires_on":
        changed = doctor.licence_expires_on + timedelta(days=365)
    admin.post(address_of(doctor), fields_of(doctor, **{fact: changed}))
    doctor.refresh_from_db()
    assert not doctor.is_verified
    assert doctor.verified_by is None


def test_renewed_licence_is_saved_and_checked_in_one_go(admin, doctor):
    later = doctor.licence_expires_on + timedelta(days=365)
    press(admin, doctor, "_verify", licence_expires_on=later)
    assert doctor.is_verified
    assert doctor.licence_expires_on == later


def test_other_changes_leave_the_check_alone(admin, doctor):
    admin.post(address_of(doctor), fields_of(doctor, bio="Likes quiet wards."))
    doctor.refresh_from_db()
    assert (doctor.is_verified, doctor.bio) == (True, "Likes quiet wards.")


def test_suspended_doctor_cannot_reply_until_reinstated(admin, doctor):
    press(admin, doctor, "_suspend")
    assert not doctor.can_reply(on=timezone.localdate())
    press(admin, doctor, "_reinstate")
    assert doctor.can_reply(on=timezone.localdate())


def test_bulk_check_obeys_the_rules_of_a_single_one(admin):
    ready = make_doctor(is_verified=False, **licence())
    lacking = make_doctor(is_verified=False)
    fields = {"action": "verify", "_selected_action": [ready.pk, lacking.pk]}
    response = admin.post(LIST, fields, follow=True)
    ready.refresh_from_db()
    lacking.refresh_from_db()
    assert (ready.is_verified, lacking.is_verified) == (True, False)
    messages = [str(message) for message in response.context["messages"]]
    assert messages[0] == f"Licence checked: {ready.name}."
    assert messages[1].startswith("1 not changed.")


def test_doctors_are_listed_by_what_stands_in_their_way(admin):
    today = timezone.localdate()
    doctors = {
        "to_check": make_doctor(is_verified=False),
        "able": make_doctor(),
        "soon": make_doctor(licence_expires_on=today + timedelta(days=10)),
        "expired": make_doctor(licence_expires_on=today - timedelta(days=1)),
        "suspended": make_doctor(suspended_at=timezone.now()),
        "imported": make_doctor(is_verified=False, with_account=False),
    }
    for standing, doctor in doctors.items():
        found = set(admin.get(LIST, {"standing": standing}).context["cl"].result_list)
        assert found == ({doctor, doctors["soon"]} if standing == "able" else {doctor})


def test_list_costs_as_many_queries_for_many_as_for_one(admin, django_assert_max_num_queries):
    for _ in range(5):
        make_doctor()
    with django_assert_max_num_queries(9):
        admin.get(LIST)


def test_nobody_deletes_a_doctor(admin, doctor):
    address = reverse("admin:doctors_doctor_delete", args=[doctor.pk])
    assert admin.post(address, {"post": "yes"}).status_code == 403


def test_no_moderator_becomes_a_doctor(admin, moderator, doctor):
    owner = doctor.user
    for user in (moderator.pk, make_user().pk, ""):
        admin.post(address_of(doctor), fields_of(doctor, user=user))
        doctor.refresh_from_db()
        assert (doctor.user, doctor.is_verified) == (owner, True)
    assert admin.get("/desk/").url == reverse("admin:index")
    page = admin.get(address_of(doctor))
    assert list(page.context["adminform"].form.fields["user"].queryset) == [owner]


def test_doctor_put_on_file_by_a_moderator_has_no_account(admin, moderator):
    page, chosen = reverse("admin:doctors_doctor_add"), f"?user={moderator.pk}"
    assert "They get their account by an invitation" in admin.get(page + chosen).text
    made = {"name": "Mo", "slug": "mo", "user": moderator.pk, "specialty": make_specialty().pk}
    assert admin.post(page + chosen, made | licence()).status_code == 302
    assert Doctor.objects.get(slug="mo").user is None


def test_superuser_gives_a_doctor_an_account_which_ends_the_check_and_is_recorded(client, doctor):
    superuser = make_user(is_staff=True, is_superuser=True)
    client.force_login(superuser)
    client.post(address_of(doctor), fields_of(doctor, user=superuser.pk))
    doctor.refresh_from_db()
    assert (doctor.user, doctor.is_verified) == (superuser, False)
    assert doctor.history.first().history_user == superuser
    assert client.get("/desk/").context["doctor"].hindrance


def test_nobody_checks_their_own_licence(admin, moderator):
    own = make_doctor(user=moderator, is_verified=False, **licence())
    assert "another moderator has to" in press(admin, own, "_verify").text
    assert not own.is_verified
    admin.post(LIST, {"action": "verify", "_selected_action": [own.pk]})
    own.refresh_from_db()
    assert not own.is_verified


def test_under_another_name_a_doctor_is_checked_again(admin, doctor):
    admin.post(address_of(doctor), fields_of(doctor, name="Bo Colleague"))
    doctor.refresh_from_db()
    assert (doctor.name, doctor.is_verified) == ("Bo Colleague", False)


def version_of(admin, address: str) -> str:
    """What the page of a row has seen of it."""
    page = admin.get(address)
    assert 'name="version"' in page.text
    return page.context["adminform"].form["version"].value()


@pytest.mark.parametrize("button", ["_save", "_verify", "_suspend"])
def test_stale_page_changes_no_licence_and_certifies_none(admin, moderator, button):
    doctor = make_doctor(is_verified=False, **licence())
    seen = version_of(admin, address_of(doctor))
    Doctor.objects.filter(pk=doctor.pk).update(licence_number="L-2")
    typed = licence() | {"bio": "Likes quiet wards.", "version": seen}
    page = press(admin, doctor, button, **typed)
    assert "Nothing of yours is saved yet" in page.text
    assert "It is now: “L-2”" in page.text
    assert "Likes quiet wards." in page.text
    assert (doctor.licence_number, doctor.bio, doctor.standing(on=timezone.localdate())) == (
        "L-2",
        "",
        "licence to be checked",
    )
    again = page.context["adminform"].form["version"].value()
    press(admin, doctor, button, **typed | {"version": again})
    assert (doctor.licence_number, doctor.bio) == ("L-1", "Likes quiet wards.")
    assert (doctor.is_verified, doctor.suspended_at is not None) == (
        button == "_verify",
        button == "_suspend",
    )


def test_no_licence_is_checked_for_an_account_that_nobody_has_seen(admin):
    doctor = make_doctor(is_verified=False, with_account=False, **licence())
    seen = version_of(admin, address_of(doctor))
    doctor.user = make_user(username="doctor-7")
    doctor.save()
    page = press(admin, doctor, "_verify", version=seen)
    assert "It is now: “doctor-7”" in page.text
    assert not doctor.is_verified
    press(admin, doctor, "_verify", version=version_of(admin, address_of(doctor)))
    assert doctor.is_verified


def test_stale_page_of_a_specialty_or_a_tag_brings_nothing_old_back(admin):
    specialty, tag = make_specialty("allergy"), Tag.objects.resolve(["hives"])[0]
    rows = {
        reverse("admin:doctors_specialty_change", args=[specialty.pk]): specialty,
        reverse("admin:questions_tag_change", args=[tag.pk]): tag,
    }
    for address, row in rows.items():
        old = {"name": row.name, "name_zh_hant": "過敏", "kind": "other"}
        old |= {"synonyms-TOTAL_FORMS": 0, "synonyms-INITIAL_FORMS": 0}
        old["version"] = version_of(admin, address)
        type(row).objects.filter(pk=row.pk).update(name="changed meanwhile")
        assert "It is now: “changed meanwhile”" in admin.post(address, old).text
        row.refresh_from_db()
        assert (row.name, row.name_zh_hant) == ("changed meanwhile", "")


def test_address_of_a_specialty_stays(admin):
    specialty = make_specialty("allergy")
    address = reverse("admin:doctors_specialty_change", args=[specialty.pk])
    admin.post(address, {"name": "Allergology", "name_zh_hant": "過敏", "slug": "other"})
    specialty.refresh_from_db()
    assert (specialty.name, specialty.slug) == ("Allergology", "allergy")
    assert Specialty.objects.count() == 1


def test_address_of_a_doctor_stays(admin, doctor):
    admin.post(address_of(doctor), fields_of(doctor, name="Ada Other", slug="other"))
    slug = doctor.slug
    doctor.refresh_from_db()
    assert (doctor.name, doctor.slug) == ("Ada Other", slug)


def test_questions_of_a_suspended_doctor_go_back_to_the_others(admin, doctor, moderator):
    question = make_question(status="claimed", doctor=doctor)
    press(admin, doctor, "_suspend")
    question.refresh_from_db()
    assert (question.status, question.claimed_by) == ("open", None)
    assert question.history.first().history_user == moderator


def test_of_two_who_suspend_the_first_stays(doctor, moderator):
    earlier = Doctor.objects.get(pk=doctor.pk)
    doctor.suspend(by=moderator)
    with pytest.raises(ValidationError):
        earlier.suspend(by=moderator)
    assert earlier.suspended_at == doctor.suspended_at


def test_a_doctor_whose_account_is_closed_may_not_reply(doctor):
    today = timezone.localdate()
    doctor.user.is_active = False
    doctor.user.save()
    assert doctor not in Doctor.objects.able_to_reply(on=today)
    assert not doctor.can_reply(on=today)
    assert doctor.standing(on=today) == "account closed"


def test_moderator_signs_a_doctor_out_everywhere(admin, doctor, moderator, caplog):
    browser = Client()
    browser.force_login(doctor.user)
    response = press(admin, doctor, "_sign_out")
    assert "Ada Verified is signed out in every browser." in response.text
    assert browser.get("/desk/").status_code == 302
    assert admin.get(LIST).status_code == 200
    told = f"1 sessions of account {doctor.user_id} were ended by account {moderator.pk}"
    assert told in caplog.text


def test_without_an_account_there_is_nobody_to_sign_out(admin):
    imported = make_doctor(with_account=False)
    assert "Sign out everywhere" not in admin.get(address_of(imported)).text
    assert "This doctor has no account." in press(admin, imported, "_sign_out").text


def test_superuser_signs_a_moderator_out_everywhere(client, moderator):
    browser = Client()
    browser.force_login(moderator)
    address = reverse("admin:auth_user_change", args=[moderator.pk])
    assert "Sign out everywhere" not in browser.get(address).text
    assert browser.post(address, {"_sign_out": "1"}).status_code == 403
    client.force_login(make_user(is_staff=True, is_superuser=True))
    joined = {"date_joined_0": "2026-01-01", "date_joined_1": "08:00"}
    groups = list(moderator.groups.values_list("pk", flat=True))
    account = {"username": "moderator", "is_active": "on", "is_staff": "on", "groups": groups}
    response = client.post(address, account | joined | {"_sign_out": "1"}, follow=True)
    assert "Moderator is signed out in every browser." in response.text
    assert browser.get(reverse("admin:index")).status_code == 302
    assert client.get(address).status_code == 200


def test_who_may_only_look_at_an_account_sees_nothing_of_its_password(client, moderator):
    other = make_user(username="other", password="tall-oaks-4711")
    page = reverse("admin:auth_user_change", args=[other.pk])
    client.force_login(make_user(is_staff=True, is_superuser=True))
    assert "****" in client.get(page).text  # what follows the beginning of the hash
    client.force_login(moderator)
    shown = client.get(page)
    assert "other" in shown.text
    assert "salt" not in shown.text and "****" not in shown.text


def test_an_account_is_closed_and_not_deleted(client):
    client.force_login(make_user(is_staff=True, is_superuser=True))
    other = make_user(username="other", is_staff=True, is_superuser=True)
    LogEntry.objects.log_actions(other.pk, [other], CHANGE)
    accounts, page = (
        reverse("admin:auth_user_changelist"),
        reverse("admin:auth_user_change", args=[other.pk]),
    )
    assert "To close an account, take “Active” away." in client.get(page).text
    assert "delete_selected" not in client.get(accounts).text
    delete = reverse("admin:auth_user_delete", args=[other.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [other.pk], "post": "yes"}
    client.post(accounts, chosen)
    assert LogEntry.objects.get(user=other)
