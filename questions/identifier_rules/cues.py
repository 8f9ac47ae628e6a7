"""Names after words that say that one comes. What stands first wins."""

from questions.identifier_rules.given_names import (
    BESIDE,
    OFTEN,
    SELDOM,
    SYLLABLE,
)
from questions.identifier_rules.names import (
    ADJECTIVES,
    AFTER_ZH,
    ALL_SURNAMES,
    ANY_EN,
    ANY_ZH,
    CARER_ZH,
    COMPOUND,
    FULL_ZH,
    GIVEN,
    GIVEN_ZH,
    GOES_ON,
    KIN,
    KIN_EN,
    LOW,
    MINE,
    NAME_EN,
    NAME_ZH,
    NICK_SURE,
    NICK_ZH,
    NO_KIN_ZH,
    NO_LITTLE,
    NO_NAME,
    NO_OPENING,
    NO_SUBJECT,
    NO_TWIN,
    NOT_FIRST,
    PET_TWIN,
    SAID_NEXT,
    SOUNDS,
    SURE,
    UPPER,
    WORD,
)
from questions.identifier_rules.rule import CJK, UNIT, Rule

CUES = (
    # Names of the first peoples of Taiwan, and of others written so.
    Rule(
        "name",
        rf"(?P<x>(?:(?<![{CJK}])[{CJK}]{{2,4}}|(?<=[叫是的姓])[{CJK}]{{2,4}}|[{CJK}]{{2}})[·・‧•．][{CJK}]{{2,4}}?)(?=[{CJK}]?(?:是|[一二三四五六七八九十\d]|咳|发|从|昨|今|最|有|的|[,，。;；、\s]|$)|$)",
    ),
    Rule(
        "name",
        rf"(?:^|[^{CJK}])(?P<x>[{CJK}][{CJK}.·・]{{1,7}})(?=是(?:我|他|她|孩子|小孩)[{CJK}]{{0,8}}的?(?:名字|本名|小名|乳名|叫法|昵称|暱称|外号|绰号))",
    ),
    Rule(
        "name",
        rf"(?:{KIN}|{CARER_ZH})(?P<x>阿(?![姨嬷公婆妈爸伯叔姑祖哥姐弟妹母们斯莫兹托里拉])[{CJK}]|小[{CJK}]{{2}}(?=[(（,，]))",
    ),
    Rule("name", rf"(?<![{CJK}])(?P<x>阿[A-Z][a-z]+)"),
    Rule(
        "name",
        rf"(?:名字|名)[^,，。:：\n]{{0,8}}[,，]\s*(?P<x>{NAME_ZH})(?=[,，。])|(?:大名|胎名)(?:就)?(?:叫|是)?(?P<y>{NAME_ZH}|[{CJK}]{{2}})(?=[,，。;；\s\d]|从|生)",
        "name_zh",
    ),
    Rule(
        "name",
        rf"姓\s+(?P<x>[{ALL_SURNAMES}]|{COMPOUND})\s*(?=[,，])|姓\s*(?:{COMPOUND}|[{ALL_SURNAMES}])\s*[,，]\s*名\s*(?P<y>[{CJK}]{{1,2}})(?=[\s,，。.])",
    ),
    Rule(
        "name",
        rf"(?:^|[^{CJK}]|[的是找跟])(?P<x>[小阿](?![儿班学组姨])[{CJK}])(?=老师|教练|医师|护理师|园长|姐姐老师)|(?:班|园|司机|邻居|房东)(?P<y>[{ALL_SURNAMES}])(?=老师|大哥|大姐|阿姨|先生|太太)",
        "name_zh",
    ),
    Rule("name", r"拼音\s*(?:是|:|：)?\s*(?P<x>[A-Z][A-Za-z]+,?\s+[A-Z][A-Za-z]*(?:-[A-Za-z]+)?)"),
    Rule(
        "name",
        rf"叫[佢他她]做(?P<x>[{CJK}]{{2,3}})(?=[,，。])|(?i:\bnick ?name)\s*(?:系|是|叫|is)\s*(?P<y>{NAME_EN}|[{CJK}]{{2,3}})",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?P<x>[{SURE}])(?=女士|姑娘|中医师|院长|校长|组长|家[大小]?(?:儿子|女儿|弟弟|妹妹|双胞胎)|太[\s,，谨敬上])",
    ),
    Rule("name", rf"{KIN}(?P<x>[{SURE}]{{1,2}}阿[{CJK}])"),
    Rule(
        "name",
        rf"(?:{KIN}|{CARER_ZH})(?P<x>[{SURE}]{{1,2}}[{OFTEN}{BESIDE}]{{2}}|[{ALL_SURNAMES}][{OFTEN}][{CJK}])(?={SAID_NEXT})|(?:{CARER_ZH}叫|名唤|唤作)(?P<y>{NAME_ZH}|(?<=唤)[{CJK}]{{2}})(?=[,，。])",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:一个|大的|小的|老大|老二|老三|哥哥|弟弟|姐姐|妹妹)叫(?P<x>[{CJK}]{{2}})(?=[、,，。])|叫我(?P<y>[小阿][{CJK}]|{NAME_ZH})(?=[\s,，。!！就即])",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?i:\bby)\s?(?P<x>[{CJK}]{{2,3}}?)(?=妈|爸|$)|(?:爸|妈)(?P<y>阿[{CJK}])(?=留|上|$)",
        "signed_zh",
    ),
    Rule("name", r"(?:小名|外号|绰号|昵称|暱称)(?:叫|是)?(?P<x>[A-Za-z]{1,3}[\u4e00-\u9fff]{1,2})"),
    Rule("name", rf"(?<![\wÀ-ỹ'’.@/-])(?P<x>{NAME_EN})\s?(?=先生|女士|小姐|太太)"),
    Rule("name", rf"(?:姓\s*名\s*[:：]|叫)\s*(?P<x>[{CJK}](?:\s[{CJK}]){{1,3}})(?=\s|$)"),
    Rule(
        "name",
        r"(?:拼|护照)[^A-Z\n]{0,8}(?P<x>[A-Z]{2,},? [A-Z]+(?:-[A-Z]+)?)|(?<![A-Za-z])(?P<y>[A-Z]{2,6}, [A-Z]{2,6}-[A-Z]{2,6})(?![A-Za-z])",
    ),
    Rule(
        "name",
        rf"(?:小名|绰号|外号|花名|乳名|昵称|暱称)叫?(?P<x>(?![{NOT_FIRST}是叫])[{CJK}]{{2,3}})(?=[,，。;；\s]|的我|的[那这]|的(?:儿子|女儿|孩子|宝宝|小孩))"
        rf"|[「“\"]?(?P<y>(?![我他她你])[{CJK}]{{2,3}})[」”\"]?(?:[(]|是)(?:是)?(?:我|他|她|小孩|孩子|宝宝|女儿|儿子|弟弟|妹妹|他的|小名)[^,，。)]{{0,6}}(?:小名|昵称|暱称|乳名|花名|绰号|外号|哈[)])",
        "name_zh",
    ),
    Rule("name", rf"(?:[俺咱阮]家|花名)(?P<x>{NICK_SURE})"),
    Rule(
        "name",
        rf"(?:陪月|月嫂|看护|保[母姆]|帮佣|育儿嫂)(?P<x>(?!阿[姨嫂])[{CJK}]{{1,2}}?)(?=姐|姨|嫂|婶)|(?:{KIN}|{CARER_ZH})(?P<y>[{SOUNDS}]{{2,4}})(?={SAID_NEXT}|平)",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:^|[\s。！!，,])(?P<x>[{CJK}]{{2,4}}?)\s*(?:敬上|谨上|敬启|谨启|拜上|拜启|叩上)",
        "signed_zh",
    ),
    Rule("name", rf"(?i:\bname)\s*[:：]?\s*(?P<x>{NAME_ZH})(?![{CJK}])"),
    Rule(
        "name", rf"姓(?:{COMPOUND}|[{ALL_SURNAMES}])[,，]\s*名(?P<x>[{CJK}]{{1,2}})(?=[\s,，。.])"
    ),
    Rule(
        "name",
        rf"{KIN}(?P<x>(?P<twin11>(?![{NO_TWIN}])[{CJK}])(?P=twin11))(?=[,，]?\s*[\d一二三四五六七八九十两]+\s*(?:岁|个(?:多|半)?月|周大))",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:不|要|改|就|也|才|别人)叫[他她]?(?P<x>{NAME_ZH})(?=[\s,，。.;；、!！?？」])|(?:中文名字?|单名(?:一个)?)(?:是|叫|:)?[「\"“]?(?P<y>{NAME_ZH}|[{CJK}](?=[」\"”]|字))",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:叫[做作]?|名叫|名字(?:是|叫|为)?|小名|绰号|外号|暱称|昵称|英文名字?)(?:是|叫[做作]?|[:：])?\s*(?P<x>{NAME_EN}|(?<=[称名号])[A-Z]{{2,6}}(?![A-Za-z]))",
        "called",
    ),
    Rule(
        "name",
        rf"(?:小名|乳名|绰号|外号|暱称|昵称)(?:(?:就?是|叫[做作]?|[:：])\s*(?P<x>{ANY_ZH}|{NICK_ZH})|\s*(?P<y>{NICK_SURE}))",
        "name_zh",
    ),
    Rule("name", rf"(?:绰号|外号|暱称|昵称)(?P<x>{ANY_ZH})", "name_zh"),
    Rule(
        "name",
        rf"{KIN}(?P<x>(?P<twin3>[{PET_TWIN}])(?P=twin3))(?!(?P<again>.)(?P=again)|[的地])",
        "name_zh",
    ),
    Rule("name", rf"{KIN}(?P<x>[小阿](?![{GOES_ON}{NO_LITTLE}])[{CJK}])(?={AFTER_ZH})", "name_zh"),
    Rule(
        "name",
        rf"叫[他她牠]做?(?P<x>{NICK_SURE}|阿[{CJK}])(?=[\s,，。.;；、!！]|$)",
        "name_zh",
    ),
    Rule(
        "name",
        rf"{KIN}\s*(?:的?英文名字?)?(?:叫|是)?\s*(?P<x>{NAME_EN})(?![{LOW}]|\s*(?:吃完|打完|喝完|用完|疫苗|快筛|阳性|阴性|指数|症|药))",
        "after_kin",
    ),
    Rule(
        "name",
        rf"(?:^|[\s,，。！!？?;；、])(?P<x>{NAME_ZH}|{NICK_SURE}|(?!{NO_SUBJECT})[{CJK}]{{2}}|{NAME_EN})(?=是(?:我|我们|我家)的?(?:大|小)?(?:儿子|女儿|宝宝|孩子|小孩|孙子|孙女|弟弟|妹妹|哥哥|姐姐|老公|老婆|先生|太太)(?:[\s,，。.;；]|$))",
        "name_zh",
    ),
    Rule(
        "name",
        # Not from the middle of a word: each letter of a long one would be a beginning.
        rf"(?:^|[^{CJK}A-Za-zÀ-ỿ]|我是|这里是|这边是|[{CJK}]的)(?P<x>{NICK_SURE}|{NAME_EN})(?=的?(?:妈妈|爸爸|妈咪|爸比|麻麻|把拔|妈[\s,，。!！~～A-Z]|爸[\s,，。!！~～A-Z阿]))",
        "name_zh",
    ),
    Rule(
        "name",
        rf"[他她我子儿]姓\s*(?P<x>{COMPOUND}|[{SURE}])(?=[\s,，。.;；]|$)",
    ),
    Rule(
        "name",
        rf"(?:姓名|名字)(?:是|[:：])\s*(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}]) [{CJK}](?: [{CJK}])?)(?=[\s,，。.;；]|$)",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:{KIN_EN},?[ ]+|(?i:\b(?:name is|called|named|dr\.?|doctor|nurse|teacher|i am|i'm)\s+))(?P<x>{NAME_ZH}|{NICK_SURE})(?![{CJK}])",
        "name_zh",
    ),
    Rule(
        "name",
        rf"{KIN_EN},?[ ]+(?P<x>[{CJK}]{{2,3}})(?=\s*(?:has|had|is|was|keeps|\(|,\s*\d))",
        "name_zh",
    ),
    Rule(
        "name",
        rf"{KIN_EN},?[ ]+(?P<x>April|May|June|Will|August)(?=\s+(?:has|is|keeps|had|was|started|got|who|and|won)\b|[,.])",
    ),
    Rule(
        "name",
        r"(?i:\b(?:name (?:is|was)|named|is called))\s+(?P<x>April|May|June|Will|August)\b",
    ),
    Rule(
        "name",
        r"\b(?i:(?:his|her|my|their|(?:son|daughter|baby|child)(?:['’]?s)?)\s+name\s+(?:is|was))\s+(?P<x>(?!(?:NOT|NO|CONFIDENTIAL|PRIVATE|SECRET|WITHHELD|HIDDEN|SPELLED|SPELT|THE)\b)[A-Z]{3,12})\b",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:this is|i am|i'm|i’m)\s+)(?P<x>{NAME_EN})(?:(?<=['’]s)|['’]s)(?=\s+(?:mum|mom|mother|dad|father|parent|aunt|grandmother|grandma)\b)",
    ),
    Rule("name", rf"(?i:\b(?:hi|hello|hey)\b,?)\s+(?P<x>{NAME_EN})(?=\s+here\b)"),
    Rule(
        "name",
        rf"(?i:\b(?:nicknamed|named|called|christened|calls?)\s+(?:her|him|them|me|our\s+[a-z]+))\s+(?P<x>{NAME_EN})",
        "is",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:go(?:es)? by|post(?:ing)? as|short for|a\.?k\.?a\.?|known (?:at home |to us |as )*as|answers (?:only )?to|(?:english|chinese|pet|nick|baby|milk) ?name(?: is|:)?))[ ]+[\"“]?(?P<x>{NAME_EN}|Ah[ ][A-Z][a-z]+)",
        "is",
    ),
    Rule("name", rf"[-–—,(][ ]?(?P<x>{NAME_EN}|Ah[ ][A-Z][a-z]+)(?=[ ]for short|[ )]*$)", "signed"),
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?P<x>{NAME_EN})(?=,\s+(?:my|our|his|her|their)\s+{ADJECTIVES}{MINE}\b)",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:his|her|their|my) name)[ ]+(?P<x>{NAME_EN})|(?i:\bnick ?names?)[ ](?P<y>{NAME_EN}(?:[ ]and[ ]{NAME_EN})?)",
        "is",
    ),
    Rule("name", r"(?i:\bcall (?:me|him|her))[ ](?P<x>[a-z]{3,15})(?=[ .,!]|$)", "given_small"),
    Rule(
        "name",
        rf"{KIN_EN},?[ ]+(?P<x>[a-z]{{2,12}}(?:[ ][a-z]{{2,12}})?)(?=,?[ ]\d{{1,2}}[ ]?(?:yrs?|y/?o|years?|mths?|months?|mo)\b)",
        "unknown",
    ),
    Rule("name", r"(?<![\w-])(?P<x>[A-Z][a-z]{1,9})(?=[ ][Ll]aoshi\b)"),
    Rule("name", r"(?<![\w-])(?P<x>Ah?-[A-Z][a-z]+)"),
    Rule(
        "name",
        r"(?i:\bnicknamed)\s+[\"“]?(?P<x>[a-z]{3,12})(?=\s+(?:by|because|since|as)\b|[\"”,.])",
    ),
    Rule(
        "name",
        r"(?i:\bname)[^\n:(]{0,20}[(][^\n)]{0,30}[)]\s+(?P<x>[A-Z]{2,}(?:[ -][A-Z]{2,}){1,3})(?![A-Za-z])",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:from|love|thanks|regards|both|us|all))[^.\n]{{0,20}},[ ](?P<x>{NAME_EN}[ ](?:&|and)[ ]{NAME_EN})\s*[.!]?\s*$",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?<![A-Za-zÀ-ỿ])(?P<x>[A-Z][a-z]{{1,20}}(?:-[A-Za-z][a-z]{{1,12}})?)\s*(?=老师|医师|医生|阿姨|教练|护理师)|(?i:\b(?:teacher|dr\.?|doctor|nurse|i am|i['’]?m|this is|auntie?)\s+)(?P<y>(?:[a-z]{{2,6}}\s)?{SYLLABLE}-{SYLLABLE})(?![\w-])",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:first|last|full|given|family|sur)\s?name(?:\s*[(][^)]*[)])?\s*[-–—:=]\s*)(?P<x>{NAME_EN}(?:\s+(?:bin|binte|binti|bte)\s+{WORD})?)|(?:^|\n)\s*name[ :]+(?P<y>[a-z]{{3,15}}(?:[ ][a-z]{{3,15}})?)\s*(?=\n|$)",
    ),
    Rule(
        "name",
        r"(?i:\b(?:thx|thanks|ty|tia|cheers|regards|tq))\s*[-–—,!.\s]+(?P<x>[a-z]{3,15})\s*$",
        "unknown",
    ),
    Rule("name", r"(?<![A-Za-z])(?P<x>[A-Z]{3,20}, [A-Z]{3,20})(?![A-Za-z])", "given_last"),
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?P<x>{NAME_EN})(?=,[ ](?:my|our|his|her|the)[ ](?:[a-z-]+[ ]){{0,2}}(?:gp|GP|doctor|surgeon|midwife|dentist|paediatrician|pediatrician|consultant|nurse|teacher|therapist|specialist|physio|health visitor)\b)",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?P<x>{NAME_EN})(?=[ ][(](?:that['’]s (?:what|the|his|her)|as we call|we call)|[.,]?[ ][Tt]hat['’]?s[ ](?:his|her)[ ]name)",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:thanking you|thank you|thanks))[,.!]?[ ]+(?:[A-Z]\.[ ]?){{0,2}}(?P<x>{NAME_EN})\s*$|[.?!][ ](?:[-–—][ ]?)?(?:[A-Z][a-z]?\.[ ]?){{1,2}}(?P<y>{NAME_EN})\s*$",
        "unknown",
    ),
    Rule(
        "name",
        rf"\n\s*(?P<x>{NAME_EN}(?:[ ]?[(&][ ]?{NAME_EN}[)]?)?)\s*$|[ ][-–—~]+[ ](?P<y>{NAME_EN})\s*$",
        "signed",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:applicant|key ?worker|name of (?:the )?(?:child|patient|parent|baby|mother|father)|emergency contact|next of kin|parent/guardian|carer|social worker)\s*[:：-])\s*(?P<x>{NAME_EN})",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:(?:middle|little|older|younger|other|big|first|second) one|eldest|youngest|oldest|assistant)),?[ ](?P<x>{NAME_EN})(?=[ ,.]|$)",
        "unknown",
    ),
    Rule(
        "name",
        r"\b(?:doctor|nurse)[ ]+(?P<x>[a-z][a-z-]{3,20})(?=[ ](?:who|said|says|told|at|from|thinks|on|yesterday|today|last|about)\b)",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?i:小名|乳名|昵称|外号)\s*(?:is|was|:)\s*(?P<x>[{CJK}]{{2,3}})(?![{CJK}])",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?i:\bit['’]?s)\s+(?P<x>{NAME_EN})(?=,| here\b| again\b)",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?i:\bmyself)[:,]?\s+(?:[A-Z]\.[ ]?)*(?P<x>{NAME_EN})|(?i:\b(?:sur|first|last|family|given|middle|full|christian)\s?name)[ ]+(?P<y>{NAME_EN})",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:hubby|hubs|wifey|maid|helper|nanny|cousin|midwife|sitter|neighbou?r|nurse|teacher|doctor|godmother|godfather|surrogate|landlady|landlord|room ?mate|flat ?mate|boss|employer|principal|headmistress|head ?teacher))\s*[(]?(?P<x>{NAME_EN})(?=[ ,.)'’:;!?]|$)",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:surgeon|consultant|physician|paediatrician|pediatrician|doctor|gp|referred by|seen by|reported by|attending|teacher|midwife|nurse|guardian|child|mother|father|contact person|signed|pt|patient|(?:your|full|child['’]?s?) name)\s*[:：=])\s*(?:(?i:dr|mrs?|ms|miss)\.?\s+)?(?:[A-Z]\.\s*){{0,2}}(?P<x>(?:[A-Z][a-z]+,\s+(?=[A-Z][a-z]+-))?{NAME_EN}|[A-Z]{{2,}}(?:[ -][A-Z]{{2,}}){{1,3}}(?![A-Za-z]))",
        "unknown",
    ),
    Rule(
        "name",
        rf"\b(?i:cikgu|ustazah?|puan|encik|cik|kuya|ate|tita|tito|makcik|pakcik|nenek|sensei|laoshi|mdm|madam|matron|pastor|imam|bidan|sir|coach|sister|brother|auntie|aunty|kak|bang|mbak|mas)[ ]+(?P<x>{NAME_EN})",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?P<x>{NAME_EN})(?=[ ](?:sensei|yisheng|ayi|jie ?jie|Sensei)\b)|\bthe[ ](?P<y>{NAME_EN})(?=[ ](?:family|twins|household|kids|boys|girls)\b)",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?i:\bpatient)\s+(?P<x>{NAME_EN})(?=,\s*(?:[FM]\b|\d|aged|male|female)|\s*[(])|(?i:name\s*(?:-|–|—|\.{{2,}})\s*)(?P<y>{NAME_EN})",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?i:\byours),?[^\n.]{{0,40}},\s*(?P<x>{NAME_EN})\s*$|(?i:\bnick ?name(?:d| nya)?)[^.\n]{{0,30}}?[\"“](?P<y>{NAME_EN})[\"”]",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:nick ?name|pet name|xiao ?ming|panggil(?:an)?|nama(?:nya)?)(?:[ ](?:nya|dia|is|saya|anak|ialah))?)[:,]?[ ]+(?P<x>{NAME_EN})",
        "unknown",
    ),
    # Names after cues.
    Rule(
        "name",
        rf"(?i:\b(?:name\s*[’']\s*s|(?:full |first |last |sur|real |given |family |middle |nick ?|pet ?)?name\s+(?:is|was)|goes by|names?\s+are))\s+(?i:mr\.?\s+|mrs\.?\s+|ms\.?\s+|dr\.?\s+)?(?P<x>{ANY_EN})",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:(?:patient|child|baby|parent|mother|father|guardian|asker|full|first|last|sur|son|daughter|contact)(?:[’']?s)?\s*(?:full\s+)?name|name|patient|parent|guardian|mother|father|pt)\s*[:：=]\s*)(?i:mr\.?\s+|mrs\.?\s+|ms\.?\s+|dr\.?\s+)?(?P<x>{ANY_EN})",
    ),
    Rule(
        "name",
        r"(?i:\b(?:(?:patient|child|baby|full|given|parent)(?:['’]?s)?\s*name|name|patient|surname)\s*[:：=]\s*)(?P<x>[A-Z]{2,}(?:[ -][A-Z]{1,}){0,3})(?![A-Za-z])",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:called|named|aka|nicknamed|calls? (?:him|her|me|us)|we call (?:him|her))\s+)(?P<x>{NAME_EN})",
        "called",
    ),
    Rule(
        "name",
        rf"\b(?:I am|I'm|I’m|i am|im|This is|this is)\s+(?P<x>{NAME_EN})(?=\s*(?:,|\.|;|\band\b|\bfrom\b|$|—|–|\())",
        "i_am",
    ),
    Rule(
        "name",
        rf"{KIN_EN}(?:(?:,|:|,? namely|,? (?:a|the)(?= M| D))?[ ]+(?:(?i:mrs?|ms|miss|dra?|docteur)\b\.?[ ])?(?P<x>{NAME_EN}(?:(?:,\s+|\s+and\s+|\s*&\s*|,\s+and\s+){NAME_EN}){{0,3}})(?=[\s,.;:!?)(’']|$)|\s*\((?P<y>{NAME_EN})(?=\)|,\s*\d))",
        "after_kin",
    ),
    Rule("name", rf"{KIN_EN},?[ ]+(?P<x>[A-Z]{{3,}})\b", "given_small"),
    Rule(
        "name",
        rf"{KIN_EN},?[ ]+(?P<x>[a-zà-ÿ-]{{3,15}}|[A-Z]{{4,15}})(?=[ ](?:is|has|had|was|who|will|keeps?|just|ate|won['’]?t|and|put|says?|said|got|gets|can['’]?t|started|fell|needs|on|in)\b|[,.])",
        "unknown",
    ),
    Rule(
        "name",
        rf"\b(?:(?:Dr|dr|DR|Prof|Mr|Mrs|Ms|Mx)\b\.?|Doctor|doctor|Professor|professor|Nurse|nurse|Miss|Mister|Master|Midwife|midwife|Teacher|teacher|Aunt|Auntie|Uncle|Grandma|Sister)[ ]+(?P<x>(?:(?:van|von|de|der|den|del|la|le|di|el|al|bin|ten)\s+){{0,3}}{NAME_EN})",
        "titled",
    ),
    Rule(
        "name",
        r"\b(?:dr|mr|mrs|ms)\b\.?\s+(?P<x>(?!(?:who|told|said|says|and|or|is|was|has|did|gave|google|for|in|at|to|visit|please|will|can|the|a|an|my|our|on|if|about|thinks?|thought|prescribed|advised|recommended|suggested|appointment|but|when|sees?|saw|we|i|he|she|they|put|wants?|asked|tomorrow|today|yesterday|office|because|or|with|just|only|mentioned|checked|did|didnt|didn|does|doesnt|doesn|confirmed|diagnosed|sent|ordered|took|wont|won|keeps?|had|would|could|should|not|also|then|again|here|there|who|what|why|how|this|that|visits?|s)\b)[a-z]{3,15})(?=\s+(?:told|said|says|saw|gave|prescribed|advised|at|from|thinks|thought|recommended|suggested|diagnosed|who|is|was|has)\b)",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:regards|rgds|tq|thx|xoxo|tia|faithfully|truly|sincerely|yours|cheers|many thanks|thanks(?: so much| a lot| again)?|thank you(?: so much| very much| in advance)?|love|signed|best wishes|respect|respectfully|cordially|best))\s*[,!.:\n–—-]+\s*(?:[(]?(?i:mrs?|ms|miss|mdm|dr)\b\.?[)]?[ ]+)?(?P<x>(?:[A-Z]{{1,2}}\.?[ ]?){{0,2}}{NAME_EN})\s*(?:[(](?:Mrs?|Ms|Miss)\.?[)]|(?:&|and) family)?\s*$",
        "sign_off",
    ),
    Rule(
        "name",
        rf"(?:我叫[做作]?|我的?名字(?:是|叫)做?|本人叫?|他叫[做作]?|她叫[做作]?|牠叫|名叫|名字(?:是|叫|为)做?|名为|取名(?:叫)?|全名(?:是|叫)?|本名(?:是|叫)?)\s*[:：「『\"“]?\s*(?P<x>{ANY_ZH})",
        "name_zh",
    ),
    Rule(
        "name",
        rf"{KIN}\s*(?:的?名字)?(?:叫[做作]?|名叫|名字是|是叫|,叫|，叫)\s*[:：「『\"“]?\s*(?P<x>{ANY_ZH}|{NICK_ZH})",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:姓名|名字|病患|患者|患儿|病人|病童|个案|家长|监护人|联络人|签名|署名|母亲|父亲|学生|案主)(?:姓名|名字|名|本人)?】?\s*[:：=→】|]\s*(?P<x>{ANY_ZH}|{NAME_EN})",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:姓名|病患|患者|病童|个案)(?:姓名|是|为|名)?\s*(?P<x>{NAME_ZH})(?=[\s,，。.;；、(（]|$|今|昨|现年|因|的|是|\d)",
        "name_zh",
    ),
    Rule(
        "name",
        rf"我[是系係]\s*(?P<x>{NAME_ZH})(?=[\s,，。.;；!！、呀啊]|$|的?妈妈|的?爸爸|的?家长|的?母亲|的?父亲)",
        "i_am_zh",
    ),
    Rule(
        "name",
        rf"{KIN}(?!{NO_KIN_ZH})(?P<x>(?:{COMPOUND}|[{SURE}])(?:(?![{GOES_ON}]){GIVEN}){{2}})(?=[\s,，。.;；、(（]|$|今|现在|最近|昨|前天|从|有|已经|这|因|发烧|咳|起|也|一直|跌|摔|撞|吐|拉|不|没|是|的|被|在|常|老是|总是|身上|全身|肚子|得|住|哭|\d)",
        "after_kin_zh",
    ),
    Rule(
        "name",
        rf"(?:^|[^{CJK}]|[是给找看去到让被由的请和跟问向了位那]|今天|昨天|上次|刚才|[咗畀俾睇]|我们|后来|之前|但是?|医院|诊所|科)(?P<x>(?:(?:{COMPOUND})|[{SURE}])(?:(?![{GOES_ON}家庭主治小儿内外牙中西女男住院值班急诊专科皮肤专]){GIVEN}){{1,2}}|[{ALL_SURNAMES}]|{COMPOUND})(?=(?:医师|医生|大夫|主任|教授|护理师|护士|治疗师|心理师|社工|老师|小姐|先生|女士|太太|姑娘|妈妈|爸爸|阿姨|同学|小朋友|小弟弟?|小妹妹?))",
        "titled_zh",
    ),
    Rule(
        "name",
        rf"(?:敬上|谢谢您?[,，。!！]?|感谢[,，。!！]?)\s*\n+\s*(?P<x>{NAME_ZH})\s*$|(?P<y>{NAME_ZH})\s*(?:敬上|敬启|谨上|留$)",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:盼复|请教|谢谢|感谢|多谢|感恩|拜托|敬礼|此致|祝好|顺利|安康|平安|回复|回覆|解惑)您?了?[。.!！~～,，]*[\s—–-]*(?P<x>{NAME_ZH})\s*(?:[(（][^)）]*[)）])?\s*$"
        rf"|[\s。.!！][—–-]+\s*(?P<y>{NAME_ZH})(?=[(（\s]|$)",
        "name_zh",
    ),
    Rule(
        "name",
        rf"\b(?i:grandma|grandmother|granny|grandpa|grandad|granddad|papa|nanny|babysitter|sitter|childminder|cousin|uncle|auntie|aunt|midwife|physio(?:therapist)?|health visitor|coach|p(?:a)?ediatrician|therapist|teacher|surgeon|dietitian|dentist|consultant|neighbou?r)(?:,|[ ]is(?:[ ]called)?|[ ]called)?[ ]+(?:(?i:mr|mrs|ms|miss|dr)\b\.?\s+)?(?P<x>{NAME_EN})",
        "titled",
    ),
    Rule(
        "name",
        rf"\n\s*(?:[-–—~*]+\s*)?(?P<x>{NAME_EN})\s*(?:x+|\.|,)?\s*$|[.!?)\s]\s*[-–—~]+\s*(?P<y>{NAME_EN})\s*(?:x+|\.)?\s*$",
        "signed",
    ),
    Rule(
        "name",
        rf"(?<=[{OFTEN}{BESIDE}][{OFTEN}{BESIDE}])[和跟与、及](?P<x>[{OFTEN}{BESIDE}]{{2}})(?=都|也|同时|两|一起|[,，。、]|一[个前起])",
        "given_zh",
    ),
    Rule("name", rf"(?<![{CJK}])(?P<x>{FULL_ZH})(?![{CJK}])", "given_zh"),
    Rule(
        "name",
        rf"(?P<x>[{ALL_SURNAMES}](?:{GIVEN_ZH}|[{OFTEN}{BESIDE}]{{2}}))(?=医[师生]|中医|大夫|院长|校长|组长|护士|护理|老师|主任|治疗师|心理师|教授|阿姨|小姐|先生|女士|教练|园长|小朋友|同学|太太|妈妈|爸爸)",
        "given_zh",
    ),
    Rule(
        "name",
        r"(?P<x>阿(?![姨嫂伯叔婶姐哥嬷公妈爸])[\u4e00-\u9fff](?=[姨嫂伯叔婶姐哥嬷婆]))",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?<![牙代感谢多上下本这每一两几])(?P<x>[{SURE}])(?=医[师生]|大夫|老师|阿姨|护理师|治疗师|心理师|教练|小弟)"
        rf"|(?:谢谢|感谢|请问|邻居|导师|班导|同学|{CARER_ZH})(?P<y>[{ALL_SURNAMES}])(?=老师|医[师生]|阿姨|先生|太太|小姐)",
    ),
    Rule(
        "name",
        rf"(?:真名|大名|本名|全名|学名|人称|取名|名字(?:是|叫)?)(?:就?是|叫[做作]?|[:：])?\s*[「『“\"]?(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}])(?:{GIVEN_ZH}|(?![{GOES_ON}])[{CJK}]{{1,2}}(?=[\s,，。.;；、」』)）])))",
        "name_zh",
    ),
    Rule(
        "name",
        rf"叫[做作]?[「『“\"]?(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}]){GIVEN_ZH}|{GIVEN_ZH}|[小阿](?![{NO_LITTLE}{GOES_ON}])[{OFTEN}{BESIDE}])",
        "given_zh",
    ),
    Rule(
        "name",
        rf"叫[做作]?[「『“\"]?(?P<x>[{CJK}]{{2}}|{NAME_ZH})[」』”\"]?(?=的?(?:小家伙|孩子|小孩|小朋友|男孩|女孩|宝宝|小男生|小女生))",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:绰号|外号|小名|暱称|昵称|乳名)(?:就?是|叫[做作]?|[:：])?[「『“\"](?P<x>[{CJK}A-Za-z]{{1,6}})[」』”\"]",
    ),
    Rule(
        "name",
        rf"(?:大家|家里人?|家人|同学们?|我们|长辈|都|常)(?:都|常|也|就)*(?:喊|叫|称呼?)(?:[他她牠我伊佢]|弟弟|妹妹|姐姐|哥哥)(?:做|为)?[「『“\"]?(?P<x>{NICK_SURE}|{GIVEN_ZH}|(?![{NOT_FIRST}])[{CJK}]{{2,3}}(?=[\s,，。」』”)）]))",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?<![同百])姓\s*(?P<x>{COMPOUND}|[{ALL_SURNAMES}])(?=[\s,，。.;；、(（)）嘅呀啊]|的|$)",
    ),
    Rule(
        "name",
        rf"我是(?P<x>{GIVEN_ZH}|[小阿][{CJK}]|(?P<twin8>[{CJK}])(?P=twin8))(?=的?(?:妈妈|爸爸|妈咪|阿嬷|阿公|奶奶|爷爷|外婆|外公|乾妈|干妈|姑姑|阿姨|舅舅|姐姐|哥哥|妈|爸))",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?:[\s,，。.!！?？~～]|[的—–-])\s*(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}])?{GIVEN_ZH}|[{OFTEN}][子儿])(?=(?:妈妈|爸爸|妈|爸|姑姑|阿姨|阿嬷|奶奶|爷爷)?\s*(?:敬上|谨上|敬启|上|留|拜托|谢谢|感谢)?[。.!！~～]*\s*$)",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?:提问人?|发问人|填写人|问者|收件人|联络人|家属|陪同者)(?:姓名)?\s*[:：]\s*(?P<x>{ANY_ZH}|{NAME_EN})",
        "name_zh",
    ),
    Rule(
        "name",
        rf"{KIN}(?P<x>[小阿](?![{NO_LITTLE}{GOES_ON}])[{OFTEN}{BESIDE}]|(?:{COMPOUND})[{CJK}]{{1,2}}?(?=[{GOES_ON}\s,，。\d一二三四五六七八九])|{GIVEN_ZH})",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?P<x>[小阿][{OFTEN}])(?=姐|哥|妈|爸|姨|今年|刚满|这[两几]天|从|昨|是|老师|走|跑|会|不|[,，、]\s*[小阿]|[一二三四五六七八九十\d两]+[岁个])",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:my|our)\s+(?:[a-z]+\s+)?\d{{1,2}}(?:\.5)?[ -]?(?:y/?o|m/?o|yrs?[- ]old|yr|month|week)s?),?[ ]+(?P<x>{NAME_EN})",
        "is",
    ),
    Rule(
        "name",
        rf"{KIN_EN}(?:['’]s|[ ]is|[ ]are|[ ]was)[ ]+(?P<x>{NAME_EN}(?:(?:,[ ]|[ ]and[ ]|,[ ]and[ ]){NAME_EN}){{0,3}})(?=[ ]*[,.;:!?)(]|[ ]+(?:and|who|\d)|[ ]*$)",
        "is",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:(?:one|two|three|four|2|3|4|a|the)\s+(?:[a-z-]+\s+)?(?:children|kids|boys|girls|sons|daughters|child|boy|girl|son|daughter)|triplets|twins)\s*[:,]\s+)(?P<x>{NAME_EN}(?:(?:,[ ]|[ ]and[ ]|,[ ]and[ ]){NAME_EN}){{0,3}})(?=[ ]*[,.;:!?)(]|[ ]+(?:and|who|\d))",
        "is",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:(?:s?he|that)(?:['’]s|[ ]is)(?:[ ]just)?|we (?:named|called)[ ](?:him|her)|(?:we|they|i|everyone|everybody) calls?|call(?:ed|s)?[ ](?:him|her|them|me|us)|by the name of|answers to|goes by|namely|for whom|nicknamed|real name)[ ]+)(?P<x>{NAME_EN})(?=[ ]*[,.;:!?)(]|[ ]+(?:and|to|at|because|but|who|for short|when|since)\b|[ ]*$)",
        "is",
    ),
    Rule(
        "name",
        r"(?i:\b(?:dra|docteur|frau|herr|señora?|madame)\b\.?)[ ]+(?P<x>[A-ZÀ-Þ][\wà-ÿ'’]+(?:-[A-ZÀ-Þ][\wà-ÿ]+)?)",
    ),
    Rule(
        "name",
        rf"(?:{KIN}|{CARER_ZH}|{CARER_ZH}是|[给找看是叫])的?\s*[:：,，「『(（\"“]?\s*(?P<x>{FULL_ZH}|{GIVEN_ZH})",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?:{KIN}|{CARER_ZH}|大夫)[:：]?的?(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}]){GIVEN_ZH})(?={SAID_NEXT})",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:{KIN}|{CARER_ZH})[:：]?(?!{NO_KIN_ZH})(?P<x>(?:{COMPOUND}|[{SURE}])(?:(?![{GOES_ON}]){GIVEN}){{2}}|[{ALL_SURNAMES}][{SELDOM}])(?={SAID_NEXT})",
        "after_kin_zh",
    ),
    Rule("name", rf"(?P<x>(?:{COMPOUND}|[{SURE}])[{CJK}][{SELDOM}])", "given_zh"),
    Rule(
        "name",
        rf"(?P<x>(?:{COMPOUND}|[{SURE}]){GIVEN_ZH})",
        "given_zh",
    ),
    Rule(
        "name",
        rf"{KIN}的?(?P<x>[{ALL_SURNAMES}]?[{OFTEN}{BESIDE}]{{2}})(?={SAID_NEXT})",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?:{KIN}|{CARER_ZH})(?P<x>(?![{GOES_ON}])[{CJK}]{GIVEN_ZH})(?={SAID_NEXT})",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?<![{CJK}])(?P<x>{GIVEN_ZH}|[小阿][{OFTEN}{BESIDE}]|(?P<twin6>[{OFTEN}{BESIDE}])(?P=twin6))(?=的?(?:妈妈|爸爸|妈咪|爸比|麻麻|把拔|妈|爸|阿嬷|奶奶|外婆))",
        "given_zh",
    ),
    Rule(
        "name",
        rf"(?:家长|姓名|病人|患者|宝宝|孩子|小孩|签名|署名|联络人)\s+(?P<x>{NAME_ZH})(?![{CJK}])",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:^|[.!?\n]\s*|\b(?i:about|for|with|and|hi|hello),?[ ]+)(?!(?:{NO_OPENING})\b)(?P<x>{NAME_EN})(?=[ ]*[,(]?[ ]*(?i:is|was|who is|who['’]s|aged?|just turned|turned|turns)?[ ]*(?:\d{{1,2}}(?:\.5)?|{UNIT})(?i:[\s-]*(?:yrs?|years?|months?|mos?|weeks?|wks?|days?)[\s-]*(?:old|of age)|[\s-]?(?:y/?o|m/?o)\b)|\s*\((?:aged?\s*)?\d{{1,2}}\))",
        "aged",
    ),
    Rule(
        "name",
        rf"(?:^|[.!?\n]\s*)(?!(?:{NO_OPENING})\b)(?P<x>{NAME_EN})(?=,\s+(?:my|our|his|her|their)\s+{ADJECTIVES}{MINE}\b|\s+is\s+(?:my|our)\s+{ADJECTIVES}{MINE}\b(?!['’]s))",
        "aged",
    ),
    Rule(
        "name",
        rf"(?:^|[.!?,;\n]\s*)(?!(?:{NO_OPENING})\b)(?P<x>{NAME_EN})(?=[ ](?:for short|by name|here\b)|[ ]\((?:my|our)[ ])",
        "aged",
    ),
    Rule(
        "name",
        rf"(?:\b(?i:me|husband|wife|dad|mum|mom|myself|mother|father)\s*\()(?P<x>{NAME_EN})(?=\)|,)",
        "aged",
    ),
    # Names that are known as such, and names where a child is spoken of.
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?=[A-Za-z]*[À-ỹ])(?P<x>{NAME_EN})",
        "unknown",
    ),
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ'’.@/-])(?=(?P<x>{WORD}(?:[ ]{NO_NAME}{WORD}){{0,2}})){UPPER}",
        "given",
    ),
    Rule(
        "name",
        rf"(?:{KIN_EN},?[ ]+|(?i:\b(?:i[ ]?['’]?m|i am|this is|about|named|called|name['’]?s|and his brother|and her sister)\s+))(?P<x>[a-zà-ÿ]{{3,}})\b(?!['’-])",
        "given_small",
    ),
    Rule(
        "name",
        rf"(?<![\wÀ-ỹ-])(?P<x>(?:{UPPER}[a-z]{{1,7}}[ ])?{UPPER}{SYLLABLE}-(?i:{SYLLABLE})(?:[ ]{UPPER}[a-z]{{1,7}})?)(?![\w-])",
        "romanised",
    ),
    Rule(
        "name",
        rf"(?:{KIN_EN},?[ ]+|(?i:\b(?:about|named|called|is|i['’]?m)\s+))(?P<x>{SYLLABLE}-{SYLLABLE})(?![\w-])(?=\s*[,(\d]|\s+(?:is|has|had|was|keeps?|who|and)\b)",
    ),
)
