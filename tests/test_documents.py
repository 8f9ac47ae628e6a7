"""docs/security.md and docs/privacy.md: the limits are those of the code, no table is forgotten, and what is
said of exceptions and of erasing is so."""

import re
import uuid
from datetime import timedelta

import pytest
from allauth.account import app_settings as of_accounts
from django.conf import settings
from django.db import connection

from askdoctor.settings import OPTIONS_OF_PAGES
from questions import limits, pdf_rewriting, search, search_query, ticket_code, uploads
from questions.actions import erase_asker, return_to_doctor
from questions.admin.bulk import ROWS_AT_MOST
from questions.admin.tag import SynonymInline
from questions.forms.sources import SOURCES_AT_MOST
from questions.forms.tag_names import NAMES_AT_MOST
from questions.models import Addition, Attachment, Phrase, Question
from tests.database import everything_stored
from tests.factories import make_question
from tests.test_architecture import PROJECT

SECURITY = (PROJECT / "docs" / "security.md").read_text()
PRIVACY = (PROJECT / "docs" / "privacy.md").read_text()
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$", re.M)
MB = 1_000_000


def rate(action: str, per: str) -> list[int]:
    """As django-allauth has it: "5/5m/key" is [5, 5], "20/m/ip" is [20]."""
    [each] = [each for each in of_accounts.RATE_LIMITS[action].split(",") if each.endswith(per)]
    return [int(number) for number in re.findall(r"\d+", each)]


SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
PATIENCE = {name: int(value) for name, value in re.findall(r"(\w+)=(\d+)", OPTIONS_OF_PAGES)}
# The numbers of each row, in their order.
LIMITS = {
    "passwords": [
        *rate("login_failed", "key"),
        *rate("login_failed_everywhere", "key"),
        *rate("login_failed", "ip"),
        *rate("login", "ip"),
    ],
    "codes of the second step": rate("login_failed", "key"),
    "letters for a new password": rate("reset_password", "key") + rate("reset_password", "ip"),
    "a new password by such a letter": rate("reset_password_from_key", "ip"),
    "a changed password": rate("change_password", "user"),
    "showing once more who one is": rate("reauthenticate", "user"),
    "counts of all these": [settings.CACHES["default"]["max_entries"]],
    "codes of tickets": [
        ticket_code.FREE_OF_CLIENT,
        ticket_code.FREE_OF_NUMBER,
        ticket_code.FIRST_PAUSE // SECOND,
        ticket_code.LONGEST_PAUSE // MINUTE,
    ],
    "questions sent": [limits.QUESTIONS],
    "reports": [limits.REPORTS],
    "details and follow-ups sent": [limits.ADDED],
    "steps of asking": [limits.STEPS, limits.LONG_STEPS, 3 * Question.BODY_LENGTH],
    "similar answers while one types": [limits.TYPED],
    "letters that a question has arrived": [limits.LETTERS],
    "links in a text": [limits.LINKS_AT_MOST],
    "a form of a question or a report": [settings.FASTEST_FORM_SECONDS, limits.OLDEST_FORM // HOUR],
    "details added": [Addition.AT_MOST],
    "files": [
        Attachment.COUNT_AT_MOST,
        Attachment.SIZE_AT_MOST // MB,
        settings.DATA_UPLOAD_MAX_NUMBER_FILES,
    ],
    "a picture": [uploads.PIXELS_AT_MOST],
    "a PDF written anew": [uploads.PDF_SECONDS, pdf_rewriting.SECONDS, pdf_rewriting.BYTES // MB],
    "sources": [SOURCES_AT_MOST],
    "tags": [NAMES_AT_MOST],
    "phrases": [Phrase.COUNT_AT_MOST],
    "rows of the admin": [ROWS_AT_MOST, SynonymInline.MORE_AT_ONCE],
    "a text": [],
    "a request": [
        settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MB,
        settings.DATA_UPLOAD_MAX_NUMBER_FIELDS,
    ],
    "a page's wait for the database": [
        PATIENCE["lock_timeout"] // 1000,
        PATIENCE["statement_timeout"] // 1000,
    ],
    "a search": [search_query.LONGEST, search_query.MOST_CLAUSES, search.CAP],
}
# Tables that hold nothing about anybody, and why.
NOTHING_OF_PEOPLE = {
    "account_emailconfirmation": "allauth's, without a row: an invitation has proved the address",
    "auth_group": "the name of a group",
    "auth_group_permissions": "what a group may do",
    "auth_permission": "what there is to be allowed",
    "django_content_type": "names of models",
    "django_migrations": "which changes of the tables were made",
    "django_tasks_database_dbtaskresult": "tasks of the worker, without arguments",
    "doctors_specialty": "words of the site",
    "faq_topic": "words of the site, for everyone",
    "faq_topic_pinned_questions": "public questions that moderators chose",
    "faq_topic_tags": "tags of a topic",
    "questions_answertime": "figures of a specialty",
    "questions_featurecounts": "how rare a feature is on the whole site",
    "questions_synonym": "words of the site",
    "questions_tag": "words of the site",
    "questions_vocabularychange": "that some tag was changed",
    "taggit_tag": "taggit's, without a row: ours stands in its place",
    "taggit_taggeditem": "taggit's, without a row: ours stands in its place",
}


def rows_of_limits() -> dict[str, str]:
    part = SECURITY.partition("## Limits")[2].partition("\n## ")[0]
    return {name: said for name, said in ROW.findall(part) if name not in ("What", "---")}


def test_each_limit_has_its_row_and_each_row_a_limit():
    assert list(rows_of_limits()) == list(LIMITS)


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_the_one_that_is_kept(name):
    numbers = re.findall(r"\d[\d,]*", rows_of_limits()[name])
    assert [number.rstrip(",") for number in numbers] == [f"{each:,}" for each in LIMITS[name]]


@pytest.mark.django_db
def test_each_table_is_in_the_document_or_holds_nothing_of_people():
    named = set(re.findall(r"`([a-z]+_[a-z_]+)[`.]", PRIVACY))
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
    assert sorted(tables - named - set(NOTHING_OF_PEOPLE)) == []
    assert not named & set(NOTHING_OF_PEOPLE)
    assert set(NOTHING_OF_PEOPLE) <= tables


def test_each_exception_from_a_rule_of_security_says_why():
    found = []
    for folder in ("askdoctor", "doctors", "faq", "questions", "requirements"):
        for path in sorted((PROJECT / folder).rglob("*.py")):
            before = ""
            for line in path.read_text().splitlines():
                if re.search(r"# noqa: S\d", line):
                    found.append(path)
                    says_why = re.search(r"# noqa: S\d+ - \w", line) or "# Safe: " in before
                    assert says_why, f"{path}: {line.strip()}"
                before = line
    assert found


def test_words_that_may_be_put_back_can_be_erased(moderator, doctor):
    question = make_question(title="Zinnober", contact={"submission": uuid.uuid4(), "email": ""})
    question.retract(by=moderator, reason="Wrong")
    erase_asker(question=question, by=moderator)
    assert "Zinnober" in everything_stored()
    return_to_doctor(question=question, by=moderator, doctor=doctor, note="To be erased.")
    erase_asker(question=question, by=moderator)
    assert "Zinnober" not in everything_stored()
