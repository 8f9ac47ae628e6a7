"""What is private is told to nobody whom it does not concern, in whatever encoding.

A word of its own is planted in each unpublished status and each private field. Everybody then reads
every page that links lead them to, and files, letters, exports and logs are looked through as well.
"""

import base64
import json
import logging
import uuid
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.contrib.admin import site as admin_site
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from questions.actions import add_details, report_problem
from questions.models import Letter, Phrase, Question, Reply
from tests.factories import (
    make_attachment,
    make_doctor,
    make_invitation,
    make_question,
    make_specialty,
    make_user,
)
from tests.markers import found_in, marker, ways_to_write
from tests.test_unpublished import STARTS, links_in

pytestmark = pytest.mark.django_db

HIDDEN = [status for status in Question.Status.values if status != "published"]
OF_STAFF = ["/desk/", "/desk/reviews/", "/desk/phrases/", "/accounts/sessions/"]
NOT_READ = ("/static/", "/zh-hant/static/", "/accounts/", "/admin/jsi18n/", "/admin/logout/")


@pytest.fixture
def planted(doctor, other_doctor, moderator) -> dict[str, str]:
    """place -> the word that is nowhere else."""
    words = {}

    def plant(place: str) -> str:
        words[place] = marker(place.replace(" ", "").replace("-", "").replace("_", ""))
        return words[place]

    for status in HIDDEN:
        question = make_question(
            status=status,
            doctor=doctor,
            title=plant(f"title {status}"),
            body=plant(f"body {status}"),
            asker_name=plant(f"name {status}"),
            reply=plant(f"reply {status}"),
            contact={
                "submission": uuid.uuid4(),
                "email": f"{plant(f'email {status}')}@example.org",
            },
        )
        words[f"ticket {status}"] = question.contact.ticket
        question.desk_notes.create(kind="moderators", doctor=doctor, text=plant(f"note {status}"))
    public = make_question(
        doctor=doctor,
        contact={"submission": uuid.uuid4(), "email": f"{plant('email public')}@example.org"},
    )
    words["ticket public"] = public.contact.ticket
    report_problem(question=public, reason="other", text=plant("report"))
    waiting = Question.objects.get(status="open")
    add_details(question=waiting, text=plant("details added"), submission=uuid.uuid4())
    Reply.objects.create(
        question=Question.objects.get(status="claimed"), doctor=doctor, text=plant("draft")
    )
    make_attachment(public.replies.get(), title=plant("file of a correction"), status="added")
    Phrase.objects.create(doctor=doctor, title="Mine", text=plant("phrase"))
    doctor.licence_number, doctor.licence_evidence = plant("licence"), plant("evidence")
    doctor.save()
    doctor.user.email = f"{plant('email of doctor')}@example.org"
    doctor.user.save()
    call_command("worker", once=True)
    return words


def read_all(person: Client, starts: list[str]) -> dict[str, bytes]:
    """address -> headers and content, of all that links lead to. Lists are not sorted in every way."""
    told, left = {}, list(starts)
    while left:
        address = left.pop()
        if address in told or address.startswith(NOT_READ):
            continue
        if address.startswith("/admin/") and "?" in address:
            continue
        response = person.get(address)
        content = b"".join(response) if response.streaming else response.content
        told[address] = str(response.headers).encode() + content
        if response.has_header("Location"):
            left.append(response.url)
        elif response.headers.get("Content-Type", "").startswith(("text/html", "application/")):
            left += every_link_in(content.decode(errors="replace"), address)
    return told


def every_link_in(text: str, address: str) -> list[str]:
    """Those of staff as well."""
    found = links_in(text, address)
    staff = [part.split('"')[0] for part in text.split('href="')[1:]]
    return [*found, *(link for link in staff if link.startswith(("/desk/", "/admin/")))]


def leaks(told: dict[str, bytes], words: dict[str, str], allowed: tuple[str, ...] = ()) -> list:
    return [
        (place, address, ways)
        for place, word in words.items()
        if not place.startswith(allowed)
        for address, content in told.items()
        if (ways := found_in(content, word))
    ]


# Of each person what may be read; `None` is nobody's page.
MODERATED = (
    "title",
    "reply",
    "body",
    "name",
    "note",
    "report",
    "details",
    "draft",
    "licence",
    "evidence",
)
TO_DOCTORS = tuple(
    f"{part} {status}"
    for part in ("title", "body", "name", "note")
    for status in ("open", "claimed", "needs_details")
)


def test_visitors_read_nothing_private(planted, visitor):
    told = read_all(visitor, [*STARTS, "/ask/", "/ticket/"])
    assert len(told) > 20
    assert leaks(told, planted) == []


def test_an_asker_reads_nothing_of_others(planted, visitor):
    own = make_question(status="open", contact={"submission": uuid.uuid4(), "email": ""}).contact
    ticket = own.get_absolute_url()
    told = read_all(visitor, [ticket, f"/zh-hant{ticket}", f"{ticket}data/"])
    assert own.ticket.encode() in told[ticket]
    assert leaks(told, planted) == []


def test_an_asker_reads_their_own(planted, visitor):
    """Else the test above would find nothing because it looks at nothing."""
    ticket = Question.objects.get(status="open").contact.get_absolute_url()
    told = read_all(visitor, [ticket, f"{ticket}data/"])
    found = {place for place, _address, _ways in leaks(told, planted)}
    assert {"title open", "body open", "email open", "details added"} <= found


def test_a_doctor_of_another_specialty_reads_nothing_private(planted):
    stranger = Client()
    stranger.force_login(make_doctor(specialty=make_specialty("cardiology")).user)
    told = read_all(stranger, ["/", *OF_STAFF])
    for pk in Question.objects.values_list("pk", flat=True):
        told |= read_all(stranger, [f"/desk/questions/{pk}/"])
    assert leaks(told, planted) == []


def test_a_doctor_of_the_specialty_reads_what_waits_and_no_more(planted, other_doctor):
    colleague = Client()
    colleague.force_login(other_doctor.user)
    told = read_all(colleague, ["/", *OF_STAFF])
    for pk in Question.objects.values_list("pk", flat=True):
        told |= read_all(colleague, [f"/desk/questions/{pk}/"])
    assert leaks(told, planted, (*TO_DOCTORS, "details added")) == []


def test_moderators_read_all_but_addresses_and_tickets(planted, moderator):
    person = Client()
    person.force_login(moderator)
    told = read_all(person, ["/admin/", "/desk/"])
    assert len(told) > 60
    assert leaks(told, planted, (*MODERATED, "email of doctor")) == []
    found = {place for place, _address, _ways in leaks(told, planted)}
    assert {"title pending", "body declined", "evidence", "report"} <= found


def test_no_address_of_the_admin_leads_to_a_page_whose_address_is_a_secret(
    planted, client, moderator
):
    client.force_login(moderator)
    invitation = make_invitation()
    contact = Question.objects.exclude(contact=None).first().contact
    for row in (invitation, contact):
        kind = ContentType.objects.get_for_model(row).pk
        assert client.get(f"/admin/r/{kind}/{row.pk}/").status_code == 404
    page = client.get(f"/admin/doctors/invitation/{invitation.pk}/change/").text
    assert "View on site" not in page
    assert invitation.get_absolute_url() not in page


def list_address(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def test_moderators_cannot_ask_for_what_a_doctor_is_still_writing(client, moderator, doctor):
    """Whether a list is empty would tell it letter by letter."""
    make_question(doctor=doctor)
    client.force_login(moderator)
    for asked in ("typed__icontains=a", "saved_key__startswith=of", "question__body__contains=a"):
        assert client.get(f"{list_address(Reply)}?{asked}").status_code == 400, asked


@pytest.mark.parametrize("model", admin_site._registry, ids=lambda model: model._meta.label_lower)
def test_no_list_is_narrowed_by_what_it_does_not_offer(model, client):
    """Not by a field that no page shows, and not by what keeps the database busy or trips it."""
    client.force_login(make_user(is_staff=True, is_superuser=True))
    for field in model._meta.get_fields():
        for ending in ("__startswith=a", "__regex=(((", "__year=99999", "__pk__gt=0", "__gt=0"):
            asked = f"{list_address(model)}?{field.name}{ending}"
            assert client.get(asked).status_code == 400, asked


@pytest.mark.parametrize("model", admin_site._registry, ids=lambda model: model._meta.label_lower)
def test_every_list_is_narrowed_by_what_it_offers(model, client, doctor):
    make_question(doctor=doctor)
    client.force_login(make_user(is_staff=True, is_superuser=True))
    page = client.get(list_address(model))
    offered = [
        choice["query_string"]
        for one in page.context["cl"].filter_specs
        for choice in one.choices(page.context["cl"])
    ]
    for asked in offered:
        assert client.get(f"{list_address(model)}{asked}").status_code == 200, asked


def test_moderators_are_led_to_the_page_of_a_row(client, moderator, doctor):
    client.force_login(moderator)
    page = client.get(f"/admin/doctors/doctor/{doctor.pk}/change/").text
    assert f'href="{doctor.get_absolute_url()}" class="viewsitelink"' in page


def test_letters_say_nothing_of_a_question(planted):
    for contact in [question.contact for question in Question.objects.exclude(contact=None)]:
        Letter.objects.get_or_create(contact=contact, kind="received", language="en")
    mail.outbox.clear()
    call_command("worker", once=True)
    assert mail.outbox
    words = {place: word for place, word in planted.items() if not place.startswith("ticket")}
    for letter in mail.outbox:
        [address] = letter.to
        said = letter.message().as_bytes().replace(address.encode(), b"")
        others = {place: word for place, word in words.items() if word not in address}
        assert leaks({letter.subject: said}, others) == []
        assert "ticket" not in letter.subject and "ticket" not in str(letter.extra_headers)


def test_exports_hold_nothing_private(planted, tmp_path):
    file = tmp_path / "export.jsonl"
    call_command("export_content", output=str(file))
    told = {"export": file.read_bytes()}
    assert leaks(told, planted, ("licence",)) == []
    call_command("export_content", output=str(file), without_licences=True)
    assert leaks({"export": file.read_bytes()}, planted) == []


def test_logs_say_nothing_private(planted, visitor, moderator, caplog):
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)  # on with DEBUG alone
    person = Client(raise_request_exception=False)
    person.force_login(moderator)
    for pk in Question.objects.values_list("pk", flat=True):
        for address in (f"/questions/{pk}/", f"/admin/questions/question/{pk}/change/"):
            person.get(address)
            person.post(address, {"title": planted["title pending"]})
    visitor.post("/ask/", {"asker_name": planted["name pending"]})
    visitor.post("/ask/question/", {"title": planted["title pending"]})
    visitor.post("/accounts/login/", {"login": planted["email pending"], "password": "x"})
    Letter.objects.update(status="waiting", due_at=timezone.now() - timedelta(1), sent_at=None)
    call_command("worker", once=True)
    assert caplog.records
    assert leaks({"log": caplog.text.encode()}, planted) == []


@pytest.mark.parametrize("way", sorted(ways_to_write(marker("any"))))
def test_each_way_of_writing_a_word_is_found(way):
    """By encoders of others, inside a longer text."""
    word = marker("any")
    text = f"before {word} after"
    written = {
        "as it is": text.encode(),
        "percent": quote(text).encode(),
        "percent twice": quote(quote(text)).encode(),
        "HTML decimal": text.encode("ascii", "xmlcharrefreplace"),
        "JSON": json.dumps(text).encode(),
        "base64": base64.b64encode(text.encode()),
        "hexadecimal": text.encode().hex().encode(),
        "UTF-16": text.encode("utf-16-le"),
        "upper case": text.upper().encode(),
    }.get(way, b"before " + ways_to_write(word)[way][0] + b" after")
    assert way in found_in(written, word)
    assert not found_in(b"nothing of that kind", word)
