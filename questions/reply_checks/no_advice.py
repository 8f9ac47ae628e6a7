"""What is said of a dose and is no advice for the child: an adult's, or what somebody gave already."""

import re

_ADULT = re.compile(
    r"\b(?:you yourself|for yourself|(?:as )?an adult(?=,? you| (?:may|can|takes?)\b)|adults (?:may|can|take))\b"
    r"|(?:大人|成人)(?:自己|本人)?(?:可以?|能|每次|一次|吃|服)(?!的)"
    r"|(?:妈妈|爸爸|您|你)(?:自己|本人)[^,。;]{0,6}(?:吃|服|用)"
)
_CHILD = re.compile(
    r"\b(?:he|she|him|her|his|child\w*|kids?|son|daughter|baby)\b|孩子|宝宝|小孩|儿子|女儿|[他她]"
)
_GIVEN = re.compile(
    r"\b(?:gave|(?<!be )given|took|got|had|swallowed)\b[^,;:.]{0,50}$"
    r"|(?:[给吃喂喝塞服]了|给过|吃过|误食|吃下)[^,。;]{0,12}$"
)
_TOO_MUCH = re.compile(
    r"(?<!no )(?<!not )\bmore than|\btoo (?:much|high)|\btwice\b(?! (?:a|per|daily))|\bdouble\b|\boverdos"
    r"|\babove (?:the|what)|(?<!不)(?<!不可)(?<!不要)(?<!不能)超过|太多|过量|倍"
)

_IS_TOO_MUCH = re.compile(
    r"[\w ]{0,30}\b(?:is|are|was|would be) (?:far |much |way )?(?:too (?:much|high|strong)|an overdose)\b|[^,。;\d]{0,10}(?:太多|过量|太高)"
)
# From where on it harms, which nobody is told to give.
_FROM = re.compile(
    r"\bfrom\b|\b(?:or|and) (?:more|above)\b|(?<!no )(?<!not )\b(?:more than|above|over)\b|以上|(?<!不)(?<!不可)(?<!不要)(?<!不能)超过"
)
_POISON = re.compile(
    r"\bpoison(?:s|ing)? (?:centre|center|control)|(?<!no )(?<!not cause )\bliver (?:damage|failure)|(?<!not )\btoxic\b"
    r"|\bblood tests?\b|(?<![不无没会])(?:中毒|毒性|肝损伤|伤肝)|抽血|误食|误服"
)


def is_for_adult(text: str, place: int) -> bool:
    """Whether an adult is the last one spoken of before that place."""
    ends = [each.end() for each in _ADULT.finditer(text, max(0, place - 80), place)]
    return bool(ends) and not _CHILD.search(text, ends[-1], place)


def is_told_as_too_much(text: str, start: int, end: int) -> bool:
    """What somebody gave already, and was too much; what would be; what poisons."""
    before, after = text[max(0, start - 60) : start], text[end : end + 100]
    return bool(
        _IS_TOO_MUCH.match(after)
        or _FROM.search(text[max(0, start - 16) : start] + text[end : end + 28])
        and (_POISON.search(before) or _POISON.search(after))
        or (_GIVEN.search(before) and _TOO_MUCH.search(after))
    )
