"""What may tell who somebody is, in what people write: text in, findings out. Pure work on text.

The rules are data (identifier_rules/). Doses, temperatures, results, ages, sizes and dates of an illness
are none of them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from questions import folding
from questions.identifier_rules import RULES, Rule, given_names, handles, names

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
    r"\b(?:{words})(?:[\s,.-]+(?:double\s+|triple\s+)?(?:{words}))+\b".format(
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
_LATIN_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|-){2,}")
_NO_CAPITAL = re.compile("[a-z]")
_BLANKS = re.compile(r"\s{3,}")


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
    written, places = plain(text)
    numbers = _as_digits(written)
    found = []
    # By what was found: compared with each other, thousands would take long.
    taken = bytearray(len(text))

    def keep(start: int, end: int, kind: str) -> None:
        if taken.find(1, start, end) < 0:
            found.append(Finding(start, end, kind))
            taken[start:end] = bytes([1]) * (end - start)

    for start, end in _spoken(written):
        keep(places[start], places[end - 1] + 1, "telephone")
    for rule in RULES:
        if rule.kind not in but_not:
            for start, end in _matches(rule, numbers if rule.digits else written):
                keep(places[start], places[end - 1] + 1, rule.kind)
    for start, end in _again(text, found):
        keep(start, end, "name")
    return sorted(found)


def _again(text: str, found: Iterable[Finding]) -> Iterator[tuple[int, int]]:
    """Where somebody is named once more, without a cue: Chen Yu-ting as Yu-ting, 章翊凡 as 翊凡."""
    names = set()
    for one in found:
        if one.kind != "name":
            continue
        name = text[one.start : one.end]
        if _CJK.search(name):
            names.update(part for part in (name, name[-2:]) if 2 <= len(part) <= 4)
        else:
            names.update(part for part in _LATIN_NAME.findall(name) if not _NO_CAPITAL.match(part))
    if names:
        several = "|".join(sorted(map(re.escape, names), key=len, reverse=True)[:200])
        for match in re.finditer(rf"(?<![A-Za-zÀ-ỿ])(?:{several})(?![A-Za-zÀ-ỿ])", text):
            yield match.span()


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


def plain(text: str) -> tuple[str, list[int]]:
    """The text without widths, traditional characters, what nobody sees and more than two blanks in a row,
    and the place in it that each of its characters came from."""
    # A pattern that may have blanks in three places tries all ways to share out a thousand of them.
    blank = bytearray(len(text))
    for run in _BLANKS.finditer(text):
        blank[run.start() + 2 : run.end()] = bytes([1]) * (len(run[0]) - 2)
    if text.isascii():
        places = [place for place in range(len(text)) if not blank[place]]
        return "".join(text[place] for place in places), places
    simple = folding.simplified()
    letters, places = [], []
    for place, character in enumerate(text):
        if blank[place] or unicodedata.category(character) in ("Cf", "Mn"):
            continue
        for one in unicodedata.normalize("NFKC", character):
            letters.append(simple.get(ord(one), one))
            places.append(place)
    return "".join(letters), places


def _as_digits(written: str) -> str:
    """Numerals as digits and dates as nothing, each in as many characters as before."""
    text = _DATE_OR_TIME.sub(lambda match: "/" * len(match[0]), written)
    text = _LETTERED.sub(lambda match: match[0].translate(_LOOKALIKES), text)
    return _WRITTEN_OUT.sub(lambda match: match[0].translate(_NUMERALS), text)


def _spoken(written: str) -> Iterator[tuple[int, int]]:
    """ "oh nine one two, double three, four five": seven digits or more, and no counting."""
    for match in _SPOKEN.finditer(written):
        words = re.findall(r"[a-z]+", match[0].lower())
        digits = [_NUMBER_WORDS[word] for word in words if word in _NUMBER_WORDS]
        digits += ["-" for word in words if word in ("double", "triple")]
        if len(digits) >= 7 and "".join(digits[:7]) not in "0123456789":
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


# Numbers with a check digit.

_LETTERS = dict(zip("ABCDEFGHJKLMNPQRSTUVXYWZIO", range(10, 36), strict=True))


def is_taiwan_id(number: str) -> bool:
    """A national id, or a residence number: A123456789, the new A800000014, the old AC01234567."""
    number = re.sub(r"[^A-Z\d]", "", number.upper())
    if not re.fullmatch(r"[A-Z][1289A-D]\d{8}", number):
        return False
    first = _LETTERS[number[0]]
    second = _LETTERS[number[1]] % 10 if number[1].isalpha() else int(number[1])
    digits = [first // 10, first % 10, second, *map(int, number[2:])]
    return (
        sum(d * w for d, w in zip(digits, (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1), strict=True)) % 10 == 0
    )


def is_china_id(number: str) -> bool:
    digits = re.sub(r"\s", "", number.upper())
    total = sum(int(one) * pow(2, 17 - place, 11) for place, one in enumerate(digits[:17]))
    return "10X98765432"[total % 11] == digits[17]


def is_hongkong_id(number: str) -> bool:
    letters, digits, last = re.fullmatch(
        r"([A-Z]{1,2})(\d{6})\s?\(([\dA])\)", number.upper()
    ).groups()
    values = [36, *(ord(one) - 55 for one in letters)][-2:] + [int(one) for one in digits]
    total = sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True))
    return (total + int(last, 16)) % 11 == 0


def is_swiss_ahv(number: str) -> bool:
    """By the check digit of EAN-13."""
    digits = [int(one) for one in number if one.isdigit()]
    return (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0


def is_nhs_number(number: str) -> bool:
    digits = [int(one) for one in number if one.isdigit()]
    last = -sum(one * weight for one, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return len(digits) == 10 and last == digits[9]


# What only looks like it.

_NO_HANDLES = frozenset(handles.NO_HANDLES.split())
_NO_CALLED = frozenset(names.NO_CALLED.split())
_NO_KIN = frozenset((names.NO_KIN + names.NO_CALLED).split())
_NO_TITLED = frozenset(names.NO_TITLED.split())
_NO_SIGN_OFF = frozenset(names.NO_SIGN_OFF.split())
_NO_I_AM = frozenset(names.NO_I_AM.split())

_GIVEN_NAMES = frozenset(given_names.GIVEN_NAMES.split())
_ALSO_WORDS = frozenset(given_names.ALSO_WORDS.split())
_NO_AGED = frozenset((names.NO_AGED + names.NO_KIN + names.NO_CALLED + names.NO_SIGN_OFF).split())
_NO_UNKNOWN = frozenset(names.NO_UNKNOWN.split())
# In small letters hardly ever of a person.
_RARELY = frozenset(
    [
        "leigh",
        "shea",
        "pierre",
        "norman",
        "nick",
        "addison",
        "kitty",
        "frida",
        "pilar",
        "pooja",
        "ella",
    ]
)
_BARRED = str.maketrans("đøł", "dol")
# With "", to which the words are cut that are in every sentence.
_ORDINARY = {"", *given_names.NO_GIVEN.split()} | set(
    (Path(__file__).parent / "identifier_rules" / "ordinary_words.txt").read_text("utf-8").split()
)
_NO_PERSON = re.compile(names.NO_PERSON)
_BEFORE_NO_PERSON = re.compile(
    r"(?:\b(?:St|Saint|Mt|Mount|Port|Lake|Queen|King|San|Santa)\b\.?\s+|[/@])$"
)
_GIVES = re.compile(
    r"(?i)\b(?:g[ia]v(?:e|es|en|ing)|bought|feed|feeding|fed|offered|got|take|prescribed|let|make|send)\s+$"
)
_IN_A_SENTENCE = re.compile(r"[a-z,;(\u4e00-\u9fff]\s*$")
_QUALITY = re.compile("(?:ed|ing|ic|ive|ous|ish|ful|less|able|ible)$")
_NO_ROMANISED = re.compile(names.NO_ROMANISED)
_NO_GIVEN_ZH = re.compile(names.NO_GIVEN_ZH)

_NO_CHINESE_NAME = re.compile(names.NO_CHINESE_NAME)
_NO_NAMED_SCHOOL = re.compile(handles.NO_NAMED_SCHOOL)


def _no_range(number: str, _match: re.Match) -> bool:
    """Neither "5000-9000" nor "2019 2020"."""
    halves = re.split(r"[\s-]", number)
    return not all(half.endswith("00") or half[:2] in ("19", "20") for half in halves)


def _no_year_range(number: str, _match: re.Match) -> bool:
    return not re.fullmatch(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d", number)


# The app, or what a drip runs through or a telephone is connected to.
_LINE = re.compile(r"(?i)line(?!\s*的?(?:id|account|user|账|帐|号))")
_TUBE = re.compile(r"(?i)\b(?:picc|iv|central|arterial|feeding|hickman|cannula|drip)\s$")
_IN_WORDS = re.compile(r"line|(?i:line\s+(?:is|was)\b)")
_LINE_IS_MINE = re.compile(r"(?i)(?:我的|加我?|\bmy\s)$")


def _handle(handle: str, match: re.Match) -> bool:
    bare = handle.lstrip("@").rstrip(".-")
    if _LINE.match(match.string, match.start()):
        before = match.string[max(0, match.start() - 12) : match.start()]
        if _TUBE.search(before):
            return False
        if _IN_WORDS.match(match.string, match.start()) and not (
            _LINE_IS_MINE.search(before) or re.search(r"[\d_]", bare)
        ):
            return False
    return (
        len(bare) > 2
        and bare.lower() not in _NO_HANDLES
        and not re.fullmatch(r"\d{1,5}(?:\.\d+)?", bare)
    )


def _handle_before(handle: str, _match: re.Match) -> bool:
    """ "tiger_mum88 on Instagram", and not "a post on Instagram"."""
    return handle.startswith("@") or re.search(r"[\d_]|\w\.\w", handle) is not None


def _handle_at(handle: str, _match: re.Match) -> bool:
    return re.search("[A-Za-z]", handle) is not None and not re.fullmatch(r"@\d+\w{0,3}", handle)


def _first(name: str) -> str:
    return re.split(r"[\s,]", name)[0].rstrip(".").removesuffix("'s").removesuffix("’s")


def _not_in(words: frozenset[str]):
    return lambda name, _match: _first(name) not in words


def _called(name: str, match: re.Match) -> bool:
    """A child called Noah, not a rash called Roseola."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    thing = re.search(
        r"(?i)\b(?:disease|syndrome|condition|rash|virus|medicine|drug|cream|ointment|drops?|formula|brand|infection|bacteria|something|medication|test|vaccine|syrup|book|app|product|clinic|hospital|it|website|powder|supplement|antibiotic|treatment|disorder|thing|probiotic|lotion|gel|tablets?|organisation|organization|school|place|town|also|thermometer|milk)\b[^.\n]{0,15}$",
        before,
    )
    return (
        thing is None
        and _first(name) not in _NO_CALLED
        and not re.search(r"(?:Cough|Fever|Disease|Syndrome|Pox|Flu|Virus|Rash)$", name)
    )


def _bare(name: str) -> str:
    """In small letters of English: José as jose."""
    return folding.fold(name).translate(_BARRED)


def _known(name: str) -> bool:
    return all(part in _GIVEN_NAMES for part in _bare(_first(name)).split("-"))


def _given_anywhere(name: str, _match: re.Match) -> bool:
    return name in _GIVEN_NAMES and name not in _RARELY and len(name) > 3


def _unknown(name: str, match: re.Match) -> bool:
    """No word of the language, no place and no medicine."""
    first = _first(name)
    parts = [folding.stem(part) for part in _bare(first).split("-")]
    return _known(name) or not (
        any(part in _ORDINARY for part in parts)
        or first in _NO_UNKNOWN
        or first in _NO_AGED
        or first in _NO_I_AM
        or _NO_PERSON.match(match.string, match.start() + match[0].index(name) + len(name))
        or len(first) < 3
    )


def _given(name: str, match: re.Match) -> bool:
    """A name by itself, and not that of a disease, a hospital or a toy."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    first = _first(name)
    if not _known(name) and not (first.lower() in _ALSO_WORDS and _IN_A_SENTENCE.search(before)):
        return False
    end = match.start() + len(first)
    return not _NO_PERSON.match(match.string, end) and not _BEFORE_NO_PERSON.search(before)


def _is(name: str, match: re.Match) -> bool:
    """ "My lad is Declan", and not "she is Asian"."""
    last = name.split()[-1]
    return _known(name) or (
        _called(name, match)
        and _first(name) not in _NO_KIN
        and _first(name) not in _NO_I_AM
        and _first(name) not in _NO_AGED
        and not _QUALITY.search(last)
    )


def _given_small(name: str, _match: re.Match) -> bool:
    return name.lower() in _GIVEN_NAMES


def _after_kin(name: str, match: re.Match) -> bool:
    """ "My son Aarav", and not "gave my son Dozol"."""
    if _first(name) in _NO_KIN:
        return False
    before = match.string[max(0, match.start() - 16) : match.start()]
    return not _GIVES.search(before) or _known(name) or _first(name).lower() in _ALSO_WORDS


def _romanised(name: str, _match: re.Match) -> bool:
    return not _NO_ROMANISED.match(name)


def _given_zh(name: str, _match: re.Match) -> bool:
    return not (
        _NO_CHINESE_NAME.search(name) or _NO_GIVEN_ZH.search(name) or name[-2:] in _ORDINARY
    )


def _chinese_name(name: str, _match: re.Match) -> bool:
    return not _NO_CHINESE_NAME.search(name)


def _named_school(school: str, _match: re.Match) -> bool:
    return not _NO_NAMED_SCHOOL.match(school)


CHECKS = {
    "taiwan_id": lambda number, _match: is_taiwan_id(number),
    "china_id": lambda number, _match: is_china_id(number),
    "hongkong_id": lambda number, _match: is_hongkong_id(number),
    "swiss_ahv": lambda number, _match: is_swiss_ahv(number),
    "nhs_number": lambda number, _match: is_nhs_number(number),
    "no_range": _no_range,
    "no_year_range": _no_year_range,
    "handle": _handle,
    "handle_before": _handle_before,
    "handle_at": _handle_at,
    "called": _called,
    "i_am": _not_in(_NO_I_AM),
    "after_kin": _after_kin,
    "is": _is,
    "aged": _not_in(_NO_AGED),
    "given": _given,
    "given_anywhere": _given_anywhere,
    "unknown": _unknown,
    "given_small": _given_small,
    "given_zh": _given_zh,
    "romanised": _romanised,
    "titled": lambda name, _match: not {name, _first(name)} & _NO_TITLED,
    "sign_off": _not_in(_NO_SIGN_OFF),
    "signed": lambda name, match: _first(name) not in _NO_SIGN_OFF and _unknown(name, match),
    "name_zh": _chinese_name,
    "i_am_zh": _chinese_name,
    "after_kin_zh": _chinese_name,
    "titled_zh": _chinese_name,
    "named_school": _named_school,
}
