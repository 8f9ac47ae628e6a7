"""Feed, sitemap, robots and health."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.utils import timezone

from askdoctor import sitemaps
from questions.actions import edit_question
from questions.models import Question, Reply, Tag
from tests.factories import make_doctor, make_question, make_topic, rewrite

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
XML = "{http://www.w3.org/XML/1998/namespace}"
HIDDEN = [status for status in Question.Status.values if status != "published"]


def parse(response):
    assert response.status_code == 200, response.content[:300]
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own XML


def locations(tree):
    return [loc.text for loc in tree.iter(f"{MAP}loc")]


def all_addresses(visitor):
    """Every address of every file that the index names."""
    files = locations(parse(visitor.get("/sitemap.xml")))
    return [
        address
        for file in files
        for address in locations(parse(visitor.get(file.removeprefix(settings.SITE_URL))))
    ]


def test_feed_holds_the_latest_answers_newest_first(visitor, db, django_assert_num_queries):
    first = make_question(title="The first", reply="It is < 5 & fine.")
    make_question(
        title="乳糖不耐", language="zh-hant", published_at=datetime(2026, 2, 1, tzinfo=UTC)
    )
    with django_assert_num_queries(1):
        response = visitor.get("/feed/")
    feed = parse(response)
    assert response["Content-Type"].startswith("application/atom+xml")
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles == ["乳糖不耐", "The first"]
    chinese, english = feed.iter(f"{ATOM}entry")
    assert chinese.get(f"{XML}lang") == "zh-hant"
    assert english.findtext(f"{ATOM}id") == f"{settings.SITE_URL}/questions/{first.pk}/"
    assert english.findtext(f"{ATOM}updated").startswith("2026-01-01T")
    assert english.findtext(f"{ATOM}summary") == "It is &lt; 5 &amp; fine."
    assert not response.cookies


def test_feed_entry_keeps_its_id_when_the_title_changes(visitor, db):
    question = make_question(title="A name")
    before = parse(visitor.get("/feed/")).findtext(f"{ATOM}entry/{ATOM}id")
    rewrite(question, title="Another")
    Question.objects.filter(pk=question.pk).update(slug="another")
    after = parse(visitor.get("/feed/"))
    assert after.findtext(f"{ATOM}entry/{ATOM}title") == "Another"
    assert after.findtext(f"{ATOM}entry/{ATOM}id") == before


def test_feed_holds_thirty(visitor, db):
    doctor = make_doctor()
    for _ in range(31):
        make_question(doctor=doctor)
    assert len(list(parse(visitor.get("/feed/")).iter(f"{ATOM}entry"))) == 30


def test_feed_drops_what_xml_cannot_hold(visitor, db):
    make_question(title="A\x01bell\x07", reply="B\x0bc")
    assert parse(visitor.get("/feed/")).findtext(f"{ATOM}entry/{ATOM}title") == "Abell"


def test_feed_calls_texts_html_and_escapes_them(visitor, db):
    make_question(reply="Platelets <5 & >2.")
    [entry] = parse(visitor.get("/feed/")).iter(f"{ATOM}entry")
    summary = entry.find(f"{ATOM}summary")
    assert (summary.get("type"), summary.text) == ("html", "Platelets &lt;5 &amp; &gt;2.")


@pytest.mark.parametrize("status", HIDDEN)
def test_machines_hold_nothing_of_an_unpublished_question(visitor, db, status):
    question = make_question(title="Marker of a secret", status=status)
    assert "marker" not in visitor.get("/feed/").content.decode().lower()
    assert not [a for a in all_addresses(visitor) if f"/{question.pk}/" in a]


def test_sitemap_names_every_public_page_in_each_language(visitor, db):
    question = make_question(title="On a map", tags=["fever"])
    Tag.objects.update(published_count=1)
    topic = make_topic(name="Fever")
    addresses = all_addresses(visitor)
    for path in (
        "/",
        "/emergency/",
        f"/questions/{question.pk}/on-a-map/",
        topic.get_absolute_url(),
        "/specialties/pediatrics/",
        "/tags/fever/",
    ):
        assert settings.SITE_URL + path in addresses
        assert settings.SITE_URL + "/zh-hant" + path in addresses
    assert len(addresses) == len(set(addresses))


def test_sitemap_index_names_each_file_once(visitor, db):
    for name in ("Fever", "Cough", "Rash"):
        make_topic(name)
        make_question(title=name)
    files = locations(parse(visitor.get("/sitemap.xml")))
    assert len(files) == len(set(files))


def test_sitemap_entry_tells_of_its_change_and_its_languages(visitor, db):
    question = make_question(title="On a map")
    tree = parse(visitor.get(f"/sitemap-questions-{question.pk // sitemaps.STRETCH}.xml"))
    entry = tree.find(f"{MAP}url")
    assert entry.findtext(f"{MAP}lastmod") == timezone.localdate().isoformat()
    assert [(a.get("hreflang"), a.get("href")) for a in entry.iter(f"{XHTML}link")] == [
        ("en", f"{settings.SITE_URL}/questions/{question.pk}/on-a-map/"),
        ("zh-hant", f"{settings.SITE_URL}/zh-hant/questions/{question.pk}/on-a-map/"),
    ]


def test_sitemap_tells_of_an_edit(visitor, db, moderator):
    question = make_question()
    long_ago = datetime(2020, 2, 29, 8, tzinfo=UTC)
    Question.objects.update(published_at=long_ago, changed_at=long_ago)
    Reply.objects.update(saved_at=long_ago)
    files = [f"/sitemap-questions-{question.pk // sitemaps.STRETCH}.xml", "/sitemap.xml"]
    assert all("2020-02-29" in visitor.get(file).text for file in files)
    question.title = "Another title"
    edit_question(question=question, by=moderator, changed=["title"])
    assert all(timezone.localdate().isoformat() in visitor.get(file).text for file in files)


def test_sitemap_is_cut_by_stretches_of_ids(visitor, db, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(sitemaps, "STRETCH", 10)
    make_question(pk=5, title="Low")
    make_question(pk=10, title="High")
    make_question(pk=2**62, title="Far")
    files = [f for f in locations(parse(visitor.get("/sitemap.xml"))) if "questions" in f]
    assert [f.rsplit("-")[-1] for f in files] == ["0.xml", "1.xml", f"{2**62 // 10}.xml"]
    with django_assert_num_queries(1):
        low = locations(parse(visitor.get("/sitemap-questions-0.xml")))
    assert low[0].endswith("/questions/5/low/")
    assert len(low) == 2


@pytest.mark.parametrize(
    "path", ["nothing-0", "pages-1", "questions-9", f"questions-{10**30}", "tags-0"]
)
def test_sitemap_part_without_a_page_is_missing(visitor, db, path):
    assert visitor.get(f"/sitemap-{path}.xml").status_code == 404


def test_addresses_come_from_the_settings_not_from_the_request(visitor, db, settings):
    settings.ALLOWED_HOSTS = ["*"]
    make_question()
    for path in ("/sitemap.xml", "/feed/", "/robots.txt"):
        assert b"evil.example" not in visitor.get(path, headers={"host": "evil.example"}).content


def test_robots_leaves_out_what_is_private_in_each_language(visitor):
    response = visitor.get("/robots.txt")
    lines = response.content.decode().splitlines()
    assert response["Content-Type"].startswith("text/plain")
    for name in ("search", "ask", "ticket", "desk", "admin", "accounts"):
        assert f"Disallow: /{name}/" in lines
        assert f"Disallow: /zh-hant/{name}/" in lines
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in lines


def test_browsers_find_the_icon_where_they_always_look(visitor):
    assert visitor.get("/favicon.ico").url == "/static/favicon.svg"


def test_security_contact_is_told_where_there_is_one(visitor, settings):
    assert visitor.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    text = visitor.get("/.well-known/security.txt").text
    assert text.startswith("Contact: mailto:security@example.org\nExpires: 20")


def test_health_asks_the_database(visitor, db, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = visitor.get("/healthz/")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


def test_machines_refuse_to_be_posted_to(visitor):
    for path in ("/feed/", "/sitemap.xml", "/robots.txt", "/healthz/"):
        assert visitor.post(path).status_code == 405
