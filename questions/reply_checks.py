r"""What a reply is asked about before it is public: doses that can go wrong, and claims that hang in the air.

Pure: text in, findings out. Rules are data with their sources (NEVER_FOR, MAXIMA); they know a few
well-known dangers of common medicines, and judge nothing else. A finding is a question to the doctor, who
answers with a reason; the dangerous ones are read by a second doctor as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from questions.folding import fold
from questions.models.asker import AgeBand

REVIEWED_ON = date(2026, 11, 26)


@dataclass(frozen=True)
class Rule:
    """What may be wrong, in words for the doctor, and where that is said."""

    id: str
    label: Promise
    source: str
    is_dangerous: bool = False
    reviewed_on: date = REVIEWED_ON


@dataclass(frozen=True)
class Finding:
    """A rule, and the words of the reply that it is about, as they are written."""

    rule: Rule
    found: str

    @property
    def key(self) -> str:
        """The same for the same words: what was answered once is not asked again."""
        return f"{self.rule.id}:{self.found}"


# Everything that is one medicine, as it is written in folded text; the first is its name.
MEDICINES = {
    "paracetamol": ("paracetamol", "acetaminophen", "tylenol", "panadol", "calpol", "apap", "普拿疼", "对乙酰氨基酚", "乙醯胺酚", "乙酰氨酚", "泰诺", "百服宁", "安佳热", "必理痛"),
    "ibuprofen": ("ibuprofen", "nurofen", "brufen", "advil", "motrin", "布洛芬", "异布洛芬", "美林", "伊普芬", "依普芬"),
    "aspirin": ("aspirin", "acetylsalicylic acid", "asa", "阿司匹林", "阿斯匹林", "阿斯匹灵", "阿司匹灵", "乙酰水杨酸", "伯基"),
    "codeine": ("codeine", "可待因"),
    "tramadol": ("tramadol", "曲马多", "特拉嗎竇"),
    "honey": ("honey", "蜂蜜"),
    "loperamide": ("loperamide", "imodium", "洛哌丁胺", "乐必宁"),
    "promethazine": ("promethazine", "phenergan", "异丙嗪"),
    "benzocaine": ("benzocaine", "orajel", "苯佐卡因"),
    "doxycycline": ("doxycycline", "tetracycline", "minocycline", "四环素", "多西环素", "去氧羟四环素"),
    "cough medicine": ("dextromethorphan", "guaifenesin", "cough syrup", "cough suppressant", "pseudoephedrine", "右美沙芬", "止咳糖浆", "止咳药水", "伪麻黄碱"),
    "bismuth": ("bismuth subsalicylate", "pepto-bismol", "次水杨酸铋"),
}  # fmt: skip
SPOONS = Rule(
    "ambiguous-unit",
    _(
        "A spoon, a dropper or a cap holds what it likes: say millilitres, and how strong the medicine is."
    ),
    "AAP, metric units for liquid medicines (2015)",
)
NO_WEIGHT = Rule(
    "dose-without-weight",
    _("A dose without the weight it is for: a child of another size may get too much."),
    "WHO Model Formulary for Children; BNF for Children",
)
NO_INTERVAL = Rule(
    "dose-without-interval",
    _(
        "A dose without how often: say after how many hours at the earliest, and how often a day at most."
    ),
    "BNF for Children",
)
TOO_MUCH = Rule(
    "more-than-usual",
    _("More than the usual maximum for a child. Please calculate again."),
    "BNF for Children: paracetamol 15 mg/kg, 75 mg/kg a day, 1 g; ibuprofen 10 mg/kg, 40 mg/kg a day, 400 mg",
    is_dangerous=True,
)
NO_SOURCE = Rule(
    "claim-without-source",
    _(
        "Studies are said to show it, and no source stands below: add it, or say it as your own view."
    ),
    "Health On the Net, HONcode principle 4",
)
NO_ATTACHMENT = Rule(
    "missing-attachment", _("An attachment is mentioned that is not there."), "The site's own"
)
TWO_NAMES = Rule(
    "two-names",
    _("One medicine under two names: parents may give it twice. Say that both are the same."),
    "ISMP, acetaminophen under several names",
)
OTHER_LINE = Rule(
    "other-line",
    _("Reply and explanation say different lines of treatment: first, second or third?"),
    "The site's own",
)


@dataclass(frozen=True)
class NeverFor:
    """A medicine or food that a child younger than so many months does not get."""

    medicine: str
    below_months: float
    rule: Rule


def _never(id: str, label: Promise, source: str) -> Rule:
    return Rule(id, label, source, is_dangerous=True)


NEVER_FOR = (
    NeverFor("aspirin", 19 * 12, _never("aspirin-under-19", _("Aspirin under 19 years: with a fever it may bring on Reye's syndrome."), "MHRA (2002); AAP, Red Book")),
    NeverFor("honey", 12, _never("honey-under-12-months", _("Honey under 12 months: it may carry the spores of infant botulism."), "CDC, botulism prevention; NHS")),
    NeverFor("codeine", 12 * 12, _never("codeine-under-12", _("Codeine under 12 years: breathing may stop in those who turn it into morphine fast."), "EMA (2015); FDA (2017)")),
    NeverFor("tramadol", 12 * 12, _never("tramadol-under-12", _("Tramadol under 12 years: breathing may stop."), "FDA (2017)")),
    NeverFor("ibuprofen", 3, _never("ibuprofen-under-3-months", _("Ibuprofen under 3 months."), "BNF for Children")),
    NeverFor("loperamide", 4 * 12, _never("loperamide-under-4", _("Loperamide in a small child: the bowel may stop."), "BNF for Children; WHO, diarrhoea")),
    NeverFor("promethazine", 2 * 12, _never("promethazine-under-2", _("Promethazine under 2 years: breathing may stop."), "FDA (2004)")),
    NeverFor("benzocaine", 2 * 12, _never("benzocaine-under-2", _("Benzocaine on the gums under 2 years: methaemoglobinaemia."), "FDA (2018)")),
    NeverFor("bismuth", 12 * 12, _never("bismuth-under-12", _("Bismuth subsalicylate in a child is a salicylate, as aspirin is."), "FDA label")),
    NeverFor("cough medicine", 4 * 12, _never("cough-medicine-under-4", _("Cough and cold medicines under 4 years: no benefit, and known harm."), "AAP (2018); MHRA (2009: under 6)")),
    NeverFor("doxycycline", 8 * 12, Rule("tetracycline-under-8", _("A tetracycline under 8 years stains teeth; short doxycycline has exceptions."), "AAP, Red Book")),
)  # fmt: skip

# Of each: mg/kg at a time, mg/kg a day, mg at a time.
MAXIMA = {"paracetamol": (15, 75, 1_000), "ibuprofen": (10, 40, 400)}

# The oldest that somebody of a band may be, in months, and the youngest.
_YOUNGEST = {
    AgeBand.NEWBORN: 0,
    AgeBand.ONE_TO_TWO_MONTHS: 1,
    AgeBand.THREE_TO_ELEVEN_MONTHS: 3,
    AgeBand.ONE_TO_TWO: 12,
    AgeBand.THREE_TO_FIVE: 36,
    AgeBand.SIX_TO_NINE: 72,
    AgeBand.TEN_TO_TWELVE: 120,
    AgeBand.THIRTEEN_TO_SEVENTEEN: 156,
}
_APOSTROPHE = re.compile("['’`]")
_SENTENCE = re.compile(r"(?<!\d)[.!?。;；\n]|[.!?]\s")
_NUMBER = r"(?P<number>\d+(?:[.,]\d+)?)"
_UPPER = rf"(?:\d+(?:[.,]\d+)?\s*(?:-|to|~|至|到)\s*)?{_NUMBER}"
_PER_KG = re.compile(rf"{_UPPER}\s*(?:mg|毫克)\s*(?:/|per|每)\s*(?:kg|kilo\w*|公斤|千克)(?P<day>\s*(?:/|per|a|每)\s*(?:day|d\b|24 ?h\w*|天|日))?")  # fmt: skip
_PER_KG_CHINESE = re.compile(rf"(?P<day>(?:每天|每日|一天|一日)[^,。;]{{0,8}})?每(?:公斤|千克)(?:体重)?[^,。;\d]{{0,6}}{_UPPER}\s*(?:mg|毫克)")  # fmt: skip
_MG = re.compile(rf"{_UPPER}\s*(?P<unit>mg|毫克|g\b|grams?\b|公克|克)(?!\s*(?:/|per|每))")
_SPOON = re.compile(
    r"\b(?:tea|table|dessert)?spoon(?:ful)?s?\b|\btsps?\b|\btbsps?\b|\bdropperfuls?\b|\bcapfuls?\b|\bmeasures?\b(?= of)|\b\d+(?:\.\d+)?\s*cc\b|茶匙|汤匙|一匙|半匙|[一二两三半\d]\s*匙|小匙|大匙|西西|滴管|瓶盖"
)
_PARAGRAPH = re.compile(r"\n")
_WHEN_OLDER = re.compile(
    r"\b(?:after|from|over|above|once|older than|at least)\b[\w ]{0,20}(?:birthday|\d+ ?(?:months?|years?)|\b(?:one|two|four|eight|twelve|nineteen)\b)"
    r"|(?:满|过)?[一二四八\d十两]+\s*(?:岁|个月)(?:以后|之后|以上|后|再)"
)
_OF_A_DAY = re.compile(r"day|daily|24 ?h|天|日|max|most|more than|最多|不超过|上限")
_CHINESE_DIGITS = dict(zip("一二三四五", "12345", strict=True))
_IS_FOOD = re.compile(
    r"\b(?:salt|sugar|honey|water|oil|rehydration|broth|yog\w*)\b|盐|糖|蜂蜜|水|油"
)
_DOSED = re.compile(
    r"(?<![\d.])\d+(?:[.,]\d+)?\s*(?:mg|mcg|µg|μg|ml|毫克|微克|毫升)\b|(?<![\d.])\d+(?:[.,]\d+)?\s*(?:毫克|微克|毫升)|\b(?:one|two|half a?|\d)\s*(?:tablets?|suppositor\w+|sachets?|drops|puffs)\b|[一二两半\d]\s*(?:颗|锭|片|包|粒)"
)
_WEIGHED = re.compile(r"kg\b|kilo|weigh|体重|公斤|千克")
_HOW_OFTEN = re.compile(
    r"\bevery\b|\bhourly\b|\bhours? (?:apart|between)|\b(?:once|twice|times|doses?)\b[\w ]{0,12}\b(?:a|per|each|in|daily)\b|\bdaily\b|\bq\d+h|\bper day\b|/day|\bin \w+ doses\b|\bdivided\b|\bonce\b|\bsingle\b|\bbefore (?:bed|sleep)|\bat night|每\s*[\d一二三四六八十两]+\s*(?:[-到至~]\s*\d+\s*)?个?小时|[一每]天|每日|一日|单次|一次|睡前|间隔|隔\s*[\d四六八]"
)
_STUDIES = re.compile(
    r"\b(?:stud(?:y|ies)|research|trials?|evidence|data|meta-?analys[ie]s)\b[\w ,]{0,20}\b(?:shows?|showed|shown|suggests?|suggested|finds?|found|proves?|proved|proven|demonstrates?|demonstrated|confirms?|confirmed|indicates?)\b|(?:研究|试验|文献|数据)[^。;,]{0,8}(?:显示|指出|证实|发现|表明|证明)"
)
_ATTACHED = re.compile(
    r"\b(?:attachment|attached (?:file|picture|image|sheet))\s*(?:no\.?\s*)?(?P<english>\d+)?|附件\s*(?P<chinese>[\d一二三四五])?|附图\s*(?P<picture>\d)?"
)
_LINE = re.compile(
    r"\b(?P<word>first|second|third|1st|2nd|3rd)[- ]line\b|第?(?P<chinese>[一二三])线(?=治疗|用药|药|选择|疗法)"
)
_LINES = {
    "first": 1,
    "1st": 1,
    "一": 1,
    "second": 2,
    "2nd": 2,
    "二": 2,
    "third": 3,
    "3rd": 3,
    "三": 3,
}
_DENIED = re.compile(
    r"\b(?:no|not|never|avoid\w*|dont|do not|shouldnt|mustnt|cannot|without|instead of|rather than|stop|unsafe|dangerous|isnt|arent|contraindicated|against|neither|nor|must not|should not|stay away from|forbidden|beware)\b[\w ,/()-]{0,60}$"
    r"|(?:不要|不可|不能|不宜|不适合|不建议|还不|不应|不得|避免|切勿|请勿|勿|禁|禁止|禁用|别|没有|不需要|不用|不给)[^。;!?]{0,14}$"
)
_DENIED_AFTER = re.compile(
    r"^[\w ,()-]{0,40}\b(?:(?:is|are|must|should|can|may) (?:not|never)|isnt|arent|shouldnt|mustnt|never|not (?:safe|suitable|recommended|for|be)|unsafe|dangerous|contraindicated|forbidden|is out)\b|^[^。;,!?]{0,10}(?:不建议|不可|不能|不宜|不适合|禁用|禁止|危险|不要|不应)"
)
_SAME = re.compile(
    r"[\w -]{0,20}(?:\(|（|/|,? (?:also|otherwise) (?:called|known)|,? or |the same (?:as|medicine)|is the same|=|即|又称|又名|也叫|俗称|就是|或称|也就是|,? sold as|,? brand|(?:成分|学名))"
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
        *_spoons(both),
        *_doses(both),
        *_too_much(both),
        *_never_for(both, age_band),
        *_claims(both, source_count),
        *_attachments(both, attachment_count),
        *_two_names(both),
        *_other_lines(short, long),
    ]
    return list({each.key: each for each in found}.values())


class _Text:
    """A text as the rules read it (folded, without apostrophes), and as it is written."""

    def __init__(self, written: str):
        self.written = written
        self.folded, self._places = "", []
        for place, character in enumerate(written):
            plainly = _APOSTROPHE.sub("", fold(character))
            self.folded += plainly
            self._places += [place] * len(plainly)
        self._places.append(len(written))

    def finding(self, rule: Rule, start: int, end: int) -> Finding:
        return Finding(rule, self.written[self._places[start] : self._places[end]].strip())

    def sentences(self, *, between: re.Pattern) -> Iterator[tuple[int, str]]:
        """(where it begins, the sentence)"""
        start = 0
        for match in between.finditer(self.folded):
            yield start, self.folded[start : match.start()]
            start = match.end()
        yield start, self.folded[start:]


def is_dangerous(findings: list[Finding]) -> bool:
    return any(each.rule.is_dangerous for each in findings)


def _spoons(text: _Text) -> Iterator[Finding]:
    for start, sentence in text.sentences(between=_SENTENCE):
        if not any(each[0] != "honey" for each in _medicines(sentence)):
            continue
        for match in _SPOON.finditer(sentence):
            is_food = _IS_FOOD.search(sentence[match.end() : match.end() + 12])
            if not is_food and not _denied(sentence, match.start(), match.end()):
                yield text.finding(SPOONS, start + match.start(), start + match.end())


def _doses(text: _Text) -> Iterator[Finding]:
    """A dose of one of the medicines; what belongs to it may stand in the same paragraph."""
    for start, paragraph in text.sentences(between=_PARAGRAPH):
        is_weighed, says_how_often = _WEIGHED.search(paragraph), _HOW_OFTEN.search(paragraph)
        if is_weighed and says_how_often:
            continue
        for match in _DOSED.finditer(paragraph):
            around = paragraph[max(0, match.start() - 60) : match.end() + 60]
            if any(each[0] != "honey" for each in _medicines(around)):
                place = start + match.start(), start + match.end()
                if not is_weighed:
                    yield text.finding(NO_WEIGHT, *place)
                if not says_how_often:
                    yield text.finding(NO_INTERVAL, *place)


def _too_much(text: _Text) -> Iterator[Finding]:
    for start, sentence in text.sentences(between=_SENTENCE):
        for name in {each[0] for each in _medicines(sentence)} & MAXIMA.keys():
            for match in _over(sentence, *MAXIMA[name]):
                if not _denied(sentence, match.start(), match.end()):
                    yield text.finding(TOO_MUCH, start + match.start(), start + match.end())


def _over(sentence: str, at_a_time: float, a_day: float, most: float) -> Iterator[re.Match]:
    for pattern in (_PER_KG, _PER_KG_CHINESE):
        for match in pattern.finditer(sentence):
            if _value(match) > (a_day if match["day"] else at_a_time):
                yield match
    for match in _MG.finditer(sentence):
        in_mg = _value(match) * (1 if match["unit"] in ("mg", "毫克") else 1_000)
        around = sentence[max(0, match.start() - 14) : match.end() + 14]
        if in_mg > most and not _OF_A_DAY.search(around):
            yield match


def _value(match: re.Match) -> float:
    return float(match["number"].replace(",", "."))


def _never_for(text: _Text, age_band: str) -> Iterator[Finding]:
    youngest = _YOUNGEST.get(age_band)
    if youngest is None:
        return
    for start, sentence in text.sentences(between=_SENTENCE):
        for medicine, at, end in _medicines(sentence):
            for never in NEVER_FOR:
                is_young = youngest < never.below_months and medicine == never.medicine
                if is_young and not (_denied(sentence, at, end) or _WHEN_OLDER.search(sentence)):
                    yield text.finding(never.rule, start + at, start + end)


def _denied(sentence: str, start: int, end: int) -> bool:
    before, after = sentence[:start], sentence[end:]
    return bool(_DENIED.search(before) or _DENIED_AFTER.search(after))


def _medicines(text: str) -> Iterator[tuple[str, int, int]]:
    """(name, start, end) of each medicine that is named."""
    for name, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            yield name, match.start(), match.end()


_PATTERNS = {
    name: re.compile(
        "|".join(rf"(?<![a-z]){each}(?![a-z])" if each.isascii() else fold(each) for each in names)
    )
    for name, names in MEDICINES.items()
    if names
}


def _claims(text: _Text, source_count: int) -> Iterator[Finding]:
    if not source_count and "http" not in text.folded:
        for match in _STUDIES.finditer(text.folded):
            yield text.finding(NO_SOURCE, *match.span())


def _attachments(text: _Text, attachment_count: int) -> Iterator[Finding]:
    for match in _ATTACHED.finditer(text.folded):
        number = match["english"] or match["chinese"] or match["picture"] or "1"
        if int(_CHINESE_DIGITS.get(number, number)) > attachment_count:
            yield text.finding(NO_ATTACHMENT, *match.span())


def _two_names(text: _Text) -> Iterator[Finding]:
    for name in MAXIMA:
        found: dict[str, re.Match] = {}
        for match in _PATTERNS[name].finditer(text.folded):
            found.setdefault(match[0], match)
        for one, other in pairwise(found.values()):
            between = text.folded[one.end() : other.start()]
            after = text.folded[other.end() : other.end() + 24]
            if not (_SAME.match(between) or _SAME.match(after)):
                yield text.finding(TWO_NAMES, *other.span())


def _other_lines(short: _Text, long: _Text) -> Iterator[Finding]:
    said, explained = (
        {_line(match) for match in _LINE.finditer(text.folded)} for text in (short, long)
    )
    if said and explained and not said & explained:
        yield from (
            long.finding(OTHER_LINE, *match.span()) for match in _LINE.finditer(long.folded)
        )


def _line(match: re.Match) -> int:
    return _LINES[match["word"] or match["chinese"]]
