"""What `make newer` asks and says; the registry itself is asked by nobody here."""

import os
import subprocess
import sys

from requirements.newer import newer, patches_of
from tests.test_architecture import PROJECT

LOCK = """
django==5.2.19 \\
    --hash=sha256:00
    # via askdoctor (pyproject.toml)
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:00
numpy==2.5.5 ; python_full_version >= '3.12' \\
    --hash=sha256:00
typing-extensions==4.16.0 \\
    --hash=sha256:00
packaging==26.3 \\
    --hash=sha256:00
"""


def test_patch_releases_alone_are_asked_for():
    assert patches_of(LOCK) == [
        "django>=5.2.19,==5.2.*",
        "numpy>=2.4.6,==2.4.* ; python_full_version < '3.12'",
        "numpy>=2.5.5,==2.5.* ; python_full_version >= '3.12'",
        "typing-extensions>=4.16.0,==4.16.*",
        "packaging>=26.3,==26.3.*",
    ]


def test_what_is_newer_than_locked_is_told():
    found = [("Django", "5.2.20"), ("numpy", "2.5.5"), ("typing_extensions", "4.16.0")]
    assert newer(LOCK, found) == ["Django 5.2.19 -> 5.2.20"]


def test_every_locked_package_is_asked_for():
    lock = (PROJECT / "requirements" / "e2e.txt").read_text()
    assert len(patches_of(lock)) == lock.count("==") - lock.count(" == '") > 40


def test_without_an_answer_it_says_so_and_fails_nothing(tmp_path):
    nowhere = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": tmp_path.as_uri()}
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), **nowhere}
    command = [sys.executable, PROJECT / "requirements" / "newer.py"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Newer patch releases were not looked up.")
    assert "No matching distribution" in done.stdout
