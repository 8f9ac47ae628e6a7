"""Words of what anyone can do, and of illnesses."""

ILLNESS = {
    # Who is able to what.
    "cant": r"""
        can ?not, cant, cnt, cudnt, couldnt, could not, cant even, unable to, not able to,
        isnt able to, wont, will not, doesnt, does not, isnt, is not, not, stopped, barely,
        hardly, scarcely, struggl*, fight*, refus*, trouble, difficult*,
        too (weak|tired|sleepy|breathless|ill) to, hard to, hard for (him|her|them) to, 不能,
        不会, 不了, 没办法, 没法, 无法, 不太能, 不肯, 不愿, 不想, 没力气, 没力
    """,
    "no_help": r"""
        (isnt|not|doesnt|arent|didnt|havent|hasnt) (really |been )?(help*|work*|last*|do* (much|anything)),
        not touching it, no (better|relief|effect|difference|improvement|use),
        still (wheez*|tight|struggl*|breathless|bad|coughing),
        every (hour|two hours|couple of hours), wear* off, worse, 没用, 没效, 无效, 没有效,
        没什么效, 没改善, 没有改善, 没缓解, 不管用, 没好转, 没有用, 还是, 仍, 压不住, 越来越
    """,
    "ill": r"""
        fever*, feverish, febrile, high temp*, temp (of|was|is),
        temperature (of|was|is|has|shot|went|hit), burning up, boiling hot, 3[89][.][0-9],
        (39|40)(?! ?(weeks?|min|mins|years?|months?|days?|hours?|ml|kg|周|岁|天|分|个|公斤|多|次|%)),
        4[01][.][0-9], 10[1-5]f?, unwell, vomit*, throw* up, threw up, been sick, shiver*,
        chills?, rigors?, flu, poorly, lethargic, drowsy, sleepy, limp,
        floppy(?! (ears?|hats?|hair|disk|leaves|bits?|bunny)), listless, cold hands, headache*,
        achy, irritable, high pitched, 发烧, 发热, 高烧, 低烧, 烧到, 又烧, 烧起来, 烧了, 还烧,
        还在烧, 退烧, 在烧, 高热, 畏寒, 发冷, 寒战, 呕吐, 吐了, 一直吐, 一吐, 吐好, 喷射,
        精神很?(差|不好), 昏睡, 嗜睡, 一直睡, 想睡, 没精神, 手脚冰, 冰冷, 头痛, 头疼, 3[89]度,
        四十度, 三十九度, 三十八度, 流感
    """,
    # Breathing.
    "breath": r"""
        breath*, breth*, breah*, bretah*, get (any |enough )?air,
        catch (his|her|their|a|my) breath, (suck|get)* in (any )?air, 呼吸, 吸气, 喘气, 换气,
        吸空气
    """,
    "badly_breathed": r"""
        struggl*, gasp*, labou?red, difficult*, diffic*, troubl*, hard time, so hard, very hard,
        really hard, harder, hard work, fight*, fast, faster, rapid*, quick*, heavily, heavy,
        shallow, stop*, paus*, short of, shortness of, out of, panting, racing, irregular*,
        not right, weird*, laboriou*, distress*, cant, cannot, can not, barely, hardly, unable to,
        not able to, problems?, hurts to, through (his|her) (tummy|belly|stomach)
    """,
    "breath_noise": r"""
        (horrible|awful|strange|weird|funny|scary|loud|high.?pitched|odd|terrible|nasty|wheezy|croaky) (noise|sound)s?, 嘎, 咕噜,
        whistl*, squeak*, crow*, harsh, grunt*, rasp*, rattl*, wheez*, stridor, hoarse bark*,
        hiss*, gurgl*, moan*, seal, 咻, 哼, 呻吟, 嘶, 尖锐, 尖叫声, 喉鸣, 鸡叫, 鸣, 怪声, 啸,
        像狗叫, 犬吠, 嗯嗯, 呼噜
    """,
    "at_rest": r"""
        (every|each) (time|single|breath), breathes? in, breathing in, inhal*, in.?breath,
        at rest, even when (he|she|hes|shes|its|calm|still|sitting|asleep),
        when (he|she|hes|shes) (is )?(calm|still|asleep|resting), each breath, sitting still,
        quick*, fast, flar*, suck* in, caving, blue, not feeding, ribs, 吸气, 吸的时候,
        每一?(次|口), 呼吸, 安静, 不哭, 睡着, 凹, 陷, 很快, 快
    """,
    "breath_place": r"""
        ribs?, rib ?cage, chest, breast ?bone, sternum, collar ?bones?, throat, neck, notch,
        windpipe, tummy, belly, stomach, skin
    """,
    "sinks": r"""
        suck(s|ing|ed)? ..(in|under|at), pull(s|ing)? ..in, cav(es|ing) ..in, sink(s|ing) ..in,
        going in, goes in, draw(s|ing)? in, indraw*, tug*, retract*, recession, hollow*,
        heav(es|ing), dip(s|ping) in, see.?saw*, dents? in, caves, dipping, sinks
    """,
    "asthma": r"""
        asthma*, wheez*, inhaler*, ventolin, salbutamol, albuterol, nebuli*, puffs?, blue pump,
        reliever, spacer, croup*, bark*, bronch*, 气喘, 哮喘, 喘, 吸药, 喷剂, 喷了, 喷药, 雾化,
        吸入剂, 扩张剂, 喘乐宁, 万托林, 支气管
    """,
    "blue": r"""
        blue, bluish, blueish, grey, gray, greyish, grayish, purple, dusky, ashen, cyanos*,
        cyanot*, blue.?gr[ea]y, 发紫, 发青, 发黑, 发绀, 变紫, 变青, 变蓝, 变黑, 青紫, 紫紫, 紫绀,
        绀, 泛紫, 泛青, 黑青, 发蓝, 发灰, 灰灰, 变灰, 紫掉, 紫了, 青了, 蓝黑, 蓝蓝, 紫色, 紫黑,
        黑掉, 青青, 灰白, 铁青, 全紫, 都紫, 有点紫, 很紫
    """,
    "blue_place": r"""
        lips?, mouth, face, tongue, gums, fingernails?, nails, 嘴, 唇, 脸, 舌, 面色, 指甲, 甲床
    """,
    "blue_whole": r"""
        turn(ed|s|ing)?, go(es|ing|ne), went, skin, all over, colou?r, is, was, looks?, shes, hes,
        baby, 整个人, 全身, 皮肤, 手脚, 身体
    """,
    # Consciousness.
    "wake": r"""
        stir(?! (fry|it|the)), stirring,
        wake*, waking, woken, rouse*, rousing, arouse*, stay awake, keep ..awake, get ..up,
        come round, open (his|her) eyes, opens (his|her) eyes
    """,
    "limp": r"""
        (wet|cooked|limp|soggy) (noodle|spaghetti|lettuce|rag), like a (doll|rag|puppet), no (strength|muscle tone|tone)(?! training), boneless, 没骨头, 烂泥, 摊在, 抱着软,
        limp, floppy, lifeless, rag ?doll, like jelly, dead weight,
        (arms?|legs?|head|body|neck|limbs) (just |all |is |are |keeps? |\w+ )?flop*, 瘫软,
        软趴趴, 软绵绵, 软塌塌, 全身软, 身体软, 整个人软, 手脚软, 瘫在, 瘫掉, 摊软, 像布娃娃,
        像面条, 抱起来软, 全身无力, 全身没力, 四肢无力, 摇摇欲坠
    """,
    "far_gone": r"""
        mumbl*, babbling nonsense, not (himself|herself) at all, hard to rouse,
        talk* (rubbish|nonsense|gibberish|funny), not acting right, mutter*,
        lethargic, drowsy, drowzy, sluggish, out of it, glassy eye*, glazed, zoned out,
        not with it, confus*, delirious, hallucinat*, talking (nonsense|gibberish|rubbish),
        rambl*, incoheren*, disorient*, not making (any )?sense, slurr*,
        (doesnt|does not|didnt|did not) (know|recogni*) (me|us|where|who), dozing off, drift* off,
        unusually sleepy, abnormally sleepy, very sleepy, so sleepy, really sleepy, 昏昏沉沉,
        昏沉, 昏睡, 嗜睡, 迷迷糊糊, 胡言乱语, 说胡话, 胡话, 讲话不清, 说话不清, 说话含糊,
        讲话含糊, 语无伦次, 不认得(我|人|爸|妈), 认不得, 不认识(我|人|妈|爸), 认不出,
        对着(墙|空气), 幻觉, 眼神(呆|涣散|空|发直|恍|不对|怪|飘), 两眼无神, 双眼无神, 目光呆,
        眼睛发直, 神情呆滞, 恍惚
    """,
    # Seizures.
    "seizure": r"""
        seiz(ure|ures|ed|e|es|ing)(?!.?free), siezure*, seisure*, seziure*, sezure*, seizur(?!e),
        convuls*,
        (had|having|has|in|another|first|febrile|epileptic|still|was|is) (a |an )?(\w+ )?fits?(?! (of|in|bit|ness|into|for)),
        fitting(?! (in|room|the|clothes|shoes|mask|of|well|into|a)), foam* at the mouth, froth*,
        (eyes?|eyeballs) (\w+ ){0;3}roll*, roll* (his|her|back|up)..eyes,
        eyes ..(went|gone|go) (back|up|white), infantile spasms?, spasms? in (clusters?|a row),
        抽搐, 抽畜, 抽蓄, 惊厥, 癫痫(又|发作|大发), 羊癫疯, 羊角风, 热痉挛, 热性痉挛, 全身痉挛,
        痉挛了, 翻白眼, 白眼, 口吐白沫, 吐白沫, 眼睛..上吊, 眼睛..上翻, 两眼上, 牙关,
        还在抽(?![烟血屉痰筋纸]), 抽起来(?!.{0;2}[烟血]), 一直抽(?![烟血屉痰鼻筋泣高]),
        抽了(?=.{0;8}(分钟|次|秒|一下|回|起)), 抽动(?!症), 抽不停, 四肢都在抽, 四肢抽,
        在抽(?![烟血屉痰筋纸])
    """,
    "jerks": r"""
        shak(es|ing|e)(?! (his|her) head), jerk*, twitch*, stiff(?!ness| neck), stiffen*,
        went stiff, rigid, thrash*, trembl* all over, cycl*, pedal*, bicycl*, lip.?smack*,
        smack* (his|her) lips, 抖, 抽, 僵硬, 僵直, 发硬, 变硬, 绷直, 抽筋(?!.{0;4}[脚腿]),
        踩脚踏车, 踩单车, 蹬自行车, 划船, 咂嘴, 咂咂, 嚼
    """,
    "fit_signs": r"""
        eyes? (\w+ ){0;3}(roll*|back|up|fixed|star*|sideways|to one side|wide), foam*, froth*,
        drool*, unrespons*, not respond*, (wont|doesnt|didnt|not) (respond|answer|react|look),
        uncontroll*, whole body, all over, rhythmic*, (wont|cant|doesnt|didnt|not) stop*,
        unconscious, arms? and legs?, all four, (even )?when i hold,
        hold(ing)? (his|her) (arm|leg|hand|foot), wet (him|her)self, bit (his|her) tongue,
        one side of (his|her) (face|body), weak, minutes? and,
        (lasted|about|for|been|after|nearly) (\w+ ){0;2}(min|mins|minutes), blank*, vacant, 眼睛,
        眼神, 上翻, 斜, 上吊, 尿在, 尿湿, 失禁, 咬, 叫不, 叫他, 叫她, 没反应, 口水, 白沫, 压住,
        按住, 停不, 规律, 分钟, 意识, 手脚, 全身, 一边, 半边
    """,
    "clusters": r"""
        clusters?, in a row, one after (the other|another), (ten|twelve|a dozen|\d{1;4}) times,
        over and over, again and again, several times, series, waking up, on waking, 一次..下,
        连续, 一串, 一阵一阵, 成串, 好几次, 十几下, 睡醒
    """,
    "head_drops": r"""
        throw* (his|her) (arms|head), arms out,
        (bend*|fold*|curl*|crunch*) (forward|in half|over), head (\w+ )?(nod*|drop*|bob*),
        (nod*|drop*) (his|her) head, jackknife*, jack ?knife*,
        arms? (\w+ )?(fling*|fly*|jerk*|shoot*|throw*|flung|flail*|spread),
        body (\w+ )?(crunch*|fold*|bend*|curl*), salaam, 点头, 双手..(张|举|抬|甩|抱),
        身体..(往前|前)(缩|弯|曲), 头..(往下|突然)(点|垂|掉), 拥抱状
    """,
    # Skin.
    "spots": r"""
        rash*, spots?, dots?, marks?, blotch*, bruis*, patch*, pinpricks?, pin pricks?, speckle*,
        freckle*, petechia*, purpur*, specks?, splotch*, 疹, 红点, 紫点, 斑, 点点, 出血点, 瘀,
        血点, 小点, 暗红, 一点一点, 一片, 红红的
    """,
    "pressed": r"""
        press*, glass*, tumbler, push*, cup, squeez*, (jar|drinking glass), touch*,
        rolled? (a|the) glass, finger, 按, 压, 杯, 玻璃, 碗
    """,
    "not_fading": r"""
        can still see, still see, 还看得?[到见], 都?看得[到见], 没有?反应, 没差, 不褪, 压不掉,
        (doesnt|dont|does not|do not|wont|will not|not|didnt|did not|isnt|arent|never|cant|hasnt|wouldnt|fails? to|without)..(fad*|blanch*|disappear*|go(ing)? (away|white|pale)|turn(ing)? (white|pale)|vanish*|lighten*|chang*|pale),
        stay*..(red|purple|there|the same|put|colou?r|visible|dark|same),
        still (\w+ ){0;3}(there|see|visible|red|purple|show*), remain*, same colou?r,
        (see|show|visible) (\w+ )?through, no (change|blanching),
        不会?(褪|退|消|变白|变淡|散|不见|变|白|掉), 没有?(褪|退|消|变白|散|不见|变), 还在,
        还是(看得|红|紫|在|一样|那), 都还, 褪不, 退不(掉|了), 颜色都?(不变|没变|一样|不会变),
        照样, 依然, 依旧, 一样红, 一样明显, 颜色不变, 消不掉, 压不(退|掉|白)
    """,
    "dark_spots": r"""
        (blood|bruise|wine|plum|purple|ink|dark|pen).?(colou?red|like|marks?|stain*) (\w+ )?(rash*|spots?|dots?|blotch*|marks?), (spots?|dots?) like (pen|ink|blood|bruis*), 紫[红黑]?色?的?[疹点斑块], 瘀青.{0;2}(一块|一片|到处|一点|一大), 全身.{0;3}瘀, 莫名.{0;3}瘀,
        (purple|purplish|violet|bruise.?like|blood.?red|dark red|dark|plum|red.?purple|wine|maroon|black)...(rash*|spots?|dots?|blotch*|marks?|patch*|pinpricks?|bruis*|splotch*),
        (spots?|rash|dots?|blotch*|marks?|patch*)...(purple|purplish|like bruis*|bruise.?like|dark red|like blood),
        pinprick*, pin prick*, blood spots?, petechia*, purpur*,
        bruis*..(appear*|com* up|spread*|nowhere|everywhere|all over), 紫..[疹点斑], 出血点, 瘀点,
        瘀斑, 紫斑, 紫癜, 像瘀[青血], 暗红..[点斑疹块], 血点, 紫红, 皮下出血,
        瘀青..(冒|扩|一片|越来越|很多|全身)
    """,
    "spreads": r"""
        spread*, (more|new) (\w+ )?(spots|dots|ones|appear*), doubled,
        getting (bigger|worse|more), appear*, com* up, popp* up, by the (hour|minute), 扩散,
        越来越多, 变多, 蔓延, 多了, 冒出, 一直长, 数不清, 连成
    """,
    # Meningitis.
    "stiff_neck": r"""
        stiff*..neck,
        neck...(stiff*|rigid|hurts? to (bend|move)|wont (bend|move)|cant (bend|move)|sore to bend|is locked|painful),
        (rigid|sore and stiff|locked).. neck,
        (cant|cannot|cries (if|when)|scream* (if|when)|wont|unable to|hurts to|hurts when|refuses to|hates it when) ...(chin|touch (his|her) chest|bend* (his|her|the) (neck|head)|bend (\w+ )?forward|neck|look* down|head (is )?(bent|moved|forward)|tip* (his|her) head|flex*),
        arch*..(back|neck|backwards|head),
        head ..(thrown|bent|pulled|tilted|arched|pulling) (back|backwards),
        (脖子|颈|后颈)..(僵|硬|不能|没办法|弯不|低不|动不|一碰|一动|痛到|痛得|很痛|疼得|转不),
        颈僵, 颈项强直, 低不下头, 头..(低不|不肯低|没办法低|不能低|一?往前弯|往前一?弯|弯不),
        下巴..(碰|贴|靠|不到|没办法), 头..(往后|后)仰, 角弓反张, 背弓, 身体..往后弓, 往后弓,
        一低头就
    """,
    "hates_light": r"""
        light..(hurts|bother*|is too|sensitiv*|makes)?,
        (hate*|cant (stand|bear|look|tolerate)|hurt*|avoid*|cover*|shield*|squint*|scared of|sensitive to|shut*|away from)...(lights?|lamp|eyes|bright*|curtains?),
        photophob*, dark room, curtains (shut|closed), 怕光, 畏光, 光..(刺眼|痛|不舒服), 怕亮,
        开灯就, 遮住眼, 眼睛遮, 窗帘, 不敢(看|开)灯
    """,
    "soft_spot": r"""
        fontanel*, soft ?spots?, soft bit on (his|her|the) head, 囟门, 囟, 卤门,
        头顶..(软软|软的|那块|那个洞)
    """,
    "bulging": r"""
        bulg*, swollen, swell*, sticking (up|out), stick out, raised, puff*, tense, tight, hard,
        pok* (out|up), popp* (out|up), full, domed, bump, like an? egg, pulsing hard, 鼓, 凸, 膨,
        突, 隆, 胀, 硬, 紧绷, 饱满, 肿
    """,
    # Allergy.
    "swells": r"""
        fat, fatter, numb and big,
        swell*, swollen, swelled, swole*, puff*, balloon*, blew up, blown up, tripled,
        doubled in size, (twice|double|three times) (the|its|their|normal) (normal )?size, huge,
        getting (bigger|fat*|thick*), fat lip*, thick*, enormous, double the size, 肿, 浮肿, 胀,
        香肠嘴, 变厚, 变大
    """,
    "swells_where": r"""
        lips?, tongue, face, eyes?, throat, mouth, eyelids?, cheeks?, neck, 嘴, 唇, 舌, 脸, 眼,
        喉咙, 面, 脖子
    """,
    "hives": r"""
        hives?, welts, urticaria, rash*, itch*, red all over, blotch*, wheals?, bumps all over,
        flush*, 荨麻疹, 风疹块, 风团, 疹, 全身(发|都)?红, 痒, 膨疹, 起了..(块|片), 一块一块,
        红一片
    """,
    "allergic_bad": r"""
        short of breath, breathless, trouble breathing, difficult*..breath*,
        (hard|struggl*|cant|cannot|fast|noisy|strange|funny|heavy).. breath*,
        breath*..(hard|fast|funny|difficult*|heavy|noisy|struggl*|weird*), wheez*, vomit*,
        throw* up, thrown up, threw up, puk*, been sick, cough*, faint*, hoarse, croaky, voice,
        throat, floppy, pale, dizzy, collaps*, drool*, choking, limp, drowsy, light.?headed,
        tummy (pain|cramps?), stridor, passed out, weak, tight, 喘, 呼吸(困难|急|快|费|不|怪|声),
        吸不到, 吐, 咳, 哑, 昏, 苍白, 喉咙, 没力, 软, 站不, 冒冷汗, 头晕, 晕, 腹痛,
        肚子(很|好|绞)?痛, 拉肚子, 胸闷, 发白
    """,
    "allergen": r"""
        peanut*, nuts?, nutella, cashew*, walnut*, hazelnut*, almond*, pistachio*, pecan*, sesame,
        tahini, hummus, egg*, milk, yog*, cheese, formula, cream, shrimp*, prawn*, shellfish,
        lobster, fish, salmon, crab, kiwi*, strawberr*, mango*, banana, sting*, stung, bee, bees,
        wasp*, hornet*, ants?, (bite|bitten), snake*, jellyfish, antibiotic*, amox*, augmentin,
        penicillin, cef*, ibuprofen, medic*, dose, eat*, ate, food, allerg*, minutes, mins,
        vaccin*, injection, jab, chocolate, cookie*, biscuit*, cake, curry, wheat, soy, latex,
        sudden*, after (dinner|lunch|breakfast|tea), 吃, 喝, 叮, 螫, 蛰, 咬, 蜂, 药, 抗生素, 打针,
        输液, 点滴, 疫苗, 过敏, 花生, 虾, 蛋, 奶, 坚果, 腰果, 核桃, 奇异果, 猕猴桃, 芝麻, 海鲜,
        螃蟹, 蛋糕, 饼干, 优格, 酸奶, 芒果, 头孢, 突然, 分钟, 隐翅虫, 火蚁, 蛇, 水母, 显影剂,
        跑步, 运动, 麦
    """,
    # Dried out.
    "no_urine": r"""
        (no|hasnt|has not|havent|not|without|didnt|last|only one|zero|one|nothing in|isnt|hardly any|barely any|since)..(wet (\w+ )?(nappy|nappies|diapers?)|wee|weed|weeing|wees|pee|peed|peeing|pees|piss*|urin*|wet (himself|herself|one|since|for|all)|gone (to the )?(toilet|loo)|pass* (water|urine)),
        dry (nappy|nappies|diapers?),
        (nappy|nappies|diapers?)...(dry|bone dry|havent been wet|not wet),
        (没|未|无)..(尿|小便|嘘嘘|解手|湿), 尿布..(干|没湿|不湿|没重), 尿片..(干|没湿),
        尿不湿..(干的|是干), 尿(很|超|越来越|变)少, 只(尿|有).*(一次|一片|一点), 无尿, 少尿,
        尿..(深|茶色|橘)
    """,
    "long_time": r"""
        (\d{1;4}|six|eight|nine|ten|eleven|twelve|fourteen|fifteen|sixteen|twenty) ?(hours?|hrs?|h),
        hours, since, all (day|night|morning|afternoon), today, yesterday, last night,
        this morning, half a day, whole day, overnight, (a|one) day, day, (小时|钟头), 整天, 一天,
        早上, 昨, 今天, 晚上, 半天, 整晚, 到现在, 下午, 中午, 凌晨, 一整, 白天
    """,
    "loses_water": r"""
        vomit*, diarr*, diahr*, diarh*, sick, throw* up, threw up, runs,
        (stomach|tummy) (bug|flu), noro*, rota*, gastro*, loose (poo|stool)s?,
        watery (poo|stool)s?, dioralyte, pedialyte, ors, 吐, 拉, 泻, 诺罗, 轮状, 肠胃炎,
        腹泻, 水便, 补液, 电解
    """,
    "dry_signs": r"""
        so sleepy, 一直躺, 躺着, 深陷, 回不去,
        (no|without|hardly any|barely any|isnt any|not any|arent any) tears,
        (dry|parched|cracked|sticky|tacky) (\w+ )*(mouth|lips|tongue),
        (mouth|lips|tongue)..(dry|parched|cracked|sticky), sunken*, sunk, hollow*, dipp*,
        caved in, listless, weak, floppy, limp, lethargic, drowsy, just l(ies|ying),
        cold (hands|feet), blotchy, mottled, dizzy, faint, wont wake, sleepy, pinch*,
        (cant|wont|refus*|not|unable to|doesnt) ..(keep*..down|drink*|hold*..down|sip*|take any),
        comes? (straight|right) back, even water, (没|无|流不出|哭不出)..泪, 哭..没..泪,
        眼(睛|窝|眶)?..(凹|陷), 凹(陷|下|进), 嘴..干, 嘴唇..裂, 口干, 舌..干, 没力, 无力, 虚弱,
        软, 嗜睡, 昏, 没精神, 站不, 只会躺, 只躺, 躺着不, 手脚冰, 脚冷, 皮肤..(皱|弹), 喝..就吐,
        喝什么吐什么, 滴水不, 连水都, 喝不下, 不肯喝, 都不喝, 喝不进, 头晕, 拿不(起|动), 叫不
    """,
    # Newborn.
    "green": "green*, bile, bilious, 绿, 胆汁, 黄绿",
    "feeds": r"""
        feed*, fed, nurs*, latch*, suck*, eat*, bottle*, breast*, milk, drink*, wak* (to|for)
    """,
    "yellow": r"""
        yellow*, jaundic*, jaundis*, orange skin, 黄疸, 皮肤..黄, 黄黄, 全身黄, 脸..黄, 变黄,
        黄到, 眼白..黄, 发黄, 蜡黄, 很黄, 好黄, 越来越黄
    """,
    "yellow_bad": r"""
        first day, 24 hours, day one, day 1, day 2, hours old,
        born ..(yesterday|today|this morning|last night|hours), (he|she|baby) ..born, yesterday,
        spread*, legs, feet, tummy, belly, soles, palms, getting (more|worse|darker), worse,
        sleepy, (wont|not|hardly|barely|isnt|stopped) ..feed*, not wak*, hard to wake, eyes,
        darker, deep*, all over, pale (poo|stools?), white (poo|stools?), grey (poo|stools?),
        clay, chalky, dark urine, arch*, high.?pitched, limp, floppy, everywhere, 第[一二1-2]天,
        出生(当天|一天|第一|第二|\d{1;4}小时|没多久|不到), 24小时, 二十四小时, 昨天, 今天, 脚,
        腿, 肚子, 手心, 越来越, 扩散, 蔓延, 嗜睡, 不(喝|吃|太喝|肯|爱), 叫不, 白便, 灰白,
        大便..白, 陶土, 喝..(少|差), 眼, 睡, 软, 尖
    """,
}
