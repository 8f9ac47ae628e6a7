"""Signing in and out."""

import pytest
from django.urls import reverse

from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def password():
    return "a long enough password"


def test_doctor_signs_in_with_username_and_lands_at_the_desk(client, doctor, password):
    doctor.user.set_password(password)
    doctor.user.save()
    fields = {"username": doctor.user.username, "password": password}
    response = client.post(reverse("login"), fields, follow=True)
    assert response.redirect_chain == [(reverse("desk"), 302)]
    assert "Dr. Ada Verified" in response.content.decode()


def test_moderator_signs_in_and_lands_at_the_admin(client, moderator, password):
    moderator.set_password(password)
    moderator.save()
    fields = {"username": moderator.username, "password": password}
    response = client.post(reverse("login"), fields, follow=True)
    assert response.redirect_chain[-1] == (reverse("admin:index"), 302)


def test_signing_in_leads_to_the_page_that_was_asked_for_and_to_no_other_site(client, password):
    make_user(username="someone", password=password)
    fields = {"username": "someone", "password": password}
    url = reverse("login")
    assert client.post(f"{url}?next=/desk/questions/1/", fields).url == "/desk/questions/1/"
    client.logout()
    assert client.post(f"{url}?next=https://example.org/", fields).url == reverse("desk")


@pytest.mark.parametrize("username", ["nobody", "x" * 100_000, "a\0b", ""])
def test_wrong_sign_in_is_explained(client, username):
    response = client.post(reverse("login"), {"username": username, "password": "wrong"})
    assert response.status_code == 200
    content = response.content.decode()
    assert 'role="alert"' in content or "invalid-feedback" in content


def test_signing_out_is_a_post(client, doctor):
    client.force_login(doctor.user)
    assert client.get(reverse("logout")).status_code == 405
    assert client.post(reverse("logout")).url == reverse("home")
    assert client.get(reverse("desk")).status_code == 302


def test_sign_in_page_bears_the_name_of_the_site(client, settings):
    assert settings.SITE_NAME in client.get(reverse("login")).content.decode()
