"""nginx as it is shipped, before a site of the tests."""

import os
import shutil
import subprocess
from pathlib import Path

SHIPPED = Path(__file__).resolve().parents[2] / "deploy" / "nginx.conf"
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/bin:/usr/local/bin")


def temporary_folders(folder: Path) -> list[str]:
    """Its own are for root alone."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    return [f"{kind}_temp_path {folder}/{kind};" for kind in kinds]


def start_nginx(folder: Path, var: Path, *, port: int, app_port: int) -> subprocess.Popen:
    """As shipped, but for what is marked as the operator's own, and without TLS."""
    text = SHIPPED.read_text()
    for ours, theirs in (
        ("    listen 80; ", f"    listen 127.0.0.1:{port}; #"),
        ("    listen 443 ssl http2;", "    #"),
        ("    ssl_", "    #"),
        ("ask.example.org;", "127.0.0.1;"),
        ("http://127.0.0.1:8000;", f"http://127.0.0.1:{app_port};"),
        ("/srv/askdoctor/var/static/;", f"{var}/static/;"),
        ("/var/log/nginx/askdoctor.log", f"{folder}/nginx-site.log"),
    ):
        if ours not in text:
            raise RuntimeError(f"deploy/nginx.conf has no {ours!r}")
        text = text.replace(ours, theirs)
    shipped, main = folder / "askdoctor.conf", folder / "nginx.conf"
    shipped.write_text(text)
    lines = [
        f"pid {folder}/nginx.pid;",
        f"error_log {folder}/nginx.log;",
        "daemon off;",
        "user root;" if os.geteuid() == 0 else "",
        "events {}",
        "http {",
        "include /etc/nginx/mime.types;",
        *temporary_folders(folder),
        f"include {shipped};",
        "}",
    ]
    main.write_text("\n".join(lines))
    return subprocess.Popen([NGINX, "-c", main, "-e", folder / "nginx.log"])
