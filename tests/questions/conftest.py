"""The desk, for the tests of what is done there."""

import pytest

from questions.models import Question
from tests.factories import make_question
from tests.questions.at_desk import Desk, at_desk


@pytest.fixture
def desk(doctor) -> Desk:
    """The doctor's browser."""
    return at_desk(doctor.user)


@pytest.fixture
def question(doctor) -> Question:
    """One that the doctor holds."""
    return make_question(status="claimed", doctor=doctor)
