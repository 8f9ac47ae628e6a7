"""Text to the terms that search compares: the same function for what is indexed and what is asked.

Accents, width and case are folded away, traditional characters and their variants become simplified
ones, Latin words are cut to their English stem, and a run of Chinese (or Japanese, or Korean) gives
each pair of neighbouring characters, so that a two-character word is found inside a sentence without
knowing where words begin. Nothing here depends on the server's locale or on its text search
dictionaries: every PostgreSQL gives the same results.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer
from opencc import OpenCC

# Letters that have no decomposition, and yet a plain letter that people type for them.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"}
)
_MARKED_LATIN = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_CJK = (
    "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af"
)
_PIECE = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_ASCII_WORD = re.compile("[a-z0-9]+")
_CJK_CHARACTER = re.compile(rf"[{_CJK}]")
LONGEST_WORD = 60
# English words that tell nothing. "it" is one of them; "ITP" is not.
_STOP_WORDS = """
a about above after again against all am an and any are as at be because been before
being below between both but by can could d did do does doing don down during each few for
from further had has have having he her here hers herself him himself his how i if in into
is it its itself just ll m me more most my myself no nor not now of off on once only or
other our ours ourselves out over own re s same she should so some such t than that the
their theirs them themselves then there these they this those through to too under until up
ve very was we were what when where which while who whom why will with would you your yours
yourself yourselves
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


class Term(NamedTuple):
    """What is compared, and the place in the text (start, end) that it came from."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text without accents on Latin letters, full width, case and traditional characters.

    Folding twice changes nothing. A Chinese character always stays one.
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    text = _MARKED_LATIN.sub("", unicodedata.normalize("NFD", text))
    text = unicodedata.normalize("NFKC", text)
    return text.translate(simplified()) if _CJK_CHARACTER.search(text) else text


def is_unseen(character: str) -> bool:
    """Whether it shows nothing by itself: what steers or joins letters, marks on them, controls. Between
    the letters of a word it would hide that word from whatever looks for it."""
    category = unicodedata.category(character)
    return category in ("Cf", "Mn", "Me") or (category == "Cc" and not character.isspace())


@cache
def simplified() -> dict[int, str]:
    """Each traditional character, with the variants of Taiwan and Hong Kong, to its simplified one.

    Character by character, since index and query must agree on a pair of them cut out of a
    sentence: 頭髮 and 發燒 both give 发, and so does what is typed for either.
    """
    characters = list(map(chr, [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]))
    found = characters
    for variants in ("hk2s", "tw2s", "t2s"):  # the last for 薴, whose simplified form has one too
        found = OpenCC(variants).convert("\n".join(found)).split("\n")
    pairs = zip(characters, found, strict=True)
    return {ord(character): simple for character, simple in pairs if character != simple}


def is_cjk(piece: str) -> bool:
    """Whether the piece is of a script that is written without spaces."""
    return _CJK_CHARACTER.match(piece) is not None


def pieces(text: str) -> Iterator[Term]:
    """The words and the CJK runs of a text that has been folded, in their order."""
    for match in _PIECE.finditer(text):
        yield Term(match[0], match.start(), match.end())


def plain_words(text: str) -> list[str]:
    """What `pieces` gives, without the places."""
    if text.isascii():  # most texts, several times as fast
        return _ASCII_WORD.findall(text)
    return _PIECE.findall(text)


def stem(word: str) -> str:
    """The English stem of a folded word; "" for a stop word, which is not compared."""
    return _stem(word[: LONGEST_WORD + 1])  # the cache holds no word as long as a text


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    if word in STOP_WORDS:
        return ""
    if len(word) > LONGEST_WORD:
        return word[:LONGEST_WORD]
    return _stemmer.stemWord(word) if word.isascii() else word


def bigrams(run: str) -> list[str]:
    """Each two neighbours of a CJK run: 血小板 gives 血小 and 小板; a single character gives itself."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def terms(text: str) -> list[str]:
    """The terms of a text as they are indexed.

    A CJK run ends with its last character alone, so that each single character begins some term
    and can be looked up by prefix.
    """
    text = fold(text)
    if text.isascii():  # most texts, three times as fast
        return [word for word in map(stem, _ASCII_WORD.findall(text)) if word]
    found: list[str] = []
    for piece, _start, _end in pieces(text):
        if is_cjk(piece):
            found += bigrams(piece) if len(piece) > 1 else []
            found.append(piece[-1])
        elif word := stem(piece):
            found.append(word)
    return found


_stemmer = snowballstemmer.stemmer("english")
