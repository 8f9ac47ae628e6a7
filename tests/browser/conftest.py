"""A real browser against a real server: Debian's Chromium, driven by Playwright."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from django.test import Client

# Playwright's own event loop runs in the test's thread; the ORM is called between its steps only.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(scope="session", autouse=True)
def no_connection_outlives_its_request():
    """A browser keeps its connection to the server open, and so would a thread its database."""
    connections.settings["default"]["CONN_MAX_AGE"] = 0


@pytest.fixture(autouse=True)
def site_at(settings, live_server):
    """The site believes that its address is the test server's."""
    settings.SITE_URL = live_server.url
    settings.CSRF_TRUSTED_ORIGINS = [live_server.url]


@pytest.fixture
def watch(live_server):
    """Watches a page: a request to another host, a script error or what the policy refuses fails."""
    faults = []

    def watch(page):
        page.on("request", lambda request: note_foreign(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: note_refused(message.text))
        return page

    def note_foreign(url: str):
        if not url.startswith((live_server.url, "data:")):
            faults.append(f"asked {url}")

    def note_refused(text: str):
        if "Content Security Policy" in text or "Permissions policy" in text:
            faults.append(text)

    yield watch
    assert not faults


@pytest.fixture
def visit(page, live_server, watch):
    """Open a path of the site and give back the page, which is watched."""
    watch(page)

    def visit(path: str):
        page.goto(live_server.url + path)
        return page

    return visit


@pytest.fixture
def visit_as(page, live_server, watch):
    """As `visit`, for someone who is signed in."""
    watch(page)

    def visit_as(user, path: str):
        client = Client()
        client.force_login(user)
        cookies = client.cookies.values()
        page.context.add_cookies(
            [{"name": one.key, "value": one.value, "url": live_server.url} for one in cookies]
        )
        page.goto(live_server.url + path)
        return page

    return visit_as


CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
NARROW = {"width": 320, "height": 640}  # WCAG 1.4.10


def faults_of(page) -> list[str]:
    """What axe finds by day and by night, and what sticks out of a narrow window."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    faults = []
    for scheme, options in (("light", {}), ("dark", CONTRAST)):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=options).response["violations"]
        faults += [
            f"{page.url} ({scheme}): {one['id']}: {node['target']} {node['html'][:120]}"
            for one in found
            for node in one["nodes"]
        ]
    page.emulate_media(color_scheme="light")
    wide = page.viewport_size
    page.set_viewport_size(NARROW)
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROW["width"]:
        faults.append(f"{page.url}: {width} px wide")
    page.set_viewport_size(wide)
    return faults
