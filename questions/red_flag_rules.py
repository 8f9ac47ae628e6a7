r"""The signs of an emergency, as data: what a parent writes when it is one.

A pattern is looked for in one sentence of a plain text (ages.plain): lower case, half width, simplified
characters, no apostrophes. Parts of a pattern that stand apart with " ~ " have to be in the same
sentence, in any order. What is denied, long past or only supposed does not count (red_flags.py).
"""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REVIEWED_ON = date(2026, 11, 26)


@dataclass(frozen=True)
class Group:
    """Signs that belong together: what a page says of them, and what to do until help comes."""

    id: str
    label: Promise
    first_aid: Promise
    source: str
    patterns: tuple[str, ...] = ()
    # Also where it is said to be past: the danger is not.
    even_if_past: bool = False
    # Only of children younger than so many months, where the age is known.
    below_months: float | None = None
    reviewed_on: date = REVIEWED_ON


BREATH = r"(?:breath\w*|air|呼吸|气)"
CHILD = r"(?:baby|infant|newborn|son|daughter|boy|girl|child|kid|toddler|he|she|him|her|lo|bub)"
HEAD = r"(?:\bhead\b|\bskull|\bfell\b|\bfall(?:en|ing)?\b|\bdropped\b|\bconcuss\w*|头|脑|后脑|额头)"
BLOW = r"(?:\bhit\b|\bhits\b|\bbump\w*|\bbang\w*|\bfell\b|\bfall(?:en)?\b|\bdropped\b|\bknock\w*|\bconcuss\w*|\bcrack\w*|\binjur\w*|\bsmack\w*|\bstruck\b|\btumbled\b|摔|跌|撞|掉下|滚下|砸|敲到|磕)"
VOMITS = r"(?:\bvomit\w*|\bthr(?:ew|owing|own|ows)[ -]?up|\bbeen sick\b|\bpuk\w+|\bsick (?:twice|three|\d)|呕|吐)"
DROWSY = r"(?:\bdrows\w*|\bsleepy\b|\bconfus\w*|\bunconscious\w*|\bpassed out\b|\bknocked out\b|\bblack(?:ed)? out\b|\bwont wake|\bcant wake|\bhard to wake|\bnot (?:making sense|himself|herself|right)|\bslur\w*|\bseiz\w*|\bfit(?:ting)?\b|\bclear fluid|\bpupil\w*|\bblood\w* (?:from|out of|in) (?:his|her|the)? ?(?:ear|nose)|\bdaz(?:ed|y)|\bdizzy|\bdisorient\w*|\bwobbl\w*|\bstagger\w*|\bunsteady|\bsoft (?:lump|swelling|bump|boggy)|\bboggy|\bdent\b|\bgoes? floppy|\bglazed|昏|嗜睡|想睡|叫不醒|意识|抽|胡言|讲话不清|说话不清|答非所问|走路不稳|走不稳|站不稳|清水|流血水|瞳孔|耳朵流|鼻子流|失忆|不记得|眼神|恍惚|软软|凹)"
NOT_WAKE = r"(?:cant|cannot|can not|couldnt|unable to|not able to|impossible to|hard to|difficult to|struggl\w+ to|barely|trouble)"
FEVER = r"(?:fever\w*|feverish|temp(?:erature)?\b|burning up|hot|发烧|发热|高烧|烧|\b3[89][.,度°]|\b4[01][.,度°]|\b10[0-5])"

GROUPS = (
    Group(
        "breathing",
        _("Trouble breathing"),
        _("Keep the child upright and calm. Loosen tight clothes. Do not leave the child alone."),
        "NICE NG143, traffic light system; WHO IMCI danger signs",
        (
            r"\b(?:cant|cannot|can not|cudnt|cnt|couldnt|unable to|not able to|barely|hardly|struggl\w*|fight\w* (?:to|for)|gasp\w*|trying|labou?red|hard|difficult\w*|troubl\w*|problem)\b[\w ,]{0,24}\b(?:to )?(?:breath\w*|breth\w*|catch (?:his|her|their|a) breath|get (?:any |enough )?air|air\b)",
            r"\bbreath\w*[\w ,]{0,22}\b(?:hard|difficult\w*|labou?red|struggl\w*|fast|rapid\w*|quick\w*|really shallow|shallow|weird\w*|funny|strange\w*|noisy|stopp\w*|paus\w*|not right|heavy|heavily|trouble)\b",
            r"\b(?:fast|rapid|labou?red|heavy|noisy|shallow|quick|weird|funny) breathing",
            r"\b(?:not|isnt|isn t|stopped|stops|stop|stopping|forgets to) breath\w*",
            r"\bpauses? (?:in|between|of)[\w ]{0,12}breath\w*|\bholds? (?:his|her) breath and (?:goes|turns|went)|\bapn(?:o)?ea",
            r"\bshort(?:ness)? of breath|\bout of breath|\bbreathless\w*|\bgasping\b",
            r"\b(?:lips?|mouth|face|tongue|fingernails?|nails|skin|hands?|turn\w*|goes|going|went|gone|looks?|is|all)\b ?(?:\w+ ){0,5}(?:blue|bluish|blueish|grey|gray|purple|dusky)\b ~ \b(?:lips?|mouth|face|tongue|nails|fingernails?|breath\w*|cough\w*|feed\w*|he|she|baby)\b",
            r"\b(?:blue|bluish|grey|gray|dusky|purple)\b[\w ]{0,14}\b(?:lips?|mouth|face|tongue|spells?)",
            r"\bretract\w*|\bsuck(?:s|ing|ed)? in\b[\w ]{0,30}\b(?:ribs?|chest|neck|skin|tummy|belly)|\b(?:ribs?|chest|tummy|belly|neck|skin)\b[\w ,]{0,40}\b(?:suck\w* in|pull\w* in|cav\w* in|sink\w* in|going in|drawing in|indraw\w*|heaving)",
            r"\bgrunt\w*\b ~ \b(?:breath\w*|every|cold|cough\w*|fever\w*|flar\w*|nostril\w*|sleep\w*|baby|newborn|bronchiolitis)",
            r"\bnostrils?\b[\w ]{0,12}\bflar\w*|\bflar\w*[\w ]{0,10}\bnostrils?",
            r"\bstridor|\bwheez\w*\b ~ \b(?:cant|cannot|inhaler (?:isnt|not|doesnt)|not (?:helping|working)|doesnt help|talk|speak|sentence\w*|blue|exhausted|struggl\w*|worse)",
            r"\b(?:cant|cannot|unable to|barely|too breathless to)\b (?:\w+ ){0,2}(?:speak|talk|say|finish)\b[\w ]{0,30}\b(?:breath\w*|sentence|words?|asthma|wheez\w*|inhaler)",
            r"喘不过|喘不上|喘不[过上]?气|吸不到气|吸不上气|上气不接下气|呼吸(?:很|好|非常|真的|越来越|变得|有点|突然|比较|得)*\s*(?:困难|费力|急促|急|快|喘|很快|很急|很喘|吃力|不过来|不顺|停|微弱|很浅|怪)",
            r"没有?(?:在)?呼吸|不呼吸|停止呼吸|呼吸(?:会|都|突然)?(?:暂停|停)|没(?:了)?呼吸|没气了|快没气|快不能呼吸|(?:不能|无法|没办法|没法)呼吸",
            r"(?:嘴唇|嘴巴|嘴|唇|脸|舌头|指甲|手脚|全身|皮肤|面色|脸色|整个人)\w{0,6}(?:发紫|发青|发黑|发绀|变紫|变青|变蓝|紫紫|青紫|紫色|青青|泛紫|泛青|黑青|发蓝|紫了|青了|紫掉|发灰|灰灰|变灰)",
            r"(?:发绀|绀)|(?:肋骨|胸口|胸部|胸|锁骨|脖子|肚子|肋)\w{0,10}(?:凹|陷|缩进|吸进)|凹陷 ~ (?:呼吸|吸气|胸|肋)|鼻翼\w{0,4}(?:扇|煽|搧|翕|动|张)|三凹",
            r"(?:呼吸|喘)\w{0,8}(?:哼|呻吟|咻咻|嘶)\w{0,4} ~ (?:快|凹|费力|困难|发烧|吸不)|(?:喘|气喘)\w{0,12}(?:说不出话|讲不出话|话都|没办法讲|无法说|讲不完)|喘鸣|(?:一直|很|好|非常|越来越|一直在|狂)喘 ~ (?:胸|肋|呼吸|说|讲|睡|累|吸药|药|没用|无效|没效|没有用|没改善|没有改善|还是)|哼哼\w{0,4} ~ 呼吸",
            r"一分钟\w{0,6}(?:[6-9]\d|1\d\d)[次下]|(?:[6-9]\d|1\d\d) (?:breaths|times) (?:a|per) min",
        ),
    ),
    Group(
        "consciousness",
        _("Cannot be woken, limp or not responding"),
        _("If the child breathes, lay it on its side. If it does not, begin resuscitation and call."),
        "NICE NG143, traffic light system; Resuscitation Council UK, paediatric basic life support",
        (
            rf"\b{NOT_WAKE}\b (?:\w+ ){{0,5}}(?:wake|waking|rouse|arouse|rousing|stay awake|keep (?:\w+ )?awake|get (?:\w+ )?to wake|woken|awake)\b",
            r"\b(?:wont|will not|doesnt|does not|isnt|not|didnt|never|refus\w+ to) (?:\w+ )?(?:wake|waking|rouse|stay awake)\b(?! (?:up )?(?:(?:at|in|during|for) |until|till|before|once|by|early))",
            r"\bunconscious\w*|\bunrespons\w*|\bnot respond\w*|\b(?:isnt|wont|doesnt|stopped|no longer) respond\w*|\bno respon\w+|\blost consciousness|\bloses? consciousness|\bcomatose",
            r"\b(?:limp|floppy|lifeless|rag ?doll)\b",
            r"\b(?:faint\w*|pass(?:ed|es|ing) out|collaps\w*|black(?:ed|s|ing) out)\b",
            r"\b(?:very|extremely|so|really|too|unusually|getting|increasingly|super|abnormally) (?:drowsy|lethargic)\b|\b(?:lethargic|drowsy)\b ~ \b(?:wont|cant|cannot|hard|not|barely|fever\w*|breath\w*)\b",
            r"\bbarely (?:conscious|responsive|awake|opens? (?:his|her) eyes)|\beyes? (?:rolled|rolling)\b|\bstar(?:es|ing) (?:through|into space|blank\w*)[\w ]{0,20}\b(?:not|wont|doesnt)|\bnot making sense|\bdoesnt (?:know|recogni[sz]e) (?:me|us|where)",
            r"叫不醒|叫都叫不醒|怎么叫都|摇不醒|叫不太醒|摇都摇不醒|醒不过来|醒不来|唤不醒|喊不醒|弄不醒|叫了?(?:很久|好久|半天|好几次|几次|他|她)\w{0,8}(?:没反应|没有反应|不醒|都没|不应|不理|没醒)|拍他?她?(?:都)?没(?:有)?反应|捏他?她?都没|怎么(?:摇|拍|叫|喊)",
            r"昏迷|昏倒|晕倒|晕过去|昏过去|昏了|失去意识|没有?意识|意识(?:不清|模糊|不太清楚|昏|丧失|改变|有点不清|不太清|怪怪|变差|混乱)|昏昏沉沉|昏沉|神智不清|神志不清|不省人事|休克|没(?:有)?(?:什么)?反应(?!.{0,3}(?:疫苗|药))|对(?:叫|声音|刺激|我)\w{0,6}(?:没反应|没有反应|不理)|眼神(?:呆滞|涣散|空洞|发直)|两眼发直|目光呆滞",
            r"(?:全身|身体|手脚|整个人|四肢|整只|软趴趴)\w{0,5}(?:瘫软|软趴趴|软绵绵|软软的|发软|无力|软掉|瘫|软了|摊)|软趴趴|瘫软|软绵绵 ~ (?:叫|反应|发烧|睡)|(?:嗜睡|一直昏睡|昏睡) ~ (?:叫|醒|不|发烧|烧|吐|软|没)|活动力(?:很差|超差|极差|变很差)\w{0,8} ~ (?:叫|醒|软|睡|眼神)",
        ),
    ),
    Group(
        "seizure",
        _("A seizure"),
        _("Lay the child on its side, put nothing into the mouth, look at the clock."),
        "NICE NG217; NHS, febrile seizures",
        (
            r"\bseiz(?:ure|ures|ing|ed|e|es)\b|\bsiezure\w*|\bseizur\w*|\bconvuls\w*|\bfitting\b(?! (?:in|room|the|clothes|shoes|mask|of|well|into))|\b(?:having|had|has|in|a|another|first|febrile|fever|epileptic|still) fits?\b(?! of| bit|ness| in)|\bfits\b ~ \b(?:shak\w*|jerk\w*|eyes|fever\w*|stop\w*|minutes?)",
            r"\b(?:shak\w*|jerk\w*|twitch\w*|stiff\w*|rigid|tens\w*)\b ~ \b(?:eyes? (?:\w+ ){0,3}(?:roll\w*|back|up)|foam\w*|unrespons\w*|not respond\w*|wont respond|uncontroll\w*|whole body|all over|wont stop|cant stop|doesnt stop|not stopp\w*|unconscious|one side|arms? and legs?|froth\w*|drool\w*)\b",
            r"\beyes? (?:\w+ ){0,4}(?:roll\w*|rolled) (?:\w+ ){0,3}(?:back|up|head)|\broll(?:ed|ing|s) (?:his|her|their|back)[\w ]{0,12}eyes|\bfoam\w* at the mouth|\bfroth\w*|\beyes (?:\w+ )?(?:went|go|gone) (?:back|up)",
            r"抽搐|抽筋(?!.{0,4}(?:小腿|脚|腿))(?<!小腿抽筋)(?<!脚抽筋)(?<!腿抽筋)|痉挛(?!.{0,3}(?:咳|肠|胃))|癫痫(?:发作|大发作|又)|惊厥|热性?痉挛|翻白眼|眼睛(?:一直|都)?(?:往上|上)(?:吊|翻|飘)|口吐白沫|吐白沫|两眼上吊|四肢(?:一直)?(?:僵硬|僵直|抖动|抽动|不停抖)|全身(?:一直)?(?:僵硬|僵直|抖动|抽动|抖个不停|不停抖|狂抖)|(?:手脚|手|全身|身体)\w{0,4}(?:一直|不停|不断|规律)(?:在)?(?:抽|抽动|抖)(?!.{0,3}(?:冷|寒))|牙关紧闭|咬紧牙关",
        ),
    ),
    Group(
        "young_fever",
        _("Fever in the first months"),
        _("A young baby with a fever has to be seen today, also at night. Give no medicine before."),
        "NICE NG143, 1.2; American Academy of Pediatrics, febrile infants 8 to 60 days (2021)",
    ),
    Group(
        "rash",
        _("Spots that do not fade when pressed"),
        _("Press a clear glass on the spots. If they can be seen through it, go at once."),
        "NICE NG240, meningococcal disease; NHS, sepsis",
        (
            r"\b(?:rash\w*|spots?|dots?|marks?|blotch\w*|bruis\w*|patch\w*|pinpricks?|it|they|that|speckles?|freckles?|blood spots)\b ~ \b(?:doesnt|dont|does not|do not|wont|will not|not|didnt|isnt|isn t|arent|never|cant|still (?:there|see|visible))\b[\w ,]{0,14}(?:fad\w*|blanch\w*|disappear\w*|go(?:ing)? away|go white|turn white|vanish\w*|lighten)[\w ,]{0,30}(?:press\w*|glass|push\w*|tumbler|cup)|\bglass (?:test)?\b[\w ,]{0,40}(?:doesnt|dont|didnt|not|wont|still|fail\w*)[\w ,]{0,20}|\bnon[- ]?blanch\w*|\bpetechia\w*|\bpurpur\w* ~ (?:fever\w*|spread\w*|new|tonight|today|sudden\w*|lethargic|unwell|sick)",
            r"\b(?:doesnt|dont|does not|do not|wont|not|didnt|isnt|arent)\b[\w ,]{0,14}(?:fad\w*|blanch\w*)\b ~ \b(?:rash\w*|spots?|dots?|marks?|bruis\w*|patch\w*|press\w*|glass|pinpricks?|blotch\w*|speckles?)|\bglass\b ~ \b(?:rash\w*|spots?|dots?|bruis\w*) ~ \b(?:still|stay\w*|remain\w*|not|doesnt|dont|wont|through)\b",
            r"\b(?:purple|purplish|violet|bruise[- ]?like|blood[- ]?red|dark red|bruis\w*|plum)\b[\w ,-]{0,24}\b(?:rash\w*|spots?|dots?|blotch\w*|marks?|patch\w*|pinpricks?)\b ~ \b(?:fever\w*|temp\w*|hot|sick|unwell|ill|vomit\w*|sleepy|drowsy|lethargic|limp|floppy|cold hands|spread\w*|appear\w*|sudden\w*|stiff|3[89]|4[01]|10[1-5]|shiver\w*)",
            rf"{FEVER} ~ \b(?:purple|purplish|bruise[- ]?like|bruis\w*|red pinprick\w*|pinprick\w*|blood spots?)\b",
            r"(?:疹|红点|紫点|斑|点点|出血点|瘀点|瘀青|红斑|血点|紫斑|点|瘀斑|它)\w{0,12} ~ (?:按|压|杯|玻璃)\w{0,12}(?:不(?:会)?(?:退|消|褪|变白|散|白|见)|没(?:有)?(?:退|消|褪|变白|散|不见)|还在|还是(?:看得到|红|紫|在)|都还)|(?:压|按)(?:下去|了|着|住|也|都|起来|后)?\w{0,4}(?:不(?:会)?(?:退|消|褪|变白|散)|没(?:有)?(?:退|消|褪|变白))|不(?:会)?(?:褪色|退色) ~ (?:疹|点|斑)|(?:褪|退)不(?:了|掉) ~ (?:疹|点|斑)|压不退",
            r"(?:紫(?:色|红色?|黑色?)?的?\w{0,3}(?:疹|点|斑)|出血点|瘀点|瘀斑|紫斑|像瘀(?:青|血)|紫癜|瘀青(?:状|一样)|一片片瘀青|暗红色?的?(?:点|斑|疹)|血点) ~ (?:发烧|烧|热|3[89]|4[01]|软|昏|睡|精神|吐|手脚冰|冰冷|扩散|变多|越来越多|蔓延|突然)",
        ),
    ),
    Group(
        "meningitis",
        _("A stiff neck or a bulging soft spot"),
        _("Keep the room dark and quiet on the way. Give nothing to eat or drink."),
        "NICE NG240, bacterial meningitis",
        (
            rf"(?:\b(?:stiff\w*|rigid|sore and stiff)\b[\w ]{{0,10}}\bneck|\bneck\b[\w ,]{{0,24}}\b(?:stiff\w*|rigid)) ~ (?:{FEVER}|\blight\b|\bvomit\w*|\bheadache|\bhead hurts|\brash|\bdrows\w*|\bscream\w*|\bconfus\w*|\bthrow\w* up|\bsleepy|\bsick\b|\bill\b|\birritabl\w*|\bbright)",
            rf"{FEVER} ~ \b(?:stiff\w*|rigid)\b[\w ]{{0,10}}\bneck|{FEVER} ~ \bneck\b[\w ,]{{0,24}}\b(?:stiff\w*|rigid|bend|hurts? to (?:bend|move)|move)",
            r"\b(?:cant|cannot|unable to|wont|hurts to|screams? when)\b[\w ]{0,30}\b(?:chin (?:to|on)|touch (?:his|her) chest|bend (?:his|her) (?:neck|head)|neck|look down)\b",
            r"\b(?:bulg\w*|swollen|sticking (?:up|out)|raised|puff\w*|tense|pok\w* (?:out|up)|popp\w* (?:out|up))\b[\w ,]{0,24}\b(?:fontanel\w*|soft spot)|\b(?:fontanel\w*|soft spot)\b[\w ,]{0,30}\b(?:bulg\w*|swollen|sticking (?:up|out)|raised|puff\w*|tense|hard|tight|pok\w*|popp\w*|full|out)\b",
            rf"{FEVER} ~ \b(?:light (?:hurts|bothers)|hates? (?:the )?light|cant (?:stand|bear|look at|tolerate) (?:the )?(?:bright )?lights?|hurts? (?:his|her) eyes|photophob\w*|bright light) ~ \b(?:head\w*|neck|vomit\w*)",
            r"(?:脖子|颈部?|脖颈|后颈|颈项)\w{0,8}(?:僵硬|很僵|好僵|僵僵|僵|硬硬|很硬|变硬|硬邦邦|不能(?:弯|低|动)|没办法(?:弯|低|动)|弯不|低不|动不了|一碰就|一动就) ~ (?:烧|热|吐|头痛|畏光|怕光|光|睡|3[89]|4[01]|哭|昏|疹)|颈部?僵硬|颈项强直|(?:低不下头|头低不下|没办法低头|不能低头|下巴(?:碰|贴|靠)不到|下巴\w{0,6}(?:不到|没办法)) ~ (?:烧|热|吐|痛|3[89])|低不下头|头低不下去|下巴碰不到胸",
            r"(?:前?囟门?|囱门|卤门|头顶\w{0,6}(?:软软|软的)?)\w{0,10}(?:鼓|凸|膨|突|隆|胀|硬|紧绷|饱满)",
        ),
    ),
    Group(
        "swallowed",
        _("Swallowed a battery, magnet, medicine or chemical"),
        _("Do not make the child vomit. Take the package with you. A button battery: go at once."),
        "National Capital Poison Center, button battery guideline; ESPGHAN, foreign bodies (2015)",
        (
            r"\b(?:swallow\w*|swollow\w*|ate|eaten|drank|drunk|drinking|ingest\w*|took|taken|got into|chew\w*|mouthful|sip\w*|licked|bit into|put in (?:his|her) mouth|overdos\w*|guzzl\w*|downed|missing|gone|found (?:\w+ ){0,3}(?:with|empty))\b ~ \b(?:button batter\w*|batter(?:y|ies)|magnet\w*|magnetic|bleach|detergent|dishwasher\w*|laundry|pods?|tide|cleaner|cleaning|drain|caustic|lye|acid|antifreeze|petrol|gasoline|kerosene|paraffin|lamp oil|turpentine|white spirit|paint thinner|thinner|acetone|nail (?:polish|varnish) remover|essential oil|eucalyptus|insecticid\w*|pesticid\w*|weed ?killer|rat poison|poison\w*|mothball\w*|moth balls?|nicotine|e-?liquid|vape\w*|cigarettes?|hand saniti[sz]er|saniti[sz]er|mouthwash|alcohol|vodka|whisk(?:e)?y|perfume|descaler|toilet (?:block|cleaner)|silica|hair dye|superglue|white vinegar essence|deadly nightshade|berries|mushrooms?|toadstool)\b",
            r"\b(?:swallow\w*|ate|eaten|drank|drunk|ingest\w*|took|taken|got into|got hold of|chew\w*|overdos\w*|found|emptied|empty|missing|gone|whole (?:bottle|box|pack)|handful)\b ~ \b(?:pills?|tablets?|capsules?|meds|grandm\w+ (?:\w+ )?(?:pill|medic\w*|tablet|med)\w*|granddads?|grandpas?|grannys?|nans?|my (?:blood pressure|heart|sleeping|antidepress\w*|iron|contraceptive|adhd|thyroid|diabet\w*)\b[\w ]{0,16}|iron|paracetamol|calpol|tylenol|ibuprofen|nurofen|aspirin|acetaminophen|metformin|warfarin|digoxin|clonidine|antidepressants?|adhd meds?|vitamins?|gummies|melatonin|opioid\w*|methadone|codeine|morphine|sleeping)\b ~ \b(?:swallow\w*|whole (?:bottle|box|pack\w*|strip)|(?:half|most of|all) (?:the|a|of)|handful|how many|bottle|box|missing|empty|too many|too much|by (?:mistake|accident)|accident\w*|got into|got hold|found|overdos\w*|my|grand\w*|nans?|granny\w*|his dads|several|\d{1,2} (?:pills|tablets|capsules|gummies)|(?:two|three|four|five|six|seven|eight|nine|ten|dozen) (?:\w+ )?(?:pills|tablets|capsules|gummies)|double|twice the)\b",
            r"\b(?:overdos\w*|accidental\w* (?:gave|given)[\w ]{0,20}(?:double|twice|ten times|too much)|ten times the dose|10 times the dose|10x)\b ~ \b(?:gave|given|took|dose|paracetamol|calpol|medic\w*|tylenol|ibuprofen|pills?|tablets?)",
            r"(?:吞|误食|误吞|吃(?:到|了|下|进|掉)|喝(?:到|了|下|进|掉)|误喝|误饮|误服|咬破|咬到|舔|吞下|吞了|放进嘴|塞进嘴|吃) ~ (?:电池|水银电池|钮扣|纽扣|磁铁|磁珠|巴克球|磁力珠|漂白|洗衣|洗碗|清洁剂|清洁|洗洁精|通乐|疏通|盐酸|强酸|强碱|稀释剂|松香水|去光水|香蕉水|煤油|汽油|杀虫|农药|除草剂|老鼠药|蟑螂药|樟脑丸|樟脑|精油|尼古丁|电子烟|烟油|烟蒂|香烟|酒精|干洗手|消毒水|消毒液|沐浴乳球|干燥剂|水银|厕所|强力胶|三秒胶|漱口水|米酒|高粱|农药|生石灰|防冻|香水|指甲油|毒|除垢|双氧水|碱水|柠檬酸|水宝宝|水晶宝宝)",
            r"(?:吞|误食|误吞|误服|吃(?:到|了|下|进|掉|光)|偷吃|拿了|打开|翻出) ~ (?:药|锭|胶囊|铁剂|安眠|降压|降血压|血压药|血糖药|降糖|维他命|软糖|普拿疼|退烧药) ~ (?:整[瓶罐盒包排片]|一整|半瓶|半罐|一把|不知道(?:吃|吞)?(?:了)?(?:几|多少)|不确定(?:吃|吞)?(?:了)?(?:几|多少)|好几[颗粒片锭]|十几|[五六七八九十两三四\d]+[颗粒片锭]|少了|空了|空的|全部|爷爷|奶奶|阿公|阿嬷|外公|外婆|妈妈的|爸爸的|我的|大人的|阿妈|误食|误服|误吞|过量|当(?:成|作)糖|双倍|十倍|两倍)",
            r"(?:药|退烧药)\w{0,6}(?:过量|多喂|喂错|给错)\w{0,6} ~ (?:倍|次|整|瓶|过量)|误(?:食|吞|服|饮|喝)(?!.{0,6}(?:预防|怎么办$))",
        ),
    ),
    Group(
        "allergic",
        _("A severe allergic reaction"),
        _("Use the adrenaline pen if there is one. Lay the child flat; sitting if breathing is hard."),
        "NICE CG134; Resuscitation Council UK, anaphylaxis (2021)",
        (
            r"\b(?:swell\w*|swollen|swelled|puff\w*|balloon\w*|blew up|blown up|tripled|doubled|huge|fat)\b ~ \b(?:lips?|tongue|face|eyes? (?:shut|closed)|throat|mouth|eyelids?)\b ~ \b(?:peanut\w*|nuts?|cashew\w*|walnut\w*|hazelnut\w*|almond\w*|pistachio\w*|sesame|egg\w*|milk|yog\w*|formula|shrimp\w*|prawn\w*|shellfish|fish|crab|kiwi\w*|strawberr\w*|mango|sting\w*|stung|bee|wasp|hornet|bite|bitten|antibiotic\w*|amox\w*|penicillin|ibuprofen|medic\w*|eat\w*|ate|food|hives|rash|allerg\w*|minutes|sudden\w*|wheez\w*|breath\w*|vomit\w*|vaccine|injection|jab|chocolate|cookie|biscuit|hummus|curry|wheat|soy|cough\w*)\b",
            r"\b(?:hives|welts|urticaria|rash|itch\w*|red all over|blotch\w*)\b ~ \b(?:breath\w*|wheez\w*|vomit\w*|throw\w* up|threw up|cough\w*|faint\w*|hoarse|voice|swollen|swelling|throat|floppy|pale|dizzy|collaps\w*|drool\w*|choking)\b ~ \b(?:peanut\w*|nuts?|cashew\w*|walnut\w*|sesame|egg\w*|milk|yog\w*|formula|shrimp\w*|prawn\w*|fish|kiwi\w*|sting\w*|stung|bee|wasp|antibiotic\w*|amox\w*|penicillin|ibuprofen|medic\w*|eat\w*|ate|food|hives|allerg\w*|minutes|sudden\w*)\b",
            r"\banaphyla\w*|\bepi ?-?pen|\ballergic (?:shock|reaction)\b ~ \b(?:breath\w*|swell\w*|swollen|vomit\w*|throat|severe|right now|now|wheez\w*|hives|getting worse|help)\b|\bthroat (?:is |feels? )?(?:\w+ )?(?:clos\w*|tight\w*|swell\w*)",
            r"(?:嘴唇|嘴巴|嘴|唇|脸|眼睛|眼皮|舌头|喉咙|整张脸|面部)\w{0,8}(?:肿|肿起来|肿胀|肿成|像香肠|肿大) ~ (?:吃|喝|叮|螫|蛰|咬|蜂|药|抗生素|打针|疫苗|过敏|疹|花生|虾|蛋|奶|坚果|腰果|核桃|奇异果|芝麻|海鲜|螃蟹|喘|呼吸|蛋糕|饼干|优格|突然)",
            r"(?:荨麻疹|风疹块|起疹|疹子|红疹|全身(?:发)?红|发痒|痒|膨疹) ~ (?:喘|呼吸|吐|咳|声音沙哑|沙哑|昏|肿|脸色苍白|喉咙|软|没力) ~ (?:吃|喝|叮|螫|蛰|咬|蜂|药|抗生素|打针|疫苗|过敏|花生|虾|蛋|奶|坚果|腰果|海鲜|芝麻|喘|突然)|过敏性?休克|严重过敏|喉咙(?:很|好|一直|觉得)?(?:紧|肿|锁住|卡紧|缩)(?:紧|起来|住)? ~ (?:吃|喝|药|叮|蜂|过敏|疹|呼吸)|过敏 ~ (?:喘|呼吸困难|吸不到|昏|休克)",
        ),
    ),
    Group(
        "head_injury",
        _("A blow to the head with vomiting or drowsiness"),
        _("Keep the child lying still and awake if possible. Do not move the neck."),
        "NICE NG232 (2023)",
        (
            rf"{BLOW} ~ {HEAD} ~ (?:{VOMITS}|{DROWSY})",
            r"(?:摔|跌|撞|掉下|滚下|砸|磕|掉下来|坠|翻下) ~ (?:吐|呕|昏|嗜睡|想睡|叫不醒|意识|抽|胡言|讲话不清|走路不稳|走不稳|站不稳|清水|血水|瞳孔|耳朵流|失忆|不记得|眼神|恍惚|软软的|凹|翻白眼)",
            r"\b(?:fell|fallen|dropped|rolled off|tumbled|hit by a car|run over|struck)\b ~ \b(?:window|balcony|second floor|first floor|storey|story|metres?|meters?|feet|stairs|car|changing table|high)\b ~ \b(?:unconscious|vomit\w*|knocked out|not moving|blood|limp|sleepy|drowsy|crack|dent|wont|screaming)\b|\bskull (?:fracture|is)|\bhead\b[\w ,]{0,20}\b(?:dent|cracked|soft (?:spot|lump|patch)|boggy)\b ~ \b(?:fell|fall|hit|drop\w*|bang\w*)",
        ),
    ),
    Group(
        "burn",
        _("A burn or scald"),
        _("Cool it under running cool water for 20 minutes. Nothing else on it; keep the child warm."),
        "British Burn Association, first aid (2018); NHS, burns and scalds",
        (
            r"\b(?:scald\w*|burn(?:t|ed|s|ing)?)\b ~ \b(?:boiling|hot (?:water|tea|coffee|soup|drink|oil|pan|noodle\w*|milk|bath|tap)|kettle|tea|coffee|soup|noodle\w*|oil|iron\b|oven|hob|stove|fire|flame\w*|firework\w*|bbq|barbecue|candle|lighter|petrol|bleach|acid|chemical\w*|electric\w*|socket|straighteners?|curling|steam|exhaust|grill|fireplace|sparkler|heater|water|gravy|porridge|cleaner|radiator|pan)\b",
            r"\b(?:pull\w*|spill\w*|tipp\w*|poured|pour|knock\w*|splash\w*|fell|sat|grabb\w*|touch\w*|stuck|dropped|put|stepped)\b ~ \b(?:boiling|hot (?:water|tea|coffee|soup|drink|oil|pan|noodle\w*|milk|tap)|kettle|scalding|freshly made tea|boiled|just made)\b ~ \b(?:skin|blister\w*|peel\w*|red|chest|face|arm\w*|legs?|hands?|over (?:him|her|his|herself|himself)|screaming|himself|herself|on (?:him|her|his)|shoulder|neck|tummy|burn\w*)",
            r"\b(?:electr\w* (?:shock|burn)|electrocut\w*|shock(?:ed)? (?:from|by) (?:a |the )?(?:socket|plug|outlet|wire|cable)|struck by lightning)\b|\b(?:bleach|acid|chemical|caustic|drain|lime|cleaner|oven cleaner|detergent|pod|superglue)\b ~ \b(?:eyes?|skin|face|splash\w*|squirt\w*) ~ \b(?:eyes?|burn\w*|red|splash\w*|sprayed|squirt\w*|screaming|open|blister\w*)\b",
            r"(?:烫|烫伤|烫到|烧伤|灼伤|烧到|烧烫伤|火烧|电到|触电|电击|炸伤|泼到|打翻|泼) ~ (?:热水|滚水|开水|热汤|汤|热茶|茶|咖啡|泡面|热油|油|锅|熨斗|水壶|热水瓶|饮水机|火|蜡烛|鞭炮|烟火|仙女棒|打火机|瓦斯|强酸|强碱|盐酸|化学|清洁剂|漂白水|通乐|插座|插头|电线|充电|排气管|烤箱|炉|蒸气|蒸汽|稀饭|粥|火锅|水泡|起泡|脱皮|皮|粉|石灰|吹风机|电|卷发棒|直发|洗澡水|奶瓶)",
            r"(?:酸|碱|清洁剂|漂白水|盐酸|石灰|通乐|洗衣(?:球|精)?|酒精|化学|三秒胶|消毒水) ~ (?:眼|喷到|溅到|泼到|脸) ~ (?:喷|溅|泼|弄|跑|进|痛|睁不开|红)|触电|被电(?:到|击)|电击",
        ),
    ),
    Group(
        "choking",
        _("Choking"),
        _("Under one year: five blows on the back, five thrusts on the chest. Older: on the belly."),
        "Resuscitation Council UK, paediatric choking",
        (
            r"\bchok(?:ing|ed|es|e|in)\b(?! (?:hazard|risk|up|on (?:his|her) words|game))",
            r"\b(?:stuck|lodged|jammed|blocking|caught|wedged|inhaled|breathed in|aspirated)\b ~ \b(?:throat|airway|windpipe|gullet|grape|peanut|nut|sweet|candy|coin|bead|lego|marble|toy|popcorn|hot ?dog|carrot|apple|food|meat|balloon|breathe in|lungs?)\b ~ \b(?:throat|airway|windpipe|cant|cannot|breath\w*|cough\w*|cry|crying|blue|drool\w*|gag\w*|speak|swallow|gasp\w*|wheez\w*|noise|lung)",
            r"\b(?:cant|cannot|unable to|not able to|couldnt) (?:\w+ )?(?:cough|cry|make (?:a |any )?(?:sound|noise))\b|\bno sound (?:is )?com\w*|\bgagg?\w*\b ~ \b(?:blue|cant breath\w*|stuck|red in the face|purple)|\bheimlich|\bback (?:blows|slaps)",
            r"噎|哽住|哽到|哽塞|呛到?\w{0,6}(?:发紫|发青|不能呼吸|没呼吸|脸色|喘|无法|发黑|哭不出|说不出|吸不)|(?:卡|梗|堵|塞)(?:在|住|到|进|了)?\w{0,8}(?:喉|气管|呼吸道|食道|嗓子)|(?:喉咙|气管|喉头|嗓子|食道)\w{0,8}(?:卡|梗|堵|塞)|(?:咳不出|哭不出声|发不出声|没声音|说不出话|讲不出话|吐不出来) ~ (?:卡|吞|吃|糖|葡萄|花生|果冻|坚果|玩具|硬币|噎|呛|脸)|哈姆立克|海姆立克|异物(?:卡|梗|吸入)|吸进(?:气管|肺)|(?:花生|坚果|葡萄|糖果|果冻|珠子|硬币|玩具)\w{0,8}(?:呛|卡)",
        ),
    ),
    Group(
        "drowning",
        _("After being under water"),
        _("Even if the child seems well: it has to be watched in a hospital. Keep it warm."),
        "Resuscitation Council UK, drowning; ILCOR (2024)",
        (
            r"\bdrown\w*|\b(?:under(?: the)? ?water|submerged|went under|gone under|slipped under|face ?down|head under|face in the water|floating|sank|bottom of the (?:pool|bath|pond))\b ~ \b(?:bath\w*|pool|pond|water|lake|sea|river|tub|bucket|paddling|hot tub|beach|swim\w*|canal|breath\w*|cough\w*|seconds?|minutes?|pulled)|\b(?:pulled|fished|dragged|scooped|got|lifted|took) (?:him|her|my \w+|the \w+|them|\w+) (?:\w+ )?out (?:of|from) (?:the )?(?:\w+ )?(?:water|pool|pond|bath|sea|lake|river|tub)|\b(?:inhaled|breathed in|swallowed|aspirated|took in|gulped)\b[\w ]{0,14}\b(?:pool |bath |sea |lake |dirty )?water ~ \b(?:cough\w*|breath\w*|pool|sleepy|tired|swim\w*|vomit\w*|lips|bath)",
            r"溺水|溺|(?:沉(?:到|下|进|入|在)|掉(?:进|到|下|入)|跌(?:进|入|到)|滑(?:进|到|下|入)|泡在|栽进|栽到|淹|没入|倒在|脸(?:朝|埋|浸)) ~ (?:水里|水中|水下|水底|浴缸|澡盆|浴盆|泳池|游泳池|池|水桶|河|海|湖|溪|鱼池|水沟|温泉|水面|水) ~ (?:水|捞|救|咳|呼吸|脸|秒|分钟|没反应|发紫|呛|喘|睡|吐)|从(?:水|泳池|浴缸|池|河|海|溪)\w{0,6}(?:捞|救|拉|抱)|呛(?:到|了)?(?:很多|好多|一大口|几口|好几口|不少|大量)?(?:的)?水 ~ (?:泳池|游泳|咳|喘|呼吸|睡|发紫|吐|海|溪|浴缸|温泉)|淹水里|淹到",
        ),
    ),
    Group(
        "dehydration",
        _("Dried out"),
        _("Offer small sips often on the way. Do not wait for the morning."),
        "NICE CG84, gastroenteritis; WHO, dehydration",
        (
            r"\b(?:no|hasnt|has not|havent|not|without|didnt|last|dry|only one|zero)\b[\w ,]{0,24}\b(?:wet (?:\w+ )?(?:nappy|nappies|diapers?)|wee(?:d|s|ing)?|pee(?:d|s|ing)?|urin\w*|wet himself|wet herself|wet (?:one|since|for|all))\b ~ \b(?:\d+ ?(?:hours?|hrs?|h)|hours|since|all day|today|yesterday|last night|morning|half a day|whole day|overnight|day|twelve|eight|ten|night)\b ~ (?:\b(?:vomit\w*|diarr\w*|sick|tears|drink\w*|sunken|dry|fever\w*|nappy|nappies|diapers?|mouth|fluids?|throw\w*|bug|feed\w*|sleepy|floppy|lips|listless|wee\w*|pee\w*|urin\w*|weak|lethargic)\b)",
            r"\b(?:nappy|nappies|diapers?)\b[\w ,]{0,24}\b(?:dry|bone dry)\b ~ \b(?:hours?|hrs?|h|since|all day|all night|morning|yesterday|day)\b|\bdry (?:nappy|nappies|diapers?)\b ~ \b(?:hours?|hrs?|since|all day|morning|yesterday|day)\b",
            r"\b(?:no|without|hardly any|barely any|isnt any|not any) tears\b ~ \b(?:dry|sunken|vomit\w*|diarr\w*|drink\w*|nappy|diaper|wee\w*|pee\w*|mouth|weak|hours|sleepy|lips|floppy|cries|crying)|\bsunken (?:eyes?|fontanel\w*|soft spot)|\beyes? (?:\w+ ){0,3}(?:sunken|sunk|hollow)|\b(?:soft spot|fontanel\w*)[\w ]{0,14}(?:sunken|sunk|dipp\w*|caved)",
            r"\b(?:cant|cannot|wont|not|unable to|refus\w*|too weak to|too tired to|doesnt)\b (?:\w+ ){0,3}(?:keep (?:\w+ ){0,4}down|drink|hold down|sip)\b ~ \b(?:vomit\w*|diarr\w*|weak|floppy|sunken|dry|hours|anything|fluids|even water|lethargic|no wet|listless|limp|drowsy)\b ~ \b(?:weak|sunken|dry|\d+ ?(?:hours?|hrs)|no wet|floppy|listless|sleepy|lethargic|tears|wee|pee|urine|nappy|diaper|drowsy|limp|all day|since)\b|\b(?:severe\w*|badly|very) dehydrat\w*|\bdehydrat\w* ~ \b(?:sunken|sleepy|floppy|no tears|lethargic|weak|hours|wont drink|dry)",
            r"(?:没(?:有)?|都没|未|完全没|一直没)(?:有)?\w{0,4}(?:尿|小便|嘘嘘|尿尿|湿尿布|尿量|解尿|排尿|换尿布) ~ (?:小时|整天|一天|早上|昨|今天|晚上|半天|整晚|钟头|到现在|下午|中午)|尿布\w{0,8}(?:干的|都干|是干|干干|没湿|不湿) ~ (?:小时|整天|一天|早上|昨|今天|晚上|半天|整晚|到现在|钟头)|(?:小时|整天|一天|早上|昨晚|昨天|半天|整晚|到现在|钟头)\w{0,8}(?:没(?:有)?|都没|未)\w{0,4}(?:尿|小便|嘘嘘|解尿)",
            r"(?:没(?:有)?|流不出|哭不出|无)(?:眼)?泪 ~ (?:干|凹|吐|拉|尿|哭|软|喝|嘴)|哭(?:都|也|时|起来)?(?:没|没有|流不出)(?:眼)?泪|眼(?:睛|窝|眶)\w{0,4}(?:凹|陷|下去)|囟门?\w{0,4}(?:凹|陷)|(?:喝不下|什么都喝不|不肯喝|滴水不|连水都|喝什么吐什么|喝就吐|吐到) ~ (?:没力|无力|软|嗜睡|没尿|小时|眼|干|虚弱|昏|没精神|脱水|站不)|(?:严重|已经|很)?脱水(?!.{0,3}(?:机|蔬果)) ~ (?:凹|没尿|嗜睡|软|眼泪|无力|没力|干|吐|拉|虚弱|尿|昏)",
        ),
    ),
    Group(
        "newborn",
        _("Danger in the first weeks of life"),
        _("Keep the baby warm, skin to skin. Green vomit: do not feed before a doctor has looked."),
        "NICE CG98, neonatal jaundice; NICE NG194; WHO, newborn danger signs",
        (
            r"\b(?:green|bilious|bile)\b[\w ,-]{0,20}\b(?:vomit\w*|sick|spit\w*|puke|throw\w* up|posset\w*|stuff|liquid|fluid)\b|\b(?:vomit\w*|throw\w* up|threw up|thrown up|spit\w* up|puk\w*|sick|spat)\b[\w ,]{0,30}\b(?:green\w*|bile|bilious)\b",
            r"\b(?:yellow\w*|jaundic\w*)\b ~ \b(?:first day|24 hours|day one|day 1|hours old|born (?:yesterday|today|this morning|last night)|today|yesterday|spread\w*|legs|feet|tummy|belly|soles|palms|getting (?:more|worse|darker)|sleepy|wont feed|not feed\w*|won t feed|not wak\w*|hard to wake|eyes|darker|deep\w*|orange|all over|pale (?:poo|stools?)|white (?:poo|stools?)|dark urine)\b",
            r"\b(?:not|wont|isnt|refus\w*|stopp\w*|too (?:sleepy|tired|weak)|hasnt|cant|doesnt|wont even|hardly|barely|no interest)\b[\w ,]{0,24}\b(?:feed\w*|fed|nurs\w*|latch\w*|suck\w*|eat\w*|bottle|breast|milk|wak\w* (?:to|for) feed\w*|drink\w*)\b",
            r"(?:绿|绿色|墨绿|草绿|胆汁)\w{0,6} ~ (?:吐|呕)|(?:吐|呕)\w{0,8}(?:绿|胆汁)",
            r"(?:黄疸|皮肤(?:很|好|都|变)?黄|黄黄的|全身黄|脸黄|变黄|黄到|眼白黄|发黄) ~ (?:第[一二1-2]天|出生(?:当天|一天|第一天|第二天|\d+小时|没多久)|24小时|二十四小时|昨天|今天|脚|腿|肚子|手心|越来越|扩散|蔓延|嗜睡|不喝|不吃|不太喝|叫不|白便|灰白|大便(?:很)?白|喝奶|喝很少|眼)",
            r"(?:不肯|不愿|不想|不会|没办法|无法|拒绝|都不|不太|完全不|不|很少|几乎没|叫不起来|没力气?|睡到不)(?:愿意|想|肯|会|太)?(?:喝奶|吃奶|喝|吸奶|吸吮|吃|吸|含乳|进食)|(?:喝奶|吃奶|奶量)\w{0,6}(?:很差|变差|剧减|减半|没力|喝不到|喝不完|骤减|少很多|喝不下)|拒奶|厌奶",
        ),
        below_months=1.1,
    ),
    Group(
        "self_harm",
        _("Thoughts of suicide, or self-harm"),
        _("Stay with your child, listen, and put away medicines and knives. You can call at any hour."),
        "NICE NG225, self-harm (2022); WHO, LIVE LIFE",
        (
            r"\b(?:kill(?:ing)? (?:my|him|her|them)(?: ?sel(?:f|ves))|suicid\w*|end(?:ing)? (?:my|his|her|their) (?:own )?life|end it all|take (?:my|his|her|their) (?:own )?life|(?:want\w*|wish\w*|wanna|going|plan\w*) (?:\w+ ){0,3}(?:to )?(?:die|be dead|was dead|were dead|not be here|disappear forever|to be gone)|better off (?:dead|without)|rather be dead|rather die|wish(?:ed|es)? (?:i|he|she|they)(?: was| were|d)? (?:\w+ )?(?:dead|never (?:been )?born)|dont want to (?:live|be alive|be here any|wake up)|doesnt want to (?:live|be alive|be here any|wake up|exist)|not (?:want|wanting) to (?:live|be alive|exist)|no reason to live|goodbye (?:note|letter|message)|suicide note|hang(?:ed|ing)? (?:him|her|my|them)self|jump(?:ing|ed)? (?:off|from|out of) (?:a|the|his|her|our)? ?(?:\w+ )?(?:bridge|roof|window|balcony|building))",
            r"\b(?:self[- ]?harm\w*|self[- ]?injur\w*|cut(?:s|ting)? (?:my|him|her|them)(?: ?sel(?:f|ves))|cut(?:s|ting)? (?:his|her|my|their)(?: own)? (?:arms?|wrists?|legs?|thighs?)|cuts on (?:his|her) (?:arms?|wrists?|thighs?|legs?)|hurt(?:s|ing)? (?:him|her|my)self on purpose|burn(?:s|ing)? (?:him|her|my)self (?:on purpose|with)|razor\w*|overdose on purpose|(?:took|taken|swallowed)[\w ,]{0,40}(?:on purpose|to die|deliberately))",
            r"不想活|想死(?!你|了我)|想自杀|自杀|轻生|寻短|结束(?:自己的)?生命|活着(?:没意思|好累|没有意义|没意义|很痛苦|干嘛|做什么|干什么)|不如死|死了(?:算了|比较好|就好|最好|大家|一了百了)|去死(?!党)|想(?:要)?(?:跳楼|跳下去|上吊|割腕|消失)|割腕|割手|遗书|自残|自伤|自我伤害|伤害自己|(?:用|拿)(?:美工刀|刀片|刀|剪刀)\w{0,6}(?:割|划|刺)|(?:手腕|手臂|大腿|手上)\w{0,8}(?:割痕|刀痕|割伤|一道一道|刀伤|划痕)|吞\w{0,10}药\w{0,8}(?:自杀|想死|故意|寻)|故意(?:吞|吃)\w{0,10}(?:药|安眠)|没有我\w{0,6}(?:比较好|更好)|不该(?:被)?(?:生|出生)|烧炭|跳楼|不要活|活不下去|想要?离开这个世界",
        ),
        even_if_past=True,
    ),
    Group(
        "abuse",
        _("Someone may be hurting the child"),
        _("Bring the child where it is safe. You need no proof to ask for help."),
        "NICE NG76 and CG89, child maltreatment; WHO",
        (
            r"\b(?:hit(?:s|ting)?|beat(?:s|ing|en)?|slap\w*|punch\w*|kick\w*|shak(?:e|es|ing|en)|shook|thr(?:ew|ow\w*)|burn\w*|bit(?:es|ing|ten)?|hurt(?:s|ing)?|whip\w*|strangl\w*|chok\w*|belt\w*|drags?|locks?)\b (?:\w+ ){0,5}(?:him|her|the (?:baby|kids?|children|child)|my (?:\w+ )?(?:son|daughter|baby|child|kids?|boy|girl|niece|nephew|brother|sister|stepson|stepdaughter)|me|us|our (?:\w+ )?(?:son|daughter|baby|child)|so hard)\b ~ \b(?:husband|wife|partner|boyfriend|girlfriend|dad|daddy|father|mum|mom|mother|step\w*|uncle|grand\w*|nanny|babysitter|sitter|childminder|minder|carer|teacher|staff|nursery|daycare|ex\b|coach|neighbou?r|cousin|brother|someone|he|she|lost (?:my|his|her) temper|i lost|my temper|snapped)\b ~ \b(?:bruis\w*|marks?|afraid|scared|angry|drunk|temper|crying|cries|hard|belt|shook|shak\w*|beat\w*|punch\w*|again|every|when|because|wont stop|slap\w*|kick\w*|hand\s?prints?|black eye|thr(?:ew|ow\w*)|limp|quiet|lost)\b",
            r"\b(?:shook|shaken|shaking|shakes) (?:the |my |our |her |his |him|her)?(?:\w+ )?(?:baby|him|her|son|daughter)\b ~ \b(?:hard|temper|crying|stop|angry|lost|quiet|limp|sleepy|partner|boyfriend|husband|dad|mum|frustrat\w*|snapped|i)\b",
            r"\b(?:touch\w*|fondl\w*|molest\w*|abus\w*|rap(?:e|ed|ing)|assault\w*|expos\w* himself|kiss\w*|inappropriat\w*|showed)\b ~ \b(?:private\w*|privates|down there|bottom|vagina|penis|genital\w*|sexual\w*|inappropriat\w*|uncle|step\w*|grandp\w*|grandfather|coach|teacher|cousin|neighbou?r|babysitter|secret|abus\w*|molest\w*|raped?|wee ?wee|between (?:his|her) legs|under (?:his|her) (?:clothes|pants|knickers|underwear)|bleed\w*|private parts)\b",
            r"\b(?:abus(?:e|ed|ing|ive))\b ~ \b(?:child|kid|daughter|son|baby|him|her|me|physical\w*|sexual\w*|dad|father|mum|mother|step\w*|partner)\b|\b(?:unexplained|strange|odd|finger\w*|hand\w*|belt|loop|cigarette) (?:\w+ )?(?:bruis\w*|marks?|burns?|prints?)\b|\bbruis\w*\b ~ \b(?:shaped|hand\s?prints?|fingers?|cant explain|no explanation|daycare|nursery|nanny|sitter|dads|partner|wont say|afraid|scared|flinch\w*|secret)\b|\b(?:afraid|scared|terrified|frightened|flinch\w*|begs?|screams?)\b ~ \b(?:go(?:ing)? (?:back )?to|visit\w*|left with|left alone with|alone with|home to|of (?:his|her|the|my)|from) (?:\w+ ){0,2}(?:dad\w*|father\w*|step\w*|uncle|nanny|sitter|babysitter|grand\w*|mum\w*|mom\w*|partner|boyfriend|coach|teacher)\b ~ \b(?:bruis\w*|marks?|hit\w*|hurt\w*|touch\w*|secret|wets?|nightmare\w*|sore|alone|cries|wont say|scream\w*|shak\w*|bleed\w*|begs?|flinch\w*)\b",
            r"(?:打|揍|踢|甩|摇晃|用力摇|猛摇|掐|捏|鞭|抽打|烫|咬|勒|推|摔|关|巴|呼) ~ (?:爸爸|老公|先生|丈夫|妈妈|太太|继父|继母|后爸|后妈|叔叔|舅舅|阿姨|保姆|保母|奶奶|爷爷|阿公|阿嬷|外公|外婆|老师|托婴|幼儿园|男友|男朋友|女友|同居人|前夫|亲戚|教练|邻居|表哥|堂哥|我(?:一时)?(?:情绪)?失控|我忍不住|我受不了) ~ (?:瘀青|瘀伤|伤痕|伤|红肿|掌印|指印|喝醉|酒|发脾气|生气|失控|害怕|怕|哭|皮带|棍|衣架|热熔胶|很用力|用力|巴掌|好几次|常常|每次|又|一直|软|安静|昏|不敢)",
            r"(?:用力摇|猛摇|摇晃|大力摇|狂摇|甩)\w{0,4}(?:他|她|宝宝|婴儿|小孩|孩子|儿子|女儿|弟弟|妹妹)|家暴|受虐|虐待|虐童|虐打|被打(?!针|预防|疫苗|到预防)|(?:摸|碰|舔|插|亲|脱) ~ (?:下体|私处|尿尿的地方|屁股|胸部|胸|阴部|生殖器|小鸡鸡|裤子|内裤|大腿内侧) ~ (?:叔叔|舅舅|继父|爸爸|老师|教练|邻居|表哥|堂哥|爷爷|阿公|外公|哥哥|亲戚|人|阿伯|秘密|他|同学|学长|男友)|性侵|性骚扰|猥亵|强暴|乱摸|被摸|(?:害怕|很怕|不敢|一看到|怕) ~ (?:保姆|保母|继父|爸爸|叔叔|舅舅|阿公|爷爷|老师|托婴) ~ (?:瘀青|伤|哭|发抖|打|摸|尿|尖叫)|(?:不明|奇怪|莫名)的?(?:瘀青|瘀伤|伤痕|伤口|烫伤)|(?:手指印|掌印|指印|烟蒂|皮带|衣架)\w{0,6}(?:瘀|痕|伤|印|烫)",
        ),
        even_if_past=True,
    ),
)

BY_ID = {group.id: group for group in GROUPS}

# What is said not to be so, up to the sign itself.
_LISTED = r"(?:[\w' -]|, ?|/){0,60}?"
DENIED = re.compile(
    r"\b(?:no|without|never|denies|isnt|wasnt|doesnt|didnt|hasnt|havent|hadnt|arent|werent|dont|nor|neither|free of|rule[sd]? out|negative for|not(?! (?:sure|certain|only|just|know|right|well|himself|herself|normal|ok)))\b"
    r"(?!(?: \w+){0,2} (?:sure|certain|know|idea|tell|think|doubt|sleep|slept|eat|eating|drink|drinking|feed|feeding|stop|stopping|well|better|help|helping|himself|herself|want|understand|believe)\b)"
    r"(?P<between>[^:;]{0,60})$"
)
_ENDS_DENIAL = re.compile(r"\b(?:but|however|although|though|now|then|and (?:he|she|is|has|now|keeps|started)|he|she|hes|shes|it|its|who|which|because|so|when|is|are|has|have|keeps|since|just)\b")
DENIED_CHINESE = re.compile(r"(?:没有|没|沒|无|未|并不|不是|并非|否认|不会|不曾|也不|都不)(?P<between>[^,;:!?。但却而]{0,5}|[^;:!?。但却而,]{0,5}(?:[、或和跟及/与也][^;:!?。但却而,]{0,6}){1,4})$")
PAST = re.compile(
    r"\b(?:last (?:year|month|summer|winter|spring|autumn|fall|christmas)|(?:years?|months?) (?:ago|back|earlier)|a (?:year|month) ago|(?:two|three|few|several|\d+|couple of) weeks (?:ago|back)|weeks ago|in the past|previously|history of|family history|used to|as a (?:baby|child|toddler|newborn)|when (?:he|she|i|they) (?:was|were)|since then|years since|ever since|at birth|back then|once had|scars?|outgrew|outgrown|grew out|two years|recovered|all (?:better|fine|well) now|long gone|follow[- ]?up)\b"
    r"|去年|前年|上个月|上个?学期|几个月前|半年前|(?:\d+|[一二两三四五六七八九十几]+)个?(?:年|月|个月|星期|礼拜|周)前|小时候|曾经|曾(?=[^孙])|从前|以前|婴儿时期|出生时|家族史|病史|疤|后来(?:都)?好了|已经(?:好了|痊愈|康复|恢复)|早就好|追踪|回诊"
)
SUPPOSED = re.compile(
    r"(?<!know )(?<!sure )(?<!tell )(?<!see )(?<!wondering )(?<!ask )(?<!unsure )(?<!certain )\bif (?:he|she|my|a|an|the|they|it|someone|your|anyone|there is|there are|one|another|this)\b"
    r"|\bin case\b|\bwhat if\b|\b(?:how|ways?) (?:do|can|should|to|would|could|does)(?: (?:i|we|you|one|parents?))? (?:best )?(?:prevent|avoid|protect|childproof|recogni[sz]e|tell|know|spot|store|keep|lower|reduce|explain|talk|prepare|stop (?:him|her|them) from)"
    r"|\bprevent\w*|\bavoid\b|\bchild ?proof\w*|\brisks? (?:of|for)\b|\b(?:first aid|cpr) (?:course|class|training|kit)|\b(?:course|class|lesson|leaflet|article|blog|documentary|podcast|book|poster) (?:\w+ )?(?:on|about)\b|\bread (?:that|about|somewhere|online)|\bheard (?:that|about|of)\b|\bdifference between|\bis it true\b|\bwhat (?:counts as|is the (?:difference|definition|best)|are the (?:signs|symptoms)|temperature)\b|\bwhat (?:is|are|does) (?:a |an )?(?:febrile|seizure|epipen|epi pen|anaphyl\w*|glass test|non-?blanch\w*|petech\w*)|\bgenerally\b|\bin general\b|\bin theory\b|\bcan (?:a |an )?(?:vaccin\w*|mmr|teething|the (?:vaccine|jab)|fever)\b[\w ]{0,12}\b(?:cause|lead|trigger)|\bcould (?:ever )?(?:cause|lead)|\b(?:told|said|says|advised|warned) (?:us |me |to )?(?:to )?(?:come back|return|call|go|watch|look out|ring)\b|\bwatch (?:out )?for\b|\blook out for\b|\bshould i (?:keep|carry|buy|get) (?:an?|the|two) (?:epi|adrenaline)|\bfriends? (?:of mine )?(?:who|has|had|says|said)|\bmovie|\bfilm\b|\bstory about|\bnews\b|\bbefore (?:we|i) (?:travel|fly|go)|\bdying to\b"
    r"|如果|假如|要是|万一|预防|避免|如何(?:分辨|判断|知道|预防|避免)|怎么(?:分辨|判断|知道|预防|避免|防|收|教)|怎样(?:分辨|判断|预防|避免)|几度(?:才)?算|什么是|是什么(?:意思)?|会不会(?:有|造成|引起|导致|影响|留|变|得|再)|担心(?:他|她|宝宝|孩子)?(?:会|将来|以后|万一)|怕(?:他|她|宝宝|孩子)?(?:会|将来|以后)|听说|课程|急救课|想学|想了解|想请教\w{0,4}观念|新闻|影片|网路上|网路|文章|卫教|医生(?:有)?(?:说|交代|提醒)\w{0,8}(?:要|就|再|注意|回诊)|需不需要(?:准备|买)|该不该(?:准备|买)|准备\w{0,6}(?:急救|肾上腺素)|笑到|朋友的|同事的|邻居家"
)
