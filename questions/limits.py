"""How much one place may send in an hour, and forms that only a program fills in.

Counted in rows that all processes share, by keyed hashes of addresses (`ticket_code.client_of`, which no
forwarding header of a visitor fools; of e-mail by its mailbox); none is older than an hour for long.
Whoever is refused loses nothing: their text stays, and they hear when to try again.
"""

import logging
import math
import re
import time
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from questions.models import SentCount
from questions.ticket_code import client_of

log = logging.getLogger(__name__)
security_log = logging.getLogger("askdoctor.security")

WINDOW = timedelta(hours=1)
# A hospital's ward may sit behind one address.
QUESTIONS, REPORTS, ADDED, TYPED = 20, 20, 40, 1_200
# Steps of asking, each of which is kept for a day; and of those what is far too long.
STEPS, LONG_STEPS = 600, 20
# Nobody has proved that an address is theirs when a question arrives.
LETTERS = 3
LINKS_AT_MOST = 3
OLDEST_FORM = timedelta(days=1)
_NOT_OF_THE_MAILBOX = re.compile(r'\+.*|[."]')
# Endings of hosts that are no ends of sentences: of "two days.in the night" no link is made.
_ENDINGS = (
    "com|net|org|info|biz|io|co|app|dev|blog|shop|store|online|site|website|space|club|top|xyz|vip|icu|click"
    "|link|buzz|tech|pharmacy|ru|su|ua|kz|cn|tw|hk|jp|kr|vn|uk|de|fr|eu|pl|br"
)
_HOST = r"(?<![\w.@/?=&-])(?:[a-z0-9][a-z0-9-]{0,62}\.)+"
_LINK = re.compile(
    rf"(?:https?://|\bwww\.)[\w.-]*|{_HOST}(?:{_ENDINGS})(?![\w-]|\.\w)"
    # With a path any ending; "etc.no/yes" and "2.then/other" are slips of the finger.
    r"|(?<![\w.@/?=&-])(?:[a-z0-9-]{4,62}\.[a-z]{2,24}|(?:bit|cutt)\.ly|t\.(?:co|me)|wa\.me|goo\.gl|is\.gd|lin\.ee)/[\w?]",
    re.IGNORECASE | re.ASCII,
)


class TooMuch(ValidationError):
    """No more of this kind is taken from there for `minutes`."""

    def __init__(self, minutes: int):
        self.minutes = minutes
        words = ngettext(
            "Too much was sent from your connection. Nothing is lost: please try again in %(count)s minute.",
            "Too much was sent from your connection. Nothing is lost: please try again in %(count)s minutes.",
            minutes,
        )
        super().__init__(words % {"count": minutes})


def count(request: HttpRequest, kind: str, most: int, *, now: datetime | None = None) -> None:
    """One more of this kind from where the request comes. Raises TooMuch past so many an hour."""
    now = now or timezone.now()
    since, sent = _one_more(f"{kind}:{client_of(request)}", now)
    if sent > most:
        if sent == most + 1:  # once: who floods the site does not flood the log
            log.warning("too much of %s was sent from one place", kind)
        raise TooMuch(max(1, math.ceil((since + WINDOW - now).total_seconds() / 60)))


def may_write_to(email: str, *, now: datetime | None = None) -> bool:
    """Whether one letter more may go to an address that somebody typed."""
    _since, sent = _one_more(f"letters:{_mailbox(email)}", now or timezone.now())
    if sent == LETTERS + 1:
        log.warning("one address was given with more than %s questions in an hour", LETTERS)
    return sent <= LETTERS


def _mailbox(email: str) -> str:
    """Where letters to an address most likely arrive, to be counted by and for nothing else: "A.nn+x@…" and
    "ann@…" are one mailbox at many hosts. Where they are two people's, those share a count."""
    name, _at, host = email.lower().rpartition("@")
    return f"{_NOT_OF_THE_MAILBOX.sub('', name)}@{host}"


def _one_more(what: str, now: datetime) -> tuple[datetime, int]:
    """Since when, and how often in that hour with this time."""
    key = salted_hmac("questions.limits", what, algorithm="sha256")
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO questions_sentcount AS old (key, since, sent) VALUES (%(key)s, %(now)s, 1)
            ON CONFLICT (key) DO UPDATE SET
                since = CASE WHEN old.since < %(begin)s THEN %(now)s ELSE old.since END,
                sent = CASE WHEN old.since < %(begin)s THEN 1 ELSE old.sent + 1 END
            RETURNING since, sent
            """,
            {"key": key.hexdigest(), "now": now, "begin": now - WINDOW},
        )
        return cursor.fetchone()


def forget_old_counts(now: datetime | None = None) -> None:
    SentCount.objects.filter(since__lt=(now or timezone.now()) - WINDOW).delete()


def few_links(text: str) -> None:
    """A validator: what advertises has many."""
    if len(_LINK.findall(text)) > LINKS_AT_MOST:
        words = _("At most %(limit)s links fit here. Say in words what they are about.")
        raise ValidationError(words, params={"limit": LINKS_AT_MOST})


def require_person(data) -> None:
    """What was sent with `_unhurried.html`: a field that nobody sees, and when the form was made.

    Who fills in both as a program does is shown the form once more, with all that was typed: a person
    presses again. Raises ValidationError.
    """
    if data.get("website"):
        raise ValidationError(
            gettext("A field was filled in that people do not see. Please send it once more.")
        )
    require_not_rushed(data.get("made", ""))


def stamp() -> str:
    """The time of now, signed: for a form that says when it was made."""
    return signing.dumps(time.time(), salt="questions.limits")


def require_not_rushed(made: str) -> None:
    """Raises ValidationError where a form is sent faster than anybody reads, or a day later."""
    try:
        age = time.time() - signing.loads(made, salt="questions.limits", max_age=OLDEST_FORM)
    except signing.BadSignature as refusal:
        if made and not isinstance(refusal, signing.SignatureExpired):
            security_log.warning("the signed time of a form was changed")
        age = -1.0
    if age < settings.FASTEST_FORM_SECONDS:
        raise ValidationError(gettext("Please look at it once more, and send it again."))
