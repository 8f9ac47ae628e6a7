"""Typing while things break: the network, the browser, the session, the server. No character is lost.

Each run is made from its number: DRAFT_RUNS=200 tries two hundred, DRAFT_FIRST=17 begins with the 17th.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Error, expect

from tests.browser.conftest import CHROMIUM, PATIENCE, QUIET, faults_of, go_by, sign_in
from tests.database import url_of_test_database
from tests.factories import make_question
from tests.questions.mail_server import free_port

pytestmark = pytest.mark.django_db(transaction=True)

RUNS, FIRST = int(os.environ.get("DRAFT_RUNS", "4")), int(os.environ.get("DRAFT_FIRST", "0"))
LETTERS = "abc xyz.,- \n#*äß發燒 皮疹😀"
SAVED = "#reply[data-saved]"
MINUTE = timedelta(minutes=1)
RETRIES = 2 * PATIENCE  # after a fault it may be half a minute until the page tries again
# What this browser has on its disk for the form on the page. Asked as if to write, so that the answer
# comes after all that the page's own script has begun there.
KEPT = """async () => {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open("drafts", 1);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const copies = await new Promise((resolve) => {
    const request = database.transaction("copies", "readwrite").objectStore("copies").getAll();
    request.transaction.oncomplete = () => resolve(request.result);
  });
  database.close();
  return copies.map((copy) => Object.fromEntries(JSON.parse(copy.fields)));
}"""


class Server:
    """The site in a process of its own, so that it can be killed."""

    def __init__(self, folder: Path):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **os.environ,
            "DATABASE_URL": url_of_test_database(),
            "SECRET_KEY": settings.SECRET_KEY,
            "SITE_URL": self.url,
            "ASKDOCTOR_VAR": str(folder),
            "CONN_MAX_AGE": "0",
        }
        self._run("manage.py", "collectstatic", "--noinput").wait()
        self.start()

    def _run(self, *command: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, *command],
            env=self.environment,
            cwd=settings.BASE_DIR,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )

    def start(self) -> None:
        bind = f"127.0.0.1:{self.port}"
        options = ["--threads", "4", "--no-control-socket", "--bind", bind]
        self.process = self._run("-m", "gunicorn", "askdoctor.wsgi", *options)

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Typist:
    """A doctor at a browser whose profile outlives it."""

    def __init__(self, playwright, folder: Path, server: Server):
        self.playwright, self.folder, self.server = playwright, folder, server
        self.open_browser()

    def open_browser(self) -> None:
        self.context = self.playwright.chromium.launch_persistent_context(
            self.folder, executable_path=CHROMIUM, args=QUIET, timeout=PATIENCE
        )
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.pages[0]

    def begin(self, question) -> None:
        self.question, self.user = question, question.claimed_by.user
        self.text = {"text": "", "explanation": ""}
        self.sign_in()
        self.go()

    def sign_in(self) -> None:
        sign_in(self.context, self.user, self.server.url)

    def go(self) -> None:
        """Open the page, as often as it takes: the server may be starting."""
        address = f"{self.server.url}/desk/questions/{self.question.pk}/"
        until = time.monotonic() + PATIENCE / 1_000
        while True:
            try:
                self.page.goto(address)
                self.page.locator("#reply").wait_for()
                return
            except Error:
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)

    def type(self, chance: random.Random) -> None:
        name = chance.choice(list(self.text))
        written = "".join(chance.choices(LETTERS, k=chance.randint(3, 20)))
        field = self.page.locator(f"#id_{name}")
        field.focus()
        field.press("Control+End")
        for letter in written:
            self.page.keyboard.insert_text(letter)
        self.text[name] += written
        expect(field).to_have_value(self.text[name])
        if chance.random() < 0.3:  # long enough for the site to be asked
            self.page.wait_for_timeout(chance.randint(1_500, 3_000))

    def shown(self) -> dict[str, str]:
        return {name: self.page.locator(f"#id_{name}").input_value() for name in self.text}

    def wait_until_saved(self) -> None:
        try:
            self.page.locator(SAVED).wait_for(timeout=RETRIES)
        except Error:
            pytest.fail(self.page.locator(".saved").inner_text())

    def wait_until_kept(self) -> None:
        """What the line below the form promises: the site or this browser's disk has it."""
        until = time.monotonic() + PATIENCE / 1_000
        while not self.page.locator(SAVED).count() and not self._has_copy():
            assert time.monotonic() < until, "kept nowhere"

    def _has_copy(self) -> bool:
        return any(self.text.items() <= copy.items() for copy in self.page.evaluate(KEPT))

    def kill_browser(self) -> None:
        while pids := self._processes():  # what lives a moment longer holds the profile
            for pid in pids:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.02)
        with suppress(Error):  # it is gone
            self.context.close()
        for lock in self.folder.glob("Singleton*"):
            lock.unlink()

    def _processes(self) -> list[int]:
        mark = f"--user-data-dir={self.folder}".encode()
        pids = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            with suppress(FileNotFoundError, ProcessLookupError):
                if mark in path.read_bytes().split(b"\0"):
                    pids.append(int(path.parent.name))
        return pids


def network_cut(typist: Typist, chance: random.Random) -> None:
    typist.context.set_offline(True)
    typist.type(chance)
    typist.wait_until_kept()
    typist.context.set_offline(False)


def browser_killed(typist: Typist, chance: random.Random) -> None:
    is_offline = chance.random() < 0.5
    typist.context.set_offline(is_offline)
    typist.type(chance)
    typist.wait_until_kept()
    typist.kill_browser()
    typist.open_browser()
    typist.sign_in()
    typist.go()
    for name, text in typist.text.items():  # before more is typed, or both stay
        expect(typist.page.locator(f"#id_{name}")).to_have_value(text)


def session_expired(typist: Typist, chance: random.Random) -> None:
    if chance.random() < 0.5:
        Session.objects.all().delete()
    else:  # as if nothing had been done for hours
        UserSession.objects.update(last_seen_at=timezone.now() - timedelta(days=1))
    typist.type(chance)
    if chance.random() < 0.5:
        expect(typist.page.get_by_text("you are signed out")).to_be_visible()
    typist.type(chance)
    typist.sign_in()  # as in another tab, with a new key for forms


def server_restarted(typist: Typist, chance: random.Random) -> None:
    typist.server.kill()
    typist.type(chance)
    typist.wait_until_kept()
    typist.server.start()


FAULTS: list[Callable] = [network_cut, browser_killed, session_expired, server_restarted]


@pytest.fixture(scope="module")
def server(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        server = Server(tmp_path_factory.mktemp("site"))
    yield server
    server.kill()


@pytest.fixture(scope="module")
def typist(playwright, server, tmp_path_factory):
    typist = Typist(playwright, tmp_path_factory.mktemp("profile"), server)
    yield typist
    typist.context.close()


@pytest.mark.parametrize("run", range(FIRST, FIRST + RUNS))
def test_no_character_is_lost_when_things_break_while_a_doctor_types(run, typist):
    chance = random.Random(run)  # noqa: S311 - a run that can be made again
    question = make_question(status="claimed")
    typist.begin(question)
    typist.type(chance)
    for fault in [FAULTS[run % len(FAULTS)], chance.choice(FAULTS)]:
        fault(typist, chance)
        typist.type(chance)
    typist.wait_until_saved()
    assert typist.shown() == typist.text
    draft = question.replies.get()
    assert {"text": draft.text, "explanation": draft.explanation} == typist.text
    assert typist.page.evaluate(KEPT) == []


# Two pages, two people


def text_of(question) -> str:
    return question.replies.get().text


@pytest.mark.parametrize(
    ("choice", "kept"), [("Keep this one", "Second."), ("Use the saved one", "First.")]
)
def test_of_two_tabs_the_second_is_asked_which_text_stays(visit_as, context, doctor, choice, kept):
    question = make_question(status="claimed", doctor=doctor)
    first = visit_as(doctor.user, f"/desk/questions/{question.pk}/")
    second = context.new_page()
    second.goto(first.url)
    for page, text in ((first, "First."), (second, "Second.")):
        page.locator("#id_text").press_sequentially(text)
        if page is first:
            expect(page.locator(SAVED)).to_be_visible()
    panel = second.locator(".two-texts")
    expect(panel).to_be_visible()
    expect(panel.locator("[data-mine=text]")).to_have_text("Second.", use_inner_text=True)
    expect(panel.locator("[data-other=text]")).to_have_text("First.", use_inner_text=True)
    assert text_of(question) == "First."
    button = panel.get_by_text(choice, exact=True)
    if kept == "First.":
        go_by(button)
    else:
        button.click()
        expect(second.locator(SAVED)).to_be_visible()
    expect(second.locator("#id_text")).to_have_value(kept)
    assert text_of(question) == kept


def test_what_is_typed_before_the_scripts_come_is_saved(
    open_without_scripts_yet, context, doctor, live_server
):
    question = make_question(status="claimed", doctor=doctor)
    sign_in(context, doctor.user, live_server.url)
    page, let_scripts_come = open_without_scripts_yet(f"/desk/questions/{question.pk}/")
    page.fill("#id_text", "Early.")
    let_scripts_come()
    expect(page.locator(SAVED)).to_be_visible()
    assert text_of(question) == "Early."


def test_saved_text_is_left_without_a_question(visit_as, doctor):
    question = make_question(status="claimed", doctor=doctor)
    page = visit_as(doctor.user, f"/desk/questions/{question.pk}/")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("#id_text").press_sequentially("All of it.")
    expect(page.locator(SAVED)).to_be_visible()
    go_by(page.get_by_role("link", name="Hand over to another specialty"))
    assert asked == []
    page.go_back()
    page.locator("#id_text").press_sequentially("Not yet ")
    go_by(page.get_by_role("link", name="Hand over to another specialty"))
    assert asked == ["beforeunload"]


def test_page_that_lost_its_question_never_says_saved_and_is_taken_again(visit_as, doctor):
    question = make_question(status="claimed", doctor=doctor)
    page = visit_as(doctor.user, f"/desk/questions/{question.pk}/")
    page.locator("#id_text").press_sequentially("First.")
    expect(page.locator(SAVED)).to_be_visible()
    question.refresh_from_db()
    question.release(by=None)
    go_by(page.get_by_role("button", name="Publish reply"))
    line = page.locator(".saved")
    expect(line).to_have_text(re.compile("Not saved: You do not hold this question any more."))
    page.locator("#id_text").press("End")
    page.locator("#id_text").press_sequentially(" Second.")
    expect(line).to_have_text(re.compile("Not saved.*Kept in this browser"))
    go_by(page.get_by_role("button", name="Take it again with this text"))
    expect(page.locator("#id_text")).to_have_value("First. Second.")
    expect(page.locator(".two-texts")).to_be_hidden()
    assert text_of(question) == "First. Second."


def test_text_from_this_browser_is_told_by_the_clock_of_the_site(
    new_context, live_server, watch, doctor, other_doctor
):
    question = make_question(status="claimed", doctor=doctor)
    context = new_context(timezone_id="America/New_York", locale="en-US")
    sign_in(context, doctor.user, live_server.url)
    page = watch(context.new_page())
    page.on("dialog", lambda dialog: dialog.accept())
    address = f"{live_server.url}/desk/questions/{question.pk}/"
    page.goto(address)
    page.locator("#id_text").press_sequentially("First.")
    expect(page.locator(SAVED)).to_be_visible()
    context.set_offline(True)
    page.locator("#id_text").press_sequentially("Second.")
    expect(page.get_by_text("no connection")).to_be_visible()
    page.close()
    context.set_offline(False)
    before = timezone.localtime()
    # Another page has saved meanwhile: the two texts stand side by side, each with its hour.
    question.replies.update(text="Third.", version=9, saved_key="", saved_at=before)
    page = watch(context.new_page())
    page.goto(address)
    panel = page.locator(".two-texts")
    expect(panel.locator("[data-other=saved]")).to_have_text(f"{before:%H:%M}")
    # And without that, what had not reached the site is told of.
    question.replies.update(text="First.", version=1)
    told = page.locator(".saved").get_attribute("data-restored").split("{time}")[0]
    page.goto(address)
    expect(page.locator(".saved")).to_contain_text(
        re.compile(f"{told}({before:%H}|{before - MINUTE:%H}):")
    )


@pytest.mark.parametrize(("width", "is_beside"), [(1200, True), (1000, True), (390, False)])
def test_what_readers_will_see_stands_beside_the_text_or_right_below(
    visit_as, doctor, width, is_beside
):
    question = make_question(status="claimed", doctor=doctor)
    make_question(status="open")  # another waits, and gives way while one writes
    page = visit_as(doctor.user, f"/desk/questions/{question.pk}/")
    page.set_viewport_size({"width": width, "height": 900})
    page.locator("#id_text").press_sequentially("Cool the skin.")
    expect(page.locator("#live").get_by_text("Cool the skin.")).to_be_visible()
    text, explanation, live, sources = (
        page.locator(one).bounding_box()
        for one in ("#id_text", "#id_explanation", "#live", "#sources")
    )
    assert live["y"] < sources["y"]
    if is_beside:
        assert live["x"] >= text["x"] + text["width"]
        assert live["y"] < explanation["y"]
    else:
        assert live["y"] >= explanation["y"] + explanation["height"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults_of(page) == []


@pytest.fixture
def refused(visit_as, doctor, other_doctor):
    """A page whose text the site does not take any more: only the browser has it."""
    question = make_question(status="claimed", doctor=doctor)
    page = visit_as(doctor.user, f"/desk/questions/{question.pk}/")
    type(question).objects.filter(pk=question.pk).update(claimed_by=other_doctor)
    page.locator("#id_text").press_sequentially("For my eyes.")
    expect(page.get_by_text("Dr. Bo Colleague is replying")).to_be_visible()
    assert len(page.evaluate(KEPT)) == 1
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def test_next_doctor_at_the_same_computer_never_sees_the_text(refused, visit_as, other_doctor):
    page = visit_as(other_doctor.user, refused.url.removeprefix(refused.url.split("/desk")[0]))
    expect(page.locator("#reply")).to_be_visible()
    assert len(page.evaluate(KEPT)) == 1  # it is there, and the page has looked at it
    expect(page.locator("#id_text")).to_have_value("")
    assert "For my eyes" not in page.content()


@pytest.mark.parametrize("path", [None, "/accounts/2fa/"])
def test_signing_out_leaves_no_text_in_the_browser(refused, path):
    site = refused.url.partition("/desk")[0]
    if path:
        refused.goto(site + path)
    go_by(refused.get_by_role("button", name="Sign out"))
    expect(refused).to_have_url(f"{site}/")
    assert refused.evaluate(KEPT) == []
