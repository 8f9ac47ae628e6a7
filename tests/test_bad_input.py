"""Whatever is sent to a form, in an address or after it: a page, a redirect or a refusal, and never
a fault of ours. Forms are found on the pages, not listed, so a new field is tried as well."""

from html import unescape
from urllib.parse import quote_from_bytes, urljoin

import pytest
from django.contrib.admin import site as admin_site
from django.db import transaction
from django.test import Client
from django.urls import reverse

from questions.models import Question, Report
from tests.factories import make_question, make_topic, make_user
from tests.html_forms import Form, forms_in

pytestmark = pytest.mark.django_db

HOSTILE = {
    "nothing": b"",
    "NUL": b"a\0b",
    "half a surrogate": "\ud800".encode("utf-8", "surrogatepass"),
    "broken UTF-8": b"\xff\xfe\xc3",
    "100 KB": b"x" * 100_000,
    "a huge number": b"9" * 400,
    "past bigint": b"%d" % 2**63,
    "a negative number": b"-1",
    "strange digits": "²٣".encode(),
    "a list": b"[1,2]",
    "lines": b"a\r\nSet-Cookie: b\r\n",
    "markup": b'"><script>alert(1)</script>{{ 7 }}%s%(a)s',
    "a year": b"99999-99-99",
}
# Where pages take long, or the same form goes to another address: those most likely to trip.
FEW = ["nothing", "NUL", "100 KB", "past bigint", "markup"]
KEPT = "Words that took time."
ANSWERS = {200, 301, 302, 400, 403, 404, 405, 409, 410}
KIND = "application/x-www-form-urlencoded"


@pytest.fixture
def things(doctor, moderator):
    """One of each, and a browser of each person."""
    public = make_question(tags=["fever"], doctor=doctor)
    return {
        "public": public,
        "another": make_question(),
        "claimed": make_question(status="claimed", doctor=doctor, specialty=public.specialty),
        "pending": make_question(status="pending"),
        "reply": public.replies.get(),
        "tag": public.tags.get(),
        "topic": make_topic(),
        "report": Report.objects.create(question=public, reason="wrong"),
        "doctor": doctor,
        "specialty": public.specialty,
    }


@pytest.fixture
def browsers(doctor, moderator) -> dict[str, Client]:
    browsers = {"visitor": Client(), "doctor": Client(), "moderator": Client()}
    browsers["doctor"].force_login(doctor.user)
    browsers["moderator"].force_login(moderator)
    answers = {"age_band": "3-11m", "sex": "male", "title": "Egg", "email": ""}
    for step in ("", "question/", "contact/", "similar/"):
        browsers["visitor"].post(f"/ask/{step}", answers)
    return browsers


PAGES = {
    "/search/": "visitor",
    "/questions/{public.pk}/report/": "visitor",
    "/accounts/login/?next=/desk/": "visitor",
    "/ask/": "visitor",
    "/ask/question/": "visitor",
    "/ask/contact/": "visitor",
    "/ask/check/": "visitor",
    "/desk/questions/{claimed.pk}/": "doctor",
    "/desk/questions/{another.pk}/": "doctor",
    "/desk/replies/{reply.pk}/correct/": "doctor",
    "/accounts/password/reset/": "visitor",
    "/admin/questions/question/": "moderator",
    "/admin/questions/question/{public.pk}/change/": "moderator",
    "/admin/questions/question/{pending.pk}/change/": "moderator",
    "/admin/questions/question/bulk/decline/?ids={pending.pk}": "moderator",
    "/admin/questions/question/bulk/specialty/?ids={pending.pk}": "moderator",
    "/admin/questions/question/bulk/tags/?ids={pending.pk}": "moderator",
    "/admin/questions/reply/{reply.pk}/change/": "moderator",
    "/admin/questions/report/{report.pk}/change/": "moderator",
    "/admin/questions/tag/add/": "moderator",
    "/admin/questions/tag/{tag.pk}/change/": "moderator",
    "/admin/questions/tag/bulk/merge/?ids={tag.pk}": "moderator",
    "/admin/doctors/doctor/{doctor.pk}/change/": "moderator",
    "/admin/doctors/doctor/add/": "moderator",
    "/admin/doctors/specialty/add/": "moderator",
    "/admin/faq/topic/{topic.pk}/change/": "moderator",
    "/admin/faq/topic/{topic.pk}/delete/": "moderator",
}


def encoded(fields: list[tuple[str, str | bytes]]) -> str:
    pairs = [
        (name, value if isinstance(value, bytes) else value.encode()) for name, value in fields
    ]
    return "&".join(f"{quote_from_bytes(n.encode())}={quote_from_bytes(v)}" for n, v in pairs)


def send(browser: Client, form: Form, address: str, fields):
    """Nothing of it lasts, so that the next value finds everything as it was."""
    with transaction.atomic():
        if form.method == "post":
            response = browser.post(address, encoded(fields), content_type=KIND)
        else:
            response = browser.get(f"{address}?{encoded(fields)}")
        transaction.set_rollback(True)
    return response


@pytest.mark.parametrize("path", PAGES)
def test_no_field_of_a_form_takes_us_down_or_loses_the_text(path, browsers, things):
    path, browser = path.format(**things), browsers[PAGES[path]]
    response = browser.get(path)
    assert response.status_code == 200
    found = [form for form in forms_in(response.content.decode()) if "logout" not in form.action]
    assert found
    for form in found:
        whole = [(name, KEPT if name in form.texts else value) for name, value in form.fields]
        for target in {form.action, *form.other_actions}:
            is_short = target == form.action and not path.startswith("/admin/")
            for name in form.names():
                if name != "csrfmiddlewaretoken" and "__prefix__" not in name:
                    kinds = HOSTILE if is_short else FEW
                    try_all(browser, form, urljoin(path, target), name, whole, kinds)


def try_all(browser: Client, form: Form, address: str, name: str, whole, kinds) -> None:
    for kind in kinds:
        value = HOSTILE[kind]
        fields = [(other, value if other == name else kept) for other, kept in whole]
        response = send(browser, form, address, fields)
        what = f"{kind} as {name} of {address}: {response.status_code}"
        assert response.status_code in ANSWERS, what
        assert "Set-Cookie: b" not in str(response.headers), what
        page = unescape(response.content.decode())
        assert "<script>alert(1)</script>" not in response.content.decode(), what
        if response.status_code == 200 and set(form.texts) - {name}:
            assert KEPT in page, f"{what}, and the text is lost"


ADDRESSES = [
    "/questions/{}/",
    "/questions/{}/a/",
    "/questions/1/{}/",
    "/questions/{}/report/",
    "/specialties/{}/",
    "/tags/{}/",
    "/doctors/{}/",
    "/faq/{}/",
    "/faq/?letter={}",
    "/faq/?specialty={}",
    "/questions/?before={}",
    "/search/?q=a&tag={}",
    "/search/?q=a&doctor={}",
    "/search/?q=a&specialty={}",
    "/ticket/{}/",
    "/ticket/{}/withdraw/",
    "/{}/",
]


@pytest.mark.parametrize("language", ["en", "zh-hant"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_not_there_is_missing_in_the_look_of_the_site(visitor, address, language):
    make_question(pk=1)
    prefix = "" if language == "en" else f"/{language}"
    for kind in ("a huge number", "a negative number", "strange digits", "broken UTF-8", "markup"):
        path = prefix + address.format(quote_from_bytes(HOSTILE[kind], safe=""))
        response = visitor.get(path)
        if response.status_code == 301:  # a wrong slug of a right number
            continue
        page = response.content.decode()
        assert response.status_code == 404, path
        assert f'<html lang="{language}">' in page
        assert f'action="{prefix}/search/"' in page
        assert "<script>alert(1)" not in page
        assert not response.cookies


@pytest.mark.parametrize("model", admin_site._registry, ids=lambda model: model._meta.label_lower)
def test_no_address_of_the_admin_is_a_fault_of_ours(model, client, moderator):
    client.force_login(moderator)
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    for value in ["abc", "0", "-1", str(2**70), "_00", "a/b", "x" * 3000, "²", "%ff"]:
        for verb in ("change", "history", "delete"):
            response = client.get(reverse(f"{name}_{verb}", args=[value]))
            assert response.status_code in (302, 403, 404), f"{verb} of {value}"
    listed = reverse(f"{name}_changelist")
    for value in (quote_from_bytes(HOSTILE[kind][:2_000]) for kind in FEW):
        for key in (
            "q",
            "p",
            "o",
            "e",
            "status",
            "state",
            "standing",
            "all",
            "pk__in",
            "_to_field",
        ):
            if len(value) < 5_000:
                assert client.get(f"{listed}?{key}={value}").status_code in (200, 302, 400, 403), (
                    key
                )


ODD_LISTS = [
    *(f"o={value}" for value in ("-99", "--1", ".", "-", "²", "1." * 1_000, "9" * 400)),
    *(f"p={value}" for value in ("0", "-1", "²", "1_0", "9" * 400, "9" * 5_000)),
    *(f"q={value}" for value in ("a+" * 300, "%22a", "%23" + "9" * 18, "%5C", "%25", "(((")),
]


@pytest.mark.parametrize("model", admin_site._registry, ids=lambda model: model._meta.label_lower)
def test_no_order_page_or_search_of_a_list_is_a_fault_of_ours(model, client):
    client.force_login(make_user(is_staff=True, is_superuser=True))
    listed = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    for asked in ODD_LISTS:
        assert client.get(f"{listed}?{asked}").status_code in (200, 302), asked[:40]


@pytest.mark.parametrize("term", HOSTILE)
def test_no_search_of_the_admin_for_other_rows_is_a_fault_of_ours(term, client, moderator):
    client.force_login(moderator)
    question = make_question()
    version = reverse("admin:questions_question_simple_history", args=[question.pk, 1])
    value = quote_from_bytes(HOSTILE[term][:2_000], safe="")
    for path in (
        f"{version[:-2]}{value}/",
        f"/admin/questions/question/bulk/decline/?ids={value}",
        f"/admin/autocomplete/?app_label=faq&model_name=topic&field_name={value}",
        f"/admin/autocomplete/?app_label={value}&model_name={value}&field_name={value}",
        f"/admin/r/{value}/{value}/",
        f"/admin/{value}/",
    ):
        assert client.get(path).status_code in (301, 302, 400, 403, 404), path
    assert Question.objects.count() == 1, "the connection still works"
