"""Signing in and out: by e-mail address and password, and then by a second step."""

import pickle
import re
import time
from base64 import b64decode
from datetime import timedelta
from io import StringIO
from threading import Barrier, Thread

import pytest
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache, caches
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askdoctor.codes import take_code
from doctors import letters
from doctors.models import StaffLetter
from questions.models import Attachment
from tests.factories import make_question, make_user
from tests.questions.test_at_once import wait_for_a_lock
from tests.test_access import ABOUT, MAKERS, STATES, address, named

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"
KEY = "JBSWY3DPEHPK3PXP"


def code_of(key: str = KEY, steps: int = 0) -> str:
    """What an authenticator app shows, now or some half minutes later."""
    return format_hotp_value(hotp_value(key, int(time.time()) // 30 + steps))


def make_staff(**fields):
    """Somebody with a password and an authenticator app."""
    fields.setdefault("email", "staff@example.org")
    user = make_user(password=PASSWORD, **fields)
    TOTP.activate(user, KEY)
    return user


def type_password(client, login: str, password: str = PASSWORD, to: str = ""):
    query = f"?next={to}" if to else ""
    return client.post(reverse("login") + query, {"login": login, "password": password})


def type_code(client, code: str):
    return client.post(reverse("mfa_authenticate"), {"code": code})


@pytest.mark.parametrize("login", ["staff@example.org", "Staff@Example.org", "their-name"])
def test_signing_in_takes_a_password_and_a_code(client, login):
    make_staff(username="their-name")
    assert type_password(client, login).url == reverse("mfa_authenticate")
    assert client.get(reverse("desk")).url.startswith(reverse("login"))
    assert type_code(client, code_of()).url == reverse("desk")


def test_doctor_lands_at_the_desk_and_a_moderator_at_the_admin(client, doctor, moderator):
    for user, name in ((doctor.user, "desk"), (moderator, "admin:index")):
        user.set_password(PASSWORD)
        user.save()
        TOTP.activate(user, KEY)
        type_password(client, user.username)
        response = client.post(reverse("mfa_authenticate"), {"code": code_of()}, follow=True)
        assert response.status_code == 200
        assert response.request["PATH_INFO"] == reverse(name)
        client.logout()


def test_recovery_code_opens_once(client):
    user = make_staff()
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    type_password(client, user.email)
    assert type_code(client, code).url == reverse("desk")
    client.logout()
    type_password(client, user.email)
    assert type_code(client, code).status_code == 200


def test_code_of_the_app_opens_once(client):
    user = make_staff()
    type_password(client, user.email)
    code = code_of()
    assert type_code(client, code).url == reverse("desk")
    client.logout()
    type_password(client, user.email)
    assert type_code(client, code).status_code == 200


def test_code_of_the_app_opens_once_in_its_tolerance_too(client):
    """Half a minute later nothing but the app's own row remembers it."""
    user = make_staff()
    type_password(client, user.email)
    code, earlier, later = (code_of(steps=steps) for steps in (0, -1, 1))
    type_code(client, code)
    client.logout()
    cache.clear()
    type_password(client, user.email)
    assert [type_code(client, each).status_code for each in (code, earlier, later)] == [
        200,
        200,
        302,
    ]
    asked = client.post(reverse("mfa_reauthenticate"), {"code": later})
    assert 'role="alert"' in asked.text


def test_a_code_given_once_more_counts_as_a_wrong_one(client):
    user = make_staff()
    type_password(client, user.email)
    code = code_of()
    type_code(client, code)
    client.logout()
    type_password(client, user.email)
    for _ in range(5):
        type_code(client, code)
    assert type_code(client, code_of(steps=1)).status_code == 200
    assert client.get(reverse("desk")).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_of_two_who_give_a_code_at_once_one_gets_in():
    user = make_staff()
    start, code, taken = Barrier(8), code_of(), []

    def give():
        start.wait()
        taken.append(take_code(user, code))
        connection.close()

    threads = [Thread(target=give) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == [False] * 7 + [True]


@pytest.mark.parametrize(
    ("steps", "status"), [(-1, 302), (1, 302), (-3, 200), (-20, 200), (3, 200)]
)
def test_code_of_the_app_opens_for_a_minute_and_no_longer(client, steps, status):
    user = make_staff()
    type_password(client, user.email)
    assert type_code(client, code_of(steps=steps)).status_code == status


def test_signing_in_leads_to_the_page_that_was_asked_for_and_to_no_other_site(client):
    make_staff()
    for asked_for, next_page, steps in (
        ("/desk/questions/1/", "/desk/questions/1/", 0),
        ("https://example.org/", reverse("desk"), 1),
    ):
        type_password(client, "staff@example.org", to=asked_for)
        assert type_code(client, code_of(steps=steps)).url == next_page
        client.logout()


@pytest.mark.parametrize(
    "asked_for",
    [
        "https://localhost/",
        "http://127.0.0.1:8000/desk/",
        "//localhost/",
        "https://testserver/desk/",
        "https:localhost",
        "\\\\localhost\\",
        "javascript:alert(1)",
    ],
)
def test_who_is_signed_in_already_is_led_to_no_program_of_their_own_machine(client, asked_for):
    """The site answers to these names, for the proxy and for who looks after it."""
    type_password(client, make_staff().email)
    type_code(client, code_of())
    assert client.get(reverse("login"), {"next": asked_for}).url == reverse("desk")
    assert client.post(reverse("logout"), {"next": asked_for}).url == reverse("home")


@pytest.mark.parametrize("login", ["nobody", "nobody@example.org", "x" * 100_000, "a\0b", ""])
def test_wrong_sign_in_is_explained(client, login):
    response = type_password(client, login, "wrong")
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()


def test_closed_account_does_not_sign_in(client):
    make_staff(is_active=False)
    type_password(client, "staff@example.org")
    assert not client.session.get("_auth_user_id")


def test_account_that_is_closed_is_signed_in_nowhere_any_more(client, doctor):
    draft = reverse("desk_draft", args=[make_question(status="claimed", doctor=doctor).pk])
    client.force_login(doctor.user)
    assert [client.get(path).status_code for path in (reverse("desk"), draft)] == [200, 200]
    doctor.user.is_active = False
    doctor.user.save()
    assert client.get(reverse("desk")).url.startswith(reverse("login"))
    assert client.get(reverse("usersessions_list")).url.startswith(reverse("login"))
    assert client.get(draft).status_code == 401


def test_signing_out_is_a_post(client, doctor):
    client.force_login(doctor.user)
    assert client.get(reverse("logout")).status_code == 405
    assert client.post(reverse("logout")).url == reverse("home")
    assert client.get(reverse("desk")).status_code == 302


def test_sign_in_page_bears_the_name_of_the_site(client, settings):
    assert settings.SITE_NAME in client.get(reverse("login")).content.decode()


def test_nobody_signs_up(client):
    assert client.get("/accounts/signup/").status_code == 404
    assert "signup" not in client.get(reverse("login")).content.decode()
    assert not get_adapter().is_open_for_signup(None)


# The second step is required


def sign_in_by_password_alone(user) -> Client:
    """A browser whose person had no second step when they signed in."""
    browser = Client()
    user.set_password(PASSWORD)
    user.save()
    type_password(browser, user.username)
    assert browser.session["_auth_user_id"] == str(user.pk)
    return browser


def test_without_second_step_no_page_of_staff_opens(doctor, moderator):
    """Every address of the site, for a doctor and a moderator who have typed a password only: what
    a visitor gets, or the way to set the second step up."""
    moderator.is_superuser = True
    visitor, browsers = Client(), [sign_in_by_password_alone(u) for u in (doctor.user, moderator)]
    way = {reverse(name) for name in ("mfa_index", "login", "desk", "admin:index")}
    before = {"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate"}
    before |= {"login", "account_login", "admin:login", "admin:logout"}
    things, opened = {}, []
    for name in set(named()) - before:
        model, _parts = ABOUT.get(name, (None, None))
        if model not in things:
            things[model] = MAKERS[model](STATES.get(model, ["any"])[0], doctor)
        path = address(name, things[model], "doctor")
        expected = visitor.get(path)
        for browser in browsers:
            response = browser.get(path)
            location = response.headers.get("Location")
            is_led = response.status_code == 302 and location.partition("?")[0] in way
            same = (expected.status_code, expected.headers.get("Location"))
            if not is_led and (response.status_code, location) != same:
                opened.append((name, response.status_code, location))
    assert not opened


def test_who_typed_a_password_alone_does_not_pass_by_a_step_set_up_elsewhere(doctor):
    """Somebody else may have typed it: the person sets the step up in a browser of their own."""
    browser = sign_in_by_password_alone(doctor.user)
    TOTP.activate(doctor.user, KEY)
    for name in ("desk", "admin:index", "usersessions_list", "mfa_index", "mfa_activate_totp"):
        response = browser.get(reverse(name))
        assert response.status_code == 302
        assert response.url.startswith((reverse("mfa_reauthenticate"), reverse("login")))
    assert browser.post(reverse("mfa_reauthenticate"), {"code": "000000"}).status_code == 200
    assert browser.get(reverse("desk")).status_code == 302


def test_without_second_step_an_order_is_led_away_too(moderator, unverified_doctor):
    browser = sign_in_by_password_alone(moderator)
    path = reverse("admin:doctors_doctor_change", args=[unverified_doctor.pk])
    assert browser.post(path, {"_suspend": "1"}).url == reverse("mfa_index")
    unverified_doctor.refresh_from_db()
    assert unverified_doctor.suspended_at is None


def test_text_sent_without_second_step_comes_back(doctor):
    """Whoever was writing when the site began to ask for it loses nothing."""
    question = make_question(status="claimed", doctor=doctor)
    browser = sign_in_by_password_alone(doctor.user)
    for name, field in (
        ("desk_save", "text"),
        ("desk_details", "details"),
        ("desk_return", "note"),
    ):
        response = browser.post(reverse(name, args=[question.pk]), {field: "Half an hour of work."})
        assert response.status_code == 403
        assert "Half an hour of work." in response.content.decode()


def test_draft_kept_without_second_step_is_answered_as_to_somebody_signed_out(doctor):
    """The script keeps the text in the browser then, and shows the way to sign in."""
    question = make_question(status="claimed", doctor=doctor)
    browser = sign_in_by_password_alone(doctor.user)
    draft = reverse("desk_draft", args=[question.pk])
    for response in (browser.get(draft), browser.post(draft, {"text": "Half an hour of work."})):
        assert response.status_code == 401
        assert response.json()["sentence"]
    assert not question.replies.exclude(text="").exists()


def test_file_of_a_draft_is_not_there_without_second_step(client, doctor):
    file = MAKERS[Attachment]("draft", doctor)
    path = reverse("attachment", args=[file.key])
    assert sign_in_by_password_alone(doctor.user).get(path).status_code == 404
    client.force_login(doctor.user)
    response = client.get(path)
    assert response.status_code == 200
    response.close()


def test_setting_up_an_app_opens_the_desk(doctor):
    browser = sign_in_by_password_alone(doctor.user)
    assert browser.get(reverse("desk")).url == reverse("mfa_index")
    page = browser.get(reverse("mfa_activate_totp"))
    assert "data:" in page.headers["Content-Security-Policy"]
    key = re.search(r'id="authenticator_secret">(\w+)<', page.content.decode())[1]
    wrong = browser.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert 'role="alert"' in wrong.content.decode()
    assert key in wrong.content.decode()
    code = code_of(key)
    response = browser.post(reverse("mfa_activate_totp"), {"code": code})
    assert not take_code(doctor.user, code)
    assert response.url == reverse("mfa_view_recovery_codes")
    codes = browser.get(response.url).content.decode()
    assert RecoveryCodes.activate(doctor.user).get_unused_codes()[0] in codes
    assert browser.get(reverse("desk")).status_code == 200


def test_set_up_elsewhere_the_other_browser_has_to_show_it_and_sets_up_none_of_its_own(doctor):
    browser = sign_in_by_password_alone(doctor.user)
    TOTP.activate(doctor.user, KEY)
    prove = reverse("mfa_reauthenticate")
    for name in ("desk", "mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "usersessions_list"):
        assert browser.get(reverse(name)).url.startswith(prove)
    response = browser.post(f"{prove}?next=/desk/", {"code": code_of()})
    assert response.url == "/desk/"
    assert browser.get("/desk/").status_code == 200


def test_only_second_step_cannot_be_removed(client, doctor):
    client.force_login(doctor.user)
    TOTP.activate(doctor.user, KEY)
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=doctor.user).exists()
    Authenticator.objects.all().delete()
    key = Authenticator.objects.create(
        user=doctor.user, type="webauthn", data={"name": "Key", "credential": {}}
    )
    assert client.post(reverse("mfa_remove_webauthn", args=[key.pk])).status_code == 403
    TOTP.activate(doctor.user, KEY)
    assert client.post(reverse("mfa_remove_webauthn", args=[key.pk])).status_code == 302
    assert not Authenticator.objects.filter(type="webauthn").exists()


@pytest.mark.parametrize("credential", ["9" * 5_000, "[" * 90_000, "nothing", "{}"])
def test_what_is_no_passkey_is_refused(client, credential):
    """Also what Python does not read: a number of thousands of digits, and what is nested so deeply."""
    user = make_staff()
    sent = {"credential": credential, "name": "Key"}
    type_password(client, user.username)
    assert client.post(reverse("mfa_authenticate"), sent).status_code == 200
    client.force_login(user)
    assert client.post(reverse("mfa_add_webauthn"), sent).status_code == 200
    again = ReauthenticateWebAuthnView().get_form_class()(sent, user=user)
    assert not again.is_valid()
    assert not Authenticator.objects.filter(type="webauthn").exists()


def test_operator_resets_the_second_step_and_ends_the_sessions(client):
    user = make_staff()
    type_password(client, user.email)
    type_code(client, code_of())
    assert client.get(reverse("mfa_index")).status_code == 200
    call_command("reset_second_factor", user.email)
    assert client.get(reverse("mfa_index")).status_code == 302
    assert type_password(client, user.email).url == reverse("desk")
    assert client.get(reverse("desk")).url == reverse("mfa_index")
    with pytest.raises(CommandError):
        call_command("reset_second_factor", "nobody@example.org")


# Limits


def test_log_says_who_signed_in_and_who_was_refused_by_number_alone(client, caplog):
    caplog.set_level("INFO", "askdoctor.signing_in")
    user = make_staff(email="somebody@example.org")
    type_password(client, "somebody@example.org", "a wrong password")
    type_password(client, "a password in the wrong field", "x")
    type_password(client, "somebody@example.org")
    type_code(client, code_of())
    said = [
        record.getMessage() for record in caplog.records if record.name == "askdoctor.signing_in"
    ]
    assert said == [
        f"signing in was refused for account {user.pk}",
        "signing in was refused for nobody's name",
        f"account {user.pk} signed in",
    ]
    assert "somebody@" not in caplog.text and "wrong" not in " ".join(said)


def test_wrong_passwords_are_limited_and_then_even_the_right_one_waits(client):
    make_staff()
    for _ in range(5):
        type_password(client, "staff@example.org", "wrong")
    response = type_password(client, "staff@example.org")
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()


@pytest.mark.parametrize(
    "others",
    [
        ["their-name"],
        ["STAFF@example.org", "  Staff@Example.ORG\t", "THEIR-name"],
        ["ｓｔａｆｆ＠ｅｘａｍｐｌｅ．ｏｒｇ", "ＴＨＥＩＲ－ｎａｍｅ", "staff@example.org\u3000"],
    ],
)
def test_another_way_to_write_the_name_gives_no_more_tries(client, others):
    make_staff(username="their-name")
    for login in ["staff@example.org", *others, *others, *others, *others][:5]:
        type_password(client, login, "wrong")
    for login in ["staff@example.org", *others]:
        assert type_password(client, login).status_code == 200, login


def test_the_wide_letters_of_a_chinese_keyboard_sign_in(client):
    make_staff(username="their-name")
    assert type_password(client, "ｓｔａｆｆ＠ｅｘａｍｐｌｅ．ｏｒｇ").status_code == 302


def test_a_name_without_end_takes_no_time(client):
    began = time.monotonic()
    assert type_password(client, "a" + "\u0301\u0323" * 40_000).status_code == 200
    assert time.monotonic() - began < 5


def test_of_a_name_that_nobody_has_as_many_are_looked_at():
    """Else the page would tell who has an account."""
    make_staff()

    def said(login: str) -> list[str]:
        pages = [type_password(Client(), login, "wrong") for _ in range(6)]
        return [page.context["form"].errors.as_text() for page in pages]

    assert said("staff@example.org") == said("nobody@example.org")
    assert said("nobody@example.org")[0] != said("another@example.org")[0]


def type_password_from(place: str, password: str):
    return type_password(Client(REMOTE_ADDR=place), "staff@example.org", password)


def test_who_tries_from_elsewhere_holds_nobody_out(client):
    make_staff()
    for _ in range(10):
        type_password_from("192.0.2.1", "wrong")
    assert type_password_from("192.0.2.1", PASSWORD).status_code == 200
    assert type_password(client, "staff@example.org").url == reverse("mfa_authenticate")


def test_who_tries_from_many_places_is_held_up_until_a_new_password_comes_by_letter(client):
    user = make_staff()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    for number in range(100):
        type_password_from(f"192.0.2.{number}", "wrong")
    assert type_password(client, user.email).status_code == 200
    assert type_password(client, user.username).status_code == 200
    ask_for_password(client, user.email)
    letters.send_all_due()
    page = client.get(link_in(mail.outbox[0]), follow=True)
    new = {"password1": "tall-oaks-4711", "password2": "tall-oaks-4711"}
    client.post(page.request["PATH_INFO"], new)
    assert type_password(client, user.email, "tall-oaks-4711").url == reverse("mfa_authenticate")


def test_right_passwords_are_no_tries(client):
    make_staff()
    caches["default"].clear()
    for _ in range(6):
        assert type_password(client, "staff@example.org").url == reverse("mfa_authenticate")
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM askdoctor_cache")
        kept = [pickle.loads(b64decode(value)) for [value] in cursor.fetchall()]  # noqa: S301 - Django's own
    # How often one place has signed in, and three counts of what failed.
    assert sorted(map(len, kept)) == [0, 0, 0, 6]


def test_another_name_of_the_host_gives_no_more_tries(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    make_staff()
    for port in range(5):
        address = {"HTTP_HOST": f"testserver:{8000 + port}"}
        fields = {"login": "staff@example.org", "password": "wrong"}
        client.post(reverse("login"), fields, **address)
    response = type_password(client, "staff@example.org")
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()


def test_tries_of_many_others_push_none_out_of_the_table():
    assert caches["default"]._max_entries >= 100_000


def test_wrong_codes_are_limited_and_then_even_the_right_one_waits(client):
    make_staff()
    type_password(client, "staff@example.org")
    for _ in range(5):
        assert type_code(client, "000000").status_code == 200
    assert type_code(client, code_of()).status_code == 200
    assert client.get(reverse("desk")).status_code == 302


def test_tries_are_counted_in_a_table_that_all_processes_share(client):
    caches["default"].clear()
    type_password(client, "staff@example.org", "wrong")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM askdoctor_cache")
        assert cursor.fetchone()[0] == 4


def test_too_many_tries_of_one_address_are_told_kindly(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    for _ in range(2):
        type_password(client, "a@example.org", "wrong")
    response = type_password(client, "a@example.org", "wrong")
    assert response.status_code == 429
    assert "Too many tries" in response.content.decode()


# A new password


def ask_for_password(client, email: str):
    return client.post(reverse("account_reset_password"), {"email": email})


def link_in(message) -> str:
    return re.search(r"https?://[^/]+(/\S+)", message.body)[1]


def test_new_password_by_a_link_that_comes_by_mail_and_is_good_once(client):
    user = make_staff()
    assert ask_for_password(client, user.email).url == reverse("account_reset_password_done")
    assert not mail.outbox
    letters.send_all_due()
    [message] = mail.outbox
    assert message.to == [user.email]
    link = link_in(message)
    assert link not in message.subject
    page = client.get(link, follow=True)
    new = {"password1": "tall-oaks-4711", "password2": "tall-oaks-4711"}
    assert client.post(page.request["PATH_INFO"], new).status_code == 302
    assert type_password(client, user.email, "tall-oaks-4711").url == reverse("mfa_authenticate")
    assert "used already" in Client().get(link, follow=True).content.decode()


@pytest.mark.parametrize(
    ("password", "reason"),
    [("1234", "too short"), ("sunshine", "too common"), ("7301958264", "entirely numeric")],
)
def test_weak_new_password_is_refused_with_the_reason(client, password, reason):
    ask_for_password(client, make_staff().email)
    letters.send_all_due()
    page = client.get(link_in(mail.outbox[0]), follow=True)
    typed = {"password1": password, "password2": password}
    assert reason in client.post(page.request["PATH_INFO"], typed).text


def test_unknown_address_gets_the_same_page_and_no_letter(client):
    response = ask_for_password(client, "nobody@example.org")
    assert response.url == reverse("account_reset_password_done")
    assert not StaffLetter.objects.exists()


def test_asking_twice_sends_one_letter(client):
    user = make_staff()
    for _ in range(2):
        ask_for_password(client, user.email)
    assert StaffLetter.objects.filter(user=user).count() == 1


def begin_to_ask(email: str) -> tuple[Thread, list]:
    """Somebody who asks for a new password, and what the page says, within a second."""
    said = []

    def ask():
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '1s'")
        try:
            said.append(ask_for_password(Client(), email).url)
        except DatabaseError as error:
            said.append(repr(error))
        finally:
            connection.close()

    thread = Thread(target=ask)
    thread.start()
    return thread, said


@pytest.mark.django_db(transaction=True)
def test_letter_on_its_way_makes_nobody_wait_and_goes_out_also_where_that_fails():
    """Else the page would tell that there is such an account."""
    user = make_staff()
    letters.write_password_letter(user)
    letter = StaffLetter.objects.get()
    letter.begin(at=timezone.now())
    with transaction.atomic():
        StaffLetter.objects.select_for_update().get()
        thread, said = begin_to_ask(user.email)
        thread.join()
        letter.put_off(at=timezone.now(), error="TimeoutError", is_clear=False)
    assert said == [reverse("account_reset_password_done")]
    letters.send_next(now=timezone.now() + timedelta(minutes=6))
    assert [message.to for message in mail.outbox] == [[user.email]]
    assert not StaffLetter.objects.unsent().exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("waits_already", [False, True])
def test_who_asks_twice_at_once_hears_the_same_and_gets_one_letter(waits_already):
    user = make_staff()
    if waits_already:
        letters.write_password_letter(user)
    with transaction.atomic():
        letters.write_password_letter(user)
        thread, said = begin_to_ask(user.email)
        wait_for_a_lock(thread)
    thread.join()
    assert said == [reverse("account_reset_password_done")]
    assert StaffLetter.objects.filter(user=user).count() == 1


def test_letter_that_could_not_be_sent_is_tried_again(client, settings):
    ask_for_password(client, make_staff().email)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    letters.send_all_due()
    letter = StaffLetter.objects.get()
    assert (letter.status, letter.attempts) == ("waiting", 1)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    letters.send_next(now=timezone.now() + timedelta(minutes=2))
    assert mail.outbox[0].extra_headers["Message-ID"] == letter.message_id


# Sessions


def test_signing_in_gives_the_session_another_key(client):
    client.post("/ask/", {"age_band": "1-2y", "sex": "female"})
    before = client.session.session_key
    type_password(client, make_staff().email)
    type_code(client, code_of())
    assert before != client.session.session_key
    assert not SessionStore(before).exists(before)


def test_sessions_are_listed_and_ended(client):
    user = make_staff()
    other = Client(headers={"user-agent": "Another browser"})
    for browser, steps in ((client, 0), (other, 1)):
        type_password(browser, user.email)
        type_code(browser, code_of(steps=steps))
    page = client.get(reverse("usersessions_list")).content.decode()
    assert "Another browser" in page
    assert UserSession.objects.filter(user=user).count() == 2
    client.post(reverse("usersessions_list"))
    assert other.get(reverse("desk")).status_code == 302
    assert client.get(reverse("usersessions_list")).status_code == 200


def test_sessions_say_which_browser_in_plain_words(client):
    agent = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"
    user = make_staff()
    for browser, steps in ((Client(headers={"user-agent": agent}), 0), (client, 1)):
        type_password(browser, user.email)
        type_code(browser, code_of(steps=steps))
    page = client.get(reverse("usersessions_list")).text
    assert "<b>Firefox on Windows</b>" in page
    assert "Gecko" not in page
    assert "<b>Another browser</b>" in page


def test_one_of_the_other_sessions_is_ended_and_no_other(client):
    user = make_staff()
    others = [Client(headers={"user-agent": f"Browser {number}"}) for number in range(2)]
    for browser, steps in ((others[0], -1), (others[1], 0), (client, 1)):
        type_password(browser, user.email)
        type_code(browser, code_of(steps=steps))
    page = reverse("mfa_index")
    first = UserSession.objects.get(user_agent="Browser 0")
    said = client.post(reverse("usersessions_list"), {"session": first.pk}, follow=True)
    assert "1 sign-in has ended." in said.text
    assert [each.get(page).status_code for each in others] == [302, 200]
    client.post(reverse("usersessions_list"), {"session": "no number"})
    assert others[1].get(page).status_code == 200


def test_session_of_somebody_else_is_not_ended(client, doctor):
    Client().force_login(doctor.user)
    of_another = UserSession.objects.get(user=doctor.user)
    client.force_login(make_staff())
    client.post(reverse("usersessions_list"), {"session": of_another.pk})
    assert of_another.exists()


def test_who_ends_other_sessions_shows_again_who_they_are(client, monkeypatch):
    user = make_staff()
    other = Client()
    for browser, steps in ((client, 0), (other, 1)):
        type_password(browser, user.email)
        type_code(browser, code_of(steps=steps))
    later = time.time() + 6 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    asked = client.post(reverse("usersessions_list"))
    assert asked.url.startswith(reverse("account_reauthenticate"))
    assert other.get(reverse("usersessions_list")).status_code == 200
    client.post(asked.url, {"password": PASSWORD})
    assert other.get(reverse("usersessions_list")).status_code == 302


@pytest.mark.parametrize(
    ("name", "has_number"),
    [
        ("mfa_activate_totp", False),
        ("mfa_deactivate_totp", False),
        ("mfa_add_webauthn", False),
        ("mfa_edit_webauthn", True),
        ("mfa_remove_webauthn", True),
        ("mfa_generate_recovery_codes", False),
    ],
)
def test_who_changes_a_second_step_shows_again_who_they_are(client, monkeypatch, name, has_number):
    user = make_staff()
    type_password(client, user.email)
    type_code(client, code_of())
    RecoveryCodes.activate(user)
    passkey = Authenticator(user=user, type="webauthn", data={"name": "Key", "credential": {}})
    if name == "mfa_activate_totp":
        Authenticator.objects.filter(type="totp").delete()
    elif name != "mfa_add_webauthn":  # which would read what the key has said of itself
        passkey.save()
    path = reverse(name, args=[passkey.pk] if has_number else [])
    factors = list(Authenticator.objects.order_by("pk").values())
    assert client.get(path).status_code == 200
    later = time.time() + 6 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    for asked in (client.get(path), client.post(path, {"name": "Another"})):
        assert asked.url.startswith(reverse("account_reauthenticate"))
    client.post(asked.url, {"password": "wrong"})
    assert client.get(path).status_code == 302
    assert list(Authenticator.objects.order_by("pk").values()) == factors
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert client.get(path).status_code == 200


def stored(client) -> Session:
    return Session.objects.get(pk=client.session.session_key)


@pytest.mark.parametrize("with_second_step", [True, False])
def test_a_sign_in_ends_after_twelve_hours_however_often_it_is_used(client, with_second_step):
    user = make_staff()
    if not with_second_step:
        Authenticator.objects.all().delete()
    type_password(client, user.email)
    if with_second_step:
        type_code(client, code_of())
    ends = stored(client).expire_date
    assert abs(ends - timezone.now() - timedelta(hours=12)) < timedelta(minutes=1)
    session = client.session
    session["something"] = "written later"
    session.save()
    assert stored(client).expire_date == ends
    session.set_expiry(timezone.now() - timedelta(seconds=1))
    session.save()
    assert client.get(reverse("usersessions_list")).url.startswith(reverse("login"))


def left_alone(minutes: int) -> None:
    before = timezone.now() - timedelta(minutes=minutes)
    UserSession.objects.update(last_seen_at=before)


def test_a_sign_in_ends_when_nothing_is_done_for_two_hours(client, doctor, caplog):
    client.force_login(doctor.user)
    left_alone(minutes=119)
    assert client.get(reverse("desk")).status_code == 200
    left_alone(minutes=121)
    caplog.set_level("INFO", "askdoctor.sessions")
    assert client.get(reverse("desk")).url == f"{reverse('login')}?next=/desk/"
    assert f"account {doctor.user.pk} is signed out" in caplog.text
    assert "_auth_user_id" not in client.session


def test_what_the_desk_keeps_by_itself_counts_as_work(client, doctor):
    question = make_question(status="claimed", doctor=doctor)
    client.force_login(doctor.user)
    left_alone(minutes=119)
    typed = {"text": "Half an hour of work.", "draft_version": "0", "draft_key": "a" * 32}
    assert client.post(reverse("desk_draft", args=[question.pk]), typed).status_code == 200
    assert UserSession.objects.get().last_seen_at > timezone.now() - timedelta(minutes=1)


def test_text_sent_too_late_is_given_back(client, doctor):
    """The script hears what somebody signed out hears, and keeps the text; a form gets it back."""
    question = make_question(status="claimed", doctor=doctor)
    client.force_login(doctor.user)
    left_alone(minutes=121)
    draft = reverse("desk_draft", args=[question.pk])
    assert client.post(draft, {"text": "Half an hour of work."}).status_code == 401
    sent = client.post(reverse("desk_save", args=[question.pk]), {"text": "Half an hour of work."})
    assert sent.status_code == 403
    assert "Half an hour of work." in sent.text


def test_what_a_parent_is_typing_outlives_the_sign_in_of_its_browser(client):
    """Their own session has a day of its own, and nobody looks at when it was used."""
    client.post("/ask/", {"age_band": "1-2y", "sex": "female"})
    left_alone(minutes=600)
    assert client.session.get("draft")
    assert client.session.get_expiry_age() > 23 * 3600
    assert client.get("/ask/question/").status_code == 200


def test_who_sets_the_password_of_another_stays_listed(client, moderator):
    client.force_login(make_user(is_staff=True, is_superuser=True))
    before = client.session.session_key
    new = {"password1": "tall-oaks-4711", "password2": "tall-oaks-4711"}
    address = reverse("admin:auth_user_password_change", args=[moderator.pk])
    client.post(address, new | {"usable_password": "true"})
    moderator.refresh_from_db()
    assert moderator.check_password("tall-oaks-4711")
    assert client.session.session_key != before
    assert client.get(reverse("admin:index")).status_code == 200
    assert UserSession.objects.filter(session_key=client.session.session_key).exists()


def test_of_nobody_an_ip_address_is_stored(client):
    type_password(client, make_staff().email)
    type_code(client, code_of())
    assert UserSession.objects.exists()
    assert set(UserSession.objects.values_list("ip", flat=True)) == {"::"}


def test_tries_are_counted_by_no_address_as_it_is(client):
    caches["default"].clear()
    type_password(client, "staff@example.org", "wrong")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM askdoctor_cache")
        keys = [key for [key] in cursor.fetchall()]
    assert keys and all(re.fullmatch("[0-9a-f]{64}", key) for key in keys)


def test_forwarding_headers_of_a_visitor_give_no_new_tries(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    for number in range(2):
        client.post(reverse("login"), {}, headers={"x-forwarded-for": f"192.0.2.{number}"})
    response = client.post(reverse("login"), {}, headers={"x-forwarded-for": "192.0.2.9"})
    assert response.status_code == 429


def test_what_codes_are_made_from_lies_sealed_and_moves_to_a_new_key(client, settings):
    user = make_staff()
    RecoveryCodes.activate(user)
    as_before = Authenticator.objects.get(user=user, type="totp")
    as_before.data["secret"] = decrypt(as_before.data["secret"])
    as_before.save()
    settings.SEALING_KEYS = ["new", *settings.SEALING_KEYS]
    call_command("seal_anew", stdout=StringIO())
    settings.SEALING_KEYS = ["new"]
    stored = [str(each.data) for each in Authenticator.objects.filter(user=user)]
    assert len(stored) == 2
    assert all("gAAAAA" in each for each in stored)
    type_password(client, user.email)
    assert type_code(client, code_of()).url == reverse("desk")


def test_changed_password_ends_the_other_sessions(client):
    user = make_staff()
    other = Client()
    for browser, steps in ((client, 0), (other, 1)):
        type_password(browser, user.email)
        type_code(browser, code_of(steps=steps))
    new = {"password1": "tall-oaks-4711", "password2": "tall-oaks-4711"}
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD} | new)
    assert other.get(reverse("usersessions_list")).status_code == 302
    assert client.get(reverse("usersessions_list")).status_code == 200


@pytest.mark.parametrize("old", [{}, {"oldpassword": ""}, {"oldpassword": "a wrong password"}])
def test_who_does_not_know_the_old_password_sets_no_new_one(client, old):
    user = make_staff()
    client.force_login(user)
    new = {"password1": "tall-oaks-4711", "password2": "tall-oaks-4711"}
    response = client.post(reverse("account_change_password"), old | new)
    assert 'role="alert"' in response.text
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_the_admin_has_no_page_of_its_own_for_ones_password(client):
    client.force_login(user := make_user(is_staff=True, is_superuser=True))
    of_account = reverse("admin:auth_user_password_change", args=[f"0{user.pk}"])
    for page in (reverse("admin:password_change"), of_account):
        for response in (client.get(page), client.post(page)):
            assert response.url == reverse("account_change_password")


def test_who_changes_an_account_in_the_admin_shows_again_who_they_are(
    client, moderator, monkeypatch
):
    client.force_login(make_user(is_staff=True, is_superuser=True, password=PASSWORD))
    later = time.time() + 6 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    joined = {"date_joined_0": "2026-01-01", "date_joined_1": "08:00"}
    account = {"username": "moderator", "email": "another@example.org", "is_active": "on"}
    new = {"password1": "tall-oaks-4711", "password2": "tall-oaks-4711", "usable_password": "true"}
    before = (moderator.email, moderator.password)
    for name, typed in (("change", account | joined), ("password_change", new)):
        page = reverse(f"admin:auth_user_{name}", args=[moderator.pk])
        asked = client.post(page, typed)
        assert asked.url.startswith(reverse("account_reauthenticate"))
        moderator.refresh_from_db()
        assert (moderator.email, moderator.password) == before
        assert "tall-oaks" not in str(dict(client.session))
    client.post(asked.url, {"password": PASSWORD})
    client.post(page, new)
    moderator.refresh_from_db()
    assert moderator.check_password("tall-oaks-4711")


def test_what_was_typed_of_an_account_is_kept_while_its_superuser_shows_who_they_are(
    client, moderator, monkeypatch
):
    client.force_login(make_user(is_staff=True, is_superuser=True, password=PASSWORD))
    later = time.time() + 6 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    account = {"username": "moderator", "email": "another@example.org", "is_active": "on"}
    joined = {"date_joined_0": "2026-01-01", "date_joined_1": "08:00"}
    page = reverse("admin:auth_user_change", args=[moderator.pk])
    asked = client.post(page, account | joined)
    client.post(asked.url, {"password": PASSWORD}, follow=True)
    moderator.refresh_from_db()
    assert moderator.email == "another@example.org"


def test_public_pages_do_not_ask_who_reads_them(client, django_assert_max_num_queries):
    response = client.get("/about/")
    assert "Cookie" not in response.headers.get("Vary", "")
    assert not response.cookies
