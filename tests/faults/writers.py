"""Six people who write: three ask, one moderates, two reply. Each writes down what the site has said.

A person whom nothing or an error answers presses the same button again, with the same form.
"""

import random
import re
import string
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from askdoctor.demo import DemoSignIns, SignIn
from tests.faults.browser import Browser, Meter, NoAnswer, Page

BETWEEN_PRESSES = 0.5  # seconds
READING = 2.2  # the site takes a form that is sent faster for a program's
GIVES_UP_AFTER = 150  # seconds with one button


@dataclass
class Ledger:
    """What the site has said yes to, by a mark that is in the text: when it said so."""

    begun: set[str] = field(default_factory=set)
    questions: dict[str, float] = field(default_factory=dict)
    approvals: dict[int, float] = field(default_factory=dict)
    replies: dict[str, float] = field(default_factory=dict)
    oddities: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)  # who could not end what they had begun

    @property
    def moments(self) -> list[float]:
        return [*self.questions.values(), *self.approvals.values(), *self.replies.values()]


class GaveUp(Exception):
    """What a page led to is not what was expected; the next try begins anew."""


class Stuck(GaveUp):
    """One button did not work for very long."""


class Writer(threading.Thread):
    def __init__(self, who: str, port: int, meter: Meter, ledger: Ledger):
        super().__init__(name=who, daemon=True)
        self.who, self.port, self.meter, self.ledger = who, port, meter, ledger
        self.rng, self.stopping = random.Random(), threading.Event()  # noqa: S311 - for variety
        self.browser = Browser(who, port, meter)

    def run(self) -> None:
        while not self.stopping.is_set():
            try:
                self.write_one()
            except Stuck as reason:
                self.ledger.stuck.append(f"{self.who}: {reason}")
            except GaveUp as reason:
                self.note(str(reason))
            except Exception as fault:
                self.note(f"{type(fault).__name__}: {fault}")
                time.sleep(1)

    def write_one(self) -> None:
        raise NotImplementedError

    def note(self, what: str) -> None:
        self.ledger.oddities.append(f"{self.who}: {what}")

    def press(self, send: Callable[[], Page]) -> Page:
        """Once more, and once more, until something comes that is no error."""
        until = time.monotonic() + GIVES_UP_AFTER
        while time.monotonic() < until:
            try:
                page = send()
            except NoAnswer:
                page = None
            if page is not None and not page.is_fault:
                return page
            time.sleep(BETWEEN_PRESSES)
        raise Stuck("a button did not work for very long")

    def open(self, path: str) -> Page:
        return self.press(lambda: self.browser.get(path))

    def send(self, page: Page, known_by: str, address: str = "", **values: str) -> Page:
        """The form of a page that has this field, with other values and, maybe, by another button."""
        form = page.form_with(known_by)
        if form is None:
            raise GaveUp(f"{page.path} ({page.status}) has no form with {known_by}")
        fields = [(name, value) for name, value in form.fields if name not in values]
        fields += values.items()
        return self.press(lambda: self.browser.post(address or form.action or page.path, fields))

    def mark(self) -> str:
        """A word that stands nowhere else."""
        return "zq" + "".join(self.rng.choices(string.ascii_lowercase, k=12))


class Asker(Writer):
    """Asks one question after another, each as another person from another place."""

    def write_one(self) -> None:
        place = ".".join(["127", *(str(self.rng.randint(1, 250)) for _ in range(3))])
        self.browser = Browser(self.who, self.port, self.meter, place)
        mark = self.mark()
        self.ledger.begun.add(mark)
        for _try in range(5):
            last = self._ask(mark)
            if mark in self.ledger.questions:
                return
            self.note(f"{mark}: led to {last.path} ({last.status})")

    def _ask(self, mark: str) -> Page:
        page = self.open("/ask/")
        page = self.send(page, "age_band", age_band="3-5y", sex="female", asker_name="")
        if page.path != "/ask/question/":
            return page
        body = f"The skin on the knees is dry in winter. We have tried a plain cream. {mark}"
        title = f"Dry skin in winter {mark}"
        page = self.send(page, "title", title=title, body=body, specialty="pediatrics")
        if page.path != "/ask/contact/":
            return page
        page = self.send(page, "email", email=f"{mark}@example.org")
        if page.path == "/ask/similar/":
            page = self.send(page, "csrfmiddlewaretoken")
        for _press in range(4):
            if page.path != "/ask/check/":
                break
            time.sleep(READING)
            page = self.send(page, "shown")
        if page.path == "/ask/sent/" and re.search(r"/ticket/[\w-]+/", page.text):
            self.ledger.questions[mark] = time.monotonic()
        return page


class Staff(Writer):
    """Signed in once; when the session is gone, again with another code."""

    def __init__(self, *args, sign_in: SignIn, sign_ins: DemoSignIns):
        super().__init__(*args)
        self.sign_in_as, self.sign_ins = sign_in, sign_ins

    def sign_in(self) -> None:
        page = self.open("/accounts/login/")
        them = self.sign_in_as
        page = self.send(page, "password", login=them.username, password=them.password)
        for _code in range(5):
            if page.form_with("code") is None:
                return
            page = self.send(page, "code", code=self.sign_ins.code())
            if page.form_with("code") is not None:
                time.sleep(10)  # a code is good once; the next one comes
        self.note("could not sign in")

    def open(self, path: str) -> Page:
        page = super().open(path)
        if page.path.startswith("/accounts/login/") and path != "/accounts/login/":
            self.sign_in()
            page = super().open(path)
        return page


class Moderator(Staff):
    LIST = "/admin/questions/question/"

    def write_one(self) -> None:
        page = self.open(f"{self.LIST}?status=pending")
        numbers = list(dict.fromkeys(re.findall(rf"{self.LIST}(\d+)/change/", page.text)))
        if not numbers:
            self.stopping.wait(0.5)
            return
        number = self.rng.choice(numbers)
        page = self.open(f"{self.LIST}{number}/change/")
        if page.form_with("body") is None or "_approve" not in page.text:
            return
        page = self.send(page, "body", _approve="1")
        if "is approved; it waits for a doctor" in page.text:
            self.ledger.approvals[int(number)] = time.monotonic()


class Doctor(Staff):
    def write_one(self) -> None:
        page = self.open("/desk/")
        numbers = list(dict.fromkeys(re.findall(r"/desk/questions/(\d+)/", page.text)))
        if not numbers:
            self.stopping.wait(0.5)
            return
        address = f"/desk/questions/{self.rng.choice(numbers)}/"
        page = self.open(address)
        if page.form_with("text") is None:
            if f"{address}claim/" not in page.text:
                return
            page = self.send(page, "csrfmiddlewaretoken", f"{address}claim/")
        if page.form_with("text") is None:
            return
        self._reply(page, address)

    def _reply(self, page: Page, address: str) -> None:
        mark = self.mark()
        self.ledger.begun.add(mark)
        words = {
            "text": f"Dry skin is common in winter and passes with a plain cream. {mark}",
            "explanation": "Warm and dry rooms take water from the skin.",
            "other_tags": "dry skin",
        }
        page = self.send(page, "text", f"{address}publish/", **words)
        if "Published:" in page.text:
            self.ledger.replies[mark] = time.monotonic()
        else:
            found = re.search(r'role="alert".{0,300}', page.text, re.S)
            self.note(f"{page.path} {page.status}: {found[0] if found else page.text[:200]}")


class Reader(Writer):
    """Only looks; for how long an answer takes."""

    def write_one(self) -> None:
        with suppress(NoAnswer):
            self.browser.get(self.rng.choice(["/", "/questions/", "/zh-hant/", "/search/?q=fever"]))
        self.stopping.wait(0.5)


def six(port: int, meter: Meter, ledger: Ledger, sign_ins: DemoSignIns) -> list[Writer]:
    signed_in = {"sign_ins": sign_ins}
    shared = (port, meter, ledger)
    return [
        *(Asker(f"asker {number}", *shared) for number in (1, 2, 3)),
        Moderator("moderator", *shared, sign_in=sign_ins.moderator, **signed_in),
        Doctor("doctor 1", *shared, sign_in=sign_ins.doctor, **signed_in),
        Doctor("doctor 2", *shared, sign_in=sign_ins.second_doctor, **signed_in),
    ]
