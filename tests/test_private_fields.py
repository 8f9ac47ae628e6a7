"""What is private is told to nobody whom it does not concern, in whatever encoding.

A word of its own is planted in each unpublished status and each private field (tests/planted.py).
Everybody then reads every page that links lead them to and every address that has a name, searches,
and presses buttons that are not theirs; letters, exports and every table of the database are looked
through as well, and the log of all that.
"""

import base64
import json
import logging
import re
import uuid
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from urllib.parse import quote

import pytest
from django.contrib.admin import site as admin_site
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Q
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askdoctor.environment import VAR
from askdoctor.errors import LONG_TEXTS
from askdoctor.logs import Lines, WithoutSecrets
from questions.letters import message_of
from questions.models import Attachment, Contact, Letter, Phrase, Question, Reply
from questions.sealing import unseal
from tests.askdoctor.content import import_lines, waiting_line
from tests.askdoctor.test_errors import views_of
from tests.database import everything_stored
from tests.factories import (
    make_doctor,
    make_invitation,
    make_question,
    make_specialty,
    make_user,
)
from tests.markers import found_in, marker, ways_to_write
from tests.planted import (
    EXCEPTED,
    HIDDEN,
    ONCE_PUBLISHED,
    PUBLIC,
    SEARCHED,
    Planted,
    columns,
    columns_with,
    plant,
)
from tests.test_access import ABOUT, STATES, address, fields, named
from tests.test_unpublished import STARTS, links_in

pytestmark = pytest.mark.django_db

OF_STAFF = ["/desk/", "/desk/reviews/", "/desk/readings/", "/desk/phrases/"]
OF_STAFF += ["/accounts/sessions/", "/accounts/2fa/", "/accounts/password/change/"]
NOT_READ = ("/static/", "/zh-hant/static/", "/admin/jsi18n/", "/admin/logout/", "/accounts/logout/")
# All else is the same for everyone (tests/test_the_same.py).
ROOMS_OF_STAFF = ("/desk/", "/admin/", "/accounts/", "/attachments/")
BEGUN = [SEARCHED, SEARCHED[:5], f"{SEARCHED[:-1]}b"]
SEARCHES = [
    f"{prefix}/{place}/?q={text}"
    for prefix in ("", "/zh-hant")
    for place in ("search", "search/suggest")
    for text in BEGUN
]
# Whoever has the address of these has read it somewhere, and nobody has a passkey or a pair here.
NOT_BY_NAME = {"question", "invitation", "similar_report"}
NOT_BY_NAME |= {"mfa_remove_webauthn", "mfa_edit_webauthn"}
# What a list of the admin shows by one filter, one search.
ONE_FILTER = re.compile(r"/admin/\w+/\w+/\?(?!_|o=|p=|all=)[^&=]+=[^&]*$")


@pytest.fixture
def log(caplog) -> Iterator[StringIO]:
    """What the console would get, and what it does not get below its level."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "django.db.backends")  # on with DEBUG alone
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(WithoutSecrets())
    handler.setFormatter(Lines())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def planted(doctor, other_doctor, moderator, log) -> Iterator[Planted]:
    """Whatever a test does with it, the log says nothing of it."""
    words = plant(doctor, moderator)
    yield words
    assert leaks({"log": log.getvalue().encode()}, words) == []


def read_all(
    person: Client, starts: list[str], within: tuple[str, ...] = ("/",)
) -> dict[str, bytes]:
    """address -> headers and content, of all that links lead to. Lists are not sorted in every way."""
    told, left = {}, list(starts)
    while left:
        address = left.pop()
        if address in told or address.startswith(NOT_READ) or not address.startswith(within):
            continue
        if address.startswith("/admin/") and "?" in address and not ONE_FILTER.match(address):
            continue
        response = person.get(address)
        told[address] = all_of(response)
        if response.has_header("Location"):
            left.append(response.url)
        elif response.headers.get("Content-Type", "").startswith(("text/html", "application/")):
            left += every_link_in(told[address].decode(errors="replace"), address)
    return told


def all_of(response) -> bytes:
    return str(response.headers).encode() + b"".join(response)


def every_link_in(text: str, address: str) -> list[str]:
    """Those of staff as well; of a list of the admin each filter by itself."""
    found = links_in(text, address)
    staff = [part.split('"')[0] for part in text.split('href="')[1:]]
    if address.startswith("/admin/"):
        is_list = "?" not in address
        staff += [address.split("?")[0] + link for link in staff if link[:1] == "?" and is_list]
        staff += [f"{address}?q={SEARCHED}"] * (is_list and 'id="searchbar"' in text)
    return [*found, *(link for link in staff if link.startswith(ROOMS_OF_STAFF))]


def leaks(told: dict[str, bytes], words: dict[str, str], allowed: tuple[str, ...] = ()) -> list:
    """(place, address, encodings). All pages are looked through at once, and one by one where a word
    is found."""
    everything = b"\n".join(told.values())
    return [
        (place, address, ways)
        for place, word in words.items()
        if not place.startswith(allowed) and found_in(everything, word)
        for address, content in told.items()
        if (ways := found_in(content, word))
    ]


def places(told: dict[str, bytes], words: dict[str, str]) -> set[str]:
    everything = b"\n".join(told.values())
    return {place for place, word in words.items() if found_in(everything, word)}


def signed_in(user) -> Client:
    person = Client()
    person.force_login(user)
    return person


def by_name(person: Client, who: str = "visitor") -> dict[str, bytes]:
    """Every address that has a name, of every row, as that one of PEOPLE knows it: for whom the door of
    the admin is closed, one row of each model stands behind it for all."""
    told = {}
    for name in sorted(set(named()) - NOT_BY_NAME):
        model, _parts = ABOUT.get(name, (None, None))
        rows = model.objects.all() if hasattr(model, "objects") else STATES.get(model, [None])
        is_closed = name.startswith("admin:") and who != "moderator"
        for row in rows[:1] if is_closed else rows:
            path = address(name, row, who)
            told[path] = all_of(person.get(path))
    return told


def own_addresses(question: Question) -> list[str]:
    """What whoever asked it knows of it."""
    return [
        address(name, question, "asker")
        for name in sorted(set(named()))
        if name == "letters_stop" or name.startswith("ticket") and name != "ticket_code"
    ]


def at_desk(person: Client) -> dict[str, bytes]:
    """What links lead a doctor to, and every address, theirs or not."""
    told = read_all(person, [*OF_STAFF, f"/desk/?q={SEARCHED}"], ROOMS_OF_STAFF)
    return told | by_name(person)


# Of each doctor what may be read.
ASKED = ("title", "body", "asker_name", "note", "asked", "answered", "added")
WRITTEN = ("reply", "explanation", "source", "link", "file", "bytes of file")
CORRECTION = {f"correction {part}" for part in ("text", "explanation", "source", "what", "why")}
AT_DESK = {f"{part} {status}" for part in ASKED for status in ("open", "claimed", "in_review")}
AT_DESK |= {f"{part} in_review" for part in WRITTEN} | CORRECTION | {"link correction"}
COLLEAGUES = AT_DESK | {"summary in_review"}
COLLEAGUES |= {f"{part} published" for part in ("note", "asked", "answered", "added")}
HOLDERS = AT_DESK | {f"{part} claimed" for part in (*WRITTEN, "summary")}
HOLDERS |= {"phrase title", "phrase text", "email of doctor"}
HOLDERS |= {"bytes of correction file", "key of the page"}
# Drafts, which moderators do not read, with what is said of them, and what a doctor keeps for them.
DRAFTS = {
    f"{part} {status}"
    for part in (*WRITTEN, "asked about", "reason", "reply may stay")
    for status in HIDDEN
    if status not in ("in_review", "retracted")
}
DRAFTS |= CORRECTION | {"correction why_kept", "correction file", "bytes of correction file"}
DRAFTS |= {f"second {part}" for part in ("text", "explanation", "typed", "source", "file")}
DRAFTS |= {"link second", "link correction", "bytes of second file", "key of the page"}
DRAFTS |= {"phrase title", "phrase text"}
# Nobody's of staff.
SECRET = ("ticket ", "code ", "printed code ", "invitation link")
SECRET += tuple(f"email {status}" for status in Question.Status.values)


def test_every_word_is_planted(planted):
    """Else nothing of it would ever be found."""
    stored, addresses = everything_stored(), [each.email for each in Contact.objects.all()]
    stored += "".join(addresses)
    derived = ("printed code ", "invitation link")
    in_files = ("bytes of ",)
    assert {place for place, word in planted.items() if word not in stored} == {
        place for place in planted if place.startswith(derived + in_files)
    }
    files = b""
    for each in Attachment.objects.all():
        with each.open() as file:
            files += file.read()
    assert all(planted[place].encode() in files for place in planted if place.startswith(in_files))


def test_each_column_of_text_is_public_or_planted_or_excepted_with_a_reason(planted):
    """A new one has to say which it is. What history keeps of one is as that is."""
    public, excepted = set(PUBLIC.split()), set(" ".join(EXCEPTED.values()).split())
    assert public | excepted <= columns() and not public & excepted
    settled = {f"{prefix}{name}" for name in public | excepted for prefix in ("", "Historical")}
    assert columns() - settled == columns_with(planted) - settled


def test_below_a_public_question_stands_every_private_column_that_can(planted):
    """What is private whatever becomes of the question is looked for where everybody reads."""
    below = columns_with(
        planted, Question.objects.filter(status="published", contact__isnull=False)
    )
    ever = columns_with(planted, Question.objects.all())
    assert ever - below == set(ONCE_PUBLISHED.split())


def test_visitors_read_nothing_private(planted, visitor):
    told = by_name(visitor) | read_all(visitor, [*STARTS, *SEARCHES, "/ask/", "/ticket/"])
    for prefix in ("", "/zh-hant"):
        for typed in ({"title": SEARCHED}, {"title": f"Is {SEARCHED} safe?", "body": SEARCHED}):
            address = f"{prefix}/ask/question/similar/"
            told[f"{address} {typed}"] = all_of(visitor.post(address, typed))
    found = b"for everyone"  # what is public, so that there is something in each list
    assert all(found in told[f"/search/{of}?q={SEARCHED}"] for of in ("", "suggest/"))
    assert sum(found in content for place, content in told.items() if "/similar/ {" in place) >= 2
    assert len(told) > 60
    assert leaks(told, planted) == []


def test_an_asker_reads_nothing_of_others(planted, visitor):
    own = make_question(status="open", contact={"submission": uuid.uuid4(), "email": ""}).contact
    ticket = own.get_absolute_url()
    told = read_all(visitor, [ticket, f"/zh-hant{ticket}", f"{ticket}data/"])
    told |= {path: all_of(visitor.get(path)) for path in own_addresses(own.question)}
    assert own.ticket.encode() in told[ticket]
    assert leaks(told, planted) == []


def test_an_asker_reads_their_own(planted, visitor):
    """Else the test above would find nothing because it looks at nothing. What staff says among itself
    is not theirs, nor is a draft."""
    question = Question.objects.get(status="open")
    ticket = question.contact.get_absolute_url()
    told = read_all(visitor, [ticket, f"{ticket}data/"])
    told |= {path: all_of(visitor.get(path)) for path in own_addresses(question)}
    found = places(told, planted)
    own = ("title", "body", "asker_name", "asked", "answered", "added", "decline_note")
    own += ("email", "ticket", "printed code")
    assert found == {f"{part} open" for part in own}


def test_a_doctor_of_another_specialty_reads_nothing_private(planted):
    stranger = make_doctor(specialty=make_specialty("cardiology"))
    told = at_desk(signed_in(stranger.user))
    assert len(told) > 40
    assert leaks(told, planted) == []


def test_a_doctor_whose_licence_nobody_has_checked_reads_nothing_private(
    planted, unverified_doctor
):
    assert leaks(at_desk(signed_in(unverified_doctor.user)), planted) == []


def test_a_doctor_of_the_specialty_reads_what_waits_and_no_more(planted, other_doctor):
    assert places(at_desk(signed_in(other_doctor.user)), planted) == COLLEAGUES


def test_who_holds_a_question_reads_it_and_what_they_wrote_and_no_more(planted, doctor):
    assert places(at_desk(signed_in(doctor.user)), planted) == HOLDERS


def test_no_refusal_says_what_it_refuses(planted, other_doctor):
    """Each button of the desk, pressed for each question and reply by who may not."""
    stranger = signed_in(make_doctor(specialty=make_specialty("cardiology")).user)
    replies = Reply.objects.filter(question__status__in=["claimed", "in_review", "published"])
    numbers = {
        "desk/questions/": Question.objects.exclude(status="published"),
        "desk/replies/": replies,
        "desk/readings/": replies,
    }
    buttons = [button for button in dict(views_of()) if button.startswith(tuple(numbers))]
    assert len(buttons) > 30
    for person, allowed in ((stranger, ()), (signed_in(other_doctor.user), tuple(COLLEAGUES))):
        told = {}
        for button in buttons:
            rows = next(rows for start, rows in numbers.items() if button.startswith(start))
            for pk in rows.values_list("pk", flat=True):
                path = "/" + button.replace("<int:pk>", str(pk))
                with transaction.atomic():
                    told[path] = all_of(person.post(path, {"text": "A reply."}))
                    transaction.set_rollback(True)
        assert leaks(told, planted, allowed) == []


def test_moderators_and_superusers_read_no_asker_s_address_and_no_secret_link(planted, moderator):
    person = signed_in(moderator)
    told = read_all(person, ["/admin/", *OF_STAFF], ROOMS_OF_STAFF)
    told |= by_name(person, "moderator")
    assert len(told) > 150 and sum("?" in address for address in told) > 60
    found = places(told, planted)
    assert {"title pending", "body declined", "evidence", "report open", "email invited"} <= found
    below = ("note", "asked", "answered", "added", "report", "question may stay", "reply may stay")
    assert {f"{part} published" for part in below} | {"body before", "reply before"} <= found
    assert not {place for place in found if place.startswith(SECRET)}
    assert not found & DRAFTS
    moderator.is_superuser = True
    moderator.save()
    more = read_all(person, ["/admin/"], ("/admin/",))
    assert more.keys() - told.keys()
    for question in Question.objects.all():
        path = f"/admin/questions/question/{question.pk}/change/"
        more[f"{path} sent empty"] = all_of(person.post(path, {"title": ""}))
    assert not {place for place in places(more, planted) if place.startswith(SECRET)}


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


@pytest.mark.parametrize("language", ["en", "zh-hant"])
@pytest.mark.parametrize("kind", Letter.Kind.values)
def test_letters_say_nothing_of_a_question(planted, kind, language):
    """But for the line that its asker is to read there, and the link of their own ticket."""
    to_asker = {"declined": ["decline_note declined"], "resolved": ["line to the asker"]}
    for status in sorted(Letter.TRUE_WHILE[kind]):
        contact = Contact.objects.get(question__status=status)
        letter = message_of(Letter(contact=contact, kind=kind, language=language))
        [address] = letter.to
        assert planted[f"email {status}"] in address
        message = letter.message()
        bodies = [part.get_payload(decode=True) or b"" for part in message.walk()]
        headers = "".join(f"{name}: {value}" for name, value in message.items() if name != "To")
        said = {"raw": message.as_bytes().replace(address.encode(), b""), "body": b"".join(bodies)}
        own = [f"ticket {status}", *to_asker.get(kind, [])]
        assert leaks({"headers": headers.encode()}, planted) == []
        assert not [
            leak for leak in leaks(said, planted) if leak[0] not in own + [f"email {status}"]
        ]
        assert found_in(said["body"], planted[own[0]])
        assert not found_in(said["body"], planted[f"email {status}"])


def test_exports_hold_nothing_private(planted, tmp_path):
    file = tmp_path / "export.jsonl"
    call_command("export_content", output=str(file))
    told = {"export": file.read_bytes()}
    assert SEARCHED.encode() in told["export"]
    assert leaks(told, planted, ("licence",)) == []
    call_command("export_content", output=str(file), without_licences=True)
    assert leaks({"export": file.read_bytes()}, planted) == []


def test_logs_say_nothing_private(planted, log, visitor, doctor, moderator, tmp_path):
    """Of what is written, at every form; of what is read, the tests above look at it."""
    person = Client(raise_request_exception=False)
    person.force_login(moderator)
    for pk in Question.objects.values_list("pk", flat=True):
        for path in (f"/questions/{pk}/", f"/admin/questions/question/{pk}/change/"):
            person.post(path, {"title": planted["title pending"]})
    typed = planted.word("typed")
    told = write_all(signed_in(doctor.user), typed, ("desk_", "phrase"), doctor)
    told |= write_all(visitor, typed, ("ticket_",), doctor)
    for name in ("desk_save", "desk_attach", "phrase", "ticket_details"):
        assert found_in(told[name], typed), name
    visitor.post("/ask/", {"asker_name": typed})
    visitor.post("/ask/question/", {"title": typed})
    visitor.post("/accounts/login/", {"login": planted["email pending"], "password": "x"})
    refused = waiting_line(8, title=typed, asked_at=typed)
    import_lines(tmp_path, waiting_line(7, title=f"Is {typed} safe?"), refused)
    assert Question.objects.filter(title__contains=typed).exists()
    Letter.objects.update(status="waiting", due_at=timezone.now() - timedelta(1), sent_at=None)
    call_command("worker", once=True)
    assert "/desk/" in log.getvalue()


def write_all(person: Client, typed: str, beginnings: tuple[str, ...], doctor) -> dict[str, bytes]:
    """What each form says that is sent with this word in each of its fields; nothing of it stays."""
    told = {}
    for name in sorted(name for name in set(named()) if name.startswith(beginnings)):
        model, _parts = ABOUT.get(name, (None, None))
        rows = {
            Question: Question.objects.filter(Q(replies__doctor=doctor) | Q(status="open")),
            Reply: doctor.replies.all(),
            Phrase: doctor.phrases.all(),
        }.get(model, [])
        for row in rows:
            with transaction.atomic():
                form = fields(name, row) | dict.fromkeys((*LONG_TEXTS, "why_kept"), typed)
                form |= {"file_title": typed, "code": typed, "email": typed}
                if name.endswith("attach"):
                    data = f"%PDF-1.4 {typed}".encode()
                    form["file"] = SimpleUploadedFile(f"{typed}.pdf", data)
                response = person.post(address(name, row, "asker"), form, follow=True)
                told[name] = told.get(name, b"") + all_of(response)
                transaction.set_rollback(True)
    return told


# table -> the form that writes there
WRITES = {
    "questions_addition": "ticket_details",
    "questions_report": "report",
    "questions_detailsrequest": "desk_details",
    "questions_reply": "desk_save",
    "questions_question": "ticket_withdraw",
}


@pytest.mark.parametrize("table", WRITES)
def test_a_fault_of_the_database_tells_nobody_what_was_typed(planted, log, doctor, table):
    """It quotes the row that it refuses."""
    status = {"report": "published", "ticket": "open"}.get(WRITES[table].split("_")[0], "claimed")
    row = Question.objects.get(status=status, contact__isnull=False)
    person = signed_in(doctor.user)
    person.raise_request_exception = False
    form = fields(WRITES[table], row) | dict.fromkeys((*LONG_TEXTS, "email"), planted.word("typed"))
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} ADD CHECK (false) NOT VALID")
        response = person.post(address(WRITES[table], row, "asker"), form)
        transaction.set_rollback(True)
    assert response.status_code == 500
    assert "violates check constraint" in log.getvalue()
    told = {"page": all_of(response), "log": log.getvalue().encode()}
    # Of the database that came with the site, where the tests use that.
    told |= {str(path): path.read_bytes() for path in VAR.glob("postgres-*/server.log")}
    assert leaks(told, planted) == []


def test_no_table_holds_an_address_or_what_is_being_typed(planted, visitor, settings):
    """Not as it is: in no row, of history, sessions, tasks and counts neither, whatever became of it."""
    address, begun = "zqaddresszq@example.org", "zqbegunzq"
    for browser, title in ((visitor, "It is sent."), (Client(), f"Is {begun} safe?")):
        browser.post("/ask/", {"age_band": "3-11m", "sex": "female"})
        browser.post("/ask/question/", {"title": title, "body": "Sleeps badly."})
        browser.post("/ask/contact/", {"email": address})
        if browser is visitor:  # the other one is not sent
            page = browser.get("/ask/similar/", follow=True)
            browser.post("/ask/check/", {"shown": page.context["shown"]})
    contact = next(each for each in Contact.objects.all() if each.email == address)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody is there
    call_command("worker", once=True)
    assert contact.letters.get().last_error
    visitor.post("/accounts/login/", {"login": address, "password": "x"})
    visitor.post("/accounts/password/reset/", {"email": address})
    visitor.post("/ticket/", {"number": contact.pk, "code": "4444-4444"})
    call_command("worker", once=True)
    stored = {"tables": everything_stored().encode(), "unpacked": unpacked()}
    assert b"draft" in stored["unpacked"]
    words = {place: word for place, word in planted.items() if place.startswith("email ")}
    words = {
        place: word for place, word in words.items() if place.split()[1] not in ("of", "invited")
    }
    assert leaks(stored, words | {"address": address, "begun": begun}) == []
    assert leaks({"unsealed": unseal(contact.sealed_email).encode()}, {"address": address})


def unpacked() -> bytes:
    """What sessions and counts hold, which lie packed in their tables."""
    sessions = [
        json.dumps(each.get_decoded(), ensure_ascii=False) for each in Session.objects.all()
    ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM askdoctor_cache")
        counts = [key.encode() + base64.b64decode(value) for key, value in cursor.fetchall()]
    assert counts
    return b"".join([*(text.encode() for text in sessions), *counts])


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
