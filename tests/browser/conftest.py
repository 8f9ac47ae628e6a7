"""A real browser against a real server: Debian's Chromium, driven by Playwright.

A click may come back before the page it leads to is there, or before a script is through. So that
the tests say the same on a slow machine, they go from page to page by `go_by`, look with `expect`,
which looks again until it holds, and read the database after a page that could not come earlier.
"""

import os
import threading
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from django.test import Client
from playwright.sync_api import expect

# Playwright's own event loop runs in the test's thread; the ORM is called between its steps only.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PATIENCE = 60_000  # milliseconds; a test that passes does not wait for them
expect.set_options(timeout=PATIENCE)

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
    ours = {"executable_path": CHROMIUM, "args": QUIET, "timeout": PATIENCE}
    return {**browser_type_launch_args, **ours}


@pytest.fixture
def new_context(new_context):
    """Opens a browser of one's own, which closes after the test; that of `page` comes from here too."""

    def patient(**options):
        context = new_context(**options)
        context.set_default_timeout(PATIENCE)
        return context

    return patient


@pytest.fixture(scope="session", autouse=True)
def no_connection_outlives_its_request():
    """A browser keeps its connection to the server open, and so would a thread its database."""
    connections.settings["default"]["CONN_MAX_AGE"] = 0


@pytest.fixture(autouse=True)
def no_request_outlives_its_test(transactional_db):
    """What a page still asks when it is closed would meet the emptying of the tables: a deadlock."""
    yield
    until = time.monotonic() + PATIENCE / 1_000
    while any("process_request_thread" in thread.name for thread in threading.enumerate()):
        assert time.monotonic() < until, "a request does not end"
        time.sleep(0.01)


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
def visit_as(visit, page, live_server):
    """As `visit`, for someone who is signed in."""

    def visit_as(user, path: str):
        sign_in(page.context, user, live_server.url)
        return visit(path)

    return visit_as


@pytest.fixture
def window_of(new_context, live_server, watch):
    """A browser of one's own for each person, open at a path; of an asker without an account."""

    def window_of(user, path: str):
        context = new_context()
        if user is not None:
            sign_in(context, user, live_server.url)
        page = watch(context.new_page())
        page.goto(live_server.url + path)
        return page

    return window_of


def sign_in(context, user, address: str) -> None:
    client = Client()
    client.force_login(user)
    context.add_cookies(
        [{"name": one.key, "value": one.value, "url": address} for one in client.cookies.values()]
    )


@pytest.fixture
def open_without_scripts_yet(page, live_server, watch):
    """Open a path while its scripts are still on the way; what comes back lets them come."""
    watch(page)

    def open_without_scripts_yet(path: str):
        held = []
        page.route("**/*.js", lambda route: held.append(route))
        page.goto(live_server.url + path, wait_until="commit")

        def let_scripts_come():
            for route in held:
                route.continue_()
            page.unroute("**/*.js")
            page.wait_for_load_state()

        return page, let_scripts_come

    return open_without_scripts_yet


def go_by(locator, key: str = "") -> None:
    """Click what leads to another page, or press a key there, and wait until that page is loaded."""
    with locator.page.expect_navigation():
        locator.press(key) if key else locator.click()


def stop_clock(page) -> None:
    """From now on time passes on the page by `page.clock.run_for`, however slowly keys are typed."""
    page.clock.install(time=0)
    page.clock.pause_at(3_600)  # some time later, which may not have come by itself


# Without a second look at style sheets, for which axe itself writes styles inline.
AXE = {"preload": False, "resultTypes": ["violations"]}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}  # the night changes colours
NARROW = {"width": 320, "height": 640}  # WCAG 1.4.10


def seen_by_axe(page) -> list[str]:
    """What axe finds by day and by night."""
    page.wait_for_load_state()
    faults = []
    for scheme, options in (("light", {}), ("dark", CONTRAST)):
        page.emulate_media(color_scheme=scheme)
        page.evaluate("document.getAnimations().forEach(one => one.finish())")  # links fade over
        found = Axe().run(page, options=AXE | options).response["violations"]
        faults += [
            f"{page.url} ({scheme}): {one['id']}: {node['target']} {node['html'][:120]}"
            for one in found
            for node in one["nodes"]
        ]
    page.emulate_media(color_scheme="light")
    return faults


def faults_of(page) -> list[str]:
    """What axe finds with all folds open, and what sticks out of a narrow window."""
    page.wait_for_load_state()
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    faults = seen_by_axe(page)
    wide = page.viewport_size
    page.set_viewport_size(NARROW)
    page.wait_for_function("width => innerWidth === width", arg=NARROW["width"])
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROW["width"]:
        faults.append(f"{page.url}: {width} px wide")
    page.set_viewport_size(wide)
    return faults
