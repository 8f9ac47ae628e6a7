"""Numbers and accounts by themselves: no word says what they are, but nothing else looks like them."""

from questions.identifier_rules.rule import CJK, Rule

# Before a number of a gene, a trial, a paper, a product; and what it is so many of.
NO_NUMBER = r"(?!(?i:rs|nct|nm|np|pmid|pmc|doi|isbn|issn|lot|ean|upc|ndc|cas|din|iso|en|bs|icd|snomed)[\s:-]?\d)"
SO_MANY = r"(?!\s?(?i:iu|units?|u|cfu|copies|cells|cell|per|steps?|people|children|times|dollars?|ntd?|usd|won|yen|bacteria|x)\b|\s?(?:个|株|亿|万|元|块|步|人|国际|单位|次|只|位|名|/|%|-))"

BARE_NUMBERS = (
    # the kit number on it is 30417926581; 8120457, the little one's 8120458
    Rule(
        "record",
        rf"(?<![\w./+%$€£#~–-])(?<!\d[,:])(?P<x>\d{{7,20}}(?:-\d{{1,3}}|[A-Z]{{1,2}})?(?:\(\d\))?)(?![\w.,]?\d|[A-Za-z(]|[~–]|\s?-\s?\d){SO_MANY}",
        "bare_number",
    ),
    # TS-1130284661, K302847, LB-8830-3042
    Rule(
        "record",
        rf"(?<![\w./+%-])(?<!\d[,:]){NO_NUMBER}(?P<x>[A-Z]{{1,4}}-?\d{{2,12}}(?:-\d{{1,8}}){{0,2}}(?:\([\dA]\))?|[A-Z]{{2,4}}\d{{0,2}}\.\d{{8,12}}|[A-Z]{{2,4}} \d{{3}} \d{{4}}|[A-Z]{{4}} \d{{4}} \d{{4}}|[A-Z]{{2}}\d{{5}}[A-Z])(?![\w-]|\.\d)",
        "bare_number",
    ),
    # our ref PAED/GI/7716-24
    Rule(
        "record",
        r"(?<![\w/])(?P<x>[A-Z]{2,6}(?:/[A-Z]{1,6}){0,2}/\d{3,8}(?:[-/]\d{1,6}){1,2})(?![\w/-])",
    ),
    # 6402-88157-03, 91-2837-4650-1928
    Rule(
        "record",
        r"(?<![\w./+%-])(?<!\d[,:])(?P<x>(?!978-)\d{2,6}(?:-\d{2,6}){2,3}|\d{5}-\d{4}|\d{7,9}-[A-Z])(?![\w-]|\.\d)",
        "bare_number",
    ),
    # 8803 5172 4496
    Rule(
        "record",
        r"(?<![\w./+%-])(?<!\d[,:])(?<!\d )(?P<x>\d{4}(?: \d{4}){2,3}|\d{4} \d{5} \d|\d{6} \d{4} \d{3})(?! ?\d|[\w%-])",
        "bare_number",
    ),
    # riceball2266, SleeplessInSwindon83
    Rule(
        "handle",
        r"(?<![\w.@/#&=?-])(?!(?i:delta|aptamil|neocate|pediasure|similac|ensure|iphone|galaxy))(?P<x>[A-Za-z]{4,30}(?<=[a-z])\d{3,6}(?:(?!mg|ml|am|pm|kg|cm|mm|iu|th|st|nd|rd|hrs?|mcg|g\b)[a-z]{1,3})?|(?:[A-Z][a-z]{1,20}){3,6}\d{1,6}|[a-z]{2,20}-\d{3,6}-[a-z]{2,20})(?![\w@/-]|\.\w)",
        "bare_handle",
    ),
    # 我在Threads上是sleepless.grandma.tw
    Rule(
        "handle",
        rf"(?<=[{CJK}])(?P<x>[a-z][a-z0-9_]{{2,20}}(?:\.(?!(?:pdf|jpe?g|png|gif|heic|mov|mp[34]|m4a|wav|xlsx?|csv|pptx?|docx?|txt|dcm|zip)\b)[a-z0-9_]{{2,20}}){{1,3}})(?![\w.@/-])",
    ),
    # I answered him there as tainan.papa.cooks
    Rule(
        "handle",
        r"(?i:\b(?:(?:as|under|handle is|name is|account is|find me at)\s(?=@?\w+\.\w+\.)|I['’]?a?m called\s|known as\s))@?(?P<x>[a-z]{3,}(?:\.[a-z0-9]{2,}){1,3})(?![\w@])",
    ),
)
