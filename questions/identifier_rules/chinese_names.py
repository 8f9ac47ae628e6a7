"""Names of people in Chinese sentences or in Chinese characters, beside a word that says that one comes.

What stands first wins.
"""

from questions.identifier_rules.given_names import BESIDE, OFTEN, SELDOM
from questions.identifier_rules.names import (
    AFTER_ZH,
    ALL_SURNAMES,
    ANY_ZH,
    CARER_ZH,
    COMPOUND,
    FULL_ZH,
    GIVEN,
    GIVEN_ZH,
    GOES_ON,
    KIN,
    LOW,
    NAME_EN,
    NAME_ZH,
    NICK_SURE,
    NICK_ZH,
    NO_KIN_ZH,
    NO_LITTLE,
    NOT_FIRST,
    PET_TWIN,
    SAID_NEXT,
    SOUNDS,
    SURE,
)
from questions.identifier_rules.rule import CJK, Rule

CHINESE_NAMES = (
    # 敝姓鄔，家有過動兒
    Rule("name", rf"(?:敝姓|免贵姓|本人姓|我姓)(?P<x>[{CJK}])(?![{CJK}])"),
    # 小名芋圓的男寶寶; 胎名我們喊阿布
    Rule(
        "name",
        rf"(?:小名|乳名|胎名)(?:我们?|家里|都)?(?:喊|叫做?|是|为)?(?P<x>[{CJK}]{{2}})(?=[\s,，。的])",
        "given_zh",
    ),
    # 填表人／尤振聲，關係／父親
    Rule(
        "name",
        rf"(?:填表人|联络人|联系人|姓名|患者|病人|本人)\s?[/|]\s?(?P<x>[{CJK}]{{2,4}})(?![{CJK}])",
        "name_zh",
    ),
    # 填表人石文彬（父）
    Rule("name", rf"(?:填表人|联络人|联系人)(?P<x>{NAME_ZH})(?=[\s(（,，])", "name_zh"),
    # 中文游可柔，在加拿大出生
    Rule("name", rf"中文(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}]){GIVEN_ZH})(?=[\s,，。])", "given_zh"),
    # 女兒取族名Ciwas Temu
    Rule(
        "name",
        r"(?<![药病品症])(?:族名|取名)(?:叫|是)?\s?(?P<x>[A-Z][a-z]{1,14}(?:\s[A-Z][a-z]{1,14})?)",
    ),
    # 歹勢攪擾先生。 阿雄上
    Rule("name", rf"(?<=[。!\s])(?P<x>阿[{CJK}])上\s*$"),
    # 過年時阿坤舅公抱過寶寶
    Rule(
        "name",
        r"(?P<x>阿[^公婆嬷妈爸姨伯叔舅姑姐姊弟妹嫂么祖里家])(?=[舅姑叔伯姨婶][公婆妈爸嬷]?|[公婆嬷][抱说讲要叫])",
    ),
    # 孩子尤命·達利咳了兩個星期
    Rule(
        "name",
        rf"(?P<x>(?:(?<![{CJK}])[{CJK}]{{2,4}}|(?<=[叫是的姓])[{CJK}]{{2,4}}|[{CJK}]{{2}})[·・‧•．](?:[{CJK}]{{2,4}}(?![{CJK}])|[{CJK}]{{2,4}}?))(?=[{CJK}]?(?:是|[一二三四五六七八九十\d]|咳|发|从|昨|今|最|有|的|[,，。;；、\s]|$)|$)",
    ),
    # 巴奈．達路是我女兒的名
    Rule(
        "name",
        rf"(?:^|[^{CJK}])(?P<x>[{CJK}][{CJK}.·・]{{1,7}})(?=是(?:我|他|她|孩子|小孩)[{CJK}]{{0,8}}的?(?:名字|本名|小名|乳名|叫法|昵称|暱称|外号|绰号))",
    ),
    # 我的小孩阿福一歲半 發燒
    Rule(
        "name",
        rf"(?:{KIN}|{CARER_ZH})(?P<x>阿(?![姨嬷公婆妈爸伯叔姑祖哥姐弟妹母们斯莫兹托里拉])[{CJK}]|小[{CJK}]{{2}}(?=[(（,，]))",
    ),
    # 阿Ken
    Rule("name", rf"(?<![{CJK}])(?P<x>阿[A-Z][a-z]+)"),
    # 名字有點難念，黃琤，王字旁那個
    Rule(
        "name",
        rf"(?:名字|名)[^,，。:：\n]{{0,8}}[,，]\s*(?P<x>{NAME_ZH})(?=[,，。])|(?:大名|胎名)(?:就)?(?:叫|是)?(?P<y>{NAME_ZH}|[{CJK}]{{2}})(?=[,，。;；\s\d]|从|生|的)",
        "name_zh",
    ),
    # 姓范姜,名采薇,是一位早產
    Rule(
        "name",
        rf"姓\s+(?P<x>[{ALL_SURNAMES}]|{COMPOUND})\s*(?=[,，])|姓\s*(?:{COMPOUND}|[{ALL_SURNAMES}])\s*[,，]?\s*名\s*(?P<y>[{CJK}]{{1,2}})(?=[\s,，。.])",
    ),
    # 邻居吴阿姨说是缺营
    Rule(
        "name",
        rf"(?:^|[^{CJK}]|[的是找跟])(?P<x>[小阿](?![儿班学组姨])[{CJK}])(?=老师|教练|医师|护理师|园长|姐姐老师)|(?:班|园|司机|邻居|房东)(?P<y>[{ALL_SURNAMES}])(?=老师|大哥|大姐|阿姨|先生|太太)",
        "name_zh",
    ),
    # nickname 係 Mochi，七個月大
    Rule(
        "name",
        rf"叫[佢他她]做(?P<x>[{CJK}]{{2,3}})(?=[,，。])|(?i:\bnick ?name)\s*(?:系|是|叫|is)\s*(?P<y>{NAME_EN}|[{CJK}]{{2,3}})",
        "name_zh",
    ),
    Rule(
        "name",
        rf"(?P<x>[{SURE}])(?=女士|姑娘|中医师|院长|校长|组长|家[大小]?(?:儿子|女儿|弟弟|妹妹|双胞胎)|[妈爸]\s|太[\s,，谨敬上])",
    ),
    # 我婆婆李陳阿滿堅持要給三個
    Rule("name", rf"{KIN}(?P<x>(?:[{SURE}]{{1,2}}|[{ALL_SURNAMES}]{{2}})阿[{CJK}])"),
    # 我的寶貝范姜以樂出生體重24
    Rule(
        "name",
        rf"(?:{KIN}|{CARER_ZH})(?P<x>[{SURE}]{{1,2}}[{OFTEN}{BESIDE}]{{2}}|[{ALL_SURNAMES}][{OFTEN}][{CJK}])(?={SAID_NEXT})|(?:{CARER_ZH}叫|名唤|唤作|号做|原名)(?P<y>{NAME_ZH}|(?<=[唤做])[{CJK}]{{2}}|(?<=原名)[{CJK}]{{2,4}})(?=[,，。啦])",
        "name_zh",
    ),
    # 弟弟叫阿翔，喝完奶都會
    Rule(
        "name",
        rf"(?:一个|大的|小的|老大|老二|老三|哥哥|弟弟|姐姐|妹妹)叫(?P<x>[{CJK}]{{2,3}})(?=[、,，。])|叫我(?P<y>[小阿][{CJK}]|{NAME_ZH})(?=[\s,，。!！就即])",
        "name_zh",
    ),
    # by 柚子媽
    Rule(
        "name",
        rf"(?i:\bby)\s?(?P<x>[{CJK}]{{2,3}}?)(?=妈|爸|$)|(?:爸|妈)(?P<y>阿[{CJK}])(?=留|上|$)",
        "signed_zh",
    ),
    # 小名Q比，她頭頂有一
    Rule("name", r"(?:小名|外号|绰号|昵称|暱称)(?:叫|是)?(?P<x>[A-Za-z]{1,3}[\u4e00-\u9fff]{1,2})"),
    # 姓 名 : 溫 子 晴 / 性 別 : 女
    Rule("name", rf"(?:姓\s*名\s*[:：]|叫)\s*(?P<x>[{CJK}](?:\s[{CJK}]){{1,3}})(?=\s|$)"),
    # 護照上拼 LIN, YU-CHEN，黃皮書要打
    Rule(
        "name",
        r"(?:拼|护照)[^A-Z\n]{0,8}(?P<x>[A-Z]{2,},? [A-Z]+(?:-[A-Z]+)?)",
    ),
    # 小名叫小米粒，九歲，只有
    Rule(
        "name",
        rf"(?:小名|绰号|外号|花名|乳名|昵称|暱称)叫?(?P<x>(?![{NOT_FIRST}是叫])[{CJK}]{{2,3}})(?=[,，。;；\s]|的我|的[那这]|的(?:儿子|女儿|孩子|宝宝|小孩))"
        rf"|[「“\"]?(?P<y>(?![我他她你])[{CJK}]{{2,3}})[」”\"]?(?:[(]|是)(?:是)?(?:我|他|她|小孩|孩子|宝宝|女儿|儿子|弟弟|妹妹|他的|小名)[^,，。)]{{0,6}}(?:小名|昵称|暱称|乳名|花名|绰号|外号|哈[)])",
        "name_zh",
    ),
    # 看護瑪莉亞平常幫忙顧小
    Rule(
        "name",
        rf"(?:陪月|月嫂|看护|保[母姆]|帮佣|育儿嫂)(?P<x>(?!阿[姨嫂])[{CJK}]{{1,2}}?)(?=姐|姨|嫂|婶)|(?:{KIN}|{CARER_ZH})(?P<y>[{SOUNDS}]{{2,4}})(?={SAID_NEXT}|平)",
        "name_zh",
    ),
    # 謝佳蓉 敬上
    Rule(
        "name",
        rf"(?:^|[\s。！!，,])(?P<x>[{CJK}]{{2,4}}?)\s*(?:敬上|谨上|敬启|谨启|拜上|拜启|叩上)",
        "signed_zh",
    ),
    # 姓范姜,名采薇,是一位早產
    Rule(
        "name", rf"姓(?:{COMPOUND}|[{ALL_SURNAMES}])[,，]\s*名(?P<x>[{CJK}]{{1,2}})(?=[\s,，。.])"
    ),
    # 中文名字是范姜宇恩，三歲。最近
    Rule(
        "name",
        rf"(?:不|要|改|就|也|才|别人)叫[他她]?(?P<x>{NAME_ZH})(?=[\s,，。.;；、!！?？」])|(?:中文名字?|单名(?:一个)?)(?:是|叫|:)?[「\"“]?(?P<y>{NAME_ZH}|[{CJK}](?=[」\"”]|字))",
        "name_zh",
    ),
    # 叫Kevin Leung，佢細個驗到
    Rule(
        "name",
        rf"(?:叫[做作]?|名叫|名字(?:是|叫|为)?|小名|绰号|外号|暱称|昵称|英文名字?)(?:是|叫[做作]?|[:：])?\s*(?P<x>{NAME_EN}|(?<=[称名号])[A-Z]{{2,6}}(?![A-Za-z]))",
        "called",
    ),
    # 小名叫小米粒，九歲，只有
    Rule(
        "name",
        rf"(?:小名|乳名|绰号|外号|暱称|昵称)(?:(?:就?是|叫[做作]?|[:：])\s*(?P<x>{ANY_ZH}|{NICK_ZH})|\s*(?P<y>{NICK_SURE}))",
        "name_zh",
    ),
    # 我家寶貝妞妞八個月,不肯
    Rule(
        "name",
        rf"{KIN}(?P<x>(?P<twin3>[{PET_TWIN}])(?P=twin3))(?!(?P<again>.)(?P=again)|[的地])",
        "name_zh",
    ),
    # 我的小孩阿福一歲半 發燒
    Rule("name", rf"{KIN}(?P<x>[小阿](?![{GOES_ON}{NO_LITTLE}])[{CJK}])(?={AFTER_ZH})", "name_zh"),
    # 叫他阿布。阿布出生第
    Rule(
        "name",
        rf"叫[他她牠]做?(?P<x>{NICK_SURE}|阿[{CJK}])(?=[\s,，。.;；、!！]|$)",
        "name_zh",
    ),
    # 小孩Chloe Wang是試管來的
    Rule(
        "name",
        rf"{KIN}\s*(?:的?英文名字?)?(?:叫|是)?\s*(?P<x>{NAME_EN})(?![{LOW}]|\s*(?:吃完|打完|喝完|用完|疫苗|快筛|阳性|阴性|指数|症|药))",
        "after_kin",
    ),
    # 我是Kevin爸，兒子的睪
    Rule(
        "name",
        rf"(?:^|[^{CJK}A-Za-zÀ-ỿ]|我是|这里是|这边是|[{CJK}]的)(?P<x>{NICK_SURE}|{NAME_EN})(?=的?(?:妈妈|爸爸|妈咪|爸比|麻麻|把拔|妈[\s,，。!！~～A-Z]|爸[\s,，。!！~～A-Z阿]))",
        "name_zh",
    ),
    # 姓名:高 宇 翔  體重14
    Rule(
        "name",
        rf"(?:姓名|名字)(?:是|[:：])\s*(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}]) [{CJK}](?: [{CJK}])?)(?=[\s,，。.;；]|$)",
        "name_zh",
    ),
    # Tina老師說他都聽不清楚，叫三次才
    Rule(
        "name",
        r"(?<![A-Za-zÀ-ỿ])(?P<x>[A-Z][a-z]{1,20}(?:-[A-Za-z][a-z]{1,12})?)\s*(?=老师|医师|医生|阿姨|教练|护理师)",
    ),
    # 小名 is 小魚, 11 m
    Rule(
        "name",
        rf"(?i:小名|乳名|昵称|外号)\s*(?:is|was|:)\s*(?P<x>[{CJK}]{{2,3}})(?![{CJK}])",
        "name_zh",
    ),
    # 我的名字是小林美咲，日本人，嫁
    Rule(
        "name",
        rf"(?:我叫[做作]?|我的?名字(?:是|叫)做?|本人叫?|他叫[做作]?|她叫[做作]?|牠叫|名叫|名字(?:是|叫|为)做?|名为|取名(?:叫)?|全名(?:是|叫)?|本名(?:是|叫)?)\s*[:：「『\"“]?\s*(?P<x>{ANY_ZH})",
        "name_zh",
    ),
    # 我們家老大叫做張簡柏叡，剛升小一
    Rule(
        "name",
        rf"{KIN}\s*(?:的?名字)?(?:叫[做作]?|名叫|名字是|是叫|,叫|，叫)\s*[:：「『\"“]?\s*(?P<x>{ANY_ZH}|{NICK_ZH})",
        "name_zh",
    ),
    # 病人：Chan Tsz Hin（陳子軒）
    Rule(
        "name",
        rf"(?:姓名|名字|病患|患者|患儿|病人|病童|个案|家长|监护人|联络人|签名|署名|母亲|父亲|学生|案主)(?:姓名|名字|名|本人)?】?\s*[:：=→】|]\s*(?P<x>{ANY_ZH}|{NAME_EN})",
        "name_zh",
    ),
    # 病患姓名周建國，八歲，想問
    Rule(
        "name",
        rf"(?:姓名|病患|患者|病童|个案)(?:姓名|是|为|名)?\s*(?P<x>{NAME_ZH})(?=[\s,，。.;；、(（]|$|今|昨|现年|因|的|是|\d)",
        "name_zh",
    ),
    # 我係阿Ling,住開屯門
    Rule(
        "name",
        rf"我[是系係]\s*(?P<x>{NAME_ZH}|阿[A-Z][a-z]+)(?=[\s,，。.;；!！、呀啊]|$|的?妈妈|的?爸爸|的?家长|的?母亲|的?父亲)",
        "i_am_zh",
    ),
    # 我家宝宝王梓涵，11个月
    Rule(
        "name",
        rf"{KIN}(?!{NO_KIN_ZH})(?P<x>(?:{COMPOUND}|[{SURE}])(?:(?![{GOES_ON}]){GIVEN}){{2}})(?=[\s,，。.;；、(（]|$|今|现在|最近|昨|前天|从|有|已经|这|因|发烧|咳|起|也|一直|跌|摔|撞|吐|拉|不|没|是|的|被|在|常|老是|总是|身上|全身|肚子|得|住|哭|\d)",
        "after_kin_zh",
    ),
    # 的范姜振東教授說是無害
    Rule(
        "name",
        rf"(?:^|[^{CJK}]|[是给找看去到让被由的请和跟问向了位那]|今天|昨天|上次|刚才|[咗畀俾睇]|我们|后来|之前|但是?|医院|诊所|科)(?P<x>(?:(?:{COMPOUND})|[{SURE}])(?:(?![{GOES_ON}家庭主治小儿内外牙中西女男住院值班急诊专科皮肤专]){GIVEN}){{1,2}}|[{ALL_SURNAMES}]|{COMPOUND})(?=(?:医师|医生|大夫|主任|教授|护理师|护士|治疗师|心理师|社工|老师|小姐|先生|女士|太太|姑娘|妈妈|爸爸|阿姨|同学|小朋友|小弟弟?|小妹妹?))",
        "titled_zh",
    ),
    # 謝謝您 / 邱淑芬
    Rule(
        "name",
        rf"(?:敬上|谢谢您?[,，。!！]?|感谢[,，。!！]?)\s*\n+\s*(?P<x>{NAME_ZH})\s*$|(?P<y>{NAME_ZH})\s*(?:敬上|敬启|谨上|留$)",
        "name_zh",
    ),
    # 謝謝您 / 邱淑芬
    Rule(
        "name",
        rf"(?:盼复|请教|谢谢|感谢|多谢|感恩|拜托|敬礼|此致|祝好|顺利|安康|平安|回复|回覆|解惑)您?了?[。.!！~～,，]*[\s—–-]*(?P<x>{NAME_ZH})\s*(?:[(（][^)）]*[)）])?\s*$"
        rf"|[\s。.!！?？][—–-]+\s*(?P<y>{NAME_ZH}|[小阿][{CJK}](?=妈|爸))(?=[(（\s妈爸]|$)",
        "name_zh",
    ),
    # 和子安都長水痘，可
    Rule(
        "name",
        rf"(?<=[{OFTEN}{BESIDE}][{OFTEN}{BESIDE}])[和跟与、及](?P<x>[{OFTEN}{BESIDE}]{{2}})(?=都|也|同时|两|一起|[,，。、]|一[个前起])",
        "given_zh",
    ),
    # 張簡宇辰,症狀:拉肚
    Rule("name", rf"(?<![{CJK}])(?P<x>{FULL_ZH})(?![{CJK}])", "given_zh"),
    # 林志明醫師說心雜音
    Rule(
        "name",
        rf"(?P<x>[{ALL_SURNAMES}](?:{GIVEN_ZH}|[{OFTEN}{BESIDE}]{{2}}))(?=(?:语言|物理|职能|呼吸)治疗师|医[师生]|中医|大夫|院长|校长|组长|护士|护理|老师|主任|治疗师|心理师|教授|阿姨|小姐|先生|女士|教练|园长|小朋友|同学|太太|妈妈|爸爸)",
        "given_zh",
    ),
    Rule(
        "name",
        r"(?P<x>阿(?![姨嫂伯叔婶姐哥嬷公妈爸])[\u4e00-\u9fff](?=[姨嫂伯叔婶姐哥嬷婆]))",
        "given_zh",
    ),
    # 治療師連老師說我兒子
    Rule(
        "name",
        rf"(?<![牙代感谢多上下本这每一两几])(?P<x>[{SURE}])(?=医[师生]|大夫|老师|阿姨|护理师|治疗师|心理师|教练|小弟)"
        rf"|(?:谢谢|感谢|请问|邻居|导师|班导|同学|{CARER_ZH})(?P<y>[{ALL_SURNAMES}])(?=老师|医[师生]|阿姨|先生|太太|小姐)",
    ),
    # 名字是范姜宇恩，三歲。最近
    Rule(
        "name",
        rf"(?:真名|大名|本名|全名|学名|人称|取名|名字(?:是|叫)?)(?:就?是|叫[做作]?|[:：])?\s*[「『“\"]?(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}])(?:{GIVEN_ZH}|(?![{GOES_ON}])[{CJK}]{{1,2}}(?=[\s,，。.;；、」』)）])))",
        "name_zh",
    ),
    # 叫做張簡柏叡，剛升小一
    Rule(
        "name",
        rf"叫[做作]?[「『“\"]?(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}]){GIVEN_ZH}|{GIVEN_ZH}|[小阿](?![{NO_LITTLE}{GOES_ON}])[{OFTEN}{BESIDE}])",
        "given_zh",
    ),
    # 叫佩珊小孩半歲還不
    Rule(
        "name",
        rf"叫[做作]?[「『“\"]?(?P<x>[{CJK}]{{2}}|{NAME_ZH})[」』”\"]?(?=的?(?:小家伙|孩子|小孩|小朋友|男孩|女孩|宝宝|小男生|小女生))",
        "name_zh",
    ),
    # 綽號叫做「小鋼砲」
    Rule(
        "name",
        rf"(?:绰号|外号|小名|暱称|昵称|乳名)(?:就?是|叫[做作]?|[:：])?[「『“\"](?P<x>[{CJK}A-Za-z]{{1,6}})[」』”\"]",
    ),
    # 大家都喊她「嚕米」因為很會嚕
    Rule(
        "name",
        rf"(?:大家|家里人?|家人|同学们?|我们|长辈|都|常)(?:都|常|也|就)*(?:喊|叫|称呼?)(?:[他她牠我伊佢]|弟弟|妹妹|姐姐|哥哥)(?:做|为)?[「『“\"]?(?P<x>{NICK_SURE}|{GIVEN_ZH}|(?![{NOT_FIRST}])[{CJK}]{{2,3}}(?=[\s,，。」』”)）]))",
        "given_zh",
    ),
    # 姓司馬,名字叫俊傑
    Rule(
        "name",
        rf"(?<![同百])姓\s*(?P<x>{COMPOUND}|[{ALL_SURNAMES}])(?=[\s,，。.;；、(（)）嘅呀啊啦喔哦]|的|$)",
    ),
    # 我是宥宥媽媽，想請問
    Rule(
        "name",
        rf"我是(?P<x>{GIVEN_ZH}|[小阿][{CJK}]|(?P<twin8>[{CJK}])(?P=twin8))(?=的?(?:妈妈|爸爸|妈咪|阿嬷|阿公|奶奶|爷爷|外婆|外公|乾妈|干妈|姑姑|阿姨|舅舅|姐姐|哥哥|妈|爸))",
        "given_zh",
    ),
    # ？ / 蘇柏勳 敬上
    Rule(
        "name",
        rf"(?:[\s,，。.!！?？~～]|[的—–-])\s*(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}])?{GIVEN_ZH}|[{OFTEN}][子儿])(?=(?:妈妈|爸爸|妈|爸|姑姑|阿姨|阿嬷|奶奶|爷爷)?\s*(?:敬上|谨上|敬启|上|留|拜托|谢谢|感谢)?[。.!！~～]*\s*$)",
        "given_zh",
    ),
    # 我的寶貝范姜以樂出生體重24
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
    # 我們家小兒子吳秉叡第一次吃盤尼
    Rule(
        "name",
        rf"(?:{KIN}|{CARER_ZH}|{CARER_ZH}是|[给找看是叫])的?\s*[:：,，「『(（\"“]?\s*(?P<x>{FULL_ZH}|{GIVEN_ZH})",
        "given_zh",
    ),
    # 我家宝宝王梓涵，11个月
    Rule(
        "name",
        rf"(?:{KIN}|{CARER_ZH}|大夫)[:：]?的?(?P<x>(?:{COMPOUND}|[{ALL_SURNAMES}]){GIVEN_ZH})(?={SAID_NEXT})",
        "name_zh",
    ),
    # 我的寶貝范姜以樂出生體重24
    Rule(
        "name",
        rf"(?:{KIN}|{CARER_ZH})[:：]?(?!{NO_KIN_ZH})(?P<x>(?:{COMPOUND}|[{SURE}])(?:(?![{GOES_ON}]){GIVEN}){{2}}|[{ALL_SURNAMES}][{SELDOM}])(?={SAID_NEXT})",
        "after_kin_zh",
    ),
    # 張簡承佑五歲，每到半
    Rule("name", rf"(?P<x>(?:{COMPOUND}|[{SURE}])[{CJK}][{SELDOM}])", "given_zh"),
    # 張簡承佑五歲，每到半
    Rule(
        "name",
        rf"(?P<x>(?:{COMPOUND}|[{SURE}]){GIVEN_ZH})",
        "given_zh",
    ),
    # 雙胞胎姊姊舒語也開始發燒
    Rule(
        "name",
        rf"{KIN}的?(?P<x>[{ALL_SURNAMES}]?[{OFTEN}{BESIDE}]{{2}})(?={SAID_NEXT})",
        "given_zh",
    ),
    # 我家宝宝王梓涵，11个月
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
    # 家長 賴淑惠：孩子視力0
    Rule(
        "name",
        rf"(?:家长|姓名|病人|患者|宝宝|孩子|小孩|签名|署名|联络人)\s+(?P<x>{NAME_ZH})(?![{CJK}])",
        "name_zh",
    ),
)
