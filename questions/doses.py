"""Doses in a text, English or Chinese: a second doctor reads what names one.

Rather one too many than one too few. Results of tests ("12 mg/dL") are none.
"""

import re
import unicodedata

NUMBER = r"(?:\d+(?:[.,]\d+)?(?:\s?[½¼¾]|\s*/\s*\d+)?|[½¼¾]"
WORDS = (
    r"|\b(?:half|quarter|a|an|one|two|three|four|five|six)(?:\s+(?:of\s+)?(?:a|an|to\s+\w+))?\b)"
)
UNITS = (
    r"(?:mg|mcg|µg|μg|ug|milligrams?|micrograms?|ml|millilit(?:er|re)s?|cc|iu|units?|drops?|puffs?"
    r"|tablets?|tabs?|capsules?|pills?|teaspoons?|tsp|tablespoons?|tbsp|sachets?|suppositor(?:y|ies)"
    r"|vials?|ampoules?|sprays?)"
)
ENGLISH = re.compile(
    rf"{NUMBER}{WORDS}[\s-]*{UNITS}\b(?!\s*/\s*(?:dl|l|mm|µl|μl)\b)(?:\s*/\s*(?:kg|day|dose)\b)*",
    re.IGNORECASE,
)
# Of grams only what can be a dose: the weight of a child is none.
GRAMS = re.compile(r"\b(?:\d|1\d)(?:\.\d+)?\s?(?:g|grams?)\b(?!\s*/\s*(?:dl|l)\b)", re.IGNORECASE)
CHINESE = re.compile(
    r"(?:[\d.]+|[零一二兩三四五六七八九十]+|半)\s*"
    r"(?:毫克|微克|毫升|西西|c\.?c\.?|國際單位|单位|單位|公克|滴|錠|片|包|茶匙|湯匙|匙|噴|劑|膠囊|粒|顆)"
    r"(?!牙|痘|疹|星|心|石|紅|尿布)",
    re.IGNORECASE,
)


def doses_in(text: str) -> list[str]:
    """Each dose as it is written: ["10 mg/kg", "半顆"]. Full-width digits are digits."""
    plain = "".join(
        unicodedata.normalize("NFKC", one) if "！" <= one <= "～" else one for one in text
    )
    found = [match for pattern in (ENGLISH, GRAMS, CHINESE) for match in pattern.finditer(plain)]
    return [match[0].strip() for match in sorted(found, key=lambda match: match.start())]
