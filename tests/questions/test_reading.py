"""The page of one question, for a visitor."""

import pytest

from tests.factories import make_doctor, make_question

pytestmark = pytest.mark.django_db


def test_page_shows_question_and_answer(visitor):
    question = make_question(
        title="Can sirolimus help?",
        summary="It is kept for later.",
        body="Two rounds held for weeks.",
        asker_name="Elsa",
        age_band="0-9",
        tags=["sirolimus", "platelets"],
        doctor=make_doctor(name="Xiao Kaiwen", slug="xiao-kaiwen"),
        reply="Yes, but *late*.",
        explanation="It slows T cells.",
    )
    html = visitor.get(question.get_absolute_url()).content.decode()
    for text in (
        "<h1>Can sirolimus help?</h1>",
        "It is kept for later.",
        "<p>Two rounds held for weeks.</p>",
        "Elsa · female, 0–9 years · asked 1 January 2026",
        "<b>Dr. Xiao Kaiwen</b>",
        'href="/doctors/xiao-kaiwen/"',
        "licence checked",
        "replied 1 January 2026",
        "<p>Yes, but <em>late</em>.</p>",
        "More information",
        "<p>It slows T cells.</p>",
        "Reviewed 1 January 2026.",
        'href="/tags/sirolimus/"',
        'href="/specialties/pediatrics/"',
        f'href="/questions/{question.pk}/report/"',
        'href="mailto:?subject=Can%20sirolimus%20help%3F&amp;body=http',
        'href="/emergency/"',
    ):
        assert text in html, text
