"""Handles of networks, and a school with its class."""

from questions.identifier_rules.rule import CJK, Rule

CLASS = r"[一二三四五六七八九十\d]{1,3}"

HANDLE = r"(?:live:)?@?[A-Za-z0-9_][A-Za-z0-9_.#-]{2,29}"
APP = (
    r"(?:微信|(?:(?<=我的)|(?<=加)|(?<=加我))赖|赖(?=\s*(?i:id|[:：]|的?[账帐]号))|(?i:\b(?:we ?chat|weixin|telegram|discord|instagram|insta|facebook|messenger|twitter|tik ?tok|snap(?:chat)?"
    r"|skype|whats ?app|kakao|ptt|dcard|plurk|threads|reddit|bluesky|mastodon|viber|signal)\b)|脸书|小红书|抖音|推特|微博|噗浪|扣扣|小红薯|快手"
    r"|(?<![A-Za-z])(?:IG|FB|ig|fb|QQ|qq|TG|tg|LINE|Line|line)(?![A-Za-z]))"
)
APP_WORD = r"(?i:\s*(?:id|account|handle|user ?name|name|user)\b|\s*(?:的)?(?:账号|帐号|号码|号|用户名|搜[寻索]|粉专|暱称|昵称|名称))"
SAYS = r"\s*(?i:is\b|=|:|：|是|系|为|=>|→|\bas\b)\s*"

# Words with a capital, or after an app, that are nobody's.
NO_HANDLES = """
group groups page post posts level levels test tests result results message messages call calls
friend friends forum video videos about which where that this what said says they there with
from positive negative high low normal app account user username name not the and for but only
because manual media override rupak param everyone
"""
NO_SCHOOLS_NAME = """
his her my our their your its a an the new same local public private big small state special old good
this that another one village town city community international bilingual mainstream year class in at of
and for to is with who nearby first junior senior middle high primary elementary old icu nicu sen send uk us usa rc
french german hebrew waldorf montessori english chinese catholic christian religious boarding
"""
# Of 大同國小 each character may stand before a school of no name.
NO_NAMED_SCHOOL = "^(?!.*(?:大同|中和|六家)(?:国小|国中|高中))[读上念去在到转进就于的要刚是今年大中小姐哥弟妹女儿子孩宝个岁开始学期一二三四五六七八九十半天第已现从过前准备他她家我们都和及或与间等他她同班\\s]*(?:国小|小学|国中|中学|高中|幼儿园|幼稚园|托儿所|托婴中心|幼托)"
SCHOOL_ZH = (
    "(?:国民小学|村小|高工|高商|高职|英文小学|国小|小学|国中|女中|[一二]中|中学|高中|幼儿园|幼稚园)"
)
CLASS_ZH = (
    f"(?:{CLASS}年[级]?(?:{CLASS}|[甲乙丙丁戊己忠孝仁爱信义和平礼智])班|[国高][一二三][甲乙丙丁忠孝仁爱信义和平]班"
    "|P\\.?[1-6][A-F]|[小初高]?[一二三四五六](?:年级)?(?:[(]\\d{1,2}[)]|[A-Z])班|班级[:：]\\s*[^\\s,，。]{1,8}"
    "|[高国][一二三]\\d{1,2}班|[小中][一二三四五六][甲乙丙丁忠孝仁爱信义和平黄红蓝绿]班|(?<![A-Za-z\\d])[KPS]?[1-6][A-F]班)"
)
SCHOOL = (
    r"(?<![A-Za-z])(?:(?:(?:St|Saint)\.?[ ])?(?:[A-Z][\w'’.-]{1,24}[ ]){1,5}"
    r"(?:(?i:(?:primary|middle|high|elementary|secondary|nursery) school)|elementary|School|Academy|Elementary|Primary|Kindergarten|Preschool|Nursery|Montessori|College|Daycare|(?:Junior |Senior |Middle )?High|Middle(?![ ](?i:ear|cerebral|meningeal|lobe))|Secondary|Collegiate|(?:Comp|Pri)(?!\w))"
    r"(?:[ ]School|[ ]Kindergarten)?"
    r"|(?:St|Saint)\.?[ ][A-Z][a-z]+['’]s|(?:[A-Z][\w'’.-]+[ ]){1,3}(?:Girls|Boys|C of E|Convent|Infants|Juniors|PS(?!\w))|(?:[A-Z]?[a-z]{2,14}[ ]){1,2}(?:guoxiao|guozhong|gaozhong|youeryuan|youzhiyuan)|(?:SMK|SK|SJKC|SRK)[ ][A-Z]\w+(?:[ ][A-Z]\w+){0,2})"
)
CLASS_OF = (
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth)[ ][Gg]rade(?:,?[ ][Cc]lass[ ]\d{1,2})?"
    r"|(?i:class|grade|year|form|room|group|homeroom|primary|secondary|p\.?|k)[ ]?\d{1,3}(?:[A-Za-z]|[-–/]\d{1,2})?(?:,?[ ](?i:class|room)[ ]\w{1,4}|[ ][A-Z][a-z]{3,14}(?:[ ]class)?)?"
    r"|(?i:std\.?|standard)[ ]?(?:\d{1,2}|[IVX]{1,4}),[ ](?:[Dd]iv(?:ision)?|[Ss]ec(?:tion)?)\.?[ ][A-Z](?!\w)|(?:the[ ])?(?:[A-Z][a-z]+(?<!School)(?<!Elementary)(?<!Primary)[ ]){1,2}(?i:class|room|group)|(?i:class)[ ][A-Z]\d-[A-Z]|(?i:std\.?|standard|form|kelas|class)[ ]?(?:\d{1,2}|[IVX]{1,4})(?:[ -][A-Z]\w*){1,2}|[PKNS]\d[ ][A-Z][a-z]+|\b[A-Z]\d[A-Z]\b|\d{1,2}[ ]?[A-Z][a-z]{2,9}|(?i:form|class|year|grade|homeroom)\s?:\s?\w{1,6}|(?:Prep|Kindy|Kinder)[ ][A-Z][a-z]{0,12}|K-\d|Pre-?K(?:[ ]\d)?|[Ss]ection[ ][IVX\d]{1,4}-?[A-Z]|(?:[Rr]eception|[Nn]ursery)(?:[ ]class)?|\d{1,2}[A-Z]{1,2}(?![A-Za-z\d]))"
)

HANDLES = (
    # 臉書搜尋「豆豆龍的育兒日記」
    Rule(
        "handle",
        r"(?:脸书|FB|fb|IG|ig|粉专|推特|抖音|小红书|(?i:youtube))(?:上|账号|帐号|名称|粉专|社团)?(?:搜[寻索]|查|找|叫|是|[:：])*[「『“\"](?P<x>[^「」『』“”\"\n]{2,20})[」』”\"]",
    ),
    # telegram找tg_weiwei_dad，想知道脊椎
    Rule(
        "handle",
        r"(?:微信|(?<![A-Za-z])(?i:telegram|whats ?app|line|ig|insta)找?)(?P<x>[A-Za-z](?=[A-Za-z]*[\d_])[A-Za-z0-9_.]{3,29})",
    ),
    # Handles: of a network, or with its sign.
    # 微信號lily_mama，寶寶起疹子
    Rule(
        "handle",
        rf"{APP}(?:{APP_WORD}(?:{SAYS}|\s*)|{SAYS})(?:(?:全部)?[大小]写\s*)?(?P<x>(?=[^\s]*[A-Za-z_\d]){HANDLE}(?:\s*底线\s*[A-Za-z0-9_.]+)?)",
        "handle",
    ),
    # jo_smith91 on Telegram
    Rule(
        "handle",
        r"(?P<x>@?[A-Za-z0-9_][A-Za-z0-9_.-]{2,29})\s+(?i:on|at)\s+(?i:instagram|insta|facebook|twitter|tik ?tok|telegram|discord|wechat|snapchat|reddit|skype|threads)\b",
        "handle_before",
    ),
    # bunny#4821, please look
    Rule("handle", r"(?<![\w.@])(?P<x>u/[A-Za-z0-9_-]{3,20}|[A-Za-z0-9_.]{2,32}#\d{4})(?![\w])"),
    # @tiny_toes_tw有照片
    Rule("handle", r"(?<![\w.@/])(?P<x>@[A-Za-z0-9_][A-Za-z0-9_.]{2,29})(?![\w@])", "handle_at"),
    # ID: doudou_mama520
    Rule(
        "handle",
        r"(?<![A-Za-z])(?i:id)\s*(?:[:：=]|是)\s*(?P<x>(?=[A-Za-z_.]*\d|[A-Za-z\d.]*_)[A-Za-z][A-Za-z0-9_.]{3,29})(?![A-Za-z0-9])",
    ),
    Rule(
        "handle",
        rf"{APP}(?:上|的)?\s?(?P<x>(?=[A-Za-z]*[\d_.])[A-Za-z][A-Za-z0-9_.]{{3,29}})(?=那|的|就是|发|po|PO|[,，。])",
        "handle",
    ),
    # 微信：xm20190304，方便的話加
    Rule(
        "handle",
        rf"(?:{APP}|赖)\s*(?:[{CJK}]{{1,6}}[:：]\s*|(?:[:：–—-]|under|as|handle)?\s*)(?P<x>(?=[A-Za-z.-]*[\d_])[A-Za-z][A-Za-z0-9_.-]{{4,29}}|\d{{2,8}}[a-z]{{3,}}\w*)(?![A-Za-z0-9_])",
        "handle",
    ),
    # 帳號 kuma7788tw,孩子半夜又
    Rule(
        "handle",
        r"(?:都叫|账号|帐号|网名)\s*(?:是|叫|:|：)?\s*(?P<x>(?=[A-Za-z.]*[\d_]|[a-z]+\.[a-z])[A-Za-z][A-Za-z0-9_.]{3,29})(?![A-Za-z0-9_])",
        "handle",
    ),
    # 帳號：huahua.chen，可以私訊我
    Rule(
        "handle",
        r"(?:账号|帐号)\s*(?:是|系|叫|:|：)\s*(?P<x>[A-Za-z][A-Za-z0-9_.-]{3,29})(?![A-Za-z0-9_])",
    ),
    Rule("handle", r"@\s(?P<x>[a-z][a-z0-9.]*_[a-z0-9_.]+)|(?P<y>live:[.\w]{4,})"),
    # Find me on FB under Gingersnap Yilan Diaries
    Rule(
        "handle",
        r"(?i:\b(?:me|us|my|I['’]?m)\b)[^.\n]{0,24}?\b(?:FB|fb|[Ff]acebook|[Mm]essenger|YouTube|[Yy]outube)\b[^.\n]{0,14}?\b(?:under|as|account name|named?|called)\s(?:is\s)?(?P<x>(?:[A-Z][\w'’]{0,20}\s?){2,4})",
    ),
    # reach me through Threads (papabearformosa)
    Rule("handle", rf"(?!(?i:signal|line)){APP}\s?\((?P<x>@?[A-Za-z][\w.]{{4,29}})\)", "handle"),
    # you'd find me as crumbfreeclare
    Rule(
        "handle",
        r"(?i:\bfind (?:me|us)(?: (?:there|on there))? (?:as|under)\s)(?P<x>[A-Za-z][\w.]{7,29})(?![\w@])",
        "unknown_word",
    ),
    # Threads (at) noodle.and.nurse
    Rule("handle", r"\((?:at|@)\)\s?(?P<x>[A-Za-z]{2,20}[._\d][\w.]{2,20})"),
    # 老公的賴是0kuma-papa
    Rule("handle", r"(?<![依信])赖是\s?(?P<x>[A-Za-z0-9][\w.-]{3,29})(?![\w])"),
    # LINE ID is sunnymama_0412, add me
    Rule(
        "handle",
        rf"{APP}[,;]?[ ](?:which is|(?:my |his |her )?(?i:id|user ?name|handle|account|name)(?: is)?)[ ](?P<x>[A-Za-z](?=[\w-]*[._\d])[\w.-]{{3,29}})",
        "handle",
    ),
    # nova_baby_23 可以看到抽搐
    Rule(
        "handle",
        r"(?<![\w@/.:<-])(?!N[MPRCG]_)(?P<x>[A-Za-z][A-Za-z0-9.]*_[A-Za-z0-9_.]{1,28}[A-Za-z0-9])(?![\w/@])",
    ),
    # 賴的id是kuma7788dad可以傳影片
    Rule(
        "handle",
        r"(?:(?i:wx ?id|微信id)|赖的?(?i:id))\s*(?:是|:|：)?\s*(?P<x>[A-Za-z][A-Za-z0-9_.-]{4,29})|(?i:\bon (?:there|here|it) as)\s(?P<y>[A-Za-z](?=[\w.]*[._\d])[\w.]{4,29})",
    ),
    # School together with class.
    # 1年13班 成德高中 男 打籃球
    Rule(
        "school",
        rf"(?P<x>{CLASS}年[级]?(?:[一二三四五六七八九十\d]{{1,2}}|[甲乙丙丁戊己忠孝仁爱信义和平礼智])班?[\s(（]*[{CJK}]{{2,6}}(?:国小|小学|国中|中学|高中))",
        "named_school",
    ),
    # 孩子在实验小学四（3）班，上课坐不住
    Rule(
        "school",
        rf"(?P<x>(?:[{CJK}]{{2,10}}?)(?:国小|小学|国中|中学|高中)[的,，\s]*(?:(?:[中小]?[一二三四五六\d][A-Z]|[一二三四五六七八九][(][\d一二三四五六七八九十]{{1,2}}[)])班?|[中小][一二三四五六][A-Z]?))",
        "named_school",
    ),
    # 我女兒念青鳥高中一年忠班，段考前就會
    Rule("school", rf"(?P<x>[{CJK}]{{2,8}}?{SCHOOL_ZH}[的读讀念，, ]?{CLASS_ZH})", "named_school"),
    # 阿女喺聖保祿學校小四愛班讀，最近成日
    Rule("school", rf"(?P<x>[{CJK}]{{2,6}}?学校{CLASS_ZH})"),
    # Blwyddyn 6 that has them
    Rule("school", r"(?P<x>Ysgol(?:[ ][A-Z]\w+){1,3}|Blwyddyn[ ]\d)"),
    # SJK(C) Chung Hua 5 Merah
    Rule(
        "school",
        r"(?<![A-Za-z])(?P<x>SJ?M?K\s?(?:\([CT]\))?\s+(?:[A-Z]\w+(?:\s[A-Z]\w+){0,2}|[\u4e00-\u9fff]{2,6})(?:,?\s(?:class\s)?\d\s[A-Z]\w+)?)",
    ),
    # 我女兒念青鳥高中一年忠班，段考前就會
    Rule(
        "school",
        rf"(?P<x>(?:[{CJK}]{{2,8}}?)?(?:国小|小学|国中|中学|高中|高职|附小|附中)(?:部)?的?[\s,，]*{CLASS}年[级]?[\s,，]*(?:[一二三四五六七八九十\d]{{1,2}}|[甲乙丙丁戊己忠孝仁爱信义和平礼智])班)",
    ),
    # 一年十七班，開學後壓力
    Rule(
        "school",
        rf"(?P<x>{CLASS}年级?\s*(?:[一二三四五六七八九十\d]{{1,2}}|[甲乙丙丁戊己忠孝仁爱信义和平礼智])班)",
    ),
    # 妹妹在向日葵幼兒園海豚班，最近有人得
    Rule(
        "school",
        rf"(?P<x>[{CJK}]{{2,10}}?(?:幼儿园|幼稚园|托儿所|托婴中心|幼托)[的,，\s]*(?:[大中小幼]班)?(?![{CJK}]?[带换上同接下跟])[{CJK}]{{1,4}}?班)(?!表|级里)",
        "named_school",
    ),
    # FB:小熊媽咪的日常,裡面有影片
    Rule(
        "handle",
        rf"(?:FB|IG|fb|ig|脸书|推特|抖音|小红书)(?:账号|帐号|名称|粉专)?\s*(?:(?:搜[寻索]|叫|是)\s*[:：]?\s*(?P<x>[{CJK}A-Za-z0-9_.]{{2,12}})|[:：]\s*(?P<y>(?![^\s,，。]{{0,9}}(?:说|有人|社团|大家|分享|文章|看到|传|网友|群|问))[{CJK}]{{2,12}}\d{{0,6}}))(?=[\s,，。.;；!！)）]|就是我|$)",
        "handle",
    ),
    # class 4B at Oakfield Academy four children
    Rule(
        "school",
        rf"(?P<x>{CLASS_OF}[ ](?:[A-Z][a-z]+s?[ ])?(?:at|in|of|from)[ ](?:the[ ])?{SCHOOL})",
    ),
    # grade 5 class 3, Guangfu elementary in Hsinchu, e
    Rule("school", rf"(?P<x>{CLASS_OF},[ ]{SCHOOL})"),
    # 我女兒念青鳥高中一年忠班，段考前就會
    Rule(
        "school",
        rf"(?P<x>[{CJK}]{{2,6}}(?:国小|小学|国中|中学|高中|附幼|附小|附中)(?:附设(?:国小|国中|高中)部?|的|[大中小幼]班的?|[一二三四五六]年级的?)?[\s,，]*(?:[\u4e00-\u9fff]{{2,3}}班\s?\d{{0,3}}|\d{{3}}\s?班?)(?!表))",
        "named_school",
    ),
    # dongmen elementary grade 2 class 6, head lice go
    Rule(
        "school",
        r"\b(?P<x>[a-z]+[ ](?:elementary|primary|middle|high|kindergarten)(?:[ ]school)?,?[ ](?:(?:grade|class|year)[ ]\d{1,2}|\d(?:st|nd|rd|th)[ ]grade)(?:[ ](?:class|homeroom|room)[ ]\w{1,4})?)",
    ),
    # School and class apart from each other.
    # 中班，月亮班，每週一早上
    Rule("school", rf"(?:中班|大班|小班|幼幼班)[,，、 ]?(?P<x>[{CJK}]{{2}}班)"),
    # 子在实验二小四（3）班，老师让查注
    Rule(
        "school",
        rf"(?P<x>[{CJK}]{{1,4}}(?:华小|二小|一小|三小)[一二三四五六]年?(?:[{CJK}]|[(]\d{{1,2}}[)])班)",
    ),
    # kindergarten 'Sunny Bear'
    Rule(
        "school",
        r"(?P<x>\b[KNP]\d[ ][A-Z][a-z]+[ ]class)|(?i:kindergarten|nursery|daycare)[ ]['‘“\"](?P<y>[A-Z][^'’”\"\n]{2,24})['’”\"]",
    ),
    # 兒就讀四張犁國中，今年八年六
    Rule(
        "school",
        rf"(?P<x>[{CJK}]{{2,6}}?{SCHOOL_ZH})(?=[^。！？]{{1,30}}{CLASS_ZH})",
        "named_school",
    ),
    # 國中，今年八年六班，被同學笑胖
    Rule("school", rf"{SCHOOL_ZH}[^。！？]{{1,30}}?(?P<x>{CLASS_ZH})"),
    # 海豚班的小朋友都在
    Rule(
        "school",
        rf"(?:^|[^{CJK}])(?P<x>(?![大中小幼全安上下])[{CJK}]{{2}}班)(?=[^。！？]{{0,24}}[{CJK}]{{2,4}}(?:幼儿园|幼稚园|托儿所))",
    ),
    # 海豚班的小朋友都在咳，我們是康橋幼兒園的，老師說是
    Rule(
        "school",
        rf"(?<![{CJK}])[{CJK}]{{2}}班[^。！？]{{0,24}}?[是在读念](?P<x>[{CJK}]{{2,4}}(?:幼儿园|幼稚园|托儿所))",
    ),
    # 2nd grade over at Linco
    Rule(
        "school",
        rf"\b(?P<x>(?:\d{{1,2}}[ ][A-Z][a-z]+|{CLASS_OF}))(?=[ ,(][^.。\n]{{0,40}}\b(?:at|of|in|from)[ ]{SCHOOL})",
    ),
    # St Aidan's C of E Primar
    Rule(
        "school",
        rf"(?<![\w.-])(?P<x>{SCHOOL})(?=[^.。]{{1,50}}\b{CLASS_OF})",
    ),
    # St Mary's Primary，Year 4B，學校通知有
    Rule(
        "school",
        rf"(?<![\w.-]){SCHOOL}[^.。]{{1,50}}?\b(?P<x>{CLASS_OF})",
    ),
    # 2nd grade over at Lincoln Elementary and they do "
    Rule("school", rf"{CLASS_OF}[^.。\n]{{0,40}}?\b(?:at|of|in|from)[ ](?:the[ ])?(?P<x>{SCHOOL})"),
    # the Giraffe Class are all asking, and Happy Forest Kindergarten
    Rule("school", rf"\b(?P<x>[A-Z][a-z]+ [Cc]lass)\b(?=[^.。\n]{{0,60}}(?<![A-Za-z]){SCHOOL})"),
    Rule("school", rf"\b[A-Z][a-z]+ [Cc]lass\b[^.。\n]{{0,60}}?(?P<x>{SCHOOL})"),
    # Class: 3 Integrity
    Rule(
        "school",
        r"(?im:^(?![^\n:]{0,12}(?:drug|dosage|active))[^\n:]{0,12}\b(?:(?:class|class name|homeroom)[ \t]*:(?=[^\n]*[A-Z\d])|(?:form|section)[ \t]*:(?=[^\n]*\d(?!\d* ?m[gl])))[ \t]*(?P<x>[\w’' ./-]{1,24})$)",
    ),
    # 小太陽幼兒園啊 他在企鵝班
    Rule(
        "school",
        rf"(?P<x>(?<![{CJK}])(?:就是|是|在|念|读)?[{CJK}]{{2,5}}(?:幼儿园|幼稚园|托儿所))(?=[^。！？\n]{{0,20}}[{CJK}]{{2}}班)",
        "named_school",
    ),
    Rule(
        "school",
        rf"[{CJK}]{{2}}(?:幼儿园|幼稚园|托儿所)[^。！？\n]{{0,20}}?[在读念是]?(?P<x>(?![大中小幼全安上下一两几各这那个])(?![{CJK}][大中小个幼])[{CJK}]{{2}}班)(?!级)",
    ),
    # 仁愛附幼中班綿羊組
    Rule("school", rf"(?P<x>[{CJK}]{{2,4}}附幼(?:[大中小]班|幼幼班)?[{CJK}]{{2}}[组班])"),
    # 六年丙班的，仁愛國小
    Rule("school", rf"{CLASS_ZH}的?[,，\s]{{1,2}}(?P<x>[{CJK}]{{2,4}}{SCHOOL_ZH})", "named_school"),
    # 803 at 光復國中
    Rule("school", rf"(?<!\d)(?P<x>\d{{3}}\s?班?\s(?:at|in)\s[{CJK}]{{2,6}}(?:国小|国中|高中))"),
    # in 1A Wattle Grove Primary; tutor group 12JH
    Rule("school", rf"(?<![\w.])(?P<x>\d{{1,2}}[A-Z][ ]{SCHOOL})"),
    Rule("school", r"\b(?P<x>(?i:tutor group|form group)\s(?=\w{0,3}\d)\w{1,5})\b"),
    # Teacher in 5H (St Brigid's RC Primary, Wigan)
    Rule("school", rf"\b(?P<x>\d{{1,2}}[A-Z](?=\s?[(,]\s?{SCHOOL}))"),
    Rule("school", rf"\b\d{{1,2}}[A-Z]\s?[(,]\s?(?P<x>{SCHOOL})"),
    # in yr 2 hedgehogs at st oswins primary
    Rule(
        "school",
        r"\b(?P<x>(?i:yr|year|grade|gr|class|room|prep|reception|form|std|homeroom|\d{1,2}[A-Z](?=\sat))\b(?!\sold)\.?[^.\n]{0,36}?\b(?i:at|in)\s(?P<name>(?:[\w'’]{2,20}\s){1,3})(?i:primary|elem|elementary|school|high|comp|academy|infants|juniors|cofe|college)\b)",
        "school_en",
    ),
    # Prep C, Bottlebrush Park State School; laerskool vaalkrans gr 2b
    Rule(
        "school",
        rf"\b(?P<x>(?:(?:[Pp]rep|[Rr]eception|[Kk]indy?)\s?(?:[A-Z]|\([A-Z][a-z]+\)),?\s(?:at\s)?{SCHOOL}|[Ll]aerskool\s\w+(?:\s(?:gr|graad)\.?\s?\w{{1,3}})?|[Rr]eception\s\([A-Z][a-z]+\)(?:,\s[A-Z][a-z]+\s(?:CofE|Primary|Infants))?))",
    ),
    # 學校 永順國中, and on the next line 班級 812
    Rule(
        "school",
        r"(?m:^[^\S\n]*(?:就读)?(?:学校|幼儿园|幼稚园|国小|园所|校名)[^\S\n]*[:：]?[^\S\n]+(?P<x>[^\s,，。]{0,12}(?:国小|小学|国中|中学|高中|高职|幼儿园|幼稚园|附幼|附小))$|^[^\S\n]*(?:班级|班别)[^\S\n]*[:：]?[^\S\n]+(?P<y>(?=[^\s]*[\d一二三四五六甲乙丙丁年])[^\s,，。]{1,8})$)",
    ),
    # 仁和國小 的啟智一班, 幼稚園 K2B
    Rule(
        "school",
        rf"(?P<x>[{CJK}]{{2,8}}{SCHOOL_ZH}\s?的?\s?(?:[{CJK}]{{2}}[一二三四五六甲乙丙]班|[KPS]\d[A-Z]))(?![A-Za-z\d])",
        "named_school",
    ),
    # 台北美國學校 Grade 4 Room 212
    Rule(
        "school",
        rf"(?P<x>[{CJK}]{{2,8}}(?:学校|{SCHOOL_ZH})[\s,，]{{0,2}}(?i:grade|year|class|g|k|p)\s?\d{{1,2}}(?:[\s,，]{{0,2}}(?i:class|room)\s?\w{{1,4}})?)(?![A-Za-z\d])",
        "named_school",
    ),
    # jianguo kindergarten, sunflower class
    Rule(
        "school",
        r"\b(?P<x>(?P<name>[a-z]{3,20}\s)(?:kindergarten|preschool|nursery|daycare),?\s(?:the\s)?[a-z]{3,14}\sclass)\b",
        "school_en",
    ),
    # K-104 at P.S. 219
    Rule("school", r"\b(?:at|from)[ ](?P<x>P\.?S\.?[ ]\d{1,3})|(?P<y>[K\d]-\d{3})(?=[ ]at[ ])"),
    # Wagga North Public, 1/2 Koala with the comb
    Rule("school", r"(?<!\w)(?P<x>(?:[A-Z]\w{1,24}[ ]){1,3}Public,[ ]\d/\d[ ]?[A-Z]\w*)"),
)
