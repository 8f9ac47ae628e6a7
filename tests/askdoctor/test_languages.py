"""Pages in two languages: each whole in its own, and pointing at the other."""

import re
from html.parser import HTMLParser
from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import reverse

from doctors.models import Specialty
from questions.letters import message_of
from questions.models import Contact, Letter, Tag
from questions.rebuild import rebuild
from questions.rulings import report_not_relevant, rule_on_pair
from tests.factories import make_doctor, make_question, make_similar, make_topic

pytestmark = pytest.mark.django_db

VOID = {"meta", "link", "input", "br", "img", "hr", "source", "wbr", "col"}
SPOKEN = ("aria-label", "placeholder", "title", "alt", "data-done")
# Words that stand in Chinese as they are; addresses are taken out before.
SAME_IN_CHINESE = {"AskDoctor", "Markdown", "Cookie", "PDF", "PNG", "JPEG", "WebP", "MB"}
ADDRESS = re.compile(r"\w+://\S+|\S+@\S+")
WORD = re.compile("[A-Za-z]{2,}")
PLAIN = ["/", "/questions/", "/specialties/", "/doctors/", "/faq/", "/about/", "/privacy/"]


class Page(HTMLParser):
    """What a page says in the language it claims, its links to others, and its footer's links."""

    def __init__(self, html: str):
        super().__init__()
        self.language, self.said, self.alternates, self.footer = "", [], {}, []
        self._open: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        language = self._language(attrs)
        if tag == "html":
            self.language = language
        if tag == "link" and attrs["rel"] in ("canonical", "alternate"):
            self.alternates[attrs.get("hreflang", attrs["rel"])] = attrs["href"]
        if tag == "a" and any(open_tag == "footer" for open_tag, _language in self._open):
            self.footer.append(attrs["href"])
        if language == self.language:
            self.said += [attrs[name] for name in SPOKEN if attrs.get(name)]
            if tag == "meta" and attrs.get("name") == "description":
                self.said.append(attrs["content"])
            if tag == "input" and attrs.get("type") == "submit":
                self.said.append(attrs["value"])
        if tag not in VOID:
            self._open.append((tag, language))

    def _language(self, attrs: dict) -> str:
        if attrs.get("translate") == "no":  # a code is the same in every language
            return "none"
        return attrs.get("lang") or (self._open[-1][1] if self._open else "")

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tag, language = self._open[-1] if self._open else ("", "")
        if tag not in ("script", "style", "textarea") and language == self.language:
            self.said.append(data)

    def english_words(self) -> set[str]:
        return english_words(" ".join(self.said))


def english_words(text: str) -> set[str]:
    return set(WORD.findall(ADDRESS.sub(" ", text))) - SAME_IN_CHINESE


@pytest.fixture
def site():
    """A little of everything with Chinese names, and one question in English."""
    pediatrics = Specialty.objects.create(
        slug="pediatrics", name="Pediatrics", name_zh_hant="小兒科", published_count=2
    )
    doctor = make_doctor(
        name="林安然",
        slug="lin",
        credentials="MD",
        bio="Likes bicycles.",
        specialty=pediatrics,
        licence_number="1",
        licence_issuer="衛福部",
        published_count=2,
    )
    about = {"specialty": pediatrics, "doctor": doctor, "tags": ["fever"]}
    chinese = make_question(
        title="寶寶發燒", body="三天了。", reply="多喝水。", language="zh-hant", **about
    )
    make_question(title="A baby with fever", body="Three days.", reply="Drink.", **about)
    Tag.objects.update(name_zh_hant="發燒", kind="symptom", published_count=2)
    make_topic(
        "Fever",
        name_zh_hant="發燒",
        overview="什麼時候要就醫。",
        specialty=pediatrics,
        tags=["fever"],
        questions=[chinese],
        published_count=1,
    )
    return chinese


def contact_of(question) -> Contact:
    fields = {"email": "parent@example.org", "submission": uuid4(), "language": "zh-hant"}
    return Contact.objects.create(question=question, **fields)


def public_pages(question) -> list[str]:
    """Addresses in English of every public page that a search engine may list."""
    topic = question.topics.get()
    rows = [question, question.specialty, question.tags.get(), topic, question.replies.get().doctor]
    return [*PLAIN, reverse("emergency"), *(row.get_absolute_url() for row in rows)]


def read(client, path: str, status: int = 200) -> Page:
    answer = client.get(path)
    assert answer.status_code == status, path
    return Page(answer.text)


def test_pages_say_their_language_and_name_each_other(visitor, site):
    for path in public_pages(site):
        wanted = {
            "en": f"{settings.SITE_URL}{path}",
            "zh-hant": f"{settings.SITE_URL}/zh-hant{path}",
            "x-default": f"{settings.SITE_URL}{path}",
        }
        for language, prefix in (("en", ""), ("zh-hant", "/zh-hant")):
            page = read(visitor, prefix + path)
            assert page.language == language
            assert page.alternates.pop("canonical") == settings.SITE_URL + prefix + path
            assert page.alternates.pop("alternate") == "/feed/"
            assert page.alternates == wanted, path


@pytest.mark.parametrize("query", ["", "?q=%E7%99%BC%E7%87%92&specialty=pediatrics"])
def test_the_footer_leads_to_the_same_page_in_the_other_language(visitor, site, query):
    assert f"/zh-hant/search/{query}" in read(visitor, f"/search/{query}").footer
    assert f"/search/{query}" in read(visitor, f"/zh-hant/search/{query}").footer


def test_no_english_is_left_on_the_pages_of_visitors(visitor, site):
    paths = public_pages(site)
    paths += ["/search/", "/search/?q=發燒", "/search/?q=水痘", f"/questions/{site.pk}/report/"]
    for path in paths:
        assert read(visitor, f"/zh-hant{path}").english_words() == set(), path
    assert read(visitor, "/zh-hant/nothing-here/", status=404).english_words() == set()


def test_no_english_is_left_on_the_pages_of_the_asker(visitor, site):
    def post(path: str, **typed) -> str:
        page = visitor.post(f"/zh-hant{path}", typed, follow=True)
        assert Page(page.text).english_words() == set(), path
        return page

    post("/ask/")
    post("/ask/", age_band="3-11m", sex="undisclosed")
    post("/ask/question/", title="")
    post("/ask/question/", title="寶寶發燒怎麼辦", body="一" * 10_001)
    post("/ask/question/", title="寶寶發燒怎麼辦", specialty="")
    post("/ask/contact/", email="寶寶")
    page = post("/ask/contact/", email="")
    if "shown" not in page.context:
        page = post("/ask/similar/")
    page = post("/ask/check/", shown=page.context["shown"])
    ticket = page.context["contact"].ticket
    for path in (f"/ticket/{ticket}/", f"/ticket/{ticket}/withdraw/"):
        assert read(visitor, f"/zh-hant{path}").english_words() == set(), path


def test_no_english_is_left_at_the_desk(client, site):
    doctor = site.replies.get().doctor
    assert read(client, "/zh-hant/accounts/login/").english_words() == set()
    wrong = client.post("/zh-hant/accounts/login/", {"login": "誰", "password": "x"})
    assert Page(wrong.text).english_words() == set()
    client.force_login(doctor.user)
    waiting = {"status": "open", "language": "zh-hant", "specialty": doctor.specialty}
    question = make_question(title="流鼻水", body="兩天。", **waiting)
    path = f"/zh-hant/desk/questions/{question.pk}/"
    for each in ("/zh-hant/desk/", path):
        # A language is offered by its own name.
        assert read(client, each).english_words() <= {"English"}, each
    client.post(f"{path}claim/")
    assert read(client, path).english_words() == set()
    written = {
        "text": "多喝水。",
        "specialty": doctor.specialty_id,
        "summary": "",
        "other_tags": "",
    }
    preview = client.post(f"{path}preview/", written, follow=True)
    for each in (preview, client.post(f"{path}publish/", {})):
        assert Page(each.text).english_words() == set()


@pytest.mark.parametrize("kind", Letter.Kind.values)
def test_no_english_is_left_in_letters(site, kind):
    site.resolved_by = site  # what a letter may point to
    letter = Letter(contact=contact_of(site), kind=kind, language="zh-hant")
    message = message_of(letter)
    page = Page(message.alternatives[0].content)
    assert page.language == "zh-hant"
    assert page.english_words() | english_words(f"{message.subject} {message.body}") == set()


def test_a_text_in_another_language_than_its_page_is_marked(visitor, site):
    english = '<h2><a class="title" href="/zh-hant{}" lang="en">A baby with fever</a>'
    page = visitor.get("/zh-hant/questions/").text
    other = site.specialty.questions.exclude(pk=site.pk).get()
    assert english.format(other.get_absolute_url()) in page
    assert f'href="/zh-hant{site.get_absolute_url()}">寶寶發燒</a>' in page
    assert 'lang="zh-hant">寶寶發燒</a>' in visitor.get("/questions/").text
    profile = site.replies.get().doctor.get_absolute_url()
    assert 'lang="en"><p>Likes bicycles.</p>' in visitor.get(f"/zh-hant{profile}").text
    assert 'lang="' not in visitor.get(profile).text.partition("Likes bicycles.")[0][-60:]


def test_no_english_is_left_in_moderation(client, moderator, site):
    data = {
        "moderator",
        "user",
        "pediatrics",
        "Pediatrics",
        "Fever",
        "fever",
        "baby",
        "with",
        "English",
        "lin",
    }
    stock = {
        "Search",
        "True",
        "Message",
        "ID",
    }  # what pictures of the stock admin say in every language
    client.force_login(moderator)
    site.title = "寶寶發燒三天"
    site.take_as_examined()
    site.save()  # for the history to show a change
    paths = [reverse("admin:index")]
    reply, report = site.replies.get(), site.reports.create(reason="wrong", text="有誤。")
    letter = Letter.objects.create(contact=contact_of(site), kind="answered", language="zh-hant")
    fields = {"body": "三天。", "language": "zh-hant", "doctor": site.replies.get().doctor}
    other = make_question(title="發燒要退燒嗎？", tags=["fever"], **fields)
    make_similar(site, other, shared=["fever"])
    said = report_not_relevant(question=site, similar=other)
    waiting = make_question(title=site.title, status="pending", **fields)
    third = make_question(title="水痘", **fields)
    ruling = rule_on_pair(question=site, other=third, verdict="pinned", by=moderator)
    rebuild()
    rows = [site, waiting, reply, reply.doctor, report, said, letter, ruling]
    for row in [*rows, site.tags.get(), site.topics.get(), site.specialty]:
        name = f"admin:{row._meta.app_label}_{row._meta.model_name}"
        paths += [reverse(f"{name}_changelist"), reverse(f"{name}_change", args=[row.pk])]
        if row not in (report, said, letter):
            paths.append(reverse(f"{name}_history", args=[row.pk]))
            paths.append(f"{paths[-1]}{row.history.latest().pk}/")
    for name in ("decline", "specialty", "tags"):
        bulk = reverse("admin:questions_question_bulk", args=[name])
        paths.append(f"{bulk}?ids={site.pk}")
    for path in paths:
        assert read(client, f"/zh-hant{path}").english_words() - data - stock == set(), path


@pytest.mark.parametrize(("prefix", "language"), [("", "en"), ("/zh-hant", "zh-hant")])
def test_the_address_alone_says_the_language(client, prefix, language):
    """Whoever keeps a page may give it to the next reader."""
    for wanted in ("zh-TW,zh;q=0.9", "en", "de"):
        answer = client.get(f"{prefix}/about/", headers={"accept-language": wanted})
        assert answer["Content-Language"] == Page(answer.text).language == language
        assert "Accept-Language" not in answer.get("Vary", "")
