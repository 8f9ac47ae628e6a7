"""Numbers written as words, English or Chinese."""

import re

from questions.reply_checks.measures import FIGURE, PIECES, PIECES_CHINESE

DIGITS = "一二三四五六七八九"
COUNTED = {
    **{word: number for number, word in enumerate(DIGITS, start=1)},
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"ten": 10, "half": 0.5, "两": 2, "十": 10, "半": 0.5},
}
AGES = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "sixteen": 16,
        "eighteen": 18,
        "nineteen": 19,
    },
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "eighth": 8, "twelfth": 12},
}


def number_of(word: str) -> int:
    """Of "12", "twelve", "十二": 12."""
    if word.isdecimal():
        return int(word)
    if word in AGES:
        return AGES[word]
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return int(COUNTED.get(word, 0))
    return int(COUNTED.get(tens, 1) * 10 + COUNTED.get(ones, 0))


# Amounts and weights: "one hundred and twenty milligrams", 十二公斤, as words before a unit.
_ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: number * 10 for number, word in enumerate(_TENS, 2)},
}
_LARGE = {"hundred": 100, "thousand": 1_000, "十": 10, "百": 100, "千": 1_000}
_UNIT = r"(?:mg|milligrams?|ml|millilit|mils?\b|kg|kilo|毫克|毫升|公斤|千克|西西|c\.?c(?![a-z]))"
_ENGLISH = "|".join(sorted({*_SMALL, "hundred", "thousand"}, key=len, reverse=True))
_CHINESE = rf"(?:[{DIGITS}两零十百]|千(?!克)){{1,9}}"
WRITTEN_OUT = re.compile(
    rf"(?:\ba )?\b(?:{_ENGLISH})(?:[ -](?:and )?(?:{_ENGLISH})){{0,6}}(?=[ -]?{_UNIT}|[ -](?:to|or)? ?(?:{_ENGLISH})[ -]{_UNIT})"
    rf"|{_CHINESE}(?=\s*(?:[到至~-]\s*{_CHINESE}\s*)?{_UNIT})"
)


# Parts of tablets: "1/2 tab", "1 1/2 tablets", "two and a half", "a quarter of a tablet", 四分之一颗, 一颗半.
_OF_PIECES = rf"(?=(?: of)?(?: (?:an?|the))? ?(?:{FIGURE} ?-?mg )?(?:[a-z]{{1,14}} )?(?:{PIECES}|{PIECES_CHINESE}))"
PARTS = re.compile(
    rf"(?<![\d/.])(?:(?P<whole>\d|one|two|three) (?:and )?)?(?P<over>\d)/(?P<under>[2-8]){_OF_PIECES}"
    rf"|\b(?P<ones>\d|one|two|three) and a half{_OF_PIECES}"
    rf"|\b(?:(?P<three>3|three) |an? |one )?quarters?{_OF_PIECES}"
    rf"|(?P<lower>[二三四])分之(?P<upper>[一二两三])(?={PIECES_CHINESE})"
    rf"|(?P<before>[{DIGITS}两\d])(?={PIECES_CHINESE}半)"
)


def parts_of(match: re.Match) -> str:
    """Of "1 1/2", "1.5"; of "a quarter" and 四分之一, "0.25"."""
    said = match.groupdict()
    if said["over"]:
        amount = number_of(said["whole"] or "0") + int(said["over"]) / int(said["under"])
    elif said["lower"]:
        amount = number_of(said["upper"]) / number_of(said["lower"])
    elif whole := said["ones"] or said["before"]:
        amount = number_of(whole) + 0.5
    else:
        amount = 0.75 if said["three"] else 0.25
    return f"{amount:.2f}".rstrip("0").rstrip(".")


# Pounds as kilograms, grams of a medicine as milligrams: "22 lb", 0.02公克.
OTHER_UNITS = re.compile(
    rf"(?<![\d.])(?P<number>{FIGURE})\s*-?(?:(?P<pounds>lbs?\b|pounds?\b|磅)|(?:g|gm|grams?)\b(?!/d)|公克(?!力))"
)


def in_usual_units(match: re.Match) -> str:
    number = float(match["number"].replace(",", "."))
    return f"{number * 0.4536:.1f} kg" if match["pounds"] else f"{number * 1_000:.0f} mg"


def amount_of(words: str) -> int:
    """Of "one hundred and twenty", 一百二十 and 一百二: 120."""
    parts = re.findall(r"[a-z]+", words) if words.isascii() else list(words)
    total = here = 0
    large = 1
    for part in parts:
        if part in _LARGE:
            large = _LARGE[part]
            total, here = total + (here or 1) * large, 0
        elif part == "零":
            large = 1
        else:
            here += _SMALL.get(part) or int(COUNTED.get(part, 0))
    is_short = not words.isascii() and large > 10  # 一百二
    return total + here * (large // 10 if is_short else 1)
