"""Who answers, as a visitor sees it."""

import re
from datetime import date

import pytest
from django.utils import timezone

from askdoctor.worker import refresh_all_due
from tests.factories import make_doctor, make_question, make_specialty

pytestmark = pytest.mark.django_db


def test_profile_shows_credentials_licence_and_answers(visitor):
    doctor = make_doctor(
        name="Ada Verified",
        slug="ada",
        credentials="MD, FAAP",
        bio="First.\n\nSecond <b>.",
        licence_issuer="Ministry",
        licence_expires_on=date(2099, 5, 1),
    )
    doctor.other_specialties.add(make_specialty("skin"))
    make_question(title="Her answer", doctor=doctor)
    make_question(title="Of another")
    html = visitor.get("/doctors/ada/").content.decode()
    for text in (
        "Dr. Ada Verified</h1>",
        "MD, FAAP",
        'href="/specialties/pediatrics/"',
        'href="/specialties/skin/"',
        "Issued by Ministry",
        "valid until 1 May 2099.",
        "licence checked",
        "<p>First.</p>",
        "Second &lt;b&gt;.",
        "Her answer",
    ):
        assert text in html, text
    assert "Of another" not in html
    assert doctor.licence_number not in html


def test_an_expired_licence_is_not_shown_as_checked(visitor):
    make_doctor(slug="old", licence_expires_on=date(2020, 5, 1))
    html = visitor.get("/doctors/old/").content.decode()
    assert "licence checked" not in html
    assert "expired on 1 May 2020" in html
    assert "licence checked" not in visitor.get("/doctors/").content.decode()


def test_an_imported_doctor_is_found_by_the_first_answer(visitor):
    doctor = make_doctor(name="Imported", slug="imported", is_verified=False, with_account=False)
    assert visitor.get("/doctors/imported/").status_code == 404
    make_question(doctor=doctor)
    html = visitor.get("/doctors/imported/").content.decode()
    assert ">Imported</h1>" in html
    assert "The licence has not been checked by this site." in html


@pytest.mark.parametrize("status", ["claimed", "retracted"])
def test_an_unverified_doctor_without_a_public_answer_is_missing(visitor, status):
    doctor = make_doctor(slug="una", is_verified=False)
    make_question(status=status, doctor=doctor)
    assert visitor.get("/doctors/una/").status_code == 404
    assert "/doctors/una/" not in visitor.get("/doctors/").content.decode()


def test_doctors_follow_each_other_by_name_over_pages(visitor):
    names = [f"Name {number % 9}" for number in range(45)] + ["林安然"]
    wanted = [make_doctor(name=name).slug for name in names]
    seen, query = [], ""
    while True:
        html = visitor.get(f"/doctors/{query}").content.decode()
        seen += re.findall(r'href="/doctors/([^/"]+)/"', html)
        found = re.search(r'rel="next" href="([^"]+)"', html)
        if not found:
            break
        query = found[1]
    assert len(seen) == len(set(seen)) == 46
    assert sorted(seen) == sorted(wanted)


def test_a_suspended_doctor_is_not_shown_as_checked(visitor):
    doctor = make_doctor(slug="away", suspended_at=timezone.now())
    make_question(doctor=doctor)
    refresh_all_due()
    html = visitor.get("/doctors/away/").content.decode()
    assert "licence checked" not in html
    assert "gives no new answers on this site at present" in html
    assert "licence checked" not in visitor.get("/doctors/").content.decode()
