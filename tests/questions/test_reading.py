"""The page of one question, for a visitor."""

import gzip
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.shortcuts import render
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from faq.models import RelatedTopic, Topic
from questions import actions, page
from questions.models import Question, Report
from tests.factories import (
    make_doctor,
    make_question,
    make_reply,
    make_similar,
    make_specialty,
    rewrite,
)

pytestmark = pytest.mark.django_db

STATIC = Path(settings.BASE_DIR, "askdoctor", "static")
UNPUBLISHED = [status for status in Question.Status.values if status != "published"]


def html_of(visitor, question: Question, language: str = "") -> str:
    response = visitor.get(f"{language}{question.get_absolute_url()}")
    assert response.status_code == 200
    return response.content.decode()


def set_topics(question: Question, *names: str) -> None:
    for place, name in enumerate(names):
        topic = Topic.objects.create(
            slug=name.lower(), name=name, specialty=make_specialty("pharmacology")
        )
        RelatedTopic.objects.create(question=question, topic=topic, score=10 - place)


def make_full_question(**fields) -> Question:
    """A question with all that a page can show, four similar ones and five topics."""
    fields.setdefault("title", "Can sirolimus help?")
    question = make_question(
        summary="It is kept for later.",
        body="Two rounds held for weeks.",
        asker_name="Elsa",
        age_band="0-9",
        tags=["sirolimus", "platelets"],
        doctor=make_doctor(name="Xiao Kaiwen", slug="xiao-kaiwen"),
        reply="Yes, but *late*.",
        explanation="It slows T cells.",
        **fields,
    )
    make_similar(question, *(make_question() for _ in range(5)), shared=["sirolimus", "platelets"])
    set_topics(question, *(f"Topic{number}" for number in range(6)))
    return question


def test_page_shows_question_and_answer(visitor):
    question = make_full_question()
    html = html_of(visitor, question)
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
        f'href="mailto:?subject=Can%20sirolimus%20help%3F&amp;body=http%3A%2F%2F127.0.0.1%3A8000%2Fquestions%2F{question.pk}%2F"',
        'href="/emergency/"',
        f'<link rel="canonical" href="{settings.SITE_URL}{question.get_absolute_url()}">',
        f'hreflang="zh-hant" href="{settings.SITE_URL}/zh-hant{question.get_absolute_url()}"',
        '<meta property="og:title" content="Can sirolimus help?">',
        '<meta name="description" content="It is kept for later.">',
    ):
        assert text in html, text


def test_page_tells_programs_when_it_was_verified_and_everyone_what_it_is_not(visitor):
    question = make_full_question()
    html = html_of(visitor, question)
    assert 'data-status="current" data-verified-on="2026-01-01"' in html
    assert 'data-reviewed-on="2026-01-01"' in html
    assert "It is no examination, and no substitute for a doctor who sees your child." in html
    reply = question.replies.get()
    for due, said in (
        ("2999-01-02", 'data-review-due-on="2999-01-02"'),
        ("2026-01-02", 'data-status="review-overdue"'),
    ):
        question.replies.update(review_due_on=due)
        html = html_of(visitor, question)
        assert said in html
        # The desk's preview shows it by the model, the page by its one statement.
        reply.refresh_from_db()
        assert f'data-status="{reply.standing}"' in html
    question.replies.update(reviewed_on=None, review_due_on=None)
    assert 'data-verified-on="2026-01-01"' in html_of(visitor, question)


def test_page_names_the_doctor_as_they_were_on_the_day(visitor):
    question = make_question(doctor=make_doctor(name="Una", is_verified=False, slug="una"))
    doctor = question.replies.get().doctor
    doctor.name, doctor.licence_number, doctor.licence_issuer = "Una Later", "1", "Register"
    doctor.licence_expires_on = datetime(2099, 1, 1, tzinfo=UTC).date()
    doctor.verified_at = datetime(2026, 2, 1, tzinfo=UTC)
    doctor.save()
    html = html_of(visitor, question)
    assert "<b>Una</b>" in html
    assert "licence checked" not in html


def test_an_overdue_review_is_said(visitor):
    old = make_question(asked_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert "The next review was due 1 January 2022." in html_of(visitor, old)
    assert "review was due" not in html_of(visitor, make_question())


def test_head_of_a_reply_says_that_it_was_corrected_and_that_its_review_is_overdue(visitor):
    question = make_question(asked_at=datetime(2020, 1, 1, tzinfo=UTC))
    reply = question.replies.get()
    for day in (2, 3):
        at = datetime(2021, 2, day, tzinfo=UTC)
        reply.corrections.create(corrected_at=at, what="The dose.", why="It was wrong.")
    head, below = html_of(visitor, question).split("A short reply.</p>", 1)
    assert '<a href="#corrected-1">corrected 3 February 2021</a>' in head
    assert '<a href="#reviewed-1">review overdue</a>' in head
    assert below.count('id="corrected-1"') == below.count('id="reviewed-1"') == 1
    assert "Corrected on 3 February 2021:" in below.split('id="corrected-1"')[1]
    fresh = html_of(visitor, make_question())
    assert "review overdue" not in fresh
    assert "corrected-1" not in fresh


def test_every_reply_has_a_heading(visitor):
    question = make_question(doctor=make_doctor(name="Ada"))
    make_reply(question, doctor=make_doctor(name="Bo", is_verified=False))
    html = html_of(visitor, question)
    headings = re.findall(r'<article class="card reply raised"[^>]*><h2 [^>]*>([^<]+)</h2>', html)
    assert headings == ["Reply by Dr. Ada", "Reply by Bo"]


def test_every_reply_is_shown_in_order(visitor):
    question = make_question(reply="First.")
    make_reply(question, text="Second.")
    actions.refresh_public_page(question)
    html = html_of(visitor, question)
    assert 0 < html.index("<p>First.</p>") < html.index("<p>Second.</p>")


def test_similar_questions_come_by_score_with_their_reason(visitor):
    question = make_full_question()
    html = html_of(visitor, question).split("Similar questions")[1]
    rows = question.similar_rows.order_by("place")
    numbers = [int(number) for number in re.findall(r'data-number="(\d+)"', html)]
    assert numbers == [row.similar_id for row in rows[:4]]
    assert html.count("also about: sirolimus, platelets") == 4
    assert "Details of the question." in html
    assert "A short reply." in html


def test_a_reason_never_names_a_tag_that_the_page_does_not_show(visitor):
    question, other = make_question(tags=["fever"]), make_question(tags=["fever", "secret"])
    make_similar(question, other, shared=["fever", "secret"])
    html = html_of(visitor, question)
    assert "also about: fever<" in html
    assert "secret" not in html


@pytest.mark.parametrize("status", UNPUBLISHED)
def test_an_unpublished_question_is_nobodys_similar_question(visitor, status):
    question = make_question()
    make_similar(question, make_question(status=status, title="Planted marker"))
    html = html_of(visitor, question)
    assert "lanted" not in html
    assert "Similar questions" not in html


def test_topics_come_by_score_with_their_specialty(visitor):
    html = html_of(visitor, make_full_question()).split("Related topics")[1]
    assert re.findall(r'href="/faq/(\w+)/"', html) == [f"topic{number}" for number in range(5)]
    assert html.count("Pharmacology") == 5


def test_a_question_in_another_language_than_the_page_says_so(visitor):
    question = make_question(title="寶寶發燒", body="三天了", language="zh-hant", slug="x")
    english, chinese = html_of(visitor, question), html_of(visitor, question, "/zh-hant")
    assert '<html lang="en">' in english
    assert english.count('lang="zh-hant"') > chinese.count('lang="zh-hant"')
    assert '<html lang="zh-hant">' in chinese
    assert "2026年1月1日" in chinese


def test_mentions_lead_to_the_question_in_the_language_of_the_page(visitor):
    known = make_question(title="Known one")
    question = make_question(body=f"As in #{known.pk}.", reply=f"See #{known.pk} and #999999.")
    make_similar(known, question)
    for language in ("", "/zh-hant"):
        html = html_of(visitor, question, language)
        link = f'<a href="{language}{known.get_absolute_url()}">Known one (#{known.pk})</a>'
        assert html.count(link) == 2
        assert "#999999" in html
        card = html_of(visitor, known, language)
        assert link in card


def test_old_slug_and_bare_number_lead_to_the_address(visitor):
    question = make_question(title="New title")
    for prefix in ("", "/zh-hant"):
        for path in (f"/questions/{question.pk}/", f"/questions/{question.pk}/old-title/"):
            response = visitor.get(prefix + path)
            assert response.status_code == 301
            assert response.headers["Location"] == prefix + question.get_absolute_url()


def test_a_title_cannot_take_the_address_of_the_report_page(visitor):
    question = make_question(title="Report")
    assert "<h1>Report</h1>" in html_of(visitor, question)


@pytest.mark.parametrize("number", [999_999, 2**63 - 1, 2**63, 10**30])
@pytest.mark.parametrize("path", ["", "any-slug/", "report/"])
def test_unknown_numbers_are_missing(visitor, number, path):
    assert visitor.get(f"/questions/{number}/{path}").status_code == 404


# What was taken back says so at its address: tests/questions/test_later.py.
@pytest.mark.parametrize("status", [one for one in UNPUBLISHED if one != "retracted"])
def test_unpublished_looks_like_missing(visitor, status):
    hidden = make_question(status=status, title="Planted marker", tags=["planted"])
    for tail in ("", f"{hidden.slug}/", "wrong/", "report/"):
        seen = visitor.get(f"/questions/{hidden.pk}/{tail}")
        missing = visitor.get(f"/questions/{hidden.pk + 7777}/{tail}")
        assert (seen.status_code, missing.status_code) == (404, 404)
        assert seen.content.replace(b"/%d/" % hidden.pk, b"") == missing.content.replace(
            b"/%d/" % (hidden.pk + 7777), b""
        )


def test_page_takes_few_queries_and_no_cookie(visitor):
    question = make_full_question()
    with CaptureQueriesContext(connection) as queries:
        response = visitor.get(question.get_absolute_url())
    assert 1 <= len(queries) <= 3
    assert not [query for query in queries if re.search("INSERT|UPDATE|DELETE", query["sql"])]
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_a_pooler_that_shares_server_processes_gets_the_whole_statement(visitor, monkeypatch):
    question = make_full_question()
    usual = html_of(visitor, question)
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
    with CaptureQueriesContext(connection) as queries:
        assert html_of(visitor, question) == usual
    assert [query["sql"][:6] for query in queries] == ["SELECT"]


def test_a_long_page_stays_light(visitor):
    words = " ".join(f"word{number % 700} of{number % 13}" for number in range(900))
    question = make_full_question(title="A long one & its <odd> title")
    rewrite(question, body=words[:2000])
    reply = question.replies.first()
    reply.explanation = words
    reply.take_as_checked()
    reply.take_as_examined()
    reply.save()
    question.refresh_from_db()
    actions.refresh_public_page(question)
    html = html_of(visitor, question)
    assert len(html) > 20_000
    compressed = len(gzip.compress(html.encode()))
    assert compressed <= 12_000
    files = set(re.findall(r'(?:href|src)="/static/([^"]+)"', html))
    assert files == {"site.css", "site.js", "favicon.svg"}
    assert 1 + len(files) <= 5
    # Uncompressed, as without a proxy in front.
    assert len(html.encode()) + sum(len((STATIC / name).read_bytes()) for name in files) <= 60_000


def test_a_page_asks_no_other_host(visitor):
    html = html_of(visitor, make_full_question())
    loaded = re.findall(
        r'<(?:link rel="(?:stylesheet|icon)|script|img|iframe)[^>]*(?:href|src)="([^"]+)', html
    )
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)
    assert " style=" not in html
    assert not re.search(r"<script(?![^>]*(?: src=|application/ld\+json))", html)


def test_structured_data_is_one_question_with_its_answer(visitor):
    question = make_full_question(title="</script><script>alert(1)</script> & more")
    html = html_of(visitor, question)
    assert html.count("</script>") == 2
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', html, re.S)[1])
    assert data["@type"] == "MedicalWebPage"
    assert data["lastReviewed"] == "2026-01-01"
    assert data["mainEntity"]["@type"] == "Question"
    assert data["mainEntity"]["name"] == question.title
    assert data["mainEntity"]["text"] == "Two rounds held for weeks."
    assert data["mainEntity"]["datePublished"] == question.asked_at.date().isoformat()
    answer = data["mainEntity"]["acceptedAnswer"]
    assert answer["text"] == "Yes, but late."
    assert answer["author"]["name"] == "Dr. Xiao Kaiwen"
    assert answer["author"]["url"] == f"{settings.SITE_URL}/doctors/xiao-kaiwen/"


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"title": 'Less < more & "quoted" {{ braces }} %s 730915284602'},
        {"title": "寶寶發燒三天", "language": "zh-hant"},
        {"sex": "undisclosed", "asked_at": datetime(2020, 2, 29, tzinfo=UTC)},
    ],
)
@pytest.mark.parametrize("language", ["", "/zh-hant"])
def test_prepared_page_is_what_the_template_renders(visitor, fields, language):
    """prepared.py may be faster, but never different: neither the first time nor from its pieces."""
    question = make_full_question(**fields)
    address = language + question.get_absolute_url()
    first, second = visitor.get(address), visitor.get(address)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("questions.views.reading.render_prepared", render)
        usual = visitor.get(address)
    assert first.content == second.content == usual.content


def test_each_language_leads_on_in_itself_whichever_was_read_first(visitor):
    question = make_full_question()
    for prefix in ("", "/zh-hant", ""):
        html = visitor.get(prefix + question.get_absolute_url()).text
        main = html[html.index("<main") : html.index("</main>")]
        links = re.findall(
            r'href="(/(?:zh-hant/)?(?:tags|doctors|specialties|faq|questions)/.*?)"', main
        )
        assert len(links) > 5
        assert {link.startswith("/zh-hant/") for link in links} == {bool(prefix)}


class ClearedAtOnce(dict):
    """As when another thread clears it right after each write."""

    def __setitem__(self, key, value):
        self.clear()


def test_prepared_pages_may_be_cleared_by_another_thread(visitor, monkeypatch):
    monkeypatch.setattr("questions.prepared._cut_pages", ClearedAtOnce())
    html_of(visitor, make_question())


def test_page_and_models_give_the_article_the_same_words(visitor):
    """The desk's preview and a ticket render the fragment with models, the page with what it read."""
    question = make_full_question()
    replies = list(question.replies.shown())
    context = {
        "question": question,
        "replies": replies,
        "tags": question.tags.order_by("name"),
        "language": "en",
    }
    article = render_to_string("questions/_question.html", context)
    assert article.strip() in html_of(visitor, question)


def test_shapes_do_not_mix_texts(visitor):
    """Pages of one shape share their pieces, not their words."""
    one = make_question(title="Alpha", body="Aa", reply="Ab")
    two = make_question(title="Omega", body="Oo", reply="Op")
    html_of(visitor, one)
    html = html_of(visitor, two)
    assert "Omega" in html
    assert "Alpha" not in html


def test_nothing_typed_becomes_markup(visitor):
    question = make_question(
        title="<b>bold</b>",
        summary="<i>it</i>",
        asker_name="<u>me</u>",
        tags=["<s>tag</s>"],
        doctor=make_doctor(name="<em>Eve</em>", is_verified=False),
    )
    html = html_of(visitor, question)
    for text in ("<b>bold</b>", "<i>it</i>", "<u>me</u>", "<s>tag</s>", "<em>Eve</em>"):
        assert text not in html
        assert escape(text) in html


def test_a_visitor_reports_a_problem(visitor):
    question = make_question()
    address = f"/questions/{question.pk}/report/"
    response = visitor.post(address, {"reason": "wrong", "text": "The dose."}, follow=True)
    assert "Thank you." in response.content.decode()
    assert response.redirect_chain == [(f"{address}?sent", 302)]
    report = Report.objects.get()
    assert (report.question, report.reason, report.text) == (question, "wrong", "The dose.")


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"reason": "forged", "text": "Kept words."},
        {"reason": "wrong", "text": "Kept words. " + "x" * 2000},
        {"reason": "wrong", "text": "Kept words.\0"},
        {"reason": "\ud800", "text": "Kept words. " + "y" * 100_000},
    ],
)
def test_a_report_that_is_not_right_is_kept_and_said(visitor, data):
    question = make_question()
    form = urlencode({name: text.encode("utf-8", "surrogatepass") for name, text in data.items()})
    address, kind = f"/questions/{question.pk}/report/", "application/x-www-form-urlencoded"
    response = visitor.post(address, form, content_type=kind)
    assert response.status_code == 200
    html = response.content.decode()
    assert "Something is missing or not right yet" in html
    assert ("Kept words." in html) == ("text" in data)
    assert not Report.objects.exists()


def test_the_statement_starts_from_published():
    assert '"questions_question"."status" = \'published\'' in page._statement()
