"""The rule for fever in the first months, over ages and temperatures in several ways of writing."""

import pytest

from questions.ages import ages_in_months, plain, temperatures
from questions.red_flags import red_flags

# Each age in days, as it is written.
ENGLISH_AGES = {
    0: ["born today", "newborn"],
    1: ["1 day old", "born yesterday"],
    5: ["5 days old", "5-day-old baby", "day 5 of life"],
    10: ["ten days old", "10 day old"],
    21: ["3 weeks old", "three week old", "born 3 weeks ago", "3wks old"],
    35: ["5 weeks old", "5 week old baby"],
    56: ["8 weeks old", "eight-week-old"],
    61: ["2 months old", "two month old", "2mo", "2 m.o.", "aged 2 months"],
    77: ["11 weeks old", "my eleven week old daughter", "two and a half months old"],
    84: ["12 weeks old", "almost 3 months old", "nearly three months old"],
    92: ["3 months old", "three month old", "3-month-old"],
    106: ["three and a half months old", "15 weeks old", "3 and a half months old"],
    122: ["4 months old", "4mo", "four-month-old son"],
    153: ["5 months old", "five month old"],
    182: ["6 months old", "six month old"],
    213: ["7 months old", "seven month old"],
}
CHINESE_AGES = {
    0: ["剛出生", "新生兒"],
    1: ["出生一天", "昨天剛出生"],
    5: ["出生5天", "出生第五天"],
    10: ["出生十天", "１０天大"],
    21: ["三週大", "三周大", "3週大", "出生三個星期"],
    35: ["五週大", "5周的宝宝"],
    56: ["八週大", "出生八周"],
    61: ["兩個月大", "两个月大", "二個月的寶寶", "2個月大", "M2"],
    77: ["11週大", "兩個半月大", "两个多月的宝宝"],
    84: ["十二週大", "快三個月", "未滿3個月"],
    92: ["三個月大", "3个月的宝宝", "剛滿三個月"],
    106: ["三個半月大", "3個多月大"],
    122: ["四個月大", "4个月大"],
    153: ["五個月大", "五个月的女儿"],
    182: ["六個月大", "6个月大"],
    213: ["七個月大", "7個月的兒子"],
}
CELSIUS = [37.0, 37.4, 37.9, 38.0, 38.1, 38.5, 38.9, 39.0, 39.1, 39.5, 40.0, 40.5]
ENGLISH_HEAT = [
    "Temp {0} C tonight.",
    "Temperature of {0}°C.",
    "{0} on the thermometer",
    "His temp is {1} F.",
]
CHINESE_HEAT = [
    "體溫{0}度",
    "耳溫 {0}℃",
    "肛溫{2}",
    "量起來{0}",
    "体温{0}度，精神还好",
    "華氏{1}度",
]
BANDS = {
    "0-28d": [38.0, True],
    "1-2m": [38.0, True],
    "3-11m": [39.0, False],
    "1-2y": [99, False],
    "": [99, False],
}
DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


def limit(days: int) -> float:
    return 38.0 if days < 91 else 39.0 if days < 184 else 99.0


def is_stopped(text: str, band: str = "") -> bool:
    return "young_fever" in [group.id for group in red_flags(text, band)]


def written(how: str, celsius: float) -> str:
    full_width = f"{celsius:.1f}".translate(DIGITS).replace(".", "．")
    return how.format(f"{celsius:.1f}", f"{celsius * 1.8 + 32:.1f}", full_width)


@pytest.mark.parametrize("celsius", CELSIUS)
@pytest.mark.parametrize(
    ("ages", "heats"),
    [(ENGLISH_AGES, ENGLISH_HEAT), (CHINESE_AGES, CHINESE_HEAT)],
    ids=["en", "zh"],
)
def test_fever_rule_holds_over_ages_and_temperatures(ages, heats, celsius):
    wrong = [
        text
        for days, names in ages.items()
        for name in names
        for heat in heats
        for text in (f"{name}. {written(heat, celsius)}", f"{written(heat, celsius)} {name}")
        if is_stopped(text) != (celsius >= limit(days))
    ]
    assert wrong == []


@pytest.mark.parametrize("celsius", CELSIUS)
@pytest.mark.parametrize("band", BANDS)
def test_fever_rule_takes_the_age_of_the_form(band, celsius):
    wrong = [
        heat
        for heat in [*ENGLISH_HEAT, *CHINESE_HEAT]
        if is_stopped(written(heat, celsius), band) != (celsius >= BANDS[band][0])
    ]
    assert wrong == []


FEVERISH = [
    "has a fever",
    "running a temperature",
    "is burning up",
    "feels very hot to the touch",
    "fever since last night",
    "發燒",
    "燒起來了",
    "額頭好燙",
    "有點發燒，活動力正常",
    "摸起来很烫",
]


@pytest.mark.parametrize("fever", FEVERISH)
def test_fever_without_a_figure_is_enough_under_three_months_only(fever):
    wrong = [
        f"{name} {fever}"
        for ages in (ENGLISH_AGES, CHINESE_AGES)
        for days, names in ages.items()
        for name in names
        for sentence in (f"{name}, {fever}", f"{fever}. {name}")
        if is_stopped(sentence) != (days < 91)
    ]
    assert wrong == []
    assert [band for band in BANDS if is_stopped(fever, band)] == ["0-28d", "1-2m"]


@pytest.mark.parametrize(
    "text",
    [
        "2 months old, no fever, a cold for three days",
        "六週大，沒有發燒，只有鼻塞",
        "Our 5 week old never had a fever. Is it normal that he hiccups?",
        "Last year, as a baby of 2 months, she had a fever. She is 14 months old now.",
        "What do I do if he gets a fever? 4 weeks old and well",
        "三週大的寶寶萬一發燒要怎麼辦，想先了解",
        "My 2 year old had 39.5 for 2 months ago",
    ],
)
def test_fever_denied_past_or_supposed_does_not_count(text):
    assert not is_stopped(text)


@pytest.mark.parametrize(
    "text",
    [
        "my grandbaby not yet two month got fever",
        "102.6\nturning five months next week",
        "three months on Sunday. 38.4",
        "101 under the arm, 2 months",
        "one hundred and one\nborn 3 wks ago",
        "one-oh-three, 5.5 months, sleeping lots",
        "hundred and two. 9 weeks",
        "a hundred point six, 3 weeks old",
        "38 n a half, 4 weeks old",
        "39 and a bit, 20 weeks",
        "7w3d 38.6",
        "6 weeker, feverish",
        "hot n grunty\n6 weeks",
        "hot baby\n2 months",
        "2 months. running hot",
        "month old baby, fever",
        "nb 38.2",
        "cord still on, feels hot",
        "temp 103 at 4 mos",
        "39.5 4 months",
        "俩月大 发烧一天了",
        "仨月不到 发烧",
        "出世廿日 探熱三十八度二",
        "溫度三九·三 沒咳\n4M",
        "卅八度半 滿月",
        "BB未夠三個月 發燒",
        "一個幾月大 發燒",
        "月半大 38.3",
        "5星期 好燙",
        "兩個月 一〇一F",
        "脐带还没掉 发烧",
        "佢兩個月 發緊燒",
    ],
)
def test_fever_is_read_in_a_few_words(text):
    assert is_stopped(text)


@pytest.mark.parametrize(
    "text",
    [
        "10 weeks old, is 37.4 a fever",
        "6in1 next week\n7 weeks old, will she get a fever",
        "born at 39 weeks, temp 36.8, 5 weeks old",
        "5.5 months, 101, playing",
        "佢兩個月 冇發燒",
    ],
)
def test_no_fever_is_read_in_a_few_words(text):
    assert not is_stopped(text)


def test_ages_and_temperatures_are_read_in_both_scripts_and_scales():
    assert ages_in_months(plain("４個月大"))[0] == pytest.approx(4, abs=0.1)
    assert temperatures(plain("三十八度五")) == temperatures(plain("38度半")) == [38.5]
    assert temperatures(plain("102.2°F")) == [39.0]
    assert ages_in_months("fever for 3 days") == []


@pytest.mark.parametrize(
    "text",
    [
        "My 2 month old has a running nose",
        "My 5 year old has been coughing 3 days, fever 38.5",
        "She is 6 years old with cough for a few days and fever of 38.2",
        "She is 6 years old. Fever, 2 days, up to 38.5",
        "NB: my 6 year old has a fever of 38.4",
        "2 months, size 38",
        "6個月半大，發燒38.5",
        "孩子七歲沒百日咳，發燒38.5",
    ],
)
def test_how_long_it_lasts_is_no_age_and_a_nose_that_runs_no_fever(text):
    assert "young_fever" not in {group.id for group in red_flags(text, weights={"": -1})}


def test_the_day_after_a_temperature_takes_nothing_from_it():
    assert temperatures(plain("8 weeks old, 38.5 day 2")) == [38.5]
