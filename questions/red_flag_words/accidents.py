"""Words of accidents: what was swallowed, falls, burns, choking, water."""

ACCIDENTS = {
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
}
