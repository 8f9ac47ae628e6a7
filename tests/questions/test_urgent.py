"""Signs of an emergency on the way of a question: the stop, what is kept of it, who is told."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.utils.html import escape
from django.utils.translation import gettext, override

from doctors.letters import MODERATORS, message_of, send_all_due
from doctors.models import StaffLetter
from questions.ages import plain
from questions.likeness import features
from questions.models import Contact, Question
from questions.red_flag_rules import ALIKE, GROUPS
from questions.red_flags import red_flags
from tests.factories import make_question
from tests.questions.test_asking import CONTACT, QUESTION, WHO, fill, send

# Between both limits, so that rules alone decide.
BY_RULES = {"": -1}

pytestmark = pytest.mark.django_db

RED = {
    "title": "Button battery",
    "body": "He swallowed the <b>little</b> button battery of my watch.\r\nAn hour ago.",
    "specialty": "",
}
STOP = 'data-testid="emergency-interstitial"'


@pytest.fixture
def told(moderator):
    """A moderator with an address."""
    moderator.groups.add(Group.objects.get_or_create(name=MODERATORS)[0])
    moderator.email = "moderator@example.org"
    moderator.save()
    return moderator


def stopped(client, question=RED, who=WHO):
    client.post("/ask/", who)
    return client.post("/ask/question/", question, follow=True)


def go_on(client):
    return client.post("/ask/urgent/", {"no_emergency": "1"})


def test_a_text_in_thousands_of_pieces_is_read_to_its_end():
    assert not red_flags("a." * 5_000)
    assert red_flags("a." * 5_000 + " He cannot breathe and his lips are blue.")


def test_signs_stop_the_asker_with_what_to_do_and_whom_to_call(client):
    page = stopped(client)
    text = page.content.decode()
    assert page.redirect_chain == [("/ask/urgent/", 302)]
    assert STOP in text
    assert "Swallowed a battery, magnet, medicine or chemical" in text
    assert "Do not make the child vomit." in text
    assert 'href="tel:119"' in text
    assert 'href="tel:112"' in text
    assert 'href="/emergency/"' in text
    assert 'btn-alarm" href="tel:1925"' not in text.split(STOP)[1]
    assert "Your text is kept either way." in text
    assert not Question.objects.exists()


def test_stop_and_first_step_show_the_numbers_of_this_site(client, settings):
    settings.EMERGENCY_NUMBERS, settings.CRISIS_NUMBERS = ["15", "999"], ["988"]
    for text in (stopped(client).text.split(STOP)[1], client.get("/ask/").text):
        told = set(re.findall(r'href="tel:(\d+)"', text))
        assert {"15", "999"} <= told <= {"15", "999", "988"}


def test_thoughts_of_suicide_show_the_crisis_line(client, settings):
    settings.CRISIS_NUMBERS = ["988"]
    page = stopped(client, {**RED, "title": "She says she wants to kill herself", "body": ""})
    assert 'href="tel:988"' in page.content.decode().split(STOP)[1]


def test_crisis_line_stands_where_other_signs_alone_were_noticed(client, settings):
    """A child who is said to have swallowed something may have meant to."""
    settings.CRISIS_NUMBERS = ["988"]
    text = stopped(client).text.split(STOP)[1]
    assert 'With thoughts of suicide: <a href="tel:988">988</a>.' in text


def test_what_only_reads_like_an_emergency_is_stopped_too(client, settings):
    settings.CRISIS_NUMBERS = ["988"]
    texts = {**RED, "title": "A letter", "body": "姊姊把信放在枕頭下，說謝謝大家照顧"}
    page = stopped(client, texts).content.decode().split(STOP)[1]
    assert ALIKE.label in page
    assert 'href="tel:988"' in page
    assert go_on(client).url == "/ask/contact/"


def test_title_and_age_of_the_form_count(client):
    fever = {**RED, "title": "Temperature 38.2", "body": ""}
    assert STOP in stopped(client, fever, {**WHO, "age_band": "1-2m"}).content.decode()
    assert STOP not in stopped(client, fever, {**WHO, "age_band": "3-5y"}).content.decode()


def test_age_that_is_changed_later_is_looked_at_too(client):
    fill(client, question={**QUESTION, "title": "Temperature 38.2", "body": ""})
    answer = client.post("/ask/?change", {**WHO, "age_band": "0-28d"})
    assert answer.url == "/ask/urgent/"


def test_ordinary_question_is_not_stopped(client):
    client.post("/ask/", WHO)
    assert client.post("/ask/question/", QUESTION).url == "/ask/contact/"
    assert client.get("/ask/urgent/").url == "/ask/contact/"


def test_not_an_emergency_is_said_once_and_the_question_is_urgent(client):
    stopped(client)
    assert go_on(client).url == "/ask/contact/"
    client.post("/ask/contact/", CONTACT)
    page = client.get("/ask/similar/", follow=True)
    send(client, page)
    question = Question.objects.get()
    assert question.is_urgent
    assert question.urgent_signs == ["swallowed"]
    assert question.body == RED["body"].replace("\r\n", "\n")
    assert question.history.latest().urgent_signs == ["swallowed"]


def test_nothing_is_sent_before_it_is_said(client):
    stopped(client)
    client.post("/ask/contact/", CONTACT)
    client.get("/ask/similar/", follow=True)
    assert client.get("/ask/check/").url == "/ask/urgent/"
    assert client.post("/ask/check/", {"shown": "x"}).url == "/ask/urgent/"
    assert not Question.objects.exists()


def test_text_that_is_changed_is_looked_at_anew_and_none_is_lost(client):
    stopped(client)
    go_on(client)
    assert "little&lt;/b&gt; button battery" in client.get("/ask/question/").content.decode()
    other = {**RED, "body": "He swallowed two magnets."}
    assert client.post("/ask/question/", other).url == "/ask/urgent/"
    assert client.post("/ask/question/", RED).url == "/ask/contact/"
    assert client.post("/ask/question/", QUESTION).url == "/ask/contact/"


@pytest.mark.parametrize("pressed", [{}, {"back": "1"}])
def test_of_a_text_that_was_refused_no_more_is_read_than_is_taken(client, pressed):
    client.post("/ask/", WHO)
    body = "y" * Question.BODY_LENGTH + " He cannot breathe and his lips are blue."
    client.post("/ask/question/", {**QUESTION, "body": body, **pressed})
    assert client.get("/ask/urgent/").url == "/ask/contact/"
    assert "lips are blue" in client.get("/ask/question/").text


def test_stop_without_a_draft_leads_to_the_start(client):
    assert client.get("/ask/urgent/").url == "/ask/"
    assert client.post("/ask/urgent/").url == "/ask/"


def test_moderators_are_told_in_one_letter_that_says_nothing_of_the_question(client, told):
    for _again in range(2):
        stopped(client)
        go_on(client)
        client.post("/ask/contact/", {"email": ""})
        send(client, client.get("/ask/similar/", follow=True))
    assert Question.objects.count() == 2
    letter = StaffLetter.objects.get()
    message = message_of(letter)
    assert message.to == ["moderator@example.org"]
    whole = message.subject + message.body
    assert "/admin/" in whole
    assert "battery" not in whole.lower()
    assert "Ben" not in whole
    send_all_due()
    assert len(mail.outbox) == 1


def test_ordinary_question_tells_no_moderator(client, told):
    send(client, fill(client))
    assert not StaffLetter.objects.exists()


def test_urgent_question_stands_on_top_for_moderators_with_its_signs(client, moderator):
    client.force_login(moderator)
    make_question(status="pending", title="Older")
    urgent = make_question(
        status="pending", title="Newer", is_urgent=True, urgent_signs=["swallowed"]
    )
    listed = client.get("/admin/questions/question/?status=pending").content.decode()
    assert listed.index("Newer") < listed.index("Older")
    assert '<strong class="late">urgent</strong>' in listed
    first = client.get("/admin/").context["work_groups"][0]
    assert first.works[0].name == f"#{urgent.pk}"
    assert "Swallowed" in first.works[0].label
    page = client.get(f"/admin/questions/question/{urgent.pk}/change/").content.decode()
    assert "Swallowed a battery" in page


def test_doctor_sees_why_it_is_urgent(desk, doctor):
    urgent = make_question(
        status="open", specialty=doctor.specialty, is_urgent=True, urgent_signs=["rash", "gone"]
    )
    page = desk.get(f"/desk/questions/{urgent.pk}/").content.decode()
    assert "Spots that do not fade when pressed" in page


@pytest.fixture
def contact():
    question = make_question(status="open", age_band="1-2m")
    return Contact.objects.create(
        question=question, submission="00000000-0000-4000-8000-000000000001", language="en"
    )


SUBMISSION = "00000000-0000-4000-8000-000000000002"


def test_details_added_go_through_the_same_check(client, contact, told):
    address = f"/ticket/{contact.ticket}/details/"
    typed = {"text": "Now he has a fever.\r\n38.4", "submission": SUBMISSION}
    page = client.post(address, typed)
    text = page.content.decode()
    assert STOP in text
    assert "38.4" in text
    assert not contact.question.additions.exists()
    again = client.post(address, {**typed, "change": "1"}).content.decode()
    assert "Now he has a fever." in again
    assert STOP not in again
    said = {**typed, "no_emergency": page.context["digest"]}
    other = client.post(address, {**said, "text": "He is limp and has a fever"})
    assert STOP in other.content.decode()
    assert STOP in client.post(address, {**typed, "no_emergency": "1"}).text
    client.post(address, said)
    question = Question.objects.get()
    assert question.additions.get().text == "Now he has a fever.\n38.4"
    assert (question.is_urgent, question.urgent_signs) == (True, ["young_fever"])
    assert StaffLetter.objects.filter(kind="urgent").count() == 1


def test_no_way_from_the_stop_on_the_ticket_loses_the_text(client, contact):
    """Only the page has it: help opens beside, and the one way back bears it, whatever came between."""
    address = f"/ticket/{contact.ticket}/details/"
    typed = {"text": "Now he has a fever.\r\n38.4", "submission": SUBMISSION}
    page = client.post(address, typed).text
    ways = page.split(STOP)[1].split("</main>")[0]
    assert "Your text is kept in this page" in ways
    assert "Your text is kept either way" not in ways
    links = re.findall(r'<a [^>]*href="([^"]+)"([^>]*)>', ways)
    leaving = [way for way in links if not way[0].startswith("tel:")]
    assert leaving == [("/emergency/", ' target="_blank"')]
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', ways))
    Question.objects.update(status="withdrawn")
    back = client.post(address, {**hidden, "change": "1"})
    assert "Now he has a fever.\n38.4" in back.text
    assert SUBMISSION in back.text
    assert not contact.question.additions.exists()


def test_follow_up_goes_through_the_same_check(client):
    answered = make_question(title="Answered")
    behind = Contact.objects.create(
        question=answered, submission="00000000-0000-4000-8000-000000000003", language="en"
    )
    address = f"/ticket/{behind.ticket}/follow-up/"
    typed = {"title": "He cannot breathe", "body": "Lips blue", "submission": SUBMISSION}
    page = client.post(address, typed)
    assert STOP in page.content.decode()
    client.post(address, {**typed, "no_emergency": page.context["digest"]})
    follow_up = Question.objects.get(follow_up_of=answered)
    assert follow_up.is_urgent
    assert "breathing" in follow_up.urgent_signs
    # Too late to ask, and the text is there to be copied.
    assert "Lips blue" in client.post(address, {**typed, "change": "1"}).text


@pytest.mark.parametrize("path", ["/ask/", "/zh-hant/ask/"])
def test_first_step_lists_the_signs_of_the_rules(client, settings, path):
    page = client.get(path)
    text = page.content.decode()
    assert settings.SESSION_COOKIE_NAME not in page.cookies
    assert text.index('href="tel:119"') < text.index("<form class")
    with override("en" if path == "/ask/" else "zh-hant"):
        labels = [escape(gettext(group.label)) for group in GROUPS]
    assert all(f"<li>{label}" in text for label in labels)
    if path == "/zh-hant/ask/":  # and none of them in English
        assert all(re.match(r"[\u4e00-\u9fff]", label) for label in labels)


def test_every_group_says_what_to_do_and_who_says_so():
    for group in GROUPS:
        assert group.label
        assert group.first_aid
        assert group.source
        assert group.reviewed_on


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Does a child with trouble sleeping need melatonin?",
        "No trouble breathing, no blue lips, drinks well",
        "How do I prevent choking?",
        "沒有呼吸困難，只有流鼻水",
        "兩年前曾經熱痙攣，現在要打疫苗",
    ],
)
def test_what_is_denied_past_or_general_is_no_sign(text):
    assert red_flags(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Grandad's weekly box was open on the floor, half of it is gone, she is two and sways",
        "She wrote letters to each of us and tidied her room, her scarf is tied to the wardrobe rail",
        "奶奶倒錯水，妹妹的腳皮整片掀起來",
        "他剛剛被撈起來，臉白白的一直咳",
    ],
)
def test_what_no_rule_names_may_read_like_an_emergency(text):
    assert red_flags(text, weights=BY_RULES) == []
    assert red_flags(text) == [ALIKE]


def test_rule_counts_unless_the_text_reads_plainly_like_another_question():
    text = "He drank some bleach."
    assert [group.id for group in red_flags(text, weights=BY_RULES)] == ["swallowed"]
    assert red_flags(text, weights={"": -3}) == []


def test_rule_counts_for_more_where_few_words_of_a_text_are_known():
    text = "He drank some bleach that he had found in an old bottle of ours."
    of_all_words = dict.fromkeys(features(plain(text)), 0) | {"": -2}
    assert [group.id for group in red_flags(text, weights={"": -2})] == ["swallowed"]
    assert red_flags(text, weights=of_all_words) == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("He swallowed a button battery.", "swallowed"),
        ("non fading rash + temp 38.9, girl 5 years, can it be heat rash", "rash"),
        ("Collapsed at the swimming pool, no pulse for a moment, grey now.", "consciousness"),
        ("I am afraid I might hurt my baby", "abuse"),
    ],
)
def test_certain_signs_count_however_the_text_reads(text, sign):
    assert sign in [group.id for group in red_flags(text, weights={"": -9})]


EVERYDAY = (
    "He drinks enough milk and his weight is normal. He sleeps well and plays with his toys. "
    "He had his vaccinations last month. Should I give him vegetables now?"
)


@pytest.mark.parametrize(
    "sign",
    [
        "I want to kill myself.",
        "He swallowed a magnet.",
        "My son can not breathe and his lips are blue.",
        "She drank bleach.",
    ],
)
def test_sign_among_everyday_sentences_is_one(sign):
    assert red_flags(f"{sign}\n{EVERYDAY}")
    assert red_flags(f"{EVERYDAY} {sign}")


@pytest.mark.parametrize(
    "text",
    [
        "He was only curious and swallowed a magnet",
        "She was just curious and drank bleach",
        "I was just preparing dinner when he pulled boiling water over himself",
        "Nothing has happened before like this. He cannot breathe and his lips are blue",
        "Baby is blue and limp. Nothing had happened before.",
        "I am just planning how to kill myself tonight.",
        "先問起來，寶寶呼吸困難嘴唇發紫",
        "寶寶叫不醒，嘴唇發紫，剛剛沒發生什麼",
        "我想自殺，活不下去了，沒發生什麼事",
        "Nothing has happened, just planning ahead: she is 5 weeks old and has 38.6",
    ],
)
def test_that_nothing_has_happened_takes_no_emergency_back(text):
    assert red_flags(text)


@pytest.mark.parametrize("band", ["adult", "1-2y", "3-5y", "6-9y", "3-11m"])
def test_age_in_the_text_counts_beside_another_in_the_form(band):
    for text in ("My baby is 5 weeks. Fever 38.6.", "六週大的寶寶發燒三十八度六"):
        assert "young_fever" in [group.id for group in red_flags(text, band)]


@pytest.mark.parametrize(
    "text",
    [
        "My 6&nbsp;week old has 38.5",
        "My **2** month old has a fever",
        "6 😭 week old temperature 38.5",
        "My newborn's temperature is 38.1",
        "four month old with 104",
        "baby of 80 days, 38.3",
        "DOB 6 weeks ago, feels hot",
        "女嬰２個月又１０天，耳溫３８．２，昨天剛打完六合一",
        "未滿三個月發燒",
        "5週 華氏101",
    ],
)
def test_fever_of_the_young_is_read_as_it_is_shown_and_however_it_is_written(text):
    assert "young_fever" in [group.id for group in red_flags(text)]


def test_temperature_counts_however_the_text_reads():
    text = "He is two months old and has 38.2 degrees"
    assert [group.id for group in red_flags(text, weights={"": -9})] == ["young_fever"]


def test_no_rule_has_a_character_that_is_rewritten_before_it_is_read():
    # It would never match; and would look as if Cantonese or traditional characters were read.
    characters = {
        one for group in GROUPS for rule in group.patterns for one in rule if one > "\u3400"
    }
    assert not {one for one in characters if plain(one) != one}
