"""How a dose is said: measured with a spoon, easily misread, without weight or interval."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from questions.medicines import BY_AGE, GIVEN_ONCE
from questions.models.asker import AgeBand
from questions.reply_checks.measures import IS_FOOD, PIECES, STRENGTH, WEIGHT
from questions.reply_checks.negation import denied
from questions.reply_checks.no_advice import is_for_adult, is_told_as_too_much
from questions.reply_checks.text import PARAGRAPH, SENTENCE, Dosed, Finding, Text, pieces
from questions.reply_rules import MISREAD, NO_INTERVAL, NO_WEIGHT, SPOONS

_NAKED = re.compile(
    r"(?<![\d.])\.\d{1,9}\s*(?:mg|ml|g\b|毫克|毫升)|(?<![\d.])\d{1,9}\.0\s*(?:mg|ml|毫克|毫升)"
)
_SPOON = re.compile(
    r"\b(?:tea|table|dessert)?[ -]?spoon(?:ful)?s?\b|\btsps?\b|\btbsps?\b|\bdropper(?:ful)?s?\b|\bcapfuls?\b"
    r"|\b(?:(?:one|two|three|half an?)(?: full)?|a full) syringes?\b(?! (?:that|with|marked|to|for))|\bcap of the bottle\b|[一二两半\d]\s*格"
    r"|\bmeasures?\b(?= of)|(?<![\d.])\d{1,9}(?:\.\d{1,9})? ?c\.?c(?![a-z])|(?:(?<!\d)\d{1,9}|\b(?:ten|five|twenty|few)) drops\b"
    r"|茶匙|汤匙|一匙|半匙|[一二两三半\d]\s*匙|小匙|大匙|[一二两三半\d]\s*勺|西西|滴管|瓶盖|[\d一二两三四五十几]{1,9}\s*滴"
)
_DOSED = re.compile(
    r"(?<![\d.])\d+(?:[.,]\d+)? ?-?(?:mg|mcg|µg|μg|ml|milli\w+|毫克|微克|毫升|西西|c\.?c)(?![a-z])"
    rf"|(?:\b(?:one|two|three|half an?|half)|(?<![\d.])\d(?:\.\d{{1,2}})?(?: of)?(?: an?)?) (?:{PIECES}|puffs\b)"
    r"|(?:[一二两三半]|(?<![\d.])\d{1,2}(?:\.\d{1,2})?)\s*(?:颗|锭|片|包|粒)"
)
_WEIGHED = re.compile(r"kgs?\b|kilo|weigh|体重|公斤|千克")
_HOW_OFTEN = re.compile(
    r"\bevery\b|\b(?:[bt]\.?i\.?d|q\.?i\.?d|[tq]ds|each (?:morning|evening|night))\b|早晚|每[晚早]|\bhourly\b|\bhours? (?:apart|between|to the next)|\b(?:once|twice|times|doses?)\b[\w ]{0,12}\b"
    r"(?:a|per|each|in|daily)\b|\bdaily\b|\bq\d+h|\bper day\b|/ ?day|\bin \w+ doses\b|\bdivided\b|\bonce\b"
    r"|\bsingle\b|\bbefore (?:bed|sleep)|\bat (?:night|bedtime)"
    r"|每\s*[\d一二三四六八十两]+\s*(?:[-到至~]\s*[\d一二三四六八十]+\s*)?个?小时"
    r"|(?<!better )(?<!down )(?<!still )(?<!gone )\b(?:after|within) (?:at least )?(?:\d{1,2}|four|six|eight) ?(?:hours?|hrs?|h\b)"
    r"|\d\s*个?小时[后内][^,。;]{0,4}(?:再|最多|不)"
    r"|[一每]天|每日|一日|单次|睡前|间隔|隔\s*[\d四六八]"
    # Not 一次五毫升, which says how much.
    r"|一次(?!(?:给|吃|服|用|喂)?\s*[\d一二三四五六七八九十半两])"
)
# What somebody did, whom the doctor answers.
_YOU_GAVE = re.compile(
    r"\byou(?:ve| have| had)? (?:\w+ )?(?:gave|given)\b[^,;:.]{0,50}$|[您你](?:已经?|有)?(?:给|喂)了[^,。;]{0,16}$"
)
# Drops that are counted as their maker says.
_INTO_EAR = re.compile(r"\b(?:ear|eye|nose|nasal) drops?\b|滴耳|耳滴|滴眼|眼药水|点眼|滴鼻|鼻滴")
_ABOVE = re.compile(
    r"(?:(?<!no )(?<!not )more than|above|(?<!不)(?<!不可)(?<!不要)(?<!不能)超过)\s*(?:每公斤)?$"
)
# Said of spoons, and nobody is told to use one.
_OF_SPOONS = re.compile(
    r"\b(?:at home |in the kitchen )?(?:differs?|var(?:y|ies)|holds?|is not|are not|isnt|arent)\b|(?:的?(?:容量|大小|深浅)|不准|不一)"
)
_HOLDS = re.compile(r"(?:\b(?:holds?|held)\b|容量|装)[^,;。]{0,24}$")
# Drunk or held, and no dose, where only some medicine is named near it.
_DRINK = r"(?:water|milk|formula|juice|broth|soup|saline|electrolyte\w*|rehydration|ors)\b|水(?!剂|杨)|奶|汁|汤|补液|电解|食盐"
_OF_DRINK = re.compile(
    rf"[^\S\n]*-?(?:of )?(?:the |an? )?(?:\w+ )?(?:{_DRINK}|syringes?\b|cups?\b|bottles?\b|worth\b)|的?[^,。;\n药]{{0,3}}(?:{_DRINK}|针筒|量杯)"
)
_DRUNK = re.compile(rf"(?:{_DRINK})[^.,;。\n]{{0,8}}$")
_LISTED = re.compile(r"\s*(?:[-+•|·]|\d{1,2}(?:[.)]|\s*-?(?:kg|公斤)))")


def spoons(text: Text) -> Iterator[Finding]:
    everywhere = Dosed(text.folded)
    for start, sentence in pieces(text.folded, SENTENCE):
        for match in _SPOON.finditer(sentence):
            # The medicine may be named before, in another sentence or the line above of a list.
            last = min(match.end() + 80, len(sentence))
            named = everywhere.between(start + match.start() - 100, start + last)
            beside = sentence[max(0, match.start() - 12) : match.end() + 12]
            is_given = not denied(sentence, match.start(), match.end())
            is_told = _OF_SPOONS.match(
                sentence[match.end() : match.end() + 40].lstrip("' ")
            ) or _YOU_GAVE.search(sentence, max(0, match.start() - 60), match.start())
            is_meant = not IS_FOOD.search(beside) and not _INTO_EAR.search(sentence)
            if named == "medicine" and _is_drink(sentence, *match.span()):
                continue
            if named and is_given and is_meant and not is_told:
                place = start + match.start(), start + match.end()
                yield text.finding(SPOONS, *place, named)


def _is_drink(text: str, start: int, end: int) -> bool:
    return bool(
        _OF_DRINK.match(text, end, end + 40) or _DRUNK.search(text, max(0, start - 24), start)
    )


def misread(text: Text) -> Iterator[Finding]:
    for match in _NAKED.finditer(text.folded):
        yield text.finding(MISREAD, *match.span())


def _heads_a_list(paragraph: str, below: str) -> bool:
    """Whether below begins a list or table by weight: what stands above it is how strong a medicine is."""
    return bool(_LISTED.match(below) and WEIGHT.search(below) and not _LISTED.match(paragraph))


def _is_within(place: int, spans: list[tuple[int, int]]) -> bool:
    """Of spans in their order."""
    count = bisect_left(spans, (place + 1,))
    return count > 0 and place < spans[count - 1][1]


def incomplete_doses(text: Text, age_band: str) -> Iterator[Finding]:
    """A dose of a medicine; what belongs to it may stand in the same paragraph."""
    paragraphs = pieces(text.folded, PARAGRAPH)
    below = iter([paragraph for _start, paragraph in paragraphs if paragraph.strip()][1:])
    for start, paragraph in paragraphs:
        under = next(below, "") if paragraph.strip() else ""
        is_weighed, says_how_often = _WEIGHED.search(paragraph), _HOW_OFTEN.search(paragraph)
        if is_weighed and says_how_often or _heads_a_list(paragraph, under):
            continue
        dosed = Dosed(paragraph)
        strengths = [each.span() for each in STRENGTH.finditer(paragraph)]
        for match in _DOSED.finditer(paragraph):
            named = dosed.between(match.start() - 120, match.end() + 60)
            if named == "medicine" and _is_drink(paragraph, *match.span()):
                continue
            if (
                named
                and not _is_within(match.start(), strengths)
                and not denied(paragraph, match.start(), match.end())
                and not is_told_as_too_much(paragraph, match.start(), match.end())
                and not _YOU_GAVE.search(paragraph, max(0, match.start() - 60), match.start())
                and not _HOLDS.search(paragraph, max(0, match.start() - 40), match.start())
                and not _ABOVE.search(paragraph, max(0, match.start() - 20), match.start())
            ):
                place = start + match.start(), start + match.end()
                is_adults = age_band == AgeBand.ADULT or is_for_adult(paragraph, match.start())
                is_by_weight = named not in BY_AGE and not match[0].endswith("puffs")
                if not is_weighed and not is_adults and is_by_weight:
                    yield text.finding(NO_WEIGHT, *place, named)
                if not says_how_often and named not in GIVEN_ONCE:
                    yield text.finding(NO_INTERVAL, *place, named)
