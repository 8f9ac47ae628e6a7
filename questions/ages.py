"""Ages and temperatures in what a parent writes, English or Chinese. Pure: folded text in, numbers out.

Of the text `plain` made: lower case, half width, simplified characters, no apostrophes.
"""

import re
from collections.abc import Iterator

from questions.cantonese import in_written_chinese
from questions.folding import fold

MONTH = 30.4375  # days
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": MONTH, "year": 12 * MONTH}
_ENGLISH_UNITS = {
    "hour": r"hours?|hrs?",
    "day": r"days?|dys?",
    "week": r"weeks?|wks?|weekers?",
    "fortnight": r"fortnights?",
    "month": r"months?|mths?|mnths?|mts?|mos?",
    "year": r"years?|yrs?",
}
# A temperature right behind an age tells that it is one: "4m n 102.6", "8 weeks with 38.4".
_WARM = r"\s*(?:n|and|with|w/?|has|temp|fever|hot|is|at|,)?\s*(?:temp|fever|hot\b|(?:3[789]|4[01]|9[89]|10\d)[.,]\d)"
_SHORT_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_CHINESE_UNITS = {"天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week"}
_CHINESE_UNITS |= {"小时": "hour", "月": "month", "个月": "month", "岁": "year"}

_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
"""
_NUMBERS = {word: number for number, word in enumerate(_WORDS.split(), start=1)} | {"a": 1, "an": 1}
_NUMBERS |= {"couple of": 2, "couple": 2, "few": 3, "thirty": 30, "forty": 40}
_DIGITS = dict(
    zip("零〇一二两俩三仨四五六七八九", [0, 0, 1, 2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9], strict=True)
)
_ONE_FORM = str.maketrans("幺淤囱她妳牠祂您", "么瘀囟她你它他你") | {
    ord("廿"): "二十",
    ord("卅"): "三十",
}
_NUMERAL = "[零〇一二两俩三仨四五六七八九十半]"

_CHILD = r"(?:baby|babe|infant|newborn|grandbaby|grandchild|niblet|son|daughter|boy|girl|child|kid|toddler|twins?|bub|bubba|lo|little one|nephew|niece|grandson|granddaughter|dd|ds|bb)"
_ENGLISH_AGE = re.compile(
    rf"(?P<number>(?<!\d)\d{{1,4}}(?:\.\d{{1,2}})?|\b(?:{'|'.join(_NUMBERS)})\b)"
    r"(?P<half>\s*(?:and (?:a )?half|½|1/2))?\s*-?\s*"
    rf"(?:(?P<unit>{'|'.join(_ENGLISH_UNITS.values())})\b|(?P<bare>[wm])(?=\s*(?:[,.;)]|$)|{_WARM})|(?P<short>[dwmy])(?=\s*/?\s*\.?o\b|o\b|\s+old|\d))"
    r"(?P<more>\s*(?:and|,)?\s*(?:\d+|a|one|two|three|few)\s*(?:days?|weeks?|wks?))?"
    r"(?P<old>\s*-?\s*(?:old\b|/?\s*\.?o\b|of age|of life|after birth|post ?partum|corrected))?"
    rf"(?P<child>\s*-?\s*(?:little |premature |premmie |breastfed |healthy |preemie )*{_CHILD}\b)?"
)
_WARM_NEXT = re.compile(_WARM)
# "My newborn's temperature": without it a newborn.
_OF_A_CHILD = re.compile(r"(?<=[a-z])['’]s(?= (?:\w+ )?(?:temp|fever|forehead|head|body|skin))")
_BEFORE_AGE = re.compile(
    rf"(?:\b(?:aged?|turned|turns|turning|nearly|almost|barely|only|just|under|not|not (?:yet|quite|even)|isnt|hasnt turned|coming up (?:to|on)|approaching|pushing|close to|shy of|short of|(?:will|gonna|going to) be|to be|(?:he|she|baby|lo|who|bub)(?: i)?s|hes|shes|theyre|they|im|{_CHILD})"
    r"(?:\s+(?:is|are|was|were|now|just|only|about|nearly|almost|barely|aged|at|of|,|\())*|born|\bnow)[\s,:(]*$"
)
_SPAN = re.compile(
    r"\b(?:for|since|last|past|in|over|within|after|every|the next)(?: an?| the)?(?: past| last)?\s*$"
)
# "It is now 3 days of fever", "he is 3, 2 days of fever".
_NOT_OF_DAYS = re.compile(r"(?:\b(?:now|just|only|not|almost|nearly)|\d\s*,)\s*$")
# "Born at 31 weeks" tells how early.
_BORN_AT = re.compile(r"\bborn (?:at )?$")
_EARLIEST = 22
_ALMOST = re.compile(
    r"\b(?:almost|nearly|not|not (?:quite|yet|even)|isnt|hasnt turned|just under|under|less than|coming up (?:to|on)|approaching|pushing|close to|shy of|short of|turning|turns|(?:will|gonna|going to|to) be)(?: an?)?\s*$"
)
# "Three months on Sunday".
_SOON = re.compile(
    r"\s*(?:old )?(?:next|this|tomorrow|tmrw|tmw|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:a|one|two|three|\d) (?:day|week)s?\b)"
)
# "Temp 102 at 4 mos", "39.5 4 months".
_WARM_BEFORE = re.compile(
    r"(?:(?:\d|[cf]|°|degrees|fever|temp)\s*(?:at|,|/|@)|\d[.,]\d\s*[cf]?)\s*$"
)
_BORN = re.compile(
    r"\b(?:born|came into (?:the|this|our) world|d\.?o\.?b\.?:?|birth ?da(?:y|te):?|delivered|gave birth) (?:(?:was|about|only|just) )*(?:(?P<today>today|yesterday|this morning|last night|hours ago|\w+ hours ago|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:week|mon|tues|wednes|thurs|fri|satur|sun)\w*)"
    rf"|(?P<number>\d{{1,9}}|{'|'.join(_NUMBERS)}) (?P<unit>days?|dys?|weeks?|wks?|months?|mths?) (?:ago|back))"
    r"|\b(?P<mo>\d{1,9})mo\b"
    r"|\b(?:day|week) (?P<nth>\d+|one|two|three|four|five|six|seven)\b(?= (?:of life|old|after birth|baby))"
    r"|(?:^|[\n,.(] ?|\b(?:my|our|the) )(?P<month>month)[ -]old\b"
    r"|\b(?P<newborn>newborn|new born|nb(?! ?[:.])|(?:umbilical )?(?:cord|stump) (?:is )?(?:still (?:on|there|attached)|hasnt (?:fallen|come) off)|neonate|just (?:came|come|got|brought) home from (?:the )?(?:hospital|maternity)|discharged after birth)\b"
)
_CHINESE_AGE = re.compile(
    rf"(?P<before>bb[女仔]?(?=.{{0,4}}(?:月|星期|周|礼拜))|baby|[男女]?[婴宝](?!宝)[儿孩]?|小[儿女]|小朋友|宝宝|孩子|儿子|女儿|弟弟|妹妹|小孩|娃|月龄|年龄|婴儿|早产儿?|小宝|妹子?|他|她|囡囡|阿女|阿仔|仔仔|出世|初生|出生后?第?|出生(?:至今|到现在)|生后第?|刚?满|快要?|刚|未满|未够|不够|未足|不足|未到|没到|不到|才|(?<![烧咳吐拉睡])得|只有|今年|现在|约|大概|[这我](?:家|个)|矫正)?\s*"
    rf"(?P<number>(?<!\d)\d{{1,4}}(?:\.\d{{1,2}})?|{_NUMERAL}{{1,4}})\s*(?P<some>多|几)?\s*个?\s*(?P<half>半)?\s*(?P<more>[多几])?\s*"
    r"(?P<unit>月|周|星期|礼拜|天|日|岁|小时)(?P<after_half>半|多)?"
    r"(?P<old>\s*(?:又\w{1,3}天)?\s*(?:大|龄|的?(?:小?宝|婴|女|儿|男|孩|弟|妹|娃|小孩|小朋友|囝|囡|早产|新生|双胞)))?"
)
_UNDER_BEFORE = re.compile("快|未|不|没")
_CHINESE_BIRTH = re.compile(
    r"(?P<newborn>新生[儿宝]|脐带(?:还|仍|都)?没[掉脱]|未满月|还没满月|刚出生|出生没多久|坐月子|月子中心|昨天(?:才|刚)?(?:出生|生)|今天(?:早上)?(?:才|刚)?出生|月子里)"
    r"|(?P<more>(?:^|bb|宝宝|,)个(?:半|几|多)月(?!前)|(?<![个\d])月半大)"
    r"|(?P<young>(?:没|未|不到|不足|不够|快)(?:过|满|到|够)?百[天日](?!咳))|(?P<hundred>(?<![近快没未])[过满](?:了)?百[天日]|百[天日](?:刚|才)?[过大])|(?P<month>(?:刚|快)?满月)|\bm(?P<m>\d{1,2})\b(?!\s*[g/])"
)
_HALF = re.compile(r"(?<![\d.,])(\d{1,2}) ?½")
# As doctors note an age: "7/52" for weeks, "2/12" for months.
_OF_A_YEAR = re.compile(
    r"(?<![\d/])(\d{1,2})/(52|12)(?![\d/])(?= ?(?:-?old\b|baby\b|infant\b|of age\b|[mf]\b|boy\b|girl\b|newborn\b))"
)
_PARTS_OF_A_YEAR = {"52": "weeks", "12": "months"}
# What is no child's: "bath water was 39 degrees".
_OF_WATER = re.compile(
    r"\b(?:water|room|formula|milk|bottle|bath)(?: temp(?:erature)?)? (?:is|was|at|of|to|should be)(?: about| around)? ?$"
    r"|(?:水温|室温|气温|奶温)[^,。]{0,6}$"
)
# What is counted is no temperature: "born at 39 weeks", "100 ml".
_NO_COUNT = r"(?!\+\d|w\d|\s*-?(?:(?:weeks?|wks?|months?|years?|mins?|minutes?|mls?|kgs?|lbs?|cm|mm|mg|times)\b|周|岁|天|分|个|公斤|次|毫升))"
# Nor are whole days and hours; of a temperature with a tenth they tell when it was.
_NO_TIME = r"(?!\s*-?(?:days?|hours?|hrs?)\b)"
_CELSIUS = re.compile(
    r"(?<![\d/])(?<!\d[.,])(?P<whole>3[4-9]|4[0-3])(?:(?P<mark>[.,·]|\s?(?:°|度|point)\s?)(?P<part>\d)(?!\d{2})\d?|\s?(?:度|(?:and|n|&) a )(?P<half>半|half))?"
    rf"(?![\d/%]|[.,]\d){_NO_COUNT}(?(part)|{_NO_TIME})"
    r"(?P<unit>\s*(?:°\s*c?|º\s*c?|degrees?|deg\b|celsius|c\b|度|ish\b|and a bit))?"
)
_FAHRENHEIT = re.compile(
    r"(?<![\d/])(?<!\d[.,])(?P<value>9[3-9]|10\d|110)(?:[.,](?P<part>\d))?\d?(?![\d/%]|[.,]\d)"
    rf"{_NO_COUNT}(?(part)|{_NO_TIME})"
    r"(?P<unit>\s*(?:°\s*f?|º\s*f?|degrees?|deg\b|fahrenheit|f\b|度|华氏))?"
)
_CHINESE_DEGREES = re.compile(
    rf"(?P<tens>[三四])(?:十(?P<ones>{_NUMERAL})?度?点?|(?P<next>[〇零一二六七八九])[点·.度])(?P<part>[一二三四五六七八九半])?(?=[^月岁天日周个]|$)"
)
# "Thirty eight point five", "a hundred and two".
_ONES = {word: number for word, number in _NUMBERS.items() if len(word) > 2 and number < 10}
_ONE = "|".join(_ONES)
_SPELT = re.compile(
    rf"(?<!\bam )(?<!\bim )(?<!\baged )\b(?:(?P<tens>thirty|forty|ninety)(?:[ -](?P<ones>{_ONE}))?"
    rf"|(?:(?:a |one )hundred|(?<![a-z] )hundred|one[ -]oh?)(?:(?:[ -]and)?[ -](?P<over>{_ONE})|(?= point)))"
    rf"(?P<tenth>(?: point|,)? (?P<part>{_ONE})|(?P<half> and a half))?\b(?! (?:hours?|days?|weeks?|months?|years?|people|kids|children|times))"
)
_TENS = {"thirty": 30, "forty": 40, "ninety": 90}
# "2 months, 38": in so short a text a number that ends it is one, or one between commas.
_FEW = 40
# "She has 103".
_HAS = re.compile(r"\b(?:has|had|hit|read|reads|reading|running|with)(?: an?| at)?\s*$")
_NOTHING_MORE = re.compile(r"\s*[.!?,;]*\s*$")
_OTHER_NUMBER = re.compile(r"\b(?:size|number|no|aged?|am|im|at)\s*$")
_CLAUSE_BEGINS, _CLAUSE_ENDS = re.compile(r"(?:^|[,;(/])\s*$"), re.compile(r"\s*(?:[.!?,;)/]|$)")
_FEVERISH = re.compile(
    r"fever|temp|thermomet|rectal|armpit|underarm|(?:hit|reached) [34]|hot\b|burning|axilla|spik|under (?:the |his |her )?arm|in (?:the |his |her )?(?:ear|bum|bottom)\b|°|degree|\d\s?[cf]\b|烧|热|体温|度|耳温|额温|肛温|腋温|量|华氏|摄氏"
)

# Warm in words, without a figure.
_FEVER = re.compile(
    r"\b(?:"
    + "|".join(
        (
            r"fever\w*",
            r"febrile",
            r"pyrexia",
            r"high temp\w*",
            r"(?:has|got|running|have|with|spiked|had|runs) (?:a |an )?(?:\w+ )?temp(?:erature)?\b(?! of 3[5-7])",
            r"temp(?:erature)? (?:is|has|was) (?:\w+ )?(?:up|high|raised|elevated|gone up|risen)",
            r"burning(?: (?:up|hot)\b|\s*(?:[.,!\n]|$))",
            r"running (?:a bit |very |really |so )?(?:hot|warm|high)\b",
            r"(?:spiking|temping)\b",
            r"(?:hot|warm) to (?:the )?touch",
            r"(?:feel(?:s|ing)?|is|so|very|really|too|boiling|roasting) (?:\w+ )?(?:and )?(?:hot|feverish|boiling)"
            r"\b(?! (?:water|milk|weather|room|day|bath|drink|tea|outside|in (?:here|the)))",
            r"feels? (?:very |really |quite |a bit |a little |so )?warm\b",
            r"(?:forehead|head|skin|body) (?:\w+ ){0,2}(?:hot|burning)",
            r"(?:hot|burning|boiling|roasting) (?:n |and |& )?(?:baby|bub\w*|lo|newborn|infant|head|forehead|neck|skin|tummy|belly|chest|back|all over|grunty|sleepy|sweaty|limp|floppy)\b",
        )
    )
    + ")|"
    + "|".join(
        (
            "发烧|发热|高烧|微烧|低烧|烧(?:到|起来|了|不退|得|很高)|在烧|又烧|有烧|高热",
            "(?:身体|身上|摸着|摸上去|抱着|小脸|胸口|额头|头|全身|摸起来|皮肤|后背|脖子)(?:很|好|都|有点|超|滚|烫|热|摸着)*(?:烫|热热|发烫|烧烫|滚烫)",
            "体温(?:偏高|高|很高|有点高|升高)|烧紧|发热紧",
            "(?:^|[,!?。\\n])(?:宝宝|bb|他|一直|又|还|突然)?(?:(?:好|很|超|非常)烫|滚烫|烫手|发烫|烧(?=$|[,。!\\d]))",
        )
    )
)
_NO_FEVER = re.compile(
    r"退烧[药贴]|退热[药贴]|怎么[量测]|发烧药|(?:没有?|不)(?:再)?(?:发烧|烧了|发热)"
    r"|fever reducer\w*|fever (?:medicine|chart)|(?:hay|scarlet|yellow|dengue|glandular|cabin) ?fever"
    r"|\bis (?:3[67](?:[.,]\d)?|9[789](?:[.,]\d)?|it|that|this) (?:a |really a |already a )?fever"
    r"|will (?:he|she|it|they|baby|lo) (?:get|have|run) (?:a )?(?:fever|temp\w*)|\b(?:i|mum|mom|dad|husband|wife) (?:has|had|have|got) (?:a )?(?:fever|temp\w*)"
    r"|fever-?free|what (?:is|counts as) a fever"
)


def plain(text: str) -> str:
    """The text as rules read it: folded, without apostrophes, dashes and spaces of one kind."""
    # Folding takes 么 for the other simplified form of 麼.
    text = _HALF.sub(r"\1.5", text)
    text = _OF_A_YEAR.sub(lambda part: f"{part[1]} {_PARTS_OF_A_YEAR[part[2]]}", text)
    text = in_written_chinese(
        re.sub(r"['’`´]", "", _OF_A_CHILD.sub("", fold(text))).translate(_ONE_FORM)
    )
    text = re.sub(r"[‐-―−]", "-", text)
    text = re.sub(r"一[〇零]([一二三四五])(?=\s*(?:度|f\b|华氏))", _hundred_and, text)
    text = _SPELT.sub(_in_figures, text)
    text = re.sub(r"[^\S\n]+", " ", text)
    # Of ten thousand empty lines each would be looked through to the end again.
    text = re.sub(r" ?\n[ \n]*", "\n", text)
    # Who writes Chinese without commas puts spaces.
    return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", ",", text)


def _hundred_and(chinese: re.Match) -> str:
    return str(100 + _DIGITS[chinese[1]])


def _in_figures(spelt: re.Match) -> str:
    whole = _TENS[spelt["tens"]] if spelt["tens"] else 100
    whole += _ONES.get(spelt["ones"] or spelt["over"], 0)
    if not spelt["tenth"]:
        return str(whole)
    return f"{whole}.{5 if spelt['half'] else _ONES[spelt['part']]}"


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
    days = [*_english_ages(text), *_birthdays(text), *_chinese_ages(text)]
    return [each / MONTH for each in days]


def _english_ages(text: str) -> Iterator[float]:
    # Where an age is told in so many words, another time beside a temperature is how long it lasts.
    is_known = any(match["old"] or match["child"] for match in _ENGLISH_AGE.finditer(text))
    for match in _ENGLISH_AGE.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        unit = _unit(match["unit"], match["short"] or match["bare"])
        if not match["old"] and (unit == "hour" or _SPAN.search(before)):
            continue
        if unit == "week" and number(match["number"]) >= _EARLIEST and _BORN_AT.search(before):
            continue
        is_told = match["old"] or match["child"] or match["short"]
        if unit == "day" and not is_told and _NOT_OF_DAYS.search(before):
            continue
        is_said = (
            is_told
            or _BEFORE_AGE.search(before)
            or (unit in ("week", "month") and _SOON.match(text, match.end()))
        )
        is_beside_heat = (
            unit != "day"
            and not is_known
            and (_WARM_NEXT.match(text, match.end()) or _WARM_BEFORE.search(before))
        )
        if is_said or is_beside_heat or _begins_a_sentence(text, match) or _ends_alone(text, match):
            days = (number(match["number"]) + (0.5 if match["half"] else 0)) * _DAYS[unit]
            is_soon = _ALMOST.search(before) or _SOON.match(text, match.end())
            yield days - 1 if is_soon else days


def _birthdays(text: str) -> Iterator[float]:
    """Ages that are said by the day of birth: "born 3 weeks ago", "newborn", 快滿月, "M2"."""
    for match in _BORN.finditer(text):
        if match["number"]:
            yield number(match["number"]) * _DAYS[_unit(match["unit"], None)]
        else:
            months = int(match["mo"] or 0) or bool(match["month"])
            yield months * MONTH or 1.0
    for match in _CHINESE_BIRTH.finditer(text):
        if match["m"]:
            yield number(match["m"]) * MONTH
        else:
            months = 1 if match["month"] else 1.5 if match["more"] else 2.9 if match["young"] else 0
            months = 100 / MONTH if match["hundred"] else months
            yield months * MONTH or 1.0


def _chinese_ages(text: str) -> Iterator[float]:
    for match in _CHINESE_AGE.finditer(text):
        is_first = not re.search(r"[^\s,。!?]", text[max(0, match.start() - 20) : match.start()])
        is_hours = match["unit"] == "小时"
        if is_hours and not match["old"] and "生" not in (match["before"] or ""):
            continue
        is_alone = (
            match["unit"] not in "天日"
            and re.search(r"[,。!?\n(]$", text[: match.start()])
            and re.match(r"[,。!?\n)]|$", text[match.end() :])
        )
        if match["before"] or match["old"] or is_first or is_alone:
            unit = _DAYS[_CHINESE_UNITS[match["unit"]]]
            is_under = _UNDER_BEFORE.match(match["before"] or "") or re.match(
                "不到|未满|还没到|还不到|不足|未到|未够|不够|没到", text[match.end() :]
            )
            is_more = match["some"] or match["more"] or match["half"] or match["after_half"]
            days = (number(match["number"]) + (0.5 if is_more else 0)) * unit
            yield days - 1 if is_under else days


def _begins_a_sentence(text: str, match: re.Match) -> bool:
    """ "4 and a half months, drooling": an age at the start of what is told, if nothing else is said of it."""
    after = text[match.end() : match.end() + 6]
    return bool(
        re.search(r"(?:^|[.!?\n(:])\s*$", text[: match.start()])
        and not re.match(r"\s*(?:ago|later|of|now|in|with|a)\b", after)
    )


def _ends_alone(text: str, match: re.Match) -> bool:
    """ "38.4 in the ear, 7 weeks, no cough": an age between commas."""
    return bool(
        match["unit"]
        and _unit(match["unit"], None) in ("week", "month")
        and re.search(r"[,(]\s*$", text[: match.start()])
        and re.match(r"\s*\)?\s*(?:[.,!?\n]|$)", text[match.end() :])
    )


def _unit(unit: str | None, short: str | None) -> str:
    if short:
        return _SHORT_UNITS[short]
    return next(name for name, written in _ENGLISH_UNITS.items() if re.fullmatch(written, unit))


def temperatures(text: str) -> list[float]:
    """The body temperatures that a plain text names, in degrees Celsius to a tenth."""
    is_about_heat = _FEVERISH.search(text) is not None
    found = []
    for match in _CELSIUS.finditer(text):
        is_alone = _is_alone(text, match) or (
            len(text) < _FEW
            and _NOTHING_MORE.match(text, match.end())
            and not _OTHER_NUMBER.search(text[: match.start()])
        )
        if _OF_WATER.search(text[max(0, match.start() - 40) : match.start()]):
            continue
        if match["unit"] or match["half"] or match["part"] or is_about_heat or is_alone:
            tenth = 5 if match["half"] else int(match["part"] or 0)
            found.append(int(match["whole"]) + tenth / 10)
    for match in _FAHRENHEIT.finditer(text):
        is_high = int(match["value"]) >= 100
        is_had = _HAS.search(text[max(0, match.start() - 12) : match.start()])
        is_heat = is_high and (match["part"] or is_had or _is_alone(text, match))
        if match["unit"] or is_about_heat or is_heat:
            value = int(match["value"]) + int(match["part"] or 0) / 10
            found.append(round((value - 32) / 1.8, 1))
    for match in _CHINESE_DEGREES.finditer(text):
        ones = match["ones"] or match["next"]
        value = 10 * number(match["tens"]) + (number(ones) if ones else 0)
        part = match["part"]
        found.append(value + (0 if not part else 0.5 if part == "半" else number(part) / 10))
    return [each for each in found if 34 <= each <= 43]


def _is_alone(text: str, match: re.Match) -> bool:
    """Whether a number is a clause of its own in a text of a few words."""
    begins = _CLAUSE_BEGINS.search(text[max(0, match.start() - 2) : match.start()])
    return bool(len(text) < _FEW and begins and _CLAUSE_ENDS.match(text, match.end()))


def says_fever(sentence: str) -> list[int]:
    """The places in a plain sentence that say, without a figure, that somebody is too warm."""
    sentence = _NO_FEVER.sub(lambda other: " " * len(other[0]), sentence)
    return [match.start() for match in _FEVER.finditer(sentence)]
