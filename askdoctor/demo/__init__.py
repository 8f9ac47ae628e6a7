"""The demonstration: content of our own writing, and a doctor and a moderator to try the site as.

`load()` is called by `manage.py run` and `manage.py load_demo`, never by anything else: nobody wants
these accounts on a site that the world can reach.
"""

import json
import logging
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from askdoctor.content.format import parse
from askdoctor.content.lines import Line, QuestionLine
from askdoctor.content.load import Loader
from askdoctor.environment import VAR
from askdoctor.worker import refresh_all_due
from doctors.models import Doctor
from questions.models import Question

FOLDER = Path(__file__).resolve().parent
FILES = [
    "people.jsonl",
    "tags.jsonl",
    "topics.jsonl",
    "questions-en.jsonl",
    "questions-zh.jsonl",
    "questions-waiting.jsonl",
]
DOCTOR = "ida-lindqvist"  # the pediatrician whom the doctor's account belongs to
MODERATORS = "Moderators"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class SignIn:
    username: str
    password: str


@dataclass(frozen=True)
class DemoSignIns:
    doctor: SignIn
    moderator: SignIn


def load(var: Path = VAR) -> DemoSignIns:
    """Put the demonstration in where it is not there yet, and say how to sign in to it."""
    lines = [
        (name, number, raw)
        for name in FILES
        for number, raw in enumerate((FOLDER / name).read_bytes().splitlines(), start=1)
    ]
    parsed = [parse(raw) for _name, _number, raw in lines]
    if not _is_loaded(parsed):
        loader = Loader(complain=lambda place, reason: logger.warning("%s: %s", place, reason))
        for name, number, raw in lines:
            loader.add(name, number, raw)
        loader.finish()
        _ask_lately([line.id for line in parsed if isinstance(line, QuestionLine)])
        refresh_all_due()
    return _sign_ins(var / "demo-sign-ins.json")


def _ask_lately(numbers: list[int]) -> None:
    """Let the waiting ones wait for hours, and not for the months since they were written."""
    waiting = [Question.Status.PENDING, Question.Status.OPEN]
    rows = Question.objects.filter(pk__in=numbers, status__in=waiting).order_by("pk")
    for question, hours in zip(rows, (3, 1, 26, 7, 52), strict=False):
        asked_at = timezone.now() - timedelta(hours=hours)
        Question.objects.filter(pk=question.pk).update(asked_at=asked_at)


def _is_loaded(lines: list[Line]) -> bool:
    """Whether the questions are all there. What was edited on the site since then stays edited."""
    wanted = {line.digest for line in lines if isinstance(line, QuestionLine)}
    return Question.objects.filter(import_digest__in=wanted).count() == len(wanted)


def _sign_ins(path: Path) -> DemoSignIns:
    """The accounts, with the passwords that stand in the file or, without it, with new ones."""
    sign_ins = _read(path)
    if sign_ins is None:
        sign_ins = DemoSignIns(
            doctor=SignIn("demo-doctor", secrets.token_urlsafe(9)),
            moderator=SignIn("demo-moderator", secrets.token_urlsafe(9)),
        )
        _write(path, sign_ins)
    with transaction.atomic():
        _make_doctor(sign_ins.doctor)
        _make_moderator(sign_ins.moderator)
    return sign_ins


def _read(path: Path) -> DemoSignIns | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(path.read_text())
        return DemoSignIns(SignIn(**kept["doctor"]), SignIn(**kept["moderator"]))
    return None


def _write(path: Path, sign_ins: DemoSignIns) -> None:
    """Readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(asdict(sign_ins), file, indent=2)


def _make_doctor(sign_in: SignIn) -> None:
    user = _make_user(sign_in)
    # Only where neither has another partner: a moderator may have linked the doctor elsewhere.
    if not Doctor.objects.filter(user=user).exists():
        Doctor.objects.filter(slug=DOCTOR, user__isnull=True).update(user=user)


def _make_moderator(sign_in: SignIn) -> None:
    user = _make_user(sign_in, is_staff=True)
    user.groups.add(Group.objects.get_or_create(name=MODERATORS)[0])


def _make_user(sign_in: SignIn, **fields):
    user, _created = get_user_model().objects.get_or_create(
        username=sign_in.username, defaults=fields
    )
    if not user.check_password(sign_in.password):
        user.set_password(sign_in.password)
        user.save(update_fields=["password"])
    return user
