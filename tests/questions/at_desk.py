"""Addresses of the desk, and the browsers that press its buttons."""

import re

from django.test import Client
from django.urls import reverse

from questions.facts import facts_of, marks_of
from questions.models import Question

FORM = re.compile(r"(?:/zh-hant)?/desk/questions/(\d+)/(?:draft|save|preview|publish)/")


def address(name: str, question: Question) -> str:
    return reverse(f"desk_{name}", args=[question.pk])


def seen(question: Question) -> str:
    """What the form of a page says that shows the question as it is now."""
    return marks_of(facts_of(question))


class Desk(Client):
    """A doctor's browser. Its forms come from a page that shows the question as it is, unless they say
    themselves what was seen of it."""

    def post(self, path, data=None, *args, **kwargs):
        if form := FORM.fullmatch(path):
            question = Question.objects.get(pk=form[1])
            data = {"question_seen": seen(question)} | (data or {})
        return super().post(path, data, *args, **kwargs)


def at_desk(user) -> Desk:
    browser = Desk()
    browser.force_login(user)
    return browser
