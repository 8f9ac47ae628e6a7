"""What a visitor sees when something is wrong."""

import json
import os
import re
import socket
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from tests.database import url_of_test_database

# Asks the real application for pages without any database, in a process of its own.
ASK = """
    import json, sys
    from io import BytesIO
    from wsgiref.util import setup_testing_defaults
    from askdoctor.wsgi import application

    def get(path):
        environ = {"PATH_INFO": path, "HTTP_HOST": "127.0.0.1", "wsgi.input": BytesIO()}
        setup_testing_defaults(environ)
        said = {}
        def start_response(status, headers, exc_info=None):
            said.update(status=int(status.split()[0]), headers=dict(headers))
        said["body"] = b"".join(application(environ, start_response)).decode()
        return said

    print(json.dumps({path: get(path) for path in sys.argv[1:]}))
"""


@pytest.fixture(scope="module")
def without_database(tmp_path_factory):
    """The answers to some addresses while nothing listens where the database should be."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
    var = tmp_path_factory.mktemp("var")
    environment = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "for this test " * 3,
        "ASKDOCTOR_VAR": str(var),
        "DJANGO_SETTINGS_MODULE": "askdoctor.settings",
        "DATABASE_URL": f"postgres://askdoctor@127.0.0.1:{port}/askdoctor",
        "LOG_LEVEL": "CRITICAL",
    }
    manage = [sys.executable, "-m", "django", "collectstatic", "--noinput", "-v0"]
    run = {"env": environment, "cwd": settings.BASE_DIR, "check": True}
    subprocess.run(manage, **run)
    paths = ["/", "/zh-hant/", "/questions/", "/search/", "/healthz/", "/emergency/", "/no-such/"]
    command = [sys.executable, "-c", textwrap.dedent(ASK), *paths]
    return json.loads(subprocess.run(command, **run, capture_output=True).stdout)


@pytest.mark.parametrize("path", ["/", "/zh-hant/", "/questions/"])
def test_without_a_database_a_plain_page_says_whom_to_call(without_database, path):
    said = without_database[path]
    assert said["status"] == 503
    assert said["headers"]["Retry-After"] == "60"
    assert 'href="tel:119"' in said["body"]
    assert "emergency/" in said["body"]
    assert "<form" not in said["body"], "search would not work"
    assert "script-src 'self'" in said["headers"]["Content-Security-Policy"]
    assert "camera=()" in said["headers"]["Permissions-Policy"]
    assert "Set-Cookie" not in said["headers"]


def test_without_a_database_the_page_speaks_the_language_of_its_address(without_database):
    assert '<html lang="en">' in without_database["/"]["body"]
    assert '<html lang="zh-hant">' in without_database["/zh-hant/"]["body"]


def test_without_a_database_health_says_so(without_database):
    assert without_database["/healthz/"]["status"] == 503


def test_without_a_database_what_needs_none_still_stands(without_database):
    assert without_database["/emergency/"]["status"] == 200
    assert without_database["/no-such/"]["status"] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/no-such-page/",
        "/faq/no-such-topic/",
        "/faq/%E6%B2%92%E6%9C%89/",
        "/faq/%FF%FE/",
        "/faq/?specialty=none",
        "/faq/?letter=QQ",
        "/questions/99999999999999999999999/",
    ],
)
def test_what_is_not_there_is_said_with_a_search_form(visitor, db, path):
    response = visitor.get(path)
    page = response.content.decode()
    assert response.status_code == 404
    assert 'id="main-search"' in page
    assert 'name="robots" content="noindex"' in page
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert not response.cookies


def test_what_is_not_there_is_said_in_the_language_of_the_address(visitor, db):
    response = visitor.get("/zh-hant/no-such-page/")
    assert response.status_code == 404
    page = response.content.decode()
    assert '<html lang="zh-hant">' in page
    assert 'action="/zh-hant/search/"' in page


@pytest.mark.parametrize("path", ["/?a=%00", "/search/?q=a%00b", "/faq/a%00b/"])
def test_nul_in_an_address_is_a_bad_request(visitor, db, path):
    response = visitor.get(path)
    assert response.status_code == 400
    assert "could not be understood" in response.content.decode()


def test_foreign_host_is_a_bad_request(visitor):
    response = visitor.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert b"evil.example" not in response.content


def test_form_without_its_key_says_how_to_send_it_again(db):
    response = Client(enforce_csrf_checks=True).post(
        "/ask/question/", {"title": "typed <b>", "password": "secret"}
    )
    assert response.status_code == 403
    assert "typed &lt;b&gt;</textarea>" in response.text
    assert "secret" not in response.text
    assert 'href="/ask/question/"' in response.text
    assert "script-src 'self'" in response["Content-Security-Policy"]


def views_of(resolver=None, before: str = "") -> Iterator[tuple[str, Callable]]:
    """The whole pattern of each address, and its view."""
    for pattern in (resolver or get_resolver()).url_patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from views_of(pattern, path)
        else:
            yield path, pattern.callback


def test_the_end_of_letters_alone_takes_a_form_without_its_key():
    """Mail programs post to it, and prove by the address that they have the letter."""
    views = dict(views_of())
    assert len(views) > 100
    exempt = {path for path, view in views.items() if getattr(view, "csrf_exempt", False)}
    assert exempt == {"letters/<int:number>/<slug:signature>/stop/"}


def test_form_without_its_key_to_any_address_is_refused(db):
    """By the one check before all views: with a number, a slug or a secret that leads nowhere as well."""
    browser = Client(enforce_csrf_checks=True)
    said = {}
    for path, view in views_of():
        plain = re.sub(r"\(\?P<\w+>[^()]*\)|<\w+:\w+>|<\w+>", "7", path.replace("^", ""))
        if not getattr(view, "csrf_exempt", False) and "(" not in plain:
            said[plain] = browser.post(f"/{plain.strip('$')}", {"title": "x"}).status_code
    assert len(said) > 100
    assert not {path for path, status in said.items() if status != 403}
    assert browser.post("/letters/7/a-guess/stop/").status_code == 404  # proved by its address


def test_text_comes_back_to_a_doctor_whose_sign_in_has_ended(client, db):
    address = reverse("desk_publish", args=[7])
    response = client.post(address, {"text": "Half an hour of <b>work</b>"})
    assert response.status_code == 403
    assert "Half an hour of &lt;b&gt;work&lt;/b&gt;</textarea>" in response.text
    assert 'href="/desk/questions/7/"' in response.text
    assert client.post(address).url == f"{reverse('login')}?next={address}"


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_address_of_a_button_leads_to_its_form(client, db, prefix):
    response = client.get(f"{prefix}/desk/questions/7/publish/")
    assert response.url == f"{prefix}/desk/questions/7/"


def test_fault_of_ours_is_a_plain_page(client, settings, db):
    settings.ROOT_URLCONF = "tests.askdoctor.faulty_urls"
    client.raise_request_exception = False
    response = client.get("/fault/")
    assert response.status_code == 500
    assert "The fault is ours" in response.content.decode()
    assert 'href="tel:119"' in response.content.decode()


def test_forbidden_is_a_page_of_the_site(client, settings, db):
    settings.ROOT_URLCONF = "tests.askdoctor.faulty_urls"
    response = client.get("/forbidden/")
    assert response.status_code == 403
    assert 'id="main-search"' in response.content.decode()


# As above with a database, one of whose tables somebody has locked.
ASK_LOCKED = """
    import json, time
    from askdoctor.wsgi import application
    from django.core.management import call_command
    from django.test import Client

    call_command("collectstatic", verbosity=0, interactive=False)
    client = Client(raise_request_exception=False, headers={"host": "127.0.0.1"})
    said = []
    for send in (lambda: client.get("/questions/"), lambda: client.post("/ask/", {"sex": "female"})):
        begun = time.monotonic()
        response = send()
        said.append([response.status_code, response.content.decode(), time.monotonic() - begun])
    print(json.dumps(said))
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", ["questions_question", "django_session"])
def test_page_that_waits_for_a_locked_table_says_whom_to_call_before_the_proxy_gives_up(
    tmp_path, table
):
    """Whatever it wanted there: to read an answer, or to keep what was typed."""
    run = {"cwd": settings.BASE_DIR, "check": True, "capture_output": True, "text": True}
    ours = {"DATABASE_URL": url_of_test_database(), "LOG_LEVEL": "CRITICAL"}
    ours["ASKDOCTOR_VAR"] = str(tmp_path)
    command = [sys.executable, "-W", "ignore", "-c", textwrap.dedent(ASK_LOCKED)]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        said = subprocess.run(command, env=os.environ | ours, **run)
    reading, typing = json.loads(said.stdout)
    status, page, seconds = reading if table == "questions_question" else typing
    assert status == 503
    assert 'href="tel:119"' in page
    assert 3 < seconds < 6
