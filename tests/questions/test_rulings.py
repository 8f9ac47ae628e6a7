"""What moderators and visitors say of two questions beside each other."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from questions import rebuild, similar
from questions.actions import retract_question
from questions.models import PairRuling, Question, Report, SimilarList
from questions.rulings import beside, lift_ruling, report_not_relevant, rule_on_pair
from questions.scoring import FLOOR
from tests.factories import make_question, make_similar, make_user

pytestmark = pytest.mark.django_db

PINNED, BLOCKED = PairRuling.Verdict.PINNED, PairRuling.Verdict.BLOCKED
UNPUBLISHED = [status for status in Question.Status.values if status != "published"]


@pytest.fixture
def admin(client, moderator):
    """The moderator's browser."""
    client.force_login(moderator)
    return client


@pytest.fixture
def trio():
    """Two questions that are close, and one that has nothing to do with them."""
    one = make_question(title="Fever after the measles vaccine", tags=["measles vaccine"])
    two = make_question(title="How long does fever last after measles vaccination?")
    far = make_question(title="Which shoes for flat feet?", body="He walks on his toes.")
    for title in ("Is snoring normal?", "Teething at night", "Flying with a cold", "Egg allergy"):
        make_question(title=title, body=title)
    rebuild.rebuild()
    return one, two, far


def work() -> None:
    """What the worker does next."""
    similar.refresh_lists(similar.due(100))


def numbers_beside(question: Question) -> list[int]:
    return SimilarList.objects.get(pk=question.pk).similar_ids


def shown_beside(client, question: Question) -> list[int]:
    html = client.get(question.get_absolute_url()).content.decode()
    return [int(number) for number in re.findall(r'data-number="(\d+)"', html)]


# Rulings


def test_a_pinned_pair_is_shown_first_on_both_pages(client, trio, moderator):
    one, two, far = trio
    assert far.pk not in shown_beside(client, one)
    rule_on_pair(question=far, other=one, verdict=PINNED, by=moderator)
    work()
    assert shown_beside(client, one)[:2] == [far.pk, two.pk]
    assert shown_beside(client, far)[0] == one.pk


def test_a_blocked_pair_is_shown_on_neither_page(client, trio, moderator):
    one, two, _far = trio
    assert shown_beside(client, one) == [two.pk]
    rule_on_pair(question=one, other=two, verdict=BLOCKED, by=moderator)
    work()
    assert shown_beside(client, one) == shown_beside(client, two) == []


def test_a_ruling_outlives_a_rebuild_and_an_edit(trio, moderator):
    one, two, far = trio
    rule_on_pair(question=one, other=two, verdict=BLOCKED, by=moderator)
    rule_on_pair(question=one, other=far, verdict=PINNED, by=moderator)
    for make_anew in (rebuild.rebuild, lambda: similar.refresh([one.pk, two.pk, far.pk])):
        make_anew()
        work()
        assert numbers_beside(one)[0] == far.pk
        assert numbers_beside(far)[0] == one.pk
        assert two.pk not in numbers_beside(one)
        assert one.pk not in numbers_beside(two)


def test_what_is_lifted_is_as_if_it_had_never_been_said(trio, moderator):
    one, two, far = trio
    before = numbers_beside(one)
    for other, verdict in ((two, BLOCKED), (far, PINNED)):
        rule_on_pair(question=one, other=other, verdict=verdict, by=moderator)
        work()
        assert numbers_beside(one) != before
        lift_ruling(question=other, other=one, by=moderator)
        work()
        assert numbers_beside(one) == before
    assert not PairRuling.objects.exists()


def test_a_pair_has_one_ruling_and_the_history_says_who(trio, moderator):
    one, two, _far = trio
    second = make_user()
    rule_on_pair(question=two, other=one, verdict=BLOCKED, by=moderator)
    rule_on_pair(question=one, other=two, verdict=BLOCKED, by=second)
    ruling = PairRuling.objects.get()
    assert (ruling.question, ruling.other, ruling.ruled_by) == (one, two, moderator)
    rule_on_pair(question=one, other=two, verdict=PINNED, by=second)
    lift_ruling(question=one, other=two, by=moderator)
    said = PairRuling.history.order_by("history_id")
    assert [(row.history_type, row.verdict, row.history_user) for row in said] == [
        ("+", "blocked", moderator),
        ("~", "pinned", second),
        ("-", "pinned", moderator),
    ]


@pytest.mark.parametrize("status", UNPUBLISHED)
def test_only_published_questions_are_ruled_on(status, moderator):
    one, hidden = make_question(), make_question(status=status)
    for pair in ((one, hidden), (hidden, one), (one, one)):
        with pytest.raises(ValidationError):
            rule_on_pair(question=pair[0], other=pair[1], verdict=PINNED, by=moderator)
    assert not PairRuling.objects.exists()


def test_an_unknown_verdict_is_refused(moderator):
    with pytest.raises(ValidationError):
        rule_on_pair(
            question=make_question(), other=make_question(), verdict="hidden", by=moderator
        )


def test_a_pinned_question_that_is_taken_off_is_not_shown(client, trio, moderator):
    one, two, far = trio
    rule_on_pair(question=one, other=far, verdict=PINNED, by=moderator)
    work()
    retract_question(question=far, by=moderator, reason="It was not safe.")
    assert shown_beside(client, one) == [two.pk]
    similar.refresh([far.pk])
    rebuild.rebuild()
    assert shown_beside(client, one) == [two.pk]


@pytest.mark.django_db(transaction=True)
def test_two_moderators_at_once_make_one_ruling():
    one, other = make_question(), make_question()
    start = Barrier(2)

    def rule(user):
        try:
            start.wait(timeout=10)
            rule_on_pair(question=one, other=other, verdict=PINNED, by=user)
        finally:
            connection.close()

    with ThreadPoolExecutor() as threads:
        for done in [threads.submit(rule, make_user()) for _ in range(2)]:
            done.result()
    assert PairRuling.objects.count() == PairRuling.history.count() == 1


# Moderation


def change_address(row) -> str:
    return reverse(f"admin:questions_{row._meta.model_name}_change", args=[row.pk])


def press(admin, question: Question, verdict: str, other: object):
    address = reverse("admin:questions_question_pair", args=[question.pk])
    return admin.post(address, {"verdict": verdict, "other": other}, follow=True)


def test_moderators_see_why_each_stands_there_and_what_was_ruled(trio, moderator):
    one, two, far = trio
    assert [(row.other, row.state) for row in beside(one)][0] == (two, "shown")
    assert beside(one)[0].why == "measles vaccine"
    rule_on_pair(question=one, other=two, verdict=BLOCKED, by=moderator)
    rule_on_pair(question=one, other=far, verdict=PINNED, by=moderator)
    work()
    rows = {row.other: row for row in beside(one)}
    assert (rows[far].state, rows[far].score, rows[far].ruling.verdict) == ("shown", None, PINNED)
    assert (rows[two].state, rows[two].ruling.verdict) == ("not shown", BLOCKED)
    retract_question(question=far, by=moderator, reason="It was not safe.")
    assert {row.other: row.state for row in beside(one)}[far] == "not public"


def test_states_say_what_readers_see():
    question = make_question()
    others = [make_question() for _ in range(7)]
    row = make_similar(question, *others)
    row.scores[5:] = [0.1, 0.05]
    row.save()
    retract_question(question=others[0], by=None, reason="It was not safe.")
    assert [each.state for each in beside(question)] == [*["shown"] * 4, *["below the floor"] * 2]
    row.scores[5] = 0.5
    row.save()
    assert [each.state for each in beside(question)][4:] == ["in reserve", "below the floor"]
    assert [each.is_far for each in beside(question)] == [*[False] * 5, True]


def test_what_is_too_far_is_folded_away_until_somebody_says_something_of_it(admin, moderator):
    question, other = make_question(), make_question()
    stored = make_similar(question, other)
    stored.scores = [FLOOR / 2]
    stored.save()
    page = admin.get(change_address(question))
    assert [each.other for each in page.context["far"]] == [other]
    assert "1 more, too far for readers" in page.text
    rule_on_pair(question=question, other=other, verdict="pinned", by=moderator)
    page = admin.get(change_address(question))
    assert [each.other for each in page.context["beside"]] == [other]
    assert not page.context["far"]


def test_buttons_pin_block_and_lift(admin, trio):
    one, two, far = trio
    page = press(admin, one, "pinned", f"#{far.pk}").content.decode()
    assert f"#{one.pk} and #{far.pk} are always shown beside each other." in page
    assert PairRuling.objects.get().verdict == PINNED
    press(admin, one, "blocked", far.pk)
    assert PairRuling.objects.get().verdict == BLOCKED
    press(admin, far, "lifted", one.pk)
    assert not PairRuling.objects.exists()


@pytest.mark.parametrize("other", ["", "x", "²", "9" * 5000, "-1", "0", "\0", "self", "hidden"])
def test_a_number_that_is_none_is_told(admin, other):
    question, hidden = make_question(), make_question(status="pending")
    others = {"self": question.pk, "hidden": hidden.pk}
    page = press(admin, question, "pinned", others.get(other, other))
    assert page.status_code == 200
    assert 'class="error"' in page.content.decode()
    assert press(admin, question, "forged", make_question().pk).status_code == 200
    assert not PairRuling.objects.exists()


def test_who_may_only_look_rules_on_nothing(client, trio):
    viewer = make_user(is_staff=True)
    give(viewer, "view_question")
    client.force_login(viewer)
    one, two, _far = trio
    page = client.get(change_address(one)).content.decode()
    assert two.title in page
    assert 'name="verdict"' not in page
    assert press(client, one, "pinned", two.pk).status_code == 403
    rule_on_pair(question=one, other=two, verdict=BLOCKED, by=viewer)
    ruling = PairRuling.objects.get()
    assert "_lift" not in client.get(change_address(ruling)).content.decode()
    client.post(change_address(ruling), {"_lift": "1"})
    assert PairRuling.objects.exists()


def give(user, codename: str) -> None:
    permission = user._meta.get_field("user_permissions").related_model
    user.user_permissions.add(permission.objects.get(codename=codename))


def test_rulings_are_listed_and_lifted(admin, trio, moderator):
    one, two, far = trio
    for other in (two, far):
        rule_on_pair(question=one, other=other, verdict=BLOCKED, by=moderator)
    address = reverse("admin:questions_pairruling_changelist")
    page = admin.get(address, {"q": far.pk})
    assert [ruling.other for ruling in page.context["cl"].result_list] == [far]
    ruling = PairRuling.objects.get(other=far)
    admin.post(address, {"action": "lift_selected", "_selected_action": [ruling.pk]})
    assert PairRuling.objects.get().other == two
    admin.post(change_address(PairRuling.objects.get()), {"_lift": "1"})
    assert not PairRuling.objects.exists()
    assert set(
        PairRuling.history.filter(history_type="-").values_list("history_user", flat=True)
    ) == {moderator.pk}


def test_the_section_takes_as_many_queries_for_many_as_for_few(django_assert_num_queries):
    question = make_question(tags=["fever"])
    make_similar(question, *(make_question() for _ in range(20)), shared=["fever"])
    with django_assert_num_queries(5):
        assert len(beside(question)) == 20


# Not relevant


def report_address(question: Question, other: Question) -> str:
    return reverse("similar_report", args=[question.pk, other.pk])


def test_a_visitor_says_that_a_card_is_not_relevant(visitor):
    question, other = make_question(), make_question()
    make_similar(question, other)
    address = report_address(question, other)
    assert f'href="{address}"' in visitor.get(question.get_absolute_url()).content.decode()
    page = visitor.get(address).content.decode()
    assert question.title in page
    assert other.title in page
    assert not Report.objects.exists(), "a robot that follows links says nothing"
    for _ in range(2):
        answer = visitor.post(address, follow=True)
        assert answer.redirect_chain == [(f"{address}?sent", 302)]
        assert "Thank you." in answer.content.decode()
    report = Report.objects.get()
    assert (report.question, report.similar, report.reason) == (question, other, "not_relevant")


def test_it_can_be_said_again_when_it_was_handled(moderator):
    question, other = make_question(), make_question()
    report_not_relevant(question=question, similar=other).handle(by=moderator)
    report_not_relevant(question=question, similar=other)
    assert Report.objects.count() == 2
    assert Report.objects.unhandled().count() == 1


def test_only_what_stands_in_the_list_can_be_reported(visitor):
    question, other, third = make_question(), make_question(), make_question()
    make_similar(question, other)
    for pair in ((question, third), (other, question), (question, question)):
        assert visitor.get(report_address(*pair)).status_code == 404
        assert visitor.post(report_address(*pair)).status_code == 404
    for number in (999_999, 2**63, 10**30):
        assert visitor.get(f"/questions/{question.pk}/similar/{number}/report/").status_code == 404
        assert visitor.get(f"/questions/{number}/similar/{other.pk}/report/").status_code == 404


@pytest.mark.parametrize("status", [one for one in UNPUBLISHED if one != "retracted"])
def test_unpublished_looks_like_missing_beside_another(visitor, status):
    question, hidden = make_question(), make_question(status=status, title="Planted marker")
    make_similar(question, hidden)
    seen = visitor.get(report_address(question, hidden))
    missing = visitor.get(f"/questions/{question.pk}/similar/{hidden.pk + 7777}/report/")
    assert seen.status_code == missing.status_code == 404
    # By the address: a small number alone stands elsewhere on a page too.
    assert seen.content.replace(b"/similar/%d/" % hidden.pk, b"") == missing.content.replace(
        b"/similar/%d/" % (hidden.pk + 7777), b""
    )


def test_visitors_do_not_choose_this_reason_of_an_answer(visitor):
    question = make_question()
    visitor.post(f"/questions/{question.pk}/report/", {"reason": "not_relevant"})
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("reason", "has_similar"), [("not_relevant", False), ("wrong", True)], ids=["without", "with"]
)
def test_a_report_names_a_similar_question_exactly_when_it_is_about_one(reason, has_similar):
    similar_one = make_question() if has_similar else None
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(question=make_question(), reason=reason, similar=similar_one)


def test_a_report_is_answered_by_blocking_the_pair_whichever_way_it_was_said(admin, moderator):
    one, other, third = (make_question() for _ in range(3))
    reports = [
        report_not_relevant(question=question, similar=beside_it)
        for question, beside_it in ((other, one), (one, other), (one, third))
    ]
    page = admin.get(change_address(reports[0])).content.decode()
    assert one.title in page
    assert other.title in page
    admin.post(change_address(reports[0]), {"_block": "1"})
    ruling = PairRuling.objects.get()
    assert (ruling.question, ruling.other, ruling.verdict) == (one, other, BLOCKED)
    assert ruling.ruled_by == moderator
    assert list(Report.objects.unhandled()) == [reports[2]]
    assert "_block" not in admin.get(change_address(reports[1])).content.decode()


def test_other_reports_block_nothing(admin):
    report = Report.objects.create(question=make_question(), reason="wrong", text="The dose.")
    page = admin.get(change_address(report)).content.decode()
    assert "_block" not in page
    assert "The dose." in page
    forged = admin.post(change_address(report), {"_block": "1"}, follow=True)
    assert "not about a pair" in forged.content.decode()
    report.refresh_from_db()
    assert report.handled_at is None
