"""Signs of an emergency in what someone is about to ask: pure text in, groups of signs out.

The rules are data (red_flag_rules/, with their sources), and what reads like an emergency is one
without them too (likeness.py). One question too many is rather stopped than one too few: whoever is
stopped may say "not an emergency" and go on with one press.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from questions import not_so
from questions.ages import ages_in_months, plain, says_fever, temperatures
from questions.as_read import words_of
from questions.folding import is_unseen
from questions.likeness import (
    features,
    known_count,
    learned_weights,
    likeness,
    log_odds,
    sentences_of,
)
from questions.red_flag_rules import ALIKE, GROUPS, FeverLimit, Group
from questions.red_flag_words import WORDS

# The ages of the form's bands in months, from and below.
BANDS = {"0-28d": (0.0, 1.0), "1-2m": (1.0, 3.0), "3-11m": (3.0, 12.0), "1-2y": (12.0, 36.0)}
OLDER = (36.0, 1_200.0)
# So many sentences are read together: the fall may stand in one, the vomiting in the next.
TOGETHER = 4
# The longest text that may be sent has some ten characters for each of so many.
SENTENCES_AT_MOST = 1_000
# Log-odds, chosen on sets that were left out of what was learned (docs/adr/0012).
ORDINARY_BELOW, URGENT_ABOVE = -1.0, -0.2
# A sign by itself reads more like an emergency than the text that it stands in.
ALONE = 0.5
# Who says that nothing has happened is stopped for what reads like an emergency all the same.
IF_NOTHING_HAPPENED = 1.0
# Of less than this nothing is known: "And now?", "Please call".
FEWEST_FEATURES = 8
# Where little is known of a text, its odds lie near those of any: a sign that is named counts there for more.
FEW_FEATURES, ORDINARY_BELOW_OF_LITTLE, URGENT_ABOVE_OF_LITTLE = 25, -2.3, -0.3
_BORN_THEN = re.compile(r"\b(?:born|dob:?|delivered|gave birth) \w+ \w+ ago")
_GAPS = {"...": r"[^\n]{0,32}?", "..": r"[^\n,;:]{0,20}?"}


def red_flags(
    text: str, age_band: str = "", *, weights: Mapping[str, float] | None = None
) -> list[Group]:
    """The groups of signs that a question shows, in the order in which the rules have them.

    `text` is title and body, `age_band` what the form said of the age ("0-28d", "" if nothing);
    `weights` are others than the learned ones, to measure them.
    """
    written = plain(_as_shown(text))
    sentences = sentences_of(written)
    found, ages = _Found([_told(each) for each in sentences]), _ages(written, age_band)
    weights = learned_weights() if weights is None else weights
    odds, ordinary_below, urgent_above = likeness(sentences, weights), ORDINARY_BELOW, URGENT_ABOVE
    known = known_count(written, weights)
    if known < FEW_FEATURES:
        ordinary_below, urgent_above = ORDINARY_BELOW_OF_LITTLE, URGENT_ABOVE_OF_LITTLE
    if _one_of(not_so.NOTHING_HAPPENED).search(written):
        ordinary_below = urgent_above = IF_NOTHING_HAPPENED
    shown = [
        group
        for group in GROUPS
        if _is_certain(group, found, ages)
        or (pieces := _pieces(group, group.patterns, found, ages))
        and (
            odds >= ordinary_below
            # Among many everyday sentences a sign is weighed where it stands.
            or any(log_odds(features(each), weights) >= ordinary_below + ALONE for each in pieces)
        )
    ]
    return shown or ([ALIKE] if odds > urgent_above and known >= FEWEST_FEATURES else [])


def _as_shown(text: str) -> str:
    """As readers see it; pictures are blanks, or one would stand between a number and its unit."""
    shown = words_of(text)
    if shown.isascii():
        return shown
    return "".join(_shown(character) for character in shown)


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    if is_unseen(character):
        return ""
    is_picture = unicodedata.category(character) == "So" and character not in "°℃℉"
    return " " if is_picture else character


def _few(sentences: list[str]) -> list[str]:
    """Of a text in more pieces than anyone writes, several at a time, so that all rules end soon. What
    is between them keeps a "no" and the gaps of a rule in their own piece."""
    together = -(-len(sentences) // SENTENCES_AT_MOST) or 1
    return [
        ";\n".join(sentences[first : first + together])
        for first in range(0, len(sentences), together)
    ]


def _told(sentence: str) -> str:
    """What a sentence tells as a fact: nothing of what is said in general or after an "if"."""
    if _one_of(not_so.IN_GENERAL).search(sentence):
        return ""
    supposed = _one_of(not_so.SUPPOSED_AFTER).search(sentence)
    return sentence[: supposed.start()] if supposed else sentence


def _of_now(sentence: str) -> str:
    """A sentence without what is long past: all of it, or where it tells of now as well, those clauses."""
    whole = _BORN_THEN.sub(" ", sentence)
    past, now = _one_of(not_so.PAST), _one_of(not_so.NOW)
    if not past.search(whole):
        return sentence
    if not now.search(whole):
        return ""
    clauses = re.split("(?<=,)", whole)
    return "".join(each for each in clauses if now.search(each) or not past.search(each))


class _Found:
    """In which sentences each part of a rule stands; every part is looked for once."""

    def __init__(self, told: list[str]):
        self.told, self.now = _few(told), _few([_of_now(each) for each in told])
        self._places: dict[tuple[str, bool], set[int]] = {}

    def pieces(self, pattern: str, *, even_if_past: bool) -> set[str]:
        """What all parts of a pattern stand in: of a few sentences on end those that have one."""
        places = []
        for part in pattern.split(" ~ "):
            places.append(self._of(part, even_if_past))
            if not places[-1]:
                return set()
        pieces = set()
        for first in range(len(self.told)):
            near = [[at for at in each if first <= at < first + TOGETHER] for each in places]
            if all(near):
                parts = sorted({min(each) for each in near})
                pieces.add(" . ".join(self.told[at] for at in parts))
        return pieces

    def _of(self, part: str, even_if_past: bool) -> set[int]:
        key = part, even_if_past
        if key not in self._places:
            sentences, looked_for = self.told if even_if_past else self.now, _one_of(part)
            self._places[key] = {
                place
                for place, sentence in enumerate(sentences)
                if any(
                    not is_denied(sentence, match.start())
                    for match in looked_for.finditer(sentence)
                )
            }
        return self._places[key]


def _is_certain(group: Group, found: _Found, ages: list[tuple[float, float]]) -> bool:
    """Whether the text shows a sign that counts however it reads, as a temperature does."""
    if group.fever_limits:
        return any(_is_fever(limit, found.now, ages) for limit in group.fever_limits)
    return bool(_pieces(group, group.certain, found, ages))


def _pieces(
    group: Group, patterns: tuple[str, ...], found: _Found, ages: list[tuple[float, float]]
) -> set[str]:
    """The pieces of the text that show one of these signs of a group."""
    if group.below_months is not None and not any(low < group.below_months for low, _ in ages):
        return set()
    return set().union(*(found.pieces(each, even_if_past=group.even_if_past) for each in patterns))


@cache
def _one_of(terms: str) -> re.Pattern:
    return re.compile(_expression(terms))


@cache
def _expression(terms: str) -> str:
    """The regular expression of terms between commas (see red_flag_words/)."""
    return "|".join(f"(?:{_term(each)})" for each in _between_commas(terms))


def _between_commas(terms: str) -> list[str]:
    found, depth = [""], 0
    for character in terms:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            found.append("")
        else:
            found[-1] += character
    return [stripped for each in found if (stripped := " ".join(each.split()))]


def _term(term: str) -> str:
    starts, ends = term.lstrip("(")[:1], term.rstrip(")?")[-1:]
    term = re.sub(r"\{(\d+);(\d+)\}", r"{\1,\2}", term)
    term = re.sub(r"\.\.\.?(?![?*])", lambda gap: _GAPS[gap[0]], term)
    term = re.sub(r"(?<=[a-z])\*", lambda _: r"\w*", term)
    term = re.sub(r"\{(\w*[a-z_]\w*)\}", lambda name: f"(?:{_expression(WORDS[name[1]])})", term)
    before = "(?<![a-z0-9])" if re.match("[a-z0-9]", starts) else ""
    after = "(?![a-z0-9])" if re.match("[a-z0-9]", ends) else ""
    return f"{before}(?:{term}){after}"


_DENYING = re.compile(
    rf"(?:{_expression(not_so.DENYING)})"
    rf"(?!(?: \w+){{0,2}} (?:{_expression(not_so.DENYING_SOMETHING_ELSE)}))"
    r"(?P<between>[^:;]{0,60})$"
)
_DENYING_CHINESE = re.compile(not_so.DENYING_CHINESE)
# No denial with what stands between is longer: the rest of a long sentence need not be read for each sign.
_DENIED_WITHIN = 100


def is_denied(sentence: str, place: int) -> bool:
    """Whether what begins at that place is said not to be so: "no trouble breathing", 沒有發燒."""
    start = max(0, place - _DENIED_WITHIN)
    denied = _DENYING.search(sentence, start, place)
    if denied and not _one_of(not_so.ENDS_DENYING).search(denied["between"]):
        return True
    return _DENYING_CHINESE.search(sentence, start, place) is not None


def _ages(written: str, age_band: str) -> list[tuple[float, float]]:
    """What is known of the age, in months, each from and to: what is written, or else the band. Where
    they do not agree, both: who is frightened may choose the wrong line of the form."""
    named = [(age, age) for age in ages_in_months(written)]
    band = BANDS.get(age_band, OLDER if age_band else None)
    if band and named:
        within = [each for each in named if band[0] - 0.5 <= each[0] <= band[1] + 0.5]
        return within or [*named, band]
    return named or ([band] if band else [])


def _is_fever(limit: FeverLimit, sentences: list[str], ages: list[tuple[float, float]]) -> bool:
    """Whether a child of that age is as warm as that, or warm in words where these are enough."""
    below = limit.below_months + (0.01 if limit.including else 0)
    if not any(low < below for low, _high in ages):
        return False
    warmest = max((heat for each in sentences for heat in temperatures(each)), default=0.0)
    if warmest >= limit.from_celsius:
        return True
    return limit.fever and any(
        not is_denied(sentence, place) for sentence in sentences for place in says_fever(sentence)
    )
