"""What only looks as if it told who somebody is: the tests of the rules, by their names.

Each takes what was found and its match, and says whether it counts.
"""

import re
from pathlib import Path

from questions import folding
from questions.identifier_rules import given_names, handles, names
from questions.identifier_rules.check_digits import (
    is_china_id,
    is_hongkong_id,
    is_nhs_number,
    is_singapore_id,
    is_swiss_ahv,
    is_taiwan_id,
)

_NO_HANDLES = frozenset(handles.NO_HANDLES.split())
_NO_SCHOOLS_NAME = frozenset(handles.NO_SCHOOLS_NAME.split())
_NO_CALLED = frozenset(names.NO_CALLED.split())
_NO_KIN = frozenset((names.NO_KIN + names.NO_CALLED).split())
_NO_TITLED = frozenset(names.NO_TITLED.split())
_NO_SIGN_OFF = frozenset(names.NO_SIGN_OFF.split())
_NO_I_AM = frozenset(names.NO_I_AM.split())

_HERE = Path(__file__).parent
_GIVEN_NAMES = frozenset(given_names.GIVEN_NAMES.split())
# From all over the world; in small letters some are words of another language.
_MORE_GIVEN_NAMES = frozenset((_HERE / "more_given_names.txt").read_text("utf-8").split())
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
        "gabi",
    ]
)
_BARRED = str.maketrans("đøł", "dol")
# With "", to which the words are cut that are in every sentence.
_ORDINARY = {"", *given_names.NO_GIVEN.split()} | set(
    (_HERE / "ordinary_words.txt").read_text("utf-8").split()
)
_NO_PERSON = re.compile(names.NO_PERSON)
_BEFORE_NO_PERSON = re.compile(
    r"(?:\b(?:St|Saint|Mt|Mount|Port|Lake|Queen|King|San|Santa)\b\.?\s+|[/@]|\b(?i:tablet|capsule|pill|syrup|cream)s? (?:[A-Z]\w+ )?)$"
)
# Before places, that many names are of as well.
_WHERE = re.compile(r"\b(?:in|from|near|to|North|South|East|West|Tel|half|an?)\s+$")
_GIVES = re.compile(
    r"(?i)\b(?:g[ia]v(?:e|es|en|ing)|bought|feed|feeding|fed|offered|got|take|prescribed|let|make|send)\s+$"
)
_IN_A_SENTENCE = re.compile(r"[a-z,;(\u4e00-\u9fff]\s*$")
_QUALITY = re.compile("(?:ed|ing|ic|ive|ous|ish|ful|less|able|ible)$")
_NO_ROMANISED = re.compile(names.NO_ROMANISED)
_NO_GIVEN_ZH = re.compile(names.NO_GIVEN_ZH)

_NO_CHINESE_NAME = re.compile(names.NO_CHINESE_NAME)
_NO_SIGNED_ZH = re.compile(
    "名字|妈|爸|母$|父$|家长|感谢|谢谢|奶奶|爷爷|阿[嬷公]|敬$|读者|一位|一个|匿名|网友|上$"
)
_NO_NAMED_SCHOOL = re.compile(handles.NO_NAMED_SCHOOL)


def _no_range(number: str, _match: re.Match) -> bool:
    """Neither "5000-9000" nor "2019 2020"."""
    halves = re.split(r"[\s-]", number)
    return not all(half.endswith("00") or half[:2] in ("19", "20") for half in halves)


_WHOLE_DATE = re.compile(
    r"(?:19|20)\d\d[-/ ]\d{1,2}[-/ ]\d{1,2}|\d{1,2}[-/ ]\d{1,2}[-/ ](?:19|20)?\d\d"
)
_OF_A_DOSE = re.compile(r"\s*(?i:ml|mg|mcg|g|kg|iu|units?|cells?|copies)\b|/[a-zµ]|\s*[%元块]")


def _long_number(number: str, match: re.Match) -> bool:
    """Five digits or more, and neither a date nor so much of something."""
    return (
        sum(one.isdigit() for one in number) >= 5
        and not _WHOLE_DATE.fullmatch(number.strip())
        and not _OF_A_DOSE.match(match.string, match.end("x"))
        and not number.endswith("000")
        and not re.fullmatch(r"\d{2,3}[-/]\d{2,3}", number)
        and _no_year_range(number, match)
    )


def _no_barcode(number: str, _match: re.Match) -> bool:
    """Thirteen digits are those of something that is sold."""
    return sum(one.isdigit() for one in number) != 13


def _no_series(number: str, _match: re.Match) -> bool:
    """ "250 500 1000" of an audiogram."""
    return not all(part.endswith("0") for part in re.findall(r"\d+", number))


def _no_year_range(number: str, _match: re.Match) -> bool:
    return not re.fullmatch(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d", number)


_COMPACT_DATE = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d(?:[0-2]\d[0-5]\d){0,2}|1[0-2]\d(?:0[1-9]|1[0-2])[0-3]\d"
    r"|[0-3]\d(?:0[1-9]|1[0-2])(?:19|20)\d\d"
)
# As on a box of medicine, and not "I love you" in digits.
_DOSE = re.compile("[1-9]0|(?!520)[1-9]\\d0|[1-9]\\d?00|125|175|228|312|325|375|457|625")


_OF_A_THING = re.compile(
    r"(?i)(?:(?<![a-z])(?:pmid|pmc|doi|isbn|issn|nct|lots?|batch(?:es)?|barcode|ndc|recall|model|serial|din|ean|upc|cas|snomed|clinvar|cochrane|astm|iso|ansi|iec|usp)\b|条码|批号|统编|文献|型号|代码|药证|许可证)[^.。\n]{0,60}$"
)


def _bare_number(number: str, match: re.Match) -> bool:
    """Neither a date nor so much of something, "1500000", nor what a paper or a box has."""
    digits = re.sub(r"\D", "", number)
    before = match.string[max(0, match.start("x") - 76) : match.start("x")]
    return not _OF_A_THING.search(before) and (
        len(digits) >= 7 - number[0].isalpha() - number[-1].isalpha()
        and not digits.endswith("000")
        and len(set(digits)) > 2
        and not _COMPACT_DATE.fullmatch(digits)
        and not _WHOLE_DATE.fullmatch(number)
        and not re.fullmatch(
            r"\d{13}|\d{2,3}(?:-\d{2,3}){2,3}", number
        )  # on a box; one after the other
    )


def _bare_handle(handle: str, _match: re.Match) -> bool:
    """ "riceball2266", and neither "panadol500" nor "since2021"."""
    letters, digits = re.fullmatch(r"(\D*?)-?(\d+)(?:-?[a-z]+)?", handle).groups()
    capitals = sum(one.isupper() for one in letters)
    return (
        not _DOSE.fullmatch(digits)
        and folding.stem(_bare(letters)) not in _ORDINARY
        and (capitals > 1 or not re.fullmatch(r"(?:19|20)\d\d", digits))
    )


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
    first, *others = _bare(_first(name)).split("-")
    return _is_name(first) and all(_is_name(part) or part in _ALSO_WORDS for part in others)


def _is_name(word: str) -> bool:
    return word in _GIVEN_NAMES or word in _MORE_GIVEN_NAMES


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
        or first.endswith(("ly", "n't", "n’t"))
    )


def _given(name: str, match: re.Match) -> bool:
    """A name by itself, and not that of a disease, a hospital or a toy."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    first = _first(name)
    if not _known(name) and not (first.lower() in _ALSO_WORDS and _IN_A_SENTENCE.search(before)):
        return False
    if _bare(first).split("-")[0] not in _GIVEN_NAMES and _WHERE.search(before):
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


def _signed(name: str, match: re.Match) -> bool:
    """Below a letter, and not what a title ends with: "Rash - Roseola"."""
    return (
        _first(name) not in _NO_SIGN_OFF
        and _unknown(name, match)
        and (_known(name) or match.start() > 80)
    )


def _given_small(name: str, match: re.Match) -> bool:
    """ "My son leo", and also "named destiny"."""
    name = name.lower()
    called = match.string[max(0, match.start("x") - 9) : match.start("x")].endswith(
        ("named ", "called ", "call me ", "call him ", "call her ")
    )
    return _is_name(name) or (called and name in _ALSO_WORDS)


def _given_last(name: str, _match: re.Match) -> bool:
    """As labels have it: REYNOLDS, OPHELIA."""
    return _known(name.split(", ")[1].lower())


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


def _school_en(_school: str, match: re.Match) -> bool:
    """ "st oswins primary", and not "the local primary"."""
    words = match["name"].lower().split()
    return any(
        word not in _NO_SCHOOLS_NAME
        and not word[0].isdigit()
        and folding.stem(_bare(word)) not in _ORDINARY
        for word in words
    )


def _named_school(school: str, _match: re.Match) -> bool:
    return not _NO_NAMED_SCHOOL.match(school)


CHECKS = {
    "taiwan_id": lambda number, _match: is_taiwan_id(number),
    "china_id": lambda number, _match: is_china_id(number),
    "hongkong_id": lambda number, _match: is_hongkong_id(number),
    "singapore_id": lambda number, _match: is_singapore_id(number),
    "swiss_ahv": lambda number, _match: is_swiss_ahv(number),
    "nhs_number": lambda number, _match: is_nhs_number(number),
    "long_number": _long_number,
    "bare_number": _bare_number,
    "bare_handle": _bare_handle,
    "unknown_word": lambda word, _match: folding.stem(_bare(word)) not in _ORDINARY,
    "no_range": _no_range,
    "no_barcode": _no_barcode,
    "no_series": _no_series,
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
    "given_last": _given_last,
    "given_zh": _given_zh,
    "romanised": _romanised,
    "titled": lambda name, _match: not {name, _first(name)} & _NO_TITLED,
    "sign_off": _not_in(_NO_SIGN_OFF),
    "signed": _signed,
    "name_zh": _chinese_name,
    "i_am_zh": _chinese_name,
    "after_kin_zh": _chinese_name,
    "titled_zh": _chinese_name,
    "signed_zh": lambda name, _match: not _NO_SIGNED_ZH.search(name),
    "named_school": _named_school,
    "school_en": _school_en,
}
