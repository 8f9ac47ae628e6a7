"""A person's browser over plain HTTP: cookies, redirects, forms, and a place that it comes from."""

import http.client
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin, urlsplit

from tests.html_forms import Form, forms_in

PATIENCE = 70  # seconds until a person gives up; longer than the proxy's longest


class NoAnswer(Exception):
    """Nothing came that a person could read."""


@dataclass(frozen=True)
class Page:
    status: int
    path: str
    text: str

    @property
    def is_fault(self) -> bool:
        return self.status >= 500

    def form_with(self, name: str) -> Form | None:
        return next((form for form in forms_in(self.text) if name in form.names()), None)


@dataclass(frozen=True)
class Answer:
    """One request: who, from when to when, and with what end (0: none)."""

    who: str
    address: str
    begun_at: float
    ended_at: float
    status: int
    says_whom_to_call: bool
    is_outage_page: bool

    @property
    def seconds(self) -> float:
        return self.ended_at - self.begun_at


@dataclass
class Meter:
    """All requests of all people, in the order of their ends. `outage_page` is the text of the file that
    nginx shows for the site."""

    outage_page: str = ""
    answers: list[Answer] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, answer: Answer) -> None:
        with self._lock:
            self.answers.append(answer)

    def since(self, moment: float) -> list[Answer]:
        with self._lock:
            return [answer for answer in self.answers if answer.ended_at >= moment]


class Browser:
    """`place` is an address of this machine, 127.x.y.z: the site counts what comes from each."""

    def __init__(self, who: str, port: int, meter: Meter, place: str = "127.0.0.1"):
        self.who, self.port, self.meter, self.place = who, port, meter, place
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> Page:
        return self._follow("GET", path, None)

    def post(self, path: str, fields: Iterable[tuple[str, str]]) -> Page:
        return self._follow("POST", path, urlencode(list(fields)).encode())

    def _follow(self, method: str, path: str, body: bytes | None) -> Page:
        for _hop in range(10):
            status, text, location = self._ask(method, path, body)
            if status not in (301, 302, 303):
                return Page(status, path.partition("?")[0], text)
            parts = urlsplit(urljoin(path, location))
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            method, body = "GET", None
        raise NoAnswer("led in a circle")

    def _ask(self, method: str, path: str, body: bytes | None) -> tuple[int, str, str]:
        begun_at, status, text = time.monotonic(), 0, ""
        line = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=PATIENCE, source_address=(self.place, 0)
        )
        try:
            line.request(method, path, body, self._headers(body))
            response = line.getresponse()
            text = response.read().decode(errors="replace")
            status = response.status
            self._keep_cookies(response.headers.get_all("Set-Cookie") or [])
            return status, text, response.headers.get("Location", "")
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswer(str(error)) from error
        finally:
            line.close()
            known = ("tel:119" in text, bool(text) and text == self.meter.outage_page)
            ended_at = time.monotonic()
            self.meter.add(Answer(self.who, f"{method} {path}", begun_at, ended_at, status, *known))

    def _headers(self, body: bytes | None) -> dict[str, str]:
        headers = {"Host": f"127.0.0.1:{self.port}"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        return headers

    def _keep_cookies(self, lines: Iterable[str]) -> None:
        for line in lines:
            name, _equals, value = line.partition(";")[0].partition("=")
            if value and value != '""':
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
