"""The first page of moderation, and who its moderators are."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from questions.models import Report
from tests.factories import make_doctor, make_question, make_user
from tests.first_page import work_on_first_page

pytestmark = pytest.mark.django_db


def test_first_page_shows_what_waits_and_leads_to_it(client, moderator):
    make_question(status="pending", asked_at=timezone.now())
    make_question(status="pending", asked_at=timezone.now() - timedelta(days=3, minutes=1))
    make_question(status="open")
    Report.objects.create(question=make_question(), reason="wrong")
    make_doctor(is_verified=False)
    make_doctor(is_verified=False, with_account=False)
    make_doctor(licence_expires_on=timezone.localdate() + timedelta(days=29))
    overdue = make_question().replies.get()
    overdue.review_due_on = timezone.localdate() - timedelta(days=1)
    overdue.save()
    since = (timezone.localtime() - timedelta(days=30)).date()
    for days in (0, 29, 31):
        asked_at = timezone.now() - timedelta(days=days)
        make_question(status="declined", decline_reason="unclear", asked_at=asked_at)
    client.force_login(moderator)
    response = client.get(reverse("admin:index"))
    works = work_on_first_page(client)
    assert [one.count for one in works if "could not be sent" in one.label] == [0, 0]
    work = {one.address.partition("?")[2]: one.count for one in works}
    assert work == {
        "status=pending": 2,
        "status=open": 1,
        "state=open": 1,
        "came_after_check__exact=1&read_at__isempty=1": 0,
        "status__exact=failed": 0,
        "standing=to_check": 1,
        "standing=soon": 1,
        "review=due": 1,
        "review=reading": 0,
        f"decline_reason__exact=unclear&status=declined&asked_at__date__gte={since}": 2,
    }
    assert "the oldest for 3 d" in response.content.decode()
    for one in works:
        listed = client.get(one.address).context["cl"].result_count
        assert listed == one.count
        if one.late_count:
            assert client.get(one.late_address).context["cl"].result_count == one.late_count


def test_first_page_tells_nothing_of_what_one_may_not_see(client):
    client.force_login(make_user(is_staff=True))
    assert work_on_first_page(client) == []


def test_moderators_may_moderate_and_nothing_else():
    codenames = set(
        Group.objects.get(name="Moderators").permissions.values_list("codename", flat=True)
    )
    assert {"change_question", "change_reply", "change_tag", "change_doctor"} <= codenames
    assert not {"delete_question", "delete_reply", "add_user", "change_user"} & codenames


def test_account_of_a_doctor_is_not_staff(doctor):
    assert not doctor.user.is_staff
