"""Claims that hang in the air, or that the reply itself says otherwise in another place."""

import re
from collections.abc import Iterator
from itertools import pairwise

from questions.medicines import GROUPS, MEDICINES
from questions.reply_checks.number_words import number_of
from questions.reply_checks.text import (
    CLAUSE,
    FOLDED_NAMES,
    MEDICINE_PATTERNS,
    Finding,
    Text,
    medicines,
    pieces,
)
from questions.reply_rules import (
    NO_ATTACHMENT,
    NO_SOURCE,
    OTHER_LINE,
    TWO_NAMES,
)

_STUDIES = re.compile(
    r"(?<!not enough )(?<!too few )(?<!no )\b(?:stud(?:y|ies)|research(?:ers)?|trials?|evidence|data|scientists|experts|literature|cohorts?|reviews?"
    r"|meta-?analys[ie]s)\b(?:[\w ,]{0,24}\b)?"
    r"(?:shows?|showed|shown|suggests?|suggested|finds?|found|proves?|proved|proven|says?|demonstrates?"
    r"|demonstrated|confirms?|confirmed|discovers?|discovered|reveals?|revealed|indicates?|supports?|supported|is (?:\w+ )?clear)\b|\b(?:scientifically|clinically) (?:proven|shown|demonstrated|established)\b|\bknow from (?:\w+ )?(?:research|studies|trials)\b"
    r"|\b(?:is|are|theres) (?:\w+ ){0,3}(?:evidence|proof) (?:that|for|to (?:suggest|support|show)|behind|in favou?r)\b"
    r"|\b(?:backed|supported|confirmed) by (?:\w+ ){0,2}(?:evidence|research|stud(?:y|ies)|science|trials)\b"
    r"|\b(?:has|have) been (?:shown|proven)\b"
    r"|\baccording to (?:\w+ ){0,3}(?:stud(?:y|ies)|research|trials?|reviews?|meta-?analys[ie]s|literature)\b"
    r"|\bin (?:an?|one|two|several|some|recent|large|most) (?:\w+ ){0,2}(?:stud(?:y|ies)|trials?)\b"
    r"|\b(?:trials?|stud(?:y|ies)) (?:of|in|with) (?:\w+ ){0,2}(?:\d+|hundreds|thousands?|thousand) (?:\w+ )?(?:children|infants|babies|patients)"
    r"|\b(?:paper|article|report) (?:in|from) (?:the )?(?:lancet|bmj|jama|nejm|pediatrics|nature|cochrane)\b"
    r"|(?:研究|试验|文献|数据|证据|实证|(?:统合|荟萃|综合)分析|实验|期刊|科学家|学者|专家|统计|医学界)[^。;,]{0,8}(?:显示|表示|指出|证实|发现|表明|证明|支持|报[导道]|认为|提到)"
    r"|(?:根据|依据|依照)[^。;,]{0,10}(?:研究|文献|(?:统合|荟萃)分析|试验|期刊)"
    r"|科学(?:已经?)?证[明实]|已经?被?证实"
)
LINKED = re.compile(r"https?://")
_ATTACHED = re.compile(
    r"\battachment (?:no\.? ?)?(?P<english>\d{1,9})"
    r"|\b(?:see|in|open|read|view|check) (?:the|my|our|this|an) attachments?\b(?! (?:to|style|theory|with|between))"
    r"|(?<!thank you for the )(?<!thanks for the )(?<!your )\b(?:attached|enclosed) (?:\w+ ){0,2}(?:files?|pictures?|images?|sheets?|photos?"
    r"|documents?|tables?|charts?|pdf|leaflets?|plans?|diagrams?|drawings?|handouts?)\b"
    r"|\bi (?:have |am |ve )?(?:also )?(?:attach(?:ed|ing)?|enclos(?:e|ed|ing))\b"
    r"|\bi(?: a|)m sending (?:you )?(?:\w+ ){1,4}(?:with|together with) this (?:reply|answer|message)\b"
    r"|\b(?:picture|image|photo|drawing|diagram|figure|chart) (?:below|above)\b|\b(?:see|in) the (?:picture|drawing|diagram|figure)\b"
    r"|(?:见|看|照|参考|参照|依|按|如)(?:着|阅)?(?:下|上|附)[图表]|(?<![您你])附上的?[^。;,]{0,8}(?:图|表|档|影片|照片|单张)"
    r"|\battached (?:below|here|above|to this)\b|\(attachment\)|\bannex (?:[a-z]|\d)\b|\bappendix (?:[a-z]|\d)\b(?=[).,;:]| (?:for|to|and)\b)|\b(?:i|we)(?: have|ve)? (?:also )?uploaded\b"
    r"|(?:影片|图片?|照片|表格?|单张?|卫教单|资料|档案?)[^。;,您你]{0,3}已?附上|随信附上|附加(?:档案|文件|图)"
    r"|附件(?!炎)\s*(?P<chinese>[\d一二三四五])?|附图\s*(?P<picture>[\d一二三四五])?|附档|附表|如附"
)
_LINE = re.compile(
    r"\b(?P<word>first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:line|choice)\b"
    r"|(?P<choice>首选|次选)"
    r"|第?(?P<chinese>[一二三四])线(?:(?<=第.线)|(?<=[是为属].线)|(?=的?(?:治疗|用药|药|选择|疗法|方案)))"
)
_BESIDE = re.compile(r"^\s*(?:the|our|its|which is the|which are the)\s*$")
# What treats beside medicines.
_TREATMENT = re.compile(r"药物|行为治疗|手术|观察|保湿|光照|雾化|复健|蒸汽|心理治疗|饮食")
_LINES = {
    **{"first": 1, "1st": 1, "一": 1, "首选": 1},
    **{"second": 2, "2nd": 2, "二": 2, "次选": 2},
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
# "Ibuprofen or Nurofen" may name one thing twice; of two brands each is taken for a medicine of its own.
_OR = re.compile(r",? or ")
_SAME = re.compile(
    r"\s*(?:\(|（|/|=|,? or (?=$)|即|又称|又名|又叫|,\s*英文名?|也叫|俗称|就是|或称|也就是)"
    r"|[\w -]{0,20}(?:\(|（|,? (?:(?:also|otherwise) )?(?:called|known)\b|,? which is the same|[\w ,]{0,16} (?:is|are) one medicine|the same (?:as|medicine)"
    r"|(?:and [\w -]{1,20} )?(?:is|are) (?:both |all )?(?:the same|one)"
    r"|[\w -]{0,20}are (?:both|all)\b|都(?:是|含)|, (?:for |because |since )?(?:they|both|these|the two) are [\w ]{0,12}same"
    r"|和[^。]{0,8}(?:同一|一样|相同)|是?(?:同一|一样的|相同)|,? sold as|,? brand|(?:成分|学名)|[^。;,]{0,8}(?:商品名|品牌)"
    r"|,? (?:which )?(?:is|was|are|were) (?:\w+ )?(?:called|named|known)\b)"
)

_LISTED = re.compile(r"\s*(?:[,/、]|and|or|和|与|跟|及)\s*(?:and |or )?")


def without_source(text: Text, source_count: int) -> Iterator[Finding]:
    if not source_count:
        for match in _STUDIES.finditer(text.folded):
            yield text.finding(NO_SOURCE, *match.span())


def without_attachment(text: Text, attachment_count: int) -> Iterator[Finding]:
    for match in _ATTACHED.finditer(text.folded):
        number = match["english"] or match["chinese"] or match["picture"] or "1"
        if number_of(number) > attachment_count:
            yield text.finding(NO_ATTACHMENT, *match.span())


def two_names(text: Text) -> Iterator[Finding]:
    for name in MEDICINES.keys() - GROUPS:
        if sum(each in text.folded for each in FOLDED_NAMES[name]) < 2:
            continue
        found = list(MEDICINE_PATTERNS[name].finditer(text.folded))
        firsts: dict[str, re.Match] = {}
        for match in found:
            firsts.setdefault(match[0], match)
        told: set[str] = set()
        is_same = False
        for one, other in reversed(list(pairwise(found))):
            is_listed = _LISTED.fullmatch(text.folded, one.end(), other.start())
            is_same = one[0] != other[0] and (
                (is_same and bool(is_listed)) or _is_said_to_be_same(text.folded, one, other, name)
            )
            told.update((one[0], other[0]) if is_same else ())
        for word, match in list(firsts.items())[1:]:
            if word not in told:
                yield text.finding(TWO_NAMES, *match.span(), name)


def _is_said_to_be_same(text: str, one: re.Match, other: re.Match, name: str) -> bool:
    if _OR.fullmatch(text, one.end(), other.start()):
        return not {one[0], other[0]}.isdisjoint({name, "acetaminophen"})
    between, after = text[one.end() : other.start()], text[other.end() : other.end() + 48]
    return bool(_SAME.match(between) or _SAME.match(after))


def other_lines(short: Text, long: Text) -> Iterator[Finding]:
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


def _lines(text: Text) -> list[tuple[int, frozenset[str], tuple[int, int]]]:
    """(first, second or third, what it is said of, where) of each line of treatment."""
    found = []
    before = frozenset()
    for start, clause in pieces(text.folded, CLAUSE):
        words = {word.rstrip("s") for word in _LATIN.findall(clause) if word not in _NO_SUBJECT}
        named = {name for name, _start, _end in medicines(clause)}
        subjects = frozenset(words | named | set(_TREATMENT.findall(clause)))
        for match in _LINE.finditer(clause):
            # "… with X, the first-line treatment": it was named in the clause before.
            of = before | subjects if _BESIDE.search(clause[: match.start()]) else subjects
            word = match["word"] or match["chinese"] or match["choice"]
            found.append((_LINES[word], of, (start + match.start(), start + match.end())))
        before = subjects
    return found
