"""Where a request ends, all parts see alike: nothing hides a second one behind it.

Sent as bytes to gunicorn, as README starts it, and through the shipped nginx. What a proxy and a server
measure differently lets a visitor put a request of their own before that of somebody else.
"""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings

from tests.faults.nginx import NGINX, start_nginx
from tests.questions.mail_server import free_port

HIDDEN = b"GET /hidden/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
CHUNK = b"1\r\nx\r\n0\r\n\r\n"
LONGER = b"%d" % (len(CHUNK) + len(HIDDEN))


def request(*headers: bytes, body: bytes = b"", version: bytes = b"1.1") -> bytes:
    lines = [b"POST /emergency/ HTTP/" + version, b"Host: 127.0.0.1", *headers]
    return b"\r\n".join([*lines, b"", body])


# Each ends in one place by one reading and, by another, has a second request in it.
AMBIGUOUS = {
    "length and chunks": request(
        b"Content-Length: " + LONGER, b"Transfer-Encoding: chunked", body=CHUNK + HIDDEN
    ),
    "chunks and length": request(
        b"Transfer-Encoding: chunked", b"Content-Length: 4", body=CHUNK + HIDDEN
    ),
    "two lengths": request(b"Content-Length: 0", b"Content-Length: %d" % len(HIDDEN), body=HIDDEN),
    "two lengths in a list": request(b"Content-Length: 0, %d" % len(HIDDEN), body=HIDDEN),
    "a length with a sign": request(b"Content-Length: +%d" % len(HIDDEN), body=HIDDEN),
    "a length below nothing": request(b"Content-Length: -1", body=HIDDEN),
    "a length in sixteens": request(b"Content-Length: 0x%x" % len(HIDDEN), body=HIDDEN),
    "a space before the colon": request(
        b"Content-Length: " + LONGER, b"Transfer-Encoding : chunked", body=CHUNK + HIDDEN
    ),
    "a folded header": request(
        b"Content-Length: " + LONGER, b"Transfer-Encoding:\r\n chunked", body=CHUNK + HIDDEN
    ),
    "an unknown encoding": request(
        b"Content-Length: " + LONGER, b"Transfer-Encoding: xchunked", body=CHUNK + HIDDEN
    ),
    "two encodings": request(
        b"Transfer-Encoding: chunked", b"Transfer-Encoding: identity", body=CHUNK + HIDDEN
    ),
    "chunks in the old protocol": request(
        b"Transfer-Encoding: chunked", body=CHUNK + HIDDEN, version=b"1.0"
    ),
    "a nought in a header": request(b"Content-Length: 0", b"X-Some: a\0b", body=HIDDEN),
}
# The site may answer before it reads such a body: what is left of it is then no request.
BROKEN = {
    "a chunk in sixteens twice": request(
        b"Transfer-Encoding: chunked", body=b"0x1\r\nx\r\n0\r\n\r\n" + HIDDEN
    ),
    "a chunk with a sign": request(
        b"Transfer-Encoding: chunked", body=b"+1\r\nx\r\n0\r\n\r\n" + HIDDEN
    ),
    "a chunk longer than it says": request(
        b"Transfer-Encoding: chunked", body=b"1\r\nxyz\r\n0\r\n\r\n" + HIDDEN
    ),
}
# Some servers take these for the end of a line. Whoever does must not see a second request by that.
BARE = {
    "lines that end with a line feed": request(
        b"Content-Length: %d" % len(HIDDEN), body=HIDDEN
    ).replace(b"\r\n", b"\n", 3),
    "a line feed within a header": request(
        b"X-Some: a\nContent-Length: %d" % len(HIDDEN), body=HIDDEN
    ),
    "a carriage return within a header": request(
        b"X-Some: a\rTransfer-Encoding: chunked", b"Content-Length: %d" % len(HIDDEN), body=HIDDEN
    ),
    "a chunk that ends with a line feed": request(
        b"Transfer-Encoding: chunked", body=b"1\nx\r\n0\r\n\r\n"
    ),
}


def behind_nginx(folder: Path, address: str) -> dict[str, str]:
    """The environment of a site that answers without a database."""
    return {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "for this test " * 3,
        "DATABASE_URL": "postgres://askdoctor@127.0.0.1:1/askdoctor",
        "SITE_URL": address,
        "BEHIND_PROXY": "true",
        "ASKDOCTOR_VAR": str(folder),
    }


@pytest.fixture(scope="module")
def ports(tmp_path_factory):
    """Where gunicorn listens, and nginx before it; and the log of the site."""
    folder = tmp_path_factory.mktemp("site")
    folder.chmod(0o755)
    app_port, port = free_port(), free_port()
    environment = behind_nginx(folder, f"http://127.0.0.1:{port}")
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
    subprocess.run(collect, cwd=settings.BASE_DIR, env=environment, check=True)
    serve = [sys.executable, "-m", "gunicorn", "askdoctor.wsgi", "--workers", "1", "--threads", "4"]
    serve += ["--no-control-socket", "--bind", f"127.0.0.1:{app_port}"]
    with (folder / "site.log").open("wb") as log:
        run = {"cwd": settings.BASE_DIR, "env": environment, "stdout": log, "stderr": log}
        processes = [subprocess.Popen(serve, **run)]
    found = {"gunicorn": app_port}
    if NGINX:
        processes.append(start_nginx(folder, folder, port=port, app_port=app_port))
        found["nginx"] = port
    for each in found.values():
        wait_until_it_answers(each)
    yield found, folder / "site.log"
    for process in processes:
        process.terminate()
        process.wait()


def wait_until_it_answers(port: int) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/emergency/", timeout=10).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def statuses(port: int, sent: bytes) -> list[int]:
    """Of each answer that comes back, until the other side closes or says nothing for a while."""
    came = b""
    with socket.create_connection(("127.0.0.1", port), timeout=3) as connection:
        connection.sendall(sent)
        try:
            while piece := connection.recv(65_536):
                came += piece
        except (TimeoutError, ConnectionError):
            pass
    return [int(code) for code in re.findall(rb"^HTTP/1\.[01] (\d{3})", came, re.M)]


@pytest.fixture(params=["gunicorn", "nginx"])
def way(request, ports):
    found, log = ports
    if request.param not in found:
        pytest.skip("nginx is not installed")
    return found[request.param], log


def test_a_request_that_is_plain_is_answered_and_so_is_a_second_one(way):
    """Else nothing hidden would ever be seen below."""
    port, log = way
    body = request(b"Content-Length: 0").replace(b"POST", b"GET")
    before = log.read_text().count("/hidden/")
    assert statuses(port, body) == [200]
    assert statuses(port, HIDDEN) == [404]
    assert log.read_text().count("/hidden/") > before


def test_of_a_request_that_is_no_request_no_secret_is_logged(way):
    """gunicorn quotes what it does not understand."""
    port, log = way
    assert statuses(port, b"GET /ticket/half-a secret HTTP/1.1\r\nHost: a\r\n\r\n") == [400]
    assert statuses(port, b"GET \xa0/ticket/half-a-secret HTTP/1.1\r\nHost: a\r\n\r\n") == [400]
    assert "half-a" not in log.read_text()


@pytest.mark.parametrize("what", AMBIGUOUS)
def test_an_ambiguous_request_is_refused_once_and_hides_no_other(way, what):
    port, log = way
    before = log.read_text().count("/hidden/")
    [status] = statuses(port, AMBIGUOUS[what])
    assert status in (400, 501), what
    assert log.read_text().count("/hidden/") == before


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_chunk_ends_the_connection_and_hides_no_request(way, what):
    port, log = way
    before = log.read_text().count("/hidden/")
    answers = statuses(port, BROKEN[what])
    assert answers in ([400], [403, 400]), what  # 403: a form without its key
    assert log.read_text().count("/hidden/") == before


@pytest.mark.parametrize("what", BARE)
def test_a_bare_end_of_a_line_hides_no_request(way, what):
    port, log = way
    before = log.read_text().count("/hidden/")
    assert statuses(port, BARE[what]) in ([], [400], [403], [403, 400])
    assert log.read_text().count("/hidden/") == before
