"""Signs of heavy bleeding, of a bad injury, and of pain that cannot wait."""

from questions.red_flag_rules.group import Group, _

INJURY = (
    Group(
        "injury",
        _("Heavy bleeding, a bad injury or sudden severe pain"),
        _(
            "Press firmly on what bleeds and keep pressing. Leave in what is stuck in the body. Nothing to eat "
            "or drink until a doctor has seen your child."
        ),
        "European Resuscitation Council, first aid (2021); NICE NG39, major trauma (2016)",
        (
            # Blood
            "(bleed*|blood*|nose ?bleed*) ~ (wont|will not|doesnt|does not|cant|cannot|not|hasnt|isnt|never|refuses to) ..(stop*|slow*|let up|get it under control|clot*), non.?stop, spurt*, pour*, gush*, squirt*, soak*, everywhere",
            r"(bleed*|nose ?bleed*|blood*) ...([2-9]\d|half an|an|one|two|three|1) ?(mins?|minutes|hours?|hrs?), ([2-9]\d|half an|an|one|two) ?(mins?|minutes|hours?) ..(bleed*|nose ?bleed*)",
            "(lost|losing|lots of|loads of|so much|a lot of|tons of|covered in|pool of|puddle of) ..blood ~ cut*, fell, vomit*, nose, mouth, leg, arm, hand*, foot, head, wound, stitches, tonsil*, now, glass, knife, pale",
            "(vomit*|throw* up|threw up|thrown up|puk*|sick|spew*|spit* up|brought up) ..(blood|clots?|coffee grounds?), blood ..in (his|her|the|their) (vomit|sick|puke), coffee grounds?, haematemesis, hematemesis",
            "(currant|raspberry|strawberry|redcurrant|red) jelly ~ poo*, stool*, nappy, diaper, bum, bottom, baby",
            "(lots of|loads of|a lot of|so much|pure|fresh|full of|clots? of|bright red|dark|big clots?) ..blood ..(nappy|diaper|poo|poop|stool*|toilet|bum|bottom|potty), (nappy|diaper|toilet|potty|bowl) ..(full of|all) ..blood, (pooing|pooping|passing|passed) ..(blood|clots?), black (and )?(tarry|sticky) (poo|poop|stool*)",
            "(tonsil*|adenoid*|circumcis*|operation|surgery|tooth (out|pulled)|teeth (out|pulled)|extraction|stitches|op) ~ (bleed*|blood*) ~ wont stop, fresh, swallow*, spit*, again, clot*, soak*, lots, keeps, mouthful*, bright, now, pour*, everywhere",
            "血.{0;6}(一直|不停|狂|止不住|压不住|按不住|停不|不止|喷|涌|没停|还在流), (一直|不停|狂|止不住|压不住|按不住).{0;5}(流|出|喷|冒|渗).{0;3}血, 大量(出|流|失)血, 血.{0;3}(满地|满身|满脸|如注|一大?滩|整件|湿透), (喷|飙|狂流)血",
            "(鼻血|流血|出血).{0;14}([2-9]十?0?|半|一|两|几)个?多?(十|0)?(分钟|小时|钟头)(?!.{0;6}(停了|就停|止住了))",
            "(吐|呕|咳)(出|了|一口|大口|好多|很多|鲜|的都是|的是|到都是|到有)?.{0;3}血(?!丝|糖|压), (吐|呕).{0;8}(都是血|血块|咖啡)",
            "(果酱|草莓酱|果冻|红豆汤).{0;3}(便|屎|色|样|状), (大便|便便|屎|尿布|马桶|拉|便).{0;8}(都是|全是|好多|很多|大量|一大滩|整片|一堆)(鲜)?血, (拉|屙|解)(出|了)?.{0;4}(鲜血|血便|血块), 柏油",
            "(手术|开刀|拔牙|扁桃腺?|割包皮|包皮|缝(合|针)?|拆线|腺样体) ~ (流血|出血|渗血|血) ~ 一直, 止不, 不停, 喷, 鲜, 很多, 好多, 湿透, 吐, 大量, 裂",
            # Wounds
            r"(deep|gaping|huge|massive|nasty|big|wide) (\w+ )?(cut|gash|wound|slash|laceration|hole|bite)s?, (cut*|gash*|wound*|laceration|sliced|slashed) ..(deep|gap*|open|to the bone|bone), see (the |his |her )?(bone|fat|tendon|muscle) ~ bleed*, blood*, knife, glass, fell, leg, arm, hand*, foot, knee, chin, head, stitches, see, open, now",
            "(sliced|slashed|ripped|tore|torn|split|cut) ..(open|right through|wide|deep|to the bone) ~ bleed*, blood*, see, bone, fat, hand*, leg, arm, foot, finger*, chin, head, lip",
            "(nail|stick|pencil|pen|knife|glass|fork|skewer|chopstick|scissors|hook|rod|needle|branch|metal|wire|dart|arrow|screwdriver|straw|toothbrush|fence|spike) ..(stuck|embedded|went|gone|stabb*|through|lodged|straight|right|impal*|sticking) ...(eye|chest|neck|throat|belly|tummy|stomach|leg|thigh|foot|hand|palm|cheek|mouth|palate|face|arm|head|back)",
            "impal*, stabb* ..(in|by|with), (gun|pellet|bb|air ?rifle|nail gun) ..(shot|eye|leg|hand|foot), shot (in|with|by|himself|herself)",
            "(伤口|割|切|划|裂|一刀|撕).{0;8}(很深|好深|太深|深深|见骨|到骨|看到(骨|肉|脂肪|白)|看得到(骨|肉)|翻开|裂开|张开|开开的|合不起来), 深可?见骨, 皮开肉绽",
            "(钉子?|筷子?|竹签|铅笔|笔|刀|玻璃|剪刀|铁|树枝|叉|针|钩|木棍|牙签|吸管|牙刷|钢筋|栏杆|围篱).{0;8}(插|刺|穿|扎|戳|捅|卡).{0;6}(眼|胸|脖|喉|肚|腿|脚|手|脸|口|嘴|头|臂|掌|颈|上颚|屁股), (插|刺|穿|扎|戳|捅)(进|入|穿|过|到|伤|在).{0;6}(胸|脖|喉|肚|大腿|脚底|脚掌|手掌|脸|嘴|上颚|颈)",
            # Limbs
            r"(finger*|thumb|toe*|fingertip*|tip of|hand|ear|nose|foot|arm|leg) ...(cut|chopped|sliced|torn|ripped|bitten|came|come|severed|sheared|taken|pulled|half|partly) (clean |right |almost |nearly )?off, (hanging|dangling|hangs) (\w+ )?(by|off|on) (\w+ )?(thread|skin|bit|flap), severed, deglov*, amputat* ~ finger*, thumb, toe*, door, hand, saw, bike, knife, blender, mower, bit, piece, ice",
            "(crush*|trapped|caught|mangled|squash*|jammed|stuck|slammed|shut) ...(finger*|hand|arm|foot|leg|toe*|thumb), (finger*|hand|arm|foot|leg|toe*|thumb) ...(crush*|trapped|caught|mangled|squash*|jammed|slammed|shut) ~ (door|gate|machine|escalator|lift|treadmill|mincer|blender|wheel|chain|spokes|conveyor|roller) ~ bone, blood*, bleed*, flat, hanging, off, flap, pulp, purple, blue, white, numb, bent, nail (is )?(off|gone), split",
            "(leg|arm|wrist|elbow|ankle|forearm|thigh|knee|finger|shoulder|limb|foot|hand) ...(bent (the )?(wrong|back|funny|like|in)|wrong (way|angle|direction)|(funny|odd|weird|strange) (angle|shape|way)|deform*|crooked|snapped|backwards|sticking out|through the skin|s.shape*|out of (place|joint|shape)|dislocat*|popped out|bowed|wonky) ~ fell, fall*, trampoline, landed, bike, slide, monkey bars, hurt*, pain*, scream*, cry*, crack, snap, scooter, just, football, tackle*, now",
            "(leg|arm|wrist|ankle|elbow) ..(broken|broke|fracture*) ~ numb, blue, cold, pale, bent, swollen, huge, cant (feel|move), scream*, just now, minutes ago",
            "bone*..(sticking|poking|coming|came|pushing|through|showing), (open|compound) fracture",
            "(手指|指头|指尖|脚趾|脚指|拇指|手掌|耳朵|手|脚).{0;8}(断掉|断了|掉下来|削掉|切掉|切断|夹断|绞|搅|压烂|夹烂|压碎|轧|碾|卷进|辗), (断|切|削|剁|砍|绞|搅|夹|压)(掉|断|烂|碎|下来|进|到).{0;5}(手指|指头|指尖|脚趾|拇指|指|手掌|耳), 断指",
            "(手|脚|腿|臂|手腕|手肘|手臂|小腿|大腿|膝盖?|肩膀?|骨头?|关节).{0;8}(变形|弯掉|弯成|弯了|歪掉|歪了|歪一边|折断|折成|凸出|突出|刺出|穿出|断掉|断了|脱臼|反折|反过来|角度.{0;3}(怪|不对)) ~ 摔, 跌, 撞, 痛, 哭, 掉, 肿, 不能, 压, 扭, 刚, 车",
            "骨头?.{0;4}(跑|刺|戳|穿|露|凸|突)出, 开放性?骨折, 看(到|见|得到)骨头?",
            # Falls, traffic, animals
            "(fell|fall*|jumped|thrown|dropped) ...(roof|tree|balcony|window|floor|storey|story|wall|ladder|bridge|horse|cliff|climbing frame|metres?|meters?) ~ cant (move|feel|walk|stand), numb, scream*, pale, blood*, not moving, agony, broken, belly, spine, neck, back pain, back hurts",
            "(run|ran|rolled|reversed|drove) over (his|her|him|the|my|our) ..(foot|leg|hand|toes|child|son|daughter|belly|chest|arm|head|toddler|boy|girl)?, (hit|struck|knocked (down|over|off)|mowed down) by ..(car|van|bus|scooter|bike|motorbike|truck|lorry|taxi|train|tram|bicycle|motorcycle)",
            "(dog|cat|monkey|horse|pitbull|animal|rat|bat|stray|boar|alsatian|rottweiler|husky) ..(bit|bitten|maul*|attack*|bite|bites|ripped|tore) ~ face, neck, deep, blood*, bleed*, puncture*, torn, cheek, lip, eye*, scalp, holes?, flesh, hanging, open, gap*, bat, monkey",
            "(bitten|maul*|attacked|bit) ..(by|on|in) ..(dog|monkey|stray|face|neck|cheek|scalp) ~ deep, blood*, bleed*, open, flap, holes?, torn, just, now, stray, minutes",
            "(从|自)?.{0;6}(屋顶|树上|阳台|窗|楼|墙|梯|桥|马背|悬崖|单杠|溜滑梯).{0;6}(摔|跌|坠|掉|跳) ~ 不能动, 动不了, 麻, 没感觉, 变形, 剧痛, 很痛, 好痛, 白, 血, 站不, 不敢动, 不能走",
            "(车|汽车|机车|公车|卡车|货车|电动车|摩托车|脚踏车|巴士|的士|小巴).{0;3}(撞|辗|碾|轧|压过|压到)(到|过|了|倒|飞)?, (撞|辗|碾|轧).{0;4}车 ~ 痛, 血, 白, 飞, 动, 脚, 腿, 肚, 肿, 倒, 路, 变形, 晕",
            "(狗|犬|猴|猪|蝙蝠|猫|动物|野兽).{0;6}咬 ~ 脸, 脖, 深, 血, 肉, 洞, 撕, 裂, 眼, 嘴, 流浪, 头皮, 缝",
            # Eyes
            r"(pok*|stab*|scratch*|hit|jabb*|struck|punch*|cut|splinter*|went|got|flew|shot|stick*|stuck|smack*|ping*) ..(in|into|to|on|through) (the|his|her|their|one) (\w+ )?(eye|eyes|eyeball) ~ see, vision, blurr*, blind, blood*, bleed*, fluid, leak*, jelly, pupil*, pain*, glass, nail, scissors, pencil, dart, bb, nerf, firework*, knife, fork, metal, wire, bungee, wont open, cant open, closed",
            "(scissors|glass|nail|pencil|stick|knife|dart|wire|metal|hook|branch|pellet|needle|shard) ..(in|into|through) ..eye*, eye* ~ (fluid|liquid|jelly|leak*|blood in) ~ pok*, hit, scissors, ball, stick, cut, stab*, glass, pellet, pencil",
            r"(sudden*) ..(cant see|blind|lost (\w+ )?(sight|vision)), (cant|cannot) see (\w+ )?(out of|from|with|through) ..eye*",
            "(眼睛|眼球|眼珠|眼).{0;8}(戳|刺|插|射|扎|割|弹|打到|飞|撞|敲|砸), (戳|刺|插|射|扎|割|弹|打|飞|撞|敲|砸)(到|进|中|伤|破|了)?.{0;4}(眼睛|眼球|眼珠|眼) ~ 看不, 血, 流, 痛, 睁不, 张不, 模糊, 剪刀, 玻璃, 铅笔, 筷, 钉, 破, 黑影, 瞳孔",
            "突然.{0;4}(看不见|看不到|失明), (眼睛|左眼|右眼|一只眼).{0;4}突然.{0;4}(看不|黑)",
            # The back, the chest and the belly
            r"(cant|cannot|couldnt|doesnt|can not) (\w+ )?(feel|move) ..(legs?|arms?|feet|toes|hands?|fingers), (legs|arms|feet|hands|toes) ..(numb|tingl*|pins and needles|paraly*|wont move|not moving|dead|weak) ~ fell, fall*, neck, back, div*, dove, trampoline, tackl*, scrum, landed, crash*, slide, rugby, gym*, horse, spine, somersault, flip",
            "(手脚|双手|双脚|双腿|下半身|下肢|脚|腿|四肢|手).{0;6}(麻|没感觉|没知觉|无知觉|动不了|不能动|没力|抬不起|不会动) ~ 摔, 跌, 撞, 跳水, 弹跳, 颈, 脖, 背, 腰椎, 车祸, 压, 翻",
            "(kick*|hit|punch*|handlebar*|fell|elbow*|kneed|seat ?belt|ball|landed|swing) ..(in|into|on|onto|to|against|across) ..(belly|tummy|stomach|abdomen|ribs?|chest|side|flank|kidney|handlebar*) ~ pale, white, vomit*, hard, rigid, sweat*, dizz*, faint*, blood*, breath*, doubled, agony, severe, worse, cant (walk|stand|move)",
            "(肚子|腹部|胸口?|腰|侧腹|肋骨).{0;8}(撞|踢|顶|压|把手|捶|踹|辗), (撞|踢|顶|压|捶|踹|辗|打)(到|了|中|过)?.{0;5}(肚子|腹部|胸口?|腰|侧腹|肋骨) ~ 白, 很痛, 好痛, 剧痛, 吐, 硬, 冷汗, 晕, 血, 喘, 站不",
            r"(belly|tummy|stomach|abdom*|lower right|right side|appendi*) ~ (cant|cannot|wont|unable to|not able to|hurts to|struggl* to|refuses to) (\w+ )?(walk|stand|straighten|move|hop|jump|sit up|lie), doubled (up|over), bent (over|double), rigid, (rock|board) ?.?(hard|like), hard (as|like), agony, curled (up|in|into) ..ball, unbearable, worst pain, excruciat*, severe ..pain, (screaming|crying|sweating|writhing) (in|with) pain, writhing, hunched",
            "(lower|bottom) right, right (lower|side|hip) ~ pain*, hurt*, ache*, sore ~ vomit*, fever*, worse, sick, walk*, temp, hop, jump*, cough*",
            "(scream*|cry*|cries|draw*|pull*) ..(every|knees|legs up|in waves|bouts|on and off|comes and goes) ~ blood*, jelly, pale, limp, floppy, white, green ~ poo*, nappy, stool*, diaper, vomit*, sick",
            "(肚子|腹部|腹|胃|右下腹?|肚).{0;6}(痛|疼|绞) ~ 站不直, 直不起, 不能走, 走不, 弯着?腰, 弓着?(身|背|腰), 弓成, 打滚, 滚来滚去, 冷汗, 硬邦邦, 硬得, 硬硬, 像(石头|木板|板), 痛到, 痛得, 剧痛, 不能碰, 一碰就, 不给碰, 蜷",
            "右下(腹|腹部|边|方|侧|角)?.{0;8}(痛|疼) ~ 吐, 烧, 走, 跳, 越来越, 更痛, 不能, 弯",
            "(一阵一阵|一阵阵|阵发|每隔|每十|每几).{0;8}(哭|痛|缩|叫) ~ 便, 血, 吐, 白, 软 ~ 宝宝, 个月, 月大, 尿布, 缩脚, 缩起, 膝盖",
            # Groin
            "(testic*|testis|testes|scrotum|his (left |right )?(ball|nut)s?|nutsack|privates) ~ (pain*|hurt*|agony|swoll*|swell*|purple|sore|twist*|tender|hard) ~ sudden*, hour*, now, today, tonight, woke, vomit*, sick, morning, worse, severe, walk, red, purple, bigger, double, kick*",
            "(hernia|lump in (his|her|the) groin|groin lump) ~ hard, purple, wont (go|push) (back|in), stuck, cant (push|get), red, vomit*, scream*, blue, agony, tight",
            "(蛋蛋|睾丸|阴囊|春袋|下体|鸟蛋|(左|右|单)(边|侧)的?蛋) ~ (突然|很痛|好痛|剧痛|肿|紫|发黑|痛到|痛醒) ~ 痛, 肿, 红, 吐, 走, 硬, 小时, 紫",
            "(疝气|脱肠|腹股沟|鼠蹊部?|小肠气) ~ 硬, 推不回, 压不回, 塞不回, 按不回, 回不去, 推不进, 紫, 黑, 吐, 卡",
            # Pain
            "(pain*|hurt*|headache|agony) ~ nothing (helps|works|touches|is helping|takes|we give), (screaming|rolling|writhing|crying) (in|with) (pain|agony), in agony, unbearable, worst (pain|headache|ever), (10|ten) out of (10|ten), 10/10, excruciat* ~ now, tonight, hours?, since, help, today, sudden*, cant, minutes",
            "(痛|疼)(到|得).{0;4}(打滚|尖叫|惨叫|昏|晕|冒冷汗|冷汗|站不|受不了|发抖|脸色|一直叫|在地上), (止痛药|吃药|退烧药).{0;6}(没用|没效|无效|压不住|没差) ~ 剧痛, 痛到, 痛得, 很痛, 好痛, 突然",
        ),
        certain=(
            "vomit* (up )?(fresh |bright red |lots of |a lot of )?blood(?! (test|sugar))",
            "(finger*|thumb|toe*|fingertip*) (got |was |is |has been |have been |came )?(cut|chopped|sliced|torn|ripped|bitten|severed)? ?(clean |right )?off (in|by|with|at) ..(door|saw|knife|mower|gate|blender|chain)",
            "bone (is |was )?(sticking|poking|coming) (out|through), blood (is |was )?(spurting|gushing|squirting)",
            "骨头?.{0;3}(刺|戳|穿|露)出来?, 血流如注, 血.{0;3}(用喷的|一直喷), 手指.{0;3}(断掉|切断|夹断|削掉), 吐(了|出)?(好多|很多|一大口|大口|大量)?鲜?血(?!丝)",
        ),
    ),
)
