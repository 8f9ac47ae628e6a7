"""Public pages are the same for everyone, and what is not public is the same as what is not there."""

import pytest
from django.core.management import call_command

from questions.models import Question, Reply
from tests.factories import make_attachment, make_doctor, make_question, make_topic
from tests.test_private_fields import signed_in
from tests.test_unpublished import STARTS, read_everything

pytestmark = pytest.mark.django_db

# What was public says so at its address: tests/questions/test_later.py.
HIDDEN = [one for one in Question.Status.values if one not in ("published", "retracted")]
NOWHERE = 7_777  # beside a number that is there


def told_of(person, address: str) -> tuple[int, dict[str, str], bytes]:
    response = person.get(address)
    cookies = {"cookies": str(response.cookies)} if response.cookies else {}
    return response.status_code, dict(response.headers) | cookies, b"".join(response)


@pytest.fixture
def library(doctor):
    questions = [make_question(doctor=doctor, tags=["rash"]) for _ in range(2)]
    make_attachment(questions[0].replies.get())
    make_topic(tags=["rash"], questions=questions)
    call_command("worker", once=True)


def test_public_pages_are_the_same_for_everyone(library, visitor, doctor, moderator):
    """Status, headers and bytes, so that a store may give anybody what it kept for another."""
    addresses = read_everything(visitor, [*STARTS, "/search/?q=question", "/no-such-page/"])
    pages = [each for each in addresses if not each.endswith("/report/")]  # forms have keys
    assert len(pages) > 40
    people = [signed_in(doctor.user), signed_in(moderator)]
    for address in pages:
        usual = told_of(visitor, address)
        assert "cookies" not in usual[1] and "Cookie" not in usual[1].get("Vary", ""), address
        for person in people:
            assert told_of(person, address) == usual, address


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
@pytest.mark.parametrize("status", HIDDEN)
def test_unpublished_is_missing_byte_for_byte_but_for_the_number(visitor, doctor, status, prefix):
    """Its files, its tag and its doctor too; headers as well as the page."""
    hidden = make_question(status=status, title="Planted", tags=["planted"], doctor=doctor)
    unknown = make_doctor(name="Una Planted", is_verified=False)
    file = make_attachment(Reply.objects.create(question=hidden, doctor=unknown, text="Draft."))
    pairs = [
        (f"/questions/{hidden.pk}/{tail}", f"/questions/{hidden.pk + NOWHERE}/{tail}")
        for tail in ("", f"{hidden.slug}/", "wrong/", "report/")
    ]
    pairs.append((f"/attachments/{file.key}/", "/attachments/0123456789abcdef0123456789abcdef/"))
    pairs += [
        ("/tags/planted/", "/tags/unheard/"),
        (unknown.get_absolute_url(), "/doctors/nobody/"),
    ]
    for pair in pairs:
        seen, missing = (told_of(visitor, prefix + address) for address in pair)
        same = prefix.encode() + b"/at/"
        (status_seen, headers_seen, page_seen), (status_missing, headers, page) = seen, missing
        assert status_seen == status_missing == 404
        headers_seen.pop("Content-Length", None), headers.pop("Content-Length", None)
        assert headers_seen == headers
        assert page_seen.replace(pair[0].encode(), same) == page.replace(pair[1].encode(), same)
