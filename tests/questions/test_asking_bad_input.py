"""Whatever is posted to the steps, the answer is a page, a redirect or a clear refusal."""

from urllib.parse import quote_from_bytes

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import make_specialty

STEPS = ["", "question/", "contact/", "similar/", "check/", "sent/"]
NAMES = ["age_band", "sex", "asker_name", "title", "specialty", "body", "email", "shown", "back"]
LIKELY = [
    "3-11m",
    "male",
    "0-9",
    "",
    "allergy",
    "a@b.example",
    "9" * 40,
    "\0",
    "\u202e",
    "[]",
    "{}",
]

text = st.one_of(st.sampled_from(LIKELY), st.text(max_size=80))
value = st.one_of(
    text.map(lambda one: one.encode("utf-8", "surrogatepass")), st.binary(max_size=40)
)
name = st.one_of(st.sampled_from(NAMES), st.text(max_size=8)).map(
    lambda one: one.encode("utf-8", "surrogatepass")
)
pairs = st.lists(st.tuples(name, value), max_size=12)
posts = st.lists(st.tuples(st.sampled_from(STEPS), pairs), min_size=1, max_size=4)
quietly = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.django_db
@quietly
@given(posts)
def test_no_post_to_any_step_is_a_fault_of_ours(db, posts):
    make_specialty("allergy")
    browser = Client()
    for step, fields in posts:
        body = "&".join(f"{quote_from_bytes(n)}={quote_from_bytes(v)}" for n, v in fields)
        answer = browser.post(
            f"/ask/{step}", body, content_type="application/x-www-form-urlencoded"
        )
        assert answer.status_code in (200, 302, 400, 405, 410)
        assert browser.get(f"/ask/{step}").status_code in (200, 302)


@pytest.mark.django_db
@quietly
@given(
    st.sampled_from(STEPS),
    st.binary(max_size=300),
    st.sampled_from(
        [
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/json",
            "application/x-www-form-urlencoded; charset=utf-7",
            "application/x-www-form-urlencoded; charset=nonsense",
            "multipart/form-data; boundary=x; charset=nonsense",
            "text/plain",
            "",
        ]
    ),
)
def test_no_body_of_any_kind_is_a_fault_of_ours(db, step, body, content_type):
    answer = Client().generic("POST", f"/ask/{step}", body, content_type)
    assert answer.status_code in (200, 302, 400, 405, 410)


@pytest.mark.django_db
def test_file_in_place_of_text_is_nothing_typed(client, tmp_path):
    path = tmp_path / "title.txt"
    path.write_text("a file")
    with path.open() as file:
        client.post("/ask/", {"age_band": "3-11m", "sex": "male"})
        page = client.post("/ask/question/", {"title": file, "body": "text"}, follow=True)
    assert page.context["form"].has_error("title")


@pytest.mark.django_db
def test_past_a_million_bytes_the_server_refuses(client):
    assert client.post("/ask/question/", {"body": "x" * 1_100_000}).status_code == 400
