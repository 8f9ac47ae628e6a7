"""The reference page's questions and topics, put into the database as an import would."""

import json
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from faq.models import Topic
from questions.models import Question, Tag
from tests.factories import make_question, make_specialty

SEED = Path(__file__).parents[3] / "shared" / "data" / "content" / "seed_page.jsonl"
SHOWN = {185101, 185410, 120344, 185777}
UNRELATED = {
    "candidiasis",
    "kidney",
    "pediatric-heart",
    "fontanelle",
    "stroke",
    "pediatric-vision-screening",
}


@transaction.atomic
def load(path: Path) -> None:
    for line in path.read_text().splitlines():
        row = json.loads(line)
        if row["type"] == "topic":
            load_topic(row)
        elif row["type"] == "question":
            load_question(row)


def load_topic(row: dict) -> Topic:
    topic = Topic.objects.create(
        slug=row["slug"], name=row["name"], specialty=make_specialty(row["specialty"])
    )
    topic.tags.set(Tag.objects.resolve(row["tags"]))
    return topic


def load_question(row: dict) -> Question:
    return make_question(
        id=row["id"],
        title=row["title"],
        body=row["body"],
        tags=row["tags"],
        specialty=make_specialty(row["specialty"]),
        asked_at=datetime.fromisoformat(row["asked_at"]).replace(tzinfo=UTC),
        reply=row["replies"][0]["text"],
        explanation=row["replies"][0]["explanation"],
    )
