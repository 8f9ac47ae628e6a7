"""Gives the tests their database before pytest-django reads the settings (see pyproject.toml)."""

import os

import pytest

from askdoctor.environment import prepare


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests():
    os.environ["SITE_URL"] = "http://127.0.0.1:8000"  # whatever PORT or a developer's shell says
    prepare()
    return (yield)
