"""The signs of an emergency, as data: what is said when it is one, what to do, and who says so.

A rule is a line: its parts, between " ~ ", stand in any order within a few sentences, each as a word
list of red_flag_words.py in braces, or as terms of its own. A dot, or three, is what may stand
between two words. What is denied, long past or only supposed does not count (not_so.py).
"""

from dataclasses import dataclass
from datetime import date

REVIEWED_ON = date(2026, 11, 26)


def _(sentence: str) -> str:
    """Marks it for the catalogue; whoever shows it translates it."""
    return sentence


@dataclass(frozen=True)
class FeverLimit:
    """From which temperature, in °C, a child younger than so many months has to be seen.

    `fever` says whether the word alone is enough; `including` whether the last month counts.
    """

    below_months: float
    from_celsius: float
    fever: bool = False
    including: bool = False


@dataclass(frozen=True)
class Group:
    """Signs that belong together: what a page says of them, and what to do until help comes."""

    id: str
    label: str
    first_aid: str
    source: str
    patterns: tuple[str, ...] = ()
    # Also where it is said to be past: the danger is not.
    even_if_past: bool = False
    # Only of children younger than so many months, where the age is known.
    below_months: float | None = None
    fever_limits: tuple[FeverLimit, ...] = ()
    reviewed_on: date = REVIEWED_ON


GROUPS = (
    Group(
        "breathing",
        _("Trouble breathing"),
        _("Keep the child upright and calm. Loosen tight clothes. Do not leave the child alone."),
        "NICE NG143, traffic light system; WHO IMCI danger signs",
        (
            r"breath*..(through|like) (a |an )?(straw|darth vader|pant*|old man|dog|pump), (sounds?|breath*) like (a )?(darth vader|seal|whistl*|train)",
            r"拉风箱, 呼吸..像, (肋骨|锁骨)..看得到 ~ 呼吸, 喘, 吸",
            r"paus*...breath*, breath*...paus*, head bob* ~ {breath}, cough*, feed*, fast, ill, cold",
            r"(belly|tummy|stomach|chest).{0;12}(going|moving|pumping|heaving)..(up and down|in and out|fast|hard), (belly|tummy|abdominal) breathing, pant(s|ing) (like|so|hard|heavily)",
            r"not (getting|get) (enough )?(air|oxygen), (fight*|gulp*|desperate) for (air|breath), low oxygen",
            r"一直喘, 喘个不停, 喘不停, 大口喘, 气促, 气急, 点头呼吸, 跷跷板, 肚子..起伏, 胸闷..喘, 喘息.{0;6}(重|快|加|厉害), 喘(得|的)厉害, 换不过气, 缺氧",
            "{badly_breathed}..{breath}",
            "{breath}..{badly_breathed}",
            "(fast|rapid|labou?red|heavy|noisy|shallow|quick|weird|funny|strange|noisey) breathing",
            "(not|isnt|stopped|stops|stop|stopping|forgets to|forgot to) (been )?breath*",
            "pauses? (in|between|of)..breath*, apnoea*, apnea*, no breath*, stop* breath*",
            "holds? (his|her) breath ~ {blue}, pass* out, limp, faint*",
            "breathless*, gasping, suffocat*, chest (is )?(very |really |so )?tight*",
            "{breath_noise} ~ {at_rest} ~ {breath}, cough*, croup, 咳, 喘, 呼吸, 吸气",
            "{blue_place}..{blue}",
            "{blue}..{blue_place}",
            "{blue}..(around|round)..mouth, blue spells?, cyanos*, 发绀, 紫绀",
            "{blue_whole}..(blue|bluish|grey|gray|purple|dusky|紫|青|蓝|灰) ~ {breath}, cough*, limp,"
            " feed*, asthma, faint*, (heart|cardiac) (condition|defect|baby|surgery|problem), cry*, 咳, 喘, 哭, 奶, 心脏, 没力",
            "{sinks}...{breath_place}",
            "{breath_place}...{sinks} ~ {breath}, cough*, cold, wheez*, croup, in, noise, feed*, 咳",
            r"ribs? (\w+ )?(show*|visible|stick* out|poke*) ~ {breath}",
            "retractions, subcostal, intercostal, tracheal tug",
            "grunt* ~ {breath}, every, cold, cough*, {ill}, flar*, nostril*, newborn, bronchiolitis",
            "nostrils?..flar*, flar*..(nostrils?|nose), nose flar*",
            "stridor",
            "{asthma} ~ {no_help}, cant (talk|speak), exhaust*, tired, sentence*, full dose ~ {breath},"
            " wheez*, tight*, cough*, inhaler*, 喘, 咻, 吸不, 胸, 呼吸, 坐着, 睡",
            "(cant|cannot|unable to|barely|too breathless to|only) ..(speak|talk|say|finish)"
            " ~ {breath}, sentence*, asthma*, wheez*, inhaler*, one word, two words",
            "(sats?|saturat*|oxygen|spo2|o2|oximeter|血氧|饱和度|血氧饱和)...(5|6|7|8)[0-9](?![0-9])",
            "(血氧|spo2|sats?|saturation|oxygen)..9[0-1](?![0-9])",
            "(cant|cannot|wont) (lie|lay) (down|flat) ~ {breath}, wheez*, asthma*, pneumonia",
            "躺不(下|平|住), 不能平躺, 没办法躺, 一躺..(憋|喘|咳|吸) ~ 喘, 呼吸, 血氧, 肺炎, 憋, 气, 睡",
            "喘不过, 喘不上, 透不过气, 吸不到, 吸不上, 上气不接下气, 喘到, 喘得, 喘很, 很喘, 好喘, 憋醒, 憋得",
            "呼吸..(困难|费力|急|很?快|好快|太快|喘|吃力|不过来|不顺|停|暂停|微弱|很?浅|怪|用力|很重|好重|不规则|辛苦|很大力|像)",
            "(不能|无法|没办法|没法|快不能|不太能|难以|很难)(好好)?(呼吸|吸气|喘气), 没有?(在)?呼吸(?!困难|道|急|费|问题|异常|不顺|声|音|很|得|不), 不呼吸, 没(了)?呼吸, 没气了, 快没气",
            "(肋骨|胸口|胸部|胸|锁骨|脖子|肚子|肋|喉咙|颈).{0;10}(凹|陷|缩进|吸进) ~ 呼吸, 吸, 喘, 咳, 每, 用力, 一直, 哼",
            "憋气(?!发作) ~ 紫, 青, 现在, 喘, 停, 刚",
            "三凹, 鼻翼, 鼻孔..(扇|煽|搧|翕|张|一张一合), 胸腹起伏, 肚子..起伏..(大|快)",
            "(喘|气喘|哮喘)...(说不出|讲不出|话都|没办法讲|没法说|无法说|讲不完|不能说), 一个字一个字",
            "一分钟..([6-9][0-9]|1[0-9][0-9])..[次下], ([6-9][0-9]|1[0-9][0-9]) (breaths|times|resps?) ?(a|per|in a|/) ?min*",
            "breath*...([6-9][0-9]|1[0-9][0-9]) ?(breaths|times)? ?(a|per|/) ?min*, 呼吸..([6-9][0-9]|1[0-9][0-9])",
        ),
    ),
    Group(
        "consciousness",
        _("Cannot be woken, limp or not responding"),
        _(
            "If the child breathes, lay it on its side. If it does not, begin resuscitation and call."
        ),
        "NICE NG143, traffic light system; Resuscitation Council UK, paediatric basic life support",
        (
            r"(keeps|keep) ..(falling|drifting|dozing|nodding|dropping) ..(asleep|off) ~ {ill}, mid, sentence, talk*, bug, hit, fell, medicine",
            r"怎么(逗|弄|喊|哄).{0;6}(没反应|没有反应|不理|不醒)",
            r"(any|no|little|without) (response|reaction), (just|only) (lies|lying|lays) there ~ {ill}, respon*, limp, floppy, weak, pale, eyes, wake, breath*, cold, drink*",
            r"(cant|cannot|wont|barely) (keep|open).{0;12}eyes, eyes half.?(open|closed|shut) ~ {ill}, respon*, wake, limp, floppy, call*, weak, pale, breath*, sleepy",
            r"(pale|grey|cold|sweaty) and (clammy|sweaty|grey|limp|floppy|unresponsive)",
            r"(捏|掐|打|拍|抽血|打针).{0;6}不哭, 眼睛半(开|闭|睁), 眼皮..(抬不|睁不|撑不), 睁不开眼, 精神萎靡 ~ {ill}, 叫, 软, 睡, 反应, 不",
            r"喝了?.{0;6}(酒|高粱|白酒|米酒|威士忌) ~ 叫不, 睡, 昏, 吐, 没反应",
            r"(cant|cannot|can not|couldnt|unable to|not able to|impossible to|hard to|harder to|difficult to|struggl* to|barely) (seem to |get |even |really )?(\w+ ){0;4}{wake}",
            "(wont|will not|isnt|not|didnt|refus* to|hardly|barely) (even |really |properly )?({wake})(?! (up )?(at|in|during|for|until|till|before|once|by|early|the))",
            r"unconscious*, unrespons*, (not|isnt|wont|doesnt|didnt|stopped|no longer|never|barely|hardly) (\w+ )?(respon*|react*), no (respon*|reaction), (lost|loses|losing|loss of) consciousness, comatose, in a coma",
            "{limp}",
            "faint*, pass(ed|es|ing) out, collaps*, black(ed|s|ing) out",
            "{far_gone} ~ fever*, {vomits}, hard to, cant, wont, hot, since, suddenly, all day, drink*, fell, dose, medicine*, sugar, diabet*, sun, heat, pale, eyes, name, 叫, 突然, 剛, 软, 不, 吃, 喝, 药, 太阳, 中暑, 血糖",
            "barely (conscious|awake), star(es|ing) (through|into space|blank*|at nothing)...(not|wont|doesnt|no), (doesnt|didnt) cry when, arms just, (cant|wont|doesnt) (squeeze|hold) ..(hand|cup)",
            r"(so|too) weak ..(cant|to|lift|hold|sit), (cant|wont) (sit|hold) (\w+ )?(up|head up) (anymore|any more|now|since)",
            "(fruity|acetone|pear drops?|nail polish) ...(breath|smell), breath...(fruity|acetone|pear drops?) ~ {ill}, thirst*, sleepy, weight, drowsy, breath*, pee(d|s|ing)?, wee(d|s|ing)?, drink*",
            "(diabet*|blood sugar|glucose|hypo|sugars?) ~ unrespons*, (cant|wont) (wake|swallow|drink), confus*, passed out, shaking, glucagon, ketones?, [12][.][0-9], sweat*, fit",
            "(heat ?stroke|hot car|locked in (the|a) car|in (the|a) (hot )?car|out in the sun) ~ {far_gone}, {limp}, collaps*, not sweating, hot and dry, unrespons*, vomit*",
            "叫..(不太?醒|不怎么醒|不起来), (摇|唤|喊|弄|拍|吵)..不醒, 醒不(过)?来, 怎么(叫|摇|拍|喊|弄).{0;6}(都|也|没|不), 搖.*哼",
            "(叫|喊|拍他|拍打|捏|摇|打他|刺激)..(名字|了|他|她|脚)?...(没反应|没有反应|没什么反应|不醒|都没|不应|不理|没醒|不太回|不回|不张眼|不睁|反应很|才会哼|只会哼)",
            "昏迷, 昏倒, 晕倒, 晕过去, 昏过去, 晕厥, 失去意识, 没有?意识, 意识..(不清|模糊|昏|丧失|改变|不太清|怪怪|变差|混乱), 不省人事, 休克, 神智不清, 神志不清, 没(有)?(什么)?反应(?!.{0;3}(疫苗|药)), 反应(很|变|越来越)(慢|差|迟)",
            "{limp} ~ {ill}, 叫, 反应, 睡, 喝奶, 眼神, 呼吸, 突然, 抱, 哭, 吐",
            "中暑, 热衰竭, 热射病, 闷在车, 锁在车, 在车里 ~ 昏, 没反应, 不出汗, 没汗, 叫不, 意识, 发直, 吐, 抽, 烫",
            "(糖尿病|血糖|低血糖) ~ 叫不, 昏, 没反应, 冒冷汗, 意识, 抽, 呼吸, 迷糊, 酮, 发抖, 水果味, 烂苹果",
            "水果味, 烂苹果味, 丙酮 ~ 吐, 睡, 喘, 呼吸, 渴, 瘦, 没力",
        ),
    ),
    Group(
        "seizure",
        _("A seizure"),
        _("Lay the child on its side, put nothing into the mouth, look at the clock."),
        "NICE NG217; NHS, febrile seizures",
        (
            r"发呆 ~ 嘴巴..动, 眼睛..(偏|歪|斜), 叫不, 没反应 ~ 叫不, 没反应, 停不, 抖, 偏, 歪",
            r"(大抽|抽了|倒地|抽过去|抽起来) ~ 口水, 僵, 眼, 白沫, 发烧, 高烧, 分钟, 叫",
            "{seizure}",
            "fits ~ shak*, jerk*, eyes, fever*, stop*, minutes?, epilep*",
            "{jerks} ~ {fit_signs} ~ fever*, temp*, minutes?, mins?, now, still, eyes?, foam*, respon*, stop*, uncontroll*, unconscious, weak, times, newborn, days old, tongue, hold*, face, sleep, since, 烧, 分钟, 眼, 沫, 叫, 停, 次, 出生, 现在, 一直, 失禁, 尿",
            "(whole body|arms? and legs?|all four limbs|全身|四肢|手脚).{0;16}(shak*|jerk*|twitch*|stiff*|rigid|抖|抽|僵)(?!.{0;3}(冷|寒))",
            "{head_drops} ~ {clusters}",
            "{clusters} ~ {jerks} ~ wak*, eyes, stare*, startle*, 睡醒, 惊吓, 惊跳, 眼",
            "(midazolam|diazepam|rectal|buccal|buccolam|rescue (med|medicine|medication|dose)|塞剂|肛门|地西泮|安定|咪达唑仑|水合氯醛) ~ still, minutes?, again, not (work*|stop*), didnt, second (dose|one), repeat, 还在, 没停, 分钟, 再塞, 又, 还没",
            "epilep*, 癫痫, 羊癫 ~ still, (wont|not|hasnt|doesnt|didnt) stop*, longer than, minutes?, cluster*, back to back, again and again, 抽, 停不, 分钟, 不停 ~ now, gave, given, today, tonight, again, still, 现在, 还, 又, 刚, 今",
            "突然..(僵|抖|抽|倒|硬).{0;20} ~ 眼, 沫, 叫, 分钟, 秒, 反应, 意识, 尿",
            "(absent|blank|zon*|vacant|staring|stares) ~ lip.?smack*, flutter*, twitch*, dozens, times (a|today|in) ~ respond*, hear, stop*, now, today, new, started",
        ),
    ),
    Group(
        "young_fever",
        _("Fever in a baby under three months; from three to six months, 39.0 °C or more"),
        _(
            "A young baby with a fever has to be seen today, also at night. Give no medicine before."
        ),
        "NICE NG143, 1.2; American Academy of Pediatrics, febrile infants 8 to 60 days (2021)",
        fever_limits=(
            FeverLimit(below_months=3, from_celsius=38.0, fever=True),
            FeverLimit(below_months=6, from_celsius=39.0, including=True),
        ),
    ),
    Group(
        "rash",
        _("Spots that do not fade when pressed"),
        _("Press a clear glass on the spots. If they can be seen through it, go at once."),
        "NICE NG240, meningococcal disease; NHS, sepsis",
        (
            r"(glass|tumbler) test..(positive|fail*|bad|didnt|doesnt|not)",
            r"{spots}...(stay*|remain*|visible|still)...{pressed}",
            r"{spots} ~ {pressed}...(stay*|remain*|still|visible|same)",
            "{spots} ~ {pressed}...{not_fading}",
            "{spots} ~ {not_fading}...{pressed}",
            "{spots} ~ {pressed} ~ {not_fading} ~ {ill}, {dark_spots}, {spreads}",
            "{spots} ~ (doesnt|dont|does not|do not|wont|not|didnt|isnt|arent|never)..(fad*|blanch*)",
            "non.?blanch*, (fail*|failed) the (glass|tumbler) test",
            "petechia*, purpur* ~ {ill}, {spreads}, new, tonight, today, sudden*",
            "{dark_spots} ~ {ill}",
            "{dark_spots} ~ {spreads} ~ {ill}, hours?, watch, tonight, sudden*, limp, 突然, 今天, 小时, 刚",
            "mottled, marbled, 大理石纹, 花斑, 皮肤..花 ~ {ill} ~ {far_gone}, {limp}, cold, breath*, fast, pale, 冰, 冷, 喘, 睡",
            "(压|按).{0;6}(不会?|没有?)(退|消|褪|散|变白), 压不退, 按压不, 指压不, (不会?|没有?)(褪色|退色) ~ {spots}",
        ),
    ),
    Group(
        "meningitis",
        _("A stiff neck or a bulging soft spot"),
        _("Keep the room dark and quiet on the way. Give nothing to eat or drink."),
        "NICE NG240, bacterial meningitis",
        (
            r"{soft_spot}...{bulging}",
            r"(scream*|cries|crying) when..(lift|chang|bend|mov|pick)* .{0;20}(legs?|head|neck|up) ~ {ill} ~ neck, stiff*, light, head",
            "{stiff_neck} ~ {ill}, {hates_light}, confus*, scream*, rash, 昏, 疹, 尖叫, 喷射",
            "{hates_light} ~ {ill} ~ head*, neck, vomit*, confus*, drowsy, 头, 脖, 颈, 吐, 睡",
            "{soft_spot}..{bulging}",
            "{bulging}..{soft_spot}",
            "颈项强直, 角弓反张, 低不下头, 下巴碰不到胸, opisthoton*",
            "(high.?pitched|shrill|高音|尖锐) .{0;3}(cry*|scream*|哭|叫) ~ {ill} ~ {soft_spot}, stiff*, arch*, sleepy, limp, floppy, picked up, 僵, 睡, 囟",
        ),
    ),
    Group(
        "swallowed",
        _("Swallowed a battery, magnet, medicine or chemical"),
        _("Do not make the child vomit. Take the package with you. A button battery: go at once."),
        "National Capital Poison Center, button battery guideline; ESPGHAN, foreign bodies (2015)",
        (
            r"(had|has|with|found|still) ..(in|round|around) (his|her|the) (mouth|tongue|lips|cheek) ~ {medicine}, {poison}, {battery}",
            r"(spray*|squirt*|pour*|put|got|shot) ..(in|into|down) (his|her|the|their) (mouth|throat) ~ {poison}",
            "{eats} ~ {battery}",
            "(in|up|inside) ..(nose|nostril|ear) ~ batter*, magnet*, 电池, 磁",
            "(鼻子|鼻孔|耳朵|耳).{0;8}(塞|放|卡|进|有) ~ 电池, 磁",
            "{eats}...{poison}",
            "{poison}...{eats}",
            "(swallow*|ate|eaten|drank|drunk|got into|ingest*|sip*|吞|误食|误服|误喝|误饮|喝了|喝到|吃了|吃到|偷喝|吃进|咬破) ~ {poison}",
            "{eats}...{medicine} ~ {too_much}",
            "{medicine}...{eats} ~ {too_much}",
            "{eats} ~ {medicine} ~ got (hold|into|at|the (packet|bottle|box|pack|blister)), what was left, cant find, (empty|whole|half|all|full) (the |a |of )*(bottle|box|pack*|strip|pot|tub|blister)s?, by mistake, accident*, how many, 误服, 误食, 少了, 整[瓶罐盒包排], 当糖, 不知道..几, 阿公, 阿嬷, 奶奶, 爷爷, 外婆, 外公",
            "{medicine}...{too_much} ~ (accident*|mistake|overdos*|wrong|child|toddler|kid|son|daughter|year old|he|she|yo|小孩|孩子|宝宝|儿子|女儿|弟弟|妹妹|她|他) ~ {eats}, gave, given, 喂, 给",
            "overdos*(?!.{0;4}(of|on) (screen|tik|sugar|tv|video|cartoon|youtube)), 吃过量, 药物过量, 服药过量, 吞药, 药..(过量|多喂|喂错|给错|喂多|吃多|吃错|喝多|吃太多)",
            "(gave|given|give|had) ...(double|twice|ten times|10 times|too much|wrong (dose|medicine|syringe)|10x|three times) ~ dose, paracetamol, calpol, medic*, tylenol, ibuprofen, ml, mls, drops",
            "(喂|给|吃|喝).{0;12}(两倍|双倍|十倍|三倍|[五二两三0-9]次药|喂错|看错|给错|多了) ~ {medicine}, 剂量, 毫升, ml",
            "poison(ed|ing)?(?! (ivy|oak|control number)) ~ {eats}, food, he, she, child, sick",
            "误(食|吞|服|饮|喝)(?!.{0;6}(预防|机率))",
            "{poison} ~ (breath|mouth|hands|clothes|he|she) (smell*|stink*|reek*), (open|empty|tipped over) bottle, lid off",
            "(smell* of|stinks of|reeks of|breath smells) ..{poison}",
            "(咬|玩|舔).{0;6}(体温计|水银), 体温计..(破|断|碎)",
            "carbon monoxide, co alarm, gas leak, 一氧化碳, 瓦斯中毒, 煤气中毒, 烧炭取暖",
        ),
    ),
    Group(
        "allergic",
        _("A severe allergic reaction"),
        _(
            "Use the adrenaline pen if there is one. Lay the child flat; sitting if breathing is hard."
        ),
        "NICE CG134; Resuscitation Council UK, anaphylaxis (2021)",
        (
            r"{swells_where}..(feel*|felt|is|are|look*|getting) ..(fat|thick|big|bigger|numb|tingl*|funny|itch*) ~ {hives}, {allergen}",
            "{swells_where}..{swells} ~ {allergen}, {hives}",
            "{swells}..{swells_where} ~ {allergen}, {hives}",
            "{swells_where}.{0;6}肿 ~ {allergen}",
            "{hives} ~ {allergic_bad} ~ {allergen}",
            "(stung|sting|bitten|叮|螫|蛰)..(mouth|tongue|throat|lip|嘴|舌|喉咙)",
            "anaphyla*, allergic shock, 过敏性?休克, 严重过敏, 急性过敏 ~ {allergen}, {allergic_bad}, now, {swells}, used, gave",
            "(used|gave|given|give|needs?|jabbed|injected|do i use|should i use|just)...(epi ?-?pen|adrenaline|jext|auto.?injector) ~ {allergic_bad}, {swells}, {hives}, again, now, minutes?, {allergen}",
            "(肾上腺素|epi ?pen).{0;8}(打|用|注射|还是|没)|(打|用|注射)了?.{0;6}(肾上腺素|epi ?pen) ~ {allergic_bad}, {swells}, {hives}, 又, 刚",
            "allergic reaction ~ {allergic_bad}, {swells}, severe, getting worse, now",
            r"throat (is |feels? |feel )?(\w+ )?(clos*|tight*|swell*|funny|scratchy and), tongue ...(thick*|bigger|swell*|swollen|tingl*|funny) ~ {allergen}",
            "喉咙.{0;4}(紧|肿|锁|卡|缩|痒) ~ {allergen} ~ {hives}, {allergic_bad}, 肿, 呼吸",
            "过敏 ~ 喘, 呼吸困难, 吸不到, 昏, 休克, 声音..哑, 血压",
            "(wasp|bee|hornet|蜂|虎头蜂).{0;12}(sting|stung|叮|螫|蛰)|stung ~ {allergic_bad}, many, times, dozens, 多处, 好几",
            r"snake ?bite, bitten by (a |an )?(\w+ )?snake, (被)?(毒)?蛇咬",
        ),
    ),
    Group(
        "head_injury",
        _("A blow to the head with vomiting or drowsiness"),
        _("Keep the child lying still and awake if possible. Do not move the neck."),
        "NICE NG232 (2023)",
        (
            r"(came off|fell (off|from|down|out)|thrown (off|from)|crash*|knocked (down|over|off)|tumbl*) ~ {vomits}, {far_gone}, passed out, knocked out, unconscious*, blacked out",
            "{blow} ~ {head} ~ {vomits}",
            "{blow} ~ {head} ~ {hurt_brain}",
            "(摔|跌|撞|掉下|滚下|砸|磕|坠|翻下|滑下|着地) ~ {vomits}, {hurt_brain}",
            "(fell|fall|fallen|dropped|jumped|climbed out|摔|跌|掉|坠|滑)...{from_high}",
            "(hit|struck|knocked|run over|knocked down|撞|辗) ..(by|with|被)? ?(a |the )?(car|van|truck|bus|lorry|motorbike|车|汽车|机车|公车)",
            "skull (fracture|is|looks|feels), (head|skull)...(dent*|cracked|soft (spot|lump|patch)|boggy|squishy) ~ {blow}",
            "concuss* ~ {vomits}, {hurt_brain}, headache*, worse, today, just, tonight",
            "(clear|watery|bloody) ..(fluid|liquid|stuff) ..(from|out|in) ..(ears?|nose|nostril)",
            "头.{0;12}(凹|软软|流血不|裂|大包.{0;4}软) ~ {blow}",
        ),
    ),
    Group(
        "burn",
        _("A burn or scald"),
        _(
            "Cool it under running cool water for 20 minutes. Nothing else on it; keep the child warm."
        ),
        "British Burn Association, first aid (2018); NHS, burns and scalds",
        (
            r"(bit|bitten|bites|chew*|cut) ..(electric*|plugged|live|charger|charging|power|extension).{0;12}(cable|cord|wire|lead|plug)?",
            r"(firework*|firecracker*|sparkler*|lighter|aerosol|鞭炮|烟火|烟花|仙女棒|冲天炮) ~ explod*, went off, blew up, 炸, 爆, 喷, 烧 ~ hand*, face, eye*, arm*, finger*, 手, 脸, 眼, 指",
            r"(伸进|掉进|跌进|坐进|踩进|坐到|踩到|泼到|淋到|倒到|打翻|碰到|摸到).{0;8}(滚水|热水|开水|滚烫|热汤|热油|火锅|热粥|炉|熨斗|排气管|热锅|烤箱|汤), (滚水|热水|开水|热汤|热油|火锅|热粥|热茶|咖啡).{0;8}(泼|倒|淋|洒|打翻|烫)",
            r"(water|bath|tap|shower|food|bottle|milk|porridge)..too hot ~ {burn_place} ~ red, peel*, blister*, scream*, raw",
            r"skin..(coming off|peel*|falling off|hanging off|slid off) ~ hot, boiling, water, fire, tea, soup, oil, steam, sun",
            "(scald*|burn(t|ed|s|ing)?|blister*|烫|烧伤|灼伤|烧到|电到|炸) ~ {burn_agent} ~ {burn_place}",
            "{burn_agent} ~ {spills} ~ blister*, peel*, scald*, burn(t|ed|s)?, raw, leathery, white, 水泡, 起泡, 脱皮, 烫, 红, 破皮, 焦",
            "(scald*|third degree|second degree|深二度|二度|三度)..(burn*|scald*|烫|烧)?",
            "(pull*|spill*|tip(ped|s)|pour*|knock*|splash*|fell|threw|dropped)...(boiling|kettle|hot (water|tea|coffee|soup|drink|oil)|scalding|just boiled|freshly made) ~ {burn_place}",
            "(hot water|hot tea|hot coffee|boiling|tea|coffee|soup|oil) ...(over|on|onto|down|in) (him|her|his|my|himself|herself)",
            r"(caught|catch) fire, on fire, set (\w+ ){0;3}(alight|on fire), (clothes|sleeve|hair|衣服|袖子|头发).{0;8}(fire|flames?|alight|着火|烧起来|起火)",
            "electrocut*, electr* (shock|burn*), (shocked|zapped) ..(by|from), got a shock (from|off), struck by lightning, 触电, 被电(到|击)?, 电击, 雷击",
            "(bit|bitten|chew*|stuck|poke*|put|finger*|咬|插|戳)...(plug|socket|outlet|charger|cable|wire|cord|lead|插座|插头|电线|充电线) ~ burn*, shock*, pop, bang, white, black, scream*, spark*, lip, 黑, 焦, 弹, 麻, 电, 哭, 白",
            r"{caustic} ~ eyes?, face, skin, 眼, 脸, 皮肤 ~ splash*, squirt*, spray*, got (\w+ )?in, in (his|her|one), burn*, red, rinsed, 喷, 溅, 泼, 弄, 跑进, 进, 睁不开, 冲",
            "(烫|烧伤|烧到|灼伤|泼|打翻|淋|炸|倒在|翻) ~ {burn_agent} ~ {burn_place}",
            "大?水泡 ~ 热水, 洗澡水, 放水, 烫, 没试温, 火, 汤, 油 ~ 脚, 手, 腿, 身, 胸, 屁股, 脸, 膝",
            "(smoke inhalation|breathed in smoke|inhaled (the )?smoke|house fire|吸入浓烟|呛.{0;4}浓烟|浓烟)",
        ),
    ),
    Group(
        "choking",
        _("Choking"),
        _(
            "Under one year: five blows on the back, five thrusts on the chest. Older: on the belly."
        ),
        "Resuscitation Council UK, paediatric choking",
        (
            "{chokes}",
            "(went|gone|going|goes) down the wrong (way|pipe|hole|tube) ~ {choking_signs}",
            "{stuck}..{airway}",
            "{airway}..{stuck}",
            "{small_things}...{stuck} ~ {choking_signs}",
            "{stuck}...{small_things} ~ {choking_signs}",
            "(swallow*|吞|吃) ~ coins?, penn(y|ies), quarter, dime, marble, toy, bone, fish ?bone, bead, ring, 硬币, 铜板, 元硬币, 弹珠, 玩具, 鱼刺, 骨头 ~ drool*, gag*, cant swallow, cant drink, points? (at|to), pain*, hurt*, chok*, vomit*, refus*, dribbl*, blue, breath*, 口水, 作呕, 吐, 痛, 吞不, 不能喝, 呼吸, 卡",
            "(peanut|nut|popcorn|carrot|apple|seed|花生|坚果|瓜子|豆|糖)s? ~ (sudden*|while laughing|mouth ?ful|running|laughing|cough* fit|含|突然|跑|笑) ~ cough*, wheez*, chok*, noise, 咳, 喘, 咻, 呛",
            "{no_sound} ~ {small_things}, stuck, eating, ate, throat, neck, swallow*, chok*, 吃, 吞, 卡, 呛",
            "gag* ~ blue, cant breath*, stuck, purple, cant swallow",
            "呛.{0;10}(发紫|发青|不能呼吸|没呼吸|脸色|喘|无法|发黑|哭不出|说不出|吸不|没声音|变紫|紫), 吐不出来 ~ 卡, 吞, 糖, 葡萄, 噎, 呛",
            "(hands?|holding|grabb*|clutch*|掐|抓|指)...(throat|neck|脖子|喉) ~ eat*, food, ate, swallow*, breath*, stuck, sound, 吃, 吞, 卡, 呼吸",
        ),
    ),
    Group(
        "drowning",
        _("Having been under water"),
        _("Even if the child seems well: it has to be watched in a hospital. Keep it warm."),
        "Resuscitation Council UK, drowning; ILCOR (2024)",
        (
            "drown*(?!ed out| in (homework|debt|work)), 溺水, 溺",
            "{goes_under} ~ {water} ~ {drowning_signs}",
            r"(pull*|fish*|drag*|scoop*|haul*) ...out (of|from) (the |a |our )?(\w+ )?(water|pool|pond|bath|tub|lake|sea|river|bucket|fountain|canal)",
            "(under|swallow*|inhal*)...(pool|sea|lake|bath|pond) ?water ~ cough*, breath*, sleepy, chest, vomit*, foam*, tired",
            "face.?down in (the |a |our )?{water}",
            "(dragged|knocked|pulled|swept) (under|over|away|out) ..(wave|sea|current|tide)s? ~ cough*, breath*, foam*, sleep*, swallow*, sea, water",
            "从..(水|泳池|浴缸|池|河|海|溪|盆|桶)..(捞|救|拉|抱), 沉(到|下|进|入).{0;8} ~ 抱, 捞, 拉, 咳, 没力, 白, 秒, 分钟, 吐",
            "呛.{0;8}水 ~ 泳池, 游泳, 海, 溪, 浴缸, 温泉, 洗澡 ~ 咳, 喘, 呼吸, 睡, 紫, 吐, 胸, 发烧",
        ),
    ),
    Group(
        "dehydration",
        _("Drying out: no tears, no urine for hours"),
        _("Offer small sips often on the way. Do not wait for the morning."),
        "NICE CG84, gastroenteritis; WHO, dehydration",
        (
            r"{dry_signs} ~ {no_urine}",
            "{no_urine} ~ {long_time} ~ {loses_water}, {dry_signs}, drink*, feed*, feverish, nappy, diaper, fluids?, 喝, 奶, 尿布, 尿片",
            "{dry_signs} ~ {loses_water} ~ {no_urine}, {cant}, {far_gone}, {limp}, weak, cold, blotchy, just, tears, 没力, 软, 睡, 泪, 凹, 躺, 尿, 喝",
            "(no|without|hardly any|barely any|not any) tears ~ dry, sunken, {loses_water}, weak, sleepy, floppy, nappy, diaper",
            r"sunken (eyes?|fontanel*|soft spot), eyes? (\w+ ){0;3}(sunken|sunk|hollow*), {soft_spot}..(sunken|sunk|dipp*|cav*|凹|陷), (sunken|sunk|凹|陷)..{soft_spot}, 眼(睛|窝|眶).{0;4}(凹|陷)",
            "{cant} ..keep ..down, (even|only|sips of)..(water|sips|teaspoon) ~ {long_time} ~ weak, sleepy, dry, floppy, wee(d|s|ing)?, pee(d|s|ing)?, urin*, nappy, diaper, dizzy, listless, {far_gone}, lips, mouth",
            "(喝什么吐什么|喝就吐|喝.{0;6}就吐|吐到|滴水不|连水都|什么都喝不|一直吐|喝不进|喝不下) ~ {dry_signs} ~ {no_urine}, 没力, 软, 凹, 泪, 睡, 虚弱, 小时, 昏",
            "(severe*|badly|very|really|so|definitely) dehydrat*, dehydrat* ~ sunken, sleepy, floppy, no tears, lethargic, weak, wont drink, dry, limp, drowsy, cold",
            "脱水(?!.{0;3}(机|蔬果)) ~ 凹, 没尿, 嗜睡, 软, 泪, 无力, 没力, 干, 虚弱, 尿, 昏, 精神",
            "哭.{0;6}(没|无|不出).{0;3}泪",
        ),
    ),
    Group(
        "newborn",
        _("A newborn who does not feed, vomits green, or turns yellow"),
        _("Keep the baby warm, skin to skin. Green vomit: do not feed before a doctor has looked."),
        "NICE CG98, neonatal jaundice; NICE NG194; WHO, newborn danger signs",
        (
            "{green} ~ {vomits}, vomit*, posset*, spit*, spat, spew*, sick, 吐, 呕, 溢奶",
            "{yellow} ~ {yellow_bad}",
            "(not|wont|isnt|refus*|stopp*|too (sleepy|tired|weak)|hasnt|cant|doesnt|wont even|hardly|barely|no interest|not interested|skipp*|missed|less and less|only (took|taking)|falls asleep)..{feeds}",
            "(不肯|不愿|不想|不会|没办法|无法|拒绝|都不|不太|完全不|不|很少|几乎没|没吃|没喝|叫不起来|没力气?|睡到不|吸两口|喝两口|喝几口)..(喝|吃|吸|含|吮|奶|进食|睡)",
            "(喝奶|吃奶|奶量|吃得|喝得|食量|喝).{0;8}(很差|变差|剧减|减半|没力|喝不到|喝不完|骤减|越来越少|少很多|喝不下|变少), 拒奶, 厌奶, (顿|餐|次).{0;4}没(吃|喝), 没(吃|喝).{0;4}(顿|餐|次|奶)",
            "(feels?|is|skin|body|feet|temp*)..(cold(?! is)|cool|freezing|chilly|3[45][.][0-9])(?!$) ~ feed*, sleepy, floppy, limp, cry*, newborn, wak*",
            "身(上|体).{0;4}(凉|冷|冰), 体温.{0;4}(低|3[45]), 摸起来.{0;3}(凉|冷|冰), 全身(冰|冷)",
            "grunt*, moan*, 呻吟, 哼哼, 每次呼吸都哼 ~ {breath}, {feeds}, 奶",
            "(umbilic*|cord|belly button|navel|肚脐|脐带)...(red|pus|smell*|bleed*|swollen|红|脓|臭|流血|肿) ~ fever*, spread*, sleepy, feed*, skin, 烧, 扩散, 睡, 奶, 周围",
            "(swollen|distended|hard|tight|bloated|tense)..(tummy|belly|abdomen), (tummy|belly|abdomen)..(swollen|distended|hard|tight|tense), 肚子.{0;4}(很?胀|很?鼓|硬) ~ vomit*, green, poo, meconium, feed*, blood*, 吐, 绿, 大便, 胎便, 喝, 血",
            "blood* ~ vomit*, stool, poo, nappy, diaper ~ lots, sleepy, feed*, swollen, pale",
            "{limp}, (sleepy|lethargic|wont wake|hardly cries|weak cry|not waking), 叫不醒, 一直睡, 哭声..(弱|小), 没力气哭, 不哭不闹",
        ),
        below_months=1.1,
    ),
    Group(
        "self_harm",
        _("Thoughts of suicide, or self-harm"),
        _(
            "Stay with your child, listen, and put away medicines and knives. You can call at any hour."
        ),
        "NICE NG225, self-harm (2022); WHO, LIVE LIFE",
        (
            "{wants_to_die}",
            "{harms_self} ~ {self_harm_more}",
            "(pills?|tablets?|overdos*|bottles?|药|药袋|安眠药) ~ on purpose, deliberately, goodbye, wants to die, 故意, 说再见, 吵架, 想死, 寻短, 后悔",
            "(吞|吃)..一?(整排|整瓶|整盒|一把|很多|大量|几十颗).{0;10} ~ 吵架, 分手, 心情, 后悔, 故意, 失恋, 考试, 骂, 不想",
        ),
        even_if_past=True,
    ),
    Group(
        "abuse",
        _("Someone may be hurting the child"),
        _("Bring the child where it is safe. You need no proof to ask for help."),
        "NICE NG76 and CG89, child maltreatment; WHO",
        (
            r"(leav(es|ing)|left|gave|gives|gets|(come*|came|back|home|returns) (\w+ )?with|covered in)..(bruis*|marks|black eye|welts|burns|scratches) ~ {who_hurts}, visit*, weekend, daycare, nursery",
            r"(slap*|hit*|hand|belt|bite|finger) ?(marks?|prints?) ~ {who_hurts}, {child}",
            "{hurts}...{child} ~ {who_hurts} ~ {traces}",
            "{who_hurts}...{hurts} ~ {child} ~ {traces}",
            r"(husband*|hubby|wife|partner|boyfriend|bf|girlfriend|dad|daddy|father|mum|mom|mother|step*|uncle|nanny|babysitter|childminder|carer|teacher|coach|my ex) (\w+ )?(hits?|beats?|punch*|kick*|slap*|strangl*|chok*|burn*|whip*|belts?|threw|shook|shakes) (me|him|her|them|my|the|our)",
            "(打|揍|踢|用力摇|猛摇|摇晃|掐|鞭|抽打|勒|呼巴掌|甩).{0;10} ~ {who_hurts} ~ {traces}",
            r"(shook|shaken|shaking|shakes) (the |my |our |her |his |him|her)?(\w+ )?(baby|him|her|son|daughter|newborn) ~ hard, temper, crying, stop, angry, lost, quiet, limp, sleepy, partner, boyfriend, husband, dad, mum, frustrat*, snapped, i",
            "(用力摇|猛摇|摇晃|大力摇|狂摇|甩).{0;5}(他|她|宝宝|婴儿|小孩|孩子|儿子|女儿|弟弟|妹妹)",
            "{touches} ~ {private}",
            "(makes|made|forces|forced|asks|asked) (him|her|me|them) (to )?(do things|do stuff|touch|undress|take|keep)",
            "(sore|bleed*|hurts?|torn|bruis*) ~ (bottom|bum|private*|privates|down there|vagina|penis|下体|屁股|肛门) ~ coach*, uncle*, step*, grand*, dad*, teacher*, babysitter*, secret*, 教练, 叔, 舅, 继父, 爸, 老师, 秘密",
            "(abus(e|ed|ing|ive)|molest*|raped?|groom*|assaulted) ~ {child}, dad*, father, mum, mother, step*, partner, physical*, sexual*, uncle*, coach*",
            "{marks} ~ {who_hurts}, {traces}, {child}, wont, cant explain",
            "{afraid_of} ~ {traces}, {touches}, {private}, wets?, nightmare*, 哭, 尖叫, 尿床, 恶梦",
            "家暴, 受虐, 虐待, 虐童, 虐打, 被打(?!针|预防|疫苗|到预防|败), 性侵, 性骚扰, 猥亵, 强暴, 乱摸, 被摸, 乱伦, 性虐",
            "摸.{0;8}(下体|私处|尿尿的地方|下面|胸部|屁股), 脱.{0;4}(裤子|衣服) ~ {who_hurts}, 秘密, 同学, 人",
            "(domestic violence|hits me|beats me|hit me) ~ kids?, child*, baby, son, daughter, in front",
        ),
        even_if_past=True,
    ),
)

BY_ID = {group.id: group for group in GROUPS}
