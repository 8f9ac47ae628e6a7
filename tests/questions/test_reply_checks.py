"""What a doctor is asked about a reply before it is public. Pure: no database."""

import json
from pathlib import Path

import pytest

from questions.medicines import GROUPS, MEDICINES
from questions.reply_checks import check_reply, is_dangerous
from questions.reply_rules import HARMFUL, NEVER_FOR, RULES, YOUNGEST


def ids(text, explanation="", **about):
    about.setdefault("age_band", "6-9y")
    return [each.rule.id for each in check_reply(text, explanation, **about)]


@pytest.mark.parametrize(
    "text",
    [
        "Give paracetamol 15 mg/kg every 6 hours, at most four times a day.",
        "Paracetamol, up to 75 mg/kg a day, at least six hours apart.",
        "Ibuprofen 5 to 10 mg/kg every 8 hours.",
        "Never give aspirin to a child with a fever.",
        "Aspirin is not safe for children.",
        "Measure ibuprofen with the syringe, not with a kitchen spoon.",
        "Paracetamol (also called acetaminophen) is fine.",
        "A pinch of salt and six teaspoons of sugar in a litre.",
        "A study of her sleep is not needed.",
        "乙醯胺酚每公斤 10 到 15 毫克，每四到六小時一次。",
        "不要給孩子阿斯匹靈。",
        "普拿疼（學名乙醯胺酚）可以退燒。",
    ],
)
def test_a_careful_reply_is_asked_nothing(text):
    assert ids(text) == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("ambiguous-unit", "Give a teaspoon of paracetamol for each kg, every 6 hours."),
        ("ambiguous-unit", "Ibuprofen 5 cc every 8 hours by weight."),
        ("ambiguous-unit", "普拿疼一匙，依體重，每六小時一次。"),
        ("ambiguous-unit", "布洛芬 5 西西，依體重每八小時一次。"),
        ("dose-without-weight", "Paracetamol 250 mg every 6 hours."),
        ("dose-without-weight", "普拿疼半顆，每六小時一次。"),
        ("dose-without-interval", "Paracetamol 15 mg/kg."),
        ("dose-without-interval", "布洛芬每公斤 10 毫克。"),
        ("more-than-usual", "Paracetamol 20 mg/kg every 6 hours."),
        ("more-than-usual", "Paracetamol 15 to 18 mg/kg every 6 hours."),
        ("more-than-usual", "Paracetamol, 100 mg/kg a day in four doses."),
        ("more-than-usual", "Ibuprofen 15 mg/kg every 8 hours."),
        ("more-than-usual", "Ibuprofen 600 mg every 8 hours by weight."),
        ("more-than-usual", "布洛芬每公斤 15 毫克，每八小時一次。"),
        ("more-than-usual", "Ｐａｒａｃｅｔａｍｏｌ ２０ ｍｇ/kg every 6 hours."),
        ("aspirin-under-19", "Half an aspirin helps."),
        ("aspirin-under-19", "可以給阿斯匹靈。"),
        ("codeine-under-12", "Codeine at night."),
        ("claim-without-source", "Studies show that honey works."),
        ("claim-without-source", "研究顯示有效。"),
        ("claim-without-source", "There is evidence that it helps."),
        ("claim-without-source", "There's no good evidence for that."),
        ("claim-without-source", "Evidence shows that it helps."),
        ("claim-without-source", "It is supported by several trials."),
        ("claim-without-source", "有證據顯示有效。"),
        ("claim-without-source", "證據支持這個做法。"),
        ("missing-attachment", "See attachment 1."),
        ("missing-attachment", "請看附件一。"),
        ("two-names", "Give paracetamol. If that does not help, give Calpol."),
        ("two-names", "可以吃普拿疼，也可以吃乙醯胺酚。"),
    ],
)
def test_what_may_go_wrong_is_found(expected, text):
    assert ids(text) == [expected]


HIDDEN = [
    "\u00ad",
    "\u200b",
    "\u200d",
    "\u202e",
    "\u2063",
    "\ufe0f",
    "\u0332",
    "\x07",
    "\U000e0061",
]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_nobody_sees_hides_no_dose_and_shows_in_what_was_found(hidden):
    text = f"Para{hidden}cetamol 3{hidden}0 m{hidden}g/kg every 6 hours."
    [finding] = check_reply(text, age_band="6-9y")
    assert finding.rule.id == "more-than-usual"
    assert finding.found == f"3{hidden}0 m{hidden}g/kg"
    assert ids(f"可以給阿斯{hidden}匹靈。") == ["aspirin-under-19"]


@pytest.mark.parametrize(
    "text",
    [
        "寶寶才十個月大，可以吃一點蜂蜜。",
        "A 10-month-old may have a little honey.",
        "She is 10 months old. A little honey may help.",
    ],
)
@pytest.mark.parametrize("band", ["undisclosed", "1-2y"])
def test_an_age_that_is_said_counts_where_it_is_the_youngest(band, text):
    is_of_one_sentence = text.count(".") < 2
    expected = ["honey-under-12-months"] if is_of_one_sentence or band == "undisclosed" else []
    assert ids(text, age_band=band) == expected


def test_weeks_are_an_age_and_what_is_said_of_babies_in_general_is_none():
    assert ids("At six weeks ibuprofen is fine.", age_band="1-2y") == ["ibuprofen-under-3-months"]
    text = "She is two weeks old. An ounce of plain water helps."
    assert ids(text, age_band="undisclosed") == ["water-in-the-first-months"]
    assert ids("Honey is for him, as for all but babies.", age_band="1-2y") == []


@pytest.mark.parametrize(
    ("expected", "band", "text"),
    [
        ("water-in-the-first-months", "0-28d", "An ounce of plain water between feeds helps."),
        ("water-in-the-first-months", "0-28d", "喝30c.c.白開水沒關係。"),
        ("water-in-the-first-months", "0-28d", "兩餐之間可以喝白開水。"),
        ("alcohol-on-the-skin", "3-5y", "發燒時可以用酒精擦拭額頭。"),
        ("alcohol-on-the-skin", "3-5y", "Use an alcohol wipe when the fever is high."),
        ("ambiguous-unit", "3-5y", "The fever medicine: a capful every 6 hours by weight."),
        ("dose-without-weight", "3-5y", "退燒藥水每次5毫升，每六小時一次。"),
        ("dose-without-weight", "3-5y", "退燒糖漿一次吃 8 ml，一天四次。"),
    ],
)
def test_harm_done_with_water_alcohol_and_a_nameless_medicine_is_found(expected, band, text):
    assert ids(text, age_band=band) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "兩餐之間不需要喝白開水。",
        "Mix 30 ml of boiled water with one scoop of formula.",
        "打針前用酒精擦拭手臂。",
        # denied
        "Keep honey away from babies.",
        "Aspirin and codeine are out.",
        "Leave the aspirin in the cupboard.",
        "Never give aspirin. Codeine likewise.",
        "Aspirin is not for children; the same goes for codeine.",
        "阿斯匹靈請避開。",
        "請避開阿斯匹靈。",
        "不要給阿斯匹靈。可待因也一樣。",
        # one medicine
        "Acetaminophen was called paracetamol at home.",
        "乙醯胺酚最有名的商品名是普拿疼。",
        "普拿疼、泰諾、斯耐普、安佳熱都是乙醯胺酚。",
        "Tylenol, Panadol, Calpol and paracetamol are all one and the same.",
        # how often
        "Paracetamol 15 mg/kg; the next dose after 6 hours.",
        "Paracetamol: 60 mg/kg within 24 hours at most.",
    ],
)
def test_what_is_denied_and_what_is_said_to_be_one_is_no_fault(text):
    assert ids(text, age_band="0-28d") == []


@pytest.mark.parametrize(
    ("band", "text"),
    [
        # an amount, how strong the syrup is, and the same amount once more
        ("1-2y", "At 12 kg: 120 mg of ibuprofen (6 mL of the 100 mg/5 mL syrup) every 8 hours."),
        # what heads a list by weight
        ("3-5y", "Paracetamol syrup 120 mg/5 ml\n\n- 10 kg: 6 ml every 6 hours"),
        ("3-5y", "Ibuprofen 100 mg/5 ml:\n| 10 kg | 5 ml | every 8 hours |"),
        ("3-5y", "普拿疼栓劑 125 毫克\n- 10 公斤：一顆，每六小時一次"),
        # for an adult
        ("adult", "You can take 1 g of paracetamol every 6 hours."),
        ("adult", "可以吃普拿疼 500 毫克，每六小時一次。"),
        ("3-5y", "You yourself can take 1000 mg of paracetamol every 6 hours."),
        ("3-5y", "大人可以吃普拿疼 1000 毫克，每六小時一次。"),
        ("13-17y", "At 62 kg she may take 1 g of paracetamol every 6 hours."),
        # what was given, and was too much
        ("3-5y", "Grandma gave 400 mg of ibuprofen: that is more than twice the usual for 16 kg."),
        ("3-5y", "阿嬤給了她 400 毫克的布洛芬，超過平常用量的兩倍。"),
    ],
)
def test_what_is_no_dose_of_a_child_is_not_asked_about(band, text):
    assert ids(text, age_band=band) == []


@pytest.mark.parametrize(
    ("band", "text"),
    [
        ("3-5y", "Adults can take 1000 mg of paracetamol; your son gets 900 mg every 6 hours."),
        ("13-17y", "At 50 kg she may take 1 g of paracetamol every 6 hours."),
        ("3-5y", "At 16 kg give 400 mg of ibuprofen every 8 hours, no more than that."),
    ],
)
def test_what_is_beside_it_still_is(band, text):
    assert "more-than-usual" in ids(text, age_band=band)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["more-than-usual"], "體重十二公斤，普拿疼每次三百毫克，每六小時一次。"),
        (
            ["more-than-usual"],
            "At twelve kilos give three hundred mg of paracetamol every 6 hours.",
        ),
        ([], "體重十二公斤，普拿疼每次一百二十毫克，每六小時一次。"),
        ([], "12 kg: one hundred and twenty milligrams of paracetamol every 6 hours."),
    ],
)
def test_amounts_may_be_written_out(expected, text):
    assert ids(text, age_band="1-2y") == expected


def test_a_finding_in_numbers_that_are_written_out_shows_them():
    [finding] = check_reply("普拿疼每公斤二十五毫克，每六小時一次。", age_band="1-2y")
    assert finding.found == "每公斤二十五毫克"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["more-than-usual"], "He weighs 22 kg: take 2 tabs QID of the 200 mg ibuprofen tablets."),
        (["more-than-usual"], "體重12公斤。普拿疼栓劑125毫克，一次塞兩顆，每六小時一次。"),
        (["more-than-usual"], "15 公斤，布洛芬一包是150毫克，一次吃兩包，每八小時一次。"),
        ([], "Paracetamol 500 mg tablets: half a tablet every 6 hours at 22 kg."),
        (["more-than-usual"], "Ibuprofen 200 mg, take 2 tabs QID. She weighs 22 kg."),
        ([], "普拿疼500毫克，體重20公斤吃半顆，每六小時一次。"),
        ([], "普拿疼500毫克錠一次半顆，每六小時一次，體重 22 公斤。"),
        (["more-than-usual"], "Paracetamol 500 mg tablets every 6 hours at 22 kg."),
    ],
)
def test_tablets_are_counted(expected, text):
    assert ids(text) == expected


def test_cc_before_a_chinese_word_is_a_volume():
    text = "普拿疼糖漿 24mg/ml，體重12公斤，每次10cc一天四次。"
    assert "more-than-usual" in ids(text, age_band="1-2y")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ({"too-often"}, "Paracetamol 10 mg/kg every 4 hours, up to six doses in 24 hours."),
        ({"too-often"}, "Paracetamol 10 mg/kg every 4 hours round the clock."),
        ({"more-than-usual"}, "At 18 kg give 250 mg of paracetamol every 4 hours."),
        ({"more-than-usual"}, "體重18公斤，普拿疼每次250毫克，每四小時一次。"),
        ({"more-than-usual", "too-often"}, "Ibuprofen 10 mg/kg, five times a day."),
        (set(), "At 18 kg give 250 mg of paracetamol every 4 hours, at most 4 times a day."),
        (set(), "Paracetamol 15 mg/kg every 4 hours. No more than four doses in 24 hours."),
        (set(), "At 18 kg 250 mg of paracetamol every 4 to 6 hours, five doses a day at most."),
        (set(), "普拿疼每公斤15毫克，每四小時一次，一天最多四次。"),
    ],
)
def test_what_is_given_in_a_day_is_summed(expected, text):
    assert set(ids(text, age_band="3-5y")) == expected


def test_reply_and_explanation_say_the_same_line_of_treatment():
    assert ids("It is a second-line treatment.", "It comes as third-line.") == ["other-line"]
    assert ids("這是二線用藥。", "屬於三線治療。") == ["other-line"]
    assert ids("It is a second-line treatment.", "First-line fails, then second-line.") == []


@pytest.mark.parametrize("never", NEVER_FOR, ids=lambda never: never.rule.id)
def test_each_medicine_is_stopped_below_its_age_and_not_above(never):
    bands = {"0-28d": 0, "1-2m": 1, "3-11m": 3, "1-2y": 12, "3-5y": 36, "6-9y": 72, "13-17y": 156}
    for band, months in bands.items():
        found = ids(
            f"You can give {MEDICINES[never.medicine][-1]}.",
            age_band=band,
        )
        assert (never.rule.id in found) is (months < never.below_months), band


def test_of_an_adult_and_of_an_unknown_age_nothing_is_said():
    assert ids("Take aspirin.", age_band="adult") == [] == ids("Take aspirin.", age_band="")


@pytest.mark.parametrize(
    ("expected", "band", "text"),
    [
        (["aspirin-under-19"], "", "Give him an aspirin."),
        (["honey-under-12-months"], "", "Honey helps. It calms the cough of a little one."),
        (["codeine-under-12"], "undisclosed", "Your daughter may have codeine."),
        ([], "", "Give her ibuprofen as the leaflet says."),  # it is for the first months alone
        ([], "", "For your 8 year old: give him honey."),
        ([], "", "Children like honey."),
        (["aspirin-under-19"], "adult", "Your son may take an aspirin."),
        ([], "adult", "Give him an aspirin a day."),  # an adult as well
        ([], "adult", "You may take aspirin. Your child needs paracetamol."),
        ([], "adult", "Take your aspirin, and never give it to your child."),
        ([], "adult", "You were given aspirin as a child."),
        ([], "", "Take aspirin, and keep it out of reach of your child."),
        ([], "", "阿斯匹靈放在小孩子拿不到的地方。"),
        (["honey-under-12-months"], "0-9", "A baby may have honey."),
        ([], "0-9", "Give him honey."),
    ],
)
def test_a_child_of_whom_no_age_is_known_may_be_an_infant(expected, band, text):
    assert ids(text, age_band=band) == expected


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ("1/2 tab", "1/2 tab of Panadol 500."),
        ("½ tablet", "Give ½ tablet of Panadol."),
        ("1½ tabs", "1½ tabs of Panadol."),
        ("1 1/2 tablets", "Panadol, 1 1/2 tablets."),
        ("half a tablet", "Give half a tablet of Panadol."),
        ("two and a half tablets", "Panadol: two and a half tablets."),
        ("quarter of a tablet", "quarter of a tablet of Panadol."),
        ("three quarters of a tablet", "Panadol, three quarters of a tablet."),
        ("半顆", "普拿疼半顆。"),
        ("半粒", "普拿疼半粒。"),
        ("½顆", "普拿疼½顆。"),
        ("四分之三顆", "普拿疼四分之三顆。"),
    ],
)
def test_parts_of_tablets_are_doses(found, text):
    about = [(each.rule.id, each.found) for each in check_reply(text, age_band="6-9y")]
    assert about == [("dose-without-weight", found), ("dose-without-interval", found)]


def test_what_is_for_later_is_not_stopped():
    assert ids("After the first birthday a little honey may help.", age_band="3-11m") == []
    assert ids("滿一歲以後，睡前吃少量蜂蜜。", age_band="3-11m") == []


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("| Weight | Ibuprofen (mg) |\n|---|---|\n| 10 kg | 100 |\n| 15 kg | 350 |", ["350"]),
        ("| 體重(公斤) | 乙醯胺酚(毫克) |\n|---|---|\n| 10 | 150 |\n| 15 | 375 |", ["375"]),
        ("| 藥 | 每公斤劑量 |\n|---|---|\n| 布洛芬 | 18毫克 |\n| 乙醯胺酚 | 15 |", ["18毫克"]),
        ("| Weight | Ibuprofen (mg) |\n|---|---|\n| 10 kg | 100 |\n| 15 kg | 150 |", []),
        ("| Age | Hours of sleep |\n|---|---|\n| 3 | 400 |", []),
    ],
)
def test_a_column_of_a_table_is_measured_in_what_its_head_says(table, words):
    found = check_reply("", table + "\n\nEvery 8 hours.", age_band="3-5y")
    assert [each.found for each in found if each.rule.id == "more-than-usual"] == words


@pytest.mark.parametrize(
    "text",
    [
        "Codeine syrup before bed, and keep it in a cupboard.",
        "Codeine is fine, there is no need to avoid it.",
        "If that does not help, codeine.",
        "If paracetamol is not enough, codeine at night.",
        "可待因糖漿睡前喝，請勿開車。",
        "可待因睡前服用，不能與酒精併用。",
        "如果沒有改善，可待因。",
    ],
)
def test_another_no_beside_a_medicine_is_no_warning_of_it(text):
    assert "codeine-under-12" in ids(text, age_band="6-9y")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Give a teaspoon of the syrup three times a day.", ["ambiguous-unit"]),
        ("One spoonful of the antibiotic twice a day.", ["ambiguous-unit"]),
        ("給一匙藥水，一天三次", ["ambiguous-unit"]),
        ("每次給抗生素5毫升", ["dose-without-weight", "dose-without-interval"]),
        ("Give penicillin 250 mg.", ["dose-without-weight", "dose-without-interval"]),
        ("Give furosemide 20 mg twice a day.", ["dose-without-weight"]),
        ("給呋塞米 20 毫克，一天兩次。", ["dose-without-weight"]),
        # Of these nothing is to be taken that could be measured wrongly.
        ("Please use no kitchen spoon for the syrup: spoons differ, and hold 3 to 7 ml.", []),
        ("Drink 200 ml of water with the medicine.", []),
        ("藥物用30毫升牛奶送服。", []),
        ("A 5 ml syringe comes with the medicine.", []),
        ("喝補液鹽水每次5毫升，慢慢喝，不需要止吐藥。", []),
        ("兩匙西梅汁可以代替瀉藥。", []),
    ],
)
def test_a_medicine_without_rules_of_its_own_is_measured_as_clearly(text, found):
    assert ids(text, age_band="3-5y") == found


@pytest.mark.parametrize(
    ("text", "is_warned"),
    [
        ("She is 18. Aspirin is fine for the fever.", True),
        ("You are 18 with a fever: aspirin is fine.", True),
        ("她18歲。發燒可以吃阿斯匹靈。", True),
        ("She is 19. Aspirin is fine for the fever.", False),
        ("She is 40. An aspirin a day is fine.", False),
        ("她40歲，可以吃阿斯匹靈。", False),
    ],
)
@pytest.mark.parametrize("band", ["", "adult"])
def test_aspirin_is_asked_about_up_to_the_nineteenth_birthday(text, is_warned, band):
    assert ("aspirin-under-19" in ids(text, age_band=band)) is is_warned


def test_two_brands_are_two_medicines_to_who_reads_them():
    assert ids("Use Brufen or Nurofen.") == ["two-names"]
    assert ids("Use ibuprofen or Nurofen.") == []


def test_sources_and_attachments_that_are_there_answer_the_question():
    assert ids("Studies show it.", source_count=1) == []
    assert ids("See attachment 2.", attachment_count=2) == []
    assert ids("See attachment 2.", attachment_count=1) == ["missing-attachment"]


def test_a_finding_shows_the_words_as_they_are_written():
    [finding] = check_reply("可以給阿斯匹靈。", age_band="1-2y")
    assert finding.found == "阿斯匹靈"
    assert is_dangerous([finding]) and finding.rule.source


# A labelled set: replies of our own writing, half of them Chinese, half of them clean.


def texts_in(name: str) -> list[dict]:
    return [json.loads(line) for line in Path(__file__).with_name(name).read_text().splitlines()]


SET = texts_in("replies_to_check.jsonl")
# No rule was written with these in sight: keep it so, or the figures mean nothing.
UNSEEN = texts_in("replies_unseen.jsonl")
FAULTY = [each for each in SET if each["expected"]]
CLEAN = [each for each in SET if not each["expected"]]


def found_in(said: dict) -> set[str]:
    return set(ids(said["text"], said["explanation"], age_band=said["age_band"]))


def is_chinese(said: dict) -> bool:
    return any("一" <= character <= "鿿" for character in said["text"])


def test_set_is_large_and_even():
    assert len(SET) >= 80
    assert 0.4 < len(CLEAN) / len(SET) < 0.6
    assert 0.4 < sum(map(is_chinese, SET)) / len(SET) < 0.6


def test_no_dangerous_reply_of_the_set_is_missed():
    dangerous = [each for each in FAULTY if any(RULES[id].is_dangerous for id in each["expected"])]
    assert len(dangerous) >= 30
    missed = [each["text"] for each in dangerous if not set(each["expected"]) <= found_in(each)]
    assert missed == []


def test_faults_of_the_set_are_found():
    missed = [each["text"] for each in FAULTY if not set(each["expected"]) <= found_in(each)]
    assert len(missed) <= 0.05 * len(FAULTY), missed


def test_clean_replies_of_the_set_are_hardly_warned_about():
    warned = [(each["text"], found_in(each)) for each in CLEAN if found_in(each)]
    assert len(warned) <= 0.05 * len(CLEAN), warned


def test_most_faults_are_found_in_replies_that_no_rule_was_written_for():
    faulty = [each for each in UNSEEN if each["expected"]]
    clean = [each for each in UNSEEN if not each["expected"]]
    found = [each for each in faulty if found_in(each) & set(each["expected"])]
    warned = [each["text"] for each in clean if found_in(each)]
    assert len(found) >= 0.85 * len(faulty), len(found)
    assert len(warned) <= 0.1 * len(clean), warned


# Rules as data


def test_every_rule_has_its_words_source_and_day():
    for id, rule in RULES.items():
        assert id == rule.id and rule.label and rule.source and rule.reviewed_on
    assert len(RULES) >= 35
    assert {each.medicine for each in NEVER_FOR} | GROUPS <= MEDICINES.keys()


@pytest.mark.parametrize("band", YOUNGEST)
def test_harm_of_small_ones_is_stopped_at_their_age_alone(band):
    for harm in HARMFUL:
        words = {"asleep-on-the-stomach": "Let him sleep on his tummy.", "made-to-vomit": "催吐。"}
        if text := words.get(harm.rule.id):
            is_young = YOUNGEST[band] < harm.below_months
            assert (ids(text, age_band=band) == [harm.rule.id]) is is_young
