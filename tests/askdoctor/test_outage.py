"""The shipped configuration of nginx, and the page that it shows while the site does not answer."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from tests.faults.nginx import temporary_folders

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


@pytest.mark.skipif(not PROGRAM, reason="nginx is not installed")
def test_nginx_takes_the_configuration(tmp_path):
    site = re.sub(r"^    ssl_certificate.*$", "", NGINX, flags=re.M)
    site = site.replace("listen 443 ssl http2;", "").replace("/var/log/nginx", str(tmp_path))
    site = site.replace("listen 80;", f"listen unix:{tmp_path}/socket;")  # else for root alone
    (tmp_path / "site.conf").write_text(site)
    main = tmp_path / "nginx.conf"
    inside = "\n".join([*temporary_folders(tmp_path), f"include {tmp_path}/site.conf;"])
    main.write_text(f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{ {inside} }}\n")
    command = [PROGRAM, "-t", "-c", main, "-e", tmp_path / "error.log"]
    said = subprocess.run(command, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr


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
