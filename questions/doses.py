"""Doses in a text, English or Chinese: a second doctor reads what names one.

Rather one too many than one too few: 100 ml of water is one. Results of tests ("12 mg/dL") are none.
"""

import re
import unicodedata
from functools import lru_cache

from questions.as_read import words_of
from questions.folding import is_unseen

# English words end at other English letters. Not \b: a Chinese character is a letter to it.
BEGINS, ENDS = r"(?<![a-z])", r"(?![a-z0-9])"
DIGITS = r"(?:(?<!\d)\d+(?:[.,]\d+)?(?:\s?[¼-¾⅐-⅞]|\s*[/⁄]\s*\d+)?|[¼-¾⅐-⅞])"
RANGE = rf"{DIGITS}(?:\s*(?:[-–—~至到]|to)\s*{DIGITS})?"
WORDS = (
    rf"{BEGINS}(?:half|quarter|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|twenty|thirty|forty|fifty|hundred|thousand)"
    rf"(?:\s+(?:of\s+)?(?:an?|to\s+[a-z]+))?{ENDS}"
)
NUMERAL = "[零〇一二兩两三四五六七八九十百千半]"
CHINESE = f"(?<!{NUMERAL}){NUMERAL}+"
BETWEEN = r"(?:[\s*_‐-―−-]*|\s?[(（](?=[^\s()（）]{1,12}[)）]))"  # "5 ml", "5-ml", "5 (ml)"
UNITS = (
    r"(?:mgs?|mcgs?|µg|μg|ug|milligram(?:me)?s?|microgram(?:me)?s?|meq|mmol|mls?|mil+ilit(?:er|re)s?|c\.?c\.?|iu|units?"
    r"|i\.u\.|drops?|puffs?|tablets?|tabs?|capsules?|caplets?|pills?|lozenges?|gumm(?:y|ies)|(?:tea|table)?spoon(?:ful)?s?"
    r"|tsps?|tbsps?|scoops?|capfuls?|dropperfuls?|sachets?|suppositor(?:y|ies)|vials?|ampoules?|nebules?|sprays?|squirts?"
    r"|inhalations?)"
)
CHINESE_UNITS = (
    r"(?:毫克|微克|毫升|西西|毫莫耳|國際單位|国际单位|單位|单位|滴|錠|锭|片|包|支|瓶|茶匙|湯匙|汤匙|[大小]?匙"
    r"|噴|喷|劑|剂|膠囊|胶囊|粒|顆|颗)(?!牙|痘|疹|星|心|石|紅|红|尿布)"
)
NO_RESULT = rf"{ENDS}(?!\s*(?:/|per\s)\s*(?:dl|l|lit(?:er|re)|mm|µl|μl){ENDS})"
PER = rf"(?:\s*/\s*(?:kg|day|dose){ENDS})*"
DOSE = re.compile(
    rf"(?:{RANGE}|{WORDS}|{CHINESE}){BETWEEN}(?:{UNITS}{NO_RESULT}{PER}|{CHINESE_UNITS})"
    rf"|{RANGE}{BETWEEN}u{NO_RESULT}{PER}"
    # Of grams only what can be a dose: the weight of a child is none.
    rf"|(?<!\d)(?<!\d[.,])\d{{1,2}}(?:\.\d+|,\d\d?)?{BETWEEN}(?:(?:g|grams?){NO_RESULT}{PER}|公?克)"
    rf"|{CHINESE}\s*公?克",
    re.IGNORECASE,
)


def doses_in(*texts: str) -> list[str]:
    """Each dose as it is read: ["10 mg/kg", "半顆"]. Full-width signs, and "㎎", are taken as plain ones;
    what nobody sees is read past."""
    plain = "".join(map(_plain, words_of(*texts)))
    return [re.sub(r"[*_]", "", match[0]) for match in DOSE.finditer(plain)]


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """A number of one sign stays: of "2½" and "①5" no other number is made."""
    if is_unseen(character):
        return ""
    is_number = unicodedata.category(character) == "No"
    return character if is_number else unicodedata.normalize("NFKC", character)
