"""What names look like, who is spoken of, and what is none."""

from questions.identifier_rules.given_names import BESIDE, OFTEN
from questions.identifier_rules.rule import CJK

SURNAMES = (
    "陈林黄张李王吴刘蔡杨许郑谢郭洪曾邱廖赖徐周叶苏庄吕江何萧罗简朱钟施游詹沈彭胡余卢潘颜柯翁魏孙戴杜"
    "侯曹薛丁马蒋董唐卓蓝冯姚石董纪程汤方欧康田姜白汪邓尤巫钟严韩袁龚梁宋范高傅邹涂温倪赵毛段雷毕"
    "夏邵钱熊贺谭龙孟秦易阮童凌骆粘甘管官古辛贾俞冉宫池柳殷涂鲁金童涂麦阎乔史崔葛符伍季宁"
    "霍瞿冼蔺晁闵竺邢佘戚祁敖牟滕栾幸练招鄢尚岑费池"
    "章尹卜丘樊曲任郝连屈覃鲍祝褚卞路岳左申耿焦聂佟岑翟芦仇牛蒲车裴翁商游屠甘柏"
)
COMPOUND = "欧阳|司马|上官|诸葛|司徒|张简|范姜|夏侯|皇甫|尉迟|东方|令狐|慕容|张廖|周黄"
# A surname that is also a word, or ends one, says nothing alone before a title.
DOUBTFUL = "幸练招尚费池章卜曲任连屈路左申焦牛车商甘柏岳祝白方程石高游简金田江施易管官古池季宁何段康龙夏温马时蓝毛殷乔史应于"
SURE = "".join(one for one in dict.fromkeys(SURNAMES) if one not in DOUBTFUL)
ALL_SURNAMES = "".join(dict.fromkeys(SURNAMES))
# With these the sentence goes on after a name.
GOES_ON = "今现最昨从在有和跟也已这因发咳是的出男女会不了吗呢吧啊说想要前常一很才刚因患目请住就读生后都被得吃过上几两只个年岁月天来去到还没快满对"
GIVEN = f"[{CJK}]"
NO_KIN_ZH = "(?:周[记岁末日一二三四五六]|张嘴|张口|张开|戴[眼口帽]|赖床|凌晨|苏醒|许久|涂[药抹了]|赖[着在]|符合|尤其|贺尔|胡[萝言乱]|杜绝|洪亮|陈述)"
KIN = (
    "(?:我们?家?的?|小弟|小妹)?(?:大|小|二|老|双胞胎)?(?:我们?家|[大二三小男女]宝|老[大二三幺]|[长次独]子|[长次]女|独生[子女]|儿子|女儿|双胞胎|龙凤胎|宝宝|宝贝|婴儿|小孩子?|孩子|小朋友|囝囝|囡囡|弟弟|妹妹|哥哥|姐姐|姊姊"
    "|先生|太太|老公|老婆|妈妈|母亲|爸爸|父亲|外婆|外公|奶奶|爷爷|阿嬷|阿公|孙子|孙女|外孙女?|[侄姪]子|[侄姪]女|[侄姪]儿|外甥女?|我[姊姐哥弟妹爸妈]|小女|小犬|犬子|弟媳|嫂嫂|大嫂|姑姑|姑丈|舅舅|舅妈|叔叔|婶婶|伯伯|[大二三小][伯舅姑姨叔]|阿姨|[他她]爸|[他她]妈|乾妈|干妈|堂[哥弟姐妹姊]|学生|表弟|表妹|表[哥姐姊]|婆婆|公公|岳[母父]|媳妇|女婿|护理长|室友|继[父母子女]|曾?祖[父母]|育[儿婴]嫂|陪月|月子[中]?阿姨|妻子|丈夫|夫人|姊夫|姐夫|妹夫|姨丈|姨妈|姨婆|丈母娘|丈人|帮佣|女佣|佣人|外劳|看护|外佣|移工|月嫂|校护|护士|家教|班导|导师|同事|邻居|学[姐妹长弟]|未婚[夫妻]|前[夫妻]|姑婆|舅公|叔公|伯公|内人|外子|拙荆|家[姐姊兄嫂父母慈严]|舍[弟妹]|个[仔女]|阿[仔女爸妈]|囝仔|阿[姑伯叔舅姨]|小[叔姑姨舅]|保母家|闺[蜜密]|朋友|同学|病人)"
)
NAME_ZH = (
    f"(?:[{SURE}]氏(?![测病症综征反法管瓣手试染液评量斑])(?:(?![{GOES_ON}]){GIVEN}){{2}}"
    f"|(?:{COMPOUND}|[{ALL_SURNAMES}])(?:(?![{GOES_ON}]){GIVEN}){{1,2}})"
)
NO_TWIN = "便昏幼常天慢轻刚偷红好偏渐痒看试往每默频屡稍大小久白黑软干爸妈哥姐弟妹爷奶姥叔婶舅姑公婆宝粗硬热冷湿肿胖瘦呆扁圆水黄绿早晚时日夜通统全仅单处步事样种点个只条颗片块粒根趟回次年月周星人家等谢嘛哈呵咳喘吐哭抖睡吵"
NO_LITTLE = "时便腿学心时手脚肚鸡儿睡三五班一二四六七八九指于产孩朋宝声量名肠脑水泡斑块点病感型女男妹弟姐哥口牙眼脸头耳鼻车狗猫鱼鸟虫伤包疹颗粒片步跑吃喝小大的只肉组区额阴姨嬷公婆兹斯莫摩托奇肺肌腹气结痘痂洞针面裤鞋"
NICK_SURE = f"(?:(?P<twin2>(?![{NO_TWIN}])[{CJK}])(?P=twin2)(?!(?P=twin2))|[小阿](?![{GOES_ON}{NO_LITTLE}])[{CJK}])"
# A doubled character is mostly none: "慢慢", "尿尿", "健健康康". After a relative only those that pets' names are made of.
PET_TWIN = "妞豆乐妮欣晴糖果萌恩琪萱涵宁馨蕾朵贝丁米莉婷芯芸蓓璇玥芊茜彤菲娜琳瑶嘉旺翔轩浩宇佑辰霖霏菁苗珊洋瑜安"
AFTER_ZH = f"[\\s,，。.;；、!！?？(（\\d一二三四五六七八九十半]|$|[{GOES_ON}]|一直|起|跌|摔|撞|吐|拉|不|身上|全身|肚子|哭"
# What is said next of somebody who has just been named.
SAID_NEXT = (
    "小时|产[后前]|菸|烟|帮|教|叫|带|照|查|今[天年早晚]?|明天|昨[天晚日夜]?|前[天几]|现在|目前|最近|刚|从|这[几两次周]|上[周个次星]|下[周个次]|半夜|早上|中午|下午|晚上|凌晨|一[直到]|已经|又|也|都|就|才|还|只|总|老是|常|每|忽然|突然|开始"
    "|不|没|有|会|要|想|能|可以|在|是|被|把|让|跟|和|与|给|对|因|说|问|觉得|告诉|建议|推荐|提醒|得了|得的|吃|喝|睡|哭|吐|拉|咳|发[烧高炎病作]|打[了疫完针喷]|跌|摔|撞|跑|走|跳|爬|坐|站|玩|抓|咬|吞|量|烧到|烧[了起]|长[了水]|起疹|感冒|确诊|出生|住院|过敏"
    "|抽|喘|鼻|眼|嘴|脸|头|手|脚|腿|身上|全身|皮肤|肚|喉|耳|耳朵|牙|体重|身高|小[腿便]|大便|尿|的|之|[,，。.;；、!！?？:：(（)）「」\\s\\dA-Z]|[一二三四五六七八九十两]+(?:岁|个|年|周|月|天|点)|$"
)
NICK_ZH = f"(?:(?P<twin>[{CJK}])(?P=twin)(?!(?P=twin))|[小阿](?![{GOES_ON}孩朋宝心声时])[{CJK}])"
# Two characters as parents choose them.
GIVEN_ZH = f"(?:[{OFTEN}][{OFTEN}{BESIDE}]|[{BESIDE}][{OFTEN}])"
# As people may be called who are spoken of: where a relative or a doctor stands before it.
FULL_ZH = (
    f"(?:(?:{COMPOUND}|[{ALL_SURNAMES}]){GIVEN_ZH}"
    f"|(?:{COMPOUND}|[{SURE}]{{1,2}})[{OFTEN}{BESIDE}]{{2}}|[{SURE}]氏(?![测病症综征反法管瓣手试染液评量斑])[{CJK}]{{1,2}})"
)
# Of names that are written as they sound: 瑪麗亞, 蒂娜.
SOUNDS = "玛莉亚丽娜妮妲蒂莎黛露琳雅娅苏珊伊艾莱迪瓦努西阿安娣达露媞菈拉姬尤"
NOT_FIRST = "不没也都就很太一起去来吃喝看回过要别快再做名声出了着的人东什怎他她我你"
CARER_ZH = "(?:护理师|护士小姐|主治|导师|听力师|语言师|督导|医助|个管师|大夫|护士|医师|医生|老师|保[母姆]|治疗师|心理师|营养师|药师|社工[师员]?|校长|院长|组长|教练|园长|主任|教授|阿姨)"
# After a cue that can only be of a name: also what is no known surname, up to where the sentence breaks.
ANY_ZH = f"(?:{NAME_ZH}|(?![他她我你妳您它谁什啥医救的不没还很是有以请同得着过苦痛累个几声]|这|那|保密|匿名|随便|怎|人|啥)[{CJK}]{{2,4}}(?=[\\s,，。.;；!！?？、)）(（]|$))"
UPPER = r"[A-ZÀ-ÖØ-ÞĀ-ſƠƯḀ-ỿ]"
LOW = "a-zà-öø-ÿĀ-ſơưḀ-ỿ"
WORD = rf"{UPPER}[{LOW}'’]+(?:-{UPPER}?[{LOW}]+)?(?:{UPPER}[a-z]+)?"
# Begins with a capital, and is no name.
NO_NAME = (
    r"(?!(?i:the|a|an|and|but|not|no|has|have|had|is|was|are|does|did|do|can|could|will|would|should|may|might"
    r"|with|who|that|this|these|on|in|at|of|or|for|to|from|if|so|since|when|what|why|how|yes|just|now|also"
    r"|he|she|it|i|i'm|i’m|we|they|you|my|our|his|her|their|him|them|me|us|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december"
    r"|easter|christmas|ramadan|halloween|covid|flu|rsv|adhd|asd|itp|uti|ibs|gerd|dr|doctor|mr|mrs|ms|type|down|google|today|yesterday|after"
    r"|before|because|while|during|please|thanks|thank|any|all|first|last|still|always|never|very|too|also"
    r"|mum|mom|dad|baby|son|daughter|child|english|chinese|american|asian|british|indian|african|taiwanese"
    r"|calpol|tylenol|ibuprofen|paracetamol|amoxicillin|augmentin|nurofen|motrin|advil|zyrtec|ventolin|vitamin"
    r"|bp|ct|mri|ecg|hiv|hpv|mmr|bcg|er|nicu|icu|gp|nhs|cdc|who|ok|okay|years?|months?|weeks?|days?|aged?)\b)"
)
# A capital first: that is soon tried.
NAME_EN = rf"(?={UPPER}){NO_NAME}{WORD}(?:[ ](?:(?:de|van|von|der|bin|al|la)[ ])?{NO_NAME}(?:{WORD}|{UPPER}\.?)){{0,3}}"
# After "name is" also without capitals.
ANY_EN = (
    rf"(?:{NAME_EN}|(?!(?:not?|the|a|an|my|on|in|at|is|was|to|too|very|so|for|of|what|why|unknown|irrelevant|"
    r"unimportant|confidential|private|spelled|long|short|hard|difficult|common|similar|never|still|mine|"
    r"probably|something|it|that|this|called|written|misspelled|here|also|just|none|withheld|hidden)\b)"
    r"[a-zà-ÿ]{2,15}(?: (?!(?:and|is|has|had|was|but|i|he|she|we|who|from|my|the|aged?|years?|months?|weeks?"
    r"|days?|with|her|his|please|can|in|on|a|for|are|have|of|to|am|this|it|so|they|you)\b)[a-zà-ÿ]{2,15})?)"
)
KIN_EN = (
    r"(?i:(?:my|our|his|her|their|the)\s+(?:[a-z0-9'’-]+\s+){0,3}(?:son|daughter|baby|boy|girl|child|kid|toddler"
    r"|infant|newborn|little one|(?:first|second|last)[- ]?born|oldest|eldest|youngest|little (?:man|guy|lady|princess|prince|lad|boy|girl)"
    r"|lad|lads|lass|ex|wee (?:girl|boy)|triplets|children|(?:daughter|son|sister|brother|mother|father)[- ]in[- ]law"
    r"|stepmum|stepmom|stepdad|social worker|key ?worker|optician|podiatrist|specialist|dentist|helper|carer|gp"
    r"|consultant|therapist|coach|keyworker|health visitor|grandma|grandmother|grandpa|grandfather|granny|nana|aunt|auntie|uncle|nanny|babysitter|childminder|teacher"
    r"|p(?:a)?ediatrician|midwife|doctor|nurse|lo|bub|sons|daughters|boys|girls|kids|(?:\d+[- ])?(?:year|month|week|day)s?[- ]olds?|niece|nephew|grandson|granddaughter|grandchild|brother|sister|husband|wife|partner|mum"
    r"|mom|mother|dad|father|twins?|cousin|friend|neighbour|neighbor|patient|stepson|stepdaughter))"
)
MINE = (
    "(?:son|daughter|baby|boy|girl|child|kid|toddler|niece|nephew|husband|wife|oldest|eldest|youngest|firstborn"
    "|little one|(?:grand|step)(?:son|daughter)|brother|sister|twins?|mum|mom|dad|partner|cousin"
    "|(?:\\d+[- ])?(?:year|month|week|day)s?[- ]olds?)"
)
ADJECTIVES = r"(?:[a-z0-9-]+\s+){0,2}"
NO_OPENING = (
    "Hello|Hi|Hey|Dear|Doctor|Help|Sorry|Also|However|Today|Yes|Okay|Fever|Urgent|Question|Tonight|Sadly"
    "|Luckily|Recently|Unfortunately|Yesterday|Currently|Here|There|Greetings|Good"
)
NO_CALLED = """
Maam Mam Madam Filipina Filipino Helper Respected Spider-Man Iron-Man
Kawasaki Roseola Impetigo Eczema Asthma Croup Bronchiolitis Ibuprofen Amoxicillin Henoch Hand
Fifth Slapped Montelukast Singulair Flixotide Miralax Movicol Gaviscon Aptamil Similac Nan
Enfamil Cetirizine Piriton Benadryl Perthes Osgood Hirschsprung Meckel Molluscum Pityriasis
Intussusception Plagiocephaly Torticollis Infacol Omeprazole Laryngomalacia Scarlet Duchenne
Turner Marfan Kabuki Noonan Prader Angelman Rett Tourette Hashimoto Graves Crohn Still Lyme Zika
Dengue Epstein Staph Strep Candida Rotavirus Norovirus Coxsackie Panadol Dimetapp Orajel Desitin
Sudocrem Nystatin Prednisone Epipen Keppra Ritalin Concerta Strattera
"""
NO_KIN = """
Both Loves Hates Likes Wants Gets Goes Sleeps Eats Drinks Drank Eat Cannot Won't Can't Doesn't Didn't Isn't
Practitioner Daycare Nursery School Malaysia Singapore Always Never Only Often Sometimes Suddenly Already
Has Is Was Does Did Can Will Ate Had Got Been Just Keeps Started Fell Vomited Needs Says Feels
Cries Coughs Vaccine Tylenol Refuses Weighs Takes Took Group Care Health Hospital Clinic Shampoo
Tooth Teeth Formula Foot Bottle Monitor Food Rash Language Development Benefit Friendly Center
Centre Aspirin Zantac Gripe Einstein Asperger Autism Diabetes Eczema Asthma Crohn Omega
Pedialyte Zofran Miralax Iron Claritin Zyrtec Hi Hello Dear Hey Pfizer Moderna Tamiflu Covid
Augmentin Panadol Ventolin Singulair Synflorix Prevenar Rotarix Rotateq Nurofen Calpol Apgar Lewy
Chickenpox Measles Mumps Meningitis Tonsillitis Pneumonia
"""
NO_TITLED = """
Practitioner Google Seuss Pepper Potato Bean Bump Men Tumble Oetker Brown's Browns Who Martens Scholl Mom Dad Right Perfect Muscle
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
# Begins a sentence before an age, and is no name.
NO_AGED = """
Click Your His Her Their Baby Babies Boy Girl Son Daughter Child Kid Toddler Infant Newborn Twins Twin Male Female Currently Almost
Nearly About Over Under Around Only Now Born Age Aged Turned Turning Mine Ours Ds Dd Lo Dear Hello
Patient Mother Father Mum Mom Dad Nephew Niece Grandson Granddaughter Brother Sister Cousin He's She's
He’s She’s He She They We're Is Was Adjusted Corrected Gestational Roughly Approximately Exactly Just Barely
Weight Height Weighs Chinese Asian Indian Healthy Exclusively Breastfed Formula Premature Preterm
Little Question Re Regarding Subject Help Urgent Update Background Details Info Today Yesterday Started
Happened First Second Third Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Mmr Vaccine Vaccines
Vaccinations Fever Rash Cough Saw One New Sir Uncle Grandpa Im As Overweight Childminder Singapore Malaysia Taiwan Taipei London Coach Tutor Nanny Grandma Grandad Granddad
Stepdad Stepmum Stepmom Grandmother Grandfather Granny Teacher Teen Teenager Aunt Auntie Someone Somebody Nobody Anyone Everyone Daycare
Nursery Summer Winter Spring Autumn Student Long Grandparent Parents Parent Midwife Nurse Babysitter Po
Filipino Vietnamese Thai Malaysian Malay Indonesian Singaporean Pakistani Bangladeshi Turkish Polish Spanish
Italian Portuguese Brazilian Mexican Nigerian Kenyan Ghanaian Arab Arabic Hindu Sikh Buddhist Asleep Better
Both Loves Hates Likes Wants Doc Po Ok Okay
"""
# What is named after somebody, and what follows the name of it.
NO_PERSON = (
    r"(?:['’]s)?[\s-]+(?:[A-Z]\w+\s+){0,2}(?i:disease|syndrome|palsy|sign|test|score|stage|scale|formula|method|law|tumou?r"
    r"|hospital|hospitals|school|street|st\b|road|rd\b|avenue|clinic|university|centre|center|foundation|institute|college|medical|park|pharmacy"
    r"|airport|county|city|cancer|trust|bottles?|shampoo|cream|lotion|capsules?|tablets?|drops|milk|horse|potter|pig|e\b|cereal|crackers|the\b|la\b|and (?:the|his)\b|manoeuvre|maneuver|virus|phenomenon|reaction)"
)
NO_ROMANISED = "Wi-Fi|Hi-Fi|Tai-Chi|Yo-Yo|Ping-Pong|Hong-Kong|Spider-|Shih-Tzu|Co-En|Mu-Mu|No-No|So-So|To-Do|Re-Do|Do-Re|Hep-A|Cha-Cha|Pre-|Non-|Semi-|Co-|Re-|De-|Anti-|E-"
NO_GIVEN_ZH = "^先[和跟]|^康德舒|许兰紫|葛瑞夫|李时珍|孙思邈|^余仁生|^张君雅|仰头|啱啱|又传|施立康|艾惟|^家|君雅|^小[时名声妹]|安佳|大家|全家|由琴|羽球|丁冰|麦理|安静|阿尔|阿[姨嬷公祖伯妈爸尔婆母]|^子经|艾畅|上礼|高龄|涂凡|柯林|声[很音]|邦邦|钟意|月子|安佑|正品|梦夢|法洛|冰淇|升旗|生苹|维生|郁郁"
NO_CHINESE_NAME = "^张君雅|^祝$|年龄|性别|家属|配偶|全部|全班|所有|家长$|母$|父$|什么|怎么|医生|医师|护士|救护|妈妈$|爸爸$|一声|不要|不停|不醒|名字|小朋友|保密|匿名|川崎|过敏|严重|症|炎|病|痛|药|疫苗|综合征|发烧|宝宝$|外卖|计程车|我们|他们|妇产|小儿|谢谢|感谢|许多|曾经|周末|黄疸|唐氏|林口|孙女|孙子|叶酸|雷射|汤匙|方便|周围|童年|康复|温度|高烧|高血|高级|高龄|何时|马上|万一|简单|石膏|毛病|游泳|施打|章鱼|于是|白人|新手|单亲"

# Places, peoples, feasts, brands, medicines and illnesses, as parents write them with a capital.
NO_UNKNOWN = """
overheat overeat overfeed overdress choke
Pops Nana Amma Tagalog Umma Appa Abuela Abuelo Popo Gonggong Nainai Yeye Lola Lolo Nonna Oma Opa Grammy Gramma Mimi Papa Mama
Omron Braun Spider-Man
Men Women Individuals Individual Patients Adults Adolescents Infants Toddlers Teenagers Females Males Researchers Scientists
Experts Clinicians Carriers Relatives Volunteers Click Genetic Palliative Breast Cancer Tamoxifen Statins Heparin
Smokers Athletes Diabetics Asthmatics Vegetarians Vegans Twins Boys Girls Pubmed Medline Interstim Jews Iranian Jewish
female male neice
Milo Pokémon Stepdad Stepmum Stepmom Godmother Godfather Foster Carer Caregiver Ovaltine Horlicks Yakult Nutella Elsa Anna
Grandparents Housemate Flatmate Colleague Neighbour Neighbor Matron Gremlin Paediatrics Pediatrics Dermatology
Taiwan Taipei Taichung Tainan Kaohsiung Taoyuan Hsinchu Keelung Hualien Taitung Yilan Chiayi Pingtung Nantou
Miaoli Changhua Yunlin Penghu Kinmen China Beijing Shanghai Shenzhen Guangzhou Hong Kong Macau Japan Tokyo
Osaka Kyoto Okinawa Korea Seoul Singapore Malaysia Penang Johor Thailand Bangkok Phuket Vietnam Hanoi Saigon
Philippines Manila Cebu Indonesia Jakarta Bali India Delhi Mumbai Pakistan Karachi Bangladesh Dhaka Nepal
Australia Melbourne Brisbane Perth Zealand Auckland America Boston Chicago Seattle Texas California Florida
Canada Toronto Vancouver England Britain Scotland Wales Ireland Dublin Edinburgh Glasgow Manchester Leeds
Bristol Birmingham Liverpool Sheffield Cornwall Europe France Spain Madrid Barcelona Portugal Lisbon Italy
Rome Venice Greece Athens Turkey Istanbul Germany Berlin Munich Hamburg Austria Vienna Switzerland Zurich
Geneva Netherlands Amsterdam Belgium Brussels Denmark Copenhagen Sweden Stockholm Norway Oslo Finland Poland
Warsaw Russia Moscow Ukraine Egypt Cairo Nigeria Lagos Ghana Accra Africa Nairobi Dubai Brazil Mexico Peru
Chile Argentina Colombia Hawaii Guam Lanka Darwin Devon Brittany Malta Sanya Oaxaca Asia African European
Easter Christmas Ramadan Halloween Diwali Eid Hanukkah Thanksgiving Qingming Chuseok Songkran Lent Advent
Disney Lego Ikea Costco Netflix Youtube Google Amazon Pampers Huggies Gerber Nestle Avent Medela Philips
Bugaboo Doona Peppa Bluey Pokemon Pikachu Minecraft Roblox Fortnite Frozen Barbie Spiderman Batman Superman
Miffy Totoro Doraemon Kitty Thomas Paddington Gruffalo Moana Mickey Minnie Nemo Olaf Aspirin Zyrtec Claritin
Allegra Benadryl Piriton Clarityn Mucinex Robitussin Dimetapp Orapred Prelone Pulmicort Flovent Qvar Symbicort
Seretide Ventolin Salbutamol Albuterol Amoxil Augmentin Zithromax Omnicef Keflex Cefdinir Suprax Bactrim
Tamiflu Xofluza Pediasure Pedialyte Dioralyte Movicol Miralax Lactulose Senokot Gaviscon Zantac Nexium Losec
Infacol Colief Calpol Nurofen Panadol Tylenol Motrin Advil Scanol Bokey Smecta Imodium Zofran Motilium Buscopan
Keppra Depakine Tegretol Ritalin Concerta Strattera Melatonin Elidel Protopic Eucrin Eumovate Betnovate
Hydrocortisone Aveeno Cetaphil Sudocrem Bepanthen Vaseline Vicks Bonjela Orajel Synflorix Prevenar Prevnar
Rotarix Rotateq Gardasil Cervarix Bexsero Infanrix Pentaxim Vaxelis Hexaxim Pfizer Moderna Novavax Similac
Enfamil Aptamil Hipp Nutramigen Neocate Elecare Alimentum Nan Omega Kawasaki Hirschsprung Perthes Osgood
Crohn Coeliac Celiac Asperger Tourette Duchenne Marfan Turner Noonan Prader Angelman Rett Gilbert Graves
Hashimoto Lyme Zika Dengue Epstein Streptococcus Staphylococcus Salmonella Coli Candida Molluscum Roseola
Impetigo Eczema Croup Mono Guillain Sjögren Ménière Nestlé Zürich Genève México Bébé Café Crème Apgar Tanner
Mantoux Coombs Guthrie Ortolani Barlow Doppler Holter Dexa Montessori Waldorf Kindergarten Instagram Facebook
Whatsapp Telegram Wechat Reddit Zoom Skype Wikipedia Chatgpt Siri Alexa Dexcom Cancún Schönlein Mongolia Londoner Landlord Oatmeal Outpatients Doula Lifesavers
Physician Physicians Surgeon Dentist Receptionist Paramedic Paramedics Pharmacist Fitbit Bible Quran Amphotericin
"""
# What only people do.
DOES = (
    r"(?:rolls|crawls|walks|walked|talks|smiles|babbles|blinks|snores|wheezes|scratches|naps|limps|stutters|points|waves|kicks|bites|laughs|gags|grinds|poops|pees|spits|fell|ate|cries|cried|coughs|coughed|woke|wakes|vomited|vomits|weighs|refuses|refused|swallowed|drank"
    r"|drinks|bit|wants|loves|hates|eats|sleeps|slept|complains|complained|threw|screams|screamed|himself"
    r"|herself|jumped|slipped|tripped|burned|burnt|choked|fainted|collapsed|lives|caught|woke|says|said|thinks"
    r"|needs (?:his|her|a|an|to|glasses)|likes|started (?:school|coughing|vomiting|crying|nursery)"
    r"|keeps (?:[a-z]+ing|getting)|gets (?:a|his|her|very|so|up)|got (?:a|an|his|her|up|sick|stung|bitten)"
    r"|had (?:a|an|her|his|been)|has (?:had|wet|been|a|an|asthma|eczema|diarrhoea|diarrhea|fever|croup|constipation"
    r"|autism|epilepsy|reflux|allergies|two|one|no appetite|not|never|always|only|just|lost|gained|started|stopped)"
    r"|is (?:\d|an? |very|so|now|only|just|fine|well|happy|crying|almost|nearly|turning|scared|allergic|due"
    r"|exclusively|getting|refusing|vaccinated|our|my|afraid|always|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve)|was (?:\d|born|diagnosed|sick|stung|bitten|vaccinated|a |premature|breastfed)"
    r"|turned|turns (?:\d|one|two|three)|can['’]?t (?:sleep|breathe|walk|eat|stand)|won['’]?t (?:eat|drink|sleep|stop|walk|let)"
    r"|cannot (?:sleep|walk|eat|stand|hear)|doesn['’]?t (?:eat|drink|sleep|talk|walk|like|want)"
    r"|goes (?:to|pale|red|blue)|went (?:to|pale|blue|limp)|looks (?:pale|tired|yellow|fine|very)|feels (?:hot|sick|fine|well|warm))"
)
