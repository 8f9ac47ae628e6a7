"""Cantonese as it is typed, in the words of written Chinese: what the signs of an emergency are read in.

Folded text in and out (simplified characters). Pure.
"""

import re

# Characters that only Cantonese has, and what they are.
_CHARACTERS = """
    佢:他 唔:不 冇:没 咗:了 瞓:睡 睇:看 嘅:的 喺:在 咁:这么 噉:这样 攞:拿 畀:给 俾:给 啲:些 嚟:来 乜:什么 揾:找
    咩:什么 𠮶:那 嗰:那 哋:们 嘢:东西 攰:累 唞:喘 焫:烫 渌:烫 屙:拉 嗌:叫 脷:舌头 孖:双 揿:按 嚿:块 啱:刚 捽:搓
    鲠:卡 骾:卡
"""
_ALWAYS = str.maketrans(dict(pair.split(":") for pair in _CHARACTERS.split()))
_IS_CANTONESE = re.compile("[佢唔冇咗瞓嘅喺𠮶嗰哋嘢啱啲攰]")
# Words that mean something else, or nothing, in written Chinese.
_PAIRS = """
    而家:现在 依家:现在 琴日:昨天 寻日:昨天 寻晚:昨晚 琴晚:昨晚 今朝:今早 头先:刚才 细路:小孩 细佬:弟弟 阿仔:儿子
    阿女:女儿 成身:全身 周身:全身 成日:整天 成晚:整晚 成个:整个 羊吊:抽搐 扯虾:气喘 肚屙:拉肚子 起身:起来 边个:谁
    跌亲:摔到 撞亲:撞到 烫亲:烫到 辣亲:烫到 整亲:弄伤 打亲:打到 滚水:热水 行路:走路 震:抖 仲:还 喊:哭 面:脸 食:吃
    饮:喝 郁:动 系:是 发紧:发 烧紧:在烧 抽紧:在抽 震紧:在抖
"""
_WORDS = dict(pair.split(":") for pair in _PAIRS.split())
# Where they stand within a word of written Chinese they are left alone: 里面, 零食, 地震, 关系.
_WORD = re.compile(
    "(?<![里外上下后前对表见方地关零误进抑忧脑水桌路杯碗滚汤联免舌])"
    f"(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
    "(?<!面(?=[包前对条粉]))(?<!食(?=[物道欲量品]))(?<!饮(?=[料食]))(?<!震(?=荡))(?<!系(?=带))(?<!食(?=指))(?<!喊(?=[救话人他佢]))(?<!系(?=[统列]))"
)


def in_written_chinese(folded: str) -> str:
    """The text with Cantonese words in those of written Chinese; what is no Cantonese as it is."""
    if not _IS_CANTONESE.search(folded):
        return folded
    return _WORD.sub(lambda word: _WORDS[word[0]], folded).translate(_ALWAYS)
