"""What is typed by those who mean harm, and by nobody at all: strategies of hypothesis.

Half of it is random, half is a value that would do, with something wrong in it, so that it gets past
the first check.
"""

import json
from urllib.parse import quote_from_bytes

from hypothesis import strategies as st

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


def _repeated(pair: tuple[str, int]) -> str:
    atom, count = pair
    return atom * min(count, REPEATED_AT_MOST // (len(atom) or 1))


atoms = st.sampled_from(ATOMS)
# Few are long, since most of what goes wrong goes wrong with a little.
floods = st.tuples(atoms, st.sampled_from([2, 7, 61, 301, 2_001, 10_001, REPEATED_AT_MOST])).map(
    _repeated
)
# Halves of surrogate pairs included: a form gets them from a client that sends bytes.
wild_texts = st.text(st.characters(), max_size=60)
mixed = st.lists(st.one_of(atoms, wild_texts), max_size=6).map("".join)
texts = st.one_of(atoms, mixed, wild_texts, floods)


@st.composite
def spoiled(draw, valid: str) -> str:
    """A value that would do, changed in a place or two."""
    text = valid
    for _each in range(draw(st.integers(1, 2))):
        place = draw(st.integers(0, len(text)))
        end = draw(st.integers(place, min(len(text), place + 8)))
        text = text[:place] + draw(st.one_of(atoms, st.text(max_size=3))) + text[end:]
    return text[:REPEATED_AT_MOST]


def values(valid: str) -> st.SearchStrategy[str]:
    """For one field whose value could be this."""
    return st.one_of(texts, spoiled(valid))


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@st.composite
def queries(draw, pairs: list[tuple[str, str]]) -> str:
    """The part of an address after "?", or a form: as it should be, or broken by hand."""
    written = "&".join(
        f"{quote_from_bytes(encoded(name), safe='')}={quote_from_bytes(encoded(value), safe='')}"
        for name, value in pairs
    )
    if draw(st.integers(0, 5)):
        return written
    broken = draw(
        st.sampled_from(["%", "%zz", "%c3%28", "&&", "=", ";", "%00", "%ed%a0%80", "+", "&a"])
    )
    place = draw(st.integers(0, len(written)))
    return written[:place] + broken + written[place:]


# JSON


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.sampled_from(NUMBERS), st.floats(), texts),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(wild_texts | atoms, inner, max_size=3)
    ),
    max_leaves=8,
)
BROKEN_JSON = [
    *(b"", b"{", b"[" * 100_000, b'{"a":' * 5_000, b"nul", b"NaN", b'"\\ud800"', b'{"a":1,"a":2}'),
    *(b"\xff\xfe{}", b"\xef\xbb\xbf{}", b"9" * 10_000, b"{}{}", b"[1,]", b'"\0"', b"'a'", b"//"),
]


@st.composite
def documents(draw, valid) -> bytes:
    """A JSON document that would do, with another value, key or byte somewhere in it; or none at all."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return draw(st.sampled_from(BROKEN_JSON) | st.binary(max_size=60))
    if kind == 1:
        return _written(draw(json_values))
    document = json.loads(json.dumps(valid))
    for _each in range(draw(st.integers(0, 3))):
        _change_somewhere(draw, document)
    raw = _written(document)
    if kind == 2:
        place = draw(st.integers(0, len(raw)))
        raw = raw[:place] + draw(st.binary(max_size=3)) + raw[place + draw(st.integers(0, 3)) :]
    return raw


def _written(document) -> bytes:
    is_ascii = len(repr(document)) % 2 == 0  # both ways to write it
    return encoded(json.dumps(document, ensure_ascii=is_ascii))


def _change_somewhere(draw, document) -> None:
    """One value in it becomes another, goes, or gets a neighbour."""
    if not isinstance(document, dict | list) or not document:
        return
    keys = sorted(document) if isinstance(document, dict) else list(range(len(document)))
    key = draw(st.sampled_from(keys))
    inner = document[key]
    if isinstance(inner, dict | list) and inner and draw(st.booleans()):
        _change_somewhere(draw, inner)
        return
    kind = draw(st.integers(0, 5))
    if kind == 0:
        del document[key]
    elif kind == 1 and isinstance(document, dict):
        document[draw(atoms)] = draw(json_values)
    elif kind == 2:
        document[key] = [inner] * draw(st.sampled_from([2, 3, 201]))
    elif isinstance(inner, str) and kind in (3, 4):
        document[key] = draw(values(inner))
    else:
        document[key] = draw(json_values)
