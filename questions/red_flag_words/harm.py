"""Words of self-harm and abuse."""

HARM = {
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
