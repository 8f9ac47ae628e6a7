"""All that the page of one published question shows, read in one statement.

What comes back answers to the names that the template asks of models, so that `_question.html`
serves the desk's preview, a ticket and this page alike (prepared.py has the rules for templates).
"""

import json
from datetime import date, datetime
from functools import cache
from weakref import WeakSet

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils.timezone import localdate
from django.utils.translation import gettext

from doctors.days import day_text, iso_day
from doctors.models import initials, titled_name
from doctors.names import label
from questions.markdown import html_to_text
from questions.models import (
    Attachment,
    Correction,
    Question,
    Reply,
    SimilarQuestion,
    Source,
    Tag,
    asker_line,
    shown_attachment,
    standing_of,
    stored_html,
)
from questions.prepared import Fixed, prepared_address
from questions.scoring import in_words

TOPICS_AT_MOST = 5
# Stands for the number in the statement: the largest that the column holds, and no question's.
NUMBER = 2**63 - 1
# Connections over which PostgreSQL has planned the statement: planning costs more than running it.
_prepared_on: WeakSet = WeakSet()


def read_page(pk: int) -> dict | None:
    """What `question_detail.html` shows of a question, or None where none of that number is public."""
    if pk >= NUMBER:
        return None
    with connection.cursor() as cursor:
        _execute(cursor, pk)
        found = cursor.fetchone()
    return _page(pk, json.loads(found[0])) if found else None


def _execute(cursor, pk: int) -> None:
    if connection.settings_dict["DISABLE_SERVER_SIDE_CURSORS"]:
        # A pooler may give each statement to another server process: nothing can be left there.
        cursor.execute(_statement().replace("$1", str(pk)))
        return
    if connection.connection not in _prepared_on:
        cursor.execute(f"PREPARE question_page (bigint) AS {_statement()}")
        _prepared_on.add(connection.connection)
    cursor.execute(f"EXECUTE question_page ({pk})")


@cache
def _statement() -> str:
    """The SQL for the question $1. Django takes longer to make it than PostgreSQL to run it."""
    row = (
        Question.objects.published()
        .filter(pk=NUMBER)
        .values_list(
            _json(
                "title slug language summary asker_name age_band sex asked_at body_html",
                "question_excerpt reply_excerpt",
                specialty=_json("name name_zh_hant slug", of="specialty"),
                replies=ArraySubquery(_replies()),
                tags=ArraySubquery(_tags()),
                topics=ArraySubquery(_topics()),
                similar=ArraySubquery(_similar()),
                follows=ArraySubquery(_other(pk=OuterRef("follow_up_of"))),
                followed_by=ArraySubquery(_other(follow_up_of=OuterRef("pk"))),
            )
        )
    )
    return connection.ops.compose_sql(*row.query.sql_with_params()).replace(str(NUMBER), "$1")


def _replies() -> QuerySet:
    replies = (
        Reply.objects.filter(question=OuterRef("pk"))
        .shown()
        .select_related(None)
        .prefetch_related(None)
    )
    return replies.values_list(
        _json(
            "text_html explanation_html doctor_name doctor_was_verified",
            "replied_at reviewed_on review_due_on",
            doctor=_json("slug", of="doctor"),
            sources=ArraySubquery(_sources()),
            attachments=ArraySubquery(_attachments()),
            doctor_specialty=_json("name name_zh_hant", of="doctor_specialty"),
            corrections=ArraySubquery(_corrections()),
        )
    )


def _sources() -> QuerySet:
    return Source.objects.filter(reply=OuterRef("pk")).values_list(_json("title url year"))


def _attachments() -> QuerySet:
    files = Attachment.objects.shown().filter(reply=OuterRef("pk")).order_by("pk")
    return files.values_list(_json("key title kind size"))


def _corrections() -> QuerySet:
    rows = Correction.objects.filter(reply=OuterRef("pk")).order_by("corrected_at", "pk")
    return rows.values_list(_json("corrected_at what why"))


def _tags() -> QuerySet:
    tags = Tag.objects.filter(tagged_questions__content_object=OuterRef("pk")).order_by("name")
    return tags.values_list(_json("id name name_zh_hant slug"))


def _topics() -> QuerySet:
    """By the name of the relation: topics are a floor above this room."""
    of = "related_topics__topic"
    rows = Question.objects.filter(pk=OuterRef("pk"), related_topics__isnull=False)
    return rows.order_by("-related_topics__score", of).values_list(
        _json(
            "name name_zh_hant slug",
            of=of,
            specialty=_json("name name_zh_hant", of=f"{of}__specialty"),
        )
    )[:TOPICS_AT_MOST]


def _similar() -> QuerySet:
    rows = SimilarQuestion.objects.filter(question=OuterRef("pk")).shown()
    return rows.values_list(
        _json(
            "title slug language question_excerpt reply_excerpt replied_by replied_by_verified",
            "published_at id",
            of="similar",
            reason="reason",
            specialty=_json("name name_zh_hant", of="similar__specialty"),
        )
    )


def _other(**which) -> QuerySet:
    return Question.objects.published().filter(**which).values_list(_json("id slug title language"))


def _json(*names: str, of: str = "", **others) -> JSONObject:
    prefix = f"{of}__" if of else ""
    fields = {name: f"{prefix}{name}" for name in " ".join(names).split()}
    return JSONObject(**fields, **others)


def _page(pk: int, row: dict) -> dict:
    labels = {tag["id"]: _label(tag) for tag in row["tags"]}
    return {
        "question": _question(pk, row),
        "replies": [_reply(reply) for reply in row["replies"]],
        "tags": [
            {"label": _label(tag), "get_absolute_url": prepared_address("tag", tag["slug"])}
            for tag in row["tags"]
        ],
        "topics": [
            {
                "label": _label(topic),
                "get_absolute_url": prepared_address("topic", topic["slug"]),
                "specialty": {"label": _label(topic["specialty"])},
            }
            for topic in row["topics"]
        ],
        "similar": [_card(card, labels, str(pk)) for card in row["similar"]],
        "follows": [_link(one) for one in row["follows"]],
        "followed_by": [_link(one) for one in row["followed_by"]],
        "last_reviewed_on": max(
            (reply["reviewed_on"] or "" for reply in row["replies"]), default=""
        ),
    }


def _question(pk: int, row: dict) -> dict:
    specialty = row["specialty"]
    return {
        "pk": str(pk),
        "slug": row["slug"],
        "get_absolute_url": prepared_address("question", str(pk), row["slug"]),
        "title": row["title"],
        "language": Fixed(row["language"]),
        "summary": row["summary"],
        "specialty": {
            "label": _label(specialty),
            "get_absolute_url": prepared_address("specialty", specialty["slug"]),
        },
        "asker_line": asker_line(row["asker_name"], row["age_band"], row["sex"]),
        "asked_day": _day(row["asked_at"]),
        # Of the asker the day alone: whoever sees what goes through a network could tell by the time.
        "asked_on": iso_day(datetime.fromisoformat(row["asked_at"])),
        "shown_body": stored_html(row["body_html"]),
        # A line of plain text for search engines and share previews.
        "description": row["summary"]
        or html_to_text(row["reply_excerpt"] or row["question_excerpt"]),
    }


def _reply(row: dict) -> dict:
    due = row["review_due_on"]
    is_overdue = due is not None and due < localdate().isoformat()
    corrections = [
        {"corrected_day": _day(one["corrected_at"]), "what": one["what"], "why": one["why"]}
        for one in row["corrections"]
    ]
    return {
        "initials": initials(row["doctor_name"]),
        "signed_name": titled_name(row["doctor_name"], is_verified=row["doctor_was_verified"]),
        "doctor_was_verified": row["doctor_was_verified"],
        "doctor": {"get_absolute_url": prepared_address("doctor", row["doctor"]["slug"])},
        "doctor_specialty": {"label": _label(row["doctor_specialty"])},
        "replied_day": _day(row["replied_at"]),
        "shown_text": stored_html(row["text_html"]),
        "shown_explanation": stored_html(row["explanation_html"]),
        "shown_sources": [
            {"title": each["title"], "url": each["url"], "year": str(each["year"] or "")}
            for each in row["sources"]
        ],
        "shown_attachments": [
            shown_attachment(number, url=prepared_address("attachment", file.pop("key")), **file)
            for number, file in enumerate(row["attachments"], start=1)
        ],
        "replied_at": row["replied_at"],
        "shown_corrections": corrections,
        "corrected_day": corrections[-1]["corrected_day"] if corrections else "",
        "reviewed_day": _day(row["reviewed_on"]),
        "review_due_day": _day(due),
        "is_review_overdue": is_overdue,
        "next_review_day": "" if is_overdue else _day(due),
        "standing": standing_of(is_overdue=is_overdue, is_corrected=bool(corrections)),
        "verified_on_iso": row["reviewed_on"] or iso_day(datetime.fromisoformat(row["replied_at"])),
        "reviewed_on_iso": row["reviewed_on"] or "",
        "review_due_on_iso": due or "",
    }


def _card(row: dict, labels: dict[int, str], beside: str) -> dict:
    """A similar question, with what it shares in words with the one of that number."""
    pk = str(row["id"])
    return {
        "pk": pk,
        "get_absolute_url": prepared_address("question", pk, row["slug"]),
        "title": row["title"],
        "language": Fixed(row["language"]),
        "specialty": {"label": _label(row["specialty"])},
        "replied_by_signed": titled_name(row["replied_by"], is_verified=row["replied_by_verified"]),
        "published_day": _day(row["published_at"]),
        "shown_question_excerpt": stored_html(row["question_excerpt"]),
        "shown_reply_excerpt": stored_html(row["reply_excerpt"]),
        "shared": gettext(", ").join(in_words(row["reason"], labels)),
        "report_address": prepared_address("similar_report", beside, pk),
    }


def _link(row: dict) -> dict:
    return {
        "get_absolute_url": prepared_address("question", str(row["id"]), row["slug"]),
        "title": row["title"],
        "language": Fixed(row["language"]),
    }


def _label(row: dict) -> str:
    return label(row["name"], row["name_zh_hant"])


def _day(text: str | None) -> str:
    if text is None:
        return ""
    return day_text(datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text))
