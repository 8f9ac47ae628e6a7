"""Requests as nobody would send them, to every address there is: strategies of hypothesis, and what is
wrong with an answer."""

import traceback
from dataclasses import dataclass, field
from urllib.parse import quote, quote_from_bytes

from django.db import Error, InterfaceError, OperationalError, transaction
from django.http import HttpResponse
from hypothesis import strategies as st

from tests.fuzzing.rows import broken_rows, changed, everything
from tests.fuzzing.site import OFTEN, Page, Site
from tests.fuzzing.uploads import files
from tests.fuzzing.values import atoms, documents, encoded, queries, texts, values
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


def pages(site: Site) -> st.SearchStrategy[Page]:
    def of_name(name: str) -> st.SearchStrategy[Page]:
        states, people = st.sampled_from(site.states(name)), st.sampled_from(OFTEN)
        return st.builds(site.page, st.just(name), states, people)

    return st.sampled_from(site.names).flatmap(of_name)


@st.composite
def requests(draw, site: Site) -> Sent:
    page = draw(pages(site))
    seen = site.seen(page)
    kinds = ["address", "query string", "body", "fields", "headers"]
    kinds += ["form"] * 5 * bool(seen.forms) + ["query string"] * 2 * bool(seen.queries)
    kind = draw(st.sampled_from(kinds))
    sent = draw(
        {
            "address": _addresses,
            "query string": _query_strings,
            "body": _bodies,
            "fields": _bare_fields,
            "headers": _headers,
            "form": _forms,
        }[kind](site, page)
    )
    if draw(st.integers(0, 7)) == 0:
        sent = Sent(**{**vars(sent), "path": f"/zh-hant{sent.path}"})
    return sent


def _addresses(_site: Site, page: Page):
    """A part of it is another one."""
    parts = page.path.split("/")

    @st.composite
    def build(draw) -> Sent:
        place = draw(st.integers(1, max(1, len(parts) - 1)))
        part = draw(values(parts[place] if place < len(parts) else ""))[:3_000]
        written = draw(
            st.sampled_from(
                [quote_from_bytes(encoded(part), safe=""), quote(part.encode("utf-8", "replace"))]
            )
        )
        path = "/".join([*parts[:place], written, *parts[place + 1 :]])
        method = draw(st.sampled_from(["GET", "POST"]))
        return Sent(
            "address",
            page.person,
            method,
            path.partition("?")[0] or "/",
            content_type=FORM if method == "POST" else "",
        )

    return build()


def _query_strings(site: Site, page: Page):
    seen = site.seen(page)
    whole = [
        *seen.queries,
        *((address, form.fields) for address, form in seen.forms if form.method == "get"),
    ]
    bare = (page.path.partition("?")[0], [])

    @st.composite
    def build(draw) -> Sent:
        path, pairs = draw(st.sampled_from(whole)) if whole and draw(st.booleans()) else bare
        pairs = list(pairs)
        for _each in range(draw(st.integers(0, 2))):
            pairs.append((draw(st.sampled_from(site.keys) | atoms), draw(texts)))
        pairs = draw(_changed(pairs))
        return Sent("query string", page.person, "GET", path, query=draw(queries(pairs))[:60_000])

    return build()


@st.composite
def _changed(draw, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """One or two are spoiled, gone, doubled or make a list."""
    pairs = list(pairs)
    for _each in range(draw(st.integers(1, 2)) if pairs else 0):
        place = draw(st.integers(0, len(pairs) - 1))
        name, value = pairs[place]
        kind = draw(st.integers(0, 9))
        if kind == 0 and len(pairs) > 1:
            del pairs[place]
        elif kind == 1:
            pairs.insert(place, (name, draw(texts)))
        elif kind == 2:
            pairs[place] = (f"{name}[]", value)
        elif kind == 3:
            pairs += [(name, value)] * draw(st.sampled_from([1, 3, 1_001]))
        else:
            pairs[place] = (name, draw(values(value)))
    return pairs


def _filled(form_fields: list[tuple[str, str]], texts_of: list[str]) -> list[tuple[str, str]]:
    """As somebody in a hurry would fill it in."""
    filled = []
    for name, value in form_fields:
        if not value:
            likely = next((what for key, what in LIKELY.items() if key in name), "")
            value = likely or ("Words that took time." if name in texts_of else "")
        filled.append((name, value))
    return filled


def _forms(site: Site, page: Page):
    """A form of the page, whole but for a field or two; by GET or POST as it says."""
    found = site.seen(page).forms

    @st.composite
    def build(draw) -> Sent:
        path, form = draw(st.sampled_from(found))
        pairs = _filled(form.fields, form.texts)
        if draw(st.integers(0, 9)):
            pairs = draw(_changed(pairs))
        is_kept = draw(st.integers(0, 3)) == 0
        path = path.partition("?")
        if form.method == "get":
            return Sent("form", page.person, "GET", path[0], query=draw(queries(pairs))[:60_000])
        has_file = path[0].endswith("/attach/") or draw(st.integers(0, 19)) == 0
        if has_file:
            name, data = draw(files())
            body = _multipart(
                pairs, draw(st.sampled_from(["file", "attachment", *dict(pairs)])), name, data
            )
            return Sent(
                "upload", page.person, "POST", path[0], path[2], body, MULTIPART, is_kept=is_kept
            )
        body = draw(queries(pairs)).encode()
        return Sent("form", page.person, "POST", path[0], path[2], body, FORM, is_kept=is_kept)

    return build()


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


def _bare_fields(site: Site, page: Page):
    """What the address takes, sent without having looked at a form."""
    whole = list(site.filling[page.name].items())
    path, _mark, query = page.path.partition("?")

    @st.composite
    def build(draw) -> Sent:
        pairs = draw(_changed([*whole, *draw(st.lists(st.tuples(atoms, texts), max_size=2))]))
        is_kept = draw(st.integers(0, 3)) == 0
        return Sent(
            "fields",
            page.person,
            "POST",
            path,
            query,
            draw(queries(pairs)).encode(),
            FORM,
            is_kept=is_kept,
        )

    return build()


def _bodies(site: Site, page: Page):
    """JSON and other things that no view asked for, under any name."""
    whole = site.filling[page.name] | {"a": [1, {"b": None}]}
    path, _mark, query = page.path.partition("?")

    @st.composite
    def build(draw) -> Sent:
        body = draw(documents(whole) | st.binary(max_size=200) | texts.map(encoded))
        if draw(st.integers(0, 3)) == 0:
            name, data = draw(files())
            body = _multipart([(name[:50], "a")], draw(atoms), name, data)[
                draw(st.integers(0, 40)) :
            ]
        return Sent("body", page.person, "POST", path, query, body, draw(st.sampled_from(TYPES)))

    return build()


def _headers(_site: Site, page: Page):
    path, _mark, query = page.path.partition("?")

    @st.composite
    def build(draw) -> Sent:
        headers = {}
        for _each in range(draw(st.integers(1, 3))):
            name, value = draw(st.sampled_from(HEADERS))
            # A server hands on no other characters in a header.
            spoiled = draw(values(value)).encode("latin-1", "replace").decode("latin-1")[:8_000]
            headers[name] = "".join(c for c in spoiled if c not in "\r\n\0")
        method = draw(st.sampled_from(["GET", "POST", *METHODS]))
        return Sent("headers", page.person, method, path, query, headers=headers)

    return build()


# How they are tried


class Tried:
    """Tries requests on a site, each from the state that the last kept one has left."""

    def __init__(self, site: Site, seconds: float):
        self.site, self.seconds = site, seconds
        self.before: dict | None = None
        self.known: set[str] = set()

    def forget(self) -> None:
        """The state of the site has been taken back."""
        self.before = None

    def __call__(self, sent: Sent) -> Outcome:
        outcome = Outcome()
        browser = self.site.browsers[sent.person]
        cookies = browser.cookies.output()
        if self.before is None:
            # What the tests' own rows are by half, made in one call, is none of the site's doing.
            self.known, self.before = {*broken_rows()}, everything()
        point = transaction.savepoint()
        self._try(sent, browser, outcome)
        is_kept = sent.is_kept and not outcome.faults and outcome.status < 400
        if is_kept:
            transaction.savepoint_commit(point)
            self.before = None
        else:
            transaction.savepoint_rollback(point)
            if browser.cookies.output() != cookies:
                browser.cookies.load(cookies)
        return outcome

    def _try(self, sent: Sent, browser, outcome: Outcome) -> None:
        try:
            with timed() as took, watchdog(self.seconds):
                response = self._ask(sent, browser)
            outcome.seconds, outcome.status = took[0], response.status_code
            if response.status_code >= 500:
                outcome.faults.append((_where(response), _told(response)))
            elif sent.method not in ("GET", "HEAD"):
                self._look_at_rows(sent, response, outcome)
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
            list(response)
            response.close()
        return response

    def _look_at_rows(self, sent: Sent, response: HttpResponse, outcome: Outcome) -> None:
        refused = response.status_code >= 400 or _is_form_again(response)
        after = everything()
        if refused and (tables := changed(self.before, after)):
            outcome.faults.append(
                ("half-written", f"refused ({response.status_code}), and changed {tables}")
            )
        if after != self.before and (broken := sorted({*broken_rows()} - self.known)):
            outcome.faults.append(("half-written", "\n".join(broken)))


def _is_form_again(response: HttpResponse) -> bool:
    """The page of the form, with what is wrong in it."""
    is_page = response.status_code == 200 and not response.streaming
    return is_page and (
        b'aria-invalid="true"' in response.content or b'class="errorlist' in response.content
    )


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
