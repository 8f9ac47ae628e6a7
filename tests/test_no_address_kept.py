"""Where somebody comes from is kept nowhere: in no table, count, session, letter or line of the log."""

import logging
import uuid
from ipaddress import ip_address, ip_network

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.core.management import call_command
from django.test import Client

from questions import limits
from questions.models import Contact, Question, Report, SentCount, TicketTries
from tests.askdoctor.test_signing_in import code_of, make_staff, type_code, type_password
from tests.database import everything_stored
from tests.factories import make_question
from tests.markers import found_in
from tests.questions.test_limits import ask
from tests.test_private_fields import unpacked

pytestmark = pytest.mark.django_db

OF_THE_SOCKET, OF_THE_PROXY, MADE_UP = (
    "203.0.113.77",
    "2001:db8:4711:815:1:2:3:4",
    "198.51.100.201",
)
HEADERS = {
    "x-forwarded-for": f"{MADE_UP}, {OF_THE_PROXY}",
    "x-real-ip": OF_THE_PROXY,
    "forwarded": f"for={MADE_UP}",
}


def ways_in(content: bytes, address: str) -> list[str]:
    """How the address stands there: in letters, as a number, as bytes; of IPv6 the network, too."""
    whole = ip_address(address)
    first = whole.packed[:8]
    texts = {address, str(int(whole)), first.hex(), first.hex().upper()}
    if whole.version == 6:
        network = ip_network((address, 64), strict=False)
        texts |= {str(network).removesuffix("::/64"), network.exploded[:19]}
        texts.add(str(int(network.network_address)))
    found = [f"{text} ({way})" for text in sorted(texts) for way in found_in(content, text)]
    return found + ["bytes"] * (first in content)


def go_round(browser: Client) -> None:
    """What a visitor, an asker and staff may leave behind, at a limit and when refused too."""
    assert ask(browser, email="asker@example.org").status_code == 302
    contact = Contact.objects.get()
    report = f"/questions/{make_question().pk}/report/"
    typed = {"reason": "other", "text": "Wrong.", "made": browser.get(report).context["made"]}
    assert [browser.post(report, typed).status_code for _ in range(2)] == [302, 200]
    ticket = contact.get_absolute_url()
    added = {"text": "It itches.", "submission": uuid.uuid4()}
    assert browser.post(f"{ticket}details/", added).status_code == 302
    call_command("worker", once=True)  # it writes to who has asked, and no more when they withdraw
    assert browser.post(f"{ticket}withdraw/").status_code == 302
    for _ in range(6):
        browser.post("/ticket/", {"number": contact.pk, "code": "4444-4444"})
    staff = make_staff()
    assert type_password(browser, staff.email, "wrong").status_code == 200
    assert type_password(browser, staff.email).status_code == 302
    assert type_code(browser, code_of()).status_code == 302
    assert browser.get(f"/desk/questions/{contact.pk}/").status_code == 403


@pytest.mark.parametrize("is_behind_proxy", [False, True])
def test_of_nobody_who_asks_reports_or_signs_in_an_address_is_kept(
    is_behind_proxy, settings, monkeypatch, caplog
):
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)  # on with DEBUG alone
    settings.BEHIND_PROXY = is_behind_proxy
    monkeypatch.setattr(limits, "REPORTS", 1)
    go_round(Client(REMOTE_ADDR=OF_THE_SOCKET, headers=HEADERS))
    for model in (Report, SentCount, TicketTries, UserSession):
        assert model.objects.exists(), model
    assert Question.objects.filter(status="withdrawn", additions__isnull=False).exists()
    assert "from one place" in caplog.text and "was refused" in caplog.text
    kept = {
        "tables": everything_stored().encode(),
        "unpacked": unpacked(),
        "letters": b"\n".join(each.message().as_bytes() for each in mail.outbox),
        "log": caplog.text.encode(),
    }
    assert all(kept.values())
    for place, content in kept.items():
        for address in (OF_THE_SOCKET, OF_THE_PROXY, MADE_UP):
            assert not ways_in(content, address), (place, address)


@pytest.mark.parametrize(
    "written",
    [
        b"203.0.113.77",
        b"3405803853",
        b"0xcb00714d",
        b"CB00714D",
        b"\xcb\0qM",
        b"::ffff:203.0.113.77",
    ],
)
def test_each_way_of_writing_an_address_is_found(written):
    assert ways_in(b"from " + written + b" at noon", OF_THE_SOCKET)
    assert not ways_in(b"from 203.0.113.7 at noon", OF_THE_SOCKET)


@pytest.mark.parametrize(
    "written",
    [
        b"2001:db8:4711:815:1:2:3:4",
        b"2001:db8:4711:815::/64",
        b"2001:0db8:4711:0815:0000:0000:0000:0000",
        b"20010db847110815",
        b"\x20\x01\x0d\xb8\x47\x11\x08\x15",
    ],
)
def test_of_a_household_its_network_is_found(written):
    assert ways_in(written, OF_THE_PROXY)
