"""When somebody was born: a date, and what says that it is that of a birth."""

from questions.identifier_rules.rule import NUMERAL, UNIT, Rule

MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|o[ck]t(?:ober)?|nov(?:ember)?|d[ei][cs](?:ember)?|ogos|mac|mei|julai|januari|februari)\.?"
)
DAY_WORD = (
    r"(?i:(?:(?:twenty|thirty)[\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth))"
)
DATE = (
    r"(?i:(?:ROC|minguo)\s*(?:year\s*)?)\d{2,3}(?:\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}|,?\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2})"
    r"|(?i:(?:(?:ROC|minguo)\s*)?(?:year\s*)?)\d{2,4},?\s*(?i:month)\s*\d{1,2},?\s*(?i:day)\s*\d{1,2}"
    rf"|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?i:year\s+\d{{2,3}}(?:\s+of the republic)?)"
    rf"|(?:民国\s*|西元\s*)?{NUMERAL}{{1,6}}\s*年\s*(?:{NUMERAL}{{1,3}}|元|正|腊)\s*月(?:\s*初?{NUMERAL}{{1,3}}\s*[日号]?)?"
    rf"|{NUMERAL}{{1,3}}\s*月\s*{NUMERAL}{{1,3}}\s*[日号]"
    r"|(?:民国\s*)?\d{1,4}\s*[-./／]\s*\d{1,2}\s*[-./／]\s*\d{1,4}"
    r"|\d{1,2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\d{4}(?!\d)"
    rf"|\d{{1,2}}(?i:st|nd|rd|th)?(?:\s+(?i:of))?[\s-]+{MONTH}(?:[\s,-]+(?:\d{{4}}|['’]?\d{{2}}\b))?"
    rf"|{MONTH}\s+(?i:the\s+)?\d{{1,2}}(?i:st|nd|rd|th)?\b(?:[\s,]+\d{{4}})?"
    r"|(?:19|20)\d{2}[01]\d[0-3]\d(?!\d)|(?<!\d)[01]\d{2}[01]\d[0-3]\d(?!\d)"
    rf"|{DAY_WORD}(?i:\s+of)?\s+{MONTH}(?:,?\s+(?:\d{{4}}|(?i:(?:two thousand|nineteen|twenty)(?:[\s-]+(?:and\s+)?[a-z]+teen|[\s-]+(?:and\s+)?(?:twenty|thirty|{UNIT})(?:[\s-]{UNIT})?)?)))?"
)
# Before a date that has a year, and beside which nobody falls ill.
WITH_YEAR = r"(?=(?:民国\s*)?\d{2,4}\s*[-./年]|[一二〇零]{2,4}年|[^,，。\n]{0,16}(?:19|20)\d\d)"
NO_ILLNESS = "(?![^。,，\n]{0,8}(?:确诊|发烧|出疹|咳|打|接种|看|做|拉|吐|开始))"

BIRTH_DATES = (
    # 出生年月日1110820，疫苗打到哪
    Rule(
        "birth_date",
        rf"(?:(?i:\bborn(?:\s+on)?|\bb['’-]?day\b|\b(?:came|arrived|entered)\s+(?:in|into)\s+(?:the|this)\s+world|\bcame\s+along|\bleap(?:[\s-]year)?\s+baby|\blahir|\b(?:pin|ipin)anganak(?: po)?(?: siya)?|\bbirth cert(?:ificate)?|\barrived(?=,?\s+(?:on\s+)?[A-Z\d])|\bcame early,?|\b(?:turned|turns|will be)\s+(?:\d{{1,2}}|{UNIT})(?=\s+on)|\bjoined us|\b(?:baby|he was|she was|I)\sdelivered(?=,?\s+(?:on\s+)?[A-Z\d])|\bd\.?\s?o\.?\s?b\.?(?![a-z])|\bdates?\s+of\s+birth|\bbirth\s?-?da(?:y|te)(?:['’]s|\s+is|\s+as)?|\bbirth|\b(?:geb\.|née? le|geboren am)|(?<![\w.])b\.(?=\s?\d)|(?<=\()b\.)(?i:[^\n.;]{{0,20}}?\b(?:on|is|was|as|says|shows|reads|:))?|(?:出[生世](?:年月日|日期|日|于|在)?|生日|生于|诞生于?|生辰|户口[本簿][^\d\n]{{0,5}}|生日(?:明明|应该|其实|写|登记)是|属[鼠牛虎兔龙蛇马羊猴鸡狗猪](?:的|年)?[,，]?\s*))"
        rf"[\s:：(（\])=是系为在,，]*(?:[(][^)\d]{{1,12}}[)]\s*|闰年[,，]\s*)?(?i:on\s+|in\s+|the\s+|is\s+|was\s+|at\s+[^\n,.]{{2,25}}?\s+on\s+|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?(?P<x>{DATE})",
    ),
    # 一一○年十二月二十五日聖誕節那天出生
    Rule(
        "birth_date",
        rf"(?P<x>{DATE})\s*(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|半夜)?(?:{NUMERAL}{{1,3}}[点:](?:{NUMERAL}{{1,3}}分?|半|多)?)?(?:在[^\s,，。]{{1,8}}?)?(?:剖腹产?|自然产|早产|顺产|来|就[^\s,，。\d]{{0,4}}|提[早前])?(?:[圣那当的这][^\s,，。]{{0,6}}?)?(?i:(?:出生|剖腹产?|剖出来|生了|出来|出世|报到|生下|是[他她我](?:们)?的?(?:出生|生日)|诞生|生日|生的|生于|生(?=[\s,，。.;；、)）]|$))|[(,]?\s*(?:(?:that['’]?s|is|was|his|her|my|our|their|the)\s+){{0,2}}(?:date of birth|d\.?o\.?b\.?|birth\s?da(?:y|te))\b|\s+is\s+(?:his|her|my|our|their)\s+[^\n.]{{0,20}}birth\s?day)",
    ),
    Rule("birth_date", rf"(?P<x>{DATE})(?=\s?[和跟、与及]\s?(?:{DATE})\s?(?:出生|生))"),
    # 大的2016年10月9號生 小的2021年2月4號
    Rule(
        "birth_date",
        rf"(?:{DATE})\s*(?:出?生的?)?[\s,，、]{{0,2}}(?:小的|大的|老[二三]|弟弟?|妹妹?|哥哥?|[姐姊]{{1,2}}|the (?:younger|little|small) one|his (?:sister|brother)|her (?:sister|brother))\s*(?:是|is|was)?\s*{WITH_YEAR}(?P<x>{DATE}){NO_ILLNESS}",
    ),
    # 哥2018-06-02妹2020-10-11 兩個都尿床
    Rule(
        "birth_date",
        rf"(?:小的|大的|老[大二三]|[弟妹哥姐姊]){WITH_YEAR}(?P<x>{DATE})(?=\s*[,，、]?\s*(?:小的|大的|老[大二三]|[弟妹哥姐姊]))",
    ),
    # 要輸入生日 我打1100917他說錯
    Rule(
        "birth_date",
        r"(?:生日|生辰|出生日期?)[^\d\n]{0,10}(?P<x>(?:19|20)\d\d[01]\d[0-3]\d|1[0-2]\d[01]\d[0-3]\d)(?!\d)",
    ),
    # 2024.07.15凌晨颱風天在救護車上生的
    Rule(
        "birth_date",
        rf"(?P<x>{DATE})(?=[^,，。\d\n]{{0,14}}(?:出生|(?<![医学花新陌卫先])生的|出世|那天生|来报到|来到(?:这|人世|世上|世界|地球|我们)))",
    ),
    # The third of March, twenty twenty-four: that is when she joined us
    Rule(
        "birth_date",
        rf"(?P<x>{DATE})(?=[^.\n\d]{{0,4}}(?i:(?:that(?: is|['’]s)|is|was)\s)?(?i:when (?:he|she|they)\b[^.\n]{{0,10}}\b(?:born|joined|arrived|came)\b))",
    ),
    # 農曆過年那天生的，就是112/1/22
    Rule("birth_date", rf"(?:那天生|(?<![医学花新陌卫先])生的|出生)[,，]?\s?就?是(?P<x>{DATE})"),
    # turned up on Oct 6 2023 weighing 4.6 kg
    Rule(
        "birth_date",
        rf"(?i:\b(?:came|arrived|turned up|appeared) (?:on )?(?:the )?)(?P<x>{DATE})(?=,?\s(?i:weighing|at (?:just )?(?:2[4-9]|3\d|4[0-2])(?:\+\d)? weeks))",
    ),
    # the 21st of January 2025, thirty-three weeks plus four
    Rule(
        "birth_date",
        rf"(?P<x>{DATE})(?=,?\s(?i:twenty-(?:four|five|six|seven|eight|nine)|thirty[a-z-]{{0,6}}|forty) weeks (?:plus|and|gestation))",
    ),
    # I had her on the 21st of June, 2022
    Rule(
        "birth_date",
        rf"(?i:\bI had (?:him|her|them|my (?:son|daughter|baby|boy|girl|twins|first|second|little one)) on (?:the )?)(?P<x>{DATE})",
    ),
    # one on 30 November 2021 and her brother on 1 December 2021
    Rule(
        "birth_date",
        rf"(?i:\bone on (?:the )?)(?P<x>{DATE})(?=,? and (?:her|his) (?:brother|sister|twin)\b)",
    ),
    Rule(
        "birth_date",
        rf"(?i:\bone on (?:the )?)(?:{DATE}),? and (?:her|his) (?:brother|sister|twin) on (?:the )?(?P<x>{DATE})",
    ),
    # 那天是2024年10月2日，颱風天我在救護車上生下他
    Rule("birth_date", rf"(?P<x>{DATE})(?=[^。\n\d]{{0,22}}(?:(?<!医)生下|生出来))"),
    # 05-JUL-2022 is on her record as birthdate
    Rule(
        "birth_date",
        rf"(?P<x>{DATE})(?=[^.\n,]{{0,30}}\b(?i:birth\s?-?da(?:y|te)|d\.?o\.?b|date of birth)\b)",
    ),
    # the little one (ROC 112.08.19)
    Rule(
        "birth_date",
        r"\b(?P<x>(?i:ROC|minguo)\s*(?i:year\s*)?\d{2,3}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2})(?!\d)",
    ),
    # due in April but came on 2 February 2024
    Rule(
        "birth_date",
        rf"(?i:\b(?:he|she|baby|bub|they|twins?)\b[^.\n]{{0,30}}\b(?:due|expected|supposed to)\b)[^.\n]{{0,50}}?\b(?:came|arrived)\s(?:on\s)?(?:the\s)?(?P<x>{DATE})",
    ),
    # born Christmas Eve, 24 December twenty-twenty
    Rule("birth_date", rf"(?i:\bborn)\b[^.\n\d]{{1,24}}[,(]\s?(?P<x>{DATE})"),
    # 雙胞胎，姊姊2022年8月31日晚上，妹妹2022年9月1日
    Rule(
        "birth_date",
        rf"(?:双胞胎|龙凤胎|兄妹|[姐姊][弟妹]|手足|兄弟)[^。\n\d]{{0,30}}?(?:[哥姐姊弟妹]{{1,2}}|[大小]宝|老大)(?:是|的)?{WITH_YEAR}(?P<x>{DATE}){NO_ILLNESS}",
    ),
    Rule(
        "birth_date",
        rf"[哥姐姊弟妹]{{1,2}}(?:{DATE})[^。\n\d]{{1,12}}[,，]\s*[哥姐姊弟妹]{{1,2}}{WITH_YEAR}(?P<x>{DATE}){NO_ILLNESS}",
    ),
    # His household paper says 民國110年6月3日
    Rule(
        "birth_date",
        rf"(?i:\b(?:household|passports?|register|birth certificate|(?:red|blue|yellow) book)\b)[^\n.\d]{{0,20}}\b(?i:says|shows|has|reads)\s(?i:the\s)?(?P<x>{DATE})",
    ),
    # the boy has 31 December 2021 and the girl 1 January 2022
    Rule(
        "birth_date",
        rf"(?i:\b(?:the|my|our) (?:boy|girl|younger|older|elder)(?: one)?(?: has| is| was)?\s)(?P<x>\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}\s(?:19|20)\d\d)",
    ),
    # he's 9.9.2018 and his sister 27.9.2023
    Rule(
        "birth_date",
        r"\b(?i:he|she|sister|brother|son|daughter|boy|girl)(?:['’]s|\sis)?\s(?P<x>\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d)(?=\s*(?:and\b|[,.;)&]|$))",
    ),
    # born on the 9th of November 2022, five weeks e
    Rule("birth_date", rf"(?i:\bborn)\b[^.\n]{{0,60}}?\bon the (?P<x>{DATE})"),
)
