"""Gives the tests their database before pytest-django reads the settings (see pyproject.toml)."""

import pytest

from askdoctor.environment import prepare


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests():
    prepare()
    return (yield)
