"""What belongs to what was found, before it and after it, so that a mask leaves no half of it: the flat of
an address, the digit in brackets behind an identity number. Patterns as in the rules, by kind."""

import re

from questions.identifier_rules.rule import CJK

# So far is looked.
NEAR = 60

_IN_A_HOUSE = r"(?i:flat|unit|apt\.?|apartment|room|rm\.?|blk|block|lot|no\.?|house|suite|level|floor|tower|phase)"
_BUILDING = (
    "(?:House|Forge|Court|Gardens?|Mansions?|Residency|Village|Estate|Building|Towers?|Villas?|Heights"
    "|Apartments|Mews|Cottage|Farm|Barn|Lodge)"
)
_NO_PLACE = r"(?!(?:I|My|He|She|We|They|It|Is|And|But|The|This|Can|Our|Please|Thanks?|Dr|Mr|Mrs|Ms|If|When|What|How|Do|Does|You|Yes|No|Hi|So|Also|There|His|Her|Last|Yesterday|Today)\b)"
_CARD = r"[A-Za-z\d]*(?:/[A-Z\d]{1,3}(?!\w))?(?:\s?\([\dA-Z]\))?(?:\s[A-Z]{1,2}(?![\w'’]))?"

_BEFORE = {
    "national_id": r"[A-Za-z\d-]+|(?<![A-Za-z\d])(?!ID|NO)[A-Z]{1,2} ",
    "health_card": r"[A-Za-z\d-]+|(?<![A-Za-z\d])(?:[A-Z]{2,3} )?(?:\d{2,6}[ -]){0,3}",
    "record": r"[A-Za-z\d-]+",
    "email": r"(?:[A-Za-z0-9_]+\s\.\s)+",
    "address": (
        rf"(?<!\w)(?:(?:{_IN_A_HOUSE}\s?#?\d[\w/-]{{0,8}}|{_IN_A_HOUSE}\s[A-Z]|{_IN_A_HOUSE}(?=\s$)|\d{{1,3}}(?i:/?f|st floor|nd floor|rd floor|th floor)\.?(?:-\d{{1,3}})?"
        rf"|#\d{{1,4}}(?:-\d{{1,4}})?|\d{{1,4}}-|(?:The\s)?(?:[A-Z][a-z]+\s){{1,3}}{_BUILDING}|The\s[A-Z][a-z]+\s[A-Z][a-z]+),?\s?){{1,5}}"
        rf"|(?:香港|九龙|新界|澳门|台湾)[{CJK}]{{0,4}}|九(?=$)"
    ),
    "school": rf"[{CJK}]{{2,6}}(?:附幼|幼儿园|幼稚园|国小|国中|附小)\s?(?:[大中小]班)?|(?:[Kk]indergarten|[Rr]eception),\s",
    "name": r"(?<![A-Za-z])(?:[A-Z][a-z]{1,12}-|(?<![Vv]itamin )(?<![Tt]ype )(?<![Gg]roup )(?<![Hh]epatitis )[A-Z]\.\s?)",
}
_AFTER = {
    "national_id": _CARD,
    "health_card": _CARD,
    "record": _CARD,
    "telephone": r",?\s?(?i:ext\.?|extension|分机|转)\s?\d{1,5}",
    "email": r"\.(?:com|net|org|tw)(?:\.\w\w)?(?!\w)|\s(?i:at|@)\s(?i:gmail|hotmail|yahoo|outlook|icloud)(?!\w)",
    "link": r"(?:\s\.\s\w{2,4}(?!\w))+",
    "birth_date": r",?\s(?i:twenty|two thousand|nineteen)[\s-](?:and\s)?[a-z]+(?:-[a-z]+)?|\s?(?:19|20)\d\d年?(?!\d)",
    "address": (
        r"(?:\.?,?\s(?i:section|sec\.?|no\.?|lane|ln\.?|alley|rd|apt\.?|unit|flat|room|floor|block|phase)\s?#?\d{1,4}[A-Za-z]?(?![a-z])"
        rf"|\.?,\s(?:(?i:cnr|near|off)\s)?{_NO_PLACE}[A-Z][\w'’-]*\.?(?:\s(?:&\s)?(?:{_NO_PLACE}[A-Z][\w'’-]*|\d{{1,3}}(?:st|nd|rd|th)\s[A-Z]\w+)){{0,3}}"
        r"|\s\d{1,2}\s#\d{2}-\d{2,4}|\s\d{1,3}(?:st|nd|rd|th)\s(?:Cross|Main|Block)\b|(?<=eighborhood)\s\d{1,3}(?!\d)|\s(?:upon|on|under)\s[A-Z][a-z]+|,?\s[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?!\w)"
        r"|\s(?:Dist|District|City|County|Township|Estate|Court|Village|Gardens?)\b\.?|(?<=Co)\.\s[A-Z][a-z]+|,?\s\d{4,6}(?!\d)"
        r"|,?\s[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\s\d[A-Z]\d(?!\w)|\s[A-Z]{2,3}\s\d{4,5}\b|(?:(?<=City)|(?<=County))\s\d{3}(?!\d)){1,6}"
        rf"|(?:\s?[\dA-Z一二三四五六七八九十]{{1,4}}(?:楼|座|栋|幢|室|F|单元|层|铺)(?:之\d+)?|[{CJK}]{{2,5}}(?:楼|阁|苑|花园|大厦|轩)(?=[\dA-Z])"
        r"|(?<=楼)[A-Z](?![A-Za-z])|\s?B\d(?!\d)|(?:地下)?[一二三四五六七八九十]楼|[\u4e00-\u9fff]{2,5}舍\d{1,4}室|巷口|\s?之\s?\d{1,3}){1,4}"
    ),
    "school": (
        r"(?:[,，]?\s(?:at\s)?(?:(?i:year|class|grade|room|homeroom|reception|tahun|gr|yr|form|prep|div|division|section|sec)\b\.?\s?(?:[A-Z\d][\w/-]{0,3}|[a-z](?!\w))?(?:\s[A-Z][a-z]+)?(?:\sclass)?"
        r"|[A-Z][a-z]+\s(?:class|room)\b|(?:Infants|Juniors|Primary|Elementary|School|Academy|Kindergarten|High)\b|\d{1,2}(?:\s[A-Z][a-z]+)?(?!\w))|-[A-Z\d]{1,2}(?!\w)){1,4}"
    ),
    "name": r"-[A-Z]?[a-z]+|\s(?:binti|bin|s/o|d/o|ibn)\s[A-Z][a-z]+",
}
BEFORE = {kind: re.compile(rf"(?:{pattern})$", re.ASCII) for kind, pattern in _BEFORE.items()}
AFTER = {kind: re.compile(pattern, re.ASCII) for kind, pattern in _AFTER.items()}


def whole(kind: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The place of all that belongs to text[start:end], which is of this kind."""
    if kind in BEFORE and (before := BEFORE[kind].search(text[max(0, start - NEAR) : start])):
        start -= len(before[0])
    if kind in AFTER and (after := AFTER[kind].match(text[end : end + NEAR])):
        end += len(after[0].rstrip(" ,"))
    return start, end
