"""From an invitation to the desk, and back in another day, in a real browser."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import expect

from doctors import letters
from tests.browser.conftest import faults_of, go_by, sign_in
from tests.factories import make_doctor, make_invitation

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "tall-oaks-4711"
KEY = "JBSWY3DPEHPK3PXP"
LANGUAGES = pytest.mark.parametrize("prefix", ["", "/zh-hant"])


@pytest.fixture(autouse=True)
def nobody_has_tried_before(transactional_db):
    """The table of tries is no model's: what tests leave there stays."""
    cache.clear()


@pytest.fixture
def doctor_with_app(doctor):
    doctor.user.email = "ada@example.org"
    doctor.user.set_password(PASSWORD)
    doctor.user.save()
    TOTP.activate(doctor.user, KEY)
    return doctor


def code_of(key: str) -> str:
    return format_hotp_value(hotp_value(key, int(time.time()) // 30))


def press(page):
    go_by(page.locator("main form .btn-primary").first)


def type_password(page, email: str = "ada@example.org"):
    page.fill("[name=login]", email)
    page.fill("[name=password]", PASSWORD)
    press(page)
    expect(page).to_have_url(re.compile("/authenticate/$"))


@LANGUAGES
def test_invited_doctor_comes_to_the_desk(visit, prefix):
    doctor = make_doctor(name="Nea Comer", with_account=False)
    language = "zh-hant" if prefix else "en"
    make_invitation(doctor=doctor, email="nea@example.org", language=language)
    letters.send_all_due()
    path = re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)[1]
    assert path.startswith(prefix + "/accounts/")
    page = visit(path)
    faults = faults_of(page)
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", "something else")
    press(page)
    expect(page.locator(".error-summary")).to_be_visible()
    faults += faults_of(page)
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    press(page)
    expect(page).to_have_url(re.compile("/2fa/$"))
    faults += faults_of(page)
    go_by(page.locator("main .btn-primary"))  # the app
    faults += faults_of(page)
    assert page.locator("img.scan").evaluate("image => image.naturalWidth") > 0
    page.fill("[name=code]", code_of(page.locator("#authenticator_secret").inner_text()))
    press(page)
    expect(page).to_have_url(re.compile("/2fa/codes/$"))
    expect(page.locator(".codes li")).to_have_count(10)
    faults += faults_of(page)
    go_by(page.locator("main .btn-primary"))
    expect(page).to_have_url(re.compile(f"{prefix}/desk/$"))
    assert "Nea Comer" in page.content()
    for name in ("2fa", "sessions", "password/change", "2fa/passkeys", "2fa/codes/new"):
        faults += faults_of(visit(f"{prefix}/accounts/{name}/"))
    assert not faults, "\n".join(faults)


@LANGUAGES
def test_signing_in_with_the_app_leads_to_the_page_that_was_asked_for(
    visit, doctor_with_app, prefix
):
    page = visit(f"{prefix}/desk/")
    faults = faults_of(page)
    type_password(page)
    faults += faults_of(page)
    page.fill("[name=code]", code_of(KEY))
    go_by(page.locator("[name=code]"), "Enter")
    expect(page).to_have_url(re.compile(f"{prefix}/desk/$"))
    assert not faults, "\n".join(faults)


def test_wrong_codes_are_limited(visit, doctor_with_app):
    page = visit(reverse("login"))
    type_password(page)
    for _ in range(6):
        page.fill("[name=code]", "000000")
        press(page)
        expect(page.locator(".error-summary")).to_be_visible()
    page.fill("[name=code]", code_of(KEY))
    press(page)
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page).to_have_url(re.compile("/authenticate/"))
    assert not faults_of(page)


def test_passkey_is_added_and_opens_the_desk(visit, doctor_with_app):
    page = visit(reverse("login"))
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    type_password(page)
    assert page.locator("#passkey_button").count() == 0
    page.fill("[name=code]", code_of(KEY))
    press(page)
    expect(page).to_have_url(re.compile("/desk/$"))
    visit(reverse("mfa_add_webauthn"))
    faults = faults_of(page)
    page.fill("[name=name]", "My computer")
    go_by(page.locator("#passkey_button"))
    expect(page).to_have_url(re.compile("/2fa/codes/$"))
    assert Authenticator.objects.filter(type="webauthn").count() == 1
    visit(reverse("mfa_list_webauthn"))
    assert "My computer" in page.content()
    page.context.clear_cookies()
    visit(reverse("login"))
    type_password(page)
    faults += faults_of(page)
    go_by(page.locator("#passkey_button"))
    expect(page).to_have_url(re.compile("/desk/$"))
    assert not faults, "\n".join(faults)


def test_passkey_button_comes_with_the_script_it_needs(
    open_without_scripts_yet, context, doctor_with_app, live_server
):
    sign_in(context, doctor_with_app.user, live_server.url)
    page, let_scripts_come = open_without_scripts_yet(reverse("mfa_add_webauthn"))
    expect(page.get_by_role("heading", name="Add a passkey")).to_be_visible()
    expect(page.locator("#passkey_button")).to_be_hidden()
    let_scripts_come()
    expect(page.locator("#passkey_button")).to_be_visible()


@LANGUAGES
def test_pages_that_say_what_to_do(visit, prefix):
    faults = []
    for path in ("password/reset", "password/reset/done", "password/reset/key/1-a", "inactive"):
        faults += faults_of(visit(f"{prefix}/accounts/{path}/"))
    used = make_invitation(language="zh-hant" if prefix else "en")
    used.revoke(by=used.invited_by)
    faults += faults_of(visit(used.get_absolute_url()))
    assert not faults, "\n".join(faults)
