"""What has a form of its own: mail and links, numbers, days of birth, telephones."""

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

# Before a date that has a year, and beside which nobody falls ill.
WITH_YEAR = r"(?=(?:民国\s*)?\d{2,4}\s*[-./年]|[一二〇零]{2,4}年|[^,，。\n]{0,16}(?:19|20)\d\d)"
NO_ILLNESS = "(?![^。,，\n]{0,8}(?:确诊|发烧|出疹|咳|打|接种|看|做|拉|吐|开始))"
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
    r"|\d{1,2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\d{4}(?!\d)"
    rf"|\d{{1,2}}(?i:st|nd|rd|th)?(?:\s+(?i:of))?[\s-]+{MONTH}(?:[\s,-]+(?:\d{{4}}|['’]?\d{{2}}\b))?"
    rf"|{MONTH}\s+(?i:the\s+)?\d{{1,2}}(?i:st|nd|rd|th)?\b(?:[\s,]+\d{{4}})?"
    r"|(?:19|20)\d{2}[01]\d[0-3]\d(?!\d)|(?<!\d)[01]\d{2}[01]\d[0-3]\d(?!\d)"
    rf"|{DAY_WORD}(?i:\s+of)?\s+{MONTH}(?:,?\s+(?:\d{{4}}|(?i:(?:two thousand|nineteen|twenty)(?:[\s-]+(?:and\s+)?[a-z]+teen|[\s-]+(?:and\s+)?(?:twenty|thirty|{UNIT})(?:[\s-]{UNIT})?)?)))?"
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
    # 掛號一直失敗 idr130748250
    Rule("national_id", r"(?i:\bid|证号?)(?P<x>[A-Za-z][1289]\d{8})(?![A-Za-z\d])", "taiwan_id"),
    # wanwan0611@gmail 回我一下
    Rule(
        "email",
        r"(?<![\w.+-])(?P<x>[A-Za-z0-9][\w.+-]{2,40}(?:\s?[@#]\s?|\s(?:at|AT)\s)(?i:gmail|hotmail|yahoo|outlook|icloud|kimo|protonmail))(?![\w-])",
    ),
    Rule("link", r"(?P<x>(?i:h\st\st\sp(?:\ss)?)\s?:\s?/\s?/[ \w./?=-]{1,80})"),
    Rule(
        "link",
        r"(?P<x>(?i:https?|ftp|hxxps?)\s?:\s?//[^\s<>\"'(),;\u3000-\u303f\u4e00-\u9fff]+|(?<![\w.@])(?i:www)\s?\.\s?[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"'(),;\u3000-\u303f\u4e00-\u9fff]*)?)",
    ),
    Rule(
        "link",
        r"(?<![\w.@-])(?P<x>(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?i:com|org|net|edu|gov|info|io|app|blog|idv|xyz|gl|test|example)(?:\.[a-z]{2})?(?![A-Za-z0-9@-])(?:[:/?#][^\s<>\"'(),;\u3000-\u303f\u4e00-\u9fff]*)?"
        r"|(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?i:me|ly|gle?|be|gg|tw|cn|hk|uk|jp|cc|co|to|ee)/[^\s<>\"'(),;\u3000-\u303f\u4e00-\u9fff]+)",
    ),
    # www . dropbox . com / s / 9fj2kq; facebook dot com slash karoo.ouma.6
    Rule(
        "link",
        r"(?<![\w./])(?P<x>(?i:www)(?:\s?\.\s?[\w-]{1,40}){2,4}(?:\s?/\s?[\w.-]{1,40}){0,6}|[a-z][\w-]{2,30}\s\.\s?(?:com|net|org|tw)\b(?:/[\w@./-]{1,80})?|[A-Za-z][\w-]{2,30}\s(?i:dot)\s(?:(?i:com|net|org|tw)\b|(?i:me|io)\b(?=\s(?i:slash)))(?:\s(?i:slash)\s[\w./-]{1,60}){0,3})",
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
        r"(?:健保|(?i:\b(?:nhi |ic |insurance |health )?card (?:no\.?|number)|\b(?:nhi|ic|insurance|health) card\b))[^\d\n。]{0,24}(?P<x>\d{4}[\s.-]?\d{4}[\s.-]?\d{4})(?!\d|[.-]\d)",
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
        r"(?i:\b(?:wrist ?band|bracelet|sticker|label|chart|file|record|folder|barcode)\b|手环|手圈|贴纸|条码|病历)[^\n.。]{0,50}?(?i:\breads?\b|\bsays?\b|\bis\b|['’]s\b|\bwas\b|上?写|写着|是|[:：])\s*(?P<x>[A-Z]{0,3}[/ -]?\d(?:[/ -]?\d){5,13})(?!\d)",
        "no_barcode",
    ),
    # 病歷號碼寫 七七零四一九三
    Rule("record", r"病[历例]号码?[^\d\n。]{0,4}(?P<x>\d{5,10})(?!\d)", digits=True),
    # 病例編號寫錯應該是M-20771才對
    Rule("record", r"病[历例](?:号码?|编号)[^\d\n。A-Z]{0,10}(?P<x>[A-Z]{1,3}-?\d{4,10})(?!\d)"),
    # 手寫卡 他卡號3058
    Rule("record", r"卡号(?:是|:)?\s?(?P<x>\d{4,12})(?!\d)"),
    # shes got a nhi, JKW4165
    Rule("health_card", r"(?i:\bnhi\b)[^\n.]{0,14}?\b(?P<x>[A-Z]{3}\d{4}|[A-Z]{3}\d{2}[A-Z]{2})\b"),
    # My S.I.N. is 531 806 420
    Rule(
        "national_id",
        r"\b(?i:s\.?i\.?n|tfn|social insurance)\b[^\d\n]{0,20}(?P<x>\d{3}[ -]?\d{3}[ -]?\d{3})(?!\d)",
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
        rf"(?:(?i:\bborn(?:\s+on)?|\bb['’-]?day\b|\b(?:came|arrived|entered)\s+(?:in|into)\s+(?:the|this)\s+world|\bcame\s+along|\bleap(?:[\s-]year)?\s+baby|\blahir|\b(?:pin|ipin)anganak(?: po)?(?: siya)?|\bbirth cert(?:ificate)?|\barrived(?=,?\s+(?:on\s+)?[A-Z\d])|\bcame early,?|\b(?:turned|turns|will be)\s+(?:\d{{1,2}}|{UNIT})(?=\s+on)|\bjoined us|\b(?:baby|he was|she was|I)\sdelivered(?=,?\s+(?:on\s+)?[A-Z\d])|\bd\.?\s?o\.?\s?b\.?(?![a-z])|\bdates?\s+of\s+birth|\bbirth\s?-?da(?:y|te)(?:['’]s|\s+is|\s+as)?|\bbirth|\b(?:geb\.|née? le|geboren am)|(?<![\w.])b\.(?=\s?\d)|(?<=\()b\.)(?i:[^\n.;]{{0,20}}?\b(?:on|is|was|as|says|shows|reads|:))?|(?:出[生世](?:年月日|日期|日|于|在)?|生日|生于|诞生于?|生辰|户口[本簿][^\d\n]{{0,5}}|生日(?:明明|应该|其实|写|登记)是|属[鼠牛虎兔龙蛇马羊猴鸡狗猪](?:的|年)?[,，]?\s*))"
        rf"[\s:：(（\])=是系为在,，]*(?:[(][^)\d]{{1,12}}[)]\s*|闰年[,，]\s*)?(?i:on\s+|the\s+|is\s+|was\s+|at\s+[^\n,.]{{2,25}}?\s+on\s+|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?(?P<x>{DATE})",
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
        rf"(?P<x>{DATE})(?=[^,，。\d\n]{{0,14}}(?:出生|(?<![医学花新陌卫先])生的|出世|那天生|来报到))",
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

TELEPHONES = (
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
        "no_series",
        digits=True,
    ),
    Rule(
        "telephone",
        r"(?<![\w.+/-])(?P<x>[2-9]\d{2}[2-9]\d{6})(?!\d|\s*(?i:/|copies|iu|cells|个|per\b))",
        digits=True,
    ),
    Rule(
        "telephone",
        r"(?<![\d.+/~-])(?<!\d{4}[ -])(?P<x>[5679]\d{3}[\s-]\d{4})(?![\d/~-]|\s*(?i:/|ml|mg|iu|steps|步))",
        "no_range",
        digits=True,
    ),
    # 零四，二三七一，九零六四
    Rule("telephone", r"(?<![\d.])(?P<x>0\d{1,3},\d{3,4},\d{3,4})(?![\d,])", digits=True),
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
