"""What has a form of its own: mail and links, numbers, days of birth, addresses, telephones."""

from questions.identifier_rules.rule import CJK, UNIT, Rule

# Between two digits of one number.
GAP = r"[\s.\-‐-―−·()]{0,3}"
TAIL = r"(?:\s*(?:#|ext\.?|extension|x|转|分机)\s*\d{1,5})?"
CALL = (
    r"(?i:\b(?:tele)?phones?\b|\btel\b|\bcall(?: me| us)?\b|\bmobile\b|\bcell\b|\bring(?: me)?\b|\bfax\b"
    r"|\bwhats ?app\b|\btext(?: me)?\b|\bcontact\b|\breach (?:me|us)\b|\bdial\b)"
    r"|电话|市话|家电|座机|手机|来电|致电|打给|打到|联络|联系|连络|传真|专线"
)
TLD = r"(?i:com|org|net|edu|gov|info|io|co|me|tw|hk|cn|uk|jp|us|test|example|de|fr|au|ca|nz|sg|my|ie|invalid|ch|at|it|es|nl|be|eu|se|no|dk|fi|pl|cz|pt|li|lu|in|kr|th|vn|ph|id|br|mx)"
DOT = r"(?:\s*\.\s*|\s*[\[(<{]\s*(?i:dot)\s*[\])>}]\s*|\s+(?i:dot)\s+|\s*点\s*)"
AT = r"(?:\s*@\s*|\s*[\[(<{]\s*(?i:at?)\s*[\])>}]\s*|\s*[(（\[]?\s*(?:小老鼠|艾特)\s*[)）\]]?\s*)"
LOCAL = r"[A-Za-z0-9][\w.+-]*(?:(?:\s+(?i:dot|underscore|dash)\s+|\s*[\[(]\s*(?i:dot)\s*[\])]\s*|\s*(?:点|底线)\s*)[A-Za-z0-9][\w+-]*){0,3}"
HOST = rf"[A-Za-z0-9-]+(?:{DOT}[A-Za-z0-9-]+)*{DOT}{TLD}(?![A-Za-z])(?:\.[A-Za-z]{{2}}\b)?"

NUMERAL = "[\\d〇零○一二三四五六七八九十百廿卅]"
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
    rf"|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?i:year\s+\d{{2,3}}(?:\s+of the republic)?)"
    rf"|(?:民国\s*|西元\s*)?{NUMERAL}{{1,6}}\s*年\s*(?:{NUMERAL}{{1,3}}|元|正|腊)\s*月(?:\s*初?{NUMERAL}{{1,3}}\s*[日号]?)?"
    rf"|{NUMERAL}{{1,3}}\s*月\s*{NUMERAL}{{1,3}}\s*[日号]"
    r"|(?:民国\s*)?\d{1,4}\s*[-./／]\s*\d{1,2}\s*[-./／]\s*\d{1,4}"
    rf"|\d{{1,2}}(?i:st|nd|rd|th)?(?:\s+(?i:of))?[\s-]+{MONTH}(?:[\s,-]+(?:\d{{4}}|['’]?\d{{2}}\b))?"
    rf"|{MONTH}\s+(?i:the\s+)?\d{{1,2}}(?i:st|nd|rd|th)?\b(?:[\s,]+\d{{4}})?"
    r"|(?:19|20)\d{2}[01]\d[0-3]\d(?!\d)|(?<!\d)[01]\d{2}[01]\d[0-3]\d(?!\d)"
    rf"|{DAY_WORD}(?i:\s+of)?\s+{MONTH}(?:,?\s+(?:\d{{4}}|(?i:(?:two thousand|nineteen|twenty)(?:[\s-]+(?:and\s+)?[a-z]+teen|[\s-]+(?:and\s+)?(?:twenty|thirty|{UNIT})(?:[\s-]{UNIT})?)?)))?"
)

STREET = (
    r"(?i:street|road|avenue|lane|boulevard|crescent|terrace|close|drive|gardens|square|mews|grove|highway"
    r"|parkway)"
)
STREET_SHORT = (
    r"(?:St|Rd|Ave|Ln|Dr|Blvd|Ct|Pl|Cres|Way|Court|Place|Hill|Row|Rise|Walk|Park|Parade|Quay|Wharf)"
)
# Of a file or a card, with letters or without: "24-L-077913", "660 418".
NUMBER = r"(?P<x>[A-Za-z]{0,4}(?:-[A-Za-z]{1,4})?[-/. ]?\d[\dA-Z]{0,15}(?:[-/ ][\dA-Z]{1,10}){0,4})(?![A-Za-z\d])"

NUMBERS = (
    Rule(
        "email",
        rf"(?<![\w.+-])(?P<x>{LOCAL}{AT}{HOST})",
    ),
    Rule(
        "email",
        rf"(?<![\w.+-])(?P<x>{LOCAL}\s+(?i:at)\s+(?:(?i:g mail|hot mail|i cloud|out look|proton mail)|[A-Za-z0-9-]+)(?:\s+(?i:dot)\s+[A-Za-z0-9-]+)*\s+(?i:dot)\s+{TLD}(?![A-Za-z]))",
    ),
    Rule(
        "email",
        r"(?i:\b(?:my|our|his|her)\s+(?:e-?mail|gmail|hotmail|yahoo)(?:\s+address)?(?:\s+is|:)\s*)(?P<x>[A-Za-z0-9][\w+-]*[.\d_][\w.+-]*)",
    ),
    Rule("link", r"(?P<x>(?i:h\st\st\sp(?:\ss)?)\s?:\s?/\s?/[ \w./?=-]{1,80})"),
    Rule(
        "link",
        r"(?P<x>(?i:https?|ftp|hxxps?)\s?:\s?//[^\s<>\"'(),;\u3000-\u303f\u4e00-\u9fff]+|(?<![\w.@])(?i:www)\s?\.\s?[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"'(),;\u3000-\u303f\u4e00-\u9fff]*)?)",
    ),
    Rule(
        "link",
        r"(?<![\w.@-])(?P<x>(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?i:com|org|net|edu|gov|info|io|app|blog|idv|xyz|gl|test|example)(?:\.[a-z]{2})?(?![A-Za-z0-9@-])(?:[:/?#][^\s<>\"'(),;\u3000-\u303f\u4e00-\u9fff]*)?"
        r"|(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?i:me|ly|gl|be|gg|tw|cn|hk|uk|jp|cc|co|to|ee)/[^\s<>\"'(),;\u3000-\u303f\u4e00-\u9fff]+)",
    ),
    Rule(
        "national_id",
        rf"(?<![A-Za-z\d])(?P<x>[A-Za-z]{GAP}[1289ABCDabcd](?:{GAP}\d){{8}})(?![A-Za-z\d])",
        "taiwan_id",
        digits=True,
    ),
    Rule(
        "national_id",
        r"(?:身[分份]证(?:字号|号码?|统一编号)?|居留证(?:号码?|统一证号)?|统一证号|护照号?码?|(?i:\bnational id\b|\bid (?:card|number|no\.?)|\bresiden(?:ce|t) (?:card|permit|number)|\barc\b|\bpassport(?: number| no\.?)?|\bssn\b|\bsocial security(?: number)?|\bni number|\bnational insurance(?: number)?))"
        r"(?:\s+(?i:number|no\.?))?\s*(?i:is\b|=|:|：|是|为|#|号)?\s*(?P<x>[A-Za-z]{0,2}[\s-]?\d(?:[\s-]?\d){5,17}[A-Za-z]?|[A-Za-z][A-Da-d]\d{8})(?![A-Za-z\d])",
        digits=True,
    ),
    Rule(
        "national_id",
        r"(?<!\d)(?P<x>[1-9]\d{5}\s?(?:19|20)\d{2}[01]\d[0-3]\d\s?\d{3}[\dXx])(?![\dA-Za-z])",
        "china_id",
        digits=True,
    ),
    Rule("national_id", r"(?<![A-Za-z])(?P<x>[A-Za-z]{1,2}\d{6}\s?\([\dAa]\))", "hongkong_id"),
    Rule(
        "national_id",
        r"(?:身[分份]证(?:明书)?(?:号码?)?|(?i:\bhk ?id(?: card| no\.?| number)?|\bid(?: card| no\.?| number)?))\s*(?i:is\b|=|:|是|为)?\s*(?P<x>[A-Za-z]{1,2}\d{6}\s?\(?[\dAa]\)?)(?![\dA-Za-z])",
    ),
    # Singapore: the letter at the end is a check; Malaysia: day of birth, place, number.
    Rule(
        "national_id",
        r"(?<![A-Za-z\d])(?P<x>[STFGMstfgm]\d{7}[A-Za-z])(?![A-Za-z\d])",
        "singapore_id",
    ),
    Rule(
        "national_id",
        r"(?i:\bnric\b|\bfin\b)[^\d\n.。]{0,24}(?P<x>[STFGMstfgm]?\d{7}[A-Za-z])(?![A-Za-z\d])",
    ),
    Rule(
        "national_id",
        r"(?<![\d-])(?P<x>\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{2}-\d{4})(?![\d-])",
    ),
    Rule(
        "national_id",
        r"(?<![\d.])(?P<x>756[.\s]?\d{4}[.\s]?\d{4}[.\s]?\d{2})(?![\d.]\d)",
        "swiss_ahv",
    ),
    Rule("national_id", r"(?<![\d-])(?P<x>\d{3}-\d{2}-\d{4})(?![\d-])"),
    Rule(
        "national_id",
        r"(?<![A-Za-z])(?P<x>[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D])(?![A-Za-z\d])",
    ),
    # 健保卡卡號是000058123964
    Rule(
        "health_card",
        r"(?:健保(?:IC)?卡(?:号码?|卡号)?|健康保险卡(?:号码?)?|医保卡?号?|(?i:\b(?:national )?health insurance(?=\s+(?:number|no))|\b(?:nhi|health(?: insurance)?|insurance|medicare|medicaid)\s+(?:ic\s+)?(?:card|id|member|policy)(?:\s+(?:number|no\.?))?|\bmedicare number|\bmember id|\bpolicy (?:number|no\.?)))"
        r"(?:\s*(?i:number|no\.?|id))?\s*(?i:is\b|=|:|：|是|为|#|号)?\s*(?P<x>(?=[A-Za-z\d-]*\s?[\d-])(?:[A-Za-z]{0,3}[\s-]?)?\d(?:[\s-]?[\dA-Za-z](?![a-z])){5,15})",
        digits=True,
    ),
    # ００００９９８８７７６６，想問眼鏡
    Rule("health_card", r"(?<![\d.-])(?P<x>000\d[\s-]?\d{4}[\s-]?\d{4})(?!\d|[.-]\d)"),
    # 健保卡卡號是000058123964
    Rule(
        "health_card",
        r"(?:健保|(?i:\b(?:nhi |ic |insurance |health )?card (?:no\.?|number)|\b(?:nhi|ic|insurance|health) card\b))[^\d\n。]{0,24}(?P<x>\d{4}[\s-]?\d{4}[\s-]?\d{4})(?!\d|[.-]\d)",
        digits=True,
    ),
    # 病歷號是00567812，需要再照X
    Rule(
        "record",
        r"(?:病[历例]\s*(?:号码?|编号)?|(?:挂号|检体|检验|报告|病人|条码|收据)(?:单|证)?(?:序号|编号|号码|号)|(?i:\blab (?:order|number|no\.?))|就诊号码?|住院号码?|病历(?=是)|病案号|图号|诊疗卡号|(?i:\bm\.?r\.?n\.?(?![a-z])|\b(?:medical|hospital|patient|health)\s+(?:record|chart|file)?\s*(?:number|no\.?|id|#)|\bmedical record|\bchart\s+(?:number|no\.?|#)|\b(?:case|file|record|hosp)\s+(?:number|no\.?)|\bunit number|\bnhs\s*(?:number|no\.?|#)?))"
        r"[\s,，]*(?i:is\b|=|:|：|是|为|#|no\.?|number)?\s*(?i:is\b|:|：|#)?\s*(?P<x>[A-Za-z]{0,4}[-\s]?\d(?:[-\s]?[\dA-Z]){3,13})(?![A-Za-z\d])",
    ),
    # 病歷號是00567812，需要再照X
    Rule(
        "record",
        r"(?:病[历例]号码?|(?i:\b(?:record|chart|hospital|file|patient)\s+numbers?\b))[^.。\n\d]{0,40}(?P<x>\d{5,10})(?!\d)",
    ),
    # 病歷號，1175403跟1175430，好像跟別的
    Rule(
        "record",
        r"(?:病[历例]号码?|(?i:\b(?:record|chart|hospital|file|patient)\s+numbers?\b))[^.。\n\d]{0,40}\d{5,10}\s*(?:跟|和|与|及|、|,|/|&|\band\b|\bor\b)\s*(?P<x>\d{5,10})(?!\d)",
    ),
    # chart no., so here it is: 677 20 14. He needs his
    Rule(
        "record",
        r"(?i:\b(?:chart|record|file|case)\s*(?:number|no\.?|#))[^\d\n。]{0,30}[:：]\s*(?P<x>\d{2,4}[ -]\d{2,3}[ -]\d{2,4})(?!\d)",
    ),
    # 病歷號是00567812，需要再照X
    Rule(
        "record",
        r"(?:病历|(?i:\b(?:case|file|record|chart|admission|visit|reference|ref) (?:number|no\.?|id)\b))[^\d\n.。]{0,40}?(?i:\bis\b|\bwas\b|是|:|：|no\.|[(（])\s*(?i:no\.?\s*)?(?P<x>[A-Z]{0,4}-?\d[\d-]{4,13})(?!\d)",
    ),
    # 病歷號是00567812，需要再照X
    Rule(
        "record",
        r"(?i:\b(?:wrist ?band|bracelet|sticker|label|chart|file|record|folder|barcode)\b|手环|手圈|贴纸|条码|病历)[^\n.。]{0,50}?(?i:\breads?\b|\bsays?\b|\bis\b|['’]s\b|\bwas\b|上?写|写着|是|[:：])\s*(?P<x>[A-Z]{0,3}[/-]?\d[\d/-]{5,12})(?!\d)",
    ),
    # 999 000 0115, she has had
    Rule("record", r"(?<![\d.+-])(?P<x>\d{3}[\s-]\d{3}[\s-]\d{4})(?![\d-])", "nhs_number"),
    # Policy no: BUPA-HK-6620914
    Rule(
        "health_card",
        rf"(?i:\b(?:insurance|policy|member(?:ship)?|subscriber|medicare|medicaid|ohip|phn|bupa|cigna|aetna|kaiser|blue ?cross|humana|tricare|anthem|united ?health|philhealth|bpjs|krankenkasse)\b)[^\d\n.]{{0,24}}?\b{NUMBER}",
        "long_number",
    ),
    Rule(
        "national_id",
        rf"(?i:\b(?:aadhaa?r|mykad|my ?kid|iqama|emirates id|ic (?:no\.?|number))\b)(?i:\s*(?:card\s*)?no\.?)?[^\d\n.]{{0,20}}?\b{NUMBER}",
        "long_number",
    ),
    # Patient ID = 883016
    Rule(
        "record",
        rf"(?i:\b(?:record|chart|file|folder|lab|registration|queue|visit|encounter|admission|case|reference|ref|urn|uhid|sample|specimen|accession|episode|patient|mr|rx|prescription|hospital|requisition|acct|account)\b|门诊|急诊|住院|检查)[\s:.#]*(?i:(?:no|number|num|ref|id|code|nr)\b)?(?i:\s(?:there|here|was given))?[\s.:#]*(?i:is\b|was\b|as\b|=)?\s*{NUMBER}",
        "long_number",
    ),
    # NHS no: 6120489312
    Rule(
        "record",
        rf"\b(?!LOT|NDC|UPC|ISBN)[A-Z]{{2,4}}\s+(?i:number|no)\b(?:['’]s)?[\s.:#]*(?i:is\b|was\b|=)?\s*{NUMBER}",
        "long_number",
    ),
    # card no 000038127745
    Rule(
        "record",
        rf"(?i:\b(?:filed under|card no\.?|registered (?:as|under)|sin\b|chi\b|pps\b|nino\b))\s*[:#]?\s*(?i:is\b)?\s*{NUMBER}",
        "long_number",
    ),
    # 病例編號打11302094這樣對嗎 我
    Rule(
        "record",
        rf"病[历例](?:号码?|编号)[^\d\n。]{{0,4}}[「“\"打填写系]{NUMBER}",
        "long_number",
    ),
    # 664018 是之前在台北的病歷編號
    Rule(
        "record",
        rf"(?<![A-Za-z\d-]){NUMBER}\s*[(]?(?:就?是|这是)?[^,，。\d\n]{{0,10}}(?:病[历例]号码?|病[历例]编号|就诊号|诊疗卡号|挂号证)",
        "long_number",
    ),
    # 医保卡号：3502876419053
    Rule(
        "health_card",
        rf"(?:医疗卡|社保卡|医保卡|健保卡|保险卡|医健卡)\s*(?i:no\.?|number|号码?|id)?\s*[:#是为]?\s*{NUMBER}",
        "long_number",
    ),
    # AL/55/0198, the prick te
    Rule("record", r"(?<![A-Za-z\d/])(?P<x>[A-Z]{2,4}/\d{2,4}/\d{4,7})(?![\d/])"),
    # HN21804573X，腎積水由輕度變中度，醫生
    Rule("record", r"(?<![A-Za-z])HN[\s:.#]*(?P<x>\d[\d/ -]{4,12}\d)(?![\d/])"),
    # 卡卡號 0000-3812-7745
    Rule(
        "health_card",
        r"(?:(?:保[单险]|会员|医疗|健康|社保|医保|卡)(?:卡|证)?(?:号码?|单号|编号))\s*[(（]?\s*(?:是|系|为|:|#)?\s*(?P<x>[A-Za-z]{0,4}[- ]?\d(?:[ -]?[\dA-Z]){5,14})(?![A-Za-z\d])",
        digits=True,
    ),
    # 照號碼312345678，出國前要打
    Rule(
        "record",
        rf"(?<![批型字款尺色帐账电座货文])[{CJK}](?<![批型字款尺色帐账电座货文])(?:卡号|证号|单号|序号|编号|号码?|(?i:id)[」』”]?)\s*(?:(?:[,，]?我?填|就?[是系]|为|:|#)\s*)?(?P<x>[A-Za-z]{{0,4}}(?:-[A-Za-z]{{1,4}})?[- ]?\d(?:[ /-]?[\dA-Z]){{4,13}})(?![A-Za-z\d])",
        digits=True,
    ),
    # 出生年月日1110820，疫苗打到哪
    Rule(
        "birth_date",
        rf"(?:(?i:\bborn(?:\s+on)?|\bb-?day\b|\b(?:came|arrived|entered)\s+(?:in|into)\s+(?:the|this)\s+world|\bcame\s+along|\bleap(?:[\s-]year)?\s+baby|\blahir|\b(?:pin|ipin)anganak(?: po)?(?: siya)?|\bbirth cert(?:ificate)?|\barrived(?=,?\s+(?:on\s+)?[A-Z\d])|\bcame early,?|\b(?:turned|turns|will be)\s+(?:\d{{1,2}}|{UNIT})(?=\s+on)|\bjoined us|\bd\.?\s?o\.?\s?b\.?(?![a-z])|\bdates?\s+of\s+birth|\bbirth\s?-?da(?:y|te)(?:['’]s|\s+is|\s+as)?|\bbirth|\b(?:geb\.|née? le|geboren am)|(?<![\w.])b\.(?=\s?\d))(?i:[^\n.;]{{0,20}}?\b(?:on|is|was|as|says|shows|reads|:))?|(?:出[生世](?:年月日|日期|日|于|在)?|生日|生于|诞生于?|生辰|户口[本簿][^\d\n]{{0,5}}|属[鼠牛虎兔龙蛇马羊猴鸡狗猪](?:的|年)?[,，]?\s*|[国农阳]历|西历))"
        rf"[\s:：(（\])=是系为在,，]*(?:[(][^)\d]{{1,12}}[)]\s*|闰年[,，]\s*)?(?i:on\s+|the\s+|is\s+|was\s+|at\s+[^\n,.]{{2,25}}?\s+on\s+|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?(?P<x>{DATE})",
    ),
    # 一一○年十二月二十五日聖誕節那天出生
    Rule(
        "birth_date",
        rf"(?P<x>{DATE})\s*(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|半夜)?(?:{NUMERAL}{{1,3}}[点:](?:{NUMERAL}{{1,3}}分?|半|多)?)?(?:在[^\s,，。]{{1,8}}?)?(?:剖腹产?|自然产|早产|顺产|来|就[^\s,，。\d]{{0,4}}|提[早前])?(?:[圣那当的这][^\s,，。]{{0,6}}?)?(?i:(?:出生|剖腹产?|剖出来|生了|出来|出世|报到|生下|是[他她我](?:们)?的?(?:出生|生日)|诞生|生日|生的|生于|生(?=[\s,，。.;；、)）]|$))|[(,]?\s*(?:(?:that['’]?s|is|was|his|her|my|our|their|the)\s+){{0,2}}(?:date of birth|d\.?o\.?b\.?|birth\s?da(?:y|te))\b|\s+is\s+(?:his|her|my|our|their)\s+[^\n.]{{0,20}}birth\s?day)",
    ),
    Rule("birth_date", rf"(?P<x>{DATE})(?=\s?[和跟、与及]\s?{DATE}\s?(?:出生|生))"),
    # 大的2016年10月9號生 小的2021年2月4號
    Rule(
        "birth_date",
        rf"(?:{DATE})\s*(?:出?生的?)?[\s,，、]{{0,2}}(?:小的|大的|老[二三]|弟弟|妹妹|哥哥|姐姐|the (?:younger|little|small) one|his (?:sister|brother)|her (?:sister|brother))\s*(?:是|is|was)?\s*(?P<x>{DATE})",
    ),
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
        rf"(?i:\b(?:due|expected|supposed to)\b)[^.\n]{{0,50}}?\b(?:came|arrived)\s(?:on\s)?(?:the\s)?(?P<x>{DATE})",
    ),
    # born on the 9th of November 2022, five weeks e
    Rule("birth_date", rf"(?i:\bborn)\b[^.\n]{{0,60}}?\bon the (?P<x>{DATE})"),
    Rule(
        "address",
        rf"(?P<x>(?:(?<!\d)\d{{3}}(?:\d{{2,3}})?\s*(?=[{CJK}]{{1,3}}[市县]))?(?=[{CJK}\d])(?![在于住到往寄是])(?:[{CJK}]{{1,3}}[省市县](?=[{CJK}\s]))?\s*(?:[{CJK}]{{1,4}}?[区乡镇市]\s*)?(?:[{CJK}]{{1,3}}[里村]\s*(?:[\d一二三四五六七八九十]+邻\s*)?)?[{CJK}\d]{{1,5}}?(?:大道|路|街|道|村|段)的?\s*(?:[东西南北]?{NUMERAL}{{1,3}}\s*[段邻]\s*){{0,2}}(?:{NUMERAL}{{1,6}}\s*巷\s*)?(?:{NUMERAL}{{1,6}}\s*弄\s*)?(?:{NUMERAL}{{1,7}}\s*(?:[之-]\s*{NUMERAL}{{1,3}}\s*)?号(?:之\s*{NUMERAL}{{1,3}})?(?:\s*[B地]?{NUMERAL}{{1,3}}\s*[楼层F室](?:\s*之\s*{NUMERAL}{{1,3}})?)?(?:\s*[A-Z\d]{{1,4}}室)?(?:[{CJK}]{{2,8}}?(?:小区|花园|苑|公寓|大厦|社区)[\dA-Z]+(?:号楼|栋|幢|座)(?:\d+单元)?(?:\d+[室楼号]?)?)?|(?<=[巷弄])))",
    ),
    Rule(
        "address",
        rf"(?P<x>(?:[{CJK}]{{1,3}}[省市县区]\s{{0,2}}){{0,3}}[{CJK}]{{2,8}}(?:小区|花园|苑|新村|大厦|屋[邨苑]|邨|社区|公寓|广场)\s*[A-Z\d一二三四五六七八九十]+\s*(?:号楼|栋|幢|座|期|楼|号)(?:\s*[A-Z\d]+\s*(?:单元|座|楼|层|号))?(?:\s*[A-Z\d]+\s*(?:室|号|楼))?)",
    ),
    Rule(
        "address",
        rf"(?P<x>(?:[{CJK}]{{2,3}}[市县]\s*)?[{CJK}]{{1,4}}[乡镇市区]\s*[{CJK}]{{1,4}}[村里]\s*(?:{NUMERAL}{{1,3}}\s*邻\s*)?(?:[{CJK}]{{1,6}})?{NUMERAL}{{1,4}}\s*(?:之\s*{NUMERAL}{{1,3}}\s*)?号)",
    ),
    Rule(
        "address",
        r"(?P<x>(?:\d{1,2}(?i:f|th floor)\.?(?:-\d{1,2})?,?\s+)?(?i:no\.?|#)\s*\d[-\d]*,\s*(?:(?i:lane|ln\.?|alley|aly\.?|sec(?:tion|\.)?)\s*\d+,\s*)*(?:(?i:sec(?:tion|\.)?)\s*\d+,\s*)?[A-Za-z][\w'’]+(?:\s[A-Za-z][\w'’.]*){0,2}\s+(?i:rd|road|st|street|ave|avenue|blvd|boulevard)\b\.?(?:,\s*(?:[A-Z][a-z'’]+(?:\s[A-Z][a-z'’]+)*\.?|[a-z]+ (?:dist|district|city)\.?|[a-z]+ [a-z]+ city)){0,3}(?:\s+\d{3,6})?)",
    ),
    Rule(
        "address",
        r"(?P<x>(?i:blk|block)\.?\s*\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][\w'’]+\s+){1,4}\d{0,3}(?:,?\s*#\d{2}-\d{2,4})?(?:,?\s+Singapore\s+\d{6})?)",
    ),
    Rule(
        "address",
        r"(?P<x>(?:(?i:no\.?|#)\s*\d[-\d]*,?\s*)?(?:(?i:lane|ln\.?|alley|aly\.?|sec(?:tion|\.)?)\s*\d+,?\s*)*(?:(?i:lane|ln\.|alley|aly\.|sec(?:tion|\.))\s*\d+,?\s*)[A-Z][\w'’]+(?:\s[A-Z]?[\w'’]+)?\s+(?:[NSEW]\.?\s+)?(?:Rd|Road|St|Street|Ave|Avenue|Blvd|Boulevard)\b\.?(?:,\s*[A-Z][a-z'’]+(?:\s[A-Z][a-z'’]+)*){0,3})",
    ),
    Rule(
        "address",
        rf"(?<![\w.,/])(?<!\d:)(?P<x>(?:(?i:flat|apt\.?|apartment|unit|suite|room|rm\.?)\s*#?\s*[A-Za-z]?\d+[A-Za-z]?,?\s+|\d{{1,4}}/)?\d{{1,5}}[A-Za-z]?(?:-\d+)?,?\s+(?:[A-Z][\w'’.-]*\s+){{1,4}}(?:{STREET}|{STREET_SHORT})\b\.?(?:,?\s+(?i:flat|apt\.?|apartment|unit|suite|#)\s*#?\s*\w{{1,5}})?(?:,\s*[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+)*){{0,3}}(?:,?\s+(?:[A-Z]{{1,2}}\d[A-Z\d]?\s*\d[A-Z]{{2}}|(?:[A-Z]{{2}}\s+)?\d{{5}}(?:-\d{{4}})?|(?:VIC|NSW|QLD|WA|SA|TAS|ACT|NT)\s+\d{{4}}|\d{{3}}(?!\d)))?)",
    ),
    Rule(
        "address",
        r"(?<![\w.,/:])(?P<x>\d{1,5}[a-z]?\s+(?:(?!(?i:times?|days?|weeks?|months?|years?|yrs?|hours?|hrs?|minutes?|mins?|kids?|children|people|on|in|of|the|a|to|and|or|mg|ml|kg|cm|at|from|per|blocks?|miles?|km|cars?|down|along|by|near|off|across)\b)[A-Za-z'’-]+\s+){1,2}(?i:street|road|avenue|lane|boulevard|crescent|terrace|close|drive)\b(?:,?\s+[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b)?)",
    ),
    Rule(
        "address",
        r"(?<![A-Za-z\d])(?P<x>[A-Z]{1,2}\d[A-Z\d]?\s\d(?!(?:MG|ML|KG|CM|MM|MM|KM|HR|HZ|PM|AM|IU)\b)[A-Z]{2})(?![A-Za-z\d])",
    ),
    Rule(
        "address",
        r"(?<![A-Za-zÄÖÜäöüß-])(?P<x>[A-ZÄÖÜ][A-Za-zäöüß-]{2,30}(?:strasse|straße|str\.|gasse|weg|platz|allee|rain|matte|halde)\s+\d{1,4}[a-z]?(?:,?\s+(?:CH-)?[1-9]\d{3,4}\s+[A-ZÀ-Þ][A-Za-zà-ÿ.-]+)?)",
    ),
    Rule(
        "address",
        r"(?P<x>\d{1,4}(?:bis)?,?\s+(?i:rue|avenue|chemin|route|place|boulevard|impasse|quai|allée|via|viale|calle)\s+(?:(?:de la|de l['’]|des|du|de|della|del|la|le)\s?)?[A-ZÀ-Þ][\wà-ÿ'’-]+(?:\s[A-ZÀ-Þ][\wà-ÿ'’-]+)?(?:,?\s+(?:CH-|F-)?[1-9]\d{3,4}\s+[A-ZÀ-Þ][A-Za-zà-ÿ-]+)?)",
    ),
    Rule(
        "address",
        rf"(?P<x>(?:[{CJK}]{{2,8}})?[^\s,，。A-Za-z\d]{{1,4}}(?:屋?邨|屋苑|花园|苑|大厦|中心|广场)\s*(?:第?[\dA-Z一二三四五六七八九十]+[座期]\s*)?(?:[{CJK}]{{1,4}}[楼阁座轩]\s*)?(?:\d{{1,3}}[楼/][A-Z\d]{{0,3}}\s*)?(?:[A-Z\d]{{1,5}}室|\d{{1,3}}[楼/][A-Z]))",
    ),
    Rule(
        "address",
        r"(?P<x>(?:(?i:no\.?|lot|unit)\s*[\dA-Z-]+,?\s+)?(?i:jalan|jln\.?|lorong|lrg\.?|taman|persiaran)\s+[A-Z][\w/]*(?:\s[A-Z\d][\w/]*){0,3}(?:,\s*(?:\d{5}\s+)?[A-Z][\w]+(?:\s[A-Z][\w]+)*){0,3})",
    ),
    Rule(
        "address",
        rf"(?P<x>[{CJK}]{{2,8}}?\d{{1,3}}座\s*\d{{1,3}}[楼/]\s*[A-Z\d]{{1,3}}室?)",
    ),
    Rule(
        "address",
        r"(?P<x>\d{1,4}(?:/\d{1,4})?,\s+\d{1,2}(?:st|nd|rd|th)\s(?:Cross|Main|Block|Stage|Street)(?:,\s*[A-Z][\w]*(?:\s[A-Z]\w*)*){1,3}(?:\s\d{6})?)",
    ),
    Rule(
        "address",
        r"(?P<x>H\.?\s?No\.?\s*\d[\d/A-Z-]*,\s*[A-Z][\w]*(?:\s[A-Z]\w*)*(?:,\s*[A-Z]\w*(?:\s[A-Z]\w*)*)*(?:\s\d{6})?)",
    ),
    Rule(
        "address",
        r"(?<!\w)(?P<x>[A-Z]\w{1,24}(?:\s[A-Z]\w{1,24})?\s(?:Rd|St|Road|Street)\.?,\s(?:Lane|Alley|Ln\.?|Sec\.?)\s\d+,\s(?:(?:Alley|Aly\.?)\s\d+,\s)?No\.?\s?\d[\d-]*)",
    ),
    Rule(
        "address",
        r"(?<!\d)(?P<x>\d{1,4}(?:-\d+)?,?\s+(?i:neighbou?rhood)\s+\d{1,3},\s+[A-Z][a-z]+\s(?:Village|Li)(?:,\s[A-Z]\w+(?:\s[A-Z]\w+)*){0,3})",
    ),
    Rule("address", r"\b(?P<x>(?i:blk|block)\.?\s\d{1,4}[a-z]?\s(?:\w+\s){1,5}#\d{2}-\d{2,4})"),
    Rule(
        "address",
        r"(?P<x>(?:[A-Z][a-z]+\s(?:Township|District|City|County),\s*)?[A-Z][a-z]+\sVillage,?\sNo\.?\s?\d[\d-]*)",
    ),
    Rule(
        "address",
        r"(?<!\d)(?P<x>\d{1,4}[a-z]?\s[a-z]+(?:\s[a-z]+)?\s(?:terrace|close|street|road|lane|avenue|drive|way|court|crescent|gardens),?\s[a-z]+,?\s[a-z]{1,2}\d[a-z\d]?\s\d[a-z]{2})(?![a-z])",
    ),
    Rule("address", r"(?<![A-Za-z])(?P<x>S\(?(?<=\()\d{6}\))"),
    Rule(
        "address",
        r"(?<!\d)(?P<x>(?:\d{1,5}\s)?(?i:brgy\.?|barangay|sitio|purok)\s+[A-Z][\w.]*(?:\s[A-Z][\w]*)*(?:,\s*(?:Brgy\.?\s+)?[A-Z][\w.]*(?:\s[A-Z][\w]*)*){0,3})",
    ),
    Rule(
        "address",
        r"(?P<x>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,?\s+(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\s+\d{5}(?:-\d{4})?)(?!\d)",
    ),
    Rule(
        "address",
        rf"\b(?P<x>(?i:{UNIT}|[a-z]+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]{UNIT})?)\s+(?:[A-Z][\w'’-]+\s+){{1,2}}{STREET}\b)",
    ),
    Rule("address", r"(?<![A-Za-z])(?P<x>(?i:p\.?\s?o\.?\s+box)\s+\d{1,6})"),
    Rule(
        "address",
        r"(?P<x>(?i:\b(?:rm|room|flat|unit)\.?\s*\d+[A-Za-z]?,?\s+(?:block|tower|building|phase)\s+\w{1,3}\b)(?:,\s*[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,4})?)",
    ),
    # the landlord of no.27 zhongshan 2nd rd; no 46 zhonghua st tamsui 5th floor
    Rule(
        "address",
        r"\b(?P<x>(?i:no\.?|number)\s?\d{1,4}(?:-\d+)?,?\s(?:[A-Za-z'’]{2,14}\s){1,2}?(?:(?:(?i:[nsew]\.?|\d(?:st|nd|rd|th)))\s){0,2}(?i:rd|road|st|street|ave|avenue|lane|blvd)\b\.?(?:,?\s\w+)?(?:,?\s\d{1,2}(?:st|nd|rd|th)?\s(?i:floor|fl|f))?)",
    ),
    # Dapu Village, Neighborhood 7, No. 53
    Rule(
        "address",
        r"(?<!\w)(?P<x>[A-Z][a-z'’]+\s(?i:village|li),?\s(?i:neighbou?rhood)\s\d{1,3},?\s(?i:no\.?)\s?\d[\d-]*)",
    ),
    # Hualien County Ji'an Township Beichang village 3rd Street 91
    Rule(
        "address",
        r"(?<!\w)(?P<x>[A-Z][a-z]+\s(?:County|City),?\s[A-Z][a-z'’]+\s(?:Township|District|Dist\.)(?:,?\s[A-Za-z'’\d]+){1,4},?\s\d{1,4}(?!\d))",
    ),
    # Telephone numbers: those of a plan that nothing else looks like, and any after a word for calling.
    Rule(
        "telephone",
        r"(?<![\d.+])(?P<x>0[\s.、,，-]{1,2}[97](?:[\s.、,，-]{1,2}\d(?!\d)){8})",
        digits=True,
    ),
    Rule(
        "telephone",
        rf"(?<![\w.])(?P<x>(?:\+|00)\s?\(?[1-9]\d{{0,2}}\)?(?:{GAP}\d){{6,12}}{TAIL})(?!\d)",
        digits=True,
    ),
    Rule(
        "telephone", rf"(?<![\w.+])(?P<x>\(?0[1-9](?:{GAP}\d){{7,9}}{TAIL})(?!{GAP}\d)", digits=True
    ),
    Rule(
        "telephone",
        rf"(?<![\w.+])(?P<x>886{GAP}9(?:{GAP}\d){{8}}|852{GAP}[235-9](?:{GAP}\d){{7}}|86{GAP}1[3-9](?:{GAP}\d){{9}}|44{GAP}7(?:{GAP}\d){{9}})(?!\d)",
        digits=True,
    ),
    Rule("telephone", r"(?<![\d.+])(?P<x>1[3-9]\d(?:[\s-]?\d){8})(?!\d)", digits=True),
    Rule(
        "telephone",
        rf"(?<![\w.+/-])(?P<x>(?:1[\s.-]?)?(?:\([2-9]\d{{2}}\)\s?|[2-9]\d{{2}}[\s.\-–])\d{{3}}[\s.\-–]\d{{4}}{TAIL})(?![\d/-])",
        digits=True,
    ),
    Rule(
        "telephone",
        r"(?<![\w.+/-])(?P<x>[2-9]\d{2}[2-9]\d{6})(?!\d|\s*(?i:/|copies|iu|cells|个|per\b))",
        digits=True,
    ),
    Rule(
        "telephone",
        r"(?<![\d.+/~-])(?P<x>[5679]\d{3}[\s-]\d{4})(?![\d/~-]|\s*(?i:/|ml|mg|iu|steps|步))",
        "no_range",
        digits=True,
    ),
    Rule("telephone", r"(?<![\d/])(?P<x>09\d{2}/\d{3}/\d{3})(?![\d/])"),
    Rule("telephone", r"(?<![\d.+/~-])(?P<x>555[\s.-]?01\d\d)(?!\d)", digits=True),
    Rule(
        "telephone",
        rf"(?:{CALL})[^\d\n。.;；]{{0,14}}(?P<x>0(?:[\s\-,，、]{{0,2}}\d){{8,9}})(?!\d)",
        digits=True,
    ),
    Rule(
        "telephone",
        rf"(?:{CALL})[^\d\n。.;；]{{0,14}}(?P<x>\(?\d(?:{GAP}\d){{6,11}}{TAIL})(?!\d)",
        "no_year_range",
        digits=True,
    ),
)
