"""Similar questions: which stand beside which, in what order, and why."""

import os
import signal
from datetime import timedelta

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from askdoctor import worker
from askdoctor.worker import refresh_all_due, refresh_lists, refresh_some
from questions import profiles, similar
from questions import rebuild as rebuild_module
from questions.actions import (
    edit_question,
    merge_tags,
    restore_question,
    retract_question,
    set_tags,
    withdraw_question,
)
from questions.models import (
    PairRuling,
    ProfileKeys,
    Question,
    QuestionProfile,
    SimilarList,
    SimilarQuestion,
    Tag,
)
from questions.neighbours import NONE
from questions.page import read_page
from questions.rebuild import rebuild, resume
from questions.rulings import rule_on_pair
from questions.scoring import FLOOR, SHOWN, Rarity
from tests.factories import make_question, make_specialty, rewrite

pytestmark = pytest.mark.django_db

CONDITIONS = ["itp", "measles", "immune thrombocytopenia"]
# What nobody here asks about: it makes common words common.
OTHERS = [
    "Is snoring normal for a toddler with a cold?",
    "How do I treat a nappy rash that will not heal?",
    "Which shoes are right for a child with flat feet?",
    "Can my son fly with an ear infection?",
    "When does a baby sit up alone?",
    "What helps a girl who wets the bed at night?",
    "Is it normal that my baby sneezes a lot?",
    "How much milk does a child of two years need?",
]


@pytest.fixture(autouse=True)
def other_questions():
    for name in CONDITIONS:
        Tag.objects.create(name=name, slug=name.replace(" ", "-"), kind=Tag.Kind.CONDITION)
    return [make_question(title=title, body="") for title in OTHERS]


def ask(title, body="", **fields):
    return make_question(title=title, body=body, **fields)


def beside(question):
    """What the page of a question shows, after the worker has come by."""
    refresh_all_due()
    return shown(question)


def shown(question):
    page = read_page(question.pk)
    return [int(card["pk"]) for card in page["similar"]]


def stored(question):
    return SimilarList.objects.get(pk=question.pk).similar_ids


def test_questions_stand_beside_each_other_that_ask_the_same_in_other_words():
    one = ask("Can sirolimus help an infant with immune thrombocytopenia?")
    other = ask("Is sirolimus safe for a baby whose thrombocytopenia came back?")
    assert beside(one) == [other.pk]
    assert beside(other) == [one.pk]


def test_word_forms_and_everyday_words_are_understood():
    one = ask("My infant has been vomiting since the measles vaccination")
    other = ask("Baby throwing up after measles vaccine")
    assert beside(one) == [other.pk]


def test_a_misspelt_word_is_still_most_of_the_word():
    one = ask("Sirolimus for thrombocytopenia")
    other = ask("Sirolimus, thrombocytopenea: what to expect")
    assert beside(one) == [other.pk]


def test_chinese_questions_are_compared_without_knowing_where_words_begin():
    one = ask("寶寶發燒三天要不要看醫生", language="zh-hant")
    other = ask("小孩发热三天，需要去医院吗？", language="zh-hant")
    ask("牙齒什麼時候開始長", language="zh-hant")
    assert beside(one) == [other.pk]


def test_a_shared_tag_brings_together_what_is_said_in_other_words():
    one = ask("Low platelets after a virus", tags=["itp"])
    other = ask("Purpura in spring", tags=["itp"])
    unlike = ask("Swimming with purple spots")
    assert other.pk in beside(one)
    assert unlike.pk not in beside(one)


def test_only_questions_in_the_same_language_stand_together():
    english = ask("Sirolimus", tags=["sirolimus"])
    chinese = ask("Sirolimus 的副作用", tags=["sirolimus"], language="zh-hant")
    assert beside(english) == [] == beside(chinese)


def test_nothing_is_filled_up_where_nothing_is_close():
    assert beside(ask("Hiccups before birth")) == []


def test_of_two_that_are_as_close_the_newer_one_comes_first():
    asked = ask("Does danazol stain the teeth?")
    older, newer = ask("Danazol and teeth"), ask("Danazol and teeth")
    assert beside(asked) == [newer.pk, older.pk]


def test_no_more_than_four_are_shown_and_twenty_kept():
    asked = ask("Danazol and teeth")
    for _ in range(similar.KEPT + 3):
        ask("Danazol and teeth")
    assert len(beside(asked)) == SHOWN
    assert len(stored(asked)) == similar.KEPT


def test_one_of_another_specialty_is_shown_where_it_is_close_enough():
    asked = ask("Does danazol stain the teeth?")
    for _ in range(SHOWN):
        ask("Does danazol stain teeth?")
    other = ask("Danazol: stains on teeth", specialty=make_specialty("pharmacology"))
    assert beside(asked)[-1] == other.pk
    row = SimilarList.objects.get(pk=asked.pk)
    score = dict(zip(row.similar_ids, row.scores, strict=True))[other.pk]
    assert sum(each > score for each in row.scores) >= SHOWN


def test_another_specialty_is_no_reason_to_show_what_is_not_close():
    asked = ask("Does danazol stain the teeth?")
    for _ in range(SHOWN):
        ask("Does danazol stain teeth?")
    far = ask("Swimming with a cold", specialty=make_specialty("pharmacology"))
    assert far.pk not in beside(asked)


def test_the_reason_is_the_tags_that_both_carry_the_telling_one_first():
    Tag.objects.create(name="sirolimus", slug="sirolimus", kind="medicine")
    ask("Swimming", tags=["advice"])
    asked = ask("Platelets under sirolimus", tags=["advice", "sirolimus"])
    ask("Sirolimus and platelets", tags=["advice", "sirolimus"])
    refresh_all_due()
    card = read_page(asked.pk)["similar"][0]
    assert card["shared"].split(", ")[0] == "sirolimus"


def test_without_a_shared_tag_the_reason_is_what_both_name_as_the_question_writes_it():
    Tag.objects.create(name="danazol", slug="danazol")
    Tag.objects.create(name="low platelets", slug="low-platelets", name_zh_hant="血小板")
    ask("Does Danazol stain the teeth?")
    ask("Teeth and danazol")
    asked = ask("Teeth after Danazol")
    for title in ("牙齒什麼時候開始長", "感冒可以洗澡嗎", "晚上尿床怎麼幫忙"):
        ask(title, language="zh-hant")
    chinese = ask("寶寶血小板減少怎麼辦", language="zh-hant")
    ask("血小板偏低", language="zh-hant")
    refresh_all_due()
    assert read_page(asked.pk)["similar"][0]["shared"] == "Danazol"
    assert read_page(chinese.pk)["similar"][0]["shared"] == "血小板"


def test_words_that_only_weigh_are_no_reason():
    asked = ask("Does Danazol stain the teeth?")
    ask("Teeth and danazol")
    refresh_all_due()
    [card] = read_page(asked.pk)["similar"]
    assert not card["shared"]


def test_a_new_question_enters_the_lists_of_those_it_is_close_to():
    old = ask("Does danazol stain the teeth?")
    assert beside(old) == []
    new = ask("Danazol and teeth")
    assert beside(old) == [new.pk] == beside(old)


def test_a_list_that_is_full_keeps_the_best_when_a_better_one_comes():
    asked = ask("Does danazol stain the teeth of a boy?")
    for number in range(similar.KEPT):
        ask(f"Danazol {number}")
    refresh_all_due()
    best = ask("Does danazol stain teeth of boys?")
    assert beside(asked)[0] == best.pk
    assert len(stored(asked)) == similar.KEPT


@pytest.mark.parametrize("status", [s for s in Question.Status if s != "published"])
def test_an_unpublished_question_stands_nowhere(status):
    asked = ask("Does danazol stain the teeth?")
    hidden = ask("Danazol and teeth", status=status)
    assert beside(asked) == []
    assert not SimilarList.objects.filter(pk=hidden.pk).exists()


def test_what_is_withdrawn_is_not_shown_before_the_worker_comes_and_stored_nowhere_after():
    asked, other = ask("Does danazol stain the teeth?"), ask("Danazol and teeth")
    assert beside(asked) == [other.pk]
    withdraw_question(question=other)
    assert shown(asked) == []
    assert beside(asked) == []
    assert other.pk not in stored(asked)
    assert not QuestionProfile.objects.filter(pk=other.pk).exists()


def test_what_is_retracted_comes_back_when_it_is_restored(moderator):
    asked, other = ask("Does danazol stain the teeth?"), ask("Danazol and teeth")
    retract_question(question=other, by=moderator, reason="It was not safe.")
    assert beside(asked) == []
    restore_question(question=other, by=moderator)
    assert beside(asked) == [other.pk]


def test_a_list_that_has_lost_most_of_what_it_held_is_worked_out_anew(moderator):
    asked = ask("Does danazol stain the teeth?")
    close = [ask("Danazol and teeth") for _ in range(similar.KEPT)]
    further = [ask("Danazol and swimming") for _ in range(3)]
    assert not set(stored_after_work(asked)) & {each.pk for each in further}
    for each in close[2:]:
        retract_question(question=each, by=moderator, reason="It was not safe.")
    assert {each.pk for each in further} <= set(stored_after_work(asked))


def stored_after_work(question):
    refresh_all_due()
    return stored(question)


def test_an_edited_question_leaves_the_old_lists_and_enters_the_new(moderator):
    asked, third = ask("Does danazol stain the teeth?"), ask("Hiccups after each meal")
    other = ask("Danazol and teeth")
    assert beside(asked) == [other.pk]
    other.title = "Hiccups after a meal"
    edit_question(question=other, by=moderator, changed=["title"])
    assert beside(asked) == []
    assert beside(third) == [other.pk]


def test_a_question_follows_its_tags(moderator):
    asked, third = ask("Low platelets", tags=["itp"]), ask("Koplik spots", tags=["measles"])
    other = ask("Purpura in spring", tags=["itp"])
    assert beside(asked) == [other.pk]
    edit_question(question=other, by=moderator, changed=[], tags=["measles"])
    assert beside(asked) == []
    assert beside(third) == [other.pk]


def test_merging_tags_moves_neighbours(moderator):
    asked = ask("Low platelets", tags=["immune thrombocytopenia"])
    other = ask("Purpura in spring", tags=["itp"])
    assert beside(asked) == []
    source, target = Tag.objects.get(name="itp"), Tag.objects.get(name="immune thrombocytopenia")
    merge_tags(source=source, target=target, by=moderator)
    assert beside(asked) == [other.pk]


def rule(one, other, verdict, by):
    first, second = sorted([one.pk, other.pk])
    PairRuling.objects.create(question_id=first, other_id=second, verdict=verdict, ruled_by=by)
    QuestionProfile.objects.filter(pk__in=[first, second]).update(list_due_at=timezone.now())


def test_a_blocked_pair_is_not_shown_and_a_pinned_one_comes_first_from_both_sides(moderator):
    asked, close = ask("Does danazol stain the teeth?"), ask("Danazol and teeth")
    pinned = ask("Hiccups after each meal")
    rule(asked, close, "blocked", moderator)
    rule(asked, pinned, "pinned", moderator)
    assert beside(asked) == [pinned.pk]
    assert beside(pinned) == [asked.pk]
    assert beside(close) == []


def test_a_ruling_outlives_edits_of_both_and_a_rebuild(moderator):
    asked, close = ask("Does danazol stain the teeth?"), ask("Danazol and teeth")
    pinned = ask("Hiccups after each meal")
    rule(asked, close, "blocked", moderator)
    rule(asked, pinned, "pinned", moderator)
    set_tags(question=pinned, names=["hiccups"])
    for each in (asked, close, pinned):
        edit_question(question=each, by=moderator, changed=["title"])
    assert beside(asked) == [pinned.pk]
    rebuild()
    assert shown(asked) == [pinned.pk] and shown(pinned) == [asked.pk]


def test_one_by_one_gives_what_a_rebuild_gives():
    titles = ["Danazol and teeth", "Teeth under danazol", "Hiccups after a meal", "Meals and teeth"]
    for title in titles * 3:
        ask(title)
        refresh_all_due()
    rebuild()
    all_at_once = lists()
    refresh_lists_of_all()
    assert lists() == all_at_once


def lists():
    """Without the words of reasons: those of the text from which it was worked out."""
    rows = SimilarQuestion.objects.order_by("question", "place")
    return [
        (one, other, round(score, 5), reason.get("tags"))
        for one, other, score, reason in rows.values_list("question", "similar", "score", "reason")
    ]


def refresh_lists_of_all():
    for pk in QuestionProfile.objects.values_list("pk", flat=True):
        now = timezone.now()
        QuestionProfile.objects.filter(pk=pk).update(list_due_at=now)
        similar.refresh_lists([(pk, now)])


@pytest.mark.parametrize("happens", [withdraw_question, None])
def test_what_changes_while_profiles_are_made_is_left_as_it_is(monkeypatch, happens):
    one, other = ask("Fever after a vaccine"), ask("A bump after a vaccine")
    refresh_all_due()
    before = QuestionProfile.objects.get(pk=one.pk)
    send = profiles._send

    def meanwhile(rows):
        rows = list(rows)
        if happens:
            happens(question=one)
        else:
            QuestionProfile.objects.filter(pk=one.pk).update(
                words=b"new!", changed_at=timezone.now()
            )
        send(rows)

    with monkeypatch.context() as patched:
        patched.setattr(profiles, "_send", meanwhile)
        profiles.write_profiles([one.pk, other.pk])
    kept, written = (QuestionProfile.objects.get(pk=each.pk) for each in (one, other))
    assert kept.list_due_at is None
    assert bytes(kept.words) == (bytes(before.words) if happens else b"new!")
    assert written.list_due_at


def test_a_rebuild_of_which_a_process_is_killed_says_so_and_goes_on_later(
    transactional_db, monkeypatch
):
    for number in range(6):
        ask(f"Bleeding gums, number {number}")
    worker.refresh_all_due()
    monkeypatch.setattr(rebuild_module, "CHUNK", 2)
    with monkeypatch.context() as patched:
        patched.setattr(similar, "suggestions", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        with pytest.raises(CommandError, match="killed"):
            call_command("rebuild_similar", processes=2)
    assert QuestionProfile.objects.filter(list_due_at__isnull=False).exists()
    call_command("rebuild_similar", resume=True, processes=2)
    assert not QuestionProfile.objects.filter(list_due_at__isnull=False).exists()


def test_a_rebuild_by_several_processes_is_the_same(transactional_db, monkeypatch):
    monkeypatch.setattr(rebuild_module, "CHUNK", 5)
    for title in OTHERS:
        ask(title)
    rebuild()
    by_one = lists()
    rebuild(processes=2)
    assert lists() == by_one and by_one


def test_a_rebuild_that_was_killed_goes_on_without_correcting_what_it_had_done(monkeypatch):
    for title in OTHERS:
        ask(title)
    rebuild()
    whole = lists()
    QuestionProfile.objects.update(list_due_at=timezone.now(), changed_at=timezone.now())
    SimilarList.objects.all().delete()
    resume(most=4)
    corrections = []
    real = similar.corrected
    monkeypatch.setattr(similar, "corrected", lambda *args: corrections.append(args) or real(*args))
    resume()
    assert lists() == whole
    assert not corrections


def test_what_changed_after_a_rebuild_was_killed_is_corrected_in_the_lists_it_had_done(moderator):
    asked, other = ask("Does danazol stain the teeth?"), ask("Hiccups after each meal")
    rebuild()
    QuestionProfile.objects.update(list_due_at=timezone.now(), changed_at=timezone.now())
    resume(most=1)
    assert shown(asked) == []
    rewrite(other, title="Danazol and teeth")
    similar.refresh([other.pk])
    resume()
    assert shown(asked) == [other.pk]


def test_a_score_counts_whole_from_some_thousands_on():
    trust = [Rarity(total, NONE, NONE).trust for total in (0, 100, 500, 2_000, 200_000)]
    assert trust == sorted(trust) and trust[0] == trust[1] < trust[2] < trust[3] == trust[4] == 1


def test_a_killed_worker_leaves_lists_due():
    asked = ask("Does danazol stain the teeth?")
    ask("Danazol and teeth")
    similar.refresh(Question.objects.values_list("pk", flat=True))
    assert not SimilarList.objects.filter(pk=asked.pk).exists()
    while refresh_lists():
        pass
    assert shown(asked)
    assert not QuestionProfile.objects.filter(list_due_at__isnull=False).exists()


def test_a_list_that_became_due_meanwhile_stays_due():
    asked = ask("Does danazol stain the teeth?")
    refresh_all_due()
    read, now = timezone.now(), timezone.now()
    QuestionProfile.objects.filter(pk=asked.pk).update(list_due_at=now)
    similar.refresh_lists([(asked.pk, read)])
    assert QuestionProfile.objects.get(pk=asked.pk).list_due_at == now


def test_a_text_without_any_word_has_a_profile_and_an_empty_list():
    asked = ask("?!")
    assert beside(asked) == []
    assert stored(asked) == []


def test_scores_that_are_stored_are_those_of_the_pair():
    asked, other = ask("Does danazol stain the teeth?"), ask("Danazol and teeth")
    refresh_all_due()
    row = SimilarQuestion.objects.get(question=asked, similar=other)
    assert FLOOR <= row.score <= 1.2
    assert row.place == 1


@pytest.mark.parametrize(
    ("of_each", "in_all", "expected"),
    [
        (10, 10, [0, 0, 1, 1, 1, 1]),
        (3, 10, [0, 0, 1, 1, 1]),
        (10, 4, [0, 0, 1, 1]),
        (10, 2, [0, 0]),
    ],
)
def test_so_many_with_the_first_keys_are_looked_through(monkeypatch, of_each, in_all, expected):
    carrying = [ask(f"Question {number}?") for number in range(4)]
    rebuild()
    ProfileKeys.objects.update(keys=[])
    ProfileKeys.objects.filter(pk__in=[each.pk for each in carrying]).update(keys=[7])
    ProfileKeys.objects.filter(pk__in=[each.pk for each in carrying[:2]]).update(keys=[5, 7])
    monkeypatch.setattr(profiles, "POSTINGS", of_each)
    monkeypatch.setattr(profiles, "CANDIDATES", in_all)
    for known in (profiles.StoredProfiles("en"), profiles.LoadedProfiles("en")):
        found, places = known.with_keys(np.array([5, 7, 9]))
        assert places.tolist() == expected
        assert set(found[places == 0]) == {each.pk for each in carrying[:2]}
        assert set(found) <= {each.pk for each in carrying}


def test_working_out_a_question_takes_few_queries(django_assert_max_num_queries):
    for _ in range(12):
        ask("Danazol and teeth", tags=["danazol"])
    refresh_all_due()
    new = ask("Does danazol stain the teeth?", tags=["danazol"])
    with django_assert_max_num_queries(24):
        similar.refresh([new.pk])
    with django_assert_max_num_queries(24):
        similar.refresh_lists(similar.due(1))


def test_a_list_that_loses_one_after_the_other_is_worked_out_anew(moderator):
    asked = ask("Does danazol stain the teeth?")
    close = [ask("Danazol and teeth") for _ in range(similar.TOO_FEW + 1)]
    refresh_all_due()
    for other in close[:2]:
        retract_question(question=other, by=moderator, reason="It was not safe.")
        refresh_some()
    due = QuestionProfile.objects.filter(list_due_at__isnull=False)
    assert asked.pk in due.values_list("pk", flat=True)


def test_the_place_for_another_specialty_outlives_better_ones_that_come_later():
    asked = ask("Does danazol stain the teeth of a boy?")
    other = ask("Danazol: stains on teeth", specialty=make_specialty("pharmacology"))
    for _ in range(similar.KEPT):
        ask("Does danazol stain the teeth of boys?")
    assert beside(asked)[-1] == other.pk
    ask("Does danazol stain the teeth of a boy or not?")
    assert beside(asked)[-1] == other.pk


def test_a_pinned_question_that_was_withdrawn_holds_no_place(moderator):
    asked, other = ask("Does danazol stain the teeth?"), ask("Swimming")
    verdict = PairRuling.Verdict.PINNED
    rule_on_pair(question=asked, other=other, verdict=verdict, by=moderator)
    assert beside(asked) == [other.pk]
    withdraw_question(question=other)
    refresh_all_due()
    assert stored(asked) == []


def test_what_left_the_site_while_lists_were_worked_out_comes_back_into_none():
    asked, other = ask("Does danazol stain the teeth?"), ask("Danazol and teeth")
    refresh_all_due()
    found = {asked.pk: [similar.Suggestion(other.pk, 0.9, {"words": ["teeth"]})]}
    found[other.pk] = [similar.Suggestion(asked.pk, 0.9, {"words": ["teeth"]})]
    withdraw_question(question=other)
    refresh_all_due()
    similar.store(found)
    assert stored(asked) == []
    assert not SimilarList.objects.filter(pk=other.pk).exists()


def test_many_lists_at_once_are_taken_in_parts_and_all_get_done(monkeypatch):
    monkeypatch.setattr(worker, "MANY_LISTS", 3)
    monkeypatch.setattr(worker, "MANY_AT_A_TIME", 4)
    asked, other = ask("Does danazol stain the teeth?"), ask("Danazol and teeth")
    while worker.refresh_some():
        pass
    assert worker.refresh_lists() == 4
    while worker.refresh_lists():
        pass
    assert shown(asked) == [other.pk]
    assert similar.due_count() == 0


def test_lists_that_were_put_off_are_not_tried_before_their_time(monkeypatch):
    monkeypatch.setattr(worker, "MANY_LISTS", 3)
    refresh_all_due()
    later = timezone.now() + timedelta(hours=1)
    QuestionProfile.objects.update(list_due_at=later)
    assert worker.refresh_lists() == 0
