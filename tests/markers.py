"""A word that can be found again in whatever way something writes it."""

import base64
import json
import quopri
import unicodedata
from functools import cache
from urllib.parse import quote, quote_plus

from questions.folding import fold


def marker(name: str) -> str:
    """A word of its own for a place: letters, an accent, and Chinese, which each encoding changes."""
    return f"zq{name}é鷗椒"


@cache
def ways_to_write(word: str) -> dict[str, list[bytes]]:
    """Fourteen encodings, each with the bytes that it would leave on a page or in a file."""
    raw = word.encode()
    return {
        "as it is": [raw],
        "decomposed": [unicodedata.normalize("NFD", word).encode()],
        "upper case": [word.upper().encode()],
        "folded for search": [fold(word).encode()],
        "percent": [quote(word).encode(), quote(word).lower().encode()],
        "percent twice": [quote(quote(word)).encode(), quote_plus(quote_plus(word)).encode()],
        "HTML decimal": ["".join(c if c.isascii() else f"&#{ord(c)};" for c in word).encode()],
        "HTML hexadecimal": [
            "".join(c if c.isascii() else f"&#{prefix}{ord(c):{style}};" for c in word).encode()
            for prefix in "xX"
            for style in "xX"
        ],
        "JSON": [json.dumps(word)[1:-1].encode()],
        "base64": [inner for alphabet in (None, b"-_") for inner in _base64(raw, alphabet)],
        "base32": [base64.b32encode(raw).rstrip(b"=")[:-1]],
        "hexadecimal": [raw.hex().encode(), raw.hex().upper().encode()],
        "quoted-printable": [quopri.encodestring(raw)],
        "UTF-16": [word.encode("utf-16-le"), word.encode("utf-16-be")],
    }


def _base64(raw: bytes, alphabet: bytes | None) -> list[bytes]:
    """As it comes out of the middle of something longer: at each of three offsets, without the edges."""
    found = []
    for before in range(3):
        text = base64.b64encode(b"\0" * before + raw, alphabet)
        found.append(text[4 if before else 0 : len(text) // 4 * 4 - 4])
    return [piece for piece in found if len(piece) >= 8]  # fewer characters stand there by chance


def found_in(content: bytes, word: str) -> list[str]:
    """In which encodings the word stands there."""
    return [
        name
        for name, written in ways_to_write(word).items()
        if any(each in content for each in written)
    ]
