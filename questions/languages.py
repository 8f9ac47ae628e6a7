"""Which of the site's languages a text is written in. Pure work on text."""

import re

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
WORD = re.compile("[a-z\u00c0-\u024f]+(?:['’-][a-z\u00c0-\u024f]+)*", re.I)
# A Chinese text may hold names of medicines, an English one a Chinese word.
CHINESE_FROM = 0.4


def language_of(text: str, *, otherwise: str) -> str:
    """ "zh-hant" where Chinese characters are a good share of the words, else "en".

    A Chinese character counts like a word of letters. Without either, `otherwise`.
    """
    han_count, word_count = len(HAN.findall(text)), len(WORD.findall(text))
    if han_count + word_count == 0:
        return otherwise
    return "zh-hant" if han_count / (han_count + word_count) >= CHINESE_FROM else "en"
