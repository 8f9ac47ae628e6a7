"""What must not be given or done at an age, and how young the one may be of whom the reply speaks."""

import re
from collections.abc import Iterator

from questions.reply_checks.negation import denied
from questions.reply_checks.number_words import AGES, DIGITS, number_of
from questions.reply_checks.text import SENTENCE, Finding, Text, medicines, pieces
from questions.reply_rules import HARMFUL, NEVER_FOR, YOUNGEST

# What is for older ones only, and whom a sentence is about.
_AGE = rf"(?P<age>\d{{1,9}}|{'|'.join(sorted(AGES, key=len, reverse=True))})"
_WHEN_OLDER = re.compile(
    r"\b(?:after|from|over|above|once|older than|at least|until|past|reached|turned)\b[\w ]{0,20}?"
    rf"\b{_AGE}[ -]?(?:(?P<months>months?)|years?|birthday|\+)"
    rf"|满?(?P<chinese>[\d{DIGITS}十两]{{1,9}})\s*(?:岁|(?P<moons>个月))(?:大)?(?:以后|之后|以上|后|再|才|前)"
)
_SAID_AGE = re.compile(
    rf"\b{_AGE}[ -]?(?:(?P<months>months?|weeks?)|years?)[ -]olds?\b|\b(?P<baby>newborns?|infants?|babies|baby)\b"
    rf"|(?P<chinese>[\d{DIGITS}十两]{{1,9}})\s*(?:岁|(?P<moons>个月))大?的?(?:宝宝|婴儿|孩子|小孩|幼儿|儿童|女儿|儿子)"
    r"|(?P<infant>新生儿|婴儿)"
)

# What is said to be for this age may be given; of aspirin that is 16 years for some, not 19.
ENOUGH = 16 * 12


def never_for(text: Text, age_band: str) -> Iterator[Finding]:
    for start, sentence in pieces(text.folded, SENTENCE):
        named = list(medicines(sentence))
        youngest = _youngest(sentence, age_band) if named else None
        if youngest is None:
            continue
        older = max(map(_months, _WHEN_OLDER.finditer(sentence)), default=0)
        never_here = [
            never
            for never in NEVER_FOR
            if youngest < never.below_months and older < min(never.below_months, ENOUGH)
        ]
        for medicine, at, end in named:
            for never in never_here:
                if medicine == never.medicine and not denied(sentence, at, end):
                    yield text.finding(never.rule, start + at, start + end)


def harmful(text: Text, age_band: str) -> Iterator[Finding]:
    for start, sentence in pieces(text.folded, SENTENCE):
        youngest = _youngest(sentence, age_band)
        for harm in HARMFUL:
            if (0 if youngest is None else youngest) >= harm.below_months:
                continue
            if youngest is None and harm.below_months < 18 * 12:
                continue
            for match in re.finditer(harm.pattern, sentence):
                if not denied(sentence, match.start(), match.end()):
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
    number = number_of(word)
    is_months = groups["months"] or groups["moons"]
    if is_months and is_months.startswith("week"):
        return number // 4
    return number if is_months else number * 12
