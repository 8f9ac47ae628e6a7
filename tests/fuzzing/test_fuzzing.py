"""Hostile input of every kind: some of it at each run of the tests, the same each time.

`make fuzz` tries more, for as long as it is told.
"""

from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questions.models import Question, Reply, SearchDocument
from tests.factories import make_question
from tests.fuzzing.direct import SUBJECTS
from tests.fuzzing.http import FORM, Outcome, Sent, Tried
from tests.fuzzing.importing import content_file, try_file, vocabulary_file
from tests.fuzzing.kinds import direct, site_to_try
from tests.fuzzing.rows import broken_rows, changed_since, written, written_since
from tests.fuzzing.site import Site
from tests.fuzzing.watchdog import Hang, watchdog

pytestmark = pytest.mark.django_db

# Generous: the clock goes on while others have the processor.
SECONDS = 30
of_these = settings(
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def fail_on_faults(outcome: Outcome) -> None:
    assert not outcome.faults, "\n".join(f"{what}\n{details}" for what, details in outcome.faults)


def test_no_request_is_a_fault_of_ours_or_leaves_half_a_row():
    with site_to_try(SECONDS) as kinds:
        (kind,) = (each for each in kinds if each.way == "HTTP")

        @settings(of_these, max_examples=200)
        @given(st.randoms())
        def each(random):
            # Each from the same state, so that what fails once fails again.
            fail_on_faults(kind.attempt(replace(kind.make(random), is_kept=False)))

        each()


def test_no_content_file_is_a_fault_of_ours_or_leaves_half_a_row():
    Site()

    @settings(of_these, max_examples=60)
    @given(st.randoms().map(content_file))
    def each(raw):
        fail_on_faults(try_file(raw, SECONDS, known=set()))

    each()


def test_no_vocabulary_file_is_a_fault_of_ours_or_leaves_half_a_row():
    Site()

    @settings(of_these, max_examples=60)
    @given(st.randoms().map(vocabulary_file))
    def each(raw):
        fail_on_faults(try_file(raw, SECONDS, set(), "import_vocabulary"))

    each()


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
def test_no_text_is_too_much_for_what_reads_it(subject):
    @settings(of_these, max_examples=60)
    @given(st.randoms().map(subject.make))
    def each(given_value):
        fail_on_faults(direct(subject, SECONDS)(given_value))

    each()


# Whether the tests above would find something


def test_more_keys_than_allowed_are_refused(visitor):
    """The page that says so reads them as well, and failed."""
    for path in ("/", "/search/", "/nothing/", "/zh-hant/questions/"):
        assert visitor.get(path + "?" + "q=&" * 1_001).status_code in (400, 404)
    # Nor is it read on a page that says something else.
    assert visitor.get("/?" + "q=&" * 1_001 + "%00").status_code == 400
    assert visitor.generic("TRACE", "/?" + "q=&" * 1_001).status_code == 400


def test_more_keys_than_allowed_at_an_address_that_is_none_of_ours_are_refused(visitor, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert visitor.get("/?" + "q=&" * 1_001, headers={"host": "example.com"}).status_code == 400


def test_what_takes_too_long_is_ended():
    with pytest.raises(Hang), watchdog(0.05):
        while True:
            pass


def test_a_changed_value_is_seen():
    question = make_question()
    for title, changed in (("Another", ["questions_question"]), (question.title, [])):
        before, point = written(), transaction.savepoint()
        Question.objects.filter(pk=question.pk).update(title=title)
        assert written_since(before) == {"questions_question"}
        assert changed_since(point, before) == changed
    assert Question.objects.get().title == question.title


BREAKING = {
    "public without a public reply": lambda question: Reply.objects.filter(
        question=question
    ).update(status="draft"),
    "public, and search does not know it": lambda _: SearchDocument.objects.all().delete(),
    "signed otherwise than its reply": lambda question: Question.objects.filter(
        pk=question.pk
    ).update(replied_by="Nobody"),
    "public reply that was not rendered": lambda _: Reply.objects.update(text_html=""),
    "public question that was not rendered": lambda _: Question.objects.update(body_html=""),
    "list of a tag out of step": lambda question: question.tagged_questions.update(
        published_at=None
    ),
}


@pytest.mark.parametrize("what", BREAKING)
def test_a_broken_row_is_found(what):
    question = make_question(tags=["fever"])
    assert broken_rows() == []
    before = written()
    BREAKING[what](question)
    for found in (broken_rows(), broken_rows(written_since(before))):
        assert any(each.startswith(f"{what}: ") for each in found)
    assert broken_rows({"django_session"}) == []


def test_a_request_that_is_refused_and_writes_is_found(monkeypatch):
    tried = Tried(Site(), SECONDS, known=set())
    sent = Sent("form", "visitor", "POST", "/nothing/", body=b"a=b", content_type=FORM)
    assert not tried(sent).faults
    ask = tried._ask

    def ask_and_write(*args):
        make_question()
        return ask(*args)

    monkeypatch.setattr(tried, "_ask", ask_and_write)
    assert tried(sent).faults[0][0] == "half-written"
