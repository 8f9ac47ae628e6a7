"""What a reply is asked about before it is public: doses that can go wrong, and claims that hang in the air.

Pure: text in, findings out. Rules are data with their sources (questions/reply_rules.py); they know a few
well-known dangers of common medicines, and judge nothing else. A finding is a question to the doctor, who
answers with a reason; the dangerous ones are read by a second doctor as well.

`amounts`, `dosing`, `contraindications` and `claims` hold the checks, each with its patterns; `text`, `measures`,
`negation`, `no_advice` and `number_words` what they read by.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from questions.as_read import words_of
from questions.reply_checks import amounts, claims, contraindications, dosing
from questions.reply_checks.text import Finding, Text

# Of each check; no doctor answers more, and a text of nothing but doses would be looked at for long.
FINDINGS_AT_MOST = 500

__all__ = ["Finding", "check_reply", "is_dangerous"]


def check_reply(
    text: str,
    explanation: str = "",
    *,
    summary: str = "",
    age_band: str = "",
    source_count: int = 0,
    attachment_count: int = 0,
) -> list[Finding]:
    """What the doctor is asked about a reply to a question about somebody of that age, each once.

    `summary` is the doctor's line above it."""
    short, long = words_of(text), words_of(explanation)
    # The address behind the words of a link is a source that readers do not see.
    link_count = len(claims.LINKED.findall(f"{text} {explanation}"))
    both = Text("\n".join(filter(None, (words_of(summary), short, long))))
    checks = [
        contraindications.never_for(both, age_band),
        contraindications.harmful(both, age_band),
        dosing.misread(both),
        *(_of_doses(both.in_figures(), age_band) if both.names_a_medicine else ()),
        claims.two_names(both),
        claims.other_lines(Text(short), Text(long)),
        claims.without_source(both, source_count + link_count),
        claims.without_attachment(both, attachment_count),
    ]
    found = chain.from_iterable(islice(check, FINDINGS_AT_MOST) for check in checks)
    return list({each.key: each for each in found}.values())


def _of_doses(text: Text, age_band: str) -> Iterator[Iterator[Finding]]:
    yield amounts.too_much(text, age_band)
    yield amounts.too_often(text)
    yield dosing.spoons(text)
    yield dosing.incomplete_doses(text, age_band)


def is_dangerous(findings: Iterable[Finding]) -> bool:
    return any(each.rule.is_dangerous for each in findings)
