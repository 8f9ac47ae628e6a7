"""The people of the tests."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from tests.factories import make_doctor


@pytest.fixture(autouse=True)
def static_files_without_manifest(settings):
    """Tests need no collected files: names stay as they are."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def visitor(client):
    """Someone without an account: a client that is not signed in."""
    return client


@pytest.fixture
def doctor(db):
    return make_doctor(name="Ada Verified")


@pytest.fixture
def other_doctor(db):
    return make_doctor(name="Bo Colleague")


@pytest.fixture
def unverified_doctor(db):
    return make_doctor(name="Una Checked", is_verified=False)


@pytest.fixture
def moderator(db):
    """A member of staff with every permission on the site's own data, and no superuser."""
    user = get_user_model().objects.create_user("moderator", is_staff=True)
    apps = ("questions", "doctors", "faq")
    user.user_permissions.set(Permission.objects.filter(content_type__app_label__in=apps))
    return user
