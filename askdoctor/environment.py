"""What a checkout needs to run without being configured: a database and a secret key.

`manage.py` and the tests call `prepare()` before Django is loaded. Settings only ever read the
environment, so a server that is configured by its operator never comes through here with an effect.
"""

import os
import secrets
import sys
from pathlib import Path

from askdoctor.embedded_postgres import EmbeddedPostgresError, ensure_running

PROJECT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("ASKDOCTOR_VAR", PROJECT / "var"))


def prepare() -> None:
    """Fill in DJANGO_SETTINGS_MODULE, DATABASE_URL and SECRET_KEY where they are not set."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askdoctor.settings")
    if "DATABASE_URL" in os.environ:
        return
    try:
        os.environ["DATABASE_URL"] = ensure_running(VAR)
    except EmbeddedPostgresError as error:
        sys.exit(f"askdoctor: {error}")
    if "SECRET_KEY" not in os.environ:
        os.environ["SECRET_KEY"] = _secret_key()


def _secret_key() -> str:
    """The key of this checkout, made at its first start and readable by its owner alone."""
    path = VAR / "secret-key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        try:
            return path.read_text()
        except PermissionError:
            sys.exit(f"askdoctor: {path} belongs to another user: remove it, or set SECRET_KEY.")
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text()
