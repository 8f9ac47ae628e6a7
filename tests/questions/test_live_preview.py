"""The reply as readers will see it, while it is typed."""

import pytest
from django.urls import reverse
from django.utils import timezone

from questions.actions import withdraw_question
from questions.models import Reply, Tag
from questions.models.reply import months_later
from tests.factories import make_question, make_specialty
from tests.questions.at_desk import address

pytestmark = pytest.mark.django_db


def typed(**fields) -> dict[str, object]:
    return {
        "text": "Cool the *skin*.",
        "explanation": "",
        "draft_version": 0,
        "draft_key": "",
        "specialty": make_specialty().pk,
        "sources-TOTAL_FORMS": 2,
        "sources-INITIAL_FORMS": 0,
        "sources-0-title": "A leaflet",
        "sources-0-url": "https://example.org",
        "sources-0-year": "2024",
        "sources-1-title": "Half a",
    } | fields


def reply_card(html: str) -> str:
    start = html.index('<article class="card reply')
    return html[start : html.index("</article>", start)]


def test_live_preview_is_what_is_published(desk, question):
    other, hidden = make_question(title="Older one"), make_question(status="pending")
    fields = typed(explanation=f"See #{other.pk}, not #{hidden.pk}.<script>alert(1)</script>")
    live = reply_card(desk.post(address("live", question), fields).text)
    assert f"Older one (#{other.pk})</a>" in live
    assert "alert(1)" not in live
    fields["sources-1-title"] = ""
    assert desk.post(address("publish", question), fields).status_code == 302
    question.refresh_from_db()
    assert live == reply_card(desk.get(question.get_absolute_url()).text)


def test_live_preview_says_why_a_second_doctor_will_read_it(desk, question):
    live = desk.post(address("live", question), typed(text="Give 5 ml.")).text
    assert "it names a dose (5 ml)." in live[live.index("data-why-read") :]
    live = desk.post(address("live", question), typed()).text
    assert "What names a dose first goes to a second doctor" in live


@pytest.mark.parametrize("field", ["tags", "other_tags"])
def test_live_preview_of_a_medicine_has_its_review_after_a_year(desk, question, field):
    tag = Tag.objects.create(name="ibuprofen", kind="medicine")
    chosen = {"tags": tag.pk, "other_tags": "fever, Ibuprofen"}[field]
    live = desk.post(address("live", question), typed(**{field: chosen})).text
    assert f'data-review-due-on="{months_later(timezone.localdate(), 12)}"' in live
    live = desk.post(address("live", question), typed(tags="x", other_tags='"!!"')).text
    assert f'data-review-due-on="{months_later(timezone.localdate(), 24)}"' in live


def test_live_preview_of_a_second_reply_and_of_a_correction_follow_the_questions_tags(desk, doctor):
    Tag.objects.create(name="ibuprofen", kind="medicine")
    question = make_question(tags=["ibuprofen"], doctor=doctor)
    fields = typed(is_second="1")
    own = reverse("desk_correction_live", args=[question.replies.get().pk])
    other = address("live", make_question(tags=["ibuprofen"]))
    for path in (own, other):
        live = desk.post(path, fields).text
        assert f'data-review-due-on="{months_later(timezone.localdate(), 12)}"' in live


def test_live_preview_of_a_correction_says_why_a_second_doctor_will_read_it(desk, doctor):
    reply = make_question(doctor=doctor, reply="Give 50 ml.").replies.get()
    path = reverse("desk_correction_live", args=[reply.pk])
    assert "(5 ml)" in desk.post(path, typed(text="Give 5 ml.")).text
    assert "A second doctor has to read" not in desk.post(path, typed(text="Give 50 ml!")).text


def test_live_preview_shows_nothing_of_what_its_asker_took_back(desk, doctor):
    question = make_question(doctor=doctor)
    path = reverse("desk_correction_live", args=[question.replies.get().pk])
    assert desk.post(path, typed()).status_code == 200
    withdraw_question(question=question)
    assert desk.post(path, typed()).status_code == 404


def test_live_preview_stores_nothing(desk, question):
    desk.post(address("live", question), typed())
    assert not Reply.objects.filter(question=question).exclude(text="").exists()
    assert question.history.count() == make_question(status="open").history.count()


def test_live_preview_of_nothing_and_of_nonsense_is_no_error(desk, question):
    assert desk.post(address("live", question), typed(text="")).status_code == 200
    wrong = {"sources-TOTAL_FORMS": "x", "sources-0-year": "never"}
    assert "A leaflet" not in desk.post(address("live", question), typed(**wrong)).text
    assert desk.post(address("live", question), typed(text="x" * 200_001)).status_code == 400


def test_live_preview_is_for_who_may_write_there(desk, question, other_doctor):
    question.release(by=None)
    assert desk.post(address("live", question), typed()).status_code == 403
    question.claim(by=other_doctor)
    assert desk.post(address("live", question), typed()).status_code == 403
