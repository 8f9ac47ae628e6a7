"""What is known by the words around it: handles, a school with its class, names; and what is none."""

from questions.identifier_rules.rule import CJK, Rule

CLASS = r"[一二三四五六七八九\d]{1,2}"

SURNAMES = (
    "陈林黄张李王吴刘蔡杨许郑谢郭洪曾邱廖赖徐周叶苏庄吕江何萧罗简朱钟施游詹沈彭胡余卢潘颜柯翁魏孙戴杜"
    "侯曹薛丁马蒋董唐卓蓝冯姚石董纪程汤方欧康田姜白汪邓尤巫钟严韩袁龚梁宋范高傅邹涂温倪赵毛段雷毕"
    "夏邵钱熊贺谭龙孟秦易阮童凌骆粘甘管官古辛贾俞冉宫池柳殷涂鲁金童涂麦阎乔史崔葛符伍季宁"
)
COMPOUND = "欧阳|司马|上官|诸葛|司徒|张简|范姜|夏侯|皇甫|尉迟|东方"
# A surname that is also a word, or ends one, says nothing alone before a title.
DOUBTFUL = "白方程石高游简金田江施易管官古池季宁何段康龙夏温马时蓝毛殷乔史应于"
SURE = "".join(one for one in dict.fromkeys(SURNAMES) if one not in DOUBTFUL)
# With these the sentence goes on after a name.
GOES_ON = "今现最昨从在有和跟也已这因发咳是的出男女会不了吗呢吧啊说想要前常一很才刚因患目请住就读生后都被得吃过上几两只个年岁月天来去到还没快满对"
GIVEN = f"[{CJK}]"
NO_KIN_ZH = "(?:张嘴|张口|张开|戴[眼口帽]|赖床|凌晨|苏醒|许久|涂[药抹了]|符合|尤其|贺尔|胡[萝言乱]|杜绝|洪亮|陈述)"
KIN = (
    "(?:我们?家?的?|小弟|小妹)?(?:大|小|二|老|双胞胎)?(?:儿子|女儿|双胞胎|龙凤胎|宝宝|宝贝|婴儿|小孩子?|孩子|小朋友|囝囝|囡囡|弟弟|妹妹|哥哥|姐姐|姊姊"
    "|先生|太太|老公|老婆|妈妈|母亲|爸爸|父亲|外婆|外公|奶奶|爷爷|阿嬷|阿公|孙子|孙女|外孙|侄子|侄女|外甥|外甥女|表弟|表妹|朋友|同学|病人)"
)
NAME_ZH = f"(?:{COMPOUND}|[{''.join(dict.fromkeys(SURNAMES))}])(?:(?![{GOES_ON}]){GIVEN}){{1,2}}"
NO_TWIN = "便昏幼常天慢轻刚偷红好偏渐痒看试往每默频屡稍大小久白黑软干爸妈哥姐弟妹爷奶姥叔婶舅姑公婆宝粗硬热冷湿肿胖瘦呆扁圆水黄绿早晚时日夜通统全仅单处步事样种点个只条颗片块粒根趟回次年月周星人家等谢嘛哈呵咳喘吐哭抖睡吵"
NO_LITTLE = "便腿学心时手脚肚鸡儿睡三五班一二四六七八九指于产孩朋宝声量名肠脑水泡斑块点病感型女男妹弟姐哥口牙眼脸头耳鼻车狗猫鱼鸟虫伤包疹颗粒片步跑吃喝小大的只肉组区额阴姨嬷公婆兹斯莫摩托奇肺肌腹气结痘痂洞针面裤鞋"
NICK_SURE = f"(?:(?P<twin2>(?![{NO_TWIN}])[{CJK}])(?P=twin2)(?!(?P=twin2))|[小阿](?![{GOES_ON}{NO_LITTLE}])[{CJK}])"
# A doubled character is mostly none: "慢慢", "尿尿", "健健康康". After a relative only those that pets' names are made of.
PET_TWIN = "妞豆乐妮欣晴糖果萌恩琪萱涵宁馨蕾朵贝丁米莉婷芯芸蓓璇玥芊茜彤菲娜琳瑶嘉旺翔轩浩宇佑辰霖霏菁苗珊洋瑜安"
AFTER_ZH = f"[\\s,，。.;；、!！?？(（\\d]|$|[{GOES_ON}]|一直|起|跌|摔|撞|吐|拉|不|身上|全身|肚子|哭"
NO_SUBJECT = "患者|病人|病患|他们|这位|这是|对方|主角|今天|以下|上面|真的|可能|应该|因为|但是|如果|毕竟|照片|妈妈|爸爸|医生|医师|目前|主诉|主述|问题|原因|重点|个案|现在|这个|那个|一个|只是|而是|就是|不是|还是|也是|都是|其实|最后|最近|这次|上次|昨天|昨晚|另外|结果|后来|当事|起因|担心|本来|原本|一直|首先|右边|左边|中间|旁边|前面|后面|提问|家长|咨询|姓名|名字|小的|大的|老大|老二|老三"
NICK_ZH = f"(?:(?P<twin>[{CJK}])(?P=twin)(?!(?P=twin))|[小阿](?![{GOES_ON}孩朋宝心声时])[{CJK}])"
# After a cue that can only be of a name: also what is no known surname, up to where the sentence breaks.
ANY_ZH = f"(?:{NAME_ZH}|(?![他她我你妳您它谁什啥医救的不没还很是有以请同得着过苦痛累个几]|这|那|保密|匿名|随便|怎|人|啥)[{CJK}]{{2,4}}(?=[\\s,，。.;；!！?？、)）(（]|$))"
UPPER = r"[A-ZÀ-ÖØ-ÞĀ-ſƠƯḀ-ỿ]"
LOW = "a-zà-öø-ÿĀ-ſơưḀ-ỿ"
WORD = rf"{UPPER}[{LOW}'’]+(?:-{UPPER}?[{LOW}]+)?(?:{UPPER}[a-z]+)?"
# Begins with a capital, and is no name.
NO_NAME = (
    r"(?!(?i:the|a|an|and|but|not|no|has|have|had|is|was|are|does|did|do|can|could|will|would|should|may|might"
    r"|with|who|that|this|these|on|in|at|of|or|for|to|from|if|so|since|when|what|why|how|yes|just|now|also"
    r"|he|she|it|i|i'm|i’m|we|they|you|my|our|his|her|their|him|them|me|us|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december"
    r"|covid|flu|rsv|adhd|asd|itp|uti|ibs|gerd|dr|doctor|mr|mrs|ms|type|down|google|today|yesterday|after"
    r"|before|because|while|during|please|thanks|thank|any|all|first|last|still|always|never|very|too|also"
    r"|mum|mom|dad|baby|son|daughter|child|english|chinese|american|asian|british|indian|african|taiwanese"
    r"|calpol|tylenol|ibuprofen|paracetamol|amoxicillin|augmentin|nurofen|motrin|advil|zyrtec|ventolin|vitamin"
    r"|bp|ct|mri|ecg|hiv|hpv|mmr|bcg|er|nicu|icu|gp|nhs|cdc|who|ok|okay|years?|months?|weeks?|days?|aged?)\b)"
)
NAME_EN = rf"{NO_NAME}{WORD}(?:[ ](?:(?:de|van|von|der|bin|al|la)[ ])?{NO_NAME}(?:{WORD}|{UPPER}\.?)){{0,3}}"
# After "name is" also without capitals.
ANY_EN = (
    rf"(?:{NAME_EN}|(?!(?:not?|the|a|an|my|on|in|at|is|was|to|too|very|so|for|of|what|why|unknown|irrelevant|"
    r"unimportant|confidential|private|spelled|long|short|hard|difficult|common|similar|never|still|mine|"
    r"probably|something|it|that|this|called|written|misspelled|here|also|just|none|withheld|hidden)\b)"
    r"[a-zà-ÿ]{2,15}(?: (?!(?:and|is|has|had|was|but|i|he|she|we|who|from|my|the|aged?|years?|months?|weeks?"
    r"|days?|with|her|his|please|can|in|on|a|for|are|have|of|to|am|this|it|so|they|you)\b)[a-zà-ÿ]{2,15})?)"
)
KIN_EN = (
    r"(?i:(?:my|our|his|her|their|the)\s+(?:[a-z0-9-]+\s+){0,3}(?:son|daughter|baby|boy|girl|child|kid|toddler"
    r"|infant|newborn|sons|daughters|boys|girls|kids|(?:\d+[- ])?(?:year|month|week|day)s?[- ]olds?|niece|nephew|grandson|granddaughter|grandchild|brother|sister|husband|wife|partner|mum"
    r"|mom|mother|dad|father|twins?|cousin|friend|neighbour|neighbor|patient|stepson|stepdaughter))"
)
MINE = "(?:son|daughter|baby|boy|girl|child|kid|toddler|niece|nephew|husband|wife)"
ADJECTIVES = r"(?:[a-z0-9-]+\s+){0,2}"
NO_OPENING = (
    "Hello|Hi|Hey|Dear|Doctor|Help|Sorry|Also|However|Today|Yes|Okay|Fever|Urgent|Question|Tonight|Sadly"
    "|Luckily|Recently|Unfortunately|Yesterday|Currently|Here|There|Greetings|Good"
)
# Of the commonest: after a relative they are names in small letters and in capitals too.
FIRST_NAMES = (
    "(?i:liam|noah|oliver|oscar|theo|theodore|leo|lucas|luca|ethan|mason|logan|jacob|jackson|aiden|jayden|elijah"
    "|benjamin|william|james|alexander|michael|daniel|henry|samuel|sebastian|matthew|joseph|david|owen|wyatt"
    "|isaac|gabriel|anthony|dylan|nathan|caleb|ryan|joshua|andrew|thomas|charlie|harry|jack|alfie|archie|freddie"
    "|olivia|emma|charlotte|amelia|sophia|isabella|mia|evelyn|harper|camila|abigail|emily|ella|elizabeth|sofia"
    "|avery|scarlett|chloe|layla|lily|zoe|hannah|lucy|sophie|isla|freya|evie|poppy|alice|jessica|sarah|anna"
    "|maria|fatima|aisha|mohammed|muhammad|ahmed|omar|yusuf|amy|kevin|jason|peter|paul|john|robert|laura|julia)"
)
HANDLE = r"@?[A-Za-z0-9_][A-Za-z0-9_.#-]{2,29}"
APP = (
    r"(?:微信|(?:(?<=我的)|(?<=加)|(?<=加我))赖|赖(?=\s*(?i:id|[:：]))|(?i:\b(?:we ?chat|weixin|telegram|discord|instagram|insta|facebook|messenger|twitter|tik ?tok|snapchat"
    r"|skype|whats ?app|kakao|threads|reddit|bluesky|mastodon|viber|signal)\b)|脸书|小红书|抖音|推特|微博|噗浪|扣扣"
    r"|(?<![A-Za-z])(?:IG|FB|ig|fb|QQ|qq|TG|tg|LINE|Line|line)(?![A-Za-z]))"
)
APP_WORD = r"(?i:\s*(?:id|account|handle|user ?name|name|user)\b|\s*(?:的)?(?:账号|帐号|号码|号|用户名|搜[寻索]|粉专|暱称|昵称|名称))"
# The one before them is a word of the language, or a part of the body.
SAYS = r"\s*(?i:is\b|=|:|：|是|为|=>|→|\bas\b)\s*"

# Words with a capital, or after an app, that are nobody's.
NO_HANDLES = """
group groups page post posts level levels test tests result results message messages call calls
friend friends forum video videos about which where that this what said says they there with
from positive negative high low normal app account user username name not the and for but only
because manual media override rupak param everyone
"""
NO_CALLED = """
Kawasaki Roseola Impetigo Eczema Asthma Croup Bronchiolitis Ibuprofen Amoxicillin Henoch Hand
Fifth Slapped Montelukast Singulair Flixotide Miralax Movicol Gaviscon Aptamil Similac Nan
Enfamil Cetirizine Piriton Benadryl Perthes Osgood Hirschsprung Meckel Molluscum Pityriasis
Intussusception Plagiocephaly Torticollis Infacol Omeprazole Laryngomalacia Scarlet Duchenne
Turner Marfan Kabuki Noonan Prader Angelman Rett Tourette Hashimoto Graves Crohn Still Lyme Zika
Dengue Epstein Staph Strep Candida Rotavirus Norovirus Coxsackie Panadol Dimetapp Orajel Desitin
Sudocrem Nystatin Prednisone Epipen Keppra Ritalin Concerta Strattera
"""
NO_KIN = """
Has Is Was Does Did Can Will Ate Had Got Been Just Keeps Started Fell Vomited Needs Says Feels
Cries Coughs Vaccine Tylenol Refuses Weighs Takes Took Group Care Health Hospital Clinic Shampoo
Tooth Teeth Formula Foot Bottle Monitor Food Rash Language Development Benefit Friendly Center
Centre Aspirin Zantac Gripe Einstein Asperger Autism Diabetes Eczema Asthma Crohn Omega
Pedialyte Zofran Miralax Iron Claritin Zyrtec Hi Hello Dear Hey Pfizer Moderna Tamiflu Covid
Augmentin Panadol Ventolin Singulair Synflorix Prevenar Rotarix Rotateq Nurofen Calpol Apgar Lewy
Chickenpox Measles Mumps Meningitis Tonsillitis Pneumonia
"""
NO_TITLED = """
Google Seuss Pepper Oetker Brown's Browns Who Martens Scholl Mom Dad Right Perfect Muscle
"""
NO_SIGN_OFF = """
Regards Thanks Thank Please Best Any All Hope Looking Have Much Help Worried Mum Mom Dad Mother
Father Parent Anonymous Advance Confused Concerned
"""
NO_I_AM = """
Worried Scared Sorry Desperate Pregnant Breastfeeding Type Diabetic Normal Anxious Mum Mom Rh
Vegan Muslim Christian Catholic Jewish Chinese Afraid Single Currently Urgent Serious Bad Okay
Common Taiwanese Japanese Korean Indian German French Australian Canadian Irish Scottish Welsh
Hispanic Caucasian Black White Embarrassed Lost Exhausted Frightened
"""
NO_CHINESE_NAME = "什么|怎么|医生|医师|护士|救护|妈妈$|爸爸$|一声|不要|不停|不醒|名字|小朋友|保密|匿名|川崎|过敏|严重|症|炎|病|痛|药|疫苗|综合征|发烧|宝宝$|外卖|计程车|我们|他们|妇产|小儿|谢谢|感谢|许多|曾经|周末|黄疸|唐氏|林口|孙女|孙子|叶酸|雷射|汤匙|方便|周围|童年|康复|温度|高烧|高血|高级|何时|马上|万一|简单|石膏|毛病|游泳|施打|章鱼|于是|白人|新手|单亲"
NO_NAMED_SCHOOL = "^[读上念去在到转进就于的要刚是今年大中小姐哥弟妹女儿子孩宝个岁开始学期一二三四五六七八九十半天第已现从过前准备他她家我们都和及或与间等他她同班\\s]*(?:国小|小学|国中|中学|高中|幼儿园|幼稚园|托儿所|托婴中心|幼托)"

NAMES = (
    # Handles: of a network, or with its sign.
    Rule(
        "handle",
        rf"{APP}(?:{APP_WORD}(?:{SAYS}|\s*)|{SAYS})(?:(?:全部)?[大小]写\s*)?(?P<x>(?=[^\s]*[A-Za-z_\d]){HANDLE}(?:\s*底线\s*[A-Za-z0-9_.]+)?)",
        "handle",
    ),
    Rule(
        "handle",
        rf"(?i:加|add|follow|message|dm|find|reach|text|on)\s*(?:我|me|us)?\s*(?:的|on|at|via|through|in)?\s*{APP}\s*(?P<x>(?=[A-Za-z]*[\d_.#-])[A-Za-z0-9_][A-Za-z0-9_.#-]{{3,29}}|@{HANDLE})",
        "handle",
    ),
    Rule(
        "handle",
        r"(?P<x>@?[A-Za-z0-9_][A-Za-z0-9_.-]{2,29})\s+(?i:on|at)\s+(?i:instagram|insta|facebook|twitter|tik ?tok|telegram|discord|wechat|snapchat|reddit|skype|threads)\b",
        "handle_before",
    ),
    Rule("handle", r"(?<![\w.@])(?P<x>u/[A-Za-z0-9_-]{3,20}|[A-Za-z0-9_.]{2,32}#\d{4})(?![\w])"),
    Rule("handle", r"(?<![\w.@/])(?P<x>@[A-Za-z0-9_][A-Za-z0-9_.]{2,29})(?![\w@])", "handle_at"),
    Rule(
        "handle",
        r"(?<![A-Za-z])(?i:id)\s*(?:[:：=]|是)\s*(?P<x>(?=[A-Za-z_.]*\d|[A-Za-z\d.]*_)[A-Za-z][A-Za-z0-9_.]{3,29})(?![A-Za-z0-9])",
    ),
    # School together with class.
    Rule(
        "school",
        rf"(?P<x>(?:[{CJK}]{{2,8}}?)?(?:国小|小学|国中|中学|高中|高职|附小|附中)(?:部)?的?[\s,，]*{CLASS}年[级]?[\s,，]*(?:[一二三四五六七八九十\d]{{1,2}}|[甲乙丙丁戊己忠孝仁爱信义和平礼智])班)",
    ),
    Rule(
        "school",
        rf"(?P<x>{CLASS}年级?\s*(?:[一二三四五六七八九十\d]{{1,2}}|[甲乙丙丁戊己忠孝仁爱信义和平礼智])班)",
    ),
    Rule(
        "school",
        rf"(?P<x>(?:[{CJK}]{{2,10}}?)(?:国小|小学|国中|中学|高中)[的,，\s]*(?:[一二三四五六]年级|[高国][一二三]|[小中大]一))",
        "named_school",
    ),
    Rule(
        "school",
        rf"(?P<x>[{CJK}]{{2,10}}?(?:幼儿园|幼稚园|托儿所|托婴中心|幼托)[的,，\s]*[{CJK}]{{1,4}}?班)(?!表|级里)",
        "named_school",
    ),
    Rule(
        "school",
        r"(?P<x>(?i:year|grade|class|form|reception|kindergarten|nursery|p|k)\s*(?:\d{1,2}[A-Za-z]?\b)?[\s,]*(?i:class\s+\w{1,3}[\s,]+)?(?i:at|in|of|of the|from)\s+(?i:the\s+)?(?:(?:St|Saint|Mt|Mount)\.?\s+)?(?:[A-Z][\w'’.]{1,24}\s+){1,4}(?:(?i:primary|elementary|middle|high|junior|infant|grammar|prep|nursery|catholic|c\.?e\.?|preschool)\s*)?(?i:school|academy|elementary|primary|kindergarten|nursery|preschool|college)\b)",
    ),
    Rule(
        "school",
        r"(?P<x>(?:\d{1,2}(?i:st|nd|rd|th)|(?i:first|second|third|fourth|fifth|sixth|seventh|eighth))[\s-](?i:grade[r]?|year|form)[\s,]*(?i:student\s+|pupil\s+)?(?i:at|in|of|from)\s+(?i:the\s+)?(?:[A-Z][\w'’.]{1,24}\s+){1,4}(?i:school|academy|elementary|primary|middle|high|kindergarten|college)\b)",
    ),
    Rule(
        "school",
        r"(?P<x>(?:(?:St|Saint|Mt|Mount)\.?\s+)?(?:[A-Z][\w'’.]{1,24}\s+){1,4}(?i:primary|elementary|middle|high|junior|infant|grammar|prep|nursery)?\s*(?i:school|academy|elementary|kindergarten|primary)\b[\s,(–-]*(?:(?i:and is |where (?:he|she) is |he is |she is )?(?i:in\s+)?(?i:class|year|grade|form|room)\s*\d{1,2}[A-Za-z]?\b|(?i:in\s+(?:the\s+)?)?\d{1,2}(?i:st|nd|rd|th)\s+(?i:grade)|(?i:first|second|third|fourth|fifth|sixth)\s+(?i:grade|year)))",
    ),
    Rule(
        "handle",
        rf"(?:FB|IG|fb|ig|脸书|推特|抖音|小红书)(?:账号|帐号|名称|粉专)?\s*(?:(?:搜[寻索]|叫|是)\s*[:：]?\s*(?P<x>[{CJK}A-Za-z0-9_.]{{2,12}})|[:：]\s*(?P<y>(?![^\s,，。]{{0,9}}(?:说|有人|社团|大家|分享|文章|看到|传|网友|群|问))[{CJK}]{{2,12}}))(?=[\s,，。.;；!！)）]|$)",
        "handle",
    ),
    Rule(
        "name",
        rf"(?:叫做?|名叫|名字(?:是|叫|为)?|小名|绰号|外号|暱称|昵称|英文名字?)(?:是|叫做?|[:：])?\s*(?P<x>{NAME_EN}|(?<=[称名号])[A-Z]{{2,6}}(?![A-Za-z]))",
        "called",
    ),
    Rule(
        "name",
        rf"(?:小名|乳名|绰号|外号|暱称|昵称)(?:(?:就?是|叫做?|[:：])\s*(?P<x>{ANY_ZH}|{NICK_ZH})|\s*(?P<y>{NICK_SURE}))",
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
        rf"叫做?(?P<x>(?P<twin4>[{CJK}])(?P=twin4)[和跟与、](?P<twin5>[{CJK}])(?P=twin5))(?=[\s,，。.;；]|$)",
        "name_zh",
    ),
    Rule(
        "name",
        rf"{KIN}\s*(?:的?英文名字?)?(?:叫|是)?\s*(?P<x>{NAME_EN})(?![{LOW}]|\s*(?:吃完|打完|喝完|用完|疫苗|快筛|阳性|阴性|指数|症|药))",
        "after_kin",
    ),
    Rule(
        "name",
        rf"(?:医师|医生|护理师|护士|老师|教授|治疗师|保母|保姆)\s*(?:是|叫做?|[:：])?\s*(?P<x>(?:{COMPOUND}|[{SURE}])(?:(?![{GOES_ON}]){GIVEN}){{2}})(?=[\s,，。]|$|说|建议|开|帮|给|认为|告诉|表示|要|觉得)",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:^|[\s,，。！!？?;；、])(?P<x>{NAME_ZH}|{NICK_SURE}|(?!{NO_SUBJECT})[{CJK}]{{2}}|{NAME_EN})(?=是(?:我|我们|我家)的?(?:大|小)?(?:儿子|女儿|宝宝|孩子|小孩|孙子|孙女|弟弟|妹妹|哥哥|姐姐|老公|老婆|先生|太太)(?:[\s,，。.;；]|$))",
        "name_zh",
    ),
    Rule(
        "name",
        # Not from the middle of a word: each letter of a long one would be a beginning.
        rf"(?:^|[^{CJK}A-Za-zÀ-ỿ]|我是)(?P<x>{NICK_SURE}|{NAME_EN})(?=的?(?:妈妈|爸爸|妈咪|爸比|麻麻|把拔))",
        "name_zh",
    ),
    Rule(
        "name",
        rf"[他她我子儿]姓\s*(?P<x>{COMPOUND}|[{SURE}])(?=[\s,，。.;；]|$)",
    ),
    Rule(
        "name",
        rf"(?:姓名|名字)(?:是|[:：])\s*(?P<x>(?:{COMPOUND}|[{SURE}]) [{CJK}](?: [{CJK}])?)(?=[\s,，。.;；]|$)",
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
        rf"(?:^|[.!?\n]\s*)(?!(?:{NO_OPENING})\b)(?P<x>{NAME_EN})(?=,\s+(?:my|our)\s+{ADJECTIVES}{MINE}\s*[,.]|\s+is\s+(?:my|our)\s+{ADJECTIVES}{MINE}\b(?!['’]s))",
    ),
    Rule(
        "name",
        rf"(?i:\b(?:this is|i am|i'm|i’m)\s+)(?P<x>{NAME_EN})(?:(?<=['’]s)|['’]s)(?=\s+(?:mum|mom|mother|dad|father|parent|aunt|grandmother|grandma)\b)",
    ),
    Rule("name", rf"(?i:\b(?:hi|hello|hey)\b,?)\s+(?P<x>{NAME_EN})(?=\s+here\b)"),
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
        rf"{KIN_EN}(?:,?[ ]+(?P<x>{NAME_EN}(?:(?:,\s+|\s+and\s+|\s*&\s*){NAME_EN}){{0,3}})(?=[\s,.;:!?)(’']|$)|\s*\((?P<y>{NAME_EN})(?=\)|,\s*\d))",
        "after_kin",
    ),
    Rule("name", rf"{KIN_EN},?[ ]+(?P<x>{FIRST_NAMES})\b"),
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
        rf"(?i:\b(?:regards|sincerely|yours|cheers|many thanks|thanks(?: so much| a lot| again)?|thank you(?: so much| very much| in advance)?|love|signed|best wishes|best))\s*[,!.:\n–—-]+\s*(?P<x>{NAME_EN})\s*$",
        "sign_off",
    ),
    Rule(
        "name",
        rf"(?:我叫做?|我的?名字(?:是|叫)做?|本人叫?|他叫做?|她叫做?|牠叫|名叫|名字(?:是|叫|为)做?|名为|取名(?:叫)?|全名(?:是|叫)?|本名(?:是|叫)?)\s*[:：「『\"“]?\s*(?P<x>{ANY_ZH})",
        "name_zh",
    ),
    Rule(
        "name",
        rf"{KIN}\s*(?:的?名字)?(?:叫做?|名叫|名字是|是叫|,叫|，叫)\s*[:：「『\"“]?\s*(?P<x>{ANY_ZH}|{NICK_ZH})",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:姓名|名字|病患|患者|病人|病童|个案|家长|监护人|联络人|签名|署名|母亲|父亲|学生|案主)(?:姓名|名字|名|本人)?\s*[:：=]\s*(?P<x>{ANY_ZH}|{NAME_EN})",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?:姓名|病患|患者|病童|个案)(?:姓名|是|为|名)?\s*(?P<x>{NAME_ZH})(?=[\s,，。.;；、(（]|$|今|昨|现年|因|的|是|\d)",
        "name_zh",
    ),
    Rule(
        "name",
        rf"我是\s*(?P<x>{NAME_ZH})(?=[\s,，。.;；!！、]|$|的?妈妈|的?爸爸|的?家长|的?母亲|的?父亲)",
        "i_am_zh",
    ),
    Rule(
        "name",
        rf"{KIN}(?!{NO_KIN_ZH})(?P<x>(?:{COMPOUND}|[{SURE}])(?:(?![{GOES_ON}]){GIVEN}){{2}})(?=[\s,，。.;；、(（]|$|今|现在|最近|昨|前天|从|有|已经|这|因|发烧|咳|起|也|一直|跌|摔|撞|吐|拉|不|没|是|的|被|在|常|老是|总是|身上|全身|肚子|得|住|哭|\d)",
        "after_kin_zh",
    ),
    Rule(
        "name",
        rf"(?:^|[^{CJK}]|[是给找看去到让被由的请和跟问向了位那]|今天|昨天|上次|刚才|我们|后来|之前|但是?|医院|诊所|科)(?P<x>(?:(?:{COMPOUND})|[{SURE}])(?:(?![{GOES_ON}家庭主治小儿内外牙中西女男住院值班急诊专科皮肤专]){GIVEN}){{1,2}}|[{''.join(dict.fromkeys(SURNAMES))}]|{COMPOUND})(?=(?:医师|医生|大夫|主任|教授|护理师|护士|老师|小姐|先生|女士|太太|妈妈|爸爸|同学|小朋友|小弟弟|小妹妹))",
        "titled_zh",
    ),
    Rule(
        "name",
        rf"(?:敬上|谢谢您?[,，。!！]?|感谢[,，。!！]?)\s*\n+\s*(?P<x>{NAME_ZH})\s*$|(?P<y>{NAME_ZH})\s*(?:敬上|敬启|谨上|留$)",
        "name_zh",
    ),
)
