"""Amounts against the usual maximum: of a dose and of a day, by weight, from tablets and syrups; and how often."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import partial

from questions.models.asker import AgeBand
from questions.reply_checks.measures import (
    FIGURE,
    IS_FOOD,
    KG,
    MILLIGRAMS,
    MILLILITRES,
    NUMBER,
    PIECES,
    PIECES_CHINESE,
    STRENGTH,
    WEIGHT,
)
from questions.reply_checks.negation import denied
from questions.reply_checks.no_advice import is_for_adult, is_told_as_too_much
from questions.reply_checks.number_words import COUNTED, DIGITS
from questions.reply_checks.text import BLOCK, PARAGRAPH, SENTENCE, Finding, Text, medicines, pieces
from questions.reply_rules import MAXIMA, TOO_MUCH, TOO_OFTEN, Maximum

ADULT_KG = 60  # from here on one of 13 and more takes what an adult takes
# One run of spaces is taken whole, by one of them.
_UPPER = rf"(?:{FIGURE}\s*+(?:(?:mg|毫克)\s*+)?(?:-|–|to|~|～|至|到)\s*+)?{NUMBER}"
_PER_KG = re.compile(
    rf"{_UPPER}\s*{MILLIGRAMS}\s*(?:/|per|for each|for every|每)\s*{KG}"
    r"(?P<day>\s*(?:of body ?weight )?(?:/|per|a|each|every|每|,? in)\s*(?:day|d\b|24 ?h\w*|天|日)|\s*daily)?"
)
_PER_KG_CHINESE = re.compile(
    r"(?P<day>(?:每天|每日|一天|一日)[^,。;]{0,8})?每(?:公斤|千克)(?:体重)?[^,。;\d]{0,6}?"
    rf"{_UPPER}\s*{MILLIGRAMS}"
)
_MG = re.compile(
    rf"(?<![\d.]){_UPPER}\s*-?(?P<unit>mg|milligrams?|毫克|g\b|grams?\b|公克|克)"
    rf"(?!\s*(?:/|per|for each|for every|每)\s*(?:{KG}|(?:{FIGURE})?\s*{MILLILITRES}))"
)
_VOLUME = re.compile(
    rf"(?<![/每\d.])(?<!per )(?<!in )(?<!/ ){_UPPER}\s*-?{MILLILITRES}(?!\s*(?:/|per|每|bottle|瓶))"
)
_OF_A_DAY = re.compile(
    r"(?<!times )(?<!twice )(?<!once )(?<!doses )(?<!\d )(?<!two )(?<!three )(?<!four )"
    r"\b(?:(?:per|a|each|every|in) (?:day|24)|daily)"
    r"|/ ?day|24 ?h|(?:每|一)[天日](?![^,。;分]{0,8}次)|总量|in total"
)
_DAY_BEFORE = re.compile(rf"\bdaily (?:max|total|limit|dose)|{_OF_A_DAY.pattern}")
_DIVIDED = re.compile(
    rf"分(?:成|为)?\s*(?P<chinese>[\d{DIGITS}两])\s*次"
    r"|\b(?:in|into|as) (?P<english>\d|two|three|four) (?:\w+ )?doses\b"
)
_BY_DOSES = re.compile(r"\bdoses\b|\btimes\b|次")
_LIMIT = re.compile(r"max|most|more than|exceed|最多|不超过|不可超过|上限")
_HOURS = re.compile(
    r"\bevery (?P<minutes>\d{2,3}) ?min\w*|\b(?P<minutes_later>\d{2,3}) ?min\w* later\b"
    r"|\b(?P<plain>\d{1,2}|two|three|four|five|six|eight)(?: ?(?:-|to) ?\w+)? ?-?hourly\b"
    r"|\b(?P<hence>\d{1,2}|one|two|three) ?(?:hours?|hrs?) later,? (?:you (?:can|may) )?(?:give|repeat|offer)\b"
    r"|\b(?P<between>\d{1,2}|one|two|three|four|five|six) ?(?:hours?|hrs?) between\b"
    r"|\b(?:every|each|q) ?(?P<english>\d{1,9}|one|two|three|four|five|six|half)(?: ?(?:-|to) ?\w+)? ?-?(?:hours?|hourly|hrly|hrs?|h\b)"
    r"|\b(?:repeat\w*|another dose|give (?:it |one )?again) (?:\w+ ){0,4}?(?:after|in) (?P<later>\d{1,9}|an|one|two|three) ?(?:hours?|hrs?|h)\b"
    r"|\b(?P<apart>\d{1,9}|one|two|three) ?(?:hours?|hrs?) apart\b"
    rf"|(?<![\d{DIGITS}半两])(?P<after>[\d{DIGITS}半两]{{1,9}})\s*个?(?:小时|钟头)[后内][^。;,]{{0,4}}再(?:吃|给|喂|服|塞)"
    rf"|(?<![\d{DIGITS}半两每隔到至~-])(?P<often>[\d{DIGITS}半两]{{1,3}})\s*(?:[-到至~]\s*[\d{DIGITS}]+\s*)?个?(?:小时|钟头)"
    r"(?:就|即)?(?:可以?|能)?再?(?:吃|给|喂|服|塞|补|用)?(?:一|1)次"
    r"|\b(?P<hourly>hourly|hrly)\b(?<!\d hourly)"
    rf"|(?:每隔?|隔)\s*(?P<chinese>[\d{DIGITS}半两]+)\s*(?:[-到至~]\s*[\d{DIGITS}]+\s*)?个?(?:小时|钟头)"
)
_TIMES = re.compile(
    r"\b(?P<english>\d{1,9}|two|three|four|five|six|seven|eight|ten) (?:times|doses) "
    r"(?:(?:a|per|each|every|in (?:a|one)) ?day|daily|(?:in|per|every|within) (?:any )?24 ?h)"
    rf"|(?:每|一)[天日](?:可以?|能)?(?:最多)?再?(?:吃|服用?|给|喂)?到?\s*(?P<chinese>[\d{DIGITS}十]{{1,9}})\s*次"
)
_TIMES_SHORT = re.compile(
    r"\b(?:(?P<two>b\.?i\.?d|bd)|(?P<three>t\.?i\.?d|tds)|(?P<four>q\.?i\.?d|qds))\b"
)
_RANGE = re.compile(
    r"\d ?(?:-|–|~|to|到|至) ?\d|[四五六] ?(?:-|~|到|至)|\b(?:to|-) ?(?:four|five|six|eight)"
)
_AS_NEEDED = re.compile(r"\b(?:as|if|when|only) (?:needed|required|necessary)\b|必要时|需要时")
_TOO_EARLY = re.compile(r"太早|太快|太密|\btoo (?:early|soon|often)\b")
_ALL_DAY = re.compile(r"\b(?:round the clock|day and night)\b|日夜|不分昼夜|整天")
# How much one tablet holds, and how many are taken.
_COUNT = re.compile(
    rf"(?<![\d.])(?:\d ?(?:-|to|or|到|至) ?)?(?P<number>\b(?:one|two|three|four|half)|\d(?:\.\d{{1,2}})?(?!\d)|[一两三四半])"
    rf"(?:(?: of)? (?:an?|the|these|those|his|her))? ?(?:{FIGURE} ?-?mg )?(?:[a-z]{{1,14}} )?(?P<counted>{PIECES}|{PIECES_CHINESE})"
)
_HELD = re.compile(
    rf"(?P<first>{FIGURE})\s?-?{MILLIGRAMS}[ -]?(?:(?:[a-z]{{1,14}} ){{0,2}}{PIECES}|的?(?:{PIECES_CHINESE}|栓剂|胶囊))"
    rf"|(?:(?<![\d二两三四半])(?:一|1)?{PIECES_CHINESE}|栓剂|塞剂|胶囊|(?<!\d )(?:tablets|capsules|sachets|suppositories))"
    rf"[^\d。;,.\n一二两三四半]{{0,8}}(?P<second>{FIGURE})\s?{MILLIGRAMS}"
    rf"|(?P<third>{FIGURE})\s?{MILLIGRAMS}\s?,?\s?(?=(?:每次|一次|每回)(?:吃|服|塞|给)? ?[\d.一两三四半]{{1,4}}{PIECES_CHINESE})"
    rf"|(?P<fourth>{FIGURE})\s?{MILLIGRAMS}(?=[^。;\n]{{0,16}}(?:每次|一次|吃|服|塞) ?(?:半|\d\.\d{{1,2}}){PIECES_CHINESE})"
    rf"|(?P<fifth>{FIGURE})\s?{MILLIGRAMS}[,:]?\s(?=(?:take|give) (?:two|three|half|\d(?:\.\d{{1,2}})?) ?(?:an? )?{PIECES})"
    rf"|[\d一两三四半]\s?{PIECES_CHINESE}半?\s?(?P<sixth>{FIGURE})\s?{MILLIGRAMS}"
    rf"|(?P<seventh>{FIGURE})\s?{MILLIGRAMS}\s?(?=(?:[两三四]|\d(?:\.\d{{1,2}})?){PIECES_CHINESE})"
)


def too_much(text: Text, age_band: str) -> Iterator[Finding]:
    """Up to an empty line, what stands above is meant below: a medicine and its strength head a list."""
    everywhere = {float(match[1]) for match in WEIGHT.finditer(text.folded)}
    for block_start, block in pieces(text.folded, BLOCK):
        strength, held = _strength(block), _held(block)
        earlier = ""
        for start, paragraph in pieces(block, PARAGRAPH):
            weighed = {match.end(): float(match[1]) for match in WEIGHT.finditer(paragraph)}
            places = list(weighed)
            weights = set(weighed.values()) or everywhere
            weight = next(iter(weights)) if len(weights) == 1 else None
            for at, sentence in pieces(paragraph, SENTENCE):
                here = _named_in(sentence)
                for name, match in _amounts(sentence, here, earlier, strength, held):
                    count = bisect_right(places, at + match.start())
                    said = weighed[places[count - 1]] if count else weight
                    by_age = MAXIMA[name].by_age.get(age_band)
                    if is_for_adult(sentence, match.start()):
                        said = by_age = None
                    if age_band == AgeBand.THIRTEEN_TO_SEVENTEEN and said and said >= ADULT_KG:
                        said = None
                    each = held if "counted" in match.groupdict() else strength
                    times = partial(_times_a_day, paragraph, at, here, name, match)
                    is_over = _is_over(match, sentence, each, MAXIMA[name], said, by_age, times)
                    if is_over and not _is_told(sentence, paragraph, at, match):
                        place = block_start + start + at
                        yield text.finding(
                            TOO_MUCH, place + match.start(), place + match.end(), name
                        )
                earlier = here[-1][1] if here else earlier


def _strength(block: str) -> float | None:
    """mg in a ml, where one strength is named, and no other."""
    found = set()
    for match in STRENGTH.finditer(block):
        millilitres = _figure(match["ml"] or match["each"] or "1")
        found.add(_figure(match["mg"] or match["holds"]) / millilitres if millilitres else None)
    return found.pop() if len(found) == 1 else None


def _held(block: str) -> float | None:
    """mg in a tablet, where one amount is named for it, no other, and tablets are counted."""
    if not _COUNT.search(block):
        return None
    found = {_figure(next(filter(None, each.groups()))) for each in _HELD.finditer(block)}
    return found.pop() if len(found) == 1 else None


def _figure(written: str) -> float:
    """Of "2.5", "2,5" and "1,000"."""
    is_thousands = len(written.partition(",")[2]) == 3
    return float(written.replace(",", "" if is_thousands else "."))


def _is_told(sentence: str, paragraph: str, at: int, match: re.Match) -> bool:
    """Whether it is no advice: warned of, or what was given already."""
    start, end = match.span()
    told = is_told_as_too_much(paragraph, at + start, at + end)
    return told or _is_warned_of(sentence, start, end)


def _is_warned_of(sentence: str, start: int, end: int) -> bool:
    """Not "no more than 20 mg/kg", which tells how much may be given."""
    is_limit = _LIMIT.search(sentence[max(0, start - 24) : start])
    return not is_limit and denied(sentence, start, end)


def _amounts(
    sentence: str,
    here: list[tuple[int, str]],
    earlier: str,
    strength: float | None,
    held: float | None,
) -> Iterator[tuple[str, re.Match]]:
    """(medicine, the amount) of each amount of one that has a maximum: of the one named last before it,
    else of the next one in the sentence, else of the last one before, `earlier`. A volume is one where its strength is known, a tablet where what it holds is."""
    taken = {place for each in STRENGTH.finditer(sentence) for place in range(*each.span())}
    if held:
        taken.update(place for each in _HELD.finditer(sentence) for place in range(*each.span()))
        taken.difference_update(each.start("number") for each in _COUNT.finditer(sentence))
    more = [pattern for pattern, known in ((_VOLUME, strength), (_COUNT, held)) if known]
    for pattern in (_PER_KG, _PER_KG_CHINESE, _MG, *more):
        for match in pattern.finditer(sentence):
            if pattern is _VOLUME and IS_FOOD.search(sentence[match.end() : match.end() + 12]):
                continue
            if match.start("number") in taken:
                continue
            taken.add(match.start("number"))
            name = _named_last(here, match.start()) or earlier
            if name in MAXIMA:
                yield name, match


def _named_in(sentence: str) -> list[tuple[int, str]]:
    """(where it begins, medicine), ascending; a "fever medicine" may be any of them."""
    named = medicines(sentence)
    return sorted((place, name) for name, place, _end in named if name != "fever medicine")


def _named_last(here: list[tuple[int, str]], place: int) -> str:
    """Of (where it begins, medicine), ascending: the last before that place, or else the first."""
    count = bisect_left(here, (place, ""))
    return here[max(count - 1, 0)][1] if here else ""


def _is_over(
    match: re.Match,
    sentence: str,
    strength: float | None,
    most: Maximum,
    weight: float | None,
    by_age: float | None,
    times: Callable[[], float],
) -> bool:
    word = match["number"]
    amount = COUNTED[word] if word in COUNTED else _figure(word)
    around = sentence[max(0, match.start() - 14) : match.end() + 14]
    groups = match.groupdict()
    divided = _DIVIDED.search(sentence, match.end(), match.end() + 30)
    parts = _counted(divided["chinese"] or divided["english"]) if divided else 0
    if "day" in groups:
        clause = re.split("[,;:]", sentence[max(0, match.start() - 40) : match.start()])[-1]
        is_a_day = (
            groups["day"]
            or _says_a_day(sentence, match.end(), match.end() + 12)
            or (_DAY_BEFORE.search(clause) and not _BY_DOSES.search(clause))
        )
        if is_a_day:
            return amount > most.per_kg_a_day or bool(parts) and amount / parts > most.per_kg
        return amount > most.per_kg or amount * times() > most.per_kg_a_day
    if "unit" not in groups:
        amount *= strength or 0
    elif not groups["unit"].startswith(("m", "毫")):
        amount *= 1_000
    is_a_day = _says_a_day(sentence, max(0, match.start() - 14), match.end() + 14)
    if weight:
        limit = min(most.at_a_time, most.per_kg * weight * 1.05)  # rounded to what is measured
        a_day = min(most.a_day, most.per_kg_a_day * weight * 1.05)
        if is_a_day:
            return amount > a_day or bool(parts) and amount / parts > limit
        return amount > limit or amount * times() > a_day
    if is_a_day:
        return amount > most.a_day
    is_limit = _LIMIT.search(around)
    limit = most.at_a_time if is_limit or by_age is None else by_age
    return amount > limit or amount * times() > most.a_day


def _says_a_day(sentence: str, start: int, end: int) -> bool:
    """Whether what is said there is of a whole day; the next characters may say that it is of doses."""
    return any(each.end() <= end for each in _OF_A_DAY.finditer(sentence, start, end + 12))


def _times_a_day(
    paragraph: str, at: int, here: list[tuple[int, str]], name: str, match: re.Match
) -> float:
    """How often that amount is given in a day, as said near it and before any other medicine; 0 if unknown."""
    first, last = max(0, match.start() - 120), match.end() + 160
    near = here[bisect_left(here, (first,)) : bisect_left(here, (last,))]
    others = [place for place, other in near if other != name]
    first = max((place for place in others if place < match.start()), default=first)
    last = min((place for place in others if place > match.end()), default=last)
    said = paragraph[at + first : at + last]
    if times := _TIMES.search(said):
        return _counted(times["english"] or times["chinese"])
    if times := _TIMES_SHORT.search(said):
        return COUNTED[times.lastgroup]
    hours = _HOURS.search(said)
    is_limited = _AS_NEEDED.search(said) or (_LIMIT.search(said) and _BY_DOSES.search(said))
    if not hours or is_limited or _RANGE.search(hours[0]) or _RANGE.search(match[0]):
        return 0
    said = map(hours.group, ("english", "chinese", "plain", "often"))
    every = _counted(next(filter(None, said), ""))
    return 24 / every if every else 0


def _counted(word: str) -> float:
    """Of "6", "six", 六; of 两三, the first; 0 of no number."""
    if word.isdecimal():
        return float(word)
    return COUNTED.get(word) or COUNTED.get(word[:1] if word[1:2] in COUNTED else "", 0)


def too_often(text: Text) -> Iterator[Finding]:
    for start, paragraph in pieces(text.folded, PARAGRAPH):
        earlier = ""
        for at, sentence in pieces(paragraph, SENTENCE):
            here = _named_in(sentence)
            is_all_day = bool(_ALL_DAY.search(sentence))
            for pattern in (_HOURS, _TIMES):
                for match in pattern.finditer(sentence):
                    name = _named_last(here, match.start()) or earlier
                    is_over = _is_too_often(match, name, pattern, is_all_day)
                    is_warned_of = _TOO_EARLY.search(sentence, match.end(), match.end() + 24)
                    if is_over and not is_warned_of and not denied(sentence, *match.span()):
                        place = start + at + match.start(), start + at + match.end()
                        yield text.finding(TOO_OFTEN, *place, name)
            earlier = here[-1][1] if here else earlier


def _is_too_often(match: re.Match, medicine: str, pattern: re.Pattern, is_all_day: bool) -> bool:
    if medicine not in MAXIMA:
        return False
    most = MAXIMA[medicine]
    kind = match.lastgroup
    count = 1 if kind == "hourly" or match[kind] == "an" else _counted(match[kind])
    if kind.startswith("minutes"):
        count /= 60
    if not count:
        return False
    if pattern is _TIMES:
        return count > most.times
    return count < most.hours or (is_all_day and 24 / count > most.times)
