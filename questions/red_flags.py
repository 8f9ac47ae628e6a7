"""Signs of an emergency in what someone is about to ask: pure text in, groups of signs out.

The rules are data (red_flag_rules.py, with their sources). They would rather stop one question too
many: whoever is stopped may say "not an emergency" and go on with one press.
"""

import re
from functools import cache

from questions.ages import ages_in_months, plain, temperatures
from questions.red_flag_rules import (
    _ENDS_DENIAL,
    BY_ID,
    DENIED,
    DENIED_CHINESE,
    GROUPS,
    PAST,
    SUPPOSED,
    Group,
)

# The ages of the form's bands in months, from and below.
BANDS = {"0-28d": (0.0, 1.0), "1-2m": (1.0, 3.0), "3-11m": (3.0, 12.0), "1-2y": (12.0, 36.0)}
OLDER = (36.0, 1_200.0)
# So many sentences are read together.
TOGETHER = 4
_SENTENCE_ENDS = re.compile(r"(?<!\d)[.](?!\d)|\.(?=\s)|[!?;\n。]|\bbut\b|\bhowever\b|但是?|可是|不过")
_FEVER = re.compile(
    r"\b(?:fever\w*|high temp\w*|(?:has|got|running|have|with|spiked|had) (?:a |an )?(?:\w+ )?temp(?:erature)?\b(?! of 3[5-7])|burning up|feels? (?:\w+ )?(?:hot|warm|boiling|feverish)|(?:is|so|very|really|hot) (?:and )?hot\b(?! (?:water|milk|weather|room|day|bath))|hot to (?:the )?touch|burning hot|pyrexia|febrile)"
    r"|发烧|发热|高烧|发高烧|烧(?:到|起来|了|不退|很高)|微烧|低烧|(?:身体|额头|头|全身|摸起来|皮肤)(?:很|好|都|有点|超|滚|烫|热)*(?:烫|热热|发烫|烧烫)|体温(?:偏高|高|很高)"
)
_NO_FEVER = re.compile(r"(?:退烧药|退热药|怎么(?:量|测)|发烧药|fever reducer\w*|fever medicine|hay ?fever|scarlet fever|yellow fever|dengue fever|fevers?\?)")


def red_flags(text: str, age_band: str = "") -> list[Group]:
    """The groups of signs that a question shows, in the order in which the rules have them.

    `text` is title and body, `age_band` what the form said of the age ("0-28d", "" if nothing).
    """
    written = plain(text)
    told = [each for each in _sentences(written) if each and not SUPPOSED.search(each)]
    now = [each for each in told if not PAST.search(each)]
    ages = _ages(written, age_band)
    return [
        group
        for group in GROUPS
        if (
            _is_young_fever(now, ages)
            if group.id == "young_fever"
            else _fits_age(group, ages) and _shows(group, told if group.even_if_past else now)
        )
    ]


def _sentences(written: str) -> list[str]:
    return [each.strip() for each in _SENTENCE_ENDS.split(written)]


def _shows(group: Group, sentences: list[str]) -> bool:
    """The fall may stand in one sentence and the vomiting in the next ones."""
    windows = [
        ". ".join(sentences[start : start + TOGETHER])
        for start in range(max(1, len(sentences) - TOGETHER + 1))
    ]
    return any(_holds(parts, window) for window in windows for parts in _compiled(group.id))


def _holds(parts: tuple[re.Pattern, ...], sentence: str) -> bool:
    return all(
        any(not is_denied(sentence, match.start()) for match in part.finditer(sentence))
        for part in parts
    )


@cache
def _compiled(group_id: str) -> list[tuple[re.Pattern, ...]]:
    return [
        tuple(re.compile(part) for part in alternative.split(" ~ "))
        for pattern in BY_ID[group_id].patterns
        for alternative in _alternatives(pattern)
    ]


def _alternatives(pattern: str) -> list[str]:
    """What stands between the bars that are in no bracket."""
    found, depth = [""], 0
    for part in re.findall(r"\\.|[\s\S]", pattern):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if part == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += part
    return found


def is_denied(sentence: str, place: int) -> bool:
    """Whether what begins at that place is said not to be so: "no trouble breathing", 沒有發燒."""
    before = sentence[:place].split(". ")[-1]
    denied = DENIED.search(before)
    if denied and not _ENDS_DENIAL.search(denied["between"]):
        return True
    return DENIED_CHINESE.search(before) is not None


def _ages(written: str, age_band: str) -> list[tuple[float, float]]:
    """What is known of the age, in months, each from and to: what is written, or else the band."""
    named = [(age, age) for age in ages_in_months(written)]
    band = BANDS.get(age_band, OLDER if age_band else None)
    if band and named:
        named = [each for each in named if band[0] - 0.5 <= each[0] <= band[1] + 0.5] or [band]
    return named or ([band] if band else [])


def _fits_age(group: Group, ages: list[tuple[float, float]]) -> bool:
    if group.below_months is None:
        return True
    return any(low < group.below_months for low, _high in ages)


def _is_young_fever(sentences: list[str], ages: list[tuple[float, float]]) -> bool:
    """38.0 °C or a fever below three months, 39.0 °C from three to six."""
    if not any(low < 6 for low, _high in ages):
        return False
    warmest = max((heat for each in sentences for heat in temperatures(each)), default=0.0)
    if any(low < 3 for low, _high in ages):
        return warmest >= 38.0 or any(map(_says_fever, sentences))
    return warmest >= 39.0


def _says_fever(sentence: str) -> bool:
    sentence = _NO_FEVER.sub(" ", sentence)
    return any(not is_denied(sentence, match.start()) for match in _FEVER.finditer(sentence))
