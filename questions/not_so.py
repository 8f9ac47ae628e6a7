"""What takes a sign back: it is denied, long past, or only supposed. English and Chinese.

Terms are written as in red_flag_words/.
"""

# What is said not to be so, up to the sign itself: "no trouble breathing", 沒有發燒.
DENYING = r"""
    no, without, never, denies, isnt, wasnt, doesnt, didnt, hasnt, havent, hadnt, arent, werent,
    dont, nor, neither, free of, rule[sd]? out, negative for,
    not(?! (sure|certain|only|just|know|right|well|himself|herself|normal|ok|to mention|yet (a|one|two|three|\d)|quite (a|one|two|three|\d)|even (a|one|two|three|\d)|(one|two|three) (week|month)|\d))
"""
# "No idea whether he breathes": no denial of what comes after.
DENYING_SOMETHING_ELSE = r"""
    sure, certain, know, idea, tell, think, doubt, sleep, slept, eat, eating, drink, drinking,
    feed, feeding, stop, stopping, well, better, help, helping, tears, wet, wee, weed, pee, peed, peeing, urinat*, urine, nappies, nappy, response, reaction, sound, pulse, point, reason, himself, herself, want,
    understand, believe, matter, longer, one, keep, open, let, helmet, notice, realis*, realiz*,
    see, hear, watching, looking, cry, wake, fade, go
"""
ENDS_DENYING = r"""
    but, however, although, though, now, then, and (he|she|is|has|now|keeps|started), he, she,
    hes, shes, it, its, who, which, because, so, when, for,
    and (very|so|really|looks?|seems?|feels?|gets?|getting|a|keeps?), is, are, has, have, keeps,
    since, just, until, before, after, while, my, i, we
"""
DENYING_CHINESE = (
    r"(?:没有|没|无|未(?!满|到|够|足)|并不|不是|不算|并非|否认|不会|不曾|也不|都不|没什么)"
    r"(?:[^,;:!?。但却而就]{0,5}|[^;:!?。但却而,就]{0,6}(?:[、或和跟及/与也][^;:!?。但却而,就]{0,6}){1,4})$"
)

# The clause tells of something past, unless it says now as well.
PAST = r"""
    last (year|month|(?:january|june|july)|summer|winter|spring|autumn|fall|christmas),
    (years?|months?|summers?|winters?) (ago|back|earlier), (a|one) (year|month) ago,
    (two|three|four|few|several|\d{1;4}|couple of) weeks (ago|back), weeks ago, in the past,
    previously, history of, family history, used to, as a (baby|child|toddler|newborn),
    when (he|she|i|they) (was|were) (a |an |\w+ )?(baby|little|small|younger|born|month*|one|two|three|\d{1;4}),
    years since, at birth, back then, once had, outgrew, outgrown, grew out, (has|have) recovered,
    all (better|fine|well) now, long gone,
    in (january|february|march|april|may|june|july|august|september|october|november|december),
    (well|fully) controlled, no reactions since, follow.?up,
    diagnosed (two|three|a|\d{1;4}|last), since (he|she) was, (昏|晕|厥|抽)倒?过(?!去), 去年,
    前年, 上个?学期, 几个月前, 半年前,
    (\d{1;4}|[一二两三四五六七八九十几]{1;3})个?(年|月|个月|星期|礼拜|周)前, 小时候, 曾经, 从前,
    以前, 婴儿时期, 出生时, 家族史, 病史, 后来都?好了, 已经(好了|痊愈|康复|恢复), 早就好, 追踪,
    回诊, (?<!今天)暑假(?!转|开始), 寒假(?!开始), 上个月
"""
NOW = r"""
    (?<!well )(?<!fine )(?<!ok )(?<!better )(?<!good )now(?! *$), today, tonight, just now, suddenly, last night,
    help me, since yesterday, 正在, 救命, 凌晨, 半夜, 中午, 下午,
    just had, this (morning|evening|afternoon), right now, still, again, keeps, minutes ago,
    hours? ago, wont stop, 现在, 今天, 今晚, 今早, 刚, 目前, 此刻,
    又(吐|烧|抽|发|昏|开始|喘|来|不), 还在, 突然, 昨晚, 分钟, 越来越
"""

# What comes after it is not told as a fact.
SUPPOSED_AFTER = r"""
    (?<!know )(?<!sure )(?<!tell )(?<!see )(?<!wondering )(?<!ask )(?<!unsure )(?<!certain )if (he|she|my \w+|my|a|an|the|they|it|someone|your|anyone|there is|there are|one|another|this|kids?|children)(?! (\w+ ){0;2}(has|had|just|have|already|ate|drank|fell|took|bit|got|hit|swallow*|accident*|was|says|said|keeps|\w+ed)),
    in case, what if,
    (how|ways?|tips?|advice|trying) (do|can|should|to|would|could|does|on|for)( (i|we|you|one|parents?|him|her))? (best |safely )?(prevent*|avoid*|protect|child.?proof*|recogni*|spot|store|keep|lower|reduce|explain|talk|prepare|teach|stop (him|her|them) from),
    (told|said|says|advised|warned) (us |me |to )?(to )?(come back|return|call|go|watch|look out|ring),
    watch (out )?for, look out for, at risk (of|for), scared (that )?(he|she) (will|might|could),
    worried (that )?(he|she|it) (will|might|could), friends? (of mine )?(who|has|had|says|said),
    heard (that|about|of), read (that|about|somewhere|online), before (we|i) (travel|fly|go),
    如果, 假如, 要是(?!.{0;2}(不|再)), 万一, 会不会(有|造成|引起|导致|影响|留|变|得|再), 怕到时候,
    担心(他|她|宝宝|孩子)?(会|将来|以后|万一|以后会), 怕(他|她|宝宝|孩子)?(会|将来|以后|万一),
    听说, 医(生|师)(有)?(说|交代|提醒).{0;8}(要|就|再|注意|回诊), 朋友的, 同事的, 同学的表
"""
# The whole sentence is about the matter, and tells nothing that happened.
IN_GENERAL = r"""
    prevent*, avoid(ing)?, (child|baby) ?.?proof*,
    (make|keep*) (the|our|my) (house|home|room|pool|garden|kitchen) safe*, locked (box|cabinet)*, just asking (whether|if),
    risks? of, (first aid|cpr) (course|class|training|kit)*,
    (course|class|lesson|leaflet|article|blog|documentary|podcast|book|poster|paperwork|action plan)s? (\w+ )?(on|about|for|should|does|teach*),
    should teach, difference between, is it true,
    what (counts as|is the (difference|definition|best)|are the (signs|symptoms)),
    what temperature (is|counts), at what (age|temperature),
    what (is|are|does) (a |an )?(febrile|seizure|epi.?pen|anaphyl*|glass test|non.?blanch*|petech*|secondary|dry drowning),
    (fire|earthquake|school) drill, generally, in general, in theory, hypothetical*,
    can (a |an )?(vaccin*|mmr|teething|the (vaccine|jab)|fever)..(cause|lead|trigger),
    could (ever )?(cause|lead), should i (keep|carry|buy|get) (an?|the|two), movie, film,
    story about, the news, dying to, age.?appropriate, body safety, good touch,
    teach* (kids|children|him|her|them|about), school talk, assembly about,
    (suicide|bullying) (prevention|awareness), laugh*..(cant|cannot), giggl*..(cant|cannot), 预防(?!针|接种|注射|疫苗), 防治, 避免,
    如何(分辨|判断|知道|预防|避免|教), (怎么|怎样)(分辨|判断|知道|预防|避免|防|收|教(?!训)),
    几度(才)?算, 什么是, 是什么意思, (nobody|no one) (may|should|is allowed), 想教(他|她|孩子|宝宝|女儿|儿子|小孩), 课程, (哪里|去哪|哪边)(学|上课), cpr课, 急救课, 想报名, 想学, 一起学, 想了解, 新闻,
    影片, 文章, 卫教, 需不需要(准备|买), 该不该(准备|买), 准备.{0;6}(急救|肾上腺素), 笑到, 绘本,
    身体界线, 想先教, 只是想(先)?教, 宣导
"""

# Of the whole text: somebody plans, and nobody is ill. They may say so of something else.
NOTHING_HAPPENED = r"""
    nothing (has|had) happened(?! (since|after|yet|when|before|like|in my)), planning ahead,
    (i am|im|we are|were) (just|only) (preparing|curious),
    (just|only) (preparing|curious) (what|how|whether|if|about|for|in case),
    没有?发生(过)?什么, 没发生, 现在没生病, 目前没生病, 先问起来, 只是好奇, 只是想先了解
"""
