"""docs/data.md: each field that people type stands there, with its limit."""

import re

import pytest
from django.apps import apps
from django.db import models

from questions.models import Addition, Question, Reply, Report
from questions.views.desk_reviews import REASON_LENGTH
from tests.test_architecture import PROJECT

ROW = re.compile(r"^\| `(\w+\.\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.M)
CONSTRAINT = re.compile(r"\(?`([a-z_]+)`[,)]")
TEXT = (PROJECT / "docs" / "data.md").read_text()
# Whose limit is kept by a form, below that of its column or where that has none.
OF_FORMS = {
    "Question.title": Question.TITLE_LENGTH,
    "Question.body": Question.BODY_LENGTH,
    "Contact.sealed_email": 254,
    "Reply.text": Reply.TEXT_LENGTH,
    "Reply.explanation": Reply.EXPLANATION_LENGTH,
    "CorrectionToRead.text": Reply.TEXT_LENGTH,
    "CorrectionToRead.explanation": Reply.EXPLANATION_LENGTH,
    "CorrectionToRead.why_kept": REASON_LENGTH,
    "Addition.text": Addition.TEXT_LENGTH,
    "Report.text": Report.TEXT_LENGTH,
}
# What the site writes by itself: what is worked out, random, signed with, or counted.
ITS_OWN = {
    "Finding": ["field", "kind", "digest"],
    "Synonym": ["slug"],
    "Question": ["checked_digest", "slug", "status", "body_html", "question_excerpt"]
    + ["reply_excerpt", "replied_by", "import_digest"],
    "Reply": ["checked_digest", "status", "saved_key", "doctor_name", "warned_digest"]
    + ["text_html", "explanation_html"],
    "Acknowledgement": ["rule", "about", "words"],
    "Attachment": ["status", "key", "kind", "digest"],
    "Contact": ["ticket", "code", "language"],
    "Topic": ["overview_html"],
}
# Models of which people type nothing.
OF_THE_SITE = {"StaffLetter", "Letter", "QuestionProfile", "ProfileKeys", "FeatureCounts"}
OF_THE_SITE |= {"SearchWord", "SentCount", "TicketTries"}


def typed_fields() -> dict[str, models.Field]:
    found = {}
    for app in ("doctors", "questions", "faq"):
        for model in apps.get_app_config(app).get_models():
            name = model.__name__
            if name.startswith("Historical") or name in OF_THE_SITE:
                continue
            for field in model._meta.concrete_fields:
                is_typed = isinstance(field, models.CharField | models.TextField | models.DateField)
                is_time = isinstance(field, models.DateTimeField)
                if is_typed and not is_time and field.name not in ITS_OWN.get(name, []):
                    found[f"{name}.{field.name}"] = field
    return found


def limit_of(name: str, field: models.Field) -> str:
    if isinstance(field, models.DateField):
        return "a day"
    if field.choices:
        return "a choice"
    return str(OF_FORMS.get(name, field.max_length) or "–")


def test_each_field_that_is_typed_stands_there_once_and_no_other():
    assert sorted(row[0] for row in ROW.findall(TEXT)) == sorted(typed_fields())


@pytest.mark.parametrize("name", sorted(typed_fields()))
def test_its_limit_is_the_one_that_is_kept(name):
    [limit] = [row[1] for row in ROW.findall(TEXT) if row[0] == name]
    assert limit == limit_of(name, typed_fields()[name])


def test_each_rule_that_is_named_is_one_of_the_database():
    known = {
        constraint.name
        for app in ("doctors", "questions", "faq")
        for model in apps.get_app_config(app).get_models()
        for constraint in model._meta.constraints
    }
    named = set(CONSTRAINT.findall(TEXT.partition("## How they fit together")[2]))
    assert len(named) > 15
    assert named <= known
