"""Nothing of an unpublished question is public: words are planted, and every address is read.

A visitor follows every link from the first page, in both languages, with the feed and the sitemap.
What they are told never holds a planted word or the address of a hidden question, and every link
leads somewhere.
"""

import re
import uuid
from collections.abc import Iterable
from html import unescape
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from django.utils.text import slugify

from askdoctor.sitemaps import STRETCH
from faq.models import RelatedTopic
from questions import actions
from questions.models import PairRuling, Question, Reply
from tests.factories import (
    make_attachment,
    make_doctor,
    make_question,
    make_similar,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db

HIDDEN = [status for status in Question.Status.values if status != "published"]
# A search shows what was searched for; so each text holds one word to search and one to look for.
SEARCHED, PLANTED = "xylocarp", "zanthoxy"
WORDS = f"{SEARCHED} {PLANTED}"
STARTS = ["/", "/zh-hant/", "/feed/", "/sitemap.xml", "/robots.txt"]
NOT_FOR_READERS = re.compile(r"^(?:/zh-hant)?/(?:static|ask|admin|desk|accounts|ticket)/")
LINK = re.compile(r"""(?:href|src|action)="([^"]+)"|<loc>([^<]+)</loc>|<id>(http[^<]+)</id>""")


def plant(status: str) -> Question:
    """A question in `status`, with planted words in all that anybody typed around it."""
    was_public = status in ("retracted", "withdrawn")
    name = "Ada Known" if was_public else f"Doc {WORDS}"
    doctor = make_doctor(name=name, slug=slugify(name), is_verified=False)
    question = make_question(
        status="published" if was_public else status,
        doctor=doctor,
        title=f"Title {WORDS}",
        summary=f"Summary {WORDS}",
        body=f"Body {WORDS}",
        asker_name=f"Asker {WORDS}",
        decline_note=f"Note {WORDS}",
        reply=f"Reply {WORDS}",
        explanation=f"More {WORDS}",
        # Tags and doctors that were public leave the lists when the worker has counted again.
        tags=["egg allergy", "rash" if was_public else f"tag {WORDS}"],
        contact={"submission": uuid.uuid4(), "email": f"{PLANTED}@example.org"},
    )
    if not was_public:
        Reply.objects.create(question=question, doctor=doctor, text=WORDS, explanation=WORDS)
    question.desk_notes.create(kind="moderators", doctor=doctor, text=WORDS)
    question.details_requests.create(
        doctor=doctor, text=WORDS, answer=WORDS, answered_at=timezone.now()
    )
    actions.report_problem(question=question, reason="other", text=WORDS)
    return question


def take_back(question: Question, status: str) -> None:
    if status == "retracted":
        actions.retract_question(question=question, by=None, reason="It was not safe.")
    if status == "withdrawn":
        actions.withdraw_question(question=question)


def point_at(hidden: Question) -> None:
    """Public pages that name the question in every way there is."""
    mention = f"As in #{hidden.pk}."
    public = make_question(body=mention, reply=mention, explanation=mention, tags=["egg allergy"])
    topic = make_topic("Egg", overview=mention, tags=["egg allergy"], questions=[public])
    topic.pinned_questions.set([hidden])
    # As if it were public: the question's status has to be what decides.
    since = {"published_at": timezone.now()}
    RelatedTopic.objects.create(question=hidden, topic=topic, score=9, **since)
    hidden.tagged_questions.update(**since)
    make_similar(public, hidden, shared=["egg allergy"])
    pinned = {"verdict": "pinned", "ruled_by": make_user()}
    PairRuling.objects.create(question=hidden, other=public, **pinned)


def links_in(text: str, address: str) -> Iterable[str]:
    for found in LINK.findall(text):
        link = urlsplit(urljoin(settings.SITE_URL + address, unescape("".join(found))))
        if f"{link.scheme}://{link.netloc}" == settings.SITE_URL:
            path = urldefrag(link._replace(scheme="", netloc="").geturl()).url
            if not NOT_FOR_READERS.match(path):
                yield path


def read_everything(visitor, starts: Iterable[str]) -> dict[str, str]:
    """address -> what it says, for all that links lead to."""
    told, left = {}, list(starts)
    while left:
        address = left.pop()
        if address in told:
            continue
        response = visitor.get(address)
        content = b"".join(response).decode(errors="replace")
        told[address] = f"{response.status_code} {response.headers} {content}"
        left += (
            [response.url] if response.has_header("Location") else links_in(told[address], address)
        )
    return told


@pytest.mark.parametrize("status", HIDDEN)
def test_nothing_unpublished_is_told_anywhere(visitor, status):
    hidden = plant(status)
    point_at(hidden)
    call_command("worker", once=True)
    take_back(hidden, status)
    searches = [SEARCHED, f"Title {SEARCHED}", f"#{hidden.pk}", "egg", f"tag {SEARCHED}"]
    begun = [SEARCHED[:4], f"Title {SEARCHED[:-1]}", "egg", "tag xylo"]
    starts = [*STARTS, *(f"/search/?q={quote(text)}" for text in [*searches, SEARCHED[:-1] + "b"])]
    starts += [f"/search/suggest/?q={quote(text)}" for text in begun]
    for _time in ("at once", "after the worker"):
        told = read_everything(visitor, starts)
        assert len(told) > 40
        for address, text in told.items():
            assert PLANTED not in unquote(text), address
            assert f"/questions/{hidden.pk}/" not in text, address
            assert f'data-number="{hidden.pk}"' not in text, address
        for prefix in ("", "/zh-hant"):
            typed = {"title": f"Title {WORDS}", "body": f"Egg allergy {WORDS}"}
            offered = visitor.post(f"{prefix}/ask/question/similar/", typed).content.decode()
            assert PLANTED not in unquote(offered)
        call_command("worker", once=True)
    dead = [address for address, text in told.items() if text[:3] not in ("200", "301", "302")]
    assert not dead


def test_the_words_are_found_where_they_are_public(visitor):
    """Else the test above would find nothing because it looks nowhere."""
    question = plant("retracted")
    call_command("worker", once=True)
    told = read_everything(visitor, [*STARTS, f"/search/?q={SEARCHED}"])
    typed = {"title": f"Title {WORDS}", "body": f"Egg allergy {WORDS}"}
    assert PLANTED in visitor.post("/ask/question/similar/", typed).content.decode()
    places = {address.split("?")[0] for address, text in told.items() if PLANTED in text}
    assert {
        "/",
        "/feed/",
        "/search/",
        "/questions/",
        f"/sitemap-questions-{question.pk // STRETCH}.xml",
        "/doctors/ada-known/",
        "/specialties/pediatrics/",
        "/tags/egg-allergy/",
        question.get_absolute_url(),
        f"/zh-hant{question.get_absolute_url()}",
    } <= places


# What a store may do without asking again. Of an answer that says nothing it would guess.
KEPT = re.compile(r"(?:public, )?(?:max-age=(\d+)(?:, s-maxage=(\d+))?|no-cache|no-store)")


@pytest.mark.parametrize("status", ["retracted", "withdrawn"])
def test_what_is_taken_back_is_gone_from_every_address_and_every_copy(visitor, status):
    """Its own addresses say so, all others name it no more, and no store keeps what did for longer than
    a minute, or is told that its copy is still good."""
    question = plant(status)
    point_at(question)
    file = make_attachment(question.replies.get()).get_absolute_url()
    call_command("worker", once=True)
    short = f"/questions/{question.pk}/"
    titled = question.get_absolute_url()
    own = {short, f"{short}old-title/", f"{short}report/", titled, file}
    own |= {f"/zh-hant{address}" for address in own}
    searches = [f"{prefix}/search/?q={SEARCHED}" for prefix in ("", "/zh-hant")]
    starts = [*STARTS, *searches, *(own - {file, f"/zh-hant{file}"})]
    told = read_everything(visitor, starts)
    named = {address for address, text in told.items() if PLANTED in text or short in text}
    own |= {
        address for address in told if "/similar/" in address
    }  # of a pair: what is wrong with it
    kept = {address: visitor.get(address) for address in named | own}
    assert {"/", "/feed/", *searches, "/zh-hant/tags/egg-allergy/"} <= kept.keys()
    for address, response in kept.items():
        allowed = KEPT.fullmatch(response.headers["Cache-Control"].replace("private, ", ""))
        assert allowed and max(int(age or 0) for age in allowed.groups()) <= 60, address
        b"".join(response)
    take_back(question, status)
    long_ago = "Thu, 01 Jan 2026 08:00:00 GMT"
    for address, response in kept.items():
        copies = [{}, {"If-Modified-Since": response.headers.get("Last-Modified", long_ago)}]
        copies.append({"If-None-Match": response.headers.get("ETag", '"a"')})
        for has in copies:
            now = visitor.get(address, headers=has)
            # A tag or a doctor of nothing else is missing now.
            assert now.status_code in ([410] if address in own else [200, 404]), (address, has)
            # But for the titled address itself, in the links to the other language.
            assert PLANTED not in unquote(now.text).replace(unquote(titled), ""), address
            assert address in own or short not in now.text, address


def test_files_that_were_never_public_look_as_if_they_were_not_there(visitor, doctor):
    """Of an answer that was taken back too: a draft's, and what a correction would have added."""
    question = plant("retracted")
    files = [
        make_attachment(question.replies.get(), status="added"),
        make_attachment(Reply.objects.create(question=question, doctor=doctor, text=WORDS)),
    ]
    take_back(question, "retracted")
    assert [visitor.get(file.get_absolute_url()).status_code for file in files] == [404, 404]
