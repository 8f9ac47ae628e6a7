"""Content lines for tests: whole ones, made different in one place, and the command that reads them."""

import json
from io import StringIO

from django.core.management import CommandError, call_command

SPECIALTY = {"type": "specialty", "slug": "pediatrics", "name": "Pediatrics"}
DOCTOR = {"type": "doctor", "slug": "xiao-kaiwen", "name": "Xiao Kaiwen", "specialty": "pediatrics"}
TAG = {"type": "tag", "name": "Sirolimus", "kind": "medicine", "synonyms": ["rapamycin"]}
TOPIC = {
    "type": "topic",
    "slug": "platelets",
    "name": "Platelets",
    "specialty": "pediatrics",
    "tags": ["platelets"],
    "overview": "They stop *bleeding*.",
}


def question_line(number=185940, **changes) -> dict:
    line = {
        "type": "question",
        "id": number,
        "title": "Sirolimus for an infant?",
        "summary": "Rarely, and in a hospital.",
        "body": "Has it been used?",
        "specialty": "pediatrics",
        "tags": ["platelets", "rapamycin"],
        "language": "en",
        "asker": {"name": "Elsa", "age_band": "0-9", "sex": "female"},
        "asked_at": "2022-10-18",
        "status": "published",
        "replies": [reply_line()],
    }
    return line | changes


def reply_line(**changes) -> dict:
    line = {
        "doctor": "xiao-kaiwen",
        "text": "It has, **rarely**.",
        "explanation": "More on that.",
        "replied_at": "2022-10-19",
    }
    return line | changes


def waiting_line(number=7, **changes) -> dict:
    return question_line(number, status="open", replies=[], **changes)


BASIS = [SPECIALTY, DOCTOR, TAG, TOPIC]


def as_bytes(lines) -> bytes:
    return b"".join(
        line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines
    )


class Run:
    """One run of import_content: what it said, and whether it ended well."""

    def __init__(self, *files, **options):
        out, err = StringIO(), StringIO()
        try:
            call_command("import_content", *map(str, files), stdout=out, stderr=err, **options)
            self.failure = ""
        except CommandError as error:
            self.failure = str(error)
        self.said, self.complaints = out.getvalue(), err.getvalue().splitlines()


def import_lines(folder, *lines, name="content.jsonl", **options) -> Run:
    (folder / name).write_bytes(as_bytes(lines))
    return Run(folder / name, **options)
