"""What the log says, and what it does not."""

import logging
from io import StringIO

import pytest
from django.conf import settings

from askdoctor.logs import WithoutSecrets
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
    assert "/zh-hant/ticket/…/" in log.getvalue()
    assert "/letters/12/…/stop/" in log.getvalue()
    assert "/accounts/invitation/…/" in log.getvalue()
    assert contact.ticket not in log.getvalue()
    assert "made-up" not in log.getvalue()


def test_no_secret_stands_in_a_traceback(log):
    try:
        raise ValueError("no such page: /ticket/a-secret-of-somebody/answer/")
    except ValueError:
        logging.getLogger("askdoctor").exception("Fault at %s", "/ticket/a-secret-of-somebody/")
    assert "ValueError: no such page: /ticket/…/answer/" in log.getvalue()
    assert "Fault at /ticket/…/" in log.getvalue()
    assert "a-secret" not in log.getvalue()


def test_other_addresses_are_logged_as_they_are(client, log):
    client.get("/no-such-page/at-all/")
    assert "/no-such-page/at-all/" in log.getvalue()
