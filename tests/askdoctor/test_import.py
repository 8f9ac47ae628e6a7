import gzip
import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import strategies as st

from askdoctor.content import load, reading
from doctors.models import Doctor, Specialty
from faq.models import Topic
from questions import search
from questions.actions import merge_tags, withdraw_question
from questions.models import Question, Reply, SearchDocument, Tag
from tests.askdoctor.content import (
    BASIS,
    DOCTOR,
    SPECIALTY,
    TAG,
    TOPIC,
    Run,
    as_bytes,
    import_lines,
    question_line,
    reply_line,
    waiting_line,
)
from tests.database import url_of_test_database
from tests.factories import make_doctor, make_question, make_specialty

REFERENCE = Path(settings.BASE_DIR).parent / "shared/data/content/seed_page.jsonl"

pytestmark = pytest.mark.django_db


def test_an_imported_question_is_whole(tmp_path):
    run = import_lines(tmp_path, *BASIS, question_line())

    assert run.failure == ""
    assert "questions: 1 added" in run.said
    question = Question.objects.published().get(pk=185940)
    assert question.slug == "sirolimus-for-an-infant"
    assert question.body_html == "<p>Has it been used?</p>"
    assert question.reply_excerpt == "It has, rarely."
    assert [tag.name for tag in question.tags.order_by("tagged_questions")] == [
        "platelets",
        "Sirolimus",
    ]
    reply = question.replies.get()
    assert reply.text_html == "<p>It has, <strong>rarely</strong>.</p>"
    assert (reply.doctor_name, reply.doctor_was_verified) == ("Xiao Kaiwen", False)
    assert reply.review_due_on.isoformat() == "2023-10-19", "a medicine is looked at after a year"
    assert question.published_at == timezone.make_aware(datetime(2022, 10, 19))  # noqa: DTZ001
    assert SearchDocument.objects.filter(question=question).exists()
    assert question.history.get().history_change_reason == "imported"


@pytest.mark.parametrize("options", [{}, {"dry_run": True}])
def test_what_a_line_refers_to_may_stand_further_down(tmp_path, options):
    """Refused at first and taken the second time, the same file would not be the same."""
    follow_up = question_line(185941) | {"follow_up_of": 185940}
    lines = [follow_up, question_line(), TOPIC, DOCTOR, TAG, SPECIALTY]
    run = import_lines(tmp_path, *lines, **options)
    assert run.complaints == []
    for kind in ("questions: 2", "topics: 1", "doctors: 1", "tags: 1", "specialties: 1"):
        assert f"{kind} added" in run.said
    if not options:
        again = import_lines(tmp_path, *lines)
        assert "added" not in again.said and "changed" not in again.said.replace("unchanged", "")


def test_of_two_specialties_one_may_take_the_name_that_the_other_lays_down(tmp_path):
    make_specialty("old", name="Pediatrics")
    renamed = SPECIALTY | {"slug": "old", "name": "Children"}
    assert import_lines(tmp_path, SPECIALTY, renamed).complaints == []
    assert import_lines(tmp_path, SPECIALTY, renamed).said.count("2 unchanged") == 1


def test_only_so_many_lines_wait_for_what_stands_further_down(tmp_path, monkeypatch):
    monkeypatch.setattr(load, "WAITING_AT_MOST", 1)
    run = import_lines(tmp_path, DOCTOR, DOCTOR | {"slug": "second"}, SPECIALTY)
    assert [complaint.split("jsonl")[1] for complaint in run.complaints] == [
        ":2: specialty 'pediatrics' is not known"
    ]
    assert [doctor.slug for doctor in Doctor.objects.all()] == [DOCTOR["slug"]]


def test_the_same_file_again_changes_nothing(tmp_path):
    topic = TOPIC | {"pinned": [185940], "synonyms": ["thrombocytes"], "name_zh_hant": "血小板"}
    doctor = DOCTOR | {"other_specialties": ["pediatrics"], "credentials": "MD"}
    lines = [SPECIALTY, doctor, TAG, topic, question_line(), waiting_line()]
    import_lines(tmp_path, *lines)
    tables = [Specialty, Doctor, Tag, Topic, Question, Reply]
    histories = [table.history.count() for table in tables]

    again = import_lines(tmp_path, *lines)

    assert again.failure == ""
    assert "added" not in again.said
    assert "changed" not in again.said.replace("unchanged", "")
    assert [table.history.count() for table in tables] == histories
    assert not Question.objects.due().exists()


def test_a_changed_line_changes_what_was_imported(tmp_path):
    import_lines(tmp_path, *BASIS, question_line())
    changed = question_line(
        title="Another title", tags=["ITP"], replies=[reply_line(text="No.", explanation="")]
    )
    mentioning = question_line(5, body="As in #185940.")

    run = import_lines(tmp_path, TOPIC | {"tags": ["ITP"]}, mentioning, changed)

    assert "questions: 1 added, 1 changed" in run.said
    assert "topics: 1 changed" in run.said
    question = Question.objects.get(pk=185940)
    assert (question.title, question.reply_excerpt) == ("Another title", "No.")
    assert [tag.name for tag in question.tags.all()] == ["itp"]
    assert question.replies.count() == 1
    assert question.history.count() == 2
    assert "Another title (#185940)</a>" in Question.objects.get(pk=5).body_html


def test_a_reply_that_a_line_no_longer_holds_is_retracted(tmp_path):
    other = DOCTOR | {"slug": "liao", "name": "Liao Lingmei"}
    both = [reply_line(), reply_line(doctor="liao")]
    import_lines(tmp_path, *BASIS, other, question_line(replies=both))

    import_lines(tmp_path, question_line(replies=both[1:]))

    replies = dict(Reply.objects.values_list("doctor__slug", "status"))
    assert replies == {"xiao-kaiwen": "retracted", "liao": "published"}
    assert Question.objects.get().replied_by == "Liao Lingmei"


def test_a_wrong_line_is_refused_with_its_place_and_the_rest_goes_in(tmp_path):
    wrong = [b"{\n", question_line(1, asked_at="yesterday"), question_line(2, specialty="magic")]
    wrong += [question_line(3, replies=[reply_line(doctor="nobody")]), question_line(5)]
    replies = [reply_line(doctor_specialty="magic")]
    wrong += [question_line(8, replies=replies), DOCTOR | {"slug": "x", "specialty": "magic"}]

    run = import_lines(tmp_path, *BASIS, question_line(5), b"\n", *wrong, question_line(6))

    place = tmp_path / "content.jsonl"
    expected = [
        f"{place}:7: not JSON: ",
        f'{place}:8: "asked_at" is not a date like 2026-03-31: ',
        f"{place}:11: question 5 stands there twice",
        f"{place}:9: specialty 'magic' is not known",
        f"{place}:10: doctor 'nobody' is not known",
        f"{place}:12: specialty 'magic' is not known",
        f"{place}:13: specialty 'magic' is not known",
    ]
    assert len(run.complaints) == len(expected)
    for start in expected:
        assert any(complaint.startswith(start) for complaint in run.complaints), start
    assert run.failure == "7 refused; the reasons are above."
    assert sorted(Question.objects.values_list("pk", flat=True)) == [5, 6]


def test_a_number_that_was_given_on_the_site_is_refused(tmp_path):
    asked_here = make_question(title="Asked here")

    run = import_lines(tmp_path, *BASIS, question_line(asked_here.pk))

    assert f"question {asked_here.pk} was asked on this site" in run.complaints[0]
    asked_here.refresh_from_db()
    assert asked_here.title == "Asked here"


def test_questions_asked_later_get_numbers_above_the_imported_ones(tmp_path):
    import_lines(tmp_path, *BASIS, question_line(400_000), question_line(12))

    assert make_question().pk > 400_000


def test_what_was_decided_on_the_site_stays(tmp_path):
    import_lines(tmp_path, *BASIS, question_line(), waiting_line())
    Question.objects.get(pk=185940).retract(by=None, reason="Wrong.")
    Question.objects.get(pk=7).decline(by=None, reason="unclear")

    run = import_lines(tmp_path, question_line(title="New"), waiting_line(title="New"))

    assert [complaint.split(": ", 1)[1] for complaint in run.complaints] == [
        "question 185940 is retracted on this site, and stays so",
        "question 7 is declined on this site, and stays so",
    ]
    assert not Question.objects.filter(title="New").exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_withdrawn_while_an_import_runs_stays_withdrawn(tmp_path):
    import_lines(tmp_path, *BASIS, question_line())
    withdrawn = threading.Event()

    def withdraw() -> None:
        with transaction.atomic():
            withdraw_question(question=Question.objects.get())
            withdrawn.set()
            with connection.cursor() as cursor:
                wait_until(lambda: somebody_waits(cursor))
        connection.close()

    asker = threading.Thread(target=withdraw)
    asker.start()
    assert withdrawn.wait(20)
    run = import_lines(tmp_path, question_line(title="Another title"))
    asker.join()

    assert "question 185940 is withdrawn on this site, and stays so" in run.complaints[0]
    assert Question.objects.get().status == "withdrawn"


def somebody_waits(cursor) -> bool:
    cursor.execute("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
    return cursor.fetchone()[0]


def wait_until(true, seconds=20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def test_a_waiting_question_can_be_answered_by_a_later_file(tmp_path):
    import_lines(tmp_path, *BASIS, waiting_line())

    run = import_lines(tmp_path, question_line(7))

    assert "questions: 1 changed" in run.said
    assert Question.objects.published().get(pk=7).replies.count() == 1


def test_mentions_are_linked_whichever_comes_first(tmp_path, monkeypatch):
    monkeypatch.setattr(load, "BATCH", 2)
    lines = [
        question_line(pk, title=f"Title {pk}", body="See #1, #4 and #9.") for pk in (1, 2, 3, 4)
    ]

    import_lines(tmp_path, *BASIS, *lines, waiting_line(9))

    for question in Question.objects.published():
        assert 'href="/questions/1/title-1/"' in question.body_html
        assert 'href="/questions/4/title-4/"' in question.body_html
        assert "and #9." in question.body_html


def test_a_synonym_in_a_line_is_its_tag(tmp_path):
    import_lines(tmp_path, *BASIS, question_line(tags=["Rapamycin", "SIROLIMUS"]))

    assert [tag.name for tag in Question.objects.get().tags.all()] == ["Sirolimus"]


def test_a_tag_that_was_merged_here_stays_merged(tmp_path):
    import_lines(tmp_path, *BASIS, question_line())
    target = Tag.objects.create(name="mTOR inhibitors")
    merge_tags(source=Tag.objects.get(name="Sirolimus"), target=target, by=None)

    run = import_lines(tmp_path, TAG)

    assert run.complaints == []
    assert "tags: 1 unchanged" in run.said
    assert not Tag.objects.filter(name="Sirolimus").exists()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            TAG | {"name": "platelets", "synonyms": ["itp"]},
            "synonym 'itp' belongs to the tag 'ITP'",
        ),
        (TAG | {"name": "x", "synonyms": [], "slug": "itp"}, "another tag has the slug 'itp'"),
    ],
)
def test_tags_cannot_take_what_belongs_to_another(tmp_path, line, said):
    Tag.objects.create(name="ITP", slug="itp")

    assert said in import_lines(tmp_path, line).complaints[0]


def test_a_tag_line_changes_kind_and_adds_synonyms(tmp_path):
    import_lines(tmp_path, *BASIS, question_line())

    changed = TAG | {"kind": "test", "synonyms": ["Rapamune"]}
    import_lines(tmp_path, changed, no_refresh=True)

    tag = Tag.objects.get(name="Sirolimus")
    assert tag.kind == "test"
    assert {synonym.name for synonym in tag.synonyms.all()} == {"rapamycin", "Rapamune"}
    assert Question.objects.due().count() == 1, "the kind says how much sharing it tells"
    assert search.find("rapamune").hits, "any name of a tag finds it at once"


def test_a_doctor_is_verified_only_with_a_licence_on_file(tmp_path):
    whole = DOCTOR | {"licence_number": "1", "licence_issuer": "Register"}
    whole |= {"licence_expires_on": "2030-01-01", "verified_at": "2022-10-19"}

    run = import_lines(
        tmp_path, SPECIALTY, DOCTOR | {"slug": "x", "verified_at": "2020-01-01"}, whole
    )

    assert "A checked licence needs its number" in run.complaints[0]
    assert Doctor.objects.get().is_verified


def test_a_line_that_leaves_a_licence_out_leaves_it_as_it_is(tmp_path):
    doctor = make_doctor(slug="xiao-kaiwen", name="Xiao Kaiwen")

    assert "doctors: 1 unchanged" in import_lines(tmp_path, DOCTOR).said
    doctor.refresh_from_db()
    assert doctor.is_verified


def test_a_changed_licence_has_to_be_checked_again(tmp_path):
    doctor = make_doctor(slug="xiao-kaiwen", name="Xiao Kaiwen")
    renewed = DOCTOR | {"licence_expires_on": "2199-01-01"}

    import_lines(tmp_path, renewed)

    doctor.refresh_from_db()
    assert not doctor.is_verified
    import_lines(tmp_path, renewed | {"verified_at": "2026-01-01"})
    doctor.refresh_from_db()
    assert doctor.is_verified


@pytest.mark.parametrize(
    ("replied_at", "is_verified"), [("2022-10-19", True), ("2022-10-18", False)]
)
def test_a_reply_is_signed_as_verified_from_the_day_of_the_check(tmp_path, replied_at, is_verified):
    checked_at = timezone.make_aware(datetime(2022, 10, 19))  # noqa: DTZ001 - the site's midnight
    make_doctor(slug="xiao-kaiwen", verified_at=checked_at)

    import_lines(tmp_path, question_line(replies=[reply_line(replied_at=replied_at)]))

    assert Reply.objects.get().doctor_was_verified is is_verified


def test_a_line_may_say_how_a_reply_was_signed(tmp_path):
    signed = {"doctor_name": "Xiao K.", "doctor_specialty": "pharmacology", "doctor_verified": True}
    make_specialty("pharmacology")
    reply = reply_line(**signed, reviewed_on=None, review_due_on=None)

    import_lines(tmp_path, *BASIS, question_line(replies=[reply]))

    reply = Reply.objects.get()
    assert reply.signed_name == "Dr. Xiao K."
    assert reply.doctor_specialty.slug == "pharmacology"
    assert (reply.reviewed_on, reply.review_due_on) == (None, None)


@pytest.mark.parametrize(
    ("said", "reviewed_on", "due_on"),
    [
        ({"reviewed_on": "2024-02-29"}, "2024-02-29", "2025-02-28"),
        ({"reviewed_on": "2024-02-29", "review_due_on": None}, "2024-02-29", "2025-02-28"),
        ({"review_due_on": "2030-01-01"}, "2022-10-19", "2030-01-01"),
    ],
)
def test_a_line_that_says_one_of_the_days_of_review_gets_the_other(
    tmp_path, said, reviewed_on, due_on
):
    lines = [*BASIS, question_line(replies=[reply_line(**said)])]
    assert import_lines(tmp_path, *lines).complaints == []
    reply = Reply.objects.get()
    assert (reply.reviewed_on.isoformat(), reply.review_due_on.isoformat()) == (reviewed_on, due_on)
    assert "questions: 1 unchanged" in import_lines(tmp_path, *lines).said


def test_specialties_cannot_share_a_name(tmp_path):
    run = import_lines(tmp_path, SPECIALTY, SPECIALTY | {"slug": "children"})

    assert "specialty 'pediatrics' has this name" in run.complaints[0]


def test_a_pinned_question_that_is_not_public_is_told(tmp_path):
    run = import_lines(
        tmp_path, *BASIS[:3], TOPIC | {"pinned": [185940, 7]}, question_line(), waiting_line()
    )

    assert "content.jsonl:4: pinned question 7 is not published here" in run.complaints[0]
    assert [question.pk for question in Topic.objects.get().pinned_questions.all()] == [185940]


def test_a_second_file_may_bring_its_specialties_along(tmp_path):
    (tmp_path / "one.jsonl").write_bytes(as_bytes(BASIS))
    other_topic = TOPIC | {"overview": "Something else."}
    (tmp_path / "two.jsonl").write_bytes(as_bytes([SPECIALTY, other_topic, TOPIC]))

    run = Run(tmp_path / "one.jsonl", tmp_path / "two.jsonl")

    assert run.failure == ""
    assert f"two.jsonl:2: passed over: topic 'platelets' is as {tmp_path}" in run.complaints[0]
    assert Topic.objects.get().overview == TOPIC["overview"]


def test_what_stands_twice_in_one_file_is_refused(tmp_path):
    twice = [SPECIALTY, DOCTOR, TAG | {"name": "Rapamycin", "synonyms": []}, TOPIC]

    run = import_lines(tmp_path, *BASIS, *twice)

    assert run.failure.startswith("4 refused")
    assert "doctor 'xiao-kaiwen' stands in" in run.complaints[1]
    assert "tag 'rapamycin' stands in" in run.complaints[2]


def test_a_dry_run_checks_everything_and_writes_nothing(tmp_path):
    make_specialty("magic")
    lines = [*BASIS, question_line(), question_line(2, replies=[reply_line(doctor="nobody")])]
    lines += [TOPIC | {"slug": "itp", "pinned": [185940, 3]}]

    run = import_lines(tmp_path, *lines, dry_run=True)

    assert "Checked, and wrote nothing:" in run.said
    assert "questions: 1 added, 1 refused" in run.said
    assert [complaint.split(": ", 1)[1] for complaint in run.complaints] == [
        "doctor 'nobody' is not known",
        "pinned question 3 is not published here",
    ]
    assert list(Specialty.objects.values_list("slug", flat=True)) == ["magic"]
    for table in (Doctor, Tag, Topic, Question, Reply):
        assert not table.objects.exists()


def test_packed_files_and_a_byte_order_mark_are_read(tmp_path):
    packed = tmp_path / "content.jsonl.gz"
    packed.write_bytes(gzip.compress(b"\xef\xbb\xbf" + as_bytes([*BASIS, question_line()])))

    assert Run(packed).failure == ""
    assert Question.objects.count() == 1


def test_a_torn_packed_file_gives_its_whole_lines_and_says_so(tmp_path):
    packed = gzip.compress(as_bytes([*BASIS, *map(question_line, range(1, 300))]))
    (tmp_path / "torn.gz").write_bytes(packed[: len(packed) // 2])

    run = Run(tmp_path / "torn.gz")

    assert "torn.gz: cannot be read to its end" in run.complaints[-1]
    assert run.failure
    assert Specialty.objects.exists()


def test_files_that_cannot_be_read_are_told(tmp_path):
    run = Run(tmp_path / "missing.jsonl", tmp_path)

    assert run.complaints[0] == f"{tmp_path}/missing.jsonl: No such file or directory"
    assert run.complaints[1] == f"{tmp_path}: Is a directory"
    assert run.failure == "2 refused; the reasons are above."


def test_a_line_without_end_is_refused_and_not_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LONGEST_LINE", 1000)
    long = question_line(3, body="x" * 5000)

    run = import_lines(tmp_path, *BASIS, long, question_line(4))

    assert run.complaints[0].endswith("content.jsonl:5: longer than a line may be")
    assert Question.objects.get().pk == 4


def test_what_only_the_database_finds_wrong_concerns_its_line_alone(tmp_path):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE questions_question ADD CHECK (title <> 'Forbidden')")

    run = import_lines(tmp_path, *BASIS, question_line(1), question_line(2, title="Forbidden"))

    assert "content.jsonl:6: the database refuses it: " in run.complaints[0]
    assert Question.objects.get().pk == 1


def test_imported_markup_ends_as_safe_text(tmp_path):
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>[x](javascript:alert(3)) **ok**"
    reply = reply_line(text=evil, explanation=evil)

    import_lines(tmp_path, *BASIS, question_line(body=evil, title=evil, replies=[reply]))

    question, reply = Question.objects.get(), Reply.objects.get()
    htmls = [question.body_html, question.question_excerpt, question.reply_excerpt]
    for html in [*htmls, reply.text_html, reply.explanation_html]:
        assert "ok" in html
        assert "<script" not in html
        assert "<img" not in html
        assert "href" not in html
    assert "<strong>ok</strong>" in reply.text_html


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)
CHANGES = st.dictionaries(st.sampled_from([*question_line(), "slug", "name", "pinned"]), JSON)


@hypothesis.settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture],
)
@hypothesis.given(changes=st.lists(CHANGES, max_size=6), torn=st.binary(max_size=30))
def test_whatever_is_in_a_file_no_question_is_written_by_halves(tmp_path, changes, torn):
    lines = [line | change for line in [*BASIS, question_line()] for change in changes]

    run = import_lines(tmp_path, *BASIS, *lines, torn)

    assert "Imported:" in run.said
    assert not Question.objects.published().filter(replies__isnull=True).exists()
    assert not Question.objects.published().filter(search_document__isnull=True).exists()


@pytest.mark.django_db(transaction=True)
def test_two_imports_do_not_run_at_once(tmp_path):
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [load.LOCK])
        assert "Another import is running" in import_lines(tmp_path, *BASIS).failure
    finally:
        other.close()


@pytest.mark.django_db(transaction=True)
def test_a_killed_import_leaves_whole_batches_and_the_next_completes(tmp_path):
    file = tmp_path / "content.jsonl"
    file.write_bytes(as_bytes([*BASIS, *map(question_line, range(1, 1501))]))
    environment = os.environ | {"DATABASE_URL": url_of_test_database()}
    command = [sys.executable, "manage.py", "import_content", str(file)]
    process = subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.DEVNULL
    )
    while not Question.objects.exists() and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()

    _wait_for_the_end_of_other_imports()
    assert 0 < Question.objects.count() < 1500
    assert Question.objects.count() % load.BATCH == 0
    assert not Question.objects.filter(replies__isnull=True).exists()
    assert Question.objects.due().count() == Question.objects.count(), "the worker would go on"
    assert Run(file).failure == ""
    assert Question.objects.count() == SearchDocument.objects.count() == 1500
    assert not Question.objects.due().exists()


def _wait_for_the_end_of_other_imports() -> None:
    """PostgreSQL notices within a moment that its client has gone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [load.LOCK])
        cursor.execute("SELECT pg_advisory_unlock(%s)", [load.LOCK])


def test_everything_is_ready_when_an_import_ends(visitor, tmp_path):
    import_lines(tmp_path, *BASIS, question_line(), question_line(5, title="Danazol instead?"))

    assert not Question.objects.due().exists()
    page = visitor.get("/questions/185940/", follow=True).content.decode()
    assert "Danazol instead?" in page, "a similar question"
    assert 'href="/faq/platelets/"' in page
    assert "/questions/5/danazol-instead/" in visitor.get("/search/?q=danazol").content.decode()
    assert Specialty.objects.get().published_count == 2


def test_without_refresh_the_rest_is_left_to_the_worker(tmp_path):
    import_lines(tmp_path, *BASIS, question_line(), no_refresh=True)

    assert Question.objects.due().count() == 1


def test_new_topics_find_the_questions_that_were_there_before(tmp_path):
    import_lines(tmp_path, SPECIALTY, DOCTOR, question_line(1), question_line(2, tags=["x"]))
    named = {"type": "topic", "slug": "sirolimus", "name": "Sirolimus", "specialty": "pediatrics"}

    import_lines(tmp_path, TOPIC, named | {"tags": []})

    assert set(Topic.objects.get(slug="platelets").questions.values_list("pk", flat=True)) == {1}
    assert Topic.objects.get(slug="sirolimus").questions.count() == 2


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference page is not beside the project")
def test_the_reference_page_goes_in_clean():
    run = Run(REFERENCE)

    assert run.failure == ""
    assert run.complaints == []
    mentioning = Question.objects.get(pk=185777)
    assert "adoctor.tw" not in mentioning.question_excerpt
    assert "&lt;a" not in mentioning.question_excerpt
    assert "what next? (#185662)</a>" in mentioning.question_excerpt
    lines = [json.loads(line) for line in REFERENCE.read_text().splitlines()]
    assert Question.objects.published().count() == sum(line["type"] == "question" for line in lines)


def test_what_waits_and_identifies_is_held_back_until_it_is_masked(tmp_path):
    body = "Please call 0912-345-678."
    run = import_lines(tmp_path, *BASIS, waiting_line(body=body), question_line(9, body=body))
    assert "1 added and held back" in run.said
    assert Question.objects.get(pk=7).findings.get().kind == "telephone"
    assert Question.objects.published().filter(pk=9).exists()  # it is public elsewhere

    answered = import_lines(tmp_path, question_line(7, body=body))
    assert "question 7 stays held back: telephone in its body" in answered.complaints[0]
    assert import_lines(tmp_path, question_line(7)).failure == ""
    assert Question.objects.published().filter(pk=7).exists()
