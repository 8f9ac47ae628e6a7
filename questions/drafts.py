"""What an asker has typed so far, kept in their session until it is sent."""

import hashlib
import json
import uuid
from collections.abc import Mapping
from time import time

from questions.sealing import WrongKey, seal, unseal

# For so long what is typed is kept, and a browser shows what it has sent: others may use it as well.
HOURS_KEPT, HOURS_SHOWN = 24, 1


class Draft:
    """The typed text of each step, right or wrong, so that nothing is lost on the way. It lies sealed.

    `submission` is made when the draft starts: whatever is sent of this draft is one question.
    """

    def __init__(self, session):
        self.session = session
        self._kept = _opened(session.get("draft", ""))

    @property
    def has_started(self) -> bool:
        return bool(self._kept)

    @property
    def submission(self) -> uuid.UUID:
        return uuid.UUID(self._kept["submission"])

    def has(self, step: str) -> bool:
        return step in self._kept

    def typed(self, step: str) -> dict[str, str]:
        return self._kept.get(step, {})

    def refused(self, step: str) -> dict[str, list[str]] | None:
        """What had to be taken out of each field of a step that was sent and refused, else None."""
        return self._kept.get("refused", {}).get(step)

    def keep(self, step: str, typed: Mapping[str, str], *, refused: Mapping | None = None) -> None:
        self._kept.setdefault("submission", str(uuid.uuid4()))
        self._kept[step] = dict(typed)
        self._kept.setdefault("refused", {}).pop(step, None)
        if refused is not None:
            self._kept["refused"][step] = dict(refused)
        self.session["draft"] = seal(json.dumps(self._kept, ensure_ascii=False))
        self._end_after(HOURS_KEPT)

    def digest(self, *steps: str) -> str:
        """Changes when anything typed in these steps does."""
        text = json.dumps([self.typed(step) for step in steps], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    def mark_sent(self) -> None:
        """The text leaves the session; which question it became stays."""
        self.session["sent"], self.session["sent_at"] = str(self.submission), time()
        self.session.pop("draft", None)
        self._kept = {}
        self._end_after(HOURS_SHOWN)

    def _end_after(self, hours: int) -> None:
        if "_auth_user_id" not in self.session:  # a signed-in doctor's session keeps its own life
            self.session.set_expiry(hours * 3600)


def _opened(sealed: str | dict) -> dict:
    if isinstance(sealed, dict):  # begun before drafts were sealed
        return sealed
    try:
        return json.loads(unseal(sealed) or "{}")
    except WrongKey:  # whose key is gone: as if the day of a draft were over
        return {}


def sent_submission(session) -> uuid.UUID | None:
    """The submission that this session sent last, within HOURS_SHOWN."""
    is_shown = time() - session.get("sent_at", 0) < HOURS_SHOWN * 3600
    return uuid.UUID(session["sent"]) if is_shown else None
