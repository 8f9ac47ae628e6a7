"""What the log says, and what it does not."""

import contextlib
import json
import logging
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from askdoctor.logs import Json, Lines, WithoutSecrets
from questions import limits
from questions.limits import require_not_rushed, stamp
from tests.questions.test_letters import make_asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def log():
    """What the console would get of each line, by the same filter."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(WithoutSecrets())
    root = logging.getLogger()
    root.addHandler(handler)
    yield written
    root.removeHandler(handler)


def test_the_console_has_the_filter():
    console = settings.LOGGING["handlers"]["console"]
    assert console["filters"] == ["without_secrets"]
    assert settings.LOGGING["root"]["handlers"] == ["console"]


def test_no_secret_of_an_address_is_logged(client, log):
    contact = make_asked(status="declined").contact
    assert client.post(f"/zh-hant/ticket/{contact.ticket}/").status_code == 405
    assert client.get("/accounts/invitation/12:made-up_signature/").status_code == 404
    assert client.get("/letters/12/made-up-signature/stop/").status_code == 404
    assert "/zh-hant/ticket…\n" in log.getvalue()
    assert "/letters…\n" in log.getvalue()
    assert "/accounts/invitation…\n" in log.getvalue()
    assert contact.ticket not in log.getvalue()
    assert "made-up" not in log.getvalue()


SECRET = "Rqv3pO-wZ1k0_sYh2bTn8cXuLmEgJd5A"
LINKS = [
    "/ticket/{}/",
    "/ticket/{}/answer/",
    "/ticket/%20{}/",
    "/ticket/%0A{}/",
    "/ticket/%22{}%22/",
    "/ticket/<{}>",
    "/ticket//{}/",
    "/zh-hant//ticket/{}/",
    "/ticket{}/",
    "/tickets/{}/",
    "/tiket/{}/",
    "/{}/",
    "/Ticket/{}/",
    "/TICKET/{}",
    "/zh-hant/TICKET/{}",
    "/zh/ticket/{}/",
    "/letters/1067/{}/stop/",
    "/letters/1067//{}/stop/",
    "/Letters/1067/%20{}/stop/",
    "/accounts/invitation/%2012:{}/",
    "/accounts//invitation/12:{}/",
    "/accounts/Invitation/12:{}/",
    "/account/invitation/12:{}/",
    "/account/password/reset/key/1-{}/",
    "/accounts/password/reset/key/%201-{}/",
    "/accounts/password//reset/key/1-{}/",
]


BROKEN = [f"{SECRET[:12]}{by}{SECRET[12:]}" for by in ("%20", "%0A", "/", "%22")]


@pytest.mark.parametrize(
    "link",
    [
        *(link.format(SECRET) for link in LINKS),
        *(link.format(broken) for link in ("/ticket/{}/", "/Ticket{}") for broken in BROKEN),
        "/accounts/password/reset/of/1x-c9abcd-00112233445566778899aabbccddeeff/",
    ],
)
def test_no_secret_is_logged_of_a_link_that_is_a_little_wrong(client, log, link):
    """As it comes out of a letter that was wrapped, a telephone that begins with a capital, a hand."""
    client.get(link)
    client.post(link)
    assert "Method Not Allowed" in log.getvalue() or "Not Found" in log.getvalue()
    parts = (SECRET[:12], SECRET[12:], "00112233")
    assert not [part for part in parts if part in log.getvalue()]


def test_a_file_of_ours_in_a_traceback_is_named(log):
    try:
        raise ValueError("nothing secret")
    except ValueError as error:
        code = compile("raise cause", "/srv/questions/views/ticket.py", "exec")
        with contextlib.suppress(ValueError):
            exec(code, {"cause": error})  # noqa: S102 - a line in a file of that name
        logging.getLogger("askdoctor").exception("Fault")
    assert 'File "/srv/questions/views/ticket.py", line 1' in log.getvalue()


def test_no_secret_stands_in_a_traceback(log):
    try:
        raise ValueError("no such page: /ticket/a-secret-of-somebody/answer/")
    except ValueError:
        logging.getLogger("askdoctor").exception("Fault at %s", "/ticket/a-secret-of-somebody/")
    assert "ValueError: no such page: /ticket…" in log.getvalue()
    assert "Fault at /ticket…\n" in log.getvalue()
    assert "a-secret" not in log.getvalue()


def test_other_addresses_are_logged_as_they_are(client, log):
    for path in ("/no-such-page/at-all/", "/questions/7/what-to-do-with-a-fever-of-38-5-at-night/"):
        client.get(path)
        assert f"{path}\n" in log.getvalue()


FORGED = "2026-01-01T00:00:00.000+00:00 INFO askdoctor: account 1 signed in"
EVENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00 (?:INFO|WARNING|ERROR) [\w.]+: ")


def fault(text: str) -> logging.LogRecord:
    """What is logged of a fault that quotes what somebody typed."""
    try:
        raise ValueError(text)
    except ValueError as error:
        told = (type(error), error, error.__traceback__)
    return logging.LogRecord("askdoctor", logging.ERROR, "", 0, "Fault: %s", (text,), told)


def test_the_console_says_when_in_utc_how_grave_and_where_from():
    console = settings.LOGGING["handlers"]["console"]
    assert settings.LOGGING["formatters"][console["formatter"]] == {"()": "askdoctor.logs.Lines"}
    record = logging.makeLogRecord({"name": "a", "levelname": "INFO", "msg": "b", "created": 0.5})
    assert Lines().format(record) == "1970-01-01T00:00:00.500+00:00 INFO a: b"


@pytest.mark.parametrize(
    "between", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
)
def test_nothing_typed_begins_a_line_of_the_log(between):
    first, *others = Lines().format(fault(f"typed{between}{FORGED}")).splitlines()
    assert EVENT.match(first)
    assert others and all(line.startswith("    ") for line in others)


def test_nothing_typed_moves_the_cursor_of_who_reads():
    said = Lines().format(fault("\x1b[2J\x9b\x00\x08 gone"))
    assert "\\x1b[2J\\x9b\\x00\\x08 gone" in said
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", said)


def test_as_json_an_event_is_one_line_that_a_program_reads():
    said = Json().format(fault(f"發燒\n\u2028{FORGED}"))
    assert len(said.splitlines()) == 1
    event = json.loads(said)
    assert event["time"].endswith("+00:00")
    assert (event["level"], event["logger"]) == ("ERROR", "askdoctor")
    assert event["message"] == f"Fault: 發燒\n\u2028{FORGED}"
    assert event["traceback"].startswith("Traceback")


def test_who_was_refused_a_page_of_staff_is_logged_by_number(client, doctor, moderator, log):
    client.force_login(doctor.user)
    assert client.get("/desk/questions/424242/").status_code == 404
    assert client.post("/zh-hant/admin/questions/question/add/").status_code in (302, 403)
    assert (
        f"account {doctor.user.pk} was refused GET /desk/questions/424242/ (404)" in log.getvalue()
    )
    client.force_login(moderator)
    assert client.get("/admin/auth/group/add/").status_code == 403
    assert f"account {moderator.pk} was refused GET /admin/auth/group/add/ (403)" in log.getvalue()


def test_of_visitors_and_of_pages_of_readers_no_account_is_logged(client, doctor, log):
    client.get("/desk/questions/424242/")
    client.get("/accounts/invitation/12:made-up_signature/")
    client.force_login(doctor.user)
    client.get("/questions/424242/")
    client.get("/ticket/not-a-ticket-of-anybody/")
    assert "was refused" not in log.getvalue()


def test_signatures_that_are_not_ours_are_logged_without_them(client, log, settings):
    client.get("/accounts/invitation/12:made-up_signature/")
    client.get("/letters/12/made-up-signature/stop/")
    for made in ("made-up:signed:time", "", stamp()):
        with contextlib.suppress(ValidationError):
            require_not_rushed(made)
    said = [line for line in log.getvalue().splitlines() if "Not Found" not in line]
    assert said == [
        "a link of an invitation has not our signature",
        "a link that ends letters has not our signature",
        "the signed time of a form was changed",
    ]


def test_a_form_that_stood_open_for_a_day_is_no_forgery(log, settings, monkeypatch):
    made, settings.FASTEST_FORM_SECONDS = stamp(), 2
    monkeypatch.setattr(limits, "OLDEST_FORM", timedelta(seconds=-1))
    with pytest.raises(ValidationError):
        require_not_rushed(made)
    assert not log.getvalue()
