"""What must not be given or done at an age, and how young the one may be of whom the reply speaks."""

import re
from collections.abc import Iterator

from questions.models.asker import AgeBand
from questions.reply_checks.negation import denied, is_likewise
from questions.reply_checks.number_words import AGES, DIGITS, number_of
from questions.reply_checks.text import SENTENCE, Finding, Text, medicines, pieces
from questions.reply_rules import HARMFUL, NEVER_FOR, YOUNGEST

# What is for older ones only, and whom a sentence is about.
_NUMBERS = rf"\d{{1,9}}|{'|'.join(sorted(AGES, key=len, reverse=True))}"
_AGE = rf"(?P<age>{_NUMBERS})"
_WHEN_OLDER = re.compile(
    r"\b(?:after|from|over|above|once|older than|at least|until|past|reached|turned)\b[\w ]{0,20}?"
    rf"\b{_AGE}[ -]?(?:(?P<months>months?)|years?|birthday|\+)"
    rf"|\b(?:children|kids|those|patients|someone) (?:over|above|older than) (?P<over>{_NUMBERS})\b(?! ?(?:month|week|day))"
    rf"|\b(?:until|once|when|after|before) (?:he|she|they|your \w+|the \w+) (?:is|are|turns?|has turned|reaches) (?P<turned>{_NUMBERS})\b(?! ?(?:month|week|day))"
    r"|(?P<birthday>满?(?:一|1)?周岁)(?:以后|之后|后|再|才|前)"
    rf"|满?(?P<chinese>[\d{DIGITS}十两]{{1,9}})\s*(?:岁|(?P<moons>个月))(?:大|生日)?(?:以后|之后|以上|后|再|才|前)"
)
_SAID_AGE = re.compile(
    rf"(?<!under )(?<!below )(?<!than )(?<!until )\b{_AGE}[ -]?(?:(?P<months>months?|weeks?|days?)|years?)[ -]olds?\b"
    rf"|\bat (?P<at>{_NUMBERS}) (?P<unit>months|weeks|days)\b|\b(?P<baby>newborns?|infants?|babies|baby)\b"
    rf"|(?P<chinese>[\d{DIGITS}十两]{{1,9}})\s*(?:岁|(?P<moons>个月))(?:大|的?(?:宝宝|婴儿|孩子|小孩|幼儿|儿童|女儿|儿子))"
    r"|(?P<infant>新生儿|婴儿)"
    rf"|\b(?:she|he|they|you|daughter|son)(?:s|re| is| are| has just turned| turned) (?:only |just |now |still |about )?(?P<is>{_NUMBERS})\b"
    r"(?!\s*(?:months?|weeks?|days?|hours?|minutes?|kgs?|kilo|pounds?|lbs?|cm|mg|ml|%|°|degrees|c\b|to\b|out\b|or\b|of\b|times|[-.,:/]\d))"
    rf"|[她他你您](?:现在|今年|才|已经?|刚|只有|是)?(?P<is_chinese>[\d{DIGITS}十两]{{1,9}})\s*岁(?!以|或|[半前后])"
)
# One child of whom no age is said: not "children", who may be those of others. Of a question about an
# adult "him" is the adult, who may take an aspirin a day.
_A_CHILD = re.compile(
    r"(?<!\bas )(?<!\bwere )(?<!\bwas )(?<!reach of )(?<!away from )\b(?:your|this|the|an?|little) (?:[a-z]+ )?"
    r"(?:child|kid|toddler|son|daughter|baby|boy|girl|little one)s?\b"
    r"|(?:孩子|小孩|宝宝|小朋友|儿子|女儿|幼儿|婴儿)(?!子?(?:拿不到|够不[着到]|碰不到|接触))"
)
_HIM = re.compile(rf"{_A_CHILD.pattern}|\b(?:give|offer|feed|let) (?:him|her)\b|[给让喂][他她]")
# How young, in months, that child may be: asked about all but what is for the first months.
SOME_CHILD = 11

# What is said to be for this age may be given; of aspirin that is 16 years for some, not 19.
ENOUGH = 16 * 12


def never_for(text: Text, age_band: str) -> Iterator[Finding]:
    said = _said_anywhere(text, age_band)
    was_denied = False
    for start, sentence in pieces(text.folded, SENTENCE):
        named = sorted(medicines(sentence), key=lambda each: each[1])
        youngest = _youngest(sentence, age_band) if named else None
        youngest = said if youngest is None else youngest
        if youngest is None or not named:
            continue
        older = max(map(_months, _WHEN_OLDER.finditer(sentence)), default=0)
        never_here = [
            never
            for never in NEVER_FOR
            if youngest < never.below_months and older < min(never.below_months, ENOUGH)
        ]
        for medicine, at, end in named:
            was_denied = denied(sentence, at, end) or (
                was_denied and is_likewise(sentence, at, end)
            )
            for never in never_here:
                if medicine == never.medicine and not was_denied:
                    yield text.finding(never.rule, start + at, start + end)


def harmful(text: Text, age_band: str) -> Iterator[Finding]:
    said = _said_anywhere(text, age_band)
    for start, sentence in pieces(text.folded, SENTENCE):
        youngest = _youngest(sentence, age_band)
        youngest = said if youngest is None else youngest
        for harm in HARMFUL:
            if (0 if youngest is None else youngest) >= harm.below_months:
                continue
            if youngest is None and harm.below_months < 18 * 12:
                continue
            for match in re.finditer(harm.pattern, sentence):
                if not denied(sentence, match.start(), match.end()):
                    yield text.finding(harm.rule, start + match.start(), start + match.end())


def _said_anywhere(text: Text, age_band: str) -> int | None:
    """The youngest age that the text says, where the question says none."""
    if age_band in YOUNGEST:
        return None
    said = _youngest_said(text.folded)
    if (
        age_band == AgeBand.ADULT
    ):  # of 18 years, and no child in the family of whom another sentence speaks
        return said if said is not None and said >= 18 * 12 else None
    return SOME_CHILD if said is None and _HIM.search(text.folded) else said


def _youngest(sentence: str, age_band: str) -> int | None:
    """How young, in months, the one may be whom the sentence is about; None of adults and unknown ages."""
    known = YOUNGEST.get(age_band)
    # A baby is one of those under ten as well, of whom no more is known.
    said = _youngest_said(sentence, with_babies=known is None or age_band == AgeBand.DECADE_0)
    if said is None and age_band == AgeBand.ADULT and _is_about_a_child(sentence):
        return SOME_CHILD
    return min((each for each in (known, said) if each is not None), default=None)


def _is_about_a_child(sentence: str) -> bool:
    return any(not denied(sentence, *each.span()) for each in _A_CHILD.finditer(sentence))


def _youngest_said(text: str, with_babies: bool = False) -> int | None:
    """In months; of "babies" in general only where nothing else tells the age."""
    ages = _SAID_AGE.finditer(text)
    return min((_months(each) for each in ages if with_babies or _says_number(each)), default=None)


def _says_number(match: re.Match) -> bool:
    return not (match["baby"] or match["infant"])


def _months(match: re.Match) -> int:
    groups = match.groupdict()
    if groups.get("baby") or groups.get("infant"):
        return 0
    if groups.get("birthday"):
        return 12
    said = ("age", "at", "chinese", "turned", "over", "is", "is_chinese")
    number = number_of(next(filter(None, map(groups.get, said))))
    is_months = groups["months"] or groups.get("unit") or groups["moons"]
    if is_months and is_months.startswith(("week", "day")):
        return number // (4 if is_months.startswith("week") else 30)
    return number if is_months else number * 12
