"""CPU of an uncached question page, PostgreSQL included, beside that of a bare Django view of 20 KB.

Both run under gunicorn with one worker, in the same run, taking turns, so that a slow or busy
machine slows both. The figure to keep is the ratio, bare / page: 0.12 or better.
"""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from askdoctor.environment import prepare

prepare()

import django  # noqa: E402 - the environment comes first

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from faq.models import RelatedTopic, Topic  # noqa: E402
from tests.benchmarks.measuring import cpu_seconds  # noqa: E402
from tests.database import url_of_test_database  # noqa: E402
from tests.factories import make_question, make_similar, make_specialty  # noqa: E402

ROUNDS, REQUESTS, WARM_UP = 9, 300, 100
FLOOR = 0.12
BODY = (
    "Two rounds of immunoglobulin held for only a few weeks each, and we wonder what is next. " * 5
)
EXPLANATION = "\n\n".join(
    f"Paragraph {number} of the explanation says one thing in *plain* words, then says why it "
    "is known, and then what it does not tell for one child at home on an ordinary day. " * 3
    for number in range(8)
)
TAGS = ["immune thrombocytopenia", "sirolimus", "platelets", "second-line treatment"]


def seed():
    """A question as full as the reference page, in a database with some others."""
    question = make_question(
        title="Can sirolimus help an infant whose immune thrombocytopenia keeps coming back?",
        summary="What is known of sirolimus for platelets that stay low.",
        body=BODY,
        reply="Yes, but late in the order. It calms the immune attack on platelets. " * 3,
        explanation=EXPLANATION,
        asker_name="Elsa",
        tags=TAGS,
    )
    others = [make_question(body=BODY, reply=BODY, tags=TAGS[:2]) for _ in range(50)]
    make_similar(question, *others[:4], shared=TAGS[:2])
    for score in range(5):
        topic = Topic.objects.create(
            slug=f"topic-{score}", name=f"Topic {score}", specialty=make_specialty("pharmacology")
        )
        RelatedTopic.objects.create(question=question, topic=topic, score=score)
    return question


@contextmanager
def server(application: str, **environment):
    """A gunicorn with one worker. Gives (port, pid of the worker)."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--workers=1", f"--bind=127.0.0.1:{port}", "--log-level=error"]
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *options, "--no-control-socket", application],
        env={**os.environ, **environment},
    )
    try:
        yield port, worker_of(process.pid, port)
    finally:
        process.terminate()
        process.wait()


def worker_of(master: int, port: int) -> int:
    """The pid of the worker, once the port answers."""
    for _attempt in range(200):
        time.sleep(0.05)
        children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        with socket.socket() as probe:
            if children and probe.connect_ex(("127.0.0.1", port)) == 0:
                return int(children[0])
    raise RuntimeError("the server did not start")


def fetch(port: int, path: str) -> bytes:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    client.request("GET", path)
    response = client.getresponse()
    body = response.read()
    client.close()
    if response.status != 200:
        raise RuntimeError(f"{path}: {response.status}")
    return body


def backends() -> list[int]:
    """The PostgreSQL processes that serve others than this one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return [pid for (pid,) in cursor.fetchall()]


def measure(port: int, path: str, pids: list[int]) -> float:
    before = cpu_seconds(pids)
    for _request in range(REQUESTS):
        fetch(port, path)
    return (cpu_seconds(pids) - before) / REQUESTS


def main() -> None:
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        with tempfile.TemporaryDirectory() as var:
            compare(seed(), var)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["TEST"]["NAME"], verbosity=0)


def compare(question, var: str) -> None:
    environment = {
        "DATABASE_URL": url_of_test_database(),
        "ASKDOCTOR_VAR": var,
        "SITE_URL": "http://127.0.0.1",
    }
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"],
        env={**os.environ, **environment},
        check=True,
    )
    path = question.get_absolute_url()
    with (
        server("tests.benchmarks.bare:application") as (bare_port, bare_pid),
        server("askdoctor.wsgi:application", **environment) as (port, pid),
    ):
        for _request in range(WARM_UP):
            fetch(bare_port, "/")
            size = len(fetch(port, path))
        pids = [pid, *backends()]
        bare, page = [], []
        for _round in range(ROUNDS):
            bare.append(measure(bare_port, "/", [bare_pid]))
            page.append(measure(port, path, pids))
    ratio = statistics.median(b / p for b, p in zip(bare, page, strict=True))
    print(  # noqa: T201 - its output is its purpose
        f"question page: {size} bytes, {statistics.median(page) * 1000:.3f} ms CPU; "
        f"bare view: {statistics.median(bare) * 1000:.3f} ms CPU; "
        f"ratio {ratio:.3f} (at least {FLOOR})"
    )
    if ratio < FLOOR:
        sys.exit("the question page has become too costly")


if __name__ == "__main__":
    main()
