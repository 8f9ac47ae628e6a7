"""The shipped configuration of nginx, and the page that it shows while the site does not answer."""

import os
import re
import shutil
import ssl
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime, timedelta
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from tests.askdoctor.test_request_ends import behind_nginx
from tests.faults.nginx import temporary_folders
from tests.questions.mail_server import free_port

PROJECT = Path(__file__).resolve().parents[2]
NGINX = (PROJECT / "deploy" / "nginx.conf").read_text()
PROGRAM = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
OWN = {
    "Content-Security-Policy": "own_csp",
    "Permissions-Policy": "own_features",
    "Referrer-Policy": "own_same",
    "Cross-Origin-Opener-Policy": "own_same",
    "Cross-Origin-Resource-Policy": "own_same",
    "X-Content-Type-Options": "own_nosniff",
    "X-Frame-Options": "own_frames",
    "Strict-Transport-Security": "own_hsts",
}


def own_value(variable: str) -> str:
    [value] = re.findall(rf'^map \S+\s+\${variable}\s+{{ "[a-z]*" "([^"]+)"; }}$', NGINX, re.M)
    return value


def parts(header: str, value: str) -> set[str]:
    """A policy says the same in any order."""
    return {part.strip() for part in value.split(";")} if "Security-Policy" in header else {value}


@pytest.mark.parametrize("header", OWN)
def test_what_nginx_answers_itself_carries_the_headers_of_the_site(header, settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    site = Client().get("/emergency/", secure=True).headers[header]
    assert f"add_header {header} ${OWN[header]} always;" in NGINX
    assert parts(header, own_value(OWN[header])) == parts(header, site)


def test_headers_of_nginx_reach_every_location():
    """A location that adds one of its own would inherit none."""
    for block in re.findall(r"location [^{]+\{(.*?)\n    \}", NGINX, re.S):
        assert "add_header" not in block


def test_nginx_speaks_no_old_tls_and_believes_only_the_operators_certificate():
    assert re.findall(r"^ *ssl_protocols (.*);", NGINX, re.M) == ["TLSv1.2 TLSv1.3"]
    assert not re.findall(r"^ *ssl_ciphers", NGINX, re.M)  # as docs/asvs.md says
    for file in ("ssl_certificate", "ssl_certificate_key"):
        [where] = re.findall(rf"^ *{file} (\S+); +# yours", NGINX, re.M)
        assert where.startswith("/etc/ssl/")


def test_nginx_drops_what_visitors_say_of_where_they_come_from():
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in NGINX
    assert "proxy_set_header X-Forwarded-Proto $scheme;" in NGINX
    for name in ("X-Forwarded-Host", "X-Real-IP", "Forwarded"):
        assert f'proxy_set_header {name} "";' in NGINX


def test_nginx_writes_down_neither_addresses_nor_secret_links():
    assert "access_log off;" in NGINX
    assert re.search(r"error_log \S+ emerg;", NGINX)


@pytest.mark.parametrize("name", ["desk_attach", "desk_correction_attach"])
def test_nginx_lets_files_of_their_size_through(name):
    [pattern] = re.findall(r"location ~ (\S+) \{\s+client_max_body_size 11m;", NGINX)
    assert re.search(pattern, reverse(name, args=[7]))


def test_nginx_waits_for_what_moderators_do_to_many_rows():
    [pattern] = re.findall(r"location ~ (\S+) \{\s+error_page 418 = @moderators;", NGINX)
    of_many = [
        reverse("admin:questions_question_changelist"),
        reverse("admin:questions_question_bulk", args=["decline"]),
        reverse("admin:questions_tag_bulk", args=["merge"]),
    ]
    assert all(re.search(pattern, address) for address in of_many)
    assert not re.search(pattern, reverse("admin:questions_question_change", args=[7]))


def write_configuration(folder: Path, *, port: int = 0, app_port: int = 8000) -> Path:
    """As shipped, but for what is marked as the operator's own: TLS too, on `port`. In `folder` lie the
    certificate, which is made here, and what collectstatic makes."""
    make_certificate(folder)
    site = NGINX.replace("listen 80;", f"listen unix:{folder}/socket;")  # else for root alone
    site = site.replace(
        "listen 443 ", f"listen 127.0.0.1:{port} " if port else f"listen unix:{folder}/tls "
    )
    site = site.replace("/var/log/nginx/", f"{folder}/").replace(":8000;", f":{app_port};")
    site = site.replace("/srv/askdoctor/var/static/", f"{folder}/static/")
    site = site.replace("/etc/ssl/ask.example.org.pem", f"{folder}/certificate.pem")
    site = site.replace("/etc/ssl/private/ask.example.org.key", f"{folder}/key.pem")
    (folder / "site.conf").write_text(site)
    main = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    types = "include /etc/nginx/mime.types;"
    inside = "\n".join([types, *temporary_folders(folder), f"include {folder}/site.conf;"])
    main.write_text(f"pid {folder}/pid;\n{user}\nevents {{}}\nhttp {{ {inside} }}\n")
    return main


def make_certificate(folder: Path) -> None:
    """Signed by itself, for an hour."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "ask.example.org")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(secret)


@pytest.mark.skipif(not PROGRAM, reason="nginx is not installed")
def test_nginx_takes_the_configuration(tmp_path):
    command = [PROGRAM, "-t", "-c", write_configuration(tmp_path), "-e", tmp_path / "error.log"]
    said = subprocess.run(command, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr


@pytest.fixture(scope="module")
def answers(tmp_path_factory) -> dict[str, tuple[int, list[tuple[str, str]]]]:
    """kind -> status and headers as they come over the wire, through nginx, from a site on https."""
    folder = tmp_path_factory.mktemp("live")
    folder.chmod(0o755)
    port, app_port = free_port(), free_port()
    environment = behind_nginx(folder, "https://ask.example.org")
    run = {"cwd": PROJECT, "env": environment}
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
    subprocess.run(collect, **run, check=True)
    main = write_configuration(folder, port=port, app_port=app_port)
    serve = [sys.executable, "-m", "gunicorn", "askdoctor.wsgi", "--no-control-socket"]
    with ExitStack() as stack:
        nginx = [PROGRAM, "-c", main, "-e", folder / "error.log", "-g", "daemon off;"]
        ended_with(stack, subprocess.Popen(nginx))
        site = subprocess.Popen([*serve, "--bind", f"127.0.0.1:{app_port}"], **run)
        ended_with(stack, site)
        wait_until_it_answers(port, folder)
        found = {kind: ask(port, folder, *asked) for kind, asked in ASKED.items()}
        site.terminate()
        site.wait()
        return found | {"outage": ask(port, folder, "GET", "/emergency/")}


def ended_with(stack: ExitStack, process: subprocess.Popen) -> None:
    stack.callback(process.wait)
    stack.callback(process.terminate)


# What nginx answers by itself, and what the site says through it.
ASKED = {
    "file": ("GET", "/static/favicon.svg"),
    "missing file": ("GET", "/static/no-such-file.css"),
    "too large": ("POST", "/ask/", {"Content-Length": "2000000"}),
    "page": ("GET", "/emergency/"),
    "missing page": ("GET", "/no-such-page/"),
}
STATUSES = {"file": 200, "missing file": 404, "too large": 413, "outage": 503}
STATUSES |= {"page": 200, "missing page": 404}


def ask(port: int, folder: Path, method: str, path: str, headers: dict | None = None):
    """Without a body: who announces too much hears so before it is sent."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.load_verify_locations(folder / "certificate.pem")
    connection = HTTPSConnection("127.0.0.1", port, context=context, timeout=20)
    with closing(connection):
        connection.request(method, path, headers={"Host": "ask.example.org", **(headers or {})})
        response = connection.getresponse()
        return response.status, response.getheaders()


def wait_until_it_answers(port: int, folder: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(OSError):
            if ask(port, folder, "GET", "/emergency/")[0] == 200:
                return
        time.sleep(0.2)
    raise TimeoutError("the site does not answer")


@pytest.mark.skipif(not PROGRAM, reason="nginx is not installed")
@pytest.mark.parametrize("kind", STATUSES)
def test_through_nginx_every_answer_has_each_header_once(answers, kind):
    status, headers = answers[kind]
    assert status == STATUSES[kind]
    twice = [
        name for name, times in Counter(name.lower() for name, _ in headers).items() if times > 1
    ]
    assert not twice
    said = dict(headers)
    for header, variable in OWN.items():
        assert parts(header, said[header]) == parts(header, own_value(variable)), header
    assert "frame-ancestors 'none'" in said["Content-Security-Policy"]
    assert said.get("Retry-After") == ("60" if kind == "outage" else None)


@pytest.fixture
def outage_page(settings, tmp_path) -> str:
    settings.STATIC_ROOT = tmp_path
    manifest = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": manifest}}
    settings.EMERGENCY_NUMBERS, settings.CRISIS_NUMBERS = ["119", "112"], ["1925"]
    call_command("collectstatic", verbosity=0, interactive=False)
    assert "error_page 500 502 504 =503 /static/outage.html;" in NGINX
    return (tmp_path / "outage.html").read_text()


def test_page_of_an_outage_says_whom_to_call_in_both_languages(outage_page):
    for number in ("119", "112", "1925"):
        assert outage_page.count(f'<a href="tel:{number}">') == 2
    assert "In an emergency, do not wait" in outage_page
    assert "遇到緊急狀況" in outage_page


def test_page_of_an_outage_needs_nothing_but_its_style(outage_page, tmp_path):
    addresses = re.findall(r'(?:href|src)="(?!tel:)([^"]+)"', outage_page)
    assert len(addresses) == 1
    assert re.fullmatch(r"/static/site\.[0-9a-f]{12}\.css", addresses[0])
    assert (tmp_path / addresses[0].removeprefix("/static/")).is_file()
    assert "<script" not in outage_page
    assert "style=" not in outage_page
