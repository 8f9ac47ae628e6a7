"""Measures as replies write them: figures, units, weights, strengths."""

import re

# Without end, a run of digits would be looked through again from each of them.
FIGURE = r"\d{1,9}(?:[.,]\d{1,9})?"
NUMBER = rf"(?P<number>{FIGURE})"
MILLIGRAMS = r"(?:mgs?|milligrams?|毫克)"
MILLILITRES = r"(?:mls?|millilit\w+|毫升|西西|c\.?c(?![a-z]))"
KG = r"(?:kgs?|kilo\w*|公斤|千克)"
WEIGHT = re.compile(
    rf"(?<!/)(?<!per )(?<!\d)(\d+(?:\.\d+)?)(?:\s*(?:-|–|~|to|至|到)\s*\d+(?:\.\d+)?)?\s*-?{KG}(?![a-z])"
)
STRENGTH = re.compile(
    rf"(?P<mg>{FIGURE})\s*{MILLIGRAMS}\s*(?:/|per|in|每)\s*(?P<ml>{FIGURE})?\s*{MILLILITRES}"
    rf"|每\s*(?P<each>{FIGURE})?\s*{MILLILITRES}[^,。;\d]{{0,4}}(?P<holds>{FIGURE})\s*{MILLIGRAMS}"
)
# What medicines are counted in.
PIECES = r"(?:tab(?:let)?s?|cap(?:sule|let)?s?|sachets?|suppositor\w+|pills?|chewables?)\b"
PIECES_CHINESE = r"(?:颗|锭|片|粒|包|支)"
IS_FOOD = re.compile(
    r"\b(?:salt|sugar|honey|water|oil|rehydration|broth|yog\w*)\b|盐|糖(?!浆)|蜂蜜|(?<!药)水(?!剂|杨)|油"
)
