"""Names of people by themselves: no word says that one comes."""

from questions.identifier_rules.given_names import BESIDE, OFTEN, SELDOM
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
    UPPER,
    WORD,
)
from questions.identifier_rules.rule import CJK, Rule

BARE_CHINESE_NAMES = (
    Rule("name", rf"(?P<x>[{SELDOM}][{OFTEN}]|[{OFTEN}][{SELDOM}])", "given_zh"),
    # 我是曼曼的乾媽，也是
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
    # 我們家小翊是不是牛奶蛋
    Rule(
        "name",
        rf"(?:(?<![{CJK}])|的|时候|说|让|我家|我们家)(?P<x>[小阿](?![{NO_LITTLE}{GOES_ON}])[{OFTEN}{BESIDE}])(?={SAID_NEXT})",
        "given_zh",
    ),
    # 歐陽芷瑄八個月大,左
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
    # 我們家的芃芃是35週早產
    Rule(
        "name",
        rf"(?:我们?家的?)(?P<x>(?P<twin10>(?![{NO_TWIN}])[{CJK}])(?P=twin10)(?!(?P=twin10)))",
        "given_zh",
    ),
    # 的佳蓉老師跟我說
    Rule(
        "name",
        rf"(?:^|[^{CJK}]|[的位叫跟和找问给请])(?P<x>{GIVEN_ZH}|[小阿](?![{NO_LITTLE}{GOES_ON}])[{CJK}]|[{OFTEN}{BESIDE}]{{2}}(?=阿姨|姐姐|老师))(?=姐姐|妹妹|哥哥|弟弟|老师|阿姨|护理师|医师|叔叔|舅舅)",
        "given_zh",
    ),
    # 小名叫小米粒，九歲，只有
    Rule(
        "name",
        rf"(?:小名|绰号|乳名|外号)(?:就?是|叫做?)?(?P<x>(?![{NOT_FIRST}是叫])[{CJK}]{{2,3}})(?=[,，。、;；\s])",
        "name_zh",
    ),
)

BARE_ENGLISH_NAMES = (
    # Dewi, who is stayi
    Rule("name", rf"(?<![\wÀ-ỹ'’.@/-])(?P<x>{NAME_EN})(?=,?[ ]who\b)", "unknown"),
    # Luca has a nut all
    Rule(
        "name",
        rf"(?:^|[.!?,;:()\n]\s*|\b(?i:that|when|and|but|because|if|so|then|since|while|after|before|what|says?|poor|little|baby|on [A-Z][a-z]+|last week|yesterday|today)[ ]+)(?P<x>{NAME_EN})(?=[ ]{DOES}(?!\w))",
        "unknown",
    ),
    # dr lau said no antib
    Rule(
        "name",
        r"\b(?i:dra?|mrs?|ms|miss|aunt|auntie|uncle|cousin)\b\.?[ ]+(?P<x>[a-z][a-z-]{2,24})\b(?!['’-])",
        "unknown",
    ),
    # priya and i have a
    Rule("name", r"(?<![\wÀ-ỹ'’.@/-])(?P<x>[a-z]{3,})(?![\w'’@/-])", "given_anywhere"),
    # ex, Yelena, wants a scop
    Rule("name", rf"\b(?i:he|she|him|her|husband|wife|ex),[ ](?P<x>{NAME_EN})(?=,)", "unknown"),
    # (name sunniva, age 6) had w
    Rule(
        "name",
        r"(?i:\(name:?[ ]|\b(?:with|under|by) the name (?:of )?)(?P<x>[A-Za-zÀ-ỹ][\wÀ-ỹ-]{2,20})",
        "unknown",
    ),
    # old Finn has a barking
    Rule(
        "name",
        rf"\b(?i:little|poor|old|big)[ ](?P<x>{NAME_EN})(?=[ ](?:[(]|{DOES}|and\b|is\b|has\b|had\b|was\b)|[,.])",
        "unknown",
    ),
    # Philippa Marchetti
    Rule("name", rf"[,.!?]\s+(?P<x>{WORD}[ ](?:{UPPER}\.?[ ])?{WORD})\.?\s*$", "unknown"),
)
