"""The words that the rules for emergencies are made of, English and Chinese.

Terms stand between commas, in the spelling that `ages.plain` makes: lower case, no apostrophes,
simplified characters. `*` is the rest of a word, `..` a few characters, `...` a handful of words;
the rest is a regular expression. What begins and ends with a Latin letter is whole words.
"""

WORDS = {
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
    # What was swallowed.
    "eats": r"""
        swallow*, got the, swollow*, swalow*, swolow*, ate, eaten, eat, eating, drank, drunk,
        drink*, ingest*, took, taken, got (into|hold of|at), gotten into, getting into, chew*,
        mouthful, sip*, lick*, bit, bitten, suck*, gulp*, down(ed|s),
        (in|into|round|around|from|on) (his|her|its) (mouth|tongue|lips|hand|hands|teeth|face|breath),
        overdos*, guzzl*, missing, gone, empty, emptied, knocked back,
        had (a|some|the|her|his|my|two|three|four|\d{1;4}), helped (him|her)self, playing with,
        found (him|her) with, tast*, polished off, finished, necked, 吞, 误食, 误服, 误饮, 误喝,
        误吸, 吃(到|了|下|进|掉|光|错|完|过|的)?, 喝(到|了|下|进|掉|光|完|过)?,
        咬(破|到|了|开|碎)?, 舔, 含, 嘴巴?里, 放进嘴, 塞进嘴, 嘴边, 嘴角, 偷吃, 偷喝, 少了, 不见,
        空了, 空的, 吸(了|到|起来|进), 灌, 抿
    """,
    "battery": r"""
        tacks?, springs?, fish.?hook*,
        earrings?, 耳环, 大头针, 铁钉, 缝衣, 鱼钩, 牙签, tooth ?picks?, fish ?hooks?, staples?, 订书针,
        (button|coin|disc|hearing aid|watch|round|lithium|little|aa|aaa) ?(cell )?batter*,
        batter(y|ies)(?!.?(died|dead|low|operated)), button cells?, lithium cells?, magnet*,
        bucky ?balls?, needles?, razor*, safety pins?, thumb ?tacks?, drawing pins?, screws?,
        nails?(?! (polish|varnish)), (piece|bit|shard)s? of glass, broken glass, 电池, 钮扣, 纽扣,
        磁铁, 磁珠, 磁力, 巴克球, 吸铁石, 磁石, 针, 图钉, 回形针, 钉子, 刀片, 玻璃碎, 碎玻璃,
        别针, 螺丝, 水宝宝, 水晶宝宝, 水精灵, 吸水珠, 水珠, water beads?, orbeez
    """,
    "poison": r"""
        snus, cologne, room spray, wax melts?, 除湿, 脱氧, 防潮,
        glow ?sticks?, air freshener, (reed )?diffuser*, fabric softener, limescale, plant food, chlorine, de.?icer, screen ?wash, engine oil, wd.?40, hairspray, deodorant, mould (spray|remover), pool tablets?, nail (gel|remover), 烟屁股, 烟灰, 荧光棒, 扩香, 柔软精, 柔顺剂, 冷媒, 除霉, 氯, 生石灰, 发胶, 蚊香, 印泥, 驱蚊, 防蚊, 防腐, 胶水, 暖暖包,
        (insect|fly|ant|bug|slug|weed|rat|mouse|roach|cockroach|mosquito) (killer|spray|poison|bait|repellent),
        bleach, detergent*, dishwash*, laundry, pods?, tide,
        washing (tablet|capsule|powder|liquid)s?, cleaner*,
        cleaning (fluid|product|liquid|spray|stuff), drain, caustic, lye, acid(?! (reflux|burn*|indigest*|in my)), antifreeze,
        petrol, gasoline, kerosene, paraffin, lamp oil, diesel, lighter fluid, turpentine, turps,
        white spirit, thinners?, acetone, (nail )?(polish|varnish)( remover)?, essential oils?,
        eucalyptus, tea tree, camphor, insecticid*, pesticid*, bug spray, weed ?killer, herbicid*,
        slug pellets?, rat (poison|bait), rodenticid*, poison*, moth ?balls?, naphthalene,
        nicotine, e.?liquid, vap(e|es|ing)( juice| liquid)?, cigarettes?, cig butts?, tobacco,
        (hand )?saniti[sz]er, rubbing alcohol, mouthwash, alcohol, vodka, whisk(e)?y, gin, rum,
        wine, beer, tequila, perfume, aftershave, descaler, toilet, silica, hair dye, super ?glue,
        nail glue, deadly nightshade, foxglove, yew, laburnum, oleander, lily of the valley,
        (wild |unknown )?berries, mushrooms?, toadstool*, hydrogen peroxide, ammonia,
        oven cleaner, rust remover, cannabis, weed, edibles?, thc, cocaine, meth, heroin, drugs,
        ant (bait|killer|traps?), fertili[sz]er, washer fluid, liquid plumb*, disinfectant, 漂白,
        洗衣, 洗碗, 清洁剂, 清洁液, 洗洁精, 洁厕, 厕所, 马桶, 通乐, 疏通, 通水管, 盐酸, 硫酸,
        强酸, 强碱, 烧碱, 碱片, 苏打, 稀释剂, 松香水, 去光水, 卸甲, 指甲油, 香蕉水, 天那水, 煤油,
        汽油, 柴油, 打火机油, 杀虫, 灭蚊, 蚊香液, 电蚊香, 农药, 百草枯, 除草剂, 老鼠药, 灭鼠,
        蟑螂, 蚂蚁药, 樟脑, 驱虫, 精油, 风油精, 白花油, 绿油精, 万金油, 尼古丁, 电子烟, 烟油,
        烟蒂, 香烟, 香菸, 菸, 烟头, 酒精, 干洗手, 消毒, 84, 来苏, 滴露, 干燥剂, 石灰, 水银,
        体温计, 强力胶, 三秒胶, 502, 漱口水, 米酒, 白酒, 高粱, 威士忌, 红酒, 啤酒, 防冻, 玻璃水,
        香水, 毒, 除垢, 双氧水, 碱水, 冰醋酸, 醋精, 除锈, 染发, 野果, 野菇, 香菇.?野, 蘑菇, 大麻,
        海芋, 姑婆芋, 夹竹桃, 染料, 油漆, 甲醇, 氨水, 洗发, 沐浴乳, 洗手液, 光触媒
    """,
    "medicine": r"""
        antibiotic*, laxative*, sleepers, zopiclone, pregabalin, gabapentin, quetiapine, citalopram, fluoxetine, bisoprolol, ramipril, losartan, glipizide, steroids?,
        pills?, tablets?, capsules?, meds?, medicines?, medication*, syrup, paracetamol, calpol,
        tylenol, panadol, ibuprofen, nurofen, advil, motrin, aspirin, acetaminophen, metformin,
        warfarin, digoxin, clonidine, antidepressants?, ssri, ritalin, adderall, concerta, iron,
        vitamins?, gumm(y|ies), melatonin, opioid*, methadone, codeine, tramadol, oxycodone,
        morphine, sleeping, xanax, valium, sertraline, amitriptyline, insulin, gliclazide,
        amlodipine, metoprolol, propranolol, beta.?blocker*, blood pressure,
        heart (pill|tablet|med)*, contraceptive*, thyroid, levothyroxine, diabet*, antihistamine*,
        benadryl, piriton, cough (syrup|medicine), statins?, prozac, suppositor*, eye ?drops,
        patch*, fentanyl, suboxone, lomotil, painkillers?, 药, 锭, 胶囊, 铁剂, 安眠, 降压, 血压,
        降糖, 血糖, 维他命, 维生素, 软糖, 普拿疼, 泰诺, 美林, 布洛芬, 对乙酰氨基酚, 扑热息痛,
        退烧, 糖浆, 止咳, 感冒药, 鱼肝油, 褪黑素, 抗忧郁, 抗抑郁, 心脏, 甲状腺, 避孕, 止痛,
        胰岛素, 眼药水, 利他能, 专思达, 安必恩, 使蒂诺斯, 镇静, 阿司匹林, 阿斯匹灵, 白色的.*颗,
        药丸, 钙片, 减肥药
    """,
    "too_much": r"""
        whole,
        (half|most|rest|nearly all|all) (of |the |a )*(bottle|box|pack*|strip|pot|tub|blister)*,
        handful, how many, (some|one|two|few|several) (i|we) cant find, what was left,
        the (packet|bottle|box|pack|blister),
        (could|might|may) be (\d+|two|three|four|five|six|seven|eight), \d\d\d? ?mls?,
        (bottle|box|pack*|strip|pot|blister)(s)? (was|is|were|open|empty|of), missing, empty,
        too (many|much), by (mistake|accident), accident*, got (into|hold|at), gotten into,
        overdos*, my (\w+ )?(\w+ )?(pills?|tablets?|meds|medic*|iron|vitamins|heart|bp), grand*,
        nan, nans, nanas?, granny*, gran, grans, (his|her) (dads|mums|moms|brothers|sisters),
        (about|maybe|at least|least|around|of) (\d{1;4}|two|three|four|five|six|seven|eight|nine|ten),
        (\d{1;4}|two|three|four|five|six|seven|eight|nine|ten|a dozen|some) (\w+ )?(\w+ )?(pills|tablets|capsules|gummies|of them),
        double*, twice the, triple*, (ten|10|five|5|three|3|four|4)( times| x|x),
        wrong (dose|syringe|line|bottle|medicine|tablet*), mixed up, instead of, both gave,
        already gave, decimal, mls? instead, left out, on purpose, unknown,
        not (his|hers|for (him|her)), thought (they|it) (was|were) (sweets|candy|juice),
        整(瓶|罐|盒|包|排|片|板|条), 一整, 大?半(瓶|罐|盒), 一把,
        (不知道|不确定|不晓得|不清楚)..(几|多少), 好几(颗|粒|片|锭|包), 十几, 几十,
        (五|六|七|八|九|十|两|三|四|二十|\d{1;4}) ?(颗|粒|片|锭|包|毫升|ml|cc), 少了, 空了, 空的,
        光了, 光光, 喝完, 吃完, 全部, 爷爷, 奶奶, 阿公, 阿嬷, 外公, 外婆, 姥姥, 姥爷, 妈妈的,
        爸爸的, 我的, 大人, 阿妈, 误(食|服|吞), 过量, 当(成|作|做)?(糖|果汁|糖果), 双倍, 十倍,
        两倍, 三倍, 多倍, 喂错, 给错, 看错, 打翻, 自己(拧|打开|开|倒|拿), 翻出, 偷, 狗的, 猫的,
        剩(下|不到|一点), 只剩, 重复
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
    # Head injury.
    "blow": r"""
        hit, hits, hitting, bump*, bang*, fell, fall, fallen, falls, felt? (off|down), drop*,
        knock*, concuss*, crack*, injur*, smack*, struck, tumbl*, roll(ed|s) off, slipped,
        collid*, clash*, kicked, knee to, elbow to, crash*, handlebars?, run over, thrown from,
        thrown off, landed on, whack*, punch* in, flew off, tripped, came off, knocked, toppl*,
        swing hit, ball to, headbutt*, 摔, 跌, 撞, 掉(下|到|落), 滚下, 滚落, 砸, 敲到, 磕, 坠,
        翻下, 滑下, 打到, 踢到, 碰到头, 着地, 落地, 倒下来, 摔车, 车祸, 被球
    """,
    "head": r"""
        heads?, skull, forehead, temple, fell, falling, dropped, concuss*, knee to, helmet,
        handlebars?, crash*, face, nose and ear, headfirst, 头, 脑, 额, 太阳穴, 着地, 脸, 床, 楼,
        沙发, 桌, 椅, 车, 梯, 瓷砖, 地板, 磁砖, 摔, 跌
    """,
    "vomits": r"""
        vomit*, throw(s|ing|n)?.? ?up, threw up, been sick, being sick, puk*,
        sick (twice|three|two|four|\d|in the|everywhere|again|on|all), chuck* up, spew*, retch*,
        呕, 吐(?!气|舌|槽|司|口水)
    """,
    "hurt_brain": r"""
        squash*, spong*, mushy, sleeping now, 一直睡, 就睡, 睡着,
        (talk*|speak*|say*) (rubbish|nonsense|gibberish|funny|weird), (doesnt|didnt|not) make sense,
        drows*, sleepy, confus*, unconscious*, passed out, knocked out, out cold, blacked? out,
        black out,
        (wont|cant|hard to|difficult to|keep* falling|falling) (wake|asleep|rouse|keep awake)*,
        not (making sense|himself|herself|right|acting), slur*, seiz*, fit, fitting, convuls*,
        clear (fluid|liquid|stuff), (watery|clear|bloody) (\w+ )?(fluid|stuff|liquid|discharge),
        pupils?, blood* ..(from|out of|in|behind) ..(ears?|nose), daz(ed|y), dizzy, disorient*,
        (is|very|so|super|really|walking|gone|goes|seems|all|bit|walks) wobbl*, stagger*,
        unsteady, off balance, walking funny, soft (lump|swelling|bump|boggy|patch|spot), boggy,
        squishy, dent*, floppy, limp, glazed, same (question|thing|story),
        doesnt (remember|recogni*|know), cant (remember|walk|see|stand|talk), no memory, memory,
        lost consciousness, seeing double, double vision, blurr*, bruis* behind, black eyes,
        panda eyes, dozing, nodding off, worst headache, headache (is )?(getting )?worse,
        high.?pitched, not moving, weak (arm|leg|side)*, didnt cry, wont stop crying,
        inconsolabl*, staring, repeat*, keeps asking, lethargic, vacant, grey, twitch*, jerk*, 昏,
        嗜睡, 想睡, 爱睡, 叫不醒, 意识(不|模|昏|丧|变|有点|怪|混), 没意识, 失去意识, 抽搐,
        抽动(?!症), 翻白眼, 抽了, 胡言, 讲话不清, 说话不清, 含糊, 答非所问, 走路(不稳|歪|摇|怪),
        走不稳, 站不(稳|住|起), 清水, 流血水, 瞳孔, 耳朵(流|出|后面), 鼻子(流|出)..(水|血), 失忆,
        不记得, 忘记, 记不, 眼神, 恍惚, 软软, 软包, 水袋, 大包.{0;6}软, 凹, 打瞌睡, 睡着,
        同样的(话|问题), 重复, 一直问, 头越来越痛, 头很痛, 头痛, 看不清, 复视, 两个影, 脚软,
        不太理, 不理人, 呆呆, 反应(慢|变慢|迟), 没哭, 没声音, 一直哭, 尖叫, 晕, 熊猫眼, 黑眼圈,
        手脚没力, 不会动, 不动
    """,
    "from_high": r"""
        (second|third|fourth|first|2nd|3rd|upstairs) (floor|stor*)( window)?, window, balcony,
        roof, trees?,
        (\d{1;4}|two|three|four|five|six|ten) ?(metres?|meters?|m|feet|ft|flights?),
        楼(上|下)?.*(窗|阳台), 阳台, 窗户, 二楼, 三楼, 四楼, 五楼, 顶楼, 屋顶,
        (两|三|四|五|\d{1;4})(公尺|米|公尺高|米高)
    """,
    # Burns.
    "burns": r"""
        scald*, burn(t|ed|s|ing|ning)?(?! (up|fever)), blister*, singed, charred, caught fire,
        on fire, set (\w+ )*(alight|on fire), electrocut*, electr* shock*, shocked (by|from),
        got a shock, struck by lightning, 烫, 烧伤, 灼伤, 烧到, 烧烫, 着火, 烧起来, 火烧, 电到,
        触电, 电击, 炸伤, 炸到, 泼到, 打翻, 泼, 起火, 焦, 水泡, 起泡, 脱皮, 淋到,
        倒在(身|手|脚|脸|腿|他|她|胸)
    """,
    "burn_agent": r"""
        boiling, boiled, boil,
        hot (water|tea|coffee|soup|drink|oil|pan|noodle*|milk|bath|tap|chocolate|plate|food|wax|glue|metal|cup|cocoa|iron),
        kettle, tea, coffee, soup, noodle*, ramen, oil, iron, oven, hob, stove, cooker, fire,
        flames?, firework*, bonfire, campfire, bbq, barbecue, grill, candle*, lighter, matches,
        petrol, gasoline, bleach, acid, chemical*, caustic, lye, electric*, socket*, outlet,
        plug*, wires?, cables?, charger, cord, straighteners?, curling, tongs, steam, exhaust,
        fireplace, log burner, wood burner, sparkler*, heater, bath, tap, shower, gravy, porridge,
        oatmeal, cleaner, radiator, pan, pot, fryer, microwave*, treadmill, hot water bottle,
        cigarette, sleeve, lightning, lead, sauce, jam, caramel, sugar syrup, wax, 热水, 滚水,
        开水, 热汤, 汤, 热茶, 茶, 咖啡, 泡面, 方便面, 热油, 油锅, 锅, 熨斗, 水壶, 热水瓶, 暖瓶,
        保温, 饮水机, 火, 蜡烛, 鞭炮, 烟火, 烟花, 仙女棒, 打火机, 瓦斯, 煤气, 强酸, 强碱, 盐酸,
        硫酸, 化学, 清洁剂, 漂白水, 通乐, 洁厕, 插座, 插头, 电线, 充电, 排气管, 烤箱, 炉, 蒸气,
        蒸汽, 稀饭, 粥, 火锅, 石灰, 吹风机, 卷发棒, 直发, 离子夹, 洗澡水, 放水, 浴缸, 奶瓶,
        暖暖包, 热水袋, 电暖, 暖气, 热粥, 面汤, 跑步机, 酒精, 汽油, 电
    """,
    "burn_place": r"""
        skin, blister*, peel*, red, raw, chest, face, arms?, forearm, legs?, hands?, palm*,
        fingers?, foot, feet, thigh*, lap, tummy, belly, back, neck, shoulder*, bottom, privates?,
        genital*, groin, mouth, lip*, tongue, eyes?, scream*, himself, herself,
        over (him|her|his), on (him|her|his), white, leathery, waxy, charred, black, entry, heart,
        皮, 胸, 脸, 手, 腿, 脚, 背, 脖子, 肚子, 大腿, 屁股, 下体, 嘴, 舌, 眼, 哭, 叫, 红, 白, 黑,
        焦, 身上, 脱, 泡, 掌
    """,
    "spills": r"""
        pull*, spill*, tip(ped|s|ping)?, pour*, knock*, splash*, splatter*, fell, sat, grab*,
        touch*, stuck, stick*, put, step*, trod, tread*, lean*, drop*, dunk*, chew*, bit, caught,
        squirt*, spray*, explod*, poked, climb*, 打翻, 泼, 拉(倒|到|下), 倒(到|在|了|下), 洒, 溅,
        喷, 碰到, 摸, 踩, 坐到, 掉进, 抓, 泼到, 淋, 咬, 插, 炸
    """,
    "caustic": r"""
        washing, laundry, capsule*, dishwasher, descaler, glue, 洗衣, 胶囊, 通乐, 洁厕, 除霉, 香水,
        bleach, acid, chemical*, caustic, drain*, lime, cement, cleaner*, detergent*, pods?,
        super ?glue, disinfectant, ammonia, alkali*, toilet, saniti[sz]er, lye, oven cleaner,
        perfume, pepper spray, 酸, 碱, 清洁剂, 漂白水, 石灰, 通乐, 洁厕, 洗衣, 酒精, 化学, 三秒胶,
        强力胶, 消毒, 干洗手, 洗碗, 干燥剂, 水泥, 双氧水, 防狼
    """,
    # Airway.
    "chokes": r"""
        chok(ing|ed|es|e|in|ign)(?! (hazard*|risk*|up|on (his|her )?words|game|foods?)),
        (went|gone|going) down the wrong (way|pipe|hole), heimlich, back (blows|slaps),
        abdominal thrusts, 噎(到|住|着|了), 被噎, 噎, 哽住, 哽到, 哽塞, 哈姆立克, 海姆立克,
        异物..(卡|梗|吸入), 吸进(气管|肺|去), 呛进
    """,
    "stuck": r"""
        stuck, lodged, jammed, block*, caught, wedged, inhal*, breathed in, aspirat*,
        in (his|her|the) throat, 卡(在|住|到|了|着)?, 梗, 堵, 塞, 吸进, 呛
    """,
    "airway": r"""
        throat, airway, windpipe, gullet, food ?pipe, oesophagus, esophagus, lungs?, 喉, 气管,
        呼吸道, 食道, 嗓子, 肺
    """,
    "small_things": r"""
        grapes?, peanuts?, nuts?, sweets?, cand(y|ies), lollipop, lolly, coins?, penn(y|ies),
        quarter, dime, beads?, lego, marbles?, toys?, popcorn, hot ?dogs?, sausages?, carrots?,
        apple, food, meat, steak, balloon, bones?, fish ?bone, seeds?, pins?, magnet, battery,
        caps?, lids?, cherry, tomato, jelly, marshmallow, gum, chip, cracker, bread, biscuit,
        button, earring, pebble, stone, something, 糖, 葡萄, 花生, 果冻, 坚果, 玩具, 硬币, 铜板,
        十元, 一元, 五十元, 瓜子, 龙眼, 桂圆, 蒟蒻, 汤圆, 年糕, 麻糬, 鱼刺, 骨头, 珠子, 玻璃珠,
        弹珠, 苹果, 饼, 肉, 爆米花, 豆, 枣, 番茄, 贡丸, 鱼丸, 热狗, 小东西, 零件, 瓶盖, 气球,
        橡皮, 乐高
    """,
    "choking_signs": r"""
        cant, cannot, couldnt, unable, cough*, cry, crying, blue, purple, drool*, gag*, speak,
        whisper*, gasp*, wheez*, noise, noisy, squeak*, hoarse, throat, breath*, vomit*, pain*,
        point*, refus*, swallow* (water|anything|food|saliva), wont (eat|drink|swallow),
        still in there, dribbl*, 咳, 哭不出, 说不出, 讲不出, 没声音, 发不出, 呼吸, 喘, 吸不, 紫,
        青, 流口水, 口水, 作呕, 干呕, 吐, 痛, 吞不, 指着, 咻, 抓脖子, 掐, 不能喝, 脸, 嘶
    """,
    "no_sound": r"""
        no (sound|noise|voice)( is| was)?( com*)?,
        (cant|cannot|unable to|not able to|couldnt|wont) (\w+ )?(cough|cry|speak|talk|make (a|any) (sound|noise)),
        silent*, 哭不出(声|来), 发不出声, 没声音, 没有声音, 说不出话, 讲不出话, 咳不出
    """,
    # Water.
    "goes_under": r"""
        (rolled|swept|knocked|tumbled) (\w+ )?under, 扑倒, 趴在,
        drown*, under ?(the )?(bath ?)?water, submerg*,
        (went|gone|go|slipp*|slid|pulled|dragged|sank|dunked|fell|was) under, face.?down,
        face (was )?in the, head (was )?under, floating, sank, sunk,
        bottom of the (pool|bath|pond|lake|tub),
        (pull*|fish*|drag*|scoop*|lift*|got|hauled|took|grabbed)...out (of|from) (the |a |our )?(\w+ )?(water|pool|pond|bath|tub|lake|sea|river|bucket|fountain|canal),
        (inhal*|breathed in|aspirat*|took in|gulp*|swallow*|lungful of)...(water|sea|pool|lake),
        fell in(to)? (the |a |our )?(\w+ )?(water|pool|pond|bath|tub|lake|sea|river|bucket|fountain|canal),
        slid (under|down), 溺, 淹, 沉(到|下|进|入|在|了),
        掉(进|到|下|入)..(水|池|缸|盆|桶|河|海|湖|溪|沟|塘|井),
        跌(进|入|到)..(水|池|缸|河|海|湖|溪|沟|塘), 滑(进|到|入|下|倒)..(水|池|缸|盆|沉),
        栽(进|到), 没入, 脸(朝下|埋|浸|在水), 浮在, 从..(水|池|缸|河|海|溪|盆|桶)..(捞|救|拉|抱),
        捞(上|起|出), 呛..水, 被(海浪|浪)
    """,
    "water": r"""
        bath*, pools?, ponds?, water, lakes?, sea, rivers?, tubs?, bucket*, paddling, hot tub,
        beach, swim*, canal, waves?, ocean, jetty, dock, fountain, stream, 水, 浴缸, 澡盆, 浴盆,
        泳池, 池, 桶, 河, 海, 湖, 溪, 沟, 温泉, 塘, 浪, 洗澡, 游泳
    """,
    "drowning_signs": r"""
        cough*, found, 呛, breath*, sleepy, tired, vomit*, lips, blue, pale, foam*, froth*,
        seconds?, minutes?, mins?, pull*, got (him|her), resuscitat*, cpr, blew, limp,
        unconscious, quiet, drowsy, chest, water came out, wheez*, gasp*, grabbed,
        found (him|her), scared, alone, crying, ok now, fine now, seem*, pukes?, 咳, 呼吸, 喘, 秒,
        分钟, 捞, 救, 拉起, 抱起, 没反应, 紫, 青, 睡, 吐, 白, 没力, 软, 冷, 胸, 哭, 急救, 心跳, 沫
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
    # Self-harm and abuse.
    "wants_to_die": r"""
        (googl*|search*|look* up|ask*)..(how|ways)..(die|kill|hang|suicide|overdose)*, hang (your|him|her|my)self, how to (die|hang|overdose|kill),
        kill(ing|ed|s)? (my|him|her|them)( ?sel(f|ves)|self), suicid*(?! prevention),
        end(ing|ed)? (my|his|her|their|it) (own )?(life|all),
        (take|taking|took) (my|his|her|their) (own )?life,
        (want*|wish*|wanna|plan*|trying|tried|going) (\w+ ){0;2}(to )?(die|be dead|(was|were) dead|not be here|not exist|disappear|to be gone|be gone|dissapear),
        (want*|wanna) die, better off (dead|without|if (he|she|i|they))..., rather (be dead|die),
        wish* (i|he|she|they)..(dead|never (been )?born|not wake|didnt exist|wasnt here),
        ((dont|doesnt|didnt|not) (want*|see|have)|no) ..(to live|to be alive|be here any*|to be here|live any*|to wake up|to exist|wake up|reason (to|for)|point (in )?living|the point),
        no reason to (live|be here), (goodbye|farewell|suicide) (note|letter|message|text)*,
        saying goodbye, said goodbye, note saying, (hang*|hung) (him|her|my|them)self,
        jump* (off|from|out|in front), noose, ligature, give up on life, life is(nt| not)? worth,
        not worth living, cant (go on|take it any ?more|do this any ?more),
        everyone (would|will|s) (be )?(better|happier), unalive, kms,
        googl* (how|ways) to (die|kill), how to tie, balcony (rail|edge)*,
        on the (ledge|roof|bridge), giv* away (his|her) (things|stuff|toys), 不想活,
        想死(?!你|了我), 想自杀, 自杀(?!防治|预防|课|率), 轻生, 寻短, 结束(自己的?)?生命,
        结束一切, 就结束了, 活着(没|好累|很累|太累|有什么|很痛|干嘛|做什么|干什么|真), 不如死,
        死了(算|比较|就|最|大家|一了|你们|谁|反正|以后), 死掉(算|比较|就), 去死(?!党),
        想(要)?(跳楼|跳下去|上吊|割腕|消失|离开这(个)?世界), 要从..(楼|顶|阳台|窗)..跳,
        跳(楼|下去|河|桥), 割腕, 割手, 遗书, 告别(信|的)?, 说再见, 大家掰掰, 掰掰了,
        没有我..(比较|更|也|会), 不该(被)?(生|出生), 烧炭, 不要活, 活不下去,
        消失(算|就|在这|比较|最), 不存在, 要吃多少..药, 站在(阳台|窗边|顶楼|顶楼),
        爬(上|到)..(顶楼|阳台|窗), 上吊, 不想醒来, 不想存在, 活腻, 没有活, 活着没意, 想要死,
        说要死, 就去死, 死给
    """,
    "harms_self": r"""
        self.?harm*, self.?injur*,
        (cut*|slash*|carv*|scratch*) (my|him|her|them)( ?self| ?selves),
        (cut*|slash*|slit*|carv*) ..(his|her|my|their|s).{0;14}(arms?|wrists?|legs?|thighs?|skin|stomach),
        (cuts?|scars?|lines|slashes|marks) ...(arms?|wrists?|thighs?|legs?|forearms?),
        (wrist|arm|thigh)s?...(cuts|slashes|scratches in rows),
        hurt* (him|her|my)self (on purpose|deliberately),
        burn* (him|her|my)self (on purpose|with), razor*, blades?, overdos* on purpose,
        (took|taken|swallowed)...(on purpose|to die|deliberately),
        (did (it|this)|pills?|tablets?|bottles?)...on purpose, 自残, 自伤, 自我伤害, 伤害自己,
        划手, 割(手|腕|自己|伤自己|手臂), (用|拿).*(美工刀|刀片|刀|剪刀|圆规)..(割|划|刺),
        (手腕|手臂|大腿|手上|胳膊)..(割|刀|一道一道|一条一条|一道道|一条条|划), 故意..(吞|吃|的),
        吞..药, 药..(故意|吃下去|想死), 撞墙..(血|头), 美工刀
    """,
    "self_harm_more": r"""
        cut*, blood*, deep, fresh, on purpose, die, dead, goodbye, text to, note, alone, secret,
        hid*, locked, sleeves, pills?, tablets?, school, sad, depress*, bull*, boyfriend,
        girlfriend, teen*, 1[0-9], wont say, says, 割, 刀, 血, 药, 说, 讲话, 吵架, 故意, 后悔,
        分手, 学校, 国中, 高中, 初中, 女儿, 儿子, 孩子, 他, 她, 袋, 整排
    """,
    "hurts": r"""
        hit(s|ting)?, beat(s|ing|en)?, slap*, smack*, punch*, kick*, shak(e|es|ing|en), shook,
        thr(ew|ow|own|owing|ows), burn(s|ed|t)? (him|her|me|my), bit(es|ing|ten)?, hurt(s|ing)?,
        whip*, strangl*, chok*, belt*, drag*, lock*, squeez*, grab*, pinch*, shov*, pushed,
        starv*, tied, 打, 揍, 踢, 甩, 摇, 掐, 捏, 鞭, 抽, 烫, 咬, 勒, 摔,
        关(?![于心系节灯门机键掉注照]), 呼巴掌, 扇, 掴, 推(?![荐拿车]), 绑, 罚, 饿
    """,
    "child": r"""
        him, her, the (baby|kids?|children|child|twins),
        my (\w+|\d{1;4})[ -]?(year|yr|month|week)s?.?old, my \d{1;4} ?(yo|mo),
        (my|our|his) (\w+ )?(son|daughter|baby|child|kids?|boy|girl|niece|nephew|brother|sister|stepson|stepdaughter),
        me, us, baby, 小孩, 孩子, 儿子, 女儿, 宝宝, 婴儿, 弟弟, 妹妹, 他, 她, 我
    """,
    "who_hurts": r"""
        husband*, hubby, wife*, partner*, boyfriend*, bf, girlfriend*, dad*, daddy, father*, mum,
        mums, mom, moms, mother*, step*, uncle*, aunt*, grand*, nanny*, babysitter*, sitter*,
        child ?minder*, minder*, carer*, caretaker, teacher*, staff, nursery, day ?care, ex,
        coach*, neighbou?r*, cousin*, brother*, foster, i lost, i snapped, i just, my temper,
        i shook, i hit, tutor, priest, imam, driver, 爸, 老公, 先生, 丈夫, 妈妈, 太太, 老婆, 继父,
        继母, 后爸, 后妈, 叔, 舅, 阿姨, 保姆, 保母, 月嫂, 奶奶, 爷爷, 阿公, 阿嬷, 外公, 外婆,
        老师, 托婴, 幼儿园, 托儿, 男友, 男朋友, 女友, 同居人, 前夫, 前妻, 亲戚, 教练, 邻居, 表哥,
        堂哥, 姑, 伯, 我..(失控|忍不住|受不了|崩溃), 哥哥, 学长
    """,
    "traces": r"""
        bruis*, marks?, welts?, afraid, scared, terrified, drunk, temper, crying, cries, hard,
        belt*, shook, shak*, again, every time, because, hand ?prints?, black eye, thr(ew|ow*),
        limp, quiet, lost it, snapped, bleed*, blood, swollen, sleepy, vomit*, floppy,
        wont stop crying, broken, fracture, burns?, finger*, red, anger, angry, rage,
        not (safe|the first), flinch*, often, wakes? up, leave (him|her), danger*, 瘀, 青紫, 青了,
        青一块, 乌青, 黑青, 伤, 痕, 肿, 掌印, 指印, 手印, 喝醉, 酒, 发脾气, 生气, 失控, 害怕, 怕,
        皮带, 棍, 衣架, 热熔胶, 用力, 巴掌, 常, 每次, 软, 安静, 昏, 不敢, 流血, 血, 哭不停,
        一直哭, 吐, 躲, 发抖
    """,
    "marks": r"""
        (unexplained|strange|odd|weird|finger*|hand*|belt|loop|cigarette|slap|bite|round|mysterious)..(bruis*|marks?|burns?|prints?|welts?),
        bruis*...(shaped|hand ?prints?|finger*|cant explain|no explanation|nobody knows|wont say|(after|from|at|since) (nursery|day ?care|the (childminder|sitter|nanny|babysitter)|dads|his dads|her dads|visit*)),
        (不明|奇怪|莫名|原因不明)..(瘀|伤|烫|痕),
        (手指印|掌印|指印|手印|烟蒂|烟头|皮带|衣架)..(瘀|痕|伤|印|烫|疤)?, 新的(瘀|伤)
    """,
    "afraid_of": r"""
        (afraid|scared|terrified|frightened|flinch*|begs?|begged|scream*|cries|cling*|hide*|hides|refus*|wont go|doesnt want to go)...(to|from|of|with|near|when|at|if|back)...(dads?|daddy*|father*|step*|uncle*|nanny|sitter|babysitter|childminder|minder|grand*|mum*|mom*|partner|boyfriend|coach|teacher|him|her|house),
        (害怕|很怕|不敢|一看到|看到|怕|躲|不肯去|不要去|哭着不)..(保姆|保母|继父|爸|叔|舅|阿公|爷爷|老师|托婴|他|她|教练|幼儿园)
    """,
    "touches": r"""
        touch*, fondl*, molest*, rap(e|ed|ing), assault*, expos* himself, kiss*, inappropriat*,
        showed (him|her|me) (his|a|porn*), put (his|a) (finger|hand|thing)*, undress*,
        made (him|her|me) (do|touch)*, makes (him|her) (do|touch|undress)*,
        tickle* (him|her) there, lick*, took (pictures|photos), 摸(?!起来|着|上去), 碰, 舔, 插,
        亲, 脱, 抱着睡, 拍照, 玩(下面|那里|亲亲)
    """,
    "private": r"""
        隐私部位, 隐私,
        private*, privates, down (there|below), bottom, bum, vagina, penis, willy, genital*,
        sexual*, secret*, our game, between (his|her) legs,
        under (his|her) (clothes|pants|knickers|underwear|pyjamas), bleed*, private parts,
        wee ?wee, do things, naked, special game, dont tell, not to tell, porn*, nude*, 下体,
        下面, 私处, 尿尿的地方, 屁股, 胸部, 阴部, 生殖器, 小鸡鸡, 裤子, 内裤, 大腿内侧, 秘密,
        不能跟, 不可以跟, 不能说, 裸
    """,
}
