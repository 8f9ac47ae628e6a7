"""Who only looks changes nothing: every address is read while the database refuses to write.

A link, a crawler, a mail program that looks ahead, an image on another site: all of them send GET.
"""

import pytest
from django.db import InternalError, connection, transaction
from django.test import Client

from questions.models import Question
from tests.factories import make_question, make_user
from tests.test_access import (  # noqa: F401 - `clients` is a fixture
    ABOUT,
    MAKERS,
    STATES,
    address,
    clients,
    named,
)

pytestmark = pytest.mark.django_db

# Those whom a page is for; test_access.py has the others, who are refused.
READERS = ["visitor", "asker", "doctor", "moderator", "superuser"]
# It publishes the reply to show it as it will be, and takes that back (test_preview_shows_what_readers_will_see_and_keeps_the_draft).
TAKES_BACK = {"desk_preview"}


@pytest.fixture(autouse=True)
def sessions_lie_elsewhere(settings):
    """What a browser's own session remembers of its way is no change of the site."""
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


def read_only() -> None:
    """Until the transaction around it ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL transaction_read_only = on")


@pytest.fixture
def people(clients) -> dict[str, Client]:  # noqa: F811
    superuser = Client()
    superuser.force_login(make_user(username="superuser", is_staff=True, is_superuser=True))
    return clients | {"superuser": superuser}


@pytest.mark.parametrize("name", sorted(set(named()) - TAKES_BACK))
def test_looking_at_an_address_writes_nothing(name, people, doctor):
    model, _parts = ABOUT.get(name, (None, None))
    for state in STATES.get(model, ["any"]):
        thing = MAKERS[model](state, doctor)
        for person in READERS:
            path = address(name, thing, person)
            for ask in (people[person].get, people[person].head):
                with transaction.atomic():
                    read_only()
                    response = ask(path)
                    list(response) if response.streaming else None
                    transaction.set_rollback(True)
                assert response.status_code < 500, f"{path} of what is {state}, to the {person}"
                if response.status_code >= 400:
                    break


def test_the_database_refuses_to_write_while_a_page_is_read():
    """Else the test above would find nothing because everything is allowed."""
    question = make_question()
    with pytest.raises(InternalError, match="read-only"), transaction.atomic():
        read_only()
        Question.objects.filter(pk=question.pk).update(title="Another")
