"""Says which locked packages have a newer patch release: `make newer`.

A patch release is one with the same first two numbers; those that mend a hole are mostly that. It only
tells: `requirements/lock` locks them anew. It asks where pip asks, and without an answer it says so.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)\s*(;[^\\]*)?", re.M)
LOCK = Path(__file__).parent / "e2e.txt"  # the longest: what runs, tests and drives the browser
ASK = "install --dry-run --ignore-installed --no-deps --only-binary :all: --quiet --report -"
PATIENCE = "--retries 1 --timeout 20 --disable-pip-version-check --no-input"


def patches_of(lock: str) -> list[str]:
    """What pip has to be asked for: of each locked version itself and its later patch releases."""
    asked = []
    for name, version, marker in LOCKED.findall(lock):
        line = ".".join([*version.split("."), "0"][:2])
        asked.append(f"{name}>={version},=={line}.* {marker}".strip())
    return asked


def newer(lock: str, found: Iterable[tuple[str, str]]) -> list[str]:
    """A line for each package that was found in another version than the locked ones."""
    locked = {}
    for name, version, _marker in LOCKED.findall(lock):
        locked.setdefault(_plain(name), []).append(version)
    return [
        f"{name} {' and '.join(locked[_plain(name)])} -> {version}"
        for name, version in found
        if version not in locked[_plain(name)]
    ]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> None:
    lock = LOCK.read_text()
    command = [sys.executable, "-m", "pip", *ASK.split(), *PATIENCE.split(), *patches_of(lock)]
    done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603 - our own words
    if done.returncode:
        reasons = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        sys.stdout.write("Newer patch releases were not looked up. pip says:\n")
        sys.stdout.writelines(f"  {line}\n" for line in reasons[-2:])
        return
    found = [each["metadata"] for each in json.loads(done.stdout)["install"]]
    lines = newer(lock, [(each["name"], each["version"]) for each in found])
    sys.stdout.write(f"{len(found)} locked packages, {len(lines)} with a newer patch release.\n")
    sys.stdout.writelines(f"  {line}\n" for line in lines)


if __name__ == "__main__":
    main()
