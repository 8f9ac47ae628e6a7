"""What may tell who somebody is, in what people write: text in, findings out. Pure work on text.

The rules are data (identifier_rules/). Doses, temperatures, results, ages, sizes and dates of an illness
are none of them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from questions import folding
from questions.as_read import AsRead
from questions.identifier_rules import CHINESE_NAMES, ENGLISH_NAMES, RULES, Rule
from questions.identifier_rules.birth_dates import DATE
from questions.identifier_rules.checks import CHECKS
from questions.identifier_rules.wholes import whole

KINDS = (
    "telephone",
    "email",
    "national_id",
    "health_card",
    "record",
    "birth_date",
    "address",
    "name",
    "handle",
    "link",
    "school",
)
MASKS = {
    "telephone": ("[telephone number]", "［電話］"),
    "email": ("[e-mail address]", "［電子郵件］"),
    "national_id": ("[identity number]", "［證號］"),
    "health_card": ("[card number]", "［卡號］"),
    "record": ("[record number]", "［編號］"),
    "birth_date": ("[date of birth]", "［生日］"),
    "address": ("[address]", "［地址］"),
    "name": ("[name]", "［名字］"),
    "handle": ("[account]", "［帳號］"),
    "link": ("[link]", "［連結］"),
    "school": ("[school]", "［學校］"),
}
_NUMERALS = str.maketrans(
    "〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖两幺么洞拐", "000123456789123456789" + "21107"
)
_NUMBER_WORDS = {
    "zero": "0",
    "oh": "0",
    "nought": "0",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
}
_SPOKEN = re.compile(
    r"\b(?:{words}|\d{{1,4}}(?!\d))(?:[\s,./-]*(?:double\s+|triple\s+)?(?:{words}|\d{{1,4}}(?!\d)))+\b".format(
        words="|".join(_NUMBER_WORDS)
    ),
    re.IGNORECASE,
)
_WRITTEN_OUT = re.compile(
    r"(?:[\d〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖两幺么洞拐][\s\-.、,，]{0,2}){6,}[\d〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖两幺么洞拐]"
)
_DATE_OR_TIME = re.compile(
    r"(?<!\d)(?:(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d{2})(?!\d)"
    r"|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
)
_LOOKALIKES = str.maketrans("oOIl|BS", "0011185")
_LETTERED = re.compile(
    r"(?<![A-Za-z\d])[oO0][\s.-]?[79](?:[\s.-]{0,2}[oOIl|BS\d一二三四五六七八九零]){7,8}(?![A-Za-z\d])"
)
_CJK = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile(r"[^\W\d_\u3400-\u9fff]")
_LATIN_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|-){2,}")
_NO_CAPITAL = re.compile("[a-z]")
# Longer is only what doctors write, in Markdown: to read it three times would take seconds.
ONLY_AN_EXPLANATION = 12_000
_BLANKS = re.compile(r"\s{3,}")
# Letters that have no shape: Hangul fillers, the Braille pattern without a dot.
_SEEN_BY_NOBODY = frozenset("\u115f\u1160\u3164\uffa0\u2800")


@dataclass(frozen=True, order=True)
class Finding:
    """What was found: text[start:end] of the text as it was given."""

    start: int
    end: int
    kind: str

    def mask(self, text: str) -> str:
        """What to put in its place, in the language of what stands around it."""
        around = text[max(0, self.start - 12) : self.start] + text[self.end : self.end + 12]
        return MASKS[self.kind][bool(_CJK.search(around or text))]


def find(text: str, *, but_not: Iterable[str] = ()) -> list[Finding]:
    """What may identify somebody, in the order of the text and apart from each other.

    `but_not` are kinds that are not looked for.
    """
    return find_in({"": text}, {"": but_not})[""]


def find_in(
    texts: Mapping[str, str], but_not: Mapping[str, Iterable[str]]
) -> dict[str, list[Finding]]:
    """As `find`, of several texts of one person: who is named in one is known in the others."""
    searches = {key: _Search(text, but_not.get(key, ())) for key, text in texts.items()}
    for search in searches.values():
        search.by_rules()
    names = set().union(*(search.names() for search in searches.values()))
    if names:
        # Chen Yu-ting once more as Yu-ting, 章翊凡 as 翊凡: without a cue.
        several = "|".join(sorted(map(re.escape, names), key=len, reverse=True)[:200])
        again = re.compile(rf"(?<![A-Za-zÀ-ỿ])(?:{several})(?![A-Za-zÀ-ỿ])")
        for search in searches.values():
            search.by_names(again)
    return {key: sorted(search.found) for key, search in searches.items()}


class _Search:
    """One text, and what was found in it so far."""

    def __init__(self, text: str, but_not: Iterable[str]):
        self.text = text
        self.but_not = but_not
        self.found: list[Finding] = []
        # By what was found: compared with each other, thousands would take long.
        self.taken = bytearray(len(text))

    def by_rules(self) -> None:
        for read in _readings(self.text):
            self.by_rules_in(*plain(read))

    def by_rules_in(self, written: str, typed: list[tuple[int, int]]) -> None:
        numbers = _as_digits(written)
        for start, end in _spoken(written):
            self.keep(typed[start][0], typed[end - 1][1], "telephone")
        for rule in _rules_for(written, numbers):
            if rule.kind in self.but_not:
                continue
            for place in _matches(rule, numbers if rule.digits else written):
                # All that belongs to it, unless that is taken by another.
                for start, end in (whole(rule.kind, written, *place), place):
                    if self.keep(typed[start][0], typed[end - 1][1], rule.kind):
                        break

    def by_names(self, names: re.Pattern) -> None:
        for match in names.finditer(self.text):
            self.keep(*match.span(), "name")

    def keep(self, start: int, end: int, kind: str) -> bool:
        """Keep it if it may be looked for, and nothing of it is taken; says whether it was kept."""
        if kind in self.but_not or self.taken.find(1, start, end) >= 0:
            return False
        self.found.append(Finding(start, end, kind))
        self.taken[start:end] = bytes([1]) * (end - start)
        return True

    def names(self) -> set[str]:
        """Who is named, and what else they may be called."""
        names = set()
        for one in self.found:
            if one.kind != "name":
                continue
            name = self.text[one.start : one.end]
            if _CJK.search(name):
                names.update(part for part in (name, name[-2:]) if 2 <= len(part) <= 4)
            else:
                parts = _LATIN_NAME.findall(name)
                names.update(part for part in parts if not _NO_CAPITAL.match(part))
        return names


# Of these kinds nothing is found where there is no digit.
_OF_DIGITS = ("telephone", "national_id", "health_card", "record")
# What each rule for a day of birth has in it: looked for once instead of by each of them.
_A_DATE = re.compile(DATE, re.ASCII)


def _rules_for(written: str, numbers: str) -> Iterable[Rule]:
    """All but those that would look in vain: most texts are in one language."""
    chinese, latin = bool(_CJK.search(written)), bool(_LATIN.search(written))
    return _rules(
        chinese, latin, any(one.isdigit() for one in numbers), bool(_A_DATE.search(written))
    )


@cache
def _rules(chinese: bool, latin: bool, digits: bool, dates: bool) -> tuple[Rule, ...]:
    left_out = {*(() if chinese else CHINESE_NAMES), *(() if latin else ENGLISH_NAMES)}
    kinds = {*(() if digits else _OF_DIGITS), *(() if dates else ("birth_date",))}
    return tuple(rule for rule in RULES if rule not in left_out and rule.kind not in kinds)


def masked(text: str, findings: Iterable[Finding]) -> str:
    """The text with a word in the place of each."""
    for one in sorted(findings, reverse=True):
        text = text[: one.start] + one.mask(text) + text[one.end :]
    return text


def marked(text: str, findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the kind of what was found there, or ""."""
    last = 0
    for one in sorted(findings):
        if one.start > last:
            yield text[last : one.start], ""
        yield text[one.start : one.end], one.kind
        last = one.end
    if last < len(text):
        yield text[last:], ""


def excerpt(text: str, findings: Iterable[Finding], *, around: int = 60) -> list[tuple[str, str]]:
    """As `marked`, without what stands further than `around` characters from what was found."""
    pieces = list(marked(text, findings))
    shown = []
    for place, (piece, kind) in enumerate(pieces):
        before, after = place > 0, place < len(pieces) - 1
        if not kind and len(piece) > around * (before + after):
            head = piece[:around] if before else ""
            piece = f"{head}…{piece[-around:]}" if after else f"{head}…"
        shown.append((piece, kind))
    return shown


def _readings(text: str) -> Iterator[AsRead]:
    """As readers see it in a reply, in a question and in a line: which of them it is, nobody says here."""
    in_a_reply = AsRead(text).without_html().without_marks()
    yield in_a_reply
    if len(text) > ONLY_AN_EXPLANATION:
        return
    in_a_question = AsRead(text).without_html()
    if in_a_question.text != in_a_reply.text:
        yield in_a_question
    if text != in_a_question.text:
        yield AsRead(text)


def plain(read: AsRead) -> tuple[str, list[tuple[int, int]]]:
    """The text as it is read, without widths, traditional characters, what nobody sees and more than two
    blanks in a row; and for each of its characters from where to where it was typed."""
    # A pattern that may have blanks in three places tries all ways to share out a thousand of them.
    blank = bytearray(len(read.text))
    for run in _BLANKS.finditer(read.text):
        blank[run.start() + 2 : run.end()] = bytes([1]) * (len(run[0]) - 2)
    places = zip(read.text, read.starts, read.ends, blank, strict=True)
    if read.text.isascii():
        kept = [(one, (start, end)) for one, start, end, is_blank in places if not is_blank]
        return "".join(one for one, _place in kept), [place for _one, place in kept]
    letters, typed = [], []
    for character, start, end, is_blank in places:
        if not is_blank:
            for one in _plain(character):
                letters.append(one)
                typed.append((start, end))
    return "".join(letters), typed


@lru_cache(maxsize=10_000)
def _plain(character: str) -> str:
    """As it is read: "２" and "٢" as 2, 電 as 电; "" of what nobody sees."""
    if character in _SEEN_BY_NOBODY or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return ""
    if (digit := unicodedata.digit(character, None)) is not None:
        return str(digit)
    simple = folding.simplified()
    return "".join(simple.get(ord(one), one) for one in unicodedata.normalize("NFKC", character))


def _as_digits(written: str) -> str:
    """Numerals as digits and dates as nothing, each in as many characters as before."""
    text = _DATE_OR_TIME.sub(lambda match: "/" * len(match[0]), written)
    text = _LETTERED.sub(lambda match: match[0].translate(_LOOKALIKES), text)
    return _WRITTEN_OUT.sub(lambda match: match[0].translate(_NUMERALS), text)


def _spoken(written: str) -> Iterator[tuple[int, int]]:
    """ "oh nine one two, double three, four five", "0912 three four five 678": no counting."""
    for match in _SPOKEN.finditer(written):
        said = re.findall(r"[a-z]+|\d", match[0].lower())
        digits = "".join(_NUMBER_WORDS.get(one, one if one.isdigit() else "-") for one in said)
        spelt = sum(one.isalpha() for one in said)
        is_number = spelt >= 7 or spelt and len(digits) >= 9 and digits[0] == "0"
        is_decimal = re.search(r"\d\.\d", match[0])
        if is_number and not is_decimal and digits[:7] not in "0123456789":
            yield match.span()


@cache
def _compiled(rule: Rule) -> re.Pattern:
    return re.compile(rule.pattern, re.ASCII)


def _matches(rule: Rule, text: str) -> Iterator[tuple[int, int]]:
    check = CHECKS[rule.check] if rule.check else None
    for match in _compiled(rule).finditer(text):
        group = next((name for name in ("x", "y") if match.groupdict().get(name)), 0)
        start, end = match.span(group)
        end = start + len(text[start:end].rstrip(" .,-\n"))
        start = end - len(text[start:end].lstrip())
        if start < end and (check is None or check(text[start:end], match)):
            yield start, end
