"""A small site with one of everything in each state, and a browser of each kind of person.

What there is and how it is reached is told by tests/test_access.py, which fails for an address without it.
"""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.conf import settings
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client, override_settings

from tests.factories import make_doctor, make_question, make_specialty, make_topic, make_user
from tests.html_forms import Form, forms_in
from tests.test_access import ABOUT, MAKERS, STATES, address, fields, named
from tests.test_access import PEOPLE as PEOPLE_OF_THE_TABLE

KEYS_READ = re.compile(r"GET(?:\.get|\.getlist)?[\[(]\s*\"(\w+)\"")
# The table leaves superusers out, who may do anything: forms of accounts and roles are for them alone.
PEOPLE = [*PEOPLE_OF_THE_TABLE, "superuser"]
ROOMS = ("doctors", "questions", "faq", "askdoctor")
# Those whom hardly a page is for: they are sent away the same way everywhere.
OFTEN = [
    *PEOPLE,
    "visitor",
    "asker",
    "asker",
    "doctor",
    "doctor",
    "doctor",
    "moderator",
    "moderator",
]


@dataclass(frozen=True)
class Page:
    """An address as one person would visit it."""

    name: str
    state: str
    person: str
    path: str
    thing: object = field(compare=False, repr=False)


@dataclass
class Seen:
    """What a page showed: its forms, and the addresses on it with something behind "?"."""

    forms: list[tuple[str, Form]]
    queries: list[tuple[str, list[tuple[str, str]]]]


NOTHING = Seen([], [])


@contextmanager
def settings_of_a_test() -> Iterator[None]:
    """As tests/conftest.py has them."""
    with (
        TemporaryDirectory() as folder,
        override_settings(
            STORAGES={
                **settings.STORAGES,
                "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
            },
            PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
            FASTEST_FORM_SECONDS=-1,
            MEDIA_ROOT=folder,
            EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
        ),
    ):
        yield


def sign_in(browser: Client, user) -> None:
    """As after both steps: what the session says is ours to write here."""
    browser.force_login(user)
    session = browser.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()


class Site:
    """Made once for a process; what a request changes of it is taken back afterwards."""

    def __init__(self):
        self.doctor = make_doctor(name="Ada Verified")
        doctors = [
            self.doctor,
            make_doctor(name="Bo Colleague"),
            make_doctor(name="Cy Elsewhere", specialty=make_specialty("cardiology")),
            make_doctor(name="Una Checked", is_verified=False),
        ]
        moderator = make_user(username="moderator", is_staff=True)
        moderator.groups.add(Group.objects.get(name="Moderators"))
        superuser = make_user(username="superuser", is_staff=True, is_superuser=True)
        users = [None, None, *(each.user for each in doctors), moderator, superuser]
        self.browsers = {person: Client(raise_request_exception=False) for person in PEOPLE}
        for browser, user in zip(self.browsers.values(), users, strict=True):
            if user:
                sign_in(browser, user)
        self._begin_to_ask(self.browsers["visitor"])
        make_topic("Rash", pinned=[make_question(tags=["fever", "rash"])])
        self._things: dict = {}
        # name of an address -> what it takes
        self.filling: dict[str, dict[str, str]] = {}
        self._seen: dict[tuple[str, str], Seen] = {}
        self._with_forms: dict[str, list[Page]] = {}

    def _begin_to_ask(self, browser: Client) -> None:
        typed = {
            "age_band": "3-11m",
            "sex": "male",
            "title": "Egg for a baby?",
            "email": "a@example.org",
        }
        for step in ("", "question/", "contact/", "similar/"):
            browser.post(f"/ask/{step}", typed)

    def thing(self, model, state: str):
        if (model, state) not in self._things:
            self._things[model, state] = MAKERS[model](state, self.doctor)
        return self._things[model, state]

    def make_all(self) -> None:
        """Before anything is tried: what is made later would be taken back with it."""
        for name in self.names:
            for state in self.states(name):
                for person in ("asker", "moderator"):
                    self.page(name, state, person)
                for person in _readers(name):
                    self._read(self.page(name, state, person))
        for name in self.names:
            self.filling[name] = {key: str(value) for key, value in fields(name).items()}

    def _read(self, page: Page) -> None:
        seen = _what_stands_on(page.path, self.browsers[page.person].get(page.path))
        self._seen[page.path, page.person] = seen
        if seen.forms:
            self._with_forms.setdefault(page.name, []).append(page)

    @cached_property
    def names(self) -> list[str]:
        return sorted(set(named()))

    def states(self, name: str) -> list[str]:
        model, _parts = ABOUT.get(name, (None, None))
        return list(STATES.get(model, ["any"]))

    def page(self, name: str, state: str, person: str) -> Page:
        model, _parts = ABOUT.get(name, (None, None))
        thing = self.thing(model, state)
        return Page(name, state, person, address(name, thing, person), thing)

    def any_page(self, random: Random) -> Page:
        name = random.choice(self.names)
        return self.page(name, random.choice(self.states(name)), random.choice(OFTEN))

    def page_with_form(self, random: Random) -> Page:
        """Of each address that has one as often, but for the many of the stock admin: a quarter."""
        is_admin = random.randrange(4) == 0
        names = [name for name in self._with_forms if name.startswith("admin:") == is_admin]
        return random.choice(self._with_forms[random.choice(names)])

    def seen(self, page: Page) -> Seen:
        """What this person found there at first, so far as it was looked at."""
        return self._seen.get((page.path, page.person), NOTHING)

    @cached_property
    def keys(self) -> list[str]:
        """What any view reads behind "?", found in the code; and what the stock admin does."""
        found = {
            "_to_field",
            "_popup",
            "o",
            "p",
            "all",
            "e",
            "q",
            "id__in",
            "_changelist_filters",
            "next",
            "page",
        }
        for room in ROOMS:
            for path in Path(settings.BASE_DIR, room).rglob("*.py"):
                found.update(KEYS_READ.findall(path.read_text()))
        return sorted(found)


def _readers(name: str) -> list[str]:
    """Whose pages of this address are read: there is little on those of others."""
    if name.startswith("admin:"):
        return ["moderator", "superuser"]
    return ["doctor"] if name.startswith("desk") else ["visitor", "asker", "doctor"]


def _what_stands_on(path: str, response: HttpResponse) -> Seen:
    if response.streaming:
        list(response)  # and the browser closes it
        return NOTHING
    if not response["Content-Type"].startswith("text/html"):
        return NOTHING
    html = response.content.decode()
    forms = [
        (urljoin(path, action), form)
        for form in forms_in(html)
        for action in [form.action, *form.other_actions]
    ]
    links = {unescape(link) for link in re.findall(r'href="([^"]*\?[^"]*)"', html)}
    queries = []
    for link in sorted(links):
        parts = urlsplit(urljoin(path, link))
        if not parts.netloc:
            queries.append((parts.path, parse_qsl(parts.query, keep_blank_values=True)))
    return Seen([each for each in forms if _belongs(each[0], path)], queries)


def _belongs(action: str, path: str) -> bool:
    """Whether it is a form of this page: the head of each has one to search and one to sign out."""
    return "logout" not in action and (action == path or not action.endswith("/search/"))
