"""Ages and temperatures in what a parent writes, English or Chinese. Pure: folded text in, numbers out.

Of the text `plain` made: lower case, half width, simplified characters, no apostrophes.
"""

import re

from questions.folding import fold

MONTH = 30.4375  # days
_DAYS = {"day": 1, "week": 7, "month": MONTH, "year": 12 * MONTH}
_ENGLISH_UNITS = {
    "day": r"days?|dys?",
    "week": r"weeks?|wks?",
    "month": r"months?|mths?|mnths?|mos?",
    "year": r"years?|yrs?",
}
_SHORT_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_CHINESE_UNITS = {"天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week"}
_CHINESE_UNITS |= {"月": "month", "个月": "month", "岁": "year"}

_WORDS = (
    "a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
_NUMBERS = {word: max(place, 1) if place < 2 else place - 1 for place, word in enumerate(_WORDS)}
_DIGITS = dict(zip("零〇一二两三四五六七八九", [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9], strict=True))
_NUMERAL = "[零〇一二两三四五六七八九十百半]"

_CHILD = r"(?:baby|babe|infant|newborn|son|daughter|boy|girl|child|kid|toddler|twins?|bub|bubba|lo|little one|nephew|niece|grandson|granddaughter)"
_ENGLISH_AGE = re.compile(
    rf"(?P<number>\d+(?:\.\d+)?|\b(?:{'|'.join(_WORDS)})\b)"
    r"(?P<half>\s*(?:and (?:a )?half|½|1/2))?\s*-?\s*"
    rf"(?:(?P<unit>{'|'.join(_ENGLISH_UNITS.values())})\b|(?P<short>[dwmy])(?=\s*/?\s*\.?o\b|o\b|\s+old))"
    r"(?P<more>\s*(?:and|,)?\s*(?:\d+|a|one|two|three|few)\s*(?:days?|weeks?|wks?))?"
    r"(?P<old>\s*-?\s*(?:old\b|/?\s*\.?o\b|of age|of life|after birth|post ?partum|corrected))?"
    rf"(?P<child>\s*-?\s*(?:little |premature |premmie |breastfed |healthy |preemie )*{_CHILD}\b)?"
)
_BEFORE_AGE = re.compile(
    rf"(?:\b(?:aged?|turned|turns|nearly|almost|barely|only|just|(?:he|she|baby|lo|who|bub)(?: i)?s|hes|shes|im|{_CHILD})"
    r"(?:\s+(?:is|now|just|only|about|nearly|almost|barely|aged|at|,|\())*|born)[\s,:(]*$"
)
_BORN = re.compile(
    r"\bborn (?:(?P<today>today|yesterday|this morning|last night|hours ago|\w+ hours ago|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:week|mon|tues|wednes|thurs|fri|satur|sun)\w*)"
    rf"|(?P<number>\d+|{'|'.join(_WORDS)}) (?P<unit>days?|weeks?|months?) ago)"
    r"|\b(?P<mo>\d+)mo\b"
    r"|\b(?:day|week) (?P<nth>\d+|one|two|three|four|five|six|seven)\b(?= (?:of life|old|after birth|baby))"
    r"|\b(?P<newborn>newborn|new born|neonate|just (?:came|come|got|brought) home from (?:the )?(?:hospital|maternity)|discharged after birth)\b"
)
_CHINESE_AGE = re.compile(
    rf"(?P<before>出生后?第?|生后第?|刚?满|快|刚|未满|不到|才|只有|今年|现在|约|大概|[这我](?:家|个)|矫正)?\s*"
    rf"(?P<number>\d+(?:\.\d+)?|{_NUMERAL}+)\s*(?P<some>多|几)?\s*个?\s*(?P<half>半)?\s*(?P<more>多)?\s*"
    r"(?P<unit>月|周|星期|礼拜|天|日|岁)(?P<after_half>半|多)?"
    r"(?P<old>\s*(?:又\w{1,3}天)?\s*(?:大|龄|的?(?:小?宝|婴|女|儿|男|孩|弟|妹|娃|小孩|小朋友|早产|新生|双胞)))?"
)
_CHINESE_BIRTH = re.compile(
    r"(?P<newborn>新生[儿宝]|未满月|还没满月|刚出生|出生没多久|坐月子|月子中心|昨天(?:才|刚)?(?:出生|生)|今天(?:早上)?(?:才|刚)?出生|月子里)"
    r"|(?P<month>(?:刚|快)?满月)|\bm(?P<m>\d{1,2})\b(?!\s*[g/])"
)
_CELSIUS = re.compile(
    r"(?<![\d.,/])(?P<whole>3[4-9]|4[0-3])(?:(?P<mark>[.,·]|\s?(?:°|度|point)\s?)(?P<part>\d)(?!\d{2})\d?|\s?度(?P<half>半))?"
    r"(?![\d/%])(?P<unit>\s*(?:°\s*c?|º\s*c?|degrees?|deg\b|celsius|c\b|度))?"
)
_FAHRENHEIT = re.compile(
    r"(?<![\d.,/])(?P<value>9[3-9]|10\d|110)(?:[.,](?P<part>\d))?\d?(?![\d/%])(?P<unit>\s*(?:°\s*f?|º\s*f?|degrees?|deg\b|fahrenheit|f\b|度|华氏))?"
)
_CHINESE_DEGREES = re.compile(rf"(?P<tens>[三四])十(?P<ones>{_NUMERAL})?度?(?:点)?(?P<part>[一二三四五六七八九半])?(?=[^月岁天日周个]|$)")
_FEVERISH = re.compile(
    r"fever|temp|thermomet|hot\b|burning|°|degree|\d\s?[cf]\b|烧|热|体温|度|耳温|额温|肛温|腋温|量"
)


def plain(text: str) -> str:
    """The text as rules read it: folded, without apostrophes, dashes and spaces of one kind."""
    text = re.sub(r"['’`´]", "", fold(text))
    text = re.sub(r"[‐-―−]", "-", text)
    return re.sub(r"[^\S\n]+", " ", text)


def number(written: str) -> float:
    """A number as it is written: "10", "ten", 十二, 半."""
    if written in _NUMBERS:
        return _NUMBERS[written]
    if not re.match(_NUMERAL, written):
        return float(written)
    if written == "半":
        return 0.5
    half = 0.5 if written.endswith("半") else 0
    written = written.rstrip("半")
    if "十" in written:
        tens, _ten, ones = written.partition("十")
        return 10 * _DIGITS.get(tens[-1:], 1) + _DIGITS.get(ones[:1], 0) + half
    return _DIGITS.get(written[-1:], 0) + half


def ages_in_months(text: str) -> list[float]:
    """The ages that a plain text names. A length of time alone ("fever for 3 days") is none."""
    found = []
    for match in _ENGLISH_AGE.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        is_age = match["old"] or match["child"] or match["short"] or _BEFORE_AGE.search(before)
        if is_age and not re.search(r"\b(?:for|since|last|past|about|in|over|within|after|every)\s*$", before):
            unit = _unit(match["unit"], match["short"])
            found.append((number(match["number"]) + (0.5 if match["half"] else 0)) * _DAYS[unit])
    for match in _BORN.finditer(text):
        if match["number"]:
            found.append(number(match["number"]) * _DAYS[_unit(match["unit"], None)])
        elif match["mo"]:
            found.append(int(match["mo"]) * MONTH)
        else:
            found.append(1.0)
    for match in _CHINESE_AGE.finditer(text):
        if match["before"] or match["old"] or not re.search(r"[^\s,。!?]", text[: match.start()]):
            days = number(match["number"]) * _DAYS[_CHINESE_UNITS[match["unit"]]]
            some = match["some"] or match["more"] or match["half"] or match["after_half"]
            days += 0.5 * _DAYS[_CHINESE_UNITS[match["unit"]]] if some else 0
            found.append(days - 1 if match["before"] in ("快", "未满", "不到") else days)
    for match in _CHINESE_BIRTH.finditer(text):
        found.append(number(match["m"]) * MONTH if match["m"] else MONTH if match["month"] else 1.0)
    return [days / MONTH for days in found]


def _unit(unit: str | None, short: str | None) -> str:
    if short:
        return _SHORT_UNITS[short]
    return next(name for name, written in _ENGLISH_UNITS.items() if re.fullmatch(written, unit))


def temperatures(text: str) -> list[float]:
    """The body temperatures that a plain text names, in degrees Celsius to a tenth."""
    is_about_heat = _FEVERISH.search(text) is not None
    found = []
    for match in _CELSIUS.finditer(text):
        if match["unit"] or match["half"] or match["part"] or is_about_heat:
            tenth = 5 if match["half"] else int(match["part"] or 0)
            found.append(int(match["whole"]) + tenth / 10)
    for match in _FAHRENHEIT.finditer(text):
        if match["unit"] or is_about_heat:
            value = int(match["value"]) + int(match["part"] or 0) / 10
            found.append(round((value - 32) / 1.8, 1))
    for match in _CHINESE_DEGREES.finditer(text):
        value = 10 * number(match["tens"]) + (number(match["ones"]) if match["ones"] else 0)
        part = match["part"]
        found.append(value + (0 if not part else 0.5 if part == "半" else number(part) / 10))
    return [each for each in found if 34 <= each <= 43]
