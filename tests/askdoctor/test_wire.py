"""What goes over the wire, whatever the page."""

import gzip

import pytest
from django.test import RequestFactory

from askdoctor.wsgi import application
from tests.factories import make_question

pytestmark = pytest.mark.django_db


def test_pages_are_compressed_for_those_who_can_read_it(visitor):
    question = make_question(body="Words of the question. " * 40)
    plain = visitor.get(question.get_absolute_url())
    packed = visitor.get(question.get_absolute_url(), headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content


def test_head_has_the_headers_of_the_page_and_no_body():
    def ask(method: str) -> tuple[dict, bytes]:
        headers = {}
        environ = RequestFactory().generic(method, "/emergency/").environ
        body = application(environ, lambda _status, pairs: headers.update(pairs))
        return headers, b"".join(body)

    headers, page = ask("GET")
    assert page
    assert ask("HEAD") == (headers, b"")
