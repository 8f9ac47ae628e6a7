"""What a rule for something that may tell who somebody is consists of."""

from typing import NamedTuple

CJK = "\u4e00-\u9fff"
NUMERAL = "[\\d〇零○一二三四五六七八九十百廿卅]"
UNIT = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"


class Rule(NamedTuple):
    kind: str
    pattern: str
    check: str = ""
    digits: bool = False
