"""How common everyday words are in questions to doctors, before a site has seen enough to know.

Among sixty questions "night" or "four" look as telling as "eczema", and what shares them looks close.
So rarity.py counts as if there had been some questions before, in which these words stand as often as
they do anywhere. A site of thousands knows by itself, and hardly hears of them.
"""

from collections.abc import Iterator
from functools import cache

import numpy as np

from questions.profile import FEATURES, features_of, profile

# A line is a share in percent, rounded, and the words on which it holds: of the English ones counted
# over 1,800 questions of adults and parents, of the Chinese ones estimated.
SHARES = """
70 i
50 my
40 and have a
30 is to the
25 of in for
20 it with had doctor am on
15 pain but
12 not been can now what was that old this question do has hi from me be
10 years or year back after
8 please are no get help when as having need months
6 an like also at there any feel days left right should all two diagnosed up blood about some how out very time
5 taking so if will hello problem day one take last normal know getting you side suffering
4 still started then over since surgery just which weeks he chest month could they feeling we severe she ago got test second stomach
3 due other even opinion before would head does symptoms did only weight her past by week why more bad three doctors male while problems infection disease want period night heart body few done lower again experiencing treatment go tests cause lot son went neck
2 during medication pressure around really high his skin much swollen used down throat because advice mother every came work said times recently fever sleep were stop who legs too female red suggest morning currently something may these going think little next use same than worse negative took eye baby low medicine daughter long small well headache both four five school home child
60 的 了 是
50 我 有 一
40 不 天 會 要
30 在 嗎 可 以 可以 個 還 後 到 上
25 醫 生 醫生 就 吃 也 好 都 說 孩 子 孩子 下
20 什 麼 什麼 小 這 們 月 歲 大 很 他 她 每 人 需 需要 用
15 怎 怎麼 時 候 時候 寶 寶寶 現 現在 多 中 能 出 過 看 來 想 問 請 請問 次 半 因 為 因為 兩 三
10 應 該 應該 如 果 如果 自 己 自己 沒 沒有 但 藥 發 開 開始 常 起 早 晚 睡 情 吐 感 痛
"""


@cache
def shares() -> np.ndarray:
    """On which share of questions each feature stands, as far as these words tell: float32."""
    without = np.ones(FEATURES, np.float32)
    for share, word in _words():
        without[features_of(profile(word))] *= 1 - share
    return 1 - without


def _words() -> Iterator[tuple[float, str]]:
    for line in SHARES.strip().splitlines():
        percent, *words = line.split()
        yield from ((int(percent) / 100, word) for word in words)
