"""The desk, for the tests of what is done there."""

import pytest

from questions.models import Question
from tests.factories import make_question


@pytest.fixture
def desk(client, doctor):
    """The doctor's browser."""
    client.force_login(doctor.user)
    return client


@pytest.fixture
def question(doctor) -> Question:
    """One that the doctor holds."""
    return make_question(status="claimed", doctor=doctor)
