"""Requests as nobody would send them, to every address there is, and what is wrong with an answer."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from urllib.parse import quote

from django.db import Error, InterfaceError, OperationalError, transaction
from django.http import HttpResponse

from tests.fuzzing.rows import (
    broken_rows,
    changed_since,
    end_of_transaction,
    written,
    written_since,
)
from tests.fuzzing.site import PEOPLE, Page, Site
from tests.fuzzing.uploads import file
from tests.fuzzing.values import atom, document, encoded, one_in, query, quoted, text, value
from tests.fuzzing.watchdog import Hang, timed, watchdog

FORM = "application/x-www-form-urlencoded"
BOUNDARY = "oF9k2dD7"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
TYPES = [
    *(
        "application/json",
        "text/plain",
        "",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        f"{FORM}; charset=utf-7",
    ),
    *(
        f"{FORM}; charset=x",
        "multipart/form-data; boundary=" + "b" * 300,
        "multipart/form-data; boundary=\u00e9",
        "a/b; c",
    ),
    *(
        MULTIPART + "; charset=utf-16",
        "application/xml",
        "text/html; charset=idna",
        "application/octet-stream",
        FORM,
    ),
]
METHODS = ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "get", ""]
# (name of it, what it could say)
HEADERS = [
    ("HTTP_ACCEPT_LANGUAGE", "zh-Hant-TW,zh;q=0.9,en;q=0.1"),
    ("HTTP_COOKIE", "sessionid=0123456789abcdefghijklmnopqrstuv; csrftoken=a; messages=a"),
    ("HTTP_HOST", "127.0.0.1:8000"),
    ("HTTP_REFERER", "http://127.0.0.1:8000/questions/?before=a"),
    ("HTTP_IF_MODIFIED_SINCE", "Thu, 01 Jan 2026 08:00:00 GMT"),
    ("HTTP_IF_NONE_MATCH", '"abc", W/"def"'),
    ("HTTP_RANGE", "bytes=0-10"),
    ("HTTP_X_FORWARDED_FOR", "192.0.2.1, 198.51.100.7"),
    ("HTTP_ACCEPT", "text/html, application/json;q=0.9"),
    ("HTTP_ACCEPT_ENCODING", "gzip, br"),
    ("HTTP_X_REQUESTED_WITH", "XMLHttpRequest"),
    ("HTTP_SEC_FETCH_SITE", "cross-site"),
    ("REMOTE_ADDR", "2001:db8::1"),
]
# What fields of these names take, so that a filling is more often a valid one.
LIKELY = {
    "email": "asker@example.org",
    "year": "2020",
    "url": "https://example.org/a",
    "answer": "Since Monday.",
    "password": "tall-oaks-4711",
    "date": "2026-01-01",
    "reason": "other",
}


@dataclass(frozen=True)
class Sent:
    """One request."""

    kind: str
    person: str
    method: str
    path: str
    query: str = ""
    body: bytes = b""
    content_type: str = ""
    headers: dict = field(default_factory=dict)
    is_kept: bool = False

    def __str__(self) -> str:
        what = (
            f"{self.method} {self.path}?{self.query}"
            if self.query
            else f"{self.method} {self.path}"
        )
        return f"{self.kind}, {self.person}: {what[:600]} {self.content_type} {self.body[:600]!r} {self.headers}"


@dataclass
class Outcome:
    """What came of it: the status, how long it took, and what is wrong, each as (what, details)."""

    status: int = 0
    seconds: float = 0.0
    faults: list[tuple[str, str]] = field(default_factory=list)


# How requests are made


def request(random: Random, site: Site) -> Sent:
    kind = random.choice(OFTEN)
    has_form = kind is _form or kind is _upload and one_in(random, 2)
    page = site.page_with_form(random) if has_form else site.any_page(random)
    sent = kind(random, site, page)
    if one_in(random, 8):
        sent = replace(sent, person=random.choice(PEOPLE))
    if one_in(random, 8):
        sent = replace(sent, path=f"/zh-hant{sent.path}")
    return sent


def _address(random: Random, _site: Site, page: Page) -> Sent:
    """A part of it is another one."""
    parts = page.path.split("/")
    place = random.randint(1, max(1, len(parts) - 1))
    part = value(random, parts[place] if place < len(parts) else "")[:3_000]
    part = quoted(part) if one_in(random, 2) else quote(part.encode("utf-8", "replace"))
    path = "/".join([*parts[:place], part, *parts[place + 1 :]]).partition("?")[0] or "/"
    if one_in(random, 2):
        return Sent("address", page.person, "POST", path, content_type=FORM)
    return Sent("address", page.person, "GET", path)


def _query_string(random: Random, site: Site, page: Page) -> Sent:
    seen = site.seen(page)
    whole = [
        *seen.queries,
        *((address, form.fields) for address, form in seen.forms if form.method == "get"),
    ]
    path, pairs = page.path.partition("?")[0], []
    if whole and not one_in(random, 3):
        path, pairs = random.choice(whole)
    added = [(_name(random, site), text(random)) for _each in range(random.randint(0, 2))]
    pairs = _changed(random, [*pairs, *added])
    return Sent("query string", page.person, "GET", path, query(random, pairs)[:60_000])


def _name(random: Random, site: Site) -> str:
    return atom(random) if one_in(random, 2) else random.choice(site.keys)


def _changed(random: Random, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """One or two are spoiled, gone, doubled or make a list."""
    pairs = list(pairs)
    for _each in range(random.randint(1, 2) if pairs else 0):
        place = random.randrange(len(pairs))
        name, said = pairs[place]
        kind = random.randrange(10)
        if kind == 0 and len(pairs) > 1:
            del pairs[place]
        elif kind == 1:
            pairs.insert(place, (name, text(random)))
        elif kind == 2:
            pairs[place] = (f"{name}[]", said)
        elif kind == 3:
            pairs += [(name, said[:300])] * random.choice([1, 3, 1_001])
        else:
            pairs[place] = (name, value(random, said))
    return pairs


def _filled(form_fields: list[tuple[str, str]], texts_of: list[str]) -> list[tuple[str, str]]:
    """As somebody in a hurry would fill it in."""
    filled = []
    for name, said in form_fields:
        if name == "csrfmiddlewaretoken":  # the browser of the tests needs none
            continue
        if not said:
            likely = next((what for key, what in LIKELY.items() if key in name), "")
            said = likely or ("Words that took time." if name in texts_of else "")
        filled.append((name, said))
    return filled


def _form_of(random: Random, site: Site, page: Page) -> tuple[str, str, list[tuple[str, str]]]:
    """method, address and fields: of a form on the page, whole but for a field or two."""
    forms = site.seen(page).forms
    if not forms:
        return "post", page.path, _changed(random, list(site.filling[page.name].items()))
    path, form = random.choice(forms)
    pairs = _filled(form.fields, form.texts)
    return form.method, path, pairs if one_in(random, 10) else _changed(random, pairs)


def _form(random: Random, site: Site, page: Page) -> Sent:
    """By GET or POST as it says."""
    method, path, pairs = _form_of(random, site, page)
    if method == "get":
        path = path.partition("?")[0]
        return Sent("form", page.person, "GET", path, query(random, pairs)[:60_000])
    if path.endswith("/attach/"):
        return _upload(random, site, page)
    return _posted("form", random, page.person, path, query(random, pairs).encode())


def _upload(random: Random, site: Site, page: Page) -> Sent:
    """A file with the form, whether that has a field for it or not."""
    _method, path, pairs = _form_of(random, site, page)
    name = random.choice(["file", "attachment", *dict(pairs)])
    body = _multipart(pairs, name, *file(random))
    return replace(_posted("upload", random, page.person, path, body), content_type=MULTIPART)


def _posted(kind: str, random: Random, person: str, path: str, body: bytes) -> Sent:
    path, _mark, behind = path.partition("?")
    return Sent(kind, person, "POST", path, behind, body, FORM, is_kept=one_in(random, 4))


def _multipart(pairs: list[tuple[str, str]], field_name: str, name: str, data: bytes) -> bytes:
    parts = [
        b'Content-Disposition: form-data; name="%s"\r\n\r\n%s' % (encoded(n), encoded(v))
        for n, v in pairs
    ]
    parts.append(
        b'Content-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: image/png\r\n\r\n%s'
        % (encoded(field_name), encoded(name), data)
    )
    mark = f"--{BOUNDARY}".encode()
    return b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts) + mark + b"--\r\n"


def _bare_fields(random: Random, site: Site, page: Page) -> Sent:
    """What the address takes, sent without having looked at a form."""
    added = [(atom(random), text(random)) for _each in range(random.randint(0, 2))]
    pairs = _changed(random, [*site.filling[page.name].items(), *added])
    return _posted("fields", random, page.person, page.path, query(random, pairs).encode())


def _body(random: Random, site: Site, page: Page) -> Sent:
    """JSON and other things that no view asked for, under any name."""
    path, _mark, behind = page.path.partition("?")
    kind = random.randrange(6)
    if kind < 3:
        body = document(random, site.filling[page.name] | {"a": [1, {"b": None}]})
    elif kind == 3:
        body = random.randbytes(random.randint(0, 200))
    elif kind == 4:
        body = encoded(text(random))
    else:
        name, data = file(random)
        body = _multipart([(name[:50], "a")], atom(random), name, data)[random.randint(0, 40) :]
    return Sent("body", page.person, "POST", path, behind, body, random.choice(TYPES))


def _headers(random: Random, _site: Site, page: Page) -> Sent:
    path, _mark, behind = page.path.partition("?")
    headers = {}
    for name, said in random.sample(HEADERS, random.randint(1, 3)):
        # A server hands on no other characters in a header.
        spoiled = value(random, said).encode("latin-1", "replace").decode("latin-1")[:8_000]
        headers[name] = "".join(c for c in spoiled if c not in "\r\n\0")
    method = random.choice(["GET", "POST", *METHODS])
    return Sent("headers", page.person, method, path, behind, headers=headers)


OFTEN: list[Callable[[Random, Site, Page], Sent]] = [
    *[_form] * 5,
    *[_query_string] * 3,
    *[_bare_fields] * 3,
    *[_address] * 2,
    *[_body] * 2,
    *[_headers] * 2,
    _upload,
]


# How they are tried


class Tried:
    """Tries requests on a site, each from the state that the last kept one has left."""

    def __init__(self, site: Site, seconds: float, known: set[str]):
        self.site, self.seconds, self.known = site, seconds, known

    def __call__(self, sent: Sent) -> Outcome:
        outcome = Outcome()
        browser = self.site.browsers[sent.person]
        cookies = dict(browser.cookies)
        point = transaction.savepoint()
        self._try(sent, browser, outcome, point)
        # Whoever signed out would be a visitor from then on.
        is_as_before = dict(browser.cookies) == cookies
        if sent.is_kept and is_as_before and not outcome.faults and outcome.status < 400:
            transaction.savepoint_commit(point)
        else:
            transaction.savepoint_rollback(point)
        if not is_as_before:
            browser.cookies.clear()
            browser.cookies.update(cookies)
        return outcome

    def _try(self, sent: Sent, browser, outcome: Outcome, point: str) -> None:
        try:
            before = written()
            with timed() as took, watchdog(self.seconds):
                response = self._ask(sent, browser)
            outcome.seconds, outcome.status = took[0], response.status_code
            if response.status_code >= 500:
                outcome.faults.append((_where(response), _told(response)))
            elif written_since(before):
                self._look_at_rows(response, outcome, point, before)
        except Hang:
            outcome.faults.append(("hang", traceback.format_exc()))
        except (InterfaceError, OperationalError):  # without a database nothing can be tried
            raise
        except Error as error:  # a constraint that is looked at last
            outcome.faults.append(("half-written", f"{type(error).__name__}: {error}"))
        except Exception as error:
            outcome.faults.append((type(error).__name__, traceback.format_exc()[-3_000:]))

    def _ask(self, sent: Sent, browser) -> HttpResponse:
        extra = {"QUERY_STRING": sent.query, **sent.headers}
        response = browser.generic(sent.method, sent.path, sent.body, sent.content_type, **extra)
        if response.streaming:
            list(response)  # and the browser closes it
        return response

    def _look_at_rows(
        self, response: HttpResponse, outcome: Outcome, point: str, before: dict[str, int]
    ) -> None:
        if (response.status_code >= 400 or _is_form_again(response)) and not _keeps_draft(response):
            if tables := changed_since(point, before):
                what = f"refused ({response.status_code}), and changed {tables}"
                outcome.faults.append(("half-written", what))
            return
        end_of_transaction()
        if broken := sorted({*broken_rows(written_since(before))} - self.known):
            outcome.faults.append(("half-written", "\n".join(broken)))


def _is_form_again(response: HttpResponse) -> bool:
    """The page of the form, with what is wrong in it."""
    is_page = response.status_code == 200 and not response.streaming
    return is_page and (
        b'aria-invalid="true"' in response.content or b'class="errorlist' in response.content
    )


def _keeps_draft(response: HttpResponse) -> bool:
    """A doctor's page with what they have not read of the question: nothing is done, their text is kept."""
    return response.status_code == 409 and b'id="unread"' in response.content


def _where(response: HttpResponse) -> str:
    """The fault by its kind and the last line of ours, so that one is told from another."""
    if not getattr(response, "exc_info", None):
        return f"status {response.status_code}"
    kind, _error, trace = response.exc_info
    frames = traceback.extract_tb(trace)
    ours = [
        each
        for each in frames
        if ".venv" not in each.filename and "/lib/python" not in each.filename
    ]
    last = (ours or frames)[-1]
    return f"{kind.__name__} in {last.filename.rsplit('/', 2)[-2]}/{last.filename.rsplit('/', 1)[-1]}:{last.lineno}"


def _told(response: HttpResponse) -> str:
    if not getattr(response, "exc_info", None):
        return response.content[:500].decode(errors="replace")
    return "".join(traceback.format_exception(*response.exc_info))[-4_000:]
