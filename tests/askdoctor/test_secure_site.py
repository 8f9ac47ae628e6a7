"""What the settings make of a site with an https address, and what they refuse to start with."""

import json
import os
import re
import subprocess
import sys
import uuid

import pytest
from django.conf import settings
from django.test import Client

from tests.database import url_of_test_database
from tests.factories import make_attachment, make_question, make_user

# Asks the real application, in a process of its own, since settings are read once.
ASK = """
import json
import django
from django.conf import settings
django.setup()
from django.test import Client
names = ["DEBUG", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME"]
names += [f"{kind}_COOKIE_{what}" for kind in ("SESSION", "CSRF")
          for what in ("SECURE", "HTTPONLY", "SAMESITE", "PATH", "DOMAIN")]
pages = {}
for scheme in ("http", "https"):
    for path in ("/emergency/", "/no-such-page/", "/robots.txt", "/static/favicon.svg"):
        answer = Client().get(path, secure=scheme == "https", headers={"host": "ask.example.org"})
        pages[f"{scheme} {path}"] = [answer.status_code, dict(answer.headers)]
print(json.dumps({"settings": {name: getattr(settings, name) for name in names}, "pages": pages}))
"""
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "DJANGO_SETTINGS_MODULE": "askdoctor.settings",
    "SECRET_KEY": "for this test " * 3,
    "DATABASE_URL": "postgres://askdoctor@127.0.0.1:1/askdoctor",
    "SITE_URL": "https://ask.example.org",
    "LOG_LEVEL": "CRITICAL",
}


def start(tmp_path, code: str = ASK, typed: str = "", **environment) -> subprocess.CompletedProcess:
    given = ENVIRONMENT | {"ASKDOCTOR_VAR": str(tmp_path)} | environment
    return subprocess.run(
        [sys.executable, "-c", code],
        env={name: value for name, value in given.items() if value is not None},
        cwd=settings.BASE_DIR,
        input=typed,
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def secure_site(tmp_path_factory) -> dict:
    var = tmp_path_factory.mktemp("var")
    collect = "from django.core.management import execute_from_command_line as run\n"
    collected = start(var, collect + "run(['', 'collectstatic', '--noinput', '-v0'])")
    assert not collected.returncode, collected.stderr
    asked = start(var)
    assert not asked.returncode, asked.stderr
    return json.loads(asked.stdout)


@pytest.mark.parametrize("kind", ["SESSION", "CSRF"])
def test_on_an_https_site_cookies_belong_to_this_host_alone(secure_site, kind):
    said = secure_site["settings"]
    assert said[f"{kind}_COOKIE_NAME"].startswith("__Host-")
    assert said[f"{kind}_COOKIE_SECURE"]
    assert said[f"{kind}_COOKIE_HTTPONLY"]
    assert said[f"{kind}_COOKIE_SAMESITE"] == "Lax"
    assert (said[f"{kind}_COOKIE_PATH"], said[f"{kind}_COOKIE_DOMAIN"]) == ("/", None)


@pytest.mark.parametrize("path", ["/emergency/", "/no-such-page/", "/robots.txt"])
def test_on_an_https_site_every_answer_asks_for_https(secure_site, path):
    status, headers = secure_site["pages"][f"http {path}"]
    assert (status, headers["Location"]) == (301, f"https://ask.example.org{path}")
    status, headers = secure_site["pages"][f"https {path}"]
    assert status in (200, 404)
    assert headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("path", ["/emergency/", "/no-such-page/", "/static/favicon.svg"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_redirects_and_files_have_the_headers_of_pages(secure_site, scheme, path):
    _status, headers = secure_site["pages"][f"{scheme} {path}"]
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_debug_is_off_unless_it_is_set(secure_site):
    assert secure_site["settings"]["DEBUG"] is False


@pytest.mark.parametrize("value", ["", None])
@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL"])
def test_without_its_secrets_the_site_does_not_start(tmp_path, name, value):
    done = start(tmp_path, **{name: value})
    assert done.returncode
    assert f"Set {name}:" in done.stderr


@pytest.mark.parametrize(
    ("name", "keys"),
    [("SECRET_KEY", "k" * 31), ("SEALING_KEYS", "k" * 31), ("SEALING_KEYS", f"short,{'k' * 32}")],
)
def test_with_a_short_key_the_site_does_not_start_and_says_what_to_do(tmp_path, name, keys):
    done = start(tmp_path, **{name: keys})
    assert done.returncode
    assert f"Set {name}:" in done.stderr
    assert "token_urlsafe" in done.stderr and "seal_anew" in done.stderr
    assert "kkk" not in done.stderr


def test_a_short_key_of_former_times_still_opens(tmp_path):
    done = start(tmp_path, "import askdoctor.settings", SEALING_KEYS=f"{'k' * 32},short")
    assert not done.returncode, done.stderr


def test_lists_of_the_environment_may_have_spaces_and_may_be_empty(tmp_path):
    code = "from askdoctor import settings as s; print(s.EMERGENCY_NUMBERS, s.CRISIS_NUMBERS)"
    done = start(tmp_path, code, EMERGENCY_NUMBERS="119, 112", CRISIS_NUMBERS="")
    assert done.stdout.strip() == "['119', '112'] ['1925']"


@pytest.mark.parametrize("address", ["ask.example.org", "ftp://ask.example.org", "https://"])
def test_address_of_the_site_without_a_scheme_is_refused(tmp_path, address):
    done = start(tmp_path, "import askdoctor.settings", SITE_URL=address)
    assert done.returncode
    assert "SITE_URL has to begin with https://" in done.stderr


def test_the_log_is_json_where_that_is_set(tmp_path):
    say = "import django, logging; django.setup(); logging.getLogger('a').warning('b\\nc')"
    said = start(tmp_path, say, LOG_FORMAT="json", LOG_LEVEL="INFO").stderr
    assert json.loads(said)["message"] == "b\nc"


# What a visitor, or a proxy for them, says of their connection and of the host they asked for.
ASK_FORWARDED = """
import json, sys
import django
django.setup()
from django.test import Client
answers = []
for scheme, headers in json.loads(sys.stdin.read()):
    headers = {"host": "ask.example.org"} | headers
    answer = Client().get("/robots.txt", secure=scheme == "https", headers=headers)
    answers.append([answer.status_code, answer.headers.get("Location")])
print(json.dumps(answers))
"""
LED_TO_HTTPS = [301, "https://ask.example.org/robots.txt"]
SHOWN = [200, None]


@pytest.mark.parametrize("proxy", [None, "false", "true"])
def test_the_scheme_is_believed_from_a_proxy_of_the_settings_alone(tmp_path, proxy):
    said = [
        (real, {"x-forwarded-proto": told}) for real, told in (("http", "https"), ("https", "http"))
    ]
    done = start(tmp_path, ASK_FORWARDED, typed=json.dumps(said), BEHIND_PROXY=proxy)
    assert not done.returncode, done.stderr
    expected = [SHOWN, LED_TO_HTTPS] if proxy == "true" else [LED_TO_HTTPS, SHOWN]
    assert json.loads(done.stdout) == expected


@pytest.mark.parametrize("proxy", [None, "true"])
def test_the_host_is_believed_from_no_header_but_its_own(tmp_path, proxy):
    """The site answers to "localhost" as well, which would lead visitors to their own machine."""
    names = [("x-forwarded-host", host) for host in ("localhost", "evil.example")]
    names += [("x-forwarded-port", "81"), ("forwarded", "host=localhost"), ("x-host", "localhost")]
    said = [("http", dict([name])) for name in names]
    done = start(tmp_path, ASK_FORWARDED, typed=json.dumps(said), BEHIND_PROXY=proxy)
    assert not done.returncode, done.stderr
    assert json.loads(done.stdout) == [LED_TO_HTTPS] * len(said)


# As above, with a database: one answer of each kind, and a real sign-in. What is asked comes as JSON.
ASK_ALL = """
import json, sys
import django
from django.conf import settings
settings.ROOT_URLCONF = "tests.askdoctor.faulty_urls"
django.setup()
from django.test import Client
asked, password = json.loads(sys.stdin.read())
said = {}
for kind, (method, path, headers) in asked.items():
    headers = {"host": "ask.example.org"} | headers
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    answer = client.generic(method, path, secure=kind != "to https", headers=headers)
    said[kind] = [answer.status_code, dict(answer.headers)]
    answer.close()
client = Client(headers={"host": "ask.example.org"})
client.get("/accounts/login/", secure=True)
typed = {"login": "signing-in", "password": password}
answer = client.post("/accounts/login/", typed, secure=True)
said["cookies"] = [morsel.OutputString() for morsel in client.cookies.values()]
said["signed in"] = [answer.status_code, answer.url]
print(json.dumps(said))
"""
KINDS = {
    "to https": ("GET", "/emergency/", 301),
    "page": ("GET", "/emergency/", 200),
    "answer": ("GET", "{question}", 200),
    "to its title": ("GET", "/questions/{pk}/", 301),
    "to sign in": ("GET", "/desk/", 302),
    "file not changed": ("GET", "{file}", 304),
    "wrong host": ("GET", "/", 400),
    "bad address": ("GET", "/?a=%00", 400),
    "form without its key": ("POST", "/ask/", 403),
    "not allowed": ("GET", "/forbidden/", 403),
    "missing": ("GET", "/no-such-page/", 404),
    "odd method": ("TRACE", "/", 405),
    "gone": ("GET", "/questions/{gone}/", 410),
    "too many": ("GET", "/too-many/", 429),
    "fault": ("GET", "/fault/", 500),
    "without database": ("GET", "/without-database/", 503),
    "static file": ("GET", "/static/favicon.svg", 200),
    "static file not changed": ("GET", "/static/favicon.svg", 304),
    "file": ("GET", "{file}", 200),
    "feed": ("GET", "/feed/", 200),
    "sitemap": ("GET", "/sitemap.xml", 200),
    "robots": ("GET", "/robots.txt", 200),
    "health": ("GET", "/healthz/", 200),
    "JSON": ("GET", "{ticket}data/", 200),
    "JSON refused": ("POST", "/desk/questions/1/draft/", 403),
    "ticket": ("GET", "{ticket}", 200),
    "part of a page": ("GET", "/search/suggest/?q=a", 200),
}
STRICT = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Strict-Transport-Security": "max-age=31536000",
}


@pytest.fixture
def answers(transactional_db, tmp_path, settings) -> dict:
    """kind -> status and headers, from a site on https."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    password = "tall-oaks-4711"
    make_user(username="signing-in", password=password)
    question = make_question(contact={"submission": uuid.uuid4(), "email": ""})
    file = make_attachment(question.replies.get())
    places = {
        "question": question.get_absolute_url(),
        "pk": question.pk,
        "gone": make_question(status="retracted").pk,
        "file": file.get_absolute_url(),
        "ticket": question.contact.get_absolute_url(),
    }
    asked = {kind: (method, path.format(**places), {}) for kind, (method, path, _) in KINDS.items()}
    asked["wrong host"][2]["host"] = "evil.example"
    asked["file not changed"][2]["if-none-match"] = f'"{file.key}"'
    asked["static file not changed"][2]["if-modified-since"] = "Fri, 01 Jan 2100 00:00:00 GMT"
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / file.key).write_bytes(b"%PDF-1.4 of a test")
    collected = start(
        tmp_path,
        "from django.core.management import execute_from_command_line as run\n"
        "run(['', 'collectstatic', '--noinput', '-v0'])",
    )
    assert not collected.returncode, collected.stderr
    ours = {"DATABASE_URL": url_of_test_database(), "SEALING_KEYS": settings.SEALING_KEYS[0]}
    done = start(tmp_path, ASK_ALL, typed=json.dumps([asked, password]), **ours)
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)


def test_every_kind_of_answer_has_the_strict_headers_and_cookies_are_this_hosts_alone(answers):
    for kind, (_method, _path, expected) in KINDS.items():
        status, headers = answers[kind]
        assert status == expected, kind
        assert {name: headers.get(name) for name in STRICT} == STRICT | (
            {"Strict-Transport-Security": None} if kind == "to https" else {}
        ), kind
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"], kind
        assert "default-src 'none'" in headers["Content-Security-Policy"], kind
        assert "camera=()" in headers["Permissions-Policy"], kind
        assert headers["Referrer-Policy"] in ("same-origin", "no-referrer"), kind
    assert answers["signed in"][0] == 302, "nobody signed in"
    cookies = {each.partition("=")[0]: each.split("; ")[1:] for each in answers["cookies"]}
    assert set(cookies) == {"__Host-sessionid", "__Host-csrftoken"}
    for attributes in cookies.values():
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(attributes)
        assert not any(each.startswith("Domain") for each in attributes)


@pytest.mark.parametrize(
    ("origin", "expected"),
    [({"origin": "https://testserver"}, 200), ({"origin": "null"}, 403), ({}, 403)],
)
def test_a_form_of_a_page_without_referrer_would_be_refused(db, settings, origin, expected):
    """Why pages with a form say "same-origin": under "no-referrer" a browser sends "Origin: null", and an
    old one neither Origin nor Referer, which on https is refused."""
    settings.ALLOWED_HOSTS = ["testserver"]
    browser = Client(enforce_csrf_checks=True)
    page = browser.get("/ticket/", secure=True)
    assert page.headers["Referrer-Policy"] == "same-origin"
    key = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)[1]
    typed = {"number": "7", "code": "4444-4444", "csrfmiddlewaretoken": key}
    assert browser.post("/ticket/", typed, secure=True, headers=origin).status_code == expected


@pytest.mark.parametrize("path", ["/desk/", "/admin/", "/accounts/sessions/", "/accounts/2fa/"])
def test_a_page_of_staff_is_kept_and_listed_by_nobody_and_tells_no_other_host(moderator, path):
    browser = Client()
    browser.force_login(moderator)
    response = browser.get(path)
    assert response.headers["Cache-Control"] == "no-store, private"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert response.headers["Referrer-Policy"] == "same-origin"
