"""The demonstration: content of our own writing, and two doctors and a moderator to try the site as.

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

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
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
# The pediatricians whom the doctors' accounts belong to: one may read what the other wrote.
DOCTOR, SECOND_DOCTOR = "ida-lindqvist", "kofi-amberfield"
MODERATORS = "Moderators"
CODES_SHOWN = 3

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class SignIn:
    username: str
    password: str

    @property
    def email(self) -> str:
        return f"{self.username}@example.org"

    def recovery_codes(self) -> list[str]:
        """Some that are good once each in the place of the app's code: for who has no app at hand."""
        user = get_user_model().objects.get(username=self.username)
        return RecoveryCodes.activate(user).get_unused_codes()[:CODES_SHOWN]


@dataclass(frozen=True)
class DemoSignIns:
    doctor: SignIn
    second_doctor: SignIn
    moderator: SignIn
    app_key: str  # of the authenticator app, the same for all

    @property
    def people(self) -> tuple[SignIn, ...]:
        return self.doctor, self.second_doctor, self.moderator

    def code(self) -> str:
        """What an authenticator app with this key shows now."""
        *_before, now, _next = yield_hotp_counters_from_time()
        return format_hotp_value(hotp_value(self.app_key, now))


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
            second_doctor=SignIn("demo-doctor-2", secrets.token_urlsafe(9)),
            moderator=SignIn("demo-moderator", secrets.token_urlsafe(9)),
            app_key=generate_totp_secret(),
        )
        _write(path, sign_ins)
    with transaction.atomic():
        _make_doctor(sign_ins.doctor, DOCTOR)
        _make_doctor(sign_ins.second_doctor, SECOND_DOCTOR)
        _make_moderator(sign_ins.moderator)
        for sign_in in sign_ins.people:
            _set_up_second_factor(sign_in, sign_ins.app_key)
    return sign_ins


def _set_up_second_factor(sign_in: SignIn, app_key: str) -> None:
    """An authenticator app with this key, and recovery codes where few are left."""
    user = get_user_model().objects.get(username=sign_in.username)
    factors = Authenticator.objects.filter(user=user)
    totp = factors.filter(type=Authenticator.Type.TOTP).first()
    if totp is None or decrypt(totp.data["secret"]) != app_key:
        factors.filter(type=Authenticator.Type.TOTP).delete()
        TOTP.activate(user, app_key)
    if len(RecoveryCodes.activate(user).get_unused_codes()) < CODES_SHOWN:
        factors.filter(type=Authenticator.Type.RECOVERY_CODES).delete()
        RecoveryCodes.activate(user)


def read_sign_ins(var: Path = VAR) -> DemoSignIns | None:
    """Those of a demonstration that has been loaded here."""
    return _read(var / "demo-sign-ins.json")


def _read(path: Path) -> DemoSignIns | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(path.read_text())
        people = (SignIn(**kept[who]) for who in ("doctor", "second_doctor", "moderator"))
        return DemoSignIns(*people, kept["app_key"])
    return None


def _write(path: Path, sign_ins: DemoSignIns) -> None:
    """Readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(asdict(sign_ins), file, indent=2)


def _make_doctor(sign_in: SignIn, slug: str) -> None:
    user = _make_user(sign_in)
    # Only where neither has another partner: a moderator may have linked the doctor elsewhere.
    if not Doctor.objects.filter(user=user).exists():
        Doctor.objects.filter(slug=slug, user__isnull=True).update(user=user)


def _make_moderator(sign_in: SignIn) -> None:
    user = _make_user(sign_in, is_staff=True)
    user.groups.add(Group.objects.get_or_create(name=MODERATORS)[0])


def _make_user(sign_in: SignIn, **fields):
    user, _created = get_user_model().objects.get_or_create(
        username=sign_in.username, defaults=fields | {"email": sign_in.email}
    )
    if not user.check_password(sign_in.password):
        user.set_password(sign_in.password)
        user.save(update_fields=["password"])
    return user
