"""Passwords made of the installation's own words."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from askdoctor.passwords import plain, share_of
from tests.factories import make_specialty, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_NAME, settings.SITE_URL = "Kinderfragen 問醫師", "https://fragen.klinikum.example"
    settings.PASSWORD_WORDS = ["Haus Nord"]
    make_specialty("neonatology", name="Neonatology", name_zh_hant="新生兒科")


@pytest.mark.parametrize(
    "password",
    [
        "askdoctor2026",
        "AskD0ct0r!!",
        "Kinderfragen-2026",
        "k1nd3rfr4g3n",
        "fragen.klinikum",
        "klinikumklinikum",
        "haus nord 1999",
        "N e o n a t o l o g y 1",
        "moderator-password",
        "新生兒科123",
        "１２３問醫師問醫師",
    ],
)
def test_password_of_our_own_words_is_refused(password):
    with pytest.raises(ValidationError, match="words that anybody would try"):
        validate_password(password)


@pytest.mark.parametrize(
    "password",
    [
        "tall-oaks-4711",
        "my doctor rides a red tandem",
        "example of nothing here",
        "a long enough password of mine",
        "醫師說今天月亮很圓",
        "!!!???///---",
    ],
)
def test_a_word_of_ours_within_a_longer_one_is_no_reason(password):
    validate_password(password)


def test_how_much_of_a_password_is_ours():
    assert share_of("Ask-D0ctor 26", ["askdoctor", "doctor"]) == pytest.approx(9 / 11)
    assert share_of("", ["askdoctor"]) == 0
    assert plain("Ask-D0ctor!") == "askdoctor"


def test_who_changes_a_password_hears_why(client):
    client.force_login(user := make_user(password="a long enough password"))
    new = {"password1": "askdoctor2026", "password2": "askdoctor2026"}
    old = {"oldpassword": "a long enough password"}
    response = client.post(reverse("account_change_password"), old | new)
    assert "words that anybody would try" in response.text
    user.refresh_from_db()
    assert user.check_password("a long enough password")
