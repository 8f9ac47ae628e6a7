"""The people of the tests."""

import time
from importlib import import_module

import pytest
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test import Client

from tests.factories import make_doctor


@pytest.fixture(autouse=True, scope="session")
def tests_with_real_transactions_may_empty_tables():
    """The database refuses that to the site, and to `manage.py flush` (migration 0023_audit)."""
    flush = DatabaseOperations.sql_flush

    def sql_flush(*args, **kwargs):
        return ["SET LOCAL askdoctor.erasing = 'on'", *flush(*args, **kwargs)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "sql_flush", sql_flush)
        yield


@pytest.fixture(autouse=True)
def static_files_without_manifest(settings):
    """Tests need no collected files: names stay as they are."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def passwords_cost_little(settings):
    """A real hash takes a third of a second, on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def tests_fill_in_forms_at_once(settings):
    settings.FASTEST_FORM_SECONDS = -1


@pytest.fixture(scope="session")
def media_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("media")


@pytest.fixture(autouse=True)
def files_lie_in_a_folder_of_the_tests(settings, media_folder):
    settings.MEDIA_ROOT = media_folder


@pytest.fixture(autouse=True)
def signed_in_with_second_factor(monkeypatch):
    """Whom a test signs in by `force_login` has a session as it is after both steps: what the
    session says is ours to write here, and the rule that reads it stays as it is."""
    by_password_alone = Client.force_login

    def force_login(client, user, backend=None):
        by_password_alone(client, user, backend)
        session = client.session
        session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
        UserSession.objects.create(user=user, session_key=session.session_key, ip="::")

    monkeypatch.setattr(Client, "force_login", force_login)


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
    """A member of staff in the group of the moderators, and no superuser."""
    user = get_user_model().objects.create_user("moderator", is_staff=True)
    # Made again here, because tests with real transactions empty every table.
    import_module("faq.migrations.0002_moderators").make_group(apps, None)
    import_module("doctors.migrations.0004_moderators_invite").let_moderators_invite(apps, None)
    user.groups.add(Group.objects.get(name="Moderators"))
    return user
