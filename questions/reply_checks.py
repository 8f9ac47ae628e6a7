r"""What a reply is asked about before it is public: doses that can go wrong, and claims that hang in the air.

Pure: text in, findings out. Rules are data with their sources (questions/reply_rules.py); they know a few
well-known dangers of common medicines, and judge nothing else. A finding is a question to the doctor, who
answers with a reason; the dangerous ones are read by a second doctor as well.
"""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from questions.folding import fold
from questions.reply_rules import (
    GROUPS,
    HARMFUL,
    MAXIMA,
    MEDICINES,
    MISREAD,
    NEVER_FOR,
    NO_ATTACHMENT,
    NO_INTERVAL,
    NO_MEDICINE,
    NO_SOURCE,
    NO_WEIGHT,
    OTHER_LINE,
    SPOONS,
    TOO_MUCH,
    TOO_OFTEN,
    TWO_NAMES,
    YOUNGEST,
    Maximum,
    Rule,
)

WORDS_AT_MOST = 200
# Nothing that denies stands further away: the rest of a long sentence need not be read for each word.
DENIED_WITHIN = 400


@dataclass(frozen=True)
class Finding:
    """A rule, the words of the reply that it is about, as they are written, and the medicine."""

    rule: Rule
    found: str
    about: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """The same for the same words about the same medicine: what was answered is not asked again."""
        return self.rule.id, self.about, self.found

    @property
    def name(self) -> str:
        """Of the field for its reason."""
        digest = hashlib.md5("\n".join(self.key).encode(), usedforsecurity=False)
        return f"reason-{digest.hexdigest()[:16]}"

    def as_stored(self) -> dict[str, object]:
        words = {"rule": self.rule.id, "about": self.about, "words": self.found}
        return {**words, "is_dangerous": self.rule.is_dangerous}


_APOSTROPHE = re.compile("['’`]")
_SENTENCE = re.compile(r"(?<!\d)(?<![\d ]c)(?<!c\.c)[.!?。;；\n]|(?<!c)[.!?]\s|[。\n]")
_CLAUSE = re.compile(rf"{_SENTENCE.pattern}|[,:]")
_PARAGRAPH = re.compile(r"\n")

# Numbers, doses and how often.
# Without end, a run of digits would be looked through again from each of them.
_FIGURE = r"\d{1,9}(?:[.,]\d{1,9})?"
_NUMBER = rf"(?P<number>{_FIGURE})"
_UPPER = rf"(?:{_FIGURE}\s*(?:mg|毫克)?\s*(?:-|–|to|~|～|至|到)\s*)?{_NUMBER}"
_MILLIGRAMS = r"(?:mg|milligrams?|毫克)"
_KG = r"(?:kgs?|kilo\w*|公斤|千克)"
_PER_KG = re.compile(
    rf"{_UPPER}\s*{_MILLIGRAMS}\s*(?:/|per|for each|for every|每)\s*{_KG}"
    r"(?P<day>\s*(?:of body ?weight )?(?:/|per|a|each|every|每|,? in)\s*(?:day|d\b|24 ?h\w*|天|日)|\s*daily)?"
)
_PER_KG_CHINESE = re.compile(
    r"(?P<day>(?:每天|每日|一天|一日)[^,。;]{0,8})?每(?:公斤|千克)(?:体重)?[^,。;\d]{0,6}"
    rf"{_UPPER}\s*{_MILLIGRAMS}"
)
_WEIGHT = re.compile(rf"(?<!/)(?<!per )(?<!\d)(\d+(?:\.\d+)?)\s*-?{_KG}(?![a-z])")
_MG = re.compile(
    rf"(?<![\d.]){_UPPER}\s*-?(?P<unit>mg|milligrams?|毫克|g\b|grams?\b|公克|克)(?!\s*(?:/|per|for each|每))"
)
_OF_A_DAY = re.compile(
    r"(?<!times )(?<!twice )(?<!once )(?<!doses )\b(?:(?:per|a|each|every|in) (?:day|24)|daily)"
    r"|/ ?day|24 ?h|(?:每|一)[天日](?![^,。;]{0,4}次)|总量|in total"
)
_LIMIT = re.compile(r"max|most|more than|exceed|最多|不超过|不可超过|上限")
_NAKED = re.compile(
    r"(?<![\d.])\.\d+\s*(?:mg|ml|g\b|毫克|毫升)|(?<![\d.])\d+\.0\s*(?:mg|ml|毫克|毫升)"
)
_DIGITS = "一二三四五六七八九"
_HOURS = re.compile(
    r"\b(?:every|each|q) ?(?P<english>\d+|one|two|three|four|five|six|half)(?: ?(?:-|to) ?\w+)? ?-?(?:hours?|hourly|hrs?|h\b)"
    r"|\b(?P<hourly>hourly)\b(?<!\d hourly)"
    rf"|每隔?\s*(?P<chinese>[\d{_DIGITS}半两]+)\s*(?:[-到至~]\s*[\d{_DIGITS}]+\s*)?个?(?:小时|钟头)"
)
_TIMES = re.compile(
    r"\b(?P<english>\d+|six|seven|eight|ten) (?:times|doses) (?:a|per|each|every|in a) ?day"
    rf"|(?:每|一)[天日](?:可以?|能)?再?(?:吃|服用?|给|喂)?\s*(?P<chinese>[\d{_DIGITS}十]+)\s*次"
)
_COUNTED = {
    **{word: number for number, word in enumerate(_DIGITS, start=1)},
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"ten": 10, "half": 0.5, "两": 2, "十": 10, "半": 0.5},
}
_SPOON = re.compile(
    r"\b(?:tea|table|dessert)?[ -]?spoon(?:ful)?s?\b|\btsps?\b|\btbsps?\b|\bdropper(?:ful)?s?\b|\bcapfuls?\b"
    r"|\bmeasures?\b(?= of)|\b\d+(?:\.\d+)? ?c\.?c\b|(?:\d|\b(?:ten|five|twenty|few)) drops\b"
    r"|茶匙|汤匙|一匙|半匙|[一二两三半\d]\s*匙|小匙|大匙|[一二两三半\d]\s*勺|西西|滴管|瓶盖|[\d一二两三四五十几]{1,9}\s*滴"
)
_IS_FOOD = re.compile(
    r"\b(?:salt|sugar|honey|water|oil|rehydration|broth|yog\w*)\b|盐|糖(?!浆)|蜂蜜|水(?!剂)|油"
)
_DOSED = re.compile(
    r"(?<![\d.])\d+(?:[.,]\d+)? ?-?(?:mg|mcg|µg|μg|ml|milli\w+|毫克|微克|毫升)(?![a-z])"
    r"|\b(?:one|two|three|half an?|half|\d) (?:tablets?|suppositor\w+|sachets?|puffs|capsules?)\b"
    r"|[一二两三半\d]\s*(?:颗|锭|片|包|粒)"
)
_WEIGHED = re.compile(r"kgs?\b|kilo|weigh|体重|公斤|千克")
_HOW_OFTEN = re.compile(
    r"\bevery\b|\bhourly\b|\bhours? (?:apart|between)|\b(?:once|twice|times|doses?)\b[\w ]{0,12}\b"
    r"(?:a|per|each|in|daily)\b|\bdaily\b|\bq\d+h|\bper day\b|/ ?day|\bin \w+ doses\b|\bdivided\b|\bonce\b"
    r"|\bsingle\b|\bbefore (?:bed|sleep)|\bat (?:night|bedtime)"
    r"|每\s*[\d一二三四六八十两]+\s*(?:[-到至~]\s*[\d一二三四六八十]+\s*)?个?小时"
    r"|[一每]天|每日|一日|单次|一次|睡前|间隔|隔\s*[\d四六八]"
)

# Claims, attachments, lines of treatment.
_STUDIES = re.compile(
    r"\b(?:stud(?:y|ies)|research(?:ers)?|trials?|evidence|data|scientists|meta-?analys[ie]s)\b(?:[\w ,]{0,20}\b)?"
    r"(?:shows?|showed|shown|suggests?|suggested|finds?|found|proves?|proved|proven|says?|demonstrates?"
    r"|demonstrated|confirms?|confirmed|indicates?)\b|\b(?:scientifically|clinically) proven\b"
    r"|\b(?:has|have) been (?:shown|proven)\b|\baccording to (?:\w+ )?(?:stud(?:y|ies)|research)\b"
    r"|(?:研究|试验|文献|数据)[^。;,]{0,8}(?:显示|指出|证实|发现|表明|证明)|根据[^。;,]{0,6}(?:研究|文献)"
    r"|科学(?:已经?)?证[明实]|已经?被?证实"
)
_LINKED = re.compile(r"https?://")
_ATTACHED = re.compile(
    r"\battachment (?:no\.? ?)?(?P<english>\d{1,9})"
    r"|\b(?:see|in|open|read|view|check) (?:the|my|our|this|an) attachments?\b(?! (?:to|style|theory|with|between))"
    r"|\b(?:attached|enclosed) (?:file|picture|image|sheet|photo|document|table|chart|pdf|leaflet)\b"
    r"|\bi (?:have )?(?:attach|enclose)(?:ed)?\b"
    r"|附件\s*(?P<chinese>[\d一二三四五])?|附图\s*(?P<picture>[\d一二三四五])?|附档|附表|如附"
)
_LINE = re.compile(
    r"\b(?P<word>first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:line|choice)\b"
    r"|第?(?P<chinese>[一二三四])线(?=的?(?:治疗|用药|药|选择|疗法|方案))|(?P<choice>首选)"
)
_LINES = {
    **{"first": 1, "1st": 1, "一": 1, "首选": 1, "second": 2, "2nd": 2, "二": 2},
    **{"third": 3, "3rd": 3, "三": 3, "fourth": 4, "4th": 4, "四": 4},
}
_LATIN = re.compile(r"[a-z]{5,}")
_NO_SUBJECT = frozenset(
    re.findall(
        r"\w+",
        """first second third fourth choice treatment treatments therapy therapies medicine medicines drug
        drugs option options usually comes after before children child when which other others given doctors
        used considered would should their there where these those about only still fails failed without
        does often then than with have""",
    )
)

# What says that something is not given: before it, or after it.
_DENIED = re.compile(
    r"\b(?:no|not|never|avoid\w*|dont|doesnt|shouldnt|mustnt|cannot|cant|unsafe|dangerous|isnt|arent"
    r"|contraindicated|against|neither|nor|stay away from|forbidden|banned|beware|unsuitable|nothing"
    r"|(?:without|instead of|rather than|stop|allerg\w+ to)(?= (?:\w+ ){0,3}$))\b[\w ,/()-]{0,60}$"
    r"|(?:不要|不可|不能|不宜|不适合|不建议|还不|不应|不得|避免|切勿|请勿|勿|禁|(?<![特分个区级])别|没有|不需要"
    r"|不用|不使用|不再|不给|不吃|不会|不必|而不是|忌)[^。;!?]{0,18}$"
)
_DENIED_AFTER = re.compile(
    r"^(?:(?!\b(?:if|when|because|until|unless|so|while)\b)[\w ()/-]){0,40}"
    r"(?:, (?!(?:it|this|that|they|he|she|you|if|when|but|so)\b)[\w ]{1,40}){0,4}\b"
    r"(?:(?:(?:is|are|must|should|can|may|do|does) (?:not|never|no longer)|isnt|arent|shouldnt|mustnt|never"
    r"|not (?:safe|suitable|recommended|for|be)|has to wait|must wait)\b(?! (?:be )?(?:expensive|bad|harmful"
    r"|dangerous|a problem|wrong|only|addictive|worry|worried|hesitate|hurt|harm|need|matter|cause|make|mind"
    r"|afraid)\b)|(?<!not )(?<!nothing )(?:unsafe|dangerous|contraindicated|forbidden|banned|unpleasant)\b"
    r"|is out\b|(?:can|may|could|do|does|might) (?:do )?harm\b)"
    r"|^[\w ]{0,12}\b(?:cause|bring on|lead to|trigger)[\w ]{0,20}(?:reye|botul)"
    r"|^[^。;,!?]{0,6}(?:引起|导致|造成)[^。;,]{0,6}(?:雷氏|雷耶|肉毒)"
    r"|^[^。;,!?]{0,12}(?:不建议|不可|不能|不宜|不适合|禁用|禁止|危险|不要|不应|是禁忌|并不安全|不安全)"
    r"|^[^。;!?]{0,40}(?:就不要用|帮助有限|没有(?:好处|帮助)|[里中]也有|也含)"
)
# Words that look like a "no", and are none.
_NO_DENIAL = re.compile(
    r"\b(?:(?:do not|dont|never|not|need not|no need to) (?:be )?(?:worry|worried|hesitate|afraid|panic)"
    r"|no (?:harm|problem|risk|danger|reason|fever|objection)|nothing (?:wrong|bad|against)|not only|why not"
    r"|not (?:dangerous|harmful|a problem)|not (?:just|well|eating|sleeping|better|improv\w+|going|gone)"
    r"|(?:does|do|did|has|have|is|are) not (?=help|work|go|come|drop|better|improve|settle|sleep|eat)\w*"
    r"|(?:doesnt|dont|didnt|isnt) (?:help|work|go|come|drop|improve|settle|sleep|eat)\w*)\b"
    r"|(?:不用|不必|不要|别)(?:太|过度)?(?:担心|怕|害怕|紧张)|没有(?:问题|关系|危险|坏处|发烧|效)|不会有(?:事|问题|害)"
    r"|不退烧|不舒服|不好|不错|不只|不但|不仅|不见好|不退|睡不着|吃不下|没问题"
)
# What begins anew after a "no": "not that one, give this one".
_ANEW = re.compile(
    r"\bbut (?:the |an? )?$|(?:,|\bbut\b|\bso\b|\binstead\b|\band\b|:)[\w ]{0,24}"
    r"\b(?:you can|can|may|give|try|use|take|put|rub|have|is fine|offer|go for|let|mix)\b(?! not)"
    r"|(?:,|但是?|而是|就|改)[^,]{0,6}(?:可以|可给|可用|可吃|给|改用|改吃|吃|用|喝|抹|试)|可以"
)

# Ages in the sentence: what is for older ones only, and whom it is about.
_AGES = {
    **{
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "twelve": 12,
        "sixteen": 16,
        "eighteen": 18,
    },
    **{
        "nineteen": 19,
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "eighth": 8,
        "twelfth": 12,
    },
}
_AGE = rf"(?P<age>\d{{1,9}}|{'|'.join(sorted(_AGES, key=len, reverse=True))})"
_WHEN_OLDER = re.compile(
    r"\b(?:after|from|over|above|once|older than|at least|until|past|reached|turned)\b[\w ]{0,20}?"
    rf"\b{_AGE}[ -]?(?:(?P<months>months?)|years?|birthday|\+)"
    rf"|满?(?P<chinese>[\d{_DIGITS}十两]{{1,9}})\s*(?:岁|(?P<moons>个月))(?:大)?(?:以后|之后|以上|后|再|才|前)"
)
_SAID_AGE = re.compile(
    rf"\b{_AGE}[ -]?(?:(?P<months>months?|weeks?)|years?)[ -]olds?\b|\b(?P<baby>newborns?|infants?|babies|baby)\b"
    rf"|(?P<chinese>[\d{_DIGITS}十两]{{1,9}})\s*(?:岁|(?P<moons>个月))大?的?(?:宝宝|婴儿|孩子|小孩|幼儿|儿童|女儿|儿子)"
    r"|(?P<infant>新生儿|婴儿)"
)
_SAME = re.compile(
    r"\s*(?:\(|（|/|=|,? or (?=$)|即|又称|又名|也叫|俗称|就是|或称|也就是)"
    r"|[\w -]{0,20}(?:\(|（|,? (?:also|otherwise) (?:called|known)|the same (?:as|medicine)"
    r"|(?:and [\w -]{1,20} )?(?:is|are) (?:both |all )?(?:the same|one)"
    r"|, (?:for |because |since )?(?:they|both|these|the two) are [\w ]{0,12}same"
    r"|和[^。]{0,8}(?:同一|一样|相同)|是?(?:同一|一样的|相同)|,? sold as|,? brand|(?:成分|学名))"
)


def check_reply(
    text: str,
    explanation: str = "",
    *,
    age_band: str = "",
    source_count: int = 0,
    attachment_count: int = 0,
) -> list[Finding]:
    """What the doctor is asked about a reply to a question about somebody of that age, each once."""
    short, long = _Text(text), _Text(explanation)
    both = _Text(f"{text}\n{explanation}")
    found = [
        *_never_for(both, age_band),
        *_harmful(both, age_band),
        *_too_much(both, age_band),
        *_too_often(both),
        *_spoons(both),
        *_misread(both),
        *_doses(both),
        *_two_names(both),
        *_other_lines(short, long),
        *_claims(both, source_count),
        *_attachments(both, attachment_count),
    ]
    return list({each.key: each for each in found}.values())


def is_dangerous(findings: Iterable[Finding]) -> bool:
    return any(each.rule.is_dangerous for each in findings)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    return _APOSTROPHE.sub("", fold(character))


class _Text:
    """A text as the rules read it (folded, without apostrophes and marks of Markdown), and as written."""

    def __init__(self, written: str):
        self.written = written
        pieces, self._places = [], []
        for place, character in enumerate(written):
            if character in "*_":
                continue
            plainly = _plain(character)
            pieces.append(plainly)
            self._places += [place] * len(plainly)
        self.folded = "".join(pieces)
        self._places.append(len(written))

    def finding(self, rule: Rule, start: int, end: int, about: str = "") -> Finding:
        words = self.written[self._places[start] : self._places[end - 1] + 1].strip()
        return Finding(rule, words[:WORDS_AT_MOST], about)


def _pieces(text: str, between: re.Pattern) -> Iterator[tuple[int, str]]:
    """(where it begins, the sentence or paragraph)"""
    start = 0
    for match in between.finditer(text):
        if match.start() > start:
            yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


# One pattern for each medicine: the longest name first, so that none is found inside another.
_PATTERNS = {
    name: re.compile(
        "|".join(
            rf"(?<![a-z]){re.escape(each)}(?![a-z])" if each.isascii() else re.escape(fold(each))
            for each in sorted(names, key=len, reverse=True)
        )
    )
    for name, names in MEDICINES.items()
}


_ANY_MEDICINE = re.compile("|".join(pattern.pattern for pattern in _PATTERNS.values()))


def _medicines(text: str) -> Iterator[tuple[str, int, int]]:
    """(name, start, end) of each that is named."""
    if not _ANY_MEDICINE.search(text):  # as in most sentences
        return
    for name, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            yield name, match.start(), match.end()


def _is_dosed(text: str) -> list[str]:
    return [name for name, _start, _end in _medicines(text) if name not in NO_MEDICINE]


def _denied(sentence: str, start: int, end: int) -> bool:
    """Whether the words there are what is not to be done."""
    before = sentence[max(0, start - DENIED_WITHIN) : start]
    plain = _NO_DENIAL.sub(lambda match: "~" * len(match[0]), before)
    if match := _DENIED.search(plain):
        return not _ANEW.search(before[match.start() + 3 :])
    return bool(_DENIED_AFTER.search(sentence[end : end + DENIED_WITHIN]))


def _spoons(text: _Text) -> Iterator[Finding]:
    for start, sentence in _pieces(text.folded, _SENTENCE):
        for match in _SPOON.finditer(sentence):
            named = _is_dosed(sentence[max(0, match.start() - 80) : match.end() + 80])
            beside = sentence[max(0, match.start() - 12) : match.end() + 12]
            is_given = not _denied(sentence, match.start(), match.end())
            if named and is_given and not _IS_FOOD.search(beside):
                place = start + match.start(), start + match.end()
                yield text.finding(SPOONS, *place, named[0])


def _misread(text: _Text) -> Iterator[Finding]:
    for match in _NAKED.finditer(text.folded):
        yield text.finding(MISREAD, *match.span())


def _doses(text: _Text) -> Iterator[Finding]:
    """A dose of a medicine; what belongs to it may stand in the same paragraph."""
    for start, paragraph in _pieces(text.folded, _PARAGRAPH):
        is_weighed, says_how_often = _WEIGHED.search(paragraph), _HOW_OFTEN.search(paragraph)
        if is_weighed and says_how_often:
            continue
        for match in _DOSED.finditer(paragraph):
            named = _is_dosed(paragraph[max(0, match.start() - 60) : match.end() + 60])
            if named and not _denied(paragraph, match.start(), match.end()):
                place = start + match.start(), start + match.end()
                if not is_weighed:
                    yield text.finding(NO_WEIGHT, *place, named[0])
                if not says_how_often:
                    yield text.finding(NO_INTERVAL, *place, named[0])


def _too_much(text: _Text, age_band: str) -> Iterator[Finding]:
    for start, paragraph in _pieces(text.folded, _PARAGRAPH):
        weights = {float(match[1]) for match in _WEIGHT.finditer(paragraph)}
        weight = weights.pop() if len(weights) == 1 else None
        earlier = ""
        for at, sentence in _pieces(paragraph, _SENTENCE):
            here = sorted((start, name) for name, start, _end in _medicines(sentence))
            for name, match in _amounts(sentence, here, earlier):
                limits = MAXIMA[name], weight, MAXIMA[name].by_age.get(age_band)
                is_over = _is_over(match, sentence, *limits)
                if is_over and not _is_warned_of(sentence, match.start(), match.end()):
                    place = start + at + match.start(), start + at + match.end()
                    yield text.finding(TOO_MUCH, *place, name)
            earlier = here[-1][1] if here else earlier


def _is_warned_of(sentence: str, start: int, end: int) -> bool:
    """Not "no more than 20 mg/kg", which tells how much may be given."""
    is_limit = _LIMIT.search(sentence[max(0, start - 24) : start])
    return not is_limit and _denied(sentence, start, end)


def _amounts(
    sentence: str, here: list[tuple[int, str]], earlier: str
) -> Iterator[tuple[str, re.Match]]:
    """(medicine, the amount) of each amount of one that has a maximum: of the one named last before it,
    else of the next one in the sentence, else of the last one of the paragraph, `earlier`."""
    taken: set[int] = set()
    for pattern in (_PER_KG, _PER_KG_CHINESE, _MG):
        for match in pattern.finditer(sentence):
            if match.start("number") in taken:
                continue
            taken.add(match.start("number"))
            name = _named_last(here, match.start()) or earlier
            if name in MAXIMA:
                yield name, match


def _named_last(here: list[tuple[int, str]], place: int) -> str:
    """Of (where it begins, medicine), ascending: the last before that place, or else the first."""
    count = bisect_left(here, (place, ""))
    return here[max(count - 1, 0)][1] if here else ""


def _is_over(
    match: re.Match, sentence: str, most: Maximum, weight: float | None, by_age: float | None
) -> bool:
    amount = float(match["number"].replace(",", "."))
    around = sentence[max(0, match.start() - 14) : match.end() + 14]
    groups = match.groupdict()
    if "unit" not in groups:
        is_a_day = groups["day"] or _OF_A_DAY.search(sentence[match.end() : match.end() + 12])
        return amount > (most.per_kg_a_day if is_a_day else most.per_kg)
    if match["number"].count(",") and len(match["number"].partition(",")[2]) == 3:
        amount = float(match["number"].replace(",", ""))
    amount *= 1 if groups["unit"].startswith(("m", "毫")) else 1_000
    is_a_day = _OF_A_DAY.search(around)
    if weight:
        limit = min(most.at_a_time, most.per_kg * weight * 1.05)  # rounded to what is measured
        a_day = min(most.a_day, most.per_kg_a_day * weight * 1.05)
        return amount > (a_day if is_a_day else limit)
    if is_a_day:
        return amount > most.a_day
    is_limit = _LIMIT.search(around)
    return amount > (most.at_a_time if is_limit or by_age is None else by_age)


def _too_often(text: _Text) -> Iterator[Finding]:
    for start, paragraph in _pieces(text.folded, _PARAGRAPH):
        earlier = ""
        for at, sentence in _pieces(paragraph, _SENTENCE):
            here = sorted((place, name) for name, place, _end in _medicines(sentence))
            for pattern in (_HOURS, _TIMES):
                for match in pattern.finditer(sentence):
                    name = _named_last(here, match.start()) or earlier
                    is_over = _is_too_often(match, name, pattern)
                    if is_over and not _denied(sentence, *match.span()):
                        place = start + at + match.start(), start + at + match.end()
                        yield text.finding(TOO_OFTEN, *place, name)
            earlier = here[-1][1] if here else earlier


def _is_too_often(match: re.Match, medicine: str, pattern: re.Pattern) -> bool:
    if medicine not in MAXIMA:
        return False
    most = MAXIMA[medicine]
    word = match["english"] or match["chinese"]
    count = 1 if word is None else float(word) if word.isdecimal() else _COUNTED.get(word, 0)
    if not count:
        return False
    return count < most.hours if pattern is _HOURS else count > most.times


def _never_for(text: _Text, age_band: str) -> Iterator[Finding]:
    for start, sentence in _pieces(text.folded, _SENTENCE):
        named = list(_medicines(sentence))
        youngest = _youngest(sentence, age_band) if named else None
        if youngest is None:
            continue
        never_here = [
            never
            for never in NEVER_FOR
            if youngest < never.below_months and not _is_for_older(sentence, never.below_months)
        ]
        for medicine, at, end in named:
            for never in never_here:
                if medicine == never.medicine and not _denied(sentence, at, end):
                    yield text.finding(never.rule, start + at, start + end)


def _harmful(text: _Text, age_band: str) -> Iterator[Finding]:
    for start, sentence in _pieces(text.folded, _SENTENCE):
        youngest = _youngest(sentence, age_band)
        for harm in HARMFUL:
            if (0 if youngest is None else youngest) >= harm.below_months:
                continue
            if youngest is None and harm.below_months < 18 * 12:
                continue
            for match in re.finditer(harm.pattern, sentence):
                if not _denied(sentence, match.start(), match.end()):
                    yield text.finding(harm.rule, start + match.start(), start + match.end())


def _youngest(sentence: str, age_band: str) -> int | None:
    """How young, in months, the one may be whom the sentence is about; None of adults and unknown ages."""
    said = [_months(match) for match in _SAID_AGE.finditer(sentence)]
    known = YOUNGEST.get(age_band)
    return known if known is not None else min(said, default=None)


def _months(match: re.Match) -> int:
    groups = match.groupdict()
    if groups.get("baby") or groups.get("infant"):
        return 0
    word = groups["age"] or groups["chinese"]
    number = _number(word)
    is_months = groups["months"] or groups["moons"]
    if is_months and is_months.startswith("week"):
        return number // 4
    return number if is_months else number * 12


def _number(word: str) -> int:
    """Of "12", "twelve", "十二": 12."""
    if word.isdecimal():
        return int(word)
    if word in _AGES:
        return _AGES[word]
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return int(_COUNTED.get(word, 0))
    return int(_COUNTED.get(tens, 1) * 10 + _COUNTED.get(ones, 0))


def _is_for_older(sentence: str, below_months: int) -> bool:
    """Whether it is said for an age at which it may be given; of aspirin that is 16 years for some."""
    enough = min(below_months, 16 * 12)
    return any(_months(match) >= enough for match in _WHEN_OLDER.finditer(sentence))


def _claims(text: _Text, source_count: int) -> Iterator[Finding]:
    if not source_count and not _LINKED.search(text.folded):
        for match in _STUDIES.finditer(text.folded):
            yield text.finding(NO_SOURCE, *match.span())


def _attachments(text: _Text, attachment_count: int) -> Iterator[Finding]:
    for match in _ATTACHED.finditer(text.folded):
        number = match["english"] or match["chinese"] or match["picture"] or "1"
        if _number(number) > attachment_count:
            yield text.finding(NO_ATTACHMENT, *match.span())


def _two_names(text: _Text) -> Iterator[Finding]:
    for name in MEDICINES.keys() - GROUPS:
        found = list(_PATTERNS[name].finditer(text.folded))
        firsts: dict[str, re.Match] = {}
        for match in found:
            firsts.setdefault(match[0], match)
        told = {
            word
            for one, other in pairwise(found)
            if one[0] != other[0] and _is_said_to_be_same(text.folded, one, other)
            for word in (one[0], other[0])
        }
        for word, match in list(firsts.items())[1:]:
            if word not in told:
                yield text.finding(TWO_NAMES, *match.span(), name)


def _is_said_to_be_same(text: str, one: re.Match, other: re.Match) -> bool:
    between, after = text[one.end() : other.start()], text[other.end() : other.end() + 48]
    return bool(_SAME.match(between) or _SAME.match(after))


def _other_lines(short: _Text, long: _Text) -> Iterator[Finding]:
    """No line in common at all, or the same treatment in two different ones."""
    said, explained = _lines(short), _lines(long)
    if not said or not explained:
        return
    if not {each[0] for each in said} & {each[0] for each in explained}:
        yield from (long.finding(OTHER_LINE, *span) for _line, _subjects, span in explained)
        return
    lines, again = _lines_of_subjects(said), _lines_of_subjects(explained)
    others = {each for each in lines if each in again and not lines[each] & again[each]}
    for _line, subjects, span in explained:
        if not others.isdisjoint(subjects):
            yield long.finding(OTHER_LINE, *span)


def _lines_of_subjects(found: list[tuple]) -> dict[str, set[int]]:
    lines: dict[str, set[int]] = {}
    for line, subjects in {each[:2] for each in found}:
        for subject in subjects:
            lines.setdefault(subject, set()).add(line)
    return lines


def _lines(text: _Text) -> list[tuple[int, frozenset[str], tuple[int, int]]]:
    """(first, second or third, what it is said of, where) of each line of treatment."""
    found = []
    for start, sentence in _pieces(text.folded, _CLAUSE):
        words = set(_LATIN.findall(sentence)) - _NO_SUBJECT
        subjects = frozenset(words | {name for name, _start, _end in _medicines(sentence)})
        for match in _LINE.finditer(sentence):
            word = match["word"] or match["chinese"] or match["choice"]
            found.append((_LINES[word], subjects, (start + match.start(), start + match.end())))
    return found
