"""What has a form of its own: mail and links, numbers, telephones."""

from questions.identifier_rules.rule import CJK, Rule

# Between two digits of one number.
GAP = r"[\s.\-‐-―−·()_*~|]{0,3}"
TAIL = r"(?:\s*(?:#|ext\.?|extension|x|转|分机)\s*\d{1,5})?"
CALL = (
    r"(?i:\b(?:tele)?phones?\b|\btel\b|\bcall(?: me| us)?\b|\bmobile\b|\bcell\b|\bring(?: me)?\b|\bfax\b"
    r"|\bwhats ?app\b|\btext(?: me)?\b|\bcontact\b|\breach (?:me|us)\b|\bdial\b)"
    r"|电话|市话|家电|座机|手机|来电|致电|打给|打到|联络|联系|连络|传真|专线"
)
TLD = r"(?i:com|org|net|edu|gov|info|io|co|me|tw|hk|cn|uk|jp|us|test|example|de|fr|au|ca|nz|sg|my|ie|invalid|ch|at|it|es|nl|be|eu|se|no|dk|fi|pl|cz|pt|li|lu|in|kr|th|vn|ph|id|br|mx)"
DOT = r"(?:\s*\.\s*|\s*[\[(<{]\s*(?i:dot|\.)\s*[\])>}]\s*|\s+(?i:dot)\s+|\s*点\s*)"
# No blank before "@": "is @mama.in.taichung" is an account.
AT = r"(?:@\s*|\s+@\s+|\s+@(?=(?i:gmail|hotmail|yahoo|outlook|icloud|msn|live|proton))|\s*[\[(<{]\s*(?i:at?|@)\s*[\])>}]\s*|\s*[(（\[]?\s*(?:小老鼠|艾特)\s*[)）\]]?\s*)"
LOCAL = r"[A-Za-z0-9][\w.+-]*(?:(?:\s+(?i:dot|underscore|dash)\s+|\s*[\[(]\s*(?i:dot)\s*[\])]\s*|\s*(?:点|底线)\s*)[A-Za-z0-9][\w+-]*){0,3}"
HOST = rf"[A-Za-z0-9-]+(?:{DOT}[A-Za-z0-9-]+)*{DOT}{TLD}(?![A-Za-z])(?:\.[A-Za-z]{{2}}\b)?"

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
        r"(?:健保(?:IC)?卡(?:号码?|卡号)?|健康保险卡(?:号码?)?|医保卡?号?|(?i:\b(?:national )?health insurance(?=\s+(?:number|no))|\b(?:nhi|health(?: insurance)?|insurance|medicare|medicaid)\s+(?:ic\s+)?(?:card|id|member|policy)\)?(?:\s+(?:number|no\.?))?|\bmedicare number|\bmember id|\bpolicy (?:number|no\.?)))"
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
        rf"(?i:\b(?:record|chart|file|folder|lab|registration|queue|visit|encounter|admission|case|reference|ref|referral|appointment|booking|urn|uhid|sample|specimen|accession|episode|patient|mr|rx|prescription|hospital|requisition|acct|account)\b|门诊|急诊|住院|检查)[\s:.#]*(?i:(?:no|number|num|ref|id|code|nr)\b)?(?i:\s(?:there|here|was given))?[\s.:#]*(?i:is\b|was\b|as\b|=)?\s*{NUMBER}",
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
)

TELEPHONES = (
    # Telephone numbers: those of a plan that nothing else looks like, and any after a word for calling.
    Rule(
        "telephone",
        r"(?<![\d.+])(?P<x>0[^\w+%]{1,2}[97](?:[^\w+%]{1,2}\d(?!\d)){8})",
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
    # 0912📞345📞678
    Rule("telephone", r"(?<![\d/])(?P<x>09\d{2}[^\w,]{1,4}\d{3}[^\w,]{0,4}\d{3})(?![\d/])"),
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
