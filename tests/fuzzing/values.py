"""What is typed by those who mean harm, and by nobody at all.

Half of it is random, half is a value that would do, with something wrong in it, so that it gets past
the first check. All is made of a `Random`: of hypothesis, which then knows each choice and finds the
smallest input that fails; or of a seed, which is some twenty times as fast.
"""

import json
from random import Random
from urllib.parse import quote_from_bytes

# Each is written where it hurts: characters that cannot be stored, that nobody sees, that turn what
# stands beside them; numbers and dates that are none; what means something to SQL, HTML, a template.
ATOMS = [
    *("", " ", "\t", "\r\n", "\n\n", "\0", "\x1b[31m", "\x7f", "\ufffd", "\ufeff", "\uffff"),
    *("\ud800", "\udfff", "\ud83d", "\u202e", "\u2066", "\u200b", "\u200d", "\u00ad"),
    *(
        "é",
        "e\u0301",
        "\u0301",
        "Å",
        "ﬀ",
        "ß",
        "İ",
        "ı",
        "½",
        "²",
        "٣",
        "㎎",
        "Ⅷ",
        "ａ１",
        "\U0001d7d8",
    ),
    *("👩‍👩‍👧‍👦", "🇹🇼", "💊", "שלום", "مرحبا", "發燒", "头髮", "𠮷", "咳嗽三天", "\U0010ffff"),
    *("0", "-1", "1e400", "NaN", "Infinity", "-0", "0x10", "1_000", "9" * 40, "1.5", "+1"),
    *(str(2**31), str(2**63), str(-(2**63) - 1), str(2**64), "00012", "１２"),
    *("0000-00-00", "9999-12-31", "10000-01-01", "2026-02-30", "1899-12-31", "2026-13-01T25:61"),
    *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999999-23:59", "2026-W01-1", "24:00"),
    *("'", '"', "';--", "\\", "%", "%s", "%(a)s", "{}", "{{ 7 }}", "{% x %}", "$1", "../../etc"),
    *(
        "<script>alert(1)</script>",
        "<!--",
        "-->",
        "]]>",
        "<p",
        "&#0;",
        "&#xD800;",
        "&amp;lt;",
        "<a href=",
    ),
    *(
        "[a](javascript:x)",
        "![",
        "](",
        "**",
        "`",
        "```",
        "#1",
        "#999999999999999",
        "> ",
        "- ",
        "1. ",
    ),
    *(
        "http://a.b",
        "https://[::1",
        "http://" + "a" * 300,
        "a@b.cc",
        "@a",
        "+886 912 345 678",
        "A123456789",
    ),
    *(
        "5 ml",
        "10mg/kg",
        "every 4 hours",
        "no ",
        "not ",
        "fever",
        "38.5",
        "three weeks old",
        "or",
        "-",
    ),
    *("None", "null", "true", "undefined", "on", "[1,2]", '{"a":1}', "admin", "report"),
]
NUMBERS = [0, -1, 1, 2**31, 2**63 - 1, 2**63, -(2**63) - 1, 10**40, 1.5, -0.0, 1e300, float("inf")]
# No field holds more than the body of a request may.
REPEATED_AT_MOST = 120_000
# Nearly what one request may bring (DATA_UPLOAD_MAX_MEMORY_SIZE); what a form refuses may stay in a draft.
LONGEST = 900_000
# Up to where a character may be: ASCII, letters of Europe, the first plane, all. Halves of surrogate
# pairs included: a form gets them from a client that sends bytes.
PLANES = [0x80, 0x80, 0x250, 0x10_000, 0x110_000]


def one_in(random: Random, count: int) -> bool:
    return random.randrange(count) == 0


def atom(random: Random) -> str:
    return random.choice(ATOMS)


def flood(random: Random) -> str:
    repeated = atom(random)
    most = LONGEST if one_in(random, 10) else REPEATED_AT_MOST
    count = random.choice([2, 7, 61, 301, 2_001, 10_001, most])
    return repeated * min(count, most // (len(repeated) or 1))


def wild_text(random: Random, longest: int = 60) -> str:
    plane = random.choice(PLANES)
    return "".join(chr(random.randrange(plane)) for _ in range(random.randint(0, longest)))


def mixed(random: Random) -> str:
    some = range(random.randint(1, 6))
    return "".join(wild_text(random, 12) if one_in(random, 3) else atom(random) for _ in some)


# Few are long, since most of what goes wrong goes wrong with a little.
KINDS_OF_TEXT = [*[atom] * 6, *[mixed] * 6, *[wild_text] * 4, flood]


def text(random: Random) -> str:
    return random.choice(KINDS_OF_TEXT)(random)


def value(random: Random, valid: str) -> str:
    """For one field whose value could be this."""
    if one_in(random, 2):
        return text(random)
    for _each in range(random.randint(1, 2)):
        place = random.randint(0, len(valid))
        end = random.randint(place, min(len(valid), place + 8))
        put = wild_text(random, 3) if one_in(random, 3) else atom(random)
        valid = valid[:place] + put + valid[end:]
    return valid[:REPEATED_AT_MOST]


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def quoted(text: str) -> str:
    """For an address or a form. Each byte of a long text is, since that is quick."""
    raw = encoded(text)
    return quote_from_bytes(raw, safe="") if len(raw) < 1_000 else "%" + raw.hex("%")


BROKEN_QUERIES = ["%", "%zz", "%c3%28", "&&", "=", ";", "%00", "%ed%a0%80", "+", "&a"]


def query(random: Random, pairs: list[tuple[str, str]]) -> str:
    """The part of an address after "?", or a form: as it should be, or broken by hand."""
    written = "&".join(f"{quoted(name)}={quoted(value)}" for name, value in pairs)
    if not one_in(random, 6):
        return written
    place = random.randint(0, len(written))
    return written[:place] + random.choice(BROKEN_QUERIES) + written[place:]


# JSON


BROKEN_JSON = [
    *(b"", b"{", b"[" * 100_000, b'{"a":' * 5_000, b"nul", b"NaN", b'"\\ud800"', b'{"a":1,"a":2}'),
    *(b"\xff\xfe{}", b"\xef\xbb\xbf{}", b"9" * 10_000, b"{}{}", b"[1,]", b'"\0"', b"'a'", b"//"),
]


def json_value(random: Random, depth: int = 3):
    kind = random.randrange(7 if depth else 5)
    if kind == 0:
        return random.choice([None, True, False])
    if kind == 1:
        return random.choice(NUMBERS)
    if kind == 2:
        return random.randint(-(2**70), 2**70) / 2 ** random.randint(0, 80)
    if kind < 5:
        return text(random)
    inner = [json_value(random, depth - 1) for _each in range(random.randint(0, 3))]
    return inner if kind == 5 else {text(random): each for each in inner}


def document(random: Random, valid) -> bytes:
    """A JSON document that would do, with another value, key or byte somewhere in it; or none at all."""
    kind = random.randrange(10)
    if kind == 0:
        return random.choice([*BROKEN_JSON, random.randbytes(random.randint(0, 60))])
    if kind == 1:
        return _written(json_value(random))
    changed = json.loads(json.dumps(valid))
    for _each in range(random.randint(0, 3)):
        _change_somewhere(random, changed)
    raw = _written(changed)
    return with_other_bytes(random, raw, 3) if kind == 2 else raw


def with_other_bytes(random: Random, raw: bytes, most: int) -> bytes:
    """Up to so many become up to so many others."""
    place = random.randint(0, len(raw))
    put = random.randbytes(random.randint(0, most))
    return raw[:place] + put + raw[place + random.randint(0, most) :]


def _written(document) -> bytes:
    is_ascii = len(repr(document)) % 2 == 0  # both ways to write it
    return encoded(json.dumps(document, ensure_ascii=is_ascii))


def _change_somewhere(random: Random, document) -> None:
    """One value in it becomes another, goes, or gets a neighbour."""
    if not isinstance(document, dict | list) or not document:
        return
    keys = sorted(document) if isinstance(document, dict) else range(len(document))
    key = random.choice(keys)
    inner = document[key]
    if isinstance(inner, dict | list) and inner and one_in(random, 2):
        _change_somewhere(random, inner)
        return
    kind = random.randrange(6)
    if kind == 0:
        del document[key]
    elif kind == 1 and isinstance(document, dict):
        document[atom(random)] = json_value(random)
    elif kind == 2:
        document[key] = [inner] * random.choice([2, 3, 201])
    elif isinstance(inner, str) and kind in (3, 4):
        document[key] = value(random, inner)
    else:
        document[key] = json_value(random)
