"""What is taken for a dose, and what is not."""

import time

import pytest

from questions.doses import doses_in


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("Give 5 ml.", "5 ml"),
        ("10 mg/kg every six hours", "10 mg/kg"),
        ("half a tablet at night", "half a tablet"),
        ("a quarter of a tablet", "quarter of a tablet"),
        ("2.5mL twice", "2.5mL"),
        ("one puff", "one puff"),
        ("one to two drops", "one to two drops"),
        ("1/2 tablet", "1/2 tablet"),
        ("2½ tablets", "2½ tablets"),
        ("5-10 ml", "5-10 ml"),
        ("5 to 10 ml", "5 to 10 ml"),
        ("**5** ml", "5 ml"),
        ("1,500 mg", "1,500 mg"),
        ("1 g of paracetamol", "1 g"),
        ("20 g", "20 g"),
        ("0,5 g", "0,5 g"),
        ("ten tablets", "ten tablets"),
        ("eight drops", "eight drops"),
        ("seven ml", "seven ml"),
        ("twelve units", "twelve units"),
        ("10 U of insulin", "10 U"),
        ("0.5 mmol", "0.5 mmol"),
        ("10 mEq", "10 mEq"),
        ("100 ml of water with a meal", "100 ml"),
        ("每次10mg口服", "10mg"),
        ("5ml即可", "5ml"),
        ("500mg每日三次", "500mg"),
        ("每次服1g，飯後", "1g"),
        ("400IU維生素D", "400IU"),
        ("每次５毫升", "5毫升"),
        ("每次５ｍｇ", "5mg"),
        ("5㎎", "5mg"),
        ("5 ㎎／㎏", "5 mg/kg"),
        ("𝟑𝟎 mg", "30 mg"),
        ("⅓ tablet", "⅓ tablet"),
        ("1⁄2 tablet", "1⁄2 tablet"),
        ("①5 ml", "5 ml"),
        # what nobody sees
        ("30\u200bmg", "30mg"),
        ("30 m\u00adg/kg", "30 mg/kg"),
        ("\u202e03\u202c mg/kg", "03 mg/kg"),
        ("3\u20600\u200d m\ufe0fg", "30 mg"),
        ("30\u0332 m\u0332g\u0332", "30 mg"),
        ("5\x07ml", "5ml"),
        ("半\u2063顆", "半顆"),
        ("兩次各 2.5 c.c.", "2.5 c.c."),
        ("體重每公斤 15 毫克", "15 毫克"),
        ("五百毫克", "五百毫克"),
        ("一百毫克", "一百毫克"),
        ("三千單位", "三千單位"),
        ("兩百mg", "兩百mg"),
        ("睡前吃半顆", "半顆"),
        ("一次一包", "一包"),
        ("两片", "两片"),
        ("半錠", "半錠"),
        ("1支", "1支"),
        ("一瓶", "一瓶"),
        ("2克", "2克"),
        ("十二公克", "十二公克"),
    ],
)
def test_dose_is_found(text, dose):
    assert doses_in(text) == [dose]


@pytest.mark.parametrize(
    "text",
    [
        "Wait for two days.",
        "39 °C",
        "Fever of 39.5 °C, 3 times",
        "3 days",
        "2 years",
        "10 kg",
        "She weighs 3200 g.",
        "1,500 g",
        "Bilirubin was 12 mg/dL.",
        "白蛋白 3.5 g/dL以下",
        "glucose of 5.5 mmol/L",
        "5 mmol per litre",
        "ALT 40 U/L",
        "a U-turn",
        "one question",
        "長了一顆牙",
        "兩歲，發燒三天",
        "兩片尿布",
        "出生時3200克",
        "體重3公斤",
    ],
)
def test_what_is_no_dose_is_not_taken_for_one(text):
    assert doses_in(text) == []


@pytest.mark.parametrize("piece", ["1", "1 ", "兩", "½", "5-", "5/", "one to ", "5 to ", "5*"])
def test_a_long_text_is_read_at_once(piece):
    started = time.monotonic()
    doses_in(piece * 20_000)
    assert time.monotonic() - started < 2
