import gzip
import io
import json
import re
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from doctors.models import Doctor, Specialty
from faq.models import Topic
from questions import actions
from questions.erasing import erasing
from questions.models import Attachment, Correction, IllegalChange, Question, Reply, Synonym, Tag
from tests.askdoctor.content import (
    DOCTOR,
    SPECIALTY,
    TAG,
    TOPIC,
    Run,
    import_lines,
    question_line,
    reply_line,
    waiting_line,
)
from tests.database import url_of_test_database
from tests.factories import make_attachment, make_doctor, make_question, make_reply

pytestmark = pytest.mark.django_db

LINES = [
    SPECIALTY | {"name_zh_hant": "小兒科"},
    {"type": "specialty", "slug": "allergy", "name": "Allergy"},
    DOCTOR,
    DOCTOR
    | {
        "slug": "林安然",
        "name": "林安然",
        "other_specialties": ["allergy"],
        "credentials": "MD",
        "bio": "Two\n\nparagraphs.",
        "licence_number": "1",
        "licence_issuer": "Register",
        "licence_expires_on": "2030-12-31",
        "verified_at": "2022-10-19T09:30:00+08:00",
        "suspended_at": "2024-01-01",
    },
    TAG | {"name_zh_hant": "西羅莫司", "slug": "siro"},
    {"type": "tag", "name": "nothing yet"},
    TOPIC | {"pinned": [185940], "synonyms": ["thrombocytes"], "name_zh_hant": "血小板"},
    question_line(),
    question_line(
        4,
        asked_at="2022-10-18T23:59:59.123456+02:00",
        published_at="2023-01-01T08:00:00Z",
        language="zh-hant",
        asker={"age_band": "3-11m"},
        replies=[
            reply_line(doctor="林安然", replied_at="2022-12-01T10:00:00Z"),
            reply_line(doctor_name="X. K.", doctor_verified=True, reviewed_on=None),
        ],
    ),
    waiting_line(),
]


def exported(path, **options) -> bytes:
    call_command("export_content", output=str(path), stdout=io.StringIO(), **options)
    return path.read_bytes()


def test_export_and_import_give_the_same_site_and_the_same_bytes(tmp_path):
    assert import_lines(tmp_path, *LINES).failure == ""
    first = exported(tmp_path / "first.jsonl")
    rows = [_rows(table) for table in (Question, Reply, Doctor, Topic)]
    _empty()

    run = Run(tmp_path / "first.jsonl")

    assert run.failure == ""
    assert exported(tmp_path / "second.jsonl") == first
    assert [_rows(table) for table in (Question, Reply, Doctor, Topic)] == rows
    assert len(first.splitlines()) == len(LINES) - 1 + 1, (
        "without the waiting one, with 'platelets'"
    )


def test_its_own_export_says_nothing_new_to_a_site(tmp_path):
    assert import_lines(tmp_path, *LINES).failure == ""
    make_question(tags=["asked here"], contact={"submission": "0" * 32})
    content = exported(tmp_path / "site.jsonl")

    run = Run(tmp_path / "site.jsonl")

    assert run.failure == ""
    assert "added" not in run.said
    assert "changed" not in run.said.replace("unchanged", "")
    assert exported(tmp_path / "again.jsonl") == content


def test_texts_that_were_cleaned_go_out_as_they_are_and_come_in_the_same(tmp_path):
    words = "Cafe\u0301 👩\u200d👧 ❤\ufe0f می\u200cخواهم\u200b \x99שלום\r\nhere "
    lines = [
        SPECIALTY,
        DOCTOR | {"name": f"{words} X", "bio": words},
        TAG | {"synonyms": [words, "zwei"], "synonym_slugs": {words: "other"}},
        TOPIC | {"name": words, "overview": words, "synonyms": [words]},
        question_line(title=words, body=words, tags=[words], replies=[reply_line(text=words)]),
    ]
    assert import_lines(tmp_path, *lines).failure == ""
    first = exported(tmp_path / "first.jsonl")
    clean = "Caf\u00e9 👩\u200d👧 ❤\ufe0f می\u200cخواهم שלום\nhere "
    assert Question.objects.get().body == Reply.objects.get().text == clean
    assert Question.objects.get().tags.get().name == "Sirolimus"
    assert "unchanged" in import_lines(tmp_path, *lines).said
    _empty()

    assert Run(tmp_path / "first.jsonl").failure == ""
    assert exported(tmp_path / "second.jsonl") == first
    assert Synonym.objects.get(slug="other").name == " ".join(clean.split())


def test_what_was_imported_with_a_turn_of_direction_is_made_right_by_another_line(tmp_path):
    """As it could be before lines were read as forms are."""
    import_lines(tmp_path, SPECIALTY, DOCTOR, question_line())
    Question.objects.update(body="ab\u202ec")

    assert "1 changed" in import_lines(tmp_path, question_line(body="abc")).said
    assert Question.objects.get().body == "abc"


@pytest.fixture
def rich_site(doctor, other_doctor, moderator) -> dict[str, str]:
    """A site with all that can stand below an answer; each address of it with what visitors read."""
    first = make_question(doctor=doctor, reply="Wait.", explanation="More.")
    reply = first.replies.get()
    source = {"title": "A guideline", "url": "https://example.org/guideline", "year": 2024}
    for text in ("Wait a day.", "Wait two days."):
        actions.correct_reply(
            reply=reply,
            by=doctor,
            text=text,
            explanation="More.",
            what=f"Now: {text}",
            why="It was too short.",
            sources=[source],
        )
    make_attachment(reply, title="Leaflet", digest="a" * 64)
    make_attachment(reply, digest="b" * 64)
    make_reply(first, doctor=other_doctor, text="I would wait as well.")
    follow_up = make_question(follow_up_of=first, doctor=doctor)
    gone = make_question(doctor=doctor, title="Zinnober", body="Karmesin", reply="Purpur")
    actions.retract_question(question=gone, by=moderator, reason="The dose was wrong.")
    make_question(status="resolved", duplicate_of=first, title="Zinnober")
    actions.refresh_public_page(first)
    call_command("worker", once=True)
    return read_by_visitors(f"/questions/{one.pk}/" for one in (first, follow_up, gone))


def read_by_visitors(addresses) -> dict[str, str]:
    return {address: Client().get(address, follow=True).text for address in addresses}


def test_what_stands_below_answers_and_in_their_place_is_the_same_elsewhere(tmp_path, rich_site):
    content = exported(tmp_path / "site.jsonl")
    for words in ("Wait two days.", "A guideline", "Leaflet", "I would wait as well."):
        assert words in "".join(rich_site.values())
    assert not re.search(b"zinnober|karmesin|purpur", content, re.IGNORECASE)
    _empty()

    assert Run(tmp_path / "site.jsonl").failure == ""

    assert read_by_visitors(rich_site) == rich_site
    assert exported(tmp_path / "again.jsonl") == content
    once_more = Run(tmp_path / "again.jsonl")
    assert once_more.failure == ""
    assert "added" not in once_more.said
    assert (Correction.objects.count(), Attachment.objects.count()) == (2, 2)


def test_a_file_to_hand_out_names_no_files(tmp_path, rich_site):
    content = exported(tmp_path / "site.jsonl", without_licences=True)
    assert b"Leaflet" not in content
    assert Run(tmp_path / "site.jsonl").failure == ""


def test_an_attachment_waits_for_its_file(tmp_path, rich_site):
    content = exported(tmp_path / "site.jsonl")
    key = Attachment.objects.last().key
    default_storage.delete(key)
    _empty()
    run = Run(tmp_path / "site.jsonl")
    assert any(f"the file {key} is not in the storage" in one for one in run.complaints)
    default_storage.save(key, ContentFile(b"%PDF-1.4 of a test"))
    assert Run(tmp_path / "site.jsonl").failure == ""
    assert exported(tmp_path / "again.jsonl") == content


def test_what_the_site_took_off_or_was_asked_there_is_not_overruled(tmp_path, moderator):
    retracted = {
        "type": "retracted",
        "id": 185940,
        "retracted_at": "2024-01-01",
        "reason": "It was not safe.",
    }
    import_lines(tmp_path, SPECIALTY, DOCTOR, question_line())
    assert import_lines(tmp_path, retracted).failure == ""
    question = Question.objects.get()
    assert (question.status, question.retraction_reason) == ("retracted", "It was not safe.")
    run = import_lines(tmp_path, SPECIALTY, DOCTOR, question_line(title="Another"))
    assert "is retracted on this site, and stays so" in run.complaints[0]
    asked_here = make_question()
    run = import_lines(tmp_path, retracted | {"id": asked_here.pk})
    assert "was asked on this site" in run.complaints[0]
    import_lines(tmp_path, retracted | {"id": 6})
    with pytest.raises(IllegalChange):
        actions.restore_question(question=Question.objects.get(pk=6), by=moderator)


def test_a_merged_tag_keeps_its_old_address_in_another_site(tmp_path):
    target = Tag.objects.create(name="thrombocytopenia")
    Synonym.objects.create(tag=target, name="low platelets", slug="low-platelets-2")
    make_question(tags=["thrombocytopenia"])
    content = exported(tmp_path / "site.jsonl")
    _empty()

    assert Run(tmp_path / "site.jsonl").failure == ""

    assert Synonym.objects.get(name="low platelets").slug == "low-platelets-2"
    assert exported(tmp_path / "again.jsonl") == content


def _rows(table) -> list[dict]:
    """What a row says; keys and the times of writing differ."""
    order = (
        ["question", "replied_at"] if table is Reply else ["pk" if table is Question else "slug"]
    )
    passing = {
        "id",
        "saved_at",
        "refresh_due_at",
        "changed_at",
        "import_digest",
        "question_id",
        "doctor_id",
    }
    passing |= {"specialty_id", "doctor_specialty_id"}
    return [
        {name: value for name, value in row.items() if name not in passing}
        for row in table.objects.order_by(*order).values()
        if row.get("status") != "open"
    ]


def _empty() -> None:
    Question.objects.filter(status="resolved").delete()
    Question.objects.update(follow_up_of=None)
    with erasing():
        Correction.objects.all().delete()
    for table in (Reply, Question, Topic, Tag, Doctor, Specialty):
        table.objects.all().delete()


def test_only_what_is_public_is_exported(tmp_path):
    for status in ("pending", "open", "claimed", "needs_details", "declined"):
        make_question(status=status, title=f"MARKER {status}", tags=["marker"], body="MARKER")
    for status in ("withdrawn", "retracted"):
        make_question(status=status, title="MARKER", tags=["marker"], contact=_contact())
    public = make_question(title="Public", contact=_contact(), tags=["seen"])
    pointed = {"resolved_by": public, "resolved_note": "MARKER"}
    make_question(status="resolved", title="MARKER", tags=["marker"], **pointed)
    draft = Reply(question=public, doctor=make_reply(public).doctor, text="MARKER")
    Reply.objects.filter(doctor=draft.doctor).update(status="retracted", text="MARKER")
    draft.save()
    pinned = Topic.objects.create(slug="t", name="T", specialty=public.specialty)
    pinned.pinned_questions.set(Question.objects.all())

    content = exported(tmp_path / "content.jsonl").decode()

    assert "marker" not in content.lower()
    assert "asker@example.org" not in content
    lines = [json.loads(line) for line in content.splitlines()]
    assert [line["id"] for line in lines if line["type"] == "question"] == [public.pk]
    assert [line["pinned"] for line in lines if line["type"] == "topic"] == [[public.pk]]
    assert [line["name"] for line in lines if line["type"] == "tag"] == ["seen"]


def test_a_file_to_hand_out_holds_of_doctors_only_what_visitors_read(tmp_path):
    make_doctor(is_verified=False, name="MARKER unverified")
    make_doctor(name="MARKER suspended", suspended_at=timezone.now())
    who = {"licence_number": "SECRET", "licence_issuer": "SECRET", "credentials": "MD"}
    make_doctor(slug="listed", **who)
    gone = make_doctor(slug="signing", suspended_at=timezone.now(), **who)
    make_question(doctor=gone)

    content = exported(tmp_path / "content.jsonl", without_licences=True).decode()

    lines = [json.loads(line) for line in content.splitlines()]
    doctors = [line for line in lines if line["type"] == "doctor"]
    assert [line["slug"] for line in doctors] == ["listed", "signing"]
    public = {"type", "slug", "name", "specialty", "credentials"}
    assert all(set(line) == public for line in doctors)
    assert "SECRET" not in content
    assert "SECRET" in exported(tmp_path / "all.jsonl").decode()
    _empty()
    assert Run(tmp_path / "content.jsonl").failure == ""


def _contact() -> dict:
    return {"email": "asker@example.org", "submission": f"{Question.objects.count():032x}"}


def test_a_packed_export_is_the_same_file_every_time(tmp_path):
    make_question(asked_at=datetime(2026, 1, 1, tzinfo=UTC))

    one, two = exported(tmp_path / "one.jsonl.gz"), exported(tmp_path / "two.jsonl.gz")

    assert one == two
    assert gzip.decompress(one) == exported(tmp_path / "plain.jsonl")


def test_an_export_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(CommandError, match="cannot be written: No such file"):
        exported(tmp_path / "missing" / "content.jsonl")


def test_rows_are_read_by_the_hundred(tmp_path, django_assert_max_num_queries):
    question = make_question(tags=["one", "two"])
    for _copy in range(20):
        make_question(tags=["one", "two"], specialty=question.specialty)

    with django_assert_max_num_queries(23):
        exported(tmp_path / "content.jsonl")


@pytest.mark.django_db(transaction=True)
def test_the_export_is_written_to_a_pipe_that_may_close_early(tmp_path):
    for number in range(40):
        make_question(title=f"Title {number}", body="long " * 1500)
    environment = {"DATABASE_URL": url_of_test_database(), "SECRET_KEY": "x" * 32}
    with subprocess.Popen(
        [sys.executable, "manage.py", "export_content"],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        first = process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()

    assert json.loads(first)["type"] == "specialty"
    assert complaints == b""
    assert process.returncode == 0
