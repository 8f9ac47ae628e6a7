"""Names by themselves: no cue says that one comes."""

from questions.identifier_rules.given_names import (
    BESIDE,
    OFTEN,
    SELDOM,
)
from questions.identifier_rules.names import (
    ALL_SURNAMES,
    COMPOUND,
    DOES,
    GIVEN_ZH,
    GOES_ON,
    NAME_EN,
    NO_LITTLE,
    NO_TWIN,
    NOT_FIRST,
    SAID_NEXT,
    SURE,
    UPPER,
    WORD,
)
from questions.identifier_rules.rule import CJK, Rule

BARE_NAMES = (
    # Without any cue: two characters that are little else, or one of them twice.
    Rule("name", rf"(?P<x>[{SELDOM}][{OFTEN}]|[{OFTEN}][{SELDOM}])", "given_zh"),
    Rule(
        "name",
        rf"(?:请问|想问|结果|后来|但是|可是|所以|而且|因为|[帮替让等带抱跟和与给的]|我是|关于|时候)(?P<x>{GIVEN_ZH})(?={SAID_NEXT})",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?<![{CJK}])(?P<x>[{OFTEN}{BESIDE}]{{2}})(?=[,，]?\s*[\d一二三四五六七八九十两]+\s*(?:岁|个(?:多|半)?月))",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?:(?<![{CJK}])|的|时候|说|让|我家|我们家)(?P<x>[小阿](?![{NO_LITTLE}{GOES_ON}])[{OFTEN}{BESIDE}])(?={SAID_NEXT})",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?<![{CJK}])(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}])?{GIVEN_ZH})(?={SAID_NEXT}|哥哥|弟弟|姐姐|妹妹|老师|阿姨)",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?P<x>(?P<twin9>[{OFTEN}])(?P=twin9))(?!(?P<again3>.)(?P=again3)|[的地猪向]|(?P=twin9))",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?:我们?家的?)(?P<x>(?P<twin10>(?![{NO_TWIN}])[{CJK}])(?P=twin10)(?!(?P=twin10)))",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?:^|[^{CJK}]|[的位叫跟和找问给请])(?P<x>{GIVEN_ZH}|[小阿](?![{NO_LITTLE}{GOES_ON}])[{CJK}]|[{OFTEN}{BESIDE}]{{2}}(?=阿姨|姐姐|老师))(?=姐姐|妹妹|哥哥|弟弟|老师|阿姨|护理师|医师|叔叔|舅舅)",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?<=[的,，。和跟、\s])(?P<x>{GIVEN_ZH})(?=说|觉得|告诉|建议|推荐|提醒|想问|一起|才|今年|现在|\d+[岁个])",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?:小名|绰号|乳名|外号)(?:就?是|叫做?)?(?P<x>(?![{NOT_FIRST}是叫])[{CJK}]{{2,3}})(?=[,，。、;；\s])",
        "name_zh",
    ),
    Rule(
        "name", rf"(?:叫我|我是|我叫)\s*(?P<x>{NAME_EN})(?=[\s,，。]|就好|即可|$|[{CJK}])", "i_am"
    ),
    Rule(
        "name",
        rf"(?:名字?是|姓名[:：]?|我叫|叫做?)\s*(?P<x>[{ALL_SURNAMES}][{SURE}][{OFTEN}{BESIDE}]{{2}})",
        "name_zh",
    ),
    # A word with a capital that is no ordinary one, where it does what people do.
    Rule("name", rf"(?<![\wÀ-ỹ'’.@/-])(?P<x>{NAME_EN})(?=,?[ ]who\b)", "unknown"),
    Rule(
        "name",
        rf"(?:^|[.!?,;:()\n]\s*|\b(?i:that|when|and|but|because|if|so|then|since|while|after|before|what|says?|poor|little|baby|on [A-Z][a-z]+|last week|yesterday|today)[ ]+)(?P<x>{NAME_EN})(?=[ ]{DOES}(?!\w))",
        "unknown",
    ),
    Rule(
        "name",
        rf"\b(?i:gave|told|asked|fed|bathed|named|christened)[ ]+(?P<x>{NAME_EN})(?=[ ](?:an?|some|h(?:er|is)|two)\b)",
        "unknown",
    ),
    Rule(
        "name",
        r"\b(?i:dra?|mrs?|ms|miss|aunt|auntie|uncle|cousin)\b\.?[ ]+(?P<x>[a-z][a-z-]{2,24})\b(?!['’-])",
        "unknown",
    ),
    Rule("name", r"(?<![\wÀ-ỹ'’.@/-])(?P<x>[a-z]{3,})(?![\w'’@/-])", "given_anywhere"),
    Rule(
        "name",
        rf"(?i:\b(?:of|my|our)\s+(?:two|three|four|five|2|3|4)\b[^.!?\n:,]{{0,20}}[:,]\s*)(?P<x>{NAME_EN}(?:,[ ]{NAME_EN}){{0,3}},?[ ](?:and|&)[ ]{NAME_EN})",
        "unknown",
    ),
    Rule("name", rf"\b(?i:he|she|him|her|husband|wife|ex),[ ](?P<x>{NAME_EN})(?=,)", "unknown"),
    Rule(
        "name",
        r"(?i:\(name:?[ ]|\b(?:with|under|by) the name (?:of )?)(?P<x>[A-Za-zÀ-ỹ][\wÀ-ỹ-]{2,20})",
        "unknown",
    ),
    Rule(
        "name",
        rf"\b(?i:little|poor|old|big)[ ](?P<x>{NAME_EN})(?=[ ](?:[(]|{DOES}|and\b|is\b|has\b|had\b|was\b)|[,.])",
        "unknown",
    ),
    Rule("name", rf"[,.!?]\s+(?P<x>{WORD}[ ](?:{UPPER}\.?[ ])?{WORD})\.?\s*$", "unknown"),
)
